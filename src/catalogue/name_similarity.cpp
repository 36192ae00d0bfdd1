// How alike two names of people are: an assignment of the shorter name's parts to the longer's.
#include <algorithm>
#include <array>

#include "person_names.h"

namespace rapporteur::catalogue {
namespace {

constexpr double kSame = 0.7;  // promised to users: from here on it is the same person
constexpr std::size_t kMostParts = 8;

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// Insertions, deletions, substitutions and swaps of neighbours; more than `most` is `most` + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > most) return most + 1;
  std::vector<std::size_t> before(a.size() + 1);
  std::vector<std::size_t> above(a.size() + 1);
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) above[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    row[0] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t change = above[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[i] = std::min({row[i - 1] + 1, above[i] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[i] = std::min(row[i], before[i - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[a.size()], most + 1);
}

// "Maria" and "Mario", "Petrov" and "Petrova": one letter, but two people.
bool differs_in_gender(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() == b.size()) {
    return a.substr(0, a.size() - 1) == b.substr(0, b.size() - 1) && is_vowel(a.back()) &&
           is_vowel(b.back());
  }
  return b.size() == a.size() + 1 && b.starts_with(a) && is_vowel(b.back());
}

std::string_view without_article(std::string_view word) {
  const bool article = word.size() > 5 && (word.starts_with("al") || word.starts_with("el"));
  return article ? word.substr(2) : word;
}

double likeness(std::string_view a, std::string_view b) {
  if (a == b) return 0.98;
  if (without_article(a) == b || a == without_article(b)) return 0.95;
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t most = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
  if (most == 0 || differs_in_gender(a, b)) return 0;
  const std::size_t distance = edit_distance(a, b, most);
  if (distance > most) return 0;
  return distance == 1 ? 0.88 : 0.8;
}

// 0: not the same part.
double likeness(const NamePart& a, const NamePart& b) {
  if (a.folded == b.folded) return 1;
  if (a.initial || b.initial) {
    const NamePart& initial = a.initial ? a : b;
    const NamePart& other = a.initial ? b : a;
    const bool fits =
        other.folded.starts_with(initial.folded) || other.canonical.starts_with(initial.canonical);
    return fits ? 0.85 : 0;
  }
  return likeness(a.canonical, b.canonical);
}

struct Match {
  double sum = 0;  // of likenesses
  int full = 0;    // parts that match by more than an initial
  int parts = 0;   // parts that match
  bool in_order = true;
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
      if (taken_[j]) continue;
      const double alike = likeness(few_[at], many_[j]);
      if (alike == 0) continue;
      Match next = match;
      next.sum += alike;
      ++next.parts;
      if (!few_[at].initial && !many_[j].initial) ++next.full;
      next.in_order = next.in_order && static_cast<int>(j) > last;
      taken_[j] = true;
      search(at + 1, next, static_cast<int>(j));
      taken_[j] = false;
    }
    search(at + 1, match, last);  // this part stays alone
  }

  const std::vector<NamePart>& few_;
  const std::vector<NamePart>& many_;
  std::array<bool, kMostParts> taken_{};
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

double compare(const std::vector<NamePart>& a, const std::vector<NamePart>& b, bool same_title) {
  const std::vector<NamePart>& few = a.size() <= b.size() ? a : b;
  const std::vector<NamePart>& many = a.size() <= b.size() ? b : a;
  if (few.size() == 1) return compare_single(few[0], many, same_title);
  const Match match = Assignment(few, many).best();
  const auto size = static_cast<double>(few.size());
  const bool whole = match.parts == static_cast<int>(few.size());
  if (!whole || match.full == 0) return 0.6 * match.sum / size;
  double score = match.sum / size;
  score -= 0.03 * static_cast<double>(std::min<std::size_t>(many.size() - few.size(), 3));
  if (!match.in_order) score -= 0.04;
  return std::max(score, kSame);
}

// "Abdul Rahman" as "Abdulrahman": the parts i and i + 1 as one.
std::vector<NamePart> joined(const PersonNames& names, const std::vector<NamePart>& parts,
                             std::size_t i) {
  std::vector<NamePart> result = parts;
  result[i].folded += parts[i + 1].folded;
  result[i].canonical = names.canonical(result[i].folded);
  result[i].initial = false;
  result.erase(result.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  return result;
}

double compare_joining(const PersonNames& names, const std::vector<NamePart>& a,
                       const std::vector<NamePart>& b, bool same_title) {
  double best = 0;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    if (a[i].initial || a[i + 1].initial) continue;
    const std::vector<NamePart> parts = joined(names, a, i);
    const bool helps = std::any_of(b.begin(), b.end(), [&](const NamePart& other) {
      return !other.initial && likeness(parts[i], other) > 0.85;
    });
    if (helps) best = std::max(best, compare(parts, b, same_title) - 0.02);
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
  const bool same_title =
      std::find_first_of(left.titles.begin(), left.titles.end(), right.titles.begin(),
                         right.titles.end()) != left.titles.end();
  return std::max({compare(left.parts, right.parts, same_title),
                   compare_joining(*this, left.parts, right.parts, same_title),
                   compare_joining(*this, right.parts, left.parts, same_title)});
}

}  // namespace rapporteur::catalogue
