// rapporteur import: exported registers into the register.
#include "rapporteur/service/import.h"

#include "command.h"
#include "register_session.h"
#include "spooled_input.h"

namespace rapporteur::cli {

namespace {

std::string count(std::uint64_t n, const char* what) { return std::to_string(n) + " " + what; }

std::string sentence_of(const service::Imported& all) {
  const store::Receipt& r = all.receipt;
  return count(r.added, "reports added, ") + count(r.changed, "changed, ") +
         count(r.kept, "earlier versions kept, ") + count(r.unchanged, "known already, ") +
         count(all.left_out, "left out, ") + count(all.damaged, "lines damaged\n");
}

output::Row row_of(const service::Imported& all) {
  const auto number = [](std::uint64_t n) { return static_cast<std::int64_t>(n); };
  output::Row row;
  row.integer("lines", number(all.lines));
  row.integer("added", number(all.receipt.added));
  row.integer("changed", number(all.receipt.changed));
  row.integer("kept", number(all.receipt.kept));
  row.integer("unchanged", number(all.receipt.unchanged));
  row.integer("left_out", number(all.left_out));
  row.integer("damaged", number(all.damaged));
  return row;
}

class Import : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.positionals("FILE", paths_, "What `export --format jsonl` wrote, or -");
    arguments.flag("--all-or-nothing", how_.all_or_nothing,
                   "Enter nothing of a file in which anything is damaged");
    arguments.number("--batch", batch_, "How many reports to store at once (default: 2000)");
    format_.declare(arguments, {"jsonl", "text"});
    options_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    if (format_.name == "jsonl") session.messages.use_json();
    if (batch_ == 0) return Error{ErrorCode::usage, "must be 1 or more", "--batch"};
    how_.reports_per_transaction = batch_;
    Result<Opened> opened = open_for_changes(options_, store::Access::create, session);
    if (!opened) return opened.error();
    std::uint64_t failed = 0;
    for (const std::string& path : paths_) {
      const Result<service::Imported> imported = take(path, *opened, session);
      if (!imported) {
        ++failed;
        session.messages.error(imported.error());
        continue;
      }
      failed += imported->damaged + imported->left_out;
      write(*imported, session);
    }
    return outcome_of(session, failed);
  }

 private:
  [[nodiscard]] Result<service::Imported> take(const std::string& path, Opened& opened,
                                               Session& session) const {
    const Result<SpooledInput> input = SpooledInput::open(path);
    if (!input) return input.error();
    service::ImportOptions how = how_;
    how.name = path == "-" ? "standard input" : path;
    return service::import_lines(input->path(), opened.reg, opened.rules->resolver(), how,
                                 [&session](const Error& e) { session.messages.error(e); });
  }

  void write(const service::Imported& imported, Session& session) const {
    if (format_.name == "text") {
      session.results.write(sentence_of(imported));
    } else {
      RowWriter(format_.name, session.results).write(row_of(imported));
    }
  }

  std::vector<std::string> paths_;
  service::ImportOptions how_;
  std::uint64_t batch_ = 2000;
  FormatOption format_{"text"};
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kImport;
const CommandEntry kImport = {"import", "Enter what another register exported",
                              "rapporteur import --all-or-nothing other.jsonl",
                              make_command<Import>};

}  // namespace rapporteur::cli
