// {"reports", "bytes", "seconds", "facts", "errors"} on one line.
#include "rapporteur/output/format.h"
#include "rapporteur/output/json.h"

namespace rapporteur::output::formats {

namespace {

void write(const Statistics& statistics, const Options&, std::string& out) {
  const auto count = [](std::uint64_t n) { return static_cast<std::int64_t>(n); };
  {
    Json json(out);
    json.begin_object();
    json.key("reports");
    json.integer(count(statistics.reports));
    json.key("bytes");
    json.integer(count(statistics.bytes));
    json.key("seconds");
    json.fraction(statistics.seconds, 3);
    json.key("facts");
    json.integer(count(statistics.facts));
    json.key("errors");
    json.integer(count(statistics.errors));
    json.key("unread");
    json.integer(count(statistics.unread));
    json.end_object();
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::statistics> statistics_json;
const Format<subject::statistics> statistics_json = {"json", "one object", write};

}  // namespace rapporteur::output::formats
