// Paths: files, folders, addresses and standard input, one after the other.
#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "address.h"
#include "answer.h"
#include "kind.h"
#include "rapporteur/base/file.h"
#include "rapporteur/source/fetcher.h"
#include "valid_name.h"

namespace rapporteur::source {

namespace {

constexpr std::size_t kDeepest = 64;  // folders within folders

struct Entry {
  std::string path;
  std::string origin;      // path below the folder that was named
  bool is_folder = false;  // links to folders are not
  bool named = false;      // by the user, not found in a folder
  std::size_t depth = 0;
};

// A file's name as given: "a/b.txt" -> "b.txt", "-" -> "stdin".
std::string origin_of(const std::string& path) {
  return path == "-" ? "stdin" : valid_name(path.substr(path.rfind('/') + 1));
}

// The readable entries of a folder, last name first, so that they can be popped in order.
Result<std::vector<Entry>> entries_of(const Entry& folder) {
  DIR* handle = ::opendir(folder.path.c_str());
  if (handle == nullptr) return io_error("open the folder", folder.path);
  std::vector<Entry> out;
  errno = 0;
  while (const dirent* item = ::readdir(handle)) {
    const std::string name = item->d_name;
    if (name.starts_with('.')) continue;
    Entry entry;
    entry.path = folder.path + (folder.path.ends_with('/') ? "" : "/") + name;
    entry.origin =
        folder.origin.empty() ? valid_name(name) : folder.origin + "/" + valid_name(name);
    entry.depth = folder.depth + 1;
    struct stat info{};
    if (::lstat(entry.path.c_str(), &info) != 0) continue;
    entry.is_folder = S_ISDIR(info.st_mode);
    // A link to a file is read as that file; pipes and devices are not.
    if (S_ISLNK(info.st_mode) && ::stat(entry.path.c_str(), &info) != 0) continue;
    if (entry.is_folder || S_ISREG(info.st_mode)) out.push_back(std::move(entry));
    errno = 0;
  }
  const int failed = errno;
  ::closedir(handle);
  errno = failed;
  if (failed != 0) return io_error("read the folder", folder.path);
  std::sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) { return a.path > b.path; });
  return out;
}

class Paths : public Source {
 public:
  Paths(std::vector<std::string> paths, Options options) : options_(std::move(options)) {
    std::reverse(paths.begin(), paths.end());
    for (std::string& path : paths) {
      Entry entry;
      entry.origin = origin_of(path);
      entry.path = std::move(path);
      entry.named = true;
      waiting_.push_back(std::move(entry));
    }
  }

  std::optional<Result<Found>> next() override {
    for (;;) {
      if (file_ != nullptr) {
        if (std::optional<Result<Found>> found = file_->next()) return found;
        file_.reset();
      }
      if (waiting_.empty()) return std::nullopt;
      Entry entry = std::move(waiting_.back());
      waiting_.pop_back();
      if (std::optional<Error> error = enter(std::move(entry))) return Result<Found>(*error);
    }
  }

 private:
  // Opens a file or lays out a folder; nothing if all went well.
  std::optional<Error> enter(Entry entry) {
    if (entry.named && looks_like_address(entry.path)) return open_address(entry.path);
    if (entry.named) {
      struct stat info{};
      entry.is_folder =
          entry.path != "-" && ::stat(entry.path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
      if (entry.is_folder) entry.origin.clear();
    }
    return entry.is_folder ? enter_folder(entry) : open_file(entry);
  }

  std::optional<Error> enter_folder(const Entry& folder) {
    if (folder.depth > kDeepest) {
      return Error{ErrorCode::too_large,
                   "more than " + std::to_string(kDeepest) + " folders within folders",
                   folder.path};
    }
    Result<std::vector<Entry>> entries = entries_of(folder);
    if (!entries) return entries.error();
    std::move(entries->begin(), entries->end(), std::back_inserter(waiting_));
    return std::nullopt;
  }

  std::optional<Error> open_file(const Entry& entry) {
    const Kind* by_name = kind_of_file(entry.path);
    const Kind* wanted = options_.input == "auto" ? nullptr : kind_named(options_.input);
    // Of a folder only what has a known ending and, if a kind was asked for, that kind's.
    if (!entry.named && (by_name == nullptr || (wanted != nullptr && wanted != by_name))) {
      return std::nullopt;
    }
    Result<ByteStream> stream = ByteStream::open(entry.path);
    if (!stream) return stream.error();
    Result<std::unique_ptr<Source>> file = open_input(
        {*std::move(stream), entry.origin}, wanted != nullptr ? wanted : by_name, options_);
    if (!file) return file.error();
    file_ = *std::move(file);
    return std::nullopt;
  }

  std::optional<Error> open_address(const std::string& address) {
    if (!fetcher_) {
      fetcher_.emplace(FetchOptions{.limit = options_.report_limit,
                                    .pause = options_.pause,
                                    .allow_private = options_.allow_private,
                                    .stopped = options_.stopped});
    }
    Result<Answer> answer = fetcher_->get(address);
    if (!answer) return answer.error();
    Result<std::unique_ptr<Source>> source = open_answer(*std::move(answer), options_);
    if (!source) return source.error();
    file_ = *std::move(source);
    return std::nullopt;
  }

  Options options_;
  std::optional<Fetcher> fetcher_;  // made when it is first needed
  std::vector<Entry> waiting_;      // a stack: the next one is the last
  std::unique_ptr<Source> file_;
};

}  // namespace

std::unique_ptr<Source> open_paths(std::vector<std::string> paths, Options options) {
  return std::make_unique<Paths>(std::move(paths), std::move(options));
}

}  // namespace rapporteur::source
