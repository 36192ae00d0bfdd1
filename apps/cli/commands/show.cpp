// rapporteur show: all that the register knows of a meeting, a person or a series.
#include "command.h"
#include "rapporteur/query/query.h"
#include "rapporteur/service/views.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

// The page of whatever has this id.
Result<output::Page> page_of_id(const store::Register& reg, const std::string& id) {
  const Result<query::MeetingPage> meeting = query::show_meeting(reg, id);
  if (meeting) return service::page_of(*meeting);
  if (meeting.error().code != ErrorCode::not_found) return meeting.error();
  const Result<query::PersonPage> person = query::show_person(reg, id);
  if (person) return service::page_of(*person);
  if (person.error().code != ErrorCode::not_found) return person.error();
  const Result<query::SeriesPage> series = query::show_series(reg, id);
  if (series) return service::page_of(*series);
  if (series.error().code != ErrorCode::not_found) return series.error();
  return Error{ErrorCode::not_found, "no meeting, person or series of the register has this id",
               id};
}

class Show : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.positionals("ID", ids_, "Ids of meetings, people or series");
    format_.declare(arguments, format_names<output::Page>());
    options_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    const Result<Opened> opened = open_for_questions(options_, session);
    if (!opened) return opened.error();
    std::uint64_t failed = 0;
    for (const std::string& id : ids_) {
      const Result<output::Page> page = page_of_id(opened->reg, id);
      if (!page) {
        ++failed;
        session.messages.error(page.error());
      } else if (!write_page(format_.name, *page, session.results)) {
        break;
      }
    }
    return outcome_of(session, failed);
  }

 private:
  std::vector<std::string> ids_;
  FormatOption format_{"text"};
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kShow;
const CommandEntry kShow = {"show", "Show a meeting, a person or a series with all sources",
                            "rapporteur show m-6f1c2a90b4d7e835 --format markdown",
                            make_command<Show>};

}  // namespace rapporteur::cli
