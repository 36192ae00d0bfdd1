// Rules: what the tables of the data pack say about which entities are the same.
#pragma once

#include <memory>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/record/resolver.h"

namespace rapporteur::service {

// Immutable once loaded; thread-safe.
class Rules {
 public:
  // Binds to `pack`, which must outlive *this. Errors: those of Catalogue::load.
  static Result<Rules> load(const Pack& pack);
  Rules(Rules&&) noexcept;
  Rules& operator=(Rules&&) noexcept;
  ~Rules();

  [[nodiscard]] const catalogue::Catalogue& catalogue() const;
  [[nodiscard]] const record::Resolver& resolver() const;

 private:
  struct Impl;
  explicit Rules(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::service
