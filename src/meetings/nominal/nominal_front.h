// The words before the noun of a meeting that belong to it: "the 17th annual Foreign Ministers'"
// before "Meeting".
#pragma once

#include <cstdint>
#include <optional>

#include "draft.h"
#include "nominal/nominal_names.h"

namespace rapporteur::meetings {

// Grows the mention to the left, over adjectives, ordinals and names.
class NominalFront : protected NominalNames {
 protected:
  // `sentence`: as far as the words may reach.
  NominalFront(const Context& context, TokenRange sentence, bool shouted)
      : NominalNames(context, shouted), s_(sentence) {}

  void take_front();

  TokenRange s_;
  const names::Office* level_ = nullptr;  // "|Foreign Secretary| level meeting"

 private:
  bool take_article(std::uint32_t at);
  [[nodiscard]] const lexicon::Match* ending(std::uint32_t end, lexicon::Channel channel,
                                             lexicon::CueClass wanted = 0) const;
  // Each: where the word or name begins that ends at `at` and belongs to the phrase; `at` for none.
  std::uint32_t over_word(std::uint32_t at);
  std::uint32_t over_bracket(std::uint32_t at);
  std::uint32_t over_list(std::uint32_t at);
  [[nodiscard]] TokenRange body_on_subject(std::uint32_t at) const;
  [[nodiscard]] TokenRange row_before(std::uint32_t at) const;
  [[nodiscard]] bool is_known(TokenRange words) const;
  [[nodiscard]] std::uint32_t over_joint(std::uint32_t at);
  std::uint32_t over_number(std::uint32_t at);
  // The same for an office, an organ or an adjective; nothing where none of them stands there.
  std::optional<std::uint32_t> over_known(std::uint32_t at);
  std::uint32_t over_office(const names::Office& office, std::uint32_t at);
  std::uint32_t over_two_and_two(std::uint32_t at);
  [[nodiscard]] std::uint32_t over_officials(std::uint32_t at);
  [[nodiscard]] std::uint32_t over_quotes(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t over_figures(std::uint32_t at) const;
  [[nodiscard]] bool is_behind_them(std::uint32_t at) const;
};

}  // namespace rapporteur::meetings
