// What the words of one result are: whether they say something, or only a time, somebody, a verb.
#pragma once

#include <cstdint>

#include "clause/phrase.h"

namespace rapporteur::meetings {

// Binds to both, which must outlive it.
class OutcomeItem {
 public:
  OutcomeItem(const Context& context, const Phrases& phrases) : c_(context), phrases_(phrases) {}

  // "the Ministers of Health", "Jenny Ante": who signs.
  [[nodiscard]] bool is_somebody(const Item& item) const;
  // "was approved": nothing but the verb.
  [[nodiscard]] bool is_mere_verb(const Item& item, TokenRange verb) const;
  // "the matter", "it", "a number of issues"
  [[nodiscard]] bool is_empty(const Item& item) const;
  [[nodiscard]] bool is_time(const Item& item) const;
  // Words that say something.
  [[nodiscard]] std::uint32_t substance(const Item& item) const;

 private:
  const Context& c_;
  const Phrases& phrases_;
};

}  // namespace rapporteur::meetings
