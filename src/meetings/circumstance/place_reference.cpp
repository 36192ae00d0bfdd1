#include "circumstance/place_reference.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "circumstance/whereabouts.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kReach = 150;  // tokens from "the town" back to its name

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_town(const Context& c, const Tag& tag) {
  if (tag.label != Label::place || tag.id == npos) return false;
  const Named named{tag.id, c.doc.span(tag.tokens)};
  return !is_area(c, named) && !is_venue(c, named);
}

bool is_capital_town(const Context& c, const Tag& tag) {
  const catalogue::Place& town = c.catalogue.places()[tag.id];
  return town.state != npos &&
         catalogue::fold(c.catalogue.states()[town.state].capital) == catalogue::fold(town.name);
}

// The town named last before `token` as a place where something is; with `capital` one that is a
// capital. Without words if there is none.
Named last_town(const Context& c, std::uint32_t token, bool capital) {
  for (std::uint32_t t = token; t > 0 && token - t < kReach; --t) {
    const Tag* tag = c.tags.starting(t - 1);
    if (tag == nullptr || !is_town(c, *tag)) continue;
    if (capital && !is_capital_town(c, *tag)) continue;
    const std::uint32_t begin = c.sentence(t - 1).begin;
    const std::uint32_t at = town_phrase_before(c, t - 1);
    const std::string_view before = at > begin ? c.doc.lower(at - 1) : std::string_view();
    const bool told = at == begin || is_one_of(before, {"in", "at", "to", "for", "of", "proposed"});
    if (told) return {tag->id, c.doc.span(tag->tokens)};
  }
  return {};
}

// "in the same town", "in this capital": the end of the phrase, or `token` if it is none.
std::uint32_t phrase_end(const Context& c, std::uint32_t token) {
  if (!is_one_of(c.lower(token), {"in", "at"})) return token;
  const bool pointed = is_one_of(c.lower(token + 1), {"the", "this", "that"});
  if (!pointed) return token;
  std::uint32_t noun = token + 2;
  if (is_one_of(c.lower(noun), {"same", "very"})) ++noun;
  TokenRange words;
  if (c.cue(noun, c.cues.town, &words) == nullptr) return token;
  const std::string_view after = c.lower(words.end);
  const bool named = after == "of" || c.tags.starting(words.end) != nullptr ||
                     (after == "," && c.tags.starting(words.end + 1) != nullptr);
  const bool longer = after == "'s" || c.cue(words.end, c.cues.venue) != nullptr;
  return named || longer ? token : words.end;
}

// "the session held |there|", but not "there is".
bool is_there(const Context& c, std::uint32_t token) {
  if (c.lower(token) != "there" || token == c.sentence(token).begin) return false;
  static constexpr std::array<std::string_view, 16> kExists{
      "is", "are",  "was", "were",  "has",   "have",   "had",  "will",
      "be", "been", "can", "could", "would", "should", "must", "remains"};
  if (std::find(kExists.begin(), kExists.end(), c.lower(token + 1)) != kExists.end()) return false;
  const std::string_view before = c.doc.lower(token - 1);
  if (is_one_of(before, {"that", "from", "is", "are", "was", "were", "if", "out", "up", "over"})) {
    return false;
  }
  return c.doc.shape(token - 1) == text::Shape::lower || c.time_at(token - 1) != nullptr;
}

// The begin of the town, state, day or comma that ends at `end`; or `end`.
std::uint32_t begin_of_leg(const Context& c, std::uint32_t end) {
  const Tag* tag = c.tags.covering(end - 1);
  if (tag != nullptr && (tag->label == Label::place || tag->label == Label::state)) {
    return tag->tokens.begin;
  }
  if (const time::Expression* day = c.time_at(end - 1); day != nullptr) return day->tokens.begin;
  return c.lower(end - 1) == "," || c.lower(end - 1) == "on" ? end - 1 : end;
}

}  // namespace

TownReference town_meant(const Context& c, std::uint32_t token) {
  if (is_there(c, token)) return {last_town(c, token, false), {token, token + 1}};
  const std::uint32_t end = phrase_end(c, token);
  if (end == token) return {};
  const bool capital = c.doc.lower(end - 1) == "capital";
  if (c.doc.lower(token + 1) == "this") {
    const Named here = dateline_town(c);
    if (here && here.id != npos) return {here, {token, end}};
  }
  return {last_town(c, token, capital), {token, end}};
}

