// Signs of a main meeting: their table. What they choose is shown by tests/cases.
#include "identity/main_signs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "content_reader.h"
#include "rapporteur/base/table.h"

namespace rapporteur::meetings {
namespace {

Result<MainSigns> signs_of(const std::string& rows) {
  static std::vector<Pack> packs;
  const std::string block = encode_table("sign\tweight\tmeans\n" + rows, "main_signs.tsv").value();
  packs.push_back(Pack::from_bytes(encode_pack({{"main_signs", block}})).value());
  return MainSigns::load(packs.back());
}

TEST(MainSigns, AreWeighedInTheBuiltTable) {
  EXPECT_TRUE(MainSigns::load(tests::BuiltTables::instance().pack));
}

TEST(MainSigns, RefusesARowThatNamesNoSign) {
  const Result<MainSigns> signs = signs_of("always\t-1\t\nphase-of-the-moon\t2\t\n");
  ASSERT_FALSE(signs);
  EXPECT_EQ(signs.error().code, ErrorCode::bad_data);
  EXPECT_EQ(signs.error().where, "main_signs:3");
}

TEST(MainSigns, RefusesAWeightThatIsNone) {
  const Result<MainSigns> signs = signs_of("call\theavy\t\n");
  ASSERT_FALSE(signs);
  EXPECT_EQ(signs.error().message, "is no weight");
}

TEST(MainSigns, WantsAWeightForEachSign) {
  const Result<MainSigns> signs = signs_of("call\t0.5\t\n");
  ASSERT_FALSE(signs);
  EXPECT_EQ(signs.error().message, "a sign without a weight");
}

TEST(MainSigns, AreNotHandedOutUnlessAskedFor) {
  const record::Meeting m = testing::first_meeting("Ministers of Peru and Chile met in Lima.");
  EXPECT_TRUE(m.signs.empty());
}

}  // namespace
}  // namespace rapporteur::meetings
