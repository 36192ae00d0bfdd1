#include "verbal/journey_parts.h"

#include <algorithm>

#include "verbal/guest_office.h"
#include "verbal/journey.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

namespace {

// The town or the state whose name ends before `end`; or null.
const Tag* place_before(const Context& c, std::uint32_t end) {
  const Tag* tag = end > c.sentence(end - 1).begin ? c.tags.covering(end - 1) : nullptr;
  const bool known = tag != nullptr && tag->tokens.end == end && tag->id != npos &&
                     (tag->label == Label::state || tag->label == Label::place);
  return known ? tag : nullptr;
}

}  // namespace

std::uint32_t guest_at(const Context& c, std::uint32_t t, const Mention& m) {
  if (c.lower(t) == "the") ++t;
  const names::Mention* who = t < c.doc.size() ? c.cast.starting(t) : nullptr;
  const bool person = who != nullptr && who->person != kNobody;
  return person && is_guest_in(c, c.cast.people[who->person], m) ? who->person : kNobody;
}

void go_to(const Context& c, const Tag& tag, Mention& m) {
  Named& where = tag.label == Label::state ? m.country : m.place;
  where = Named{tag.id, c.doc.span(tag.tokens)};
}

Mention visit_told_by(const Context& c, TokenRange words) {
  Mention m;
  m.trigger = m.tokens = words;
  m.kind = "visit";
  m.trip = m.verbal = true;
  m.sentence = c.doc.sentence_of(words.begin);
  return m;
}

std::vector<Mention> visit_of_office(const Context& c, Mention m, const names::Mention& who) {
  const bool one = who.kind == names::MentionKind::office && who.states.size() == 1;
  if (!one || c.cast.offices[who.office].plural) return {};
  m.states = who.states;
  return take_destination(c, m, 1) ? std::vector{std::move(m)} : std::vector<Mention>{};
}

std::vector<const Tag*> places_from(const Context& c, std::uint32_t t) {
  std::vector<const Tag*> out;
  for (const Tag* tag = place_named_at(c, t); tag != nullptr; tag = place_named_at(c, t)) {
    const bool of_last = !out.empty() && out.back()->label == Label::place &&
                         tag->label == Label::state &&
                         c.catalogue.places()[out.back()->id].state == tag->id;
    if (!of_last) out.push_back(tag);
    t = tag->tokens.end;
    if (c.lower(t) == ",") ++t;
    if (c.lower(t) == "and") ++t;
    if (t == tag->tokens.end) break;
  }
  return out;
}

std::vector<const Tag*> places_before(const Context& c, std::uint32_t end) {
  std::uint32_t begin = end;
  for (const Tag* tag = place_before(c, end); tag != nullptr; tag = place_before(c, end)) {
    begin = end = tag->tokens.begin;
    const std::uint32_t first = c.sentence(begin).begin;
    if (end > first && c.doc.lower(end - 1) == "the") begin = --end;
    if (end > first && c.doc.lower(end - 1) == "and") --end;
    if (end > first && c.doc.lower(end - 1) == ",") --end;
    if (end == begin) break;
  }
  return places_from(c, begin);
}

std::vector<Mention> visits_of(const Context& c, TokenRange words, std::uint32_t guest,
                               const std::vector<const Tag*>& places) {
  std::vector<Mention> out;
  for (const Tag* tag : places) {
    Mention m = visit_told_by(c, words);
    go_to(c, *tag, m);
    if (guest == kNobody || !is_guest_in(c, c.cast.people[guest], m)) continue;
    m.people = {guest};
    m.tokens = {std::min(words.begin, tag->tokens.begin), std::max(words.end, tag->tokens.end)};
    m.fresh = places.size() > 1;
    out.push_back(std::move(m));
  }
  return out;
}

}  // namespace rapporteur::meetings
