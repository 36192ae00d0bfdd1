// Of which row, organ or organisation a mention is that leaves it to what was said before: "the
// next meeting", "the Council", "an organ of it".

#include <array>
#include <cstdlib>

#include "clause/word_list.h"
#include "identity/completion.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Kind;

// "A |special session| on 23 April had been cancelled": of the row that was told, without a number.
bool Completion::is_special(const Mention& m) const {
  if (m.kind != "session" || m.verbal || m.in_headline || m.time == kNobody) return false;
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.end; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "special" || word == "extraordinary" || word == "emergency") return true;
  }
  return false;
}

// "The |2020 summit| was dropped": of the row that was told.
bool Completion::is_of_year(const Mention& m) const {
  constexpr std::size_t kYear = 4;  // letters of a year in EDTF
  if (m.verbal || m.in_headline || m.time == kNobody) return false;
  const time::Expression& year = c_.times[m.time];
  return year.edtf.size() == kYear && m.tokens.begin <= year.tokens.begin &&
         year.tokens.end == m.trigger.begin;
}

// The seventh is hardly of the row of which the 161st is told.
bool Completion::may_be_of_row(const Mention& m, const Mention& named) {
  constexpr int kFar = 30;
  return m.ordinal == 0 || named.ordinal == 0 || std::abs(m.ordinal - named.ordinal) < kFar;
}

namespace {

// Of a name that is told in full the part whose head is `word`: "Trade |Committee|", "Executive
// Committee of the |Coordination Council|". Empty if there is none.
ByteSpan whole_name(const Context& c, ByteSpan name, std::string_view word) {
  if (name.empty()) return {};
  const TokenRange all{c.doc.token_at(name.begin), c.doc.token_at(name.end - 1) + 1};
  std::uint32_t begin = all.begin;
  for (std::uint32_t t = all.begin; t < all.end; ++t) {
    const std::string_view link = c.doc.lower(t);
    if (link == "of") begin = c.lower(t + 1) == "the" ? t + 2 : t + 1;
    if (link != word) continue;
    const std::string_view next = t + 1 < all.end ? c.doc.lower(t + 1) : std::string_view();
    const bool matter = next == "on" || next == "for" || next == "of";
    if (t + 1 == all.end) return c.doc.span({begin, all.end});
    if (matter) return c.doc.span({begin, all.end});
  }
  return {};
}

}  // namespace

// "The Council last met in Doha": the council of which the report spoke with its full name.
bool Completion::adopts_organ(Mention& m) const {
  if (m.relation.empty() && m.ordinal == 0) return false;
  if (m.organisation || m.organ || m.organ_words.empty()) return false;
  const std::string words = catalogue::fold(m.organ_words);
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const Identity& id = identities_[d];
    // "the committee" of the Committee on Trade and Transport
    if (!founded_[d] || (" " + id.organ + " ").find(" " + words + " ") == std::string::npos) {
      continue;
    }
    for (const std::uint32_t i : out_.drafts[d].mentions) {
      const Mention& named = out_.mentions[i];
      if (!m.organisation) m.organisation = named.organisation;
      if (!m.organ) m.organ = named.organ;
      const ByteSpan whole = whole_name(c_, named.organ_span, words);
      if (whole.size() <= m.organ_span.size()) continue;
      m.organ_span = whole;
      m.organ_words = c_.words(whole);
    }
    return true;
  }
  return false;
}

// "It was preceded by a meeting of |the Council of Ministers| on 27 April": an organ of the
// organisation whose meeting was told before.
bool Completion::adopts_organisation(Mention& m) const {
  const bool placed = m.time != kNobody || m.place || m.country;
  if (m.organisation || m.organ || m.organ_words.empty() || !placed || !m.states.empty()) {
    return false;
  }
  if (m.kind == "visit" || m.kind == "call" || m.kind == "signing") return false;
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const catalogue::Index whole = identities_[d].organisation;
    if (!founded_[d] || whole == npos) continue;
    if (c_.catalogue.find_organ(whole, m.organ_words) == npos) continue;
    m.organisation = {whole, m.organ_span};
    return true;
  }
  return false;
}

