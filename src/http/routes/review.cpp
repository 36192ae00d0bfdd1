// Review: what was read, the most doubtful first, and how much of it there is.
#include <charconv>

#include "desk.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

std::string words_of(double number) {
  std::array<char, 32> out{};
  const auto [end, failed] = std::to_chars(out.data(), out.data() + out.size(), number);
  return {out.data(), end};
}

// Errors: bad_data (a cursor that nobody gave).
Result<void> read_cursor(Parameters& parameters, query::DoubtSlice& slice) {
  const auto cursor = parameters.cursor(2);
  if (!cursor) return {};
  double confidence = 0;
  std::int64_t claim = 0;
  const std::string& first = (*cursor)[0];
  const std::string& second = (*cursor)[1];
  const auto a = std::from_chars(first.data(), first.data() + first.size(), confidence);
  const auto b = std::from_chars(second.data(), second.data() + second.size(), claim);
  if (a.ec != std::errc() || b.ec != std::errc()) {
    return Error{ErrorCode::bad_data, "take it from `next` of the answer before", "?cursor"};
  }
  slice.after = {confidence, claim};
  return {};
}

double read_below(Parameters& parameters) {
  return static_cast<double>(parameters.number("below", 100, 1, 100)) / 100;
}

Result<Answer> list(Desk& desk, Question& question) {
  query::DoubtSlice slice;
  Parameters& parameters = question.parameters;
  Spans spans(desk.reg, parameters.unit());
  slice.property = parameters.text("property");
  slice.below = read_below(parameters);
  slice.limit = static_cast<std::size_t>(parameters.number("limit", 20, 1, 100));
  if (Result<void> fine = read_cursor(parameters, slice); !fine) return fine.error();
  if (Result<void> fine = parameters.check(); !fine) return fine.error();
  const auto found = query::slice_doubts(desk.reg, slice);
  if (!found) return found.error();
  return json_answer([&](Json& json) {
    json.member("unit", spans.unit_name());
    write_list("doubts", found->doubts, json, [&](const query::Doubt& doubt) {
      write(doubt.what, desk.office.rule_book, spans, json);
    });
    std::string next;
    if (found->more && !found->doubts.empty()) {
      const query::Doubt& last = found->doubts.back();
      next = cursor_of({words_of(last.confidence), std::to_string(last.claim)});
    }
    json.member_or_null("next", next);
  });
}

Result<Answer> size(Desk& desk, Question& question) {
  const double below = read_below(question.parameters);
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto counts = query::count_doubts(desk.reg, below);
  if (!counts) return counts.error();
  return json_answer([&](Json& json) {
    write_list("properties", *counts, json, [&json](const query::DoubtCount& count) {
      json.begin_object();
      json.member("property", count.property);
      json.member("doubts", count.doubts);
      json.member("more", count.more);
      json.end_object();
    });
  });
}

constexpr Route kRoutes[] = {
    {"GET", "review", "", Role::reader, list},
    {"GET", "review/size", "", Role::reader, size},
};

}  // namespace

extern const Routes kReview;
const Routes kReview = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
