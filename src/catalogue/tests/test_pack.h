// The pack that the build made, and its catalogue, loaded once for all tests.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "rapporteur/base/pack.h"
#include "rapporteur/catalogue/catalogue.h"

namespace rapporteur::catalogue {

inline const Pack& test_pack() {
  static const Pack pack = [] {
    auto opened = Pack::open(RAPPORTEUR_BINARY_DIR "/rapporteur.pack");
    if (!opened) {
      std::fprintf(stderr, "%s\n", opened.error().text().c_str());
      std::abort();
    }
    return std::move(*opened);
  }();
  return pack;
}

inline const Catalogue& test_catalogue() {
  static const Catalogue catalogue = [] {
    auto loaded = Catalogue::load(test_pack());
    if (!loaded) {
      std::fprintf(stderr, "%s\n", loaded.error().text().c_str());
      std::abort();
    }
    return std::move(*loaded);
  }();
  return catalogue;
}

}  // namespace rapporteur::catalogue
