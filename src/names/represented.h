// Those who are sent, where the verb is said once: "Kuwait was represented by A, Oman by B".
#pragma once

#include "naming.h"
#include "side_list.h"

namespace rapporteur::names {

// Binds to `namings`, which must outlive it.
class Represented {
 public:
  explicit Represented(Namings& namings) : n_(namings), lists_(namings) {}

  // Gives the state before "by" or "under" at `token` to those behind it.
  void at(std::uint32_t token);
  // Gives the state behind the naming to it, if it stands for it by a verb, its own or that of one
  // before in the sentence.
  void gapped(std::size_t naming);

 private:
  [[nodiscard]] Named sender(const tagger::Tag& tag) const;
  [[nodiscard]] std::uint32_t verb_before(std::size_t naming) const;
  [[nodiscard]] const tagger::Tag* people_at(std::uint32_t at) const;
  void by_leader(std::uint32_t token);
  bool seat_filled(std::uint32_t token);

  Namings& n_;
  SideLists lists_;  // of n_
};

}  // namespace rapporteur::names
