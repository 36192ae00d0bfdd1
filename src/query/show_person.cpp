#include <algorithm>
#include <tuple>

#include "ask.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::query {
namespace {

// Offices as reports word them, per state and organisation, with the dates of these reports.
Result<std::vector<PersonPage::Held>> load_offices(const Register& reg, const std::string& id) {
  Result<std::vector<ClaimRow>> claims =
      load_claims(reg, "o.id IN (SELECT object_id FROM member WHERE person_id = ?)", {id});
  if (!claims) return claims.error();
  std::map<std::string, std::string> published;
  Result<void> r = for_each_row(
      reg,
      "SELECT DISTINCT r.key, v.published FROM member AS m JOIN object AS o ON o.id = m.object_id "
      "JOIN version AS v ON v.id = o.version_id JOIN report AS r ON r.id = v.report_id "
      "WHERE m.person_id = ?",
      {id}, [&published](const Cursor& row) {
        published.emplace(std::string(row.text(0)), std::string(row.text(1)));
      });
  if (!r) return r.error();

  std::map<std::int64_t, std::pair<std::string, std::string>> side;  // state, organisation
  for (const ClaimRow& c : *claims) {
    if (c.property == "state") side[c.object].first = c.source.value;
    if (c.property == "organisation") side[c.object].second = c.source.value;
  }
  std::map<std::tuple<std::string, std::string, std::string>,
           std::pair<PersonPage::Held, std::vector<const ClaimRow*>>>
      rows;
  for (const ClaimRow& c : *claims) {
    if (c.property != "office" && c.property != "offices") continue;
    const auto& [state, organisation] = side[c.object];
    auto& [held, behind] = rows[{state, organisation, catalogue::fold(c.source.value)}];
    if (held.office.empty()) held.office = c.source.value;
    held.state = state;
    held.organisation = organisation;
    const std::string& date = published[c.source.report];
    const bool first = !date.empty() && (held.first_report.empty() || date < held.first_report);
    if (first) held.first_report = date;
    held.last_report = std::max(held.last_report, date);
    held.sources.push_back(c.source);
    behind.push_back(&c);
  }
  std::vector<PersonPage::Held> out;
  for (auto& [key, row] : rows) {
    row.first.support = support_of(row.second, &ClaimRow::person_group);
    out.push_back(std::move(row.first));
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first_report, a.last_report) < std::tie(b.first_report, b.last_report);
  });
  return out;
}

}  // namespace

Result<PersonPage> show_person(const Register& reg, const std::string& asked) {
  const Snapshot snapshot(reg);
  Result<std::string> id = reg.entity_of(asked);
  if (!id) return id.error();
  PersonPage page;
  Result<void> r =
      for_each_row(reg, "SELECT id, name FROM person WHERE id = ?", {*id}, [&](const Cursor& row) {
        page.id = row.text(0);
        page.name = row.text(1);
      });
  if (!r) return r.error();
  if (page.id.empty()) return Error{ErrorCode::not_found, "no such person: " + asked, reg.path()};
  r = for_each_row(reg,
                   "SELECT value FROM ranked_value WHERE entity_id = ? AND property = 'person' "
                   "ORDER BY rank",
                   {*id}, [&page](const Cursor& row) { page.names.emplace_back(row.text(0)); });
  if (!r) return r.error();
  Result<std::vector<PersonPage::Held>> offices = load_offices(reg, *id);
  if (!offices) return offices.error();
  page.offices = std::move(*offices);
  MeetingFilter filter;
  filter.person = *id;
  Result<MeetingList> meetings = list_meetings(reg, filter);
  if (!meetings) return meetings.error();
  page.meetings = std::move(meetings->meetings);
  Result<std::vector<CorrectionRow>> corrections = corrections_of(reg, *id);
  if (!corrections) return corrections.error();
  page.corrections = *std::move(corrections);
  return page;
}

}  // namespace rapporteur::query
