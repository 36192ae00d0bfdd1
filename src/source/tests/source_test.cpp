#include "rapporteur/source/source.h"

#include <sys/stat.h>
#include <unistd.h>

#include "source_fixture.h"

namespace rapporteur::source {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(SourceTest, ReadsATextFileAsOneDocumentNamedByItsStem) {
  const auto found = found_in({put("a.b.txt", "words\n")}, {.date = "2018-05-16"});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, "a.b");
  EXPECT_EQ(found[0].origin, "a.b.txt");
  EXPECT_EQ(found[0].bytes, "words\n");
  EXPECT_EQ(found[0].date_if_none, "2018-05-16");
  EXPECT_EQ(found[0].size, 6U);
  EXPECT_EQ(found[0].where, folder_ + "/a.b.txt");
}

TEST_F(SourceTest, WalksAFolderSortedByNameAndSkipsHiddenAndUnknownFiles) {
  put("b/2.txt", "x");
  put("b/10.txt", "x");
  put("a.txt", "x");
  put("z.jsonl", R"({"id":"r","text":"x"})");
  put(".hidden.txt", "x");
  put(".git/config.txt", "x");
  put("notes.md", "x");
  EXPECT_THAT(origins(found_in({folder_})),
              ElementsAre("a.txt", "b/10.txt", "b/2.txt", "z.jsonl#r"));
  EXPECT_THAT(errors_, IsEmpty());
}

TEST_F(SourceTest, TakesOfAFolderOnlyTheKindThatWasAskedFor) {
  put("a.txt", "x");
  put("z.jsonl", R"({"id":"r","text":"x"})");
  EXPECT_THAT(origins(found_in({folder_}, {.input = "text"})), ElementsAre("a.txt"));
  EXPECT_THAT(origins(found_in({folder_}, {.input = "jsonl"})), ElementsAre("z.jsonl#r"));
}

TEST_F(SourceTest, ReadsANamedFileWhateverItsEnding) {
  EXPECT_THAT(
      origins(found_in({put("notes.md", "x"), put("noending", " {\"id\":1,\"text\":\"x\"}")})),
      ElementsAre("notes.md", "noending#1"));
}

TEST_F(SourceTest, GivesAFileTheSameOriginNamedOrFoundInItsFolder) {
  const std::string path = put("a.txt", "x");
  EXPECT_EQ(origins(found_in({path})), origins(found_in({folder_})));
}

TEST_F(SourceTest, KeepsOddNamesApartAndValid) {
  put("new\nline.txt", "x");
  put("quote\"'.txt", "x");
  put("caf\xC3\xA9.txt", "x");
  put("latin\xE9.txt", "x");
  put("latin\xE8.txt", "x");
  EXPECT_THAT(origins(found_in({folder_})), ElementsAre("café.txt", "latin%E8.txt", "latin%E9.txt",
                                                        "new\nline.txt", "quote\"'.txt"));
}

TEST_F(SourceTest, DoesNotFollowLinksToFoldersButReadsLinkedFiles) {
  put("real/a.txt", "x");
  ASSERT_EQ(::symlink("..", (folder_ + "/real/loop").c_str()), 0);
  ASSERT_EQ(::symlink("a.txt", (folder_ + "/real/link.txt").c_str()), 0);
  ASSERT_EQ(::symlink("gone", (folder_ + "/real/broken.txt").c_str()), 0);
  EXPECT_THAT(origins(found_in({folder_})), ElementsAre("real/a.txt", "real/link.txt"));
}

TEST_F(SourceTest, LeavesPipesInFoldersAlone) {
  ASSERT_EQ(::mkfifo((folder_ + "/pipe.txt").c_str(), 0600), 0);
  put("a.txt", "x");
  EXPECT_THAT(origins(found_in({folder_})), ElementsAre("a.txt"));
}

TEST_F(SourceTest, SaysWhichFileIsMissingAndGoesOn) {
  const auto found = found_in({folder_ + "/gone.txt", put("a.txt", "x")});
  EXPECT_THAT(origins(found), ElementsAre("a.txt"));
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].code, ErrorCode::not_found);
  EXPECT_EQ(errors_[0].where, folder_ + "/gone.txt");
}

TEST_F(SourceTest, RefusesATextOverTheLimitAndGoesOn) {
  const std::string path = put("big.txt", std::string(1001, 'x'));
  const auto found = found_in({path, put("a.txt", std::string(1000, 'x'))}, {.report_limit = 1000});
  EXPECT_THAT(origins(found), ElementsAre("a.txt"));
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].code, ErrorCode::too_large);
  EXPECT_EQ(errors_[0].where, path);
}

