// The data pack that the build made, with what reading takes from it, loaded once for all tests
// of a program.
#pragma once

#include <memory>

#include "rapporteur/base/pack.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/lexicon/lexicon.h"

namespace rapporteur::tests {

struct BuiltTables {
  Pack pack = Pack::open(RAPPORTEUR_BINARY_DIR "/rapporteur.pack").value();
  catalogue::Catalogue catalogue = catalogue::Catalogue::load(pack).value();
  lexicon::Lexicon lexicon = lexicon::Lexicon::load(pack, catalogue).value();

  static const BuiltTables& instance() {
    static const BuiltTables tables;
    return tables;
  }
};

}  // namespace rapporteur::tests
