#include "person_names.h"

#include <algorithm>
#include <iterator>

#include "rapporteur/catalogue/fold.h"
#include "rows.h"

namespace rapporteur::catalogue {
namespace {

constexpr std::size_t kLongestHonorific = 4;  // words

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

struct Word {
  std::string_view text;
  bool hyphenated = false;
};

// The words of a name as written: cut at white space, hyphens, commas and after full stops, so
// that "N.B.Yermekbayev" is three. A stop stays with its word.
std::vector<Word> words_of(std::string_view name) {
  constexpr std::string_view kCuts[] = {" ", ",",      "\t",     "\n",    "\u00A0",
                                        "-", "\u2010", "\u2011", "\u2013"};
  constexpr std::size_t kFirstHyphen = 5;
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

bool is_patronymic(std::string_view word) {
  return word.size() > 5 && (word.ends_with("vich") || word.ends_with("vna") ||
                             word.ends_with("ichna") || word.ends_with("ovych"));
}

// 'a', 'i' (also e and y) or 'u' (also o): what romanisations keep of a vowel; else 0.
char kind_of_vowel(char c) {
  if (c == 'a') return 'a';
  if (c == 'i' || c == 'e' || c == 'y') return 'i';
  return c == 'o' || c == 'u' ? 'u' : '\0';
}

// "adel" and "adil" -> "adil", "jubeir" and "jubair" -> "jubir", "rajapakse" -> "rajapaksa". Names
// of one vowel have no such form: "Chen" and "Chin" are two names.
std::string sound_of(std::string_view canonical) {
  std::string sound;
  int vowels = 0;
  for (std::size_t i = 0; i < canonical.size(); ++i) {
    char kind = kind_of_vowel(canonical[i]);
    if (kind == '\0') {
      sound += canonical[i];
      continue;
    }
    const bool alone = i == 0 || kind_of_vowel(canonical[i - 1]) == '\0';
    ++vowels;
    if (alone && canonical[i] == 'e' && i + 1 == canonical.size()) kind = 'a';
    // "ai" is "ei" and "au" is "ou".
    if (!alone && sound.back() == 'a' && kind != 'a') sound.pop_back();
    if (sound.empty() || sound.back() != kind) sound += kind;
  }
  return vowels >= 2 && sound.size() >= 4 ? sound : std::string();
}

bool is_initial(std::string_view word, std::string_view folded) {
  return folded.size() == 1 || (word.ends_with('.') && folded.size() <= 2);
}

}  // namespace

std::size_t family_part(const std::vector<NamePart>& parts) {
  const NamePart& first = parts.front();
  const NamePart& last = parts.back();
  const std::size_t end = parts.size() - 1;
  if (parts.size() == 1 || first.initial) return end;
  if (last.initial || (parts.size() > 2 && is_patronymic(last.folded))) return 0;
  const bool western = (last.bits & (kFamily | kFamilyFirst)) == kFamily;
  if ((first.bits & kFamilyFirst) != 0 && (!western || last.hyphenated)) return 0;
  const bool first_is_given = (first.bits & kGiven) != 0;
  const bool last_is_given = (last.bits & (kGiven | kFamily)) == kGiven;
  return last_is_given && !first_is_given ? 0 : end;
}

Result<void> PersonNames::load(const Pack& pack, const std::vector<Honorific>& honorifics,
                               const std::vector<OfficeName>& offices) {
  for (const Honorific& honorific : honorifics) {
    if (honorific.after) {
      suffixes_.insert(fold(honorific.text));
    } else {
      const bool noble = honorific.kind == "noble" || honorific.kind == "religious";
      honorifics_.emplace(fold(honorific.text), noble);
    }
  }
  for (const OfficeName& office : offices) {
    if (!office.plural) honorifics_.emplace(fold(office.text), false);
  }
  if (auto done = load_words(pack, "names/given_names", kGiven); !done) return done;
  if (auto done = load_words(pack, "names/family_names", kFamily); !done) return done;
  if (auto done = load_words(pack, "names/particles", kParticle); !done) return done;
  bits_.build();
  if (auto done = load_rules(pack); !done) return done;
  return load_variants(pack);
}

Result<void> PersonNames::load_words(const Pack& pack, std::string_view section, std::uint8_t bit) {
  return for_each_row(pack, section, [&](const Row& row) -> Result<void> {
    const std::string_view name = row["name"];
    std::uint8_t bits = bit;
    bool known = true;
    for_each_part(row["marks"], ';', [&](std::string_view mark) {
      if (mark == "first") {
        bits |= kFamilyFirst;
      } else if (mark == "word") {
        bits |= kAlsoWord;
      } else if (mark == "place") {
        bits |= kAlsoPlace;
      } else if (mark == "suffix") {
        suffixes_.insert(fold(name));
      } else if (mark == "father") {
        fathers_.insert(fold(name));
      } else {
        known = false;
      }
    });
    if (!known) return row.error("marks are first, word, place, suffix and father");
    bits_.add(name, bits);
    return {};
  });
}

Result<void> PersonNames::load_rules(const Pack& pack) {
  auto done = for_each_row(pack, "names/transliteration", [&](const Row& row) -> Result<void> {
    Rule rule{row["from"], row["to"], Rule::Where::anywhere};
    if (row["where"] == "start") rule.where = Rule::Where::start;
    if (row["where"] == "end") rule.where = Rule::Where::end;
    if (rule.from.empty()) return row.error("from is empty");
    rules_[static_cast<unsigned char>(rule.from.front())].push_back(rule);
    return {};
  });
  for (std::vector<Rule>& rules : rules_) {
    std::stable_sort(rules.begin(), rules.end(),
                     [](const Rule& a, const Rule& b) { return a.from.size() > b.from.size(); });
  }
  return done;
}

Result<void> PersonNames::load_variants(const Pack& pack) {
  return for_each_row(pack, "names/variants", [&](const Row& row) -> Result<void> {
    // Canonical by the rules, so that spellings which the table lacks may still meet it.
    std::string target;
    for_each_part(row["names"], ';', [&](std::string_view name) {
      const std::string folded = fold(name);
      if (target.empty()) target = canonical(folded);
      variants_.emplace(folded, target);
    });
    return {};
  });
}

std::uint8_t PersonNames::bits(std::string_view folded) const {
  unsigned bits = kNone;
  for (const Index of_one_list : bits_.find(folded)) bits |= of_one_list;
  return static_cast<std::uint8_t>(bits);
}

const PersonNames::Rule* PersonNames::rule_at(std::string_view word, std::size_t at) const {
  for (const Rule& rule : rules_[static_cast<unsigned char>(word[at])]) {
    if (!word.substr(at).starts_with(rule.from)) continue;
    if (rule.where == Rule::Where::start && at != 0) continue;
    if (rule.where == Rule::Where::end && at + rule.from.size() != word.size()) continue;
    return &rule;
  }
  return nullptr;
}

std::string PersonNames::canonical(std::string_view folded) const {
  if (const auto known = variants_.find(std::string(folded)); known != variants_.end()) {
    return known->second;
  }
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const Rule* rule = rule_at(folded, at);
    const std::string_view piece = rule != nullptr ? rule->to : folded.substr(at, 1);
    at += rule != nullptr ? rule->from.size() : 1;
    for (const char c : piece) {
      if (out.empty() || out.back() != c) out += c;
    }
  }
  if (const auto known = variants_.find(out); known != variants_.end()) return known->second;
  return out;
}

void PersonNames::take_honorifics(std::vector<NamePart>& parts, PersonName& name) const {
  for (std::size_t n = std::min(kLongestHonorific, parts.size() - 1); n > 0; --n) {
    std::string phrase;
    std::string together;  // "H. E." is "he"
    for (std::size_t i = 0; i < n; ++i) {
      phrase += (i == 0 ? "" : " ") + parts[i].folded;
      together += parts[i].folded;
    }
    auto found = honorifics_.find(phrase);
    if (found == honorifics_.end()) found = honorifics_.find(together);
    // A single letter is an initial: "M. Ali", not Monsieur.
    if (found == honorifics_.end() || together.size() == 1) continue;
    if (found->second) name.titles.push_back(canonical(phrase));
    parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(n));
    return take_honorifics(parts, name);
  }
}

void PersonNames::respell(NamePart& part) const {
  part.canonical = canonical(part.folded);
  part.sound = sound_of(part.canonical);
  part.bare = without_particle(part.canonical);
}

// "DiMaio" -> "maio"; empty where the rest is too short to be a name.
std::string_view PersonNames::without_particle(std::string_view canonical) const {
  constexpr std::size_t kLongest = 3;
  constexpr std::size_t kLeastRest = 4;
  for (std::size_t size = 2; size <= kLongest && size + kLeastRest <= canonical.size(); ++size) {
    if ((bits(canonical.substr(0, size)) & kParticle) != 0) return canonical.substr(size);
  }
  return {};
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
    const bool particle = (part.bits & kParticle) != 0;
    after_particle = particle;
    if (!particle) name.parts.push_back(part);
    // "bin Salman" says the father's name behind it, "Heydar oglu" before it.
    const bool son_of = part.folded == "bin" || part.folded == "ibn" || part.folded == "bint";
    const bool father_before = fathers_.contains(part.folded);
    name.has_father = name.has_father || son_of || father_before;
    if (father_before && name.parts.size() > 1) name.parts.pop_back();
  }
  if (name.parts.empty()) name.parts = std::move(all);
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
