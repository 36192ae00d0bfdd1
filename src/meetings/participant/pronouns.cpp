#include "participant/pronouns.h"

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

constexpr std::array<std::string_view, 18> kActs{
    "chair",     "chairs",  "chaired",   "preside",   "presides",    "presided",
    "presiding", "address", "addresses", "addressed", "open",        "opens",
    "opened",    "attend",  "attends",   "attended",  "participate", "participates"};

// May stand between a pronoun and its verb, beside days and adverbs.
constexpr std::array<std::string_view, 18> kBetween{
    "will", "would", "is", "was",  "are",  "be",      "to",  "has",       "had",
    "on",   "-",     "co", "also", "then", "jointly", "due", "scheduled", "expected"};

// "He |will today, jointly with X,| preside", "she |and X are to| open": where the verb stands, or
// the end of the sentence.
std::uint32_t verb_of(const Context& c, std::uint32_t pronoun) {
  constexpr std::uint32_t kNear = 6;
  constexpr std::uint32_t kJoined = 24;  // tokens of "and the Foreign Minister of Peru, X,"
  const std::uint32_t end = c.sentence(pronoun).end;
  const bool joined = c.lower(pronoun + 1) == "and";
  const std::uint32_t limit = std::min(end, pronoun + 1 + (joined ? kJoined : kNear));
  for (std::uint32_t t = pronoun + 1; t < limit; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (is_one_of(word, kActs)) return t;
    const bool filler =
        is_one_of(word, kBetween) || c.time_at(t) != nullptr || c.cue(t, c.cues.adverb) != nullptr;
    if (!joined && !filler) return end;
  }
  return end;
}

class Pronouns {
 public:
  Pronouns(const Context& context, const Entries& entries, Drafts& drafts)
      : c_(context), entries_(entries), drafts_(drafts) {
    draft_of_.assign(drafts.mentions.size(), kNobody);
    for (std::uint32_t d = 0; d < drafts.drafts.size(); ++d) {
      for (const std::uint32_t i : drafts.drafts[d].mentions) draft_of_[i] = d;
    }
  }

  void run() {
    for (std::uint32_t i = 0; i < drafts_.mentions.size(); ++i) {
      const Mention& m = drafts_.mentions[i];
      const bool named = m.organisation || m.organ || m.ordinal > 0 || m.tokens.size() > 2;
      if (draft_of_[i] == kNobody || m.in_headline || m.verbal || !named) continue;
      Draft& draft = drafts_.drafts[draft_of_[i]];
      if (!draft.bilateral) take_subject(m, draft);
    }
  }

 private:
  void take_subject(const Mention& m, Draft& draft) const {
    constexpr std::uint32_t kReach = 40;
    const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
    const std::uint32_t from = m.tokens.begin > begin + kReach ? m.tokens.begin - kReach : begin;
    for (std::uint32_t t = from; t < m.tokens.begin; ++t) {
      if (c_.doc.lower(t) != "he" && c_.doc.lower(t) != "she") continue;
      const std::uint32_t verb = verb_of(c_, t);
      if (verb >= m.tokens.begin || is_told_between(verb, m)) continue;
      const std::uint32_t person = antecedent(c_, t);
      if (person == kNobody || entries_.only_speaks(person)) continue;
      if (c_.cast.people[person].offices.empty()) continue;
      entries_.add_person(draft, person, {t, verb + 1}, 0.6F);
    }
  }

  // "He opened a school |before the session|": another noun or clause stands between.
  [[nodiscard]] bool is_told_between(std::uint32_t verb, const Mention& m) const {
    static constexpr std::array<std::string_view, 7> kOther{"before", "after", "ahead", "during",
                                                            "when",   "while", ";"};
    for (std::uint32_t t = verb + 1; t < m.tokens.begin; ++t) {
      if (is_one_of(c_.doc.lower(t), kOther)) return true;
    }
    return false;
  }

  const Context& c_;
  const Entries& entries_;
  Drafts& drafts_;
  std::vector<std::uint32_t> draft_of_;  // of each mention
};

}  // namespace

void add_pronouns(const Context& context, const Entries& entries, Drafts& drafts) {
  Pronouns(context, entries, drafts).run();
}

}  // namespace rapporteur::meetings
