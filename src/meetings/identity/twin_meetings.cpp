#include "identity/twin_meetings.h"

#include <algorithm>
#include <vector>

#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using record::Participant;

constexpr std::uint32_t kJoint = 4;  // tokens of ", and of the"

class Twins {
 public:
  Twins(const Context& context, const Entries& entries, Drafts& drafts)
      : c_(context), entries_(entries), drafts_(drafts) {
    draft_of_.assign(drafts.mentions.size(), kNobody);
    for (std::uint32_t d = 0; d < drafts.drafts.size(); ++d) {
      for (const std::uint32_t i : drafts.drafts[d].mentions) draft_of_[i] = d;
    }
  }

  void run() {
    for (std::uint32_t i = 1; i < drafts_.mentions.size(); ++i) {
      const std::uint32_t a = draft_of_[i - 1];
      const std::uint32_t b = draft_of_[i];
      if (a == kNobody || b == kNobody || a == b) continue;
      if (!are_joined(drafts_.mentions[i - 1], drafts_.mentions[i])) continue;
      share(drafts_.drafts[a], drafts_.drafts[b]);
    }
  }

 private:
  // "the one |and the| other", neither of them told apart as the next or the last one.
  [[nodiscard]] bool are_joined(const Mention& a, const Mention& b) const {
    if (a.verbal || b.verbal || !a.relation.empty() || !b.relation.empty()) return false;
    if (a.sentence != b.sentence || b.tokens.begin < a.tokens.end) return false;
    if (b.tokens.begin - a.tokens.end > kJoint) return false;
    bool joined = false;
    for (std::uint32_t t = a.tokens.end; t < b.tokens.begin; ++t) {
      const std::string_view word = c_.lower(t);
      if (word != "," && word != "and" && word != "of" && word != "the" && word != "with") {
        return false;
      }
      joined = joined || word == "and" || word == "with";
    }
    return joined;
  }

  static bool has_people(const record::Meeting& m) {
    return std::any_of(m.participants.begin(), m.participants.end(),
                       [](const Participant& p) { return static_cast<bool>(p.person); });
  }

  // "senior officials": others than those who meet above them.
  static bool says_level(const record::Meeting& m) {
    if (!m.organ) return false;
    const std::string organ = catalogue::fold(*m.organ);
    return organ.find("official") != std::string::npos ||
           organ.find("minister") != std::string::npos ||
           organ.find("heads of") != std::string::npos;
  }

  void share(Draft& a, Draft& b) const {
    const record::Meeting& x = a.meeting;
    const record::Meeting& y = b.meeting;
    if (x.organisation || y.organisation || !x.kind || !y.kind || *x.kind != *y.kind) return;
    if (!x.status || !y.status || *x.status != *y.status || says_level(x) || says_level(y)) return;
    if (x.when && y.when && *x.when != *y.when) return;
    if (has_people(x) == has_people(y)) return;
    has_people(x) ? copy(x, b) : copy(y, a);
  }

  void copy(const record::Meeting& from, Draft& to) const {
    for (const Participant& p : from.participants) {
      if (p.person) entries_.join(p, to);
    }
  }

  const Context& c_;
  const Entries& entries_;
  Drafts& drafts_;
  std::vector<std::uint32_t> draft_of_;  // of each mention
};

}  // namespace

void share_twins(const Context& context, const Entries& entries, Drafts& drafts) {
  Twins(context, entries, drafts).run();
}

}  // namespace rapporteur::meetings
