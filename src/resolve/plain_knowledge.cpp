// Comparison by words alone, for tests and for what the catalogue does not know.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "rapporteur/base/table.h"
#include "rapporteur/catalogue/fold.h"
#include "words.h"

namespace rapporteur::resolve {
namespace {

// What stands around the name of an organ without being part of it.
const std::set<std::string_view>& filler_words() {
  static const std::set<std::string_view> kWords = {
      "a",  "an", "and",     "conference", "for",      "in",  "meeting", "meetings",
      "of", "on", "regular", "session",    "sessions", "the", "under"};
  return kWords;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  const std::string folded = catalogue::fold(text);
  for_each_part(folded, ' ', [&](std::string_view word) { out.emplace_back(word); });
  return out;
}

class PlainKnowledge final : public Knowledge {
 public:
  std::string version() const override { return "none"; }
  std::string body_key(std::string_view organisation) const override {
    return body_words(organisation);
  }
  std::string organ_key(std::string_view organisation, std::string_view organ,
                        std::optional<record::Kind> kind) const override {
    return organ_words(organ, kind, organisation);
  }
  std::string place_key(std::string_view place) const override { return catalogue::fold(place); }
  std::string office_key(std::string_view office) const override { return catalogue::fold(office); }
  // The longest word, since initials and given names vary most.
  std::string name_key(std::string_view name) const override {
    std::string best;
    for (std::string& word : words_of(name)) {
      if (word.size() > best.size()) best = std::move(word);
    }
    return best;
  }
  // The share of words that both have; an initial counts as its word.
  double name_similarity(std::string_view a, std::string_view b) const override {
    std::vector<std::string> x = words_of(a);
    std::vector<std::string> y = words_of(b);
    if (x.empty() || y.empty()) return 0;
    if (x.size() > y.size()) std::swap(x, y);
    std::size_t found = 0;
    for (const std::string& word : x) {
      const auto twin = std::find_if(y.begin(), y.end(), [&word](const std::string& other) {
        const bool initial = word.size() == 1 || other.size() == 1;
        return initial ? word.front() == other.front() : word == other;
      });
      if (twin == y.end()) continue;
      y.erase(twin);
      ++found;
    }
    return static_cast<double>(found) / static_cast<double>(x.size());
  }
};

}  // namespace

std::vector<std::string> Knowledge::name_keys(std::string_view name,
                                              std::string_view /*state*/) const {
  return {name_key(name)};
}

std::string body_words(std::string_view organisation) {
  std::string out = catalogue::fold(organisation);
  if (out.starts_with("the ")) out.erase(0, 4);
  // Both spellings are in use for one and the same body.
  for (std::size_t at = 0; (at = out.find("organization", at)) != std::string::npos;)
    out[at + 6] = 's';
  return out;
}

namespace {

using Words = std::vector<std::string>;

Words telling_words(std::string_view text) {
  Words out = words_of(text);
  std::erase_if(out, [](const std::string& word) { return filler_words().contains(word); });
  return out;
}

// Takes `name` off the front and the end of `words`, of which some are left.
void take_off(const Words& name, Words& words) {
  if (name.empty()) return;
  const auto size = static_cast<std::ptrdiff_t>(name.size());
  if (words.size() > name.size() && std::equal(name.begin(), name.end(), words.begin())) {
    words.erase(words.begin(), words.begin() + size);
  }
  if (words.size() > name.size() && std::equal(name.rbegin(), name.rend(), words.rbegin())) {
    words.erase(words.end() - size, words.end());
  }
}

}  // namespace

std::string organ_words(std::string_view organ, std::optional<record::Kind> kind,
                        std::string_view organisation) {
  Words words = telling_words(organ);
  const Words owner = telling_words(organisation);
  std::string acronym;
  for (const std::string& word : owner) acronym += word.front();
  if (acronym.size() > 1) take_off({acronym}, words);
  take_off(owner, words);
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out.empty() && kind == record::Kind::summit ? "summit" : out;
}

std::unique_ptr<Knowledge> plain_knowledge() { return std::make_unique<PlainKnowledge>(); }

}  // namespace rapporteur::resolve
