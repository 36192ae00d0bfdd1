// The names in the phrase around the noun of a meeting, as facts of its mention: its body, its
// organ, its sides, who meets.
#pragma once

#include <cstdint>

#include "draft.h"
#include "rapporteur/tagger/tagger.h"

namespace rapporteur::meetings {

// Binds to one report; the mention grows in it.
class NominalNames {
 protected:
  // `shouted`: the line is in capitals throughout, which tell no names.
  NominalNames(const Context& context, bool shouted) : c_(context), shouted_(shouted) {}

  void add_body(const tagger::Tag& tag);
  void add_tag(const tagger::Tag& tag);
  void add_office(const names::Office& office);
  void add_states_of(const names::Office& office);
  void add_cast(const names::Mention& who);
  // The words of an organ that no table knows, unless one is known already.
  void add_words(TokenRange organ);
  // "the Committee's 21st session", "Expert Group Meeting": a capital before the head names a body,
  // alone or as the front of its name.
  void add_capital(std::uint32_t at);

  // "a meeting |of senior officials|" with "of" at `of`: takes the group; behind it, or `of`.
  std::uint32_t officials_behind(std::uint32_t of);

  const Context& c_;
  Mention m_;
  bool shouted_;
  bool sides_ = false;  // what follows "between" or "with" are the sides, no organ

 private:
  void add_state_of(const tagger::Tag& tag);
  [[nodiscard]] bool says_level() const;
  bool take_assembly_of(const tagger::Tag& tag);
  bool take_number_of(const tagger::Tag& tag);
  [[nodiscard]] std::uint32_t behind_name(std::uint32_t end) const;
  void yield_to_owner(std::uint32_t next);
  [[nodiscard]] bool is_whole_of_organ(TokenRange name) const;
  void add_person(std::uint32_t token);
  [[nodiscard]] bool is_beside(const names::Office& office) const;
  [[nodiscard]] std::uint32_t rest_of_name(std::uint32_t end) const;
};

// "the |Meeting of the Parties to the Framework Agreement on the River|": the organ that a treaty
// has, of `mention`.
void take_parties(const Context& context, Mention& mention);

}  // namespace rapporteur::meetings
