#include "write.h"

#include <algorithm>
#include <utility>

#include "desk.h"
#include "rapporteur/base/secret.h"
#include "rapporteur/service/views.h"
#include "target.h"

namespace rapporteur::http {

namespace {

constexpr std::string_view kReportFront = "r-";

}  // namespace

std::vector<ByteSpan> Spans::in_unit(std::string_view text,
                                     const std::vector<ByteSpan>& spans) const {
  if (unit_ == text::OffsetUnit::utf8) return spans;
  std::vector<std::uint32_t> bytes;
  for (const ByteSpan span : spans) bytes.insert(bytes.end(), {span.begin, span.end});
  std::sort(bytes.begin(), bytes.end());
  bytes.erase(std::unique(bytes.begin(), bytes.end()), bytes.end());
  const std::vector<std::uint32_t> converted = text::convert_offsets(text, bytes, unit_);
  const auto at = [&](std::uint32_t byte) {
    const auto found = std::lower_bound(bytes.begin(), bytes.end(), byte);
    return converted[static_cast<std::size_t>(found - bytes.begin())];
  };
  std::vector<ByteSpan> out;
  out.reserve(spans.size());
  for (const ByteSpan span : spans) out.push_back({at(span.begin), at(span.end)});
  return out;
}

std::vector<ByteSpan> Spans::of(const std::string& report, const std::vector<ByteSpan>& spans) {
  if (unit_ == text::OffsetUnit::utf8 || spans.empty()) return spans;
  const auto [at, is_new] = texts_.try_emplace(report);
  if (is_new) {
    const auto found = query::texts_of(reg_, {report});
    if (found && !found->empty()) at->second = found->front().second;
  }
  const std::string_view text = at->second;
  const bool fit = std::all_of(spans.begin(), spans.end(),
                               [text](ByteSpan span) { return is_valid(span, text); });
  return fit ? in_unit(text, spans) : spans;
}

std::string_view Spans::unit_name() const {
  if (unit_ == text::OffsetUnit::utf16) return "utf16";
  return unit_ == text::OffsetUnit::codepoint ? "codepoint" : "utf8";
}

std::string report_id_of(const std::string& key) {
  return std::string(kReportFront) + to_base64url(key);
}

std::optional<std::string> report_key_of(const std::string& id) {
  if (!id.starts_with(kReportFront)) return std::nullopt;
  return from_base64url(std::string_view(id).substr(kReportFront.size()));
}

std::string fact_address(const std::string& report, const std::string& pointer) {
  return "/api/v1/reports/" + report_id_of(report) + "/facts" + pointer;
}

void write(const query::MeetingRow& meeting, Json& json) {
  write_formatted(service::row_of(meeting), json);
}

void write(const std::vector<query::MeetingRow>& meetings, Json& json) {
  json.begin_array();
  for (const query::MeetingRow& meeting : meetings) write(meeting, json);
  json.end_array();
}

void write_where(const std::string& place, const std::string& country, const Office& office,
                 Json& json) {
  json.member_or_null("place", place);
  json.member_or_null("country", country);
  const auto at = office.gazetteer.find(*office.catalogue(), place, country);
  json.member_or_null("latitude", at ? std::optional(at->latitude) : std::nullopt);
  json.member_or_null("longitude", at ? std::optional(at->longitude) : std::nullopt);
}

void write(const query::PersonRow& person, Json& json) {
  json.begin_object();
  json.member("id", person.id);
  json.member_or_null("name", person.name);
  json.member_or_null("state", person.state);
  json.member_or_null("organisation", person.organisation);
  json.member("meetings", person.meetings);
  json.end_object();
}

void write(const query::Source& source, Spans& spans, Json& json) {
  json.begin_object();
  json.member("report", source.report);
  json.member("report_id", report_id_of(source.report));
  json.member_or_null("title", source.title);
  json.member_or_null("publisher", source.publisher);
  json.member_or_null("published", source.published);
  json.member("pointer", source.pointer);
  json.member("fact", fact_address(source.report, source.pointer));
  json.member("value", source.value);
  json.key("evidence");
  json.begin_array();
  for (const ByteSpan span : spans.of(source.report, source.evidence)) {
    json.begin_array();
    json.integer(span.begin);
    json.integer(span.end);
    json.end_array();
  }
  json.end_array();
  json.key("quotes");
  write(source.quotes, json);
  json.key("sentences");
  write(source.sentences, json);
  json.member("confidence", source.confidence);
  json.member_or_null("rule", source.rule);
  json.end_object();
}

void write(const std::vector<query::Source>& sources, Spans& spans, Json& json) {
  json.key("sources");
  json.begin_array();
  for (const query::Source& source : sources) write(source, spans, json);
  json.end_array();
}

void write(const query::FactValue& value, Spans& spans, Json& json) {
  json.begin_object();
  json.member("value", value.value);
  json.member("support", value.support);
  json.member("confidence", value.confidence);
  json.member("disputed", value.disputed);
  write(value.sources, spans, json);
  json.end_object();
}

void write(const query::ParticipantRow& p, Spans& spans, Json& json) {
  json.begin_object();
  json.member_or_null("person", p.person);
  json.member_or_null("name", p.name);
  json.key("offices");
  write(p.offices, json);
  json.member_or_null("state", p.state);
  json.member_or_null("organisation", p.organisation);
  json.member_or_null("attendance", p.attendance);
  json.member_or_null("capacity", p.capacity);
  json.member("support", p.support);
  write(p.sources, spans, json);
  json.end_object();
}

void write(const query::Item& item, Spans& spans, Json& json) {
  json.begin_object();
  json.member_or_null("text", item.text);
  json.key("topics");
  write(item.topics, json);
  json.member_or_null("act", item.act);
  json.member_or_null("actor", item.actor);
  json.member_or_null("relation", item.relation);
  json.member("support", item.support);
  write(item.sources, spans, json);
  json.end_object();
}

void write(const query::Explanation& e, const service::RuleBook& rules, Spans& spans, Json& json) {
  const service::Rule* rule = rules.find(e.source.rule);
  json.begin_object();
  json.member_or_null("entity", e.entity);
  json.member("engine", e.engine);
  json.member_or_null("context", e.context);
  json.member_or_null("means", rule == nullptr ? "" : rule->means);
  json.member_or_null("tables", rule == nullptr ? "" : rule->tables);
  json.key("source");
  write(e.source, spans, json);
  json.end_object();
}

void write(const query::CorrectionRow& c, Json& json) {
  json.begin_object();
  json.member("id", c.id);
  json.member("verdict", c.verdict);
  json.member_or_null("report", c.report);
  json.member_or_null("report_id", c.report.empty() ? "" : report_id_of(c.report));
  json.member_or_null("property", c.property);
  json.member_or_null("value", c.value);
  json.member_or_null("quote", c.quote);
  json.member_or_null("subject", c.subject);
  json.member_or_null("replacement", c.replacement);
  json.key("members");
  write(c.members, json);
  json.key("others");
  write(c.others, json);
  json.member("who", c.who);
  json.member("made", c.made);
  json.member_or_null("why", c.why);
  json.member_or_null("undone", c.undone);
  json.member_or_null("undone_who", c.undone_who);
  json.member_or_null("undone_why", c.undone_why);
  json.member("meets", c.meets);
  json.end_object();
}

void write_corrections(const std::vector<query::CorrectionRow>& corrections, Json& json) {
  write_list("corrections", corrections, json,
             [&json](const query::CorrectionRow& c) { write(c, json); });
}

void write(const std::vector<std::string>& words, Json& json) {
  json.begin_array();
  for (const std::string& word : words) json.string(word);
  json.end_array();
}

}  // namespace rapporteur::http
