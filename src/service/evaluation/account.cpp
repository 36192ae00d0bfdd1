#include "account.h"

#include <simdjson.h>

#include <array>
#include <type_traits>

namespace rapporteur::service::evaluation {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::array<std::string_view, kFields> kFieldNames = {
    "organisation", "organ", "ordinal", "kind", "status", "when", "place", "country", "chair"};

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += "; ";
    out += part;
  }
  return out;
}

std::string as_text(const std::string& value) { return value; }
std::string as_text(int value) { return std::to_string(value); }
std::string as_text(const std::vector<std::string>& value) { return join(value); }
template <class E>
  requires std::is_enum_v<E>
std::string as_text(E value) {
  return std::string(record::to_string(value));
}

template <class T>
Value value_of(const record::Fact<T>& fact) {
  if (!fact) return {};
  std::string text = as_text(*fact);
  if (text.empty()) return {};
  return {std::move(text), fact.confidence, fact.rule};
}

Participant participant_of(const record::Participant& p) {
  return {value_of(p.person), value_of(p.offices), value_of(p.state), value_of(p.organisation),
          value_of(p.attendance)};
}

Meeting meeting_of(const record::Meeting& m) {
  Meeting out;
  out.ref = m.id;
  out.main = m.main;
  out.name = m.name ? *m.name : "";
  out.fields[organisation] = value_of(m.organisation);
  out.fields[organ] = value_of(m.organ);
  out.fields[ordinal] = value_of(m.ordinal);
  out.fields[kind] = value_of(m.kind);
  out.fields[status] = value_of(m.status);
  out.fields[when] = value_of(m.when);
  out.fields[place] = value_of(m.place);
  out.fields[country] = value_of(m.country);
  out.fields[chair] = value_of(m.chair);
  for (const record::Participant& p : m.participants) out.participants.push_back(participant_of(p));
  for (const record::AgendaItem& item : m.agenda) out.agenda.push_back(value_of(item.text));
  for (const record::Outcome& outcome : m.outcomes) out.outcomes.push_back(value_of(outcome.text));
  for (const record::Link& link : m.links) {
    out.links.push_back({value_of(link.relation), link.to});
  }
  out.signs = m.signs;
  return out;
}

// Reads the fields of JSON objects; the first thing that is not as it should be is remembered and
// everything after it is empty.
class Parser {
 public:
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

  Account account(const object& root) {
    Account out;
    out.id = text(root, "id").text.value_or("");
    if (out.id.empty()) complain("id", "is missing");
    out.date_given = text(root, "date_given").text.value_or("");
    each_object(root, "meetings", [&](const object& m) { out.meetings.push_back(meeting(m)); });
    return out;
  }

 private:
  void complain(std::string_view field, std::string_view what) {
    if (complaint_.empty()) complaint_ = "'" + std::string(field) + "' " + std::string(what);
  }

  static std::optional<element> find(const object& from, std::string_view name) {
    element value;
    if (from.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
    return value;
  }

  // A string, or a number by its digits.
  Value text(const object& from, std::string_view name) {
    const std::optional<element> value = find(from, name);
    if (!value) return {};
    if (value->is_string()) return {std::string(value->get_string().value_unsafe()), {}, {}};
    if (value->is_int64()) return {std::to_string(value->get_int64().value_unsafe()), {}, {}};
    complain(name, "is neither a string nor a whole number");
    return {};
  }

  // text() with the confidence that stands in the same object.
  Value sure(const object& from, std::string_view name, std::string_view key = "") {
    Value out = text(from, name);
    add_confidence(from, key.empty() ? name : key, out);
    return out;
  }

  static void add_confidence(const object& from, std::string_view key, Value& value) {
    const std::optional<element> all = find(from, "confidence");
    double confidence = 0;
    if (value && all && all->at_key(key).get(confidence) == simdjson::SUCCESS) {
      value.confidence = confidence;
    }
  }

  template <class F>
  void each(const object& from, std::string_view name, F&& take) {
    const std::optional<element> value = find(from, name);
    if (!value) return;
    array list;
    if (value->get_array().get(list) != simdjson::SUCCESS) return complain(name, "is no list");
    for (const element entry : list) take(entry);
  }

  template <class F>
  void each_object(const object& from, std::string_view name, F&& take) {
    each(from, name, [&](const element& entry) {
      object value;
      if (entry.get_object().get(value) != simdjson::SUCCESS) {
        return complain(name, "holds what is no object");
      }
      take(value);
    });
  }

  // A list of strings, or one string.
  Value offices(const object& from) {
    const std::optional<element> list = find(from, "offices");
    if (!list) return empty_is_none(sure(from, "office"));
    if (list->is_string()) return empty_is_none(sure(from, "offices"));
    std::vector<std::string> parts;
    each(from, "offices", [&](const element& part) {
      std::string_view words;
      if (part.get_string().get(words) != simdjson::SUCCESS) complain("offices", "holds no string");
      parts.emplace_back(words);
    });
    Value out{join(parts), {}, {}};
    add_confidence(from, "offices", out);
    return empty_is_none(std::move(out));
  }

  static Value empty_is_none(Value value) { return value.view().empty() ? Value{} : value; }

  // A string, or an object with "text".
  Value phrase(const element& entry) {
    if (entry.is_string()) return {std::string(entry.get_string().value_unsafe()), {}, {}};
    object item;
    if (entry.get_object().get(item) == simdjson::SUCCESS) return sure(item, "text");
    complain("an item", "is neither a string nor an object");
    return {};
  }

  Participant participant(const object& p) {
    return {sure(p, "person"), offices(p), sure(p, "state"), sure(p, "organisation"),
            sure(p, "attendance")};
  }

  Meeting meeting(const object& m) {
    Meeting out;
    out.ref = text(m, find(m, "id") ? "id" : "ref").text.value_or("");
    const std::optional<element> main = find(m, "main");
    out.main = main && main->is_bool() && main->get_bool().value_unsafe();
    out.name = text(m, "name").text.value_or("");
    for (std::size_t f = 0; f < kFields; ++f) out.fields[f] = sure(m, kFieldNames[f]);
    each_object(m, "participants",
                [&](const object& p) { out.participants.push_back(participant(p)); });
    each(m, "agenda", [&](const element& e) { out.agenda.push_back(phrase(e)); });
    each(m, "outcomes", [&](const element& e) { out.outcomes.push_back(phrase(e)); });
    each_object(m, "links", [&](const object& link) {
      out.links.push_back({sure(link, "relation"), text(link, "to").text.value_or("")});
    });
    return out;
  }

  std::string complaint_;
};

}  // namespace

Account account_of(const record::Reading& reading) {
  Account out;
  out.id = reading.report.id;
  for (const record::Meeting& m : reading.meetings) out.meetings.push_back(meeting_of(m));
  return out;
}

Result<Account> parse_account(std::string_view json, const std::string& where) {
  simdjson::dom::parser parser;
  element root;
  if (const auto code = parser.parse(json.data(), json.size()).get(root);
      code != simdjson::SUCCESS) {
    return Error{ErrorCode::bad_data, "is no JSON: " + std::string(simdjson::error_message(code)),
                 where};
  }
  object top;
  if (root.get_object().get(top) != simdjson::SUCCESS) {
    return Error{ErrorCode::bad_data, "is JSON, but no object", where};
  }
  Parser fields;
  Account account = fields.account(top);
  if (!fields.complaint().empty()) return Error{ErrorCode::bad_data, fields.complaint(), where};
  return account;
}

}  // namespace rapporteur::service::evaluation
