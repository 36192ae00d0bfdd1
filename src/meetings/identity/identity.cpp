#include "identity/identity.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mention/mention_parts.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using catalogue::BodyKind;
using catalogue::Level;
using record::Kind;

std::optional<Kind> kind_named(std::string_view name) { return record::from_string<Kind>(name); }

bool is_top(Level level) {
  return level == Level::heads_of_state || level == Level::heads_of_government;
}

bool is_below_top(Level level) {
  return level == Level::ministers || level == Level::officials ||
         level == Level::security_council_secretaries;
}

// "TICAD |Ministerial| Meeting": ministers meet for a row of heads of state or government.
bool is_below_row(const Context& c, const Mention& m) {
  if (!m.organ || m.organ.id == npos) return false;
  if (!is_top(c.catalogue.bodies()[m.organ.id].level)) return false;
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.end; ++t) {
    const std::string_view word = c.lower(t);
    const bool of_organ = c.doc.span({t, t + 1}).begin >= m.organ.words.begin &&
                          c.doc.span({t, t + 1}).end <= m.organ.words.end;
    if (of_organ) continue;
    if (word == "ministerial" || word == "ministers" || word == "officials") return true;
  }
  return false;
}

// The words of the organ; "FMs" and "top diplomats" are foreign ministers.
std::string folded_organ(const Context& c, const Mention& m) {
  std::string folded = catalogue::fold(m.organ_words);
  if (folded.empty() || folded.find("minister") != std::string::npos) return folded;
  const names::Office* office = c.cast.office_covering(c.doc.token_at(m.organ_span.begin));
  const bool whole = office != nullptr && office->plural && office->office != npos &&
                     !office->words.empty() && office->words.back().end == m.organ_span.end;
  if (!whole || c.catalogue.offices()[office->office].level != catalogue::OfficeLevel::minister) {
    return folded;
  }
  for (const catalogue::OfficeName& name : c.catalogue.office_names()) {
    if (name.plural && name.office == office->office) return catalogue::fold(name.text);
  }
  return folded;
}

// The level of an organ's wording: "Heads of State", "foreign ministers".
Level level_of(const Context& c, const Mention& m) {
  if (is_below_row(c, m)) return Level::ministers;
  if (m.organ && m.organ.id != npos) return c.catalogue.bodies()[m.organ.id].level;
  if (m.top_level) return Level::heads_of_state;
  if (m.organ_words.empty()) return Level::unknown;
  const std::string folded = folded_organ(c, m);
  if (const catalogue::GenericOrgan* known = c.catalogue.find_generic_organ(folded)) {
    return known->level;
  }
  const bool heads = folded.find("heads of state") != std::string::npos ||
                     folded.find("heads of government") != std::string::npos;
  if (heads) return Level::heads_of_state;
  if (folded.find("minister") != std::string::npos) return Level::ministers;
  return Level::unknown;
}

// "summit of the heads of state": with or without the article.
void drop_articles(std::string& organ) {
  if (organ.starts_with("the ")) organ.erase(0, 4);
  constexpr std::string_view kThe = " the ";
  for (std::size_t at = organ.find(kThe); at != std::string::npos; at = organ.find(kThe, at)) {
    organ.erase(at, kThe.size() - 1);
  }
}

// The only organ of that name; npos if there is none or more than one, or if the name is generic.
catalogue::Index organ_named(const Context& c, std::string_view words) {
  std::string name = catalogue::fold(words);
  drop_articles(name);
  // "Security Council" may be anybody's
  if (std::count(name.begin(), name.end(), ' ') < 2 ||
      c.catalogue.find_generic_organ(name) != nullptr) {
    return npos;
  }
  const std::vector<catalogue::Index> found = c.catalogue.find_bodies_named(name);
  const bool organ =
      found.size() == 1 && c.catalogue.bodies()[found.front()].kind == BodyKind::organ;
  if (!organ || c.catalogue.bodies()[found.front()].parent == npos) return npos;
  // "The |Eurasian| Intergovernmental Council" of the Eurasian Economic Union; others have a
  // Sectoral Council of Ministers too.
  const catalogue::Body& whole = c.catalogue.bodies()[c.catalogue.bodies()[found.front()].parent];
  const std::string owner = catalogue::fold(whole.name);
  const bool says = name.find(owner.substr(0, owner.find(' '))) != std::string::npos;
  return says ? found.front() : npos;
}

