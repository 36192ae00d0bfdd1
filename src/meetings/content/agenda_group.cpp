// Who talks: a group of those who meet, or the meeting itself.

#include "content/agenda_finder.h"

namespace rapporteur::meetings {

// "It was an occasion |to| review X", "this meeting allowed the two |to| examine X".
bool AgendaFinder::is_offered(std::uint32_t to, TokenRange sentence) const {
  constexpr std::uint32_t kNear = 8;
  bool offers = false;
  for (std::uint32_t t = to; t > sentence.begin && to - t < kNear; --t) {
    if (c_.doc.is_punctuation(t - 1)) return false;
    offers = offers || phrases_.has_role(t - 1, "offers");
    const bool it = c_.lower(t - 1) == "it" || c_.lower(t - 1) == "this";
    if (offers && (it || has_value(t - 1, "talk") || c_.cue(t - 1, c_.cues.head) != nullptr)) {
      return true;
    }
  }
  return false;
}

// "Presidents |Masisi and Geingob| will talk": two people by name.
bool AgendaFinder::two_act(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t joint = end;
  for (std::uint32_t t = begin; t < end; ++t) {
    if (c_.lower(t) == "and") joint = t;
    const names::Mention* who = phrases_.mention_at(t);
    if (who == nullptr || who->kind != names::MentionKind::name) continue;
    if (t > joint) return true;
  }
  return false;
}

// The subject is a group of those who meet, or the meeting itself.
bool AgendaFinder::group_acts(std::uint32_t token, TokenRange sentence) const {
  // "held talks to review X": the purpose of the meeting.
  if (token > sentence.begin && c_.lower(token - 1) == "to" &&
      (names_meeting(sentence.begin, token) || is_offered(token - 1, sentence))) {
    return true;
  }
  while (token > sentence.begin &&
         (phrases_.has_role(token - 1, "aux") || phrases_.has_role(token - 1, "adverb") ||
          c_.lower(token - 1) == "notably" || c_.lower(token - 1) == "particularly" ||
          c_.lower(token - 1) == "especially" || c_.lower(token - 1) == "primarily" ||
          c_.lower(token - 1) == "to" || phrases_.has_role(token - 1, "prospect"))) {
    --token;
  }
  // "The second item deals with X."
  if (token > sentence.begin && phrases_.has_role(token - 1, "issue")) return true;
  const std::uint32_t begin = phrases_.subject_begin(token, sentence.begin);
  bool group = two_act(begin, token);
  for (std::uint32_t t = begin; t < token && !group; ++t) {
    const names::Mention* m = phrases_.mention_at(t);
    const std::string_view word = c_.lower(t);
    group = word == "they" || word == "both" || word == "we" || word == "it";
    if (m == nullptr) continue;
    group = group || m->kind == names::MentionKind::collective ||
            (m->office != kNobody && c_.cast.offices[m->office].plural);
  }
  for (std::uint32_t t = begin; t < token; ++t) {
    if (has_value(t, "talk")) return true;
  }
  const lexicon::CueClass outcome = c_.cues.outcome;
  const auto stands_for_group = [&](std::uint32_t t) {
    const lexicon::Cue* cue = c_.cue(t, outcome);
    return cue != nullptr && (cue->value == "group" || c_.lower(t) == "it");
  };
  if (group || (begin < token && stands_for_group(token - 1))) return true;
  // "They went over their plans and considered what to do": the subject of the verb before.
  const std::string_view before = token > sentence.begin ? c_.lower(token - 1) : "";
  for (std::uint32_t t = sentence.begin; t < token && (before == "and" || before == ","); ++t) {
    const names::Mention* m = phrases_.mention_at(t);
    if (c_.lower(t) == "they" || stands_for_group(t)) return true;
    if (m != nullptr && (m->kind == names::MentionKind::collective ||
                         (m->office != kNobody && c_.cast.offices[m->office].plural))) {
      return true;
    }
  }
  if (begin < token) {
    const tagger::Tag* tag = c_.tags.covering(token - 1);
    if (tag != nullptr && tag->label == tagger::Label::body) return true;
  }
  return names_meeting(begin, token);
}

}  // namespace rapporteur::meetings
