#include "rapporteur/base/ordered_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <string>

namespace rapporteur {
namespace {

using Pool = OrderedPool<int, std::string>;

TEST(OrderedPool, GivesResultsInTheOrderOfTheWorkHoweverLongEachTakes) {
  Pool pool(4, [] {
    return [](int&& n) {
      std::this_thread::sleep_for(std::chrono::microseconds(n % 7 == 0 ? 500 : 1));
      return std::to_string(n);
    };
  });
  for (int n = 0; n < 300; ++n) pool.submit(int(n));
  for (int n = 0; n < 300; ++n) ASSERT_EQ(pool.take(), std::to_string(n));
  EXPECT_EQ(pool.size(), 0U);
}

TEST(OrderedPool, TakesWorkWhileResultsAreTaken) {
  Pool pool(3, [] { return [](int&& n) { return std::to_string(n); }; });
  int taken = 0;
  for (int n = 0; n < 2000; ++n) {
    pool.submit(int(n));
    while (pool.size() > 5) ASSERT_EQ(pool.take(), std::to_string(taken++));
  }
  while (pool.size() > 0) ASSERT_EQ(pool.take(), std::to_string(taken++));
  EXPECT_EQ(taken, 2000);
}

TEST(OrderedPool, GivesEachThreadWorkOfItsOwn) {
  std::atomic<int> made = 0;
  {
    OrderedPool<int, int> pool(3, [&made] {
      ++made;
      // Without a lock: safe only because no other thread has this counter.
      return [count = 0](int&&) mutable { return ++count; };
    });
    for (int n = 0; n < 100; ++n) pool.submit(int(n));
    int last = 0;
    for (int n = 0; n < 100; ++n) last = std::max(last, pool.take());
    EXPECT_GE(last, 34);
  }
  EXPECT_EQ(made, 3);
}

TEST(OrderedPool, DropsWhatWaitsWhenItGoes) {
  std::atomic<int> done = 0;
  {
    Pool pool(1, [&done] {
      return [&done](int&&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        ++done;
        return std::string();
      };
    });
    for (int n = 0; n < 1000; ++n) pool.submit(int(n));
  }
  EXPECT_LT(done, 1000);
}

}  // namespace
}  // namespace rapporteur
