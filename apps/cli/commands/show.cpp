// rapporteur show: all that the register has on a meeting, a person, a series, a state or a body.
#include "command.h"
#include "rapporteur/query/subject.h"
#include "rapporteur/service/views.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Show : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.positionals("WHAT", what_,
                          "Ids of meetings, people or series; names of people, states or bodies");
    arguments.text("--as-of", as_of_,
                   "The day from which it is looked at (default: that of the latest report)");
    format_.declare(arguments, format_names<output::Page>());
    options_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    const Result<Opened> opened = open_for_questions(options_, session);
    if (!opened) return opened.error();
    PageWriter writer(format_.name, session.results);
    std::uint64_t failed = 0;
    for (const std::string& what : what_) {
      const Result<output::Page> page = page_of(*opened, what);
      if (!page) {
        ++failed;
        session.messages.error(page.error());
      } else if (!writer.write(*page)) {
        break;
      }
    }
    return outcome_of(session, failed);
  }

 private:
  Result<output::Page> page_of(const Opened& opened, const std::string& what) const {
    const Result<query::Subject> subject =
        query::find_subject(opened.reg, what, opened.catalogue());
    if (!subject) return subject.error();
    return service::page_of(opened.reg, *subject, as_of_, opened.catalogue());
  }

  std::vector<std::string> what_;
  std::string as_of_;
  FormatOption format_{"text"};
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kShow;
const CommandEntry kShow = {
    "show", "Show a meeting, person, series, state or body with all sources",
    "rapporteur show m-6f1c2a90b4d7e835 --format markdown", make_command<Show>};

}  // namespace rapporteur::cli
