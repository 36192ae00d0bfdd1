// What the tables know, as plain structs. Every string_view points into the Pack that the
// Catalogue was loaded from; every Index is a position in the Catalogue's span of that kind.
// Source: the tables below data/, each of which names its own source and licence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rapporteur::catalogue {

using Index = std::uint32_t;
inline constexpr Index npos = static_cast<Index>(-1);

struct State {
  std::string_view code;      // ISO 3166-1 alpha-2; "XK" for Kosovo
  std::string_view alpha3;    // may be empty
  std::string_view name;      // English, as reports use it: "Kyrgyzstan", "Turkey"
  std::string_view official;  // "Kyrgyz Republic"; may be empty
  std::string_view capital;   // "Bishkek"; may be empty
  bool sovereign = false;     // false: a territory of another state (Guam, Hong Kong)
};

enum class StateNameKind : std::uint8_t {
  name,       // "Kyrgyzstan", "Ivory Coast": may stand where the state's name may stand
  official,   // "Kyrgyz Republic", "Republic of Côte d'Ivoire"
  short_,     // "ROK", "U.S.", "UAE": upper case is part of the name
  historic,   // "Burma", "Swaziland", "Soviet Union" is none
  adjective,  // "Chinese", "Kyrgyz"
  people,     // "Pakistani", "Pakistanis", "Kyrgyzstanis"
  capital,    // "Moscow", "Nur-Sultan": a place first of all
  metonym,    // "the Kremlin", "Downing Street": a government, never a place of a meeting's state
};

struct StateName {
  std::string_view text;
  Index state = npos;
  StateNameKind kind = StateNameKind::name;
  // Also the name of something else ("Georgia", "Jordan", "Chad", "Korea"): look at the context.
  bool ambiguous = false;
};

enum class PlaceKind : std::uint8_t {
  city,
  capital,
  resort,  // a small place known for meetings: "Cholpon-Ata", "Davos"
  venue,   // a building or an estate: "Schloss Elmau", "Palais des Nations"
  region,  // "Crimea", "Nagorno-Karabakh": a place that is no town
};

struct Place {
  std::string_view name;
  Index state = npos;
  std::uint32_t population = 0;  // 0: unknown
  PlaceKind kind = PlaceKind::city;
  std::string_view city;   // of a venue: the town in which it lies; else empty
  bool ambiguous = false;  // also a common word or a person's name: "Nice", "Reading", "Sydney"
};

enum class BodyKind : std::uint8_t {
  organisation,
  organ,   // of the organisation `parent`
  series,  // a row of meetings that belongs to no organisation: "C5+1", "Weimar Triangle"
};

enum class Level : std::uint8_t {
  unknown,
  heads_of_state,
  heads_of_government,
  ministers,
  security_council_secretaries,
  officials,
  parliament,
  court,
  standing,  // secretariats, commissions: they do not meet as a row of sessions
};

enum class MeetingKind : std::uint8_t { unknown, summit, session, conference, talks };

struct Body {
  std::string_view id;       // "sco", "sco.chs"
  std::string_view name;     // full English name: "Shanghai Cooperation Organization"
  std::string_view acronym;  // the usual one, "SCO"; may be empty
  Index parent = npos;       // of an organ: its organisation
  BodyKind kind = BodyKind::organisation;
  Level level = Level::unknown;
  MeetingKind meeting = MeetingKind::unknown;  // what a meeting of it is called in a reading
  std::string_view portfolio;     // id of lexicon/portfolios for a ministerial organ; may be empty
  std::string_view meeting_name;  // "SCO Summit"; may be empty
  std::string_view type;          // of an organisation: "security", "economic", ...; may be empty
  std::string_view founded;       // EDTF; may be empty
  std::string_view seat_city;
  Index seat_state = npos;
  std::string_view source;
};

enum class BodyNameKind : std::uint8_t {
  name,     // the full name and its spellings: "Shanghai Cooperation Organisation"
  acronym,  // "SCO": upper case is part of the name
  variant,  // other names: "Shanghai Group"
  meeting,  // names of its meeting: "SCO Summit", "Islamic Summit"
};

struct BodyName {
  std::string_view text;
  Index body = npos;
  BodyNameKind kind = BodyNameKind::name;
  // Several bodies share it ("Council of Foreign Ministers", "EAC"), or it is also a common word.
  bool ambiguous = false;
};

