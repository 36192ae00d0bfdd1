// What people add up to, kept from one change to the next, so that a report that says of a minister
// what a thousand others have said is counted without looking at the thousand.
//
// Why that is the same. People are grouped by forms (people.h): of each form the member with the
// smallest key stands for all. A further one with a greater key changes nobody's group; it is
// merged with the first of its form's key. Its values are counted once more, if its text is a copy
// of no other text of the entity: that is certain where it shares no band with any. What a count
// could turn round, be it a rank, a wording or a dispute, is left to those who compute the entity
// anew.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rapporteur/record/resolver.h"
#include "sources.h"

namespace rapporteur::resolve {

class Standings {
 public:
  // Keeps what `members`, sorted by key, make of `entity`; or nothing, where it takes more to tell
  // what further members do.
  void keep(const record::Entity& entity, const std::vector<const record::Member*>& members,
            Fingerprints& known);
  void forget(const std::string& entity);
  // As record::Resolver says.
  std::vector<record::Growth> grow(std::span<const record::Member* const> more,
                                   Fingerprints& known);
  // Ends a turn: of too many, forgets the half that was used least lately.
  void make_room(Fingerprints& known);

 private:
  struct Form {
    std::string name;
    record::MemberKey smallest;
    record::MemberKey first;  // of all that share its key
  };
  struct Value {
    std::string property;
    std::string value;
    int rank = 0;
    int support = 0;
    float confidence = 0;
    bool has_grown = false;
  };
  struct Standing {
    std::vector<Form> forms;
    std::vector<Value> values;         // sorted by property, then rank
    std::vector<std::uint32_t> texts;  // numbers of bands
    unsigned used = 0;                 // in which turn
  };
  struct Place {
    const std::string* entity = nullptr;
    Standing* standing = nullptr;
    const Form* form = nullptr;
  };
  using Newcomers = std::vector<std::pair<std::size_t, const Form*>>;  // place in `more`

  [[nodiscard]] const Place* place_of(const record::Member& m) const;
  static bool add_texts(std::span<const record::Member* const> more, const Newcomers& newcomers,
                        Fingerprints& known, std::vector<std::uint32_t>& texts);
  static bool count(std::span<const record::Member* const> more, const Newcomers& newcomers,
                    std::vector<Value>& values);

  std::unordered_map<std::string, Standing> standings_;   // by entity
  std::unordered_map<std::string_view, Place> place_of_;  // by name of a form
  unsigned turn_ = 0;
};

}  // namespace rapporteur::resolve
