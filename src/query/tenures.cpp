// Holdings over time: each report that names somebody in an office says so for one day, that of the
// meeting where the person took part or else its own. The days between the first and the last are
// the tenure "as of" reports; what was before or after, nobody said.
#include <algorithm>
#include <set>
#include <tuple>

#include "rapporteur/catalogue/fold.h"
#include "rapporteur/query/derived.h"
#include "rapporteur/query/words.h"
#include "sessions.h"

namespace rapporteur::query {
namespace {

// One claim of an office, with what stands beside it.
struct Naming {
  std::int64_t claim = 0;
  std::string person, name, key, office, state, organisation, day, group, report;
};

std::string key_of(const std::string& office, const catalogue::Catalogue* catalogue) {
  return catalogue == nullptr ? catalogue::fold(office) : catalogue->office_key(office);
}

// A report cannot vouch for a day after it.
std::string day_of(const std::string& meeting_day, bool came, const std::string& published) {
  const bool at_meeting =
      came && !meeting_day.empty() && (published.empty() || meeting_day <= published);
  return at_meeting ? meeting_day : published;
}

// Claims of offices of the people who meet `condition` on person p.
constexpr const char* kNamings =
    "SELECT c.id, p.id, p.name, c.value, coalesce((SELECT min(s.value) FROM standing_claim AS s "
    "WHERE "
    "s.object_id = o.id AND s.property = 'state'), p.state), coalesce((SELECT min(s.value) FROM "
    "standing_claim AS s WHERE s.object_id = o.id AND s.property = 'organisation'), "
    "p.organisation), m.first_day, (SELECT min(s.value) FROM standing_claim AS s WHERE "
    "s.object_id = o.id AND s.property = 'attendance'), "
    "substr(v.published, 1, 10), coalesce(pm.copy_of, v.digest), r.key "
    "FROM person AS p JOIN member AS pm ON pm.person_id = p.id "
    "JOIN object AS o ON o.id = pm.object_id JOIN version AS v ON v.id = o.version_id "
    "JOIN report AS r ON r.id = v.report_id "
    "JOIN standing_claim AS c ON c.object_id = o.id AND c.property IN ('office', 'offices') "
    "LEFT JOIN member AS mm ON mm.object_id = o.parent_id "
    "LEFT JOIN meeting AS m ON m.id = mm.meeting_id WHERE ";

// By day, report, claim.
Result<std::vector<Naming>> load_namings(const Register& reg, const std::string& condition,
                                         const std::vector<Value>& parameters,
                                         const std::string& as_of,
                                         const catalogue::Catalogue* catalogue) {
  std::vector<Naming> out;
  const std::string sql = kNamings + condition + " AND " + known_by(as_of);
  Result<void> r = for_each_row(reg, sql, parameters, [&](const Cursor& row) {
    Naming n;
    n.claim = row.integer(0);
    std::string* const texts[] = {&n.person, &n.name, &n.office, &n.state, &n.organisation};
    for (int i = 0; i < 5; ++i) *texts[i] = row.text(i + 1);
    n.key = key_of(n.office, catalogue);
    n.day = day_of(std::string(row.text(6)), row.text(7) == "attended", std::string(row.text(8)));
    n.group = row.text(9);
    n.report = row.text(10);
    out.push_back(std::move(n));
  });
  if (!r) return r.error();
  std::sort(out.begin(), out.end(), [](const Naming& a, const Naming& b) {
    return std::tie(a.day, a.report, a.claim) < std::tie(b.day, b.report, b.claim);
  });
  return out;
}

// The words of these claims, in their order.
Result<std::vector<Source>> load_sources(const Register& reg,
                                         const std::vector<std::int64_t>& claims) {
  std::vector<Source> out;
  for (const std::int64_t claim : claims) {
    Result<std::vector<ClaimRow>> rows = load_claims(reg, "c.id = ?", {claim});
    if (!rows) return rows.error();
    for (ClaimRow& row : *rows) out.push_back(std::move(row.source));
  }
  return out;
}

// The tenures of one office with what is needed to tell who follows whom.
struct Held {
  Tenure tenure;
  std::string key;
  std::map<std::string, int> wordings;
  std::set<std::string> groups, days;
  std::vector<std::int64_t> claims;
  std::int64_t next = 0;  // the first claim of the successor
};

// "Minister" in " minister of defence ": as fold_bare_titles compares them.
std::string padded(const std::string& office) { return " " + catalogue::fold(office) + " "; }

// A title that is a part of another one of the same person says no more than that.
bool is_part_of(const Tenure& a, const std::string& part, const Tenure& b,
                const std::string& whole) {
  return a.person == b.person && a.state == b.state && a.organisation == b.organisation &&
         part.size() < whole.size() && whole.find(part) != std::string::npos;
}

void add_to(Held& whole, const Held& part) {
  whole.groups.insert(part.groups.begin(), part.groups.end());
  whole.days.insert(part.days.begin(), part.days.end());
  whole.claims.insert(whole.claims.end(), part.claims.begin(), part.claims.end());
  whole.tenure.support = static_cast<int>(whole.groups.size());
  if (whole.days.empty()) return;
  whole.tenure.first = *whole.days.begin();
  whole.tenure.last = *whole.days.rbegin();
}

// Only where a single other title can be meant.
void fold_bare_titles(std::vector<Held>& all) {
  std::vector<std::size_t> whole_of(all.size());
  std::set<std::size_t> folded;
  std::vector<std::string> titles;
  std::map<std::string, std::vector<std::size_t>> by_person;
  for (std::size_t i = 0; i < all.size(); ++i) {
    titles.push_back(padded(all[i].tenure.office));
    by_person[all[i].tenure.person].push_back(i);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<std::size_t> wholes;
    for (const std::size_t j : by_person[all[i].tenure.person]) {
      if (is_part_of(all[i].tenure, titles[i], all[j].tenure, titles[j])) wholes.push_back(j);
    }
    if (wholes.size() != 1) continue;
    whole_of[i] = wholes.front();
    folded.insert(i);
  }
  std::vector<Held> out;
  for (const std::size_t i : folded) {
    std::size_t whole = whole_of[i];
    while (folded.contains(whole)) whole = whole_of[whole];
    add_to(all[whole], all[i]);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!folded.contains(i)) out.push_back(std::move(all[i]));
  }
  all = std::move(out);
}

std::vector<Held> gather(const std::vector<Naming>& namings) {
  using Key = std::tuple<std::string, std::string, std::string, std::string>;
  std::map<Key, Held> rows;
  for (const Naming& n : namings) {
    Held& held = rows[{n.state, n.organisation, n.key, n.person}];
    Tenure& t = held.tenure;
    held.key = n.key;
    t.person = n.person;
    t.name = n.name;
    t.state = n.state;
    t.organisation = n.organisation;
    ++held.wordings[n.office];
    held.groups.insert(n.group);
    if (!n.day.empty()) {
      held.days.insert(n.day);
      if (t.first.empty()) t.first = n.day;
      t.last = n.day;
    }
    held.claims.push_back(n.claim);
  }
  std::vector<Held> out;
  for (auto& [key, held] : rows) {
    const auto most =
        std::max_element(held.wordings.begin(), held.wordings.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    held.tenure.office = most->first;
    held.tenure.support = static_cast<int>(held.groups.size());
    out.push_back(std::move(held));
  }
  return out;
}

std::string reports_words(std::size_t n) {
  return count_words(n) + (n == 1 ? " report" : " reports");
}

std::string because_of(const Held& held) {
  const Tenure& t = held.tenure;
  const std::string reports = reports_words(held.groups.size());
  const std::string verb = held.groups.size() == 1 ? " names " : " name ";
  std::string out = reports + verb + "the person in this office";
  if (held.days.empty()) return out + ", without a date";
  out += held.days.size() == 1
             ? ", for " + date_words(t.first)
             : ", the first for " + date_words(t.first) + ", the last for " + date_words(t.last);
  return out + "; nothing says what was before or after";
}

bool is_same_person(const Held& a, const Held& b, const catalogue::Catalogue* catalogue) {
  if (a.tenure.person == b.tenure.person) return true;
  return catalogue != nullptr && catalogue->name_similarity(a.tenure.name, b.tenure.name) >= 0.7;
}

// Two people in it at one time, as reports have it: not the kind of office that one follows
// another in. REQUIRES: by first day.
bool is_shared(const std::vector<Held*>& office, const catalogue::Catalogue* catalogue) {
  for (std::size_t i = 0; i < office.size(); ++i) {
    for (std::size_t j = i + 1; j < office.size(); ++j) {
      const Tenure& a = office[i]->tenure;
      const Tenure& b = office[j]->tenure;
      if (b.first > a.last) break;  // and all behind it
      if (!is_same_person(*office[i], *office[j], catalogue)) return true;
    }
  }
  return false;
}

// Those of one office of which reports tell a day, by the first.
using Office = std::vector<Held*>;
std::vector<Office> offices_of(std::vector<Held>& all) {
  std::map<std::tuple<std::string, std::string, std::string>, Office> by_key;
  for (Held& held : all) {
    const Tenure& t = held.tenure;
    const bool is_known = !held.key.empty() && !(t.state.empty() && t.organisation.empty());
    if (is_known && !t.first.empty()) by_key[{held.key, t.state, t.organisation}].push_back(&held);
  }
  std::vector<Office> out;
  for (auto& [key, office] : by_key) {
    std::stable_sort(office.begin(), office.end(), [](const Held* a, const Held* b) {
      return a->tenure.first < b->tenure.first;
    });
    out.push_back(std::move(office));
  }
  return out;
}

void name_successors(std::vector<Held>& all, const catalogue::Catalogue* catalogue) {
  for (const Office& office : offices_of(all)) {
    if (is_shared(office, catalogue)) continue;
    for (Held* held : office) {
      const auto next = std::find_if(office.begin(), office.end(), [&](const Held* other) {
        return other->tenure.first > held->tenure.last && !is_same_person(*held, *other, catalogue);
      });
      if (next == office.end()) continue;
      const Tenure& t = (*next)->tenure;
      held->tenure.successor = {t.person, t.name, t.first, {}};
      held->next = (*next)->claims.front();
    }
  }
}

// Whose offices a filter's people may have been followed or preceded in: the same states' and
// organisations'.
Result<std::string> people_condition(const Register& reg, const TenureFilter& f,
                                     std::vector<Value>& parameters) {
  if (!f.state.empty()) {
    parameters = {f.state};
    return std::string("p.state = ?1");
  }
  if (!f.organisation.empty()) {
    parameters = {f.organisation};
    return std::string("p.organisation = ?1");
  }
  std::string state;
  std::string organisation;
  Result<void> r = for_each_row(reg, "SELECT state, organisation FROM person WHERE id = ?",
                                {f.person}, [&](const Cursor& row) {
                                  state = row.text(0);
                                  organisation = row.text(1);
                                });
  if (!r) return r.error();
  parameters = {f.person, state, organisation};
  return std::string(
      "(p.id = ?1 OR (?2 <> '' AND p.state = ?2) OR (?3 <> '' AND p.organisation = ?3))");
}

}  // namespace

Result<std::vector<Tenure>> tenures(const Register& reg, const TenureFilter& filter,
                                    const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  std::vector<Value> parameters;
  const Result<std::string> condition = people_condition(reg, filter, parameters);
  if (!condition) return condition.error();
  Result<std::vector<Naming>> namings =
      load_namings(reg, *condition, parameters, filter.as_of, catalogue);
  if (!namings) return namings.error();
  std::vector<Held> all = gather(*namings);
  fold_bare_titles(all);
  name_successors(all, catalogue);
  std::vector<Tenure> out;
  for (Held& held : all) {
    Tenure& t = held.tenure;
    const bool asked = filter.person.empty()
                           ? (filter.state.empty() ? t.organisation == filter.organisation
                                                   : t.state == filter.state)
                           : t.person == filter.person;
    if (!asked) continue;
    t.because = because_of(held);
    Result<std::vector<Source>> sources = load_sources(reg, held.claims);
    if (!sources) return sources.error();
    t.sources = std::move(*sources);
    if (t.successor) {
      Result<std::vector<Source>> next = load_sources(reg, {held.next});
      if (!next) return next.error();
      t.successor->sources = std::move(*next);
    }
    out.push_back(std::move(t));
  }
  const auto rank = [](const Tenure& t) {
    return std::tie(t.state, t.organisation, t.office, t.first, t.name, t.person);
  };
  std::stable_sort(out.begin(), out.end(),
                   [&rank](const Tenure& a, const Tenure& b) { return rank(a) < rank(b); });
  return out;
}

}  // namespace rapporteur::query
