#include "plover.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "record_view.h"

namespace rapporteur::service {

namespace {

using output::Node;

// ISO 3166-1 alpha-3; "" for what has none.
std::string alpha3(const std::string& code, const catalogue::Catalogue& catalogue) {
  const catalogue::Index state = catalogue.find_state(code);
  return state == catalogue::npos ? "" : std::string(catalogue.states()[state].alpha3);
}

Node actor(const std::string& code, const std::string& name) {
  Node out;
  out.text("code", code);
  if (code != "IGO") out.text("sector", "GOV");
  out.text("text", name);
  return out;
}

// Who took part, by code; the host of a visit apart.
struct Actors {
  std::vector<Node> source;
  std::vector<Node> recipient;
  bool third_party = false;
};

Actors actors_of(const RecordView& meeting, const catalogue::Catalogue& catalogue) {
  Actors out;
  std::set<std::string> states;
  for (const std::string& state : meeting.list("states")) states.insert(alpha3(state, catalogue));
  const std::string host = alpha3(meeting.text("host"), catalogue);
  const std::string country = alpha3(meeting.text("country"), catalogue);
  states.insert(host);
  states.erase("");
  const bool visited = meeting.text("kind") == "visit" && states.size() > 1;
  const std::string receives = host.empty() ? country : host;
  for (const std::string& state : states) {
    const bool is_host = visited && state == receives;
    (is_host ? out.recipient : out.source).push_back(actor(state, ""));
  }
  const std::string organisation = meeting.text("organisation");
  if (!organisation.empty()) out.source.push_back(actor("IGO", organisation));
  out.third_party = states.size() == 2 && !country.empty() && !states.contains(country);
  return out;
}

std::vector<std::string> modes_of(const RecordView& meeting, const Actors& actors) {
  std::vector<std::string> out;
  if (meeting.text("kind") == "call" || meeting.text("mode") == "virtual")
    out.emplace_back("phone");
  if (!actors.recipient.empty()) out.emplace_back("visit");
  const bool many =
      meeting.text("format") == "multilateral" || !meeting.text("organisation").empty();
  if (many) out.emplace_back("multilateral");
  if (actors.third_party && !many && out.empty()) out.emplace_back("third-party");
  return out;
}

bool is_day(const std::string& day) { return day.size() == 10; }

// "2018-05-21" or "2018-05-21/2018-05-22"
bool has_days(const std::string& edtf) {
  const std::size_t slash = edtf.find('/');
  if (edtf.find_first_not_of("-0123456789/") != std::string::npos) return false;
  if (slash == std::string::npos) return is_day(edtf);
  return is_day(edtf.substr(0, slash)) && is_day(edtf.substr(slash + 1));
}

bool took_or_takes_place(const std::string& status) {
  return status == "held" || status == "ongoing" || status == "announced";
}

}  // namespace

std::optional<Node> plover_event(const query::ExportRecord& record,
                                 const catalogue::Catalogue& catalogue) {
  const RecordView meeting(record);
  if (!took_or_takes_place(meeting.text("status")) || !has_days(meeting.text("when"))) {
    return std::nullopt;
  }
  Actors actors = actors_of(meeting, catalogue);
  if (actors.source.empty()) return std::nullopt;
  Node out;
  out.text("id", meeting.text("id"));
  out.text("date", meeting.text("first_day"));
  if (meeting.text("last_day") != meeting.text("first_day")) {
    out.text("enddate", meeting.text("last_day"));
  }
  const std::vector<std::string> modes = modes_of(meeting, actors);
  out.objects("source", std::move(actors.source));
  out.objects("recipient", std::move(actors.recipient));
  out.texts("event", {"CONSULT"});
  out.texts("mode", modes);
  out.texts("context", meeting.text("status") == "announced"
                           ? std::vector<std::string>{"diplomatic", "future"}
                           : std::vector<std::string>{"diplomatic"});
  out.integer("quad_code", 1);
  Node place;
  place.text("name", meeting.text("place"));
  place.text("country", alpha3(meeting.text("country"), catalogue));
  out.object("event_loc", std::move(place));
  out.text("text", meeting.text("name"));
  Node cited;
  cited.texts("reports", meeting.list("reports"));
  out.object("cite_info", std::move(cited));
  return out;
}

}  // namespace rapporteur::service
