// Which words are a verb that says or does something.

#include <array>

#include "clause/word_form.h"
#include "clause/word_list.h"
#include "statement/statement_finder.h"
#include "verbal/verb_judge.h"

namespace rapporteur::meetings {

namespace {

using catalogue::VerbForm;
using lexicon::Channel;
using lexicon::Match;

// "is |expected| to sign"
bool takes_infinitive(std::string_view word) {
  return word == "expected" || word == "due" || word == "scheduled" || word == "set" ||
         word == "planned" || word == "able" || word == "likely";
}

}  // namespace

bool StatementFinder::is_prospect(std::string_view word) {
  return word == "expected" || word == "due" || word == "scheduled" || word == "set" ||
         word == "planned" || word == "likely" || word == "foreseen" || word == "envisaged";
}

// The first word behind the number of an item.
std::uint32_t StatementFinder::first_word() const {
  std::uint32_t t = s_.begin;
  while (t < s_.end &&
         (doc_.is_punctuation(t) || doc_.shape(t) == text::Shape::number || is_enumerator(t))) {
    ++t;
  }
  return t;
}

// "a", "iv" before a bracket or stop: the sign of an item.
bool StatementFinder::is_enumerator(std::uint32_t t) const {
  const std::string_view word = lower(t);
  if (word.size() > 4 || (lower(t + 1) != ")" && lower(t + 1) != ".")) return false;
  return word.size() == 1 || word.find_first_not_of("ivx") == std::string_view::npos;
}

// Words that deny what the verb says: "nothing was agreed", "did not sign".
bool StatementFinder::is_denied(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin; t < end; ++t) {
    if (has_value(t, "denial")) return true;
  }
  return false;
}

// The verb or predicate that starts at `t`, the longest; nothing where the words are no verb.
std::optional<Verb> StatementFinder::verb_at(std::uint32_t t) const {
  Verb v;
  if (t + 2 < s_.end && is_courtesy_call(c_, {t, t + 2})) return std::nullopt;
  if (const std::optional<Verb> noun = noun_at(t)) return noun;
  const bool outcome = has_outcome(t);
  if (outcome) {
    if (const std::optional<Verb> chair = hands_chair(t)) return chair;
  }
  // "is |set| to sign"
  if (is_prospect(lower(t)) && lower(t + 1) == "to" && t > s_.begin && is_be(lower(t - 1))) {
    return std::nullopt;
  }
  const Match* cue = nullptr;
  for (const Match& m : c_.matches.at(t)) {
    if (!outcome) break;
    if (m.channel != Channel::cue || m.cue_class != outcome_) continue;
    const lexicon::Cue& found = c_.lexicon.cues()[m.id];
    const bool whole = found.value == "whole";
    if (found.value == "settlement") {
      v.tokens = m.tokens;
      v.act = "agree";
      v.settlement = true;
      v.begin = t;
      return v;
    }
    const catalogue::Index act =
        c_.catalogue.find_speech_act(whole ? std::string_view("hand_over") : found.value);
    if (act == catalogue::npos && !whole) continue;
    cue = &m;
    v.tokens = m.tokens;
    v.act = whole ? std::string_view("hand_over") : found.value;
    v.whole = whole;
    break;
  }
  const Match* act = p_.act(t);
  const std::optional<Verb> attitude = outcome ? attitude_at(t) : std::nullopt;
  if (attitude && (cue == nullptr || cue->tokens.end <= attitude->tokens.end)) return attitude;
  if (cue == nullptr && act == nullptr) return std::nullopt;
  if (cue == nullptr || (act != nullptr && act->tokens.end > cue->tokens.end)) {
    if (doc_.is_capital(t) && t != first_word() && !headline_) return std::nullopt;
    const tagger::Tag* tag = c_.tags.covering(t);
    if (tag != nullptr && tag->tokens.size() > 1) return std::nullopt;
    const catalogue::SpeechAct& known = c_.catalogue.speech_acts()[p_.form(*act).act];
    v.tokens = act->tokens;
    v.act = known.id;
    v.act_class = known.act_class;
    v.whole = false;
    if (!place_verb(v)) return std::nullopt;
    return v;
  }
  v.begin = auxiliaries_before(v);
  return v;
}

