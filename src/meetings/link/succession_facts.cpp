#include "link/succession_facts.h"

#include <algorithm>

#include "mention/mention_parts.h"
#include "mention/take_body.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// How far behind its words the day and the place of such a meeting may stand, in tokens.
constexpr std::uint32_t kReach = 16;

}  // namespace

SuccessionFacts::SuccessionFacts(const Context& context, const std::vector<Mention>& mentions)
    : c_(context), mentions_(mentions) {
  for (const Mention& m : mentions) triggers_.push_back(m.trigger.begin);
  std::sort(triggers_.begin(), triggers_.end());
}

// The first day behind the words, before the next mention; failing that one right before them.
void SuccessionFacts::add_time(Mention& m) const {
  const TokenRange s = c_.sentence(m.trigger.begin);
  const std::uint32_t limit = std::min(part_end(m.trigger.end), next_mention(m));
  std::uint32_t before = kNobody;
  for (const time::Expression& e : c_.times_in({s.begin, limit})) {
    const std::uint32_t i = c_.index_of(e);
    if (!time::is_date(e.kind) || e.edtf.empty() || c_.in_dateline(e)) continue;
    if (e.tokens.begin >= s.begin && e.tokens.end <= m.trigger.begin) before = i;
    // "is next, |this| autumn" may begin within the words
    if (e.tokens.end <= m.trigger.end || e.tokens.begin < m.trigger.begin) continue;
    if (e.tokens.begin >= limit) continue;
    m.time = i;
    return;
  }
  if (before == kNobody) return;
  const std::uint32_t end = c_.times[before].tokens.end;
  const bool near = m.trigger.begin - end < 4 && c_.lower(end) != ";";
  if (near) m.time = before;
}

// "the 8th, last year, came to nothing|; the 7th|, in Lima, ..."
std::uint32_t SuccessionFacts::part_end(std::uint32_t from) const {
  const std::uint32_t limit = std::min(from + kReach, c_.sentence(from > 0 ? from - 1 : 0).end);
  for (std::uint32_t t = from; t < limit; ++t) {
    if (c_.doc.lower(t) == ";") return t;
  }
  return limit;
}

std::uint32_t SuccessionFacts::next_mention(const Mention& m) const {
  const auto next = std::lower_bound(triggers_.begin(), triggers_.end(), m.trigger.end);
  return next != triggers_.end() ? *next : c_.doc.size();
}

// "in Doha", "is down for Accra", "goes to Nay Pyi Taw".
void SuccessionFacts::add_place(Mention& m, std::uint32_t from) const {
  const std::uint32_t limit = std::min(part_end(from), next_mention(m));
  for (std::uint32_t t = from; t < limit; ++t) {
    const Tag* tag = c_.tags.starting(t);
    if (tag == nullptr || (tag->label != Label::place && tag->label != Label::state)) continue;
    const std::string_view before = c_.doc.lower(t - 1);
    const std::string_view wide = t > from + 1 ? c_.doc.lower(t - 2) : std::string_view();
    const auto leads = [](std::string_view word) {
      return word == "in" || word == "at" || word == "to" || word == "for" || word == "by";
    };
    const bool behind_comma = before == "," && m.place;
    if (!leads(before) && !(before == "the" && leads(wide)) && !behind_comma) continue;
    const Named named{tag->id, c_.doc.span(tag->tokens)};
    if (tag->label == Label::place && !m.place) m.place = named;
    if (tag->label == Label::state && !m.country) m.country = named;
  }
}

// "it": what the phrase named last is called, unless it is a visit, which nobody else hosts.
void SuccessionFacts::take_name(Mention& m) const {
  const Mention* named = nullptr;
  for (const Mention& other : mentions_) {
    if (other.trigger.begin >= m.trigger.begin) break;
    const bool near = other.sentence + 1 >= m.sentence && !other.verbal;
    if (near && !other.in_headline && other.kind != "visit") named = &other;
  }
  if (named == nullptr) return;
  m.kind = named->kind;
  take_body(*named, m);
  m.ordinal = named->ordinal;
  m.ordinal_span = named->ordinal_span;
}

