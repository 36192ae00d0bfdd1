#include "access.h"

#include <arpa/inet.h>
#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "rapporteur/base/secret.h"

namespace rapporteur::http {

namespace {

using service::Role;

constexpr std::size_t kMostBuckets = 100'000;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view words) {
  std::string out(words);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

// The base64 of RFC 7617 has the usual alphabet and padding.
std::string url_alphabet(std::string_view words) {
  std::string out(words.substr(0, words.find('=')));
  std::replace(out.begin(), out.end(), '+', '-');
  std::replace(out.begin(), out.end(), '/', '_');
  return out;
}

Access::Refusal refuse(int status, std::string message, std::string where = "") {
  return {status, {ErrorCode::access_denied, std::move(message), std::move(where)}};
}

std::array<long long, 4> state_of(const std::string& path) {
  struct stat info{};
  if (::stat(path.c_str(), &info) != 0) return {-1, 0, 0, 0};
  return {static_cast<long long>(info.st_ino), info.st_size, info.st_mtim.tv_sec,
          info.st_mtim.tv_nsec};
}

bool is_number(const std::string& host) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return ::inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 ||
         ::inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1;
}

// What a proxy adds: then it is not the machine itself that asks.
bool is_passed_on(const Request& request) {
  return request.count("Forwarded") + request.count("X-Forwarded-For") +
             request.count("X-Real-IP") + request.count("Via") >
         0;
}

}  // namespace

std::string host_of(std::string_view header) {
  if (header.starts_with("[")) {
    const std::size_t end = header.find(']');
    return end == std::string_view::npos ? "" : lowered(header.substr(1, end - 1));
  }
  return lowered(header.substr(0, header.find(':')));
}

std::string token_in(std::string_view authorization) {
  const std::size_t space = std::min(authorization.find(' '), authorization.size());
  const std::string scheme = lowered(authorization.substr(0, space));
  std::string_view rest = authorization.substr(space);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (scheme == "bearer") return std::string(rest);
  if (scheme != "basic") return "";
  const std::optional<std::string> pair = from_base64url(url_alphabet(rest));
  const std::size_t colon = pair ? pair->find(':') : std::string::npos;
  return colon == std::string::npos ? "" : pair->substr(colon + 1);
}

Access::Access(Rules rules) : rules_(std::move(rules)) {}

// A number is nobody's name, so that no other site can have it.
bool Access::names_us(std::string_view host) const {
  const std::string name = host_of(host);
  return is_number(name) ||
         std::find(rules_.names.begin(), rules_.names.end(), name) != rules_.names.end();
}

// Pages of other sites must not use a browser that reaches us: not by a name of theirs that leads
// to our address, and not by a form or script that sends what they like.
std::optional<Access::Refusal> Access::check_site(const Request& request, bool changes) const {
  const std::string_view host = request.header("Host");
  if (!names_us(host)) return refuse(421, "this server is not called so; see --name", "Host");
  if (!changes) return std::nullopt;
  const std::string_view site = request.header("Sec-Fetch-Site");
  if (!site.empty() && site != "same-origin" && site != "none") {
    return refuse(403, "comes from another site's page", "Sec-Fetch-Site");
  }
  const std::string_view origin = request.header("Origin");
  const std::size_t slashes = origin.find("://");
  if (!origin.empty() &&
      (slashes == std::string_view::npos || lowered(origin.substr(slashes + 3)) != lowered(host))) {
    return refuse(403, "comes from another site's page", "Origin");
  }
  return std::nullopt;
}

std::optional<Access::Refusal> Access::admit(const Request& request, bool changes, Role needed,
                                             Caller& caller) {
  if (std::optional<Refusal> refusal = check_site(request, changes)) return refusal;
  const std::string_view authorization = request.header("Authorization");
  caller = {};
  if (!authorization.empty()) {
    const Result<std::optional<service::Token>> token = token_of(token_in(authorization));
    if (!token) return Refusal{500, token.error()};
    // Those who guess are slowed down like all others.
    if (!is_within_rate(*token ? (*token)->id : request.peer)) {
      return Refusal{429, {ErrorCode::busy, "too many requests; try again later", ""}};
    }
    if (!*token) return refuse(401, "no such token, or it was revoked", "Authorization");
    caller = {(*token)->role, (*token)->id, (*token)->name};
  } else if (!is_within_rate(request.peer)) {
    return Refusal{429, {ErrorCode::busy, "too many requests; try again later", ""}};
  }
  const bool is_local = rules_.open && !is_passed_on(request);
  if (caller.token.empty() && (!is_local || needed != Role::reader)) {
    return refuse(401, "needs a token: `rapporteur token create`", "Authorization");
  }
  if (caller.role < needed) {
    return refuse(403, "needs a token of the role " + std::string(service::to_string(needed)),
                  "Authorization");
  }
  return std::nullopt;
}

Result<std::optional<service::Token>> Access::token_of(std::string_view words) {
  const std::array<long long, 4> state = state_of(rules_.token_file);
  const std::lock_guard lock(mutex_);
  if (!read_ || state != file_state_) {
    Result<service::Tokens> tokens = service::Tokens::read(rules_.token_file);
    if (!tokens) return tokens.error();
    tokens_ = *std::move(tokens);
    file_state_ = state;
    read_ = true;
  }
  const service::Token* token = tokens_.find(words);
  return token == nullptr ? std::optional<service::Token>() : *token;
}

bool Access::is_within_rate(const std::string& who) {
  if (rules_.requests_per_second == 0) return true;
  const double rate = rules_.requests_per_second;
  const Clock::time_point now = Clock::now();
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= kMostBuckets) buckets_.clear();
  const auto [at, is_new] = buckets_.try_emplace(who, Bucket{2 * rate, now});
  Bucket& bucket = at->second;
  const double seconds = std::chrono::duration<double>(now - bucket.filled).count();
  bucket = {std::min(2 * rate, bucket.left + seconds * rate), now};
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}

}  // namespace rapporteur::http
