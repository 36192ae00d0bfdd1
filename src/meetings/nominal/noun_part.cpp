#include "nominal/noun_part.h"

#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

using tagger::Tag;

bool is_occasion(const std::vector<Mention>& told, const lexicon::Cue& cue, TokenRange words) {
  return cue.value == "event" && !told.empty() && words.begin >= told.back().trigger.end &&
         words.end <= told.back().tokens.end;
}

bool is_of_last_organ(const Context& c, const std::vector<Mention>& told, TokenRange words) {
  if (told.empty() || told.back().verbal || !c.doc.is_capital(words.begin)) return false;
  const Mention& last = told.back();
  const ByteSpan noun = c.doc.span(words);
  const bool behind = noun.begin >= c.doc.span(last.trigger).end;
  const bool joined = words.begin <= last.trigger.end + 2 && c.lower(last.trigger.end) == "of";
  return behind && joined && words.end <= last.tokens.end && c.lower(words.end) == "of";
}

bool is_in_organ(const Context& c, const std::vector<Mention>& told, TokenRange words) {
  if (told.empty() || told.back().verbal || told.back().organ_words.empty()) return false;
  const ByteSpan organ = told.back().organ_span;
  const ByteSpan noun = c.doc.span(words);
  return words.begin >= told.back().trigger.end && organ.begin <= noun.begin &&
         noun.end <= organ.end;
}

bool is_inner(const Context& c, const std::vector<Mention>& told, const Tag* tag,
              TokenRange words) {
  const bool body_follows = c.cue(words.end, c.cues.body_head) != nullptr;
  if (body_follows && c.doc.is_capital(words.end)) return true;  // "Ministerial Committee"
  // "the political consultation committee"
  if (body_follows && c.cue(words.end, c.cues.organ_head) != nullptr) return true;
  if (tag == nullptr) return c.cue(words.end, c.cues.head) != nullptr;
  for (std::uint32_t at = words.end; at < tag->tokens.end; ++at) {
    if (c.cue(at, c.cues.head) != nullptr) return true;
  }
  // "Joint Ministerial Monitoring Committee"
  const bool of_body = words.end < tag->tokens.end && c.lower(words.end) != "of" &&
                       c.cue(tag->tokens.end - 1, c.cues.body_head) != nullptr;
  if (of_body) return true;
  const bool organ = tag->id != npos && !told.empty() && !told.back().verbal &&
                     words.begin >= told.back().trigger.end && words.end <= told.back().tokens.end;
  // "Tokyo International |Conference| on African Development (TICAD) Ministerial Meeting"
  const std::uint32_t behind =
      c.lower(tag->tokens.end) == "(" ? after_bracket(c, tag->tokens.end) : tag->tokens.end;
  return organ || (behind < c.sentence(words.begin).end && c.cue(behind, c.cues.head) != nullptr);
}

bool is_called(const Context& c, std::uint32_t t) {
  const std::uint32_t begin = c.sentence(t).begin;
  for (std::uint32_t back = 1; back <= 5 && t >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(t - back);
    if (word == "hereafter" || word == "hereinafter") return true;
  }
  return false;
}

void reach_over(const Context& c, std::vector<Mention>& told, TokenRange words) {
  if (told.empty() || told.back().sentence != c.doc.sentence_of(words.begin)) return;
  Mention far = told.back();
  far.tokens.end = std::max(far.tokens.end, words.end);
  if (far.time == kNobody) far.time = time_beside(c, far);
  if (!far.place && !far.country) place_beside(c, far);
  told.back().time = far.time;
  told.back().place = far.place;
  told.back().country = far.country;
}

}  // namespace rapporteur::meetings
