#include "participant/office_holders.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rapporteur::meetings {

using record::Participant;

namespace {

// Chairs come from states.
bool is_chair(const catalogue::Office& head) {
  return head.id == "chair" || head.id == "co_chair" || head.id == "vice_chair";
}

// Ministries have directors too: "Director General of Customs".
bool is_director(const catalogue::Office& head) {
  return head.id == "director_general" || head.id == "executive_director" ||
         head.id == "managing_director";
}

}  // namespace

bool OfficeHolders::open(const Participant& p) {
  return p.person && p.offices && !p.state && !p.organisation;
}

bool OfficeHolders::lacks_state(const Participant& p) const { return open(p) && !is_official(p); }

const names::Person* OfficeHolders::person(const Participant& p) const {
  const auto known = p.person ? people_.find(*p.person) : people_.end();
  return known != people_.end() ? known->second : nullptr;
}

catalogue::Index OfficeHolders::head_of(const Participant& p) const {
  const names::Person* known = person(p);
  return known == nullptr || known->offices.empty() ? npos : known->offices.front().office;
}

bool OfficeHolders::is_top(catalogue::Index office) const {
  if (office == npos) return false;
  const auto level = c_.catalogue.offices()[office].level;
  return level == catalogue::OfficeLevel::head_of_state ||
         level == catalogue::OfficeLevel::head_of_government;
}

bool OfficeHolders::is_single(catalogue::Index office) const {
  if (office == npos) return false;
  const catalogue::Office& head = c_.catalogue.offices()[office];
  return is_top(office) || (head.level == catalogue::OfficeLevel::minister &&
                            head.id != "minister" && head.id.ends_with("_minister"));
}

bool OfficeHolders::is_held(catalogue::Index office, catalogue::Index state,
                            const std::string& person) const {
  if (!is_single(office)) return false;
  for (const names::Person& p : c_.cast.people) {
    if (p.name == person || p.offices.empty() || p.offices.front().former) continue;
    if (p.state && p.state.id == state && p.offices.front().office == office) return true;
  }
  return false;
}

bool OfficeHolders::is_official(const Participant& p) const {
  const catalogue::Index office = head_of(p);
  if (office == npos) return false;
  const catalogue::Office& head = c_.catalogue.offices()[office];
  const bool official = head.level == catalogue::OfficeLevel::body_head ||
                        head.level == catalogue::OfficeLevel::body_official;
  return official && !is_chair(head) && (!is_director(head) || is_bare(p)) && !serves_state(p);
}

// "Secretary General of the Ministry of Foreign Affairs", "of Parliament"
bool OfficeHolders::serves_state(const Participant& p) const {
  static constexpr std::array<std::string_view, 8> kOwn{
      "Ministry",   "of Parliament", "of the Parliament", "National Assembly",
      "Government", "Presidency",    "Cabinet",           "Senate"};
  const names::Person* known = person(p);
  const std::string& text = known->offices.front().text;
  return std::any_of(kOwn.begin(), kOwn.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

// The office says not of what: "the Director General".
bool OfficeHolders::is_bare(const Participant& p) const {
  const names::Person* known = person(p);
  const std::string& text = known->offices.front().text;
  return text.find(" of ") == std::string::npos && text.find(" for ") == std::string::npos &&
         text.find(',') == std::string::npos;
}

}  // namespace rapporteur::meetings
