// Sources: where documents come from. A Source is a stream of Found documents and errors.
//
// Files, folders, addresses, JSON lines and standard input, one kind each (kinds/). Memory: one
// document at a time and never more than Options::report_limit bytes of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/source/found.h"

namespace rapporteur::source {

inline constexpr std::uint64_t kReportLimit = 16U << 20;

// What a field of a JSON record is taken for: {"date", "published_at"}, {"title",
// "/meta/headline"}.
struct FieldName {
  std::string field;  // one of record_fields()
  std::string name;   // as records have it; with "/" in front, a JSON pointer (RFC 6901)
};

struct Options {
  std::string input = "auto";  // a name of kind_names(), or "auto": by the file's name or content
  std::uint64_t report_limit = kReportLimit;  // bytes of one document in its source
  std::string date = "";                      // EDTF day of documents that bring none of their own
  std::chrono::milliseconds pause{1'000};     // between two requests to one host, at least
  bool allow_private = false;  // fetch also from hosts that only this machine or network reaches
  std::vector<FieldName> fields = {};       // that records name otherwise than record_fields()
  std::function<bool()> stopped = nullptr;  // true: give up what is fetched
  // Called with what a user should know that concerns no single reading (an id met twice).
  std::function<void(const Error& note)> note = nullptr;
};

// Not thread-safe. A Source that has ended stays ended.
class Source {
 public:
  virtual ~Source() = default;

  // The next document; an Error for one that could not be had, after which the rest goes on;
  // nothing at the end. Errors: not_found, access_denied, io, too_large, bad_data, unsupported,
  // usage (no address); where = path or address, "path:line@byte" inside a file of lines.
  virtual std::optional<Result<Found>> next() = 0;
};

// The documents of `paths` in their order: a file, "-" (standard input), an address of http or
// https, which is fetched as fetcher.h says, or a folder, walked
// with its entries sorted by name; of a folder only files with a known ending and no hidden ones,
// and links to folders are not followed. Opens nothing before the first next().
std::unique_ptr<Source> open_paths(std::vector<std::string> paths, Options options);

// The documents at these addresses, and nothing else: what is no address of http or https is an
// error (usage), never a file. For addresses that strangers give.
std::unique_ptr<Source> open_addresses(std::vector<std::string> addresses, Options options);

// What Options::input takes besides "auto", sorted.
std::vector<std::string_view> kind_names();

// The fields of JSON records that are used: "id", "text", "html", ...
std::vector<std::string_view> record_fields();

}  // namespace rapporteur::source
