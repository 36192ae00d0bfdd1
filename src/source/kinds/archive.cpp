// Archives: ZIP and tar, packed or not; each member of a known kind is read as a file of that name.
//
// By libarchive, as a stream from front to back, so that pipes do as well as files. Nothing is ever
// written to disk: a member's name is only a name. Members within members go kDeepest deep, and all
// that is unpacked of one file counts against one limit (see Growth).
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <utility>

#include "kind.h"
#include "valid_name.h"

namespace rapporteur::source::all {

namespace {

constexpr std::size_t kDeepest = 4;  // archives within archives
constexpr std::size_t kMostName = 1024;

// libarchive's handle with the stream from which it reads.
class Unpacker {
 public:
  explicit Unpacker(ByteStream bytes) : bytes_(std::move(bytes)), handle_(archive_read_new()) {
    archive_read_support_format_zip_streamable(handle_);
    archive_read_support_format_tar(handle_);
    archive_read_support_format_raw(handle_);
    archive_read_support_filter_bzip2(handle_);
    archive_read_support_filter_xz(handle_);
    archive_read_support_filter_zstd(handle_);
    opened_ = archive_read_open(handle_, this, nullptr, on_read, nullptr) == ARCHIVE_OK;
  }
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;
  ~Unpacker() { archive_read_free(handle_); }

  // The next member; nothing at the end. Errors: bad_data; too_large, io, after which nothing
  // follows. The pointer is valid until the next call.
  Result<archive_entry*> next() {
    if (Result<void> drained = drain(); !drained) return drained.error();
    if (bytes_.growth()->is_bomb()) return std::add_pointer_t<archive_entry>{nullptr};
    if (!opened_) return failure();
    archive_entry* entry = nullptr;
    for (;;) {
      const int code = archive_read_next_header(handle_, &entry);
      if (code == ARCHIVE_EOF) return std::add_pointer_t<archive_entry>{nullptr};
      if (code == ARCHIVE_OK || code == ARCHIVE_WARN) break;
      if (code == ARCHIVE_FATAL) return failure();
    }
    in_member_ = true;
    return entry;
  }

  Result<std::size_t> read(char* into, std::size_t room) {
    const la_ssize_t got = archive_read_data(handle_, into, room);
    if (got < 0) {
      in_member_ = false;
      return failure();
    }
    in_member_ = got > 0;
    Growth& growth = *bytes_.growth();
    growth.unpacked += static_cast<std::size_t>(got);
    if (growth.is_bomb()) return bomb();
    return static_cast<std::size_t>(got);
  }

  [[nodiscard]] bool is_raw() const { return archive_format(handle_) == ARCHIVE_FORMAT_RAW; }
  [[nodiscard]] bool is_filtered() const { return archive_filter_count(handle_) > 1; }
  [[nodiscard]] const ByteStream& bytes() const { return bytes_; }

 private:
  static la_ssize_t on_read(archive* handle, void* self, const void** block) {
    auto& mine = *static_cast<Unpacker*>(self);
    mine.bytes_.skip(std::exchange(mine.given_, 0));
    const Result<std::string_view> bytes = mine.bytes_.at_hand();
    if (!bytes) {
      mine.error_ = bytes.error();
      archive_set_error(handle, EIO, "%s", bytes.error().message.c_str());
      return ARCHIVE_FATAL;
    }
    *block = bytes->data();
    mine.given_ = bytes->size();
    return static_cast<la_ssize_t>(bytes->size());
  }

  // What a filter unpacks only to be passed over counts as well.
  Result<void> drain() {
    std::string block(in_member_ && is_filtered() ? 64 * 1024 : 0, '\0');
    while (in_member_ && !block.empty()) {
      const Result<std::size_t> got = read(block.data(), block.size());
      if (!got && got.error().code != ErrorCode::bad_data) return got.error();
    }
    return {};
  }

  [[nodiscard]] Error bomb() const {
    return {ErrorCode::too_large,
            "unpacks to more than " + std::to_string(Growth::kMost) + " times its size",
            bytes_.name()};
  }
  [[nodiscard]] Error failure() const {
    if (error_) return *error_;
    const char* why = archive_error_string(handle_);
    return {ErrorCode::bad_data,
            "the archive is damaged or cut off: " +
                valid_name(why == nullptr ? "no archive begins here" : why),
            bytes_.place()};
  }

