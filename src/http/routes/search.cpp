// Search: facts and texts that hold words.
#include <charconv>

#include "desk.h"
#include "meeting_filter.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

// The words in pieces, so that a page need not mark them up: found or not.
void write_snippet(const std::string& snippet, Json& json) {
  json.key("snippet");
  json.begin_array();
  bool found = false;
  std::string_view rest = snippet;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(found ? '\x03' : '\x02'), rest.size());
    if (end > 0) {
      json.begin_object();
      json.member("text", rest.substr(0, end));
      json.member("found", found);
      json.end_object();
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
    found = !found;
  }
  json.end_array();
}

void write_hit(const query::SearchHit& hit, Json& json) {
  json.begin_object();
  json.member("report", hit.report);
  json.member("report_id", report_id_of(hit.report));
  json.member_or_null("title", hit.title);
  json.member_or_null("pointer", hit.pointer);
  json.member_or_null("fact", hit.pointer.empty() ? "" : fact_address(hit.report, hit.pointer));
  json.member_or_null("property", hit.property);
  json.member_or_null("meeting", hit.meeting);
  write_snippet(hit.snippet, json);
  json.end_object();
}

std::string next_of(const query::SearchFilter::Position& last) {
  return cursor_of({std::to_string(last.score), last.report, last.pointer, last.value});
}

// Errors: bad_data (a cursor that nobody gave).
Result<void> read_cursor(Parameters& parameters, query::SearchFilter& filter) {
  const auto cursor = parameters.cursor(4);
  if (!cursor) return {};
  query::SearchFilter::Position after{0, (*cursor)[1], (*cursor)[2], (*cursor)[3]};
  const std::string& score = (*cursor)[0];
  const auto read = std::from_chars(score.data(), score.data() + score.size(), after.score);
  if (read.ec != std::errc()) {
    return Error{ErrorCode::bad_data, "take it from `next` of the answer before", "?cursor"};
  }
  filter.after = std::move(after);
  return {};
}

Result<Answer> search(Desk& desk, Question& question) {
  const query::MeetingSlice slice = read_filter(question.parameters);
  query::SearchFilter filter;
  filter.words = slice.words;
  filter.meetings = slice.filter;
  filter.limit = question.parameters.limit();
  if (const Result<void> fine = read_cursor(question.parameters, filter); !fine) {
    return fine.error();
  }
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto found = query::search(desk.reg, filter, desk.office.catalogue());
  if (!found) return found.error();
  return json_answer([&](Json& json) {
    write_list("hits", found->hits, json,
               [&json](const query::SearchHit& hit) { write_hit(hit, json); });
    json.member("facts", found->facts);
    json.member("texts", found->texts);
    json.key("emptied_by");
    write(found->emptied_by, json);
    json.member_or_null("next", found->next ? next_of(*found->next) : "");
  });
}

constexpr Route kRoutes[] = {
    {"GET", "search", "", Role::reader, search},
};

}  // namespace

extern const Routes kSearch;
const Routes kSearch = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
