#include <libxml/parser.h>
#include <libxml/tree.h>

#include <map>
#include <memory>
#include <utility>

#include "rapporteur/base/file.h"
#include "sources.h"

namespace rapporteur::pack {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string attribute(const xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string result(view(value));
  xmlFree(value);
  return result;
}

std::string content(const xmlNode* node) {
  xmlChar* value = xmlNodeGetContent(node);
  std::string result(view(value));
  xmlFree(value);
  return result;
}

const xmlNode* child(const xmlNode* parent, std::string_view name) {
  if (parent == nullptr) return nullptr;
  for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE && view(node->name) == name) return node;
  }
  return nullptr;
}

}  // namespace

Result<std::string> cldr_territories(const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  const std::unique_ptr<xmlDoc, FreeDocument> doc(
      xmlReadMemory(bytes->data(), static_cast<int>(bytes->size()), path.c_str(), nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (doc == nullptr) return Error{ErrorCode::bad_data, "this is no well-formed XML", path};
  const xmlNode* territories =
      child(child(xmlDocGetRootElement(doc.get()), "localeDisplayNames"), "territories");
  if (territories == nullptr) {
    return Error{ErrorCode::bad_data, "no ldml/localeDisplayNames/territories in it", path};
  }
  std::map<std::pair<std::string, std::string>, std::string> names;  // (code, kind) -> name
  for (const xmlNode* node = territories->children; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const std::string code = attribute(node, "type");
    const bool is_country = code.size() == 2 && code[0] >= 'A' && code[1] >= 'A';
    if (is_country) names[{code, attribute(node, "alt")}] = content(node);
  }
  std::string tsv =
      "# Source: Unicode CLDR, common/main/en.xml. Licence: Unicode.\ncode\tname\tkind\n";
  for (const auto& [key, name] : names) {
    tsv += key.first + '\t' + name + '\t' + key.second + '\n';
  }
  return tsv;
}

}  // namespace rapporteur::pack
