#include "represented.h"

#include <array>
#include <string_view>

namespace rapporteur::names {

using tagger::Label;
using tagger::Tag;

// "Kuwait was represented by A, |Oman by B|", "|that of Oman by B|", "|Qatar's under B|"
void Represented::at(std::uint32_t t) {
  if (seat_filled(t)) return;
  // "Oman, by B", "Oman - by B"
  const bool comma =
      t > n_.sentence(t).begin + 1 &&
      (n_.lower(t - 1) == "," || (n_.lower(t - 1) == "-" && n_.doc.space_before(t - 1)));
  const bool genitive = t > n_.sentence(t).begin + 1 && n_.lower(t - 1) == "'s";
  const std::uint32_t last = (comma || genitive) && n_.state_covering(t - 2) ? t - 2 : t - 1;
  const Tag* tag = t > n_.sentence(t).begin ? n_.t.tags.covering(last) : nullptr;
  const Named state = tag != nullptr ? sender(*tag) : Named{};
  if (!state && (tag == nullptr || tag->label != Label::nationality)) by_leader(t);
  if (!state) return;
  const std::uint32_t begin = tag->tokens.begin;
  const std::uint32_t joint = begin > 0 && n_.lower(begin - 1) == "the" ? begin - 1 : begin;
  if (joint == 0) return;
  const std::string_view before = n_.lower(joint - 1);
  const bool that = before == "of" && joint > 1 && n_.lower(joint - 2) == "that";
  const bool listed = before == "represented" || before == "were";
  const bool side = before == "on" && tag->label == Label::nationality;  // "on the Peruvian by"
  if (before != "," && before != ";" && before != ":" && before != "and" && before != "while" &&
      !that && !side && !(comma && listed)) {
    return;
  }
  const std::size_t i = n_.next(t + 1);
  if (i == n_.all.size() || !n_.same_sentence(t, n_.all[i].tokens.begin)) return;
  Naming& next = n_.all[i];
  if (!lists_.leads_in(t + 1, next.whole.begin, 2)) return;
  next.state = state;
  lists_.give(t + 1, state, 2);  // "Oman |by B and C|; Qatar by D"
}

// "|Oman's seat| at the table |was filled by| A": the state that opens the sentence. False: no such
// words.
bool Represented::seat_filled(std::uint32_t t) {
  static constexpr std::array<std::string_view, 4> kSeats{"seat", "chair", "place", "seats"};
  const std::uint32_t begin = n_.sentence(t).begin;
  const std::string_view verb = t > begin ? n_.lower(t - 1) : std::string_view();
  if (verb != "filled" && verb != "occupied" && verb != "taken") return false;
  const Tag* tag = n_.t.tags.starting(n_.behind_the(begin));
  if (tag == nullptr || tag->label != Label::state) return false;
  const std::uint32_t seat = tag->tokens.end + (n_.lower(tag->tokens.end) == "'s" ? 1 : 0);
  const std::size_t i = n_.next(t + 1);
  if (!is_one_of(n_.lower(seat), kSeats) || i == n_.all.size()) return false;
  if (!n_.same_sentence(t, n_.all[i].tokens.begin) || n_.all[i].state) return false;
  n_.all[i].state = {tag->id, n_.doc.span(tag->tokens)};
  return true;
}

// The state of the tag, or that of a capital or a people in a sentence that tells before who was
// sent: "Lima was represented by A, |Quito| by B", "the Chileans were led by A, the |Peruvians|
// by".
Named Represented::sender(const Tag& tag) const {
  const Named own{tag.id, n_.doc.span(tag.tokens)};
  if (tag.label == Label::state) return own;
  const Named seat = tag.label == Label::nationality ? own : n_.state_or_capital(tag);
  for (std::uint32_t t = n_.sentence(tag.tokens.begin).begin; seat && t < tag.tokens.begin; ++t) {
    const lexicon::Cue* cue = n_.cue(t, n_.cues.sends);
    const bool led = n_.lower(t) == "led" || n_.lower(t) == "under";
    if ((cue != nullptr && cue->value.empty()) || led) return seat;
  }
  return {};
}

// "President A was represented by B; |the President of X, C, by| D": as the first.
void Represented::by_leader(std::uint32_t t) {
  const std::size_t i = n_.next(t + 1);
  const bool comma = t > n_.sentence(t).begin && n_.lower(t - 1) == ",";
  if (!comma || i == 0 || i == n_.all.size()) return;
  const Naming& leader = n_.all[i - 1];
  Naming& envoy = n_.all[i];
  const bool follows = leader.whole.end == t - 1 && leader.state && !envoy.state &&
                       !leader.offices.empty() && n_.same_sentence(t, envoy.tokens.begin) &&
                       n_.same_sentence(t, leader.tokens.begin);
  if (!follows || !lists_.leads_in(t + 1, envoy.whole.begin, 2)) return;
  for (std::uint32_t at = n_.sentence(t).begin; at < leader.whole.begin; ++at) {
    const lexicon::Cue* cue = n_.cue(at, n_.cues.sends);
    if (cue == nullptr || !cue->value.empty()) continue;
    envoy.state = leader.state;
    n_.stand_ins.push_back({i, i - 1, kNobody});
    return;
  }
}

namespace {

// "A |represented| Niger", "A |led| the Chileans"
bool stands_for(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kVerbs{"represented", "represents", "led",
                                                          "leads",       "headed",     "heads"};
  return is_one_of(word, kVerbs);
}

bool is_team(std::string_view word) {
  static constexpr std::array<std::string_view, 4> kTeams{"one", "team", "side", "delegation"};
  return is_one_of(word, kTeams);
}

}  // namespace

// The people named by their nationality at `at`, over an article: "the Chileans", "the Chilean
// one".
const Tag* Represented::people_at(std::uint32_t at) const {
  static constexpr std::array<std::string_view, 8> kBehind{".",  ";",  ",",  "and",
                                                           "at", "in", "on", "while"};
  const std::uint32_t begin = n_.behind_the(at);
  const Tag* tag = begin < n_.doc.size() ? n_.t.tags.starting(begin) : nullptr;
  if (tag == nullptr || (tag->label != Label::state && tag->label != Label::nationality)) {
    return nullptr;
  }
  const std::string_view next = n_.lower(tag->tokens.end);
  return is_team(next) || is_one_of(next, kBehind) ? tag : nullptr;
}

// "A represented Niger and |B| Chad", "A led the Chileans, |B| the Peruvians": the verb is said
// once, and the state may be taken for a name.
void Represented::gapped(std::size_t i) {
  Naming& n = n_.all[i];
  if (stands_for(n_.lower(n.whole.end)) && !n.body) {
    const Tag* own = people_at(n.whole.end + 1);
    if (own != nullptr && !n.state) n.state = {own->id, n_.doc.span(own->tokens)};
    return;
  }
  const std::uint32_t begin = n_.sentence(n.tokens.begin).begin;
  if (n.body || n.whole.begin == begin || n.whole.end != n.tokens.end) return;
  const std::string_view joint = n_.lower(n.whole.begin - 1);
  const std::uint32_t verb = verb_before(i);
  if ((joint != "and" && joint != "," && joint != ";" && joint != "while") || verb == kNobody)
    return;
  // "led the |Chileans|, B the Peruvians": not his
  if (n.state && n.state.words.begin < n_.doc.span({verb, verb + 1}).begin) return;
  if (const Tag* tag = people_at(n.whole.end); tag != nullptr) {
    n.state = {tag->id, n_.doc.span(tag->tokens)};
    return;
  }
  const std::uint32_t last = n.tokens.end - 1;
  const lexicon::Match* within =
      n.tokens.size() > 2 ? n_.t.matches.find(last, lexicon::Channel::state) : nullptr;
  static constexpr std::array<std::string_view, 4> kBehind{".", ";", ",", "and"};
  if (n.state || within == nullptr || !is_one_of(n_.lower(n.tokens.end), kBehind)) return;
  n.state = {n_.t.catalogue.state_names()[within->id].state, n_.doc.span(within->tokens)};
  n.tokens.end = n.whole.end = last;
}

// The verb of the sentence by which somebody before stands for a state or its people; or kNobody.
std::uint32_t Represented::verb_before(std::size_t i) const {
  const std::uint32_t name = n_.all[i].whole.begin;
  for (std::uint32_t t = n_.sentence(name).begin; t + 1 < name; ++t) {
    if (stands_for(n_.lower(t)) && people_at(t + 1) != nullptr) return t;
  }
  return kNobody;
}

}  // namespace rapporteur::names
