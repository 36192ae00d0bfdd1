// What resolving asks of the tables of the world, so that it can be tested without them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/record/vocabulary.h"

namespace rapporteur::resolve {

// Keys are for comparison only: two wordings of one thing have one key. Pure and thread-safe.
class Knowledge {
 public:
  virtual ~Knowledge() = default;

  // Changes with the tables.
  [[nodiscard]] virtual std::string version() const = 0;
  // "SCO", "Shanghai Cooperation Organisation" -> one key; "" for "".
  [[nodiscard]] virtual std::string body_key(std::string_view organisation) const = 0;
  // The organ inside that organisation; a summit without a named organ is the organisation's
  // council of the highest level. "" if none is said.
  [[nodiscard]] virtual std::string organ_key(std::string_view organisation, std::string_view organ,
                                              std::optional<record::Kind> kind) const = 0;
  // That key without the states at its front: "peru chile joint commission" -> "joint commission".
  [[nodiscard]] virtual std::string without_states(std::string_view organ_key) const {
    return std::string(organ_key);
  }
  [[nodiscard]] virtual std::string place_key(std::string_view place) const = 0;
  [[nodiscard]] virtual std::string office_key(std::string_view office) const = 0;
  // Names of states that put names in one order: those with different keys are never compared.
  [[nodiscard]] virtual std::string name_key(std::string_view name) const = 0;
  // Names of people of `state` (may be empty) that share none of these are never compared; never
  // empty.
  [[nodiscard]] virtual std::vector<std::string> name_keys(std::string_view name,
                                                           std::string_view state) const;
  // 0..1; 0.7 and more: the same person. Symmetric.
  [[nodiscard]] virtual double name_similarity(std::string_view a, std::string_view b) const = 0;
};

// By words alone: letter case, punctuation and filler words ("meeting of the") do not count.
std::unique_ptr<Knowledge> plain_knowledge();

// By the catalogue, and by words where it knows nothing. `version` names the tables' state
// (the pack's fingerprint). `catalogue` must outlive the result.
std::unique_ptr<Knowledge> catalogue_knowledge(const catalogue::Catalogue& catalogue,
                                               std::string version);

}  // namespace rapporteur::resolve
