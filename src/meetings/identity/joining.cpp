#include "identity/joining.h"

#include <algorithm>
#include <array>
#include <span>

#include "clause/word_list.h"
#include "identity/main_meeting.h"
#include "identity/private_talks.h"
#include "identity/prospect.h"
#include "mention/occasion.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;

// "is on a visit to India", "is undertaking a week-long visit to India": one guest, one host.
bool is_same_visit(const Identity& a, const Identity& b) {
  const bool visits = a.kind == Kind::visit && b.kind == Kind::visit;
  return visits && !a.people.empty() && !b.people.empty() && a.people.front() == b.people.front() &&
         (a.country != npos ? a.country == b.country : !a.states.empty() && a.states == b.states);
}

// "|the three countries'| ministers A, B and C held a trilateral meeting": of those states that
// were told, whoever came for them.
bool is_of_told_states(const Context& c, const Mention& m, const Identity& told) {
  static constexpr std::array<std::string_view, 4> kAll{"two", "three", "four", "both"};
  static constexpr std::array<std::string_view, 4> kStates{"countries", "sides", "nations",
                                                           "states"};
  if (told.states.size() < 2 || !told.people.empty() || !m.states.empty()) return false;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t t = begin; t + 1 < m.trigger.begin; ++t) {
    if (is_one_of(c.doc.lower(t), kAll) && is_one_of(c.doc.lower(t + 1), kStates)) return true;
  }
  return false;
}

}  // namespace

struct Joining::Sought {
  const Mention& m;
  const Identity& id;
  bool linked;    // "The ministers met to prepare the summit" speaks of two
  bool attended;  // somebody comes to it
  bool of_two;    // "Beside the trilateral, X will hold |bilateral talks with Y|"

  // Neither whose meeting it is, nor which.
  [[nodiscard]] bool says_nothing() const {
    return !id.of_body() && id.people.empty() && id.states.empty() && id.ordinal == 0;
  }
};

std::size_t Joining::best(const Mention& m, const Identity& id) const {
  const bool linked = !m.verbal && (is_only_linked(c_, m) || !m.prepared.empty());
  const Sought sought{m, id, linked, is_attended(c_, m),
                      id.people.size() == 2 && !id.of_body() && is_private(c_, m)};
  std::size_t best = kNone;
  int best_score = 0;
  for (std::size_t d = out_.drafts.size(); d-- > oldest_draft(out_);) {
    const int agreed = may_tell_of(sought, d) ? score(sought, d) : 0;
    if (agreed <= best_score) continue;
    best = d;
    best_score = agreed;
  }
  return best;
}

bool Joining::may_tell_of(const Sought& sought, std::size_t d) const {
  const Mention& m = sought.m;
  const Identity& id = sought.id;
  if (!compatible(identities_[d], id) && !is_of_headline(d, m, id)) return false;
  const Mention& last = last_of(d);
  if (sought.linked && last.sentence == m.sentence) return false;
  // "The preparatory meeting for the session opened. |The three-day meeting| will": the first.
  const bool generic = m.kind == "meeting" || m.kind == "event";
  if (sought.says_nothing() && generic && m.definite && !last.prepared.empty()) return false;
  // "a meeting on the preparations for |the summit| was held": two
  if (!last.ahead.empty() && !m.prepared.empty() && last.sentence == m.sentence) return false;
  // "On the sidelines of the Council |they met|"
  if (m.verbal && last.sentence == m.sentence && is_occasion(c_, last)) return false;
  const bool talks = last.verbal && last.people.size() > 1 && last.sentence == m.sentence;
  if (sought.attended && talks) return false;
  if (sought.of_two && identities_[d].sides.size() > 2) return false;
  return !is_at_other_time(m, d) && !is_still_to_come(m, id, d) && !is_long_past(id, d);
}

