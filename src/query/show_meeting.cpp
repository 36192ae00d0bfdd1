#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "ask.h"
#include "participants.h"
#include "rapporteur/catalogue/fold.h"
#include "sessions.h"

namespace rapporteur::query {
namespace {

using Claims = std::vector<const ClaimRow*>;

// Which members stand on which side of a disputed property.
using Sides = std::map<std::pair<std::string, std::int64_t>, std::size_t>;

// The value that a claim supports: the same, else the same but for spelling, else the side its
// report takes, else the canonical one.
std::size_t value_of(const Fact& fact, const ClaimRow& claim, const Sides& sides) {
  for (std::size_t i = 0; i < fact.values.size(); ++i) {
    if (fact.values[i].value == claim.source.value) return i;
  }
  const auto side = sides.find({claim.property, claim.object});
  if (side != sides.end() && side->second < fact.values.size()) return side->second;
  const std::string folded = catalogue::fold(claim.source.value);
  for (std::size_t i = 0; i < fact.values.size(); ++i) {
    if (catalogue::fold(fact.values[i].value) == folded) return i;
  }
  return 0;
}

// What only later reports state is nothing that was known.
void drop_unstated(std::vector<Fact>& facts) {
  for (Fact& fact : facts) {
    std::erase_if(fact.values, [](const FactValue& value) { return value.sources.empty(); });
  }
  std::erase_if(facts, [](const Fact& fact) { return fact.values.empty(); });
}

Result<std::vector<Fact>> load_facts(const Register& reg, const std::string& id,
                                     const std::vector<ClaimRow>& claims) {
  std::vector<Fact> out;
  Result<void> r =
      for_each_row(reg,
                   "SELECT property, value, support, confidence, disputed FROM ranked_value "
                   "WHERE entity_id = ? ORDER BY property, rank",
                   {id}, [&out](const Cursor& row) {
                     if (out.empty() || out.back().property != row.text(0)) {
                       out.push_back({std::string(row.text(0)), {}});
                     }
                     FactValue& v = out.back().values.emplace_back();
                     v.value = row.text(1);
                     v.support = static_cast<int>(row.integer(2));
                     v.confidence = static_cast<float>(row.real(3));
                     v.disputed = row.integer(4) != 0;
                   });
  if (!r) return r.error();
  Sides sides;
  r = for_each_row(reg, "SELECT property, object_id, rank FROM side WHERE entity_id = ?", {id},
                   [&sides](const Cursor& row) {
                     sides.emplace(std::pair(std::string(row.text(0)), row.integer(1)),
                                   static_cast<std::size_t>(row.integer(2)));
                   });
  if (!r) return r.error();
  for (const ClaimRow& c : claims) {
    if (c.list != "meetings") continue;
    for (Fact& fact : out) {
      if (fact.property == c.property) {
        fact.values[value_of(fact, c, sides)].sources.push_back(c.source);
      }
    }
  }
  return out;
}

// What was said of the meeting's standing, in the order in which it was published.
std::vector<Stage> history_of(const std::vector<ClaimRow>& claims) {
  std::map<std::pair<std::string, std::int64_t>, Stage> stages;  // by date, then report and object
  std::map<std::int64_t, std::string> report_of;
  for (const ClaimRow& c : claims) {
    if (c.list != "meetings") continue;
    Stage& stage = stages[{c.source.published, c.object}];
    stage.published = c.source.published;
    report_of[c.object] = c.source.report;
    std::string* const value = c.property == "status"  ? &stage.status
                               : c.property == "when"  ? &stage.when
                               : c.property == "place" ? &stage.place
                                                       : nullptr;
    if (value == nullptr) continue;
    *value = c.source.value;
    stage.sources.push_back(c.source);
  }
  std::vector<std::pair<std::string, Stage>> sorted;
  for (auto& [key, stage] : stages) sorted.emplace_back(report_of[key.second], std::move(stage));
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return std::tie(a.second.published, a.first) < std::tie(b.second.published, b.first);
  });
  std::vector<Stage> out;
  for (auto& [report, stage] : sorted) {
    if (stage.status.empty() || stage.published.empty()) continue;
    const bool says_new = out.empty() || out.back().status != stage.status ||
                          (stage.status != "held" && out.back().when != stage.when);
    if (says_new) out.push_back(std::move(stage));
  }
  return out;
}

