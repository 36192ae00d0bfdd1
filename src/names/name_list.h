// Lists of names: "A, B and C".
#pragma once

#include <string_view>
#include <vector>

#include "naming.h"

namespace rapporteur::names {

// A word that joins the members of a list.
inline bool is_joint(std::string_view word) {
  return word == "," || word == "and" || word == "&" || word == "as" || word == "well";
}

// Binds to `namings`, which must outlive it. Cost of each: O(names of the list).
class NameLists {
 public:
  explicit NameLists(const Namings& namings) : n_(namings) {}

  // The names of a list that starts at `at`, after a comma, colon, dash or bracket or at once.
  [[nodiscard]] std::vector<std::size_t> after(std::uint32_t at) const;
  // The names of a list that ends at `end`, in the order of the text.
  [[nodiscard]] std::vector<std::size_t> before(std::uint32_t end) const;

 private:
  const Namings& n_;
};

}  // namespace rapporteur::names
