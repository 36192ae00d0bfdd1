#include "measure.h"

#include <algorithm>

#include "examples.h"

namespace rapporteur::train {

namespace {

using tagger::Labelled;

std::vector<Labelled> gold_names(const std::vector<LabelSet>& allowed) {
  std::vector<Labelled> names;
  for (std::uint32_t t = 0; t < allowed.size(); ++t) {
    for (tagger::SequenceLabel label = 0; label < tagger::kNamed; ++label) {
      if (allowed[t] != 1U << label) continue;
      const tagger::Part part = tagger::part_of(label);
      if (part == tagger::Part::begin || part == tagger::Part::only) {
        names.push_back({{t, t + 1}, tagger::kind_of(label)});
      } else if (!names.empty()) {
        names.back().tokens.end = t + 1;
      }
    }
  }
  return names;
}

bool is_open(const Labelled& name, const std::vector<LabelSet>& allowed) {
  const auto first = allowed.begin() + name.tokens.begin;
  return std::any_of(first, allowed.begin() + name.tokens.end,
                     [](LabelSet set) { return set == kAnyLabel; });
}

}  // namespace

Scores measure(const std::vector<GoldText>& texts, const Source& source,
               const tagger::FeatureSources& sources, const tagger::Model& model) {
  Scores scores;
  for (const GoldText& text : texts) {
    const text::Document doc(text.text);
    lexicon::Matches matches;
    sources.lexicon->match(doc, matches);
    const std::vector<LabelSet> allowed = allowed_labels(text, source, doc, matches, sources);
    const tagger::Features features(sources, doc, matches);
    std::vector<Labelled> found;
    for (const text::Sentence& s : doc.sentences()) model.decode(features, s.tokens, found);
    const std::vector<Labelled> gold = gold_names(allowed);
    for (const Labelled& name : gold) ++scores.of[name.kind].gold;
    for (const Labelled& name : found) {
      const std::size_t entity = name.kind;
      if (!source.labels[entity] || source.masked[entity] || is_open(name, allowed)) continue;
      ++scores.of[entity].found;
      if (std::find(gold.begin(), gold.end(), name) != gold.end()) ++scores.of[entity].right;
    }
  }
  return scores;
}

}  // namespace rapporteur::train
