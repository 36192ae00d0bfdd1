// A timeline as one line of JSON: {"id", "title", "lanes": [{"label", "events": [...]}],
// "undated"}.
#include <chrono>
#include <cstdio>

#include "rapporteur/output/format.h"
#include "rapporteur/output/json.h"

namespace rapporteur::output::formats {

namespace {

// "2024-09-18"
std::string day_of(std::int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out;
}

void put(const std::vector<Timeline::Event>& events, bool dated, Json& json) {
  json.begin_array();
  for (const Timeline::Event& event : events) {
    json.begin_object();
    json.member_or_null("id", event.id);
    json.member("label", event.label);
    json.member_or_null("place", event.place);
    json.member_or_null("when", event.when);
    json.member_or_null("first_day", dated ? day_of(event.first) : "");
    json.member_or_null("last_day", dated ? day_of(event.last) : "");
    json.member_or_null("status", event.status);
    json.member_or_null("because", event.because);
    json.member("reports", event.reports);
    json.end_object();
  }
  json.end_array();
}

void write(const Timeline& timeline, const Options&, std::string& out) {
  {
    Json json(out);
    json.begin_object();
    json.member_or_null("id", timeline.id);
    json.member("title", timeline.title);
    json.member_or_null("subtitle", timeline.subtitle);
    json.key("lanes");
    json.begin_array();
    for (const Timeline::Lane& lane : timeline.lanes) {
      json.begin_object();
      json.member_or_null("label", lane.label);
      json.key("events"), put(lane.events, true, json);
      json.end_object();
    }
    json.end_array();
    json.key("undated"), put(timeline.undated, false, json);
    json.end_object();
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::timeline> timeline_jsonl;
const Format<subject::timeline> timeline_jsonl = {"jsonl", "one timeline a line", write};

}  // namespace rapporteur::output::formats
