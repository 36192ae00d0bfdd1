// Members that no report names as present at a session.
#include <algorithm>
#include <set>

#include "rapporteur/query/derived.h"
#include "rapporteur/query/words.h"
#include "sessions.h"

namespace rapporteur::query {
namespace {

constexpr std::size_t kEarlier = 5;  // sessions from which members are learnt
constexpr std::size_t kTimes = 2;    // in how many of them a member came

struct Named {
  std::set<std::string> present;   // participants who came, chair, host
  std::set<std::string> absent;    // said to be
  std::set<std::string> expected;  // and of whom no report says that they came
  bool anybody = false;            // a participant who came
};

Result<Named> named_at(const Register& reg, const std::string& meeting, const std::string& as_of) {
  Named out;
  Result<void> r = for_each_row(
      reg,
      "SELECT s.value, (SELECT min(a.value) FROM standing_claim AS a WHERE a.object_id = o.id "
      "AND a.property = 'attendance'), (SELECT min(k.value) FROM standing_claim AS k WHERE "
      "k.object_id = o.id AND k.property = 'capacity') FROM member AS mm "
      "JOIN object AS o ON o.parent_id = mm.object_id AND o.list = 'participants' "
      "JOIN version AS v ON v.id = o.version_id "
      "JOIN standing_claim AS s ON s.object_id = o.id AND s.property = 'state' "
      "WHERE mm.meeting_id = ? AND " +
          known_by(as_of),
      {meeting}, [&out](const Cursor& row) {
        const std::string state(row.text(0));
        if (row.text(2) == "observer" || row.text(2) == "guest") return;
        if (row.text(1) == "attended") out.present.insert(state), out.anybody = true;
        if (row.text(1) == "absent") out.absent.insert(state);
        if (row.text(1) == "expected") out.expected.insert(state);
      });
  if (!r) return r.error();
  r = for_each_row(
      reg,
      "SELECT c.value FROM member AS mm JOIN standing_claim AS c ON c.object_id = mm.object_id "
      "JOIN object AS o ON o.id = mm.object_id JOIN version AS v ON v.id = o.version_id "
      "WHERE mm.meeting_id = ? AND c.property IN ('chair', 'host') AND " +
          known_by(as_of),
      {meeting}, [&out](const Cursor& row) {
        if (row.text(0).size() == 2) out.present.emplace(row.text(0));
      });
  if (!r) return r.error();
  return out;
}

// The states that the tables have as members of the session's organisation on its day.
std::map<std::string, std::string> by_tables(const MeetingRow& session,
                                             const catalogue::Catalogue* catalogue) {
  std::map<std::string, std::string> out;
  if (catalogue == nullptr || session.organisation.empty()) return out;
  for (const catalogue::Index body : catalogue->find_bodies_named(session.organisation)) {
    for (const catalogue::Index member : catalogue->members_of(body, session.first_day)) {
      out.emplace(std::string(catalogue->states()[member].code),
                  "the tables have it as a member of " +
                      std::string(catalogue->bodies()[body].name) + " at that time");
    }
    if (!out.empty()) return out;
  }
  return out;
}

// Those that came to several of the sessions before.
Result<std::map<std::string, std::string>> by_sessions(const Register& reg,
                                                       const MeetingRow& session,
                                                       const std::string& as_of) {
  std::map<std::string, std::string> out;
  const Result<std::vector<MeetingRow>> all = sessions_of(reg, session.series, as_of);
  if (!all) return all.error();
  std::vector<Placed> before;
  for (const Placed& p : latest_first(*all)) {
    const bool is_before = is_over(p.row) && p.row.id != session.id && !p.row.first_day.empty() &&
                           p.row.first_day < session.first_day;
    if (is_before && before.size() < kEarlier) before.push_back(p);
  }
  std::map<std::string, std::vector<std::string>> came;
  std::size_t told = 0;  // sessions of which reports say who came
  for (const Placed& p : before) {
    const Result<Named> named = named_at(reg, p.row.id, as_of);
    if (!named) return named.error();
    if (named->anybody) ++told;
    for (const std::string& state : named->present) came[state].push_back(session_words(p.row));
  }
  for (const auto& [state, sessions] : came) {
    if (sessions.size() < kTimes) continue;
    std::string words;
    for (const std::string& s : sessions) words += (words.empty() ? "" : ", ") + s;
    out.emplace(state, "it came to " + count_words(sessions.size()) + " of the " +
                           count_words(told) + " sessions before (" + words + ")");
  }
  return out;
}

Result<std::vector<Source>> what_is_said(const Register& reg, const std::string& meeting,
                                         const std::string& state, const std::string& as_of) {
  Result<std::vector<ClaimRow>> claims = load_claims(
      reg,
      "c.property IN ('state', 'attendance') AND o.list = 'participants' AND o.parent_id IN "
      "(SELECT object_id FROM member WHERE meeting_id = ?1) AND EXISTS (SELECT 1 FROM claim AS s "
      "WHERE s.object_id = o.id AND s.property = 'state' AND s.value = ?2) AND " +
          known_by(as_of),
      {meeting, state});
  if (!claims) return claims.error();
  std::vector<Source> out;
  for (ClaimRow& c : *claims) out.push_back(std::move(c.source));
  return out;
}

}  // namespace

Result<Missing> missing_members(const Register& reg, const MeetingRow& session,
                                const std::string& as_of, const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  Missing out;
  out.session = session;
  std::map<std::string, std::string> members = by_tables(session, catalogue);
  if (!members.empty()) out.members_by = "tables";
  if (members.empty() && !session.series.empty()) {
    Result<std::map<std::string, std::string>> learnt = by_sessions(reg, session, as_of);
    if (!learnt) return learnt.error();
    members = std::move(*learnt);
    if (!members.empty()) out.members_by = "earlier sessions";
  }
  out.members = members.size();
  const Result<Named> named = named_at(reg, session.id, as_of);
  if (!named) return named.error();
  for (const auto& [state, why] : members) {
    if (named->present.contains(state)) out.present.push_back(state);
    if (named->present.contains(state) || !named->anybody) continue;
    Missing::State missing;
    missing.state = state;
    missing.because = why;
    missing.said_absent = named->absent.contains(state);
    if (missing.said_absent) {
      missing.because += "; reports say that it was absent";
    } else if (named->expected.contains(state)) {
      missing.because += "; reports expected it, none says that it came";
    } else {
      missing.because += "; no report of this session names it";
    }
    if (missing.said_absent || named->expected.contains(state)) {
      Result<std::vector<Source>> sources = what_is_said(reg, session.id, state, as_of);
      if (!sources) return sources.error();
      missing.sources = std::move(*sources);
    }
    out.states.push_back(std::move(missing));
  }
  return out;
}

}  // namespace rapporteur::query
