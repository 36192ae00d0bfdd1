// Meetings of several bodies in one phrase: "meetings of the Movement and of the Conference", "CIS
// and EAEU summits".

#include <algorithm>
#include <vector>

#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// "meetings of the |Movement|, of the |Conference| and of the |Group of Friends|": those behind the
// noun, each a body that a table knows.
std::vector<Named> bodies_behind(const Context& c, const Mention& m) {
  constexpr std::size_t kMost = 8;
  std::vector<Named> out;
  bool of = false;  // right before
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  for (std::uint32_t t = m.trigger.end; t < end && out.size() < kMost;) {
    const Tag* tag = c.tags.starting(t);
    const std::string_view word = c.doc.lower(t);
    const bool joins = word == "of" || word == "the" || word == "," || word == "and";
    if (tag == nullptr && !joins) break;
    if (tag != nullptr && (tag->label != Label::body || tag->id == npos)) break;
    // "meetings of the Fund and the Bank" are held together
    if (tag != nullptr && !of) return {};
    if (tag != nullptr) out.push_back({tag->id, c.doc.span(tag->tokens)});
    of = tag == nullptr && (word == "of" || (of && word == "the"));
    t = tag != nullptr ? tag->tokens.end : t + 1;
  }
  return out;
}

// "ministerial meetings of the Movement and of the Conference": one of each. False: of one at most.
bool keep_bodies_behind(const Context& c, const Mention& m, std::vector<Mention>& out) {
  const std::vector<Named> bodies = bodies_behind(c, m);
  if (bodies.size() < 2) return false;
  for (const Named& body : bodies) {
    Mention one = m;
    const bool whole = c.catalogue.bodies()[body.id].kind == catalogue::BodyKind::organisation;
    one.organisation = whole ? body : Named{};
    one.organ = whole ? Named{} : body;
    one.fresh = true;
    out.push_back(std::move(one));
  }
  return true;
}

}  // namespace

// "CIS and EAEU summits": one of each organisation. False: of one at most.
bool keep_bodies(const Context& c, const Mention& m, std::vector<Mention>& out) {
  const std::string_view noun = c.lower(m.trigger.end - 1);
  const bool plural = noun == "summits" || noun == "meetings" || noun == "sessions";
  if (m.verbal || !plural) return false;
  if (c.lower(m.trigger.end) == "of" && keep_bodies_behind(c, m, out)) return true;
  if (!m.organisation || m.organ || !m.organ_words.empty()) return false;
  std::vector<Named> bodies;
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.begin; ++t) {
    const Tag* tag = c.tags.starting(t);
    const bool body = tag != nullptr && tag->label == Label::body && tag->id != npos;
    if (body) bodies.push_back({tag->id, c.doc.span(tag->tokens)});
  }
  const bool joined = bodies.size() == 2 && bodies.front().id != bodies.back().id &&
                      c.doc.lower(c.doc.token_at(bodies.back().words.begin) - 1) == "and";
  if (!joined) return false;
  for (const Named& body : bodies) {
    Mention one = m;
    one.organisation = body;
    out.push_back(std::move(one));
  }
  return true;
}

}  // namespace rapporteur::meetings
