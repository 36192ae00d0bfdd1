#include "meeting_filter.h"

#include <array>
#include <utility>

#include "rapporteur/base/table.h"
#include "rapporteur/service/calendar.h"
#include "rapporteur/service/views.h"
#include "write.h"

namespace rapporteur::http {

namespace {

constexpr std::array<std::string_view, 8> kKinds = {
    "session", "summit", "talks", "visit", "call", "reception", "conference", "signing"};
constexpr std::array<std::string_view, 5> kStatuses = {"announced", "ongoing", "held", "postponed",
                                                       "cancelled"};
constexpr std::array<std::string_view, 2> kOrders = {"oldest", "newest"};
constexpr std::size_t kPiece = 500;  // meetings of a stream that are looked up at once

std::vector<std::string> parts_of(std::string_view words) {
  std::vector<std::string> out;
  for_each_part(words, ',', [&out](std::string_view part) { out.emplace_back(part); });
  return out;
}

std::string csv_of(const std::vector<query::MeetingRow>& meetings, bool with_header) {
  const auto* csv = output::find_format<output::Row>("csv");
  std::string out;
  if (with_header) {
    const query::MeetingRow none;
    csv->header(service::row_of(meetings.empty() ? none : meetings.front()), {}, out);
  }
  for (const query::MeetingRow& meeting : meetings) csv->write(service::row_of(meeting), {}, out);
  return out;
}

// All that the filter lets through, a piece at a time, each behind the one before.
Stream csv_stream(const Office& office, query::MeetingSlice slice) {
  slice.filter.limit = kPiece;
  return [&office, slice = std::move(slice)](const Write& write) mutable -> Result<void> {
    Result<store::Register> reg = office.open_to_read();
    if (!reg) return reg.error();
    for (bool first = true;; first = false) {
      Result<query::MeetingSlices> piece = query::slice_meetings(*reg, slice, office.catalogue());
      if (!piece) return piece.error();
      if (!write(csv_of(piece->meetings, first)) || !piece->next) return {};
      slice.after = piece->next;
    }
  };
}

Answer csv_answer(Desk& desk, const query::MeetingSlice& slice) {
  Answer out;
  out.type = "text/csv; charset=utf-8";
  out.headers.emplace_back("Content-Disposition", "attachment; filename=\"meetings.csv\"");
  out.stream = csv_stream(desk.office, slice);
  return out;
}

// A calendar has its own order and shows what it can show; see docs/formats/calendar.md.
Result<Answer> calendar_answer(Desk& desk, const query::MeetingSlice& slice) {
  if (!slice.words.empty()) return Error{ErrorCode::bad_data, "not of calendars", "?q"};
  if (!slice.states.empty()) return Error{ErrorCode::bad_data, "not of calendars", "?with"};
  Answer out;
  out.type = "text/calendar; charset=utf-8";
  out.headers.emplace_back("Content-Disposition", "inline; filename=\"meetings.ics\"");
  query::MeetingFilter filter = slice.filter;
  filter.limit = 0;
  out.stream = [&office = desk.office, filter](const Write& write) -> Result<void> {
    Result<store::Register> reg = office.open_to_read();
    if (!reg) return reg.error();
    const auto count =
        service::write_calendar(*reg, filter, office.catalogue(),
                                [&write](std::string_view bytes) { return write(bytes); });
    if (!count) return count.error();
    return {};
  };
  return out;
}

}  // namespace

query::MeetingSlice read_filter(Parameters& parameters) {
  query::MeetingSlice out;
  out.words = parameters.text("q");
  out.filter.body = parameters.text("body");
  out.filter.series = parameters.text("series");
  out.filter.state = parameters.text("state");
  out.states = parts_of(parameters.text("with"));
  out.filter.person = parameters.text("person");
  out.filter.place = parameters.text("place");
  out.filter.kind = parameters.choice("kind", kKinds);
  out.filter.status = parameters.choice("status", kStatuses);
  out.filter.from = parameters.text("from");
  out.filter.to = parameters.text("to");
  return out;
}

void read_place_in_list(Parameters& parameters, bool newest_first, query::MeetingSlice& slice) {
  const std::string order = parameters.choice("order", kOrders);
  slice.newest_first = order.empty() ? newest_first : order == "newest";
  slice.filter.limit = parameters.limit();
  if (const auto cursor = parameters.cursor(2)) slice.after = {(*cursor)[0], (*cursor)[1]};
}

Result<Answer> list_answer(Desk& desk, const Question& question, const query::MeetingSlice& slice) {
  if (question.format == "csv") return csv_answer(desk, slice);
  if (question.format == "ics") return calendar_answer(desk, slice);
  const catalogue::Catalogue* catalogue = desk.office.catalogue();
  Result<query::MeetingSlices> list = query::slice_meetings(desk.reg, slice, catalogue);
  if (!list) return list.error();
  Result<query::MeetingCount> count = query::count_meetings(desk.reg, slice, catalogue);
  if (!count) return count.error();
  return json_answer([&](Json& json) {
    json.key("meetings");
    write(list->meetings, json);
    json.member("total", count->total);
    json.key("emptied_by");
    write(count->emptied_by, json);
    json.member_or_null("next",
                        list->next ? cursor_of({list->next->first_day, list->next->id}) : "");
  });
}

}  // namespace rapporteur::http
