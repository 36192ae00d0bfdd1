// WARC: what crawlers keep. Each response that a server gave with status 200, and whose type an
// extractor takes, is a document; so are "resource" and "conversion" records of such a type.
//
// Source: ISO 28500:2017 (WARC/1.1) and WARC/1.0. A record: "WARC/1.1", header fields, a blank
// line, a block of as many bytes as they say, two line ends. Memory: one record. A record that is
// damaged, or longer than it says, is an error; the next is looked for by its first words.
#include <charconv>
#include <utility>

#include "address.h"
#include "extractor.h"
#include "header_fields.h"
#include "http_message.h"
#include "kind.h"
#include "valid_name.h"
#include "words.h"

namespace rapporteur::source::all {

namespace {

constexpr std::size_t kMostHead = 64 * 1024;  // bytes of header fields
constexpr std::string_view kBegin = "WARC/1.";

// Header fields of a record; they own their words, for the stream moves on.
struct Head {
  std::string where;
  std::string type;
  std::string id;
  std::string address;
  std::string date;
  std::string content_type;
  std::string truncated;
  std::uint64_t length = 0;
  std::uint64_t size = 0;
};

// "<http://...>" -> "http://...": some writers put brackets around addresses as around ids.
std::string_view unbracketed(std::string_view words) {
  if (words.starts_with('<') && words.ends_with('>')) return words.substr(1, words.size() - 2);
  return words;
}

Result<Head> head_in(std::string_view block, const std::string& where) {
  Head head;
  head.where = where;
  head.size = block.size();
  head.type = lower(field_of(block, "WARC-Type"));
  head.id = unbracketed(field_of(block, "WARC-Record-ID"));
  head.address = unbracketed(field_of(block, "WARC-Target-URI"));
  head.date = field_of(block, "WARC-Date");
  head.content_type = field_of(block, "Content-Type");
  head.truncated = field_of(block, "WARC-Truncated");
  const std::string_view length = field_of(block, "Content-Length");
  const auto read = std::from_chars(length.data(), length.data() + length.size(), head.length);
  if (read.ec != std::errc() || read.ptr != length.data() + length.size()) {
    return Error{ErrorCode::bad_data, "its field Content-Length is no number", where};
  }
  return head;
}

// What of a record's block is a document, and which.
struct Content {
  Media media = Media::unknown;  // unknown: none that is read
  std::string_view type;
  HttpHead http;
  bool is_http = false;
};

Content content_of(const Head& head, std::string_view block) {
  Content content;
  if (head.type == "response") {
    const Result<HttpHead> http = http_head_of(block);
    if (!http || http->status != 200) return content;
    content.http = *http;
    content.is_http = true;
    content.type = http->type;
  } else if (head.type == "resource" || head.type == "conversion") {
    content.type = head.content_type;
  }
  content.media = media_of_type(content.type);
  return content;
}

class Warc : public Source {
 public:
  Warc(Input input, const Options& options) : input_(std::move(input)), options_(options) {}

  std::optional<Result<Found>> next() override {
    while (!ended_) {
      if (std::optional<Result<Found>> found = next_record()) return found;
    }
    return std::nullopt;
  }

 private:
  ByteStream& bytes() { return input_.bytes; }

  // After an error the next record is looked for, unless nothing more can be read.
  Result<Found> failed(ErrorCode code, std::string message, std::string where) {
    lost_ = true;
    if (code == ErrorCode::io || code == ErrorCode::too_large) ended_ = true;
    return Error{code, std::move(message), std::move(where)};
  }
  Result<Found> failed(const Error& error) {
    return failed(error.code, error.message, bytes().place());
  }

  // Nothing at the end and for a record that is no document.
  std::optional<Result<Found>> next_record() {
    const Result<bool> there = find_begin();
    if (!there) return failed(there.error());
    if (!*there) {
      ended_ = true;
      return std::nullopt;
    }
    const std::string where = bytes().place();
    const Result<std::string_view> start = bytes().peek(kBegin.size());
    if (!start) return failed(start.error());
    if (!start->starts_with(kBegin)) {
      return failed(ErrorCode::bad_data, "no WARC record begins here", where);
    }
    const Result<Head> head = read_head(where);
    if (!head) return failed(head.error().code, head.error().message, where);
    return read_block(*head);
  }

  // Stands at the first byte that is no line end or, if lost, at the next "WARC/1.". False: the
  // end.
  Result<bool> find_begin() {
    for (;;) {
      const Result<std::string_view> start =
          lost_ ? bytes().peek(kBegin.size()) : bytes().at_hand();
      if (!start) return start.error();
      if (start->size() < (lost_ ? kBegin.size() : 1)) return false;
      const std::string_view all = *bytes().at_hand();
      const std::size_t begin =
          lost_ ? all.find(kBegin) : all.find_first_not_of(std::string_view("\r\n\0", 3));
      if (begin != std::string_view::npos) {
        bytes().skip(begin);
        lost_ = false;
        return true;
      }
      bytes().skip(lost_ ? all.size() - kBegin.size() + 1 : all.size());
    }
  }