// "It met for the nineteenth time", where the twentieth summit of the organisation is told.
void Completion::take_summit_of_row(Mention& m) const {
  const bool bare = m.organisation && !m.organ && m.organ_words.empty();
  if (!bare || m.kind != "meeting" || m.ordinal == 0) return;
  for (std::size_t d = oldest(); d < out_.drafts.size(); ++d) {
    const Mention& named = out_.mentions[out_.drafts[d].mentions.front()];
    const bool same = identities_[d].organisation == m.organisation.id && named.ordinal > 0;
    if (founded_[d] && same && named.kind == "summit" && may_be_of_row(m, named)) m.kind = "summit";
  }
}

// Of the meeting of a body that was told first; npos if no table knows it.
catalogue::Index Completion::first_organisation() const {
  for (std::size_t d = oldest(); d < out_.drafts.size(); ++d) {
    if (founded_[d] && identities_[d].of_body()) return identities_[d].organisation;
  }
  return npos;
}

// "|The Council of Foreign Ministers| meets tomorrow", where the officials of the Coral Islands
// Forum have met: a council that any organisation may have is of the one that was told of last,
// though no table knows it.
bool Completion::adopts_owner(Mention& m) const {
  const bool open =
      !m.organisation && !m.organ && m.owner.empty() && m.states.empty() && !m.organ_words.empty();
  const bool placed = m.time != kNobody || m.place || m.country || m.ordinal > 0;
  if (!open || !placed || m.kind == "visit" || m.kind == "call" || m.kind == "signing" ||
      c_.catalogue.find_generic_organ(catalogue::fold(m.organ_words)) == nullptr) {
    return false;
  }
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const Identity& id = identities_[d];
    if (!founded_[d] || !id.of_body()) continue;
    if (id.organisation != npos) {
      if (first_organisation() != id.organisation) return false;
      m.organisation = {id.organisation, m.organ_span};
      return true;
    }
    for (const std::uint32_t i : out_.drafts[d].mentions) {
      if (!out_.mentions[i].owner.empty()) m.owner = out_.mentions[i].owner;
    }
    if (!m.owner.empty()) return true;
  }
  return false;
}

// "|The Committee of Experts| met on Thursday": more than the bare noun, and nobody's at home.
bool Completion::is_committee_alone(const Mention& m) const {
  static constexpr std::array<std::string_view, 14> kAtHome{
      "parliament", "parliamentary", "assembly", "congress", "senate",   "house",    "cabinet",
      "national",   "federal",       "state",    "party",    "domestic", "election", "central"};
  const bool meets = m.kind == "meeting" || m.kind == "session";
  const bool alone = m.people.empty() && m.states.empty() && !m.organisation && m.owner.empty();
  if (!meets || !alone || m.in_headline || m.organ || m.organ_words.empty()) return false;
  const std::uint32_t begin = c_.doc.token_at(m.organ_span.begin);
  const std::uint32_t end = c_.doc.token_at(m.organ_span.end - 1) + 1;
  const TokenRange s = c_.sentence(begin);
  if (end - begin < 2 || (begin > s.begin && c_.doc.lower(begin - 1) == "'s")) return false;
  bool heads = false;
  for (std::uint32_t t = begin; t < end; ++t) {
    if (is_one_of(c_.doc.lower(t), kAtHome)) return false;
    const lexicon::Cue* head = c_.doc.is_capital(t) ? c_.cue(t, c_.cues.organ_head) : nullptr;
    heads = heads || head != nullptr;
  }
  return heads;
}

// A few days ahead of what was told; where a day is not said, by the words.
bool Completion::comes_shortly_before(const Mention& m, const Identity& told) const {
  constexpr std::int64_t kLongest = 7;  // days
  if (m.time == kNobody || told.when.empty()) return is_told_ahead(m);
  const auto day = time::days_of(c_.times[m.time].edtf);
  const auto later = time::days_of(told.when);
  if (!day || !later) return false;
  return day->first < later->first && later->first - day->first <= kLongest;
}

