// The parts that threads share: workers, pipes, the cache, the clock of connections.
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "cache.h"
#include "pipe.h"
#include "watch.h"
#include "workers.h"

namespace rapporteur::http {
namespace {

using std::chrono::milliseconds;

TEST(Workers, TakeOnSoMuchAndRefuseTheRest) {
  std::promise<void> go;
  const std::shared_future<void> wait = go.get_future().share();
  std::atomic<int> done{0};
  {
    Workers workers(2, 3);
    int taken = 0;
    for (int i = 0; i < 20; ++i) {
      taken += workers.take([&done, wait](unsigned) {
        wait.wait();
        ++done;
      })
                   ? 1
                   : 0;
    }
    EXPECT_EQ(taken, 5);
    go.set_value();
  }
  EXPECT_EQ(done, 5);
}

std::string read_all(Pipe& pipe, Pipe::State& end) {
  std::string out;
  std::array<char, 1000> piece{};
  for (;;) {
    std::promise<void> more;
    std::size_t got = 0;
    end = pipe.read(piece.data(), piece.size(), got, [] {}, [&more] { more.set_value(); });
    if (end == Pipe::State::more) {
      out.append(piece.data(), got);
    } else if (end == Pipe::State::wait) {
      more.get_future().wait();
    } else {
      return out;
    }
  }
}

TEST(Pipe, HandsOverAllBytesInTheirOrderAndHowItEnded) {
  for (const bool whole : {true, false}) {
    Pipe pipe;
    std::string sent;
    for (int i = 0; i < 200'000; ++i) sent += std::to_string(i);
    std::jthread maker([&] {
      EXPECT_TRUE(pipe.write(sent));
      pipe.finish(whole);
    });
    Pipe::State end = Pipe::State::more;
    EXPECT_EQ(read_all(pipe, end), sent);
    EXPECT_EQ(end, whole ? Pipe::State::end : Pipe::State::broken);
  }
}

TEST(Pipe, WhoeverWritesNoticesThatNobodyReads) {
  Pipe pipe;
  std::jthread reader([&pipe] {
    std::this_thread::sleep_for(milliseconds(50));
    pipe.abandon();
  });
  EXPECT_FALSE(pipe.write(std::string(10 << 20, 'x')));
}

Answer body_of(std::size_t size) { return answer_of(200, "text/plain", std::string(size, 'x')); }

TEST(Cache, KeepsAnswersUntilTheRegisterChanges) {
  Cache cache(1 << 20);
  cache.keep("/a", body_of(10), cache.generation());
  ASSERT_TRUE(cache.find("/a"));
  EXPECT_EQ(cache.find("/a")->body->size(), 10U);
  const std::uint64_t before = cache.generation();
  cache.turn();
  EXPECT_FALSE(cache.find("/a"));
  cache.keep("/a", body_of(10), before);  // made of what is no more
  EXPECT_FALSE(cache.find("/a"));
}

TEST(Cache, ForgetsWhatWasNotAskedForLongest) {
  Cache cache(100'000);
  for (int i = 0; i < 9; ++i) {
    cache.keep("/" + std::to_string(i), body_of(10'000), cache.generation());
  }
  ASSERT_TRUE(cache.find("/0"));
  cache.keep("/9", body_of(10'000), cache.generation());
  EXPECT_TRUE(cache.find("/0"));
  EXPECT_FALSE(cache.find("/1"));
  EXPECT_TRUE(cache.find("/9"));
  cache.keep("/large", body_of(90'000), cache.generation());
  EXPECT_FALSE(cache.find("/large"));
}

class WatchTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends_.data()), 0); }
  void TearDown() override {
    for (const int end : ends_) ::close(end);
  }
  // Whether the other end is cut off within that time.
  [[nodiscard]] bool is_cut(milliseconds within) const {
    timeval time{within.count() / 1000, within.count() % 1000 * 1000};
    ::setsockopt(ends_[1], SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    char byte = 0;
    return ::recv(ends_[1], &byte, 1, 0) == 0;
  }
  std::array<int, 2> ends_{};
};

TEST_F(WatchTest, CutsOffWhoSendsNoWholeRequest) {
  Watch watch({milliseconds(300), 1000});
  watch.came(this, ends_[0]);
  EXPECT_TRUE(is_cut(milliseconds(3000)));
  watch.gone(this);
}

TEST_F(WatchTest, LetsAQuestionTakeItsTimeAndCountsIt) {
  Watch watch({milliseconds(300), 1000});
  watch.came(this, ends_[0]);
  EXPECT_EQ(watch.busy(), 0U);
  watch.is_working(this);
  EXPECT_EQ(watch.busy(), 1U);
  EXPECT_FALSE(is_cut(milliseconds(1000)));
  EXPECT_FALSE(watch.wait_until_idle(std::chrono::steady_clock::now() + milliseconds(10)));
  watch.is_receiving(this);
  EXPECT_TRUE(watch.wait_until_idle(std::chrono::steady_clock::now() + milliseconds(10)));
  EXPECT_TRUE(is_cut(milliseconds(3000)));
  watch.gone(this);
}

TEST_F(WatchTest, CutsAllOffAtTheEnd) {
  Watch watch({milliseconds(60'000), 1000});
  watch.came(this, ends_[0]);
  watch.is_sending(this, 1 << 20);
  watch.cut_all();
  EXPECT_TRUE(is_cut(milliseconds(1000)));
  watch.gone(this);
}

}  // namespace
}  // namespace rapporteur::http
