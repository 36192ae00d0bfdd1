#include "features.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "rapporteur/catalogue/fold.h"

namespace rapporteur::tagger {

namespace {

using lexicon::Channel;
using lexicon::Match;
using text::Document;
using text::Shape;

constexpr std::uint32_t kNoWord = 0x9E3779B9U;  // beyond the sentence
constexpr std::uint32_t kLongestCity = 3;       // words

std::uint32_t hash_bytes(std::string_view bytes, std::uint32_t seed) {
  std::uint32_t h = 2166136261U ^ seed;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return h;
}

std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
  std::uint64_t x = (static_cast<std::uint64_t>(a) << 32 | b) * 0x9E3779B97F4A7C15ULL;
  x ^= x >> 29;
  x *= 0xBF58476D1CE4E5B9ULL;
  return static_cast<std::uint32_t>(x >> 32);
}

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

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The first or last `count` characters; empty where the word has no more.
std::string_view prefix_of(std::string_view word, int count) {
  std::size_t at = 0;
  for (; count > 0 && at < word.size(); --count) {
    ++at;
    while (at < word.size() && continues_character(word[at])) ++at;
  }
  return at < word.size() ? word.substr(0, at) : std::string_view{};
}
std::string_view suffix_of(std::string_view word, int count) {
  std::size_t at = word.size();
  for (; count > 0 && at > 0; --count) {
    --at;
    while (at > 0 && continues_character(word[at])) --at;
  }
  return at > 0 ? word.substr(at) : std::string_view{};
}

// What is known of a token before its features are combined.
struct Known {
  std::uint32_t lower = kNoWord;
  std::uint32_t shape = 0;
  std::uint32_t names = 0;   // bits: what the tables of names and common words say
  std::uint32_t tables = 0;  // bits: channels and cues that cover the token
  WordClass classes;
};

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

struct Run {  // of capitals, and of what joins them
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t summary = 0;  // bits: what its words have in common
};

// Bits of Run::summary.
constexpr std::uint32_t kAnyGiven = 1;
constexpr std::uint32_t kAnyFamily = 2;
constexpr std::uint32_t kAnyCommon = 4;
constexpr std::uint32_t kAnyUnknown = 8;  // neither a common word nor a known name
constexpr std::uint32_t kAnyUpper = 16;
constexpr std::uint32_t kAnyCity = 32;

}  // namespace

class Features::Extraction {
 public:
  Extraction(const FeatureSources& sources, const Document& doc, const lexicon::Matches& matches)
      : sources_(sources), doc_(doc), known_(doc.size()), runs_(doc.size()), folded_(doc.size()) {
    count_cases();
    for (std::uint32_t t = 0; t < doc.size(); ++t) look_at(t);
    look_up(matches);
    look_up_cities();
    find_runs();
    for (const text::Sentence& s : doc.sentences()) shouted_.push_back(is_shouted(s));
  }

  void features_of(std::uint32_t t, std::vector<Feature>& out,
                   std::vector<FeatureGroup>* groups) const;
  [[nodiscard]] bool may_name(std::uint32_t t) const {
    const bool before = t > 0 && doc_.is_capital(t - 1);
    const bool behind = t + 1 < doc_.size() && doc_.is_capital(t + 1);
    return doc_.is_capital(t) || before || behind || runs_[t].end - runs_[t].begin > 1;
  }

 private:
  struct Cases {
    bool lower = false;
    bool capital = false;
  };

