#include "linked.h"

#include <cctype>
#include <cstdlib>
#include <string>
#include <string_view>

#include "record_view.h"

namespace rapporteur::service {

namespace {

using output::Node;
using query::ExportRecord;

constexpr std::string_view kBase = "urn:rapporteur:";

// What may stand in any part of an address.
std::string escaped(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_' || c == '~');
    if (plain) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

std::string iri(std::string_view kind, std::string_view name) {
  return std::string(kBase) + std::string(kind) + ":" + escaped(name);
}

std::string entity_iri(const std::string& id) { return id.empty() ? "" : std::string(kBase) + id; }

// A report's own address where it has one.
std::string report_iri(const std::string& key) {
  const bool is_web = key.starts_with("https://") || key.starts_with("http://");
  for (const char c : key) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F ||
        std::string_view("<>\"{}|\\^`").find(c) != std::string::npos) {
      return iri("report", key);
    }
  }
  return is_web ? key : iri("report", key);
}

std::string body_iri(const std::string& name, const std::string& parent) {
  if (name.empty()) return "";
  return parent.empty() ? iri("body", name) : iri("body", parent) + "/" + escaped(name);
}

// Whose office it is: a state's or an organisation's.
std::string owner_iri(const RecordView& r) {
  if (!r.text("organisation").empty()) return body_iri(r.text("organisation"), "");
  return r.text("state").empty() ? "" : iri("state", r.text("state"));
}

std::string post_iri(const RecordView& r) {
  const std::string owner =
      r.text("organisation").empty() ? r.text("state") : r.text("organisation");
  return iri("post", owner) + "/" + escaped(r.text("office"));
}

Node node(const std::string& id, const std::vector<std::string>& types) {
  Node out;
  out.text("@id", id);
  out.texts("@type", types);
  return out;
}

Node report(const RecordView& r) {
  Node out = node(report_iri(r.text("report")), {"schema:Article", "prov:Entity"});
  out.text("identifier", r.text("report"));
  out.text("headline", r.text("title"));
  out.text("publisher", r.text("publisher"));
  out.text("provider", r.text("agency"));
  out.text("author", r.text("byline"));
  out.text("datePublished", r.text("published"));
  out.text("dateModified", r.text("modified"));
  out.text("inLanguage", r.text("language"));
  out.text("digest", r.text("digest"));
  return out;
}

Node engine(const RecordView& r) {
  Node out = node(iri("engine", r.text("engine")), {"prov:SoftwareAgent"});
  out.text("name", "Rapporteur " + r.text("engine"));
  return out;
}

Node state(const RecordView& r) {
  Node out = node(iri("state", r.text("state")), {"schema:Country", "org:Organization"});
  out.text("identifier", r.text("state"));
  return out;
}

Node body(const RecordView& r) {
  const std::string parent = r.text("parent");
  Node out =
      node(body_iri(r.text("name"), parent),
           {parent.empty() ? "org:Organization" : "org:OrganizationalUnit", "schema:Organization"});
  out.text("name", r.text("name"));
  out.text("unitOf", body_iri(parent, ""));
  return out;
}

Node person(const RecordView& r) {
  Node out = node(entity_iri(r.text("id")), {"schema:Person", "prov:Agent"});
  out.text("name", r.text("name"));
  out.texts("alternateName", r.list("names"));
  return out;
}

// A post, and the membership of whoever holds it. Reports say on which days somebody held it, not
// from when to when.
std::vector<Node> holding(const RecordView& r) {
  Node post = node(post_iri(r), {"org:Post"});
  post.text("name", r.text("office"));
  post.text("postIn", owner_iri(r));
  Node holder = node(entity_iri(r.text("person")), {});
  holder.text("holds", post_iri(r));
  Node membership =
      node(iri("membership", r.text("person")) + "/" + post_iri(r).substr(iri("post", "").size()),
           {"org:Membership"});
  membership.text("member", entity_iri(r.text("person")));
  membership.text("organization", owner_iri(r));
  membership.text("post", post_iri(r));
  membership.text("firstReported", r.text("first_report"));
  membership.text("lastReported", r.text("last_report"));
  return {std::move(post), std::move(holder), std::move(membership)};
}

// What a person has said of claims or entities.
Node correction(const RecordView& r) {
  Node out = node(entity_iri(r.text("id")), {"prov:Activity"});
  out.text("verdict", r.text("verdict"));
  out.text("endedAtTime", r.text("made"));
  out.text("description", r.text("why"));
  Node who;
  who.text("@type", "prov:Person");
  who.text("name", r.text("who"));
  out.object("wasAssociatedWith", std::move(who));
  return out;
}

// schema.org has no word for what is over: it was scheduled.
std::string event_status(const RecordView& r) {
  if (r.text("status") == "cancelled") return "schema:EventCancelled";
  if (r.text("status") != "postponed") return "schema:EventScheduled";
  return r.text("rescheduled_to").empty() ? "schema:EventPostponed" : "schema:EventRescheduled";
}

std::string attendance_mode(const std::string& mode) {
  if (mode == "virtual") return "schema:OnlineEventAttendanceMode";
  if (mode == "hybrid") return "schema:MixedEventAttendanceMode";
  return mode == "in-person" ? "schema:OfflineEventAttendanceMode" : "";
}

// ISO 8601 as far as it knows EDTF: nothing approximate, no open ends.
bool is_iso(const std::string& date) {
  return !date.empty() && date.find_first_not_of("-0123456789") == std::string::npos;
}

void add_dates(const RecordView& r, Node& out) {
  const bool moved = r.text("status") == "postponed" && !r.text("rescheduled_to").empty();
  const std::string when = moved ? r.text("rescheduled_to") : r.text("when");
  const std::size_t slash = when.find('/');
  const std::string first = when.substr(0, slash);
  const std::string last = slash == std::string::npos ? first : when.substr(slash + 1);
  if (is_iso(first)) out.text("startDate", first);
  if (is_iso(last)) out.text("endDate", last);
  if (moved && is_iso(r.text("when"))) out.text("previousStartDate", r.text("when"));
  out.text("dates", when);
}

Node place(const RecordView& r) {
  Node out;
  if (r.text("place").empty() && r.text("country").empty() && r.text("venue").empty()) return out;
  out.text("@type", "schema:Place");
  out.text("name", r.text("venue").empty() ? r.text("place") : r.text("venue"));
  Node address;
  address.text("@type", "schema:PostalAddress");
  address.text("schema:addressLocality", r.text("place"));
  address.text("addressCountry", r.text("country"));
  out.object("address", std::move(address));
  return out;
}

std::vector<std::string> entity_iris(const std::vector<std::string>& ids) {
  std::vector<std::string> out;
  out.reserve(ids.size());
  for (const std::string& id : ids) out.push_back(entity_iri(id));
  return out;
}

Node event(const RecordView& r) {
  Node out = node(entity_iri(r.text("id")), {"schema:Event"});
  out.text("name", r.text("name"));
  add_dates(r, out);
  out.text("eventStatus", event_status(r));
  out.text("eventAttendanceMode", attendance_mode(r.text("mode")));
  out.object("location", place(r));
  const bool has_organ = !r.text("organ").empty();
  out.text("organizer", has_organ ? body_iri(r.text("organ"), r.text("organisation"))
                                  : body_iri(r.text("organisation"), ""));
  out.texts("attendee", entity_iris(r.list("attendees")));
  out.texts("superEvent", entity_iris(r.list("part_of")));
  out.texts("about", r.list("agenda"));
  std::vector<std::string> reports;
  for (const std::string& key : r.list("reports")) reports.push_back(report_iri(key));
  out.texts("subjectOf", reports);
  out.texts("wasDerivedFrom", reports);
  out.text("kind", r.text("kind"));
  out.text("status", r.text("status"));
  if (!r.text("ordinal").empty()) {
    out.integer("ordinal", std::strtoll(r.text("ordinal").c_str(), nullptr, 10));
  }
  out.text("series", entity_iri(r.text("series")));
  return out;
}

Node target(const query::Quote& quote, const std::string& report) {
  Node words;
  words.text("@type", "oa:TextQuoteSelector");
  words.text("exact", quote.exact);
  words.text("prefix", quote.prefix);
  words.text("suffix", quote.suffix);
  Node position;
  position.text("@type", "oa:TextPositionSelector");
  position.integer("start", quote.begin);
  position.integer("end", quote.end);
  Node out;
  out.text("@type", "oa:SpecificResource");
  out.text("hasSource", report);
  out.objects("hasSelector", {std::move(words), std::move(position)});
  return out;
}

}  // namespace

