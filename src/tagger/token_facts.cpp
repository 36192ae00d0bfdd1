#include "token_facts.h"

#include <algorithm>
#include <array>

#include "feature_hash.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::tagger {

namespace {

using lexicon::Channel;
using lexicon::Match;
using text::Document;
using text::Shape;

constexpr std::uint32_t kLongestCity = 3;  // words

// Bits of Known::tables.
constexpr std::uint32_t channel_bit(Channel channel) {
  return 1U << static_cast<unsigned>(channel);
}
constexpr std::uint32_t kBegins = 1U << 12;  // a state, body, place or office begins here
constexpr std::uint32_t kAdjective = 1U << 13;
constexpr std::uint32_t kCityBegins = 1U << 14;
constexpr std::uint32_t kCityGoesOn = 1U << 15;
constexpr unsigned kFirstCueBit = 16;

// Bits of Known::names, above the catalogue's.
constexpr std::uint32_t kCommon = 1U << 8;
constexpr std::uint32_t kLowerElsewhere = 1U << 9;
constexpr std::uint32_t kCapitalElsewhere = 1U << 10;  // inside a sentence

// Bits of Run::summary.
constexpr std::uint32_t kAnyGiven = 1;
constexpr std::uint32_t kAnyFamily = 2;
constexpr std::uint32_t kAnyCommon = 4;
constexpr std::uint32_t kAnyUnknown = 8;  // neither a common word nor a known name
constexpr std::uint32_t kAnyUpper = 16;
constexpr std::uint32_t kAnyCity = 32;

// "McDonald" -> "XxXx", "C5" -> "X9", "COVID" -> "XX": repeats count once, a second capital stays.
std::uint32_t shape_hash(std::string_view word) {
  std::array<char, 12> shape{};
  std::size_t size = 0;
  for (const char c : word) {
    char kind = c;
    if (c >= 'A' && c <= 'Z') kind = 'X';
    if (c >= 'a' && c <= 'z') kind = 'x';
    if (c >= '0' && c <= '9') kind = '9';
    if (static_cast<unsigned char>(c) >= 0x80) kind = 'x';
    const bool second = size == 1 && kind == 'X';
    if (size > 0 && shape[size - 1] == kind && !second) continue;
    if (size == shape.size()) break;
    shape[size++] = kind;
  }
  return hash_bytes({shape.data(), size}, 7);
}

}  // namespace

TokenFacts::TokenFacts(const FeatureSources& sources, const Document& doc,
                       const lexicon::Matches& matches)
    : sources_(sources), doc_(doc), known_(doc.size()), runs_(doc.size()), folded_(doc.size()) {
  count_cases();
  sources.classes.look_up(known_);
  fold_capitals();
  for (std::uint32_t t = 0; t < doc.size(); ++t) look_at(t);
  look_up(matches);
  look_up_cities();
  find_runs();
  for (const text::Sentence& s : doc.sentences()) shouted_.push_back(is_shouted(s));
}

void TokenFacts::count_cases() {
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    known_[t].lower = word_hash(doc_.lower(t));
    if (doc_.shape(t) == Shape::lower) {
      small_.push_back(known_[t].lower);
    } else if (doc_.is_capital(t) && !starts_sentence(t)) {
      capital_.push_back(known_[t].lower);
    }
  }
  std::sort(small_.begin(), small_.end());
  std::sort(capital_.begin(), capital_.end());
}

void TokenFacts::fold_capitals() {
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    if (!doc_.is_capital(t)) continue;
    catalogue::fold_into(doc_.word(t), folded_[t]);
    sources_.catalogue->expect_name(folded_[t]);
  }
}

void TokenFacts::look_at(std::uint32_t t) {
  Known& known = known_[t];
  known.shape = shape_hash(doc_.word(t));
  if (!doc_.is_capital(t)) return;
  known.names = sources_.catalogue->name_bits(folded_[t]);
  if (sources_.common->contains(doc_.lower(t))) known.names |= kCommon;
  if (std::binary_search(small_.begin(), small_.end(), known.lower)) {
    known.names |= kLowerElsewhere;
  }
  if (std::binary_search(capital_.begin(), capital_.end(), known.lower)) {
    known.names |= kCapitalElsewhere;
  }
}

