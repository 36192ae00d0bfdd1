#include "statement.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rapporteur::meetings {

namespace {

using catalogue::ActClass;
using catalogue::VerbForm;
using lexicon::Channel;
using lexicon::Match;

bool is_be(std::string_view word) {
  return word == "was" || word == "were" || word == "is" || word == "are" || word == "be" ||
         word == "been" || word == "being";
}

bool is_future(std::string_view word) {
  return word == "will" || word == "would" || word == "shall" || word == "should" ||
         word == "may" || word == "might" || word == "could" || word == "can" || word == "must";
}

// A verb with what stands right before it.
struct Verb {
  TokenRange tokens;
  std::uint32_t begin = 0;  // of its auxiliaries
  std::string_view act;
  ActClass act_class = ActClass::outcome;
  VerbForm form = VerbForm::past;
  bool passive = false;
  bool future = false;
  bool whole = false;       // the words belong to the content
  bool settlement = false;  // "agreement was reached on": nobody is its subject
  bool noun = false;        // "the adoption of": what follows is a list of things
};

class Finder {
 public:
  Finder(const Context& context, const Phrases& phrases, TokenRange sentence)
      : c_(context),
        p_(phrases),
        s_(sentence),
        outcome_(context.lexicon.cue_class("outcome")),
        noun_(context.lexicon.cue_class("outcome_noun")),
        doc_(context.doc) {}

  std::vector<Statement> run(const Lead* lead) {
    std::uint32_t t = s_.begin;
    if (lead != nullptr && follow(*lead)) t = first_word() + 1;
    say_terms();
    if (!out_.empty() && lead == nullptr) return std::move(out_);
    for (; t < s_.end; ++t) {
      if (chair_passes(t)) continue;
      const std::optional<Verb> verb = verb_at(t);
      if (!verb) continue;
      if (say(*verb)) t = std::max(t, verb->tokens.end - 1);
    }
    return std::move(out_);
  }

  // What the items below this sentence take over from it.
  [[nodiscard]] std::optional<Lead> lead() {
    std::uint32_t end = s_.end;
    while (end > s_.begin && doc_.is_punctuation(end - 1)) --end;
    for (std::uint32_t t = s_.begin; t < end; ++t) {
      const std::optional<Verb> v = verb_at(t);
      if (!v || v->act_class != ActClass::outcome || !opens_list(v->tokens.end, end)) continue;
      const bool nobody = v->settlement || (v->passive && v->form == VerbForm::past);
      const Subject who = nobody ? Subject{Voice::impersonal, {}} : subject_of(*v);
      if (who.voice != Voice::nobody) {
        return Lead{who.voice, who.tokens, v->act, v->act_class, v->future};
      }
    }
    // "The results:", "Decisions"
    if (end > s_.begin && end - s_.begin <= kLongestLabel && has_value(end - 1, "result")) {
      return Lead{Voice::impersonal, {}, "decide", ActClass::outcome, false};
    }
    Lead out;
    while (end > s_.begin && (p_.has_role(end - 1, "aux") || p_.has_role(end - 1, "adverb") ||
                              is_prospect(lower(end - 1)) || lower(end - 1) == "to" ||
                              doc_.is_punctuation(end - 1))) {
      out.future = out.future || is_future(lower(end - 1)) || is_prospect(lower(end - 1));
      --end;
    }
    const Subject who = judge(p_.subject_begin(end, s_.begin), end);
    if (who.voice == Voice::nobody) return std::nullopt;
    out.voice = who.voice;
    out.subject = who.tokens;
    return out;
  }

 private:
  static constexpr std::uint32_t kLongestAdverbial = 14;  // tokens between those commas
  static constexpr std::uint32_t kColonReach = 10;        // tokens from a verb to the colon
  static constexpr std::uint32_t kChairReach = 6;         // tokens from "presidency" to "passes to"
  static constexpr std::uint32_t kCarrierReach = 8;  // tokens from "witnessed" to "the signing of"
  static constexpr std::uint32_t kLongestLabel = 6;  // tokens of "The main decisions taken:"

  static bool is_prospect(std::string_view word) {
    return word == "expected" || word == "due" || word == "scheduled" || word == "set" ||
           word == "planned" || word == "likely";
  }

  // Only words that point at the list stand between the verb and its end: "agreed as follows".
  [[nodiscard]] bool opens_list(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      std::uint32_t after = t + 1;
      if (p_.has_role(t, "preposition") || p_.has_role(t, "determiner") ||
          p_.has_role(t, "adverb", &after) || p_.has_role(t, "empty") || has_value(t, "result") ||
          has_value(t, "pointer", &after) || lower(t) == "that" || lower(t) == "to" ||
          doc_.is_punctuation(t)) {
        t = after - 1;
        continue;
      }
      return false;
    }
    return true;
  }

