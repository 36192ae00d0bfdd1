// Reads plain reports that are drawn from grids of wordings, and compares with what they say.
//
// grids.tsv lists the grids, how many reports are drawn from each, and how many of them may still
// be misread: that number only ever falls. The reports lie in <build>/grids/<grid>, annotated like
// those of corpus/reports, so that `rapporteur evaluate` and `explain` work on them, too.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <set>
#include <sstream>

#include "annotation.h"
#include "built_reader.h"
#include "grid.h"
#include "rapporteur/base/file.h"
#include "rapporteur/base/table.h"
#include "rapporteur/service/evaluate.h"

namespace rapporteur::tests {
namespace {

namespace fs = std::filesystem;

const std::string kFolder = RAPPORTEUR_SOURCE_DIR "/tests/grids";
const std::string kPublished = "2022-08-26";
constexpr unsigned kSeed = 1;
constexpr std::size_t kShown = 5;

struct Listed {
  std::string name;
  std::size_t reports = 0;
  std::size_t may_fail = 0;
  // "organ", or "m2.participant" for one meeting: what is a matter of taste here.
  std::set<std::string> ignored;

  bool ignores(const service::Miss& miss) const {
    return ignored.contains(miss.row) || ignored.contains(miss.meeting + "." + miss.row);
  }
};

std::vector<Listed> listed_grids() {
  const std::string path = kFolder + "/grids.tsv";
  const std::string block = encode_table(read_file(path).value(), path).value();
  const Table table = Table::view(block).value();
  std::vector<Listed> out;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    Listed& grid = out.emplace_back();
    grid.name = table.at(i, "grid");
    grid.reports = std::stoul(std::string(table.at(i, "reports")));
    grid.may_fail = std::stoul(std::string(table.at(i, "may fail")));
    for_each_part(table.at(i, "ignores"), ' ', [&](auto row) { grid.ignored.emplace(row); });
  }
  return out;
}

// "0007": in the order in which they are drawn.
std::string id_of(std::size_t number) {
  std::ostringstream out;
  out << std::setw(4) << std::setfill('0') << number;
  return out.str();
}

// Empties `folder` and fills it with annotated reports. Errors: those of Grid and annotation_of.
Result<void> write_reports(const Listed& listed, const std::string& folder) {
  const Result<Grid> grid = Grid::load(kFolder, listed.name);
  if (!grid) return grid.error();
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::mt19937 random(kSeed);
  for (std::size_t i = 0; i < listed.reports; ++i) {
    const Drawn drawn = grid->draw(random);
    const std::string path = folder + "/" + id_of(i);
    const Result<std::string> annotation = annotation_of(id_of(i), kPublished, drawn.facts);
    if (!annotation) return annotation.error();
    std::ofstream(path + ".txt") << drawn.text;
    std::ofstream(path + ".json") << *annotation;
  }
  return {};
}

std::string sentence(const service::Miss& miss) {
  const auto shown = [](const std::string& value) { return value.empty() ? "nothing" : value; };
  return miss.meeting + " " + miss.row + (miss.about.empty() ? "" : " of " + miss.about) + ": " +
         shown(miss.expected) + " is said, " + shown(miss.read) + " is read";
}

class Grids : public testing::TestWithParam<Listed> {};

TEST_P(Grids, AreReadRight) {
  const Listed& grid = GetParam();
  const std::string folder = RAPPORTEUR_BINARY_DIR "/grids/" + grid.name;
  const Result<void> written = write_reports(grid, folder);
  ASSERT_TRUE(written) << written.error().text();
  const service::Evaluation evaluation = service::evaluate(built_reader(), folder).value();
  EXPECT_EQ(evaluation.reports, grid.reports);
  std::set<std::string> misread;
  std::ostringstream shown;
  for (const service::Miss& miss : evaluation.misses) {
    if (grid.ignores(miss)) continue;
    const bool first = misread.insert(miss.report).second;
    if (misread.size() > kShown) continue;
    if (first) shown << read_file(folder + "/" + miss.report + ".txt").value() << "\n";
    shown << "  " << sentence(miss) << "\n";
  }
  std::cout << grid.name << ": " << misread.size() << " of " << grid.reports
            << " reports are misread, " << grid.may_fail << " may be. In " << folder << ":\n"
            << shown.str();
  EXPECT_LE(misread.size(), grid.may_fail);
}

std::string name_of(const testing::TestParamInfo<Listed>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(All, Grids, testing::ValuesIn(listed_grids()), name_of);

}  // namespace
}  // namespace rapporteur::tests
