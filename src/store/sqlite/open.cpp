#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "rapporteur/base/file.h"
#include "sqlite/file.h"

namespace rapporteur::store::sqlite {
namespace {

// SQLite takes options in the address of a file, so its special characters are escaped.
std::string uri_of(const std::string& path, std::string_view options) {
  std::string out = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      static constexpr char kHex[] = "0123456789abcdef";
      out += {'%', kHex[c >> 4], kHex[c & 15]};
    } else {
      out += c;
    }
  }
  return out + std::string(options);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

Result<void> may(const std::string& path, int rights) {
  if (faccessat(AT_FDCWD, path.c_str(), rights, AT_EACCESS) != 0) return io_error("open", path);
  return {};
}

// SQLite says "cannot open" to everything; this says why.
Result<void> look(const std::string& path, Access access) {
  struct stat status{};
  const bool exists = stat(path.c_str(), &status) == 0;
  if (!exists && (errno != ENOENT || access != Access::create)) return io_error("open", path);
  if (!exists) return may(folder_of(path), W_OK | X_OK);
  if (!S_ISREG(status.st_mode)) return Error{ErrorCode::io, "not a regular file", path};
  if (access == Access::read) return may(path, R_OK);
  if (Result<void> r = may(path, R_OK | W_OK); !r) return r;
  // The log is written beside the file.
  return may(folder_of(path), W_OK | X_OK);
}

// A register at rest in a folder that we may not write cannot have its log shared; but without a
// log nobody writes, so that the file can be taken as it lies.
bool is_at_rest(const std::string& path) {
  struct stat status{};
  return stat((path + "-wal").c_str(), &status) != 0 || status.st_size == 0;
}

Result<std::unique_ptr<File>> open_for_reading(const std::string& path,
                                               const OpenOptions& options) {
  Result<std::unique_ptr<File>> file =
      File::open(uri_of(path, "?mode=ro"), path, SQLITE_OPEN_READONLY, options);
  if (!file) return file;
  const Result<void> readable = (*file)->exec("SELECT count(*) FROM sqlite_schema");
  if (readable || !is_at_rest(path)) return readable ? std::move(file) : readable.error();
  if (readable.error().code == ErrorCode::damaged) return readable.error();
  return File::open(uri_of(path, "?mode=ro&immutable=1"), path, SQLITE_OPEN_READONLY, options);
}

}  // namespace

Result<std::unique_ptr<Connection>> open(const std::string& path, const OpenOptions& options) {
  if (Result<void> r = look(path, options.access); !r) return r.error();
  const int flags =
      SQLITE_OPEN_READWRITE | (options.access == Access::create ? SQLITE_OPEN_CREATE : 0);
  Result<std::unique_ptr<File>> file = options.access == Access::read
                                           ? open_for_reading(path, options)
                                           : File::open(uri_of(path, ""), path, flags, options);
  if (!file) return std::move(file).error();
  return std::unique_ptr<Connection>(*std::move(file));
}

}  // namespace rapporteur::store::sqlite
