#include "given.h"

#include <array>
#include <deque>
#include <utility>

#include "json_body.h"
#include "rapporteur/base/digest.h"

namespace rapporteur::http {

namespace {

using simdjson::dom::element;

constexpr std::size_t kMostDocuments = 1000;

struct Members {
  std::string text, html, address, date, title, url, source, id;
};

Result<Members> members_of(const element& value) {
  Members out;
  constexpr std::size_t kAny = std::string::npos;  // the limit is that of the request
  const std::array words = {
      WordsMember{"text", &out.text, kAny}, WordsMember{"html", &out.html, kAny},
      WordsMember{"address", &out.address}, WordsMember{"date", &out.date},
      WordsMember{"title", &out.title},     WordsMember{"url", &out.url},
      WordsMember{"source", &out.source},   WordsMember{"id", &out.id}};
  if (Result<void> read = read_members(value, words); !read) return read.error();
  const int ways = static_cast<int>(!out.text.empty()) + static_cast<int>(!out.html.empty()) +
                   static_cast<int>(!out.address.empty());
  if (ways != 1) return bad_body("give one of text, html and address", "body");
  return out;
}

Result<void> add(const element& value, Given& out) {
  Result<Members> members = members_of(value);
  if (!members) return members.error();
  if (!members->address.empty()) {
    out.addresses.push_back(std::move(members->address));
    return {};
  }
  source::Found found;
  const bool is_html = !members->html.empty();
  found.bytes = is_html ? std::move(members->html) : std::move(members->text);
  found.media = is_html ? source::Media::html : source::Media::text;
  found.charset = "utf-8";
  found.title = members->title;
  found.publisher = members->source;
  found.address = members->url;
  if (!members->date.empty()) {
    Result<std::string> day = source::parse_date(members->date);
    if (!day) return bad_body(day.error().message, "date");
    found.published = *std::move(day);
  }
  // Who gives the same document twice has given one.
  found.id = members->id.empty() ? "given-" + sha256_hex(found.bytes).substr(0, 16) : members->id;
  found.origin = members->url.empty() ? "given#" + found.id : members->url;
  found.where = found.id;
  found.size = found.bytes.size();
  out.documents.push_back(std::move(found));
  return {};
}

class GivenSource : public source::Source {
 public:
  GivenSource(Given given, source::Options how)
      : documents_(std::make_move_iterator(given.documents.begin()),
                   std::make_move_iterator(given.documents.end())),
        fetched_(source::open_addresses(std::move(given.addresses), std::move(how))) {}

  std::optional<Result<source::Found>> next() override {
    if (documents_.empty()) return fetched_->next();
    source::Found out = std::move(documents_.front());
    documents_.pop_front();
    return Result<source::Found>(std::move(out));
  }

 private:
  std::deque<source::Found> documents_;
  std::unique_ptr<source::Source> fetched_;
};

}  // namespace

Result<Given> parse_document(std::string_view body) {
  simdjson::dom::parser parser;
  Result<element> value = parse_json(parser, body);
  if (!value) return value.error();
  Given out;
  if (Result<void> added = add(*value, out); !added) return added.error();
  return out;
}

Result<Given> parse_documents(std::string_view body) {
  simdjson::dom::parser parser;
  Result<element> value = parse_json(parser, body);
  if (!value) return value.error();
  simdjson::dom::array documents;
  if ((*value)["documents"].get(documents) != simdjson::SUCCESS) {
    return bad_body("must be a list", "documents");
  }
  if (documents.size() == 0 || documents.size() > kMostDocuments) {
    return bad_body("must be from 1 to " + std::to_string(kMostDocuments), "documents");
  }
  Given out;
  for (const element& one : documents) {
    if (Result<void> added = add(one, out); !added) return added.error();
  }
  return out;
}

std::unique_ptr<source::Source> open_given(Given given, source::Options how) {
  return std::make_unique<GivenSource>(std::move(given), std::move(how));
}

}  // namespace rapporteur::http
