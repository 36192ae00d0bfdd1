// Where a command's words go: results to standard output, everything else to standard error.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"
#include "rapporteur/output/subjects.h"

namespace rapporteur::cli {

// Standard output, buffered. That its reader left (| head) is no error; that the disk is full is.
class Results {
 public:
  ~Results() { flush(); }

  // False once nothing can be written any more: the command should end.
  bool write(std::string_view bytes);
  bool flush();
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  std::string buffer_;
  bool closed_ = false;
  std::optional<Error> error_;
};

// Standard error: errors, warnings, notes and, on a terminal, progress.
class Messages {
 public:
  // JSON lines for scripts instead of lines for people.
  void use_json() { json_ = true; }
  void be_quiet() { quiet_ = true; }  // errors only

  void error(const Error& error);
  // A warning or a note; nothing when quiet.
  void note(const Error& what);
  // A line of advice; only on a terminal.
  void hint(std::string_view words);
  // One line that is written over; only on a terminal.
  void progress(const output::Statistics& so_far);
  void statistics(const output::Statistics& all);

 private:
  template <class T>
  void put(const T& value);
  void clear_progress();

  bool json_ = false;
  bool quiet_ = false;
  bool progress_shown_ = false;
  std::uint64_t next_progress_ = 0;  // in reports
};

}  // namespace rapporteur::cli
