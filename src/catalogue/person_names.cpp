#include "person_names.h"

#include <algorithm>

#include "rapporteur/catalogue/fold.h"
#include "rows.h"

namespace rapporteur::catalogue {
namespace {

constexpr std::size_t kLongestHonorific = 4;  // words

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// The words of a name as written: cut at white space, hyphens, commas and after full stops, so
// that "N.B.Yermekbayev" is three. A stop stays with its word.
std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end) {
    if (end > begin) words.push_back(name.substr(begin, end - begin));
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == ' ' || c == '-' || c == ',' || c == '\t' || c == '\n') {
      cut(i);
      begin = i + 1;
    } else if (c == '.') {
      cut(i + 1);
      begin = i + 1;
    } else if (name.substr(i).starts_with("\u00A0") || name.substr(i).starts_with("\u2010")) {
      cut(i);
      begin = i + (name.substr(i).starts_with("\u00A0") ? 2 : 3);
    }
  }
  cut(name.size());
  return words;
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
  if (last.initial) return 0;
  if ((first.bits & kFamilyFirst) != 0 && (last.bits & (kFamilyFirst | kFamily)) == 0) return 0;
  const bool first_is_given = (first.bits & kGiven) != 0;
  const bool last_is_given = (last.bits & (kGiven | kFamily)) == kGiven;
  return last_is_given && !first_is_given ? 0 : end;
}

Result<void> PersonNames::load(const Pack& pack, const std::vector<Honorific>& honorifics) {
  for (const Honorific& honorific : honorifics) {
    (honorific.after ? suffixes_ : honorifics_).insert(fold(honorific.text));
  }
  if (auto done = load_words(pack, "names/given_names", kGiven); !done) return done;
  if (auto done = load_words(pack, "names/family_names", kFamily); !done) return done;
  if (auto done = load_words(pack, "names/particles", kParticle); !done) return done;
  if (auto done = load_rules(pack); !done) return done;
  return load_variants(pack);
}

Result<void> PersonNames::load_words(const Pack& pack, std::string_view section, std::uint8_t bit) {
  std::string folded;
  return for_each_row(pack, section, [&](const Row& row) -> Result<void> {
    fold_into(row["name"], folded);
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
        suffixes_.insert(folded);
      } else {
        known = false;
      }
    });
    if (!known) return row.error("marks are first, word, place and suffix");
    bits_[folded] |= bits;
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
  const auto found = bits_.find(std::string(folded));
  return found == bits_.end() ? std::uint8_t{kNone} : found->second;
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

std::size_t PersonNames::honorific_length(const std::vector<std::string>& words) const {
  const std::size_t most = std::min(kLongestHonorific, words.size() - 1);
  for (std::size_t n = most; n > 0; --n) {
    std::string phrase = words[0];
    for (std::size_t i = 1; i < n; ++i) phrase += ' ' + words[i];
    if (honorifics_.contains(phrase)) return n;
    std::erase(phrase, ' ');  // "H. E." is "he"
    if (n > 1 && honorifics_.contains(phrase)) return n;
  }
  return 0;
}

std::vector<NamePart> PersonNames::parts_of(std::string_view name) const {
  const std::vector<std::string_view> words = words_of(name);
  std::vector<std::string> folded;
  std::vector<bool> initial;
  for (const std::string_view word : words) {
    std::string plain = fold(word);
    if (plain.empty()) continue;
    initial.push_back(is_initial(word, plain));
    folded.push_back(std::move(plain));
  }
  while (folded.size() > 1) {
    const std::size_t length = honorific_length(folded);
    if (length == 0) break;
    folded.erase(folded.begin(), folded.begin() + static_cast<std::ptrdiff_t>(length));
    initial.erase(initial.begin(), initial.begin() + static_cast<std::ptrdiff_t>(length));
  }
  while (folded.size() > 1 && suffixes_.contains(folded.back())) {
    folded.pop_back();
    initial.pop_back();
  }
  std::vector<NamePart> all;
  std::vector<NamePart> parts;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    NamePart part{folded[i], canonical(folded[i]), initial[i], bits(folded[i])};
    if ((part.bits & kParticle) == 0) parts.push_back(part);
    all.push_back(std::move(part));
  }
  return parts.empty() ? all : parts;
}

std::string PersonNames::key(std::string_view name) const {
  const std::vector<NamePart> parts = parts_of(name);
  if (parts.empty()) return "";
  std::string_view family = parts[family_part(parts)].canonical;
  if (family.size() > 5 && (family.starts_with("al") || family.starts_with("el"))) {
    family.remove_prefix(2);
  }
  std::string key;
  for (const char c : family) {
    if (!is_vowel(c)) {
      if (key.empty() || key.back() != c) key += c;
    } else if (key.empty()) {
      key += 'a';
    }
  }
  return key;
}

}  // namespace rapporteur::catalogue
