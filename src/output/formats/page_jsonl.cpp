// A page as one line of JSON: {"id", "title", "subtitle", "sections": [{"heading", "note", "facts":
// [{"label", "value", "derived", "because", "sources", "more", "details": [facts]}]}]}.
#include "rapporteur/output/format.h"
#include "rapporteur/output/json.h"

namespace rapporteur::output::formats {

namespace {

void put(const Citation& source, Json& json) {
  json.begin_object();
  json.member("report", source.report);
  json.member_or_null("title", source.title);
  json.member_or_null("publisher", source.publisher);
  json.member_or_null("published", source.published);
  json.member_or_null("pointer", source.pointer);
  json.member_or_null("sentence", source.sentence);
  json.key("quotes");
  json.begin_array();
  for (const std::string& quote : source.quotes) json.string(quote);
  json.end_array();
  json.end_object();
}

void put(const Page::Fact& fact, Json& json) {
  json.begin_object();
  json.member_or_null("label", fact.label);
  json.member("value", fact.value);
  json.member("derived", fact.derived);
  json.member_or_null("because", fact.because);
  json.key("sources");
  json.begin_array();
  for (const Citation& source : fact.sources) put(source, json);
  json.end_array();
  json.member("more", fact.more);
  json.key("details");
  json.begin_array();
  for (const Page::Fact& detail : fact.details) put(detail, json);
  json.end_array();
  json.end_object();
}

void put(const Page::Section& section, Json& json) {
  json.begin_object();
  json.member_or_null("heading", section.heading);
  json.member_or_null("note", section.note);
  json.key("facts");
  json.begin_array();
  for (const Page::Fact& fact : section.facts) put(fact, json);
  json.end_array();
  json.end_object();
}

void write(const Page& page, const Options&, std::string& out) {
  {
    Json json(out);
    json.begin_object();
    json.member_or_null("id", page.id);
    json.member("title", page.title);
    json.member_or_null("subtitle", page.subtitle);
    json.key("sections");
    json.begin_array();
    for (const Page::Section& section : page.sections) put(section, json);
    json.end_array();
    json.end_object();
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::page> page_jsonl;
const Format<subject::page> page_jsonl = {"jsonl", "one page a line", write};

}  // namespace rapporteur::output::formats