void TokenFacts::look_up(const lexicon::Matches& matches) {
  for (const Match& m : matches.all()) {
    std::uint32_t bits = 0;
    if (m.channel == Channel::cue) {
      for (std::size_t i = 0; i < sources_.cues.size(); ++i) {
        if (sources_.cues[i] == m.cue_class) bits |= 1U << (kFirstCueBit + i);
      }
      known_[m.tokens.begin].tables |= bits;
      continue;
    }
    bits = channel_bit(m.channel);
    if (m.channel == Channel::state) {
      const auto kind = sources_.catalogue->state_names()[m.id].kind;
      const bool adjective =
          kind == catalogue::StateNameKind::adjective || kind == catalogue::StateNameKind::people;
      if (adjective) bits |= kAdjective;
    }
    for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) known_[t].tables |= bits;
    const bool name = m.channel == Channel::state || m.channel == Channel::body ||
                      m.channel == Channel::place || m.channel == Channel::office;
    if (name) known_[m.tokens.begin].tables |= kBegins;
  }
}

void TokenFacts::look_up_cities() {
  std::string words;
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    if (!doc_.is_capital(t) || (known_[t].tables & kCityGoesOn) != 0) continue;
    words.clear();
    std::uint32_t longest = 0;
    for (std::uint32_t end = t; end < std::min(t + kLongestCity, doc_.size()); ++end) {
      const bool hyphen = doc_.lower(end) == "-" && end > t;
      if (!doc_.is_capital(end) && !hyphen) break;
      if (hyphen) continue;
      if (!words.empty()) words += ' ';
      words += folded_[end];
      if (!sources_.catalogue->find_places_folded(words).empty()) longest = end + 1;
    }
    if (longest == 0) continue;
    known_[t].tables |= kCityBegins;
    for (std::uint32_t i = t + 1; i < longest; ++i) known_[i].tables |= kCityGoesOn;
  }
}

// Words that join capitals into one name: "of", "the", "bin", a hyphen.
bool TokenFacts::joins(std::uint32_t t) const {
  const std::string_view word = doc_.lower(t);
  if (word == "-" || word == "'" || word == "&") return true;
  if (doc_.shape(t) != Shape::lower) return false;
  return word == "of" || word == "the" || word == "for" || word == "and" || word == "on" ||
         (sources_.catalogue->name_bits(word) & catalogue::kParticle) != 0;
}

void TokenFacts::find_runs() {
  for (const text::Sentence& s : doc_.sentences()) {
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      runs_[t] = {t, t + 1, 0};
      if (!doc_.is_capital(t)) continue;
      std::uint32_t end = t + 1;
      for (std::uint32_t next = end; next < s.tokens.end && next < end + 3; ++next) {
        if (doc_.is_capital(next)) {
          end = next + 1;
        } else if (!joins(next)) {
          break;
        }
      }
      const std::uint32_t summary = summary_of(t, end);
      for (std::uint32_t i = t; i < end; ++i) runs_[i] = {t, end, summary};
      t = end - 1;
    }
  }
}

std::uint32_t TokenFacts::summary_of(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t summary = 0;
  for (std::uint32_t t = begin; t < end; ++t) {
    if (!doc_.is_capital(t)) continue;
    const std::uint32_t names = known_[t].names;
    const bool family = (names & (catalogue::kFamily | catalogue::kFamilyFirst)) != 0;
    if ((names & catalogue::kGiven) != 0) summary |= kAnyGiven;
    if (family) summary |= kAnyFamily;
    if ((names & kCommon) != 0) summary |= kAnyCommon;
    if ((names & (kCommon | catalogue::kGiven)) == 0 && !family) summary |= kAnyUnknown;
    if (doc_.shape(t) == Shape::upper) summary |= kAnyUpper;
    if ((known_[t].tables & (kCityBegins | kCityGoesOn)) != 0) summary |= kAnyCity;
  }
  return summary;
}

bool TokenFacts::is_shouted(const text::Sentence& s) const {
  std::uint32_t words = 0, capitals = 0;
  for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
    if (doc_.is_punctuation(t) || doc_.word(t).size() < 4) continue;
    ++words;
    capitals += doc_.is_capital(t) ? 1 : 0;
  }
  return words >= 3 && capitals * 10 >= words * 8;
}

}  // namespace rapporteur::tagger
