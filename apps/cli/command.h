// A command: its words on the command line and what it does. One file of commands/ each;
// commands/table.cpp lists them.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "arguments.h"
#include "rapporteur/base/result.h"
#include "terminal.h"

namespace rapporteur::cli {

// Exit codes that scripts can rely on.
enum Exit : int {
  kDone = 0,
  kSomeFailed = 1,  // some reports failed, or the command as a whole
  kUsage = 2,       // called wrongly; nothing was done
};

// What all commands share.
struct Session {
  std::string program_folder;
  Results results;
  Messages messages;
};

class Command {
 public:
  virtual ~Command() = default;
  virtual void declare(Arguments& arguments) = 0;
  // Errors are reported by the caller: usage ends with kUsage, all others with kSomeFailed.
  virtual Result<Exit> run(Session& session) = 0;
};

struct CommandEntry {
  std::string_view name;
  std::string_view summary;
  std::string_view example;
  std::unique_ptr<Command> (*make)();
};

// In the order of the help.
std::span<const CommandEntry* const> commands();

template <class T>
std::unique_ptr<Command> make_command() {
  return std::make_unique<T>();
}

}  // namespace rapporteur::cli
