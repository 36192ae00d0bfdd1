#include "address.h"

#include <curl/curl.h>

#include <memory>

#include "words.h"

namespace rapporteur::source {

namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

std::string part_of(const Url& url, CURLUPart part) {
  char* words = nullptr;
  if (curl_url_get(url.get(), part, &words, CURLU_NO_DEFAULT_PORT) != CURLUE_OK) return {};
  std::string out = words;
  curl_free(words);
  return out;
}

bool starts_with_scheme(std::string_view words, std::string_view scheme) {
  return words.size() > scheme.size() && same_word(words.substr(0, scheme.size()), scheme);
}

Result<Address> address_of(const Url& url, const std::string& words) {
  const std::string scheme = part_of(url, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") {
    return Error{ErrorCode::usage, "is no address of http or https", words};
  }
  if (!part_of(url, CURLUPART_USER).empty() || !part_of(url, CURLUPART_PASSWORD).empty()) {
    return Error{ErrorCode::usage, "an address must not hold a name or password", words};
  }
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  const std::string host = lower(part_of(url, CURLUPART_HOST));
  curl_url_set(url.get(), CURLUPART_HOST, host.c_str(), 0);
  Address out;
  out.whole = part_of(url, CURLUPART_URL);
  const std::string port = part_of(url, CURLUPART_PORT);
  out.origin = scheme + "://" + host + (port.empty() ? "" : ":" + port);
  out.path = part_of(url, CURLUPART_PATH);
  if (const std::string query = part_of(url, CURLUPART_QUERY); !query.empty()) {
    out.path += "?" + query;
  }
  return out;
}

}  // namespace

bool looks_like_address(std::string_view words) {
  return starts_with_scheme(words, "http://") || starts_with_scheme(words, "https://");
}

Result<Address> parse_address(const std::string& words) {
  const Url url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, words.c_str(), CURLU_NON_SUPPORT_SCHEME) !=
      CURLUE_OK) {
    return Error{ErrorCode::usage, "is no address of http or https", words};
  }
  return address_of(url, words);
}

std::string canonical_address(const std::string& words) {
  const Result<Address> address = parse_address(words);
  return address ? address->whole : words;
}

Result<Address> resolve_address(const Address& base, const std::string& reference) {
  const Url url(curl_url());
  const bool good = curl_url_set(url.get(), CURLUPART_URL, base.whole.c_str(), 0) == CURLUE_OK &&
                    curl_url_set(url.get(), CURLUPART_URL, reference.c_str(),
                                 CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK;
  if (!good) return Error{ErrorCode::usage, "is no address of http or https", reference};
  return address_of(url, reference);
}

}  // namespace rapporteur::source
