#include "rapporteur/service/evaluate.h"

#include <algorithm>
#include <map>
#include <type_traits>
#include <utility>

#include "evaluation/annotated.h"
#include "evaluation/scorer.h"
#include "rapporteur/base/file.h"
#include "rapporteur/record/fields.h"
#include "rapporteur/service/batch.h"

namespace rapporteur::service {

namespace {

using evaluation::Account;
using evaluation::Annotated;
using Annotations = std::map<std::string, Annotated>;
using Readings = std::map<std::string, std::vector<evaluation::Meeting>>;

double ratio(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

Evaluation compare(const Annotations& annotations, const Readings& readings) {
  evaluation::Scorer scorer;
  const std::vector<evaluation::Meeting> none;
  for (const auto& [id, annotated] : annotations) {
    const auto found = readings.find(id);
    scorer.compare(annotated.account, found == readings.end() ? none : found->second);
  }
  return std::move(scorer).finish();
}

// Walks everything in a reading that has evidence.
class EvidenceCheck {
 public:
  explicit EvidenceCheck(std::string_view text) : text_(text) {}

  template <class T>
  void walk(const T& object) {
    record::for_each_field(object, [this](const char*, const auto& field) { look(field); });
  }
  [[nodiscard]] std::uint64_t faults() const { return faults_; }

 private:
  template <class T>
  void look(const record::Fact<T>& fact) {
    if (!fact) return;
    faults_ += fact.evidence.empty() ||
               !std::all_of(fact.evidence.begin(), fact.evidence.end(),
                            [this](ByteSpan span) { return is_valid(span, text_); });
  }
  template <class T>
  void look(const std::vector<T>& list) {
    if constexpr (!std::is_same_v<T, std::string>) {
      for (const T& object : list) walk(object);
    }
  }
  template <class T>
  void look(const T&) {}

  std::string_view text_;
  std::uint64_t faults_ = 0;
};

// One reading a line; blank lines are skipped.
Result<Readings> parse_readings(std::string_view lines, const std::string& file) {
  Readings out;
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<Account> account = evaluation::parse_account(line, file + ":" + std::to_string(number));
    if (!account) return account.error();
    out.insert_or_assign(account->id, std::move(account->meetings));
  }
  return out;
}

}  // namespace

double Figure::precision() const { return ratio(right, right + made_up); }
double Figure::recall() const { return ratio(right, right + missed); }
double Figure::f1() const {
  const double sum = precision() + recall();
  return sum > 0 ? 2 * precision() * recall() / sum : 0.0;
}

double Evaluation::record_score() const {
  double sum = 0;
  for (const Figure& figure : figures) sum += figure.f1();
  return figures.empty() ? 0.0 : sum / static_cast<double>(figures.size());
}

std::uint64_t count_evidence_faults(const record::Reading& reading) {
  EvidenceCheck check(reading.report.text);
  check.walk(reading);
  return check.faults();
}

Result<Evaluation> evaluate(const reader::Reader& reader, const std::string& folder,
                            unsigned threads, const reader::Options& reading) {
  const Result<Annotations> annotations = evaluation::load_annotations(folder);
  if (!annotations) return annotations.error();
  Readings readings;
  std::vector<Error> errors;
  std::uint64_t facts = 0;
  std::uint64_t faults = 0;
  const Sink sink = [&](Outcome&& outcome) {
    if (!outcome.reading) {
      errors.push_back(outcome.reading.error());
      return true;
    }
    facts += outcome.facts;
    faults += count_evidence_faults(*outcome.reading);
    Account account = evaluation::account_of(*outcome.reading);
    readings.insert_or_assign(std::move(account.id), std::move(account.meetings));
    return true;
  };
  evaluation::AnnotatedReports reports(*annotations);
  BatchOptions options;
  options.threads = threads;
  options.reading = reading;
  read_all(reader, reports, options, {}, sink);
  Evaluation out = compare(*annotations, readings);
  out.facts = facts;
  out.evidence_faults = faults;
  out.errors = std::move(errors);
  return out;
}

Result<Evaluation> evaluate_readings(const std::string& file, const std::string& folder) {
  const Result<Annotations> annotations = evaluation::load_annotations(folder);
  if (!annotations) return annotations.error();
  const Result<std::string> lines = read_file(file);
  if (!lines) return lines.error();
  const Result<Readings> readings = parse_readings(*lines, file);
  if (!readings) return readings.error();
  return compare(*annotations, *readings);
}

}  // namespace rapporteur::service
