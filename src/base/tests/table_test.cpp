#include "rapporteur/base/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace rapporteur {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kStates =
    "# Source: nobody.\n"
    "code\tname\tnote\n"
    "UZ\tUzbekistan\tdouble landlocked\n"
    "\n"
    "# a remark between rows\n"
    "CI\tC\xC3\xB4te d'Ivoire\n"
    "TV\t\tno name\n";

// The block must outlive the table.
Table view(const std::string& block) {
  const Result<Table> table = Table::view(block);
  EXPECT_TRUE(table) << table.error().text();
  return table ? *table : Table();
}

Error error_of(std::string_view tsv) {
  const Result<std::string> block = encode_table(tsv, "t.tsv");
  EXPECT_FALSE(block) << tsv;
  return block ? Error{} : block.error();
}

TEST(Table, GivesBackItsCells) {
  const std::string block = *encode_table(kStates, "states.tsv");
  const Table table = view(block);
  ASSERT_EQ(table.rows(), 3U);
  ASSERT_EQ(table.columns(), 3U);
  EXPECT_EQ(table.column_name(1), "name");
  EXPECT_EQ(table.at(0, 0), "UZ");
  EXPECT_EQ(table.at(1, "name"), "C\xC3\xB4te d'Ivoire");
  EXPECT_EQ(table.at(2, 1), "");
  EXPECT_EQ(table.at(2, "note"), "no name");
}

TEST(Table, PadsShortRows) {
  const std::string block = *encode_table(kStates, "states.tsv");
  EXPECT_EQ(view(block).at(1, "note"), "");
}

TEST(Table, KnowsTheLineOfEachRow) {
  const std::string block = *encode_table(kStates, "states.tsv");
  const Table table = view(block);
  EXPECT_EQ(table.line(0), 3U);
  EXPECT_EQ(table.line(1), 6U);
  EXPECT_EQ(table.line(2), 7U);
}

TEST(Table, HasNoUnknownColumn) {
  const std::string block = *encode_table(kStates, "states.tsv");
  const Table table = view(block);
  EXPECT_EQ(table.column("nam"), Table::npos);
  EXPECT_EQ(table.at(0, "nam"), "");
}

TEST(Table, MayHaveAHeaderAlone) {
  const std::string block = *encode_table("a\tb\n", "t.tsv");
  const Table table = view(block);
  EXPECT_EQ(table.rows(), 0U);
  EXPECT_EQ(table.columns(), 2U);
}

TEST(Table, TakesWindowsLineEndsAndAMissingLastOne) {
  const std::string block = *encode_table("a\tb\r\n1\t2\r\n3\t4", "t.tsv");
  const Table table = view(block);
  ASSERT_EQ(table.rows(), 2U);
  EXPECT_EQ(table.at(0, "b"), "2");
  EXPECT_EQ(table.at(1, "b"), "4");
}

TEST(Table, NamesTheLineWithTooManyCells) {
  EXPECT_EQ(error_of("a\tb\n1\t2\n\n1\t2\t3\n").where, "t.tsv:4");
  EXPECT_EQ(error_of("a\tb\n1\t2\t3\n").code, ErrorCode::bad_data);
}

TEST(Table, NeedsAHeader) {
  EXPECT_EQ(error_of("").code, ErrorCode::bad_data);
  EXPECT_EQ(error_of("# only a remark\n").code, ErrorCode::bad_data);
}

TEST(Table, RefusesWhatIsNotUtf8) {
  const std::vector<std::string> wrong = {
      "\x80",              // continues nothing
      "\xC3",              // cut short
      "\xC3(",             // continued by a letter
      "\xC0\xAF",          // an overlong "/"
      "\xE0\x80\xAF",      // an overlong "/" of three bytes
      "\xF0\x80\x80\xAF",  // and of four
      "\xED\xA0\x80",      // half of a surrogate pair
      "\xF4\x90\x80\x80",  // above U+10FFFF
      "\xFF",
  };
  for (const std::string& bytes : wrong) {
    const Error error = error_of("a\n" + bytes + "\n");
    EXPECT_EQ(error.code, ErrorCode::bad_data);
    EXPECT_EQ(error.where, "t.tsv:2");
  }
}

TEST(Table, TakesEveryLengthOfUtf8) {
  const std::string text =
      "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBD\xF0\x90\x80\x80\xF4\x8F\xBF\xBF";
  const std::string block = *encode_table("a\n" + text + "\n", "t.tsv");
  EXPECT_EQ(view(block).at(0, "a"), text);
}

TEST(Table, CanBeViewedWhereItLies) {
  const std::string block = *encode_table(kStates, "states.tsv");
  const std::string moved = "x" + block;  // at an odd address
  const Result<Table> table = Table::view(std::string_view(moved).substr(1));
  ASSERT_TRUE(table);
  EXPECT_EQ(table->at(0, "code"), "UZ");
}

TEST(Table, CutAtAnyByteIsDamaged) {
  const std::string block = *encode_table(kStates, "states.tsv");
  for (std::size_t size = 0; size < block.size(); ++size) {
    const Result<Table> table = Table::view(std::string_view(block).substr(0, size));
    ASSERT_FALSE(table) << "cut at " << size;
    EXPECT_EQ(table.error().code, ErrorCode::damaged);
  }
}

TEST(Table, WithAnyByteChangedIsDamagedOrReadable) {
  const std::string block = *encode_table(kStates, "states.tsv");
  for (std::size_t at = 0; at < block.size(); ++at) {
    for (const char value : {'\0', '\x01', '\x7F', '\xFF'}) {
      std::string broken = block;
      broken[at] = value;
      const Result<Table> table = Table::view(broken);
      if (!table) continue;
      std::size_t bytes = 0;
      for (std::size_t row = 0; row < table->rows(); ++row) {
        for (std::size_t c = 0; c < table->columns(); ++c) bytes += table->at(row, c).size();
      }
      EXPECT_LE(bytes, block.size());
    }
  }
}

TEST(ForEachPart, TrimsAndSkipsWhatIsEmpty) {
  std::vector<std::string> parts;
  const auto collect = [&](std::string_view part) { parts.emplace_back(part); };
  for_each_part("a; b c ;; ;d", ';', collect);
  EXPECT_THAT(parts, ElementsAre("a", "b c", "d"));
  parts.clear();
  for_each_part("", ';', collect);
  for_each_part(" ; ", ';', collect);
  EXPECT_THAT(parts, IsEmpty());
}

}  // namespace
}  // namespace rapporteur
