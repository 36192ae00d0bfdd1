#include <algorithm>
#include <iterator>

#include "person_names.h"
#include "rapporteur/catalogue/fold.h"

// A name as written into its parts: words, titles and particles taken off, initials, and the key.
namespace rapporteur::catalogue {
namespace {

constexpr std::size_t kLongestHonorific = 4;  // words

bool is_son_of(std::string_view folded) {
  return folded == "bin" || folded == "ibn" || folded == "bint";
}

struct Word {
  std::string_view text;
  bool hyphenated = false;
};

// The words of a name as written: cut at white space, hyphens, commas and after full stops, so
// that "N.B.Yermekbayev" is three. A stop stays with its word.
std::vector<Word> words_of(std::string_view name) {
  constexpr std::string_view kCuts[] = {" ",  ",",      "\t",     "\n",     "\u00A0",
                                        "\"", "(",      ")",      "\u201C", "\u201D",
                                        "-",  "\u2010", "\u2011", "\u2013"};
  constexpr std::size_t kFirstHyphen = 10;
  std::vector<Word> words;
  std::size_t begin = 0;
  bool hyphenated = false;
  const auto cut = [&](std::size_t end, std::size_t next, bool hyphen) {
    if (end > begin) words.push_back({name.substr(begin, end - begin), hyphenated});
    hyphenated = hyphen && end > begin;
    begin = next;
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '.') {
      cut(i + 1, i + 1, false);
      continue;
    }
    for (std::size_t k = 0; k < std::size(kCuts); ++k) {
      if (!name.substr(i).starts_with(kCuts[k])) continue;
      cut(i, i + kCuts[k].size(), k >= kFirstHyphen);
      i += kCuts[k].size() - 1;
      break;
    }
  }
  cut(name.size(), name.size(), false);
  return words;
}

bool is_initial(std::string_view word, std::string_view folded) {
  return folded.size() == 1 || (word.ends_with('.') && folded.size() <= 2);
}

}  // namespace

const PersonNames::Title* PersonNames::title_of(const std::vector<NamePart>& parts, std::size_t n,
                                                std::string& phrase) const {
  phrase.clear();
  std::string together;  // "H. E." is "he"
  bool small = false;
  for (std::size_t i = 0; i < n; ++i) {
    phrase += (i == 0 ? "" : " ") + parts[i].folded;
    together += parts[i].folded;
    small = small || parts[i].small;
  }
  auto found = honorifics_.find(phrase);
  if (found == honorifics_.end()) found = honorifics_.find(together);
  // A single letter is an initial: "M. Ali", not Monsieur.
  if (found == honorifics_.end() || together.size() == 1) return nullptr;
  if (found->second.capitals && small) return nullptr;
  // "HE Lifeng" has his family name in capitals, "HE Macron" a title.
  const bool family = n == 1 && parts.size() == 2 && (parts[0].bits & kFamilyFirst) != 0;
  if (family && (parts[1].bits & (kGiven | kFamily)) == kGiven) return nullptr;
  // "Sultan bin Abdulaziz": a title has no father; "Ing-wen": no hyphen joins it to a name.
  return is_son_of(parts[n].folded) || parts[n].hyphenated ? nullptr : &found->second;
}

void PersonNames::take_honorifics(std::vector<NamePart>& parts, PersonName& name) const {
  std::string phrase;
  for (std::size_t n = std::min(kLongestHonorific, parts.size() - 1); n > 0; --n) {
    const Title* title = title_of(parts, n, phrase);
    if (title == nullptr) continue;
    if (title->noble) name.titles.push_back(canonical(phrase));
    parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(n));
    return take_honorifics(parts, name);
  }
}

