#include "source_fixture.h"

namespace rapporteur::source {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kBody =
    "The ministers of both lakes met in Port Azul on Monday and talked about the water of summer.";

std::string letter(std::string_view more, std::string_view body) {
  return "Received: from a by b\r\nDate: Mon, 22 Aug 2022 23:30:00 -0500\r\n"
         "From: =?utf-8?q?Jos=C3=A9_Doe?= <jo@lake.example>\r\n"
         "Subject: =?iso-8859-1?q?Caf=E9?= talks\r\n on water\r\nMessage-ID: <1@lake.example>\r\n"
         "MIME-Version: 1.0\r\n" +
         std::string(more) + "\r\n" + std::string(body);
}

class EmailTest : public SourceTest {
 protected:
  Result<record::Report> report_of(const std::string& name, const std::string& bytes) {
    const auto found = found_in({put(name, bytes)});
    if (found.size() != 1) return Error{ErrorCode::internal, "not one document", ""};
    return make_report(found[0]);
  }
};

TEST_F(EmailTest, ReadsSubjectSenderDayAndText) {
  const auto report = report_of("a.eml", letter("Content-Type: text/plain; charset=iso-8859-1\r\n"
                                                "Content-Transfer-Encoding: quoted-printable\r\n",
                                                "Caf=E9: =\r\n" + std::string(kBody)));
  ASSERT_TRUE(report) << report.error().text();
  EXPECT_EQ(report->id, "a");
  EXPECT_EQ(report->title, "Caf\u00E9 talks on water");
  EXPECT_EQ(report->byline, "Jos\u00E9 Doe");
  EXPECT_EQ(report->published, "2022-08-22");
  EXPECT_THAT(report->text, HasSubstr("Caf\u00E9: " + std::string(kBody)));
}

TEST_F(EmailTest, PrefersThePlainPartAndNamesWhatIsAttached) {
  const std::string body =
      "--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n"
      "--y\r\nContent-Type: text/plain\r\n\r\n" +
      std::string(kBody) + "\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>page</p>\r\n--y--\r\n" +
      "--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; "
      "filename=\"list.pdf\"\r\n\r\nabc\r\n--x--\r\n";
  const auto report =
      report_of("a.eml", letter("Content-Type: multipart/mixed; boundary=x\r\n", body));
  ASSERT_TRUE(report) << report.error().text();
  EXPECT_THAT(report->text, HasSubstr(std::string(kBody)));
  EXPECT_THAT(report->text, testing::Not(HasSubstr("page")));
  EXPECT_THAT(report->warnings, testing::Contains(HasSubstr("list.pdf")));
}

TEST_F(EmailTest, ReadsThePageWhereThePlainPartSaysNothing) {
  const std::string body =
      "--y\r\nContent-Type: text/plain\r\n\r\nSee the page.\r\n--y\r\n"
      "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
      // <p>The ministers of both lakes met in Port Azul on Monday and talked.</p>
      "PHA+VGhlIG1pbmlzdGVycyBvZiBib3RoIGxha2VzIG1ldCBpbiBQb3J0IEF6dWwgb24gTW9uZGF5\r\n"
      "IGFuZCB0YWxrZWQuPC9wPg==\r\n--y--\r\n";
  const auto report =
      report_of("a.eml", letter("Content-Type: multipart/alternative; boundary=y\r\n", body));
  ASSERT_TRUE(report) << report.error().text();
  EXPECT_THAT(report->text,
              HasSubstr("The ministers of both lakes met in Port Azul on Monday and talked."));
  EXPECT_EQ(report->title, "Caf\u00E9 talks on water");
}

TEST_F(EmailTest, IsToldByItsContentAndTextsAreNoLetters) {
  const auto found = found_in({put("letter", letter("", kBody)),
                               put("text", "Date: 22 August 2022\n\n" + std::string(kBody))});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].media, Media::email);
  EXPECT_NE(found[1].media, Media::email);
}

TEST_F(EmailTest, RefusesALetterWithoutText) {
  const auto report = report_of("a.eml", letter("Content-Type: image/png\r\n", "abc"));
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::bad_data);
  EXPECT_THAT(report.error().where, EndsWith("a.eml"));
}

TEST_F(EmailTest, EndsWithPartsWithinPartsHoweverDeep) {
  std::string body;
  for (int i = 0; i < 5000; ++i) {
    const std::string mark = "b" + std::to_string(i);
    body += "Content-Type: multipart/mixed; boundary=" + mark + "\r\n\r\n--" + mark + "\r\n";
  }
  const auto report = report_of("a.eml", letter("", "") + body);
  EXPECT_TRUE(!report || !report->text.empty());
}

TEST_F(EmailTest, CutsAMailboxIntoLetters) {
  const std::string one = letter("", std::string(kBody) + "\r\n>From afar they came.\r\n\r\n");
  const std::string box =
      "From jo@lake.example Mon Aug 22 09:30:00 2022\r\n" + one +
      "From x\r\nSubject: two\r\n\r\nNot this:\r\nFrom Monday on they meet.\r\n";
  for (const char* name : {"a.mbox", "sniffed"}) {
    const auto found = found_in({put(name, box)});
    EXPECT_THAT(origins(found),
                ElementsAre(std::string(name) + "#1@lake.example", std::string(name) + "#2"));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_THAT(found[0].bytes, HasSubstr("\nFrom afar they came.\n"));
    EXPECT_THAT(found[1].bytes, HasSubstr("\nFrom Monday on they meet.\n"));
    EXPECT_THAT(found[0].where, EndsWith(":1@0"));
    EXPECT_EQ(make_report(found[1])->title, "two");
  }
  EXPECT_THAT(errors_, IsEmpty());
}

TEST_F(EmailTest, SkipsALetterOverTheLimit) {
  const auto found = found_in({put("a.mbox", "From a\nSubject: big\n\n" + std::string(3000, 'x') +
                                                 "\n\nFrom b\nSubject: s\n\ny\n")},
                              {.report_limit = 1000});
  EXPECT_THAT(origins(found), ElementsAre("a.mbox#2"));
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].code, ErrorCode::too_large);
}

}  // namespace
}  // namespace rapporteur::source
