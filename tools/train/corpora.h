// Reading annotated corpora: sentences with the names that each marks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rapporteur/base/result.h"
#include "sequence.h"

namespace rapporteur::train {

using tagger::Entity;

struct GoldName {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  Entity entity = Entity::person;  // in a text marked for its contents: its ContentKind
  bool known = true;               // false: something else is marked here, which may hide any name
};

// A text with its names, in order. Paragraphs are sentences of the corpus or of a report.
struct GoldText {
  std::string text;
  std::vector<GoldName> names;
};

struct Source {
  std::string file;
  bool labels[tagger::kEntities] = {};  // marked at all
  bool loose[tagger::kEntities] = {};   // spans open with titles
  bool masked[tagger::kEntities] = {};  // marked, but not as we mean it
  enum class Part : std::uint8_t { train, test, split } part = Part::train;
  std::uint32_t copies = 1;  // of its training part, in an epoch
};

// The table of sources. Errors: not_found, bad_data (where = file:line).
Result<std::vector<Source>> read_sources(const std::string& path);

struct Corpus {
  Source source;
  std::vector<GoldText> train;
  std::vector<GoldText> test;
};

// A source below `corpora`, or the reports below `reports` (train/ and test/).
// Errors: not_found, bad_data (a label that follows nothing; marks that do not close).
Result<Corpus> read_corpus(const Source& source, const std::string& corpora,
                           const std::string& reports);

// Reports marked for what was talked about and what came of it, by tools/mark_contents.py.
// Errors: not_found, bad_data (marks that do not close).
Result<std::vector<GoldText>> read_contents(const std::string& folder);

}  // namespace rapporteur::train
