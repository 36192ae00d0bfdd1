// The words by which tables name enumerators.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "rapporteur/catalogue/types.h"

namespace rapporteur::catalogue {

template <class E>
struct Named {
  std::string_view name;
  E value;
};

inline constexpr Named<Level> kLevels[] = {
    {"", Level::unknown},
    {"heads_of_state", Level::heads_of_state},
    {"heads_of_government", Level::heads_of_government},
    {"ministers", Level::ministers},
    {"security_council_secretaries", Level::security_council_secretaries},
    {"officials", Level::officials},
    {"parliament", Level::parliament},
    {"court", Level::court},
    {"standing", Level::standing},
};

inline constexpr Named<MeetingKind> kMeetingKinds[] = {
    {"", MeetingKind::unknown},        {"summit", MeetingKind::summit},
    {"session", MeetingKind::session}, {"conference", MeetingKind::conference},
    {"talks", MeetingKind::talks},
};

inline constexpr Named<StateNameKind> kStateNameKinds[] = {
    {"name", StateNameKind::name},
    {"official", StateNameKind::official},
    {"short", StateNameKind::short_},
    {"historic", StateNameKind::historic},
};

inline constexpr Named<MemberStatus> kMemberStatuses[] = {
    {"member", MemberStatus::member},       {"observer", MemberStatus::observer},
    {"partner", MemberStatus::partner},     {"suspended", MemberStatus::suspended},
    {"candidate", MemberStatus::candidate},
};

inline constexpr Named<OfficeLevel> kOfficeLevels[] = {
    {"unknown", OfficeLevel::unknown},
    {"head_of_state", OfficeLevel::head_of_state},
    {"head_of_government", OfficeLevel::head_of_government},
    {"deputy_head", OfficeLevel::deputy_head},
    {"minister", OfficeLevel::minister},
    {"deputy_minister", OfficeLevel::deputy_minister},
    {"secretary", OfficeLevel::secretary},
    {"adviser", OfficeLevel::adviser},
    {"ambassador", OfficeLevel::ambassador},
    {"envoy", OfficeLevel::envoy},
    {"official", OfficeLevel::official},
    {"spokesperson", OfficeLevel::spokesperson},
    {"military", OfficeLevel::military},
    {"parliament", OfficeLevel::parliament},
    {"royal", OfficeLevel::royal},
    {"regional", OfficeLevel::regional},
    {"body_head", OfficeLevel::body_head},
    {"body_official", OfficeLevel::body_official},
    {"judicial", OfficeLevel::judicial},
    {"party", OfficeLevel::party},
    {"religious", OfficeLevel::religious},
};

inline constexpr Named<OfficeTakes> kOfficeTakes[] = {
    {"state", OfficeTakes::state}, {"body", OfficeTakes::body}, {"both", OfficeTakes::both}};

inline constexpr Named<ModifierKind> kModifierKinds[] = {
    {"rank", ModifierKind::rank},     {"standing", ModifierKind::standing},
    {"tenure", ModifierKind::tenure}, {"former", ModifierKind::former},
    {"scope", ModifierKind::scope},
};

inline constexpr Named<PlaceKind> kPlaceKinds[] = {
    {"", PlaceKind::city},         {"city", PlaceKind::city},   {"capital", PlaceKind::capital},
    {"resort", PlaceKind::resort}, {"venue", PlaceKind::venue}, {"region", PlaceKind::region},
};

inline constexpr Named<ActClass> kActClasses[] = {
    {"outcome", ActClass::outcome}, {"position", ActClass::position},
    {"praise", ActClass::praise},   {"announce", ActClass::announce},
    {"propose", ActClass::propose}, {"discuss", ActClass::discuss},
};

// Sets `value` to the enumerator of that name; false if there is none.
template <class E, std::size_t n>
bool parse_enum(const Named<E> (&names)[n], std::string_view name, E& value) {
  const auto found = std::find_if(std::begin(names), std::end(names),
                                  [&](const auto& e) { return e.name == name; });
  if (found == std::end(names)) return false;
  value = found->value;
  return true;
}

}  // namespace rapporteur::catalogue
