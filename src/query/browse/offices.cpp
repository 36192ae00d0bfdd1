#include <algorithm>
#include <set>
#include <tuple>

#include "browse/browse.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::query {
namespace {

// Who holds the office by a claim, and when its report was published.
struct Said {
  PersonRow person;
  std::string published;
};

// The claims that name the office, and what belongs to each; one key is made of a wording once.
Result<std::vector<ClaimRow>> claims_on(const Register& reg, const OfficeKey& key,
                                        const catalogue::Catalogue* catalogue,
                                        std::map<std::string, Said>& said) {
  const auto value_or_null = [](const std::string& v) { return v.empty() ? Value(nullptr) : v; };
  std::map<std::string, bool, std::less<>> is_it;
  std::string ids;  // numbers
  Result<void> r = for_each_row(
      reg,
      "SELECT c.id, c.value, p.id, p.name, p.state, p.organisation, v.published, "
      "r.key || ' ' || o.pointer FROM person AS p JOIN member AS m ON m.person_id = p.id "
      "JOIN object AS o ON o.id = m.object_id JOIN standing_claim AS c ON c.object_id = o.id "
      "AND c.property IN ('office', 'offices') JOIN version AS v ON v.id = o.version_id "
      "JOIN report AS r ON r.id = v.report_id WHERE p.state IS NOT DISTINCT FROM ? AND "
      "p.organisation IS NOT DISTINCT FROM ?",
      {value_or_null(key.state), value_or_null(key.organisation)}, [&](const Cursor& row) {
        auto known = is_it.find(row.text(1));
        if (known == is_it.end()) {
          const std::string office(row.text(1));
          const OfficeKey its_key = office_key_of(key.state, key.organisation, office, catalogue);
          known = is_it.emplace(office, its_key == key).first;
        }
        if (!known->second) return;
        ids += (ids.empty() ? "" : ",") + std::string(row.text(0));
        said[std::string(row.text(7))] = {{std::string(row.text(2)), std::string(row.text(3)),
                                           std::string(row.text(4)), std::string(row.text(5)), 0},
                                          std::string(row.text(6))};
      });
  if (!r) return r.error();
  if (ids.empty()) return Error{ErrorCode::not_found, "no such office", key.office};
  return load_claims(reg, "c.id IN (" + ids + ")", {});
}

void add_claim(const Said& said, const ClaimRow& claim, OfficePage::Holder& holder) {
  holder.person = said.person;
  const std::string& date = said.published;
  const bool first = !date.empty() && (holder.first_report.empty() || date < holder.first_report);
  if (first) holder.first_report = date;
  holder.last_report = std::max(holder.last_report, date);
  holder.sources.push_back(claim.source);
}

}  // namespace

OfficeKey office_key_of(const std::string& state, const std::string& organisation,
                        const std::string& office, const catalogue::Catalogue* catalogue) {
  return {state, organisation,
          catalogue == nullptr ? catalogue::fold(office) : catalogue->office_key(office)};
}

Result<OfficePage> show_office(const Register& reg, const OfficeKey& key,
                               const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  std::map<std::string, Said> said;
  Result<std::vector<ClaimRow>> claims = claims_on(reg, key, catalogue, said);
  if (!claims) return claims.error();
  OfficePage out;
  out.key = key;
  std::set<std::string> wordings;
  std::map<std::string, std::pair<OfficePage::Holder, std::vector<const ClaimRow*>>> holders;
  for (const ClaimRow& c : *claims) {
    const Said& who = said[c.source.report + " " + c.object_pointer];
    wordings.insert(c.source.value);
    auto& [holder, behind] = holders[who.person.id];
    add_claim(who, c, holder);
    behind.push_back(&c);
  }
  for (auto& [id, entry] : holders) {
    entry.first.support = support_of(entry.second, &ClaimRow::person_group);
    out.holders.push_back(std::move(entry.first));
  }
  std::stable_sort(out.holders.begin(), out.holders.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first_report, a.last_report) < std::tie(b.first_report, b.last_report);
  });
  out.wordings.assign(wordings.begin(), wordings.end());
  return out;
}

}  // namespace rapporteur::query
