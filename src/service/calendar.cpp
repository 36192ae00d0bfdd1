#include "rapporteur/service/calendar.h"

#include <string>

#include "event_title.h"
#include "rapporteur/output/format.h"
#include "rapporteur/output/printable.h"
#include "rapporteur/query/words.h"

namespace rapporteur::service {

namespace {

using Standing = output::Event::Standing;

// It does not take place on its old date; where the new one is not known, there is nothing to show
// but that.
bool is_off(const query::Event& event) {
  return event.row.status == "cancelled" ||
         (event.row.status == "postponed" && event.rescheduled_to.empty());
}

Standing standing_of(const query::Event& event) {
  if (is_off(event)) return Standing::cancelled;
  return event.exact ? Standing::confirmed : Standing::tentative;
}

std::string summary_of(const query::Event& event, const catalogue::Catalogue* catalogue) {
  std::string out = title_of(event, catalogue);
  if (is_off(event)) out = (event.row.status == "cancelled" ? "Cancelled: " : "Postponed: ") + out;
  if (!event.exact) out += " (date known as " + query::date_words(event.when) + " only)";
  return out;
}

void add_line(std::string_view label, const std::string& value, std::string& out) {
  if (!value.empty()) out += std::string(label) + ": " + value + "\n";
}

std::string description_of(const query::Event& event, const catalogue::Catalogue* catalogue) {
  const query::MeetingRow& m = event.row;
  std::string out;
  add_line("Organisation", m.organisation, out);
  add_line("Organ", m.organ, out);
  if (m.ordinal) add_line("Number", std::to_string(*m.ordinal), out);
  add_line("Status", output::as_words(m.status), out);
  add_line("Date", query::date_words(event.when), out);
  if (m.status == "postponed") add_line("First planned for", query::date_words(m.when), out);
  add_line("Mode", event.mode, out);
  add_line("Chair", query::state_words(m.chair, catalogue), out);
  add_line("Chaired by", event.chair_person, out);
  if (!event.agenda.empty()) out += "Agenda:\n";
  for (const std::string& item : event.agenda) out += "- " + item + "\n";
  out += "Reports:\n";
  for (const std::string& report : event.reports) out += "- " + report + "\n";
  out.pop_back();
  return out;
}

std::string location_of(const query::Event& event, const catalogue::Catalogue* catalogue) {
  const std::string place = query::place_words(event.row, catalogue);
  if (event.venue.empty() || place.empty()) return event.venue + place;
  return event.venue + ", " + place;
}

// The first report that has an address.
std::string address_of(const query::Event& event) {
  for (const std::string& report : event.reports) {
    const bool is_web = report.starts_with("https://") || report.starts_with("http://");
    if (is_web && report.find_first_of(" \t\n\"<>") == std::string::npos) return report;
  }
  return {};
}

bool can_be_shown(const query::Event& event) { return event.days > 0 && event.days <= 366; }

output::Event event_of(const query::Event& event, const catalogue::Catalogue* catalogue) {
  output::Event out;
  out.id = event.row.id;
  out.first_day = event.first_day;
  out.last_day = event.last_day;
  out.stamp_day = event.latest_report.empty() ? event.first_day : event.latest_report;
  out.sequence = event.revisions;
  out.standing = standing_of(event);
  out.summary = summary_of(event, catalogue);
  out.description = description_of(event, catalogue);
  out.location = location_of(event, catalogue);
  out.category = output::as_words(event.row.kind);
  out.address = address_of(event);
  out.dates = event.when;
  return out;
}

}  // namespace

Result<CalendarCount> write_calendar(const store::Register& reg, const query::MeetingFilter& filter,
                                     const catalogue::Catalogue* catalogue,
                                     const std::function<bool(std::string_view)>& sink) {
  const output::Format<output::Event>& format = *output::find_format<output::Event>("ics");
  CalendarCount count;
  std::string bytes;
  format.begin({}, bytes);
  bool goes_on = sink(bytes);
  Result<void> r = query::for_each_event(reg, filter, catalogue, [&](const query::Event& event) {
    if (!goes_on) return false;
    if (!can_be_shown(event)) {
      ++count.left_out;
      return true;
    }
    ++count.events;
    if (!event.exact) ++count.imprecise;
    bytes.clear();
    format.write(event_of(event, catalogue), {}, bytes);
    goes_on = sink(bytes);
    return goes_on;
  });
  if (!r) return r.error();
  bytes.clear();
  format.end({}, bytes);
  sink(bytes);
  return count;
}

}  // namespace rapporteur::service