  // An item below `lead`; false where its words do not go on with it.
  bool follow(const Lead& lead) {
    const std::uint32_t first = first_word();
    if (first >= s_.end) return false;
    Statement s;
    s.voice = lead.voice;
    s.subject = lead.subject;
    s.future = lead.future;
    if (!lead.act.empty()) {
      s.act = lead.act;
      s.act_class = lead.act_class;
      s.verb = {first, first};
      add_contents(s, content_begin(first));
      return !out_.empty();
    }
    std::uint32_t t = first;
    std::uint32_t end = 0;
    while (t < s_.end && p_.has_role(t, "adverb", &end)) t = end;
    const Match* match = p_.act(t);
    if (match == nullptr || p_.form(*match).form == VerbForm::gerund) return false;
    const catalogue::SpeechAct& known = c_.catalogue.speech_acts()[p_.form(*match).act];
    s.act = known.id;
    s.act_class = known.act_class;
    s.verb = match->tokens;
    const std::uint32_t begin = content_begin(match->tokens.end);
    if (begin >= s_.end || doc_.is_punctuation(begin)) return false;
    add_contents(s, begin);
    return true;
  }

  [[nodiscard]] std::string_view lower(std::uint32_t t) const {
    return t < s_.end ? c_.lower(t) : std::string_view();
  }

  [[nodiscard]] bool has_value(std::uint32_t token, std::string_view value,
                               std::uint32_t* end = nullptr) const {
    if (token >= doc_.size()) return false;
    for (const Match& m : c_.matches.at(token)) {
      if (m.channel != Channel::cue) continue;
      const lexicon::Cue& cue = c_.lexicon.cues()[m.id];
      if (cue.cue_class != outcome_ || cue.value != value) continue;
      if (end != nullptr) *end = m.tokens.end;
      return true;
    }
    return false;
  }

  // The first word behind the number of an item.
  [[nodiscard]] std::uint32_t first_word() const {
    std::uint32_t t = s_.begin;
    while (t < s_.end &&
           (doc_.is_punctuation(t) || doc_.shape(t) == text::Shape::number || is_enumerator(t))) {
      ++t;
    }
    return t;
  }

  // "a", "iv" before a bracket or stop: the sign of an item.
  [[nodiscard]] bool is_enumerator(std::uint32_t t) const {
    const std::string_view word = lower(t);
    if (word.size() > 4 || (lower(t + 1) != ")" && lower(t + 1) != ".")) return false;
    return word.size() == 1 || word.find_first_not_of("ivx") == std::string_view::npos;
  }

