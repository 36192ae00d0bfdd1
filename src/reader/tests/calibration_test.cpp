// Confidences from counts. The rules are invented.
#include "calibration.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/table.h"

namespace rapporteur::reader {
namespace {

constexpr const char* kHead = "row\trule\tmeeting\truled\tvalues\tright\n";

Result<Calibration> calibration_of(const std::string& rows) {
  static std::vector<Pack> packs;
  const std::string block = encode_table(kHead + rows, "confidence.tsv").value();
  packs.push_back(Pack::from_bytes(encode_pack({{"confidence", block}})).value());
  return Calibration::load(packs.back());
}

TEST(Calibration, TakesTheShareThatWasRight) {
  const Calibration c = calibration_of("place\tmeetings/place\tmain\t90\t1000\t800\n").value();
  EXPECT_NEAR(c.share({"place", "meetings/place", true, 0.9F}), 0.8F, 0.005F);
}

TEST(Calibration, LeavesWhatWasNeverCountedAsTheRuleSetIt) {
  const Calibration c = calibration_of("place\tmeetings/place\tmain\t90\t1000\t800\n").value();
  EXPECT_FLOAT_EQ(c.share({"venue", "meetings/venue", true, 0.9F}), 0.9F);
}

TEST(Calibration, TakesTheShareOfTheRowForAnUnknownRule) {
  const Calibration c = calibration_of("place\tmeetings/place\tmain\t90\t1000\t800\n").value();
  EXPECT_NEAR(c.share({"place", "meetings/new", true, 0.3F}), 0.8F, 0.005F);
}

TEST(Calibration, ComesNearerToARuleTheMoreOfItWasCounted) {
  const std::string common = "place\ta\tmain\t90\t1000\t900\n";
  const auto rare = [&](const std::string& counts) {
    return calibration_of(common + "place\tb\tmain\t90\t" + counts + "\n")
        .value()
        .share({"place", "b", true, 0.9F});
  };
  const float none_of_two = rare("2\t0");
  const float none_of_many = rare("500\t0");
  EXPECT_GT(none_of_two, 0.5F);
  EXPECT_LT(none_of_many, 0.1F);
  EXPECT_GT(none_of_many, 0.0F);  // no rule is always wrong
}

TEST(Calibration, TellsTheMainMeetingFromOthers) {
  const Calibration c =
      calibration_of("when\ta\tmain\t80\t400\t380\nwhen\ta\tother\t80\t400\t200\n").value();
  EXPECT_GT(c.share({"when", "a", true, 0.8F}), c.share({"when", "a", false, 0.8F}) + 0.3F);
}

TEST(Calibration, ReplacesTheConfidencesOfAReading) {
  const Calibration c = calibration_of("place\tmeetings/place\tmain\t90\t1000\t700\n").value();
  record::Reading reading;
  reading.meetings.emplace_back();
  reading.meetings[0].main = true;
  reading.meetings[0].place.set("Lima", {{0, 4}}, 0.9F, "meetings/place");
  reading.meetings[0].venue.set("Palace", {{5, 11}}, 0.6F, "meetings/venue");
  c.apply(reading);
  EXPECT_FLOAT_EQ(reading.meetings[0].place.confidence, 0.7F);
  EXPECT_FLOAT_EQ(reading.meetings[0].venue.confidence, 0.6F);
  EXPECT_FLOAT_EQ(reading.meetings[0].organ.confidence, 0.0F);
}

TEST(Calibration, RefusesCountsThatAreNone) {
  for (const char* counts : {"x\t1", "3\t4", "3\t", "-1\t0"}) {
    const Result<Calibration> c =
        calibration_of("place\ta\tmain\t90\t" + std::string(counts) + "\n");
    ASSERT_FALSE(c) << counts;
    EXPECT_EQ(c.error().code, ErrorCode::bad_data);
    EXPECT_EQ(c.error().where, "confidence:2");
  }
}

}  // namespace
}  // namespace rapporteur::reader
