// Every format against a stored output of its own (tests/golden/). To accept what a changed
// format writes, run the test with RAPPORTEUR_ACCEPT=1 and look at the difference.
#include "rapporteur/output/format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "rapporteur/base/file.h"
#include "rapporteur/output/printable.h"
#include "sample.h"

namespace rapporteur::output {
namespace {

using testing::HasSubstr;

template <class T>
std::string written(std::string_view format, const std::vector<T>& values,
                    const Options& options = {}) {
  const Format<T>* found = find_format<T>(format);
  if (found == nullptr) return "no such format";
  std::string out;
  if (found->begin != nullptr) found->begin(options, out);
  if (found->header != nullptr) found->header(values.front(), options, out);
  for (const T& value : values) found->write(value, options, out);
  if (found->end != nullptr) found->end(options, out);
  return out;
}

void expect_golden(const std::string& name, const std::string& bytes) {
  const std::string path = RAPPORTEUR_SOURCE_DIR "/src/output/tests/golden/" + name;
  if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) {
    ASSERT_TRUE(write_file(path, bytes));
  }
  const Result<std::string> golden = read_file(path);
  ASSERT_TRUE(golden) << golden.error().text();
  EXPECT_EQ(*golden, bytes);
}

Row row(std::string name, std::optional<int> ordinal, std::vector<std::string> states) {
  Row out;
  out.text("name", std::move(name));
  ordinal ? out.integer("ordinal", *ordinal) : out.text("ordinal", "");
  out.list("states", std::move(states));
  out.cells.push_back({"disputed", true});
  out.cells.push_back({"confidence", 0.25});
  return out;
}

std::vector<Row> rows() {
  return {row("Plain", 3, {"CN", "IN"}), row("Tab\there, \"quote\"\nline|bar \\", std::nullopt, {}),
          row("=SUM(A1)", -1, {"a; b"})};
}

Timeline timeline() {
  const Timeline::Event held{"m-1",
                             "3rd <session>",
                             "Port Azul, Ruritania",
                             "2021-05-05",
                             "5 May 2021",
                             "held",
                             "",
                             18752,
                             18752,
                             2};
  const Timeline::Event due{"",
                            "4th session due",
                            "",
                            "2022-05/2022-06",
                            "May \u2013 June 2022",
                            "due",
                            "once a year",
                            19113,
                            19173,
                            0};
  const Timeline::Event undated{"m-2", "talks", "", "", "", "announced", "", 0, 0, 1};
  Timeline out{"s-1", "Lake & Sea", "2 entries", {{"2021", 18628}, {"2022", 18993}}, 19358, {}, {}};
  out.lanes = {{"Lake Talks", {held, due}}};
  out.undated = {undated};
  return out;
}

// What a conclusion looks like, with sentences as sources and something below it.
Page concluded() {
  const Citation source{"lake.txt",
                        "Lake Talks",
                        "/meetings/0/when",
                        {"5 May", "were held"},
                        "Azul Post",
                        "2021-05-06",
                        "The talks were held on 5 May."};
  Page::Fact fact{"Due", "May 2022", {source}, 2, true, "the talks come every year", {}};
  fact.details.push_back({"expected", "Ada O'Neil <minister>", {source}});
  Page out{"s-1", "Brief", {{"Next", {fact}, "As of today."}}, "1 session", timeline()};
  return out;
}

Page page() {
  const Citation first{"lake.txt", "Lake *Talks*", "/meetings/0/when", {"5 May 2021"}};
  const Citation second{"other.txt", "", "/meetings/0/when", {"on the\n5th", "of May"}};
  return {"meeting:1",
          "Lake Talks",
          {{"", {{"when", "2021-05-05", {first, second}}, {"place", "Port_Azul", {second}}}},
           {"Nothing here", {}},
           {"Agenda", {{"", "data | trade", {first}}, {"", "unsourced", {}}}}}};
}

TEST(ReadingFormats, WriteEveryFieldAsStored) {
  expect_golden("reading.jsonl", written<record::Reading>("jsonl", {sample_reading()}));
  expect_golden("reading-mentions.jsonl",
                written<record::Reading>("jsonl", {sample_reading()}, {.mentions = true}));
  expect_golden("reading.txt",
                written<record::Reading>("text", {sample_reading()}, {.mentions = true}));
}

TEST(ReadingFormats, WriteNullsAndEmptyListsForAReadingThatSaysNothing) {
  record::Reading silent;
  silent.engine = "0.1.0+abc";
  silent.report.id = silent.report.origin = "silent";
  silent.report.digest = "sha256:" + std::string(64, '0');
  expect_golden("reading-empty.jsonl", written<record::Reading>("jsonl", {silent}));
}

TEST(ReadingFormats, WriteOneDocumentOfSeveralReports) {
  record::Reading silent;
  silent.report.id = silent.report.origin = "silent";
  expect_golden("reading.html",
                written<record::Reading>("html", {sample_reading(), silent}, {.mentions = true}));
}

// All that `attribute="` of `html` is followed by, up to the next quotation mark.
std::multiset<std::string> values_of(std::string_view attribute, std::string_view html) {
  const std::string opening = " " + std::string(attribute) + "=\"";
  std::multiset<std::string> out;
  for (std::size_t at = html.find(opening); at != html.npos; at = html.find(opening, at + 1)) {
    const std::string_view rest = html.substr(at + opening.size());
    out.emplace(rest.substr(0, rest.find('"')));
  }
  return out;
}

TEST(ReadingFormats, LeadFromEveryValueToItsWordsAndBack) {
  const std::string html = written<record::Reading>("html", {sample_reading()}, {.mentions = true});
  const std::multiset<std::string> anchors = values_of("id", html);
  std::size_t places = 0;
  for (const std::string& anchor : anchors) EXPECT_EQ(anchors.count(anchor), 1U) << anchor;
  for (const std::string& address : values_of("href", html)) {
    ASSERT_TRUE(address.starts_with("#")) << address;
    EXPECT_EQ(anchors.count(address.substr(1)), 1U) << address;
    places += address.find("-w") != address.npos ? 1U : 0U;
  }
  EXPECT_GT(places, 20U);
}

TEST(ReadingFormats, LetNoWordsOfAReportBecomeMarkupOrAddresses) {
  constexpr const char* kHostile = "<script>alert(1)</script>\"><img src=x>";
  record::Reading reading = sample_reading();
  record::Report& report = reading.report;
  report.id = report.title = report.publisher = report.byline = report.published = kHostile;
  report.agency = report.language = reading.engine = kHostile;
  report.origin = "javascript:alert(1)//\"onclick=x";
  report.text.replace(0, 4, "<b> ");
  report.left_out = {{0, kHostile, kHostile}, {5000, kHostile, kHostile}};
  reading.warnings = report.warnings = {kHostile};
  record::Meeting& m = reading.meetings[0];
  m.id = reading.meetings[1].id = kHostile;
  *m.name.value = *m.place.value = *m.participants[0].person.value = kHostile;
  *m.participants[0].offices.value = m.agenda[0].topics = {kHostile};
  *m.agenda[0].text.value = *m.outcomes[0].text.value = *m.instruments[0].name.value = kHostile;
  m.outcomes[0].act = m.outcomes[0].actor = m.links[0].to = kHostile;
  reading.positions[0].act = reading.positions[0].actor = reading.mentions[0].value = kHostile;
  *reading.holdings[0].person.value = kHostile;
  const std::string html = written<record::Reading>("html", {reading}, {.mentions = true});
  for (const char* words : {"<script", "<img", "<b> ", "\"onclick"}) {
    EXPECT_THAT(html, Not(HasSubstr(words)));
  }
  EXPECT_EQ(values_of("lang", html), std::multiset<std::string>{"en"});
  for (const std::string& address : values_of("href", html)) EXPECT_EQ(address.front(), '#');
}

TEST(ReadingFormats, LeaveMentionsOutUnlessAskedFor) {
  EXPECT_THAT(written<record::Reading>("jsonl", {sample_reading()}),
              Not(HasSubstr("\"mentions\"")));
}

TEST(ReadingFormats, RoundConfidenceToTwoDecimals) {
  record::Reading reading;
  record::Holding holding;
  for (const float confidence : {0.995F, 0.994F, 0.0F, 1.0F, 1.0F / 3}) {
    holding.person = fact<std::string>("Ada", "Ada", confidence);
    reading.holdings.push_back(holding);
  }
  const std::string line = written<record::Reading>("jsonl", {reading});
  for (const char* shown : {"1.0}", "0.99}", "0.0}", "0.33}"}) {
    EXPECT_THAT(line, HasSubstr("\"confidence\":{\"person\":" + std::string(shown)));
  }
}

TEST(ReadingFormats, KeepOneReadingOnOneLineWhateverItsTextHolds) {
  record::Reading reading;
  reading.report.text = "a\n\"b\"\\\t\x01 \xE2\x80\xA8 \xF0\x9F\x98\x80";
  const std::string line = written<record::Reading>("jsonl", {reading});
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  EXPECT_THAT(line, HasSubstr(R"("text":"a\n\"b\"\\\t\u0001 )"
                              "\xE2\x80\xA8 \xF0\x9F\x98\x80\""));
}

TEST(ReportFormats, WriteWhatTheSourceLayerMade) {
  expect_golden("report.jsonl", written<record::Report>("jsonl", {sample_report()}));
}

TEST(RowFormats, WriteListsAsStored) {
  expect_golden("rows.jsonl", written<Row>("jsonl", rows()));
  expect_golden("rows.csv", written<Row>("csv", rows()));
  expect_golden("rows.md", written<Row>("markdown", rows()));
  expect_golden("rows.txt", written<Row>("text", rows()));
}

TEST(PageFormats, NumberEachSourceOnceAndQuoteItsWords) {
  expect_golden("page.md", written<Page>("markdown", {page()}));
  expect_golden("page.txt", written<Page>("text", {page()}));
  expect_golden("page.jsonl", written<Page>("jsonl", {page()}));
}

TEST(PageFormats, MarkWhatIsConcludedAndQuoteWholeSentences) {
  expect_golden("concluded.md", written<Page>("markdown", {concluded()}));
  expect_golden("concluded.txt", written<Page>("text", {concluded()}));
  expect_golden("concluded.jsonl", written<Page>("jsonl", {concluded()}));
  expect_golden("concluded.html", written<Page>("html", {concluded(), page()}));
}

TEST(TimelineFormats, AreWrittenAsStored) {
  expect_golden("timeline.svg", written<Timeline>("svg", {timeline()}));
  expect_golden("timeline.txt", written<Timeline>("text", {timeline()}));
  expect_golden("timeline.jsonl", written<Timeline>("jsonl", {timeline()}));
}

TEST(TimelineFormats, CountWhatNobodyCanRead) {
  Timeline crowded = timeline();
  for (int i = 0; i < 100; ++i) crowded.lanes[0].events.push_back(crowded.lanes[0].events[0]);
  const std::string drawing = written<Timeline>("svg", {crowded});
  EXPECT_THAT(drawing, HasSubstr("<title>2021: 101 events</title>"));
  EXPECT_THAT(drawing, Not(HasSubstr("circle")));
}

TEST(PageFormats, LetNoWordsOfAReportBecomeMarkup) {
  const Page hostile{"", "<script>", {{"", {{"", "[x](javascript:y) # `z`", {}}}}}};
  const std::string text = written<Page>("markdown", {hostile});
  EXPECT_THAT(text, HasSubstr("# \\<script\\>"));
  EXPECT_THAT(text, HasSubstr("\\[x\\](javascript:y) \\# \\`z\\`"));
  const std::string html = written<Page>("html", {hostile});
  EXPECT_THAT(html, HasSubstr("<h1>&lt;script&gt;</h1>"));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
}

Event event() {
  Event out;
  out.id = "m-0000000000000001";
  out.first_day = "2024-02-28";
  out.last_day = "2024-02-29";
  out.stamp_day = "2024-03-01";
  out.sequence = 2;
  out.summary =
      "Lake Talks, 3rd; with \"quotes\" and a name that is long enough to be folded 🕊🕊🕊";
  out.description = "Agenda:\n- data, trade\n- bell\x07 and\rreturn";
  out.location = "Port Azul, RU";
  out.category = "talks";
  out.address = "https://example.org/a?b=c&d=e";
  out.dates = "2024-02-28/2024-02-29";
  return out;
}

TEST(EventFormats, WriteDaysWhoseEndIsTheDayAfter) {
  Event cancelled = event();
  cancelled.standing = Event::Standing::cancelled;
  cancelled.first_day = cancelled.last_day = "2023-12-31";
  cancelled.description = cancelled.location = cancelled.category = cancelled.address = "";
  Event vague = event();
  vague.standing = Event::Standing::tentative;
  expect_golden("events.ics", written<Event>("ics", {event(), cancelled, vague}));
}

TEST(EventFormats, GiveAValidCalendarWithoutEvents) {
  const std::string calendar = written<Event>("ics", {});
  EXPECT_THAT(calendar, testing::StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  EXPECT_THAT(calendar, testing::EndsWith("\r\nEND:VCALENDAR\r\n"));
}

TEST(NetworkFormats, WritePeopleAndTiesAndNothingThatXmlForbids) {
  const std::vector<Network> parts = {
      {Network::Person{"p-1", "Ada <O'Neil> & \"Co\"", "RU", ""}},
      {Network::Person{"p-2", "Bo\x01\ttab\nline", "", "Lake Union"}},
      {Network::Tie{"p-1", "p-2", 3, "2021-05-05", ""}},
  };
  expect_golden("network.graphml", written<Network>("graphml", parts));
}

TEST(NetworkFormats, BringBackTabsAndLineEnds) {
  const std::string xml =
      written<Network>("graphml", {{Network::Person{"p", "a\tb\nc\rd \xEF\xBF\xBF \xFF", "", ""}}});
  EXPECT_THAT(xml, HasSubstr(">a&#9;b&#10;c&#13;d \uFFFD \\xff</data>"));
}

Node node() {
  Node inner;
  inner.text("@type", "schema:Place");
  inner.text("name", "");
  inner.text("name", "Port \"Azul\"");
  Node out;
  out.text("@id", "urn:rapporteur:m-1");
  out.integer("ordinal", 3);
  out.object("location", inner);
  out.object("nothing", Node{});
  out.texts("about", {"data", "trade\n"});
  out.texts("nobody", {});
  out.objects("hasTarget", {inner, inner});
  return out;
}

TEST(NodeFormats, LeaveOutWhatIsEmptyAndNestTheRest) {
  expect_golden("nodes.jsonl", written<Node>("jsonl", {node(), node()}));
  expect_golden("nodes.jsonld", written<Node>("jsonld", {node(), node()}));
}

TEST(ErrorFormats, SayWhereAndWhatOnOneLine) {
  const Error error{ErrorCode::bad_data, "is no JSON", "a\nb.jsonl:3@17"};
  EXPECT_EQ(written<Error>("text", {error}), "rapporteur: a\\x0ab.jsonl:3@17: is no JSON\n");
  EXPECT_EQ(written<Error>("jsonl", {error}),
            "{\"error\":{\"code\":\"bad_data\",\"message\":\"is no JSON\","
            "\"where\":\"a\\\\x0ab.jsonl:3@17\"}}\n");
  EXPECT_EQ(written<Note>("text", {{error}}), "rapporteur: a\\x0ab.jsonl:3@17: note: is no JSON\n");
  EXPECT_THAT(written<Note>("jsonl", {{{ErrorCode::io, "m", ""}}}),
              HasSubstr("{\"note\":{\"code\":\"io\",\"message\":\"m\",\"where\":null}}"));
}

TEST(StatisticsFormats, HaveAllCounts) {
  EXPECT_EQ(
      written<Statistics>("json", {{3, 1000, 0.12345, 42, 1, 2}}),
      "{\"reports\":3,\"bytes\":1000,\"seconds\":0.123,\"facts\":42,\"errors\":1,\"unread\":2}\n");
}

TEST(Formats, AreListedByNameWithoutRepeats) {
  std::set<std::string_view> names;
  for (const auto* format : formats_of<Row>()) {
    EXPECT_TRUE(names.insert(format->name).second);
    EXPECT_FALSE(format->summary.empty());
  }
  EXPECT_THAT(names, testing::ElementsAre("csv", "jsonl", "markdown", "text"));
  EXPECT_EQ(find_format<Row>("xml"), nullptr);
}

TEST(Printable, EscapesControlsAndBrokenBytesAndKeepsTheRest) {
  EXPECT_EQ(printable("plain é 中 \xF0\x9F\x98\x80"), "plain é 中 \xF0\x9F\x98\x80");
  EXPECT_EQ(printable("\x1b[31m\x7f"), "\\x1b[31m\\x7f");
  EXPECT_EQ(printable("a\xFF\xC3"), "a\\xff\\xc3");
  EXPECT_EQ(printable("\xC2\x9B"), "\\xc2\\x9b") << "a C1 control is a control";
  EXPECT_EQ(printable("\xED\xA0\x80"), "\\xed\\xa0\\x80") << "a surrogate is no character";
  EXPECT_EQ(printable("\xC0\xAF"), "\\xc0\\xaf") << "overlong";
}

TEST(Readable, KeepsTextAsItIsAndEscapesBytesThatAreNone) {
  EXPECT_EQ(readable("line\nbreak \xF0\x9F\x98\x80"), "line\nbreak \xF0\x9F\x98\x80");
  EXPECT_EQ(readable("a\xFF\n"), "a\\xff\\x0a");
}

TEST(AsWords, ShowsIdsAsPeopleWriteThem) {
  EXPECT_EQ(as_words("call_for"), "call for");
  EXPECT_EQ(as_words("agree"), "agree");
}

}  // namespace
}  // namespace rapporteur::output
