// How alike two names of people are: an assignment of the shorter name's parts to the longer's.
#include <algorithm>

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

// "Maria" and "Mario", "Petrov" and "Petrova": one letter, but two people. Other vowels at the end
// ("Rajapaksa", "Rajapakse") tell only given names apart.
bool differs_in_gender(const NamePart& left, const NamePart& right) {
  std::string_view a = left.canonical;
  std::string_view b = right.canonical;
  if (a.size() > b.size()) std::swap(a, b);
  const bool given = (left.bits & right.bits & kGiven) != 0;
  if (a.size() == b.size()) {
    const bool vowels = is_vowel(a.back()) && is_vowel(b.back());
    const bool o = a.back() == 'o' || b.back() == 'o';
    return a.substr(0, a.size() - 1) == b.substr(0, b.size() - 1) && vowels && (given || o);
  }
  const bool longer = b.size() == a.size() + 1 && b.starts_with(a);
  return longer && is_vowel(b.back()) && (given || b.back() == 'a');
}

// First letters that romanisations confuse: "Gaddafi" and "Kadhafi", "Jamal" and "Gamal".
constexpr std::string_view kFirstSounds[] = {"aeiouy", "gkh", "gj", "jz"};

bool begin_alike(std::string_view a, std::string_view b) {
  const auto has_both = [&](std::string_view sounds) {
    return sounds.find(a.front()) != sounds.npos && sounds.find(b.front()) != sounds.npos;
  };
  return a.front() == b.front() ||
         std::any_of(std::begin(kFirstSounds), std::end(kFirstSounds), has_both);
}

// "Boboyev" and "Babaev": Tajik and Uzbek write "o" where Russian writes "a".
bool differ_in_o(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.size() < 6) return false;
  const auto is_o = [](char c) { return c == 'o' || c == 'a'; };
  return std::equal(a.begin(), a.end(), b.begin(),
                    [&](char x, char y) { return x == y || (is_o(x) && is_o(y)); });
}

double likeness_of_spelling(const NamePart& left, const NamePart& right) {
  const std::string_view a = left.canonical;
  const std::string_view b = right.canonical;
  if (a == b) return 0.98;
  if (left.bare == b || a == right.bare) return 0.95;
  if (differs_in_gender(left, right) || !begin_alike(a, b)) return 0;
  if (!left.sound.empty() && left.sound == right.sound) return 0.9;
  if (differ_in_o(a, b)) return 0.85;
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t most = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
  const std::size_t distance = most == 0 ? 1 : edit_distance(a, b, most);
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
  return likeness_of_spelling(a, b);
}

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
  double score = match.sum / size;
  score -= 0.03 * static_cast<double>(std::min<std::size_t>(many.size() - few.size(), 3));
  if (!match.in_order) score -= 0.04;
  return std::max(score, kSame);
}

// "Abdul Rahman" as "Abdulrahman": the parts i and i + 1 as one.
std::vector<NamePart> joined(const PersonNames& names, const std::vector<NamePart>& parts,
                             std::size_t i) {
  std::vector<NamePart> result = parts;
  result[i].folded = parts[i].canonical + parts[i + 1].folded;
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
