// Who is the subject of a verb, and with whose voice it speaks.

#include "statement/statement_finder.h"

namespace rapporteur::meetings {

Voice StatementFinder::voice_of(const names::Mention& m) const {
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

bool StatementFinder::speaks_for_others(TokenRange range) const {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (c_.cue(t, c_.cues.speaker_only) != nullptr || has_value(t, "apart")) return true;
  }
  return false;
}

// "The spokesperson stressed that |China| supports": what is said to be done, not what is done.
bool StatementFinder::is_told_by_speaker(std::uint32_t clause) const {
  const TokenRange s = c_.sentence(clause);
  return clause > s.begin && lower(clause - 1) == "that" && speaks_for_others({s.begin, clause});
}

// What the words [begin, end) in front of a verb are as its subject.
StatementFinder::Subject StatementFinder::judge(std::uint32_t begin, std::uint32_t end) const {
  begin = std::min(std::max(begin, first_word()), end);  // "5. |The Summit| approved"
  Subject out{Voice::nobody, {begin, end}};
  if (begin >= end || is_told_by_speaker(begin)) return out;
  const std::string_view opens = lower(begin);
  if (opens == "what" || opens == "which" || opens == "who" || opens == "if") return out;
  const std::string_view last = lower(end - 1);
  if (last == "who" || last == "which" || last == "that") return out;
  const Voice pronoun = voice_of_pronoun(last);
  if (pronoun != Voice::nobody) return {pronoun, {end - 1, end}};
  const std::optional<Voice> named = voice_of_names(begin, end);
  out.voice = named ? *named : voice_of_noun(begin, end);
  return out;
}

Voice StatementFinder::voice_of_pronoun(std::string_view word) {
  if (word == "they" || word == "both" || word == "all") return Voice::group;
  if (word == "it" || word == "he" || word == "she") return Voice::single;
  return word == "we" || word == "i" ? Voice::apart : Voice::nobody;
}

// The voice of those who are named in [begin, end), if any are.
std::optional<Voice> StatementFinder::voice_of_names(std::uint32_t begin, std::uint32_t end) const {
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
    // "the Amir and the heads of the delegations"
    if (first != nullptr && m != first && !object && voice_of(*m) == Voice::group) names += 2;
    t = m->tokens.end;
  }
  if (first == nullptr) return std::nullopt;
  Voice voice = voice_of(*first);
  const bool joined = names >= 2 && has_and(begin, end);
  const bool of_group = first->kind == names::MentionKind::office && has_value(end - 1, "group") &&
                        !has_of(first->tokens.begin, end);
  if (voice == Voice::single && (joined || of_group)) voice = Voice::group;
  return speaks_for_others({begin, end}) && voice != Voice::group ? Voice::apart : voice;
}

// The voice of a noun phrase in which nobody is named, by its head: "the report", "the sides".
Voice StatementFinder::voice_of_noun(std::uint32_t begin, std::uint32_t end) const {
  // The head stands before the first preposition or comma.
  std::uint32_t head = begin;
  while (head + 1 < end && !p_.has_role(head + 1, "preposition") && lower(head + 1) != "," &&
         !(has_value(head, "document") && lower(head + 1).ends_with("ed"))) {
    ++head;  // "a communiqué |issued after the talks|"
  }
  if (has_value(head, "apart") || speaks_for_others({begin, head + 1})) return Voice::apart;
  if (has_value(head, "group") || has_value(end - 1, "group")) return Voice::group;
  if (!has_value(head, "document")) return voice_of_tags(begin, end);
  // "A Honduran communiqué" is one side's.
  const bool of_one =
      std::any_of(c_.tags.all().begin(), c_.tags.all().end(), [&](const tagger::Tag& tag) {
        return tag.tokens.begin >= begin && tag.tokens.end <= head + 1 &&
               (tag.label == tagger::Label::nationality || tag.label == tagger::Label::state);
      });
  return of_one ? Voice::single : Voice::document;
}

// Where the head of the noun phrase [begin, end) and what stands before it end: "|the report| of
// the Council".
std::uint32_t StatementFinder::noun_end(std::uint32_t begin, std::uint32_t end) const {
  const names::Mention* who = p_.mention_at(begin);
  if (who == nullptr && p_.has_role(begin, "determiner")) who = p_.mention_at(begin + 1);
  if (who != nullptr) return end;
  for (std::uint32_t t = begin + 1; t < end; ++t) {
    if (!p_.has_role(t, "preposition")) continue;
    const tagger::Tag* tag = c_.tags.covering(t);
    if (tag == nullptr || tag->tokens.begin == t) return t;
  }
  return end;
}

