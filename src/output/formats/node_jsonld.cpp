// Linked data as JSON-LD 1.1: one document with a context of its own, so that nothing has to be
// fetched to understand it. The first node of the graph is the document's own, so that each of the
// others has a comma before it.
#include "node_json.h"
#include "rapporteur/output/format.h"

namespace rapporteur::output::formats {

namespace {

struct Term {
  const char* name;
  const char* iri;
  const char* type = nullptr;  // of the value; "@id": it names a thing
};

// schema.org; the Organization Ontology; PROV-O; the Web Annotation vocabulary; words of our own
// for what these cannot say.
constexpr Term kTerms[] = {
    {"schema", "https://schema.org/"},
    {"org", "http://www.w3.org/ns/org#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"rapporteur", "urn:rapporteur:terms:"},
    {"name", "schema:name"},
    {"alternateName", "schema:alternateName"},
    {"identifier", "schema:identifier"},
    {"headline", "schema:headline"},
    {"publisher", "schema:publisher"},
    {"author", "schema:author"},
    {"provider", "schema:provider"},
    {"datePublished", "schema:datePublished"},
    {"dateModified", "schema:dateModified"},
    {"inLanguage", "schema:inLanguage"},
    {"startDate", "schema:startDate"},
    {"endDate", "schema:endDate"},
    {"previousStartDate", "schema:previousStartDate"},
    {"eventStatus", "schema:eventStatus", "@id"},
    {"eventAttendanceMode", "schema:eventAttendanceMode", "@id"},
    {"location", "schema:location"},
    {"address", "schema:address"},
    {"addressCountry", "schema:addressCountry"},
    {"organizer", "schema:organizer", "@id"},
    {"attendee", "schema:attendee", "@id"},
    {"superEvent", "schema:superEvent", "@id"},
    {"about", "schema:about"},
    {"subjectOf", "schema:subjectOf", "@id"},
    {"unitOf", "org:unitOf", "@id"},
    {"postIn", "org:postIn", "@id"},
    {"holds", "org:holds", "@id"},
    {"member", "org:member", "@id"},
    {"organization", "org:organization", "@id"},
    {"wasDerivedFrom", "prov:wasDerivedFrom", "@id"},
    {"wasAttributedTo", "prov:wasAttributedTo", "@id"},
    {"wasGeneratedBy", "prov:wasGeneratedBy", "@id"},
    {"wasAssociatedWith", "prov:wasAssociatedWith"},
    {"endedAtTime", "prov:endedAtTime", "xsd:dateTime"},
    {"description", "schema:description"},
    {"verdict", "rapporteur:verdict"},
    {"hasBody", "oa:hasBody"},
    {"hasTarget", "oa:hasTarget"},
    {"hasSource", "oa:hasSource", "@id"},
    {"hasSelector", "oa:hasSelector"},
    {"refinedBy", "oa:refinedBy"},
    {"motivatedBy", "oa:motivatedBy", "@id"},
    {"exact", "oa:exact"},
    {"prefix", "oa:prefix"},
    {"suffix", "oa:suffix"},
    {"start", "oa:start"},
    {"end", "oa:end"},
    {"value", "rdf:value"},
    {"digest", "rapporteur:digest"},
    {"dates", "rapporteur:dates"},
    {"kind", "rapporteur:kind"},
    {"ordinal", "rapporteur:ordinal"},
    {"series", "rapporteur:series", "@id"},
    {"status", "rapporteur:status"},
    {"property", "rapporteur:property"},
    {"states", "rapporteur:states", "@id"},
    {"post", "rapporteur:post", "@id"},
    {"firstReported", "rapporteur:firstReported"},
    {"lastReported", "rapporteur:lastReported"},
};

void write_context(Json& json) {
  json.begin_object();
  for (const Term& term : kTerms) {
    json.key(term.name);
    if (term.type == nullptr) {
      json.string(term.iri);
      continue;
    }
    json.begin_object();
    json.member("@id", term.iri);
    json.member("@type", term.type);
    json.end_object();
  }
  json.end_object();
}

void begin(const Options&, std::string& out) {
  out += "{\"@context\":";
  {
    Json json(out);
    write_context(json);
  }
  out +=
      ",\n\"@graph\":[\n{\"@id\":\"urn:rapporteur:register\",\"@type\":\"schema:Dataset\","
      "\"name\":\"Register of meetings\"}";
}

void write(const Node& node, const Options&, std::string& out) {
  out += ",\n";
  Json json(out);
  write_object(node.members, json);
}

void end(const Options&, std::string& out) { out += "\n]}\n"; }

}  // namespace

extern const Format<subject::node> node_jsonld;
const Format<subject::node> node_jsonld = {"jsonld", "linked data", write, nullptr, begin, end};

}  // namespace rapporteur::output::formats
