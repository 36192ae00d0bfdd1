#include "node_json.h"

namespace rapporteur::output {

namespace {

void put(const Node::Value& value, Json& json);

void put(const std::string& value, Json& json) { json.string(value); }
void put(std::int64_t value, Json& json) { json.integer(value); }
void put(double value, Json& json) { json.number(value); }
void put(const Node::Object& value, Json& json) { write_object(value, json); }
void put(const std::vector<Node::Value>& values, Json& json) {
  json.begin_array();
  for (const Node::Value& value : values) put(value, json);
  json.end_array();
}

void put(const Node::Value& value, Json& json) {
  std::visit([&json](const auto& v) { put(v, json); }, value.of);
}

}  // namespace

void write_object(const Node::Object& object, Json& json) {
  json.begin_object();
  for (const Node::Member& member : object) {
    json.key(member.name);
    put(member.value, json);
  }
  json.end_object();
}

}  // namespace rapporteur::output