// "ended with |the adoption of| a plan": a noun for the deed, behind words that tell it as done.
std::optional<Verb> StatementFinder::noun_at(std::uint32_t t) const {
  const Match* match = nullptr;
  const lexicon::Cue* noun = c_.lexicon.cue_at(c_.matches, t, noun_, &match);
  if (noun == nullptr || t < s_.begin + 1) return std::nullopt;
  const std::uint32_t floor = t > s_.begin + kCarrierReach ? t - kCarrierReach : s_.begin;
  for (std::uint32_t u = t; u-- > floor;) {
    std::uint32_t end = 0;
    if (has_value(u, "carrier", &end) && end <= t && (lower(u) != "with" || closes_before(u))) {
      Verb v;
      v.tokens = match->tokens;
      v.begin = t;
      v.act = noun->value;
      v.settlement = true;
      v.noun = true;
      v.carrier = u;
      return v;
    }
    const bool joint = lower(u) == "," || lower(u) == "and";
    if (!joint && (doc_.is_punctuation(u) || p_.has_role(u, "relative"))) break;
  }
  return std::nullopt;
}

// "|ended| in the afternoon |with| the signing of the minutes"
bool StatementFinder::closes_before(std::uint32_t with) const {
  const lexicon::CueClass stretch = c_.cues.stretch;
  const std::uint32_t floor =
      with > s_.begin + kLongestAdverbial ? with - kLongestAdverbial : s_.begin;
  for (std::uint32_t t = with; t-- > floor;) {
    const lexicon::Cue* cue = c_.cue(t, stretch);
    if (cue != nullptr && cue->value == "end") return true;
  }
  return false;
}

// "The session ended on Friday after |adopting| a plan."
bool StatementFinder::is_closing(std::uint32_t gerund) const {
  return gerund > s_.begin && lower(gerund - 1) == "after" && closes_before(gerund - 1);
}

// "was |specially| emphasised"
bool StatementFinder::is_manner(std::uint32_t t) const {
  // "Guests are |kindly| requested to be seated": no decision.
  return t > s_.begin && lower(t).ends_with("ly") && lower(t).size() > 5 && is_be(lower(t - 1)) &&
         lower(t) != "kindly";
}

// The start of the auxiliaries and adverbs before the verb; sets passive and future.
std::uint32_t StatementFinder::auxiliaries_before(Verb& v) const {
  std::uint32_t t = v.tokens.begin;
  bool adjacent = true;  // only adverbs so far
  std::uint32_t begin = t;
  while (t > s_.begin) {
    const std::string_view word = lower(t - 1);
    if (is_be(word)) {
      if (adjacent) v.passive = true;
      adjacent = false;
    } else if (p_.has_role(t - 1, "aux")) {
      v.future = v.future || is_future(word);
      adjacent = false;
    } else if (word == "to") {
      // "are to sign", "is expected to sign"
      const std::string_view before = t > s_.begin + 1 ? lower(t - 2) : std::string_view();
      if (!is_be(before) && !takes_infinitive(before)) break;
      v.future = before != "able";
      adjacent = false;
    } else if (word == "and" && adjacent && t > s_.begin + 2 && p_.act(t) != nullptr &&
               !lower(t).ends_with("ed") && (lower(t - 3) == "to" || is_future(lower(t - 3)))) {
      t -= 2;  // "are expected to |consider and| sign"
      begin = t;
      adjacent = false;
      continue;
    } else if (takes_infinitive(word)) {
      if (t == v.tokens.begin) break;
    } else if (!(p_.has_role(t - 1, "adverb") || is_manner(t - 1)) || word == "both" ||
               word == "today") {
      break;
    }
    --t;
    begin = t;
  }
  if (v.form != VerbForm::past && v.form != VerbForm::participle) v.passive = false;
  return begin;
}

// "the importance of |ensuring peace, settling| disputes": what the content lists, no deeds.
bool StatementFinder::in_gerund_list(std::uint32_t comma) const {
  for (std::uint32_t t = out_.back().verb.end + 1; t < comma; ++t) {
    if (p_.has_role(t - 1, "preposition") && is_gerund(lower(t)) && lower(t - 1) != "by")
      return true;
  }
  return false;
}

