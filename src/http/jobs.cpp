#include "jobs.h"

#include <exception>
#include <utility>

#include "rapporteur/base/secret.h"

namespace rapporteur::http {

namespace {

constexpr std::size_t kMostWaiting = 100;
constexpr std::size_t kMostKept = 500;

}  // namespace

Jobs::Jobs() {
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

Jobs::~Jobs() = default;

Result<std::string> Jobs::add(const std::string& by, Work work) {
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= kMostWaiting) {
    return Error{ErrorCode::busy, "too many jobs are waiting; try again later", ""};
  }
  // Nobody who was not told its name finds it.
  const std::string id = "j-" + std::to_string(++count_) + "-" + random_secret().substr(0, 12);
  Job job;
  job.id = id;
  job.by = by;
  jobs_.emplace(id, std::move(job));
  order_.push_back(id);
  waiting_.emplace_back(id, std::move(work));
  while (order_.size() > kMostKept) {
    jobs_.erase(order_.front());
    order_.pop_front();
  }
  more_.notify_one();
  return id;
}

std::optional<Job> Jobs::find(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  return found == jobs_.end() ? std::nullopt : std::optional<Job>(found->second);
}

std::vector<Job> Jobs::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<Job> out;
  for (auto id = order_.rbegin(); id != order_.rend(); ++id) out.push_back(jobs_.at(*id));
  return out;
}

void Jobs::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (more_.wait(lock, stop, [this] { return !waiting_.empty(); })) {
    if (stop.stop_requested()) return;
    const auto [id, work] = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    run(id, work, stop);
    lock.lock();
  }
}

void Jobs::run(const std::string& id, const Work& work, const std::stop_token& stop) {
  const Tell tell = [this, &id](const std::function<void(Job&)>& change) {
    const std::lock_guard lock(mutex_);
    const auto found = jobs_.find(id);
    if (found != jobs_.end()) change(found->second);
  };
  tell([](Job& job) { job.state = Job::State::running; });
  Result<output::Row> receipt = Error{};
  try {
    receipt = work(tell, [&stop] { return stop.stop_requested(); });
  } catch (const std::exception& e) {
    receipt = Error{ErrorCode::internal, e.what(), ""};
  }
  tell([&receipt](Job& job) {
    job.state = receipt ? Job::State::done : Job::State::failed;
    if (receipt) {
      job.receipt = *std::move(receipt);
    } else {
      job.error = receipt.error();
    }
  });
}

}  // namespace rapporteur::http