Named bracketed_town(const Context& c, TokenRange mention) {
  const std::uint32_t limit = c.sentence(mention.begin).end;
  const auto town_at = [&](std::uint32_t t) {
    const Tag* tag = t < limit ? c.tags.starting(t) : nullptr;
    return tag != nullptr && is_town(c, *tag) ? tag : nullptr;
  };
  std::uint32_t open = mention.end;
  for (std::uint32_t t = mention.begin; t < mention.end; ++t) {
    if (c.doc.lower(t) == "(") open = t;
  }
  if (c.lower(open) == "(") {
    const Tag* tag = town_at(open + 1);
    const std::string_view after = tag == nullptr ? std::string_view() : c.lower(tag->tokens.end);
    if (after == "," || after == ")") return {tag->id, c.doc.span(tag->tokens)};
  }
  // "the Meeting of the Conference (CARICOM), |Placencia|, Belize, 16-17 February"
  const auto parts = [&](std::uint32_t t) {
    return is_one_of(c.lower(t), {",", "-", "–", "—", "|"});
  };
  if (!parts(mention.end)) return {};
  const std::uint32_t begin = mention.end + 1;
  const Tag* tag = begin < limit ? c.tags.starting(begin) : nullptr;
  if (tag == nullptr || tag->label != Label::place) return {};
  const Tag* state = parts(tag->tokens.end) ? c.tags.starting(tag->tokens.end + 1) : nullptr;
  const bool lies_in = state != nullptr && state->label == Label::state;
  const std::uint32_t end = lies_in ? state->tokens.end : tag->tokens.end;
  const time::Expression* day = parts(end) ? c.time_at(end + 1) : nullptr;
  const bool town = is_town(c, *tag) || (tag->id == npos && lies_in);
  return day != nullptr && town ? Named{tag->id, c.doc.span(tag->tokens)} : Named{};
}

Named dateline_state(const Context& c) {
  for (std::uint32_t t = c.dateline.begin; t < c.dateline.end; ++t) {
    const Tag* tag = c.tags.starting(t);
    if (tag == nullptr || c.doc.slice(c.doc.span(tag->tokens)) != c.report.dateline.place) continue;
    const bool state = tag->label == Label::state && tag->id != npos;
    return state ? Named{tag->id, c.doc.span(tag->tokens)} : Named{};
  }
  return {};
}

Named dateline_town(const Context& c) {
  if (c.report.dateline.place.empty()) return {};
  for (const Tag& tag : c.tags.all()) {
    const ByteSpan span = c.doc.span(tag.tokens);
    if (c.doc.slice(span) != c.report.dateline.place) continue;
    return tag.label == Label::place ? Named{tag.id, span} : Named{};
  }
  for (const text::Sentence& s : c.doc.sentences()) {
    const ByteSpan span = c.doc.span(s.tokens);
    if (!c.doc.slice(span).starts_with(c.report.dateline.place)) continue;
    const auto size = static_cast<std::uint32_t>(c.report.dateline.place.size());
    return {npos, {span.begin, span.begin + size}};
  }
  return {};
}

std::uint32_t where_behind(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kNear = 5;  // tokens of "on Thursday night ,"
  const std::uint32_t limit = std::min(end + kNear, c.sentence(end - 1).end);
  std::uint32_t at = end;
  if (c.lower(at) == ",") ++at;
  if (c.lower(at) == "on" || c.time_at(at) != nullptr) {
    while (at < limit && c.lower(at) != ",") ++at;
    ++at;
  }
  return at < limit && c.lower(at) == "where" ? at + 1 : end;
}

bool is_end_of_line(const Context& c, std::uint32_t to) {
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t begin = c.sentence(to).begin;
  for (std::uint32_t back = 2; back <= kNear && to > begin + back; ++back) {
    const std::uint32_t from = to - back;
    if (c.doc.lower(from) != "from") continue;
    const Tag* start = c.tags.starting(from + 1);
    const bool place = start != nullptr && start->label == Label::place;
    const bool goes = is_one_of(
        c.doc.lower(from - 1),
        {"travelled", "traveled", "flew", "moved", "shifted", "transferred", "relocated", "went",
         "came", "drove", "arrived", "returned", "proceeded", "journeyed", "goes", "rescheduled"});
    return place && !goes;
  }
  return false;
}

bool is_way_home(const Context& c, std::uint32_t token) {
  // "came back to Brasília |to sign|"
  const Tag* town = c.tags.starting(token + 1);
  const std::string_view after = town == nullptr ? std::string_view() : c.lower(town->tokens.end);
  if (after == "to" || after == "for") return false;
  const lexicon::CueClass homeward = c.cues.homeward;
  const std::uint32_t begin = c.sentence(token).begin;
  for (std::uint32_t back = 1; back <= 3 && token >= begin + back; ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(token - back, homeward, &words);
    if (cue != nullptr && words.end == token) return cue->value == "home";
  }
  return false;
}

bool is_way_out(const Context& c, std::uint32_t token) {
  const std::uint32_t begin = c.sentence(token).begin;
  std::uint32_t end = token;
  while (end > begin) {
    if (c.cue(end - 1, c.cues.travels) != nullptr) return true;
    const std::uint32_t leg = begin_of_leg(c, end);  // "left |Lima, Peru, on Monday| for"
    if (leg == end) return false;
    end = leg;
  }
  return false;
}

}  // namespace rapporteur::meetings
