// Who asks, and whether they may: names of hosts, tokens, roles, other sites' pages, rates.
//
// Open (on loopback): anybody there may read; changing needs a token. Closed: everything needs one.
#pragma once

#include <array>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "exchange.h"
#include "rapporteur/service/tokens.h"

namespace rapporteur::http {

// Somebody who asks. Without a token: a reader of an open server.
struct Caller {
  service::Role role = service::Role::reader;
  std::string token;  // id; empty: none
  std::string name;   // whose it is
};

class Access {
 public:
  struct Rules {
    std::vector<std::string> names;  // of hosts that requests may name; lower case, without port
    bool open = true;
    std::string token_file;
    unsigned requests_per_second = 0;
  };

  explicit Access(Rules rules);

  // Who asks. Errors: access_denied with the status that belongs to it.
  struct Refusal {
    int status = 403;
    Error error;
  };
  // `changes`: the request may change something, or make the server ask others.
  std::optional<Refusal> admit(const Request& request, bool changes, service::Role needed,
                               Caller& caller);

  [[nodiscard]] bool is_open() const { return rules_.open; }

 private:
  [[nodiscard]] bool names_us(std::string_view host) const;
  [[nodiscard]] std::optional<Refusal> check_site(const Request& request, bool changes) const;
  // The token's line as the file has it now.
  Result<std::optional<service::Token>> token_of(std::string_view words);
  bool is_within_rate(const std::string& who);

  using Clock = std::chrono::steady_clock;
  struct Bucket {
    double left = 0;
    Clock::time_point filled;
  };

  const Rules rules_;
  std::mutex mutex_;
  std::array<long long, 4> file_state_{};  // of the token file when it was read last
  bool read_ = false;
  service::Tokens tokens_;
  std::unordered_map<std::string, Bucket> buckets_;
};

// The host of "Host: name:port", lower case; empty if it is none.
std::string host_of(std::string_view header);
// The token that a request brings: "Bearer TOKEN", or the password of "Basic ...".
std::string token_in(std::string_view authorization);

}  // namespace rapporteur::http
