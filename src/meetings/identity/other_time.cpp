// "They had gathered in Kara last year": an earlier or later meeting of those who met as was told,
// by no more than a verb, its day and who "they" are, or by its day alone.

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "identity/completion.h"
#include "identity/prospect.h"
#include "mention/occasion.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Kind;

namespace {

// Meetings of one row are weeks apart; what is nearer may be another day of the same one.
constexpr time::DayNumber kApart = 14;

// "the ministers" of the "transport ministers of the Harbour Council", or nobody by their office.
bool may_be_group(const Mention& m, const Identity& told) {
  if (m.organ_words.empty()) return true;
  const std::string words = catalogue::fold(m.organ_words);
  return (" " + told.organ + " ").find(" " + words + " ") != std::string::npos;
}

// Which of two days in the row the second is; empty where they may be of one meeting.
std::string_view relation_by_days(std::string_view told, std::string_view other) {
  const auto here = time::days_of(told);
  const auto there = time::days_of(other);
  if (!here || !there) return {};
  if (there->last + kApart <= here->first) return "previous";
  return here->last + kApart <= there->first ? "next" : std::string_view();
}

// "Lima hosted |the inaugural session| a year ago": the first of the row, whatever was told since.
bool opens_row(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 2> kOpening{"inaugural", "maiden"};
  if (m.verbal || m.in_headline || m.time == kNobody) return false;
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.begin; ++t) {
    if (is_one_of(c.doc.lower(t), kOpening)) return true;
  }
  return false;
}

}  // namespace

// The draft told last of those whom the mention may mean; null if there is none.
const Draft* Completion::told_by_group(const Mention& m) const {
  const Draft* out = nullptr;
  for (std::size_t d = oldest(); d < out_.drafts.size(); ++d) {
    const Identity& id = identities_[d];
    const bool signed_by = id.kind == Kind::signing && id.people.size() >= 2;
    const bool meets = id.kind != Kind::call && (id.kind != Kind::signing || signed_by);
    const bool first = out_.mentions[out_.drafts[d].mentions.front()].relation.empty();
    if (is_occasion_of(m, d)) continue;
    if (founded_[d] && meets && first && may_be_group(m, id)) out = &out_.drafts[d];
  }
  return out;
}

// "They will meet in Lima", after a meeting that is over.
bool Completion::is_ahead_of(const Mention& m, const Draft& told, const std::string& when) const {
  const auto today = time::days_of(c_.report.published);
  if ((!m.place && !m.country) || !today || prospect_of(c_, m) != Prospect::to_come) return false;
  if (const auto days = time::days_of(when); days) return days->last <= today->first;
  return std::any_of(told.mentions.begin(), told.mentions.end(), [&](std::uint32_t i) {
    return prospect_of(c_, out_.mentions[i]) == Prospect::done;
  });
}

// "On the sidelines of |the Council| they met": the draft is the meeting beside which they did.
bool Completion::is_occasion_of(const Mention& m, std::size_t draft) const {
  const Mention& last = out_.mentions[out_.drafts[draft].mentions.back()];
  return last.sentence == m.sentence && is_occasion(c_, last);
}

// No meeting that was told may be of that day, but the one beside which they met.
bool Completion::is_new_day(const Mention& m, const std::string& day) const {
  for (std::size_t d = oldest(); d < out_.drafts.size(); ++d) {
    const std::string& when = identities_[d].when;
    if (!when.empty() && time::overlap(when, day) && !is_occasion_of(m, d)) return false;
  }
  return true;
}

// Of an undated meeting of the news: what lies two months and more behind or ahead is another one.
std::string_view Completion::relation_to_news(const std::string& day) const {
  constexpr time::DayNumber kFar = 60;
  const auto days = time::days_of(day);
  const auto today = time::days_of(c_.report.published);
  if (!days || !today) return {};
  if (days->last + kFar <= today->first) return "previous";
  return today->last + kFar <= days->first ? "next" : std::string_view();
}

// "since |their| meeting in May", "|the two| also had a meeting in May".
bool Completion::is_of_those(const Mention& m) const {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 4> kSince{"since", "after", "before", "following"};
  if (m.verbal || m.in_headline || m.time == kNobody || is_said_of_it(m)) return false;
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  if (c_.lower(m.tokens.begin) == "their") {
    return m.tokens.begin > begin && is_one_of(c_.doc.lower(m.tokens.begin - 1), kSince);
  }
  const names::Mention* who = c_.cast.starting(begin);
  return who != nullptr && who->kind == names::MentionKind::collective && m.fresh &&
         m.tokens.begin - begin <= kNear;
}

void Completion::tell_other_time(Mention& m) const {
  const bool group = m.verbal && !m.in_headline && m.group;
  const bool meets =
      opens_row(c_, m) || ((group || is_of_those(m)) &&
                           (m.kind == "meeting" || m.kind == "talks" || m.kind == "event"));
  const bool bare = m.people.empty() && m.states.empty() && !m.organisation && !m.organ &&
                    (m.ordinal == 0 || m.kind == "event") && m.relation.empty();
  if (!meets || !bare) return;
  const Draft* told = told_by_group(m);
  if (told == nullptr) return;
  const std::string& when = identities_[static_cast<std::size_t>(told - out_.drafts.data())].when;
  if (m.time == kNobody) {
    if (is_ahead_of(m, *told, when)) m.relation = "next";
  } else if (const std::string& day = c_.times[m.time].edtf; is_new_day(m, day)) {
    m.relation = when.empty() ? relation_to_news(day) : relation_by_days(when, day);
  }
  if (m.relation == "previous" && prospect_of(c_, m) == Prospect::to_come) m.relation = {};
  m.fresh = m.fresh || !m.relation.empty();
}

bool Completion::takes_other_day(Mention& m) const {
  constexpr std::size_t kDay = 10;  // letters of a day in EDTF
  constexpr std::size_t kFew = 4;   // states that meet
  const bool bare = m.people.empty() && m.states.empty() && !m.organisation && !m.organ &&
                    m.organ_words.empty() && m.ordinal == 0 && m.relation.empty();
  if (!bare || m.kind != "talks" || m.in_headline || m.time == kNobody) return false;
  const std::string& day = c_.times[m.time].edtf;
  if (day.size() != kDay && day.size() != 2 * kDay + 1) return false;
  std::size_t told = out_.drafts.size();
  for (std::size_t d = oldest(); d < out_.drafts.size(); ++d) {
    const Identity& id = identities_[d];
    if (!id.when.empty() && time::overlap(id.when, day)) return false;
    const bool few =
        !id.of_body() && id.sides.size() >= 2 && id.sides.size() <= kFew && !id.when.empty();
    if (founded_[d] && few) told = d;
  }
  if (told == out_.drafts.size()) return false;
  take_states_of(told, m);
  m.relation = relation_by_days(identities_[told].when, day);
  m.fresh = true;
  return m.states.size() >= 2;
}

}  // namespace rapporteur::meetings
