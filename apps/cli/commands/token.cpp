// rapporteur token: who may do what over HTTP.

#include "command.h"
#include "options.h"
#include "rapporteur/service/tokens.h"
#include "today.h"

namespace rapporteur::cli {

namespace {

output::Row row_of(const service::Token& token) {
  output::Row row;
  row.text("id", token.id);
  row.text("role", std::string(service::to_string(token.role)));
  row.text("created", token.created);
  row.text("name", token.name);
  return row;
}

class TokenCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.positional("ACTION", action_, "create, list or revoke");
    arguments.optional_positionals("ID", ids_, "Of the tokens to revoke");
    arguments.choice(
        "--role", role_, {"reader", "reviewer", "editor"},
        "What it allows: reading, also correcting, also entering reports (default: reader)");
    arguments.text("--name", name_, "Whose it is, or what for");
    arguments.text("--tokens", file_,
                   "The file of tokens (default: the register's name and .tokens)");
    register_.declare(arguments);
    format_.declare(arguments, format_names<output::Row>());
  }

  Result<Exit> run(Session& session) override {
    Result<std::string> path = file();
    if (!path) return path.error();
    Result<service::Tokens> tokens = service::Tokens::read(*path);
    if (!tokens) return tokens.error();
    if (action_ == "create" && ids_.empty()) return create(*tokens, session);
    if (action_ == "list" && ids_.empty()) return list(*tokens, session);
    if (action_ == "revoke" && !ids_.empty()) return revoke(*tokens, session);
    return Error{ErrorCode::usage, "say create, list, or revoke and the ids of tokens", "ACTION"};
  }

 private:
  // The register must be there, so that no token is made for a name that was misspelt.
  [[nodiscard]] Result<std::string> file() const {
    if (!file_.empty()) return file_;
    Result<store::Register> reg = register_.open(store::Access::read);
    if (!reg) return reg.error();
    return service::token_file_of(reg->path());
  }

  Result<Exit> create(service::Tokens& tokens, Session& session) const {
    Result<std::string> words = tokens.create(*service::role_of(role_), name_, today());
    if (!words) return words.error();
    session.results.write(*words + "\n");
    session.messages.note({ErrorCode::not_found, "it is shown this once; keep it safe", ""});
    return outcome_of(session, 0);
  }

  Result<Exit> list(const service::Tokens& tokens, Session& session) const {
    RowWriter writer(format_.name, session.results);
    for (const service::Token& token : tokens.all()) writer.write(row_of(token));
    return outcome_of(session, 0);
  }

  Result<Exit> revoke(service::Tokens& tokens, Session& session) const {
    std::uint64_t failed = 0;
    for (const std::string& id : ids_) {
      const Result<void> revoked = tokens.revoke(id);
      if (revoked) continue;
      session.messages.error(revoked.error());
      ++failed;
    }
    return outcome_of(session, failed);
  }

  std::string action_;
  std::vector<std::string> ids_;
  std::string role_ = "reader";
  std::string name_;
  std::string file_;
  RegisterOption register_;
  FormatOption format_{"text"};
};

}  // namespace

extern const CommandEntry kToken;
const CommandEntry kToken = {"token", "Make, list and revoke tokens for the HTTP interface",
                             "rapporteur token create --role reviewer --name \"the desk\"",
                             make_command<TokenCommand>};

}  // namespace rapporteur::cli
