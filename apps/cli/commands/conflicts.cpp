// rapporteur conflicts: where reports disagree.
#include "rapporteur/query/query.h"
#include "rapporteur/service/views.h"
#include "register_question.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Conflicts : public RegisterQuestion {
 public:
  void declare(Arguments& arguments) override {
    format_.declare(arguments, format_names<output::Page>());
    declare_register(arguments);
  }

  Result<Exit> ask(const store::Register& reg, Session& session) override {
    const Result<std::vector<query::Conflict>> all = query::conflicts(reg);
    if (!all) return all.error();
    PageWriter writer(format_.name, session.results);
    for (const query::Conflict& conflict : *all) {
      if (!writer.write(service::page_of(conflict))) break;
    }
    if (all->empty()) explain_emptiness("conflict", {}, session);
    return outcome_of(session, 0);
  }

 private:
  FormatOption format_{"text"};
};

}  // namespace

extern const CommandEntry kConflicts;
const CommandEntry kConflicts = {"conflicts", "List the facts on which reports disagree",
                                 "rapporteur conflicts --format markdown", make_command<Conflicts>};

}  // namespace rapporteur::cli
