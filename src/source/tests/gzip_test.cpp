#include "gzip.h"

#include "packed.h"
#include "source_fixture.h"

namespace rapporteur::source {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class GzipTest : public SourceTest {};

TEST_F(GzipTest, ReadsAPackedFileAsTheFileWithinIt) {
  const auto found = found_in({put("a.b.txt.gz", gzipped("words\n"))});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, "a.b");
  EXPECT_EQ(found[0].origin, "a.b.txt.gz");
  EXPECT_EQ(found[0].bytes, "words\n");
}

TEST_F(GzipTest, TellsAPackedFileByItsContent) {
  EXPECT_THAT(origins(found_in({put("noending", gzipped(R"({"id":1,"text":"x"})"))})),
              ElementsAre("noending#1"));
  EXPECT_EQ(found_in({put("plain.txt", gzipped("x"))})[0].bytes, "x");
}

TEST_F(GzipTest, FindsPackedFilesOfKnownKindsInFolders) {
  put("a.txt.gz", gzipped("x"));
  put("b.jsonl.gz", gzipped(R"({"id":1,"text":"x"})"));
  put("c.gz", gzipped("x"));
  put("d.bin.gz", gzipped("x"));
  EXPECT_THAT(origins(found_in({folder_})), ElementsAre("a.txt.gz", "b.jsonl.gz#1"));
}

TEST_F(GzipTest, ReadsMembersInARow) {
  EXPECT_EQ(found_in({put("a.txt.gz", gzipped("one ") + gzipped("") + gzipped("two") +
                                          std::string(512, '\0'))})[0]
                .bytes,
            "one two");
  EXPECT_THAT(errors_, IsEmpty());
}

TEST_F(GzipTest, RefusesAFileThatIsCutOffOrDamaged) {
  std::string words;
  for (int i = 0; i < 9999; ++i) words += std::to_string(i * 7919 % 10007) + " ";
  const std::string whole = gzipped(words);
  std::string damaged = whole;
  damaged[whole.size() / 2] ^= 0x55;
  const std::string cut = put("cut.txt.gz", whole.substr(0, whole.size() - 9));
  EXPECT_THAT(found_in({cut, put("damaged.txt.gz", damaged)}), IsEmpty());
  ASSERT_EQ(errors_.size(), 2U);
  EXPECT_EQ(errors_[0].code, ErrorCode::bad_data);
  EXPECT_EQ(errors_[0].where, cut);
  EXPECT_THAT(errors_[0].message, HasSubstr("cut off"));
  EXPECT_EQ(errors_[1].code, ErrorCode::bad_data);
  EXPECT_THAT(errors_[1].message, HasSubstr("damaged"));
}

TEST_F(GzipTest, StopsABomb) {
  const std::string bomb = gzipped(std::string(200U << 20, ' '));
  EXPECT_THAT(found_in({put("a.jsonl.gz", bomb)}), IsEmpty());
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].code, ErrorCode::too_large);
}

TEST(InflateBody, TakesWhatServersSend) {
  EXPECT_EQ(*inflate_body(gzipped("words"), 99), "words");
  EXPECT_EQ(*inflate_body(gzipped("words", 15), 99), "words");
  EXPECT_EQ(*inflate_body(gzipped("words", -15), 99), "words");
  EXPECT_EQ(inflate_body(gzipped(std::string(100, ' ')), 99).error().code, ErrorCode::too_large);
  EXPECT_EQ(inflate_body("<p>words</p>", 99).error().code, ErrorCode::bad_data);
  EXPECT_EQ(inflate_body(gzipped("words").substr(0, 14), 99).error().code, ErrorCode::bad_data);
  EXPECT_EQ(inflate_body("", 99).error().code, ErrorCode::bad_data);
}

}  // namespace
}  // namespace rapporteur::source
