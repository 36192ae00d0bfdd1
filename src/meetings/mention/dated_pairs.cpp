// Meetings of one phrase on several days in several places: "bilateral meetings on 3 June in Ghana,
// on 4 June in Togo and on 5 June in Benin", "met in Doha in May and in Ankara in June".

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// How far behind the words of the meeting the first day or place stands, in tokens.
constexpr std::uint32_t kReach = 14;
constexpr std::size_t kMost = 16;

bool joins_pairs(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kWords{",",    ";",     "and",     "then", "on",
                                                           "in",   "at",    "the",     "as",   "of",
                                                           "this", "later", "finally", "again"};
  return is_one_of(word, kWords);
}

// A town or state behind "in" or "at" at `t`, or null.
const Tag* place_at(const Context& c, std::uint32_t t) {
  const Tag* tag = c.tags.starting(t);
  if (tag == nullptr || (tag->label != Label::place && tag->label != Label::state)) return nullptr;
  if (tag->label == Label::place && tag->id == npos) return nullptr;
  const std::uint32_t before = c.lower(t - 1) == "the" ? t - 2 : t - 1;
  const std::string_view link = c.lower(before);
  return link == "in" || link == "at" ? tag : nullptr;
}

const time::Expression* day_at(const Context& c, std::uint32_t t) {
  const time::Expression* e = c.date_at(t);
  return e != nullptr && e->tokens.begin == t ? e : nullptr;
}

// "in Cairo, |on the sidelines of the summit|, and in Lima": behind the occasion at `t`; or `t`.
std::uint32_t behind_occasion(const Context& c, std::uint32_t t, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 12;
  const lexicon::Cue* link = c.cue(t, c.cues.link);
  if (link == nullptr || link->value != "sidelines") return t;
  for (std::uint32_t at = t + 1; at < std::min(t + kLongest, end); ++at) {
    const std::string_view word = c.doc.lower(at);
    if (word == "," || word == "and" || day_at(c, at) != nullptr) return at;
    if (word == ";" || c.cue(at, c.cues.verb) != nullptr) break;
  }
  return t;
}

// The pair is complete, or takes what is at hand. False: it has one of that sort already.
bool add_place(const Context& c, const Tag& tag, DatedPlace& pair) {
  const Named named{tag.id, c.doc.span(tag.tokens)};
  Named& slot = tag.label == Label::place ? pair.place : pair.country;
  if (slot || (tag.label == Label::place && pair.country)) return false;
  slot = named;
  return true;
}

}  // namespace

std::vector<DatedPlace> dated_places(const Context& c, const Mention& m) {
  std::vector<DatedPlace> out;
  DatedPlace pair;
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  std::uint32_t limit = std::min(m.trigger.end + kReach, end);
  bool any = false;
  for (std::uint32_t t = m.trigger.end; t < limit && out.size() < kMost;) {
    const Tag* tag = t > 1 ? place_at(c, t) : nullptr;
    const time::Expression* day = tag == nullptr ? day_at(c, t) : nullptr;
    // "in Lima|, Peru,| in May"
    const Tag* state = c.lower(t - 1) == "," ? c.tags.starting(t) : nullptr;
    if (day == nullptr && pair.place && state != nullptr && state->label == Label::state) {
      t = state->tokens.end;
      continue;
    }
    if (tag == nullptr && day == nullptr) {
      if (const std::uint32_t next = behind_occasion(c, t, end); any && next > t) {
        t = next;
        continue;
      }
      if (any && !joins_pairs(c.doc.lower(t))) break;
      if (!any && (c.cue(t, c.cues.verb) != nullptr || c.doc.lower(t) == ";")) break;
      ++t;
      continue;
    }
    any = true;
    if (tag != nullptr && !add_place(c, *tag, pair)) break;
    if (day != nullptr && pair.time != kNobody) break;
    if (day != nullptr) pair.time = c.index_of(*day);
    t = tag != nullptr ? tag->tokens.end : day->tokens.end;
    limit = end;
    if (pair.time == kNobody || (!pair.place && !pair.country)) continue;
    out.push_back(pair);
    pair = {};
  }
  if (out.size() < 2) out.clear();
  return out;
}

