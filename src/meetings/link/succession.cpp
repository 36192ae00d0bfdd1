// Earlier and later meetings of a row to which a report refers without naming them: "the next, in
// Lima, in May", "the 35th was held in Kuala Lumpur", "Hungary will be the host in 2026", "the
// Council last met in Doha", "the sides will meet again in March".

#include <algorithm>
#include <set>

#include "draft.h"
#include "link/row_elsewhere.h"
#include "link/row_of_acts.h"
#include "link/row_of_towns.h"
#include "link/row_since.h"
#include "link/succession_facts.h"
#include "link/succession_words.h"
#include "mention/mention_parts.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// How far behind its words it may be said that its day is open, in tokens.
constexpr std::uint32_t kReach = 8;

class Successions {
 public:
  Successions(const Context& context, std::vector<Mention>& mentions)
      : c_(context),
        mentions_(mentions),
        beside_(context, mentions),
        succession_(context.cues.succession),
        edition_(context.cues.edition),
        mentioned_(context.doc.size()),
        elsewhere_(context, beside_, mentioned_),
        since_(context, mentions, beside_) {
    std::set<int> numbers;
    for (const Mention& m : mentions) {
      if (m.ordinal > 0) numbers.insert(m.ordinal);
      for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) mentioned_[t] = true;
    }
    numbers_.assign(numbers.begin(), numbers.end());
  }

  void run() {
    if (mentions_.empty()) return;
    std::vector<Mention> found;
    for (std::uint32_t t = 0; t < c_.doc.size(); ++t) {
      const text::LineRole role = c_.doc.sentences()[c_.doc.sentence_of(t)].role;
      if (role == text::LineRole::boilerplate || role == text::LineRole::stamp) continue;
      std::optional<Mention> m = by_phrase(t);
      if (!m) m = since_.at(t);
      if (!m) m = by_number(t);
      if (!m) m = elsewhere_.at(t);
      if (!m && !mentioned_[t]) m = meeting_of_act(c_, t);
      if (!m) {
        std::vector<Mention> turns = elsewhere_.turns_of_hosts(t);
        if (turns.empty()) {
          turns = towns_in_row(c_, mentioned_, t);
          if (!turns.empty()) t = turns.back().tokens.end - 1;
        }
        found.insert(found.end(), turns.begin(), turns.end());
        continue;
      }
      t = m->trigger.end - 1;
      if (!found.empty() && is_number_of(found.back(), *m)) {
        found.back().ordinal = m->ordinal;
        found.back().ordinal_span = m->ordinal_span;
        continue;
      }
      found.push_back(std::move(*m));
    }
    look_behind();
    std::erase_if(found, [this](const Mention& m) { return give_to_session(m); });
    mentions_.insert(mentions_.end(), found.begin(), found.end());
    std::stable_sort(mentions_.begin(), mentions_.end(), [](const Mention& a, const Mention& b) {
      return a.trigger.begin < b.trigger.begin;
    });
  }

 private:
  // "It will be Kenya's |turn to host the third|": which one it is.
  [[nodiscard]] static bool is_number_of(const Mention& host, const Mention& number) {
    return number.ordinal > 0 && host.ordinal == 0 && host.sentence == number.sentence &&
           host.trigger.end <= number.trigger.begin && number.trigger.begin - host.trigger.end <= 1;
  }

  // "|They have not met since 2010|; dates for the 38th session are open"
  [[nodiscard]] std::uint32_t part_end(std::uint32_t t) const {
    const std::uint32_t end = c_.sentence(t).end;
    while (t < end && c_.doc.lower(t) != ";") ++t;
    return t;
  }

  // "agreed to meet in Suva in May |for its tenth session|": where and when that one will be. True
  // if a session behind `m` took it.
  bool give_to_session(const Mention& m) {
    for (Mention& session : mentions_) {
      const bool behind = session.sentence == m.sentence && session.ordinal > 0 &&
                          session.tokens.begin > m.trigger.end;
      if (!behind || m.ordinal > 0 || session.tokens.begin >= part_end(m.trigger.end)) continue;
      std::uint32_t at = session.tokens.begin;
      if (c_.lower(at) == "its" || c_.lower(at) == "their" || c_.lower(at) == "the") ++at;
      const std::string_view front = c_.lower(at - 1);
      if (front == "its" || front == "their" || front == "the") --at;
      if (c_.lower(at - 1) != "for") continue;
      if (session.time == kNobody) session.time = m.time;
      if (!session.place) session.place = m.place;
      if (!session.country) session.country = m.country;
      return true;
    }
    return false;
  }

  // "... took place in October 2015, and the next one is to be hosted by Algiers in 2019": the day
  // of what follows stands behind it, that before it is another meeting's.
  void look_behind() {
    for (Mention& m : mentions_) {
      const bool before = m.time != kNobody && c_.times[m.time].tokens.end <= m.trigger.begin &&
                          !m.relation.empty();
      if (!before) continue;
      const std::uint32_t old = m.time;
      m.time = kNobody;
      beside_.add_time(m);
      if (m.time == kNobody) m.time = old;
    }
  }

  // "last met", "will meet again", "will be the host in".
  std::optional<Mention> by_phrase(std::uint32_t t) {
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, succession_, &words);
    if (cue == nullptr) return std::nullopt;
    // "The next meeting will be held |next| year": a day of what was named.
    const bool named = words.begin > 0 && mentioned_[words.begin - 1];
    if (named && words.size() > 1 && c_.time_at(words.end - 1) != nullptr) return std::nullopt;
    const bool host = cue->value == "next-host" || cue->value == "previous-host";
    if (host && mentioned_[words.begin]) return std::nullopt;  // "X |was host in| Lima to Y"
    const bool next = cue->value == "next" || cue->value == "next-host";
    const std::string_view relation = next ? "next" : "previous";
    if (!host && relate(words, relation)) return std::nullopt;
    if (noun_near(words, host)) return std::nullopt;
    Mention m = told_by_row(c_, words, relation);
    beside_.add_time(m);
    if (host) {
      if (c_.lower(words.end - 1) == "it") {  // "Lima is to host it": the one just named
        m.relation = {};
        m.fresh = false;
        m.definite = true;
        beside_.take_name(m);
      }
      beside_.add_host(m, m.trigger.begin);
      if ((!m.country && !m.place) || give_to_noun(m)) return std::nullopt;
      beside_.take_level(m);
    } else {
      beside_.add_place(m, words.end);
      if (m.time == kNobody) take_occasion(m, words.end);
      if (!beside_.own_body(m) && beside_.has_one_subject(words)) return std::nullopt;
    }
    const bool somewhere = m.time != kNobody || m.place || m.country;
    if (!somewhere && !is_still_open(m)) return std::nullopt;
    return m;
  }

  // "the 21st meeting, |for which Lima was the venue in| April": where and when that one was. True
  // if the noun in front took it.
  bool give_to_noun(const Mention& m) {
    constexpr std::uint32_t kNear = 10;
    const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
    std::uint32_t t = m.trigger.begin;
    while (t > begin && m.trigger.begin - t < kNear && c_.doc.lower(t) != "which") --t;
    if (c_.doc.lower(t) != "which") return false;
    for (Mention& noun : mentions_) {
      const bool front = !noun.verbal && noun.tokens.end <= t && noun.tokens.end + 3 >= t;
      if (!front || noun.sentence != m.sentence) continue;
      if (noun.time == kNobody) noun.time = m.time;
      if (!noun.place) noun.place = m.place;
      if (!noun.country) noun.country = m.country;
      return true;
    }
    return false;
  }

  // "last met |on the margins of the summit in July|": when and where that one was.
  void take_occasion(Mention& m, std::uint32_t at) const {
    const lexicon::Cue* link = c_.cue(at, c_.cues.link);
    if (link == nullptr || link->value != "sidelines") return;
    const std::uint32_t end = c_.sentence(m.trigger.begin).end;
    const auto occasion = std::find_if(mentions_.begin(), mentions_.end(), [&](const Mention& o) {
      return o.trigger.begin > at && o.trigger.begin < end && !o.verbal;
    });
    if (occasion == mentions_.end()) return;
    m.time = occasion->time;
    if (!m.place) m.place = occasion->place;
    if (!m.country) m.country = occasion->country;
  }

  // "will meet again on a date to be announced"
  [[nodiscard]] bool is_still_open(const Mention& m) const {
    const std::uint32_t limit = std::min(m.trigger.end + kReach, c_.sentence(m.trigger.begin).end);
    for (std::uint32_t t = m.trigger.end; t < limit; ++t) {
      const std::string_view word = c_.doc.lower(t);
      if (word == "date" || word == "dates" || word == "venue") return m.relation == "next";
    }
    return false;
  }

  // A mention that stands at these words already is the one that they relate.
  bool relate(TokenRange words, std::string_view relation) {
    const auto is_here = [&](const Mention& m) {
      return m.trigger.begin < words.end && words.begin < m.trigger.end;
    };
    // "A and B talked and |agreed| to meet in Lima": to meet comes next, not what they agreed
    const bool meets = std::any_of(mentions_.begin(), mentions_.end(),
                                   [&](const Mention& m) { return !m.dealt && is_here(m); });
    bool found = false;
    for (Mention& m : mentions_) {
      if (!is_here(m) || (m.dealt && meets)) continue;
      found = true;
      if (m.relation.empty()) m.relation = relation;
      m.fresh = true;
    }
    return found;
  }

  // "will host the next Summit": a mention that says it all stands beside it.
  [[nodiscard]] bool noun_near(TokenRange words, bool host) const {
    const TokenRange s = c_.sentence(words.begin);
    const std::uint32_t from = host || words.begin < s.begin + 6 ? words.begin : words.begin - 6;
    const std::uint32_t to = host ? words.end + 8 : words.end;
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
      const bool beside = m.trigger.begin >= from && m.trigger.begin < std::min(to, s.end);
      // "|The first session of the Commission| was last held in 1984"
      const std::string_view verb = c_.lower(m.tokens.end);
      const std::uint32_t end = verb == "was" || verb == "were" ? m.tokens.end + 1 : m.tokens.end;
      const bool told = words.begin == m.tokens.end || words.begin == end;
      if (!host && !m.verbal && m.ordinal > 0 && told) return true;
      return beside && !m.verbal && (host || !m.relation.empty());
    });
  }

  // "the next, in Lima", "the 35th was held", "its 72nd, is down for Accra", "the 37th CCM".
  std::optional<Mention> by_number(std::uint32_t t) const {
    const TokenRange s = c_.sentence(t);
    if (t == s.begin || !is_determiner_of_row(c_.doc.lower(t - 1)) || is_named(t))
      return std::nullopt;
    const Ordinal ordinal = number_at(c_, t, s.end);
    const lexicon::Cue* adjective = c_.cue(t, c_.cues.adjective);
    const bool relates =
        adjective != nullptr && (adjective->value == "next" || adjective->value == "previous");
    if (ordinal.value == 0 && !relates) return std::nullopt;
    if (ordinal.value > 0 && !is_of_row(ordinal.value)) return std::nullopt;
    std::uint32_t end = ordinal.value > 0 ? ordinal.tokens.end : t + 1;
    TokenRange noun;
    bool named = false;
    if (c_.cue(end, edition_, &noun) != nullptr) {
      named = c_.lower(noun.begin) != "time";
      if (!named) return std::nullopt;
      end = noun.end;
    } else if (end < s.end && c_.doc.shape(end) == text::Shape::upper) {
      named = true;  // "the 37th CCM", "the next JMMC"
      ++end;
    } else if (relates && beside_.is_body_noun(end)) {
      named = true;  // "the previous Council, in Caracas"
      ++end;
    } else if (relates && told_name(end) > end) {
      named = true;  // "the previous Binational Cabinet, in Caracas"
      end = told_name(end);
    }
    // "Accra will host |the next one|", "offered to host |the fourth| in 2024"
    const TokenRange hosts = beside_.host_before(t - 1);
    const bool hosted = hosts.size() > 0 && (named || ordinal.value > 0);
    // "has proposed Arica |for the next|."
    const bool meant = t > s.begin + 2 && c_.doc.lower(t - 2) == "for" &&
                       (end >= s.end || c_.doc.is_punctuation(end) || ends_phrase(c_, end, s.end));
    const bool ends = hosted || meant || ends_phrase(c_, end, s.end);
    if (!ends || is_noun(c_, t, end)) return std::nullopt;
    Mention m = told_by_row(c_, {t, end}, relates ? adjective->value : std::string_view());
    m.ordinal = ordinal.value;
    if (m.ordinal > 0) m.ordinal_span = c_.doc.span(ordinal.tokens);
    if (const Tag* tag = c_.tags.covering(end - 1); tag != nullptr && tag->label == Label::body) {
      beside_.take(m, *tag);
    } else if (relates && beside_.is_body_noun(end - 1)) {
      m.organ_span = c_.doc.span({end - 1, end});
      m.organ_words = c_.words(m.organ_span);
    }
    beside_.add_time(m);
    beside_.add_place(m, end);
    if (hosted && !m.place && !m.country) beside_.add_host(m, hosts.begin);
    if (meant && !m.place && !m.country) beside_.add_chosen(m, t - 2);
    if (m.time == kNobody && !m.place && !m.country) return std::nullopt;
    return m;
  }

  // The end of a name in capitals at `begin` by which a body was told; or `begin`.
  [[nodiscard]] std::uint32_t told_name(std::uint32_t begin) const {
    std::uint32_t end = begin;
    while (end < c_.sentence(begin).end && c_.doc.is_capital(end)) ++end;
    if (end == begin) return begin;
    const std::string_view name = c_.doc.slice(c_.doc.span({begin, end}));
    const bool told = std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
      return std::string_view(m.organ_words).ends_with(name);
    });
    return told ? end : begin;
  }

  // A row whose 36th meeting is reported on may be reminded of its 30th and look to its 38th.
  [[nodiscard]] bool is_of_row(int number) const {
    return std::any_of(numbers_.begin(), numbers_.end(),
                       [&](int n) { return n != number && n + 3 >= number && number + 6 >= n; });
  }

  // Part of a mention, a name or a date.
  [[nodiscard]] bool is_named(std::uint32_t t) const {
    if (mentioned_[t] || c_.tags.covering(t) != nullptr) return true;
    return c_.time_at(t) != nullptr;
  }

  const Context& c_;
  std::vector<Mention>& mentions_;
  const SuccessionFacts beside_;
  lexicon::CueClass succession_;
  lexicon::CueClass edition_;
  std::vector<bool> mentioned_;  // per token: part of a mention
  const RowElsewhere elsewhere_;
  const RowSince since_;
  std::vector<int> numbers_;  // of the editions that the report names, sorted
};

}  // namespace

void add_successions(const Context& context, std::vector<Mention>& mentions) {
  Successions(context, mentions).run();
}

}  // namespace rapporteur::meetings
