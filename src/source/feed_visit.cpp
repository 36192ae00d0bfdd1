#include "rapporteur/source/feed_visit.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

#include "address.h"
#include "answer.h"
#include "feed_document.h"
#include "kind.h"
#include "rapporteur/base/digest.h"
#include "words.h"

namespace rapporteur::source {

namespace {

constexpr std::size_t kStep = 64U << 10;  // bytes of a feed between two looks at its entries

// Of what a feed says of an item: another mark means that it has changed.
std::string mark_of(const FeedItem& item) {
  std::string all;
  for (const std::string* part :
       {&item.title, &item.published, &item.modified, &item.summary, &item.content, &item.author}) {
    all += *part + '\n';
  }
  return sha256_hex(all).substr(0, 32);
}

// A host that cannot answer now may do so later; all else stays as it is.
bool may_pass(const Error& error) { return error.code == ErrorCode::io; }

bool is_feed(const std::string& body) {
  return kind_of_content(std::string_view(body).substr(0, 512)).name == "feed";
}

}  // namespace

struct FeedVisit::Impl {
  Impl(std::string where, FeedMemory memory, VisitOptions how, const Get& ask,
       std::unordered_set<std::string>& had)
      : address(std::move(where)),
        known(std::move(memory)),
        options(std::move(how)),
        get(ask),
        asked(had) {}

  std::string address;
  FeedMemory known;
  VisitOptions options;
  const Get& get;
  std::unordered_set<std::string>& asked;

  std::unordered_map<std::string, EntryMemory*> by_key;  // into `known`
  std::deque<FeedItem> items;                            // that wait
  FeedFacts facts;
  Address base;                      // what relative addresses relate to
  std::unique_ptr<Source> document;  // the page at hand
  std::string document_date;
  std::optional<Error> fault;  // of the feed, behind the items before it
  std::unordered_set<std::string> met;
  FeedMemory learnt;
  std::size_t fresh = 0;
  std::size_t left = 0;  // new ones beyond the limit
  bool is_opened = false;
  bool is_here = false;  // the feed was had, if not to its end
  bool has_ended = false;
  bool has_failed = false;
  bool is_unchanged = false;
  bool is_complete = true;  // nothing is left to do for the next visit

  [[nodiscard]] bool stopped() const { return options.stopped && options.stopped(); }
  void note(const Error& what) const {
    if (options.documents.note) options.documents.note(what);
  }

  std::optional<Error> open();
  std::optional<Error> parse(Answer answer);
  void choose_sitemaps();
  std::optional<Result<Found>> take(FeedItem item);
  std::optional<Result<Found>> take_page(const FeedItem& item, EntryMemory& memory);
  Result<Answer> page_of(const EntryMemory& memory);
  void end();

