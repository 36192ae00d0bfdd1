#include <utility>

#include "rapporteur/output/subjects.h"

namespace rapporteur::output {

void Node::text(std::string name, std::string value) {
  if (!value.empty()) members.push_back({std::move(name), {std::move(value)}});
}

void Node::texts(std::string name, const std::vector<std::string>& values) {
  std::vector<Value> list;
  for (const std::string& value : values) list.push_back({value});
  if (!list.empty()) members.push_back({std::move(name), {std::move(list)}});
}

void Node::integer(std::string name, std::int64_t value) {
  members.push_back({std::move(name), {value}});
}

void Node::object(std::string name, Node value) {
  if (!value.members.empty()) members.push_back({std::move(name), {std::move(value.members)}});
}

void Node::objects(std::string name, std::vector<Node> values) {
  std::vector<Value> list;
  for (Node& value : values) list.push_back({std::move(value.members)});
  if (!list.empty()) members.push_back({std::move(name), {std::move(list)}});
}

}  // namespace rapporteur::output
