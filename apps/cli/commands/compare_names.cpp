// rapporteur compare-names: whether two wordings of a name can be one person's.
#include <cerrno>
#include <fstream>
#include <iostream>

#include "command.h"
#include "options.h"
#include "rapporteur/base/file.h"
#include "rapporteur/service/rules.h"

namespace rapporteur::cli {

namespace {

class CompareNames : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.optional_positionals(
        "FILE", files_, "Files of lines NAME<tab>NAME, or - for standard input (default: -)");
    data_.declare(arguments);
    talk_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    talk_.apply(session);
    const Result<std::unique_ptr<Pack>> pack = data_.open(session);
    if (!pack) return pack.error();
    const Result<service::Rules> rules = service::Rules::load(**pack);
    if (!rules) return rules.error();
    if (files_.empty()) files_.emplace_back("-");
    std::uint64_t failed = 0;
    for (const std::string& file : files_) {
      if (file == "-") {
        failed += compare(rules->catalogue(), std::cin, "standard input", session);
        continue;
      }
      errno = 0;
      std::ifstream lines(file);
      if (lines.is_open()) {
        failed += compare(rules->catalogue(), lines, file, session);
      } else {
        ++failed;
        session.messages.error(io_error("open", file));
      }
    }
    return outcome_of(session, failed);
  }

 private:
  // Prints a line for each line, an empty one where there is no pair; returns how many had none.
  static std::uint64_t compare(const catalogue::Catalogue& catalogue, std::istream& lines,
                               const std::string& name, Session& session) {
    std::uint64_t failed = 0;
    std::string line;
    for (std::uint64_t number = 1; std::getline(lines, line); ++number) {
      if (line.ends_with('\r')) line.pop_back();
      const std::size_t tab = line.find('\t');
      if (tab == std::string::npos || line.find('\t', tab + 1) != std::string::npos) {
        ++failed;
        session.messages.error({ErrorCode::bad_data, "not two names with a tab between them",
                                name + ":" + std::to_string(number)});
        if (!session.results.write("\n")) break;
        continue;
      }
      const std::string_view pair = line;
      const double score = catalogue.name_similarity(pair.substr(0, tab), pair.substr(tab + 1));
      char words[16];
      std::snprintf(words, sizeof words, "%.3f\n", score);
      if (!session.results.write(words)) break;
    }
    return failed;
  }

  std::vector<std::string> files_;
  DataOptions data_;
  TalkOptions talk_;
};

}  // namespace

extern const CommandEntry kCompareNames;
const CommandEntry kCompareNames = {
    "compare-names", "Say how surely two names are one person's",
    "printf 'N. Yermekbayev\\tNurlan Ermekbaev\\n' | rapporteur compare-names",
    make_command<CompareNames>};

}  // namespace rapporteur::cli
