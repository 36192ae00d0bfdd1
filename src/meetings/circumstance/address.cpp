#include "circumstance/address.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "circumstance/whereabouts.h"
#include "clause/word_list.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kLongest = 18;  // tokens of an address
constexpr std::uint32_t kLongestTown = 4;

bool is_joint(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kJoints{"of", "and", "the", "de",
                                                           "-",  "'s",  "'",   "&"};
  return is_one_of(word, kJoints);
}

bool is_town(const Context& c, const Tag& tag) {
  if (tag.label != Label::place || tag.id == npos) return false;
  const Named named{tag.id, c.doc.span(tag.tokens)};
  return !is_area(c, named) && !is_venue(c, named);
}

// A name in capitals that is of no house, body, person or day: what stands before a state with a
// comma, "|El Coca|, Ecuador".
Named unknown_town(const Context& c, TokenRange words) {
  if (words.size() == 0 || words.size() > kLongestTown || !c.doc.is_capital(words.begin)) return {};
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const Tag* tag = c.tags.covering(t);
    const bool named = tag != nullptr && tag->label != Label::place;
    const bool other = c.cue(t, c.cues.head) != nullptr || c.cue(t, c.cues.body_head) != nullptr ||
                       c.cue(t, c.cues.venue) != nullptr || c.time_at(t) != nullptr;
    const bool word = c.doc.is_capital(t) || c.doc.lower(t) == "-" || c.doc.lower(t) == "." ||
                      c.doc.lower(t) == "de";
    if (named || other || !word) return {};
  }
  const Named named{npos, c.doc.span(words)};
  return is_area(c, named) ? Named{} : named;
}

bool is_direction(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kDirections{
      "northern",     "southern",     "eastern",     "western", "central",
      "north",        "south",        "east",        "west",    "northeastern",
      "northwestern", "southeastern", "southwestern"};
  return is_one_of(word, kDirections);
}

// "In Kabul, |Pakistan|, China and Afghanistan agreed": those who act there.
bool opens_list(const Context& c, const Tag& state) {
  std::uint32_t at = state.tokens.end;
  if (c.lower(at) != "," && c.lower(at) != "and") return false;
  while (c.lower(at) == "," || c.lower(at) == "and" || c.lower(at) == "the") ++at;
  const Tag* next = at < c.sentence(state.tokens.begin).end ? c.tags.starting(at) : nullptr;
  return next != nullptr && next->label == Label::state;
}

}  // namespace

std::uint32_t behind_district(const Context& c, std::uint32_t end) {
  static constexpr std::array<std::string_view, 8> kDistricts{
      "province", "region", "district", "county", "governorate", "prefecture", "oblast", "island"};
  return is_one_of(c.lower(end), kDistricts) ? end + 1 : end;
}

Address address_at(const Context& c, std::uint32_t token) {
  const std::uint32_t limit = std::min(token + kLongest, c.sentence(token).end);
  std::uint32_t part = token;     // where the part between two commas begins
  TokenRange last{token, token};  // the part before it
  for (std::uint32_t t = token; t < limit; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == ",") {
      last = {part, t};
      part = t + 1;
      continue;
    }
    const Tag* tag = c.tags.starting(t);
    const bool parted = t > token && (t == part || c.cue(t - 1, c.cues.venue) != nullptr);
    if (tag != nullptr && parted && tag->id != npos) {
      const bool town = is_town(c, *tag);
      const bool behind =
          tag->tokens.end < limit && c.doc.shape(tag->tokens.end) == text::Shape::lower;
      const bool venue = c.cue(t - 1, c.cues.venue) != nullptr;
      const Named named{tag->id, c.doc.span(tag->tokens)};
      if (town && !venue && is_in_title(c, *tag)) return {};
      if (town) return {named, {}};
      if (tag->label == Label::state && t == part && !behind) return {unknown_town(c, last), named};
    }
    if (tag != nullptr && tag->label == Label::person && t == part) return {};
    const bool named = c.doc.is_capital(t) || c.doc.shape(t) == text::Shape::number;
    if (!named && (!is_joint(word) || t == part)) return {};
  }
  return {};
}

