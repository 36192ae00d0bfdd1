// Lists that set the office below the name, a line or two under it: "H.E. A" / "Minister of Trade"
// / "Republic of Peru".

#include <algorithm>
#include <string_view>
#include <vector>

#include "naming.h"
#include "rapporteur/text/layout.h"

namespace rapporteur::names {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr std::size_t kShortestList = 2;  // people
constexpr std::uint32_t kDeepest = 3;     // lines of one person

class StackedRows {
 public:
  explicit StackedRows(Namings& namings) : n_(namings) {}

  void run() {
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < n_.all.size(); ++i) {
      if (office_below(n_.all[i]) != kNobody) list.push_back(i);
    }
    if (list.size() < kShortestList) return;
    for (const std::size_t i : list) take_lines(n_.all[i]);
  }

 private:
  // Over bullets and numbers before it, the name is first in its line.
  [[nodiscard]] bool leads_line(std::uint32_t name) const {
    std::uint32_t t = name;
    while (t > 0 && !text::opens_line(n_.doc, t)) {
      const bool bullet =
          n_.doc.is_punctuation(t - 1) || n_.doc.shape(t - 1) == text::Shape::number;
      if (!bullet) return false;
      --t;
    }
    return true;
  }

  // The free office that starts the line below a line that holds nothing but the name.
  [[nodiscard]] std::uint32_t office_below(const Naming& naming) const {
    if (!naming.offices.empty() || !leads_line(naming.whole.begin)) return kNobody;
    std::uint32_t t = naming.whole.end;
    if (n_.lower(t) == "," && !text::opens_line(n_.doc, t)) ++t;
    if (!text::opens_line(n_.doc, t)) return kNobody;
    if (n_.lower(t) == "the") ++t;
    std::uint32_t office = n_.office_after(t);
    if (office == kNobody && n_.lower(t) == "first") office = n_.office_after(t + 1);
    const bool free = office != kNobody && !n_.used[office] && !n_.offices[office].plural;
    return free ? office : kNobody;
  }

  void take_lines(Naming& naming) {
    for (std::uint32_t line = 1; line < kDeepest; ++line) {
      const std::uint32_t office = line == 1 ? office_below(naming) : second_office(naming);
      if (office == kNobody) break;
      n_.take(naming, office);
    }
    if (!naming.state) take_state_below(naming);
  }

  // "Prime Minister |and Minister of Finance|"
  [[nodiscard]] std::uint32_t second_office(const Naming& naming) const {
    std::uint32_t t = naming.whole.end;
    if (n_.lower(t) == ",") ++t;
    if (n_.lower(t) == "and") ++t;
    const std::uint32_t office = n_.office_after(t);
    const bool free = office != kNobody && !n_.used[office] && !n_.offices[office].plural;
    return free && (t > naming.whole.end || text::opens_line(n_.doc, t)) ? office : kNobody;
  }

  // "Minister of Trade|, Peru|", "Minister of Trade" / "|Republic of Peru|"
  void take_state_below(Naming& naming) const {
    std::uint32_t t = naming.whole.end;
    const bool comma = n_.lower(t) == ",";
    if (comma) ++t;
    if (!comma && !text::opens_line(n_.doc, t)) return;
    t = n_.behind_the(t);
    const Tag* tag = t < n_.doc.size() ? n_.t.tags.starting(t) : nullptr;
    if (tag == nullptr || tag->label != Label::state) return;
    if (n_.lower(tag->tokens.end) == "'s" || n_.lower(tag->tokens.end) == ":") return;
    naming.state = {tag->id, n_.doc.span(tag->tokens)};
  }

  Namings& n_;
};

}  // namespace

void read_stacked_rows(Namings& namings) { StackedRows(namings).run(); }

}  // namespace rapporteur::names
