// rapporteur explain: why a report is read as it is, and the register says what it says.
#include <filesystem>

#include "command.h"
#include "options.h"
#include "rapporteur/query/query.h"
#include "rapporteur/service/views.h"

namespace rapporteur::cli {

namespace {

using Explanations = std::vector<query::Explanation>;

class Explain : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.positional("REPORT", report_,
                         "A file with one report, or the key or id of a report in the register");
    arguments.positional("POINTER", pointer_,
                         "JSON Pointer of a fact, or of an object for all its facts");
    format_.declare(arguments, format_names<output::Page>());
    register_.declare(arguments);
    arguments.text("--date", date_, "The day on which a file without a date appeared: 2018-05-16");
    data_.declare(arguments);
    talk_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    talk_.apply(session);
    const Result<std::unique_ptr<Pack>> pack = data_.open(session);
    if (!pack) return pack.error();
    const Result<service::RuleBook> rules = service::RuleBook::load(**pack);
    if (!rules) return rules.error();
    std::error_code none;
    const bool is_file = std::filesystem::is_regular_file(report_, none);
    const Result<Explanations> why = is_file ? of_file(session, **pack) : of_register();
    if (!why) return why.error();
    PageWriter(format_.name, session.results).write(service::page_of(*why, *rules));
    return outcome_of(session, 0);
  }

 private:
  Result<Explanations> of_register() const {
    const Result<store::Register> reg = register_.open(store::Access::read);
    if (!reg) return reg.error();
    return query::explain(*reg, report_, pointer_);
  }

  Result<Explanations> of_file(Session& session, const Pack& pack) const {
    InputOptions input;
    input.paths = {report_};
    input.date = date_;
    Result<std::unique_ptr<source::Source>> source = input.open(session);
    if (!source) return source.error();
    const Result<reader::Reader> reader = reader::Reader::load(pack);
    if (!reader) return reader.error();
    std::vector<Result<record::Reading>> readings;
    service::read_all(*reader, **source, {}, {}, [&](service::Outcome&& outcome) {
      readings.push_back(std::move(outcome.reading));
      return readings.size() < 2;
    });
    if (readings.size() != 1) {
      return Error{ErrorCode::usage,
                   "explain takes a file with one report; ingest this one and name the report",
                   report_};
    }
    if (!readings.front()) return readings.front().error();
    return query::explain(*readings.front(), pointer_);
  }

  std::string report_;
  std::string pointer_;
  std::string date_;
  FormatOption format_{"text"};
  RegisterOption register_;
  DataOptions data_;
  TalkOptions talk_;
};

}  // namespace

extern const CommandEntry kExplain;
const CommandEntry kExplain = {
    "explain", "Print the rule and the words behind a fact",
    "rapporteur explain examples/reports/sco-secretaries-2023-delhi.txt /meetings/0/when",
    make_command<Explain>};

}  // namespace rapporteur::cli
