// Gazetteer: where places lie, for maps. Apart from the catalogue, which readers load and which
// needs none of it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/catalogue/catalogue.h"

namespace rapporteur::catalogue {

// In degrees; north and east are positive.
struct Coordinates {
  double latitude = 0;
  double longitude = 0;
};

// Immutable after load, so shareable between threads.
class Gazetteer {
 public:
  // Binds to `pack`, which must outlive *this. Errors: not_found, damaged (the tables of places).
  // Cost: some milliseconds.
  static Result<Gazetteer> load(const Pack& pack);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  // Where the place of that name, in any spelling that the catalogue knows, lies in that state (a
  // code, may be empty); a venue lies where its town does. Nothing if it is not known or lies in
  // another state. Cost: O(1).
  [[nodiscard]] std::optional<Coordinates> find(const Catalogue& catalogue, std::string_view name,
                                                std::string_view state) const;

 private:
  struct Impl;
  explicit Gazetteer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::catalogue
