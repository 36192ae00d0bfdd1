#include <string>

#include "migrate.h"
#include "sqlite/file.h"

namespace rapporteur::store::sqlite {

Result<int> File::look() {
  const Result<std::int64_t> version = number("PRAGMA user_version");
  if (!version) return version.error();
  const Result<std::int64_t> application = number("PRAGMA application_id");
  if (!application) return application.error();
  const Result<std::int64_t> objects = number("SELECT count(*) FROM sqlite_schema");
  if (!objects) return objects.error();
  const bool is_empty = *version == 0 && *objects == 0;
  if (!is_empty && *application != kApplicationId) {
    return Error{ErrorCode::unsupported, "this SQLite file is no register", path_};
  }
  return static_cast<int>(*version);
}

Result<void> File::upgrade(int from, int to) {
  for (int version = from; version < to; ++version) {
    if (Result<void> r = exec(std::string(migration(version))); !r) return r;
  }
  return exec("PRAGMA application_id = " + std::to_string(kApplicationId) +
              "; PRAGMA user_version = " + std::to_string(to));
}

}  // namespace rapporteur::store::sqlite
