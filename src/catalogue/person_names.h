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

#include "chinese_syllables.h"
#include "folded_index.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/catalogue/types.h"

namespace rapporteur::catalogue {

struct NamePart {
  std::string folded;
  std::string canonical;
  std::string sound;  // its consonants and kinds of vowels; empty: too short to tell
  std::string bare;   // the canonical form without the particle it begins with, or empty
  std::string stem;   // the canonical form without an ending like "-ov", or empty
  // Other forms that it may stand for: of a nickname ("Sasha"), in pinyin ("Tse" is "ze").
  std::vector<std::string> others;
  bool initial = false;     // "N.", "Sh."
  bool hyphenated = false;  // a hyphen joins it to the part before: "moon" in "Ki-moon"
  bool small = false;       // it is not written in capitals alone: "He" is not "H.E."
  bool chinese = false;     // syllables of pinyin, where another letter is another name
  bool wade = false;        // syllables of an older spelling of Chinese: "Hsiao"
  bool widespread = false;  // a given name with many spellings: "Ali", "Ahmed"
  std::uint8_t bits = 0;    // NameBits
};

struct PersonName {
  std::vector<NamePart> parts;      // in order, without particles and suffixes where others remain
  std::vector<std::string> titles;  // folded: noble and religious ones that stood before it
  bool has_father = false;          // "bin", "bint", "oglu" are in it
};

class PersonNames {
 public:
  // Sections names/*; words of office are taken off the front as honorifics are.
  // Errors: not_found, damaged, bad_data.
  Result<void> load(const Pack& pack, const std::vector<Honorific>& honorifics,
                    const std::vector<OfficeName>& offices);

  [[nodiscard]] std::uint8_t bits(std::string_view folded) const;
  void expect(std::size_t hash) const { bits_.expect(hash); }  // as FoldedIndex has it
  // 0..1, as Catalogue::name_similarity.
  [[nodiscard]] double similarity(std::string_view a, std::string_view b) const;
  // As Catalogue::name_key.
  [[nodiscard]] std::string key(std::string_view name) const;

  [[nodiscard]] PersonName parse(std::string_view name) const;
  [[nodiscard]] std::string canonical(std::string_view folded) const;
  // Sets what follows from `part.folded`: canonical, sound, bare, stem, others.
  void respell(NamePart& part) const;

 private:
  struct Title {
    bool noble = false;
    bool capitals = false;  // "HE": no word, but letters
  };
  struct Rule {
    std::string_view from;
    std::string_view to;
    enum class Where : std::uint8_t { anywhere, start, end } where = Where::anywhere;
  };
  Result<void> load_words(const Pack& pack, std::string_view section, std::uint8_t bit);
  Result<void> load_rules(const Pack& pack);
  Result<void> load_variants(const Pack& pack);
  [[nodiscard]] const Rule* rule_at(std::string_view word, std::size_t at) const;
  [[nodiscard]] std::string_view without_particle(std::string_view canonical) const;
  [[nodiscard]] std::string_view without_ending(std::string_view canonical) const;
  // "KP Sharma Oli": capitals that stand for several given names; empty if they do not.
  [[nodiscard]] std::vector<NamePart> glued_initials(std::string_view word,
                                                     const NamePart& part) const;
  // Takes honorifics off the front of `parts`; at least one part stays.
  void take_honorifics(std::vector<NamePart>& parts, PersonName& name) const;
  // The title that the first `n` of `parts` are, folded and joined in `phrase`; null if they are
  // none.
  [[nodiscard]] const Title* title_of(const std::vector<NamePart>& parts, std::size_t n,
                                      std::string& phrase) const;
  void mark_chinese(std::vector<NamePart>& parts) const;

  FoldedIndex bits_;
  ChineseSyllables chinese_;
  std::unordered_map<std::string, std::string> variants_;  // folded -> canonical
  // Of those that stand in several rows ("Sasha"): the canonical forms of the later ones.
  std::unordered_map<std::string, std::vector<std::string>> other_variants_;
  std::unordered_map<std::string, Title> honorifics_;  // folded
  std::unordered_set<std::string> fathers_;            // "oglu": after a father's name
  std::unordered_set<std::string> suffixes_;           // "jr", "iii", "phd"
  std::vector<std::string> endings_;                   // "ov", "zoda": of family names
  std::vector<Rule> rules_[256];                       // by first letter, longest first
};

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// "HE", "H.E."; not "He", and not what other letters than ASCII stand in.
bool is_in_capitals(std::string_view word);

// The number of the part that is the family name. REQUIRES: !parts.empty()
std::size_t family_part(const std::vector<NamePart>& parts);

}  // namespace rapporteur::catalogue
