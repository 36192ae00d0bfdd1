#include "arguments.h"

#include <CLI/CLI.hpp>

namespace rapporteur::cli {

namespace {

class AppArguments : public Arguments {
 public:
  explicit AppArguments(CLI::App& app) : app_(app) {}

  void flag(const std::string& names, bool& value, const std::string& help) override {
    app_.add_flag(names, value, help);
  }
  void text(const std::string& names, std::string& value, const std::string& help) override {
    app_.add_option(names, value, help);
  }
  void choice(const std::string& names, std::string& value, const std::vector<std::string>& choices,
              const std::string& help) override {
    app_.add_option(names, value, help)->check(CLI::IsMember(choices));
  }
  void number(const std::string& names, std::uint64_t& value, const std::string& help) override {
    app_.add_option(names, value, help)->check(CLI::TypeValidator<std::uint64_t>());
  }
  void list(const std::string& names, std::vector<std::string>& values,
            const std::string& help) override {
    app_.add_option(names, values, help)->allow_extra_args(false);
  }
  void positional(const std::string& name, std::string& value, const std::string& help) override {
    app_.add_option(name, value, help)->required();
  }
  void positionals(const std::string& name, std::vector<std::string>& values,
                   const std::string& help) override {
    app_.add_option(name, values, help)->required();
  }
  void optional_positionals(const std::string& name, std::vector<std::string>& values,
                            const std::string& help) override {
    app_.add_option(name, values, help);
  }

 private:
  CLI::App& app_;
};

}  // namespace

struct Parser::Impl {
  Impl(const std::string& name, const std::string& purpose) : app(purpose, name), program(app) {}
  CLI::App app;
  AppArguments program;
  std::vector<std::unique_ptr<AppArguments>> commands;
};

Parser::Parser(const std::string& name, const std::string& purpose, const std::string& version)
    : impl_(std::make_unique<Impl>(name, purpose)) {
  impl_->app.require_subcommand(1);
  impl_->app.set_version_flag("--version", version, "Print the version and end");
}

Parser::~Parser() = default;

Arguments& Parser::program() { return impl_->program; }

Arguments& Parser::command(const std::string& name, const std::string& summary,
                           const std::string& example) {
  CLI::App* sub = impl_->app.add_subcommand(name, summary);
  sub->footer("Example:\n  " + example);
  impl_->commands.push_back(std::make_unique<AppArguments>(*sub));
  return *impl_->commands.back();
}

Parser::Parsed Parser::parse(int argc, const char* const* argv) {
  Parsed parsed;
  try {
    impl_->app.parse(argc, argv);
    parsed.command = impl_->app.get_subcommands().front()->get_name();
  } catch (const CLI::CallForHelp&) {
    parsed.answer = impl_->app.help();
  } catch (const CLI::CallForVersion& e) {
    parsed.answer = std::string(e.what()) + "\n";
  } catch (const CLI::ParseError& e) {
    parsed.error = e.what();
    const auto called = impl_->app.get_subcommands();
    parsed.error += "; see rapporteur " +
                    (called.empty() ? std::string() : called.front()->get_name() + " ") + "--help";
  }
  return parsed;
}

}  // namespace rapporteur::cli
