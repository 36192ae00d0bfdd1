#include "part_likeness.h"

#include <algorithm>

namespace rapporteur::catalogue {
namespace {

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

// "Taro" is written "Tarou" too, "Sergi" "Serge".
bool are_one_vowel(char a, char b) {
  const auto are = [&](char x, char y) { return (a == x && b == y) || (a == y && b == x); };
  return are('o', 'u') || are('e', 'i');
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
    const bool tell = vowels && !are_one_vowel(a.back(), b.back()) && (given || o);
    return tell && a.substr(0, a.size() - 1) == b.substr(0, b.size() - 1);
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

// "Kaja" and "Kaya": German, Slavic and Baltic names write "j" for "y".
bool differ_in_j(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.size() < 4) return false;
  const auto is_j = [](char c) { return c == 'j' || c == 'i'; };
  return std::equal(a.begin(), a.end(), b.begin(),
                    [&](char x, char y) { return x == y || (is_j(x) && is_j(y)); });
}

// "Afwerki" and "Afeworki": names of many consonants tell themselves by these.
bool share_consonants(std::string_view a, std::string_view b) {
  constexpr std::size_t kLeast = 4;
  std::size_t i = 0;
  std::size_t j = 0;
  for (std::size_t shared = 0;; ++shared, ++i, ++j) {
    while (i < a.size() && is_vowel(a[i])) ++i;
    while (j < b.size() && is_vowel(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size() && shared >= kLeast;
    if (a[i] != b[j]) return false;
  }
}

bool contains(const std::vector<std::string>& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

bool stands_for(const NamePart& a, const NamePart& b) {
  if (a.others.empty()) return false;
  const auto has = [&](const std::string& form) { return contains(a.others, form); };
  return has(b.canonical) || has(b.folded) || std::any_of(b.others.begin(), b.others.end(), has);
}

// "Mirzo" and "Mirzoyev", "Rasulov" and "Rasulzoda": Central Asia takes Russian endings off.
bool share_stem(const NamePart& a, const NamePart& b) {
  const std::string_view left = a.stem.empty() ? a.canonical : a.stem;
  const std::string_view right = b.stem.empty() ? b.canonical : b.stem;
  return (!a.stem.empty() || !b.stem.empty()) && left == right;
}

constexpr double kOneSlip = 0.88;

// "Fedotov" and "Fedorov": both are names of families, and it is a consonant that tells them apart.
bool are_two_families(const NamePart& left, const NamePart& right) {
  constexpr std::string_view kAlike[] = {"bpf", "dt", "gkh", "vfb", "csz", "ji", "mn"};
  const std::string_view a = left.canonical;
  const std::string_view b = right.canonical;
  if ((left.bits & right.bits & kFamily) == 0 || a.size() != b.size()) return false;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
  if (x == a.end() || is_vowel(*x) || is_vowel(*y)) return false;
  return std::none_of(std::begin(kAlike), std::end(kAlike), [&](std::string_view sounds) {
    return sounds.find(*x) != sounds.npos && sounds.find(*y) != sounds.npos;
  });
}

// A letter too many, too few or another one, in as long a name as allows it.
double likeness_of_typing(const NamePart& left, const NamePart& right) {
  const std::string_view a = left.canonical;
  const std::string_view b = right.canonical;
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t most = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
  const std::size_t distance = most == 0 ? 1 : edit_distance(a, b, most);
  if (distance <= most) return distance == 1 ? kOneSlip : 0.8;
  // As it was typed: rules of transliteration make more of one letter.
  const bool one = shorter >= 5 && edit_distance(left.folded, right.folded, 1) == 1;
  return one ? 0.8 : 0;
}

double likeness_of_spelling(const NamePart& left, const NamePart& right) {
  const std::string_view a = left.canonical;
  const std::string_view b = right.canonical;
  if (a == b) return 0.98;
  if (left.bare == b || a == right.bare) return 0.95;
  if (stands_for(left, right) || stands_for(right, left)) return 0.93;
  if (differs_in_gender(left, right) || !begin_alike(a, b)) return 0;
  if (!left.sound.empty() && left.sound == right.sound) return 0.9;
  if (differ_in_o(a, b) || differ_in_j(a, b)) return 0.85;
  if (share_stem(left, right)) return 0.8;
  if (are_two_families(left, right)) return 0;
  const double typing = likeness_of_typing(left, right);
  // "Christian" and "Christina", "Marise" and "Maurice": two names, and none of them a slip.
  if ((left.bits & right.bits & kGiven) != 0) return typing == kOneSlip ? typing : 0;
  return typing > 0 ? typing : share_consonants(a, b) ? 0.75 : 0;
}

}  // namespace

double likeness(const NamePart& a, const NamePart& b) {
  if (a.folded == b.folded) return 1;
  if (a.initial || b.initial) {
    const NamePart& initial = a.initial ? a : b;
    const NamePart& other = a.initial ? b : a;
    const bool fits =
        other.folded.starts_with(initial.folded) || other.canonical.starts_with(initial.canonical);
    return fits ? 0.85 : 0;
  }
  if (a.chinese && b.chinese) return a.canonical == b.canonical ? 0.98 : 0;
  return likeness_of_spelling(a, b);
}

}  // namespace rapporteur::catalogue
