#include "examples.h"

#include <algorithm>

namespace rapporteur::train {

namespace {

using lexicon::Channel;
using tagger::kEntities;
using tagger::kOutside;
using tagger::Part;
using text::TokenRange;

constexpr LabelSet bit(tagger::SequenceLabel label) { return 1U << label; }

LabelSet all_of(Entity entity) {
  LabelSet set = 0;
  for (const Part part : {Part::begin, Part::inside, Part::last, Part::only}) {
    set |= bit(tagger::label_of(entity, part));
  }
  return set;
}

// What a token outside of all marks may be: the names that the source does not mark.
LabelSet hidden_labels(const Source& source) {
  LabelSet set = bit(kOutside);
  for (std::size_t e = 0; e < kEntities; ++e) {
    if (!source.labels[e] || source.masked[e]) set |= all_of(static_cast<Entity>(e));
  }
  return set;
}

void mark(std::vector<LabelSet>& allowed, TokenRange tokens, Entity entity) {
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    Part part = t == tokens.begin ? Part::begin : Part::inside;
    if (t + 1 == tokens.end) part = tokens.size() == 1 ? Part::only : Part::last;
    allowed[t] = bit(tagger::label_of(entity, part));
  }
}

TokenRange tokens_of(const GoldName& name, const text::Document& doc) {
  TokenRange tokens{doc.token_at(name.begin), doc.token_at(name.begin)};
  while (tokens.end < doc.size() && doc.span(tokens.end).begin < name.end) ++tokens.end;
  return tokens;
}

bool is_title(const lexicon::Matches& matches, std::uint32_t token, std::uint32_t end,
              std::uint32_t& title_end) {
  title_end = token;
  for (const lexicon::Match& m : matches.at(token)) {
    const bool title = m.channel == Channel::office || m.channel == Channel::honorific ||
                       m.channel == Channel::modifier || m.channel == Channel::portfolio;
    if (title && m.tokens.end <= end) title_end = std::max(title_end, m.tokens.end);
  }
  return title_end > token;
}

// Without the titles that it opens with; empty if it holds nothing else.
TokenRange without_titles(TokenRange tokens, const lexicon::Matches& matches) {
  std::uint32_t title_end = 0;
  while (!tokens.empty() && is_title(matches, tokens.begin, tokens.end, title_end)) {
    tokens.begin = title_end;
  }
  return tokens;
}

// Corpora that take a state for its people, and the other way round, are told apart by the table.
Entity settle_state(Entity entity, TokenRange tokens, const lexicon::Matches& matches,
                    const tagger::FeatureSources& sources) {
  if (entity != Entity::nationality && entity != Entity::place) return entity;
  for (const lexicon::Match& m : matches.at(tokens.begin)) {
    if (m.channel != Channel::state || m.tokens != tokens) continue;
    const auto kind = sources.catalogue->state_names()[m.id].kind;
    const bool people =
        kind == catalogue::StateNameKind::adjective || kind == catalogue::StateNameKind::people;
    return people ? Entity::nationality : Entity::place;
  }
  return entity;
}

}  // namespace

std::vector<LabelSet> allowed_labels(const GoldText& text, const Source& source,
                                     const text::Document& doc, const lexicon::Matches& matches,
                                     const tagger::FeatureSources& sources) {
  const LabelSet hidden = hidden_labels(source);
  std::vector<LabelSet> allowed(doc.size(), hidden);
  for (const GoldName& name : text.names) {
    TokenRange tokens = tokens_of(name, doc);
    if (tokens.empty()) continue;
    const bool exact = doc.span(tokens).begin == name.begin && doc.span(tokens).end == name.end;
    const bool one_sentence = doc.sentence_of(tokens.begin) == doc.sentence_of(tokens.end - 1);
    const auto entity = static_cast<std::size_t>(name.entity);
    if (!name.known) {  // an event, a work, a nationality: never two readings of one word
      for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) allowed[t] = hidden;
      continue;
    }
    if (!exact || !one_sentence || source.masked[entity]) {
      for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) allowed[t] = kAnyLabel;
      continue;
    }
    if (source.loose[entity]) tokens = without_titles(tokens, matches);
    while (!tokens.empty() && doc.lower(tokens.begin) == "the") ++tokens.begin;
    if (tokens.empty()) continue;
    mark(allowed, tokens, settle_state(name.entity, tokens, matches, sources));
  }
  return allowed;
}

