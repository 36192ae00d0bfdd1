#include "participant/states_alone.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "participant/absence.h"
#include "participant/list_front.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;
using text::LineRole;

constexpr std::uint32_t kBetween = 3;      // words between a state and its verb
constexpr std::size_t kGroup = 3;          // states that make a group
constexpr std::uint32_t kLongestRow = 14;  // tokens of a line of a table that names nobody

class Finder {
 public:
  explicit Finder(const Context& context)
      : c_(context),
        sends_(context.cues.sends),
        officials_(context.cues.officials),
        membership_(context.cues.membership) {}

  std::vector<StateAct> run() {
    const auto& sentences = c_.doc.sentences();
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const LineRole role = sentences[i].role;
      if (role == LineRole::boilerplate || role == LineRole::teaser || role == LineRole::stamp) {
        continue;
      }
      const bool beside = (i > 0 && starts_row(sentences[i - 1])) ||
                          (i + 1 < sentences.size() && starts_row(sentences[i + 1]));
      if (beside && starts_row(sentences[i])) row(sentences[i].tokens);
      if (tells_of_founding(c_, sentences[i].tokens)) continue;
      for (std::uint32_t t = sentences[i].tokens.begin; t < sentences[i].tokens.end; ++t) cue(t);
      const TokenRange opening = opening_of_absentees(c_, sentences[i].tokens);
      if (!opening.empty()) after(opening, true);
      if (const TokenRange turned = turned_front(c_, sentences[i].tokens); !turned.empty()) {
        after(turned, false);
      }
      members(sentences[i].tokens);
    }
    return std::move(out_);
  }

 private:
  void cue(std::uint32_t t) {
    TokenRange words;
    if (const lexicon::Cue* cue = c_.cue(t, c_.cues.attend, &words); cue != nullptr) {
      if (cue->value == "subject") before(words, false);
      if (cue->value == "object") after(words, false);
    }
    if (const lexicon::Cue* cue = c_.cue(t, c_.cues.absent, &words); cue != nullptr) {
      if (cue->value == "before") before(words, true);
      if (cue->value == "after") after(words, true);
      if (cue->phrase == "without") without(words);
    }
    const lexicon::Cue* cue = c_.cue(t, sends_, &words);
    if (cue != nullptr && cue->value.empty()) sent(words);
  }

  // "began without |Morocco, Qatar and Oman|": one state alone may be what is spoken of.
  void without(TokenRange words) {
    const std::size_t known = out_.size();
    after(words, true);
    if (out_.size() == known + 1) out_.pop_back();
  }

  // "|Barbados| sent its ambassador, |Haiti| its chargé d'affaires"
  void sent(TokenRange words) {
    const names::Office* office = unnamed_at(words.end);
    if (office == nullptr) return;
    for (const Tag* tag : subjects(words)) add(*tag, words, false, office);
    const TokenRange s = c_.sentence(words.begin);
    for (std::uint32_t t = office->tokens.end; t < s.end; ++t) {
      const Tag* tag = c_.tags.starting(t);
      if (tag == nullptr || tag->label != Label::state) continue;
      const names::Office* own = unnamed_at(tag->tokens.end);
      if (own == nullptr || own->tokens.begin <= tag->tokens.end) continue;
      for (const Tag* one : subjects({tag->tokens.end, own->tokens.begin})) {
        add(*one, words, false, own);
      }
    }
  }

  // "by |its| ambassador": the office of one whom nobody names, at `at`; or null.
  [[nodiscard]] const names::Office* unnamed_at(std::uint32_t at) const {
    constexpr std::uint32_t kBefore = 3;  // words between the verb and the office
    for (std::uint32_t steps = 0; steps < kBefore; ++steps) {
      const std::string_view word = c_.lower(at);
      const bool small = word == "by" || word == "its" || word == "their" || word == "respective" ||
                         word == "own" || word == "a" || word == "an" || word == "only" ||
                         word == "the";
      if (!small) break;
      ++at;
    }
    const names::Office* office = at < c_.doc.size() ? c_.cast.office_starting(at) : nullptr;
    if (office == nullptr || office->words.empty()) return nullptr;
    const names::Mention* m = c_.cast.covering(at);
    return m == nullptr || m->person == kNobody ? office : nullptr;
  }

  // "- |Australia, China and India|", "from |Kenya, Tanzania and Madagascar|": set off as those of
  // a group.
  [[nodiscard]] bool is_set_off(std::uint32_t before, TokenRange s) const {
    const std::string_view word = c_.doc.lower(before);
    const std::string_view link = before > s.begin ? c_.doc.lower(before - 1) : "";
    const bool dash = word == "-" && c_.doc.space_before(before);
    return dash || word == ":" || word == "(" || word == "from" || word == "including" ||
           (word == "with" && link == "together") || word == "namely" || word == "comprising" ||
           word == "representing" || (word == "is" && link == "that") ||
           (word == "of" && link == "those");
  }

  // "|Egypt, Ethiopia and Kenya| had their ministers there", "the foreign ministries of |Peru,
  // Chile and Ghana| had sent experts": what a list of states does that is not told for being
  // members.
  [[nodiscard]] bool acts(std::uint32_t first, TokenRange s) const {
    const std::string_view before = first > s.begin ? c_.doc.lower(first - 1) : "";
    if (first > s.begin && before != "of" && before != "are") return false;
    if (c_.doc.sentences()[c_.doc.sentence_of(first)].role != LineRole::body) return false;
    bool people = first == s.begin;
    for (std::uint32_t t = s.begin; t < first && !people; ++t) {
      const names::Office* office = c_.cast.office_starting(t);
      const std::string_view word = c_.doc.lower(t);
      people = (office != nullptr && office->plural) || c_.cue(t, officials_) != nullptr ||
               word == "ministries" || word == "leaders" || word == "delegations" ||
               word == "governments" || word == "points";
    }
    if (!people) return false;
    for (std::uint32_t t = first; t < s.end && c_.doc.lower(t) != ";"; ++t) {
      if (c_.cue(t, membership_) != nullptr) return false;
    }
    return true;
  }

  // "The organisation |includes twelve countries|: A, B and C": who belongs to it, at no meeting.
  [[nodiscard]] bool are_of_body(std::uint32_t first, TokenRange s) const {
    constexpr std::uint32_t kNear = 7;  // tokens of "includes the following twelve member states:"
    static constexpr std::array<std::string_view, 3> kHas{"includes", "include", "has"};
    static constexpr std::array<std::string_view, 4> kMembers{"countries", "states", "nations",
                                                              "members"};
    bool members = false;
    for (std::uint32_t back = 1; back <= kNear && first >= s.begin + back; ++back) {
      const std::uint32_t t = first - back;
      members = members || is_one_of(c_.doc.lower(t), kMembers);
      const bool has = c_.cue(t, membership_) != nullptr || is_one_of(c_.doc.lower(t), kHas);
      if (!has || is_one_of(c_.doc.lower(t), kMembers)) continue;
      if (!members) return false;
      for (std::uint32_t before = s.begin; before < t; ++before) {
        if (c_.cue(before, c_.cues.head) != nullptr) return false;
      }
      return true;
    }
    return false;
  }

  // "Ministers from the bloc and its partners - Australia, China, India and Japan - met", "Officers
  // from Kenya, Tanzania and Madagascar": three states or more.
  void members(TokenRange s) {
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      const Tag* tag = c_.tags.starting(t);
      if (tag == nullptr || tag->label != Label::state) continue;
      const bool article = t > s.begin && c_.doc.lower(t - 1) == "the";
      const std::uint32_t first = article ? t - 1 : t;
      const bool set_off = first > s.begin && is_set_off(first - 1, s);
      std::vector<const Tag*> found;
      std::uint32_t at = t;
      while (at < s.end) {
        const std::uint32_t next = skip_joints(at, s.end);
        const Tag* one = next < s.end ? c_.tags.starting(next) : nullptr;
        if (one == nullptr || one->label != Label::state || (next == at && !found.empty())) break;
        if (c_.cast.covering(next) == nullptr) found.push_back(one);
        at = one->tokens.end;
      }
      const bool told = set_off ? !are_of_body(first, s) : acts(first, s);
      if (found.size() >= kGroup && told) {
        for (const Tag* one : found) {
          add(*one, one->tokens, false);
          out_.back().member = !attends(s);
        }
      }
      t = std::max(t, at > 0 ? at - 1 : 0);
    }
  }

  // Somebody takes part, sends or stays away in that sentence.
  [[nodiscard]] bool attends(TokenRange s) const {
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      if (c_.cue(t, c_.cues.attend) != nullptr || c_.cue(t, c_.cues.absent) != nullptr) return true;
    }
    return false;
  }

  [[nodiscard]] static bool is_joint(std::string_view word) {
    return word == "," || word == "and" || word == "the" || word == "nor" || word == "or" ||
           word == ";";
  }

  // Behind what joins two states of a list, and behind "(virtual)".
  [[nodiscard]] std::uint32_t skip_joints(std::uint32_t t, std::uint32_t limit) const {
    constexpr std::uint32_t kAside = 12;  // tokens of "(which is in the process of accession)"
    while (t < limit && is_joint(c_.doc.lower(t)) && c_.tags.starting(t) == nullptr) ++t;
    const bool clause = c_.lower(t) == "which" || c_.lower(t) == "whose";
    for (std::uint32_t end = t; clause && end < std::min(limit, t + kAside); ++end) {
      if (c_.doc.lower(end) == ",") return skip_joints(end, limit);
    }
    if (c_.lower(t) != "(") return t;
    for (std::uint32_t close = t + 1; close < std::min(limit, t + kAside); ++close) {
      if (c_.doc.lower(close) == ")") return skip_joints(close + 1, limit);
    }
    return t;
  }

  // A state by its name that is nobody's office or adjective.
  [[nodiscard]] const Tag* state_ending(std::uint32_t end) const {
    const Tag* tag = end > 0 ? c_.tags.covering(end - 1) : nullptr;
    const bool state = tag != nullptr && tag->label == Label::state && tag->tokens.end == end;
    return state && c_.cast.covering(tag->tokens.begin) == nullptr ? tag : nullptr;
  }

  void add(const Tag& tag, TokenRange words, bool absent, const names::Office* office = nullptr) {
    out_.push_back(
        {{tag.id, c_.doc.span(tag.tokens)}, tag.tokens, c_.doc.span(words), absent, office});
  }

  void before(TokenRange words, bool absent) {
    for (const Tag* tag : subjects(words)) add(*tag, words, absent);
  }

  // "Mali and Guinea|, which are under sanctions,| stayed away": before the clause that ends at
  // `end`, or `end`.
  [[nodiscard]] std::uint32_t before_relative(std::uint32_t end, std::uint32_t begin) const {
    constexpr std::uint32_t kLongest = 14;
    if (end < begin + 3 || c_.doc.lower(end - 1) != ",") return end;
    for (std::uint32_t back = 2; back <= kLongest && end > begin + back; ++back) {
      const std::uint32_t t = end - back;
      if (c_.doc.lower(t) != ",") continue;
      const std::string_view next = c_.doc.lower(t + 1);
      static constexpr std::array<std::string_view, 7> kOpens{
          "which", "who", "whose", "though", "although", "while", "despite"};
      return is_one_of(next, kOpens) ? t : end;
    }
    return end;
  }

  // The states that are the subject of the verb at `words`, in the order of the text.
  [[nodiscard]] std::vector<const Tag*> subjects(TokenRange words) const {
    const TokenRange s = c_.sentence(words.begin);
    std::uint32_t end = words.begin;
    const bool too = end > s.begin + 2 && c_.doc.lower(end - 1) == "," &&
                     (c_.doc.lower(end - 2) == "too" || c_.doc.lower(end - 2) == "also");
    if (too) end -= c_.doc.lower(end - 3) == "," ? 3 : 2;  // "Kenya, too, sent"
    end = before_relative(end, s.begin);
    for (std::uint32_t steps = 0; steps < kBetween && end > s.begin; ++steps) {
      if (state_ending(end) != nullptr) break;
      const bool word = c_.doc.shape(end - 1) == text::Shape::lower ||
                        c_.doc.lower(end - 1) == "(" || c_.doc.lower(end - 1) == "|" ||
                        c_.doc.lower(end - 1) == ":";
      if (!word || is_joint(c_.doc.lower(end - 1))) return {};
      --end;
    }
    std::vector<const Tag*> found;
    while (const Tag* tag = state_ending(end)) {
      found.push_back(tag);
      end = tag->tokens.begin;
      while (end > s.begin && is_joint(c_.doc.lower(end - 1))) --end;
      if (end == tag->tokens.begin) break;
    }
    // "arrived in Nairobi, |Kenya| to attend": where the town lies
    const Tag* town = end > s.begin ? c_.tags.covering(end - 1) : nullptr;
    const bool lies = town != nullptr && town->label == Label::place && town->id != npos &&
                      !found.empty() && c_.catalogue.places()[town->id].state == found.back()->id;
    if (lies && found.size() == 1) return {};
    // "the south of Chad was absent from the debate", but "the chair of Chad stayed empty"
    const std::string_view preposition = end > s.begin ? c_.doc.lower(end - 1) : "";
    const std::string_view seat = end > s.begin + 1 ? c_.doc.lower(end - 2) : "";
    static constexpr std::array<std::string_view, 6> kAdjuncts{"of",  "in",   "to",
                                                               "for", "with", "from"};
    const bool empty =
        preposition == "of" && (seat.starts_with("seat") || seat.starts_with("chair"));
    if (!empty && is_one_of(preposition, kAdjuncts)) return {};
    std::reverse(found.begin(), found.end());
    return found;
  }

  // "the Heads of State and Government of |Fiji, Kiribati and Nauru|": where two states or more
  // start whose people are told, or `at`.
  [[nodiscard]] std::uint32_t owned_list(std::uint32_t at, std::uint32_t limit) const {
    constexpr std::uint32_t kReach = 8;
    if (c_.lower(at) != "the") return at;
    for (std::uint32_t t = at; t + 1 < std::min(limit, at + kReach); ++t) {
      if (c_.doc.is_punctuation(t) || c_.cast.covering(t) != nullptr) return at;
      if (c_.doc.lower(t) != "of" && c_.doc.lower(t) != "from") continue;
      std::uint32_t first = t + 1;
      while (c_.lower(first) == "the" && c_.tags.starting(first) == nullptr) ++first;
      const Tag* tag = first < limit ? c_.tags.starting(first) : nullptr;
      if (tag == nullptr || tag->label != Label::state) continue;
      const std::uint32_t next = skip_joints(tag->tokens.end, limit);
      const Tag* second = next < limit ? c_.tags.starting(next) : nullptr;
      const bool list =
          next > tag->tokens.end && second != nullptr && second->label == Label::state;
      return list ? first : at;
    }
    return at;
  }

  // The list of states that follows the words.
  void after(TokenRange words, bool absent) {
    const TokenRange s = c_.sentence(words.begin);
    std::uint32_t t = words.end;
    if (c_.lower(t) == ":" || c_.lower(t) == "from") ++t;
    if (const std::uint32_t list = owned_list(t, s.end); list != t) t = list;
    for (; t < s.end;) {
      t = skip_joints(t, s.end);
      const Tag* tag = t < s.end ? c_.tags.starting(t) : nullptr;
      if (tag == nullptr || tag->label != Label::state) return;
      if (c_.cast.covering(t) != nullptr || c_.lower(tag->tokens.end) == "'s") return;
      add(*tag, words, absent);
      t = tag->tokens.end;
    }
  }

  // "3. State of |Palestine|, Absent": the state that a line starts with, or null.
  [[nodiscard]] const Tag* state_of_row(TokenRange s) const {
    constexpr std::uint32_t kTitle = 7;  // tokens of "3. People's Democratic Republic of"
    const std::uint32_t end = std::min(s.end, s.begin + kTitle);
    for (std::uint32_t t = s.begin; t < end; ++t) {
      const Tag* tag = c_.tags.starting(t);
      if (tag != nullptr) return tag->label == Label::state ? tag : nullptr;
      const std::string_view word = c_.doc.lower(t);
      const bool title = word == "state" || word == "republic" || word == "kingdom" ||
                         word == "sultanate" || word == "of" || word == "the" ||
                         word == "islamic" || word == "people" || word == "'s" ||
                         word == "people's" || word == "democratic" || word == "federal" ||
                         word == "united" || word == "commonwealth";
      const bool bullet = c_.doc.is_punctuation(t) || c_.doc.shape(t) == text::Shape::number;
      if (!title && !bullet) return nullptr;
    }
    return nullptr;
  }

  // The line starts with a state, set off from what follows.
  [[nodiscard]] bool starts_row(const text::Sentence& s) const {
    if (s.role != LineRole::item && s.role != LineRole::headline) return false;
    const Tag* tag = state_of_row(s.tokens);
    if (tag == nullptr || s.tokens.size() > 45) return false;
    const std::string_view next = c_.lower(tag->tokens.end);
    return tag->tokens.end < s.tokens.end && next != "'s" &&
           c_.doc.shape(tag->tokens.end) != text::Shape::lower;
  }

  void row(TokenRange s) {
    if (s.size() > kLongestRow) return;
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      const names::Mention* m = c_.cast.covering(t);
      if (m != nullptr && (m->person != kNobody || m->kind == names::MentionKind::office)) return;
    }
    bool absent = false;
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      absent = absent || c_.cue(t, c_.cues.absent) != nullptr || c_.doc.lower(t) == "absent";
    }
    add(*state_of_row(s), s, absent);
  }

  const Context& c_;
  lexicon::CueClass sends_;
  lexicon::CueClass officials_;
  lexicon::CueClass membership_;
  std::vector<StateAct> out_;
};

}  // namespace

std::vector<StateAct> states_alone(const Context& context) { return Finder(context).run(); }

}  // namespace rapporteur::meetings
