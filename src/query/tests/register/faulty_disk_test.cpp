// Whatever write or flush fails: a clear error, and nothing that was confirmed is lost.
#include "faulty_disk.h"

#include <gmock/gmock.h>

#include "fixture.h"
#include "random_world.h"

namespace rapporteur {
namespace {

using record::Reading;
using testing::FaultyDisk;
using Fault = FaultyDisk::Fault;

class FaultyDiskTest : public testing::RegisterTest {
 protected:
  FaultyDiskTest() { FaultyDisk::mount(); }
  ~FaultyDiskTest() override {
    FaultyDisk::disarm();
    FaultyDisk::unmount();
  }

  void SetUp() override {
    world_ = testing::random_world(3);
    first_ = {world_.begin(), world_.begin() + 8};
    {
      store::Register reg = open("before.db");
      enter(reg, first_);
      before_ = export_of(reg);
    }
    store::Register reg = open("after.db");
    enter(reg, first_);
    enter(reg, world_);
    after_ = export_of(reg);
  }

  // Lets the `number`-th operation of entering everything fail. False if there were not so many.
  bool fail_at(Fault fault, int number) {
    const std::string name = "faulty.db";
    for (const char* const ending : {"", "-wal", "-shm"}) {
      std::filesystem::remove(path(name + ending));
    }
    std::filesystem::copy_file(path("before.db"), path(name));
    bool confirmed = false;
    {
      store::Register reg = open(name);
      FaultyDisk::arm(fault, number);
      const Result<store::Receipt> receipt = reg.ingest(world_, *resolver_);
      const bool fired = FaultyDisk::fired();
      FaultyDisk::disarm();
      confirmed = receipt.has_value();
      EXPECT_TRUE(confirmed || fired) << receipt.error().text();
      if (!confirmed) {
        EXPECT_EQ(receipt.error().code, ErrorCode::io) << receipt.error().text();
        EXPECT_EQ(receipt.error().where, path(name));
        EXPECT_FALSE(receipt.error().message.empty());
      }
      EXPECT_EQ(export_of(reg), confirmed ? after_ : before_) << "operation " << number;
      if (!fired) return false;
    }
    // As another process finds it.
    store::Register reg = open(name);
    const std::vector<std::string> found = export_of(reg);
    EXPECT_TRUE(found == after_ || (!confirmed && found == before_)) << "operation " << number;
    expect_sound(reg);
    enter(reg, world_);
    EXPECT_EQ(export_of(reg), after_) << "operation " << number;
    return true;
  }

  // The first ones all, the later ones here and there. Returns how many failed.
  int fail_everywhere(Fault fault) {
    int tried = 0;
    for (int number = 1; fail_at(fault, number); number += number < 6 ? 1 : 9 + number / 4) {
      ++tried;
      if (HasFailure()) break;
    }
    return tried;
  }

  std::vector<Reading> world_;
  std::vector<Reading> first_;
  std::vector<std::string> before_;
  std::vector<std::string> after_;
};

TEST_F(FaultyDiskTest, AFullDiskLosesNothing) { EXPECT_GT(fail_everywhere(Fault::full), 5); }

TEST_F(FaultyDiskTest, AFailedWriteLosesNothing) { EXPECT_GT(fail_everywhere(Fault::write), 5); }

TEST_F(FaultyDiskTest, AFailedFlushLosesNothing) { EXPECT_GT(fail_everywhere(Fault::flush), 0); }

TEST_F(FaultyDiskTest, ADiskThatDiesLosesNothing) {
  EXPECT_GT(fail_everywhere(Fault::everything_after), 5);
}

}  // namespace
}  // namespace rapporteur
