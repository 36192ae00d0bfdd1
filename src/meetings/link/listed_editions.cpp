// Earlier and later meetings of a row that a list gives by no more than their places and days:
// "It has met four times: Lima (May 2014), Quito (June 2015) and Cuenca (July 2016)", or the lines
// of a table, "6th | 16 February 2011 | Tokyo".

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "draft.h"
#include "link/succession_words.h"
#include "mention/mention_parts.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;
using text::LineRole;

constexpr std::size_t kShortest = 3;        // items of a list
constexpr std::size_t kShortestTable = 2;   // lines of a table
constexpr std::uint32_t kLongestLine = 16;  // tokens

class Finder {
 public:
  Finder(const Context& context, const std::vector<Mention>& mentions)
      : c_(context), mentioned_(context.doc.size()) {
    for (const Mention& m : mentions) {
      named_ = named_ || m.organisation || m.organ || !m.organ_words.empty();
      for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) mentioned_[t] = true;
    }
  }

  std::vector<Mention> run() {
    if (!named_) return {};
    std::vector<Mention> table;
    for (const text::Sentence& s : c_.doc.sentences()) {
      if (s.role == LineRole::blank) continue;
      std::optional<Mention> line = line_of(s);
      if (!line) {
        close(table, kShortestTable);
        list_in(s);
        continue;
      }
      table.push_back(std::move(*line));
    }
    close(table, kShortestTable);
    return std::move(out_);
  }

 private:
  void close(std::vector<Mention>& items, std::size_t shortest) {
    if (items.size() >= shortest) out_.insert(out_.end(), items.begin(), items.end());
    items.clear();
  }

  [[nodiscard]] Mention make(TokenRange tokens, const time::Expression& day) const {
    Mention m = event_mention(c_, tokens, {tokens.begin, tokens.begin + 1});
    m.time = c_.index_of(day);
    const auto days = time::days_of(day.edtf);
    const auto today = time::days_of(c_.report.published);
    m.relation = days && today && days->first > today->last ? "next" : "previous";
    return m;
  }

  void set_place(Mention& m, const Tag& tag) const {
    const Named named{tag.id, c_.doc.span(tag.tokens)};
    if (tag.label == Label::place && !m.place) m.place = named;
    if (tag.label == Label::state && !m.country) m.country = named;
  }

  [[nodiscard]] static bool is_place(const Tag* tag) {
    return tag != nullptr &&
           (tag->label == Label::state || (tag->label == Label::place && tag->id != npos));
  }

  // "Lima (May 2014)", "Lima, Peru (May 2014)" at `t`.
  [[nodiscard]] std::optional<Mention> item_at(std::uint32_t t, std::uint32_t end) const {
    const Tag* tag = c_.tags.starting(t);
    if (!is_place(tag) || mentioned_[t]) return std::nullopt;
    std::uint32_t next = tag->tokens.end;
    const Tag* state = c_.lower(next) == "," ? c_.tags.starting(next + 1) : nullptr;
    if (state != nullptr && state->label == Label::state) next = state->tokens.end;
    if (next + 2 >= end || c_.lower(next) != "(") return std::nullopt;
    const time::Expression* day = c_.date_at(next + 1);
    if (day == nullptr || c_.lower(day->tokens.end) != ")") return std::nullopt;
    Mention m = make({t, day->tokens.end + 1}, *day);
    set_place(m, *tag);
    if (state != nullptr && next == state->tokens.end) set_place(m, *state);
    return m;
  }

  void list_in(const text::Sentence& s) {
    static constexpr std::array<std::string_view, 8> kJoints{",",  ";",  "and",  "in",
                                                             "at", "on", "then", "finally"};
    if (s.role == LineRole::boilerplate || s.role == LineRole::teaser) return;
    std::vector<Mention> items;
    std::size_t shortest = kShortest;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end;) {
      std::optional<Mention> item = item_at(t, s.tokens.end);
      if (item) {
        if (items.empty()) shortest = is_said_to_be_earlier(t) ? 1 : kShortest;
        t = item->tokens.end;
        items.push_back(std::move(*item));
        continue;
      }
      if (!items.empty() && !is_one_of(c_.doc.lower(t), kJoints)) close(items, shortest);
      ++t;
    }
    close(items, shortest);
  }

  // "their third meeting, |after| Dubrovnik (2016)", "|following| those in Dubrovnik (2016)"
  [[nodiscard]] bool is_said_to_be_earlier(std::uint32_t place) const {
    constexpr std::uint32_t kNear = 3;
    const std::uint32_t begin = c_.sentence(place).begin;
    for (std::uint32_t back = 1; back <= kNear && place >= begin + back; ++back) {
      const std::string_view word = c_.doc.lower(place - back);
      if (word == "after" || word == "following" || word == "previously") return true;
    }
    return false;
  }

  // "6th | 16 February 2011 | Tokyo": a number, a day and a place, and nobody.
  [[nodiscard]] std::optional<Mention> line_of(const text::Sentence& s) const {
    if (s.role == LineRole::boilerplate || s.role == LineRole::teaser || s.tokens.empty() ||
        s.tokens.size() > kLongestLine) {
      return std::nullopt;
    }
    const Ordinal number = number_at(c_, s.tokens.begin, s.tokens.end);
    if (number.value == 0) return std::nullopt;
    const time::Expression* day = nullptr;
    std::vector<const Tag*> places;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      if (mentioned_[t] || c_.cast.covering(t) != nullptr) return std::nullopt;
      if (day == nullptr) day = c_.date_at(t);
      if (const Tag* tag = c_.tags.starting(t); is_place(tag)) places.push_back(tag);
    }
    if (day == nullptr || places.empty()) return std::nullopt;
    Mention m = make(s.tokens, *day);
    m.ordinal = number.value;
    m.ordinal_span = c_.doc.span(number.tokens);
    for (const Tag* tag : places) set_place(m, *tag);
    return m;
  }

  const Context& c_;
  std::vector<bool> mentioned_;  // per token: part of a mention
  bool named_ = false;           // some mention names a body or an organ
  std::vector<Mention> out_;
};

}  // namespace

void add_listed_editions(const Context& context, std::vector<Mention>& mentions) {
  std::vector<Mention> found = Finder(context, mentions).run();
  if (found.empty()) return;
  mentions.insert(mentions.end(), found.begin(), found.end());
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.trigger.begin < b.trigger.begin;
  });
}

}  // namespace rapporteur::meetings
