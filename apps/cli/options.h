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

// Writes the rows of a list in `format`, the header before the first.
class RowWriter {
 public:
  RowWriter(const std::string& format, Results& results)
      : format_(output::find_format<output::Row>(format)), results_(results) {}
  // False if nobody takes the rows any more.
  bool write(const output::Row& row);
  // Writes what stands above the first row, for a list that may be empty; `names` are the names of
  // the columns, its values are not looked at.
  bool begin(const output::Row& names);

 private:
  const output::Format<output::Row>* format_;
  Results& results_;
  bool started_ = false;
};

// Writes pages in `format`, what stands above all of them before the first.
class PageWriter {
 public:
  PageWriter(const std::string& format, Results& results)
      : format_(output::find_format<output::Page>(format)), results_(results) {}
  // False if nobody takes the pages any more.
  bool write(const output::Page& page);

 private:
  const output::Format<output::Page>* format_;
  Results& results_;
  bool started_ = false;
};

// kSomeFailed if a document failed, else kDone; the error of standard output if it has one.
Result<Exit> outcome_of(Session& session, std::uint64_t failed);

}  // namespace rapporteur::cli
