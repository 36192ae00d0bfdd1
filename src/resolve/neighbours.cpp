#include "neighbours.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "meeting_rules.h"
#include "people.h"

namespace rapporteur::resolve {
namespace {

using record::Member;

// What all members say that say the same: their blocks follow from it.
struct Form {
  const Member* first = nullptr;
  MeetingFeatures meeting;
  PersonMember person;
};

Form form_of(const Member& m) {
  Form out;
  out.first = &m;
  if (m.kind == record::EntityKind::meeting) {
    out.meeting = decode_meeting(m.features);
  } else {
    out.person.features = decode_person(m.features);
    out.person.name = name_of(m);
  }
  return out;
}

// For each member the number of its form.
class Forms {
 public:
  explicit Forms(std::span<const Member* const> members) {
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> number_of;
    for (const Member* m : members) {
      const auto [known, is_new] = number_of.try_emplace({m->features, name_of(*m)}, forms.size());
      if (is_new) forms.push_back(form_of(*m));
      numbers.push_back(known->second);
    }
  }

  std::vector<Form> forms;
  std::vector<std::size_t> numbers;
};

class Search {
 public:
  Search(const std::vector<Form>& from, const Knowledge& knowledge) : names_(knowledge) {
    for (const Form& form : from) {
      for (const std::string& block : form.first->blocks) {
        blocks_[record::whole_block(block)].push_back({record::part_of_block(block), &form});
      }
    }
  }

  bool reaches(const Form& other) {
    const auto& blocks = other.first->blocks;
    return std::any_of(blocks.begin(), blocks.end(), [&](const std::string& block) {
      const auto known = blocks_.find(record::whole_block(block));
      if (known == blocks_.end()) return false;
      const std::string_view part = record::part_of_block(block);
      return std::any_of(known->second.begin(), known->second.end(), [&](const Standing& s) {
        return (part.empty() || s.part.empty() || part == s.part) && may_link(*s.form, other);
      });
    });
  }

 private:
  struct Standing {
    std::string_view part;
    const Form* form;
  };

  bool may_link(const Form& a, const Form& b) {
    if (a.first->kind != b.first->kind) return false;
    return a.first->kind == record::EntityKind::meeting
               ? resolve::may_link(a.meeting, b.meeting)
               : resolve::may_link(a.person, b.person, names_);
  }

  NameTable names_;
  std::unordered_map<std::string_view, std::vector<Standing>> blocks_;
};

}  // namespace

std::vector<bool> neighbours(std::span<const Member* const> from,
                             std::span<const Member* const> others, const Knowledge& knowledge) {
  const Forms start(from);
  const Forms rest(others);
  Search search(start.forms, knowledge);
  std::vector<bool> reached;
  for (const Form& form : rest.forms) reached.push_back(search.reaches(form));
  std::vector<bool> out;
  for (const std::size_t number : rest.numbers) out.push_back(reached[number]);
  return out;
}

}  // namespace rapporteur::resolve
