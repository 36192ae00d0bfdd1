// JSON to readings: record/fields.h names the fields, so that none is listed here again.
#include "rapporteur/service/readings.h"

#include <simdjson.h>

#include <optional>
#include <type_traits>
#include <utility>

#include "rapporteur/record/fields.h"

namespace rapporteur::service {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::optional<element> find(const object& from, std::string_view name) {
  element value;
  if (from.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

template <class T>
constexpr bool kIsObject = false;
template <class T>
  requires requires(T& o) { record::for_each_field(o, [](const char*, auto&) {}); }
constexpr bool kIsObject<T> = true;

// Fills the members of a reading. The first thing that is not as it should be is remembered.
class Filler {
 public:
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

  void reading(const object& root, record::Reading& out) {
    take(root, "engine", out.engine);
    take(root, "schema", out.schema);
    take(root, "id", out.report.id);
    if (const std::optional<object> report = child(root, "report"))
      fill_report(*report, out.report);
    list(root, "left_out", [&](const element& e) { out.report.left_out.push_back(left_out(e)); });
    strings(root, "warnings", out.warnings);
    fill(root, out);
  }

  template <class T>
  void take(const object& from, std::string_view name, T& out) {
    const std::optional<element> value = find(from, name);
    if (value && !parse(*value, out)) complain(name);
  }

 private:
  void complain(std::string_view name) {
    if (complaint_.empty()) complaint_ = "'" + std::string(name) + "' has a value that is none";
  }

  std::optional<object> child(const object& from, std::string_view name) {
    const std::optional<element> value = find(from, name);
    if (!value) return std::nullopt;
    object out;
    if (value->get_object().get(out) == simdjson::SUCCESS) return out;
    complain(name);
    return std::nullopt;
  }

  template <class F>
  void list(const object& from, std::string_view name, F&& f) {
    const std::optional<element> value = find(from, name);
    if (!value) return;
    array entries;
    if (value->get_array().get(entries) != simdjson::SUCCESS) return complain(name);
    for (const element entry : entries) f(entry);
  }

  void strings(const object& from, std::string_view name, std::vector<std::string>& out) {
    list(from, name, [&](const element& e) {
      if (!parse(e, out.emplace_back())) complain(name);
    });
  }

  void fill_report(const object& from, record::Report& out) {
    take(from, "digest", out.digest);
    take(from, "origin", out.origin);
    take(from, "title", out.title);
    take(from, "publisher", out.publisher);
    take(from, "agency", out.agency);
    take(from, "byline", out.byline);
    take(from, "published", out.published);
    take(from, "modified", out.modified);
    take(from, "language", out.language);
    take(from, "text", out.text);
    const std::optional<object> dateline = child(from, "dateline");
    if (!dateline) return;
    take(*dateline, "place", out.dateline.place);
    take(*dateline, "country", out.dateline.country);
    take(*dateline, "date", out.dateline.date);
  }

  record::LeftOut left_out(const element& from) {
    record::LeftOut out;
    object part;
    if (from.get_object().get(part) != simdjson::SUCCESS) {
      complain("left_out");
      return out;
    }
    int at = 0;
    take(part, "at", at);
    out.at = static_cast<std::uint32_t>(at);
    take(part, "text", out.text);
    take(part, "reason", out.reason);
    return out;
  }

  // ---- values

  static bool parse(const element& from, std::string& out) {
    std::string_view text;
    if (from.get_string().get(text) != simdjson::SUCCESS) return false;
    out = text;
    return true;
  }
  static bool parse(const element& from, bool& out) {
    return from.get_bool().get(out) == simdjson::SUCCESS;
  }
  static bool parse(const element& from, int& out) {
    std::int64_t number = 0;
    if (from.get_int64().get(number) != simdjson::SUCCESS || number < 0 || number > INT32_MAX) {
      return false;
    }
    out = static_cast<int>(number);
    return true;
  }
  template <class E>
    requires std::is_enum_v<E>
  static bool parse(const element& from, E& out) {
    std::string_view text;
    if (from.get_string().get(text) != simdjson::SUCCESS) return false;
    const std::optional<E> value = record::from_string<E>(text);
    if (value) out = *value;
    return value.has_value();
  }

  static bool parse_span(const element& from, ByteSpan& out) {
    array ends;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    if (from.get_array().get(ends) != simdjson::SUCCESS || ends.size() != 2 ||
        ends.at(0).get_uint64().get(begin) != simdjson::SUCCESS ||
        ends.at(1).get_uint64().get(end) != simdjson::SUCCESS || end > UINT32_MAX || begin > end) {
      return false;
    }
    out = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return true;
  }

  // ---- members of objects

  template <class Object>
  void fill(const object& from, Object& out) {
    record::for_each_field(out, [&](const char* name, auto& member) { field(from, name, member); });
  }

  template <class T>
  void proof(const object& from, std::string_view name, record::Fact<T>& fact) {
    if (const std::optional<object> evidence = child(from, "evidence")) {
      list(*evidence, name, [&](const element& e) {
        if (!parse_span(e, fact.evidence.emplace_back())) complain("evidence");
      });
    }
    if (const std::optional<object> confidence = child(from, "confidence")) {
      double value = 0;
      if (confidence->at_key(name).get(value) == simdjson::SUCCESS) {
        fact.confidence = static_cast<float>(value);
      }
    }
  }

  template <class T>
  void field(const object& from, std::string_view name, record::Fact<T>& fact) {
    if (!find(from, name)) return;
    take(from, name, fact.value.emplace());
    proof(from, name, fact);
  }
  void field(const object& from, std::string_view name,
             record::Fact<std::vector<std::string>>& fact) {
    std::vector<std::string> values;
    strings(from, name, values);
    if (values.empty()) return;
    fact.value = std::move(values);
    proof(from, name, fact);
  }
  template <class T>
  void field(const object& from, std::string_view name, std::optional<T>& out) {
    if (find(from, name)) take(from, name, out.emplace());
  }
  void field(const object& from, std::string_view name, std::vector<std::string>& out) {
    strings(from, name, out);
  }
  template <class T>
    requires kIsObject<T>
  void field(const object& from, std::string_view name, std::vector<T>& out) {
    list(from, name, [&](const element& e) {
      object part;
      if (e.get_object().get(part) != simdjson::SUCCESS) return complain(name);
      fill(part, out.emplace_back());
    });
  }
  template <class T>
    requires(!kIsObject<T>)
  void field(const object& from, std::string_view name, T& out) {
    take(from, name, out);
  }

  std::string complaint_;
};

// A line without its end; nothing after the last one. A longer line is cut off after kReadingLimit
// + 1 bytes, which is enough to see that it is too long.
std::optional<std::string> next_line(std::istream& from) {
  std::string out;
  std::streambuf& bytes = *from.rdbuf();
  bool any = false;
  for (int c = bytes.sbumpc(); c != std::streambuf::traits_type::eof(); c = bytes.sbumpc()) {
    any = true;
    if (c == '\n') break;
    if (out.size() <= kReadingLimit) out += static_cast<char>(c);
  }
  return any ? std::optional(std::move(out)) : std::nullopt;
}

Outcome outcome_of(const std::string& line, const std::string& where) {
  Outcome out{Error{ErrorCode::too_large, "a reading of more than 64 MB", where}, {}, 0, 0, false};
  out.size = line.size();
  if (line.size() > kReadingLimit) return out;
  out.reading = parse_reading(line, where);
  if (out.reading) out.facts = count_facts(*out.reading);
  return out;
}

}  // namespace

Result<record::Reading> parse_reading(std::string_view json, const std::string& where) {
  simdjson::dom::parser parser;
  element root;
  if (const auto code = parser.parse(json.data(), json.size()).get(root);
      code != simdjson::SUCCESS) {
    return Error{ErrorCode::bad_data, "is no JSON: " + std::string(simdjson::error_message(code)),
                 where};
  }
  object top;
  if (root.get_object().get(top) != simdjson::SUCCESS || !find(top, "report")) {
    return Error{ErrorCode::bad_data, "is no reading: an object with 'report' is expected", where};
  }
  record::Reading reading;
  Filler filler;
  filler.reading(top, reading);
  if (reading.schema != record::kReadingSchema) {
    return Error{ErrorCode::unsupported,
                 "a reading of schema " + std::to_string(reading.schema) + "; this program knows " +
                     std::to_string(record::kReadingSchema),
                 where};
  }
  if (!filler.complaint().empty()) return Error{ErrorCode::bad_data, filler.complaint(), where};
  return reading;
}

Result<Ingested> ingest_readings(std::istream& lines, const std::string& name, store::Register& reg,
                                 const record::Resolver& resolver, const IngestOptions& options,
                                 const IngestEvents& events) {
  std::size_t number = 0;
  const auto next = [&]() -> std::optional<Outcome> {
    while (const std::optional<std::string> line = next_line(lines)) {
      ++number;
      if (line->find_first_not_of(" \t\r") == std::string::npos) continue;
      return outcome_of(*line, name + ":" + std::to_string(number));
    }
    return std::nullopt;
  };
  return ingest_outcomes(next, reg, resolver, options, events);
}

}  // namespace rapporteur::service
