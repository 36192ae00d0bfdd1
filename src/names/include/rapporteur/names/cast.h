// The cast of a report: who is named, in which offices, for which state or body.
#pragma once

#include <cstdint>
#include <memory>
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
  std::uint32_t office = kNobody;  // of Cast::offices, for kind office and for groups of officials
  std::vector<Named> states;       // "the foreign ministers of Iran and Oman"
};

// Somebody who comes for another, who is named or only said to hold an office.
struct StandIn {
  std::uint32_t person = kNobody;  // of Cast::people
  std::uint32_t other = kNobody;   // of Cast::people, or
  std::uint32_t office = kNobody;  // of Cast::offices
};

struct Cast {
  std::vector<Person> people;
  std::vector<Office> offices;
  std::vector<Mention> mentions;  // in the order of the text, never overlapping
  std::vector<StandIn> stand_ins;

  // The mention that covers `token`, starts at it or ends before it; or null. Cost: O(1).
  [[nodiscard]] const Mention* covering(std::uint32_t token) const {
    return token < of_token_.size() && of_token_[token] != 0 ? &mentions[of_token_[token] - 1]
                                                             : nullptr;
  }
  [[nodiscard]] const Mention* starting(std::uint32_t token) const {
    const Mention* m = covering(token);
    return m != nullptr && m->tokens.begin == token ? m : nullptr;
  }
  [[nodiscard]] const Mention* ending(std::uint32_t end) const {
    const Mention* m = end == 0 ? nullptr : covering(end - 1);
    return m != nullptr && m->tokens.end == end ? m : nullptr;
  }
  // The office, part of a mention or not, that starts at `token` or ends before `end`; or null.
  [[nodiscard]] const Office* office_starting(std::uint32_t token) const {
    const std::uint32_t i = token < office_of_token_.size() ? office_of_token_[token] : 0;
    return i != 0 && offices[i - 1].tokens.begin == token ? &offices[i - 1] : nullptr;
  }
  [[nodiscard]] const Office* office_ending(std::uint32_t end) const {
    const std::uint32_t i =
        end > 0 && end <= office_of_token_.size() ? office_of_token_[end - 1] : 0;
    return i != 0 && offices[i - 1].tokens.end == end ? &offices[i - 1] : nullptr;
  }
  [[nodiscard]] const Office* office_covering(std::uint32_t token) const {
    const std::uint32_t i = token < office_of_token_.size() ? office_of_token_[token] : 0;
    return i != 0 ? &offices[i - 1] : nullptr;
  }
  // Makes the look-ups above true of what stands in the lists now. `tokens`: of the document.
  void index(std::uint32_t tokens);

 private:
  std::vector<std::uint32_t> of_token_;         // 1 + position; 0: none
  std::vector<std::uint32_t> office_of_token_;  // likewise
};

struct Cues;

// Immutable once loaded, so shareable between threads.
class Caster {
 public:
  // REQUIRES: `lexicon` outlives *this.
  explicit Caster(const lexicon::Lexicon& lexicon);
  Caster(Caster&&) noexcept;
  Caster& operator=(Caster&&) noexcept;
  ~Caster();

  // Cost: O(tokens + people^2); people are bounded by the text.
  [[nodiscard]] Cast cast(const Text& text) const;

 private:
  std::unique_ptr<Cues> cues_;  // private to the layer
};

}  // namespace rapporteur::names
