// Groups of options that several commands share.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "arguments.h"
#include "command.h"
#include "rapporteur/output/format.h"
#include "rapporteur/service/batch.h"
#include "rapporteur/service/data.h"
#include "rapporteur/source/source.h"
#include "rapporteur/store/register.h"

namespace rapporteur::cli {

// --quiet and, for commands that read reports, --stats
struct TalkOptions {
  bool quiet = false;
  std::string stats;
  void declare(Arguments& arguments);
  void declare_statistics(Arguments& arguments);
  void apply(Session& session) const;
  void finish(Session& session, const output::Statistics& statistics) const;
};

// --pack, --data
struct DataOptions {
  std::string pack;
  std::vector<std::string> data;
  void declare(Arguments& arguments);
  [[nodiscard]] Result<std::unique_ptr<Pack>> open(const Session& session) const;
};

// FILE..., --input, --date, --limit-mb
struct InputOptions {
  std::vector<std::string> paths;
  std::string input = "auto";
  std::string date;
  std::vector<std::string> fields;
  std::uint64_t limit_mb = source::kReportLimit >> 20;
  std::uint64_t pause_ms = 1000;
  bool allow_private = false;
  void declare(Arguments& arguments);
  // Those that concern addresses, and --limit-mb: without FILE and what it holds.
  void declare_fetching(Arguments& arguments);
  // Notes of the source go to the session's messages. Errors: usage (a date that is none).
  Result<std::unique_ptr<source::Source>> open(Session& session) const;
  Result<source::Options> options(Session& session) const;
};

// --register: the file or address, else $RAPPORTEUR_REGISTER, else register.db
struct RegisterOption {
  std::string path;
  void declare(Arguments& arguments);
  // With the password, if an address has one.
  [[nodiscard]] std::string name() const;
  // Errors: those of Register::open.
  [[nodiscard]] Result<store::Register> open(store::Access access) const;
};

// --format, with the formats of a subject to choose from
struct FormatOption {
  std::string name;
  void declare(Arguments& arguments, const std::vector<std::string>& names);
};

template <class T>
std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const output::Format<T>* format : output::formats_of<T>()) names.emplace_back(format->name);
  return names;
}

// Writes the values of a list in `format`, what stands above all of them before the first.
template <class T>
class ListWriter {
 public:
  ListWriter(const std::string& format, Results& results, const output::Options& how = {})
      : format_(output::find_format<T>(format)), results_(results), how_(how) {}

  // Appends one value alone; may be called on any thread.
  void render(const T& value, std::string& out) const { format_->write(value, how_, out); }

  // The others return false if nobody takes the values any more.
  bool write(const T& value) {
    std::string bytes;
    render(value, bytes);
    return write(value, bytes);
  }
  // What render() made of `value`.
  bool write(const T& value, const std::string& rendered) {
    return begin(value) && results_.write(rendered);
  }
  // Writes what stands above the first value, for a list that may be empty. Of a row only the names
  // of the columns count.
  bool begin(const T& first) {
    std::string bytes;
    if (!started_ && format_->header != nullptr) format_->header(first, how_, bytes);
    started_ = true;
    return results_.write(bytes);
  }

 private:
  const output::Format<T>* format_;
  Results& results_;
  output::Options how_;
  bool started_ = false;
};
using RowWriter = ListWriter<output::Row>;
using PageWriter = ListWriter<output::Page>;

// kSomeFailed if a document failed, else kDone; the error of standard output if it has one.
Result<Exit> outcome_of(Session& session, std::uint64_t failed);

}  // namespace rapporteur::cli
