// Names that the sequence model finds, beside and around what is known.
#include <algorithm>
#include <array>

#include "work.h"

namespace rapporteur::tagger {

using lexicon::Match;

namespace {

Label label_of(Entity entity) {
  switch (entity) {
    case Entity::person:
      return Label::person;
    case Entity::body:
      return Label::body;
    case Entity::place:
      return Label::place;
    case Entity::nationality:
      return Label::nationality;
  }
  return Label::body;
}

}  // namespace

void Work::claim_modelled() {
  const Features features(*impl_.sources, doc_, matches_);
  std::vector<Labelled> names;
  for (const text::Sentence& s : doc_.sentences()) impl_.model->decode(features, s.tokens, names);
  for (const Labelled& name : names) {
    const auto entity = static_cast<Entity>(name.kind);
    modelled_.push_back({name.tokens, label_of(entity), npos, {}});
    claim_modelled(name.tokens, entity);
  }
}

// "the |State Duma|", "the |Mejlis|", "|Lok Sabha| Speaker": in capitals, behind an office or an
// article, or before an office.
void Work::claim_parliaments() {
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    const Match* match = nullptr;
    if (impl_.lexicon->cue_at(matches_, t, impl_.parliament, &match) == nullptr) continue;
    const std::string_view before = t > 0 ? doc_.lower(t - 1) : std::string_view();
    const bool officer = matches_.find(match->tokens.end, lexicon::Channel::office) != nullptr;
    const bool told =
        before == "the" || before == "of" || before == "'s" || (t > 0 && taken(t - 1)) || officer;
    if (told && doc_.is_capital(t) && free(match->tokens)) claim(match->tokens, Label::body, npos);
  }
}

// "Chairman of the |Mejlis A B|", "Representative to the |UN A B|": where the name starts that the
// model took for part of a body, or r.begin.
std::uint32_t Work::behind_known_body(TokenRange r, Entity entity) const {
  const Tag* tag = tag_at(r.begin);
  if (tag == nullptr || tag->label != Label::body || r.begin < 3) return r.begin;
  const std::uint32_t end = tag->tokens.end;
  if (tag->id == npos) {
    const bool parliament =
        impl_.lexicon->cue_at(matches_, tag->tokens.begin, impl_.parliament) != nullptr;
    return parliament ? end : r.begin;
  }
  if (end + 1 >= r.end || doc_.lower(r.begin - 1) != "the") return r.begin;
  const bool served = doc_.lower(r.begin - 2) == "to" && title_[r.begin - 3];
  bool name = entity == Entity::person || served;
  for (std::uint32_t t = end; t < r.end && entity != Entity::person; ++t) {
    name = name && doc_.shape(t) == text::Shape::capitalised && !is_common(t) &&
           impl_.lexicon->cue_at(matches_, t, impl_.body_head) == nullptr;
  }
  return name ? end : r.begin;
}

// Takes back what was claimed within `r`, which crosses no tag.
void Work::drop(TokenRange r) {
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (Tag* tag = tag_at(t)) tag->tokens = {};
    owner_[t] = 0;
  }
}

// Some tag lies partly in `r` and partly outside.
bool Work::crosses_tag(TokenRange r) const {
  const Tag* first = tag_at(r.begin);
  const Tag* last = tag_at(r.end - 1);
  return (first != nullptr && (first->tokens.begin < r.begin || first->tokens.end > r.end)) ||
         (last != nullptr && last->tokens.end > r.end);
}

namespace {

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "Sammy Davis, |Jr.|"
bool is_generation(std::string_view word) {
  if (word.ends_with(".")) word.remove_suffix(1);
  return word == "jr" || word == "jnr" || word == "sr" || word == "snr" || word == "ii" ||
         word == "iii";
}

}  // namespace