// How much the mention and draft `d` say the same; 0 where it tells of another.
int Joining::score(const Sought& sought, std::size_t d) const {
  const Mention& m = sought.m;
  const bool says_nothing = sought.says_nothing();
  int score = 2 * agreement(identities_[d], sought.id);
  if (tells_of_another(sought, d, score)) return 0;
  if (says_nothing && !m.fresh) score += refers_back(m, sought.id, d);
  // The headline and the first sentence speak of one meeting.
  const bool of_headline = first_of(d).in_headline && founded_[d] && says_nothing && m.definite &&
                           !is_told_right_before(m, d);
  if ((is_only_headline(d) || of_headline) && !m.in_headline) score += 1;
  return score;
}

bool Joining::tells_of_another(const Sought& sought, std::size_t d, int agreed) const {
  constexpr int kSurely = 14;
  const Mention& m = sought.m;
  const Identity& id = sought.id;
  const Identity& told = identities_[d];
  const Mention& first = first_of(d);
  const bool same_number = id.ordinal != 0 && id.ordinal == told.ordinal;
  const bool to_come = m.relation == "next" && is_to_come(d, id, m);
  // "They discussed |the agenda of the third session| of the Commission"
  const bool apart = first.sentence == m.sentence || sought.linked || is_ahead(m);
  if (is_session_of_those(id, told) && apart) return true;
  const bool same = same_number || is_same_visit(told, id) || to_come || are_same_talks(told, id) ||
                    is_of_told_states(c_, m, told);
  if (m.fresh && !is_only_headline(d) && agreed < kSurely && !same) return true;
  // "held talks about the coming summit"
  const bool other = !first.relation.empty() && m.relation.empty() && id.kind_known &&
                     first.kind == "summit" && id.kind == Kind::talks && !m.definite;
  if (other && !same) return true;
  // "The next meeting" is never the one that was spoken of so far.
  const bool by_number = to_come || (m.relation == "next" && follows(told));
  const bool opens = is_only_headline(d) && !is_told_in_text();
  return !m.relation.empty() && m.relation != first.relation && !same_number && !by_number &&
         !opens;
}

// "The Joint Commission |will| sit in Lima": its sentence speaks of what is to come.
bool Joining::is_ahead(const Mention& m) const {
  const TokenRange s = c_.sentence(m.trigger.begin);
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    if (c_.cue(t, c_.cues.future) != nullptr || c_.cue(t, c_.cues.planned) != nullptr) return true;
  }
  return false;
}

const Mention& Joining::first_of(std::size_t d) const {
  return out_.mentions[out_.drafts[d].mentions.front()];
}

const Mention& Joining::last_of(std::size_t d) const {
  return out_.mentions[out_.drafts[d].mentions.back()];
}

bool Joining::is_only_headline(std::size_t d) const {
  return first_of(d).in_headline && last_of(d).in_headline;
}

// "the 7th session ... the decisions of |the 6th session|": the next number was told before.
bool Joining::is_earlier_edition(std::size_t d) const {
  const Identity& id = identities_[d];
  const auto told = identities_.begin() + static_cast<std::ptrdiff_t>(d);
  return id.ordinal > 0 && std::any_of(identities_.begin(), told, [&](const Identity& other) {
           return other.ordinal == id.ordinal + 1 && other.kind == id.kind;
         });
}

// The text below the headline has told of a meeting already.
bool Joining::is_told_in_text() const {
  for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
    const bool told = !last_of(d).in_headline;
    if (told && founded_[d] && identities_[d].kind == Kind::talks) return true;
  }
  return false;
}

// "Experts took up their work in Abuja. |Their meeting| ...": of what was told in the sentence
// before, rather than of draft `d`.
bool Joining::is_told_right_before(const Mention& m, std::size_t d) const {
  const std::size_t last = out_.drafts.size() - 1;
  const Mention& told = last_of(last);
  return last != d && founded_[last] && told.verbal && told.group &&
         told.sentence + 1 == m.sentence && c_.lower(m.tokens.begin) == "their";
}

// On the day of the report one may speak of what goes on and of what is still to come.
bool Joining::is_of_today(const Mention& m) const {
  return m.time != kNobody && !c_.report.published.empty() &&
         time::overlap(c_.times[m.time].edtf, c_.report.published);
}

