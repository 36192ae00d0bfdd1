// Readings measured against annotated reports: what was found, what was made up, what was missed.
//
// An annotated report is a pair of files in one folder, ID.txt and ID.json; what the annotation
// holds and when two values count as the same is in docs/quality.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/reader/reader.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::service {

// The counts of one row: values that were found, that were made up, that were missed. A wrong
// value counts as both of the latter.
struct Figure {
  std::string row;  // "participant"
  std::uint64_t right = 0;
  std::uint64_t made_up = 0;
  std::uint64_t missed = 0;

  // 0..1; 0 where there is nothing to divide by.
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

// A value that a reading gives, and whether the annotation agrees.
struct Judgement {
  std::string field;  // as Figure::row
  double confidence = 0;
  std::string rule;   // Fact::rule; empty for stored readings
  bool main = false;  // of the meeting that its report is about
  bool right = false;
};

// A meeting that a reading gives, and whether the annotation says that the report is about it.
struct Signed {
  std::string report;  // its id
  bool main = false;   // in the annotation
  std::vector<std::string> signs;
};

// One difference between an annotation and a reading.
struct Miss {
  std::string report;    // its id
  std::string meeting;   // the annotation's name of it; of a meeting made up, the reading's
  std::string row;       // as Figure::row
  std::string about;     // the participant whose value differs; may be empty
  std::string expected;  // empty: the annotation has no such value
  std::string read;      // empty: the reading has no such value
};

struct Evaluation {
  std::vector<Figure> figures;        // those that make up the record score
  Figure when_of_matched;             // dates of the meetings that were found; in no score
  std::uint64_t reports = 0;          // annotated ones
  std::vector<Judgement> judgements;  // of values with a confidence, in the order of the reports
  std::vector<Signed> meetings;       // in the order of the reports; with reader::Options::signs
  std::vector<Miss> misses;           // sorted by report, then as the annotation has it
  std::uint64_t facts = 0;            // values of the readings; 0 where stored ones were scored
  std::uint64_t evidence_faults = 0;  // those of them without valid evidence
  std::vector<Error> errors;          // reports that could not be read; they count as empty

  // The mean of the F1 of `figures`.
  [[nodiscard]] double record_score() const;
};

// Reads the reports of `folder` on `threads` threads (0: one per core) and compares. The result
// is the same on any number of threads.
// Errors: not_found (no folder, no annotation in it), bad_data (an annotation; where = its path).
Result<Evaluation> evaluate(const reader::Reader& reader, const std::string& folder,
                            unsigned threads = 0, const reader::Options& options = {});

// Compares stored readings, one JSON object a line in `file`; the last of one id counts, and those
// without an annotation are ignored. Errors: as above; those of read_file; where = "file:line".
Result<Evaluation> evaluate_readings(const std::string& file, const std::string& folder);

// The values of `reading` that lack evidence or whose evidence is not inside the text, on
// character starts. The reader promises that there are none. Cost: O(facts).
std::uint64_t count_evidence_faults(const record::Reading& reading);

}  // namespace rapporteur::service
