// The cast of a report: who is named, in which offices, for which state or body.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rapporteur/names/office.h"

namespace rapporteur::names {

inline constexpr std::uint32_t kNobody = static_cast<std::uint32_t>(-1);

struct Person {
  std::string name;  // the fullest form, without titles
  ByteSpan words;    // where that form stands
  std::vector<Office> offices;
  Named state;
  Named body;
  bool state_from_context = false;  // nobody says it of this person: taken from the surroundings
};

enum class MentionKind : std::uint8_t {
  name,        // "President Putin", "Putin"
  office,      // "the Russian President", "foreign ministers of the member states"
  state,       // "India", as somebody who acts: only in lists of states after "representatives of"
  collective,  // "the two sides", "the leaders", "participants"
};

struct Mention {
  text::TokenRange tokens;  // with titles and the like
  MentionKind kind = MentionKind::name;
  std::uint32_t person = kNobody;  // of Cast::people
  std::uint32_t office = kNobody;  // of Cast::offices, for kind office
  std::vector<Named> states;       // "the foreign ministers of Iran and Oman"
};

struct Cast {
  std::vector<Person> people;
  std::vector<Office> offices;
  std::vector<Mention> mentions;  // in the order of the text, never overlapping
};

// Immutable once loaded, so shareable between threads.
class Caster {
 public:
  explicit Caster(const lexicon::Lexicon& lexicon);

  // Cost: O(tokens + people^2); people are bounded by the text.
  [[nodiscard]] Cast cast(const Text& text) const;

 private:
  lexicon::CueClass collective_;
  lexicon::CueClass counterpart_;
  lexicon::CueClass delegate_;
};

}  // namespace rapporteur::names
