// What stands above the items of a list.
#pragma once

#include <cstdint>
#include <optional>

#include "clause/phrase.h"
#include "draft.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

// Sentences are asked for in order, each once.
class ListLeads {
 public:
  // Both outlive *this.
  ListLeads(const Context& context, const Phrases& phrases) : c_(context), phrases_(phrases) {}

  // The lead of that sentence, or null; valid until the next call.
  const Lead* above(std::uint32_t sentence);

 private:
  [[nodiscard]] char mark(const text::Sentence& s) const;
  [[nodiscard]] std::uint32_t number(const text::Sentence& s) const;
  [[nodiscard]] std::uint32_t next_number(std::uint32_t sentence) const;
  [[nodiscard]] bool leads_on(const text::Sentence& s) const;
  [[nodiscard]] bool goes_on_with_lines(const text::Sentence& s) const;

  const Context& c_;
  const Phrases& phrases_;
  std::optional<Lead> lead_;
  char mark_ = 0;             // of the items below it
  std::uint32_t number_ = 0;  // of the last of them that was asked for
};

}  // namespace rapporteur::meetings
