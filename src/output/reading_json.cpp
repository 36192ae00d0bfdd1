#include "reading_json.h"

#include <optional>
#include <type_traits>

#include "reading_words.h"

namespace rapporteur::output {

namespace {

void write_value(const std::string& value, Json& json) { json.string(value); }
void write_value(int value, Json& json) { json.integer(value); }
void write_value(const std::vector<std::string>& value, Json& json) { write_strings(value, json); }
template <class E>
  requires std::is_enum_v<E>
void write_value(E value, Json& json) {
  json.string(record::to_string(value));
}

template <class E>
void write_optional(std::string_view name, const std::optional<E>& value, Json& json) {
  json.key(name);
  value ? write_value(*value, json) : json.null();
}

// Writes facts as they come and remembers what "evidence" and "confidence" have to say of them.
class Facts {
 public:
  explicit Facts(Json& json) : json_(json) {}

  template <class T>
  void write(std::string_view name, const record::Fact<T>& fact) {
    json_.key(name);
    if (fact.value) {
      write_value(*fact.value, json_);
      if (!fact.evidence.empty()) seen_.push_back({name, &fact.evidence, fact.confidence});
    } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
      write_strings({}, json_);
    } else {
      json_.null();
    }
  }

  // The last two members of the object.
  void write_evidence() {
    json_.key("evidence");
    json_.begin_object();
    for (const Seen& fact : seen_) write_spans(fact);
    json_.end_object();
    json_.key("confidence");
    json_.begin_object();
    for (const Seen& fact : seen_) {
      json_.member(fact.name, fact.confidence);
    }
    json_.end_object();
  }

 private:
  struct Seen {
    std::string_view name;
    const std::vector<ByteSpan>* evidence;
    float confidence;
  };

  void write_spans(const Seen& fact) {
    json_.key(fact.name);
    json_.begin_array();
    for (const ByteSpan span : *fact.evidence) {
      json_.begin_array();
      json_.integer(span.begin);
      json_.integer(span.end);
      json_.end_array();
    }
    json_.end_array();
  }