std::vector<LabelSet> marked_labels(const GoldText& text, const text::Document& doc) {
  std::vector<LabelSet> allowed(doc.size(), bit(kOutside));
  for (const GoldName& name : text.names) {
    const TokenRange tokens = tokens_of(name, doc);
    if (tokens.empty()) continue;
    const bool one_sentence = doc.sentence_of(tokens.begin) == doc.sentence_of(tokens.end - 1);
    if (one_sentence) mark(allowed, tokens, name.entity);
  }
  return allowed;
}

void ExampleBuilder::add(const GoldText& text, const Source& source) {
  const text::Document doc(text.text);
  lexicon::Matches matches;
  sources_.lexicon->match(doc, matches);
  const std::vector<LabelSet> allowed = allowed_labels(text, source, doc, matches, sources_);
  add(doc, allowed, tagger::Features(sources_, doc, matches),
      [](const text::Sentence&) { return true; });
}

void ExampleBuilder::add(const text::Document& doc, const std::vector<LabelSet>& allowed,
                         const tagger::TokenFeatures& features,
                         bool (*told)(const text::Sentence&)) {
  std::vector<tagger::Feature> of_token;
  std::vector<tagger::FeatureGroup> groups;
  for (const text::Sentence& sentence : doc.sentences()) {
    if (!told(sentence)) continue;
    set_.sentences.push_back(static_cast<std::uint32_t>(set_.allowed.size()));
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      set_.allowed.push_back(allowed[t]);
      set_.starts.push_back(static_cast<std::uint32_t>(set_.features.size()));
      features.of(t, sentence.tokens, of_token, groups);
      for (std::size_t i = 0; i < of_token.size(); ++i) {
        if (left_out_.groups[static_cast<std::size_t>(groups[i])]) continue;
        set_.features.push_back(of_token[i]);
        set_.groups.push_back(groups[i]);
      }
    }
  }
}

TrainingSet ExampleBuilder::take(std::uint32_t least) {
  TrainingSet set = std::move(set_);
  set_ = {};
  set.sentences.push_back(static_cast<std::uint32_t>(set.allowed.size()));
  set.starts.push_back(static_cast<std::uint32_t>(set.features.size()));
  // Until here `features` holds the hashes themselves.
  std::vector<tagger::Feature> sorted = set.features;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t end = i;
    while (end < sorted.size() && sorted[end] == sorted[i]) ++end;
    if (end - i >= least) {
      set.table.push_back(sorted[i]);
      set.counts.push_back(static_cast<std::uint32_t>(end - i));
    }
    i = end;
  }
  std::size_t kept = 0;
  std::size_t token = 0;
  for (std::size_t f = 0; f < set.features.size(); ++f) {
    while (token < set.starts.size() && set.starts[token] == f) {
      set.starts[token++] = static_cast<std::uint32_t>(kept);
    }
    const auto found = std::lower_bound(set.table.begin(), set.table.end(), set.features[f]);
    if (found == set.table.end() || *found != set.features[f]) continue;
    set.features[kept] = static_cast<std::uint32_t>(found - set.table.begin());
    set.groups[kept] = set.groups[f];
    ++kept;
  }
  while (token < set.starts.size()) set.starts[token++] = static_cast<std::uint32_t>(kept);
  set.features.resize(kept);
  set.groups.resize(kept);
  return set;
}

}  // namespace rapporteur::train
