// Mailboxes: letters one after the other, each behind a line that begins with "From ".
//
// Source: RFC 4155, and the habit of quoting such lines within a letter as ">From ".
#include <utility>

#include "header_fields.h"
#include "kind.h"
#include "valid_name.h"
#include "words.h"

namespace rapporteur::source::all {

namespace {

class Mailbox : public Source {
 public:
  Mailbox(Input input, const Options& options) : input_(std::move(input)), options_(options) {}

  std::optional<Result<Found>> next() override {
    while (!ended_) {
      const Result<std::optional<ByteStream::Line>> line =
          input_.bytes.next_line(options_.report_limit);
      if (!line) {
        ended_ = true;
        return Result<Found>(line.error());
      }
      if (!line->has_value()) {
        ended_ = true;
        return letter();
      }
      const bool begins = after_blank_ && (*line)->bytes.starts_with("From ");
      after_blank_ = (*line)->bytes.empty() && !(*line)->too_long;
      if (!begins) {
        add(**line);
        continue;
      }
      std::optional<Result<Found>> before = letter();
      begin(**line);
      if (before) return before;
    }
    return std::nullopt;
  }

 private:
  void begin(const ByteStream::Line& line) {
    ++letters_;
    bytes_.clear();
    too_large_ = false;
    inside_ = true;
    size_ = line.size;
    where_ = input_.bytes.place_of(line);
  }

  void add(const ByteStream::Line& line) {
    if (!inside_ && !trimmed(line.bytes).empty()) begin(line);  // no "From " opens the file
    if (!inside_) return;
    size_ += line.size;
    too_large_ =
        too_large_ || line.too_long || bytes_.size() + line.bytes.size() > options_.report_limit;
    if (too_large_) return bytes_.clear();
    const std::size_t quotes = line.bytes.find_first_not_of('>');
    const bool quoted = quotes != 0 && quotes != std::string_view::npos &&
                        line.bytes.substr(quotes).starts_with("From ");
    bytes_ += line.bytes.substr(quoted ? 1 : 0);
    bytes_ += '\n';
  }

  // The letter that has ended; nothing if none was begun.
  std::optional<Result<Found>> letter() {
    if (!std::exchange(inside_, false)) return std::nullopt;
    if (too_large_) {
      return Result<Found>(Error{ErrorCode::too_large,
                                 "a letter of " + std::to_string(size_) +
                                     " bytes is over the limit of " +
                                     std::to_string(options_.report_limit) +
                                     " bytes; it is skipped, --limit-mb raises the limit",
                                 where_});
    }
    Found found;
    const std::size_t head = std::min(block_size(bytes_), bytes_.size());
    std::string_view id = field_of(std::string_view(bytes_).substr(0, head), "Message-ID");
    if (id.starts_with('<')) id = id.substr(1, id.find('>', 1) - 1);
    found.id = id.empty() ? std::string(stem_of(input_.origin)) + ":" + std::to_string(letters_)
                          : valid_name(id);
    found.origin = input_.origin + "#" + (id.empty() ? std::to_string(letters_) : found.id);
    found.where = where_;
    found.media = Media::email;
    found.size = size_;
    found.date_if_none = options_.date;
    found.bytes = std::exchange(bytes_, {});
    return Result<Found>(std::move(found));
  }

  Input input_;
  const Options& options_;
  std::string bytes_;  // of the letter at hand
  std::string where_;
  std::uint64_t size_ = 0;
  std::uint64_t letters_ = 0;
  bool too_large_ = false;
  bool inside_ = false;  // a letter
  bool after_blank_ = true;
  bool ended_ = false;
};

// "From jo@lake.example Mon Aug 22 09:30:00 2022", then a header field.
bool recognises(std::string_view start) {
  if (!start.starts_with("From ")) return false;
  const std::size_t end = start.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view next = start.substr(end + 1, start.find('\n', end + 1) - end - 1);
  const std::size_t colon = next.find(':');
  return colon != std::string_view::npos && colon > 0 && next.find(' ') > colon;
}

std::unique_ptr<Source> open(Input input, const Options& options) {
  return std::make_unique<Mailbox>(std::move(input), options);
}

}  // namespace

extern const Kind mbox;
const Kind mbox = {"mbox", ".mbox", recognises, open};

}  // namespace rapporteur::source::all
