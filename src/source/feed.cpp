#include "feed.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <utility>

#include "quiet_xml.h"
#include "words.h"

namespace rapporteur::source {

namespace {

std::string_view view(const xmlChar* words) {
  return words == nullptr ? std::string_view()
                          : std::string_view(reinterpret_cast<const char*>(words));
}

// Which vocabulary an element is of: prefixes are free, addresses are not.
enum class Space { plain, atom, content, dublin, xhtml, other };

Space space_of(std::string_view uri) {
  if (uri.empty() || uri == "http://purl.org/rss/1.0/" ||
      uri.starts_with("http://www.sitemaps.org/schemas/sitemap/") ||
      uri.starts_with("http://backend.userland.com/")) {
    return Space::plain;
  }
  if (uri == "http://www.w3.org/2005/Atom") return Space::atom;
  if (uri == "http://purl.org/rss/1.0/modules/content/") return Space::content;
  if (uri == "http://purl.org/dc/elements/1.1/") return Space::dublin;
  if (uri == "http://www.w3.org/1999/xhtml") return Space::xhtml;
  return Space::other;
}

// Elements of an item whose words are kept, each in its field. Of two that name the same field, the
// first in the document stands.
struct Slot {
  Space space;
  std::string_view name;
  std::string FeedItem::* field;
};
constexpr std::array kSlots = {
    Slot{Space::plain, "title", &FeedItem::title},
    Slot{Space::plain, "link", &FeedItem::address},
    Slot{Space::plain, "guid", &FeedItem::id},
    Slot{Space::plain, "pubDate", &FeedItem::published},
    Slot{Space::plain, "author", &FeedItem::author},
    Slot{Space::plain, "description", &FeedItem::summary},
    Slot{Space::content, "encoded", &FeedItem::content},
    Slot{Space::dublin, "date", &FeedItem::published},
    Slot{Space::dublin, "creator", &FeedItem::author},
    Slot{Space::atom, "title", &FeedItem::title},
    Slot{Space::atom, "id", &FeedItem::id},
    Slot{Space::atom, "published", &FeedItem::published},
    Slot{Space::atom, "updated", &FeedItem::modified},
    Slot{Space::atom, "summary", &FeedItem::summary},
    Slot{Space::atom, "content", &FeedItem::content},
    Slot{Space::atom, "name", &FeedItem::author},
    Slot{Space::plain, "loc", &FeedItem::address},
    Slot{Space::plain, "lastmod", &FeedItem::modified},
};

bool is_root(Space space, std::string_view name) {
  return (space == Space::atom && name == "feed") || name == "rss" || name == "RDF" ||
         name == "urlset" || name == "sitemapindex";
}

bool is_item(Space space, std::string_view name) {
  if (space == Space::atom) return name == "entry";
  return space == Space::plain && (name == "item" || name == "url" || name == "sitemap");
}

void append_escaped(std::string& out, std::string_view words) {
  for (const char c : words) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
}

// libxml2 leaves "&" in attributes as "&#38;" unless it puts in all entities, which is not wanted.
std::string with_ampersands(std::string_view words) {
  static constexpr std::string_view kWritten = "&#38;";
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t next = std::min(words.find(kWritten, at), words.size());
    out += words.substr(at, next - at);
    if (next < words.size()) out += '&';
    at = next + kWritten.size();
  }
  return out;
}

// Attributes as libxml2 gives them: five pointers each (name, prefix, address, value, its end).
struct Attributes {
  const xmlChar** values;
  int count;
  [[nodiscard]] std::string_view name(int i) const { return view(values[i * 5]); }
  [[nodiscard]] std::string value(int i) const {
    const xmlChar* begin = values[i * 5 + 3];
    return with_ampersands({reinterpret_cast<const char*>(begin),
                            static_cast<std::size_t>(values[i * 5 + 4] - begin)});
  }
  [[nodiscard]] std::string operator[](std::string_view wanted) const {
    for (int i = 0; i < count; ++i) {
      if (name(i) == wanted) return value(i);
    }
    return {};
  }
};

}  // namespace

struct FeedParser::State {
  xmlParserCtxtPtr context = nullptr;
  std::uint64_t limit = 0;
  std::deque<FeedItem>* items = nullptr;
  std::string title;
  std::string language;
  std::string refused;  // why, if it was
  bool rooted = false;  // a feed's own element was met
  bool in_item = false;
  FeedItem item;
  std::size_t depth = 0;        // of elements
  std::size_t item_depth = 0;   // of the item's element
  std::size_t words_depth = 0;  // of the element whose words are kept; 0: of none
  std::string* words = nullptr;
  bool is_markup = false;        // the words are XHTML: its elements are written out again
  std::string dropped;           // words of a second element for the same field
  xmlEntity character_entity{};  // the last that was asked for
  std::string character_words;

