// rapporteur merge: says that meetings, or people, are one.
#include "correction_command.h"

namespace rapporteur::cli {

namespace {

class Merge : public CorrectionCommand {
 public:
  void declare(Arguments& arguments) override {
    arguments.optional_positionals("ID", ids_, "Ids of two or more meetings, or of people");
    declare_correction(arguments);
  }

 protected:
  bool is_said() const override { return !ids_.empty(); }

  Result<std::vector<record::Correction>> say(const store::Register& reg,
                                              const record::Act& made) const override {
    if (ids_.size() < 2) return Error{ErrorCode::usage, "name two ids or more", ""};
    Result<record::Correction> merge = service::merge_of(reg, ids_, made);
    if (!merge) return merge.error();
    return std::vector<record::Correction>{*std::move(merge)};
  }

 private:
  std::vector<std::string> ids_;
};

}  // namespace

extern const CommandEntry kMerge;
const CommandEntry kMerge = {"merge", "Say that meetings, or people, are one",
                             "rapporteur merge m-6f1c2a90b4d7e835 m-02ab9d1177c3e4f5 "
                             "--why \"one summit, two names\"",
                             make_command<Merge>};

}  // namespace rapporteur::cli
