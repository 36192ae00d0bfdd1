// A reader over the data pack that the build made, loaded once for all tests of a program.
#pragma once

#include "rapporteur/base/pack.h"
#include "rapporteur/reader/reader.h"

namespace rapporteur::tests {

inline const reader::Reader& built_reader() {
  static const Pack pack = Pack::open(RAPPORTEUR_BINARY_DIR "/rapporteur.pack").value();
  static const reader::Reader reader = reader::Reader::load(pack).value();
  return reader;
}

}  // namespace rapporteur::tests