void sort_unique(std::vector<catalogue::Index>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// The states that are named and those of the people.
std::vector<catalogue::Index> sides_of(const Context& c, const Mention& m) {
  std::vector<catalogue::Index> out;
  for (const Named& state : m.states) out.push_back(state.id);
  for (const std::uint32_t p : m.people) {
    if (c.cast.people[p].state) out.push_back(c.cast.people[p].state.id);
  }
  sort_unique(out);
  return out;
}

// "The foreign ministries of Peru and Ghana hold a meeting": who meets for two or three states.
bool is_of_few_states(const Context& c, const Mention& m) {
  const std::size_t states = sides_of(c, m).size();
  if (m.organisation || m.organ || states < 2 || states > 3) return false;
  const std::string folded = folded_organ(c, m);
  const auto says = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
  const bool body = says("commi") || says("council") || says("cabinet") || says("group");
  return !body && (says("minist") || says("official") || says("secretar") || says("experts") ||
                   says("envoys") || says("delegations"));
}

// "|The two| prime ministers will meet": whoever they are, they are two.
bool are_the_two(const Context& c, const Mention& m) {
  constexpr std::uint32_t kFront = 8;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (!m.group || !m.people.empty() || !m.states.empty()) return false;
  for (std::uint32_t back = 1; back <= kFront && m.trigger.begin >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(m.trigger.begin - back);
    if (word == "two" || word == "both") return true;
  }
  return false;
}

// "the 9th |commerce secretary level meeting|": a row by its number and name.
bool is_numbered_row(const Context& c, const Mention& m) {
  if (m.ordinal == 0 || m.verbal || c.lower(m.trigger.end - 1) != "meeting") return false;
  return !m.organ_words.empty() &&
         catalogue::fold(m.organ_words).find("consult") == std::string::npos;
}

// What the meetings of that organ or series are, where the table says so.
std::optional<Kind> kind_of_row(const catalogue::Body& body) {
  switch (body.meeting) {
    case catalogue::MeetingKind::summit:
      return Kind::summit;
    case catalogue::MeetingKind::session:
      return Kind::session;
    case catalogue::MeetingKind::conference:
      return Kind::conference;
    case catalogue::MeetingKind::talks:
      return Kind::talks;
    case catalogue::MeetingKind::unknown:
      break;
  }
  return std::nullopt;
}

// "the Shangri-La |Dialogue|", "the |Conference| of Heads of Government": the noun is a part of the
// name.
bool is_part_of_organ(const Context& c, const Mention& m) {
  const ByteSpan noun = c.doc.span(m.trigger);
  return m.organ.words.begin <= noun.begin && noun.end <= m.organ.words.end;
}

bool has_body(const Mention& m) { return m.organisation || m.organ || !m.organ_words.empty(); }

}  // namespace

catalogue::Index organisation_of(const Context& c, const Mention& m) {
  if (m.organisation) return m.organisation.id;
  if (!m.organ || m.organ.id == npos) return npos;
  const catalogue::Body& body = c.catalogue.bodies()[m.organ.id];
  return body.parent != npos ? body.parent : npos;
}

