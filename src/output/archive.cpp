#include "rapporteur/output/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "rapporteur/base/file.h"

namespace rapporteur::output {

namespace {

class Folder : public FileSet {
 public:
  explicit Folder(std::string path) : path_(std::move(path)) {}
  ~Folder() override {
    if (file_ == nullptr) return;
    std::fclose(file_);
    std::remove(part().c_str());
  }

  Result<void> begin(const std::string& name) override {
    if (Result<void> r = finish(); !r) return r;
    name_ = name;
    file_ = std::fopen(part().c_str(), "wb");
    if (file_ == nullptr) return io_error("write", part());
    return {};
  }

  Result<void> write(std::string_view bytes) override {
    const bool done = std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size();
    return done ? Result<void>() : io_error("write", part());
  }

  Result<void> finish() override {
    if (file_ == nullptr) return {};
    const bool closed = std::fclose(std::exchange(file_, nullptr)) == 0;
    const std::string whole = path_ + "/" + name_;
    if (closed && std::rename(part().c_str(), whole.c_str()) == 0) return {};
    return io_error("write", whole);
  }

 private:
  [[nodiscard]] std::string part() const { return path_ + "/" + name_ + ".part"; }

  std::string path_;
  std::string name_;
  std::FILE* file_ = nullptr;
};

class Zip : public FileSet {
 public:
  explicit Zip(std::string path) : path_(std::move(path)), archive_(archive_write_new()) {}
  ~Zip() override {
    if (archive_ == nullptr) return;
    archive_write_free(archive_);
    std::remove(part().c_str());
  }

  Result<void> open() {
    archive_write_set_format_zip(archive_);
    // What it asks for beside the file's name would depend on clock, user or place.
    archive_write_set_options(archive_, "zip:zip64");
    return check(archive_write_open_filename(archive_, part().c_str()));
  }

  Result<void> begin(const std::string& name) override {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    const Result<void> r = check(archive_write_header(archive_, entry));
    archive_entry_free(entry);
    return r;
  }

  Result<void> write(std::string_view bytes) override {
    while (!bytes.empty()) {
      const la_ssize_t n = archive_write_data(archive_, bytes.data(), bytes.size());
      if (n <= 0) return check(ARCHIVE_FATAL);
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return {};
  }

  Result<void> finish() override {
    if (Result<void> r = check(archive_write_close(archive_)); !r) return r;
    archive_write_free(std::exchange(archive_, nullptr));
    if (std::rename(part().c_str(), path_.c_str()) == 0) return {};
    return io_error("write", path_);
  }

 private:
  [[nodiscard]] std::string part() const { return path_ + ".part"; }

  [[nodiscard]] Result<void> check(int code) const {
    if (code == ARCHIVE_OK || code == ARCHIVE_WARN) return {};
    errno = archive_errno(archive_);
    if (errno > 0) return io_error("write", path_);
    const char* const said = archive_error_string(archive_);
    return Error{ErrorCode::io, said == nullptr ? "cannot be written" : said, path_};
  }

  std::string path_;
  archive* archive_;
};

}  // namespace

Result<std::unique_ptr<FileSet>> open_file_set(const std::string& path) {
  if (path.ends_with(".zip")) {
    auto zip = std::make_unique<Zip>(path);
    if (Result<void> r = zip->open(); !r) return r.error();
    return std::unique_ptr<FileSet>(std::move(zip));
  }
  if (mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) return io_error("make", path);
  struct stat status{};
  if (stat(path.c_str(), &status) != 0) return io_error("open", path);
  if (!S_ISDIR(status.st_mode)) return Error{ErrorCode::io, "is no folder", path};
  return std::unique_ptr<FileSet>(std::make_unique<Folder>(path));
}

}  // namespace rapporteur::output
