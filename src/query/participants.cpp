#include "participants.h"

#include <algorithm>
#include <tuple>

#include "rapporteur/catalogue/fold.h"

namespace rapporteur::query {
namespace {

struct Named {
  std::string id;
  std::string name;
  std::string state;
  std::string organisation;
};

int rank_of(const std::string& attendance) {
  if (attendance == "attended") return 3;
  if (attendance == "absent") return 2;
  return attendance == "expected" ? 1 : 0;
}

void add_once(std::vector<std::string>& list, const std::string& value) {
  const std::string folded = catalogue::fold(value);
  const bool known = std::any_of(list.begin(), list.end(), [&folded](const std::string& v) {
    return catalogue::fold(v) == folded;
  });
  if (!known) list.push_back(value);
}

void add_claim(ParticipantRow& row, const ClaimRow& c) {
  const std::string& v = c.source.value;
  if (c.property == "person" && row.name.empty()) row.name = v;
  if (c.property == "offices") add_once(row.offices, v);
  if (c.property == "state" && row.state.empty()) row.state = v;
  if (c.property == "organisation" && row.organisation.empty()) row.organisation = v;
  if (c.property == "attendance" && rank_of(v) > rank_of(row.attendance)) row.attendance = v;
  if (c.property == "capacity" && (row.capacity.empty() || v < row.capacity)) row.capacity = v;
  row.sources.push_back(c.source);
}

// Who nobody named is known by what is said.
std::string key_of(const std::vector<const ClaimRow*>& claims) {
  std::string out;
  for (const char* const property : {"state", "organisation", "offices"}) {
    for (const ClaimRow* c : claims) {
      if (c->property == property) out += catalogue::fold(c->source.value);
    }
    out += '|';
  }
  return out;
}

Result<Named> person_of(const Register& reg, std::int64_t object) {
  Named out;
  Result<void> r = for_each_row(reg,
                                "SELECT p.id, p.name, p.state, p.organisation FROM member AS m "
                                "JOIN person AS p ON p.id = m.person_id WHERE m.object_id = ?",
                                {object}, [&out](const Cursor& row) {
                                  out = {std::string(row.text(0)), std::string(row.text(1)),
                                         std::string(row.text(2)), std::string(row.text(3))};
                                });
  if (!r) return r.error();
  return out;
}

}  // namespace

Result<std::vector<ParticipantRow>> participants_of(const Register& reg,
                                                    const std::vector<ClaimRow>& claims) {
  std::map<std::int64_t, std::vector<const ClaimRow*>> objects;
  std::vector<std::int64_t> order;
  for (const ClaimRow& c : claims) {
    if (c.list != "participants") continue;
    if (objects[c.object].empty()) order.push_back(c.object);
    objects[c.object].push_back(&c);
  }
  std::map<std::string, std::pair<ParticipantRow, std::vector<const ClaimRow*>>> rows;
  for (const std::int64_t object : order) {
    Result<Named> person = person_of(reg, object);
    if (!person) return person.error();
    auto& [row, behind] = rows[person->id.empty() ? key_of(objects[object]) : person->id];
    row.person = person->id;
    for (const ClaimRow* c : objects[object]) {
      add_claim(row, *c);
      behind.push_back(c);
    }
    if (person->id.empty()) continue;
    row.name = person->name;
    if (!person->state.empty()) row.state = person->state;
    if (!person->organisation.empty()) row.organisation = person->organisation;
  }
  std::vector<ParticipantRow> out;
  for (auto& [key, row] : rows) {
    row.first.support = support_of(row.second);
    out.push_back(std::move(row.first));
  }
  const auto rank = [](const ParticipantRow& p) {
    return std::tuple(p.state.empty(), p.state, p.organisation, p.name.empty(), p.name, p.offices,
                      p.person);
  };
  std::sort(out.begin(), out.end(), [&rank](const ParticipantRow& a, const ParticipantRow& b) {
    return rank(a) < rank(b);
  });
  return out;
}

}  // namespace rapporteur::query
