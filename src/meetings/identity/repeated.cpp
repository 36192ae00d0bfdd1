#include "identity/repeated.h"

#include <algorithm>

#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;

constexpr std::size_t kMost = 48;  // drafts that are compared

bool is_of_many(const Identity& id) {
  return id.kind == Kind::session || id.kind == Kind::summit || id.kind == Kind::conference ||
         (id.kind == Kind::talks && id.of_body());
}

bool days_agree(const Identity& a, const Identity& b) {
  return a.when.empty() || b.when.empty() || time::overlap(a.when, b.when);
}

bool places_agree(const Identity& a, const Identity& b) {
  return a.place.empty() || b.place.empty() || a.place == b.place;
}

// One organ of one organisation, or a body without any.
bool are_one_body(const Identity& a, const Identity& b) {
  return a.organisation == b.organisation && !a.organ.empty() && a.organ == b.organ;
}

// "the First Mekong River Summit", "the First Mekong River Commission Summit"
bool are_one_number(const Identity& a, const Identity& b) {
  if (a.ordinal == 0 || a.ordinal != b.ordinal) return false;
  if (are_one_body(a, b)) return true;
  const bool top = a.kind == Kind::summit && b.kind == Kind::summit;
  return top && a.organisation != npos && a.organisation == b.organisation &&
         (a.organ.empty() || b.organ.empty() || a.top == b.top);
}

// "fruitful |discussions| with the Foreign Ministers" beside their meeting.
bool are_talks_of(const Identity& talks, const Identity& body) {
  const bool one_owner = talks.organisation == body.organisation || talks.organisation == npos ||
                         body.organisation == npos;
  return talks.kind == Kind::talks && body.kind != Kind::talks && !talks.organ.empty() &&
         talks.organ == body.organ && one_owner && talks.when.empty() && talks.ordinal == 0 &&
         talks.people.size() < 2;
}

// Of an edition in the year before the report no talks are told without their day.
bool is_long_over(const Identity& id, const std::string& published) {
  constexpr time::DayNumber kLong = 31;
  const auto days = time::days_of(id.when);
  const auto today = time::days_of(published);
  return days && today && days->last < today->first - kLong;
}

bool is_next(const Drafts& drafts, std::size_t d) {
  const auto& told = drafts.drafts[d].mentions;
  return std::all_of(told.begin(), told.end(),
                     [&](std::uint32_t i) { return drafts.mentions[i].relation == "next"; });
}

bool is_related(const Drafts& drafts, std::size_t d) {
  const auto& told = drafts.drafts[d].mentions;
  return std::any_of(told.begin(), told.end(),
                     [&](std::uint32_t i) { return !drafts.mentions[i].relation.empty(); });
}

bool are_one(const Drafts& drafts, const std::vector<Identity>& ids, std::size_t a, std::size_t b,
             const std::string& published) {
  const Identity& x = ids[a];
  const Identity& y = ids[b];
  if (!is_of_many(x) || !is_of_many(y) || !days_agree(x, y) || !places_agree(x, y)) return false;
  if (x.preparatory != y.preparatory || x.below_row != y.below_row) return false;
  if (are_one_number(x, y)) return true;
  const bool told_on = !is_related(drafts, a) && !is_related(drafts, b);
  if (told_on && are_talks_of(x, y) && !is_long_over(y, published)) return true;
  if (told_on && are_talks_of(y, x) && !is_long_over(x, published)) return true;
  const bool numbers = x.ordinal != 0 && y.ordinal != 0;
  if (numbers || !are_one_body(x, y)) return false;
  const bool same_day = !x.when.empty() && x.when == y.when;
  return same_day || (is_next(drafts, a) && is_next(drafts, b));
}

// Talks of an organ are its meeting.
void call_meeting(Drafts& drafts, const std::vector<Identity>& ids, std::size_t talks,
                  std::size_t body) {
  if (!are_talks_of(ids[talks], ids[body])) return;
  for (const std::uint32_t i : drafts.drafts[talks].mentions) drafts.mentions[i].kind = "meeting";
}

}  // namespace

void join_repeated(const std::string& published, Drafts& drafts, std::vector<Identity>& identities,
                   std::vector<bool>& founded) {
  const std::size_t count = std::min(drafts.drafts.size(), kMost);
  for (std::size_t b = 1; b < count; ++b) {
    for (std::size_t a = 0; founded[b] && a < b; ++a) {
      if (!founded[a] || !are_one(drafts, identities, a, b, published)) continue;
      for (const std::size_t d : {a, b}) call_meeting(drafts, identities, d, d == a ? b : a);
      std::vector<std::uint32_t>& told = drafts.drafts[a].mentions;
      const std::vector<std::uint32_t>& more = drafts.drafts[b].mentions;
      told.insert(told.end(), more.begin(), more.end());
      std::sort(told.begin(), told.end());
      merge_into(identities[a], identities[b]);
      founded[b] = false;
    }
  }
}

}  // namespace rapporteur::meetings
