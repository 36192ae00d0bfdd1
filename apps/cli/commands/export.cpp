// rapporteur export: the register in the forms of others.
#include "rapporteur/service/export.h"

#include <algorithm>

#include "command.h"
#include "register_session.h"

namespace rapporteur::cli {

namespace {

constexpr const char* kTables = "csv";

std::vector<std::string> all_formats() {
  std::vector<std::string> names = {kTables};
  for (const service::DocumentExport& one : service::document_exports()) {
    names.emplace_back(one.name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Export : public Command {
 public:
  void declare(Arguments& arguments) override {
    format_.declare(arguments, all_formats());
    arguments.text("--output", output_, "For csv: the folder, or the file ending in .zip");
    options_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    if ((format_.name == kTables) == output_.empty()) {
      return Error{ErrorCode::usage, "goes with --format csv, which needs it", "--output"};
    }
    const Result<service::ExportCount> count =
        output_.empty() ? write_document(session) : write_tables();
    if (!count) return count.error();
    if (count->left_out > 0) {
      session.messages.note(
          {ErrorCode::unsupported,
           std::to_string(count->left_out) + " meetings are left out: this form cannot say them",
           ""});
    }
    return outcome_of(session, 0);
  }

 private:
  [[nodiscard]] Result<service::ExportCount> write_tables() const {
    const Result<store::Register> reg = options_.file.open(store::Access::read);
    if (!reg) return reg.error();
    return service::write_tables(*reg, output_);
  }

  [[nodiscard]] Result<service::ExportCount> write_document(Session& session) const {
    const auto all = service::document_exports();
    const service::DocumentExport& chosen =
        *std::find_if(all.begin(), all.end(),
                      [this](const service::DocumentExport& d) { return d.name == format_.name; });
    const service::ByteSink sink = [&session](std::string_view bytes) {
      return session.results.write(bytes);
    };
    if (!chosen.needs_catalogue) {
      const Result<store::Register> reg = options_.file.open(store::Access::read);
      if (!reg) return reg.error();
      return chosen.write(*reg, nullptr, sink);
    }
    // The tables are part of the answer.
    const Result<Opened> opened = open_for_changes(options_, store::Access::read, session);
    if (!opened) return opened.error();
    return chosen.write(opened->reg, opened->catalogue(), sink);
  }

  FormatOption format_{"jsonl"};
  std::string output_;
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kExport;
const CommandEntry kExport = {"export", "Print the register in the forms of other programs",
                              "rapporteur export --register meetings.db > meetings.jsonl",
                              make_command<Export>};

}  // namespace rapporteur::cli
