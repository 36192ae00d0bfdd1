// {"reports", "bytes", "seconds", "facts", "errors"} on one line.
#include "rapporteur/output/format.h"
#include "rapporteur/output/json.h"

namespace rapporteur::output::formats {

namespace {

void write(const Statistics& statistics, const Options&, std::string& out) {
  {
    Json json(out);
    json.begin_object();
    json.member("reports", statistics.reports);
    json.member("bytes", statistics.bytes);
    json.key("seconds"), json.fraction(statistics.seconds, 3);
    json.member("facts", statistics.facts);
    json.member("errors", statistics.errors);
    json.member("unread", statistics.unread);
    json.end_object();
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::statistics> statistics_json;
const Format<subject::statistics> statistics_json = {"json", "one object", write};

}  // namespace rapporteur::output::formats
