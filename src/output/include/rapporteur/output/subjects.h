// What can be written: each subject is a type; the files of formats/ start with its name here.
#pragma once

#include <cstdint>
#include <string>

#include "rapporteur/base/result.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::output {

// How a run went. `seconds` is for people only and never part of a result.
struct Statistics {
  std::uint64_t reports = 0;  // read without an error
  std::uint64_t bytes = 0;    // of the reports as they were found
  double seconds = 0;
  std::uint64_t facts = 0;
  std::uint64_t errors = 0;  // reports that failed
  friend bool operator==(const Statistics&, const Statistics&) = default;
};

namespace subject {
using reading = record::Reading;
using report = record::Report;  // what the source layer made of a page, file or record
using error = Error;
using statistics = Statistics;
}  // namespace subject

}  // namespace rapporteur::output