  [[nodiscard]] bool starts_sentence(std::uint32_t t) const {
    const std::uint32_t first = doc_.sentences()[doc_.sentence_of(t)].tokens.begin;
    return t == first || (t == first + 1 && doc_.is_punctuation(first));
  }
  void count_cases();
  void look_at(std::uint32_t t);
  void look_up(const lexicon::Matches& matches);
  void look_up_cities();
  void find_runs();
  [[nodiscard]] bool joins(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t summary_of(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool is_shouted(const text::Sentence& s) const;
  // The token `offset` words on in the same sentence.
  [[nodiscard]] const Known& at(std::uint32_t t, int offset) const {
    static const Known kNone;
    const text::TokenRange s = doc_.sentences()[doc_.sentence_of(t)].tokens;
    const std::int64_t to = static_cast<std::int64_t>(t) + offset;
    return to < s.begin || to >= s.end ? kNone : known_[static_cast<std::size_t>(to)];
  }

  const FeatureSources& sources_;
  const Document& doc_;
  std::vector<Known> known_;
  std::vector<Run> runs_;
  std::vector<std::string> folded_;  // capitals only
  std::vector<bool> shouted_;        // per sentence
  std::unordered_map<std::uint32_t, Cases> cases_;
};

void Features::Extraction::count_cases() {
  cases_.reserve(doc_.size() / 2);
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    known_[t].lower = word_hash(doc_.lower(t));
    if (doc_.shape(t) == Shape::lower) {
      cases_[known_[t].lower].lower = true;
    } else if (doc_.is_capital(t) && !starts_sentence(t)) {
      cases_[known_[t].lower].capital = true;
    }
  }
}

void Features::Extraction::look_at(std::uint32_t t) {
  Known& known = known_[t];
  known.shape = shape_hash(doc_.word(t));
  known.classes = sources_.classes.of(known.lower);
  if (!doc_.is_capital(t)) return;
  std::string& folded = folded_[t];
  catalogue::fold_into(doc_.word(t), folded);
  known.names = sources_.catalogue->name_bits(folded);
  if (sources_.common->contains(doc_.lower(t))) known.names |= kCommon;
  const Cases& cases = cases_[known.lower];
  if (cases.lower) known.names |= kLowerElsewhere;
  if (cases.capital) known.names |= kCapitalElsewhere;
}

void Features::Extraction::look_up(const lexicon::Matches& matches) {
  for (const Match& m : matches.all()) {
    std::uint32_t bits = 0;
    if (m.channel == Channel::cue) {
      const lexicon::CueClass cue_class = sources_.lexicon->cues()[m.id].cue_class;
      for (std::size_t i = 0; i < sources_.cues.size(); ++i) {
        if (sources_.cues[i] == cue_class) bits |= 1U << (kFirstCueBit + i);
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

void Features::Extraction::look_up_cities() {
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
bool Features::Extraction::joins(std::uint32_t t) const {
  const std::string_view word = doc_.lower(t);
  if (word == "-" || word == "'" || word == "&") return true;
  if (doc_.shape(t) != Shape::lower) return false;
  return word == "of" || word == "the" || word == "for" || word == "and" || word == "on" ||
         (sources_.catalogue->name_bits(word) & catalogue::kParticle) != 0;
}

void Features::Extraction::find_runs() {
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

std::uint32_t Features::Extraction::summary_of(std::uint32_t begin, std::uint32_t end) const {
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

bool Features::Extraction::is_shouted(const text::Sentence& s) const {
  std::uint32_t words = 0, capitals = 0;
  for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
    if (doc_.is_punctuation(t) || doc_.word(t).size() < 4) continue;
    ++words;
    capitals += doc_.is_capital(t) ? 1 : 0;
  }
  return words >= 3 && capitals * 10 >= words * 8;
}

namespace {

// Appends features, each from a template number and what the template looks at.
class Writer {
 public:
  Writer(std::vector<Feature>& features, std::vector<FeatureGroup>* groups)
      : features_(features), groups_(groups) {}

  void group(FeatureGroup group) { group_ = group; }
  void add(std::uint32_t value) { append(mix(template_++, value)); }
  void add(std::uint32_t a, std::uint32_t b) { append(mix(mix(template_++, a), b)); }
  void add(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    append(mix(mix(mix(template_++, a), b), c));
  }
  void skip_to(std::uint32_t template_number) { template_ = template_number; }

 private:
  void append(Feature feature) {
    features_.push_back(feature);
    if (groups_ != nullptr) groups_->push_back(group_);
  }

  std::vector<Feature>& features_;
  std::vector<FeatureGroup>* groups_;
  FeatureGroup group_ = FeatureGroup::word;
  std::uint32_t template_ = 1;
};

}  // namespace

void Features::Extraction::features_of(std::uint32_t t, std::vector<Feature>& out,
                                       std::vector<FeatureGroup>* groups) const {
  const Known& here = known_[t];
  const Known& left = at(t, -1);
  const Known& right = at(t, 1);
  const bool shouted = shouted_[doc_.sentence_of(t)];
  const bool first = starts_sentence(t);
  const std::uint32_t place = (shouted ? 2U : 0U) | (first ? 1U : 0U);
  Writer write(out, groups);

  write.group(FeatureGroup::word);
  write.add(here.lower);
  write.add(left.lower, here.lower);
  write.add(here.lower, right.lower);
  write.add(hash_bytes(doc_.word(t), 3), place);

  write.group(FeatureGroup::run);
  write.skip_to(10);
  write.add(left.lower);
  write.add(right.lower);
  write.add(at(t, -2).lower);
  write.add(at(t, 2).lower);
  write.add(left.lower, right.lower);
  write.add(at(t, -2).lower, left.lower);
  write.add(right.lower, at(t, 2).lower);

  write.group(FeatureGroup::shape);
  write.skip_to(20);
  write.add(here.shape, place);
  write.add(left.shape, here.shape);
  write.add(here.shape, right.shape);
  write.add(left.shape, here.shape, right.shape);
  write.add(at(t, -2).shape, left.shape, here.shape);
  write.add(here.shape, right.shape, at(t, 2).shape);
  write.add(left.lower, here.shape);
  write.add(here.shape, right.lower);

  write.group(FeatureGroup::gazetteer);
  write.skip_to(30);
  write.add(here.names, place);
  write.add(here.tables);
  write.add(left.tables, here.tables);
  write.add(here.tables, right.tables);
  write.add(left.tables, here.shape);
  write.add(here.shape, right.tables);
  write.add(left.names, here.names, right.names);
  write.add(here.names, here.tables);
  write.add(left.tables, here.names);
  write.add(here.names, right.tables);
  write.add(at(t, -2).tables, left.tables);
  write.add(right.tables, at(t, 2).tables);

  write.group(FeatureGroup::word_class);
  write.skip_to(50);
  const WordClass& own = here.classes;
  const WordClass& previous = left.classes;
  const WordClass& next = right.classes;
  write.add(own.exchange, here.shape);
  write.add(previous.exchange, here.shape);
  write.add(next.exchange, here.shape);
  write.add(previous.exchange, own.exchange);
  write.add(own.exchange, next.exchange);
  write.add(at(t, -2).classes.exchange, previous.exchange);
  write.add(next.exchange, at(t, 2).classes.exchange);
  write.skip_to(100);
  write.add(own.fine, here.shape);
  write.add(previous.fine, here.shape);
  write.add(next.fine, here.shape);
  write.add(own.coarse, here.shape);
  write.add(previous.coarse, own.coarse, here.shape);
  write.add(own.coarse, next.coarse, here.shape);
  write.add(previous.coarse, own.coarse, next.coarse);
  write.add(at(t, -2).classes.coarse, previous.coarse);
  write.add(next.coarse, at(t, 2).classes.coarse);

  const Run& run = runs_[t];
  if (doc_.is_capital(t) || run.end - run.begin > 1) {
    const std::uint32_t size = std::min<std::uint32_t>(run.end - run.begin, 6);
    const std::uint32_t position = t == run.begin ? 0U : (t + 1 == run.end ? 1U : 2U);
    const Known& before = run.begin == t ? left : at(run.begin, -1);
    const Known& behind = at(run.end - 1, 1);
    const Known& opening = known_[run.begin];
    const Known& closing = known_[run.end - 1];
    write.group(FeatureGroup::run);
    write.skip_to(60);
    write.add(size, position, place);
    write.add(before.lower, position);
    write.add(behind.lower, position);
    write.add(before.lower, behind.lower);
    write.add(before.classes.exchange, behind.classes.exchange, position);
    write.group(FeatureGroup::word);
    write.add(closing.lower, position);
    write.add(opening.lower, position);
    write.group(FeatureGroup::gazetteer);
    write.add(closing.tables, position);
    write.add(opening.tables, opening.names, position);
    write.add(before.tables, position, size);
    write.add(run.summary, position, size);
    write.add(run.summary, before.tables, position);
    write.add(run.summary, behind.lower, position);
    write.add(run.summary, before.lower, position);
    write.add(run.summary, closing.tables, position);
    write.group(FeatureGroup::word_class);
    write.skip_to(120);
    write.add(before.classes.fine, position);
    write.add(behind.classes.fine, position);
    write.add(opening.classes.fine, position);
    write.add(closing.classes.fine, position);
    write.add(before.classes.coarse, behind.classes.coarse, position);
    write.add(opening.classes.coarse, closing.classes.coarse, position);
    write.add(run.summary, closing.classes.coarse, position);
  }
  if (!doc_.is_capital(t)) return;
  write.group(FeatureGroup::affix);
  const std::string_view word = doc_.lower(t);
  for (int count = 1; count <= 4; ++count) {
    write.skip_to(80 + 2 * static_cast<std::uint32_t>(count));
    const std::string_view prefix = prefix_of(word, count);
    const std::string_view suffix = suffix_of(word, count);
    if (!prefix.empty()) write.add(hash_bytes(prefix, 5));
    write.skip_to(81 + 2 * static_cast<std::uint32_t>(count));
    if (!suffix.empty()) write.add(hash_bytes(suffix, 6));
  }
}

std::uint32_t word_hash(std::string_view lower) { return hash_bytes(lower, 1); }

WordClass WordClasses::of(std::uint32_t word_hash) const {
  const auto found =
      std::lower_bound(sorted_.begin(), sorted_.end(), word_hash,
                       [](const Entry& entry, std::uint32_t hash) { return entry.hash < hash; });
  return found != sorted_.end() && found->hash == word_hash ? found->classes : WordClass{};
}

Result<std::unordered_set<std::string_view>> load_common_words(const Pack& pack) {
  const Result<std::vector<Table>> tables = pack.tables("lexicon/common_words");
  if (!tables) return tables.error();
  std::unordered_set<std::string_view> words;
  for (const Table& table : *tables) {
    for (std::size_t row = 0; row < table.rows(); ++row) words.insert(table.at(row, 0));
  }
  return words;
}

FeatureSources::FeatureSources(const catalogue::Catalogue& names, const lexicon::Lexicon& phrases,
                               const std::unordered_set<std::string_view>& common_words)
    : catalogue(&names), lexicon(&phrases), common(&common_words) {
  for (const std::string_view name : {"body_head", "person_verb", "place_before", "venue",
                                      "meeting_head", "no_name", "instrument"}) {
    cues.push_back(phrases.cue_class(name));
  }
}

Features::Features(const FeatureSources& sources, const text::Document& doc,
                   const lexicon::Matches& matches)
    : extraction_(std::make_unique<Extraction>(sources, doc, matches)) {}
Features::~Features() = default;

bool Features::may_name(std::uint32_t token) const { return extraction_->may_name(token); }

void Features::of(std::uint32_t token, std::vector<Feature>& features,
                  std::vector<FeatureGroup>* groups) const {
  features.clear();
  if (groups != nullptr) groups->clear();
  extraction_->features_of(token, features, groups);
}

}  // namespace rapporteur::tagger
