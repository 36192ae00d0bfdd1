#include "rapporteur/catalogue/fold.h"

#include <gtest/gtest.h>

namespace rapporteur::catalogue {
namespace {

TEST(Fold, DropsCaseMarksAndPunctuation) {
  EXPECT_EQ(fold("Côte d'Ivoire"), "cote divoire");
  EXPECT_EQ(fold("U.S."), "us");
  EXPECT_EQ(fold("Nur-Sultan"), "nur sultan");
  EXPECT_EQ(fold("  Nay   Pyi\tTaw "), "nay pyi taw");
  EXPECT_EQ(fold("Türkiye"), "turkiye");
  EXPECT_EQ(fold("Çavuşoğlu"), "cavusoglu");
  EXPECT_EQ(fold("İstanbul"), "istanbul");
  EXPECT_EQ(fold("Diyarbakır"), "diyarbakir");
  EXPECT_EQ(fold("Łódź"), "lodz");
  EXPECT_EQ(fold("Tromsø"), "tromso");
  EXPECT_EQ(fold("Straße"), "strasse");
  EXPECT_EQ(fold("Nuku‘alofa"), "nukualofa");
  EXPECT_EQ(fold("Đà Nẵng"), "da nang");
}

TEST(Fold, KeepsOtherScripts) {
  EXPECT_EQ(fold("МОСКВА"), "москва");
  EXPECT_EQ(fold("北京"), "北京");
}

TEST(Fold, IsIdempotent) {
  for (const char* text : {"Côte d'Ivoire", "U.S.", "Łódź – Gdańsk", "Xi’an", "ЁЛКА", "a  b", ""}) {
    EXPECT_EQ(fold(fold(text)), fold(text)) << text;
  }
}

TEST(Fold, IsTotalOverInvalidBytes) {
  EXPECT_EQ(fold("a\xFF"), "a\xEF\xBF\xBD");
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold(" -.' "), "");
}

}  // namespace
}  // namespace rapporteur::catalogue
