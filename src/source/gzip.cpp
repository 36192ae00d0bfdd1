#include "gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace rapporteur::source {

namespace {

constexpr std::string_view kMagic = "\x1f\x8b\x08";  // gzip, deflated
constexpr int kGzip = 15 + 16;                       // zlib's words for a window and a format
constexpr int kGzipOrZlib = 15 + 32;
constexpr int kBareDeflate = -15;

// zlib's state; inflates from one range of bytes into another.
class Inflater {
 public:
  explicit Inflater(int format) { ready_ = inflateInit2(&stream_, format) == Z_OK; }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() {
    if (ready_) inflateEnd(&stream_);
  }

  struct Step {
    int code = Z_OK;
    std::size_t taken = 0;
    std::size_t made = 0;
  };
  Step step(std::string_view in, char* out, std::size_t room) {
    if (!ready_) return {Z_MEM_ERROR};
    constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
    const auto in_size = static_cast<uInt>(std::min(in.size(), kMost));
    const auto out_size = static_cast<uInt>(std::min(room, kMost));
    // zlib takes no const bytes, and does not change them.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));  // NOLINT
    stream_.avail_in = in_size;
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = out_size;
    const int code = inflate(&stream_, Z_NO_FLUSH);
    return {code, in_size - stream_.avail_in, out_size - stream_.avail_out};
  }
  void begin_again() { inflateReset(&stream_); }

 private:
  z_stream stream_{};
  bool ready_ = false;
};

class GzipBytes : public Bytes {
 public:
  explicit GzipBytes(ByteStream packed) : packed_(std::move(packed)) {}

  // Members are small in crawls: goes on over their ends until `into` is full.
  Result<std::size_t> read(char* into, std::size_t room) override {
    std::size_t made = 0;
    while (!ended_ && !waiting_ && made < room) {
      const Result<std::string_view> in = packed_.at_hand();
      if (!in) {
        waiting_ = in.error();
      } else if (in->empty()) {
        end();
      } else if (inside_) {
        made += take(*in, into + made, room - made);
      } else {
        begin_member();
      }
    }
    if (made == 0 && waiting_) return *std::exchange(waiting_, std::nullopt);
    return made;
  }

 private:
  [[nodiscard]] Error damaged(const std::string& what) const {
    return {ErrorCode::bad_data,
            what + " (at byte " + std::to_string(packed_.offset()) + " of the packed file)",
            packed_.name()};
  }

  void end() {
    ended_ = true;
    if (inside_) waiting_ = damaged("the gzip data is cut off");
  }

  // Stands at the start of a member, behind the last, or somewhere in a damaged one.
  void begin_member() {
    const Result<std::string_view> start = packed_.peek(kMagic.size());
    if (!start) {
      waiting_ = start.error();
    } else if (*start == kMagic) {
      inside_ = true;
      lost_ = false;
      inflater_.begin_again();
    } else if (!lost_ && start->front() != '\0') {  // zeros fill the blocks of tapes
      lost_ = true;
      waiting_ = damaged("something that is no gzip stands behind a gzip member");
    } else {
      const std::string_view all = *packed_.at_hand();
      const std::size_t next = all.find(kMagic[0], 1);
      packed_.skip(next == std::string_view::npos ? all.size() : next);
    }
  }

  // Bytes made.
  std::size_t take(std::string_view in, char* into, std::size_t room) {
    const Inflater::Step step = inflater_.step(in, into, room);
    packed_.skip(step.taken);
    packed_.growth()->unpacked += step.made;
    if (step.code == Z_STREAM_END) {
      inside_ = false;
    } else if (step.code != Z_OK && step.code != Z_BUF_ERROR) {
      inside_ = false;
      lost_ = true;
      waiting_ = damaged("the gzip data is damaged");
    }
    if (packed_.growth()->is_bomb()) {
      ended_ = true;
      waiting_ = Error{ErrorCode::too_large,
                       "unpacks to more than " + std::to_string(Growth::kMost) + " times its size",
                       packed_.name()};
    }
    return step.made;
  }

  ByteStream packed_;
  Inflater inflater_{kGzip};
  std::optional<Error> waiting_;  // until all that was made before is read
  bool inside_ = false;           // a member
  bool lost_ = false;             // looks for the next member
  bool ended_ = false;
};

Result<std::string> inflate_all(std::string_view packed, int format, std::uint64_t limit) {
  Inflater inflater(format);
  std::string out;
  for (;;) {
    const std::size_t before = out.size();
    out.resize(before + std::max<std::size_t>(packed.size() * 4, 16 * 1024));
    const Inflater::Step step = inflater.step(packed, out.data() + before, out.size() - before);
    packed.remove_prefix(step.taken);
    out.resize(before + step.made);
    if (out.size() > limit) {
      return Error{ErrorCode::too_large,
                   "unpacks to more than the limit of " + std::to_string(limit) +
                       " bytes; --limit-mb raises it",
                   ""};
    }
    if (step.code == Z_STREAM_END) return out;
    if (step.code != Z_OK || (step.made == 0 && step.taken == 0)) {
      return Error{ErrorCode::bad_data, "its compressed body is damaged or cut off", ""};
    }
  }
}

}  // namespace

bool is_gzip(std::string_view start) { return start.starts_with(kMagic); }

std::unique_ptr<Bytes> gunzip(ByteStream packed) {
  return std::make_unique<GzipBytes>(std::move(packed));
}

Result<std::string> inflate_body(std::string_view packed, std::uint64_t limit) {
  Result<std::string> body = inflate_all(packed, kGzipOrZlib, limit);
  if (body || body.error().code == ErrorCode::too_large || is_gzip(packed)) return body;
  // "deflate" is zlib's format by the standard and bare by the habit of some servers.
  return inflate_all(packed, kBareDeflate, limit);
}

}  // namespace rapporteur::source