TEST_F(SourceTest, TakesEveryFieldOfARecord) {
  const auto found =
      found_in({put("day.jsonl", R"({"id":"r1","text":"words","date":"2022-08-22T09:00:00Z",)"
                                 R"("title":"T","source":"S","lang":"en","more":[1,{}]})"
                                 "\n")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, "r1");
  EXPECT_EQ(found[0].origin, "S#r1");
  EXPECT_EQ(found[0].bytes, "words");
  EXPECT_EQ(found[0].published, "2022-08-22");
  EXPECT_EQ(found[0].title, "T");
  EXPECT_EQ(found[0].publisher, "S");
  EXPECT_EQ(found[0].language, "en");
  EXPECT_EQ(found[0].where, folder_ + "/day.jsonl:1@0");
}

TEST_F(SourceTest, TakesFieldsUnderOtherNames) {
  const auto found =
      found_in({put("day.jsonl",
                    R"({"key":5,"body":"words","text":"no","meta":{"day":"2022-08-22","n":["T"]}})"
                    "\n{\"key\":6}")},
               {.fields = {{"id", "key"},
                           {"text", "body"},
                           {"date", "/meta/day"},
                           {"title", "/meta/n/0"},
                           {"url", "/meta/none/deeper"}}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, "5");
  EXPECT_EQ(found[0].bytes, "words");
  EXPECT_EQ(found[0].published, "2022-08-22");
  EXPECT_EQ(found[0].title, "T");
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_THAT(errors_[0].message, HasSubstr("'body'"));
}

TEST_F(SourceTest, TakesTheDayUnderTheNameThatReadingsGiveIt) {
  const auto found = found_in(
      {put("day.jsonl", R"({"id":1,"text":"x","published":"2022-08-22"})"
                        "\n"
                        R"({"id":2,"text":"x","date":"2022-08-21","published":"2022-08-22"})"
                        "\n")});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].published, "2022-08-22");
  EXPECT_EQ(found[1].published, "2022-08-21");
}

TEST_F(SourceTest, IdentifiesARecordByAddressThenSourceThenFile) {
  const auto found =
      found_in({put("day.jsonl", R"({"id":"a","text":"x","url":"HTTPS://Ex.org/A?b=C#part"})"
                                 "\n"
                                 R"({"id":"b","text":"x","source":"S"})"
                                 "\n"
                                 R"({"id":17,"text":"x"})"
                                 "\n\n"
                                 R"({"text":"x"})")});
  EXPECT_THAT(origins(found),
              ElementsAre("https://ex.org/A?b=C", "S#b", "day.jsonl#17", "day.jsonl#5"));
  EXPECT_EQ(found[3].id, "day:5");
}

TEST_F(SourceTest, NamesTheLineAndByteOfEachBadRecordAndReadsTheRest) {
  const auto found = found_in({put("day.jsonl",
                                   "{\"id\":1,\"text\":\"x\"}\r\n"
                                   "{\"id\":2,\n"
                                   "[1]\n"
                                   "{\"id\":3,\"text\":4}\n"
                                   "{\"id\":4,\"html\":\"<p>\"}\n"
                                   "{\"id\":5}\n"
                                   "{\"id\":6,\"text\":\"x\"}")});
  EXPECT_THAT(origins(found), ElementsAre("day.jsonl#1", "day.jsonl#4", "day.jsonl#6"));
  EXPECT_EQ(found[1].media, Media::html);
  std::vector<std::string> where;
  std::vector<ErrorCode> codes;
  for (const Error& error : errors_) {
    where.push_back(error.where.substr(folder_.size() + 1));
    codes.push_back(error.code);
  }
  EXPECT_THAT(where,
              ElementsAre("day.jsonl:2@21", "day.jsonl:3@30", "day.jsonl:4@34", "day.jsonl:6@74"));
  EXPECT_THAT(codes, ElementsAre(ErrorCode::bad_data, ErrorCode::bad_data, ErrorCode::bad_data,
                                 ErrorCode::bad_data));
  EXPECT_THAT(errors_[2].message, HasSubstr("'text'"));
}

