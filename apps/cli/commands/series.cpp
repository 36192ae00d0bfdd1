// rapporteur series: the rows of meetings that the register knows.
#include "rapporteur/query/query.h"
#include "rapporteur/service/views.h"
#include "register_question.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Series : public RegisterQuestion {
 public:
  void declare(Arguments& arguments) override {
    format_.declare(arguments, format_names<output::Row>());
    declare_register(arguments);
  }

  Result<Exit> ask(const store::Register& reg, Session& session) override {
    const Result<std::vector<query::SeriesRow>> all = query::list_series(reg);
    if (!all) return all.error();
    RowWriter writer(format_.name, session.results);
    for (const query::SeriesRow& series : *all) {
      if (!writer.write(service::row_of(series))) break;
    }
    if (all->empty()) explain_emptiness("series", {}, session);
    return outcome_of(session, 0);
  }

 private:
  FormatOption format_{"text"};
};

}  // namespace

extern const CommandEntry kSeries;
const CommandEntry kSeries = {"series", "List the series of meetings",
                              "rapporteur series --format csv", make_command<Series>};

}  // namespace rapporteur::cli
