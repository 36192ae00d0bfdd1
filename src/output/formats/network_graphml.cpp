// A network of people as GraphML, which Gephi, igraph, yEd and NetworkX read.
#include <string_view>

#include "markup.h"
#include "rapporteur/output/format.h"

namespace rapporteur::output::formats {

namespace {

void data(std::string_view key, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out += "<data key=\"" + std::string(key) + "\">" + escaped_markup(value) + "</data>";
}

void write_part(const Network::Person& person, std::string& out) {
  out += "<node id=\"" + escaped_markup(person.id) + "\">";
  data("name", person.name, out);
  data("state", person.state, out);
  data("organisation", person.organisation, out);
  out += "</node>\n";
}

void write_part(const Network::Tie& tie, std::string& out) {
  out += "<edge source=\"" + escaped_markup(tie.a) + "\" target=\"" + escaped_markup(tie.b) + "\">";
  data("meetings", std::to_string(tie.meetings), out);
  data("first_day", tie.first_day, out);
  data("last_day", tie.last_day, out);
  out += "</edge>\n";
}

void write(const Network& network, const Options&, std::string& out) {
  std::visit([&out](const auto& part) { write_part(part, out); }, network.part);
}

void begin(const Options&, std::string& out) {
  out +=
      R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="state" for="node" attr.name="state" attr.type="string"/>
<key id="organisation" for="node" attr.name="organisation" attr.type="string"/>
<key id="meetings" for="edge" attr.name="meetings" attr.type="int"/>
<key id="first_day" for="edge" attr.name="first_day" attr.type="string"/>
<key id="last_day" for="edge" attr.name="last_day" attr.type="string"/>
<graph id="met" edgedefault="undirected">
)";
}

void end(const Options&, std::string& out) { out += "</graph>\n</graphml>\n"; }

}  // namespace

extern const Format<subject::network> network_graphml;
const Format<subject::network> network_graphml = {"graphml", "GraphML", write, nullptr, begin, end};

}  // namespace rapporteur::output::formats