  Result<Head> read_head(const std::string& where) {
    const std::size_t size = head_size();
    if (size > kMostHead) {
      bytes().skip(kBegin.size());
      return Error{ErrorCode::bad_data, "the header fields of this WARC record do not end", where};
    }
    Result<Head> head = head_in(bytes().at_hand()->substr(0, size), where);
    bytes().skip(size);
    return head;
  }

  // npos: the header fields do not end, or the stream is damaged here.
  std::size_t head_size() {
    for (;;) {
      const std::string_view all = *bytes().at_hand();
      const std::size_t size = block_size(all.substr(0, kMostHead));
      if (size != std::string_view::npos || all.size() >= kMostHead) return size;
      const Result<std::string_view> more = bytes().peek(all.size() + 1);
      if (!more || more->size() == all.size()) return std::string_view::npos;
    }
  }

  std::optional<Result<Found>> read_block(const Head& head) {
    if (head.length > options_.report_limit) return skip_block(head);
    // A byte more than the record has: only then was the sum of its gzip member checked.
    const std::size_t whole = head.length + 4;
    const Result<std::string_view> peeked = bytes().peek(whole + 1);
    if (!peeked) return failed(peeked.error().code, peeked.error().message, head.where);
    const std::string_view block = peeked->substr(0, head.length);
    const std::string_view behind = peeked->substr(0, whole).substr(block.size());
    if (block.size() < head.length) {
      return failed(ErrorCode::bad_data,
                    "this WARC record is cut off: it has " + std::to_string(block.size()) + " of " +
                        std::to_string(head.length) + " bytes",
                    head.where);
    }
    if (!kBegin.starts_with(trimmed(behind))) {
      return failed(ErrorCode::bad_data, "this WARC record is not as long as it says", head.where);
    }
    std::optional<Result<Found>> found = found_in(head, block);
    bytes().skip(head.length);
    return found;
  }

  // A block over the limit is never held; the next record is looked for from its first byte on.
  std::optional<Result<Found>> skip_block(const Head& head) {
    lost_ = true;
    const Result<std::string_view> start = bytes().peek(kMostHead);
    if (!start) return failed(start.error().code, start.error().message, head.where);
    if (content_of(head, *start).media == Media::unknown) return std::nullopt;
    return Result<Found>(Error{ErrorCode::too_large,
                               "a record of " + std::to_string(head.length) +
                                   " bytes is over the limit of " +
                                   std::to_string(options_.report_limit) +
                                   " bytes; it is skipped, --limit-mb raises the limit",
                               head.where});
  }

  [[nodiscard]] std::optional<Result<Found>> found_in(const Head& head,
                                                      std::string_view block) const {
    const Content content = content_of(head, block);
    if (content.media == Media::unknown) return std::nullopt;
    Found found;
    if (content.is_http) {
      Result<std::string> body = http_body_of(content.http, block, options_.report_limit);
      if (!body) return Result<Found>(Error{body.error().code, body.error().message, head.where});
      found.bytes = *std::move(body);
    } else {
      found.bytes = block;
    }
    found.where = head.where;
    found.media = content.media;
    found.charset = valid_name(parameter_of(content.type, "charset"));
    found.size = head.size + head.length;
    take(head, found);
    return Result<Found>(std::move(found));
  }

  void take(const Head& head, Found& found) const {
    found.id = valid_name(head.id);
    const std::string number = head.where.substr(head.where.rfind('@') + 1);
    if (found.id.empty()) found.id = std::string(stem_of(input_.origin)) + ":" + number;
    found.address = valid_name(head.address);
    found.origin =
        head.address.empty() ? input_.origin + "#" + found.id : canonical_address(found.address);
    const Result<std::string> day = parse_date(head.date);
    found.date_if_none = day ? *day : options_.date;
    if (!head.truncated.empty()) {
      found.notes.push_back("the crawl cut this page short: " +
                            valid_name(head.truncated.substr(0, 40)));
    }
  }

  Input input_;
  const Options& options_;
  bool lost_ = false;
  bool ended_ = false;
};

bool recognises(std::string_view start) { return start.starts_with(kBegin); }

std::unique_ptr<Source> open(Input input, const Options& options) {
  return std::make_unique<Warc>(std::move(input), options);
}

}  // namespace

extern const Kind warc;
const Kind warc = {"warc", ".warc .wet", recognises, open};

}  // namespace rapporteur::source::all