// What the model took for one name and is none or several: claims its parts.
bool Work::claim_parts(TokenRange r, Entity entity) {
  // "Presidents |Boric, Lacalle Pou| discuss", "|Choque and Mining Minister Rojas|": two people.
  for (std::uint32_t t = r.begin + 1; entity == Entity::person && t + 1 < r.end; ++t) {
    const std::string_view word = doc_.lower(t);
    if (word != "," && word != "and" && word != "&") continue;
    if (is_generation(doc_.lower(t + 1))) continue;
    claim_modelled({r.begin, t}, entity);
    claim_modelled({t + 1, r.end}, entity);
    return true;
  }
  // "the ministers, |Adel Mansour and Khalid Rahma|": no body.
  for (std::uint32_t t = r.begin + 2; entity == Entity::body && t + 2 < r.end; ++t) {
    const TokenRange one{r.begin, t};
    const TokenRange other{t + 1, r.end};
    if (doc_.lower(t) != "and" || !is_clearly_person(one) || !is_clearly_person(other)) continue;
    claim_modelled(one, Entity::person);
    claim_modelled(other, Entity::person);
    return true;
  }
  // "Samuel Okello |Receives| Ana Silva"
  for (std::uint32_t t = r.begin + 1; entity == Entity::person && t < r.end; ++t) {
    if (!is_headline_verb(t)) continue;
    claim_modelled({r.begin, t}, entity);
    if (t + 1 < r.end && !is_common(t + 1)) claim_modelled({t + 1, r.end}, entity);
    return true;
  }
  return false;
}

// A person's name with the words before it that the model left out.
TokenRange Work::with_front(TokenRange r) {
  const bool father = r.begin > 0 && is_son_of(r.begin);
  if (father && doc_.is_capital(r.begin - 1) && !taken(r.begin - 1)) --r.begin;
  if (r.begin > 1 && !taken(r.begin - 1) && is_ruler_as_name(r.begin - 1)) --r.begin;
  // "Ministry of Trade |Sultan bin Said|", though the model took the first name elsewhere
  const bool son = r.begin > 1 && is_son_of(r.begin - 1);
  if (son && doc_.is_capital(r.begin - 2)) {
    r.begin -= 2;
    if (Tag* tag = tag_at(r.begin); tag != nullptr && tag->tokens.begin < r.begin) {
      tag->tokens.end = r.begin;
      owner_[r.begin] = 0;
    }
  }
  return r;
}

// A person's name without the words around it, and with all that is its own.
TokenRange Work::whole_person(TokenRange r) const {
  // "President Haddad |Talks| with": a word of the headline.
  while (r.size() > 1 && shouted(r.begin) && is_plain_word(r.end - 1)) --r.end;
  if (r.size() == 1 && is_front_of_name(r.begin)) --r.begin;
  while (is_given_in_front(r.begin)) --r.begin;
  r = {behind_state(r), hyphenated_end(r)};
  const bool generation =
      r.end + 1 < doc_.size() && doc_.lower(r.end) == "," && is_generation(doc_.lower(r.end + 1));
  if (generation) r.end += 2;
  return r;
}

// The name of a body, a place or something else without what belongs to another name.
TokenRange Work::whole_name(TokenRange r, Entity entity) const {
  const bool body = entity == Entity::body;
  if (body) r.begin = behind_honorific(r);
  // "London |E17|": a code of the post stands behind the town.
  const TokenRange front{r.begin, r.end - 1};
  const bool code = entity == Entity::place && !front.empty() && has_digit(doc_.word(front.end));
  if (code && place_of(front) != npos) r = front;
  // "Minsk – |The| Eurasian Council meets"
  if (body && r.size() > 1 && doc_.lower(r.begin) == "the") ++r.begin;
  if (body) r = split_title(r);
  if (body || entity == Entity::place) r.end = before_owner(r);
  // "Ambassador to |Peru| Willem de Groot"
  const TokenRange rest{behind_state(r), r.end};
  return body && rest != r && is_clearly_person(rest) ? rest : r;
}