  ByteStream bytes_;
  archive* handle_;
  std::optional<Error> error_;  // of the stream below
  std::size_t given_ = 0;       // bytes of the stream that libarchive looks at
  bool opened_ = false;
  bool in_member_ = false;
};

class MemberBytes : public Bytes {
 public:
  explicit MemberBytes(std::shared_ptr<Unpacker> unpacker) : unpacker_(std::move(unpacker)) {}
  Result<std::size_t> read(char* into, std::size_t room) override {
    if (ended_) return std::size_t{0};
    Result<std::size_t> got = unpacker_->read(into, room);
    ended_ = !got || *got == 0;
    return got;
  }

 private:
  std::shared_ptr<Unpacker> unpacker_;
  bool ended_ = false;
};

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return valid_name(name == nullptr ? "" : std::string_view(name).substr(0, kMostName));
}

// As in folders: hidden files are passed over, and what one system puts beside every file.
bool is_hidden(std::string_view name) {
  return name.substr(name.rfind('/') + 1).starts_with('.') || name.starts_with("__MACOSX/");
}

class Archive : public Source {
 public:
  Archive(Input input, const Options& options)
      : origin_(std::move(input.origin)),
        depth_(input.depth + 1),
        options_(options),
        unpacker_(std::make_shared<Unpacker>(std::move(input.bytes))) {
    options_.input = "auto";
  }

  std::optional<Result<Found>> next() override {
    while (!ended_) {
      if (member_ != nullptr) {
        if (std::optional<Result<Found>> found = member_->next()) return found;
        member_.reset();
      }
      if (std::optional<Error> error = next_member()) return Result<Found>(*std::move(error));
    }
    return std::nullopt;
  }

 private:
  std::optional<Error> next_member() {
    if (depth_ > kDeepest) {
      ended_ = true;
      return Error{ErrorCode::too_large,
                   "more than " + std::to_string(kDeepest) + " archives within archives",
                   unpacker_->bytes().name()};
    }
    const Result<archive_entry*> entry = unpacker_->next();
    if (!entry || *entry == nullptr) {
      ended_ = true;
      return entry ? std::nullopt : std::optional(entry.error());
    }
    return open_member(*entry);
  }

  std::optional<Error> open_member(archive_entry* entry) {
    const bool is_raw = unpacker_->is_raw();
    if (is_raw && !unpacker_->is_filtered()) {
      ended_ = true;
      return Error{ErrorCode::bad_data, "is no archive", unpacker_->bytes().name()};
    }
    // A packed file that is no archive has one member without a name.
    const std::string name = is_raw ? std::string(stem_of(origin_)) : name_of(entry);
    if (!is_raw && archive_entry_filetype(entry) != AE_IFREG) return std::nullopt;
    const Kind* kind = kind_of_file(name);
    if (!is_raw && (kind == nullptr || is_hidden(name))) return std::nullopt;
    const std::string where = unpacker_->bytes().name() + (is_raw ? "" : "!" + name);
    if (archive_entry_is_data_encrypted(entry) != 0) {
      return Error{ErrorCode::unsupported, "is encrypted", where};
    }
    ByteStream bytes(std::make_unique<MemberBytes>(unpacker_), where, unpacker_->bytes().growth());
    Result<std::unique_ptr<Source>> member = open_input(
        {std::move(bytes), is_raw ? origin_ : origin_ + "!" + name, depth_}, kind, options_);
    if (!member) return member.error();
    member_ = *std::move(member);
    return std::nullopt;
  }

  std::string origin_;
  std::size_t depth_;
  Options options_;
  std::shared_ptr<Unpacker> unpacker_;
  std::unique_ptr<Source> member_;
  bool ended_ = false;
};

bool recognises(std::string_view start) {
  using namespace std::string_view_literals;
  for (const std::string_view magic : {"PK\x03\x04"sv, "PK\x05\x06"sv, "BZh"sv,
                                       "\xFD"
                                       "7zXZ\0"sv,
                                       "\x28\xB5\x2F\xFD"sv}) {
    if (start.starts_with(magic)) return true;
  }
  return start.size() > 262 && start.substr(257, 5) == "ustar";
}

std::unique_ptr<Source> open(Input input, const Options& options) {
  return std::make_unique<Archive>(std::move(input), options);
}

}  // namespace

extern const Kind archive;
const Kind archive = {"archive", ".zip .tar .tgz .tbz2 .txz .bz2 .xz .zst", recognises, open};

}  // namespace rapporteur::source::all
