// rapporteur split: says that some reports speak of another meeting, or person.
#include "correction_command.h"

namespace rapporteur::cli {

namespace {

class Split : public CorrectionCommand {
 public:
  void declare(Arguments& arguments) override {
    arguments.optional_positionals(
        "ID PART", words_,
        "Id of a meeting or person, then what leaves it: keys of reports, or ids that lead to it");
    declare_correction(arguments);
  }

 protected:
  bool is_said() const override { return !words_.empty(); }

  Result<std::vector<record::Correction>> say(const store::Register& reg,
                                              const record::Act& made) const override {
    if (words_.size() < 2) return Error{ErrorCode::usage, "name an id, and what leaves it", ""};
    Result<record::Correction> split =
        service::split_of(reg, words_.front(), {words_.begin() + 1, words_.end()}, made);
    if (!split) return split.error();
    return std::vector<record::Correction>{*std::move(split)};
  }

 private:
  std::vector<std::string> words_;
};

}  // namespace

extern const CommandEntry kSplit;
const CommandEntry kSplit = {"split", "Say that some reports speak of another meeting, or person",
                             "rapporteur split m-6f1c2a90b4d7e835 sco-secretaries-2023-delhi.txt "
                             "--why \"that was the deputies' meeting\"",
                             make_command<Split>};

}  // namespace rapporteur::cli
