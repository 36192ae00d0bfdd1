// A verb that is said once for two whom somebody met on different days, "On 1 May he saw the
// minister of Peru and on 2 May that of Chile", or for two groups.

#include <algorithm>

#include "mention/day_of_met.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

// The day that stands between the start of the sentence and the verb; or kNobody.
std::uint32_t day_before(const Context& c, std::uint32_t verb) {
  std::uint32_t out = kNobody;
  for (const time::Expression& e : c.times_in({c.sentence(verb).begin, verb})) {
    if (time::is_date(e.kind) && !e.edtf.empty() && !c.in_dateline(e)) out = c.index_of(e);
  }
  return out;
}

// "and on |2 May|", ", on |2 May|" at `at`, or null.
const time::Expression* day_behind(const Context& c, std::uint32_t at) {
  const std::uint32_t joint = at;
  while (c.lower(at) == "," || c.lower(at) == ";" || c.lower(at) == "and" ||
         c.lower(at) == "then") {
    ++at;
  }
  const bool joined = at > joint && (c.lower(at - 1) == "and" || c.lower(at) == "on");
  if (!joined) return nullptr;
  if (c.lower(at) == "on" || c.lower(at) == "in" || c.lower(at) == "the") ++at;
  return c.date_at(at);
}

// The one whom `m` does not know yet and who begins at `at`, over "the": a person, or the holder of
// an office of a state; or null.
const names::Mention* other_at(const Context& c, const Mention& m, std::uint32_t at) {
  if (c.lower(at) == ",") ++at;
  if (c.lower(at) == "with") ++at;
  if (c.lower(at) == "the") ++at;
  const tagger::Tag* tag = at < c.doc.size() ? c.tags.starting(at) : nullptr;
  const bool whose = tag != nullptr && tag->label == tagger::Label::nationality;
  if (whose && c.cast.starting(at) == nullptr) at = tag->tokens.end;  // "the |Peruvian| minister X"
  const names::Mention* other = at < c.doc.size() ? c.cast.starting(at) : nullptr;
  if (other == nullptr) return nullptr;
  if (other->person == kNobody) return other->states.size() == 1 ? other : nullptr;
  const bool known = std::find(m.people.begin(), m.people.end(), other->person) != m.people.end();
  return known ? nullptr : other;
}

// `m` with `other` in the place of its object.
Mention with_other(const Mention& m, const names::Mention& other) {
  Mention out = m;
  out.fresh = true;
  if (!m.objects.empty()) std::erase(out.people, m.objects.front());
  out.objects.clear();
  out.states = other.states;
  if (other.person != kNobody) {
    out.people.push_back(other.person);
    out.objects = {other.person};
    out.states.clear();
  }
  out.tokens = other.tokens;
  return out;
}

bool leads_to_place(std::string_view word) { return word == "at" || word == "in" || word == "on"; }

// "met A at the summit in Lima, |and B at the forum in Quito|": the other with where it was.
std::optional<Mention> met_elsewhere(const Context& c, Mention& m, std::uint32_t at) {
  constexpr std::uint32_t kReach = 14;
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  if (!leads_to_place(c.lower(at)) || at + 2 >= end) return std::nullopt;
  for (std::uint32_t t = at + 2; t < std::min(at + kReach, end); ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == ";" || word == "who" || c.cue(t, c.cues.verb) != nullptr) break;
    if (word != "and") continue;
    const names::Mention* other = other_at(c, m, t + 1);
    if (other == nullptr || other->person == kNobody) continue;
    if (!leads_to_place(c.lower(other->tokens.end))) break;
    Mention one = with_other(m, *other);
    place_beside(c, one);
    m.fresh = true;
    place_beside(c, m);
    // "A |on Monday| and B |on Tuesday|"
    const time::Expression* own = day_right_behind(c, at);
    const time::Expression* theirs = day_right_behind(c, other->tokens.end);
    if (own != nullptr && theirs != nullptr) {
      m.time = c.index_of(*own);
      one.time = c.index_of(*theirs);
    }
    return one;
  }
  return std::nullopt;
}

// The day right behind `at`: "|on 10 August|", "from |5 to 7 May|"; or null.
const time::Expression* day_after(const Context& c, std::uint32_t at) {
  const std::string_view link = c.lower(at);
  if (link == "on" || link == "in" || link == "from" || link == "by") ++at;
  return c.date_at(at);
}