TEST_F(SourceTest, RepairsInvalidUtf8InARecordWithAWarning) {
  const auto found = found_in({put("day.jsonl", "{\"id\":1,\"text\":\"a\xFF z\"}\n")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].bytes, "a\xEF\xBF\xBD z");
  ASSERT_EQ(found[0].notes.size(), 1U);
  EXPECT_THAT(found[0].notes[0], HasSubstr("invalid"));
}

TEST_F(SourceTest, SkipsABlankLineAndAByteOrderMark) {
  EXPECT_THAT(origins(found_in({put("day.jsonl", "\xEF\xBB\xBF{\"id\":1,\"text\":\"x\"}\n \n\n")})),
              ElementsAre("day.jsonl#1"));
  EXPECT_THAT(errors_, IsEmpty());
}

TEST_F(SourceTest, RefusesJsonLinesInUtf16) {
  const std::string_view bytes("\xFF\xFE{\0\"\0\n\0", 8);
  EXPECT_THAT(found_in({put("day.jsonl", bytes)}), IsEmpty());
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].code, ErrorCode::unsupported);
}

TEST_F(SourceTest, SkipsALineOverTheLimitAndKeepsCountOfLinesAndBytes) {
  const std::string big = "{\"id\":2,\"text\":\"" + std::string(3'000'000, 'x') + "\"}\n";
  const std::string first = "{\"id\":1,\"text\":\"x\"}\n";
  const auto found =
      found_in({put("day.jsonl", first + big + "{bad\n" + first)}, {.report_limit = 100'000});
  EXPECT_THAT(origins(found), ElementsAre("day.jsonl#1", "day.jsonl#1"));
  ASSERT_EQ(errors_.size(), 2U);
  EXPECT_EQ(errors_[0].code, ErrorCode::too_large);
  EXPECT_THAT(errors_[0].where, EndsWith("day.jsonl:2@20"));
  EXPECT_THAT(errors_[1].where, EndsWith(":3@" + std::to_string(first.size() + big.size())));
  EXPECT_THAT(notes_, ElementsAre(HasSubstr("id '1' was met before")));
}

TEST_F(SourceTest, CutsLinesRightWhereverABlockOfTheFileEnds) {
  std::string bytes;
  std::vector<std::string> expected;
  for (std::size_t i = 0; i < 400; ++i) {
    bytes += "{\"id\":" + std::to_string(i) + ",\"text\":\"" + std::string(i * 17 % 3001, 'y') +
             "z\"}\n";
    expected.push_back("day.jsonl#" + std::to_string(i));
  }
  const auto found = found_in({put("day.jsonl", bytes)});
  EXPECT_EQ(origins(found), expected);
  for (std::size_t i = 0; i < found.size(); ++i)
    EXPECT_EQ(found[i].bytes.size(), i * 17 % 3001 + 1);
}

TEST_F(SourceTest, DropsADateThatIsNoneWithAWarning) {
  const auto found =
      found_in({put("day.jsonl", "{\"id\":1,\"text\":\"x\",\"date\":\"next Tuesday\"}")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].published, "");
  EXPECT_THAT(found[0].notes, ElementsAre(HasSubstr("'next Tuesday' is no date")));
}

TEST(ParseDate, TakesDaysMonthsAndYears) {
  EXPECT_EQ(*parse_date("2018-05-16"), "2018-05-16");
  EXPECT_EQ(*parse_date("20180516"), "2018-05-16");
  EXPECT_EQ(*parse_date("2018-05-16T23:59:59+05:00"), "2018-05-16");
  EXPECT_EQ(*parse_date("2018-05-16 08:00"), "2018-05-16");
  EXPECT_EQ(*parse_date("2018-05"), "2018-05");
  EXPECT_EQ(*parse_date("2018"), "2018");
  EXPECT_EQ(*parse_date("2024-02-29"), "2024-02-29");
}

TEST(ParseDate, RefusesWhatTheCalendarLacks) {
  for (const char* words :
       {"2023-02-29", "1900-02-29", "2018-13", "2018-00-01", "2018-05-32", "2018-5-6", "16.05.2018",
        "2018-05-16x", "", "T", "yesterday", "2018/05/16", "201805"}) {
    EXPECT_FALSE(parse_date(words)) << words;
  }
}

TEST(KindNames, AreThoseOfTheFolder) {
  EXPECT_THAT(kind_names(), ElementsAre("archive", "email", "feed", "html", "jsonl", "mbox", "pdf",
                                        "text", "warc"));
}

}  // namespace
}  // namespace rapporteur::source
