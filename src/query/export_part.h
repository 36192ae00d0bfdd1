// The parts that exports are made of; each file of tables beside this one lists those of one kind.
#pragma once

#include <span>

namespace rapporteur::query {

// One question whose columns become the fields of records of this type, in the order of the rows.
// The end of a column's name says how: "x": as it is; "x[]": a list, char(31) between its members;
// "x<>": evidence; "x~": a float.
struct Part {
  const char* type;
  const char* sql;
};

std::span<const Part> whole_register();
std::span<const Part> visits();
std::span<const Part> network();
std::span<const Part> consultations();
std::span<const Part> linked();

}  // namespace rapporteur::query
