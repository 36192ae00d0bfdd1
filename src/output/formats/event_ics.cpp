// Events as iCalendar (RFC 5545), one VCALENDAR around all. Days without a time of day: DTEND is
// the day after the last one. Nobody's time is blocked: a reader of the calendar need not take
// part.
#include <libical/ical.h>

#include <charconv>
#include <memory>

#include "rapporteur/output/format.h"

namespace rapporteur::output::formats {

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;
constexpr std::string_view kEnd = "END:VCALENDAR\r\n";

void append(icalcomponent* component, std::string& out) {
  char* const bytes = icalcomponent_as_ical_string_r(component);
  if (bytes == nullptr) return;
  out += bytes;
  icalmemory_free_buffer(bytes);
}

// Line ends as the format knows them; control characters, which it forbids, as spaces.
std::string text(std::string_view value) {
  std::string out;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_control = (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
    if (c != '\r') out += is_control ? ' ' : c;
  }
  return out;
}

int number(std::string_view digits) {
  int out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

// "2018-05-21" as a day without a time.
icaltimetype day(const std::string& iso) {
  icaltimetype out = icaltime_null_date();
  const std::string_view digits = iso;
  if (digits.size() != 10) return out;
  out.year = number(digits.substr(0, 4));
  out.month = number(digits.substr(5, 2));
  out.day = number(digits.substr(8, 2));
  return out;
}

icaltimetype day_after(const std::string& iso) {
  icaltimetype out = day(iso);
  icaltime_adjust(&out, 1, 0, 0, 0);
  return out;
}

icaltimetype midnight(const std::string& iso) {
  icaltimetype out = day(iso);
  out.is_date = 0;
  out.hour = out.minute = out.second = 0;
  out.zone = icaltimezone_get_utc_timezone();
  return out;
}

icalproperty_status status(Event::Standing standing) {
  switch (standing) {
    case Event::Standing::tentative:
      return ICAL_STATUS_TENTATIVE;
    case Event::Standing::cancelled:
      return ICAL_STATUS_CANCELLED;
    case Event::Standing::confirmed:
      break;
  }
  return ICAL_STATUS_CONFIRMED;
}

void write(const Event& event, const Options&, std::string& out) {
  const Component vevent(icalcomponent_new(ICAL_VEVENT_COMPONENT), icalcomponent_free);
  const auto add = [&vevent](icalproperty* property) {
    icalcomponent_add_property(vevent.get(), property);
  };
  add(icalproperty_new_uid((event.id + "@rapporteur").c_str()));
  add(icalproperty_new_dtstamp(midnight(event.stamp_day)));
  add(icalproperty_new_sequence(event.sequence));
  add(icalproperty_new_dtstart(day(event.first_day)));
  add(icalproperty_new_dtend(day_after(event.last_day)));
  add(icalproperty_new_status(status(event.standing)));
  add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  add(icalproperty_new_summary(text(event.summary).c_str()));
  if (!event.description.empty()) {
    add(icalproperty_new_description(text(event.description).c_str()));
  }
  if (!event.location.empty()) add(icalproperty_new_location(text(event.location).c_str()));
  if (!event.category.empty()) add(icalproperty_new_categories(text(event.category).c_str()));
  if (!event.address.empty()) add(icalproperty_new_url(text(event.address).c_str()));
  icalproperty* const edtf = icalproperty_new_x(event.dates.c_str());
  icalproperty_set_x_name(edtf, "X-RAPPORTEUR-EDTF");
  add(edtf);
  append(vevent.get(), out);
}

// A calendar without events, but for its last line.
void begin(const Options&, std::string& out) {
  const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT), icalcomponent_free);
  const auto add = [&calendar](icalproperty* property) {
    icalcomponent_add_property(calendar.get(), property);
  };
  add(icalproperty_new_version("2.0"));
  add(icalproperty_new_prodid("-//Rapporteur//Register of meetings//EN"));
  add(icalproperty_new_calscale("GREGORIAN"));
  add(icalproperty_new_method(ICAL_METHOD_PUBLISH));
  append(calendar.get(), out);
  if (out.ends_with(kEnd)) out.resize(out.size() - kEnd.size());
}

void end(const Options&, std::string& out) { out += kEnd; }

}  // namespace

extern const Format<subject::event> event_ics;
const Format<subject::event> event_ics = {"ics", "iCalendar", write, nullptr, begin, end};

}  // namespace rapporteur::output::formats