// The form of the verb as the table has it, the finite ones first.
VerbForm StatementFinder::form_of(TokenRange verb) const {
  std::array<bool, 5> may{};
  for (const Match& m : c_.matches.at(verb.begin)) {
    if (m.channel != Channel::act || m.tokens != verb) continue;
    may[static_cast<std::size_t>(p_.form(m).form)] = true;
  }
  const auto can = [&](VerbForm f) { return may[static_cast<std::size_t>(f)]; };
  return can(VerbForm::past) || can(VerbForm::participle) ? VerbForm::past
         : can(VerbForm::third)                           ? VerbForm::third
         : can(VerbForm::base)                            ? VerbForm::base
                                                          : VerbForm::gerund;
}

// The form that the words before the verb allow; false where it is no finite verb here.
bool StatementFinder::place_verb(Verb& v) const {
  v.form = form_of(v.tokens);
  v.begin = auxiliaries_before(v);
  const bool auxiliary =
      v.begin < v.tokens.begin && (p_.has_role(v.begin, "aux") || v.future || v.passive ||
                                   has_auxiliary(v.begin, v.tokens.begin));
  const std::uint32_t prior = v.begin;
  // "the ministers |found|", "the region they |form|", "it |opens up| chances"
  const std::string_view word = lower(v.tokens.begin);
  const bool other = word == "found" || (word == "form" && !auxiliary) ||
                     (word.starts_with("open") && lower(v.tokens.end) == "up");
  if (v.act == "establish" && other) return false;
  // "the |open| questions", "to all |open| questions"; but "they all |agreed|"
  const bool governed = prior > s_.begin + 1 && p_.has_role(prior - 2, "preposition");
  if (prior > s_.begin && p_.has_role(prior - 1, "determiner") &&
      (governed || (lower(prior - 1) != "both" && lower(prior - 1) != "all"))) {
    return false;
  }
  if (v.form == VerbForm::gerund) return gerund_tells(v);
  if (v.form == VerbForm::third) return third_tells(v);
  if (v.form == VerbForm::base) {
    // "declared the meeting open": one body takes no bare form.
    const std::string_view noun = prior > s_.begin ? lower(prior - 1) : std::string_view();
    const bool one = noun.size() > 3 && noun.back() != 's' && p_.has_role(prior - 2, "determiner");
    return auxiliary || (subject_ends_at(prior) && !(one && prior > s_.begin + 1));
  }
  if (auxiliary) return true;
  if (is_aside(prior, v.tokens.end) || is_attribute(prior, v.tokens.end)) return false;
  return subject_ends_at(prior) || !is_reduced(prior);
}

// "ended, |adopting| a plan": a gerund that tells what was done besides.
bool StatementFinder::gerund_tells(const Verb& v) const {
  const std::uint32_t prior = v.begin;
  // "By signing the charter the members made it an organisation."
  if (v.act == "sign" && prior > s_.begin && lower(prior - 1) == "by") return true;
  if (is_closing(prior)) return true;
  // "discussed ways out, |aiming| to calm the border": why they talked.
  if (v.act == "plan") return false;
  if (prior > s_.begin && lower(prior - 1) == "," && !out_.empty()) {
    return !in_gerund_list(prior - 1);
  }
  // "ended, with |the ministers| endorsing the bid"; ", |adopting| a plan" goes on.
  const bool joined = prior > s_.begin && lower(prior - 1) == "and" && !out_.empty();
  return with_group(prior) || (joined && p_.has_role(v.tokens.end, "determiner") &&
                               lower(out_.back().verb.begin).ends_with("ing"));
}

// "The Council |decides|": the verb of one body, behind it or at the front of an item.
bool StatementFinder::third_tells(const Verb& v) const {
  // "5. Decides to meet again": an item of a communiqué.
  if (v.tokens.begin == first_word() && doc_.is_capital(first_word())) {
    return first_word() > s_.begin;
  }
  // "chaired |the four| tables"
  const std::uint32_t prior = v.begin;
  const bool counted = prior > s_.begin + 1 && p_.has_role(prior - 2, "determiner");
  return subject_ends_at(before_insertion(prior)) && !(counted && p_.has_role(prior - 1, "empty"));
}

