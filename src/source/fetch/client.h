// One HTTP request at a time, over libcurl.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <optional>
#include <string>

#include "address.h"
#include "rapporteur/source/fetcher.h"

namespace rapporteur::source {

struct Reply {
  long status = 0;
  std::string location;  // of a redirect, as the host wrote it
  std::string type;      // with its parameters
  std::string body;
  Validators validators;
  std::optional<std::chrono::seconds> retry_after;
};

// Connections are kept for the next request. Not thread-safe.
class Client {
 public:
  explicit Client(const FetchOptions& options);

  // GET; no redirect is followed. Errors: those of Fetcher::get that concern the connection.
  Result<Reply> get(const Address& address, const Validators& known, std::uint64_t limit);

 private:
  struct Transfer;
  static std::size_t take_body(char* bytes, std::size_t one, std::size_t count, void* transfer);
  static std::size_t take_header(char* bytes, std::size_t one, std::size_t count, void* transfer);
  static curl_socket_t open_socket(void* transfer, curlsocktype purpose, curl_sockaddr* address);
  // Another number than 0 ends the request.
  static int watch(void* transfer, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
  void prepare(const Address& address, Transfer& transfer);

  struct Free {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  };
  FetchOptions options_;
  std::unique_ptr<CURL, Free> curl_;
};

}  // namespace rapporteur::source
