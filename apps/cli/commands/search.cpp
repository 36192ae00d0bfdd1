// rapporteur search: facts and texts that hold words.
#include "command.h"
#include "meeting_options.h"
#include "rapporteur/service/views.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

class Search : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.positionals("WORD", words_, "Words that must all occur; \"a phrase\", pre*");
    meetings_.declare(arguments);
    arguments.number("--limit", limit_, "At most so many (default: 50)");
    format_.declare(arguments, format_names<output::Row>());
    options_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    const Result<Opened> opened = open_for_questions(options_, session);
    if (!opened) return opened.error();
    for (const std::string& word : words_) {
      filter_.words += (filter_.words.empty() ? "" : " ") + word;
    }
    filter_.meetings = meetings_.filter;
    filter_.limit = limit_;
    const Result<query::SearchResult> result =
        query::search(opened->reg, filter_, opened->catalogue());
    if (!result) return result.error();
    RowWriter writer(format_.name, session.results);
    for (const query::SearchHit& hit : result->hits) {
      if (!writer.write(service::row_of(hit))) break;
    }
    if (result->hits.empty()) explain_emptiness("hit", result->emptied_by, session);
    return outcome_of(session, 0);
  }

 private:
  std::vector<std::string> words_;
  query::SearchFilter filter_;
  MeetingOptions meetings_;
  std::uint64_t limit_ = 50;
  FormatOption format_{"text"};
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kSearch;
const CommandEntry kSearch = {"search", "Find facts and reports by their words",
                              "rapporteur search drug trafficking --body SCO",
                              make_command<Search>};

}  // namespace rapporteur::cli