std::string value_of(const Claims& claims, std::string_view property) {
  for (const ClaimRow* c : claims) {
    if (c->property == property) return c->source.value;
  }
  return {};
}

// Items of one list; equal wordings of several reports are one item.
std::vector<Item> items_of(const std::vector<ClaimRow>& claims, std::string_view list) {
  std::map<std::int64_t, Claims> objects;
  std::vector<std::int64_t> order;
  for (const ClaimRow& c : claims) {
    if (c.list != list) continue;
    if (objects[c.object].empty()) order.push_back(c.object);
    objects[c.object].push_back(&c);
  }
  std::vector<Item> out;
  std::vector<Claims> behind;
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> index_of;
  for (const std::int64_t object : order) {
    const Claims& own = objects[object];
    const std::string text = value_of(own, list == "instruments" ? "name" : "text");
    const std::string act = value_of(own, "act");
    const std::string relation = value_of(own, "relation");
    const auto [at, is_new] =
        index_of.try_emplace({catalogue::fold(text), act, relation}, out.size());
    if (is_new) {
      out.push_back({text, {}, act, value_of(own, "actor"), relation, 0, {}});
      behind.emplace_back();
    }
    Item& item = out[at->second];
    for (const ClaimRow* c : own) {
      behind[at->second].push_back(c);
      const bool is_topic = c->property == "topics";
      if (is_topic &&
          std::find(item.topics.begin(), item.topics.end(), c->source.value) == item.topics.end()) {
        item.topics.push_back(c->source.value);
      }
      if (c->property == "text" || c->property == "name") item.sources.push_back(c->source);
    }
  }
  for (std::size_t i = 0; i < out.size(); ++i) out[i].support = support_of(behind[i]);
  return out;
}

// A link seen from its other end.
std::string reversed(const std::string& relation) {
  static const std::map<std::string, std::string> kReversed = {
      {"prepares", "prepared by"},
      {"next", "previous"},
      {"previous", "next"},
      {"sidelines", "has on its sidelines"},
      {"part_of", "has as a part"}};
  const auto found = kReversed.find(relation);
  return found == kReversed.end() ? relation : found->second;
}

Result<std::vector<LinkRow>> load_links(const Register& reg, const std::string& id) {
  struct Stated {
    std::string relation;
    std::string to;
    std::int64_t object;
  };
  std::vector<Stated> stated;
  Result<void> r = for_each_row(
      reg,
      "SELECT l.relation, f.meeting_id, t.meeting_id, l.object_id FROM link AS l "
      "JOIN member AS f ON f.object_id = l.from_id JOIN member AS t ON t.object_id = l.to_id "
      // Either end by its own index: a condition with OR would look at every link there is.
      "WHERE f.meeting_id <> t.meeting_id AND l.object_id IN ("
      "SELECT fl.object_id FROM member AS fm JOIN link AS fl ON fl.from_id = fm.object_id "
      "WHERE fm.meeting_id = ?1 UNION "
      "SELECT tl.object_id FROM member AS tm JOIN link AS tl ON tl.to_id = tm.object_id "
      "WHERE tm.meeting_id = ?1)",
      {id}, [&](const Cursor& row) {
        const std::string relation(row.text(0));
        const bool from_here = row.text(1) == id;
        stated.push_back({from_here ? relation : reversed(relation),
                          std::string(row.text(from_here ? 2 : 1)), row.integer(3)});
      });
  std::map<std::pair<std::string, std::string>, LinkRow> out;
  for (const Stated& s : stated) {
    if (!r) return r.error();
    LinkRow& link = out[{s.relation, s.to}];
    link.relation = s.relation;
    Result<std::vector<ClaimRow>> claims =
        load_claims(reg, "o.id = ? AND c.property = 'relation'", {s.object});
    if (!claims) return claims.error();
    for (ClaimRow& c : *claims) link.sources.push_back(std::move(c.source));
    r = for_each_row(reg,
                     std::string("SELECT ") + kMeetingColumns + " FROM meeting AS m WHERE m.id = ?",
                     {s.to}, [&link](const Cursor& row) { link.to = row_of(row); });
  }
  if (!r) return r.error();
  std::vector<LinkRow> links;
  for (auto& [key, link] : out) {
    std::sort(link.sources.begin(), link.sources.end(), [](const Source& a, const Source& b) {
      return std::tie(a.report, a.pointer) < std::tie(b.report, b.pointer);
    });
    links.push_back(std::move(link));
  }
  return links;
}

