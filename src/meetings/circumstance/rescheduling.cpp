// The day to which a meeting was put off: "postponed to 3 October", "the new date is 6 October".

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "circumstance/speech_time.h"
#include "draft.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

// "|The new date| is 6 October", "|rescheduled| for 6 October"
bool is_new_date(const Context& c, const time::Expression& day) {
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t begin = c.sentence(day.tokens.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && day.tokens.begin >= begin + back + 1; ++back) {
    const std::uint32_t t = day.tokens.begin - back;
    const std::string_view word = c.doc.lower(t);
    const bool date = word == "date" || word == "dates" || word == "day" || word == "days";
    if (date && c.doc.lower(t - 1) == "new") return true;
    if (word == "rescheduled" || word == "re-scheduled") return true;
  }
  return false;
}

// "will |now| take place on 3 October", "is |now| to be held on", "will be held on it |instead|"
bool is_instead(const Context& c, const time::Expression& day) {
  constexpr std::uint32_t kReach = 10;
  const TokenRange s = c.sentence(day.tokens.begin);
  if (c.lower(day.tokens.end) == "instead") return true;
  bool now = false;
  bool to_come = false;
  for (std::uint32_t back = 1; back <= kReach && day.tokens.begin >= s.begin + back; ++back) {
    const std::uint32_t t = day.tokens.begin - back;
    now = now || c.doc.lower(t) == "now";
    to_come = to_come || c.cue(t, c.cues.future) != nullptr || c.cue(t, c.cues.planned) != nullptr;
    if (now && to_come) return true;
  }
  return false;
}

// "put off |until 3 October|": the day, without what bounds it.
const std::string& value_of(const time::Expression& day) {
  return day.bound == time::Bound::until ? day.core_edtf : day.edtf;
}

// The days in the sentences that tell of the draft and the two behind each.
std::vector<const time::Expression*> days_near(const Context& c, const Drafts& drafts,
                                               const Draft& draft) {
  constexpr std::size_t kBehind = 2;
  std::vector<std::uint32_t> told;
  for (const std::uint32_t i : draft.mentions) told.push_back(drafts.mentions[i].sentence);
  for (const ByteSpan& words : draft.meeting.status.evidence) {
    told.push_back(c.doc.sentence_of(c.doc.token_at(words.begin)));
  }
  std::sort(told.begin(), told.end());
  std::vector<const time::Expression*> out;
  const auto& sentences = c.doc.sentences();
  std::uint32_t from = 0;  // behind what was looked at
  for (const std::uint32_t sentence : told) {
    const std::size_t last = std::min<std::size_t>(sentence + kBehind, sentences.size() - 1);
    const std::uint32_t begin = std::max(from, sentences[sentence].tokens.begin);
    const std::uint32_t end = sentences[last].tokens.end;
    if (begin >= end) continue;
    for (const time::Expression& day : c.times_in({begin, end})) out.push_back(&day);
    from = end;
  }
  return out;
}

const time::Expression* new_day(const Context& c, const Drafts& drafts, const Draft& draft) {
  static constexpr std::array<bool (*)(const Context&, const time::Expression&), 3> kSigns{
      is_day_put_off, is_new_date, is_instead};
  const record::Meeting& m = draft.meeting;
  const std::vector<const time::Expression*> days = days_near(c, drafts, draft);
  for (const auto& is_new : kSigns) {
    for (const time::Expression* day : days) {
      if (!time::is_date(day->kind) || value_of(*day).empty()) continue;
      if (m.when && time::overlap(*m.when, value_of(*day))) continue;
      if (is_new(c, *day)) return day;
    }
  }
  return nullptr;
}

// "will be held in July |instead of| on 26 May": the day behind was planned.
bool take_day_replaced(const Context& c, record::Meeting& m) {
  const std::uint32_t instead = c.doc.token_at(m.status.evidence.front().begin);
  if (c.doc.lower(instead) != "instead" || instead + 3 >= c.doc.size()) return false;
  const time::Expression* day = c.date_at(instead + 2);
  if (day == nullptr) day = c.date_at(instead + 3);
  if (day == nullptr || day->edtf.empty()) return false;
  for (const time::Expression& other : c.times_in(c.sentence(instead))) {
    if (&other == day || !time::is_date(other.kind) || other.edtf.empty()) continue;
    m.rescheduled_to.set(other.edtf, {other.span}, 0.75F, "meetings/rescheduled");
    break;
  }
  m.when.set(day->edtf, {day->span}, 0.75F, "meetings/rescheduled");
  return true;
}

// "moved |from 26 May to July|": the first is the day that was planned.
bool take_planned_day(const Context& c, record::Meeting& m) {
  if (!m.when || m.status.rule != "meetings/unmet") return false;
  if (take_day_replaced(c, m)) return true;
  const time::Expression* day = c.time_at(c.doc.token_at(m.when.evidence.front().begin));
  if (day == nullptr || day->ends.size() != 2 || day->tokens.begin == 0) return false;
  const std::uint32_t first = day->tokens.begin;
  if (c.doc.lower(first) != "from" && c.doc.lower(first - 1) != "from") return false;
  m.when.set(day->ends.front().edtf, {day->ends.front().span}, 0.75F, "meetings/rescheduled");
  m.rescheduled_to.set(day->ends.back().edtf, {day->ends.back().span}, 0.75F,
                       "meetings/rescheduled");
  return true;
}

}  // namespace

void add_rescheduling(const Context& context, Drafts& drafts) {
  for (Draft& draft : drafts.drafts) {
    record::Meeting& m = draft.meeting;
    // "did not take place. It is now to be held on 16 May": put off, after all
    const bool off = m.status && m.when && *m.status == record::Status::cancelled;
    if (!m.status || (!off && *m.status != record::Status::postponed)) continue;
    if (!off && take_planned_day(context, m)) continue;
    const time::Expression* day = new_day(context, drafts, draft);
    if (day == nullptr || (off && !is_instead(context, *day))) continue;
    if (off) m.status.value = record::Status::postponed;
    m.rescheduled_to.set(value_of(*day), {day->span}, 0.75F, "meetings/rescheduled");
  }
}

}  // namespace rapporteur::meetings
