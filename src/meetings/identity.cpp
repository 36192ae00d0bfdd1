#include "identity.h"

#include <algorithm>
#include <array>
#include <optional>

#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"
#include "word_list.h"

namespace rapporteur::meetings {

namespace {

using catalogue::BodyKind;
using catalogue::Level;
using record::Kind;

std::optional<Kind> kind_named(std::string_view name) { return record::from_string<Kind>(name); }

bool is_top(Level level) {
  return level == Level::heads_of_state || level == Level::heads_of_government;
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

// The level of an organ's wording: "Heads of State", "foreign ministers".
Level level_of(const Context& c, const Mention& m) {
  if (is_below_row(c, m)) return Level::ministers;
  if (m.organ && m.organ.id != npos) return c.catalogue.bodies()[m.organ.id].level;
  if (m.top_level) return Level::heads_of_state;
  if (m.organ_words.empty()) return Level::unknown;
  const std::string folded = catalogue::fold(m.organ_words);
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
  const std::string folded = catalogue::fold(m.organ_words);
  const auto says = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
  const bool body = says("commi") || says("council") || says("cabinet") || says("group");
  return !body && (says("minist") || says("official") || says("secretar") || says("experts") ||
                   says("envoys") || says("delegations"));
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
  if (generic && is_top(level)) return Kind::summit;
  const bool below = is_below_row(c, m);
  if (below && (generic || m.kind == "conference")) return Kind::session;
  if (m.organ && !below && (generic || is_part_of_organ(c, m))) {
    const std::optional<Kind> kind = kind_of_row(c.catalogue.bodies()[m.organ.id]);
    if (kind) return *kind;
  }
  if (m.kind == "meeting" || m.kind == "event") {
    const bool sides = m.people.size() + m.states.size() >= 1 && !m.organisation && !m.organ;
    if (sides && (m.organ_words.empty() || is_of_few_states(c, m))) return Kind::talks;
    return has_body(m) ? Kind::session : Kind::talks;
  }
  if (m.kind == "summit" && (level == Level::ministers || level == Level::officials)) {
    return Kind::session;
  }
  return kind_named(m.kind).value_or(Kind::talks);
}

Identity identity_of(const Context& c, const Mention& m) {
  Identity out;
  out.organisation = organisation_of(c, m);
  if (m.organ && m.organ.id != npos) {
    out.organ = catalogue::fold(c.catalogue.bodies()[m.organ.id].name);
  } else if (!m.organ_words.empty()) {
    out.organ = catalogue::fold(m.organ_words);
    const catalogue::Index known =
        out.organisation == npos ? npos : c.catalogue.find_organ(out.organisation, m.organ_words);
    if (known != npos) out.organ = catalogue::fold(c.catalogue.bodies()[known].name);
  }
  if (out.organisation == npos && !m.organ && !m.organ_words.empty()) {
    // "The Eurasian Intergovernmental Council", as a table knows it
    const catalogue::Index known = organ_named(c, m.organ_words);
    if (known != npos) {
      out.organ = catalogue::fold(c.catalogue.bodies()[known].name);
      out.organisation = c.catalogue.bodies()[known].parent;
    }
  }
  drop_articles(out.organ);
  const Level level = level_of(c, m);
  out.below_top = level == Level::ministers || level == Level::officials;
  out.top = is_top(level);
  out.below_row = is_below_row(c, m);
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.begin; ++t) {
    out.preparatory = out.preparatory || c.lower(t) == "preparatory";
  }
  const std::string_view noun = c.lower(m.trigger.end - 1);
  out.spoken = !m.verbal && (noun == "conversation" || noun == "conversations");
  out.ordinal = m.ordinal;
  out.kind = kind_of(c, m);
  // A headline calls anything talks.
  const bool loose = m.in_headline && !m.fresh && m.trigger.size() == 1 && m.kind == "talks" &&
                     m.people.empty() && m.states.empty();
  const bool says_kind = m.kind != "meeting" && m.kind != "event" && !loose;
  out.kind_known = says_kind || out.of_body() || m.people.size() + m.states.size() > 0;
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
  if (m.time != kNobody) out.when = c.times[m.time].edtf;
  // "the Tunisian capital" is Tunis.
  if (m.place) {
    out.place = catalogue::fold(m.place.id != npos ? c.catalogue.places()[m.place.id].name
                                                   : c.doc.slice(m.place.words));
  }
  if (m.country) out.country = m.country.id;
  return out;
}

namespace {

template <class T>
bool share(const std::vector<T>& a, const std::vector<T>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const T& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

// Two of one are among the other.
bool share_two(const std::vector<catalogue::Index>& a, const std::vector<catalogue::Index>& b) {
  return std::count_if(a.begin(), a.end(), [&](catalogue::Index x) {
           return std::find(b.begin(), b.end(), x) != b.end();
         }) >= 2;
}

// Sessions and summits are meetings of bodies, which a report may call either.
bool kinds_agree(const Identity& a, const Identity& b) {
  if (!a.kind_known || !b.kind_known) return true;
  if (a.kind == b.kind) return true;
  if ((a.spoken && b.kind == Kind::call) || (b.spoken && a.kind == Kind::call)) return true;
  const auto body = [](Kind k) {
    return k == Kind::session || k == Kind::summit || k == Kind::conference;
  };
  // "Bilateral talks" and "meeting", "summit" of two presidents.
  const auto sides = [](Kind k) { return k == Kind::talks || k == Kind::summit; };
  // Ministers hold no summit.
  const bool levels = (a.kind == Kind::summit && b.below_top && b.kind != Kind::summit) ||
                      (b.kind == Kind::summit && a.below_top && a.kind != Kind::summit);
  if (levels) return false;
  if (body(a.kind) && body(b.kind)) return a.organ.empty() || b.organ.empty() || a.organ == b.organ;
  return sides(a.kind) && sides(b.kind) && !a.of_body() && !b.of_body();
}

// The row of a few ("the 23rd round of the Special Representatives' talks") meets in the persons or
// states that the other names.
bool is_between(const Identity& body, const Identity& few) {
  if (body.organisation != npos) return false;
  if (!few.group.empty() && few.group == body.organ && body.states.empty()) return true;
  const bool same_hour = !few.when.empty() && few.when == body.when && !few.place.empty() &&
                         few.place == body.place && body.ordinal == 0;
  if (same_hour && body.below_top) return true;
  if (few.people.size() >= 2 && few.people == body.people) return true;
  return few.sides.size() >= 2 && few.sides == body.sides;
}

// Two rows hardly have the same number by chance from here on.
constexpr int kHighNumber = 5;

std::string_view first_word(std::string_view organ) { return organ.substr(0, organ.find(' ')); }

constexpr std::array<std::string_view, 7> kNouns{
    "council", "commission", "committee", "assembly", "conference", "organ", "board"};

// "the Joint Economic Commission", "the Armenian-German Commission on Economic Cooperation"
bool share_noun(const std::string& a, const std::string& b) {
  return std::any_of(kNouns.begin(), kNouns.end(), [&](std::string_view noun) {
    return a.find(noun) != std::string::npos && b.find(noun) != std::string::npos;
  });
}

// "the Executive Committee of the Coordination Council" is not "the Council": a part that has a
// noun of its own.
bool is_of_whole(const std::string& part, const std::string& whole) {
  const std::size_t of = part.find(" of ");
  if (of == std::string::npos || part.size() < whole.size()) return false;
  const auto last_word = [](std::string_view words) {
    const std::size_t space = words.rfind(' ');
    return space == std::string_view::npos ? words : words.substr(space + 1);
  };
  const std::string_view head = last_word(std::string_view(part).substr(0, of));
  const std::string_view noun = last_word(whole);
  return head != noun && is_one_of(head, kNouns) && is_one_of(noun, kNouns) &&
         last_word(part) == noun;
}

bool organs_agree(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == b) return true;
  if (is_of_whole(a, b) || is_of_whole(b, a)) return false;
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

}  // namespace

namespace {

// "arrived on Friday", "is on a visit today": days of one visit of one guest.
bool is_one_stay(const Identity& a, const Identity& b) {
  constexpr std::int64_t kLongest = 4;  // days
  const bool visits = a.kind == Kind::visit && b.kind == Kind::visit;
  if (!visits || a.people.empty() || b.people.empty()) return false;
  if (a.people.front() != b.people.front()) return false;
  const auto one = time::days_of(a.when);
  const auto other = time::days_of(b.when);
  if (!one || !other) return false;
  const std::int64_t apart = std::int64_t{one->first} - other->first;
  return apart <= kLongest && apart >= -kLongest;
}

}  // namespace

bool compatible(const Identity& a, const Identity& b) {
  if (!kinds_agree(a, b)) return false;
  if (a.organisation != npos && b.organisation != npos && a.organisation != b.organisation) {
    return false;
  }
  // "the XIII Summit of Heads of State of the Alliance", "the Presidential Summit"
  const bool same_top = a.top && b.top && a.organisation != npos &&
                        a.organisation == b.organisation && a.kind == b.kind;
  // "the 24th Meeting of the Sectoral Council (of Ministers)"
  const bool same_row =
      a.ordinal >= kHighNumber && a.ordinal == b.ordinal &&
      (first_word(a.organ) == first_word(b.organ) || share_noun(a.organ, b.organ));
  if (!organs_agree(a.organ, b.organ) && !same_top && !same_row &&
      !(a.preparatory && b.preparatory)) {
    return false;
  }
  const bool says_more = !b.organ.empty() || b.organisation != npos || b.ordinal != 0;
  if (a.preparatory != b.preparatory && says_more) return false;
  if (a.below_row != b.below_row && !a.organ.empty() && !b.organ.empty()) return false;
  if (a.ordinal != 0 && b.ordinal != 0 && a.ordinal != b.ordinal) return false;
  const bool dated = !a.when.empty() && !b.when.empty();
  if (dated && !time::overlap(a.when, b.when) && !is_one_stay(a, b)) return false;
  if (!a.place.empty() && !b.place.empty() && a.place != b.place) return false;
  const bool bilateral = !a.of_body() && !b.of_body();
  if (bilateral && !a.people.empty() && !b.people.empty() && !share(a.people, b.people)) {
    return false;
  }
  // "X, accompanied by Z, met Y" is the meeting of X and Y.
  const bool within =
      std::includes(a.people.begin(), a.people.end(), b.people.begin(), b.people.end()) ||
      std::includes(b.people.begin(), b.people.end(), a.people.begin(), a.people.end());
  if (bilateral && a.people.size() >= 2 && b.people.size() >= 2 && a.people.size() < 4 && !within) {
    return false;
  }
  // The state of a visit may be the one that is visited.
  const bool visit = a.kind == Kind::visit || b.kind == Kind::visit;
  const bool others = !a.sides.empty() && !b.sides.empty() && !share(a.sides, b.sides);
  if (bilateral && !visit && others) return false;
  if (bilateral && !visit && a.sides.size() >= 2 && b.sides.size() >= 2 &&
      !share_two(a.sides, b.sides)) {
    return false;
  }
  // A meeting of a body is not one between persons who are named otherwise.
  const bool same_number = a.ordinal != 0 && a.ordinal == b.ordinal;
  if (a.of_body() != b.of_body() && !same_number) {
    const Identity& sides = a.of_body() ? b : a;
    const Identity& body = a.of_body() ? a : b;
    const bool between_some = sides.people.size() + sides.states.size() >= 1;
    if (between_some && sides.kind == record::Kind::talks && sides.kind_known &&
        !is_between(body, sides)) {
      return false;
    }
  }
  return true;
}

bool compatible_in_headline(const Identity& headline, const Identity& text) {
  const bool same_day = !headline.when.empty() && headline.when == text.when;
  if (same_day && text.organ.empty() && text.kind == Kind::talks) return true;
  if (headline.organ.empty() || text.organ.empty() || headline.below_row != text.below_row) {
    return false;
  }
  Identity loose = headline;
  loose.organ.clear();
  const bool same_body =
      headline.organisation != npos && headline.organisation == text.organisation;
  const bool same_place = !headline.place.empty() && headline.place == text.place;
  const auto last_word = [](const std::string& organ) {
    const std::size_t space = organ.rfind(' ');
    return space == std::string::npos ? organ : organ.substr(space + 1);
  };
  const bool same_group = last_word(headline.organ) == last_word(text.organ);
  return (same_body || same_place || same_group) && compatible(loose, text);
}

int agreement(const Identity& a, const Identity& b) {
  int score = 0;
  if (a.organisation != npos && a.organisation == b.organisation) score += 2;
  if (!a.organ.empty() && organs_agree(a.organ, b.organ) && !b.organ.empty()) score += 3;
  if (a.ordinal != 0 && a.ordinal == b.ordinal) score += 4;
  if (!a.when.empty() && time::overlap(a.when, b.when)) score += 2;
  if (!a.place.empty() && a.place == b.place) score += 2;
  if (share(a.people, b.people)) score += 2;
  if (share(a.states, b.states)) score += 1;
  if (a.sides.size() >= 2 && a.sides == b.sides) score += 1;
  if (a.kind_known && b.kind_known && a.kind == b.kind) score += 1;
  return score;
}

void merge_into(Identity& to, const Identity& from) {
  if (to.organisation == npos) to.organisation = from.organisation;
  if (to.group.empty()) to.group = from.group;
  if (to.organ.empty()) {
    to.organ = from.organ;
    to.below_row = from.below_row;
    to.top = from.top;
  }
  if (to.ordinal == 0) to.ordinal = from.ordinal;
  if (!to.kind_known && from.kind_known) {
    to.kind = from.kind;
    to.kind_known = true;
  }
  if (to.when.empty()) to.when = from.when;
  if (to.place.empty()) to.place = from.place;
  if (to.country == npos) to.country = from.country;
  const auto add = [](auto& into, const auto& more) {
    for (const auto& x : more) {
      if (std::find(into.begin(), into.end(), x) == into.end()) into.push_back(x);
    }
    std::sort(into.begin(), into.end());
  };
  add(to.states, from.states);
  add(to.sides, from.sides);
  add(to.people, from.people);
}

}  // namespace rapporteur::meetings
