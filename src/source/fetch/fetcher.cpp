#include "rapporteur/source/fetcher.h"

#include <algorithm>
#include <map>
#include <thread>
#include <utility>

#include "address.h"
#include "client.h"
#include "header_fields.h"
#include "robots.h"
#include "words.h"

namespace rapporteur::source {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::string_view kRobot = "rapporteur";
constexpr int kMostRedirects = 5;
constexpr std::uint64_t kRobotsLimit = 512U << 10;  // RFC 9309 asks for at least 500 KiB
constexpr std::chrono::seconds kLongestPause{30};
constexpr milliseconds kLongestNap{100};  // between two looks whether to stop

struct Host {
  Robots robots;
  Clock::time_point next;  // when it may be asked again
};

bool is_redirect(long status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_busy(long status) { return status == 429 || status == 503; }

Error error_of(long status, const std::string& where) {
  const std::string words = "its host answers with status " + std::to_string(status);
  if (status == 404 || status == 410) return {ErrorCode::not_found, words, where};
  if (status == 401 || status == 403 || status == 451) {
    return {ErrorCode::access_denied, words, where};
  }
  return {ErrorCode::io, words, where};
}

// "text/html; charset=UTF-8"
void take_type(std::string_view header, Answer& answer) {
  answer.type = lower(trimmed(header.substr(0, header.find(';'))));
  answer.charset = lower(parameter_of(header, "charset"));
}

}  // namespace

struct Fetcher::Impl {
  explicit Impl(FetchOptions wanted) : options(std::move(wanted)), client(options) {}

  FetchOptions options;
  Client client;
  std::map<std::string, Host> hosts;  // by Address::origin

  Result<Host*> host_of(const Address& address);
  Result<Reply> ask(const Address& address, const Validators& known);
  void wait_for(Host& host) const;
  [[nodiscard]] bool is_stopped() const { return options.stopped && options.stopped(); }
};

void Fetcher::Impl::wait_for(Host& host) const {
  while (Clock::now() < host.next && !is_stopped()) {
    std::this_thread::sleep_until(std::min(host.next, Clock::now() + kLongestNap));
  }
  milliseconds pause = options.pause;
  if (const auto asked = host.robots.delay()) {
    const auto wanted = std::chrono::duration<double>(*asked);
    pause =
        std::max(pause, wanted > kLongestPause ? milliseconds(kLongestPause)
                                               : std::chrono::duration_cast<milliseconds>(wanted));
  }
  host.next = Clock::now() + pause;
}

// The host, with its robots.txt read. One that cannot give it now refuses everything (RFC 9309).
Result<Host*> Fetcher::Impl::host_of(const Address& address) {
  const auto known = hosts.find(address.origin);
  if (known != hosts.end()) return &known->second;
  Result<Address> place = parse_address(address.origin + "/robots.txt");
  if (!place) return place.error();
  Host host;
  for (int redirects = 0;; ++redirects) {
    const Result<Reply> reply = client.get(*place, {}, kRobotsLimit);
    if (!reply && reply.error().code != ErrorCode::too_large) {
      return Error{reply.error().code, reply.error().message, address.whole};
    }
    if (reply && is_redirect(reply->status) && redirects < kMostRedirects) {
      place = resolve_address(*place, reply->location);
      if (place) continue;
    }
    if (reply && reply->status == 200) {
      host.robots = Robots::parse(reply->body, kRobot);
    } else if (!reply || reply->status >= 500 || is_busy(reply->status)) {
      host.robots = Robots::refusing();
    }
    break;
  }
  host.next = Clock::now() + options.pause;
  return &hosts.emplace(address.origin, std::move(host)).first->second;
}

// One request; a host that is busy and says for how long is asked once more.
Result<Reply> Fetcher::Impl::ask(const Address& address, const Validators& known) {
  const Result<Host*> host = host_of(address);
  if (!host) return host.error();
  if (!(*host)->robots.allows(address.path)) {
    return Error{ErrorCode::access_denied, "its host asks robots to leave it alone (robots.txt)",
                 address.whole};
  }
  wait_for(**host);
  Result<Reply> reply = client.get(address, known, options.limit);
  const bool again = reply && is_busy(reply->status) && reply->retry_after &&
                     *reply->retry_after <= kLongestPause &&
                     *reply->retry_after >= std::chrono::seconds(0);
  if (!again) return reply;
  (*host)->next = Clock::now() + *reply->retry_after;
  wait_for(**host);
  return client.get(address, known, options.limit);
}

Fetcher::Fetcher(FetchOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Fetcher::Fetcher(Fetcher&&) noexcept = default;
Fetcher& Fetcher::operator=(Fetcher&&) noexcept = default;
Fetcher::~Fetcher() = default;

Result<Answer> Fetcher::get(const std::string& address, const Validators& known) {
  Result<Address> place = parse_address(address);
  if (!place) return place.error();
  for (int redirects = 0; redirects <= kMostRedirects; ++redirects) {
    Result<Reply> reply = impl_->ask(*place, known);
    if (!reply) return Error{reply.error().code, reply.error().message, address};
    if (is_redirect(reply->status)) {
      place = resolve_address(*place, reply->location);
      if (!place) return Error{ErrorCode::io, "is redirected to what is no address", address};
      continue;
    }
    Answer answer;
    answer.address = place->whole;
    answer.validators = std::move(reply->validators);
    if (reply->status == 304) {
      answer.unchanged = true;
      return answer;
    }
    if (reply->status != 200) return error_of(reply->status, address);
    take_type(reply->type, answer);
    answer.body = std::move(reply->body);
    return answer;
  }
  return Error{ErrorCode::io,
               "is redirected more than " + std::to_string(kMostRedirects) + " times", address};
}

}  // namespace rapporteur::source
