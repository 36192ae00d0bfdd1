// Several meetings of a row in one breath: "Earlier summits took place in Bangkok (2004), New Delhi
// (2008) and Kathmandu (2018)", "previous rounds were held in Doha in May and in Ankara in June".

#include <algorithm>

#include "draft.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// How far behind the mention its list may start, in tokens.
constexpr std::uint32_t kReach = 12;
// Between two items, in tokens: "and, most recently,".
constexpr std::uint32_t kGap = 8;
constexpr std::size_t kMostItems = 24;

struct Item {
  TokenRange tokens;
  Named place;
  Named country;
  std::uint32_t time = kNobody;
};

class RowLists {
 public:
  explicit RowLists(const Context& context) : c_(context) {}

  // The items of the list behind `m`; fewer than two: there is none.
  [[nodiscard]] std::vector<Item> behind(const Mention& m) const {
    const TokenRange s = c_.sentence(m.trigger.begin);
    std::vector<Item> out;
    const std::uint32_t start = std::max(m.tokens.begin, m.trigger.end);
    std::uint32_t limit = std::min(start + kReach, s.end);
    for (std::uint32_t t = start; t < limit && out.size() < kMostItems;) {
      const Item item = item_at(t, s.end);
      if (item.tokens.empty()) {
        ++t;
        continue;
      }
      out.push_back(item);
      t = item.tokens.end;
      limit = std::min(t + kGap, s.end);
    }
    return out;
  }

 private:
  // "Bangkok (2004)", "Doha in May 2020", "Doha, Qatar, (2020)".
  [[nodiscard]] Item item_at(std::uint32_t at, std::uint32_t limit) const {
    const Tag* tag = c_.tags.starting(at);
    if (tag == nullptr || (tag->label != Label::place && tag->label != Label::state)) return {};
    Item out;
    const Named named{tag->id, c_.doc.span(tag->tokens)};
    (tag->label == Label::place ? out.place : out.country) = named;
    std::uint32_t next = tag->tokens.end;
    const Tag* state = c_.lower(next) == "," ? c_.tags.starting(next + 1) : nullptr;
    if (state != nullptr && state->label == Label::state && out.place) {
      out.country = {state->id, c_.doc.span(state->tokens)};
      next = state->tokens.end;
    }
    while (next < limit && (c_.lower(next) == "(" || c_.lower(next) == "in" ||
                            c_.lower(next) == "on" || c_.lower(next) == ",")) {
      ++next;
    }
    const time::Expression* e = c_.time_at(next);
    if (e != nullptr && time::is_date(e->kind) && !e->edtf.empty()) {
      out.time = c_.index_of(*e);
      out.tokens = {at, e->tokens.end};
    }
    return out;
  }

  const Context& c_;
};

// "The leaders had come together before in Bangkok (2004), New Delhi (2008) and Kathmandu (2018)".
bool is_of_group(const Mention& m) {
  return m.kind == "meeting" && m.group && m.people.empty() && m.states.empty();
}

// The meetings of a list before this one are of the row of which the report speaks.
void leave_to_row(Mention& m) {
  m.relation = "previous";
  m.organisation = {};
  m.organ = {};
  m.organ_words.clear();
  m.organ_span = {};
}

}  // namespace

void split_rows(const Context& context, std::vector<Mention>& mentions) {
  const RowLists lists(context);
  std::vector<Mention> out;
  for (const Mention& m : mentions) {
    const bool row = m.verbal ? is_of_group(m) : !m.relation.empty();
    const std::vector<Item> items = row ? lists.behind(m) : std::vector<Item>{};
    if (items.size() < (m.verbal ? 3 : 2)) {
      out.push_back(m);
      continue;
    }
    for (const Item& item : items) {
      Mention one = m;
      one.fresh = true;
      if (m.verbal) leave_to_row(one);
      one.time = item.time;
      one.place = item.place;
      one.country = item.country;
      one.tokens = item.tokens;
      out.push_back(std::move(one));
    }
  }
  mentions = std::move(out);
}

}  // namespace rapporteur::meetings