  // Words that deny what the verb says: "nothing was agreed", "did not sign".
  [[nodiscard]] bool is_denied(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      if (has_value(t, "denial")) return true;
    }
    return false;
  }

  // "The presidency |passes to Belarus|": the chair itself is the subject.
  bool chair_passes(std::uint32_t t) {
    std::uint32_t end = 0;
    if (!has_value(t, "chairmanship", &end)) return false;
    std::uint32_t verb = end;
    while (verb < std::min(end + kChairReach, s_.end) && !has_value(verb, "passes")) {
      if (doc_.is_punctuation(verb)) return false;
      ++verb;
    }
    if (!has_value(verb, "passes", &end) || verb >= s_.end) return false;
    Statement s;
    s.act = "hand_over";
    s.voice = Voice::group;
    s.verb = {verb, end};
    s.content = {t, p_.clause_end(end, s_.end, false)};
    out_.push_back(s);
    return true;
  }

  // "Under the deal, |two crossings will reopen|."
  void say_terms() {
    const std::uint32_t first = first_word();
    std::uint32_t end = 0;
    if (!has_value(first, "terms", &end)) return;
    while (end < s_.end && lower(end) != ",") {
      if (p_.has_role(end, "aux") || end > first + kLongestAdverbial) return;
      ++end;
    }
    const std::uint32_t begin = end + 1;
    bool modal = false;
    for (std::uint32_t t = begin; t < s_.end && !modal; ++t) {
      modal = is_future(lower(t)) || (is_be(lower(t)) && lower(t + 1) == "to");
    }
    if (!modal) return;
    Statement s;
    s.act = "agree";
    s.voice = Voice::document;
    s.verb = {first, first};
    std::uint32_t from = begin;
    for (std::uint32_t t = begin; t <= s_.end; ++t) {
      const bool parts = t == s_.end || (lower(t) == "and" && p_.starts_clause(t + 1, s_.end));
      if (!parts) continue;
      s.content = {from, p_.clause_end(from, t, false)};
      if (!s.content.empty()) out_.push_back(s);
      from = t + 1;
    }
  }

  // The verb or predicate that starts at `t`, the longest; nothing where the words are no verb.
  [[nodiscard]] std::optional<Verb> verb_at(std::uint32_t t) const {
    Verb v;
    if (const std::optional<Verb> noun = noun_at(t)) return noun;
    const Match* cue = nullptr;
    for (const Match& m : c_.matches.at(t)) {
      if (m.channel != Channel::cue) continue;
      const lexicon::Cue& found = c_.lexicon.cues()[m.id];
      if (found.cue_class != outcome_) continue;
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
    if (cue == nullptr && act == nullptr) return std::nullopt;
    if (cue == nullptr || (act != nullptr && act->tokens.end > cue->tokens.end)) {
      if (doc_.is_capital(t) && t != first_word()) return std::nullopt;
      const tagger::Tag* tag = c_.tags.covering(t);
      if (tag != nullptr && tag->tokens.size() > 1) return std::nullopt;
      const catalogue::SpeechAct& known = c_.catalogue.speech_acts()[p_.form(*act).act];
      v.tokens = act->tokens;
      v.act = known.id;
      v.act_class = known.act_class;
      v.whole = false;
      if (!place_verb(v, *act)) return std::nullopt;
      return v;
    }
    v.begin = auxiliaries_before(v);
    return v;
  }

  // "ended with |the adoption of| a plan": a noun for the deed, behind words that tell it as done.
  [[nodiscard]] std::optional<Verb> noun_at(std::uint32_t t) const {
    const Match* match = nullptr;
    const lexicon::Cue* noun = c_.lexicon.cue_at(c_.matches, t, noun_, &match);
    if (noun == nullptr || t < s_.begin + 1) return std::nullopt;
    const std::uint32_t floor = t > s_.begin + kCarrierReach ? t - kCarrierReach : s_.begin;
    for (std::uint32_t u = t; u-- > floor;) {
      std::uint32_t end = 0;
      if (has_value(u, "carrier", &end) && end <= t) {
        Verb v;
        v.tokens = match->tokens;
        v.begin = t;
        v.act = noun->value;
        v.settlement = true;
        v.noun = true;
        return v;
      }
      const bool joint = lower(u) == "," || lower(u) == "and";
      if (!joint && (doc_.is_punctuation(u) || p_.has_role(u, "relative"))) break;
    }
    return std::nullopt;
  }

  // The start of the auxiliaries and adverbs before the verb; sets passive and future.
  [[nodiscard]] std::uint32_t auxiliaries_before(Verb& v) const {
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
        if (!is_be(before) && before != "expected" && before != "due" && before != "scheduled" &&
            before != "set" && before != "planned" && before != "able" && before != "likely") {
          break;
        }
        v.future = before != "able";
        adjacent = false;
      } else if (word == "expected" || word == "due" || word == "scheduled" || word == "set" ||
                 word == "planned" || word == "able" || word == "likely") {
        if (t == v.tokens.begin) break;
      } else if (!p_.has_role(t - 1, "adverb") || word == "both" || word == "today") {
        break;
      }
      --t;
      begin = t;
    }
    if (v.form != VerbForm::past && v.form != VerbForm::participle) v.passive = false;
    return begin;
  }

  // The form that the words before the verb allow; false where it is no finite verb here.
  bool place_verb(Verb& v, const Match& match) const {
    std::array<bool, 5> may{};
    for (const Match& m : c_.matches.at(v.tokens.begin)) {
      if (m.channel != Channel::act || m.tokens != match.tokens) continue;
      may[static_cast<std::size_t>(p_.form(m).form)] = true;
    }
    const auto can = [&](VerbForm f) { return may[static_cast<std::size_t>(f)]; };
    v.form = can(VerbForm::past) || can(VerbForm::participle) ? VerbForm::past
             : can(VerbForm::third)                           ? VerbForm::third
             : can(VerbForm::base)                            ? VerbForm::base
                                                              : VerbForm::gerund;
    v.begin = auxiliaries_before(v);
    const bool auxiliary =
        v.begin < v.tokens.begin && (p_.has_role(v.begin, "aux") || v.future || v.passive ||
                                     has_auxiliary(v.begin, v.tokens.begin));
    const std::uint32_t prior = v.begin;
    if (prior > s_.begin && p_.has_role(prior - 1, "determiner") && lower(prior - 1) != "both" &&
        lower(prior - 1) != "all") {
      return false;
    }
    if (v.form == VerbForm::gerund) {
      // "By signing the charter the members made it an organisation."
      if (v.act == "sign" && prior > s_.begin && lower(prior - 1) == "by") return true;
      return prior > s_.begin && lower(prior - 1) == "," && !out_.empty();
    }
    if (v.form == VerbForm::base) {
      return auxiliary || subject_ends_at(prior);
    }
    // "5. Decides to meet again": an item of a communiqué.
    if (v.form == VerbForm::third && v.tokens.begin == first_word() &&
        doc_.is_capital(first_word())) {
      return first_word() > s_.begin;
    }
    if (v.form == VerbForm::third) return subject_ends_at(prior);
    return auxiliary || subject_ends_at(prior) || !is_reduced(prior);
  }

  // "a government committed to reform": a participle behind its noun, where the clause has its
  // verb already.
  [[nodiscard]] bool is_reduced(std::uint32_t at) const {
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

  [[nodiscard]] bool has_auxiliary(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      if (p_.has_role(t, "aux")) return true;
    }
    return false;
  }

  // A subject stands right before `at`: a person, a group, a body, a pronoun.
  [[nodiscard]] bool subject_ends_at(std::uint32_t at) const {
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

  struct Subject {
    Voice voice = Voice::nobody;
    TokenRange tokens;
  };

  [[nodiscard]] Voice voice_of(const names::Mention& m) const {
    switch (m.kind) {
      case names::MentionKind::collective:
        return Voice::group;
      case names::MentionKind::state:
        return Voice::single;
      case names::MentionKind::office:
        if (m.office != kNobody && c_.cast.offices[m.office].plural) return Voice::group;
        return speaks_for_others(m.tokens) ? Voice::apart : Voice::single;
      case names::MentionKind::name:
        break;
    }
    return speaks_for_others(m.tokens) ? Voice::apart : Voice::single;
  }

  [[nodiscard]] bool speaks_for_others(TokenRange range) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (c_.cue(t, c_.cues.speaker_only) != nullptr || has_value(t, "apart")) return true;
    }
    return false;
  }

  // What the words [begin, end) in front of a verb are as its subject.
  [[nodiscard]] Subject judge(std::uint32_t begin, std::uint32_t end) const {
    Subject out{Voice::nobody, {begin, end}};
    if (begin >= end) return out;
    const std::string_view opens = lower(begin);
    if (opens == "what" || opens == "which" || opens == "who" || opens == "if") return out;
    const std::string_view last = lower(end - 1);
    if (last == "they" || last == "both" || last == "all" || last == "we") {
      out.tokens.begin = end - 1;
      out.voice = last == "we" ? Voice::apart : Voice::group;
      return out;
    }
    if (last == "it" || last == "he" || last == "she" || last == "i") {
      out.tokens.begin = end - 1;
      out.voice = last == "i" ? Voice::apart : Voice::single;
      return out;
    }
    if (last == "who" || last == "which" || last == "that") return out;
    std::uint32_t names = 0;
    const names::Mention* first = nullptr;
    for (std::uint32_t t = begin; t < end;) {
      const names::Mention* m = p_.mention_at(t);
      if (m == nullptr || m->tokens.end > end) {
        ++t;
        continue;
      }
      const bool object = t > begin && p_.has_role(t - 1, "preposition");
      if (first == nullptr && !object) first = m;
      if (m->kind == names::MentionKind::name || m->kind == names::MentionKind::state) ++names;
      t = m->tokens.end;
    }
    if (first != nullptr) {
      out.voice = voice_of(*first);
      const bool joined = names >= 2 && has_and(begin, end);
      if (out.voice == Voice::single && joined) out.voice = Voice::group;
      if (out.voice == Voice::single && first->kind == names::MentionKind::office &&
          has_value(end - 1, "group")) {
        out.voice = Voice::group;
      }
      if (speaks_for_others({begin, end}) && out.voice != Voice::group) out.voice = Voice::apart;
      return out;
    }
    // The head of a noun phrase stands before its first preposition or comma.
    std::uint32_t head = begin;
    while (head + 1 < end && !p_.has_role(head + 1, "preposition") && lower(head + 1) != ",") {
      ++head;
    }
    if (has_value(head, "apart") || speaks_for_others({begin, head + 1})) {
      out.voice = Voice::apart;
    } else if (has_value(head, "group") || has_value(end - 1, "group")) {
      out.voice = Voice::group;
    } else if (has_value(head, "document")) {
      // "A Honduran communiqué" is one side's.
      const bool of_one =
          std::any_of(c_.tags.all().begin(), c_.tags.all().end(), [&](const tagger::Tag& tag) {
            return tag.tokens.begin >= begin && tag.tokens.end <= head + 1 &&
                   (tag.label == tagger::Label::nationality || tag.label == tagger::Label::state);
          });
      out.voice = of_one ? Voice::single : Voice::document;
    } else {
      out.voice = voice_of_tags(begin, end);
    }
    return out;
  }

  // "the UN General Assembly", "China", "Tajikistan and Uzbekistan"
  [[nodiscard]] Voice voice_of_tags(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t states = 0;
    for (std::uint32_t t = begin; t < end;) {
      const tagger::Tag* tag = c_.tags.starting(t);
      if (tag == nullptr) {
        ++t;
        continue;
      }
      if (tag->label == tagger::Label::body) {
        return tag->id != catalogue::npos ? Voice::group : Voice::single;
      }
      if (tag->label == tagger::Label::state) ++states;
      t = std::max(t + 1, tag->tokens.end);
    }
    if (states >= 2 && has_and(begin, end)) return Voice::group;
    return states == 1 ? Voice::single : Voice::nobody;
  }

  [[nodiscard]] bool has_and(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      if (lower(t) == "and") return true;
    }
    return false;
  }

  [[nodiscard]] Subject subject_of(const Verb& v) const {
    // "and signed", ", stressing": the subject of the verb before.
    const std::string_view before = v.begin > s_.begin ? lower(v.begin - 1) : std::string_view();
    const bool joined = before == "and" || before == "but" || before == ",";
    if (joined && !out_.empty()) {
      return {out_.back().voice, out_.back().subject};
    }
    if (joined && last_.voice != Voice::nobody) return last_;
    // "Africa, both presidents believe, ...": who stands right before the verb says it.
    const names::Mention* close =
        v.begin > s_.begin ? p_.mention_before(v.begin, v.begin - 1) : nullptr;
    std::uint32_t near = close != nullptr ? close->tokens.begin : s_.begin;
    if (near > s_.begin && p_.has_role(near - 1, "determiner")) --near;
    if (close != nullptr && close->tokens.end == v.begin && near > s_.begin &&
        lower(near - 1) == ",") {
      return {voice_of(*close), close->tokens};
    }
    std::uint32_t end = v.begin;
    if (joined) {
      // "The ministers, meeting in Rome, agreed": the words between commas are an aside.
      const Subject whole = judge(p_.subject_begin(end - 1, s_.begin), end - 1);
      if (whole.voice == Voice::group) return whole;
      std::uint32_t comma = v.begin - 1;
      std::uint32_t open = comma;
      while (open > s_.begin && lower(open - 1) != ",") --open;
      if (before == "," && open > s_.begin + 1) {
        end = open - 1;
      }
    }
    const std::uint32_t begin = p_.subject_begin(end, s_.begin);
    Subject found = judge(begin, end);
    if (found.voice == Voice::nobody && joined && begin < v.begin) found = judge(s_.begin, end);
    return found;
  }

  // Past the words that open a content and say nothing: "that", "to", "with satisfaction that".
  [[nodiscard]] std::uint32_t content_begin(std::uint32_t t) const {
    for (bool moved = true; moved && t < s_.end;) {
      moved = false;
      std::uint32_t end = 0;
      if (has_value(t, "attitude", &end)) {
        t = end;
        moved = true;
        continue;
      }
      const std::string_view word = lower(t);
      if (word == "that" || word == "to" || word == "on" || word == "upon") {
        ++t;
        moved = true;
      } else if (p_.has_role(t, "adverb", &end)) {
        t = end;
        moved = true;
      } else if (word == "with" && lower(t + 1) == "each") {
        t += 3;
        moved = true;
      }
    }
    return t;
  }

  bool say(const Verb& v) {
    const std::uint32_t near = v.begin > s_.begin + 2 ? v.begin - 2 : s_.begin;
    if (is_denied(near, v.tokens.begin)) return false;
    Statement s;
    s.act = v.act;
    s.act_class = v.act_class;
    s.verb = v.tokens;
    s.future = v.future;
    if (v.form == VerbForm::third && v.tokens.begin == first_word() &&
        doc_.is_capital(v.tokens.begin)) {
      s.voice = Voice::document;
      add_contents(s, content_begin(v.tokens.end));
      return true;
    }
    if (v.noun) {
      s.voice = Voice::impersonal;
      s.list = true;
      s.content = {v.tokens.end, p_.clause_end(v.tokens.end, s_.end, true)};
      if (s.content.empty()) return false;
      out_.push_back(s);
      return true;
    }
    if (v.settlement) {
      s.voice = Voice::impersonal;
      add_contents(s, content_begin(v.tokens.end));
      return true;
    }
    if (v.whole) {
      const Subject who = subject_of(v);
      const std::string_view relative = v.begin > s_.begin ? lower(v.begin - 1) : "";
      if (relative == "which" || relative == "who") return false;
      s.voice = Voice::group;
      s.subject = who.tokens;
      s.content = {v.tokens.begin, p_.clause_end(v.tokens.end, s_.end, true)};
      out_.push_back(s);
      return true;
    }
    if (v.passive && v.form == VerbForm::past) return say_passive(v, s);
    const std::string_view before = v.begin > s_.begin ? lower(v.begin - 1) : std::string_view();
    if ((v.form == VerbForm::gerund && before == "by") || lower(v.tokens.begin) == "the") {
      s.voice = Voice::impersonal;
      std::uint32_t limit = v.tokens.end + 1;
      while (limit < s_.end && (!p_.has_role(limit, "determiner") || in_phrase(limit))) ++limit;
      s.content = {v.tokens.end, p_.clause_end(v.tokens.end, limit, false)};
      if (s.content.empty()) return false;
      out_.push_back(s);
      return true;
    }
    Subject who = subject_of(v);
    // "had three papers signed: a convention, ..."
    if (who.voice == Voice::nobody && lower(v.tokens.end) == ":" && !out_.empty()) {
      who = {out_.back().voice, out_.back().subject};
    }
    if (who.voice == Voice::nobody) return false;
    last_ = who;
    s.voice = who.voice;
    s.subject = who.tokens;
    if (nested(v, s)) return false;
    if (trails(v, s)) return true;
    if (wants_clause(v) && lower(v.tokens.end) != "to" && lower(v.tokens.end) != "that") {
      return false;
    }
    if (v.act == "want" && !is_wish(v.tokens.end)) return false;
    const bool papers = lower(v.tokens.end) == ":";
    std::uint32_t begin = content_begin(v.tokens.end + (papers ? 1 : 0));
    // "told them |that| X", "assured her |of| Y"
    const bool addressed = v.act == "inform" || v.act == "say" || v.act == "reaffirm";
    for (std::uint32_t t = begin; addressed && t < std::min(begin + 8, s_.end); ++t) {
      if (doc_.is_punctuation(t)) break;
      if (lower(t) != "that" && (lower(t) != "of" || v.act != "reaffirm")) continue;
      const bool object = p_.mention_at(begin) != nullptr || p_.has_role(begin, "pronoun") ||
                          lower(begin) == "them" || lower(begin) == "him" || lower(begin) == "her";
      if (object && t + 1 < s_.end) begin = content_begin(t + 1);
      break;
    }
    // "expressed their |support for X|"
    for (std::uint32_t t = v.tokens.begin + 1; t < v.tokens.end; ++t) {
      if (has_value(t, "kernel") && begin < s_.end && begin == v.tokens.end) begin = t;
    }
    if (begin >= s_.end) return false;
    const std::uint32_t colon = colon_behind(v.tokens.end);
    if (colon != s_.end) return add_listed(s, colon + 1);
    begin = behind_adverbial(begin);
    if (doc_.is_punctuation(begin) && !opens_quote_or_sum(begin)) return false;
    // "agreed at their meeting", "recommended today in Vienna": the content stands elsewhere.
    const std::string_view first = lower(begin);
    if (first == "at" || first == "in" || first == "during" || first == "by" || first == "from" ||
        (first == "for" && v.act_class != ActClass::outcome)) {
      return false;
    }
    add_contents(s, begin);
    return true;
  }

  [[nodiscard]] bool opens_quote_or_sum(std::uint32_t t) const {
    const std::string_view sign = lower(t);
    return sign == "\"" || sign == "'" || sign == "$" || sign == "€" || sign == "£" || sign == "¥";
  }

  // "decided, |in particular|, to double": the content behind what stands between commas.
  [[nodiscard]] std::uint32_t behind_adverbial(std::uint32_t t) const {
    if (lower(t) != ",") return t;
    for (std::uint32_t u = t + 1; u + 1 < std::min(t + kLongestAdverbial, s_.end); ++u) {
      if (lower(u) == ";" || lower(u) == ":") return t;
      if (lower(u) == "," && (lower(u + 1) == "to" || lower(u + 1) == "that")) {
        return content_begin(u + 1);
      }
    }
    return t;
  }

  // The colon behind words that only point at a list, or the end of the sentence.
  [[nodiscard]] std::uint32_t colon_behind(std::uint32_t begin) const {
    for (std::uint32_t t = begin; t < std::min(begin + kColonReach, s_.end); ++t) {
      if (lower(t) == ":" && t + 1 < s_.end) return opens_list(begin, t) ? t : s_.end;
    }
    return s_.end;
  }

  // "agreed the following: 1) to open the border; 2) to hold patrols"
  bool add_listed(Statement s, std::uint32_t begin) {
    std::uint32_t from = begin;
    for (std::uint32_t t = begin; t <= s_.end; ++t) {
      if (t < s_.end && lower(t) != ";") continue;
      while (from < t && (doc_.is_punctuation(from) || is_enumerator(from) ||
                          (doc_.shape(from) == text::Shape::number && lower(from + 1) == ")") ||
                          lower(from) == "and")) {
        ++from;
      }
      from = content_begin(from);
      if (from < t) {
        s.content = {from, p_.clause_end(from, t, false)};
        if (!s.content.empty()) out_.push_back(s);
      }
      from = t + 1;
    }
    return true;
  }

  // The determiner at `t` goes on with a phrase: "of the", "and a".
  [[nodiscard]] bool in_phrase(std::uint32_t t) const {
    return p_.has_role(t - 1, "preposition") || p_.has_role(t - 1, "join") ||
           doc_.is_punctuation(t - 1) || p_.has_role(t - 1, "determiner");
  }

  // "It was agreed that X"; "X was signed".
  bool say_passive(const Verb& v, Statement s) {
    const std::uint32_t begin = std::max(p_.subject_begin(v.begin, s_.begin), first_word());
    s.passive = true;
    s.voice = Voice::impersonal;
    if (is_denied(begin, v.begin)) return false;
    if (v.act == "elect" && lower(v.tokens.begin) == "named") return false;
    // "The border will open, it was agreed."
    const bool ends = v.tokens.end >= s_.end || lower(v.tokens.end) == ".";
    if (begin + 1 == v.begin && lower(begin) == "it" && begin > s_.begin + 2 &&
        lower(begin - 1) == "," && ends) {
      s.passive = false;
      s.content = {s_.begin, begin - 1};
      out_.push_back(s);
      return true;
    }
    // "There is now a charter, which was adopted on Friday."
    if (v.begin > s_.begin + 2 && lower(v.begin - 1) == "which") {
      const std::uint32_t end = lower(v.begin - 2) == "," ? v.begin - 2 : v.begin - 1;
      const std::uint32_t floor = end > s_.begin + 12 ? end - 12 : s_.begin;
      const std::uint32_t from = paper_begin(floor, end);
      if (from == floor && !starts_with_paper(floor, end)) return false;
      s.content = {from, end};
      s.list = true;
      out_.push_back(s);
      return true;
    }
    // "The border, it was agreed, will open."
    if (begin + 1 == v.begin && lower(begin) == "it" && begin > s_.begin + 1 &&
        lower(begin - 1) == "," && lower(v.tokens.end) == ",") {
      s.passive = false;
      s.opening = {s_.begin, begin - 1};
      add_contents(s, v.tokens.end + 1);
      return true;
    }
    if (begin + 1 == v.begin && lower(begin) == "it") {
      const bool clause = lower(v.tokens.end) == "that" || lower(v.tokens.end) == "to";
      const std::uint32_t from = clause ? v.tokens.end + 1 : s_.end;
      if (from >= s_.end) return false;
      s.passive = false;
      add_contents(s, from);
      return true;
    }
    if (begin >= v.begin) return false;
    // "X will go on; this, too, was agreed."
    if (lower(begin) == "this" && begin > s_.begin + 3 && lower(begin - 1) == ";") {
      s.passive = false;
      s.content = {s_.begin, begin - 1};
      out_.push_back(s);
      return true;
    }
    // "were agreed that it is important": a group's predicate rather than a passive.
    const bool paper = paper_begin(begin, v.begin) != begin || starts_with_paper(begin, v.begin);
    bool founded = false;  // "a working group was set up"
    for (std::uint32_t t = begin; t < v.begin; ++t) founded = founded || has_value(t, "founded");
    if (v.act == "establish" && !founded && !v.future) return false;
    const bool thing = paper || founded;
    const Subject who = thing ? Subject{} : judge(begin, v.begin);
    if (lower(v.tokens.end) == "that" && who.voice == Voice::group) {
      s.passive = false;
      s.voice = who.voice;
      s.subject = who.tokens;
      add_contents(s, v.tokens.end + 1);
      return true;
    }
    if (who.voice == Voice::group || who.voice == Voice::single || who.voice == Voice::apart) {
      return say_appointed(v, s, begin);  // "the ministers were urged" is no outcome
    }
    return say_thing(v, s, {paper_begin(begin, v.begin), v.begin});
  }

  // What was done to `thing`, with what the words behind the verb add to it.
  bool say_thing(const Verb& v, Statement s, TokenRange thing) {
    const std::string_view after = lower(v.tokens.end);
    if (v.act == "hand_over") {
      s.passive = false;
      s.content = {thing.begin, p_.clause_end(v.tokens.end, s_.end, false)};
      out_.push_back(s);
      return true;
    }
    // "a decision was taken |to help| them", "an agreement was signed |on trade|"
    const bool paper = starts_with_paper(thing.begin, thing.end);
    if (paper && after == "to" && !p_.has_role(v.tokens.end + 1, "determiner")) {
      s.passive = false;
      s.act = "agree";
      add_contents(s, v.tokens.end + 1);
      return true;
    }
    s.content = thing;
    s.list = true;
    out_.push_back(s);
    // "six accords were signed, |including| an agreement on visas and a memorandum"
    std::uint32_t next = v.tokens.end;
    if (lower(next) == "," || lower(next) == ":" || lower(next) == "-") ++next;
    std::uint32_t from = next;
    const bool parts = p_.has_role(next, "narrow", &from) || lower(next - 1) == ":";
    if (next > v.tokens.end && parts) {
      s.content = {from, p_.clause_end(from, s_.end, true)};
      s.passive = false;
      if (!s.content.empty()) out_.push_back(s);
    }
    return true;
  }

  // "|Ann Li|, a judge, was |elected chair|"; "|Samoa| was |admitted as a member|".
  bool say_appointed(const Verb& v, Statement s, std::uint32_t begin) {
    const bool appoints = v.act == "elect" || v.act == "admit" || v.act == "approve";
    if (!appoints || v.future) return false;
    std::uint32_t end = v.tokens.end;
    while (end < s_.end && (!doc_.is_punctuation(end) || lower(end) == "-") && lower(end) != "by" &&
           lower(end) != "at" && lower(end) != "with" && !p_.starts_time(end) &&
           !p_.has_role(end, "aux") && !p_.has_role(end, "stop")) {
      ++end;
    }
    std::uint32_t name_end = begin;
    while (name_end < v.begin && (lower(name_end) != "," || v.act == "admit")) ++name_end;
    s.opening = {begin, name_end};
    s.content = p_.trim_end({v.tokens.begin, end}, true);
    if (s.content.size() <= v.tokens.size() && v.act == "elect") return false;
    s.passive = false;
    out_.push_back(s);
    return true;
  }

  [[nodiscard]] bool starts_with_paper(std::uint32_t begin, std::uint32_t end) const {
    const lexicon::CueClass instrument = c_.lexicon.cue_class("instrument");
    for (std::uint32_t t = begin; t < std::min(end, begin + 6); ++t) {
      if (c_.cue(t, instrument) != nullptr) return true;
    }
    return false;
  }

  // The start of the noun phrase around the first paper in [begin, end); `begin` if there is none.
  [[nodiscard]] std::uint32_t paper_begin(std::uint32_t begin, std::uint32_t end) const {
    const lexicon::CueClass instrument = c_.lexicon.cue_class("instrument");
    for (std::uint32_t t = begin; t < end; ++t) {
      if (c_.cue(t, instrument) == nullptr) continue;
      std::uint32_t from = t;
      while (from > begin && !p_.has_role(from - 1, "preposition") && lower(from - 1) != "as" &&
             !p_.has_role(from - 1, "relative") && !p_.has_role(from - 1, "pronoun") &&
             !doc_.is_punctuation(from - 1)) {
        --from;
      }
      return from;
    }
    return begin;
  }

  // "X, the ministers affirmed." The content stands before.
  bool trails(const Verb& v, Statement s) {
    if (s.subject.empty() || s.subject.begin <= s_.begin + 2) return false;
    const std::string_view after = lower(v.tokens.end);
    const bool ends = v.tokens.end >= s_.end || after == "." || after == ";" || after == ",";
    if (!ends || lower(s.subject.begin - 1) != "," || !takes_clause(v)) return false;
    TokenRange before{s_.begin, s.subject.begin - 1};
    if (!out_.empty()) before.begin = std::max(before.begin, out_.back().verb.end);
    if (before.empty()) return false;
    // "Africa, both believe, ought to speak with one voice."
    const bool goes_on = after == "," && p_.has_role(v.tokens.end + 1, "aux");
    const bool modal = after == "," && (lower(v.tokens.end + 1) == "ought" || goes_on);
    if (modal) {
      s.opening = before;
      add_contents(s, v.tokens.end + 1);
      return true;
    }
    s.content = before;
    out_.push_back(s);
    return true;
  }

  // Verbs that report a clause which may stand before them.
  [[nodiscard]] static bool takes_clause(const Verb& v) {
    return v.act_class == ActClass::announce || v.act == "agree" || v.act == "emphasise" ||
           v.act == "note" || v.act == "reaffirm" || v.act == "confirm";
  }

  // Verbs that are common in other senses: "planned for Thursday", "a government committed to".
  [[nodiscard]] bool wants_clause(const Verb& v) const {
    if (v.act == "plan" || v.act == "hope") return true;
    return v.act == "commit" && c_.lower(v.tokens.begin).substr(0, 6) == "commit" &&
           lower(v.tokens.end) != "themselves";
  }

  // "want |the banks to lend|", "would like to see |the treaty ratified|", not "want peace".
  [[nodiscard]] bool is_wish(std::uint32_t begin) const {
    for (std::uint32_t t = begin; t < std::min(begin + 12, s_.end); ++t) {
      if (doc_.is_punctuation(t) && lower(t) != ",") return false;
      const Match* verb = p_.act(t);
      if (t > begin && (lower(t) == "to" || verb != nullptr)) return true;
      if (lower(t) == "to") return false;
    }
    return false;
  }

  // A verb inside the content of what a group says is part of that content.
  [[nodiscard]] bool nested(const Verb& v, const Statement& s) const {
    if (out_.empty()) return false;
    const Statement& outer = out_.back();
    if (v.begin <= outer.content.begin || v.begin >= outer.content.end) return false;
    return outer.voice != Voice::apart && outer.voice != Voice::single &&
           outer.act_class != ActClass::announce && s.subject.begin != outer.subject.begin;
  }

  // The content from `begin`, and what goes on with it: "and to", "and that", "as well as", and
  // the preposition of the predicate ("in favour of X and of Y").
  void add_contents(Statement s, std::uint32_t begin) {
    const std::string_view link =
        p_.has_role(s.verb.end - 1, "preposition") ? lower(s.verb.end - 1) : std::string_view();
    const TokenRange opening = s.opening;
    for (std::uint32_t from = begin; from < s_.end;) {
      const std::uint32_t end = p_.clause_end(from, s_.end, false);
      if (end <= from) return;
      std::uint32_t next = end;
      std::uint32_t stop = end;
      for (std::uint32_t t = from + 1; t + 1 < end; ++t) {
        std::uint32_t join = 0;
        const bool as_well =
            lower(t) == "as" && lower(t - 1) == "," && p_.has_role(t, "join", &join);
        const bool again = lower(t) == "and" && !link.empty() && lower(t + 1) == link;
        const std::uint32_t verb = parallel_verb(from, t);
        if (!as_well && !again && verb == t) continue;
        stop = as_well ? t - 1 : t;
        next = as_well ? join : again ? t + 2 : verb;
        break;
      }
      s.content = {from, cut_adjunct(from, stop)};
      s.opening = opening;
      s.list = false;
      if (!s.content.empty()) out_.push_back(s);
      if (stop < end) {
        from = content_begin(next);
        continue;
      }
      if (lower(next) == ",") ++next;
      if (lower(next) != "and") return;
      ++next;
      if (p_.has_role(next, "adverb")) ++next;
      if (lower(next) != "to" && lower(next) != "that") return;
      from = content_begin(next);
    }
  }

  // The verb behind the separator at `t` that goes on with the infinitive at `from`: "to open the
  // border|, hold| patrols| and to build| a road"; `t` where there is none.
  [[nodiscard]] std::uint32_t parallel_verb(std::uint32_t from, std::uint32_t t) const {
    if (from == s_.begin || (lower(t) != "," && lower(t) != "and")) return t;
    const bool infinitive = lower(from - 1) == "to";
    bool modal = false;  // "that the two would guard the border and hold patrols"
    for (std::uint32_t m = from; m < t && !modal; ++m) modal = is_future(lower(m));
    if (!infinitive && !modal) return t;
    std::uint32_t u = t + 1;
    if (lower(t) == "," && lower(u) == "and") ++u;
    if (lower(u) == "to" && infinitive && !p_.has_role(u + 1, "determiner")) return u + 1;
    while (p_.has_role(u, "adverb")) ++u;
    const bool verb = has_value(u, "base") && !doc_.is_capital(u);
    const bool object = p_.has_role(u + 1, "determiner") || p_.has_role(u + 1, "preposition") ||
                        doc_.shape(u + 1) == text::Shape::number || doc_.is_capital(u + 1) ||
                        !p_.has_role(u + 1, "join");
    return verb && object ? u : t;
  }

  // "the date |when they spoke|": what tells the circumstances is no content.
  [[nodiscard]] std::uint32_t cut_adjunct(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin + 2; t < end; ++t) {
      const std::string_view word = lower(t);
      const bool circumstance = word == "when" || word == "while" || word == "where" ||
                                word == "because" || word == "although" || word == "whereas";
      if (circumstance) return t;
    }
    return end;
  }

  const Context& c_;
  const Phrases& p_;
  const TokenRange s_;
  const lexicon::CueClass outcome_;
  const lexicon::CueClass noun_;
  const text::Document& doc_;
  std::vector<Statement> out_;
  Subject last_;  // of the verb before
};

}  // namespace

std::vector<Statement> find_statements(const Context& context, const Phrases& phrases,
                                       TokenRange sentence, const Lead* lead) {
  return Finder(context, phrases, sentence).run(lead);
}

std::optional<Lead> find_lead(const Context& context, const Phrases& phrases, TokenRange sentence) {
  return Finder(context, phrases, sentence).lead();
}

}  // namespace rapporteur::meetings