bool Completion::takes_committee(Mention& m) const {
  constexpr std::uint32_t kBack = 4;  // sentences
  if (!m.relation.empty() || !is_committee_alone(m)) return false;
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const Identity& told = identities_[d];
    const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
    if (!founded_[d] || told.organisation == npos || last.sentence + kBack < m.sentence) continue;
    if (!comes_shortly_before(m, told)) continue;
    m.organisation = {told.organisation, m.organ_span};
    m.fresh = true;
    return true;
  }
  return false;
}

// The mention that names the row of "the next meeting": of the draft spoken of last in its
// paragraph; where the paragraph names none, of the one spoken of most.
const Mention* Completion::row_of(const Mention& m) const {
  // "held their 36th meeting ... |The 37th meeting|": of the row with the number beside it.
  for (std::size_t d = out_.drafts.size(); m.ordinal > 1 && d-- > oldest();) {
    const int number = identities_[d].ordinal;
    if (founded_[d] && number > 0 && std::abs(number - m.ordinal) == 1) {
      return named_mention(d, m.kind, m.verbal);
    }
  }
  // "The summit ended. |The next meeting| ...": of its row where no other is told.
  const Mention* row = row_spoken_of(m, m.kind);
  const bool meeting = (m.kind == "meeting" || m.kind == "session") && !m.relation.empty();
  return row == nullptr && meeting ? row_spoken_of(m, "summit") : row;
}

// "The Commission met on 27 October. Experts |had met the day before|. The next session ...": told
// by the way, of those who went ahead of a meeting with a number or told at length.
bool Completion::is_prelude(std::size_t d) const {
  constexpr std::int64_t kLongest = 21;  // days
  const Identity& id = identities_[d];
  if (out_.drafts[d].mentions.size() > 1 || id.ordinal > 0 || id.when.empty()) return false;
  const auto day = time::days_of(id.when);
  for (std::size_t e = oldest(); day && e < d; ++e) {
    const Identity& told = identities_[e];
    const bool long_told = told.ordinal > 0 || out_.drafts[e].mentions.size() > 1;
    if (!founded_[e] || !told.of_body() || !long_told || told.when.empty()) continue;
    const auto later = time::days_of(told.when);
    if (!later || day->first >= later->first) continue;
    if (later->first - day->first <= kLongest) return true;
  }
  return false;
}

const Mention* Completion::row_spoken_of(const Mention& m, std::string_view kind) const {
  const Mention* out = nullptr;
  std::size_t most = 0;
  const std::uint32_t paragraph = c_.doc.sentences()[m.sentence].paragraph;
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const Mention* named = named_mention(d, kind, m.verbal);
    if (named == nullptr || !founded_[d]) continue;
    const std::vector<std::uint32_t>& spoken = out_.drafts[d].mentions;
    const Mention& last = out_.mentions[spoken.back()];
    const bool beside = c_.doc.sentences()[last.sentence].paragraph == paragraph;
    if (beside && !(m.relation == "next" && is_prelude(d))) return named;
    if (spoken.size() < most) continue;
    most = spoken.size();
    out = named;
  }
  return out;
}

// The mention of draft `d` that names its body, if a meeting called `kind` may be of that row: of
// names that no table knows one of the text before a shorter one of the headline.
const Mention* Completion::named_mention(std::size_t d, std::string_view kind, bool verbal) const {
  const Mention* headline = nullptr;
  for (const std::uint32_t i : out_.drafts[d].mentions) {
    const Mention& m = out_.mentions[i];
    const bool same =
        kind == "event" || verbal ||
        (kind == "meeting" || kind == "session" ? m.kind != "summit" : m.kind == kind) ||
        (kind == "summit" && identities_[d].kind == Kind::summit);
    if (!same || (!m.organisation && !m.organ && m.organ_words.empty())) continue;
    if (m.organisation || m.organ) return &m;
    if (m.in_headline) {
      if (headline == nullptr) headline = &m;
      continue;
    }
    const bool fuller = headline == nullptr || headline->organ_words.size() <= m.organ_words.size();
    return fuller ? &m : headline;
  }
  return headline;
}

}  // namespace rapporteur::meetings
