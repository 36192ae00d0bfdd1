// Reading takes time in proportion to the text, and a text of ten megabytes is read to its end.
#include <gtest/gtest.h>

#include <ctime>

#include "fixture.h"

namespace rapporteur::tests {
namespace {

// All example reports one after another, again and again.
std::string text_of(std::size_t bytes) {
  std::string all;
  for (const std::string& file : example_files()) all += read_file(file).value() + "\n\n";
  std::string out;
  while (out.size() < bytes) out += all;
  out.resize(out.rfind('\n', bytes) + 1);
  return out;
}

// The processor's seconds for reading `text`.
double seconds_for(const std::string& text) {
  const std::clock_t start = std::clock();
  const record::Reading reading = read(text);
  EXPECT_GT(reading.report.text.size(), text.size() / 2);
  EXPECT_FALSE(reading.meetings.empty());
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Three times what is linear: the rest is for caches and for a busy machine.
void expect_linear(std::size_t small_bytes, std::size_t large_bytes) {
  seconds_for(text_of(small_bytes));  // loads the tables
  const double small = seconds_for(text_of(small_bytes));
  const double large = seconds_for(text_of(large_bytes));
  EXPECT_LT(large, small * 3 * static_cast<double>(large_bytes / small_bytes)) << small << " s";
}

TEST(LongText, IsReadInTimeInProportionToItsLength) { expect_linear(128U << 10, 1U << 20); }

TEST(VeryLongText, IsReadInTimeInProportionToItsLength) { expect_linear(512U << 10, 10U << 20); }

}  // namespace
}  // namespace rapporteur::tests