Result<void> load_merges(const Register& reg, const std::string& id, MeetingPage& page) {
  Result<void> r =
      for_each_row(reg,
                   "SELECT ra.key || ' ' || a.pointer, rb.key || ' ' || b.pointer, g.rule, g.score "
                   "FROM merge AS g "
                   "JOIN object AS a ON a.id = g.a_id JOIN version AS va ON va.id = a.version_id "
                   "JOIN report AS ra ON ra.id = va.report_id "
                   "JOIN object AS b ON b.id = g.b_id JOIN version AS vb ON vb.id = b.version_id "
                   "JOIN report AS rb ON rb.id = vb.report_id WHERE g.entity_id = ? ORDER BY 1, 2",
                   {id}, [&page](const Cursor& row) {
                     page.merges.push_back({std::string(row.text(0)), std::string(row.text(1)),
                                            std::string(row.text(2)), row.real(3)});
                   });
  if (!r) return r;
  return for_each_row(reg,
                      "SELECT own_id FROM member WHERE meeting_id = ?1 AND own_id <> ?1 ORDER BY 1",
                      {id}, [&page](const Cursor& row) { page.also.emplace_back(row.text(0)); });
}

}  // namespace

Result<MeetingPage> page_as_known(const Register& reg, const std::string& id,
                                  const std::string& as_of) {
  MeetingPage page;
  Result<void> r = for_each_row(
      reg, std::string("SELECT ") + kMeetingColumns + " FROM meeting AS m WHERE m.id = ?", {id},
      [&page](const Cursor& row) { page.row = row_of(row); });
  if (!r) return r.error();
  if (page.row.id.empty()) return Error{ErrorCode::not_found, "no such meeting: " + id, reg.path()};
  const Result<bool> is_known = put_as_known(reg, as_of, page.row);
  if (!is_known) return is_known.error();
  Result<std::vector<ClaimRow>> claims =
      load_claims(reg,
                  "o.id IN (SELECT object_id FROM member WHERE meeting_id = ?1 UNION "
                  "SELECT o2.id FROM object AS o2 JOIN member AS m2 ON m2.object_id = o2.parent_id "
                  "WHERE m2.meeting_id = ?1) AND " +
                      known_by(as_of),
                  {id});
  if (!claims) return claims.error();
  Result<std::vector<Fact>> facts = load_facts(reg, id, *claims);
  if (!facts) return facts.error();
  page.facts = std::move(*facts);
  page.history = history_of(*claims);
  if (!as_of.empty()) drop_unstated(page.facts);
  Result<std::vector<ParticipantRow>> participants = participants_of(reg, *claims);
  if (!participants) return participants.error();
  page.participants = std::move(*participants);
  page.agenda = items_of(*claims, "agenda");
  page.outcomes = items_of(*claims, "outcomes");
  page.instruments = items_of(*claims, "instruments");
  Result<std::vector<LinkRow>> links = load_links(reg, id);
  if (!links) return links.error();
  page.links = std::move(*links);
  if (r = load_merges(reg, id, page); !r) return r.error();
  Result<std::vector<CorrectionRow>> corrections = corrections_of(reg, id);
  if (!corrections) return corrections.error();
  page.corrections = *std::move(corrections);
  return page;
}

Result<MeetingPage> show_meeting(const Register& reg, const std::string& asked) {
  const Snapshot snapshot(reg);
  Result<std::string> id = reg.entity_of(asked);
  if (!id) return id.error();
  Result<MeetingPage> page = page_as_known(reg, *id, "");
  if (!page && page.error().code == ErrorCode::not_found) {
    return Error{ErrorCode::not_found, "no such meeting: " + asked, reg.path()};
  }
  return page;
}

}  // namespace rapporteur::query
