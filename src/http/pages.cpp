#include "pages.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "rapporteur/base/file.h"

namespace rapporteur::http {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostBytes = 64U << 20;
constexpr std::string_view kLasting = "assets/";  // where Vite puts files named by their content

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kTypes = {
    {{".html", "text/html; charset=utf-8"},
     {".js", "text/javascript; charset=utf-8"},
     {".mjs", "text/javascript; charset=utf-8"},
     {".css", "text/css; charset=utf-8"},
     {".json", "application/json"},
     {".svg", "image/svg+xml"},
     {".png", "image/png"},
     {".jpg", "image/jpeg"},
     {".webp", "image/webp"},
     {".ico", "image/vnd.microsoft.icon"},
     {".woff2", "font/woff2"},
     {".txt", "text/plain; charset=utf-8"},
     {".webmanifest", "application/manifest+json"},
     {".yaml", "application/yaml"},
     {".map", "application/json"}}};

constexpr std::string_view kUnknown = "application/octet-stream";

constexpr std::string_view kStartPage =
    "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Rapporteur</title>"
    "<meta name=\"viewport\" content=\"width=device-width\"></head><body><main>"
    "<h1>Rapporteur</h1>"
    "<p>The register answers under <a href=\"/api/v1\">/api/v1</a>; what it can be asked is "
    "written "
    "in <a href=\"/api/v1/openapi.yaml\">openapi.yaml</a>.</p>"
    "<ul><li><a href=\"/api/v1/meetings\">Meetings</a></li>"
    "<li><a href=\"/api/v1/series\">Series</a></li>"
    "<li><a href=\"/api/v1/people\">People</a></li>"
    "<li><a href=\"/api/v1/reports\">Reports</a></li>"
    "<li><a href=\"/api/v1/conflicts\">Conflicts</a></li></ul>"
    "</main></body></html>\n";

std::string type_of(const std::string& path) {
  for (const auto& [ending, type] : kTypes) {
    if (path.ends_with(ending)) return std::string(type);
  }
  return std::string(kUnknown);
}

bool is_regular(const fs::directory_entry& entry) {
  std::error_code failed;
  return entry.symlink_status(failed).type() == fs::file_type::regular && !failed;
}

}  // namespace

Result<Pages> Pages::load(const std::string& folder) {
  Pages out;
  if (folder.empty()) {
    out.files_["index.html"] = {"text/html; charset=utf-8",
                                std::make_shared<const std::string>(kStartPage), false};
    return out;
  }
  std::error_code failed;
  fs::recursive_directory_iterator at(folder, failed);
  if (failed) return Error{ErrorCode::not_found, "no such folder of pages", folder};
  std::uint64_t total = 0;
  for (const fs::recursive_directory_iterator end; at != end; at.increment(failed)) {
    if (failed) return Error{ErrorCode::io, "cannot read the folder: " + failed.message(), folder};
    if (!is_regular(*at)) continue;
    Result<std::string> bytes = read_file(at->path().string(), kMostBytes);
    if (!bytes) return bytes.error();
    total += bytes->size();
    if (total > kMostBytes) return Error{ErrorCode::too_large, "more than 64 MB of pages", folder};
    const std::string path = at->path().lexically_relative(folder).generic_string();
    out.files_[path] = {type_of(path), std::make_shared<const std::string>(*std::move(bytes)),
                        path.starts_with(kLasting)};
  }
  if (!out.files_.contains("index.html")) {
    return Error{ErrorCode::not_found, "has no index.html", folder};
  }
  return out;
}

Result<Answer> Pages::answer(const Target& target) const {
  std::string path;
  for (const std::string& segment : target.segments) path += (path.empty() ? "" : "/") + segment;
  auto found = files_.find(path);
  const bool is_page = type_of(path) == kUnknown;  // "/bodies/sco.chs" is one as well
  if (found == files_.end() && is_page) found = files_.find("index.html");
  if (found == files_.end()) return Error{ErrorCode::not_found, "no such page", target.path()};
  Answer out;
  out.type = found->second.type;
  out.body = found->second.bytes;
  out.headers.emplace_back(
      "Cache-Control", found->second.lasts ? "public, max-age=31536000, immutable" : "no-cache");
  return out;
}

}  // namespace rapporteur::http
