// What makes two mentions the same meeting: body, organ, ordinal, kind, sides, time, place.
#pragma once

#include <string>

#include "draft.h"

namespace rapporteur::meetings {

// A mention seen by what identifies it.
struct Identity {
  catalogue::Index organisation = npos;
  std::string organ;  // folded, or the id of a known one; empty: not said
  std::string group;  // the words for the ministers of a few states, who are no organ
  std::string rank;   // which offices meet in the organ, "top" or a portfolio; empty: not known
  bool bare = false;  // no more than the group of that rank is told: "the foreign ministers"
  int ordinal = 0;
  record::Kind kind = record::Kind::talks;
  bool below_top = false;    // of ministers or officials
  bool below_row = false;    // of ministers in a row of heads of state: "TICAD Ministerial"
  bool preparatory = false;  // ahead of another that it names
  bool top = false;          // of heads of state or government
  bool series = false;       // a row that belongs to no organisation
  bool spoken = false;       // "conversation": may be a call
  bool kind_known = false;   // "meeting" and "event" may be anything
  bool referring = false;    // "the consultations": said of what was told
  std::vector<catalogue::Index> states;  // sorted
  std::vector<catalogue::Index> sides;   // sorted; `states` and those of `people`
  std::vector<std::uint32_t> people;     // sorted
  std::string when;                      // EDTF
  std::string place;                     // folded
  catalogue::Index country = npos;

  [[nodiscard]] bool of_body() const { return organisation != npos || !organ.empty(); }
};

Identity identity_of(const Context& context, const Mention& mention);
// The kind of a mention: "meeting" of a body is a session, of a few sides talks, and a session of
// heads of state or government a summit.
record::Kind kind_of(const Context& context, const Mention& mention);
// "the second bilateral meeting of the Joint Committee", "the Council of Ministers, which prepared
// the summit": what a body or ministers hold is a session.
void settle_kind(record::Meeting& meeting);
// The organisation of a mention by its words or through its organ; npos.
catalogue::Index organisation_of(const Context& context, const Mention& mention);

// "Officials of Peru and Chile met in Tacna on Monday. |The Joint Commission, in its ninth
// session|, heard": the body of the `few`, of which neither a day nor a place is told.
[[nodiscard]] bool is_session_of_those(const Identity& body, const Identity& few);

// They may be the same meeting: nothing that both say differs.
bool compatible(const Identity& a, const Identity& b);
// They may be, but for the words by which a headline calls those who meet: "defence chiefs" for
// "military chiefs".
bool compatible_in_headline(const Identity& headline, const Identity& text);
// "his counterpart from Peru", "Minister X of Peru": talks of somebody with the same other side.
// REQUIRES: they are compatible.
bool are_same_talks(const Identity& a, const Identity& b);
// How much both say the same, 0: nothing.
int agreement(const Identity& a, const Identity& b);
// What `from` says and `to` does not.
void merge_into(Identity& to, const Identity& from);

}  // namespace rapporteur::meetings
