// The corpus of corpus/time/: how many of its cases come out exactly right.
#include <iostream>
#include <map>

#include "words_of_time.h"

namespace rapporteur::time {
namespace {

struct Tally {
  int right = 0;
  int all = 0;
  [[nodiscard]] double share() const { return all == 0 ? 0 : static_cast<double>(right) / all; }
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
std::string found_in(const std::string& text, const Anchor& anchor) {
  const text::Document document(text);
  std::string out;
  for (const Expression& e : find(document, anchor)) {
    if (!is_date(e.kind)) continue;
    if (!out.empty()) out += " ; ";
    out += std::string(document.slice(e.span)) + " =";
    if (!e.edtf.empty()) out += " " + e.edtf;
  }
  return out;
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
    const std::string found = found_in(text, anchor);
    const bool right = found == table.at(row, "expected");
    for (Tally* tally : {&sets_[set], &phenomena_[phenomenon]}) {
      tally->all += 1;
      tally->right += right ? 1 : 0;
    }
    // Cases held out are counted, never shown: rules must not be written after them.
    if (!right && set == "tune") {
      std::cout << "cases.tsv:" << table.line(row) << ": " << text << "\n  expected "
                << table.at(row, "expected") << "\n  found    " << found << "\n";
    }
  }

  std::string block_;
  std::map<std::string, Tally> sets_;
  std::map<std::string, Tally> phenomena_;
};

TEST_F(Corpus, is_large_and_a_third_of_it_is_held_out) {
  const int all = sets_["tune"].all + sets_["held"].all;
  EXPECT_GE(all, 440);
  EXPECT_GE(sets_["held"].all * 10, all * 3);
  int negatives = 0;
  for (const auto& [name, tally] : phenomena_) {
    if (name.starts_with("negative-")) negatives += tally.all;
  }
  EXPECT_GE(negatives, 100);
}

TEST_F(Corpus, comes_out_right_above_its_floors) {
  for (const auto& [name, tally] : phenomena_) {
    std::cout << name << ": " << tally.right << " of " << tally.all << "\n";
  }
  std::cout << "tune " << sets_["tune"].share() << ", held out " << sets_["held"].share() << "\n";
  EXPECT_GE(sets_["tune"].share(), 0.98);
  EXPECT_GE(sets_["held"].share(), 0.93);
}

}  // namespace
}  // namespace rapporteur::time
