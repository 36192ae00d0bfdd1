// Trees as JSON, one a line.
#include "node_json.h"
#include "rapporteur/output/format.h"

namespace rapporteur::output::formats {

namespace {

void write(const Node& node, const Options&, std::string& out) {
  {
    Json json(out);
    write_object(node.members, json);
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::node> node_jsonl;
const Format<subject::node> node_jsonl = {"jsonl", "one object a line", write};

}  // namespace rapporteur::output::formats
