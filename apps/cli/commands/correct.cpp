// rapporteur correct: a person's verdict on what a report was read to say.
#include "correction_command.h"

namespace rapporteur::cli {

namespace {

class Correct : public CorrectionCommand {
 public:
  void declare(Arguments& arguments) override {
    arguments.optional_positionals(
        "REPORT POINTER", where_, "Key of a report and pointer of a fact, as 'explain' takes them");
    arguments.flag("--accept", accept_, "The fact is right: it outranks what nobody has confirmed");
    arguments.flag("--reject", reject_, "The fact is wrong: it counts no more");
    arguments.text("--value", value_, "The words mean this");
    arguments.text("--is", is_, "Which of several values of the fact is meant");
    declare_correction(arguments);
  }

 protected:
  bool is_said() const override { return !where_.empty() || accept_ || reject_ || !value_.empty(); }

  Result<std::vector<record::Correction>> say(const store::Register& reg,
                                              const record::Act& made) const override {
    const int verdicts = (accept_ ? 1 : 0) + (reject_ ? 1 : 0) + (value_.empty() ? 0 : 1);
    if (where_.size() != 2 || verdicts != 1) {
      return Error{ErrorCode::usage,
                   "name a report and a pointer, and one of --accept, --reject and --value", ""};
    }
    const record::Verdict verdict = accept_   ? record::Verdict::accept
                                    : reject_ ? record::Verdict::reject
                                              : record::Verdict::correct;
    return service::corrections_of(reg, {verdict, where_[0], where_[1], is_, value_}, made);
  }

 private:
  std::vector<std::string> where_;
  bool accept_ = false;
  bool reject_ = false;
  std::string value_;
  std::string is_;
};

}  // namespace

extern const CommandEntry kCorrect;
const CommandEntry kCorrect = {
    "correct", "Accept, reject or correct what a report was read to say",
    "rapporteur correct sco-secretaries-2023-delhi.txt /meetings/0/place --value Agra "
    "--why \"the minutes say so\"",
    make_command<Correct>};

}  // namespace rapporteur::cli
