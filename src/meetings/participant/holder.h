// Who stands at or near the words of a role: "chaired by |A of Peru|", "|Chile| hosted".
#pragma once

#include <cstdint>

#include "draft.h"

namespace rapporteur::meetings {

// A person, state or body that stands at or near a cue.
struct Holder {
  std::uint32_t person = kNobody;
  Named state;
  ByteSpan words;
};

// Binds to one report, which must outlive it.
class Holders {
 public:
  explicit Holders(const Context& context) : c_(context) {}

  // "chaired by |A of Peru|": the nearest from `from` on; without words where there is none.
  [[nodiscard]] Holder after(std::uint32_t from) const;
  // "|A of Peru| presided": the nearest before `from`.
  [[nodiscard]] Holder before(std::uint32_t from) const;
  // "|President of the Conference| A (B)"; the President of the Council of Ministers heads a
  // cabinet.
  [[nodiscard]] Holder within(TokenRange cue) const;
  // "chaired by |A| and B", of two states.
  [[nodiscard]] bool is_one_of_two(const Holder& holder, std::uint32_t from) const;
  // "A and |B| presided over the session", of two states.
  [[nodiscard]] bool is_second_of_two(const Holder& holder) const;

 private:
  [[nodiscard]] Holder holder_of(const names::Mention& m) const;
  // "A |of Peru| and B": behind the state, or `at`.
  [[nodiscard]] std::uint32_t behind_state(std::uint32_t at) const;
  // "|her Chilean counterpart| B", "Foreign Minister B": who is named from `at` on, or null.
  [[nodiscard]] const names::Mention* person_behind(std::uint32_t at) const;
  // "|A| of Peru and": who is named right before `end`, over the state; or null.
  [[nodiscard]] const names::Mention* person_before(std::uint32_t end) const;
  // "and |her Chilean counterpart| B": where the words begin that stand before a name.
  [[nodiscard]] std::uint32_t before_colleague(std::uint32_t name) const;
  [[nodiscard]] std::uint32_t named_by(std::uint32_t token) const;
  [[nodiscard]] bool is_of_colleague(std::uint32_t t) const;

  const Context& c_;
};

}  // namespace rapporteur::meetings
