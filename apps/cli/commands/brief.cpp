// rapporteur brief: what someone needs who prepares the next session of a body.
#include "command.h"
#include "rapporteur/query/derived.h"
#include "rapporteur/service/views.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Brief : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.positional("BODY", body_, "Organisation or organ, or the id of a series");
    arguments.number("--sessions", sessions_, "How many past sessions to look at (default: 3)");
    arguments.text("--as-of", as_of_,
                   "The day from which it is looked at (default: that of the latest report)");
    format_.declare(arguments, format_names<output::Page>());
    options_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    const Result<Opened> opened = open_for_questions(options_, session);
    if (!opened) return opened.error();
    Result<query::FollowUps> table = query::FollowUps();
    if (opened->pack != nullptr) table = query::FollowUps::load(*opened->pack);
    if (!table) return table.error();
    const Result<std::vector<query::Brief>> briefs =
        query::brief(opened->reg, body_, sessions_, opened->catalogue(), as_of_, *table);
    if (!briefs) return briefs.error();
    PageWriter writer(format_.name, session.results);
    for (const query::Brief& brief : *briefs) {
      if (!writer.write(service::brief_page(brief, opened->catalogue()))) break;
    }
    return outcome_of(session, 0);
  }

 private:
  std::string body_;
  std::uint64_t sessions_ = 3;
  std::string as_of_;
  FormatOption format_{"markdown"};
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kBrief;
const CommandEntry kBrief = {"brief", "Print a briefing on a body's last sessions and its next",
                             "rapporteur brief \"Security Council Secretaries\" > brief.md",
                             make_command<Brief>};

}  // namespace rapporteur::cli
