// rapporteur evaluate: readings measured against annotated reports.
#include "rapporteur/service/evaluate.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <map>

#include "command.h"
#include "options.h"
#include "rapporteur/output/printable.h"

namespace rapporteur::cli {

namespace {

using service::Evaluation;
using service::Figure;
using service::Judgement;
using service::Miss;

// Confidence in tenths; 1.0 belongs to the last bin.
constexpr int kBins = 10;
int bin_of(double confidence) {
  const int bin = static_cast<int>(std::floor(confidence * kBins + 1e-6));
  return std::min(std::max(bin, 0), kBins - 1);
}

struct Share {
  std::int64_t values = 0;
  std::int64_t right = 0;
};
using Reliability = std::map<std::string, std::array<Share, kBins>>;

Reliability reliability_of(const Evaluation& result) {
  Reliability out;
  for (const Judgement& judgement : result.judgements) {
    Share& share = out[judgement.field][static_cast<std::size_t>(bin_of(judgement.confidence))];
    ++share.values;
    share.right += judgement.right;
  }
  return out;
}

template <class... Values>
std::string formatted(const char* format, Values... values) {
  std::array<char, 256> line{};
  const int size = std::snprintf(line.data(), line.size(), format, values...);
  return {line.data(), std::min(static_cast<std::size_t>(size), line.size() - 1)};
}

// For people: a table, and below it what was asked for.
class TextPage {
 public:
  explicit TextPage(Results& results) : results_(results) {}

  void figures(const Evaluation& result) {
    results_.write(formatted("%-15s%7s%7s%7s%6s%6s%6s\n", "", "P", "R", "F1", "tp", "fp", "fn"));
    for (const Figure& figure : result.figures) line(figure);
    line(result.when_of_matched);
    results_.write(formatted("record score %.3f over %llu reports\n", result.record_score(),
                             static_cast<unsigned long long>(result.reports)));
  }

  void misses(const Evaluation& result) {
    std::string report;
    for (const Miss& miss : result.misses) {
      if (miss.report != report) results_.write("\n## " + output::printable(miss.report) + "\n");
      report = miss.report;
      results_.write("  " + output::printable(sentence(miss)) + "\n");
    }
  }

  void reliability(const Evaluation& result) {
    results_.write(
        formatted("\n%-15s%12s%8s%8s%8s\n", "", "confidence", "values", "right", "share"));
    for (const auto& [field, shares] : reliability_of(result)) {
      for (std::size_t bin = 0; bin < shares.size(); ++bin) {
        if (shares[bin].values > 0) line(field, bin, shares[bin]);
      }
    }
  }

 private:
  void line(const Figure& figure) {
    results_.write(formatted("%-15s%7.3f%7.3f%7.3f%6llu%6llu%6llu\n", figure.row.c_str(),
                             figure.precision(), figure.recall(), figure.f1(),
                             static_cast<unsigned long long>(figure.right),
                             static_cast<unsigned long long>(figure.made_up),
                             static_cast<unsigned long long>(figure.missed)));
  }

  void line(const std::string& field, std::size_t bin, const Share& share) {
    results_.write(formatted("%-15s   %.1f to %.1f%8lld%8lld%8.3f\n", field.c_str(),
                             static_cast<double>(bin) / kBins, static_cast<double>(bin + 1) / kBins,
                             static_cast<long long>(share.values),
                             static_cast<long long>(share.right),
                             static_cast<double>(share.right) / static_cast<double>(share.values)));
  }

  static std::string sentence(const Miss& miss) {
    std::string out = miss.meeting + " " + miss.row;
    if (!miss.about.empty()) out += " of " + miss.about;
    if (miss.read.empty()) return out + ": missed \"" + miss.expected + "\"";
    if (miss.expected.empty()) return out + ": made up \"" + miss.read + "\"";
    return out + ": expected \"" + miss.expected + "\", read \"" + miss.read + "\"";
  }

  Results& results_;
};

// For scripts: one object a line; "type" says what it is.
class JsonLines {
 public:
  explicit JsonLines(Results& results) : writer_("jsonl", results) {}

  void figures(const Evaluation& result) {
    for (const Figure& figure : result.figures) write("figure", figure);
    write("figure outside the score", result.when_of_matched);
    output::Row row;
    row.text("type", "summary");
    row.cells.push_back({"record_score", result.record_score()});
    row.integer("reports", static_cast<std::int64_t>(result.reports));
    row.integer("failed", static_cast<std::int64_t>(result.errors.size()));
    row.integer("facts", static_cast<std::int64_t>(result.facts));
    row.integer("evidence_faults", static_cast<std::int64_t>(result.evidence_faults));
    writer_.write(row);
  }

  void misses(const Evaluation& result) {
    for (const Miss& miss : result.misses) {
      output::Row row;
      row.text("type", "miss");
      row.text("report", miss.report);
      row.text("meeting", miss.meeting);
      row.text("row", miss.row);
      row.text("about", miss.about);
      row.text("expected", miss.expected);
      row.text("read", miss.read);
      writer_.write(row);
    }
  }

  void reliability(const Evaluation& result) {
    for (const auto& [field, shares] : reliability_of(result)) {
      for (std::size_t bin = 0; bin < shares.size(); ++bin) {
        if (shares[bin].values > 0) write(field, bin, shares[bin]);
      }
    }
  }

