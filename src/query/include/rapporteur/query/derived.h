// What no report states but several say together. Every value names the claims that it comes from
// and says in words how it follows from them.
//
// Everything here is looked at from a day, `as_of`: what later reports say is left out, and whether
// something is over or due is measured by it. Empty: the day of the register's latest report. The
// clock of the machine plays no part.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rapporteur/query/follow_ups.h"
#include "rapporteur/query/query.h"

namespace rapporteur::query {

// The latest date of a report, "2024-08-12"; empty if no report has one.
Result<std::string> latest_day(const store::Register& reg);
// `as_of` as a day: its last, for "2023" and "2023-05". Errors: bad_data (no EDTF, open).
Result<std::string> day_to_look_from(const std::string& as_of);

// Somebody in an office, on the days for which reports say so. That there is no later one does not
// mean that the person is still in office, nor that the office was left.
struct Tenure {
  std::string person;  // id
  std::string name;
  std::string office;  // the most frequent wording
  std::string state;
  std::string organisation;
  std::string first;  // the earliest and the latest day; empty: unknown
  std::string last;
  int support = 0;              // texts that say so; copies count once
  std::string because;          // how the days follow from the reports
  std::vector<Source> sources;  // by day
  // Who is named next in the same office of the same state or organisation. Only where nobody else
  // is named in it in between or meanwhile: an office that several hold has no successors.
  struct Next {
    std::string person;
    std::string name;
    std::string first;
    std::vector<Source> sources;
  };
  std::optional<Next> successor;
};
struct TenureFilter {
  std::string person;        // id; of successors no more is known than their names
  std::string state;         // ISO alpha-2
  std::string organisation;  // as reports word it
  std::string as_of;
};
// A bare "minister" is one with the full title that reports give the person elsewhere.
// By state, organisation, office, first day, name. One of person, state and organisation is set.
Result<std::vector<Tenure>> tenures(const store::Register& reg, const TenureFilter& filter,
                                    const catalogue::Catalogue* catalogue);

// Who presided in a year, by who chaired the sessions of that year.
struct Presidency {
  std::string year;
  std::string state;                // the one that most sessions, then most reports, name
  std::vector<std::string> others;  // further states that some session or report names
  std::string because;
  std::vector<Source> sources;  // for `state`
  std::vector<Source> against;  // for the others
};
// Of an organisation (as reports word it) with all its organs, or of one series (id). By year.
Result<std::vector<Presidency>> presidencies(const store::Register& reg,
                                             const std::string& organisation,
                                             const std::string& series, const std::string& as_of,
                                             const catalogue::Catalogue* catalogue);

// When the next session of a series is due.
struct Due {
  std::string when;   // EDTF, an interval where it is not known to the day; empty: nobody can tell
  std::string basis;  // "announced", "rhythm" or "announced, rhythm"; empty: nothing to go by
  std::optional<int> ordinal;
  std::string kind;     // "summit"; empty: not known
  std::string meeting;  // id of the announced one; empty: none is
  std::string place;
  std::string country;
  bool overdue = false;  // that time was over on the day, and no report says that it was held
  std::string because;
  std::vector<Source> sources;
};
Result<Due> next_due(const store::Register& reg, const std::string& series,
                     const std::string& as_of);

// Members of a body that no report names as present at a session.
struct Missing {
  struct State {
    std::string state;
    std::string because;       // why it counts as a member, and what reports say instead
    bool said_absent = false;  // a report says so
    std::vector<Source> sources;
  };
  MeetingRow session;
  std::string members_by;  // "tables" or "earlier sessions"; empty: members are not known
  std::size_t members = 0;
  std::vector<std::string> present;  // members that are named as present, as chair or as host
  std::vector<State> states;         // by code; empty if reports name nobody at all
};
// Of one held session. Members are those that the catalogue's tables have for its day, else the
// states that came to two or more of the five sessions before it.
Result<Missing> missing_members(const store::Register& reg, const MeetingRow& session,
                                const std::string& as_of, const catalogue::Catalogue* catalogue);

// Something agreed, and what later reports say of it.
struct Promise {
  MeetingRow session;
  Item item;
  std::string fate;     // "done", "not done", "to come", "mentioned"; empty: no later report
  std::string because;  // which words tie the two together
  std::vector<Source> sources;  // the later reports, the likeliest first
};

// Of one meeting: what its outcomes promise. `as_of`: a day or empty.
// Cost: a full-text search for each outcome.
Result<std::vector<Promise>> promises_of(const store::Register& reg, const MeetingPage& session,
                                         const std::string& as_of, const FollowUps& table);

// Somebody whom the last session did not see.
struct Newcomer {
  Tenure tenure;
  std::string before;  // who represented that state or held that office before; may be empty
  std::string because;
};

// What someone needs who prepares the next session.
struct Brief {
  SeriesRow series;
  std::string as_of;              // the day from which it is looked at
  std::size_t reports = 0;        // of its sessions
  std::vector<MeetingPage> next;  // announced ones after the last
  Due due;
  std::vector<MeetingPage> last;  // held sessions, the latest first, at most `sessions`
  std::vector<Missing> missing;   // of each of `last`
  struct Came {
    ParticipantRow who;
    std::vector<std::string> sessions;  // ids of those in `last`, the latest first
  };
  std::vector<Came> came;  // by state and name
  std::vector<Newcomer> new_in_office;
  struct Recurring {
    std::string item;             // topic id, else the wording
    std::size_t sessions;         // of `last`, in how many
    std::vector<std::string> in;  // their ids
  };
  std::vector<Recurring> agenda;  // the most frequent first
  std::vector<Promise> promises;  // of the sessions in `last`, the latest first
  std::vector<Presidency> presidency;
  std::vector<MeetingRow> all;  // every session known, by day
};
// `body`: id of a series, or a body as in MeetingFilter; one Brief per series that matches.
// `table`: the words by which promises are followed up. Errors: not_found (no series matches);
// bad_data (`as_of`).
Result<std::vector<Brief>> brief(const store::Register& reg, const std::string& body,
                                 std::size_t sessions = 3,
                                 const catalogue::Catalogue* catalogue = nullptr,
                                 const std::string& as_of = "", const FollowUps& table = {});

}  // namespace rapporteur::query
