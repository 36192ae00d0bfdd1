#include "rapporteur/query/subject.h"

#include <algorithm>
#include <set>

#include "rapporteur/catalogue/fold.h"
#include "sessions.h"

namespace rapporteur::query {
namespace {

constexpr std::size_t kListed = 8;

// What else somebody may have meant, for the error.
struct Candidates {
  std::vector<std::string> names;
  void add(const std::string& name, const std::string& id) {
    names.push_back(id.empty() ? name : name + " (" + id + ")");
  }
};

Error several(const std::string& what, const Candidates& found, const std::string& path) {
  std::string message = "'" + what + "' may mean ";
  for (std::size_t i = 0; i < found.names.size() && i < kListed; ++i) {
    message += (i > 0 ? "; " : "") + found.names[i];
  }
  if (found.names.size() > kListed) {
    message += "; and " + std::to_string(found.names.size() - kListed) + " more";
  }
  return {ErrorCode::not_found, message, path};
}

Result<std::vector<std::pair<std::string, std::string>>> pairs(
    const Register& reg, std::string_view sql, const std::vector<Value>& parameters) {
  std::vector<std::pair<std::string, std::string>> out;
  Result<void> r = for_each_row(reg, sql, parameters, [&out](const Cursor& row) {
    out.emplace_back(row.text(0), row.text(1));
  });
  if (!r) return r.error();
  return out;
}

Result<std::optional<Subject>> by_id(const Register& reg, const std::string& what) {
  const Result<std::string> id = reg.entity_of(what);
  if (!id && id.error().code != ErrorCode::not_found) return id.error();
  if (id) {
    const bool is_person = id->starts_with("p-");
    return std::optional(
        Subject{is_person ? Subject::Kind::person : Subject::Kind::meeting, *id, ""});
  }
  auto found = pairs(reg, "SELECT id, id FROM series WHERE id = ?", {what});
  if (!found) return found.error();
  if (found->empty()) return std::optional<Subject>();
  return std::optional(Subject{Subject::Kind::series, what, ""});
}

std::optional<Subject> by_state(const std::string& what, const catalogue::Catalogue* catalogue) {
  if (catalogue == nullptr) return std::nullopt;
  catalogue::Index index = catalogue->find_state(what);
  if (index == catalogue::npos) index = catalogue->find_state_named(what);
  if (index == catalogue::npos) return std::nullopt;
  const catalogue::State& state = catalogue->states()[index];
  return Subject{Subject::Kind::state, std::string(state.code), std::string(state.name)};
}

// Organisations of the register by one of the names that the tables have, by the same words, or
// by a part of their name. Errors: not_found (several).
Result<std::optional<Subject>> by_body(const Register& reg, const std::string& what,
                                       const catalogue::Catalogue* catalogue) {
  auto all = pairs(reg,
                   "SELECT organisation, count(*) FROM meeting WHERE organisation IS NOT NULL "
                   "GROUP BY organisation ORDER BY count(*) DESC, organisation",
                   {});
  if (!all) return all.error();
  std::set<std::string> names = {catalogue::fold(what)};
  if (catalogue != nullptr) {
    for (const catalogue::Index index : catalogue->find_bodies_named(what)) {
      names.insert(catalogue::fold(catalogue->bodies()[index].name));
    }
  }
  const std::string part = catalogue::fold(what);
  Candidates found;
  std::string only;
  for (const auto& [name, count] : *all) {
    const std::string folded = catalogue::fold(name);
    if (names.contains(folded)) return std::optional(Subject{Subject::Kind::body, name, name});
    if (part.size() < 4 || folded.find(part) == std::string::npos) continue;
    found.add(name, "");
    only = name;
  }
  if (found.names.size() > 1) return several(what, found, reg.path());
  if (found.names.empty()) return std::optional<Subject>();
  return std::optional(Subject{Subject::Kind::body, only, only});
}

Result<std::optional<Subject>> by_person(const Register& reg, const std::string& what) {
  auto found = pairs(reg,
                     "SELECT DISTINCT p.id, p.name FROM person AS p LEFT JOIN ranked_value AS rv "
                     "ON rv.entity_id = p.id AND rv.property = 'person' "
                     "WHERE p.name LIKE ?1 ESCAPE '\\' OR rv.value LIKE ?1 ESCAPE '\\' "
                     "ORDER BY p.name, p.id",
                     {like(what)});
  if (!found) return found.error();
  if (found->empty()) return std::optional<Subject>();
  Candidates candidates;
  std::vector<std::string> exact;
  for (const auto& [id, name] : *found) {
    candidates.add(name, id);
    if (catalogue::fold(name) == catalogue::fold(what)) exact.push_back(id);
  }
  if (exact.size() == 1) return std::optional(Subject{Subject::Kind::person, exact.front(), ""});
  if (found->size() > 1) return several(what, candidates, reg.path());
  return std::optional(Subject{Subject::Kind::person, found->front().first, ""});
}

}  // namespace

Result<Subject> find_subject(const Register& reg, const std::string& what,
                             const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  Result<std::optional<Subject>> found = by_id(reg, what);
  if (found && !*found) found = by_state(what, catalogue);
  if (found && !*found) found = by_body(reg, what, catalogue);
  if (found && !*found) found = by_person(reg, what);
  if (!found) return found.error();
  if (*found) return **found;
  const Result<std::vector<SeriesRow>> series = series_matching(reg, what, catalogue);
  if (!series) return series.error();
  if (series->size() == 1) return Subject{Subject::Kind::series, series->front().id, ""};
  Candidates candidates;
  for (const SeriesRow& s : *series) {
    candidates.add(s.organisation.empty() ? s.organ : s.organisation + ", " + s.organ, s.id);
  }
  if (!series->empty()) return several(what, candidates, reg.path());
  return Error{ErrorCode::not_found,
               "no meeting, person, series, state or body of the register has this id or name",
               what};
}

Result<std::vector<SeriesRow>> series_of_body(const Register& reg, const std::string& organisation,
                                              const std::string& organ) {
  const Condition body = of_body(organisation, organ);
  std::vector<SeriesRow> out;
  Result<void> r = for_each_row(
      reg,
      kSeriesColumns + (" WHERE s.id IN (SELECT m.series_id FROM meeting AS m WHERE " + body.sql) +
          ") ORDER BY 2, 3, 1",
      body.parameters, [&out](const Cursor& row) { out.push_back(series_of(row)); });
  if (!r) return r.error();
  // Of another body is a series of which only some sessions are said to be of this one.
  std::erase_if(out, [&](const SeriesRow& s) {
    return s.organisation != organisation || (!organ.empty() && s.organ != organ);
  });
  return out;
}

Result<std::vector<MeetingRow>> meetings_apart(const Register& reg, const std::string& organisation,
                                               const std::string& organ) {
  const Condition body = of_body(organisation, organ);
  std::vector<MeetingRow> out;
  Result<void> r = for_each_row(
      reg,
      std::string("SELECT ") + kMeetingColumns + " FROM meeting AS m WHERE " + body.sql +
          " AND m.series_id IS NULL "
          "ORDER BY m.first_day IS NULL, m.first_day, m.id",
      body.parameters, [&out](const Cursor& row) { out.push_back(row_of(row)); });
  if (!r) return r.error();
  return out;
}

}  // namespace rapporteur::query
