// Exports: the register or a view of it as a stream of flat records, sorted by stable keys.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/query/query.h"
#include "rapporteur/store/register.h"

namespace rapporteur::query {

enum class ExportKind {
  whole,          // everything; see export_all
  visits,         // "visit": a row per person and meeting
  network,        // "person", then "met": who attended held meetings, and who attended one together
  consultations,  // "consultation": a meeting with the states that took part
  linked,         // "report", "engine", "state", "body", "person", "holding", "correction", "event"
};

// What hears the records. Both return false to stop.
struct ExportSink {
  // Before the records of a type, were there none; may be empty.
  std::function<bool(const std::string& type, const std::vector<std::string>& fields)> table;
  std::function<bool(const ExportRecord&)> record;
};

// Streams one state of the register, whoever writes meanwhile. Cost: O(size) and what SQLite needs
// to sort, which it keeps on disk.
Result<void> export_records(const store::Register& reg, ExportKind kind, const ExportSink& sink);

// Words of a report, with what stands around them.
struct Quote {
  std::string exact;
  std::string prefix;       // at most 32 characters
  std::string suffix;       // the same
  std::uint32_t begin = 0;  // in characters (code points) of the text, half-open
  std::uint32_t end = 0;
};
struct QuotedClaim {
  std::string report;  // key
  std::string engine;
  std::string pointer;
  std::string property;
  std::string value;
  std::string entity;      // id of the meeting or person that it is about; may be empty
  std::string correction;  // id of the one that confirmed or changed the value; may be empty
  std::vector<Quote> quotes;
};
// All claims that have evidence, by report, in the order of the reading. Cost: O(claims + texts);
// one text in memory.
Result<void> for_each_quoted_claim(const store::Register& reg,
                                   const std::function<bool(const QuotedClaim&)>& sink);

}  // namespace rapporteur::query
