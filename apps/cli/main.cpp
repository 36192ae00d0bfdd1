// The command line. Thin: it turns words into calls of the service layer and results into bytes.
//
// main() is one of the doors at which exceptions of others end.
#include <csignal>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "arguments.h"
#include "command.h"
#include "program_folder.h"

namespace rapporteur::cli {

namespace {

constexpr const char* kPurpose =
    "Reads reports of intergovernmental meetings and keeps the register of them:\n"
    "who met whom, when, where, in which office, about what, with the words that say so.";

Exit report(const Error& error, Session& session) {
  session.messages.error(error);
  return error.code == ErrorCode::usage ? kUsage : kSomeFailed;
}

Exit run(int argc, const char* const* argv) {
  Session session;
  session.program_folder = program_folder();
  Parser parser("rapporteur", kPurpose, RAPPORTEUR_VERSION);
  std::vector<std::pair<std::string, std::unique_ptr<Command>>> made;
  for (const CommandEntry* entry : commands()) {
    made.emplace_back(entry->name, entry->make());
    made.back().second->declare(parser.command(
        std::string(entry->name), std::string(entry->summary), std::string(entry->example)));
  }
  const Parser::Parsed parsed = parser.parse(argc, argv);
  if (!parsed.error.empty()) return report({ErrorCode::usage, parsed.error, ""}, session);
  session.results.write(parsed.answer);
  for (const auto& [name, command] : made) {
    if (name != parsed.command) continue;
    const Result<Exit> exit = command->run(session);
    return exit ? *exit : report(exit.error(), session);
  }
  session.results.flush();
  return session.results.error() ? report(*session.results.error(), session) : kDone;
}

}  // namespace

}  // namespace rapporteur::cli

int main(int argc, char** argv) {
  using rapporteur::cli::Messages;
  std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves (| head) shows as EPIPE
  try {
    return rapporteur::cli::run(argc, argv);
  } catch (const std::exception& e) {
    Messages().error({rapporteur::ErrorCode::internal, e.what(), ""});
  } catch (...) {
    Messages().error({rapporteur::ErrorCode::internal, "an unknown exception", ""});
  }
  return rapporteur::cli::kSomeFailed;
}