// "the UN General Assembly", "China", "Tajikistan and Uzbekistan"
Voice StatementFinder::voice_of_tags(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t states = 0;
  for (std::uint32_t t = begin; t < end;) {
    const tagger::Tag* tag = c_.tags.starting(t);
    if (tag == nullptr) {
      ++t;
      continue;
    }
    if (tag->label == tagger::Label::body) {
      const bool meets = tag->id != catalogue::npos || has_value(tag->tokens.end - 1, "group");
      return meets ? Voice::group : Voice::single;
    }
    if (tag->label == tagger::Label::state) ++states;
    t = std::max(t + 1, tag->tokens.end);
  }
  if (states >= 2 && has_and(begin, end)) return Voice::group;
  return states == 1 ? Voice::single : Voice::nobody;
}

// "the Chair |of| the Council": one of a body.
bool StatementFinder::has_of(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin; t < end; ++t) {
    if (lower(t) == "of") return true;
  }
  return false;
}

bool StatementFinder::has_and(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin; t < end; ++t) {
    if (lower(t) == "and" || (headline_ && lower(t) == ",")) return true;
  }
  return false;
}

StatementFinder::Subject StatementFinder::subject_of(const Verb& v) const {
  // "ended with |the ministers| endorsing the bid"
  if (v.form == catalogue::VerbForm::gerund && with_group(v.begin)) {
    const names::Mention* m = p_.mention_before(v.begin, v.begin - 1);
    return judge(m != nullptr ? m->tokens.begin : v.begin - 1, v.begin);
  }
  // "and signed", ", stressing": the subject of the verb before.
  const std::string_view before = v.begin > s_.begin ? lower(v.begin - 1) : std::string_view();
  const bool joined = before == "and" || before == "but" || before == "," || before == ";";
  if (joined && !out_.empty()) {
    return {out_.back().voice, out_.back().subject};
  }
  if (joined && last_.voice != Voice::nobody) return last_;
  // "Africa, both presidents believe, ...": who stands right before the verb says it.
  const names::Mention* close =
      v.begin > s_.begin ? p_.mention_before(v.begin, v.begin - 1) : nullptr;
  std::uint32_t near = close != nullptr ? close->tokens.begin : s_.begin;
  while (near > s_.begin + 1 &&
         (p_.has_role(near - 1, "determiner") || p_.has_role(near - 1, "empty"))) {
    --near;
  }
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
  // "the Minister, |who| made clear that X"
  const bool which = before == "which" || before == "who";
  if (found.voice == Voice::nobody && which && v.begin > s_.begin + 1) {
    std::uint32_t noun = v.begin - 1;
    if (lower(noun - 1) == ",") --noun;
    const names::Mention* who = noun > s_.begin ? p_.mention_before(noun, noun - 1) : nullptr;
    if (who != nullptr && who->tokens.end == noun) return {voice_of(*who), who->tokens};
  }
  if (found.voice == Voice::nobody && joined && begin < v.begin) found = judge(s_.begin, end);
  if (found.voice == Voice::nobody && joined) found = first_subject(v.begin);
  return found;
}

// "|They| spoke of Mali, where a war goes on, and agreed": who opens the sentence.
StatementFinder::Subject StatementFinder::first_subject(std::uint32_t limit) const {
  std::uint32_t begin = first_word();
  std::uint32_t end = 0;
  while (begin < limit && p_.has_role(begin, "adverb", &end)) begin = end;
  std::uint32_t t = begin;
  while (t < limit && p_.has_role(t, "determiner", &end)) t = end;
  if (t >= limit) return {};
  if (p_.has_role(t, "pronoun")) return judge(t, t + 1);
  if (const names::Mention* who = p_.mention_at(t); who != nullptr) {
    return who->tokens.end < limit ? judge(begin, who->tokens.end) : Subject{};
  }
  for (; t < std::min(begin + kLongestLabel, limit); ++t) {
    if (doc_.is_punctuation(t) || p_.has_role(t, "preposition")) break;
    if (has_value(t, "group")) return judge(begin, t + 1);
  }
  return {};
}

}  // namespace rapporteur::meetings
