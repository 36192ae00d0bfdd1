// rapporteur meetings: the meetings of the register, filtered.
#include "command.h"
#include "meeting_options.h"
#include "rapporteur/service/views.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Meetings : public Command {
 public:
  void declare(Arguments& arguments) override {
    meetings_.declare(arguments);
    arguments.number("--limit", limit_, "At most so many (default: all)");
    format_.declare(arguments, format_names<output::Row>());
    options_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    const Result<Opened> opened = open_for_questions(options_, session);
    if (!opened) return opened.error();
    meetings_.filter.limit = limit_;
    const Result<query::MeetingList> list =
        query::list_meetings(opened->reg, meetings_.filter, opened->catalogue());
    if (!list) return list.error();
    RowWriter writer(format_.name, session.results);
    for (const query::MeetingRow& meeting : list->meetings) {
      if (!writer.write(service::row_of(meeting))) break;
    }
    if (list->total == 0) explain_emptiness("meeting", list->emptied_by, session);
    return outcome_of(session, 0);
  }

 private:
  MeetingOptions meetings_;
  std::uint64_t limit_ = 0;
  FormatOption format_{"text"};
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kMeetings;
const CommandEntry kMeetings = {"meetings", "List the meetings of the register",
                                "rapporteur meetings --body SCO --from 2018 --format csv",
                                make_command<Meetings>};

}  // namespace rapporteur::cli
