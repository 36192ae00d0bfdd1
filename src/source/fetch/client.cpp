#include "client.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>
#include <string_view>

#include "guard.h"
#include "words.h"

namespace rapporteur::source {

namespace {

// RFC 9309 wants robots to name themselves; RAPPORTEUR_AGENT is what robots.txt calls this one.
constexpr const char* kAgent = "Rapporteur/1 (reader of reports of meetings)";
constexpr long kSlowest = 200;  // bytes a second, for kSlowFor seconds
constexpr long kSlowFor = 15;

void start_curl() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, FreeList>;

void add(Headers& headers, const std::string& line) {
  curl_slist* grown = curl_slist_append(headers.get(), line.c_str());
  if (grown == nullptr) return;
  (void)headers.release();
  headers.reset(grown);
}

// What is sent back to the host must be short and plain.
std::string_view validator(std::string_view value) {
  constexpr std::size_t kLongest = 1024;
  const bool plain =
      std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c <= '~'; });
  return plain && value.size() <= kLongest ? value : std::string_view();
}

}  // namespace

struct Client::Transfer {
  Reply reply;
  std::uint64_t limit = 0;
  bool too_large = false;
  bool refused = false;  // the host is not public
  bool allow_private = false;
  const std::function<bool()>* stopped = nullptr;
};

Client::Client(const FetchOptions& options) : options_(options) {
  start_curl();
  curl_.reset(curl_easy_init());
}

std::size_t Client::take_body(char* bytes, std::size_t one, std::size_t count, void* transfer) {
  auto& to = *static_cast<Transfer*>(transfer);
  const std::size_t size = one * count;
  if (to.reply.body.size() + size > to.limit) {
    to.too_large = true;
    return 0;
  }
  to.reply.body.append(bytes, size);
  return size;
}

std::size_t Client::take_header(char* bytes, std::size_t one, std::size_t count, void* transfer) {
  auto& reply = static_cast<Transfer*>(transfer)->reply;
  const std::size_t size = one * count;
  const std::string_view line(bytes, size);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return size;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (same_word(name, "content-type")) reply.type = value;
  if (same_word(name, "location")) reply.location = value;
  if (same_word(name, "etag")) reply.validators.etag = validator(value);
  if (same_word(name, "last-modified")) reply.validators.last_modified = validator(value);
  long seconds = 0;
  if (same_word(name, "retry-after") &&
      std::from_chars(value.data(), value.data() + value.size(), seconds).ec == std::errc()) {
    reply.retry_after = std::chrono::seconds(seconds);
  }
  return size;
}

// The last moment at which the address is known that is really asked, whatever the name said.
curl_socket_t Client::open_socket(void* transfer, curlsocktype, curl_sockaddr* address) {
  auto& of = *static_cast<Transfer*>(transfer);
  if (!of.allow_private && !is_public(&address->addr)) {
    of.refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int Client::watch(void* transfer, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& stopped = *static_cast<Transfer*>(transfer)->stopped;
  return stopped && stopped() ? 1 : 0;
}

void Client::prepare(const Address& address, Transfer& transfer) {
  CURL* curl = curl_.get();
  curl_easy_reset(curl);
  const auto milliseconds = static_cast<long>(options_.timeout.count());
  curl_easy_setopt(curl, CURLOPT_URL, address.whole.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_PROXY, "");  // a proxy would hide which host is asked
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, milliseconds);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, std::min(milliseconds, 10'000L));
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, kSlowest);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, kSlowFor);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &take_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &watch);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &transfer);
}

Result<Reply> Client::get(const Address& address, const Validators& known, std::uint64_t limit) {
  if (curl_ == nullptr) return Error{ErrorCode::io, "libcurl could not be started", address.whole};
  Transfer transfer;
  transfer.limit = limit;
  transfer.allow_private = options_.allow_private;
  transfer.stopped = &options_.stopped;
  prepare(address, transfer);
  Headers headers;
  if (!known.etag.empty()) add(headers, "If-None-Match: " + known.etag);
  if (!known.last_modified.empty()) add(headers, "If-Modified-Since: " + known.last_modified);
  curl_easy_setopt(curl_.get(), CURLOPT_HTTPHEADER, headers.get());
  std::array<char, CURL_ERROR_SIZE> words{};
  curl_easy_setopt(curl_.get(), CURLOPT_ERRORBUFFER, words.data());
  const CURLcode code = curl_easy_perform(curl_.get());
  curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &transfer.reply.status);
  curl_easy_setopt(curl_.get(), CURLOPT_ERRORBUFFER, nullptr);
  if (code == CURLE_OK) return std::move(transfer.reply);
  if (transfer.refused) {
    return Error{ErrorCode::access_denied,
                 "its host is not of the public internet; --allow-private reads it all the same",
                 address.whole};
  }
  if (transfer.too_large) {
    return Error{
        ErrorCode::too_large,
        "is over the limit of " + std::to_string(limit) + " bytes; --limit-mb raises the limit",
        address.whole};
  }
  const std::string why = words[0] != '\0' ? words.data() : curl_easy_strerror(code);
  const bool no_host = code == CURLE_COULDNT_RESOLVE_HOST;
  return Error{no_host ? ErrorCode::not_found : ErrorCode::io, "could not be fetched: " + why,
               address.whole};
}

}  // namespace rapporteur::source
