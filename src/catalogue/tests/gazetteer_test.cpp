#include "rapporteur/catalogue/gazetteer.h"

#include <gtest/gtest.h>

#include <cmath>

#include "test_pack.h"

namespace rapporteur::catalogue {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer gazetteer = [] {
    Result<Gazetteer> loaded = Gazetteer::load(test_pack());
    if (!loaded) std::abort();
    return *std::move(loaded);
  }();
  return gazetteer;
}

bool lies(std::string_view name, std::string_view state, double latitude, double longitude) {
  const auto at = gazetteer().find(test_catalogue(), name, state);
  return at && std::abs(at->latitude - latitude) < 0.1 && std::abs(at->longitude - longitude) < 0.1;
}

TEST(Gazetteer, KnowsWherePlacesLieInAnySpelling) {
  EXPECT_TRUE(lies("Tashkent", "", 41.3, 69.2));
  EXPECT_TRUE(lies("Peking", "CN", 39.9, 116.4));
  EXPECT_TRUE(lies("Cholpon-Ata", "KG", 42.65, 77.1));
}

TEST(Gazetteer, PutsAVenueWhereItsTownIs) { EXPECT_TRUE(lies("Ala-Archa", "KG", 42.87, 74.6)); }

TEST(Gazetteer, DoesNotTakeOnePlaceForAnotherOfItsName) {
  EXPECT_TRUE(lies("London", "CA", 42.98, -81.25));
  EXPECT_TRUE(lies("London", "GB", 51.5, -0.13));
  EXPECT_FALSE(gazetteer().find(test_catalogue(), "Tashkent", "CN"));
  EXPECT_FALSE(gazetteer().find(test_catalogue(), "Tashkent", "XX"));
  EXPECT_FALSE(gazetteer().find(test_catalogue(), "Nowhereville-on-Sea", ""));
}

}  // namespace
}  // namespace rapporteur::catalogue
