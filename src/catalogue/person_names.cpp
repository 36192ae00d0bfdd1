#include "person_names.h"

#include <algorithm>
#include <iterator>

#include "rapporteur/catalogue/fold.h"
#include "rows.h"

namespace rapporteur::catalogue {
namespace {

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
  return vowels >= 2 && canonical.size() >= 4 && sound.size() >= 3 ? sound : std::string();
}

}  // namespace

bool is_in_capitals(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

std::size_t family_part(const std::vector<NamePart>& parts) {
  const NamePart& first = parts.front();
  const NamePart& last = parts.back();
  const std::size_t end = parts.size() - 1;
  if (parts.size() == 1 || first.initial) return end;
  if (last.initial || (parts.size() > 2 && is_patronymic(last.canonical))) return 0;
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
      honorifics_.emplace(fold(honorific.text), Title{noble, is_in_capitals(honorific.text)});
    }
  }
  for (const OfficeName& office : offices) {
    if (!office.plural) honorifics_.emplace(fold(office.text), Title{});
  }
  if (auto done = load_words(pack, "names/given_names", kGiven); !done) return done;
  if (auto done = load_words(pack, "names/family_names", kFamily); !done) return done;
  if (auto done = load_words(pack, "names/particles", kParticle); !done) return done;
  bits_.build();
  if (auto done = load_rules(pack); !done) return done;
  if (auto done = chinese_.load(pack); !done) return done;
  return load_variants(pack);
}

Result<void> PersonNames::load_words(const Pack& pack, std::string_view section, std::uint8_t bit) {
  return for_each_row(pack, section, [&](const Row& row) -> Result<void> {
    const std::string_view name = row["name"];
    std::uint8_t bits = bit;
    bool known = true;
    bool ending = false;  // no word by itself
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
      } else if (mark == "ending") {
        endings_.push_back(fold(name));
        ending = true;
      } else {
        known = false;
      }
    });
    if (!known) return row.error("marks are first, word, place, suffix, father, ending");
    if (!ending) bits_.add(name, bits);
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
      const auto [known, is_new] = variants_.emplace(folded, target);
      if (!is_new && known->second != target) other_variants_[folded].push_back(target);
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

void PersonNames::respell(NamePart& part) const {
  part.canonical = canonical(part.folded);
  part.sound = sound_of(part.canonical);
  part.bare = without_particle(part.canonical);
  part.stem = without_ending(part.canonical);
  part.others.clear();
  const auto others = other_variants_.find(part.folded);
  if (others != other_variants_.end()) part.others = others->second;
  if (!part.wade) return;
  for (std::string& reading : chinese_.readings(part.folded)) {
    part.others.push_back(std::move(reading));
  }
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

// "mirzoev" -> "mirzo"; empty where there is no such ending or the rest is too short.
std::string_view PersonNames::without_ending(std::string_view canonical) const {
  constexpr std::size_t kLeastRest = 4;
  for (const std::string& ending : endings_) {
    if (canonical.size() < ending.size() + kLeastRest || !canonical.ends_with(ending)) continue;
    return canonical.substr(0, canonical.size() - ending.size());
  }
  return {};
}

}  // namespace rapporteur::catalogue
