#include "browse/browse.h"

namespace rapporteur::query {
namespace {

constexpr const char* kPerson =
    "p.id, p.name, p.state, p.organisation, (SELECT count(DISTINCT mm.meeting_id) FROM member AS "
    "pm JOIN object AS o ON o.id = pm.object_id JOIN member AS mm ON mm.object_id = o.parent_id "
    "WHERE pm.person_id = p.id)";

PersonRow person_of(const Cursor& row) {
  return {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
          std::string(row.text(3)), row.integer(4)};
}

}  // namespace

Result<PersonSlices> slice_people(const Register& reg, const PersonSlice& slice) {
  std::string where = "1 = 1";
  std::vector<Value> parameters;
  if (!slice.name.empty()) {
    where +=
        " AND p.id IN (SELECT entity_id FROM ranked_value WHERE property = 'person' AND "
        "value LIKE ? ESCAPE '\\')";
    parameters.emplace_back(like(slice.name));
  }
  if (!slice.state.empty()) {
    where += " AND p.state = ?";
    parameters.emplace_back(slice.state);
  }
  if (slice.after) {
    where += " AND (p.name, p.id) > (?, ?)";
    parameters.emplace_back(slice.after->first);
    parameters.emplace_back(slice.after->second);
  }
  parameters.emplace_back(asked_for(slice.limit));
  PersonSlices out;
  Result<void> r =
      for_each_row(reg,
                   std::string("SELECT ") + kPerson +
                       " FROM (SELECT p.id AS picked FROM person AS p WHERE " + where +
                       " ORDER BY p.name, p.id LIMIT ?) JOIN person AS p "
                       "ON p.id = picked ORDER BY p.name, p.id",
                   parameters, [&out](const Cursor& row) { out.people.push_back(person_of(row)); });
  if (!r) return r.error();
  out.more = cut_to(slice.limit, out.people);
  return out;
}

Result<PersonRow> find_person(const Register& reg, const std::string& asked) {
  Result<std::string> id = reg.entity_of(asked);
  if (!id) return id.error();
  PersonRow out;
  Result<void> r =
      for_each_row(reg, std::string("SELECT ") + kPerson + " FROM person AS p WHERE p.id = ?",
                   {*id}, [&out](const Cursor& row) { out = person_of(row); });
  if (!r) return r.error();
  if (out.id.empty()) return Error{ErrorCode::not_found, "no such person: " + asked, reg.path()};
  return out;
}

Result<std::vector<PersonRow>> counterparts(const Register& reg, const std::string& person,
                                            std::size_t most) {
  std::vector<PersonRow> out;
  Result<void> r = for_each_row(
      reg,
      "SELECT p.id, p.name, p.state, p.organisation, count(DISTINCT mm.meeting_id) AS together "
      "FROM member AS mm JOIN object AS o ON o.parent_id = mm.object_id AND o.list = "
      "'participants' JOIN member AS pm ON pm.object_id = o.id JOIN person AS p ON p.id = "
      "pm.person_id WHERE p.id <> ?1 AND mm.meeting_id IN (SELECT mm2.meeting_id FROM member AS "
      "own JOIN object AS o2 ON o2.id = own.object_id JOIN member AS mm2 ON mm2.object_id = "
      "o2.parent_id WHERE own.person_id = ?1) GROUP BY p.id ORDER BY together DESC, p.name, p.id "
      "LIMIT ?2",
      {person, static_cast<std::int64_t>(most)},
      [&out](const Cursor& row) { out.push_back(person_of(row)); });
  if (!r) return r.error();
  return out;
}

}  // namespace rapporteur::query
