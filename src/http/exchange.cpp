#include "exchange.h"

#include <algorithm>
#include <thread>

#include "rapporteur/base/digest.h"
#include "rapporteur/output/format.h"

namespace rapporteur::http {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

constexpr std::string_view kForData = "default-src 'none'; frame-ancestors 'none'";
constexpr std::string_view kForPages =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'";

// "'sha256-...' 'sha256-...'": of what stands between <style> and </style>; words from elsewhere
// are escaped and so never open one.
std::string styles_in(std::string_view markup) {
  constexpr std::string_view kBegin = "<style>";
  std::string out;
  for (std::size_t at = markup.find(kBegin); at != std::string_view::npos;
       at = markup.find(kBegin, at)) {
    at += kBegin.size();
    const std::size_t end = std::min(markup.find("</style>", at), markup.size());
    const std::string source = "'sha256-" + sha256_base64(markup.substr(at, end - at)) + "'";
    if (out.find(source) == std::string::npos) out += (out.empty() ? "" : " ") + source;
    at = end;
  }
  return out;
}

std::string policy_of(const Answer& answer) {
  if (answer.page) return std::string(kForPages);
  if (answer.styles.empty()) return std::string(kForData);
  return std::string(kForData) + "; style-src " + answer.styles;
}

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::access_denied:
      return 403;
    case ErrorCode::bad_data:
    case ErrorCode::usage:
      return 400;
    case ErrorCode::too_large:
      return 413;
    case ErrorCode::unsupported:
      return 415;
    case ErrorCode::busy:
      return 503;
    default:
      return 500;
  }
}

}  // namespace

std::string_view Request::header(std::string_view name) const {
  for (const auto& [its_name, value] : headers) {
    if (same_name(its_name, name)) return value;
  }
  return {};
}

std::size_t Request::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(headers.begin(), headers.end(),
                    [name](const auto& header) { return same_name(header.first, name); }));
}

Answer answer_of(int status, std::string type, std::string body) {
  Answer out;
  out.status = status;
  out.type = std::move(type);
  out.body = std::make_shared<const std::string>(std::move(body));
  return out;
}

Answer document_answer(std::string type, std::string body) {
  std::string styles = styles_in(body);
  Answer out = answer_of(200, std::move(type), std::move(body));
  out.styles = std::move(styles);
  return out;
}

Answer answer_of(const Error& error) { return answer_of(status_of(error.code), error); }

Answer answer_of(int status, const Error& error) {
  std::string body;
  output::find_format<Error>("jsonl")->write(error, {}, body);
  Answer out = answer_of(status, "application/json", std::move(body));
  if (status == 503 || status == 429) out.headers.emplace_back("Retry-After", "1");
  return out;
}

unsigned worker_count(const Limits& limits) {
  if (limits.workers > 0) return limits.workers;
  return std::max(2U, 2 * std::thread::hardware_concurrency());
}

Headers guards_of(const Answer& answer) {
  return {{"Content-Security-Policy", policy_of(answer)},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "DENY"},
          {"Referrer-Policy", "no-referrer"},
          {"Cross-Origin-Opener-Policy", "same-origin"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"}};
}

}  // namespace rapporteur::http
