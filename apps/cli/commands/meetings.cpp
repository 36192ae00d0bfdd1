// rapporteur meetings: the meetings of the register, filtered.
#include "command.h"
#include "rapporteur/query/query.h"
#include "rapporteur/service/views.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Meetings : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.text("--body", filter_.body, "Organisation or organ: a name, an acronym or a part");
    arguments.text("--series", filter_.series, "Id of a series");
    arguments.text("--state", filter_.state,
                   "ISO code: took part, hosted, chaired or was the place");
    arguments.text("--person", filter_.person,
                   "Id or name of somebody who took part, or a part of it");
    arguments.text("--place", filter_.place, "Name of a place or a part of it");
    arguments.choice(
        "--kind", filter_.kind,
        {"session", "summit", "talks", "visit", "call", "reception", "conference", "signing"},
        "What sort of meeting");
    arguments.choice("--status", filter_.status,
                     {"announced", "ongoing", "held", "postponed", "cancelled"}, "How it stands");
    arguments.text("--from", filter_.from, "Meetings that end on this day (EDTF) or later");
    arguments.text("--to", filter_.to, "Meetings that begin on this day (EDTF) or earlier");
    arguments.number("--limit", limit_, "At most so many (default: all)");
    format_.declare(arguments, format_names<output::Row>());
    options_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    const Result<Opened> opened = open_for_questions(options_, session);
    if (!opened) return opened.error();
    filter_.limit = limit_;
    const Result<query::MeetingList> list =
        query::list_meetings(opened->reg, filter_, opened->catalogue());
    if (!list) return list.error();
    RowWriter writer(format_.name, session.results);
    for (const query::MeetingRow& meeting : list->meetings) {
      if (!writer.write(service::row_of(meeting))) break;
    }
    if (list->total == 0) explain_emptiness("meeting", list->emptied_by, session);
    return outcome_of(session, 0);
  }

 private:
  query::MeetingFilter filter_;
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
