#include <algorithm>
#include <set>
#include <tuple>

#include "browse/browse.h"

namespace rapporteur::query {
namespace {

// Meetings and who took part, each pair once, by meeting.
std::string pairs_of(bool of_people, const std::string& where) {
  const std::string picked = "SELECT m.id FROM meeting AS m WHERE " + where;
  if (of_people) {
    return std::string("SELECT DISTINCT mm.meeting_id, pm.person_id") + kParticipantsOf +
           "JOIN member AS pm ON pm.object_id = o.id WHERE pm.person_id IS NOT NULL AND "
           "mm.meeting_id IN (" +
           picked + ") ORDER BY 1, 2";
  }
  return "SELECT mv.meeting_id, mv.value FROM meeting_value AS mv WHERE mv.property = 'state' AND "
         "mv.meeting_id IN (" +
         picked + ") ORDER BY 1, 2";
}

using Strength = std::map<std::pair<std::string, std::string>, std::int64_t>;

void add_meeting(const std::vector<std::string>& parties, Strength& edges,
                 std::map<std::string, std::int64_t>& nodes) {
  for (std::size_t i = 0; i < parties.size(); ++i) {
    ++nodes[parties[i]];
    for (std::size_t j = i + 1; j < parties.size(); ++j) ++edges[{parties[i], parties[j]}];
  }
}

Result<Network::Node> node_of(const Register& reg, bool of_people, const std::string& id,
                              std::int64_t meetings) {
  Network::Node out{id, id, "", meetings};
  if (!of_people) return out;
  Result<void> r = for_each_row(reg, "SELECT name, state FROM person WHERE id = ?", {id},
                                [&out](const Cursor& row) {
                                  out.name = row.text(0);
                                  out.state = row.text(1);
                                });
  if (!r) return r.error();
  return out;
}

}  // namespace

Result<Network> network(const Register& reg, const MeetingSlice& slice, bool of_people,
                        std::size_t most, const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  Result<std::vector<Condition>> conditions = conditions_of(reg, slice, catalogue);
  if (!conditions) return conditions.error();
  const auto [where, parameters] = all_of(*conditions);
  Strength strength;
  std::map<std::string, std::int64_t> meetings_of;
  std::string meeting;
  std::vector<std::string> parties;
  Result<void> r =
      for_each_row(reg, pairs_of(of_people, where), parameters, [&](const Cursor& row) {
        if (row.text(0) != meeting) {
          add_meeting(parties, strength, meetings_of);
          parties.clear();
          meeting = row.text(0);
        }
        parties.emplace_back(row.text(1));
      });
  if (!r) return r.error();
  add_meeting(parties, strength, meetings_of);

  Network out;
  for (const auto& [pair, meetings] : strength) {
    out.edges.push_back({pair.first, pair.second, meetings});
  }
  std::stable_sort(out.edges.begin(), out.edges.end(),
                   [](const auto& a, const auto& b) { return a.meetings > b.meetings; });
  if (out.edges.size() > most) {
    out.more = out.edges.size() - most;
    out.edges.resize(most);
  }
  std::set<std::string> named;
  for (const Network::Edge& edge : out.edges) named.insert({edge.a, edge.b});
  for (const std::string& id : named) {
    Result<Network::Node> node = node_of(reg, of_people, id, meetings_of[id]);
    if (!node) return node.error();
    out.nodes.push_back(*std::move(node));
  }
  return out;
}

}  // namespace rapporteur::query
