#include "content_reader.h"

namespace rapporteur::meetings::testing {
namespace {

using record::InstrumentRelation;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr const char* kHeld =
    "The 15th meeting of the Security Council Secretaries of the Shanghai Cooperation Organisation "
    "took place in Bishkek on 15 May 2024.\n\n";

std::vector<std::pair<std::string, InstrumentRelation>> instruments(const std::string& sentence) {
  std::vector<std::pair<std::string, InstrumentRelation>> out;
  for (const record::Meeting& m : read(kHeld + sentence + "\n").meetings) {
    for (const record::Instrument& i : m.instruments) out.emplace_back(*i.name, i.relation);
  }
  return out;
}

TEST(Instrument, OneThatIsNamedIsCited) {
  EXPECT_THAT(instruments("They recalled the SCO Charter."),
              Contains(Pair("SCO Charter", InstrumentRelation::cited)));
}

TEST(Instrument, ItsNameRunsToItsLastCapital) {
  EXPECT_THAT(
      instruments("The participants adopted the Declaration on the Fight against Terrorism."),
      Contains(Pair("Declaration on the Fight against Terrorism", InstrumentRelation::adopted)));
}

TEST(Instrument, SmallLettersNeedAVerb) {
  EXPECT_THAT(instruments("The participants signed a protocol on water supply."),
              Contains(Pair("protocol on water supply", InstrumentRelation::signed_)));
  EXPECT_THAT(instruments("They were in full agreement."), IsEmpty());
}

TEST(Instrument, WhatIsYetToBeSignedIsProposed) {
  EXPECT_THAT(instruments("The ministers will sign a protocol on water supply."),
              Contains(Pair("protocol on water supply", InstrumentRelation::proposed)));
}

}  // namespace
}  // namespace rapporteur::meetings::testing
