// rapporteur explain: why the register says what it says.
#include "rapporteur/query/query.h"
#include "rapporteur/service/views.h"
#include "register_question.h"

namespace rapporteur::cli {

namespace {

class Explain : public RegisterQuestion {
 public:
  void declare(Arguments& arguments) override {
    arguments.positional("REPORT", report_, "Key or id of a report in the register");
    arguments.positional("POINTER", pointer_,
                         "JSON Pointer of a fact, or of an object for all its facts");
    format_.declare(arguments, format_names<output::Page>());
    declare_register(arguments);
  }

  Result<Exit> ask(const store::Register& reg, Session& session) override {
    const Result<std::vector<query::Explanation>> why = query::explain(reg, report_, pointer_);
    if (!why) return why.error();
    write_page(format_.name, service::page_of(*why), session.results);
    return outcome_of(session, 0);
  }

 private:
  std::string report_;
  std::string pointer_;
  FormatOption format_{"text"};
};

}  // namespace

extern const CommandEntry kExplain;
const CommandEntry kExplain = {"explain", "Print the rule and the words behind a fact",
                               "rapporteur explain sco-secretaries-2023-delhi.txt /meetings/0/when",
                               make_command<Explain>};

}  // namespace rapporteur::cli
