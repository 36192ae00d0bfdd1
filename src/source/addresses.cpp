#include <algorithm>
#include <utility>

#include "address.h"
#include "answer.h"
#include "rapporteur/source/fetcher.h"
#include "rapporteur/source/source.h"

namespace rapporteur::source {

namespace {

class Addresses : public Source {
 public:
  Addresses(std::vector<std::string> addresses, Options options)
      : options_(std::move(options)),
        fetcher_({.limit = options_.report_limit,
                  .pause = options_.pause,
                  .allow_private = options_.allow_private,
                  .stopped = options_.stopped}),
        waiting_(std::move(addresses)) {
    std::reverse(waiting_.begin(), waiting_.end());
  }

  std::optional<Result<Found>> next() override {
    for (;;) {
      if (answer_ != nullptr) {
        if (std::optional<Result<Found>> found = answer_->next()) return found;
        answer_.reset();
      }
      if (waiting_.empty() || (options_.stopped && options_.stopped())) return std::nullopt;
      const std::string address = std::move(waiting_.back());
      waiting_.pop_back();
      if (Result<void> opened = open(address); !opened) return Result<Found>(opened.error());
    }
  }

 private:
  Result<void> open(const std::string& address) {
    if (Result<Address> parsed = parse_address(address); !parsed) return parsed.error();
    Result<Answer> answer = fetcher_.get(address);
    if (!answer) return answer.error();
    Result<std::unique_ptr<Source>> source = open_answer(*std::move(answer), options_);
    if (!source) return source.error();
    answer_ = *std::move(source);
    return {};
  }

  Options options_;
  Fetcher fetcher_;
  std::vector<std::string> waiting_;  // a stack: the next one is the last
  std::unique_ptr<Source> answer_;
};

}  // namespace

std::unique_ptr<Source> open_addresses(std::vector<std::string> addresses, Options options) {
  return std::make_unique<Addresses>(std::move(addresses), std::move(options));
}

}  // namespace rapporteur::source
