// Answers of the register as JSON: shapes as docs/openapi.yaml says, words as output's formats.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "exchange.h"
#include "rapporteur/output/format.h"
#include "rapporteur/output/json.h"
#include "rapporteur/query/browse.h"
#include "rapporteur/service/rule_book.h"
#include "rapporteur/store/register.h"
#include "rapporteur/text/offsets.h"

namespace rapporteur::http {

using output::Json;
struct Office;

// Evidence in the unit that was asked for. Texts are looked up when they are first needed.
class Spans {
 public:
  Spans(const store::Register& reg, text::OffsetUnit unit) : reg_(reg), unit_(unit) {}
  // Of a text at hand.
  [[nodiscard]] std::vector<ByteSpan> in_unit(std::string_view text,
                                              const std::vector<ByteSpan>& spans) const;
  // Of a report of the register; as they are if it is not there.
  std::vector<ByteSpan> of(const std::string& report, const std::vector<ByteSpan>& spans);
  [[nodiscard]] std::string_view unit_name() const;

 private:
  const store::Register& reg_;
  const text::OffsetUnit unit_;
  std::map<std::string, std::string> texts_;
};

// A report's name in addresses, which tells its key.
std::string report_id_of(const std::string& key);
// The key, or nothing if this is no such name.
std::optional<std::string> report_key_of(const std::string& id);
// "/api/v1/reports/ID/facts/meetings/0/when"
std::string fact_address(const std::string& report, const std::string& pointer);

// A value that one of output's formats writes, as it is.
template <class T>
void write_formatted(const T& value, Json& json) {
  std::string line;
  output::find_format<T>("jsonl")->write(value, {}, line);
  json.raw(line);
}

void write(const query::MeetingRow& meeting, Json& json);
void write(const std::vector<query::MeetingRow>& meetings, Json& json);
void write(const query::PersonRow& person, Json& json);
// Members "place", "country", "latitude" and "longitude"; null where they are not known.
void write_where(const std::string& place, const std::string& country, const Office& office,
                 Json& json);
void write(const query::Source& source, Spans& spans, Json& json);
void write(const std::vector<query::Source>& sources, Spans& spans, Json& json);
void write(const query::FactValue& value, Spans& spans, Json& json);
void write(const query::ParticipantRow& participant, Spans& spans, Json& json);
void write(const query::Item& item, Spans& spans, Json& json);
void write(const query::Explanation& explanation, const service::RuleBook& rules, Spans& spans,
           Json& json);
void write(const query::CorrectionRow& correction, Json& json);
void write(const std::vector<std::string>& words, Json& json);

// {"NAME": [...], ...}: an object that `fill` fills, as an answer.
template <class Fill>
Answer json_answer(Fill fill) {
  std::string body;
  {
    Json json(body);
    json.begin_object();
    fill(json);
    json.end_object();
  }
  body += '\n';
  return answer_of(200, "application/json", std::move(body));
}

template <class List, class WriteOne>
void write_list(std::string_view name, const List& list, Json& json, WriteOne write_one) {
  json.key(name);
  json.begin_array();
  for (const auto& one : list) write_one(one);
  json.end_array();
}

// As member "corrections".
void write_corrections(const std::vector<query::CorrectionRow>& corrections, Json& json);

}  // namespace rapporteur::http
