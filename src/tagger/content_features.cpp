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

void ContentFeatures::of(std::uint32_t t, std::vector<Feature>& out,
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
  const std::uint32_t first = words_[s.begin].lower;
  write.add(first);
  write.add(first, at(s.begin, 1).lower);
  write.add(std::min((t - s.begin) / 5, kFarthest));
  write.add(above_[doc_.sentence_of(t)]);
  write.add(here.quoted ? 1U : 0U);
  const std::uint32_t into = std::min(t - here.segment, kInSegment);
  write.add(here.separator, into);
  write.add(words_[here.segment].lower);
  const text::TokenRange near{std::max(s.begin, t < kBefore ? 0 : t - kBefore),
                              std::min(s.end, t + kBehind)};
  for (std::uint32_t u = near.begin; u < t; ++u) {
    write.skip_to(40);
    write.add(words_[u].stem);
  }
  for (std::uint32_t u = t + 1; u < near.end; ++u) {
    write.skip_to(41);
    write.add(words_[u].stem);
  }
  // Words of like meaning govern alike: "broached" as "discussed".
  for (std::uint32_t u = near.begin; u < t; ++u) {
    write.skip_to(42);
    write.add(words_[u].classes.fine);
  }
  for (std::uint32_t u = s.begin; u < std::min(s.end, s.begin + kOfSentence); ++u) {
    if (u >= near.begin && u < near.end) continue;
    write.skip_to(u < t ? 44 : 45);
    write.add(words_[u].stem);
  }

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

}  // namespace rapporteur::tagger
