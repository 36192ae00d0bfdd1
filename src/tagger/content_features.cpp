#include "content_features.h"

#include <algorithm>

#include "feature_writer.h"
#include "token_facts.h"

namespace rapporteur::tagger {

namespace {

constexpr std::size_t kStem = 6;           // bytes of a word that tell it from others
constexpr std::size_t kTail = 3;           // bytes of its ending
constexpr std::uint32_t kBefore = 8;       // words before a token that count wherever they stand
constexpr std::uint32_t kBehind = 6;       // and behind it
constexpr std::uint32_t kOfSentence = 40;  // of its first words, those farther off
constexpr std::uint32_t kFarthest = 6;     // steps of five words into a sentence
constexpr std::uint32_t kInSegment = 4;    // words into a segment

bool separates(std::string_view word) { return word == "," || word == ";" || word == ":"; }

std::uint32_t tail_of(std::string_view word) {
  return hash_bytes(word.substr(word.size() - std::min(word.size(), kTail)), 12);
}

}  // namespace

bool may_hold_content(const text::Sentence& s) {
  return s.role == text::LineRole::body || s.role == text::LineRole::item;
}

ContentFeatures::ContentFeatures(const WordClasses& classes, const text::Document& doc)
    : doc_(doc), words_(doc.size()) {
  std::uint32_t last = 0;
  for (const text::Sentence& s : doc.sentences()) {
    above_.push_back(mix(last, static_cast<std::uint32_t>(s.role)));
    look_at(s);
    const std::string_view end = s.tokens.empty() ? "" : doc.lower(s.tokens.end - 1);
    last = separates(end) ? words_[s.tokens.end - 1].lower : 1;
  }
  classes.look_up(words_);
}

void ContentFeatures::look_at(const text::Sentence& s) {
  bool quoted = false;
  std::uint32_t segment = s.tokens.begin, separator = 0;
  for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
    const std::string_view lower = doc_.lower(t);
    Word& word = words_[t];
    word.lower = word_hash(lower);
    word.stem = hash_bytes(lower.substr(0, kStem), 11);
    word.shape = static_cast<std::uint32_t>(doc_.shape(t));
    word.quoted = quoted;
    word.segment = segment;
    word.separator = separator;
    if (lower == "\"") quoted = !quoted;
    if (separates(lower)) {
      segment = t + 1;
      separator = word.lower;
    }
  }
}

const ContentFeatures::Word& ContentFeatures::at(std::uint32_t t, int offset) const {
  static const Word kNone{.lower = kNoWord, .stem = kNoWord, .classes = {}};
  const text::TokenRange s = doc_.sentences()[doc_.sentence_of(t)].tokens;
  const std::int64_t to = static_cast<std::int64_t>(t) + offset;
  return to < s.begin || to >= s.end ? kNone : words_[static_cast<std::size_t>(to)];
}

void ContentFeatures::add_own(std::uint32_t t, std::vector<Feature>& out,
                              std::vector<FeatureGroup>* groups) const {
  const text::TokenRange s = doc_.sentences()[doc_.sentence_of(t)].tokens;
  const Word& here = words_[t];
  const Word& left = at(t, -1);
  const Word& right = at(t, 1);
  const Word& left2 = at(t, -2);
  const Word& right2 = at(t, 2);
  FeatureWriter write(out, groups);

  write.group(FeatureGroup::word);
  write.add(here.lower);
  write.add(here.stem);
  write.add(tail_of(doc_.lower(t)));
  write.add(left.lower, here.lower);
  write.add(here.lower, right.lower);

  write.group(FeatureGroup::run);
  write.skip_to(10);
  for (const Word* beside : {&at(t, -3), &left2, &left, &right, &right2, &at(t, 3)}) {
    write.add(beside->lower);
  }
  write.add(left2.lower, left.lower);
  write.add(right.lower, right2.lower);
  write.skip_to(20);
  write.add(std::min((t - s.begin) / 5, kFarthest));
  write.skip_to(22);
  write.add(here.quoted ? 1U : 0U);
  const std::uint32_t into = std::min(t - here.segment, kInSegment);
  write.add(here.separator, into);
  write.add(words_[here.segment].lower);

  write.group(FeatureGroup::shape);
  write.skip_to(50);
  write.add(here.shape);
  write.add(left.shape, here.shape, right.shape);

  write.group(FeatureGroup::word_class);
  write.skip_to(60);
  write.add(here.classes.fine);
  write.add(here.classes.coarse);
  write.add(left.classes.coarse, here.classes.coarse);
  write.add(here.classes.coarse, right.classes.coarse);
  write.add(left.classes.fine);
  write.add(right.classes.fine);
}

void ContentFeatures::add_shared(text::TokenRange s, std::vector<SharedFeature>& out) const {
  const auto add = [&](Feature feature, std::uint32_t begin, std::uint32_t end) {
    if (begin < end) out.push_back({feature, {begin, end}});
  };
  const std::uint32_t first = words_[s.begin].lower;
  add(feature_of(18, first), s.begin, s.end);
  add(feature_of(19, first, at(s.begin, 1).lower), s.begin, s.end);
  add(feature_of(21, above_[doc_.sentence_of(s.begin)]), s.begin, s.end);
  for (std::uint32_t u = s.begin; u < s.end; ++u) {
    const Word& word = words_[u];
    // The words that have `u` near them lie in [near.begin, near.end).
    const text::TokenRange near{u < s.begin + kBehind ? s.begin : u - (kBehind - 1),
                                std::min(s.end, u + kBefore + 1)};
    add(feature_of(40, word.stem), u + 1, near.end);
    add(feature_of(41, word.stem), near.begin, u);
    // Words of like meaning govern alike: "broached" as "discussed".
    add(feature_of(42, word.classes.fine), u + 1, near.end);
    if (u >= s.begin + kOfSentence) continue;
    add(feature_of(44, word.stem), near.end, s.end);
    add(feature_of(45, word.stem), s.begin, near.begin);
  }
}

}  // namespace rapporteur::tagger
