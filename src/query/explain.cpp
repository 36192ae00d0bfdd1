#include <algorithm>
#include <optional>

#include "ask.h"
#include "rapporteur/record/claim.h"

namespace rapporteur::query {
namespace {

constexpr std::size_t kContextBytes = 400;

// The first and the last word of a stretch of a line that was cut out are left out if they are cut.
ByteSpan whole_words(std::string_view text, std::size_t begin, std::size_t end, ByteSpan span) {
  const auto is_space = [&text](std::size_t at) { return text[at] == ' ' || text[at] == '\n'; };
  if (begin > 0 && !is_space(begin - 1)) {
    while (begin < span.begin && !is_space(begin)) ++begin;
  }
  if (end < text.size() && !is_space(end)) {
    while (end > span.end && !is_space(end - 1)) --end;
  }
  while (begin < span.begin && is_space(begin)) ++begin;
  while (end > span.end && is_space(end - 1)) --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The line around a span or, of a long line, the words that stand near the span.
std::string context_of(std::string_view text, ByteSpan span) {
  std::size_t begin = span.begin == 0 ? 0 : text.rfind('\n', span.begin - 1) + 1;
  std::size_t end = std::min(text.find('\n', span.end), text.size());
  if (span.begin - begin > kContextBytes / 2) begin = span.begin - kContextBytes / 2;
  if (end - span.end > kContextBytes / 2) end = span.end + kContextBytes / 2;
  return std::string(whole_words(text, begin, end, span).of(text));
}

struct Found {
  std::int64_t version = 0;
  std::string engine;
  std::string text;
};

Result<Found> find_report(const Register& reg, const std::string& report) {
  // One after the other, since each has an index and both together have none.
  for (const std::string named : {"r.key = ?", "v.name = ?"}) {
    std::optional<Found> out;
    Result<void> r = for_each_row(
        reg,
        "SELECT v.id, v.engine, t.text FROM version AS v JOIN report AS r ON r.id = v.report_id "
        "JOIN text AS t ON t.digest = v.digest WHERE v.current = 1 AND " +
            named + " ORDER BY r.key LIMIT 1",
        {report}, [&out](const Cursor& row) {
          out = {row.integer(0), std::string(row.text(1)), std::string(row.text(2))};
        });
    if (!r) return r.error();
    if (out) return *std::move(out);
  }
  return Error{ErrorCode::not_found, "no such report: " + report, reg.path()};
}

Result<std::string> entity_of_object(const Register& reg, const ClaimRow& c) {
  std::string out;
  Result<void> r = for_each_row(
      reg,
      "SELECT coalesce(meeting_id, person_id) FROM member WHERE object_id IN (?, ?) "
      "ORDER BY object_id = ? DESC LIMIT 1",
      {c.object, c.meeting_object, c.object}, [&out](const Cursor& row) { out = row.text(0); });
  if (!r) return r.error();
  return out;
}

}  // namespace

Result<std::vector<Explanation>> explain(const Register& reg, const std::string& report,
                                         const std::string& pointer) {
  const Snapshot snapshot(reg);
  Result<Found> found = find_report(reg, report);
  if (!found) return found.error();
  Result<std::vector<ClaimRow>> claims =
      load_claims(reg,
                  "v.id = ? AND (o.pointer || '/' || c.property = ? OR o.pointer = ? OR "
                  "substr(o.pointer, 1, length(?) + 1) = ? || '/')",
                  {found->version, pointer, pointer, pointer, pointer});
  if (!claims) return claims.error();
  if (claims->empty()) {
    return Error{ErrorCode::not_found, "the report states nothing at " + pointer, report};
  }
  std::vector<Explanation> out;
  for (ClaimRow& c : *claims) {
    Result<std::string> entity = entity_of_object(reg, c);
    if (!entity) return entity.error();
    Explanation e;
    e.entity = std::move(*entity);
    e.engine = found->engine;
    const bool has_words = !c.source.evidence.empty();
    if (has_words && is_valid(c.source.evidence.front(), found->text)) {
      e.context = context_of(found->text, c.source.evidence.front());
    }
    e.source = std::move(c.source);
    out.push_back(std::move(e));
  }
  return out;
}

Result<std::vector<Explanation>> explain(const record::Reading& reading,
                                         const std::string& pointer) {
  std::vector<Explanation> out;
  for (const record::Claim& claim : record::claims_of(reading)) {
    if (claim.pointer != pointer && !claim.pointer.starts_with(pointer + "/")) continue;
    if (claim.evidence.empty()) continue;  // ids and what follows from other facts
    Explanation e;
    e.engine = reading.engine;
    e.source.report = reading.report.id;
    e.source.title = reading.report.title;
    e.source.pointer = claim.pointer;
    e.source.value = claim.value;
    e.source.evidence = claim.evidence;
    for (const ByteSpan span : claim.evidence) {
      e.source.quotes.emplace_back(span.of(reading.report.text));
    }
    if (!claim.evidence.empty()) {
      e.context = context_of(reading.report.text, claim.evidence.front());
    }
    e.source.confidence = claim.confidence;
    e.source.rule = claim.rule;
    out.push_back(std::move(e));
  }
  if (out.empty()) {
    return Error{ErrorCode::not_found, "the report states nothing at " + pointer,
                 reading.report.id};
  }
  return out;
}

}  // namespace rapporteur::query