// "She is to meet X on Saturday. She |did meet| him last week": one is done, the other to come.
bool Joining::is_at_other_time(const Mention& m, std::size_t d) const {
  const Prospect now = prospect_of(c_, m);
  if (now == Prospect::untold || m.in_headline || is_of_today(m)) return false;
  constexpr std::size_t kLast = 8;
  const std::vector<std::uint32_t>& all = out_.drafts[d].mentions;
  const std::span<const std::uint32_t> told = std::span(all).last(std::min(kLast, all.size()));
  return std::any_of(told.begin(), told.end(), [&](std::uint32_t i) {
    const Mention& other = out_.mentions[i];
    const Prospect before = prospect_of(c_, other);
    const bool dated = other.time != kNobody && m.time != kNobody;
    return !other.in_headline && !dated && before != Prospect::untold && before != now;
  });
}

// "The Board met. The Assembly meets in May. X |took part in the meeting|": not in the Assembly.
bool Joining::is_still_to_come(const Mention& m, const Identity& id, std::size_t d) const {
  if (!m.definite || m.verbal || !m.relation.empty() || id.of_body() || id.ordinal != 0) {
    return false;
  }
  const auto days = time::days_of(identities_[d].when);
  const auto today = time::days_of(c_.report.published);
  if (!days || !today || days->first <= today->last) return false;
  bool past = false;
  const TokenRange s = c_.sentence(m.trigger.begin);
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    if (c_.cue(t, c_.cues.future) != nullptr || c_.cue(t, c_.cues.planned) != nullptr) {
      return false;
    }
    past = past || c_.cue(t, c_.cues.past) != nullptr;
  }
  return past;
}

// "The Process goes back to a meeting |in 1996|": not the one of which the first words tell.
bool Joining::is_long_past(const Identity& id, std::size_t d) const {
  constexpr std::int64_t kNews = 500;  // days: nobody reports what is older
  const auto days = time::days_of(id.when);
  const auto today = time::days_of(c_.report.published);
  if (!days || !today || days->last + kNews > today->first) return false;
  const Mention& first = first_of(d);
  const bool same = id.ordinal != 0 && id.ordinal == identities_[d].ordinal;
  return !same && identities_[d].when.empty() && (first.in_headline || is_in_opening(c_, first));
}

// "Defence chiefs meet in Accra" above "West African military chiefs are due to meet in Accra".
bool Joining::is_of_headline(std::size_t d, const Mention& m, const Identity& id) const {
  const Mention& last = last_of(d);
  const bool group = !last.organ && last.ordinal == 0 && last.in_headline;
  if (!group || m.in_headline || !m.relation.empty()) return false;
  for (std::uint32_t s = last.sentence + 1; s < m.sentence; ++s) {
    if (c_.doc.sentences()[s].role == text::LineRole::body) return false;
  }
  if (compatible_in_headline(identities_[d], id)) return true;
  // "Meeting of the Basin Commission" above "the Council of Ministers of the Basin Commission"
  Identity named = id;
  named.organ = catalogue::fold(m.organ_words);
  return !m.organ_words.empty() && named.organ == identities_[d].organ &&
         compatible(identities_[d], named);
}

// "The next meeting" is the 41st where the 40th is the one that was spoken of.
bool Joining::follows(const Identity& id) const {
  return id.ordinal > 1 &&
         std::any_of(identities_.begin(), identities_.end(),
                     [&](const Identity& other) { return other.ordinal + 1 == id.ordinal; });
}

// "The League will hold a session in September. The next meeting will be on 9 September."
// "The summit will be held on 23 July. The coming summit ..."
bool Joining::is_to_come(std::size_t d, const Identity& id, const Mention& m) const {
  const Identity& told = identities_[d];
  const bool below = told.kind == Kind::talks && id.kind == Kind::summit;
  bool next = false;
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.end; ++t) next |= c_.lower(t) == "next";
  if (below || (id.when.empty() && next)) return false;
  if (told.when.empty()) return id.when.empty() && is_announced(d);
  if (!id.when.empty() && !time::overlap(told.when, id.when)) return false;
  const auto days = time::days_of(told.when);
  const auto today = time::days_of(c_.report.published);
  return days && today && days->last >= today->last;
}

