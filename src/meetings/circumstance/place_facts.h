// A town, a house or a state as facts of a meeting: what one says of the other.
#pragma once

#include <string_view>

#include "draft.h"

namespace rapporteur::meetings {

// `context` outlives it.
class PlaceFacts {
 public:
  explicit PlaceFacts(const Context& context) : c_(context) {}

  // The town and its state, or the house and both. Does nothing for what is no town, or lies in
  // another state than one that is told more surely.
  void set_place(Draft& draft, const Named& place, float confidence);
  // The state alone, unless a town of one that is as sure is known.
  void set_country(Draft& draft, const Named& state, float confidence);
  // Luxembourg, Singapore, Monaco: the state is its town.
  void add_city_state(Draft& draft, const Named& state);

 private:
  [[nodiscard]] Named state_in_part(const Named& place) const;
  [[nodiscard]] Named state_of_phrase(const Named& place) const;
  void set_capital(Draft& draft, const Named& place, float confidence);
  [[nodiscard]] std::string_view last_word(const Named& place) const;
  void set_state(record::Meeting& m, catalogue::Index state, ByteSpan words, float confidence);

  const Context& c_;
};

}  // namespace rapporteur::meetings
