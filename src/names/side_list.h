// Lists of people of one side, whose state is said once before them.
#pragma once

#include "naming.h"

namespace rapporteur::names {

// Binds to `namings`, which must outlive it.
class SideLists {
 public:
  explicit SideLists(Namings& namings) : n_(namings), doc_(namings.doc) {}

  // Gives `state` to the people of the list that starts at `at`, the first of them after `lead`
  // tokens at most. Cost: O(tokens of the list).
  void give(std::uint32_t at, const Named& state, std::uint32_t lead);
  // Between the two stand a few small words and titles of courtesy, which name nobody else.
  [[nodiscard]] bool leads_in(std::uint32_t from, std::uint32_t to, std::uint32_t lead) const;
  // Commas, "and", remarks in brackets and titles of courtesy.
  [[nodiscard]] bool joins(std::uint32_t from, std::uint32_t to) const;

 private:
  [[nodiscard]] bool opens_clause(const Naming& naming) const;
  [[nodiscard]] std::uint32_t bracket_end(std::uint32_t at, std::uint32_t limit) const;

  Namings& n_;
  const text::Document& doc_;
};

}  // namespace rapporteur::names
