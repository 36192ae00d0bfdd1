#include "circumstance/whereabouts.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// "southern port" in "the southern port city of Busan".
constexpr std::uint32_t kMostAdjectives = 4;

// May stand between "the" and "city": a nationality, a state or a word in lower case that is no
// joint.
bool may_describe(const Context& c, std::uint32_t token) {
  const Tag* tag = c.tags.covering(token);
  if (tag != nullptr) {
    return tag->label == Label::nationality || tag->label == Label::state ||
           tag->label == Label::place;
  }
  const std::string_view word = c.doc.lower(token);
  const bool joint = word == "in" || word == "at" || word == "of" || word == "," || word == ";" ||
                     word == "the" || word == "a" || word == "to" || word == "from";
  return !joint && (c.doc.shape(token) == text::Shape::lower || c.doc.is_capital(token));
}

bool is_auxiliary(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kWords{"was",  "is",  "were",
                                                          "will", "has", "had"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

std::uint32_t town_phrase_before(const Context& c, std::uint32_t token) {
  const TokenRange s = c.sentence(token);
  if (token < s.begin + 2) return token;
  // "the capital, Suva", "the port city Batumi"
  const bool joined = c.doc.lower(token - 1) == "of" || c.doc.lower(token - 1) == ",";
  std::uint32_t at = joined ? token - 1 : token;
  std::uint32_t town = token;
  for (std::uint32_t back = 1; back <= 2 && at >= s.begin + back; ++back) {
    TokenRange words;
    if (c.cue(at - back, c.cues.town, &words) != nullptr && words.end == at) town = at - back;
  }
  if (town == token) return token;
  at = town;
  for (std::uint32_t n = 0; n <= kMostAdjectives && at > s.begin; ++n) {
    const std::string_view before = c.doc.lower(at - 1);
    if (before == "the" || before == "a") return at - 1;
    if (before == "in" || before == "at") return at;
    if (!may_describe(c, at - 1)) break;
    --at;
  }
  return town;
}

std::uint32_t town_named_behind(const Context& c, std::uint32_t token) {
  const TokenRange s = c.sentence(token);
  for (std::uint32_t t = token; t < std::min(token + kMostAdjectives + 1, s.end); ++t) {
    TokenRange words;
    if (c.cue(t, c.cues.town, &words) != nullptr) {
      const bool of = c.lower(words.end) == "of";
      const std::uint32_t named = of || c.lower(words.end) == "," ? words.end + 1 : words.end;
      const Tag* tag = named < s.end ? c.tags.starting(named) : nullptr;
      if (of || (tag != nullptr && tag->label == Label::place)) {
        return named < s.end ? named : token;
      }
    }
    if (!may_describe(c, t)) break;
  }
  return token;
}

std::uint32_t owner_before(const Context& c, std::uint32_t token) {
  const std::uint32_t begin = c.sentence(token).begin;
  if (token < begin + 2 || (c.doc.lower(token - 1) != "'s" && c.doc.lower(token - 1) != "'")) {
    return token;
  }
  const Tag* owner = c.tags.covering(token - 2);
  const bool state = owner != nullptr && owner->label == Label::state;
  return state && owner->tokens.end == token - 1 ? owner->tokens.begin : token;
}

Named town_like_state(const Context& c, const Tag& tag) {
  const std::uint32_t end = tag.tokens.end;
  if (tag.label != Label::state || c.lower(end) != ",") return {};
  const Tag* after = c.tags.starting(end + 1);
  if (after == nullptr || after->label != Label::state || after->id == tag.id) return {};
  const ByteSpan words = c.doc.span(tag.tokens);
  const catalogue::Index town = c.catalogue.find_place(c.doc.slice(words), after->id);
  if (town == npos || c.catalogue.places()[town].state != after->id) return {};
  return {town, words};
}

Named capital_at(const Context& c, std::uint32_t token) {
  const Tag* whose = c.tags.starting(token);
  if (whose == nullptr || whose->label != Label::nationality || whose->id == npos) return {};
  if (c.lower(whose->tokens.end) != "capital") return {};
  // "the Tunisian capital of Sousse" and "the French capital markets" are something else.
  const std::string_view after = c.lower(whose->tokens.end + 1);
  if (after == "of" || after == "market" || after == "markets") return {};
  const catalogue::State& state = c.catalogue.states()[whose->id];
  const catalogue::Index town = c.catalogue.find_place(state.capital, whose->id);
  if (town == npos) return {};
  return {town, c.doc.span({whose->tokens.begin, whose->tokens.end + 1})};
}

namespace {

// "the |Gulf of Aden|", "the Strait of Hormuz"; towns lie on bays that are called so.
bool names_water(const Context& c, ByteSpan words) {
  static constexpr std::array<std::string_view, 5> kWaters{"gulf", "strait", "straits", "sea",
                                                           "horn"};
  const std::uint32_t first = c.doc.token_at(words.begin);
  return is_one_of(c.lower(first), kWaters) && c.lower(first + 1) == "of";
}

}  // namespace

bool is_area(const Context& c, const Named& place) {
  // In "Goa" and "Crimea" people meet as well.
  const bool town =
      place.id != npos && c.catalogue.places()[place.id].kind != catalogue::PlaceKind::region;
  if (names_water(c, place.words)) return true;
  if (town) return false;
  // "the |Middle East|", "the Black |Sea|"
  const std::uint32_t end = c.doc.token_at(place.words.end - 1) + 1;
  for (std::uint32_t t = c.doc.token_at(place.words.begin); t < end; ++t) {
    TokenRange words;
    if (c.cue(t, c.cues.area, &words) != nullptr && words.end == end) return true;
  }
  return false;
}

bool is_venue(const Context& c, const Named& place) {
  const catalogue::Place* known = place.id == npos ? nullptr : &c.catalogue.places()[place.id];
  if (known != nullptr && known->kind == catalogue::PlaceKind::venue) return true;
  // "Road Town" is a town, "the Palace of Carthage" stands in one.
  if (known != nullptr && catalogue::fold(known->name) == catalogue::fold(c.words(place.words))) {
    return false;
  }
  const TokenRange words{c.doc.token_at(place.words.begin),
                         c.doc.token_at(place.words.end - 1) + 1};
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (c.cue(t, c.cues.venue) != nullptr) return true;
  }
  const std::uint32_t end = c.sentence(words.begin).end;
  return known == nullptr && words.end < end && c.cue(words.end, c.cues.venue) != nullptr;
}

bool is_denied_for_other(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kNot = 4;     // tokens of "not be held"
  constexpr std::uint32_t kReach = 12;  // from the verb to "but"
  static constexpr std::array<std::string_view, 12> kOther{
      "in",      "at", "online",   "virtually", "via",     "by",
      "through", "as", "remotely", "over",      "instead", "rather"};
  static constexpr std::array<std::string_view, 7> kHeld{"convene", "take",   "be",    "meet",
                                                         "held",    "gather", "happen"};
  static constexpr std::array<std::string_view, 6> kOff{"postponed", "later",       "delayed",
                                                        "cancelled", "rescheduled", "deferred"};
  const TokenRange s = c.sentence(token);
  bool denied = false;
  for (std::uint32_t back = 1; back <= kNot && token >= s.begin + back && !denied; ++back) {
    denied = c.doc.lower(token - back) == "not";
  }
  std::uint32_t but = token;
  while (denied && but < std::min(s.end, token + kReach) && c.doc.lower(but) != "but") ++but;
  if (!denied || c.lower(but) != "but" || but + 1 >= s.end) return false;
  for (std::uint32_t t = but; t < s.end; ++t) {
    if (is_one_of(c.doc.lower(t), kOff)) return false;
  }
  const std::string_view next = c.doc.lower(but + 1);
  return is_one_of(next, kOther) || (next == "will" && is_one_of(c.lower(but + 2), kHeld));
}

bool is_elsewhere(const Context& c, std::uint32_t token) {
  if (is_denied_for_other(c, token)) return true;
  const lexicon::CueClass elsewhere = c.cues.elsewhere;
  const std::uint32_t begin = c.sentence(token).begin;
  for (std::uint32_t back = 1; back <= 3 && token >= begin + back; ++back) {
    TokenRange words;
    if (c.cue(token - back, elsewhere, &words) == nullptr || words.end != token) continue;
    // "the Joint Working Group on Counter |Terrorism| in Nairobi": in the name of who meets there
    const tagger::Tag* name = c.tags.covering(words.begin);
    const bool in_name = name != nullptr && name->label == tagger::Label::body &&
                         name->tokens.end == token && name->tokens.begin + 2 < words.begin;
    if (in_name) continue;
    // "|at| the ministry's office in Bangkok": there they meet.
    constexpr std::uint32_t kName = 7;
    for (std::uint32_t t = words.begin; t > begin && words.begin - t < kName; --t) {
      const std::string_view before = c.doc.lower(t - 1);
      if (before == "at") return false;
      if (before == "," || c.cue(t - 1, c.cues.head) != nullptr) break;
    }
    return true;
  }
  return false;
}

bool may_be_town(const Context& c, const Named& named) {
  const std::uint32_t begin = c.doc.token_at(named.words.begin);
  const std::uint32_t end = c.doc.token_at(named.words.end - 1) + 1;
  static constexpr std::array<std::string_view, 4> kSides{"north", "south", "east", "west"};
  const bool side = end == begin + 1 &&
                    std::find(kSides.begin(), kSides.end(), c.doc.lower(begin)) != kSides.end();
  if (side) return false;
  if (named.id != npos || is_venue(c, named)) return true;
  if (town_phrase_before(c, begin) < begin) return true;
  const std::string_view before =
      begin > c.sentence(begin).begin ? c.doc.lower(begin - 1) : std::string_view();
  if (before != "to") return before != "the";
  const Tag* after = c.lower(end) == "," ? c.tags.covering(end + 1) : nullptr;
  return after != nullptr && after->label == Label::state;
}

namespace {

// "the |Avesta| news agency", "|Asaka| TV"
bool names_medium(const Context& c, const Tag& place) {
  static constexpr std::array<std::string_view, 9> kMedia{
      "news", "newspaper", "agency", "website", "portal", "tv", "radio", "channel", "broadcaster"};
  return is_one_of(c.lower(place.tokens.end), kMedia);
}

}  // namespace

bool is_in_title(const Context& c, const Tag& place) {
  constexpr std::uint32_t kLongest = 5;
  if (names_medium(c, place)) return true;
  const std::uint32_t begin = place.tokens.begin;
  const TokenRange s = c.sentence(begin);
  if (begin == s.begin || c.doc.lower(begin - 1) != "the") return false;
  bool title = false;
  for (std::uint32_t t = place.tokens.end; t < std::min(s.end, place.tokens.end + kLongest); ++t) {
    if (c.cue(t, c.cues.venue) != nullptr || c.cue(t, c.cues.town) != nullptr ||
        c.cue(t, c.cues.head) != nullptr) {
      return false;
    }
    if (!c.doc.is_capital(t) || c.time_at(t) != nullptr) break;
    title = true;
  }
  return title;
}

namespace {

// "chose |Kisumu| for their meeting", "with |Kisumu| as the setting"
bool is_chosen(const Context& c, const Tag& town) {
  constexpr std::uint32_t kNear = 5;
  static constexpr std::array<std::string_view, 9> kTakes{
      "chose", "chosen", "picked", "picks", "chooses", "selected", "had", "with", "named"};
  const TokenRange s = c.sentence(town.tokens.begin);
  const std::uint32_t at = town.tokens.end;
  if (town.tokens.begin == s.begin) return false;
  const std::string_view verb = c.doc.lower(town.tokens.begin - 1);
  const std::string_view link = c.lower(at);
  if (!is_one_of(verb, kTakes) || (link != "as" && link != "for")) return false;
  for (std::uint32_t t = at + 1; t < std::min(at + kNear, s.end); ++t) {
    const lexicon::Cue* noun = c.cue(t, c.cues.scene);
    const bool scene = noun != nullptr && noun->value == "noun";
    if (link == "as" ? scene : c.cue(t, c.cues.head) != nullptr) return true;
  }
  return false;
}

}  // namespace

namespace {

// "Lima|'s Grand Hotel| was", "Lima|, where it had rained,| was": behind what is said of the town
// whose name ends at `token`; or `token`.
std::uint32_t behind_town(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kHouse = 6;
  constexpr std::uint32_t kClause = 30;
  const std::uint32_t end = c.sentence(token).end;
  const std::string_view next = c.lower(token);
  if (next == "'s" || next == "’s") {
    for (std::uint32_t t = token + 1; t < std::min(token + kHouse, end); ++t) {
      TokenRange house;
      if (c.cue(t, c.cues.venue, &house) != nullptr && is_auxiliary(c.lower(house.end))) {
        return house.end;
      }
    }
  }
  const std::string_view link = c.lower(token + 1);
  if (next != "," || (link != "where" && link != "which")) return token;
  for (std::uint32_t t = token + 2; t + 1 < std::min(token + kClause, end); ++t) {
    if (c.doc.lower(t) != ",") continue;
    const bool goes_on = is_auxiliary(c.doc.lower(t + 1)) || c.cue(t + 1, c.cues.scene) != nullptr;
    if (goes_on) return t + 1;
  }
  return token;
}

// "Peru and |Chile| will hold talks": one of those who meet.
bool is_one_of_sides(const Context& c, const Tag& state) {
  const std::uint32_t begin = state.tokens.begin;
  if (state.label != Label::state || begin < c.sentence(begin).begin + 2) return false;
  const std::uint32_t joint = c.doc.lower(begin - 1) == "the" ? begin - 2 : begin - 1;
  const bool joins = c.doc.lower(joint) == "and" || c.doc.lower(joint) == ",";
  if (!joins || joint <= c.sentence(begin).begin) return false;
  const Tag* other = c.tags.covering(joint - 1);
  return other != nullptr && other->label == Label::state;
}

}  // namespace

bool is_scene(const Context& c, const Tag& town) {
  if (is_chosen(c, town)) return true;
  if (is_one_of_sides(c, town)) return false;
  constexpr std::uint32_t kNear = 9;
  const lexicon::CueClass scene = c.cues.scene;
  const TokenRange s = c.sentence(town.tokens.begin);
  std::uint32_t at = town.tokens.end;
  if (capital_at(c, town.tokens.begin)) ++at;  // "the Kazakh |capital| hosts"
  if (const std::uint32_t behind = behind_town(c, at); behind > at) {
    at = behind;
  } else if (c.lower(at) == "(") {  // "Kinshasa (DRC)"
    while (at < s.end && c.doc.lower(at) != ")") ++at;
    ++at;
  } else if (c.lower(at) == "," && is_auxiliary(c.lower(at + 1)) &&
             town_phrase_before(c, town.tokens.begin) < town.tokens.begin) {
    ++at;                           // "the second city, Sokode, is the venue"
  } else if (c.lower(at) == ",") {  // "Khartoum, Republic of Sudan,"
    const Tag* state = c.tags.covering(at + 1);
    std::uint32_t end = at + 1;
    while (end < s.end && end < at + kNear && c.doc.lower(end) != ",") ++end;
    bool capital = false;
    for (std::uint32_t u = at + 2; u < end && c.lower(at + 1) == "the"; ++u) {
      capital = capital || c.cue(u, c.cues.town) != nullptr;
    }
    const bool named = at + 1 < c.doc.size() && c.doc.is_capital(at + 1);
    if (state == nullptr && !named && !capital) return false;
    at = end + 1;
  }
  // "Accra |on Monday| hosted"
  if (c.lower(at) == "on" && c.time_at(at + 1) != nullptr) ++at;
  if (const time::Expression* day = c.time_at(at); day != nullptr) at = day->tokens.end;
  if (at >= s.end) return false;
  const lexicon::Cue* cue = c.cue(at, scene);
  if (cue != nullptr && cue->value == "verb") {
    const std::string_view word = c.doc.lower(at);
    const bool hosts = word.find("host") != std::string_view::npos || word == "to" ||
                       word == "will" || word == "is" || word == "has" || word == "plays";
    return hosts || town.label == Label::place;
  }
  if (!is_auxiliary(c.doc.lower(at))) return false;
  for (std::uint32_t t = at + 1; t < std::min(at + kNear, s.end); ++t) {
    const lexicon::Cue* noun = c.cue(t, scene);
    if (noun != nullptr && noun->value == "noun") return true;
    const bool adjunct =
        c.time_at(t) != nullptr || c.doc.shape(t) == text::Shape::lower || c.doc.lower(t) == ",";
    const bool joint = c.doc.lower(t) == "and" && c.time_at(t) == nullptr;
    if (!adjunct || joint || c.doc.lower(t) == "said") return false;
  }
  return false;
}

bool is_told_scene(const Context& c, std::uint32_t town) {
  constexpr std::uint32_t kNear = 12;
  const std::uint32_t begin = c.sentence(town).begin;
  if (town < begin + 2) return false;
  const std::string_view link = c.doc.lower(town - 1);
  if (link != "be" && !is_auxiliary(link)) return false;
  for (std::uint32_t t = town - 1; t > begin && town - t < kNear; --t) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == "venue" || word == "site" || word == "location" || word == "setting") return true;
    if (word == "," || word == "." || word == "and" || word == "but") return false;
  }
  return false;
}

bool is_place_of_speech(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 9> kSaid{
      "said", "says", "announced", "reporters", "journalists", "told", "added", "stated", "media"};
  const std::uint32_t begin = c.sentence(token).begin;
  // "said in a joint |statement released| in Lima"
  const bool paper = token > begin + 1 && c.cue(token - 1, c.cues.medium, "made") != nullptr &&
                     c.cue(token - 2, c.cues.medium, "medium") != nullptr;
  if (paper) return true;
  if (token == begin || !is_one_of(c.doc.lower(token - 1), kSaid)) return false;
  bool clause = false;
  for (std::uint32_t t = token - 1; t > begin; --t) {
    clause = clause || c.doc.lower(t) == ",";
    if (clause && c.cue(t - 1, c.cues.future) != nullptr) return true;
  }
  return false;
}

bool is_told(const Context& c, std::uint32_t token) {
  const text::LineRole role = c.doc.sentences()[c.doc.sentence_of(token)].role;
  return role != text::LineRole::stamp && role != text::LineRole::boilerplate;
}

bool is_neighbour(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kNeighbours{
      "neighbouring", "neighboring", "nearby", "brotherly", "sisterly", "friendly"};
  return is_one_of(word, kNeighbours);
}

}  // namespace rapporteur::meetings