  [[nodiscard]] std::uint64_t line() const {
    const int at = xmlSAX2GetLineNumber(context);
    return at < 0 ? 0 : static_cast<std::uint64_t>(at);
  }
  void refuse(std::string why) {
    if (refused.empty()) refused = std::move(why);
    xmlStopParser(context);
  }

  void open(std::string_view name, std::string_view uri, const Attributes& attributes) {
    forgive();
    ++depth;
    const Space space = space_of(uri);
    if (!rooted && !is_root(space, name)) {
      return refuse("is XML, but no feed and no sitemap: its first element is '" +
                    std::string(name.substr(0, 40)) + "'");
    }
    rooted = true;
    if (words != nullptr) return open_markup(name, attributes);
    if (!in_item && is_item(space, name)) return open_item(name, attributes);
    if (in_item) {
      open_field(space, name, attributes);
    } else {
      open_head(space, name);
    }
  }

  void open_item(std::string_view name, const Attributes& attributes) {
    in_item = true;
    item = FeedItem();
    item.line = line();
    item.is_index = name == "sitemap";
    item.is_place = name == "url" || item.is_index;
    item.id = attributes["about"];
    item_depth = depth;
  }

  void open_head(Space space, std::string_view name) {
    const bool is_ours = space == Space::plain || space == Space::atom;
    if (is_ours && name == "title" && depth <= 3) keep(title);
    if (name == "language" && depth <= 3) keep(language);
  }

  void open_field(Space space, std::string_view name, const Attributes& attributes) {
    if (space == Space::atom && name == "link") return take_link(attributes);
    for (const Slot& slot : kSlots) {
      if (slot.space != space || slot.name != name) continue;
      // An image's title, a source's link: deeper than the item's own.
      if (depth != item_depth + 1 && name != "name") return;
      keep(item.*slot.field);
      if (space == Space::atom && (name == "content" || name == "summary")) {
        const std::string type = attributes["type"];
        is_markup = type == "xhtml";
        if (name == "content")
          item.is_plain = type.empty() || type == "text" || type == "text/plain";
        if (!attributes["src"].empty() || type.find("base64") != std::string::npos) {
          words = &dropped;
        }
      }
      return;
    }
  }

  void take_link(const Attributes& attributes) {
    const std::string relation = attributes["rel"];
    if (item.address.empty() && (relation.empty() || relation == "alternate")) {
      item.address = attributes["href"];
    }
  }

  void keep(std::string& into) {
    words = into.empty() ? &into : &dropped;
    dropped.clear();
    words_depth = depth;
    is_markup = false;
  }

  void open_markup(std::string_view name, const Attributes& attributes) {
    if (!is_markup) return add(" ");
    std::string tag = "<" + std::string(name);
    for (int i = 0; i < attributes.count; ++i) {
      tag += " " + std::string(attributes.name(i)) + "=\"";
      append_escaped(tag, attributes.value(i));
      tag += '"';
    }
    add(tag + ">");
  }

  void close(std::string_view name) {
    if (words != nullptr && depth > words_depth && is_markup) add("</" + std::string(name) + ">");
    if (words != nullptr && depth == words_depth) words = nullptr;
    if (in_item && depth == item_depth) close_item();
    --depth;
  }

  void close_item() {
    in_item = false;
    for (std::string* field :
         {&item.id, &item.address, &item.title, &item.author, &item.published, &item.modified}) {
      *field = trimmed(*field);
    }
    if (item.too_large) item.content = item.summary = "";
    items->push_back(std::move(item));
  }

  // Feeds use HTML's names of characters, which XML does not know; what nobody knows stays as it
  // is.
  xmlEntityPtr character(const xmlChar* name) {
    const htmlEntityDesc* known = htmlEntityLookup(name);
    character_words = "&" + std::string(view(name)) + ";";
    if (known != nullptr) {
      std::array<xmlChar, 8> utf8{};
      const int size = xmlCopyCharMultiByte(utf8.data(), static_cast<int>(known->value));
      character_words.assign(utf8.begin(), utf8.begin() + size);
    }
    // In attributes, libxml2 takes one byte of a character that it believes its own.
    if (context->instate == XML_PARSER_ATTRIBUTE_VALUE) character_words = " ";
    character_entity = xmlEntity{};
    character_entity.type = XML_ENTITY_DECL;
    character_entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    character_entity.name = name;
    character_entity.content = reinterpret_cast<xmlChar*>(character_words.data());
    character_entity.length = static_cast<int>(character_words.size());
    return &character_entity;
  }

