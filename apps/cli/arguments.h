// What a command takes on the command line. The one place that knows the option library is
// arguments.cpp, so that the commands stay quick to compile.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace rapporteur::cli {

// The arguments of the program or of one command; values are bound by reference and must outlive
// the parse. `names` is "--long" or "-s,--long".
class Arguments {
 public:
  virtual ~Arguments() = default;

  virtual void flag(const std::string& names, bool& value, const std::string& help) = 0;
  virtual void text(const std::string& names, std::string& value, const std::string& help) = 0;
  virtual void choice(const std::string& names, std::string& value,
                      const std::vector<std::string>& choices, const std::string& help) = 0;
  virtual void number(const std::string& names, std::uint64_t& value, const std::string& help) = 0;
  // May be given more than once, one value each time.
  virtual void list(const std::string& names, std::vector<std::string>& values,
                    const std::string& help) = 0;
  // Without dashes; `name` is for the help only.
  virtual void positional(const std::string& name, std::string& value, const std::string& help) = 0;
  virtual void positionals(const std::string& name, std::vector<std::string>& values,
                           const std::string& help) = 0;
  // The same, but none need be given.
  virtual void optional_positionals(const std::string& name, std::vector<std::string>& values,
                                    const std::string& help) = 0;
};

// A program with commands.
class Parser {
 public:
  Parser(const std::string& name, const std::string& purpose, const std::string& version);
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  Arguments& program();
  // `example` is shown below the command's help.
  Arguments& command(const std::string& name, const std::string& summary,
                     const std::string& example);

  struct Parsed {
    std::string command;  // the one that was called; empty: help, version or an error
    std::string answer;   // help or version, for standard output
    std::string error;    // what is wrong with the call; empty if nothing is
  };
  Parsed parse(int argc, const char* const* argv);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::cli
