// Where a report names a meeting: nominal and verbal mentions, completed by what stands beside them
// in their sentence (subject, day, place).

#include <algorithm>

#include "draft.h"
#include "mention_parts.h"
#include "ordinal.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// "X has completed an official visit to Y", "X had talks with Y": the subject of the clause.
void subject_beside(const Context& c, Mention& m) {
  if (m.verbal || !is_between_few(m) || m.people.size() > 2 || m.organisation) return;
  const TokenRange s = c.sentence(m.trigger.begin);
  if (m.kind != "visit" && (!m.people.empty() || !m.states.empty())) {
    bool with = false;
    for (std::uint32_t t = m.trigger.end; t < std::min(m.tokens.end, m.trigger.end + kFarReach);
         ++t) {
      with = with || c.doc.lower(t) == "with";
    }
    if (!with) return;
  }
  if (m.kind == "meeting" && m.people.empty() && m.states.empty()) return;
  for (std::uint32_t t = m.tokens.begin; t > s.begin && m.tokens.begin - t < kSubjectReach;) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == ";" || c.cue(t - 1, c.cues.head) != nullptr) return;
    const names::Mention* who = c.cast.covering(t - 1);
    if (who == nullptr) {
      --t;
      continue;
    }
    const bool known = who->person != kNobody &&
                       std::find(m.people.begin(), m.people.end(), who->person) != m.people.end();
    if (who->person != kNobody && !known) {
      m.objects = m.people;
      m.people.push_back(who->person);
      // "Presidents A and B held talks": a second one joined to the first.
      std::uint32_t before = who->tokens.begin;
      while (before > s.begin &&
             (c.doc.lower(before - 1) == "and" || c.doc.lower(before - 1) == ",")) {
        --before;
      }
      const names::Mention* other = before < who->tokens.begin ? c.cast.ending(before) : nullptr;
      if (other != nullptr && other->person != kNobody) m.people.push_back(other->person);
      return;
    }
    t = who->tokens.begin;
  }
}

// A word of sport, companies or the domestic house in the phrase or right beside it.
bool is_something_else(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t from = m.tokens.begin > s.begin + 2 ? m.tokens.begin - 2 : s.begin;
  const std::uint32_t to = std::min(m.tokens.end + 2, s.end);
  for (std::uint32_t t = from; t < to; ++t) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.no_meeting, &words);
    if (cue == nullptr) continue;
    if (m.organisation || m.organ) continue;
    return true;
  }
  return false;
}

// The time expression inside the phrase or nearest behind it in its sentence.
std::uint32_t time_beside(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  std::uint32_t best = kNobody;
  std::uint32_t best_distance = 12;
  const auto first = std::lower_bound(
      c.times.begin(), c.times.end(), s.begin,
      [](const time::Expression& e, std::uint32_t token) { return e.tokens.begin < token; });
  for (auto i = static_cast<std::uint32_t>(first - c.times.begin()); i < c.times.size(); ++i) {
    const time::Expression& e = c.times[i];
    if (e.tokens.begin >= s.end) break;
    if (e.tokens.end > s.end || !time::is_date(e.kind)) continue;
    if (c.in_dateline(e)) continue;
    if (m.in_headline && e.edtf == c.report.published) continue;  // its stamp in the same line
    const std::uint32_t distance = e.tokens.begin >= m.tokens.end ? e.tokens.begin - m.tokens.end
                                   : e.tokens.end <= m.tokens.begin
                                       ? m.tokens.begin - e.tokens.end + 3
                                       : 0;
    if (distance < best_distance) {
      best = i;
      best_distance = distance;
    }
  }
  return best;
}

// "in Baku", "at Davos" right behind the phrase, over a date.
void place_beside(const Context& c, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = m.tokens.end; t < std::min(m.tokens.end + 12, s.end); ++t) {
    const std::string_view word = c.doc.lower(t);
    const bool relative = word == "which" || word == "that";
    if (word == ";" || word == "who" || (relative && m.kind != "visit")) return;
    if (c.cue(t, c.cues.head) != nullptr && t > m.tokens.end) return;
    if (word != "in" && word != "at") continue;
    std::uint32_t next = t + 1;
    while (c.lower(next) == "the") ++next;
    const Tag* tag = next < s.end ? c.tags.starting(next) : nullptr;
    if (tag == nullptr) continue;
    if (tag->label == Label::place && c.cue(tag->tokens.end - 1, c.cues.venue) != nullptr) continue;
    if (tag->label == Label::place && !m.place) m.place = {tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::state && !m.country) m.country = {tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::place && c.lower(tag->tokens.end) == ",") {
      const Tag* country = c.tags.covering(tag->tokens.end + 1);
      if (country != nullptr && country->label == Label::state && !m.country) {
        m.country = {country->id, c.doc.span(country->tokens)};
      }
    }
    if (m.place || m.country) return;
  }
}

