// The next session due: what reports announce, else the rhythm of the sessions before.
#include <algorithm>
#include <cmath>

#include "rapporteur/query/derived.h"
#include "rapporteur/query/words.h"
#include "rapporteur/time/edtf.h"
#include "sessions.h"

namespace rapporteur::query {
namespace {

constexpr std::int64_t kPreciseDays = 62;
constexpr std::size_t kGaps = 8;  // the latest; a rhythm may have changed

struct Held {
  MeetingRow row;
  time::Days days;
};

// Held sessions with a date that is good enough, the earliest first.
std::vector<Held> dated(const std::vector<MeetingRow>& sessions, const std::string& day) {
  std::vector<Held> out;
  for (const MeetingRow& m : sessions) {
    const std::optional<time::Days> days = time::days_of(m.when);
    if (!is_over(m) || !days || time::length(m.when) > kPreciseDays || m.first_day > day) continue;
    out.push_back({m, *days});
  }
  std::sort(out.begin(), out.end(), [](const Held& a, const Held& b) {
    return std::tie(a.days.first, a.row.ordinal, a.row.id) <
           std::tie(b.days.first, b.row.ordinal, b.row.id);
  });
  return out;
}

// Days from one session to the next; where numbers are missing in between, the mean.
std::vector<std::int32_t> gaps_of(const std::vector<Held>& held) {
  std::vector<std::int32_t> out;
  const Held* before = nullptr;
  for (const Held& h : held) {
    const bool counts = before == nullptr || !before->row.ordinal || h.row.ordinal;
    if (!counts) continue;  // a session without a number in a numbered row is an extra one
    if (before != nullptr) {
      const int steps =
          before->row.ordinal && h.row.ordinal ? *h.row.ordinal - *before->row.ordinal : 1;
      const std::int32_t days = h.days.first - before->days.first;
      if (steps > 0 && days > 0) out.push_back(days / steps);
    }
    before = &h;
  }
  if (out.size() > kGaps) out.erase(out.begin(), out.end() - kGaps);
  return out;
}

std::string month_of(time::DayNumber day) { return time::edtf_of({day, day}).substr(0, 7); }

// "2025-09/2025-12"; one month where both ends lie in it.
std::string months(time::Days days) {
  const std::string first = month_of(days.first);
  const std::string last = month_of(days.last);
  return first == last ? first : first + "/" + last;
}

struct Rhythm {
  time::Days days;  // of the session behind the last dated one, or of the one that is asked for
  std::string words;
  std::vector<std::string> sessions;  // ids that it was taken from
};

// For the session of that number; none: for the one behind the last dated one.
std::optional<Rhythm> rhythm_of(const std::vector<Held>& held, std::optional<int> ordinal) {
  std::vector<std::int32_t> gaps = gaps_of(held);
  if (gaps.size() < 2) return std::nullopt;
  std::sort(gaps.begin(), gaps.end());
  // The middle half: one session that was put off for a year says little about the next.
  const std::size_t cut = gaps.size() < 4 ? 0 : (gaps.size() - 1) / 4;
  const std::int32_t least = gaps[cut];
  const std::int32_t most = gaps[gaps.size() - 1 - cut];
  const Held& last = held.back();
  Rhythm out;
  const int steps = ordinal && last.row.ordinal ? std::max(1, *ordinal - *last.row.ordinal) : 1;
  out.days = {last.days.first + least * steps, last.days.first + most * steps};
  out.words = "the last " + count_words(gaps.size() + 1) +
              " dated sessions followed one another after " + std::to_string(gaps.front()) +
              " to " + std::to_string(gaps.back()) + " days";
  if (cut > 0) {
    out.words += ", the middle half after " + std::to_string(least) + " to " + std::to_string(most);
  }
  out.words += "; the last one known, the " + session_words(last.row) + ", was on " +
               date_words(last.row.when);
  if (steps > 1) {
    out.words += ", and " + std::to_string(steps - 1) +
                 (steps == 2 ? " session was" : " sessions were") + " between, of no known day";
  }
  const std::size_t used = std::min(held.size(), gaps.size() + 1);
  for (std::size_t i = held.size() - used; i < held.size(); ++i) {
    out.sessions.push_back(held[i].row.id);
  }
  return out;
}

Result<void> add_claims(const Register& reg, const std::string& meeting,
                        const std::vector<std::string>& properties, const std::string& as_of,
                        std::vector<Source>& out) {
  for (const std::string& property : properties) {
    Result<std::vector<ClaimRow>> claims = load_claims(
        reg,
        "c.property = ? AND o.id IN (SELECT object_id FROM member WHERE meeting_id = ?) "
        "AND " +
            known_by(as_of),
        {property, meeting});
    if (!claims) return claims.error();
    for (ClaimRow& c : *claims) out.push_back(std::move(c.source));
  }
  return {};
}

Result<std::string> rescheduled_to(const Register& reg, const std::string& meeting) {
  std::string out;
  Result<void> r = for_each_row(reg, "SELECT rescheduled_to FROM meeting WHERE id = ?", {meeting},
                                [&out](const Cursor& row) { out = row.text(0); });
  if (!r) return r.error();
  return out;
}

// The number behind the highest of those that were held, dated or not.
std::optional<int> next_number(const std::vector<MeetingRow>& sessions) {
  std::optional<int> highest;
  for (const MeetingRow& m : sessions) {
    if (is_over(m) && m.ordinal) highest = std::max(highest.value_or(0), *m.ordinal);
  }
  if (highest) ++*highest;
  return highest;
}

// The announced session that comes first after all that were held; null: none.
const MeetingRow* announced(const std::vector<Placed>& placed) {
  std::string last;
  std::optional<int> last_ordinal;
  for (const Placed& p : placed) {
    if (!is_over(p.row)) continue;
    last = std::max(last, p.time);
    if (p.row.ordinal) last_ordinal = std::max(last_ordinal.value_or(0), *p.row.ordinal);
  }
  const MeetingRow* next = nullptr;
  std::string time;
  for (const Placed& p : placed) {
    const bool is_old = last_ordinal && p.row.ordinal && *p.row.ordinal <= *last_ordinal;
    if (!is_to_come(p.row) || p.time < last || is_old) continue;
    const bool is_earlier = next == nullptr || time.empty() || (!p.time.empty() && p.time < time);
    if (!is_earlier) continue;
    next = &p.row;
    time = p.time;
  }
  return next;
}

// Of a year that is announced, the part that the rhythm points at.
void narrow(const std::optional<Rhythm>& rhythm, const std::optional<time::Days>& today, Due& due) {
  const std::optional<time::Days> days = time::days_of(due.when);
  if (!rhythm || !days || time::length(due.when) <= kPreciseDays) return;
  const time::Days both{std::max(days->first, rhythm->days.first),
                        std::min(days->last, rhythm->days.last)};
  // What is left of the announced days counts once the likeliest part of them is over.
  const bool is_over = today && both.last < today->last;
  if (both.first > both.last || is_over) return;
  due.because += "; within that, " + rhythm->words;
  due.when = months(both);
  due.basis += ", rhythm";
}

Result<Due> due_as_announced(const Register& reg, const MeetingRow& next,
                             const std::string& as_of) {
  Due due;
  due.basis = "announced";
  due.meeting = next.id;
  due.when = next.when;
  due.ordinal = next.ordinal;
  due.kind = next.kind;
  due.place = next.place;
  due.country = next.country;
  std::vector<std::string> properties = {"when", "status"};
  if (next.status == "postponed") {
    const Result<std::string> later = rescheduled_to(reg, next.id);
    if (!later) return later.error();
    due.when = *later;
    properties = {"rescheduled_to", "status"};
  }
  const std::string reports = count_words(static_cast<std::size_t>(next.reports)) +
                              (next.reports == 1 ? " report" : " reports");
  due.because = reports + (next.reports == 1 ? " speaks" : " speak") + " of the " +
                session_words(next) + " as " + next.status;
  if (!due.when.empty()) due.because += " for " + date_words(due.when);
  Result<void> r = add_claims(reg, next.id, properties, as_of, due.sources);
  if (!r) return r.error();
  return due;
}

Result<Due> due_by_rhythm(const Register& reg, const std::optional<Rhythm>& rhythm,
                          const std::vector<Held>& held, std::optional<int> number,
                          const std::string& as_of) {
  Due due;
  if (!rhythm) {
    due.because = held.size() < 2
                      ? "no report announces the next session, and too few dated ones are known to "
                        "tell a rhythm"
                      : "no report announces the next session, and three dated ones are the least "
                        "that tell a rhythm";
    return due;
  }
  due.basis = "rhythm";
  due.when = months(rhythm->days);
  due.because = "no report announces it; " + rhythm->words;
  due.kind = held.back().row.kind;
  if (held.back().row.ordinal) due.ordinal = number;
  for (const std::string& id : rhythm->sessions) {
    Result<void> r = add_claims(reg, id, {"when"}, as_of, due.sources);
    if (!r) return r.error();
  }
  return due;
}

}  // namespace

Result<Due> next_due(const Register& reg, const std::string& series, const std::string& as_of) {
  const Snapshot snapshot(reg);
  Result<std::string> day = as_of.empty() ? latest_day(reg) : Result<std::string>(as_of);
  if (!day) return day.error();
  const Result<std::vector<MeetingRow>> sessions = sessions_on(reg, series, as_of, *day);
  if (!sessions) return sessions.error();
  const std::vector<Held> held = dated(*sessions, *day);
  const std::vector<Placed> placed = latest_first(*sessions);
  const MeetingRow* next = announced(placed);
  const std::optional<int> number = next != nullptr ? next->ordinal : next_number(*sessions);
  const std::optional<Rhythm> rhythm = rhythm_of(held, number);
  Result<Due> due = next != nullptr ? due_as_announced(reg, *next, as_of)
                                    : due_by_rhythm(reg, rhythm, held, number, as_of);
  if (!due) return due;
  const std::optional<time::Days> today = time::days_of(*day);
  if (next != nullptr) narrow(rhythm, today, *due);
  const std::optional<time::Days> days = time::days_of(due->when);
  due->overdue = days && today && days->last < today->last;
  if (due->overdue) {
    due->because += "; that time was over on " + date_words(*day) +
                    ", and no report says that the session was held";
  }
  return due;
}

}  // namespace rapporteur::query
