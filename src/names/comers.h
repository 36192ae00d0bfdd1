// Those who are told by where they come from or for whom: "For Peru, A", "From Lima came A".
#pragma once

#include "naming.h"
#include "side_list.h"

namespace rapporteur::names {

// Binds to `namings`, which must outlive it.
class Comers {
 public:
  explicit Comers(Namings& namings) : n_(namings), lists_(namings) {}

  // Gives the state or the capital's state behind "for" or "from" at `token` to the people of the
  // list that follows, if they are told to be of it; or to whom it is said to have come from there.
  void at(std::uint32_t token);

 private:
  [[nodiscard]] bool opens(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t behind_coming(std::uint32_t at, bool there) const;
  [[nodiscard]] bool goes_on(std::uint32_t token) const;
  [[nodiscard]] bool of_guest(std::uint32_t token) const;
  [[nodiscard]] Naming* who_came(std::uint32_t token);
  [[nodiscard]] bool is_known(std::size_t naming) const;

  Namings& n_;
  SideLists lists_;  // of n_
};

}  // namespace rapporteur::names