  // Once anything was amiss, libxml2 would leave out every "&lt;" that follows.
  void forgive() const { context->wellFormed = 1; }

  void text(std::string_view more) {
    forgive();
    if (words == nullptr) return;
    if (!is_markup) return add(more);
    std::string escaped;
    append_escaped(escaped, more);
    add(escaped);
  }

  void add(std::string_view more) {
    item.size += more.size();
    if (words->size() + more.size() > limit) {
      item.too_large = true;
      return;
    }
    words->append(more);
  }
};

namespace {

// libxml2 calls these; its user data is the State, whose type is private: hence templates.
template <class S>
struct Events {
  static S& of(void* state) { return *static_cast<S*>(state); }

  static void open(void* state, const xmlChar* name, const xmlChar*, const xmlChar* uri, int,
                   const xmlChar**, int count, int, const xmlChar** attributes) {
    of(state).open(view(name), view(uri), {attributes, count});
  }
  static void close(void* state, const xmlChar* name, const xmlChar*, const xmlChar*) {
    of(state).close(view(name));
  }
  static void text(void* state, const xmlChar* words, int size) {
    of(state).text({reinterpret_cast<const char*>(words), static_cast<std::size_t>(size)});
  }
  static xmlEntityPtr entity(void* state, const xmlChar* name) {
    const xmlEntityPtr known = xmlGetPredefinedEntity(name);
    return known != nullptr ? known : of(state).character(name);
  }
  static xmlEntityPtr parameter_entity(void*, const xmlChar*) { return nullptr; }
  static void declared(void* state, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
    of(state).refuse("declares entities, which feeds do not need and bombs are made of");
  }
  static void ignored(void*, const char*, ...) {}

  static xmlSAXHandler table() {
    xmlSAXHandler out{};
    out.initialized = XML_SAX2_MAGIC;
    out.startElementNs = open;
    out.endElementNs = close;
    out.characters = text;
    out.cdataBlock = text;
    out.ignorableWhitespace = text;
    out.getEntity = entity;
    out.getParameterEntity = parameter_entity;
    out.entityDecl = declared;
    out.warning = ignored;
    out.error = ignored;
    return out;
  }
};

}  // namespace

FeedParser::FeedParser(std::uint64_t limit) : state_(std::make_unique<State>()) {
  keep_xml_quiet();
  state_->limit = limit;
  xmlSAXHandler events = Events<State>::table();
  state_->context = xmlCreatePushParserCtxt(&events, state_.get(), nullptr, 0, nullptr);
  xmlCtxtUseOptions(state_->context, XML_PARSE_NONET | XML_PARSE_RECOVER);
}

FeedParser::~FeedParser() {
  if (state_->context == nullptr) return;
  if (state_->context->myDoc != nullptr) xmlFreeDoc(state_->context->myDoc);
  xmlFreeParserCtxt(state_->context);
}

Result<void> FeedParser::parse(std::string_view bytes, std::deque<FeedItem>& items) {
  state_->items = &items;
  const int code = xmlParseChunk(state_->context, bytes.data(), static_cast<int>(bytes.size()), 0);
  const std::string where = ":" + std::to_string(state_->line());
  if (!state_->refused.empty()) return Error{ErrorCode::bad_data, state_->refused, where};
  if (code != XML_ERR_OK && state_->context->disableSAX == 1) {
    const xmlError* last = xmlCtxtGetLastError(state_->context);
    const std::string_view why = last == nullptr ? "" : trimmed(last->message);
    return Error{ErrorCode::bad_data, "is no XML from here on: " + std::string(why), where};
  }
  return {};
}

Result<void> FeedParser::finish(std::deque<FeedItem>& items) {
  state_->items = &items;
  const bool is_open = state_->depth > 0;
  xmlParseChunk(state_->context, nullptr, 0, 1);
  const std::string where = ":" + std::to_string(state_->line());
  if (!state_->refused.empty()) return Error{ErrorCode::bad_data, state_->refused, where};
  if (!state_->rooted) return Error{ErrorCode::bad_data, "is no feed: it holds no element", where};
  if (is_open && state_->depth > 0) {
    return Error{ErrorCode::bad_data, "the feed is cut off", where};
  }
  return {};
}

const std::string& FeedParser::title() const { return state_->title; }
const std::string& FeedParser::language() const { return state_->language; }

}  // namespace rapporteur::source
