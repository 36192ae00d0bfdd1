// The facade of the reading side: one report in, one reading out.
#pragma once

#include <memory>
#include <string>

#include "rapporteur/base/arena.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::reader {

struct Options {
  bool mentions = false;  // fill Reading::mentions
  bool as_ruled = false;  // leave confidences as the rules set them, for calibration itself
  bool signs = false;     // fill Meeting::signs, for their training
};

// Immutable once loaded, so one Reader serves all threads; each thread brings its own Scratch.
class Reader {
 public:
  // Binds to `pack`, which must outlive *this. Errors: not_found, bad_data, damaged (a section).
  static Result<Reader> load(const Pack& pack);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  // What `report` says. Report::text must be as text::normalise leaves it; empty fields of the
  // report that the words state (published, dateline, title, publisher) are filled in the copy
  // that the reading holds. Total: any text gives a reading; doubts become warnings in it.
  // A pure function of report, options and pack. Thread-safe. Cost: O(bytes of text).
  [[nodiscard]] record::Reading read(const record::Report& report, Scratch& scratch,
                                     const Options& options = {}) const;

  // Version of program and data: "0.1.0+3f9a0c12b7de".
  [[nodiscard]] const std::string& engine() const;

 private:
  struct Impl;
  explicit Reader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// False for a report that is known to be in another language than English and has few English
// words: it is kept, and nothing is read out of it. Cost: O(text), O(1) for English.
bool is_read(const record::Report& report);

}  // namespace rapporteur::reader
