#include "rapporteur/record/vocabulary.h"

#include <array>
#include <cstddef>

namespace rapporteur::record {
namespace {

// One row per vocabulary: its strings in the order of the enumerators.
template <class E>
constexpr std::array<std::string_view, 0> kNames{};

template <>
constexpr auto kNames<Kind> = std::to_array<std::string_view>(
    {"session", "summit", "talks", "visit", "call", "reception", "conference", "signing"});
template <>
constexpr auto kNames<Format> =
    std::to_array<std::string_view>({"bilateral", "trilateral", "multilateral"});
template <>
constexpr auto kNames<Mode> = std::to_array<std::string_view>({"in-person", "virtual", "hybrid"});
template <>
constexpr auto kNames<Status> =
    std::to_array<std::string_view>({"announced", "ongoing", "held", "postponed", "cancelled"});
template <>
constexpr auto kNames<Basis> = std::to_array<std::string_view>({"stated", "resolved"});
template <>
constexpr auto kNames<Attendance> =
    std::to_array<std::string_view>({"attended", "expected", "absent"});
template <>
constexpr auto kNames<Capacity> = std::to_array<std::string_view>(
    {"chair", "host", "head", "delegate", "deputy-for", "observer", "guest", "speaker"});
template <>
constexpr auto kNames<Relation> =
    std::to_array<std::string_view>({"prepares", "next", "previous", "sidelines", "part_of"});
template <>
constexpr auto kNames<InstrumentRelation> =
    std::to_array<std::string_view>({"cited", "adopted", "signed", "ratified", "proposed"});
template <>
constexpr auto kNames<MentionKind> = std::to_array<std::string_view>(
    {"person", "body", "state", "place", "nationality", "date", "office", "instrument", "meeting"});

template <class E>
std::string_view name_of(E v) {
  const auto index = static_cast<std::size_t>(v);
  return index < kNames<E>.size() ? kNames<E>[index] : std::string_view();
}

}  // namespace

std::string_view to_string(Kind v) { return name_of(v); }
std::string_view to_string(Format v) { return name_of(v); }
std::string_view to_string(Mode v) { return name_of(v); }
std::string_view to_string(Status v) { return name_of(v); }
std::string_view to_string(Basis v) { return name_of(v); }
std::string_view to_string(Attendance v) { return name_of(v); }
std::string_view to_string(Capacity v) { return name_of(v); }
std::string_view to_string(Relation v) { return name_of(v); }
std::string_view to_string(InstrumentRelation v) { return name_of(v); }
std::string_view to_string(MentionKind v) { return name_of(v); }

template <class E>
std::optional<E> from_string(std::string_view name) {
  for (std::size_t i = 0; i < kNames<E>.size(); ++i) {
    if (kNames<E>[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

template std::optional<Kind> from_string(std::string_view);
template std::optional<Format> from_string(std::string_view);
template std::optional<Mode> from_string(std::string_view);
template std::optional<Status> from_string(std::string_view);
template std::optional<Basis> from_string(std::string_view);
template std::optional<Attendance> from_string(std::string_view);
template std::optional<Capacity> from_string(std::string_view);
template std::optional<Relation> from_string(std::string_view);
template std::optional<InstrumentRelation> from_string(std::string_view);
template std::optional<MentionKind> from_string(std::string_view);

}  // namespace rapporteur::record
