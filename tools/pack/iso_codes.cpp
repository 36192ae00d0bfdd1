#include <map>
#include <nlohmann/json.hpp>

#include "rapporteur/base/file.h"
#include "sources.h"

namespace rapporteur::pack {
namespace {

using nlohmann::json;

std::string text(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// The list under `key`. Errors: those of read_file; bad_data.
Result<json> list_of(const std::string& path, const char* key) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  json document = json::parse(*bytes, nullptr, false);
  if (!document.is_object() || !document.contains(key) || !document[key].is_array()) {
    return Error{ErrorCode::bad_data, std::string("no JSON with a list \"") + key + "\"", path};
  }
  return json(document[key]);
}

std::string sorted_rows(std::string header, const std::map<std::string, std::string>& rows) {
  for (const auto& [key, row] : rows) header += row + '\n';
  return header;
}

}  // namespace

Result<std::string> iso_countries(const std::string& path) {
  auto list = list_of(path, "3166-1");
  if (!list) return list.error();
  std::map<std::string, std::string> rows;
  for (const json& entry : *list) {
    const std::string code = text(entry, "alpha_2");
    rows[code] = code + '\t' + text(entry, "alpha_3") + '\t' + text(entry, "name") + '\t' +
                 text(entry, "official_name") + '\t' + text(entry, "common_name");
  }
  return sorted_rows(
      "# Source: iso-codes, iso_3166-1.json. Licence: LGPL-2.1-or-later.\n"
      "code\talpha3\tname\tofficial\tcommon\n",
      rows);
}

Result<std::string> iso_subdivisions(const std::string& path) {
  auto list = list_of(path, "3166-2");
  if (!list) return list.error();
  std::map<std::string, std::string> rows;
  for (const json& entry : *list) {
    const std::string code = text(entry, "code");
    rows[code] =
        code + '\t' + code.substr(0, 2) + '\t' + text(entry, "name") + '\t' + text(entry, "type");
  }
  return sorted_rows(
      "# Source: iso-codes, iso_3166-2.json. Licence: LGPL-2.1-or-later.\n"
      "code\tstate\tname\tkind\n",
      rows);
}

}  // namespace rapporteur::pack
