// States and peoples that the catalogue knows, and parts of the world.
#include <algorithm>
#include <array>
#include <string_view>

#include "work.h"

namespace rapporteur::tagger {

using catalogue::StateNameKind;
using lexicon::Channel;
using lexicon::Match;

// "Central American", "Latin American": of no state.
bool Work::is_of_continent(TokenRange words) const {
  if (words.begin == 0 || doc_.lower(words.begin) != "american") return false;
  const bool hyphen = doc_.lower(words.begin - 1) == "-" && words.begin >= 2;
  const std::string_view before = doc_.lower(words.begin - (hyphen ? 2 : 1));
  return before == "central" || before == "latin" || before == "south" || before == "north" ||
         before == "inter" || before == "pan" || before == "ibero" || before == "meso";
}

// "the Russia-|Africa| conference", "peace in the |Balkans|": a part of the world that nothing
// longer has taken.
void Work::claim_parts_of_world() {
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    if (!doc_.is_capital(t) || taken(t)) continue;
    const Match* match = nullptr;
    const lexicon::Cue* cue = impl_.lexicon->cue_at(matches_, t, impl_.area, &match);
    if (cue == nullptr || cue->value != "part" || !free(match->tokens)) continue;
    const bool joined = t > 0 && doc_.is_capital(t - 1) && !taken(t - 1);
    const std::uint32_t end = match->tokens.end;
    const bool goes_on = end < doc_.size() && doc_.is_capital(end) && !taken(end);
    if (!joined && !goes_on) claim(match->tokens, Label::place, npos);
  }
}

// "Congo |Basin|", "Niger |River|": behind the water that is called like a state, where its name
// ends there; or the end of the name.
std::uint32_t Work::behind_water(TokenRange name) const {
  const std::uint32_t at = name.end;
  if (at >= doc_.size() || !doc_.is_capital(at) || !free({at, at + 1})) return at;
  const lexicon::Cue* cue = impl_.lexicon->cue_at(matches_, at, impl_.area);
  const bool ends =
      at + 1 >= doc_.size() || !doc_.is_capital(at + 1) || doc_.is_punctuation(at + 1);
  return cue != nullptr && cue->value == "water" && ends ? at + 1 : at;
}

// "|Republic of| Mongolia", "the Niger |Republic|": whatever a state calls itself, reports put its
// form before its name or behind it.
TokenRange Work::with_form_of_state(TokenRange name) const {
  static constexpr std::array<std::string_view, 3> kForms{"republic", "kingdom", "principality"};
  const std::uint32_t behind = name.end;
  const bool ends = behind < doc_.size() && doc_.is_capital(behind) && free({behind, behind + 1}) &&
                    (behind + 1 >= doc_.size() || !doc_.is_capital(behind + 1)) &&
                    doc_.sentence_of(behind) == doc_.sentence_of(name.begin);
  if (ends && doc_.lower(behind) == kForms.front()) ++name.end;
  std::uint32_t of = name.begin;
  if (of > 0 && doc_.lower(of - 1) == "the") --of;
  if (of < 2 || doc_.lower(of - 1) != "of") return name;
  const std::uint32_t form = of - 2;
  const bool known = std::find(kForms.begin(), kForms.end(), doc_.lower(form)) != kForms.end() &&
                     doc_.is_capital(form) &&
                     doc_.sentence_of(form) == doc_.sentence_of(name.begin);
  const TokenRange whole{form, name.end};
  return known && free({form, name.begin}) ? whole : name;
}