// "come to Mexico on a working visit", "sets out for India today on a visit".
void place_before(const Context& c, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = m.tokens.begin; t > s.begin && m.tokens.begin - t < 8; --t) {
    const Tag* tag = c.tags.covering(t - 1);
    if (tag == nullptr || tag->tokens.begin == s.begin) continue;
    const std::string_view before = c.doc.lower(tag->tokens.begin - 1);
    if (before != "to" && before != "for" && before != "in") continue;
    if (tag->label == Label::state) m.country = {tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::place) m.place = {tag->id, c.doc.span(tag->tokens)};
    return;
  }
}

// "The first was held in Astana", "the next one will take place": a number without its noun.
std::optional<Mention> ellipsis(const Context& c, std::uint32_t t) {
  const TokenRange s = c.sentence(t);
  if (t == s.begin || c.doc.lower(t - 1) != "the") return std::nullopt;
  const Ordinal ordinal = ordinal_before(c.doc, t + 1, t);
  const lexicon::Cue* adjective = c.cue(t, c.cues.adjective);
  const bool relates =
      adjective != nullptr && (adjective->value == "next" || adjective->value == "previous");
  if (ordinal.value == 0 && !relates) return std::nullopt;
  std::uint32_t end = t + 1;
  const std::string_view noun = c.lower(end);
  if (noun == "one" || noun == "edition" || noun == "round") ++end;
  const bool verb = c.cue(end, c.cues.past) != nullptr || c.cue(end, c.cues.future) != nullptr;
  if (!verb || (relates && end == t + 1)) return std::nullopt;
  Mention m;
  m.tokens = {t, end};
  m.trigger = {t, end};
  m.sentence = c.doc.sentence_of(t);
  m.kind = "event";
  m.fresh = true;
  m.ordinal = ordinal.value;
  if (m.ordinal > 0) m.ordinal_span = c.doc.span(ordinal.tokens);
  if (relates) m.relation = adjective->value;
  return m;
}

// "met separately with X and Y", "separate talks with X and with Y": two meetings.
bool is_separate(const Context& c, const Mention& m) {
  for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "separate" || word == "separately" || word == "respectively") return true;
  }
  return false;
}

}  // namespace

std::vector<Mention> find_mentions(const Context& context) {
  std::vector<Mention> out;
  const auto keep = [&](Mention m) {
    if (is_something_else(context, m)) return;
    subject_beside(context, m);
    m.time = time_beside(context, m);
    place_beside(context, m);
    if (m.kind == "visit" && !m.place && !m.country && m.states.empty()) place_before(context, m);
    if (m.objects.size() < 2 || !is_separate(context, m)) {
      out.push_back(std::move(m));
      return;
    }
    for (const std::uint32_t object : m.objects) {
      Mention one = m;
      one.fresh = true;
      one.people.erase(std::remove_if(one.people.begin(), one.people.end(),
                                      [&](std::uint32_t p) {
                                        return p != object &&
                                               std::find(m.objects.begin(), m.objects.end(), p) !=
                                                   m.objects.end();
                                      }),
                       one.people.end());
      one.objects = {object};
      out.push_back(std::move(one));
    }
  };
  for (std::uint32_t t = 0; t < context.doc.size(); ++t) {
    const text::LineRole role = context.doc.sentences()[context.doc.sentence_of(t)].role;
    if (role == text::LineRole::boilerplate) continue;
    const Tag* tag = context.tags.covering(t);
    if (tag != nullptr && tag->label != Label::body) continue;
    if (std::optional<Mention> m = ellipsis(context, t); m) {
      keep(std::move(*m));
      continue;
    }
    TokenRange words;
    if (const lexicon::Cue* cue = context.cue(t, context.cues.head, &words); cue != nullptr) {
      const bool in_name =
          tag != nullptr && (words.begin < tag->tokens.begin || words.end > tag->tokens.end);
      const lexicon::Cue* verb = context.cue(t, context.cues.verb);
      // "the Pacific Islands Forum" is an organisation, no forum.
      const bool organisation =
          tag != nullptr && tag->id != npos && words.end == tag->tokens.end &&
          (cue->value == "conference" || cue->value == "talks") &&
          context.catalogue.bodies()[tag->id].kind != catalogue::BodyKind::organ &&
          !names_organ(context, *tag);
      if (organisation) continue;
      // "Pacific Islands Forum Leaders Meeting": the last noun is the head.
      const auto is_head = [&](std::uint32_t at) {
        return context.cue(at, context.cues.head) != nullptr;
      };
      bool inner = false;
      for (std::uint32_t at = words.end; tag != nullptr && at < tag->tokens.end; ++at) {
        inner = inner || is_head(at);
      }
      if (inner) continue;
      // "the call with X", but "call for", "to call".
      const std::string_view next = context.lower(words.end);
      if (context.doc.lower(t) == "call" && next != "with" && next != "between") continue;
      if (!in_name && verb == nullptr) {
        keep(nominal_mention(context, words, *cue));
        t = words.end - 1;
        continue;
      }
    }
    if (const lexicon::Cue* cue = context.cue(t, context.cues.verb, &words); cue != nullptr) {
      if (std::optional<Mention> m = verbal_mention(context, words, *cue)) keep(std::move(*m));
      t = words.end - 1;
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) {
    return a.trigger.begin < b.trigger.begin;
  });
  return out;
}

}  // namespace rapporteur::meetings
