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
    if (!f.body.empty()) out.insert(where + "body|" + body_letters(f.body));
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

}  // namespace

std::vector<std::string> blocks_of(const MeetingFeatures& f) {
  std::set<std::string> out;
  const std::string row = row_of(f);
  if (!row.empty()) {
    for (const std::optional<int>& number : {f.ordinal, f.inferred}) {
      if (number) out.insert("session|" + row + "|" + std::to_string(*number));
    }
    if (f.days) {
      for (const std::int32_t day :
           {f.days->first - kNearDays, f.days->first, f.days->last, f.days->last + kNearDays}) {
        out.insert("year|" + row + "|" + year_of(day));
      }
    }
  }
  if (f.days) {
    const std::set<std::string> months = months_of(*f.days);
    if (!f.place.empty() && f.days->length() <= kLongestInPlace) add_place(f, months, out);
    add_parties(f, months, out);
  }
  return {out.begin(), out.end()};
}

}  // namespace rapporteur::resolve
