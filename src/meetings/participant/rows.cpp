#include "participant/rows.h"

#include <algorithm>

namespace rapporteur::meetings {

namespace {

using text::LineRole;

constexpr std::uint32_t kLongestRow = 45;
constexpr std::uint32_t kHead = 14;       // tokens of a line before its person, at most
constexpr std::size_t kShortestList = 3;  // lines

class Finder {
 public:
  explicit Finder(const Context& context) : c_(context) {}

  std::vector<Row> run() {
    const auto& sentences = c_.doc.sentences();
    std::vector<Row> list;
    std::uint32_t before = 0;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      const names::Mention* m = person_of(sentences[s]);
      if (m != nullptr) {
        if (list.empty()) before = s > 0 ? s - 1 : 0;
        list.push_back({m->person, m->tokens, before});
      } else if (!belongs(sentences[s]) && !is_below_name(sentences[s].tokens)) {
        close(list);
      }
    }
    close(list);
    return std::move(out_);
  }

 private:
  void close(std::vector<Row>& list) {
    if (list.size() >= kShortestList) out_.insert(out_.end(), list.begin(), list.end());
    list.clear();
  }

  // A line of a list that gives nobody ("Papua New Guinea (regrets)"), or the end of a long one.
  [[nodiscard]] static bool belongs(const text::Sentence& s) {
    const bool line = s.role == LineRole::item || s.role == LineRole::headline;
    return line && s.tokens.size() <= 4;
  }

  // "H.E. A" / "|Minister of Trade|": the office of who stands in the line above.
  [[nodiscard]] bool is_below_name(TokenRange s) const {
    const names::Mention* m = s.empty() ? nullptr : c_.cast.covering(s.begin);
    return m != nullptr && m->person != kNobody && m->tokens.begin < s.begin;
  }

  // The one person of a line, near its start, with an office or a state; or null.
  [[nodiscard]] const names::Mention* person_of(const text::Sentence& s) const {
    if (s.role != LineRole::item && s.role != LineRole::headline) return nullptr;
    if (s.tokens.size() > kLongestRow) return nullptr;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      const names::Mention* m = c_.cast.starting(t);
      if (m == nullptr) continue;
      if (m->person == kNobody || m->kind != names::MentionKind::name) continue;
      if (t - s.tokens.begin > kHead || has_verb(s.tokens.begin, t)) return nullptr;
      const names::Person& p = c_.cast.people[m->person];
      return p.offices.empty() && !p.state && !p.body ? nullptr : m;
    }
    return nullptr;
  }

  // "Parties agreed with X": a line that tells something.
  [[nodiscard]] bool has_verb(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t lower = 0;
    for (std::uint32_t t = from; t < to; ++t) {
      const std::string_view word = c_.doc.lower(t);
      const bool small = word == "for" || word == "of" || word == "the" || word == "and" ||
                         word == "from" || word == "on" || word == "behalf";
      lower += c_.doc.shape(t) == text::Shape::lower && !small ? 1 : 0;
    }
    return lower > 1;
  }

  const Context& c_;
  std::vector<Row> out_;
};

}  // namespace

std::vector<Row> rows_of_people(const Context& context) { return Finder(context).run(); }

}  // namespace rapporteur::meetings
