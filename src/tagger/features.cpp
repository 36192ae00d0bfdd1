#include "features.h"

#include <algorithm>

#include "feature_writer.h"
#include "token_facts.h"

namespace rapporteur::tagger {

namespace {

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

}  // namespace

void TokenFeatures::add_shared(text::TokenRange, std::vector<SharedFeature>&) const {}

void TokenFeatures::of(std::uint32_t token, text::TokenRange sentence,
                       std::vector<Feature>& features, std::vector<FeatureGroup>& groups) const {
  features.clear();
  groups.clear();
  add_own(token, features, &groups);
  std::vector<SharedFeature> shared;
  add_shared(sentence, shared);
  for (const SharedFeature& each : shared) {
    if (token >= each.tokens.begin && token < each.tokens.end) features.push_back(each.feature);
  }
  groups.resize(features.size(), FeatureGroup::run);
}

void Features::add_own(std::uint32_t t, std::vector<Feature>& out,
                       std::vector<FeatureGroup>* groups) const {
  const TokenFacts& facts = *facts_;
  const text::Document& doc = facts.doc();
  const Known& here = facts.of(t);
  const Known& left = facts.at(t, -1);
  const Known& right = facts.at(t, 1);
  const Known& left2 = facts.at(t, -2);
  const Known& right2 = facts.at(t, 2);
  const bool shouted = facts.shouted(t);
  const bool first = facts.starts_sentence(t);
  const std::uint32_t place = (shouted ? 2U : 0U) | (first ? 1U : 0U);
  FeatureWriter write(out, groups);

  write.group(FeatureGroup::word);
  write.add(here.lower);
  write.add(left.lower, here.lower);
  write.add(here.lower, right.lower);
  write.add(hash_bytes(doc.word(t), 3), place);

  write.group(FeatureGroup::run);
  write.skip_to(10);
  write.add(left.lower);
  write.add(right.lower);
  write.add(left2.lower);
  write.add(right2.lower);
  write.add(left.lower, right.lower);
  write.add(left2.lower, left.lower);
  write.add(right.lower, right2.lower);

  write.group(FeatureGroup::shape);
  write.skip_to(20);
  write.add(here.shape, place);
  write.add(left.shape, here.shape);
  write.add(here.shape, right.shape);
  write.add(left.shape, here.shape, right.shape);
  write.add(left2.shape, left.shape, here.shape);
  write.add(here.shape, right.shape, right2.shape);
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
  write.add(left2.tables, left.tables);
  write.add(right.tables, right2.tables);

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
  write.add(left2.classes.exchange, previous.exchange);
  write.add(next.exchange, right2.classes.exchange);
  write.skip_to(100);
  write.add(own.fine, here.shape);
  write.add(previous.fine, here.shape);
  write.add(next.fine, here.shape);
  write.add(own.coarse, here.shape);
  write.add(previous.coarse, own.coarse, here.shape);
  write.add(own.coarse, next.coarse, here.shape);
  write.add(previous.coarse, own.coarse, next.coarse);
  write.add(left2.classes.coarse, previous.coarse);
  write.add(next.coarse, right2.classes.coarse);

  const Run& run = facts.run(t);
  if (doc.is_capital(t) || run.end - run.begin > 1) {
    const std::uint32_t size = std::min<std::uint32_t>(run.end - run.begin, 6);
    const std::uint32_t position = t == run.begin ? 0U : (t + 1 == run.end ? 1U : 2U);
    const Known& before = run.begin == t ? left : facts.at(run.begin, -1);
    const Known& behind = facts.at(run.end - 1, 1);
    const Known& opening = facts.of(run.begin);
    const Known& closing = facts.of(run.end - 1);
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
  if (!doc.is_capital(t)) return;
  write.group(FeatureGroup::affix);
  const std::string_view word = doc.lower(t);
  for (int count = 1; count <= 4; ++count) {
    write.skip_to(80 + 2 * static_cast<std::uint32_t>(count));
    const std::string_view prefix = prefix_of(word, count);
    const std::string_view suffix = suffix_of(word, count);
    if (!prefix.empty()) write.add(hash_bytes(prefix, 5));
    write.skip_to(81 + 2 * static_cast<std::uint32_t>(count));
    if (!suffix.empty()) write.add(hash_bytes(suffix, 6));
  }
}

Features::Features(const FeatureSources& sources, const text::Document& doc,
                   const lexicon::Matches& matches)
    : facts_(std::make_unique<TokenFacts>(sources, doc, matches)) {}
Features::~Features() = default;

bool Features::may_count(std::uint32_t token) const { return facts_->may_name(token); }

}  // namespace rapporteur::tagger
