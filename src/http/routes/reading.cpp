// Reading what somebody pastes or names, at once; nothing is entered.
#include <chrono>

#include "desk.h"
#include "given.h"
#include "readings.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kLongestFetch{20};

source::Options how_to_fetch(const Office& office) {
  source::Options out;
  out.report_limit = office.options.limits.body;
  out.allow_private = office.options.allow_private;
  out.stopped = [end = Clock::now() + kLongestFetch] { return Clock::now() > end; };
  return out;
}

// A slow host must not hold all workers.
class Fetching {
 public:
  explicit Fetching(Desk& desk) : count_(desk.office.fetching) {
    is_allowed_ = ++count_ <= std::max(1U, worker_count(desk.office.options.limits) / 2);
  }
  ~Fetching() { --count_; }
  Fetching(const Fetching&) = delete;
  Fetching& operator=(const Fetching&) = delete;
  [[nodiscard]] bool is_allowed() const { return is_allowed_; }

 private:
  std::atomic<unsigned>& count_;
  bool is_allowed_ = false;
};

Result<source::Found> first_document(Desk& desk, Given given) {
  if (!given.documents.empty()) return std::move(given.documents.front());
  const Fetching fetching(desk);
  if (!fetching.is_allowed()) {
    return Error{ErrorCode::busy, "too many addresses are being fetched; try again later", ""};
  }
  const auto from = source::open_addresses(std::move(given.addresses), how_to_fetch(desk.office));
  std::optional<Result<source::Found>> found = from->next();
  if (!found) return Error{ErrorCode::not_found, "there is no report", "address"};
  return *std::move(found);
}

Result<Answer> read(Desk& desk, Question& question) {
  const Spans spans(desk.reg, question.parameters.unit());
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  Result<Given> given = parse_document(question.request.body);
  if (!given) return given.error();
  Result<source::Found> found = first_document(desk, *std::move(given));
  if (!found) return found.error();
  const Result<record::Report> report = source::make_report(*found);
  if (!report) return report.error();
  record::Reading reading = desk.office.reader.read(*report, desk.scratch);
  return json_answer([&](Json& json) {
    json.member("unit", spans.unit_name());
    json.key("reading");
    write(std::move(reading), spans, json);
  });
}

constexpr Route kRoutes[] = {
    {"POST", "read", "", Role::reader, read, false},
};

}  // namespace

extern const Routes kReading;
const Routes kReading = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
