// The closed vocabularies of a reading. The strings are those of the public JSON.
// Source: docs/formats/reading.md, "Values".
#pragma once

#include <optional>
#include <string_view>

namespace rapporteur::record {

enum class Kind { session, summit, talks, visit, call, reception, conference, signing };
enum class Format { bilateral, trilateral, multilateral };
enum class Mode { in_person, virtual_, hybrid };
enum class Status { announced, ongoing, held, postponed, cancelled };
enum class Basis { stated, resolved };
enum class Attendance { attended, expected, absent };
enum class Capacity { chair, host, head, delegate, deputy_for, observer, guest, speaker };
enum class Relation { prepares, next, previous, sidelines, part_of };
enum class InstrumentRelation { cited, adopted, signed_, ratified, proposed };
enum class MentionKind {
  person,
  body,
  state,
  place,
  nationality,
  date,
  office,
  instrument,
  meeting
};

std::string_view to_string(Kind v);
std::string_view to_string(Format v);
std::string_view to_string(Mode v);  // "in-person", "virtual", "hybrid"
std::string_view to_string(Status v);
std::string_view to_string(Basis v);
std::string_view to_string(Attendance v);
std::string_view to_string(Capacity v);  // "deputy-for" among them
std::string_view to_string(Relation v);
std::string_view to_string(InstrumentRelation v);
std::string_view to_string(MentionKind v);

// The enumerator of that name, or nothing. E is one of the types above.
template <class E>
std::optional<E> from_string(std::string_view name);

}  // namespace rapporteur::record