// Organs by level that any organisation may have: "foreign ministers", "heads of state".
struct GenericOrgan {
  std::string_view text;  // one wording: "meeting of foreign ministers", "Heads of State Council"
  std::string_view canonical;  // "Foreign Ministers"
  std::string_view portfolio;  // id of lexicon/portfolios; may be empty
  Level level = Level::unknown;
  MeetingKind meeting = MeetingKind::unknown;
};

enum class MemberStatus : std::uint8_t { member, observer, partner, suspended, candidate };

struct Membership {
  Index body = npos;
  Index state = npos;
  std::string_view from;  // EDTF; empty: from the start
  std::string_view to;    // EDTF; empty: open
  MemberStatus status = MemberStatus::member;
};

enum class OfficeLevel : std::uint8_t {
  unknown,
  head_of_state,
  head_of_government,
  deputy_head,  // vice president, deputy prime minister
  minister,
  deputy_minister,
  secretary,  // of a security council, of a party
  adviser,
  ambassador,
  envoy,
  official,
  spokesperson,
  military,
  parliament,
  royal,
  regional,  // governors, mayors
  body_head,
  body_official,
  judicial,
  party,
  religious,
};

enum class OfficeTakes : std::uint8_t { state, body, both };

struct Office {
  std::string_view id;    // "minister", "foreign_minister", "secretary_general"
  std::string_view name;  // canonical wording: "Foreign Minister"
  OfficeLevel level = OfficeLevel::unknown;
  OfficeTakes takes = OfficeTakes::state;
  std::string_view portfolio;  // an office that says it: foreign_minister -> "foreign_affairs"
};

// A wording of an office's head: "Minister", "Ministers", "Foreign Secretary".
struct OfficeName {
  std::string_view text;
  Index office = npos;
  bool plural = false;
  bool ambiguous = false;  // also a common word ("Secretary", "General", "Chair", "head")
};

struct Portfolio {
  std::string_view id;    // "foreign_affairs"
  std::string_view name;  // "foreign affairs"
};

struct PortfolioName {
  std::string_view text;  // "external affairs", "foreign"
  Index portfolio = npos;
  bool adjective = false;  // stands before the head ("foreign minister"); both kinds may
};

enum class ModifierKind : std::uint8_t {
  rank,      // deputy, vice, first deputy, assistant: another office
  standing,  // senior, chief, principal
  tenure,    // acting, interim, designate, outgoing, caretaker
  former,    // former, ex, then, late: not in the office now
  scope,     // federal, union, state, special, permanent, national
};

struct Modifier {
  std::string_view text;
  std::string_view id;  // canonical: "deputy" for "vice"
  ModifierKind kind = ModifierKind::rank;
};

struct Honorific {
  std::string_view text;      // "H.E.", "Lt. Gen.", "Sheikh"
  std::string_view kind;      // courtesy | academic | military | noble | religious | title
  bool part_of_name = false;  // reports keep it as a part of the name: "Sheikh", "Sir"
  bool after = false;         // stands after the name: "MP", "(Retd)"
};

// What the lists of names know about one word; a set of bits.
enum NameBits : std::uint8_t {
  kNone = 0,
  kGiven = 1,
  kFamily = 2,
  kFamilyFirst = 4,  // a family name that usually stands first: "Wang", "Nguyen", "Kim"
  kAlsoWord = 8,     // also an English word: "Will", "Mark", "Young"
  kAlsoPlace = 16,   // also a place: "Sydney", "Jordan", "Israel"
  kParticle = 32,    // "bin", "van", "de", "al": joins parts of a name
};

struct Topic {
  std::string_view id;    // "terrorism"
  std::string_view name;  // its first wording
  Index broader = npos;
};

struct TopicName {
  std::string_view text;
  Index topic = npos;
};

enum class ActClass : std::uint8_t {
  outcome,   // agree, adopt, sign, decide
  position,  // stress, welcome, condemn, call for
  praise,    // thank, praise, congratulate
  announce,  // announce, confirm, tell reporters
  propose,   // propose, suggest, offer
  discuss,   // discuss, exchange views, review
};

struct SpeechAct {
  std::string_view id;  // "agree"
  ActClass act_class = ActClass::outcome;
};

enum class VerbForm : std::uint8_t { base, third, past, participle, gerund };

struct SpeechActForm {
  std::string_view text;  // "called for"
  Index act = npos;
  VerbForm form = VerbForm::base;
};

}  // namespace rapporteur::catalogue