  std::optional<Error> fail(Error error) {
    has_failed = true;
    return error;
  }
};

// Asks for the feed; its items wait afterwards.
std::optional<Error> FeedVisit::Impl::open() {
  for (EntryMemory& entry : known.entries) by_key.emplace(entry.key, &entry);
  Result<Answer> answer = get(address, known.validators);
  if (!answer && stopped()) return std::nullopt;
  if (!answer) return fail(answer.error());
  is_unchanged = answer->unchanged;
  if (is_unchanged) return std::nullopt;
  is_here = true;
  learnt.validators = answer->validators;
  std::optional<Error> error = parse(*std::move(answer));
  // What changed last comes first: of a long list the rest waits.
  if (!items.empty() && items.front().is_place) {
    std::stable_sort(items.begin(), items.end(),
                     [](const FeedItem& a, const FeedItem& b) { return a.modified > b.modified; });
    choose_sitemaps();
  }
  return error;
}

std::optional<Error> FeedVisit::Impl::parse(Answer answer) {
  const Result<Address> place = parse_address(answer.address);
  if (place) base = *place;
  facts.name = facts.origin = answer.address;
  FeedParser parser(options.documents.report_limit);
  Result<ByteStream> bytes = unpacked(ByteStream::of_bytes(std::move(answer.body), answer.address));
  if (!bytes) return fail(bytes.error());
  for (bool at_end = false; !at_end;) {
    const Result<std::string_view> at_hand = bytes->at_hand();
    if (!at_hand) return fail(at_hand.error());
    const std::string_view some = at_hand->substr(0, kStep);
    at_end = some.empty();
    const Result<void> parsed = at_end ? parser.finish(items) : parser.parse(some, items);
    bytes->skip(some.size());
    if (!parsed) {
      has_failed = true;
      fault = parsed.error();
      fault->where = answer.address + fault->where;
      break;
    }
    if (items.size() > kMostEntries) {
      items.resize(kMostEntries);
      note({ErrorCode::too_large,
            "names more than " + std::to_string(kMostEntries) + " entries; the rest is not read",
            answer.address});
      break;
    }
  }
  facts.title = parser.title();
  facts.language = parser.language();
  facts.date = options.documents.date;
  return std::nullopt;
}

// Of an index the sitemaps that changed last are feeds of their own; nothing is fetched here.
void FeedVisit::Impl::choose_sitemaps() {
  std::deque<FeedItem> pages;
  std::size_t more = 0;
  for (FeedItem& item : items) {
    if (!item.is_index) {
      pages.push_back(std::move(item));
      continue;
    }
    const Result<Address> place = resolve_address(base, item.address);
    if (!place || !met.insert(place->whole).second) continue;
    if (learnt.entries.size() < kMostSitemaps) {
      learnt.entries.push_back({place->whole, "sitemap", {}, 0, true});
    } else {
      ++more;
    }
  }
  items = std::move(pages);
  if (more > 0) {
    note({ErrorCode::too_large,
          "is an index of sitemaps; of these the " + std::to_string(kMostSitemaps) +
              " that changed last are followed and " + std::to_string(more) + " are not",
          address});
  }
}

// An item that has nothing new gives nothing.
std::optional<Result<Found>> FeedVisit::Impl::take(FeedItem item) {
  EntryMemory memory;
  const std::string mark = mark_of(item);
  if (item.address.empty() && looks_like_address(item.id)) item.address = item.id;
  if (!item.address.empty()) {
    const Result<Address> place = resolve_address(base, item.address);
    if (!place) {
      return Error{
          ErrorCode::bad_data,
          "an entry's address '" + item.address.substr(0, 200) + "' " + place.error().message,
          facts.name + ":" + std::to_string(item.line)};
    }
    item.address = place->whole;
  }
  memory.key = !item.address.empty() ? item.address : !item.id.empty() ? item.id : mark;
  if (!met.insert(memory.key).second) return std::nullopt;
  const auto before = by_key.find(memory.key);
  if (before != by_key.end()) memory = *before->second;
  const bool is_known = memory.mark == mark;
  if (is_known || fresh >= options.most_entries || stopped()) {
    if (!is_known) ++left;
    if (before != by_key.end()) learnt.entries.push_back(std::move(memory));
    return std::nullopt;
  }
  ++fresh;
  const std::string old_mark = std::exchange(memory.mark, mark);
  const bool has_text = is_whole(item) || (item.address.empty() && !is_bare(item));
  std::optional<Result<Found>> found;
  if (has_text && !item.too_large) {
    found = Result<Found>(document_of(std::move(item), facts));
  } else if (!item.address.empty()) {
    found = take_page(item, memory);
    if (memory.mark.empty()) memory.mark = old_mark;
  } else {
    found = Error{item.too_large ? ErrorCode::too_large : ErrorCode::unsupported,
                  "an entry of the feed has no address and " +
                      std::string(item.too_large ? "too much" : "no") + " text",
                  facts.name + ":" + std::to_string(item.line)};
  }
  learnt.entries.push_back(std::move(memory));
  return found;
}

Result<Answer> FeedVisit::Impl::page_of(const EntryMemory& memory) {
  Result<Answer> answer = get(memory.key, memory.validators);
  if (answer && !answer->unchanged && is_feed(answer->body)) {
    return Error{ErrorCode::unsupported, "an entry leads to a feed, not to a report", memory.key};
  }
  return answer;
}

// Fetches the page of an item. An empty mark afterwards: the page must be asked for again.
std::optional<Result<Found>> FeedVisit::Impl::take_page(const FeedItem& item, EntryMemory& memory) {
  if (!asked.insert(item.address).second) return std::nullopt;
  Result<Answer> answer = page_of(memory);
  if (!answer) {
    if (stopped()) {
      memory.mark.clear();
      is_complete = false;
      return std::nullopt;
    }
    if (may_pass(answer.error()) && ++memory.failures < kMostFailures) {
      memory.mark.clear();
      is_complete = false;
    }
    return answer.error();
  }
  memory.failures = 0;
  memory.validators = answer->validators;
  if (answer->unchanged) return std::nullopt;
  Result<std::unique_ptr<Source>> page = open_answer(*std::move(answer), options.documents);
  if (!page) return page.error();
  document = *std::move(page);
  document_date = day_of_feed_date(item.published.empty() ? item.modified : item.published);
  return std::nullopt;
}

void FeedVisit::Impl::end() {
  has_ended = true;
  if (!is_here) {
    learnt = std::move(known);
    return;
  }
  if (left > 0) {
    is_complete = false;
    if (!stopped()) {
      note({ErrorCode::too_large,
            "has " + std::to_string(left) + " more new entries; they are taken on later visits",
            address});
    }
  }
  if (is_complete && !has_failed) return;
  // Some of what the feed names was not had: it must be sent whole the next time, and what was
  // known stays so.
  learnt.validators = {};
  std::unordered_set<std::string> kept;
  for (const EntryMemory& entry : learnt.entries) kept.insert(entry.key);
  for (EntryMemory& entry : known.entries) {
    if (!kept.contains(entry.key)) learnt.entries.push_back(std::move(entry));
  }
}

FeedVisit::FeedVisit(std::string address, FeedMemory known, VisitOptions options, const Get& get,
                     std::unordered_set<std::string>& asked)
    : impl_(std::make_unique<Impl>(std::move(address), std::move(known), std::move(options), get,
                                   asked)) {}
FeedVisit::~FeedVisit() = default;

std::optional<Result<Found>> FeedVisit::next() {
  Impl& v = *impl_;
  if (!std::exchange(v.is_opened, true)) {
    if (std::optional<Error> error = v.open()) return Result<Found>(*std::move(error));
  }
  while (!v.has_ended) {
    if (v.document != nullptr) {
      if (std::optional<Result<Found>> found = v.document->next()) {
        if (*found && !v.document_date.empty()) (*found)->date_if_none = v.document_date;
        return found;
      }
      v.document.reset();
    }
    if (!v.items.empty()) {
      FeedItem item = std::move(v.items.front());
      v.items.pop_front();
      if (std::optional<Result<Found>> found = v.take(std::move(item))) return found;
    } else if (v.fault) {
      return Result<Found>(*std::exchange(v.fault, std::nullopt));
    } else {
      v.end();
    }
  }
  return std::nullopt;
}

bool FeedVisit::failed() const { return impl_->has_failed; }
bool FeedVisit::answered() const { return impl_->is_here || impl_->is_unchanged; }
bool FeedVisit::unchanged() const { return impl_->is_unchanged; }
std::size_t FeedVisit::fresh() const { return impl_->fresh; }
const FeedMemory& FeedVisit::learnt() const { return impl_->learnt; }

std::vector<std::string> FeedVisit::further() const {
  std::vector<std::string> out;
  for (const EntryMemory& entry : impl_->learnt.entries) {
    if (entry.is_feed) out.push_back(entry.key);
  }
  return out;
}

}  // namespace rapporteur::source