namespace {

// "Zallaq, |on the coast of southern Bahrain|", "Aného, |a town in the south of Togo|": the state
// in which words behind the comma at `at` say that the town lies.
Named state_of_aside(const Context& c, std::uint32_t at) {
  constexpr std::uint32_t kAside = 9;
  static constexpr std::array<std::string_view, 6> kOpens{"on", "in", "at", "a", "an", "the"};
  const std::uint32_t limit = std::min(at + kAside, c.doc.size());
  if (at >= limit || !is_one_of(c.lower(at), kOpens)) return {};
  bool lies = false;  // the last link is "of" or "in"
  for (std::uint32_t t = at; t < limit; ++t) {
    const std::string_view word = c.doc.lower(t);
    const Tag* tag = c.tags.starting(t);
    if (tag != nullptr && tag->label == Label::state) {
      return lies ? Named{tag->id, c.doc.span(tag->tokens)} : Named{};
    }
    if (tag != nullptr || c.doc.shape(t) != text::Shape::lower || word == "with") return {};
    const bool link = word == "of" || word == "in";
    lies = link || (lies && (word == "the" || is_direction(word)));
  }
  return {};
}

}  // namespace

Named state_behind(const Context& c, std::uint32_t end, bool known) {
  const std::string_view link = c.lower(behind_district(c, end));
  const bool part = link == "of" && behind_district(c, end) > end;  // "the Kakheti region of X"
  if (link != "," && !part && (known || link != "in")) return {};
  std::uint32_t at = behind_district(c, end) + 1;
  if (link == "," && is_direction(c.lower(at))) ++at;
  if (link == ",") {
    const Tag* tag = at < c.doc.size() ? c.tags.covering(at) : nullptr;
    const bool state = tag != nullptr && tag->label == Label::state;
    // "In Lima, |Chile's| Minister X": whose he is
    if (state && known && c.lower(tag->tokens.end) == "'s") return {};
    if (state) return opens_list(c, *tag) ? Named{} : Named{tag->id, c.doc.span(tag->tokens)};
    return known ? Named{} : state_of_aside(c, at);
  }
  if (c.lower(at) == "the") ++at;
  if (is_direction(c.lower(at))) ++at;
  const lexicon::Match* name = c.matches.find(at, lexicon::Channel::state);
  if (name == nullptr) return {};
  const catalogue::Index state = c.catalogue.state_names()[name->id].state;
  return state == npos ? Named{} : Named{state, c.doc.span(name->tokens)};
}

Named town_behind(const Context& c, const Tag& tag) {
  const Named named{tag.id, c.doc.span(tag.tokens)};
  const std::string_view link = c.lower(tag.tokens.end);
  if (tag.label != Label::place || tag.id != npos || (link != "," && link != "in")) return named;
  const Tag* town = c.tags.starting(tag.tokens.end + 1);
  return town != nullptr && is_town(c, *town) ? Named{town->id, c.doc.span(town->tokens)} : named;
}

Named town_in_name(const Context& c, const Named& venue) {
  const TokenRange words{c.doc.token_at(venue.words.begin),
                         c.doc.token_at(venue.words.end - 1) + 1};
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    for (std::uint32_t end = std::min(words.end, t + kLongestTown); end > t; --end) {
      if (words.size() == end - t || !c.doc.is_capital(t)) continue;
      const ByteSpan span = c.doc.span({t, end});
      const catalogue::Index town = c.catalogue.find_place(c.doc.slice(span), npos);
      if (town == npos || is_venue(c, {town, span})) continue;
      const catalogue::Place& known = c.catalogue.places()[town];
      const bool of_house =
          venue.id == town ||
          (venue.id != npos && c.catalogue.places()[venue.id].state == known.state);
      if (of_house && !known.ambiguous) return {town, span};
    }
  }
  return {};
}

}  // namespace rapporteur::meetings
