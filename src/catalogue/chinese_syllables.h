// The syllables of Chinese names, in pinyin ("Zedong") and in the system of Wade and Giles
// ("Tse-tung").
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"

namespace rapporteur::catalogue {

class ChineseSyllables {
 public:
  // Section names/chinese_syllables. Errors: not_found, damaged, bad_data.
  Result<void> load(const Pack& pack);

  // Whether the folded word is nothing but syllables of that system.
  [[nodiscard]] bool is_pinyin(std::string_view word) const;
  [[nodiscard]] bool is_wade(std::string_view word) const;
  // What a word of the old system may be in pinyin: "chieh" -> "jie", "qie"; some at most.
  [[nodiscard]] std::vector<std::string> readings(std::string_view wade) const;

 private:
  using IsSyllable = std::function<bool(std::string_view)>;
  static bool is_made_of(std::string_view word, const IsSyllable& is_syllable);
  void read_on(std::string_view rest, std::string& so_far, std::vector<std::string>& out) const;

  std::unordered_set<std::string> pinyin_;
  std::unordered_map<std::string, std::vector<std::string>> wade_;
};

}  // namespace rapporteur::catalogue
