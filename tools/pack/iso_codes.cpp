#include <simdjson.h>

#include <map>

#include "rapporteur/base/file.h"
#include "sources.h"

namespace rapporteur::pack {
namespace {

std::string text(const simdjson::dom::element& object, const char* key) {
  const auto found = object[key].get_string();
  return found.error() == simdjson::SUCCESS ? std::string(found.value_unsafe()) : std::string();
}

// The list under `key` of the file's object, which `parser` keeps. Errors: those of read_file;
// bad_data.
Result<simdjson::dom::array> list_of(const std::string& path, const char* key,
                                     simdjson::dom::parser& parser) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  const auto list = parser.parse(*bytes)[key].get_array();
  if (list.error() != simdjson::SUCCESS) {
    return Error{ErrorCode::bad_data, std::string("no JSON with a list \"") + key + "\"", path};
  }
  return list.value_unsafe();
}

std::string sorted_rows(std::string header, const std::map<std::string, std::string>& rows) {
  for (const auto& [key, row] : rows) header += row + '\n';
  return header;
}

}  // namespace

Result<std::string> iso_countries(const std::string& path) {
  simdjson::dom::parser parser;
  const auto list = list_of(path, "3166-1", parser);
  if (!list) return list.error();
  std::map<std::string, std::string> rows;
  for (const simdjson::dom::element entry : *list) {
    const std::string code = text(entry, "alpha_2");
    rows[code] = code + '\t' + text(entry, "alpha_3") + '\t' + text(entry, "name") + '\t' +
                 text(entry, "official_name") + '\t' + text(entry, "common_name");
  }
  return sorted_rows(
      "# Source: iso-codes, iso_3166-1.json. Licence: LGPL-2.1-or-later.\n"
      "code\talpha3\tname\tofficial\tcommon\n",
      rows);
}

}  // namespace rapporteur::pack