// "Senior officials meet on 9 August |and the ministers on 10 August|": another group on another
// day.
std::optional<Mention> other_group(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 14;
  const bool group = m.verbal && m.objects.empty() && m.people.empty() && !m.organ_words.empty();
  const std::uint32_t end = std::min(c.sentence(m.trigger.end - 1).end, m.trigger.end + kReach);
  const time::Expression* own = nullptr;
  for (std::uint32_t t = m.trigger.end; group && t < end; ++t) {
    if (own == nullptr && c.cue(t, c.cues.verb) != nullptr) break;  // others meet on that day
    if (own == nullptr) own = c.date_at(t);
    if (own == nullptr || (c.lower(t) != "and" && c.lower(t) != ",")) continue;
    const std::uint32_t at = c.lower(t + 1) == "the" ? t + 2 : t + 1;
    const names::Office* office = at < end ? c.cast.office_starting(at) : nullptr;
    if (office == nullptr || !office->plural || office->former || office->words.empty()) continue;
    const time::Expression* day = day_after(c, office->tokens.end);
    if (day == nullptr || day == own) return std::nullopt;
    m.time = c.index_of(*own);
    Mention one = m;
    one.fresh = true;
    one.tokens = {office->tokens.begin, day->tokens.end};
    one.trigger = office->tokens;
    one.organ = {};
    one.organ_words = office->text;
    one.organ_span = join(office->words.front(), office->words.back());
    one.place = {};
    one.country = {};
    one.time = c.index_of(*day);
    return one;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Mention> gapped_mentions(const Context& c, Mention& m) {
  constexpr std::uint32_t kNear = 6;
  constexpr std::size_t kMost = 12;
  if (std::optional<Mention> group = other_group(c, m); group) return {*std::move(group)};
  const bool few = m.kind == "talks" || m.kind == "meeting" || m.kind == "reception";
  const bool one_met = m.objects.size() == 1 || (m.objects.empty() && m.states.size() == 1);
  if (!few || !m.verbal || !one_met) return {};
  const bool met_by = m.people.size() > m.objects.size() || m.group || !m.organ_words.empty();
  if (!met_by) return {};
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  std::uint32_t at = m.tokens.end;
  // "and" was taken with the object
  while (at > m.trigger.end && (c.lower(at - 1) == "on" || c.lower(at - 1) == "and" ||
                                c.lower(at - 1) == "," || c.lower(at - 1) == "the")) {
    --at;
  }
  std::vector<Mention> out;
  const std::uint32_t first = at;
  const time::Expression* own = nullptr;
  for (std::uint32_t t = at; t < std::min(at + kNear, end) && out.size() < kMost; ++t) {
    if (own == nullptr) own = c.date_at(t);
    const time::Expression* day = day_behind(c, t);
    if (day == nullptr) continue;
    const names::Mention* other = other_at(c, m, day->tokens.end);
    if (other == nullptr) break;
    if (out.empty()) {
      const std::uint32_t time = own != nullptr ? c.index_of(*own) : day_before(c, m.trigger.begin);
      if (time == kNobody) return {};
      m.time = time;
    }
    out.push_back(with_other(m, *other));
    out.back().time = c.index_of(*day);
    out.back().tokens = {day->tokens.begin, other->tokens.end};
    t = other->tokens.end - 1;
    at = t + 1;
  }
  if (!out.empty()) {
    m.fresh = true;
    m.tokens.end = std::min(m.tokens.end, first);
    return out;
  }
  if (m.objects.empty()) return {};
  if (std::optional<Mention> one = met_elsewhere(c, m, first); one) return {*std::move(one)};
  return {};
}

namespace {

// The one whom the words of `m` name: the person met, or the state; false where there are more.
bool leave_out_met(const Context& c, Mention& m) {
  const ByteSpan words = c.doc.span(m.tokens);
  std::vector<std::uint32_t> met = m.objects;
  for (std::uint32_t t = m.trigger.end; met.empty() && t < m.tokens.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person != kNobody) met.push_back(who->person);
  }
  const std::size_t states = m.states.size();
  std::erase_if(m.states, [&](const Named& state) {
    return state.words.begin >= words.begin && state.words.end <= words.end;
  });
  const bool one_state = met.empty() && states == m.states.size() + 1;
  std::erase_if(m.people,
                [&](std::uint32_t p) { return std::find(met.begin(), met.end(), p) != met.end(); });
  m.objects.clear();
  return m.people.size() == 1 && (met.size() == 1 || one_state);
}

// "and |with| B", "and a cable |with| B" for one who dealt with A on fish: whoever stands behind
// it.
bool leads_to_other(const Context& c, const Mention& m, std::uint32_t with, bool joined) {
  if (c.lower(with) != "with") return false;
  const std::string_view before = c.lower(before_adverb(c, with) - 1);
  return before == "and" || before == "," || (joined && m.dealt);
}

}  // namespace

std::optional<Mention> other_with(const Context& c, const Mention& m) {
  constexpr std::uint32_t kReach = 14;
  const bool few = m.kind == "talks" || m.kind == "meeting" || m.kind == "call";
  if (!few || m.in_headline || m.organisation || m.organ) return std::nullopt;
  Mention one = m;
  if (!leave_out_met(c, one)) return std::nullopt;
  const std::uint32_t end = std::min(m.tokens.end + kReach, c.sentence(m.trigger.begin).end);
  bool joined = false;
  for (std::uint32_t t = m.tokens.end; t < end; ++t) {
    if (c.doc.lower(t) == ";" || c.cue(t, c.cues.verb) != nullptr) return std::nullopt;
    joined = joined || c.doc.lower(t) == "and";
    if (!leads_to_other(c, m, t, joined)) continue;
    std::uint32_t at = t + 1;
    while (c.lower(at) == "the" || c.lower(at) == "his" || c.lower(at) == "her") ++at;
    const names::Mention* who = at < end ? c.cast.starting(at) : nullptr;
    const tagger::Tag* tag = at < end ? c.tags.starting(at) : nullptr;
    one.fresh = true;
    one.tokens = {at, at + 1};
    if (who != nullptr && who->person != kNobody) {
      if (std::find(m.people.begin(), m.people.end(), who->person) != m.people.end()) break;
      one.people.push_back(who->person);
      one.objects = {who->person};
      return one;
    }
    const bool state = tag != nullptr && (tag->label == tagger::Label::state ||
                                          tag->label == tagger::Label::nationality);
    if (!state) break;
    one.states.push_back({tag->id, c.doc.span(tag->tokens)});
    return one;
  }
  return std::nullopt;
}

}  // namespace rapporteur::meetings