// "The committee|, tasked with relief|, met": between commas, in front of the verb.
bool StatementFinder::is_aside(std::uint32_t at, std::uint32_t behind) const {
  if (at <= s_.begin || lower(at - 1) != "," || !out_.empty()) return false;
  if (!p_.has_role(behind, "preposition")) return false;
  for (std::uint32_t t = behind; t < std::min(behind + kLongestAdverbial, s_.end); ++t) {
    if (lower(t) != ",") continue;
    return p_.has_role(t + 1, "aux") || p_.has_role(t + 1, "action") ||
           c_.cue(t + 1, c_.cues.verb) != nullptr || c_.cue(t + 1, c_.cues.light_verb) != nullptr;
  }
  return false;
}

// "with |the ministers|" ends at `at`.
bool StatementFinder::with_group(std::uint32_t at) const {
  const names::Mention* m = at > s_.begin ? p_.mention_before(at, at - 1) : nullptr;
  std::uint32_t begin = m != nullptr && m->tokens.end == at ? m->tokens.begin : at - 1;
  if (m == nullptr && !has_value(at - 1, "group")) return false;
  while (begin > s_.begin && p_.has_role(begin - 1, "determiner")) --begin;
  return begin > s_.begin && lower(begin - 1) == "with";
}

// "systematic and |condemned| violations", "other |signed| deals": in front of its noun.
bool StatementFinder::is_attribute(std::uint32_t at, std::uint32_t behind) const {
  if (at < s_.begin + 2 || behind >= s_.end || p_.has_role(behind, "determiner") ||
      p_.has_role(behind, "preposition") || doc_.is_punctuation(behind) ||
      lower(behind) == "that" || lower(behind) == "to") {
    return false;
  }
  if (p_.has_role(at - 1, "empty") && !doc_.is_capital(at - 1)) return true;
  // "in narrow and |extended| formats": in what size they sat
  static constexpr std::array<std::string_view, 5> kSittings{"format", "formats", "composition",
                                                             "compositions", "sessions"};
  if (lower(at - 1) == "and" && is_one_of(lower(behind), kSittings)) return true;
  const std::string_view left = lower(at - 2);
  return lower(at - 1) == "and" && left.size() > 5 &&
         (left.ends_with("ic") || left.ends_with("al") || left.ends_with("ous") ||
          left.ends_with("ive")) &&
         p_.mention_before(at - 1, at - 2) == nullptr;
}

// "The Council|, in this regard,| urges": where the adverbial before the verb at `at` begins.
std::uint32_t StatementFinder::before_insertion(std::uint32_t at) const {
  if (at < s_.begin + 3 || lower(at - 1) != ",") return at;
  for (std::uint32_t t = at - 1; t > s_.begin + 1 && at - t < kLongestLabel + 2; --t) {
    if (lower(t - 1) == ",") {
      return p_.has_role(t, "preposition") || p_.has_role(t, "adverb") ? t - 1 : at;
    }
  }
  return at;
}

// "a government committed to reform": a participle behind its noun, where the clause has its
// verb already.
bool StatementFinder::is_reduced(std::uint32_t at) const {
  if (lower(at + 1) == ":") return false;  // "had three papers signed: ..."
  const std::string_view joint = at > s_.begin ? lower(at - 1) : std::string_view();
  if (joint == "and" || joint == "," || joint == "but" || joint == "or") return false;
  for (std::uint32_t t = at; t > s_.begin; --t) {
    const std::string_view word = lower(t - 1);
    if (word == "," || word == ";" || word == ":") return false;
    if (p_.has_role(t - 1, "aux") || word == "to" || p_.is_finite_act(t - 1)) return true;
  }
  return false;
}

bool StatementFinder::has_auxiliary(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin; t < end; ++t) {
    if (p_.has_role(t, "aux")) return true;
  }
  return false;
}

// A subject stands right before `at`: a person, a group, a body, a pronoun.
bool StatementFinder::subject_ends_at(std::uint32_t at) const {
  if (at <= s_.begin) return false;
  const names::Mention* m = p_.mention_before(at, at - 1);
  if (m != nullptr && m->tokens.end == at) return true;
  const tagger::Tag* tag = c_.tags.covering(at - 1);
  if (tag != nullptr && tag->tokens.end == at && tag->label != tagger::Label::nationality) {
    return true;
  }
  return p_.has_role(at - 1, "pronoun") || has_value(at - 1, "group") ||
         has_value(at - 1, "document");
}

}  // namespace rapporteur::meetings