void Work::claim_modelled(TokenRange r, Entity entity) {
  if (claim_parts(r, entity)) return;
  // "King |Hamad| of Bahrain", "|Sheikh Hasina| at Ganabhaban"
  static constexpr std::array<std::string_view, 7> kPlaces{"at", "in",   "on", "with",
                                                           "to", "from", "by"};
  for (std::uint32_t t = r.begin + 1; entity == Entity::person && t + 1 < r.end; ++t) {
    const bool place = std::find(kPlaces.begin(), kPlaces.end(), doc_.lower(t)) != kPlaces.end();
    const bool apart = place && doc_.shape(t) == text::Shape::lower && doc_.space_before(t) &&
                       doc_.space_before(t + 1);  // not "Sora-at"
    if (leads_to_state(t) || apart) r.end = t;
  }
  if (is_building(r) && (entity == Entity::person || is_clearly_person(r))) {
    if (free(r)) claim(r, Label::place, npos);
    return;
  }
  // A title is no part of a name, nor is a month.
  while (r.size() > 1 && entity == Entity::person && opens_title(r.begin)) ++r.begin;
  if (entity == Entity::person) r.begin = behind_office(r);
  if (const std::uint32_t name = behind_known_body(r, entity); name > r.begin) {
    if (name >= r.end || !doc_.is_capital(name)) return;
    r.begin = name;
    entity = Entity::person;
  }
  while (r.size() > 1 && doc_.is_punctuation(r.end - 1)) --r.end;
  r = entity == Entity::person ? whole_person(with_front(r)) : whole_name(r, entity);
  if (doc_.is_punctuation(r.begin) || crosses_tag(r) || is_courtesy(r) || is_adverb(r)) return;
  claim_as(r, entity);
}

// "Chile's |Pablo Mora|": behind a state's genitive a given name and another word are somebody.
bool Work::is_owned_name(TokenRange r) const {
  constexpr std::uint32_t kMost = 3;
  if (r.size() < 2 || r.size() > kMost || r.begin < 2 || doc_.lower(r.begin - 1) != "'s") {
    return false;
  }
  const Tag* owner = tag_at(r.begin - 2);
  if (owner == nullptr || owner->label != Label::state || place_of(r) != npos) return false;
  return (bits(r.begin) & catalogue::kGiven) != 0 && !is_common(r.begin) && !is_common(r.end - 1);
}

// "|Central American| ministers", "|East African| leaders": no place.
bool Work::is_of_part_of_world(TokenRange r) const {
  const std::string_view word = doc_.lower(r.end - 1);
  return r.size() > 1 && (word == "american" || word == "african" || word == "asian" ||
                          word == "european" || word == "balkan");
}

// Claims what was found in full, unless something known stands there.
void Work::claim_as(TokenRange r, Entity entity) {
  const bool person = entity == Entity::person || is_titled(r) || is_called(r) ||
                      is_clearly_person(r) || (entity == Entity::place && is_owned_name(r));
  if (person) {
    if (!free(r) && (is_known(r) || holds_acronym(r))) return;
    drop(r);
    claim(r, Label::person, npos);
  } else if (entity == Entity::body) {
    if (!names_meeting(r) && !is_portfolio(r) && !is_office(r)) claim_body(r);
  } else if (entity == Entity::place && is_of_part_of_world(r)) {
    return;
  } else if (entity == Entity::place && (free(r) || is_wider_place(r))) {
    drop(r);
    claim(r, Label::place, place_within(r));
  }
}

// "|Hamad bin| |Nasser al-Rashdi|", "|Amir| |Khan Zahed|": one name, of which two parts were found.
void Work::join_parts() {
  for (std::size_t i = 0; i < tags_.size(); ++i) {
    const TokenRange front = tags_[i].tokens;
    if (tags_[i].label != Label::person || front.empty() || front.end >= doc_.size()) continue;
    const Tag* rest = tag_at(front.end);
    const bool given = is_son_of(front.end - 1) || is_ruler_as_name(front.begin) || goes_on(front);
    if (!given || rest == nullptr || rest->label != Label::person ||
        rest->tokens.begin != front.end)
      continue;
    const TokenRange whole{front.begin, rest->tokens.end};
    drop(whole);
    claim(whole, Label::person, npos);
  }
}

// ", |Verónica Nataniel| Macamo Dlhavu, the outgoing chair,": set off as one name by commas.
bool Work::goes_on(TokenRange front) const {
  if (front.begin == 0 || doc_.lower(front.begin - 1) != ",") return false;
  const Tag* rest = tag_at(front.end);
  return rest != nullptr && rest->label == Label::person && rest->tokens.begin == front.end &&
         rest->tokens.end < doc_.size() && doc_.lower(rest->tokens.end) == ",";
}

}  // namespace rapporteur::tagger
