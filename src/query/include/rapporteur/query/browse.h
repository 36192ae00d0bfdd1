// Questions of those who look around in a register, a page at a time: what the HTTP interface asks.
//
// A page of a list goes on behind the last entry of the page before, so that it costs the same
// anywhere in the list and skips nothing when reports come in meanwhile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rapporteur/query/query.h"

namespace rapporteur::query {

// ---------------------------------------------------------------- meetings

struct MeetingSlice {
  // Where an entry stands: its first day ("" if it has none) and id.
  struct Position {
    std::string first_day;
    std::string id;
  };
  MeetingFilter filter;             // its limit is that of the slice; 0: all
  std::string words;                // as SearchFilter::words: of facts of the meeting
  std::vector<std::string> states;  // all of these took part
  bool to_come = false;             // only what is announced, ongoing, postponed or cancelled
  bool newest_first = false;        // by first day, those without one last in any case
  std::optional<Position> after;
};
struct MeetingSlices {
  std::vector<MeetingRow> meetings;
  std::optional<MeetingSlice::Position> next;  // there are more behind it
};
// Errors: bad_data (a filter's date is no EDTF).
Result<MeetingSlices> slice_meetings(const store::Register& reg, const MeetingSlice& slice,
                                     const catalogue::Catalogue* catalogue = nullptr);

struct MeetingCount {
  std::size_t total = 0;
  std::vector<std::string> emptied_by;  // as in MeetingList
};
Result<MeetingCount> count_meetings(const store::Register& reg, const MeetingSlice& slice,
                                    const catalogue::Catalogue* catalogue = nullptr);

// How many of these meetings have each value of a property; the most frequent first.
struct Facet {
  std::string name;
  struct Value {
    std::string value;
    std::int64_t meetings = 0;
  };
  std::vector<Value> values;
};
// "kind", "status", "format", "mode", "organisation", "organ", "country", "year", "state" (who took
// part), "topic".
const std::vector<std::string>& facet_names();
// At most `most` values of each. REQUIRES: names of facet_names().
Result<std::vector<Facet>> facets(const store::Register& reg, const MeetingSlice& slice,
                                  const std::vector<std::string>& names, std::size_t most,
                                  const catalogue::Catalogue* catalogue = nullptr);

// Where these meetings took place, by country and place; the most frequent first.
struct PlaceRow {
  std::string place;
  std::string country;
  std::int64_t meetings = 0;
  std::string first_day;
  std::string last_day;
};
Result<std::vector<PlaceRow>> places(const store::Register& reg, const MeetingSlice& slice,
                                     const catalogue::Catalogue* catalogue = nullptr);

// Meetings by year ("2018") or month ("2018-05") of their first day; those without one have "".
struct PeriodRow {
  std::string period;
  std::int64_t meetings = 0;
};
Result<std::vector<PeriodRow>> periods(const store::Register& reg, const MeetingSlice& slice,
                                       bool by_month,
                                       const catalogue::Catalogue* catalogue = nullptr);

// Who met whom at these meetings.
struct Network {
  struct Node {
    std::string id;  // of a person, or the code of a state
    std::string name;
    std::string state;  // of a person
    std::int64_t meetings = 0;
  };
  struct Edge {
    std::string a, b;  // a < b
    std::int64_t meetings = 0;
  };
  std::vector<Edge> edges;  // the strongest first
  std::vector<Node> nodes;  // that the edges name, by id
  std::size_t more = 0;     // edges that are left out
};
// At most `most` edges. Cost: O(pairs of participants of these meetings).
Result<Network> network(const store::Register& reg, const MeetingSlice& slice, bool of_people,
                        std::size_t most, const catalogue::Catalogue* catalogue = nullptr);

// ---------------------------------------------------------------- series

// Who represented each state at each session of a series.
struct SeriesMatrix {
  struct Cell {
    std::string session;  // id
    std::vector<ParticipantRow> people;
  };
  struct Line {
    std::string party;        // code of a state, else the name of an organisation
    std::vector<Cell> cells;  // in the order of the sessions; none where it did not take part
  };
  SeriesPage series;
  std::vector<Line> lines;  // by party
};
// Errors: not_found.
Result<SeriesMatrix> series_matrix(const store::Register& reg, const std::string& id);

// ---------------------------------------------------------------- people, offices, states

struct PersonRow {
  std::string id;
  std::string name;
  std::string state;
  std::string organisation;
  std::int64_t meetings = 0;
};
struct PersonSlice {
  std::string name;   // or a part of one, in any spelling that reports have
  std::string state;  // code
  std::size_t limit = 50;
  std::optional<std::pair<std::string, std::string>> after;  // name and id
};
struct PersonSlices {
  std::vector<PersonRow> people;  // by name and id
  bool more = false;
};
Result<PersonSlices> slice_people(const store::Register& reg, const PersonSlice& slice);

// Errors: not_found.
Result<PersonRow> find_person(const store::Register& reg, const std::string& id);

// Who took part in most of the same meetings; at most `most`.
Result<std::vector<PersonRow>> counterparts(const store::Register& reg, const std::string& person,
                                            std::size_t most);

// An office as reports word it: all wordings with one key are one office.
struct OfficeKey {
  std::string state;         // code; may be empty
  std::string organisation;  // may be empty
  std::string office;        // catalogue::office_key, else the folded wording
  friend bool operator==(const OfficeKey&, const OfficeKey&) = default;
};
OfficeKey office_key_of(const std::string& state, const std::string& organisation,
                        const std::string& office, const catalogue::Catalogue* catalogue);
struct OfficePage {
  OfficeKey key;
  std::vector<std::string> wordings;
  struct Holder {
    PersonRow person;
    std::string first_report;  // the earliest and latest dates of reports that say so
    std::string last_report;
    int support = 0;
    std::vector<Source> sources;
  };
  std::vector<Holder> holders;  // by first report
};
// Errors: not_found.
Result<OfficePage> show_office(const store::Register& reg, const OfficeKey& key,
                               const catalogue::Catalogue* catalogue);

struct StateRow {
  std::string code;
  std::int64_t meetings = 0;  // in which it took part, or that it hosted or chaired
  std::int64_t people = 0;
};
struct StateSlice {
  std::size_t limit = 50;
  std::optional<StateRow> after;  // its code and meetings
};
struct StateSlices {
  std::vector<StateRow> states;  // those with the most meetings first, then by code
  bool more = false;
};
Result<StateSlices> slice_states(const store::Register& reg, const StateSlice& slice);
struct StatePage {
  StateRow row;
  struct Official {
    PersonRow person;
    std::string office;
    std::string first_report;
    std::string last_report;
  };
  std::vector<Official> officials;  // the latest report first
  std::vector<StateRow> met;        // other states at the same meetings, the most first
};
// Errors: not_found (no report names it).
Result<StatePage> show_state(const store::Register& reg, const std::string& code,
                             std::size_t most_officials);

// ---------------------------------------------------------------- bodies

struct BodyRow {
  std::string organisation;
  std::string organ;
  std::int64_t meetings = 0;
  std::string first_day;
  std::string last_day;
};
struct BodySlice {
  std::size_t limit = 50;
  std::optional<BodyRow> after;  // its organisation and organ
};
struct BodySlices {
  std::vector<BodyRow> bodies;  // by organisation and organ; "" for meetings that name none
  bool more = false;
};
Result<BodySlices> slice_bodies(const store::Register& reg, const BodySlice& slice);

struct SeriesSlice {
  std::size_t limit = 50;
  std::optional<SeriesRow> after;  // its organisation, organ and id
};
struct SeriesSlices {
  std::vector<SeriesRow> series;  // by organisation, organ and id
  bool more = false;
};
Result<SeriesSlices> slice_series(const store::Register& reg, const SeriesSlice& slice);

// The body's own row and, of an organisation, those of its organs.
Result<std::vector<BodyRow>> organs_of_body(const store::Register& reg,
                                            const std::string& organisation,
                                            const std::string& organ);

// Who chaired, by day: meetings of one body of which the chair is known.
Result<std::vector<MeetingRow>> presidency(const store::Register& reg,
                                           const std::string& organisation,
                                           const std::string& organ);

// ---------------------------------------------------------------- reports, claims

struct ReportRow {
  std::string key;
  std::string title;
  std::string publisher;
  std::string agency;
  std::string published;
  std::string language;
  std::int64_t meetings = 0;
};
struct ReportSlice {
  std::string words;      // of title or text
  std::string publisher;  // or a part of it
  std::string from, to;   // days of publication
  std::size_t limit = 50;
  std::optional<std::pair<std::string, std::string>> after;  // published and key
};
struct ReportSlices {
  std::vector<ReportRow> reports;  // the latest first, then by key
  bool more = false;
};
Result<ReportSlices> slice_reports(const store::Register& reg, const ReportSlice& slice);

// Which entities the objects of a report's current reading are: pointer and id.
Result<std::vector<std::pair<std::string, std::string>>> entities_of(const store::Register& reg,
                                                                     const std::string& report);

// The texts of reports by key, as they are now; those that are not there are left out.
Result<std::vector<std::pair<std::string, std::string>>> texts_of(
    const store::Register& reg, const std::vector<std::string>& reports);

// Claims with evidence, the most doubtful first.
struct DoubtSlice {
  std::string property;  // "" all
  double below = 1;      // confidence
  std::size_t limit = 50;
  std::optional<std::pair<double, std::int64_t>> after;
};
struct Doubt {
  std::int64_t claim = 0;
  double confidence = 0;  // as exactly as the list is sorted by it
  Explanation what;
};
struct DoubtSlices {
  std::vector<Doubt> doubts;
  bool more = false;
};
Result<DoubtSlices> slice_doubts(const store::Register& reg, const DoubtSlice& slice);

// How many doubts below a confidence each property has, those of the most first. Of one property no
// more than kMostDoubtsCounted are counted, so that it costs the same in a register of any size.
inline constexpr std::int64_t kMostDoubtsCounted = 10000;
struct DoubtCount {
  std::string property;
  std::int64_t doubts = 0;
  bool more = false;  // than were counted
};
Result<std::vector<DoubtCount>> count_doubts(const store::Register& reg, double below);

// Disputed values by entity and property; of "attendance" those who attended and were absent.
struct ConflictSlice {
  std::string property;  // "" all but attendance
  std::size_t limit = 50;
  std::optional<std::pair<std::string, std::string>> after;  // entity and property
};
struct ConflictSlices {
  std::vector<Conflict> conflicts;
  bool more = false;
};
Result<ConflictSlices> slice_conflicts(const store::Register& reg, const ConflictSlice& slice);

// What people have said, the latest first.
struct CorrectionSlice {
  std::string about;             // id of an entity: the standing ones about it, as corrections_of
  std::optional<bool> standing;  // whether they stand or were taken back
  std::size_t limit = 50;
  std::optional<std::pair<std::string, std::string>> after;  // made and id
};
struct CorrectionSlices {
  std::vector<CorrectionRow> corrections;
  bool more = false;
};
Result<CorrectionSlices> slice_corrections(const store::Register& reg,
                                           const CorrectionSlice& slice);
// Errors: not_found.
Result<CorrectionRow> find_correction(const store::Register& reg, const std::string& id);

// How much there is.
struct Size {
  std::int64_t reports = 0, meetings = 0, people = 0, series = 0, claims = 0, conflicts = 0;
};
Result<Size> size_of(const store::Register& reg);

}  // namespace rapporteur::query