namespace {

// Days that are weeks apart are of two meetings: "in May and in October", but "Monday and Tuesday".
bool are_apart(const time::Expression& a, const time::Expression& b) {
  constexpr std::int64_t kWeeks = 14;  // days
  const auto first = time::days_of(a.edtf);
  const auto second = time::days_of(b.edtf);
  if (!first || !second) return false;
  return first->last + kWeeks <= second->first || second->last + kWeeks <= first->first ||
         (time::length(a.edtf) > kWeeks && time::length(b.edtf) > kWeeks && a.edtf != b.edtf);
}

}  // namespace

std::vector<std::uint32_t> days_apart(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 6> kJoints{",", "and", "in", "on", "again", "then"};
  std::vector<std::uint32_t> out;
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  for (std::uint32_t t = m.trigger.end; t < end;) {
    const time::Expression* day = day_at(c, t);
    if (day != nullptr) {
      if (!out.empty() && !are_apart(c.times[out.back()], *day)) return {};
      out.push_back(c.index_of(*day));
      t = day->tokens.end;
      continue;
    }
    const bool goes_on = out.empty() ? t < m.trigger.end + kNear && c.lower(t) != ";" &&
                                           c.cue(t, c.cues.verb) == nullptr
                                     : is_one_of(c.lower(t), kJoints);
    if (!goes_on) break;
    ++t;
  }
  return out.size() < 2 ? std::vector<std::uint32_t>{} : out;
}

namespace {

// "They had met in Lima on 24 July and in Quito on 12 June": whoever they are.
bool meets_as_group(const Mention& m) { return m.verbal && m.group && m.kind == "meeting"; }

}  // namespace

bool keep_dated_places(const Context& c, const Mention& m, std::vector<Mention>& out) {
  const bool group = meets_as_group(m);
  const bool talks = is_between_few(m) || (m.kind == "meeting" && m.people.size() >= 2) || group;
  if (!talks || m.kind == "visit" || m.in_headline || m.organisation) return false;
  if (!m.relation.empty() || (m.people.size() + m.states.size() == 0 && !group)) return false;
  const std::vector<DatedPlace> pairs = dated_places(c, m);
  for (const DatedPlace& pair : pairs) {
    Mention one = m;
    one.fresh = true;
    one.time = pair.time;
    one.place = pair.place;
    one.country = pair.country;
    if (m.objects.empty() && m.people.size() == 1 && pair.country) one.states = {pair.country};
    out.push_back(std::move(one));
  }
  if (!pairs.empty() || !m.verbal) return !pairs.empty();
  const std::vector<std::uint32_t> days = days_apart(c, m);
  for (const std::uint32_t day : days) {
    Mention one = m;
    one.fresh = true;
    one.time = day;
    out.push_back(std::move(one));
  }
  return !days.empty();
}

namespace {

// "on 18-19 June |and| 22-23 June": the days of sentence `s` that follow one another, the longest
// row of two or more; or none.
std::vector<std::uint32_t> days_in_row(const Context& c, TokenRange s) {
  std::vector<std::uint32_t> best;
  std::vector<std::uint32_t> row;
  for (const time::Expression& e : c.times_in(s)) {
    if (e.tokens.begin < s.begin || !time::is_date(e.kind) || e.edtf.empty()) continue;
    bool follows = !row.empty();
    for (std::uint32_t t = follows ? c.times[row.back()].tokens.end : e.tokens.begin;
         t < e.tokens.begin; ++t) {
      follows = follows && (joins_pairs(c.doc.lower(t)) || c.doc.lower(t) == "from");
    }
    if (!follows) row.clear();
    row.push_back(c.index_of(e));
    if (row.size() > best.size()) best = row;
  }
  return best.size() < 2 ? std::vector<std::uint32_t>{} : best;
}

}  // namespace

void tell_in_order(const Context& c, std::vector<Mention>& mentions) {
  for (std::uint32_t t = 0; t < c.doc.size(); ++t) {
    if (c.doc.lower(t) != "respectively") continue;
    const TokenRange s = c.sentence(t);
    const std::vector<std::uint32_t> days = days_in_row(c, s);
    if (days.empty()) continue;
    std::vector<Mention*> told;  // those right before the first day
    for (Mention& m : mentions) {
      const bool here = m.trigger.begin >= s.begin && m.trigger.end <= s.end && !m.verbal;
      if (here && m.tokens.begin < c.times[days.front()].tokens.begin) told.push_back(&m);
    }
    if (told.size() < days.size()) continue;
    for (std::size_t k = 0; k < days.size(); ++k) {
      Mention& m = *told[told.size() - days.size() + k];
      m.time = days[k];
      m.own_day = true;
    }
  }
}

}  // namespace rapporteur::meetings
