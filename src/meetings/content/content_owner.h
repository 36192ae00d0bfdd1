// Of which meeting an agenda item or an outcome speaks.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "draft.h"
#include "identity/attribution.h"

namespace rapporteur::meetings {

// As Attribution, with what is known of a sentence that says what was discussed or agreed: the
// meeting is named before its cue ("the talks focused on trade") or right behind it ("agreed at
// the summit"); one that is named inside the content is only an object ("to prepare the summit").
enum class Tense : std::uint8_t {
  open,         // it tells of no time
  past,         // of what has happened, so of no meeting still to come, put off or called off
  prospective,  // of what is, or was, to come
};

class ContentOwner {
 public:
  // REQUIRES: !drafts.drafts.empty(); both outlive *this.
  ContentOwner(const Context& context, const Drafts& drafts);

  // The draft of which the cue `cue` with that content (may be empty) speaks, or
  // Attribution::kNone. A meeting that the tense rules out is taken only where there is no other.
  [[nodiscard]] std::size_t of(std::uint32_t cue, TokenRange content, Tense tense) const;

  // Whether words of that tense can speak of the draft, by its status and its day.
  [[nodiscard]] bool may_own(std::size_t draft, Tense tense) const;

 private:
  [[nodiscard]] static bool is_talk(const record::Meeting& meeting);
  // content_owner_named.cpp: by those who are named
  [[nodiscard]] std::size_t talks_of_visit(std::size_t visit, std::uint32_t cue) const;
  [[nodiscard]] std::size_t by_acronym(std::uint32_t cue, Tense tense) const;
  [[nodiscard]] std::size_t by_organ(std::uint32_t cue) const;
  [[nodiscard]] std::size_t of_guest(std::uint32_t cue, std::size_t found) const;
  [[nodiscard]] std::size_t of_sides(std::uint32_t cue, std::size_t found, Tense tense) const;
  [[nodiscard]] std::size_t of_level(std::uint32_t cue, std::size_t found, Tense tense) const;
  [[nodiscard]] std::string_view level_said(std::uint32_t cue) const;
  [[nodiscard]] bool has_level(std::size_t draft, std::string_view level) const;

  // content_owner.cpp: by where the mentions stand
  [[nodiscard]] std::size_t spoken_of(std::uint32_t cue, TokenRange content, Tense tense) const;
  [[nodiscard]] std::size_t named(std::uint32_t cue, TokenRange content, Tense tense) const;
  [[nodiscard]] bool only_background(std::size_t draft, std::uint32_t cue) const;
  [[nodiscard]] bool is_neighbour(std::size_t draft) const;
  [[nodiscard]] bool lies_behind(std::size_t draft) const;
  [[nodiscard]] std::size_t last_before(std::uint32_t cue, Tense tense) const;
  void add_acronym(const Mention& mention, std::size_t draft);
  [[nodiscard]] bool another_clause(std::uint32_t from, std::uint32_t to) const;

  // A mention of a draft, by its sentence.
  struct Place {
    std::uint32_t sentence = 0;
    std::uint32_t mention = 0;
    std::size_t draft = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  [[nodiscard]] std::vector<Place>::const_iterator behind(std::uint32_t cue) const;

  const Context& c_;
  const Drafts& drafts_;
  Attribution attribution_;
  std::vector<Place> places_;                                     // sorted
  std::vector<std::pair<std::string_view, std::size_t>> organs_;  // -> the first draft of each
  std::map<std::string_view, std::size_t> acronym_;  // "(PCD)" behind the name of a meeting
  // Cast::people -> the one draft of talks of which the person is, kNone for several.
  std::map<std::uint32_t, std::size_t> draft_of_;
  lexicon::CueClass level_;
  std::vector<std::pair<std::size_t, std::string_view>> levels_;  // of drafts, sorted
};

}  // namespace rapporteur::meetings