std::vector<Node> linked_nodes(const ExportRecord& record) {
  const RecordView r(record);
  if (record.type == "report") return {report(r)};
  if (record.type == "engine") return {engine(r)};
  if (record.type == "state") return {state(r)};
  if (record.type == "body") return {body(r)};
  if (record.type == "person") return {person(r)};
  if (record.type == "holding") return holding(r);
  if (record.type == "correction") return {correction(r)};
  if (record.type == "event") return {event(r)};
  return {};
}

Node annotation(const query::QuotedClaim& claim) {
  const std::string source = report_iri(claim.report);
  std::string id = iri("claim", claim.report) + claim.pointer;
  // A list of plain values has one pointer for all of them.
  if (!claim.quotes.empty()) id += ":" + std::to_string(claim.quotes.front().begin);
  Node out = node(id, {"oa:Annotation", "prov:Entity"});
  Node body;
  body.text("@type", "oa:TextualBody");
  body.text("value", claim.value);
  out.object("hasBody", std::move(body));
  std::vector<Node> targets;
  targets.reserve(claim.quotes.size());
  for (const query::Quote& quote : claim.quotes) targets.push_back(target(quote, source));
  out.objects("hasTarget", std::move(targets));
  out.text("motivatedBy", "oa:identifying");
  out.text("property", claim.property);
  if (!claim.entity.empty()) {
    Node about;
    about.text("@id", entity_iri(claim.entity));
    out.object("about", std::move(about));
  }
  out.text("wasDerivedFrom", source);
  if (claim.correction.empty()) {
    out.text("wasAttributedTo", iri("engine", claim.engine));
  } else {
    out.text("wasGeneratedBy", entity_iri(claim.correction));
  }
  return out;
}

}  // namespace rapporteur::service
