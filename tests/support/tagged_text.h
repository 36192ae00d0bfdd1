// A text as the tagger leaves it, with the tables that the build made.
#pragma once

#include <string>
#include <utility>

#include "built_tables.h"
#include "rapporteur/base/arena.h"
#include "rapporteur/tagger/tagger.h"
#include "rapporteur/text/document.h"

namespace rapporteur::tests {

inline const tagger::Tagger& built_tagger() {
  static const BuiltTables& tables = BuiltTables::instance();
  static const tagger::Tagger tagger =
      tagger::Tagger::load(tables.pack, tables.catalogue, tables.lexicon).value();
  return tagger;
}

struct TaggedText {
  text::Document doc;
  lexicon::Matches matches;
  tagger::Tags tags;

  explicit TaggedText(std::string text) : doc(std::move(text)) {
    BuiltTables::instance().lexicon.match(doc, matches);
    Scratch scratch;
    tags = built_tagger().tag(doc, matches, scratch);
  }
};

}  // namespace rapporteur::tests