void Work::claim_states() {
  for (const Match& m : matches_.all()) {
    if (m.channel != Channel::state || !free(m.tokens) || is_of_continent(m.tokens)) continue;
    const catalogue::StateName& name = impl_.catalogue->state_names()[m.id];
    const bool adjective =
        name.kind == StateNameKind::adjective || name.kind == StateNameKind::people;
    const bool place = name.kind == StateNameKind::capital || name.kind == StateNameKind::metonym;
    // "Victoria |Falls|", "Antigua |Guatemala|": the longer name is a town's.
    const Match* town = matches_.find(m.tokens.begin, Channel::place);
    if (town != nullptr && town->tokens.end > m.tokens.end) continue;
    // "|Indian| Ocean"
    const Match* area = nullptr;
    if (impl_.lexicon->cue_at(matches_, m.tokens.begin, impl_.area, &area) != nullptr &&
        area->tokens.end > m.tokens.end) {
      continue;
    }
    // "the |Congo Basin| countries"
    if (const std::uint32_t end = behind_water(m.tokens); !adjective && end > m.tokens.end) {
      claim({m.tokens.begin, end}, Label::place, npos);
      continue;
    }
    if ((place || name.ambiguous) && is_given_name(m.tokens)) continue;
    if (place) {
      const catalogue::Index at = impl_.catalogue->find_place(name.text, name.state);
      claim(m.tokens, Label::place, at);
    } else {
      const TokenRange whole = adjective ? m.tokens : with_form_of_state(m.tokens);
      claim(whole, adjective ? Label::nationality : Label::state, name.state);
    }
  }
  for (const Match& m : matches_.all()) {
    if (m.channel != Channel::place || !free(m.tokens)) continue;
    const catalogue::Index place = impl_.catalogue->notable_place_names()[m.id].place;
    if (impl_.catalogue->places()[place].ambiguous || is_given_name(m.tokens)) continue;
    claim(m.tokens, Label::place, place);
  }
}

// "Congolese", "the Kingdom": the state of that name other than the tag's own that comes first in
// the table and that `fits`; npos.
template <typename Fits>
catalogue::Index Work::namesake(const Tag& tag, Fits fits) const {
  for (const Match& m : matches_.at(tag.tokens.begin)) {
    if (m.channel != Channel::state || m.tokens != tag.tokens) continue;
    const catalogue::Index other = impl_.catalogue->state_names()[m.id].state;
    if (other != tag.id && fits(other)) return other;
  }
  return npos;
}

// The report names the state, or a town of it, by a name that it shares with no other.
bool Work::is_state_named(catalogue::Index state) const {
  return std::any_of(tags_.begin(), tags_.end(), [&](const Tag& tag) {
    if (tag.tokens.empty() || tag.id == npos) return false;
    if (tag.label == Label::place) return impl_.catalogue->places()[tag.id].state == state;
    const bool of_state = tag.label == Label::state || tag.label == Label::nationality;
    return of_state && tag.id == state &&
           namesake(tag, [](catalogue::Index) { return true; }) == npos;
  });
}

// "Congolese", "Dominican", "the Kingdom": of the states that are called so the one that the report
// names.
void Work::settle_shared_names() {
  for (Tag& tag : tags_) {
    const bool of_state = tag.label == Label::state || tag.label == Label::nationality;
    if (!of_state || is_state_named(tag.id)) continue;
    const catalogue::Index other =
        namesake(tag, [&](catalogue::Index state) { return is_state_named(state); });
    if (other != npos) tag.id = other;
  }
}

// "Nursultan Nazarbayev", "Jordan Smith": the word opens a person's name here.
bool Work::is_given_name(TokenRange r) const {
  if (r.size() != 1 || r.end >= doc_.size()) return false;
  // "President of Kazakhstan Nursultan X": right behind a state stands its president's name.
  const bool behind_state = r.begin > 0 && taken(r.begin - 1);
  if ((bits(r.begin) & catalogue::kGiven) == 0 && !behind_state) return false;
  if (r.begin > 0) {  // "of Georgia X": there a state ends
    const std::string_view before = doc_.lower(r.begin - 1);
    if (before == "of" || before == "in" || before == "to" || before == "from" || before == "the") {
      return false;
    }
  }
  const bool follows = doc_.shape(r.end) == text::Shape::capitalised && !taken(r.end) &&
                       doc_.sentence_of(r.begin) == doc_.sentence_of(r.end);
  return follows && !is_common(r.end) &&
         impl_.lexicon->cue_at(matches_, r.end, impl_.no_name) == nullptr &&
         matches_.find(r.end, Channel::office) == nullptr;
}

}  // namespace rapporteur::tagger
