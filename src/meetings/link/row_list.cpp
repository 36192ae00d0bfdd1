// Several meetings of a row in one breath: "Earlier summits took place in Bangkok (2004), New Delhi
// (2008) and Kathmandu (2018)", "previous rounds were held in Doha in May and in Ankara in June".

#include <algorithm>
#include <array>
#include <set>

#include "clause/word_list.h"
#include "draft.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// How far behind the mention its list may start, in tokens.
constexpr std::uint32_t kReach = 16;
// Between two items, in tokens: "and, most recently,".
constexpr std::uint32_t kGap = 8;
constexpr std::size_t kMostItems = 24;
// Month or day, no year alone.
constexpr std::size_t kMonth = 7;

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
    const std::uint32_t start = m.relation.empty() && !m.verbal
                                    ? std::max(m.tokens.end, m.trigger.end)
                                    : std::max(m.tokens.begin, m.trigger.end);
    std::uint32_t limit = std::min(start + kReach, s.end);
    for (std::uint32_t t = start; t < limit && out.size() < kMostItems;) {
      const Item item = item_at(t, s.end);
      if (item.tokens.empty()) {
        if (!out.empty() && turns(t)) break;
        ++t;
        continue;
      }
      out.push_back(item);
      t = item.tokens.end;
      limit = std::min(t + kGap, s.end);
    }
    return out;
  }

  // "the Luanda summits |of July and August|", "... took place on 12 July and 21 August".
  [[nodiscard]] std::vector<Item> days_behind(const Mention& m) const {
    constexpr std::uint32_t kJoint = 3;  // "and, lately, on"
    const TokenRange s = c_.sentence(m.trigger.begin);
    std::vector<Item> out;
    std::uint32_t limit = std::min(std::max(m.tokens.end, m.trigger.end) + kReach / 2, s.end);
    for (std::uint32_t t = m.trigger.end; t < limit && out.size() < kMostItems;) {
      const time::Expression* e = c_.time_at(t);
      const bool day = e != nullptr && time::is_date(e->kind) && e->edtf.size() >= kMonth &&
                       e->edtf.find('/') == std::string::npos;
      if (!day) {
        if (e != nullptr || c_.lower(t) == "from" || c_.lower(t) == "to") break;
        ++t;
        continue;
      }
      Item item;
      item.time = c_.index_of(*e);
      item.tokens = e->tokens;
      out.push_back(item);
      t = e->tokens.end;
      limit = std::min(t + kJoint + 1, s.end);
    }
    return out;
  }

 private:
  // "was in Doha in 2022; |the next| will be in Manama": of another one.
  [[nodiscard]] bool turns(std::uint32_t t) const {
    const lexicon::Cue* adjective = c_.cue(t, c_.cues.adjective);
    return (adjective != nullptr && adjective->value == "next") ||
           c_.cue(t, c_.cues.future) != nullptr;
  }

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
    if (const time::Expression* e = c_.date_at(next); e != nullptr) {
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

// "sessions", "summits", "the three others"
bool is_plural(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 9> kNouns{
      "sessions", "summits", "meetings",      "rounds",     "editions",
      "others",   "ones",    "consultations", "conferences"};
  return !m.verbal && !m.in_headline && m.ordinal == 0 && m.people.empty() &&
         is_one_of(c.lower(m.trigger.end - 1), kNouns);
}

// "Lima in 2014, ...": one of a list that its own words have told whole.
bool is_told_whole(const Context& c, const Mention& m) {
  if (m.verbal || m.time == kNobody || !m.place) return false;
  return m.tokens.begin == c.doc.token_at(m.place.words.begin) &&
         m.tokens.end == c.times[m.time].tokens.end;
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
  std::set<std::uint32_t> told;  // where items begin: "Four summits |had gone before|: in Lima ..."
  for (const Mention& m : mentions) {
    const bool row =
        m.verbal ? is_of_group(m)
                 : (!m.relation.empty() || is_plural(context, m)) && !is_told_whole(context, m);
    std::vector<Item> items = row ? lists.behind(m) : std::vector<Item>{};
    if (items.size() < 2 && is_plural(context, m)) items = lists.days_behind(m);
    if (items.size() < (m.verbal ? 3 : 2)) {
      out.push_back(m);
      continue;
    }
    for (const Item& item : items) {
      if (!told.insert(item.tokens.begin).second) continue;
      Mention one = m;
      one.fresh = true;
      if (m.verbal) leave_to_row(one);
      one.time = item.time;
      if (item.place || item.country || m.verbal) {
        one.place = item.place;
        one.country = item.country;
      }
      one.tokens = item.tokens;
      out.push_back(std::move(one));
    }
  }
  mentions = std::move(out);
}

}  // namespace rapporteur::meetings
