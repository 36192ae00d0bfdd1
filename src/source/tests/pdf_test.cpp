#include <array>

#include "child.h"
#include "page_text.h"
#include "source_fixture.h"

namespace rapporteur::source {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

// Pages of lines in Helvetica.
std::string pdf(const std::vector<std::vector<std::string>>& pages, const std::string& info = "") {
  std::vector<std::string> objects = {"", ""};
  std::string kids;
  for (const auto& lines : pages) {
    std::string stream = "BT /F1 10 Tf 12 TL 72 760 Td\n";
    for (const std::string& line : lines) stream += "(" + line + ") '\n";
    stream += "ET";
    objects.push_back("<</Length " + std::to_string(stream.size()) + ">>stream\n" + stream +
                      "\nendstream");
    const std::string content = std::to_string(objects.size());
    objects.push_back(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents " + content +
        " 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[0] = "<</Type/Catalog/Pages 2 0 R>>";
  objects[1] = "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>";
  objects.push_back("<<" + info + ">>");
  std::string out = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string at = std::to_string(out.size());
    table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1);
  const std::string start = std::to_string(out.size());
  return out + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer<</Size " + size +
         "/Root 1 0 R/Info " + std::to_string(objects.size()) + " 0 R>>\nstartxref\n" + start +
         "\n%%EOF\n";
}

class PdfTest : public SourceTest {};

TEST_F(PdfTest, ReadsTheTextLayerWithTitleAndDay) {
  const std::string bytes =
      pdf({{"The ministers of both lakes met in Port Azul on Monday and talked about coope-",
            "ration on water."}},
          "/Title(Joint statement of the lakes)/CreationDate(D:20220822093000Z)");
  for (const char* name : {"a.pdf", "sniffed"}) {
    const auto found = found_in({put(name, bytes)});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].media, Media::pdf);
    const auto report = make_report(found[0]);
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_THAT(report->text, HasSubstr("talked about cooperation on water."));
    EXPECT_EQ(report->title, "Joint statement of the lakes");
    EXPECT_EQ(report->published, "2022-08-22");
  }
}

TEST_F(PdfTest, BelievesNoTitleOfAWordProcessorAndNoDayOfAFileSavedAgain) {
  const auto found = found_in(
      {put("a.pdf", pdf({{"The ministers of both lakes met in Port Azul and talked about water."}},
                        "/Title(Microsoft Word - statement final)/CreationDate(D:20220822093000Z)"
                        "/ModDate(D:20230101000000Z)"))});
  const auto report = make_report(found.at(0));
  ASSERT_TRUE(report);
  EXPECT_THAT(report->title, testing::Not(HasSubstr("Microsoft")));
  EXPECT_EQ(report->published, "");
}

TEST_F(PdfTest, RefusesDamagedFilesAndScans) {
  const auto found = found_in({put("a.pdf", "%PDF-1.4 and nothing"), put("b.pdf", pdf({{}}))});
  for (const Found& one : found) {
    const auto report = make_report(one);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::bad_data);
    EXPECT_THAT(report.error().where, EndsWith(".pdf"));
  }
}

TEST(RunChild, KeepsToLimits) {
  constexpr std::array kCat = {"cat"};
  EXPECT_EQ(*run_child(kCat, "words", {}), "words");
  EXPECT_EQ(run_child(kCat, std::string(9999, 'x'), {.output = 99}).error().code,
            ErrorCode::too_large);
  constexpr std::array kSleep = {"sleep", "30"};
  EXPECT_EQ(run_child(kSleep, "", {.seconds = 1}).error().code, ErrorCode::too_large);
  constexpr std::array kNone = {"rapporteur-has-no-such-program"};
  EXPECT_EQ(run_child(kNone, "", {}).error().code, ErrorCode::unsupported);
  constexpr std::array kFalse = {"false"};
  EXPECT_EQ(run_child(kFalse, "", {}).error().code, ErrorCode::bad_data);
}

TEST(RunningText, JoinsLinesAndWordsAndLeavesOutWhatRepeats) {
  const Article article = running_text(
      "Lake Office Bulletin\n\nThe ministers of both lakes met on Monday in the old port of\n"
      "Azul and talked about the waters of the coming summer, the fish-\ning of the year and the\n"
      "\n3\n\fLake Office Bulletin\n\nferries between both shores. They will meet again next "
      "year.\n"
      "\nPresent:\nJo Doe\nAda Roe\n\n4\n\f");
  EXPECT_EQ(
      article.text,
      "The ministers of both lakes met on Monday in the old port of Azul and talked about the "
      "waters of the coming summer, the fishing of the year and the ferries between both "
      "shores. They will meet again next year.\n\nPresent:\nJo Doe\nAda Roe");
  ASSERT_EQ(article.left_out.size(), 4U);
  EXPECT_EQ(article.left_out[0].reason, "running head");
  EXPECT_EQ(article.left_out[1].reason, "page number");
  EXPECT_EQ(article.left_out[3].at, article.text.size());
}

TEST(RunningText, TakesAnything) {
  for (const char* text : {"", "\f\f", "\n\n", "3", "-", "a-\nb", "\f-\n-\f"}) {
    const Article article = running_text(text);
    for (const auto& part : article.left_out) EXPECT_LE(part.at, article.text.size());
  }
}

}  // namespace
}  // namespace rapporteur::source
