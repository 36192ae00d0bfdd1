// How alike two names of people are: an assignment of the shorter name's parts to the longer's.
#include <algorithm>

#include "part_likeness.h"
#include "person_names.h"

namespace rapporteur::catalogue {
namespace {

constexpr double kSame = 0.7;          // promised to users: from here on it is the same person
constexpr double kSureOfOrder = 0.85;  // the mean likeness of parts in another order
constexpr std::size_t kMostParts = 8;

struct Match {
  double sum = 0;  // of likenesses
  int full = 0;    // parts that match by more than an initial
  int parts = 0;   // parts that match
  bool in_order = true;
  std::uint32_t taken = 0;  // bits: parts of the longer name that match
};

bool is_better(const Match& a, const Match& b) {
  if (a.parts != b.parts) return a.parts > b.parts;
  if (a.sum != b.sum) return a.sum > b.sum;
  return a.in_order && !b.in_order;
}

// Tries all assignments of `few` from `at` on; there are at most kMostParts parts, few of them
// alike, so that the search ends quickly.
class Assignment {
 public:
  Assignment(const std::vector<NamePart>& few, const std::vector<NamePart>& many)
      : few_(few), many_(many) {}
  Match best() {
    search(0, Match{}, -1);
    return best_;
  }

 private:
  void search(std::size_t at, const Match& match, int last) {
    if (at == few_.size()) {
      if (is_better(match, best_)) best_ = match;
      return;
    }
    for (std::size_t j = 0; j < many_.size(); ++j) {
      if ((match.taken >> j & 1U) != 0) continue;
      const double alike = likeness(few_[at], many_[j]);
      if (alike == 0) continue;
      Match next = match;
      next.sum += alike;
      ++next.parts;
      if (!few_[at].initial && !many_[j].initial) ++next.full;
      next.in_order = next.in_order && static_cast<int>(j) > last;
      next.taken |= 1U << j;
      search(at + 1, next, static_cast<int>(j));
    }
    search(at + 1, match, last);  // this part stays alone
  }

  const std::vector<NamePart>& few_;
  const std::vector<NamePart>& many_;
  Match best_;
};

// One word alone: it names the person if it is where a family name stands, or in any place if
// both carry the same title ("Sheikh Hasina", "Sheikh Hasina Wazed").
double compare_single(const NamePart& word, const std::vector<NamePart>& name, bool same_title) {
  if (name.size() == 1) return likeness(word, name[0]);
  const NamePart& family = name[family_part(name)];
  if (!family.initial && likeness(word, family) > 0) return 0.75 * likeness(word, family);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool may_stand_alone = same_title || (i > 0 && name.size() > 2);
    if (may_stand_alone && !name[i].initial && likeness(word, name[i]) > 0.9) return kSame;
  }
  for (const NamePart& part : name) {
    if (likeness(word, part) > 0) return 0.5;
  }
  return 0;
}

// What two names have besides their parts.
struct Company {
  bool same_title = false;
  bool own_first = false;  // one says whose son or daughter it is
};

// "Ahmed Ali" is no "Ali Ahmed": where all parts are given names, their order tells who is who,
// unless capitals say which is the family's: "KAGAME Paul".
bool swaps_given_names(const std::vector<NamePart>& a, const std::vector<NamePart>& b) {
  const auto is_given = [](const NamePart& part) { return part.widespread && part.small; };
  return std::all_of(a.begin(), a.end(), is_given) && std::all_of(b.begin(), b.end(), is_given);
}

// "Kim Sung" is no "Kim Song-nam": of a name that a hyphen joins no half stands for the whole.
bool halves_a_name(const std::vector<NamePart>& many, std::uint32_t taken) {
  if ((many.front().bits & kFamilyFirst) == 0) return false;
  for (std::size_t i = 1; i < many.size(); ++i) {
    const bool both = (taken >> i & 1U) == (taken >> (i - 1) & 1U);
    if (many[i].hyphenated && !both) return true;
  }
  return false;
}

double compare(const std::vector<NamePart>& a, const std::vector<NamePart>& b, Company company) {
  // "Mohamed bin Salman bin Abdulaziz" is no Abdulaziz: a son is called by his own name.
  if (company.own_first && a.size() > 1 && b.size() > 1 && likeness(a[0], b[0]) == 0) return 0.3;
  const std::vector<NamePart>& few = a.size() <= b.size() ? a : b;
  const std::vector<NamePart>& many = a.size() <= b.size() ? b : a;
  if (few.size() == 1) return compare_single(few[0], many, company.same_title);
  const Match match = Assignment(few, many).best();
  const auto size = static_cast<double>(few.size());
  const bool whole = match.parts == static_cast<int>(few.size());
  if (!whole || match.full == 0) return 0.6 * match.sum / size;
  const bool by_initial = match.full < match.parts;
  const bool other_start = (match.taken & 1U) == 0;
  // "D. A. Medvedev" is no Alexei.
  if (other_start && by_initial && many.front().initial) return 0.6 * match.sum / size;
  // "Sabah Al Ahmad" is no "Nawaf Al-Ahmad Al-Sabah".
  if (other_start && !match.in_order) return 0.6 * match.sum / size;
  // "Ivan Igorov" is no "Igor Ivanov".
  const bool sure = match.sum >= kSureOfOrder * size;
  if (!match.in_order && (!sure || swaps_given_names(few, many))) return 0.6 * match.sum / size;
  if (halves_a_name(many, match.taken)) return 0.6 * match.sum / size;
  double score = match.sum / size;
  score -= 0.03 * static_cast<double>(std::min<std::size_t>(many.size() - few.size(), 3));
  if (!match.in_order) score -= 0.04;
  return std::max(score, kSame);
}

// "Abdul Rahman" as "Abdulrahman": the parts i and i + 1 as one.
std::vector<NamePart> joined(const PersonNames& names, const std::vector<NamePart>& parts,
                             std::size_t i) {
  std::vector<NamePart> result = parts;
  const bool as_written = parts[i].chinese || parts[i].wade;
  const std::string& start = as_written ? parts[i].folded : parts[i].canonical;
  result[i].folded = start + parts[i + 1].folded;
  names.respell(result[i]);
  result[i].initial = false;
  result.erase(result.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  return result;
}

double compare_joining(const PersonNames& names, const std::vector<NamePart>& a,
                       const std::vector<NamePart>& b, Company company) {
  double best = 0;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    if (a[i].initial || a[i + 1].initial) continue;
    const std::vector<NamePart> parts = joined(names, a, i);
    const bool helps = std::any_of(b.begin(), b.end(), [&](const NamePart& other) {
      return !other.initial && likeness(parts[i], other) > 0.85;
    });
    if (helps) best = std::max(best, compare(parts, b, company) - 0.02);
  }
  return best;
}

}  // namespace

double PersonNames::similarity(std::string_view a, std::string_view b) const {
  PersonName left = parse(a);
  PersonName right = parse(b);
  if (left.parts.empty() || right.parts.empty()) return 0;
  left.parts.resize(std::min(left.parts.size(), kMostParts));
  right.parts.resize(std::min(right.parts.size(), kMostParts));
  Company company;
  company.own_first = left.has_father || right.has_father;
  company.same_title =
      std::find_first_of(left.titles.begin(), left.titles.end(), right.titles.begin(),
                         right.titles.end()) != left.titles.end();
  return std::max({compare(left.parts, right.parts, company),
                   compare_joining(*this, left.parts, right.parts, company),
                   compare_joining(*this, right.parts, left.parts, company)});
}

}  // namespace rapporteur::catalogue
