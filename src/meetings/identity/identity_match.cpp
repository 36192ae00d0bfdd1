// Whether two mentions may be the same meeting, and how much they say the same.

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "identity/identity.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Kind;

bool is_session_of_those(const Identity& body, const Identity& few) {
  constexpr std::size_t kFew = 3;
  if (few.kind != Kind::talks || few.of_body() || few.ordinal != 0) return false;
  if (few.sides.size() < 2 || few.sides.size() > kFew || few.when.empty()) return false;
  const bool joint = body.organ.find("commission") != std::string::npos ||
                     body.organ.find("committee") != std::string::npos;
  const bool bare = body.when.empty() && body.place.empty() && body.people.empty();
  return body.kind == Kind::session && body.organisation == npos && joint && bare &&
         body.ordinal > 0 && (body.sides.empty() || body.sides == few.sides);
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

// "X of Peru and Y of Chile", "X and the Chilean guest".
bool are_same_people(const Identity& a, const Identity& b) {
  if (a.people.size() >= 2 && a.people == b.people) return true;
  if (a.people.empty() || b.people.empty() || a.sides.size() != 2 || a.sides != b.sides) {
    return false;
  }
  return std::includes(a.people.begin(), a.people.end(), b.people.begin(), b.people.end()) ||
         std::includes(b.people.begin(), b.people.end(), a.people.begin(), a.people.end());
}

// "the Fifth Summit" in Gatuna, "Friday's Gatuna meeting is the fifth": one number at one place.
bool is_same_edition(const Identity& a, const Identity& b) {
  if (a.kind == Kind::visit || b.kind == Kind::visit || a.ordinal < 2) return false;
  return a.ordinal == b.ordinal && !a.place.empty() && a.place == b.place &&
         a.organisation == b.organisation && (a.organ.empty() || b.organ.empty());
}

// "The water ministers of A, B and C met. |The water ministers| met to": those who were told of.
bool is_group_again(const Identity& told, const Identity& again) {
  return !told.group.empty() && told.group == again.organ && again.states.empty() &&
         again.people.empty() && again.organisation == npos && again.ordinal == 0;
}

// Sessions and summits are meetings of bodies, which a report may call either.
bool kinds_agree(const Identity& a, const Identity& b) {
  if (a.kind == b.kind || is_same_edition(a, b) || is_session_of_those(a, b) ||
      is_session_of_those(b, a) || is_group_again(a, b))
    return true;
  if (!a.kind_known || !b.kind_known) return a.kind != Kind::visit && b.kind != Kind::visit;
  // "X met Y in Zagreb. He was received by Y at the Banski dvori.": once.
  const auto meets = [](Kind k) { return k == Kind::talks || k == Kind::reception; };
  if (meets(a.kind) && meets(b.kind) && are_same_people(a, b)) return true;
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
  if (is_session_of_those(body, few)) return true;
  if (!few.group.empty() && few.group == body.organ && body.states.empty()) return true;
  const bool same_hour = !few.when.empty() && few.when == body.when && !few.place.empty() &&
                         few.place == body.place && body.ordinal == 0;
  if (same_hour && body.below_top) return true;
  if (few.people.size() >= 2 && few.people == body.people) return true;
  // "Peru and Chile held the Seventh Consultations. X co-chaired |the consultations| with Y of
  // Peru"
  const bool row = body.kind == Kind::talks && body.ordinal > 0 && body.people.empty();
  if (few.referring && row && body.sides.size() == 2 && few.people.size() == 2 &&
      std::includes(body.sides.begin(), body.sides.end(), few.sides.begin(), few.sides.end())) {
    return true;
  }
  return few.sides.size() >= 2 && few.sides == body.sides;
}

// Two rows hardly have the same number by chance from here on.
constexpr int kHighNumber = 5;

std::string_view first_word(std::string_view organ) { return organ.substr(0, organ.find(' ')); }

constexpr std::array<std::string_view, 8> kNouns{
    "council", "commission", "committee", "assembly", "conference", "organ", "board", "group"};

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

// "Delhi", "New Delhi"
bool places_agree(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == b) return true;
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& other = a.size() > b.size() ? b : a;
  return longer.ends_with(" " + other) || longer.starts_with(other + " ");
}

bool is_of_officials(const Identity& id) {
  static constexpr std::array<std::string_view, 4> kWords{"official", "expert", "secretar",
                                                          "deput"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return id.organ.find(word) != std::string::npos;
  });
}

// The word at `at` of folded words, and behind it the next; empty behind the last.
std::string_view word_at(std::string_view words, std::size_t* at) {
  const std::size_t space = std::min(words.find(' ', *at), words.size());
  const std::string_view word = words.substr(*at, space - *at);
  *at = std::min(space + 1, words.size());
  return word;
}

// "jc" of the "joint commission": its letters begin words that follow one another.
bool are_initials(std::string_view letters, std::string_view words) {
  std::string initials;
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view word = word_at(words, &at);
    const bool small = word == "of" || word == "for" || word == "and" || word == "on";
    if (!word.empty() && !small) initials += word.front();
  }
  return letters.size() > 1 && initials.find(letters) != std::string::npos;
}

