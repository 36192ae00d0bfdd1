// Names of people: what words may be, and how alike two names are.
//
// A name is cut into parts; each part has a canonical spelling, by a table of variants ("Mohamed"
// -> "muhammad") or by rules of transliteration ("Yermekbayev" and "Ermekbaev" -> "ermekbaev").
// Two names are alike if every part of the shorter one finds its own part in the longer one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/catalogue/types.h"

namespace rapporteur::catalogue {

struct NamePart {
  std::string folded;
  std::string canonical;
  bool initial = false;   // "N.", "Sh."
  std::uint8_t bits = 0;  // NameBits
};

class PersonNames {
 public:
  // Sections names/*. Errors: not_found, damaged, bad_data.
  Result<void> load(const Pack& pack, const std::vector<Honorific>& honorifics);

  [[nodiscard]] std::uint8_t bits(std::string_view folded) const;
  // 0..1, as Catalogue::name_similarity.
  [[nodiscard]] double similarity(std::string_view a, std::string_view b) const;
  // As Catalogue::name_key.
  [[nodiscard]] std::string key(std::string_view name) const;

  // Parts in order, without honorifics, particles and suffixes (unless nothing else is left).
  [[nodiscard]] std::vector<NamePart> parts_of(std::string_view name) const;
  [[nodiscard]] std::string canonical(std::string_view folded) const;

 private:
  struct Rule {
    std::string_view from;
    std::string_view to;
    enum class Where : std::uint8_t { anywhere, start, end } where = Where::anywhere;
  };
  Result<void> load_words(const Pack& pack, std::string_view section, std::uint8_t bit);
  Result<void> load_rules(const Pack& pack);
  Result<void> load_variants(const Pack& pack);
  [[nodiscard]] const Rule* rule_at(std::string_view word, std::size_t at) const;
  [[nodiscard]] std::size_t honorific_length(const std::vector<std::string>& words) const;

  std::unordered_map<std::string, std::uint8_t> bits_;
  std::unordered_map<std::string, std::string> variants_;  // folded -> canonical
  std::unordered_set<std::string> honorifics_;             // folded
  std::unordered_set<std::string> suffixes_;               // "jr", "iii", "phd"
  std::vector<Rule> rules_[256];                           // by first letter, longest first
};

// The number of the part that is the family name. REQUIRES: !parts.empty()
std::size_t family_part(const std::vector<NamePart>& parts);

}  // namespace rapporteur::catalogue