// A name is Chinese if its family name is a syllable that stands first and the rest are syllables
// too; and in the old spelling if one of them is none of pinyin ("Hsiao").
void PersonNames::mark_chinese(std::vector<NamePart>& parts) const {
  if (parts.size() < 2 || parts.size() > 3) return;
  const auto all = [&](auto&& has) { return std::all_of(parts.begin(), parts.end(), has); };
  const bool family_first = ((parts.front().bits | parts.back().bits) & kFamilyFirst) != 0 &&
                            all([](const NamePart& p) { return !p.initial; });
  if (!family_first) return;
  const bool pinyin = all([&](const NamePart& p) { return chinese_.is_pinyin(p.folded); });
  const bool wade = !pinyin && all([&](const NamePart& p) { return chinese_.is_wade(p.folded); });
  for (NamePart& part : parts) {
    part.chinese = pinyin;
    part.wade = wade;
    if (wade) respell(part);
  }
}

std::vector<NamePart> PersonNames::glued_initials(std::string_view word,
                                                  const NamePart& part) const {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool known = (part.bits & (kGiven | kFamily | kFamilyFirst)) != 0;
  if (known || word.size() < 2 || word.size() > 3) return {};
  if (!std::all_of(word.begin(), word.end(), is_capital)) return {};
  std::vector<NamePart> initials;
  for (const char c : part.folded) {
    initials.emplace_back().folded = c;
    initials.back().initial = true;
  }
  return initials;
}

PersonName PersonNames::parse(std::string_view text) const {
  PersonName name;
  std::vector<NamePart> all;
  for (const Word& word : words_of(text)) {
    NamePart part;
    part.folded = fold(word.text);
    if (part.folded.empty()) continue;
    part.initial = is_initial(word.text, part.folded);
    part.hyphenated = word.hyphenated;
    part.bits = bits(part.folded);
    part.small = !is_in_capitals(word.text);
    std::vector<NamePart> initials = glued_initials(word.text, part);
    if (initials.empty()) initials.push_back(std::move(part));
    std::move(initials.begin(), initials.end(), std::back_inserter(all));
  }
  if (all.empty()) return name;
  take_honorifics(all, name);
  while (all.size() > 1 && suffixes_.contains(all.back().folded)) all.pop_back();
  bool after_particle = false;  // "el-Sisi" is joined to no name
  for (NamePart& part : all) {
    if (after_particle) part.hyphenated = false;
    respell(part);
    part.widespread =
        (part.bits & (kGiven | kFamilyFirst)) == kGiven && variants_.contains(part.folded);
    const bool father_before = fathers_.contains(part.folded);
    const bool last = &part == &all.back() && !father_before;  // "Gyo-an", "Nguyen Van An"
    const bool particle = (part.bits & kParticle) != 0 && !last;
    after_particle = particle;
    if (!particle) name.parts.push_back(part);
    // "bin Salman" says the father's name behind it, "Heydar oglu" before it.
    name.has_father = name.has_father || is_son_of(part.folded) || father_before;
    if (father_before && name.parts.size() > 1) name.parts.pop_back();
  }
  if (name.parts.empty()) name.parts = std::move(all);
  mark_chinese(name.parts);
  return name;
}

namespace {

// The consonants of a name and whether it begins with a vowel. First letters that romanisations
// confuse ("Guliyev", "Quliyev", "Kuliev") are one.
std::string skeleton_of(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (!is_vowel(c)) {
      if (out.empty() || out.back() != c) out += c;
    } else if (out.empty()) {
      out += 'a';
    }
  }
  if (!out.empty() && out.front() == 'g') out.front() = 'k';
  return out;
}

}  // namespace

std::string PersonNames::key(std::string_view text) const {
  const PersonName name = parse(text);
  if (name.parts.empty()) return "";
  // Of "Mohammed bin Salman Al Saud" reports leave out the end, never the start.
  const std::size_t at = name.has_father ? 0 : family_part(name.parts);
  std::size_t first = at;
  std::size_t last = at;
  while (first > 0 && name.parts[first].hyphenated) --first;
  while (last + 1 < name.parts.size() && name.parts[last + 1].hyphenated) ++last;
  std::string family;
  for (std::size_t i = first; i <= last; ++i) family += name.parts[i].canonical;
  if (family.size() > 5 && (family.starts_with("al") || family.starts_with("el"))) {
    family.erase(0, 2);
  }
  return skeleton_of(family);
}

}  // namespace rapporteur::catalogue