  Json& json_;
  std::vector<Seen> seen_;
};

// What stands between the braces of each kind of object.
void write_members(const record::Participant& p, Json& json);
void write_members(const record::AgendaItem& item, Json& json);
void write_members(const record::Outcome& outcome, Json& json);
void write_members(const record::Instrument& instrument, Json& json);
void write_members(const record::Link& link, Json& json);
void write_members(const record::Meeting& m, Json& json);
void write_members(const record::Holding& holding, Json& json);
void write_members(const record::Position& position, Json& json);

template <class T>
void write_list(std::string_view name, const std::vector<T>& values, Json& json) {
  json.key(name);
  json.begin_array();
  for (const T& value : values) {
    json.begin_object();
    write_members(value, json);
    json.end_object();
  }
  json.end_array();
}

void write_members(const record::Participant& p, Json& json) {
  Facts facts(json);
  facts.write("person", p.person);
  facts.write("offices", p.offices);
  facts.write("state", p.state);
  facts.write("organisation", p.organisation);
  write_optional("capacity", p.capacity, json);
  facts.write("attendance", p.attendance);
  facts.write_evidence();
}

void write_members(const record::AgendaItem& item, Json& json) {
  Facts facts(json);
  facts.write("text", item.text);
  json.key("topics");
  write_strings(item.topics, json);
  facts.write_evidence();
}

void write_members(const record::Outcome& outcome, Json& json) {
  Facts facts(json);
  json.member_or_null("act", outcome.act);
  json.member_or_null("actor", outcome.actor);
  facts.write("text", outcome.text);
  facts.write_evidence();
}

void write_members(const record::Instrument& instrument, Json& json) {
  Facts facts(json);
  facts.write("name", instrument.name);
  json.member("relation", record::to_string(instrument.relation));
  facts.write_evidence();
}

void write_members(const record::Link& link, Json& json) {
  Facts facts(json);
  facts.write("relation", link.relation);
  json.member("to", link.to);
  facts.write_evidence();
}

void write_members(const record::Meeting& m, Json& json) {
  Facts facts(json);
  json.member("id", m.id);
  json.member("main", m.main);
  facts.write("name", m.name);
  facts.write("organisation", m.organisation);
  facts.write("organ", m.organ);
  facts.write("kind", m.kind);
  write_optional("format", m.format, json);
  facts.write("mode", m.mode);
  facts.write("ordinal", m.ordinal);
  facts.write("status", m.status);
  facts.write("when", m.when);
  write_optional("when_basis", m.when_basis, json);
  facts.write("rescheduled_to", m.rescheduled_to);
  facts.write("place", m.place);
  facts.write("country", m.country);
  facts.write("venue", m.venue);
  facts.write("chair", m.chair);
  facts.write("chair_person", m.chair_person);
  facts.write("host", m.host);
  facts.write("inviter", m.inviter);
  write_list("participants", m.participants, json);
  write_list("agenda", m.agenda, json);
  write_list("outcomes", m.outcomes, json);
  write_list("instruments", m.instruments, json);
  write_list("links", m.links, json);
  facts.write_evidence();
}

void write_members(const record::Holding& holding, Json& json) {
  Facts facts(json);
  facts.write("person", holding.person);
  facts.write("office", holding.office);
  facts.write("state", holding.state);
  facts.write("organisation", holding.organisation);
  facts.write_evidence();
}

void write_members(const record::Position& position, Json& json) {
  Facts facts(json);
  facts.write("text", position.text);
  json.member_or_null("actor", position.actor);
  json.member_or_null("act", position.act);
  facts.write_evidence();
}

void write_mentions(const record::Reading& reading, Json& json) {
  json.key("mentions");
  json.begin_array();
  for (const record::Mention& mention : reading.mentions) {
    json.begin_object();
    json.member("kind", record::to_string(mention.kind));
    json.member("begin", mention.span.begin);
    json.member("end", mention.span.end);
    json.member("text", mention.span.of(reading.report.text));
    json.member_or_null("value", mention.value);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_strings(const std::vector<std::string>& strings, Json& json) {
  json.begin_array();
  for (const std::string& s : strings) json.string(s);
  json.end_array();
}

void write_report(const record::Report& report, Json& json) {
  json.begin_object();
  json.member("digest", report.digest);
  json.member("origin", report.origin);
  json.member_or_null("title", report.title);
  json.member_or_null("publisher", report.publisher);
  json.member_or_null("agency", report.agency);
  json.member_or_null("byline", report.byline);
  json.key("dateline");
  json.begin_object();
  json.member_or_null("place", report.dateline.place);
  json.member_or_null("country", report.dateline.country);
  json.member_or_null("date", report.dateline.date);
  json.end_object();
  json.member_or_null("published", report.published);
  json.member_or_null("modified", report.modified);
  json.member_or_null("language", report.language);
  json.member("text", report.text);
  json.end_object();
}

void write_left_out(const std::vector<record::LeftOut>& left_out, Json& json) {
  json.begin_array();
  for (const record::LeftOut& part : left_out) {
    json.begin_object();
    json.member("at", part.at);
    json.member("text", part.text);
    json.member("reason", part.reason);
    json.end_object();
  }
  json.end_array();
}

void write_reading(const record::Reading& reading, const Options& options, Json& json) {
  json.begin_object();
  json.member("id", reading.report.id);
  json.member("engine", reading.engine);
  json.member("schema", reading.schema);
  json.key("report");
  write_report(reading.report, json);
  write_list("meetings", reading.meetings, json);
  write_list("holdings", reading.holdings, json);
  write_list("positions", reading.positions, json);
  json.key("left_out");
  write_left_out(reading.report.left_out, json);
  json.key("warnings");
  write_strings(all_warnings(reading), json);
  if (options.mentions) write_mentions(reading, json);
  json.end_object();
}

}  // namespace rapporteur::output