// The state or town before "will be the host" at `verb`.
void SuccessionFacts::add_host(Mention& m, std::uint32_t verb) const {
  const TokenRange s = c_.sentence(verb);
  for (std::uint32_t t = verb; t > s.begin && verb - t < 8; --t) {
    const Tag* tag = c_.tags.covering(t - 1);
    if (tag == nullptr || (tag->label != Label::place && tag->label != Label::state)) continue;
    const Named named{tag->id, c_.doc.span(tag->tokens)};
    (tag->label == Label::place ? m.place : m.country) = named;
    break;
  }
  if (m.country) add_place(m, m.trigger.end);
}

void SuccessionFacts::add_chosen(Mention& m, std::uint32_t end) const {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t begin = c_.sentence(end).begin;
  for (std::uint32_t t = end; t > begin && end - t < kNear; --t) {
    const Tag* tag = c_.tags.covering(t - 1);
    if (tag == nullptr || (tag->label != Label::place && tag->label != Label::state)) continue;
    const Named chosen{tag->id, c_.doc.span(tag->tokens)};
    (tag->label == Label::place ? m.place : m.country) = chosen;
    return;
  }
}

// "The Council last met": the body that stands before.
bool SuccessionFacts::own_body(Mention& m) const {
  const TokenRange s = c_.sentence(m.trigger.begin);
  for (std::uint32_t t = m.trigger.begin; t > s.begin && m.trigger.begin - t < 10; --t) {
    const Tag* tag = c_.tags.covering(t - 1);
    if (tag == nullptr && is_body_noun(t - 1)) {  // "the Border |Commission|"
      std::uint32_t begin = t - 1;
      while (begin > s.begin && c_.doc.is_capital(begin - 1)) --begin;
      m.organ_span = c_.doc.span({begin, t});
      m.organ_words = c_.words(m.organ_span);
      return true;
    }
    if (tag == nullptr || tag->label != Label::body) continue;
    take(m, *tag);
    return true;
  }
  return false;
}

void SuccessionFacts::take(Mention& m, const Tag& tag) const {
  const ByteSpan span = c_.doc.span(tag.tokens);
  if (tag.id == npos) {
    m.organ_span = span;
    m.organ_words = c_.words(span);
  } else if (names_organ(c_, tag)) {
    m.organ = {tag.id, span};
  } else {
    m.organisation = {tag.id, span};
  }
}

bool SuccessionFacts::is_body_noun(std::uint32_t token) const {
  return token < c_.doc.size() && c_.doc.is_capital(token) &&
         c_.cue(token, c_.cues.body_head) != nullptr;
}

// "will host |the heads of state| in Durban": who meets is a level of its own.
void SuccessionFacts::take_level(Mention& m) const {
  for (std::uint32_t t = m.trigger.begin; t < m.trigger.end; ++t) {
    const names::Office* office = c_.cast.office_starting(t);
    if (office == nullptr || !office->plural || office->words.empty()) continue;
    const bool heads = office->text.starts_with("heads of") || office->text == "presidents" ||
                       office->text == "leaders";
    if (!heads) return;
    m.kind = "summit";
    m.top_level = true;
    if (level_only(c_, *office) != nullptr) return;
    m.organ_words = office->text;
    m.organ_span = join(office->words.front(), office->words.back());
    return;
  }
}

// The verb of hosting that ends before the determiner at `end`; or nothing.
TokenRange SuccessionFacts::host_before(std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 5;
  const std::uint32_t begin = c_.sentence(end).begin;
  for (std::uint32_t back = 1; back <= kLongest && end >= begin + back; ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(end - back, c_.cues.host, &words);
    if (cue != nullptr && cue->value == "before" && words.end == end) return words;
  }
  // "Lima |had| the 24th", "Lima |saw| its predecessor"
  const bool has =
      end >= begin + 2 && (c_.doc.lower(end - 1) == "had" || c_.doc.lower(end - 1) == "saw");
  const Tag* town = has ? c_.tags.covering(end - 2) : nullptr;
  if (town != nullptr && town->label == Label::place && town->id != npos) return {end - 1, end};
  return {};
}

// "The minister will meet again with ...": one person's, no row's.
bool SuccessionFacts::has_one_subject(TokenRange words) const {
  const TokenRange s = c_.sentence(words.begin);
  for (std::uint32_t t = words.begin; t > s.begin && words.begin - t < 6; --t) {
    const names::Mention* who = c_.cast.covering(t - 1);
    if (who == nullptr) continue;
    return who->person != kNobody;
  }
  return false;
}

}  // namespace rapporteur::meetings
