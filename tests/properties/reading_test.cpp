// What holds of the reading of every report: changes to a report that do not matter do not
// matter, and neither does how it is read. Tried on the example reports.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cctype>
#include <filesystem>
#include <string_view>
#include <utility>

#include "fixture.h"
#include "rapporteur/output/format.h"
#include "rapporteur/record/claim.h"
#include "rapporteur/service/batch.h"
#include "rapporteur/service/evaluate.h"

namespace rapporteur::tests {
namespace {

class Examples : public testing::TestWithParam<std::string> {
 protected:
  static std::string bytes() { return read_file(GetParam()).value(); }
};

std::string name_of(const testing::TestParamInfo<std::string>& info) {
  std::string name = std::filesystem::path(info.param).stem().string();
  std::replace_if(name.begin(), name.end(), [](char c) { return !std::isalnum(c); }, '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(Properties, Examples, testing::ValuesIn(example_files()), name_of);

std::string replaced(std::string text,
                     std::initializer_list<std::pair<std::string_view, std::string_view>> pairs) {
  for (const auto& [from, to] : pairs) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

std::string with_plain_quotes(std::string text) {
  return replaced(std::move(text), {{"“", "\""}, {"”", "\""}, {"‘", "'"}, {"’", "'"}});
}

// Opening after white space, closing elsewhere.
std::string with_typographic_quotes(const std::string& text) {
  std::string out;
  for (const char c : with_plain_quotes(text)) {
    const bool opens =
        out.empty() || std::string_view(" \n\t(").find(out.back()) != std::string::npos;
    if (c == '"') {
      out += opens ? "“" : "”";
    } else if (c == '\'') {
      out += opens ? "‘" : "’";
    } else {
      out += c;
    }
  }
  return out;
}

// "pointer = value" of every claim, with typographic quotes as plain ones.
std::vector<std::string> facts_of(const record::Reading& reading) {
  std::vector<std::string> out;
  for (const record::Claim& claim : record::claims_of(reading)) {
    out.push_back(claim.pointer + " = " + with_plain_quotes(claim.value));
  }
  return out;
}

TEST_P(Examples, KeepTheirFactsWhenAnUnrelatedParagraphFollows) {
  const record::Reading alone = read(bytes());
  const record::Reading longer =
      read(bytes() +
           "\n\nThe botanical garden opens at nine. Children under six pay nothing, and "
           "picnic tables stand under the old chestnut trees.\n");
  EXPECT_EQ(facts_of(alone), facts_of(longer));
  EXPECT_EQ(alone.meetings, longer.meetings);
}

TEST_P(Examples, SayTheSameWhenAccentsAreWrittenApart) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  ASSERT_TRUE(U_SUCCESS(status));
  std::string apart;
  nfd->normalize(icu::UnicodeString::fromUTF8(bytes()), status).toUTF8String(apart);
  EXPECT_EQ(read(bytes()), read(apart));
}

TEST_P(Examples, StateTheSameFactsInPlainAndInTypographicQuotes) {
  EXPECT_EQ(facts_of(read(with_plain_quotes(bytes()))),
            facts_of(read(with_typographic_quotes(bytes()))));
}

TEST_P(Examples, SayTheSameWithTheLineEndsOfOtherSystems) {
  EXPECT_EQ(read(bytes()), read(replaced(bytes(), {{"\n", "\r\n"}})));
}

TEST_P(Examples, SayTheSameWhenReadAgainAfterOthers) {
  Scratch scratch;
  const record::Reading first = read(bytes(), "report", scratch);
  for (const std::string& other : example_files()) read(read_file(other).value(), "other", scratch);
  EXPECT_EQ(read(bytes(), "report", scratch), first);
}

TEST_P(Examples, HaveEvidenceInsideTheTextForEveryFact) {
  const record::Reading reading = read(bytes());
  const std::string& text = reading.report.text;
  const auto on_character_start = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  for (const record::Claim& claim : record::claims_of(reading)) {
    for (const ByteSpan span : claim.evidence) {
      ASSERT_LT(span.begin, span.end) << claim.pointer;
      ASSERT_LE(span.end, text.size()) << claim.pointer;
      EXPECT_TRUE(on_character_start(span.begin) && on_character_start(span.end)) << claim.pointer;
    }
  }
  EXPECT_EQ(service::count_evidence_faults(reading), 0U);
}

// Else the tests above would compare nothing with nothing.
TEST(AllExamples, StateMeetingsInMostCases) {
  const std::vector<std::string> files = example_files();
  const auto with_meeting = std::count_if(files.begin(), files.end(), [](const std::string& file) {
    return !read(read_file(file).value()).meetings.empty();
  });
  EXPECT_GE(with_meeting * 4, static_cast<std::ptrdiff_t>(files.size()) * 3);
}

// All examples through the batch, as JSON lines.
std::string batch(unsigned threads) {
  const auto source = source::open_paths(example_files(), {});
  service::BatchOptions options;
  options.threads = threads;
  std::string out;
  service::read_all(
      built_reader(), *source, options,
      [](const record::Reading& reading, std::string& line) {
        output::find_format<record::Reading>("jsonl")->write(reading, {}, line);
      },
      [&out](service::Outcome&& outcome) {
        EXPECT_TRUE(outcome.reading);
        out += outcome.rendered;
        return true;
      });
  return out;
}

TEST(Batch, WritesTheSameBytesOnOneThreadAndOnEight) { EXPECT_EQ(batch(1), batch(8)); }

TEST(Batch, ReadsEachReportAsIfItWereAlone) {
  std::string alone;
  for (const std::string& file : example_files()) {
    const auto source = source::open_paths({file}, {});
    const record::Report report = source::make_report(source->next()->value()).value();
    Scratch scratch;
    const auto* jsonl = output::find_format<record::Reading>("jsonl");
    jsonl->write(built_reader().read(report, scratch), {}, alone);
  }
  EXPECT_EQ(batch(8), alone);
}

}  // namespace
}  // namespace rapporteur::tests