// "The session of the Council |will be| held in Lima": by the words, whatever the day.
bool Joining::is_announced(std::size_t d) const {
  const std::vector<std::uint32_t>& told = out_.drafts[d].mentions;
  return std::any_of(told.begin(), told.end(), [&](std::uint32_t i) {
    return c_.cue(out_.mentions[i].tokens.end, c_.cues.future) != nullptr;
  });
}

// "the meeting" after a meeting: the later the draft was spoken of, the likelier.
int Joining::refers_back(const Mention& m, const Identity& id, std::size_t d) const {
  const Mention& last = last_of(d);
  // "|They met| in Lima", but "they will meet again"
  const bool they = m.verbal && m.group && id.kind == identities_[d].kind &&
                    prospect_of(c_, m) != Prospect::to_come;
  if (!m.definite && !they && !m.in_headline && m.sentence != last.sentence) return 0;
  const bool by_telephone = identities_[d].spoken && id.kind == Kind::call;
  const bool same_kind = !id.kind_known || identities_[d].kind == id.kind || m.kind == "event" ||
                         m.kind == "meeting" || by_telephone ||
                         (m.kind == "conference" && first_of(d).kind == m.kind);
  if (!same_kind) return 0;
  // "received X on the occasion of his visit. Attending |the meeting| were": not the visit.
  const bool visit = identities_[d].kind == Kind::visit && m.kind == "meeting";
  // "At our last summit we said so. Attending |the meeting| were": not the one before.
  const Mention& first = first_of(d);
  const bool before = first.relation == "previous" && m.sentence != last.sentence;
  const bool aside = before || is_by_the_way(m, d) || is_bygone(m, d);
  return visit || aside || is_only_aimed_at(d) || is_earlier_edition(d) ? 1 : 2;
}

// "The delegates endorsed a plan at the ninth meeting for |the Lisbon Summit|. The meeting ...":
// told but once, behind another meeting in the sentence before.
bool Joining::is_by_the_way(const Mention& m, std::size_t d) const {
  const std::vector<std::uint32_t>& told = out_.drafts[d].mentions;
  const Mention& last = out_.mentions[told.back()];
  if (told.size() > 1 || last.in_headline || last.sentence == m.sentence || d == 0) return false;
  const Mention& before = last_of(d - 1);
  return founded_[d - 1] && before.sentence == last.sentence && identities_[d - 1].of_body() &&
         before.trigger.begin < last.trigger.begin && identities_[d].kind == Kind::summit;
}

// "X recalled |the summit of March 2017|." and a new paragraph: "The meeting discussed ...": told
// once, of a time long before the report.
bool Joining::is_bygone(const Mention& m, std::size_t d) const {
  constexpr time::DayNumber kLong = 60;
  const auto days = time::days_of(identities_[d].when);
  const auto today = time::days_of(c_.report.published);
  if (!days || !today || days->last + kLong > today->first) return false;
  const auto& sentences = c_.doc.sentences();
  const Mention& last = last_of(d);
  return first_of(d).sentence == last.sentence && !last.in_headline &&
         sentences[last.sentence].paragraph != sentences[m.sentence].paragraph;
}

// "in preparation for |the coming summit|. The meeting ...", "preceded by |a meeting of senior
// officials|": wherever it is named, it only places another one that was told before it.
bool Joining::is_only_aimed_at(std::size_t d) const {
  const std::vector<std::uint32_t>& told = out_.drafts[d].mentions;
  return d > 0 && founded_[d - 1] && std::all_of(told.begin(), told.end(), [&](std::uint32_t i) {
           const Mention& m = out_.mentions[i];
           return (is_only_linked(c_, m) || goes_before(m)) && !m.in_headline;
         });
}

// "The meeting was preceded by |that of the senior officials|"
bool Joining::goes_before(const Mention& m) const {
  std::uint32_t at = m.tokens.begin;
  if (at > 0 && (c_.lower(at - 1) == "the" || c_.lower(at - 1) == "a")) --at;
  return at > 1 && c_.lower(at - 1) == "by" && c_.lower(at - 2) == "preceded";
}

}  // namespace rapporteur::meetings
