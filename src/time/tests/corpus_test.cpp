// The corpus of corpus/time/: how many of its dates come out exactly right.
#include <algorithm>
#include <array>
#include <iostream>
#include <map>

#include "words_of_time.h"

namespace rapporteur::time {
namespace {

double share(int part, int all) { return all == 0 ? 1 : static_cast<double>(part) / all; }

struct Date {
  std::string words;
  std::string value;
};

struct Tally {
  int cases = 0;
  int right = 0;  // cases with exactly the dates expected
  int expected = 0;
  int found = 0;
  int extents = 0;  // found with the words expected
  int values = 0;   // of these, with the value expected
  [[nodiscard]] double exact() const { return share(right, cases); }
  [[nodiscard]] double extent_f1() const { return share(2 * extents, expected + found); }
  [[nodiscard]] double value_accuracy() const { return share(values, expected); }
};

std::string with_line_ends(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
    out += escape ? '\n' : text[i];
    i += escape ? 1 : 0;
  }
  return out;
}

// "words = EDTF ; words = EDTF", as the column `expected` writes it.
std::vector<Date> expected_in(std::string_view column) {
  std::vector<Date> out;
  while (!column.empty()) {
    const std::size_t end = column.find(" ; ");
    const std::string_view one = column.substr(0, end);
    const std::size_t sign = one.rfind(" =");
    Date date{with_line_ends(one.substr(0, sign)), {}};
    if (sign != std::string_view::npos && sign + 3 <= one.size()) date.value = one.substr(sign + 3);
    out.push_back(std::move(date));
    column.remove_prefix(end == std::string_view::npos ? column.size() : end + 3);
  }
  return out;
}

std::vector<Date> found_in(const std::string& text, const Anchor& anchor) {
  const text::Document document(text);
  std::vector<Date> out;
  for (const Expression& e : find(document, anchor)) {
    if (is_date(e.kind)) out.push_back({std::string(document.slice(e.span)), e.edtf});
  }
  return out;
}

std::string column_of(const std::vector<Date>& dates) {
  std::string out;
  for (const Date& date : dates) {
    if (!out.empty()) out += " ; ";
    out += date.words + " =" + (date.value.empty() ? "" : " ") + date.value;
  }
  return out;
}

// Both lists are in the order of the text, so that equal words are matched in that order.
void compare(const std::vector<Date>& expected, const std::vector<Date>& found, Tally& tally) {
  std::size_t next = 0;
  for (const Date& date : expected) {
    const auto same = [&](const Date& other) { return other.words == date.words; };
    const auto at =
        std::find_if(found.begin() + static_cast<std::ptrdiff_t>(next), found.end(), same);
    if (at == found.end()) continue;
    next = static_cast<std::size_t>(at - found.begin()) + 1;
    tally.extents += 1;
    tally.values += at->value == date.value ? 1 : 0;
  }
  tally.expected += static_cast<int>(expected.size());
  tally.found += static_cast<int>(found.size());
}

class Corpus : public testing::Test {
 protected:
  void SetUp() override {
    const std::string path = RAPPORTEUR_SOURCE_DIR "/corpus/time/cases.tsv";
    const auto tsv = read_file(path);
    ASSERT_TRUE(tsv.has_value()) << tsv.error().text();
    const auto block = encode_table(*tsv, path);
    ASSERT_TRUE(block.has_value()) << block.error().text();
    block_ = *block;
    const auto table = Table::view(block_);
    ASSERT_TRUE(table.has_value());
    for (std::size_t row = 0; row < table->rows(); ++row) count(*table, row);
  }

  void count(const Table& table, std::size_t row) {
    const std::string set(table.at(row, "set"));
    const std::string phenomenon(table.at(row, "phenomenon"));
    const std::string text = with_line_ends(table.at(row, "text"));
    const Anchor anchor{std::string(table.at(row, "date")), std::string(table.at(row, "country"))};
    const std::vector<Date> expected = expected_in(table.at(row, "expected"));
    const std::vector<Date> found = found_in(text, anchor);
    const bool right = column_of(found) == column_of(expected);
    const std::string kind = phenomenon.starts_with("negative-") ? "negatives" : "dates";
    for (const std::string& name : {set, set + " " + kind, set + " " + phenomenon}) {
      Tally& tally = tallies_[name];
      tally.cases += 1;
      tally.right += right ? 1 : 0;
      compare(expected, found, tally);
    }
    // Cases held out are counted, never shown: rules must not be written after them.
    if (!right && set == "tune") {
      std::cout << "cases.tsv:" << table.line(row) << ": [" << anchor.date << " " << anchor.country
                << "] " << text << "\n  expected " << column_of(expected) << "\n  found    "
                << column_of(found) << "\n";
    }
  }

  Tally& tally(const std::string& name) { return tallies_[name]; }

  std::string block_;
  std::map<std::string, Tally> tallies_;  // by set, kind and phenomenon
};

TEST_F(Corpus, is_large_and_a_third_of_it_is_held_out) {
  const int all = tally("tune").cases + tally("held").cases;
  EXPECT_GE(all, 1200);
  EXPECT_GE(tally("held").cases * 10, all * 3);
  EXPECT_GE(tally("tune negatives").cases + tally("held negatives").cases, 300);
}

TEST_F(Corpus, comes_out_right_above_its_floors) {
  for (const auto& [name, t] : tallies_) {
    std::cout << name << ": " << t.right << " of " << t.cases << " cases, extent F1 "
              << t.extent_f1() << ", values " << t.value_accuracy() << "\n";
  }
  EXPECT_GE(tally("tune").value_accuracy(), 0.97);
  EXPECT_GE(tally("tune").extent_f1(), 0.97);
  EXPECT_GE(tally("tune negatives").exact(), 0.99);
  EXPECT_GE(tally("held").value_accuracy(), 0.95);
  EXPECT_GE(tally("held").extent_f1(), 0.95);
  EXPECT_GE(tally("held negatives").exact(), 0.95);
}

}  // namespace
}  // namespace rapporteur::time
