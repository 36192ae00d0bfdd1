#include "newcomers.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "rapporteur/catalogue/fold.h"
#include "rapporteur/query/words.h"

namespace rapporteur::query {
namespace {

std::string key_of(const std::string& office, const catalogue::Catalogue* catalogue) {
  return catalogue == nullptr ? catalogue::fold(office) : catalogue->office_key(office);
}

// Who represented a state at the last sessions.
struct Delegation {
  std::set<std::string> people;               // ids
  std::vector<std::string> names;             // the latest session first
  std::map<std::string, std::string> holder;  // office key -> name
};

std::map<std::string, Delegation> delegations(const Brief& brief,
                                              const catalogue::Catalogue* catalogue) {
  std::map<std::string, Delegation> out;
  for (const MeetingPage& page : brief.last) {
    for (const ParticipantRow& p : page.participants) {
      if (p.state.empty() || p.person.empty() || p.attendance != "attended") continue;
      Delegation& d = out[p.state];
      if (d.people.insert(p.person).second) d.names.push_back(p.name);
      for (const std::string& office : p.offices) {
        d.holder.try_emplace(key_of(office, catalogue), p.name);
      }
    }
  }
  return out;
}

bool is_among(const Delegation& d, const Tenure& t, const catalogue::Catalogue* catalogue) {
  if (d.people.contains(t.person)) return true;
  return catalogue != nullptr && std::any_of(d.names.begin(), d.names.end(), [&](const auto& name) {
           return catalogue->name_similarity(name, t.name) >= 0.7;
         });
}

std::set<std::string> expected_people(const Brief& brief) {
  std::set<std::string> out;
  for (const MeetingPage& page : brief.next) {
    for (const ParticipantRow& p : page.participants) {
      if (p.attendance != "absent") out.insert(p.person);
    }
  }
  return out;
}

}  // namespace

Result<std::vector<Newcomer>> newcomers_of(const Register& reg, const Brief& brief,
                                           const std::string& as_of,
                                           const catalogue::Catalogue* catalogue) {
  std::vector<Newcomer> out;
  if (brief.last.empty() || brief.last.front().row.first_day.empty()) return out;
  const MeetingRow& last = brief.last.front().row;
  const std::set<std::string> expected = expected_people(brief);
  for (const auto& [state, delegation] : delegations(brief, catalogue)) {
    TenureFilter filter;
    filter.state = state;
    filter.as_of = as_of;
    Result<std::vector<Tenure>> held = tenures(reg, filter, catalogue);
    if (!held) return held.error();
    for (Tenure& t : *held) {
      if (t.first <= last.first_day || is_among(delegation, t, catalogue)) continue;
      const auto before = delegation.holder.find(key_of(t.office, catalogue));
      if (before == delegation.holder.end() && !expected.contains(t.person)) continue;
      Newcomer n;
      n.before = before == delegation.holder.end() ? "" : before->second;
      n.because = "first named in this office for " + date_words(t.first) + ", after the " +
                  session_words(last) + " of " + date_words(last.when);
      if (!n.before.empty()) n.because += ", to which " + n.before + " came in it or came before";
      n.tenure = std::move(t);
      out.push_back(std::move(n));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Newcomer& a, const Newcomer& b) {
    return std::tie(a.tenure.state, a.tenure.first, a.tenure.name) <
           std::tie(b.tenure.state, b.tenure.first, b.tenure.name);
  });
  return out;
}

}  // namespace rapporteur::query
