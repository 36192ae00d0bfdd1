// Reading many documents: found one after another, read on several threads, delivered in order.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "rapporteur/base/result.h"
#include "rapporteur/output/subjects.h"
#include "rapporteur/reader/reader.h"
#include "rapporteur/record/reading.h"
#include "rapporteur/source/source.h"

namespace rapporteur::service {

using output::Statistics;

struct BatchOptions {
  unsigned threads = 0;  // 0: one per core
  reader::Options reading;
  std::uint64_t bytes_in_flight = 64U << 20;  // of documents that wait or are being read
};

// What became of one document.
struct Outcome {
  Result<record::Reading> reading;
  std::string rendered;     // what `render` appended
  std::uint64_t size = 0;   // bytes of the document in its source
  std::uint64_t facts = 0;  // values with evidence
  bool unread = false;      // of a language that is not read
};

// Turns a reading into bytes; called on the worker threads, so it must be thread-safe.
using Render = std::function<void(const record::Reading& reading, std::string& out)>;
// Takes outcomes in the order of the source, on the calling thread; false stops the run.
using Sink = std::function<bool(Outcome&& outcome)>;

// Reads all that `from` has. The outcomes are the same on any number of threads; an exception
// that a document causes becomes its error (internal). Memory: bounded by bytes_in_flight and
// the readings made of them. `render` may be empty.
Statistics read_all(const reader::Reader& reader, source::Source& from, const BatchOptions& options,
                    const Render& render, const Sink& sink);

// The number of values with evidence.
std::uint64_t count_facts(const record::Reading& reading);

}  // namespace rapporteur::service
