#include <algorithm>

#include "draft.h"

namespace rapporteur::meetings {

Cues::Cues(const lexicon::Lexicon& lexicon)
    : head(lexicon.cue_class("meeting_head")),
      verb(lexicon.cue_class("meeting_verb")),
      adjective(lexicon.cue_class("meeting_adjective")),
      no_meeting(lexicon.cue_class("no_meeting")),
      mode(lexicon.cue_class("mode")),
      status(lexicon.cue_class("status")),
      future(lexicon.cue_class("future")),
      planned(lexicon.cue_class("planned")),
      past_verb(lexicon.cue_class("past_verb")),
      past(lexicon.cue_class("past")),
      chair(lexicon.cue_class("chair")),
      host(lexicon.cue_class("host")),
      inviter(lexicon.cue_class("inviter")),
      absent(lexicon.cue_class("absent")),
      attend(lexicon.cue_class("attend")),
      speaker_only(lexicon.cue_class("speaker_only")),
      agenda(lexicon.cue_class("agenda")),
      link(lexicon.cue_class("link")),
      venue(lexicon.cue_class("venue")),
      level_only(lexicon.cue_class("level_only")),
      label(lexicon.cue_class("label")),
      delegation_heads(lexicon.cue_class("delegation_heads")),
      delegate(lexicon.cue_class("delegate")),
      organ_word(lexicon.cue_class("organ_word")),
      town(lexicon.cue_class("town")),
      area(lexicon.cue_class("area")),
      adverb(lexicon.cue_class("adverb")),
      body_head(lexicon.cue_class("body_head")),
      person_verb(lexicon.cue_class("person_verb")),
      light_verb(lexicon.cue_class("light_verb")),
      in_common(lexicon.cue_class("in_common")),
      organisation_head(lexicon.cue_class("organisation_head")),
      signing_apart(lexicon.cue_class("signing_apart")) {}

std::span<const time::Expression> Context::times_in(TokenRange tokens) const {
  const auto first =
      std::partition_point(times.begin(), times.end(),
                           [&](const time::Expression& e) { return e.tokens.end <= tokens.begin; });
  const auto last = std::partition_point(
      first, times.end(), [&](const time::Expression& e) { return e.tokens.begin < tokens.end; });
  return {first, last};
}

const time::Expression* Context::time_at(std::uint32_t token) const {
  const std::span<const time::Expression> found = times_in({token, token + 1});
  return found.empty() ? nullptr : &found.front();
}

const time::Expression* Context::date_at(std::uint32_t token) const {
  const time::Expression* e = time_at(token);
  return e != nullptr && time::is_date(e->kind) && !e->edtf.empty() ? e : nullptr;
}

bool Context::in_dateline(const time::Expression& e) const {
  return e.tokens.begin >= dateline.begin && e.tokens.begin < dateline.end;
}

std::string Context::words(ByteSpan span) const {
  std::string out;
  for (const char c : doc.slice(span)) out += c == '\n' ? ' ' : c;
  return out;
}

const lexicon::Cue* Context::cue(std::uint32_t token, lexicon::CueClass wanted,
                                 TokenRange* tokens) const {
  if (token >= doc.size()) return nullptr;
  const lexicon::Match* match = nullptr;
  const lexicon::Cue* found = lexicon.cue_at(matches, token, wanted, &match);
  if (found != nullptr && tokens != nullptr) *tokens = match->tokens;
  return found;
}

}  // namespace rapporteur::meetings