// "the annual meeting", "the JC meeting" of the Joint Commission: no more than what kind of meeting
// it is, or the short name of `other`.
bool says_no_row(std::string_view organ, std::string_view other) {
  static constexpr std::array<std::string_view, 14> kPlain{
      "annual",  "ordinary", "regular",    "ministerial", "biennial", "statutory", "plenary",
      "meeting", "session",  "conference", "high-level",  "formal",   "the",       "minister"};
  bool short_name = false;
  for (std::size_t at = 0; at < organ.size();) {
    const std::string_view word = word_at(organ, &at);
    if (is_one_of(word, kPlain)) continue;
    if (short_name || !are_initials(word, other)) return false;
    short_name = true;
  }
  return organ.ends_with("meeting") || organ.ends_with("session");
}

// The next word of folded `text` that is no article; takes it off, without the "s" of a plural.
std::string_view take_word(std::string_view& text) {
  std::string_view word = "the";
  while (word == "the" && !text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (word.ends_with('s')) word.remove_suffix(1);
  return word == "the" ? std::string_view() : word;
}

// "speakers of the parliaments" and "speakers of parliament"
bool are_same_but_for_number(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    if (take_word(a) != take_word(b)) return false;
  }
  return a.empty() && b.empty();
}

bool organs_agree(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == b || are_same_but_for_number(a, b)) return true;
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
  const time::DayNumber apart = one->first - other->first;
  return apart <= kLongest && apart >= -kLongest;
}

// "will visit Lima this week for the 4th session", "The 4th session is on 6 and 7 June": of one
// number, where a week is only said loosely.
bool is_one_edition(const Identity& a, const Identity& b) {
  constexpr std::int64_t kWeek = 7;  // days
  if (a.ordinal < 2 || a.ordinal != b.ordinal || a.organ.empty() || a.organ != b.organ)
    return false;
  const auto one = time::days_of(a.when);
  const auto other = time::days_of(b.when);
  const bool loose = time::length(a.when) == kWeek || time::length(b.when) == kWeek;
  return loose && one && other && one->first - other->last <= kWeek &&
         other->first - one->last <= kWeek;
}

// No two organisations, no two rows.
bool bodies_agree(const Identity& a, const Identity& b) {
  if (a.organisation != npos && b.organisation != npos && a.organisation != b.organisation) {
    return false;
  }
  // "the Russia-Central Asia summit" beside "the CIS summit"
  const bool summits = a.kind == Kind::summit && b.kind == Kind::summit;
  const bool rows = (a.series && b.organisation != npos) || (b.series && a.organisation != npos);
  const bool same_number = a.ordinal != 0 && a.ordinal == b.ordinal;
  return !summits || !rows || same_number;
}

// "the committee": a body that was named before.
bool is_noun_of_body(std::string_view organ) {
  static constexpr std::array<std::string_view, 8> kBodies{
      "committee", "commission",    "council", "dialogue",
      "forum",     "consultations", "body",    "mechanism"};
  return is_one_of(organ, kBodies);
}

// The same organ, or one called otherwise at the same level, number or seat.
bool rows_agree(const Identity& a, const Identity& b) {
  // "the XIII Summit of Heads of State of the Alliance", "the Presidential Summit"
  const bool same_top = a.top && b.top && a.organisation != npos &&
                        a.organisation == b.organisation && a.kind == b.kind;
  // "the 24th Meeting of the Sectoral Council (of Ministers)"
  const bool same_row =
      a.ordinal >= kHighNumber && a.ordinal == b.ordinal &&
      (first_word(a.organ) == first_word(b.organ) || share_noun(a.organ, b.organ) ||
       says_no_row(a.organ, b.organ) || says_no_row(b.organ, a.organ));
  // "the ninth meeting of the Peru-Chile Joint Commission", "the ninth meeting of the committee"
  const bool same_noun = a.ordinal > 1 && a.ordinal == b.ordinal && a.kind == b.kind &&
                         (is_noun_of_body(a.organ) || is_noun_of_body(b.organ));
  // "the 6th Ministerial Meeting", "the sixth meeting of the heads of the ministries", both in Lima
  const bool same_seat = a.ordinal > 1 && a.ordinal == b.ordinal && !a.place.empty() &&
                         a.place == b.place && !is_of_officials(a) && !is_of_officials(b);
  // "the meeting of the COFCOR", "The foreign ministers met in Castries"
  const bool same_rank = a.bare != b.bare && !a.rank.empty() && a.rank == b.rank;
  if (!organs_agree(a.organ, b.organ) && !same_top && !same_row && !same_noun && !same_seat &&
      !same_rank && !(a.preparatory && b.preparatory)) {
    return false;
  }
  const bool says_more = !b.organ.empty() || b.organisation != npos || b.ordinal != 0;
  if (a.preparatory != b.preparatory && says_more) return false;
  return a.below_row == b.below_row || a.organ.empty() || b.organ.empty();
}

