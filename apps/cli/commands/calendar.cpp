// rapporteur calendar: meetings as a file that calendars subscribe to.
#include "rapporteur/service/calendar.h"

#include "command.h"
#include "meeting_options.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Calendar : public Command {
 public:
  void declare(Arguments& arguments) override {
    meetings_.declare(arguments);
    options_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    const Result<Opened> opened = open_for_questions(options_, session);
    if (!opened) return opened.error();
    const Result<service::CalendarCount> count = service::write_calendar(
        opened->reg, meetings_.filter, opened->catalogue(),
        [&session](std::string_view bytes) { return session.results.write(bytes); });
    if (!count) return count.error();
    if (count->left_out > 0) {
      session.messages.note({ErrorCode::unsupported,
                             std::to_string(count->left_out) +
                                 " meetings are left out: no calendar can show their dates "
                                 "(unknown, open, or longer than a year)",
                             opened->reg.path()});
    }
    if (count->events + count->left_out == 0) return explain(*opened, session);
    return outcome_of(session, 0);
  }

 private:
  Result<Exit> explain(const Opened& opened, Session& session) const {
    const Result<query::MeetingList> none =
        query::list_meetings(opened.reg, meetings_.filter, opened.catalogue());
    if (!none) return none.error();
    explain_emptiness("meeting", none->emptied_by, session);
    return outcome_of(session, 0);
  }

  MeetingOptions meetings_;
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kCalendar;
const CommandEntry kCalendar = {"calendar", "Print meetings as iCalendar",
                                "rapporteur calendar --body SCO --from 2022 > sco.ics",
                                make_command<Calendar>};

}  // namespace rapporteur::cli
