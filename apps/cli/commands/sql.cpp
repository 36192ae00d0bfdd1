// rapporteur sql: a question in SQL, which can only read.
#include "rapporteur/service/sql.h"

#include <climits>

#include "register_question.h"

namespace rapporteur::cli {

namespace {

class Sql : public RegisterQuestion {
 public:
  void declare(Arguments& arguments) override {
    arguments.positional("STATEMENT", statement_, "One SELECT, as SQLite understands it");
    arguments.number("--limit", limits_.rows, "At most so many rows (default: 1000; 0: all)");
    arguments.number("--time-limit-ms", time_ms_, "Stop after that time (default: 10000)");
    format_.declare(arguments, format_names<output::Row>());
    declare_register(arguments);
  }

  Result<Exit> ask(const store::Register& reg, Session& session) override {
    if (time_ms_ == 0 || time_ms_ > INT_MAX) {
      return Error{ErrorCode::usage, "must be from 1 to 2147483647", "--time-limit-ms"};
    }
    limits_.time_ms = static_cast<int>(time_ms_);
    RowWriter writer(format_.name, session.results);
    const Result<service::SqlAnswer> answer = service::ask_sql(
        reg, statement_, limits_, [&](const output::Row& names) { writer.begin(names); },
        [&](const output::Row& row) { return writer.write(row); });
    if (!answer) return answer.error();
    if (answer->more) {
      session.messages.note({ErrorCode::too_large,
                             "there are more rows than the " + std::to_string(answer->rows) +
                                 " shown; --limit 0 shows all",
                             reg.path()});
    }
    return outcome_of(session, 0);
  }

 private:
  std::string statement_;
  service::SqlLimits limits_;
  std::uint64_t time_ms_ = 10'000;
  FormatOption format_{"text"};
};

}  // namespace

extern const CommandEntry kSql;
const CommandEntry kSql = {"sql", "Ask the register in SQL; nothing can be changed",
                           "rapporteur sql \"SELECT name, dates, place FROM meetings\"",
                           make_command<Sql>};

}  // namespace rapporteur::cli
