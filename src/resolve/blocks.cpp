// Blocks: the keys that members share which may be one meeting.
#include <iterator>

#include "features.h"
#include "rapporteur/time/edtf.h"
#include "rows.h"

namespace rapporteur::resolve {
namespace {

// A place says nothing about coarser dates.
constexpr int kLongestInPlace = 62;

std::string month_of(std::int32_t day) { return time::edtf_of({day, day}).substr(0, 7); }
std::string year_of(std::int32_t day) { return month_of(day).substr(0, 4); }

// The months of days that reports may take for these.
std::set<std::string> months_of(DayRange days) {
  constexpr std::int32_t kLeastMonth = 28;
  const std::int32_t last = days.last + kNearDays;
  std::set<std::string> out;
  for (std::int32_t day = days.first - kNearDays; day < last; day += kLeastMonth) {
    out.insert(month_of(day));
  }
  out.insert(month_of(last));
  return out;
}

// A body's names are in one block by their letters; two names of one such block are of one body
// only where one of them is no more than the letters, or they differ in small words at the front.
std::string name_within(const std::string& body) {
  const std::string_view name = without_small_words(body);
  return name == body_letters(body) ? "" : record::kPartOfBlock + std::string(name);
}

// Body and organ, or sides and organ, as far as all names of them agree.
std::string row_of(const MeetingFeatures& f) {
  if (f.series.empty()) return {};
  if (!f.body.empty()) return body_letters(f.body) + "|" + organ_core(f.organ);
  if (f.parties.empty()) return "|" + organ_core(f.organ);
  return *f.parties.begin() + "," + *f.parties.rbegin() + "|";
}

void add_place(const MeetingFeatures& f, const std::set<std::string>& months,
               std::set<std::string>& out) {
  for (const std::string& month : months) {
    const std::string where = "place|" + f.place + "|" + month + "|";
    if (!f.body.empty()) out.insert(where + "body|" + body_letters(f.body) + name_within(f.body));
    if (!f.organ.empty()) out.insert(where + "organ|" + organ_core(f.organ));
    if (f.body.empty() && f.parties.empty() && !f.organ.empty()) out.insert(where);
  }
}

void add_parties(const MeetingFeatures& f, const std::set<std::string>& months,
                 std::set<std::string>& out) {
  for (auto a = f.parties.begin(); a != f.parties.end(); ++a) {
    for (auto b = std::next(a); b != f.parties.end(); ++b) {
      for (const std::string& month : months) out.insert("sides|" + *a + "," + *b + "|" + month);
    }
  }
}

void add_people(const MeetingFeatures& f, const std::set<std::string>& months,
                std::set<std::string>& out) {
  for (const std::string& person : f.people) {
    const std::string who = "person|" + std::string(name_in(person)) + "|";
    for (const std::string& month : months) out.insert(who + month);
  }
}

}  // namespace

std::vector<std::string> blocks_of(const MeetingFeatures& f) {
  std::set<std::string> out;
  const std::string row = row_of(f);
  if (!row.empty()) {
    const std::string part = name_within(f.body);
    for (const std::optional<int>& number : {f.ordinal, f.inferred}) {
      if (number) out.insert("session|" + row + "|" + std::to_string(*number) + part);
    }
    if (f.days) {
      // No rule calls coarse dates near each other.
      const std::int32_t near = f.days->is_precise() ? kNearDays : 0;
      for (const std::int32_t day : {f.days->first - near, f.days->last + near}) {
        out.insert("year|" + row + "|" + year_of(day) + part);
      }
    }
  }
  if (f.days) {
    const std::set<std::string> months = months_of(*f.days);
    if (!f.place.empty() && f.days->length() <= kLongestInPlace) add_place(f, months, out);
    add_parties(f, months, out);
    if (f.days->length() <= kLongestInPlace) add_people(f, months, out);
  }
  return {out.begin(), out.end()};
}

}  // namespace rapporteur::resolve
