// Fetching documents from the web, politely: robots.txt is heeded, hosts are asked one request at a
// time with a pause between, what has not changed is not sent again.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "rapporteur/base/result.h"
#include "rapporteur/source/source.h"

namespace rapporteur::source {

struct FetchOptions {
  std::uint64_t limit = kReportLimit;         // bytes of one answer, unpacked
  std::chrono::milliseconds timeout{30'000};  // of one request
  std::chrono::milliseconds pause{1'000};     // between two requests to one host, at least
  bool allow_private = false;  // also hosts that only this machine or its own network reaches
  // True: give up what is waited for, within a second. Called on the thread that asks.
  std::function<bool()> stopped = nullptr;
};

// What an earlier answer said of itself, so that only what is new is sent. Empty: not known.
struct Validators {
  std::string etag;
  std::string last_modified;
};

struct Answer {
  std::string address;     // canonical, after redirects
  std::string type;        // "text/html", in lower case; empty: not said
  std::string charset;     // empty: not said
  std::string body;        // unpacked
  bool unchanged = false;  // since the validators given; without a body
  Validators validators;
};

// Not thread-safe.
class Fetcher {
 public:
  explicit Fetcher(FetchOptions options);
  Fetcher(Fetcher&&) noexcept;
  Fetcher& operator=(Fetcher&&) noexcept;
  ~Fetcher();

  // Waits for the host's pause; follows at most five redirects, each under the same rules.
  // Errors: usage (no address), access_denied (robots.txt; a host that is not public; a status that
  // says so), not_found (404, 410; no such host), too_large, io (no answer, another status, was
  // stopped); where = the address asked.
  Result<Answer> get(const std::string& address, const Validators& known = {});

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::source