Kind kind_of(const Context& c, const Mention& m) {
  const Level level = level_of(c, m);
  const bool generic = m.kind == "meeting" || m.kind == "event" || m.kind == "session";
  // "The presidents of Peru and Chile met": no body's summit.
  const bool told =
      m.verbal || m.kind == "meeting";  // "the meeting of the presidents of Peru and Chile"
  const bool pair = told && m.ordinal == 0 && !m.organisation && !m.organ;
  const bool two = pair && (sides_of(c, m).size() == 2 || are_the_two(c, m));
  if (generic && is_top(level) && two) return Kind::talks;
  // "the Conference of Heads of Government": what it holds is a summit
  const bool own =
      m.kind == "conference" &&
      catalogue::fold(m.organ && m.organ.id != npos ? c.catalogue.bodies()[m.organ.id].name
                                                    : std::string_view(m.organ_words))
              .find("heads of") != std::string::npos;
  if ((generic || own) && is_top(level)) return Kind::summit;
  const bool below = is_below_row(c, m);
  if (below && (generic || m.kind == "conference")) return Kind::session;
  // "the ASEAN Foreign Ministers conference" for their Meeting
  if (m.kind == "conference" && m.organ && m.organ.id != npos && !is_part_of_organ(c, m) &&
      catalogue::fold(c.catalogue.bodies()[m.organ.id].name).ends_with("meeting")) {
    return Kind::session;
  }
  if (m.organ && !below && (generic || is_part_of_organ(c, m))) {
    const std::optional<Kind> kind = kind_of_row(c.catalogue.bodies()[m.organ.id]);
    if (kind) return *kind;
  }
  if (m.kind == "meeting" || m.kind == "event") {
    const bool sides = m.people.size() + m.states.size() >= 1 && !m.organisation && !m.organ;
    if (sides && (m.organ_words.empty() || is_of_few_states(c, m)) && !is_numbered_row(c, m)) {
      return Kind::talks;
    }
    return has_body(m) || !m.owner.empty() ? Kind::session : Kind::talks;
  }
  if (m.kind == "summit" && is_below_top(level)) return Kind::session;
  return kind_named(m.kind).value_or(Kind::talks);
}

void settle_kind(record::Meeting& m) {
  static constexpr std::array<std::string_view, 3> kBodies{"commission", "committee", "council"};
  static constexpr std::array<std::string_view, 6> kTop{"heads of", "leaders",        "president",
                                                        "summit",   "prime minister", "chancellor"};
  static constexpr std::array<std::string_view, 4> kBelow{"minister", "committee", "officials",
                                                          "experts"};
  if (!m.kind || !m.organ) return;
  const std::string organ = catalogue::fold(*m.organ);
  const auto says_one = [&](std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return organ.find(word) != std::string::npos;
    });
  };
  const bool talks_of_body = *m.kind == Kind::talks && says_one(kBodies);
  // "two days of talks of the |heads of state| of the League"
  const bool of_organisation = *m.kind == Kind::talks && static_cast<bool>(m.organisation);
  if (of_organisation && says_one(kTop)) m.kind.value = Kind::summit;
  if (of_organisation && *m.kind == Kind::talks && says_one(kBelow)) m.kind.value = Kind::session;
  const bool summit_of_few = *m.kind == Kind::summit && says_one(kBelow) && !says_one(kTop);
  if (talks_of_body || summit_of_few) m.kind.value = Kind::session;
}

