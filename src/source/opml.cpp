#include "rapporteur/source/opml.h"

#include <libxml/xmlreader.h>

#include <limits>
#include <memory>
#include <unordered_set>
#include <utility>

#include "address.h"
#include "quiet_xml.h"
#include "rapporteur/base/file.h"
#include "words.h"

namespace rapporteur::source {

namespace {

constexpr int kDeepest = 200;
constexpr std::size_t kMostFeeds = 100'000;
constexpr std::uint64_t kLargest = 64U << 20;

struct FreeReader {
  void operator()(xmlTextReader* reader) const {
    // A document with a DOCTYPE is kept apart from its reader.
    xmlDoc* document = xmlTextReaderCurrentDoc(reader);
    xmlFreeTextReader(reader);
    if (document != nullptr) xmlFreeDoc(document);
  }
};
struct FreeWords {
  void operator()(xmlChar* words) const { xmlFree(words); }
};

std::string_view view(const xmlChar* words) {
  return words == nullptr ? std::string_view() : reinterpret_cast<const char*>(words);
}

class OpmlReader {
 public:
  OpmlReader(std::string_view bytes, const std::string& name)
      : name_(name),
        reader_(xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)) {
    if (reader_ != nullptr) xmlTextReaderSetErrorHandler(reader_.get(), &take_error, this);
  }

  Result<Subscriptions> read() {
    if (reader_ == nullptr) return bad("cannot be read as XML");
    int more = 1;
    while ((more = xmlTextReaderRead(reader_.get())) == 1) {
      if (Result<void> taken = take_node(); !taken) return taken.error();
    }
    if (more < 0) return bad("is no XML from here on" + (why_.empty() ? "" : ": " + why_));
    return std::move(out_);
  }

 private:
  static void take_error(void* self, const char* message, xmlParserSeverities,
                         xmlTextReaderLocatorPtr) {
    auto& why = static_cast<OpmlReader*>(self)->why_;
    if (why.empty() && message != nullptr) why = trimmed(message);
  }

  // Of the element at hand; the parser itself is some lines ahead of it.
  [[nodiscard]] long line() const {
    const long at = xmlGetLineNo(xmlTextReaderCurrentNode(reader_.get()));
    return at > 0 ? at : xmlTextReaderGetParserLineNumber(reader_.get());
  }
  [[nodiscard]] std::string place() const { return name_ + ":" + std::to_string(line()); }
  [[nodiscard]] Error bad(std::string what) const {
    return {ErrorCode::bad_data, std::move(what), reader_ == nullptr ? name_ : place()};
  }

  Result<void> take_node() {
    const int type = xmlTextReaderNodeType(reader_.get());
    if (type == XML_READER_TYPE_DOCUMENT_TYPE) {
      return bad("declares a document type, which lists of feeds do not need");
    }
    if (type != XML_READER_TYPE_ELEMENT) return {};
    const int depth = xmlTextReaderDepth(reader_.get());
    const std::string_view element = view(xmlTextReaderConstLocalName(reader_.get()));
    if (depth == 0 && element != "opml") {
      return bad("is XML, but no OPML: its first element is '" +
                 std::string(element.substr(0, 40)) + "'");
    }
    if (depth > kDeepest) {
      return Error{ErrorCode::too_large,
                   "outlines lie more than " + std::to_string(kDeepest) + " deep", place()};
    }
    return element == "outline" ? take_outline() : Result<void>();
  }

  Result<void> take_outline() {
    const std::string address = attribute("xmlUrl");
    if (address.empty()) {
      // A folder, unless it says that it is a feed.
      if (same_word(attribute("type"), "rss"))
        miss("this outline is of type 'rss' and has no xmlUrl");
      return {};
    }
    const Result<Address> parsed = parse_address(address);
    if (!parsed) {
      miss("the feed '" + address.substr(0, 200) +
           "' cannot be followed: " + parsed.error().message);
      return {};
    }
    if (!known_.insert(parsed->whole).second) return {};
    if (known_.size() > kMostFeeds) {
      return Error{ErrorCode::too_large, "names more than " + std::to_string(kMostFeeds) + " feeds",
                   place()};
    }
    std::string title = attribute("title");
    if (title.empty()) title = attribute("text");
    out_.feeds.push_back({parsed->whole, std::move(title), static_cast<std::uint64_t>(line())});
    return {};
  }

  void miss(std::string what) {
    out_.errors.push_back({ErrorCode::usage, std::move(what), place()});
  }

  [[nodiscard]] std::string attribute(const char* wanted) const {
    const std::unique_ptr<xmlChar, FreeWords> words(
        xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(wanted)));
    return std::string(trimmed(view(words.get())));
  }

  const std::string& name_;
  std::string why_;
  std::unique_ptr<xmlTextReader, FreeReader> reader_;
  std::unordered_set<std::string> known_;
  Subscriptions out_;
};

}  // namespace

Result<Subscriptions> parse_opml(std::string_view bytes, const std::string& name) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return Error{ErrorCode::too_large, "is no list of feeds: it has more than 2 GB", name};
  }
  keep_xml_quiet();
  return OpmlReader(bytes, name).read();
}

Result<Subscriptions> read_opml(const std::string& path) {
  const Result<std::string> bytes = read_file(path, kLargest);
  if (!bytes) return bytes.error();
  return parse_opml(*bytes, path);
}

}  // namespace rapporteur::source
