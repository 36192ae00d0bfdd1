#include "annotation.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "rapporteur/base/table.h"

namespace rapporteur::tests {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

constexpr std::string_view kMain = "m1";
constexpr std::array<std::string_view, 9> kFields = {
    "kind", "organisation", "organ", "ordinal", "status", "when", "place", "country", "chair"};
constexpr std::array<std::string_view, 4> kLists = {"participant", "agenda", "outcome", "link"};

struct Meeting {
  std::map<std::string, std::string> fields;
  std::map<std::string, std::vector<std::string>> lists;
};

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// "m2.place" is the place of m2, "place" that of the main meeting.
Result<std::map<std::string, Meeting>> meetings_of(const std::vector<FactLine>& facts) {
  std::map<std::string, Meeting> out;
  for (const auto& [name, value] : facts) {
    const std::size_t dot = name.find('.');
    const std::string field = dot == std::string::npos ? name : name.substr(dot + 1);
    Meeting& meeting = out[dot == std::string::npos ? std::string(kMain) : name.substr(0, dot)];
    if (is_one_of(kFields, field)) {
      meeting.fields[field] = value;
    } else if (is_one_of(kLists, field)) {
      meeting.lists[field].push_back(value);
    } else {
      return Error{ErrorCode::bad_data, "is a fact of no field", name};
    }
  }
  return out;
}

void write(Json& json, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

template <class F>
void write_list(Json& json, const char* key, const std::vector<std::string>& values, F write_one) {
  json.Key(key);
  json.StartArray();
  for (const std::string& value : values) write_one(value);
  json.EndArray();
}

// "person / state / office / attendance / organisation"; those at the end may be left out.
void write_participant(Json& json, std::string_view line, bool took_place) {
  std::array<std::string_view, 5> parts;
  for (std::string_view& part : parts) {
    const std::size_t cut = std::min(line.find(" / "), line.size());
    part = line.substr(0, cut);
    line.remove_prefix(std::min(cut + 3, line.size()));
  }
  if (parts[3].empty()) parts[3] = took_place ? "attended" : "expected";
  json.StartObject();
  write(json, "person", parts[0]);
  write(json, "state", parts[1]);
  write(json, "office", parts[2]);
  write(json, "attendance", parts[3]);
  write(json, "organisation", parts[4]);
  json.EndObject();
}

// "next m2"
void write_link(Json& json, const std::string& line) {
  const std::size_t cut = std::min(line.find(' '), line.size());
  json.StartObject();
  write(json, "relation", std::string_view(line).substr(0, cut));
  write(json, "to", std::string_view(line).substr(std::min(cut + 1, line.size())));
  json.EndObject();
}

void write_meeting(Json& json, const std::string& ref, Meeting& meeting) {
  const std::string& status = meeting.fields["status"];
  const bool took_place = status == "held" || status == "ongoing";
  json.StartObject();
  write(json, "ref", ref);
  json.Key("main");
  json.Bool(ref == kMain);
  for (const auto& [field, value] : meeting.fields) write(json, field, value);
  const auto write_text = [&](const std::string& text) { json.String(text.c_str()); };
  write_list(json, "participants", meeting.lists["participant"],
             [&](const std::string& line) { write_participant(json, line, took_place); });
  write_list(json, "agenda", meeting.lists["agenda"], write_text);
  write_list(json, "outcomes", meeting.lists["outcome"], write_text);
  write_list(json, "links", meeting.lists["link"],
             [&](const std::string& line) { write_link(json, line); });
  json.EndObject();
}

}  // namespace

Result<std::string> annotation_of(const std::string& id, const std::string& published,
                                  const std::vector<FactLine>& facts) {
  Result<std::map<std::string, Meeting>> meetings = meetings_of(facts);
  if (!meetings) return meetings.error();
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.StartObject();
  write(json, "id", id);
  write(json, "date_given", published);
  json.Key("meetings");
  json.StartArray();
  for (auto& [ref, meeting] : *meetings) write_meeting(json, ref, meeting);
  json.EndArray();
  json.EndObject();
  return std::string(buffer.GetString());
}

}  // namespace rapporteur::tests