namespace {

// "heads of state", "foreign ministers": which offices; empty for what may be any.
std::string rank_of(Level level, std::string_view portfolio) {
  if (is_top(level)) return "top";
  return level == Level::ministers ? std::string(portfolio) : std::string();
}

// Which offices meet in an organ of a table, or in a group whose organisation is not told.
void set_rank(const Context& c, const Mention& m, Identity& out) {
  if (m.organ && m.organ.id != npos) {
    const catalogue::Body& organ = c.catalogue.bodies()[m.organ.id];
    out.rank = rank_of(organ.level, organ.portfolio);
    return;
  }
  const catalogue::GenericOrgan* group = c.catalogue.find_generic_organ(out.organ);
  if (out.organisation != npos || group == nullptr || !m.states.empty()) return;
  out.rank = rank_of(group->level, group->portfolio);
  out.bare = !out.rank.empty();
}

// The organisation and the organ, as a table names them where one does.
void set_body(const Context& c, const Mention& m, Identity& out) {
  const auto name_of = [&](catalogue::Index body) {
    return catalogue::fold(c.catalogue.bodies()[body].name);
  };
  out.organisation = organisation_of(c, m);
  if (m.organ && m.organ.id != npos) {
    out.organ = name_of(m.organ.id);
  } else if (!m.organ_words.empty()) {
    out.organ = folded_organ(c, m);
    const catalogue::Index known =
        out.organisation == npos ? npos : c.catalogue.find_organ(out.organisation, m.organ_words);
    if (known != npos) out.organ = name_of(known);
  }
  if (out.organisation == npos && !m.organ && !m.organ_words.empty() && !m.in_headline) {
    // "The Eurasian Intergovernmental Council", as a table knows it
    const catalogue::Index known = organ_named(c, m.organ_words);
    if (known != npos) {
      out.organ = name_of(known);
      out.organisation = c.catalogue.bodies()[known].parent;
    }
  }
  // "the fourth summit of the Reed Lakes |Forum|", which no table knows: no talks between
  // ministers.
  const bool meets = m.kind == "summit" || m.kind == "meeting" || m.kind == "session";
  if (out.organisation == npos && out.organ.empty() && !m.owner.empty() && meets) {
    const std::string_view what = m.kind == "summit" ? "summit of " : "session of ";
    out.organ = std::string(what) + catalogue::fold(c.words(m.owner));
  }
  out.series = m.organ && m.organ.id != npos && out.organisation == npos &&
               c.catalogue.bodies()[m.organ.id].kind == BodyKind::series;
  drop_articles(out.organ);
  set_rank(c, m, out);
}

// How high those stand who meet, and whether they prepare something.
void set_level(const Context& c, const Mention& m, Identity& out) {
  const Level level = level_of(c, m);
  out.below_top = is_below_top(level);
  out.top = is_top(level);
  out.below_row = is_below_row(c, m);
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.begin; ++t) {
    out.preparatory = out.preparatory || c.lower(t) == "preparatory";
  }
}

// REQUIRES: the body is set.
void set_kind(const Context& c, const Mention& m, Identity& out) {
  const std::string_view noun = c.lower(m.trigger.end - 1);
  out.spoken = m.dealt || (!m.verbal && (noun == "conversation" || noun == "conversations"));
  out.ordinal = m.ordinal;
  out.referring = m.definite && !m.fresh && !m.verbal && m.relation.empty();
  out.kind = kind_of(c, m);
  // A headline calls anything talks.
  const bool loose = m.in_headline && !m.fresh && m.trigger.size() == 1 && m.kind == "talks" &&
                     m.people.empty() && m.states.empty();
  const bool says_kind = m.kind != "meeting" && m.kind != "event" && !loose;
  out.kind_known = says_kind || out.of_body() || m.people.size() + m.states.size() > 0;
}

// REQUIRES: body and kind are set.
void set_sides(const Context& c, const Mention& m, Identity& out) {
  for (const Named& state : m.states) out.states.push_back(state.id);
  sort_unique(out.states);
  out.sides = sides_of(c, m);
  // "Foreign ministers of Peru and Ghana hold talks": two states in the persons of their ministers.
  const bool few = out.states.size() == 2 || out.states.size() == 3;
  if (out.kind == Kind::talks && out.organisation == npos && few &&
      (out.ordinal == 0 || is_of_few_states(c, m))) {
    out.group = std::move(out.organ);
    out.organ.clear();
  }
  out.people = m.people;
  std::sort(out.people.begin(), out.people.end());
}

void set_circumstances(const Context& c, const Mention& m, Identity& out) {
  if (m.time != kNobody) {
    const time::Expression& day = c.times[m.time];
    out.when = is_day_of_last(c, day) ? day.core_edtf : day.edtf;
  }
  // "the Tunisian capital" is Tunis.
  if (m.place) {
    out.place = catalogue::fold(m.place.id != npos ? c.catalogue.places()[m.place.id].name
                                                   : c.doc.slice(m.place.words));
  }
  if (m.country) out.country = m.country.id;
}

}  // namespace

Identity identity_of(const Context& c, const Mention& m) {
  Identity out;
  set_body(c, m, out);
  set_level(c, m, out);
  set_kind(c, m, out);
  set_sides(c, m, out);
  set_circumstances(c, m, out);
  return out;
}

}  // namespace rapporteur::meetings
