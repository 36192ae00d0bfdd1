// Meetings told by those who meet rather than by a noun or verb of meeting: a council that "is
// set for May", "the European Council of 14 December", a town that "brought together the
// ministers".
#pragma once

#include <cstdint>
#include <optional>

#include "draft.h"

namespace rapporteur::meetings {

class BodyEvents {
 public:
  // REQUIRES: `context` outlives *this.
  explicit BodyEvents(const Context& context);

  // The body whose name begins at `token` takes place, or is named like one of its meetings.
  [[nodiscard]] std::optional<Mention> at(std::uint32_t token) const;
  // The verb at `token` brings a group of office holders together.
  [[nodiscard]] std::optional<Mention> gathered(std::uint32_t token) const;
  // The council or commission whose name begins at `token`, whether it meets or not.
  [[nodiscard]] std::optional<Mention> named(std::uint32_t token) const;

 private:
  [[nodiscard]] bool holds_meetings(const tagger::Tag& tag) const;
  [[nodiscard]] std::uint32_t owner_behind(std::uint32_t end, Mention& m) const;
  [[nodiscard]] bool takes_place(Mention& m) const;
  [[nodiscard]] std::uint32_t behind_aside(std::uint32_t end) const;
  [[nodiscard]] bool is_dated(const Mention& m) const;
  [[nodiscard]] bool is_called_off(const Mention& m) const;
  [[nodiscard]] bool is_of_noun(const Mention& m) const;
  [[nodiscard]] bool is_gathering(const Mention& m) const;
  [[nodiscard]] bool is_travelled_for(const Mention& m) const;
  [[nodiscard]] bool is_attended(const Mention& m) const;
  [[nodiscard]] bool is_known_by_product(const Mention& m) const;
  [[nodiscard]] bool is_occasional(const Mention& m) const;
  [[nodiscard]] bool does_likewise(const Mention& m) const;
  void take_owner_before(Mention& m) const;
  [[nodiscard]] std::optional<Mention> group_in_turn(std::uint32_t token) const;
  [[nodiscard]] const time::Expression* day_of_turn(const Mention& m) const;
  [[nodiscard]] const time::Expression* day_behind_another(const Mention& m) const;
  [[nodiscard]] std::uint32_t subject_behind(std::uint32_t end) const;
  [[nodiscard]] bool is_somewhere(std::uint32_t token) const;
  [[nodiscard]] bool is_linked(const Mention& m) const;
  [[nodiscard]] bool ends_clause(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t front_of(const Mention& m) const;
  [[nodiscard]] Named owner_of(const names::Office& group) const;
  [[nodiscard]] std::optional<Mention> seated(TokenRange verb, std::uint32_t token,
                                              const lexicon::Cue& cue) const;
  void take_seat(TokenRange verb, Mention& m) const;
  void take_host(TokenRange verb, Mention& m) const;
  [[nodiscard]] bool brings_together(TokenRange verb, const names::Office& group, Mention& m) const;

  const Context& c_;
  lexicon::CueClass organ_head_;
  lexicon::CueClass event_verb_;
  lexicon::CueClass convening_;
  lexicon::CueClass gathers_;
  lexicon::CueClass attended_;
};

}  // namespace rapporteur::meetings