// Of one number, day and place, as far as both are told.
bool circumstances_agree(const Identity& a, const Identity& b) {
  if (a.ordinal != 0 && b.ordinal != 0 && a.ordinal != b.ordinal) return false;
  const bool dated = !a.when.empty() && !b.when.empty();
  if (dated && !time::overlap(a.when, b.when) && !is_one_stay(a, b) && !is_one_edition(a, b)) {
    return false;
  }
  return places_agree(a.place, b.place);
}

// Between the same few, where neither is of a body.
bool people_agree(const Identity& a, const Identity& b) {
  const bool named = !a.people.empty() && !b.people.empty();
  const bool receptions = a.kind == Kind::reception && b.kind == Kind::reception;
  const bool bilateral = !a.of_body() && !b.of_body();
  if ((receptions || bilateral) && named && !share(a.people, b.people)) return false;
  if (!bilateral) return true;
  // "X, accompanied by Z, met Y" is the meeting of X and Y.
  const bool within =
      std::includes(a.people.begin(), a.people.end(), b.people.begin(), b.people.end()) ||
      std::includes(b.people.begin(), b.people.end(), a.people.begin(), a.people.end());
  if (a.people.size() >= 2 && b.people.size() >= 2 && a.people.size() < 4 && !within) return false;
  // The state of a visit may be the one that is visited.
  if (a.kind == Kind::visit || b.kind == Kind::visit) return true;
  if (!a.sides.empty() && !b.sides.empty() && !share(a.sides, b.sides)) return false;
  return a.sides.size() < 2 || b.sides.size() < 2 || share_two(a.sides, b.sides);
}

// A meeting of a body is not one between persons who are named otherwise.
bool body_and_few_agree(const Identity& a, const Identity& b) {
  const bool same_number = a.ordinal != 0 && a.ordinal == b.ordinal;
  if (a.of_body() == b.of_body() || same_number) return true;
  const Identity& sides = a.of_body() ? b : a;
  const Identity& body = a.of_body() ? a : b;
  const bool between_some = sides.people.size() + sides.states.size() >= 1;
  // "the summit of the US and the islands", "the third summit of the Forum": two
  const bool other_row = sides.kind == Kind::summit && !sides.states.empty() && body.ordinal > 0;
  return !between_some || (sides.kind != Kind::talks && !other_row) || !sides.kind_known ||
         is_between(body, sides);
}

}  // namespace

bool compatible(const Identity& a, const Identity& b) {
  return kinds_agree(a, b) && bodies_agree(a, b) && rows_agree(a, b) && circumstances_agree(a, b) &&
         people_agree(a, b) && body_and_few_agree(a, b);
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
  // "Security chiefs gather" above "the Security Council Secretaries"
  static constexpr std::array<std::string_view, 4> kAnyRank{"chiefs", "heads", "bosses", "tsars"};
  const bool same_matter = is_one_of(last_word(headline.organ), kAnyRank) &&
                           first_word(headline.organ) == first_word(text.organ);
  return (same_body || same_place || same_group || same_matter) && compatible(loose, text);
}

bool are_same_talks(const Identity& a, const Identity& b) {
  if (a.kind != Kind::talks || b.kind != Kind::talks || a.of_body() || b.of_body()) return false;
  if (a.people.empty() || b.people.empty() || a.sides.empty() || a.sides != b.sides) return false;
  return std::includes(a.people.begin(), a.people.end(), b.people.begin(), b.people.end()) ||
         std::includes(b.people.begin(), b.people.end(), a.people.begin(), a.people.end());
}

int agreement(const Identity& a, const Identity& b) {
  int score = 0;
  if (a.organisation != npos && a.organisation == b.organisation) score += 2;
  if (!a.organ.empty() && organs_agree(a.organ, b.organ) && !b.organ.empty()) score += 3;
  if (is_group_again(a, b)) score += 3;
  if (a.ordinal != 0 && a.ordinal == b.ordinal) score += 4;
  if (!a.when.empty() && time::overlap(a.when, b.when)) score += 2;
  if (!a.place.empty() && a.place == b.place) score += 2;
  if (share(a.people, b.people)) score += 2;
  if (share(a.states, b.states)) score += 1;
  if (a.sides.size() >= 2 && a.sides == b.sides) score += 1;
  if (a.kind_known && b.kind_known && a.kind == b.kind) score += 1;
  if (is_session_of_those(a, b) || is_session_of_those(b, a)) score += 1;
  return score;
}

void merge_into(Identity& to, const Identity& from) {
  const bool session = is_session_of_those(from, to);
  if (to.organisation == npos) to.organisation = from.organisation;
  if (to.group.empty()) to.group = from.group;
  const bool names_row = to.bare && !from.bare && from.rank == to.rank && !from.organ.empty();
  if (to.organ.empty() || names_row) {
    to.series = from.series && to.organisation == npos;
    to.organ = from.organ;
    to.rank = from.rank;
    to.bare = from.bare;
    to.below_row = from.below_row;
    to.top = from.top;
  }
  if (to.ordinal == 0) to.ordinal = from.ordinal;
  if ((!to.kind_known && from.kind_known) || session) {
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