 private:
  void write(const char* type, const Figure& figure) {
    output::Row row;
    row.text("type", type);
    row.text("row", figure.row);
    row.cells.push_back({"precision", figure.precision()});
    row.cells.push_back({"recall", figure.recall()});
    row.cells.push_back({"f1", figure.f1()});
    row.integer("right", static_cast<std::int64_t>(figure.right));
    row.integer("made_up", static_cast<std::int64_t>(figure.made_up));
    row.integer("missed", static_cast<std::int64_t>(figure.missed));
    writer_.write(row);
  }

  void write(const std::string& field, std::size_t bin, const Share& share) {
    output::Row row;
    row.text("type", "confidence");
    row.text("row", field);
    row.cells.push_back({"from", static_cast<double>(bin) / kBins});
    row.cells.push_back({"to", static_cast<double>(bin + 1) / kBins});
    row.integer("values", share.values);
    row.integer("right", share.right);
    writer_.write(row);
  }

  RowWriter writer_;
};

// How many values each rule gave at each confidence, and how many were right: the body of
// data/confidence.tsv.
void print_rules(const Evaluation& result, Results& results) {
  std::map<std::string, Share> shares;
  for (const Judgement& judgement : result.judgements) {
    const std::string key = judgement.field + "\t" + judgement.rule + "\t" +
                            (judgement.main ? "main" : "other") + "\t" +
                            std::to_string(std::lround(judgement.confidence * 100));
    Share& share = shares[key];
    ++share.values;
    share.right += judgement.right;
  }
  results.write("row\trule\tmeeting\truled\tvalues\tright\n");
  for (const auto& [key, share] : shares) {
    results.write(key + "\t" + std::to_string(share.values) + "\t" + std::to_string(share.right) +
                  "\n");
  }
}

// Which signs each meeting bears, and whether its report is about it: what the weights of
// data/main_signs.tsv are learned from.
void print_signs(const Evaluation& result, Results& results) {
  results.write("report\tmain\tsigns\n");
  for (const service::Signed& meeting : result.meetings) {
    std::string line = meeting.report + (meeting.main ? "\t1\t" : "\t0\t");
    for (const std::string& sign : meeting.signs) line += sign + " ";
    if (line.back() == ' ') line.pop_back();
    results.write(line + "\n");
  }
}

class Evaluate : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.positional("FOLDER", folder_, "Annotated reports: ID.txt with ID.json beside it");
    arguments.text("--readings", readings_,
                   "Measure these stored readings (JSON lines) instead of reading the reports");
    arguments.flag("--details", details_, "Also list every difference, report by report");
    arguments.flag("--confidence", confidence_,
                   "Also show how often values of each confidence are right");
    arguments.flag("--rules", rules_,
                   "Show only how often each rule is right (a table, tab separated), by the "
                   "confidence that it sets itself");
    arguments.flag("--signs", signs_,
                   "Show only which signs of a main meeting each meeting bears, and whether its "
                   "report is about it (a table, tab separated)");
    format_.declare(arguments, {"jsonl", "text"});
    arguments.number("--threads", threads_,
                     "How many reports to read at once (default: one a core)");
    data_.declare(arguments);
    talk_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    talk_.apply(session);
    if (format_.name == "jsonl") session.messages.use_json();
    if (folder_.empty()) return Error{ErrorCode::usage, "name a folder", "FOLDER"};
    if ((rules_ || signs_) && !readings_.empty()) {
      return Error{ErrorCode::usage, "stored readings name no rules and no signs",
                   rules_ ? "--rules" : "--signs"};
    }
    const Result<Evaluation> result = measure(session);
    if (!result) return result.error();
    for (const Error& error : result->errors) session.messages.error(error);
    if (rules_) {
      print_rules(*result, session.results);
      return outcome_of(session, result->errors.size());
    }
    if (signs_) {
      print_signs(*result, session.results);
      return outcome_of(session, result->errors.size());
    }
    format_.name == "jsonl" ? print<JsonLines>(*result, session)
                            : print<TextPage>(*result, session);
    return outcome_of(session, result->errors.size());
  }

 private:
  [[nodiscard]] Result<Evaluation> measure(const Session& session) const {
    if (!readings_.empty()) return service::evaluate_readings(readings_, folder_);
    const Result<std::unique_ptr<Pack>> pack = data_.open(session);
    if (!pack) return pack.error();
    const Result<reader::Reader> reader = reader::Reader::load(**pack);
    if (!reader) return reader.error();
    return service::evaluate(*reader, folder_, static_cast<unsigned>(threads_),
                             {.as_ruled = rules_, .signs = signs_});
  }

  template <class Page>
  void print(const Evaluation& result, Session& session) const {
    Page page(session.results);
    page.figures(result);
    if (confidence_) page.reliability(result);
    if (details_) page.misses(result);
  }

  std::string folder_;
  std::string readings_;
  bool details_ = false;
  bool confidence_ = false;
  bool rules_ = false;
  bool signs_ = false;
  FormatOption format_{"text"};
  std::uint64_t threads_ = 0;
  DataOptions data_;
  TalkOptions talk_;
};

}  // namespace

extern const CommandEntry kEvaluate;
const CommandEntry kEvaluate = {"evaluate", "Measure readings against annotated reports",
                                "rapporteur evaluate --details corpus/reports/train",
                                make_command<Evaluate>};

}  // namespace rapporteur::cli
