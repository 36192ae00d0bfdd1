// rapporteur timeline: when the meetings of a body, series, person or state took place.
#include "command.h"
#include "rapporteur/query/subject.h"
#include "rapporteur/service/views.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Timeline : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.optional_positionals(
        "WHAT", what_, "A body, series, person or state, by id or name (default: the register)");
    arguments.text("--from", options_.from, "What ends on this day (EDTF) or later");
    arguments.text("--to", options_.to, "What begins on this day (EDTF) or earlier");
    arguments.choice("--by", options_.period, {"month", "year", "decade"},
                     "The periods of the axis (default: what suits the days covered)");
    arguments.text("--as-of", options_.as_of,
                   "The day from which it is looked at (default: that of the latest report)");
    format_.declare(arguments, format_names<output::Timeline>());
    register_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    register_.talk.apply(session);
    const Result<Opened> opened = open_for_questions(register_, session);
    if (!opened) return opened.error();
    if (what_.empty()) return print(*opened, nullptr, session);
    for (const std::string& what : what_) {
      const Result<query::Subject> subject =
          query::find_subject(opened->reg, what, opened->catalogue());
      if (!subject) return subject.error();
      const Result<Exit> done = print(*opened, &*subject, session);
      if (!done) return done;
    }
    return outcome_of(session, 0);
  }

 private:
  Result<Exit> print(const Opened& opened, const query::Subject* subject, Session& session) {
    const Result<output::Timeline> timeline =
        service::timeline_of(opened.reg, subject, options_, opened.catalogue());
    if (!timeline) return timeline.error();
    std::string bytes;
    output::find_format<output::Timeline>(format_.name)->write(*timeline, {}, bytes);
    session.results.write(bytes);
    if (timeline->lanes.empty() && timeline->undated.empty()) {
      explain_emptiness("meeting in that time", {}, session);
    }
    return outcome_of(session, 0);
  }

  std::vector<std::string> what_;
  service::TimelineOptions options_;
  FormatOption format_{"text"};
  RegisterOptions register_;
};

}  // namespace

extern const CommandEntry kTimeline;
const CommandEntry kTimeline = {"timeline", "Draw when meetings took place, as text or a picture",
                                "rapporteur timeline SCO --format svg > sco.svg",
                                make_command<Timeline>};

}  // namespace rapporteur::cli
