// What stands in a register is a function of the set of reports: five hundred random cases for each
// way in which the same set may come.
#include "rapporteur/store/register.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>

#include "random_cases.h"
#include "random_reports.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/query/query.h"
#include "rapporteur/resolve/resolver.h"
#include "rapporteur/service/ingest.h"
#include "rapporteur/service/rules.h"

namespace rapporteur::tests {
namespace {

using record::Reading;

constexpr unsigned kWorlds = random_cases(50);
constexpr unsigned kCasesPerWorld = 10;

class RegisterProperty : public testing::Test {
 protected:
  RegisterProperty()
      : knowledge_(resolve::plain_knowledge()), resolver_(resolve::make_resolver(*knowledge_)) {
    std::string pattern = (std::filesystem::temp_directory_path() / "property-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~RegisterProperty() override { std::filesystem::remove_all(folder_); }

  // An empty register. To make one takes longer than to fill it with these few reports, so that it
  // is made once and copied.
  store::Register fresh() {
    const std::filesystem::path empty = std::filesystem::path(folder_) / "empty.db";
    if (opened_ == 0) {
      EXPECT_TRUE(store::Register::open(empty.string()));
    }
    for (const auto& file : std::filesystem::directory_iterator(folder_)) {
      if (file.path() != empty) std::filesystem::remove(file.path());
    }
    const std::string path = folder_ + "/" + std::to_string(++opened_) + ".db";
    std::filesystem::copy_file(empty, path);
    return store::Register::open(path).value();
  }

  // In batches of random size.
  void enter(store::Register& reg, std::vector<Reading> readings, std::mt19937& random) const {
    for (std::size_t at = 0; at < readings.size();) {
      const std::size_t size = std::min<std::size_t>(1 + random() % 4, readings.size() - at);
      ASSERT_TRUE(reg.ingest({readings.data() + at, size}, *resolver_));
      at += size;
    }
  }

  std::string export_after(const std::vector<Reading>& readings) {
    store::Register reg = fresh();
    if (!readings.empty()) {
      EXPECT_TRUE(reg.ingest(readings, *resolver_));
    }
    return export_of(reg);
  }

  static std::string export_of(const store::Register& reg) {
    std::string out;
    EXPECT_TRUE(query::export_all(reg, [&out](const query::ExportRecord& record) {
      out += record.type;
      for (const query::ExportField& f : record.fields) {
        out += "|" + f.name + "=" + (f.null ? "null" : f.text);
        for (const std::string& v : f.list) out += "[" + v + "]";
      }
      out += "\n";
      return true;
    }));
    return out;
  }

  // Every case with a world of its own seed; the same on every machine.
  template <class F>
  static void for_each_case(F f) {
    for (unsigned world = 0; world < kWorlds; ++world) {
      const std::vector<Reading> readings = random_reports(world);
      for (unsigned i = 0; i < kCasesPerWorld && !HasFatalFailure(); ++i) {
        std::mt19937 random(world * kCasesPerWorld + i);
        SCOPED_TRACE("world " + std::to_string(world) + ", case " + std::to_string(i));
        f(world, readings, random);
        if (HasFailure()) return;
      }
    }
  }

  std::unique_ptr<resolve::Knowledge> knowledge_;
  std::unique_ptr<record::Resolver> resolver_;
  std::string folder_;
  int opened_ = 0;
};

TEST_F(RegisterProperty, AnyOrderAndAnyBatchesGiveTheSameExport) {
  std::string expected;
  unsigned last = kWorlds;
  std::size_t merges = 0;
  for_each_case([&](unsigned world, std::vector<Reading> readings, std::mt19937& random) {
    if (world != last) expected = export_after(readings);
    last = world;
    merges += expected.find("\nmerge|") != std::string::npos ? 1 : 0;
    std::shuffle(readings.begin(), readings.end(), random);
    store::Register reg = fresh();
    enter(reg, readings, random);
    EXPECT_EQ(export_of(reg), expected);
  });
  EXPECT_GT(merges, kWorlds * kCasesPerWorld / 2) << "most worlds have something to merge";
}

TEST_F(RegisterProperty, ForgettingEqualsNeverHavingEntered) {
  for_each_case([&](unsigned, std::vector<Reading> readings, std::mt19937& random) {
    std::shuffle(readings.begin(), readings.end(), random);
    store::Register reg = fresh();
    enter(reg, readings, random);
    std::set<std::string> forgotten;
    for (std::size_t n = 1 + random() % 3; n > 0; --n) {
      forgotten.insert(report_key(readings[random() % readings.size()].report));
    }
    const std::vector<std::string> keys(forgotten.begin(), forgotten.end());
    ASSERT_TRUE(reg.forget(keys, *resolver_));
    const std::string found = export_of(reg);
    std::erase_if(readings,
                  [&](const Reading& r) { return forgotten.contains(report_key(r.report)); });
    EXPECT_EQ(found, export_after(readings));
  });
}

// Of a report that was changed the old version tells nothing, whichever came first.
TEST_F(RegisterProperty, AChangedReportCountsOnceBeforeOrAfterItsOldVersion) {
  for_each_case([&](unsigned world, std::vector<Reading> readings, std::mt19937& random) {
    const std::vector<Reading> others = random_reports(world + kWorlds);
    const std::size_t at = random() % readings.size();
    Reading newer = others[random() % others.size()];
    newer.report.id = newer.report.origin = readings[at].report.origin;
    newer.report.published = readings[at].report.published;
    newer.report.modified = "2030-01-01";
    std::vector<Reading> after = readings;
    after.push_back(newer);
    std::vector<Reading> before = readings;
    before.insert(before.begin(), newer);
    store::Register one = fresh();
    enter(one, after, random);
    const std::string expected = export_of(one);
    store::Register two = fresh();
    enter(two, before, random);
    EXPECT_EQ(export_of(two), expected);
    EXPECT_NE(expected.find("2030-01-01"), std::string::npos);
  });
}

class IngestProperty : public RegisterProperty {
 protected:
  // A few reports of the example register, read and entered.
  std::string ingested(const std::vector<std::string>& files, unsigned threads, std::size_t batch) {
    static const Pack pack = Pack::open(RAPPORTEUR_BINARY_DIR "/rapporteur.pack").value();
    static const reader::Reader reader = reader::Reader::load(pack).value();
    static const service::Rules rules = service::Rules::load(pack).value();
    store::Register reg = fresh();
    const auto source = source::open_paths(files, {});
    service::IngestOptions how;
    how.batch.threads = threads;
    how.reports_per_transaction = batch;
    EXPECT_TRUE(service::ingest(reader, *source, reg, rules.resolver(), how, {}));
    return export_of(reg);
  }

  static std::vector<std::string> files() {
    std::vector<std::string> out;
    for (const auto& file :
         std::filesystem::directory_iterator(RAPPORTEUR_SOURCE_DIR "/examples/register/reports")) {
      if (file.path().extension() == ".txt") out.push_back(file.path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
  }
};

TEST_F(IngestProperty, AnyNumberOfThreadsGivesTheSameExport) {
  const std::vector<std::string> all = files();
  for (unsigned world = 0; world < kWorlds; ++world) {
    std::mt19937 random(world);
    // Neighbours in the list tell of the same meetings.
    const std::size_t first = random() % (all.size() - 6);
    std::vector<std::string> some(all.begin() + static_cast<std::ptrdiff_t>(first),
                                  all.begin() + static_cast<std::ptrdiff_t>(first) + 6);
    const std::string expected = ingested(some, 1, 1000);
    for (unsigned i = 0; i < kCasesPerWorld; ++i) {
      std::shuffle(some.begin(), some.end(), random);
      ASSERT_EQ(ingested(some, 1 + static_cast<unsigned>(random() % 8), 1 + random() % 7), expected)
          << "world " << world << ", case " << i;
    }
  }
}

}  // namespace
}  // namespace rapporteur::tests
