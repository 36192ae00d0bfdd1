// Work that takes longer than a request may: reports that are entered. One after another, on a
// thread of its own; whoever asked looks in now and then.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/output/subjects.h"

namespace rapporteur::http {

struct Job {
  enum class State { waiting, running, done, failed };
  std::string id;
  std::string by;  // id of a token
  State state = State::waiting;
  output::Statistics so_far;
  std::vector<Error> errors;           // of documents that were left out; the first 100
  std::uint64_t failed = 0;            // how many there were
  std::optional<output::Row> receipt;  // when done
  std::optional<Error> error;          // when failed
};

class Jobs {
 public:
  // What a job does; `tell` changes what others see of it. `stopped` says that it should end.
  using Tell = std::function<void(const std::function<void(Job&)>& change)>;
  using Work =
      std::function<Result<output::Row>(const Tell& tell, const std::function<bool()>& stopped)>;

  Jobs();
  // Ends the job that runs as soon as it can; those that wait are not begun.
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  // Its id. Errors: busy (too many wait).
  Result<std::string> add(const std::string& by, Work work);
  [[nodiscard]] std::optional<Job> find(const std::string& id) const;
  // The latest first; what is done is forgotten after some hundred others.
  [[nodiscard]] std::vector<Job> all() const;

 private:
  void work(const std::stop_token& stop);
  void run(const std::string& id, const Work& work, const std::stop_token& stop);

  mutable std::mutex mutex_;
  std::condition_variable_any more_;
  std::map<std::string, Job> jobs_;
  std::deque<std::string> order_;  // the oldest first
  std::deque<std::pair<std::string, Work>> waiting_;
  std::uint64_t count_ = 0;
  std::jthread thread_;
};

}  // namespace rapporteur::http
