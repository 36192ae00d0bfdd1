// A timeline as one line of JSON: {"id", "title", "lanes": [{"label", "events": [...]}],
// "undated"}.
#include "rapporteur/output/json.h"
#include "rapporteur/output/format.h"

namespace rapporteur::output::formats {

namespace {

void put(const std::vector<Timeline::Event>& events, Json& json) {
  json.begin_array();
  for (const Timeline::Event& event : events) {
    json.begin_object();
    json.member_or_null("id", event.id);
    json.member("label", event.label);
    json.member_or_null("place", event.place);
    json.member_or_null("when", event.when);
    json.member_or_null("status", event.status);
    json.member_or_null("because", event.because);
    json.key("reports"), json.integer(event.reports);
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
      json.key("events"), put(lane.events, json);
      json.end_object();
    }
    json.end_array();
    json.key("undated"), put(timeline.undated, json);
    json.end_object();
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::timeline> timeline_jsonl;
const Format<subject::timeline> timeline_jsonl = {"jsonl", "one timeline a line", write};

}  // namespace rapporteur::output::formats
