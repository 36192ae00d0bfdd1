// Which members are the same person. The rules stand in resolver.h.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "features.h"
#include "meetings.h"

namespace rapporteur::resolve {

// One name and one state, or without a state one organisation.
inline constexpr const char* kEqualName = "name and state or organisation";
inline constexpr double kEqualNameScore = 0.98;

// What all members of one form have in common: they stand for each other, and the one with the
// smallest key stands for all.
struct PersonForm {
  std::string key;   // of those who are joined whatever else is known
  std::string form;  // of those among them who are worded alike
};
PersonForm form_of(const PersonFeatures& f, std::string_view name);

struct PersonMember {
  const record::Member* member =
      nullptr;  // whose blocks are names: who shares none is never compared
  PersonFeatures features;
  std::string name;  // as worded
};

// Compares each two names once.
class NameTable {
 public:
  explicit NameTable(const Knowledge& knowledge) : knowledge_(knowledge) {}
  double similarity(const std::string& a, const std::string& b);

 private:
  const Knowledge& knowledge_;
  std::map<std::pair<std::string, std::string>, double> known_;
};

// Whether anything may link the two directly, who share a name key. Symmetric.
bool may_link(const PersonMember& p, const PersonMember& q, NameTable& names);

// REQUIRES: `members` in the order of their keys.
// Cost: O(n log n) in the members and quadratic in the different spellings of one name key.
Grouping group_people(const std::vector<PersonMember>& members, const Knowledge& knowledge);

}  // namespace rapporteur::resolve
