// Questions over the register with typed answers. Nothing here writes.
//
// Lists are sorted by stable keys; no answer depends on when or in what order reports came in.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/byte_span.h"
#include "rapporteur/base/result.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/record/reading.h"
#include "rapporteur/record/vocabulary.h"
#include "rapporteur/store/register.h"

namespace rapporteur::query {

// Where a value stands in a report.
struct Source {
  std::string report;  // report key
  std::string title;
  std::string pointer;  // of the claim
  std::string value;    // as that report has it
  std::vector<ByteSpan> evidence;
  std::vector<std::string> quotes;  // the words of `evidence`
  float confidence = 0;
  std::string rule;
  std::string publisher;
  std::string published;               // EDTF; of the report's current version
  std::vector<std::string> sentences;  // of each of `quotes`, the one in which it stands
};

// Empty strings: not known.
struct MeetingRow {
  std::string id;
  std::string name;
  std::string organisation;
  std::string organ;
  std::string kind;
  std::optional<int> ordinal;
  std::string status;
  std::string when;
  std::string first_day;
  std::string last_day;
  std::string place;
  std::string country;
  std::string chair;
  std::string series;  // id
  int reports = 0;
};

struct MeetingFilter {
  std::string body;    // organisation or organ: a name, an acronym or a part of one
  std::string series;  // id
  std::string state;   // ISO alpha-2: took part, hosted, chaired or was the place
  std::string person;  // id, name or a part of one
  std::string place;   // name of a place or a part of one
  std::string kind;
  std::string status;
  std::string from;       // EDTF: meetings that end on its first day or later
  std::string to;         // EDTF: meetings that begin on its last day or earlier
  std::size_t limit = 0;  // 0: all
};

struct MeetingList {
  std::vector<MeetingRow> meetings;  // by first day (unknown last), then id
  std::size_t total = 0;             // without the limit
  // For an empty list: the filters each of which, taken away alone, would give an answer; if
  // there is none, those that alone give nothing. E.g. {"state", "kind"}.
  std::vector<std::string> emptied_by;
};

// `catalogue` (may be null) lets "SCO" find the Shanghai Cooperation Organization.
// Errors: bad_data (a filter's date is no EDTF).
Result<MeetingList> list_meetings(const store::Register& reg, const MeetingFilter& filter,
                                  const catalogue::Catalogue* catalogue = nullptr);

// One value of a property and who states it.
struct FactValue {
  std::string value;
  int support = 0;
  float confidence = 0;
  bool disputed = false;
  std::vector<Source> sources;
};
struct Fact {
  std::string property;
  std::vector<FactValue> values;  // the canonical one first
};
struct ParticipantRow {
  std::string person;  // id; empty: nobody is named
  std::string name;
  std::vector<std::string> offices;
  std::string state;
  std::string organisation;
  std::string attendance;
  std::string capacity;
  int support = 0;
  std::vector<Source> sources;
};
// Agenda items, outcomes and instruments: equal wordings of several reports are one.
struct Item {
  std::string text;
  std::vector<std::string> topics;  // agenda
  std::string act;                  // outcomes
  std::string actor;                // outcomes
  std::string relation;             // instruments
  int support = 0;
  std::vector<Source> sources;
};
struct LinkRow {
  std::string relation;  // as stated, or "next of", "prepared by", ... seen from the other side
  MeetingRow to;
  std::vector<Source> sources;
};
struct MergeRow {
  std::string a;  // "report pointer"
  std::string b;
  std::string rule;
  double score = 0;  // 0..1: how much the rule can be relied on
};
// What a person has said of a claim, or of which members are one.
struct CorrectionRow {
  std::string id;
  std::string verdict;  // "accept", "reject", "correct", "merge", "split"
  std::string report;   // of claims
  std::string property;
  std::string value;
  std::string quote;
  std::string subject;
  std::string replacement;
  std::vector<std::string> members;  // of entities: "report pointer"
  std::vector<std::string> others;   // the other side of a split
  std::string who;
  std::string made;  // "2026-03-01T09:30:00.000Z"
  std::string why;
  std::string undone;  // empty: it stands
  std::string undone_who;
  std::string undone_why;
  int meets = 0;  // how many claims or members of the register it is about
};
// All that were ever made, those that were undone too, by time and id.
Result<std::vector<CorrectionRow>> list_corrections(const store::Register& reg);
// The standing ones about the entity with this id, about its claims and those of its participants,
// agenda and so on.
Result<std::vector<CorrectionRow>> corrections_of(const store::Register& reg,
                                                  const std::string& id);

// What is wrong with `value` as a value of that property, by its form: a date that is no EDTF, a
// state that is no code. Empty: nothing.
std::string fault_of(std::string_view property, std::string_view value);

// What one report said of a meeting's standing when it appeared.
struct Stage {
  std::string published;
  std::string status;
  std::string when;   // as that report has it; empty: it does not say
  std::string place;  // the same
  std::vector<Source> sources;
};
struct MeetingPage {
  MeetingRow row;
  std::vector<Stage> history;  // by publication; a stage that says nothing new is left out
  std::vector<Fact> facts;
  std::vector<ParticipantRow> participants;
  std::vector<Item> agenda;
  std::vector<Item> outcomes;
  std::vector<Item> instruments;
  std::vector<LinkRow> links;
  std::vector<MergeRow> merges;
  std::vector<CorrectionRow> corrections;
  std::vector<std::string> also;  // other ids that lead here
};
// `id`: its own or that of any member. Errors: not_found.
Result<MeetingPage> show_meeting(const store::Register& reg, const std::string& id);

struct PersonPage {
  std::string id;
  std::string name;
  std::vector<std::string> names;
  struct Held {
    std::string office;
    std::string state;
    std::string organisation;
    std::string first_report;  // the earliest and latest dates of reports that say so
    std::string last_report;
    int support = 0;
    std::vector<Source> sources;
  };
  std::vector<Held> offices;
  std::vector<MeetingRow> meetings;
  std::vector<CorrectionRow> corrections;
};
Result<PersonPage> show_person(const store::Register& reg, const std::string& id);

struct SeriesRow {
  std::string id;
  std::string organisation;
  std::string organ;
  std::size_t sessions = 0;
};
// All series, by organisation, organ, id.
Result<std::vector<SeriesRow>> list_series(const store::Register& reg);

struct SeriesPage {
  SeriesRow row;
  std::vector<MeetingRow> sessions;  // by ordinal, then first day, then id
};
// Errors: not_found.
Result<SeriesPage> show_series(const store::Register& reg, const std::string& id);

struct SearchHit {
  std::string report;
  std::string title;
  std::string pointer;  // of a fact; empty: the report's text
  std::string property;
  std::string meeting;  // id, for a fact of a meeting
  std::string snippet;  // matches stand between U+0002 and U+0003
  double score = 0;     // greater is better
};
struct SearchFilter {
  std::string words;       // all must occur; "quoted phrases" and pre* are understood
  MeetingFilter meetings;  // only what such meetings are about; its own limit is not looked at
  std::size_t limit = 50;  // 0: all
  // Where a hit stands among others; `score` in millionths.
  struct Position {
    std::int64_t score = 0;
    std::string report;
    std::string pointer;
    std::string value;  // a digest of it
  };
  std::optional<Position> after;
  // Of more facts or texts than this none is better than another: then, unless all are asked for or
  // a filter is given, those of the newest reports come first.
  std::size_t most_ranked = 20'000;
};
struct SearchResult {
  std::vector<SearchHit> hits;                 // the best first; ties by report, pointer and value
  std::optional<SearchFilter::Position> next;  // there are more behind it
  std::size_t facts = 0;                       // hits on all pages; most_ranked: so many or more,
  std::size_t texts = 0;                       // if both together are not ranked
  std::vector<std::string> emptied_by;  // as in MeetingList; "words" if they alone give nothing
};
// Cost: a score for each hit that is ranked; all else for the hits of the page alone.
Result<SearchResult> search(const store::Register& reg, const SearchFilter& filter,
                            const catalogue::Catalogue* catalogue = nullptr);

struct Conflict {
  std::string entity;  // id
  std::string name;
  std::string property;
  std::vector<FactValue> values;  // the canonical one first
};
// By entity and property.
Result<std::vector<Conflict>> conflicts(const store::Register& reg);
// Of "attendance" alone, by meeting and name. Cost: O(those said to have been absent).
Result<std::vector<Conflict>> attendance_conflicts(const store::Register& reg);

// One claim explained.
struct Explanation {
  Source source;
  std::string entity;  // id of the meeting or person that it is about; may be empty
  std::string engine;
  std::string context;  // the sentence or line around the first quote
};
// `report`: key or id. `pointer`: of a fact, or of an object for all facts of it.
// Errors: not_found.
Result<std::vector<Explanation>> explain(const store::Register& reg, const std::string& report,
                                         const std::string& pointer);
// As above, of a reading that is in no register: without entities.
Result<std::vector<Explanation>> explain(const record::Reading& reading,
                                         const std::string& pointer);

// One line of the export: a type and its fields, in a fixed order.
struct ExportField {
  std::string name;
  bool null = false;
  bool number = false;   // `text` is a number in decimal
  bool is_list = false;  // the value is `list`
  std::string text;
  std::vector<std::string> list;  // evidence as "16-47": bytes of the report's text, half-open
  friend bool operator==(const ExportField&, const ExportField&) = default;
};
struct ExportRecord {
  // "report", "left_out", "claim", "correction", "series", "meeting", "person", "participant",
  // "link", "conflict", "merge"
  std::string type;
  std::vector<ExportField> fields;
  friend bool operator==(const ExportRecord&, const ExportRecord&) = default;
};
// Streams the whole register, sorted by stable keys; two registers with the same reports stream
// the same records. `sink` returns false to stop. Cost: O(size), constant memory.
Result<void> export_all(const store::Register& reg,
                        const std::function<bool(const ExportRecord&)>& sink);

}  // namespace rapporteur::query
