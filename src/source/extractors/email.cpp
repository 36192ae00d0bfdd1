// Letters: the text of a message, with its subject, sender and date.
//
// Source: RFC 5322 (messages), RFC 2045 to 2047 (MIME), by GMime. Of the parts that say the same,
// the plain one is read unless it says next to nothing; a page goes to the extractor of pages.
#include <gmime/gmime.h>

#include <array>
#include <memory>
#include <mutex>
#include <utility>

#include "extractor.h"
#include "header_fields.h"
#include "valid_name.h"
#include "words.h"

namespace rapporteur::source::all {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kShortText = 80;  // bytes that say "see the page" and no more
constexpr std::size_t kMostNamed = 20;  // attachments that are named

struct Unref {
  template <class T>
  void operator()(T* object) const {
    g_object_unref(object);
  }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

struct Parts {
  std::string plain;
  std::string page;
  std::vector<std::string> warnings;
};

std::string taken(char* words) {
  std::string out = words == nullptr ? "" : words;
  g_free(words);
  return out;
}

std::string words_of(const char* words) { return valid_name(words == nullptr ? "" : words); }

// GMime calls it for each part, in order.
void take_part(GMimeObject*, GMimeObject* part, gpointer data) {
  auto& parts = *static_cast<Parts*>(data);
  if (GMIME_IS_MULTIPART(part)) return;
  GMimeContentType* type = g_mime_object_get_content_type(part);
  const bool attached = g_mime_object_get_disposition(part) != nullptr &&
                        same_word(g_mime_object_get_disposition(part), "attachment");
  const bool is_page = g_mime_content_type_is_type(type, "text", "html") != 0;
  const bool is_plain = g_mime_content_type_is_type(type, "text", "plain") != 0;
  if (GMIME_IS_TEXT_PART(part) && !attached && (is_page || is_plain)) {
    std::string& into = is_page ? parts.page : parts.plain;
    if (!into.empty()) into += "\n\n";
    into += taken(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
    return;
  }
  if (g_mime_content_type_is_type(type, "image", "*") != 0 && !attached) return;
  if (parts.warnings.size() >= kMostNamed) return;
  const char* name = GMIME_IS_PART(part) ? g_mime_part_get_filename(GMIME_PART(part)) : nullptr;
  const std::string what = name == nullptr ? taken(g_mime_content_type_get_mime_type(type)) : name;
  parts.warnings.push_back("what is attached was not read: '" + valid_name(what.substr(0, 80)) +
                           "'");
}

std::string day_of(GMimeMessage* message) {
  GDateTime* date = g_mime_message_get_date(message);
  if (date == nullptr) return {};
  gchar* words = g_date_time_format(date, "%Y-%m-%d");
  const Result<std::string> day = parse_date(taken(words));
  return day ? *day : "";
}

std::string sender_of(GMimeMessage* message) {
  InternetAddressList* from = g_mime_message_get_from(message);
  if (from == nullptr || internet_address_list_length(from) == 0) return {};
  InternetAddress* first = internet_address_list_get_address(from, 0);
  const std::string name = words_of(internet_address_get_name(first));
  if (!name.empty() || !INTERNET_ADDRESS_IS_MAILBOX(first)) return name;
  return words_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
}

Owned<GMimeMessage> message_of(const std::string& bytes) {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

// Fields that begin letters, in the order of no standard.
bool is_mail_field(std::string_view name) {
  static constexpr std::array kNames = {
      "from"sv,       "to"sv,           "subject"sv,      "date"sv,          "received"sv,
      "message-id"sv, "return-path"sv,  "mime-version"sv, "delivered-to"sv,  "reply-to"sv,
      "sender"sv,     "content-type"sv, "x-mailer"sv,     "dkim-signature"sv};
  for (const std::string_view known : kNames) {
    if (same_word(name, known)) return true;
  }
  return false;
}

// A text may open with "Date: ..."; letters have two such lines at least, and nothing above them.
bool recognises(std::string_view start) {
  std::size_t fields = 0;
  while (!start.empty()) {
    const std::size_t end = std::min(start.find('\n'), start.size());
    const std::string_view line = start.substr(0, end);
    start.remove_prefix(std::min(end + 1, start.size()));
    if (trimmed(line).empty()) break;
    if (line[0] == ' ' || line[0] == '\t') continue;  // the line above goes on
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) break;
    if (line.find(' ') < colon) return false;
    fields += is_mail_field(line.substr(0, colon)) ? 1 : 0;
  }
  return fields >= 2;
}

Result<Article> text_of(Parts parts, const Found& found) {
  if (parts.page.empty() || trimmed(parts.plain).size() >= kShortText) {
    Article article;
    article.text = std::move(parts.plain);
    return article;
  }
  Found page;
  page.where = found.where;
  page.media = Media::html;
  page.charset = "utf-8";
  page.bytes = std::move(parts.page);
  return extractor_of(page).extract(page);
}

Result<Article> extract(const Found& found) {
  const Owned<GMimeMessage> message = message_of(found.bytes);
  if (message == nullptr) return Error{ErrorCode::bad_data, "is no letter", found.where};
  Parts parts;
  g_mime_message_foreach(message.get(), take_part, &parts);
  if (trimmed(parts.plain).empty() && trimmed(parts.page).empty()) {
    return Error{ErrorCode::bad_data, "this letter holds no text", found.where};
  }
  std::vector<std::string> warnings = std::move(parts.warnings);
  Result<Article> article = text_of(std::move(parts), found);
  if (!article) return article.error();
  article->title = words_of(g_mime_message_get_subject(message.get()));
  article->byline = sender_of(message.get());
  article->published = day_of(message.get());
  article->modified.clear();
  article->warnings.insert(article->warnings.end(), warnings.begin(), warnings.end());
  return article;
}

}  // namespace

extern const Extractor email_extractor;
const Extractor email_extractor = {Media::email, "message/rfc822", recognises, extract};

}  // namespace rapporteur::source::all
