#include "identity/completion.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "mention/occasion.h"
#include "mention/take_body.h"
#include "participant/sides.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Kind;

namespace {

// "|They| had met", "|the two| last met": the persons that were named; but "the two |sides|", "the
// |delegations|".
bool means_persons(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 7> kStates{
      "sides", "countries", "nations", "states", "governments", "parties", "delegations"};
  static constexpr std::array<std::string_view, 6> kPersons{"they", "two",   "both",
                                                            "pair", "three", "four"};
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  bool persons = false;
  for (std::uint32_t back = 1; back <= kNear && m.trigger.begin >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(m.trigger.begin - back);
    if (is_one_of(word, kStates) || word == "their") return false;
    persons = persons || is_one_of(word, kPersons);
  }
  return persons;
}

}  // namespace

bool Completion::complete(Mention& m) const {
  refer_to_visit(m);
  const bool bare = !m.organisation && !m.organ && m.organ_words.empty();
  if (bare && m.people.size() == 1 && (m.kind == "talks" || m.kind == "reception")) add_guest(m);
  take_summit_of_row(m);
  if (!bare) {
    if (adopts_organ(m) || adopts_organisation(m) || adopts_owner(m)) return true;
    take_states_of_named(m);
    return false;
  }
  if (!m.people.empty() || !m.states.empty()) return false;
  const bool other = m.ordinal > 0 || !m.relation.empty() || is_special(m) || is_of_year(m);
  if (other && (!m.verbal || !m.relation.empty())) {
    const Mention* named = row_of(m);
    const bool beside =
        named != nullptr && named->sentence == m.sentence && is_occasion(c_, *named);
    if (beside) named = nullptr;
    // "The Council, meeting in a |special session|": its own.
    const bool own = named != nullptr && is_special(m) && named->sentence == m.sentence;
    if (named != nullptr && !own && may_be_of_row(m, *named)) {
      take_body(*named, m);
      m.owner = named->owner;
      // "The ministers of Peru and Chile met. Their last encounter was in Lima"
      const bool few = named->verbal && !named->organisation && !named->organ;
      if (few && named->states.size() >= 2) m.states = named->states;
      m.top_level = named->top_level;
      const bool summit = m.kind == "meeting" && named->kind == "summit";
      if (m.kind == "event" || m.verbal || summit) m.kind = named->kind;
      return true;
    }
    const bool of_row = m.ordinal > 0 || !m.relation.empty();
    if (of_row && takes_sides(m)) return true;
  }
  // "X met Y in Lima on Monday. |The two had met| in Quito in May": on another occasion
  const bool apart = m.verbal && m.group && m.objects.empty() &&
                     c_.lower(m.trigger.begin - 1) != "to" &&
                     (m.time != kNobody || m.place || m.country);
  if (apart && means_persons(c_, m) && takes_sides(m)) return true;
  complete_few(m);
  return false;
}

bool Completion::takes_group(Mention& m) const {
  constexpr std::uint32_t kBack = 3;     // sentences
  constexpr std::uint32_t kReach = 160;  // tokens
  const bool bare = !m.organisation && !m.organ && m.organ_words.empty() && m.people.empty() &&
                    m.states.empty() && m.ordinal == 0 && m.relation.empty() && !m.place &&
                    !m.country && m.kind != "summit" && m.kind != "conference";
  const bool refers = m.definite && !m.verbal && !m.in_headline && m.kind != "visit" &&
                      m.kind != "call" && m.kind != "signing" && m.kind != "reception";
  if (!bare || !refers) return false;
  if (std::find(founded_.begin(), founded_.end(), true) != founded_.end()) return false;
  const std::uint32_t from = m.sentence > kBack ? m.sentence - kBack : 0;
  std::uint32_t t = c_.doc.sentences()[from].tokens.begin;
  if (m.trigger.begin > t + kReach) t = m.trigger.begin - kReach;
  for (; t < m.tokens.begin; ++t) {
    const names::Office* group = c_.cast.office_starting(t);
    if (group == nullptr || !group->plural || group->words.empty()) continue;
    const names::Mention* who = c_.cast.covering(t);
    const bool of_circle = group->body && group->body.id != npos;
    if (!of_circle && (who == nullptr || who->states.size() < 2)) continue;
    Mention beside = m;
    beside.tokens = group->tokens;
    beside.trigger = group->tokens;
    beside.sentence = c_.doc.sentence_of(t);
    if (level_only(c_, *group) == nullptr) {
      m.organ_words = group->text;
      m.organ_span = join(group->words.front(), group->words.back());
    }
    if (of_circle) {
      const tagger::Tag* tag = c_.tags.covering(c_.doc.token_at(group->body.words.begin));
      const bool row = tag != nullptr && tag->id == group->body.id && names_organ(c_, *tag);
      (row ? m.organ : m.organisation) = group->body;
    }
    if (who != nullptr) m.states = who->states;
    if (m.time == kNobody) m.time = time_beside(c_, beside);
    place_beside(c_, beside);
    if (!m.place) m.place = beside.place;
    if (!m.country) m.country = beside.country;
    return true;
  }
  return false;
}

// "|Ahead of the council|, ministers met on Monday", "experts met |to prepare| it"
bool Completion::is_told_ahead(const Mention& m) const {
  constexpr std::uint32_t kReach = 30;
  const TokenRange s = c_.sentence(m.trigger.begin);
  const lexicon::Cue* verb = c_.cue(m.trigger.begin, c_.cues.joint_verb);
  if (verb != nullptr && verb->value == "group") return true;  // "had cleared the papers"
  const std::uint32_t from =
      m.trigger.begin > s.begin + kReach ? m.trigger.begin - kReach : s.begin;
  for (std::uint32_t t = from; t < std::min(m.trigger.end + kReach, s.end); ++t) {
    const lexicon::Cue* link = c_.cue(t, c_.cues.link);
    if (link != nullptr && link->value == "prepares") return true;
  }
  return false;
}

// Ministers before their leaders; whoever else no more than three weeks before the others.
bool Completion::comes_before(const Mention& m, const Identity& told) const {
  constexpr std::int64_t kLongest = 21;  // days
  const bool body = told.kind == Kind::session || told.kind == Kind::summit;
  if (!body || !told.of_body()) return false;
  if (told.kind == Kind::summit && told.top) return true;
  if (told.when.empty()) return is_told_ahead(m);
  const auto group = time::days_of(c_.times[m.time].edtf);
  const auto later = time::days_of(told.when);
  if (!group || !later || group->first >= later->first) return false;  // "since Monday" is open
  return later->first - group->first <= kLongest;
}

bool Completion::takes_prelude(Mention& m) const {
  constexpr std::uint32_t kNear = 6;
  // "The Technical Committee |had gone through the papers|"
  const bool several = m.group || (!m.organ_words.empty() && is_told_ahead(m));
  const bool told = m.verbal && several && m.kind == "meeting" && !m.in_headline &&
                    m.time != kNobody && m.relation.empty() && m.ordinal == 0;
  const bool alone = m.people.empty() && m.states.empty() && !m.organisation && !m.organ;
  if (!told || !alone || m.top_level) return false;
  const bool named = !m.organ_words.empty();
  const names::Office* group = nullptr;
  const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 0; !named && back <= kNear && m.trigger.begin >= begin + back; ++back) {
    group = c_.cast.office_ending(m.trigger.begin - back);
    if (group != nullptr) break;
  }
  const bool told_whose =
      group != nullptr && group->plural && !group->state && !group->words.empty();
  if (!named && !told_whose) return false;
  if (catalogue::fold(named ? m.organ_words : group->text).starts_with("heads of ")) return false;
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    if (!founded_[d] || !comes_before(m, identities_[d])) continue;
    if (!named) m.organ_words = group->text;
    if (!named) m.organ_span = join(group->words.front(), group->words.back());
    const catalogue::Index whole = identities_[d].organisation;
    if (!m.group && whole != npos) m.organisation = {whole, m.organ_span};
    m.fresh = true;
    return true;
  }
  return false;
}

// The states of those who met as the draft tells.
void Completion::take_states_of(std::size_t draft, Mention& m) const {
  m.sides_of = out_.drafts[draft].mentions.front();
  const Mention& named = out_.mentions[m.sides_of];
  m.states = named.states;
  for (const std::uint32_t p : named.people) {
    const Named& state = c_.cast.people[p].state;
    if (state) m.states.push_back(state);
  }
}

// "The next round", "the two had met": between those who met in the talks that were spoken of last.
bool Completion::takes_sides(Mention& m) const {
  constexpr std::size_t kFew = 4;
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const Identity& id = identities_[d];
    // "The two presidents last met in Beijing", below the news of a visit
    const bool again =
        (id.kind == Kind::visit || id.kind == Kind::reception) && m.verbal && m.group;
    const bool signed_by = id.kind == Kind::signing && id.people.size() >= 2;
    const bool few = id.kind == Kind::talks || id.kind == Kind::summit || again || signed_by;
    // talks of "the Special Representatives" have sides, too
    const bool body = id.organisation != npos || (!id.organ.empty() && id.kind != Kind::talks);
    if (!founded_[d] || body || !few) continue;
    take_states_of(d, m);
    if (m.states.size() < 2) m.states.clear();  // the other's is known later
    const std::vector<std::uint32_t>& told = out_.mentions[m.sides_of].people;
    const bool acts =
        m.verbal || is_of_those(m) || c_.cue(m.trigger.begin, c_.cues.succession) != nullptr;
    const bool some = told.size() >= 2 && told.size() <= kFew;
    if (acts && some && means_persons(c_, m)) {
      m.people = told;
      m.states.clear();
      m.sides_of = kNobody;
    }
    // "talks ... |The next session| ..."
    const bool other = m.kind == "event" || m.kind == "session" ||
                       (m.kind == "meeting" && id.kind == Kind::summit);
    if (other) m.kind = id.kind == Kind::summit ? "summit" : "talks";
    return true;
  }
  return false;
}

// "X, Y and Z signed a pact. The signing ended |a trilateral meeting|": who signed right before.
std::vector<std::uint32_t> Completion::signatories_before(const Mention& m) const {
  if (out_.drafts.empty() || !founded_.back()) return {};
  const Identity& id = identities_.back();
  const Mention& last = out_.mentions[out_.drafts.back().mentions.back()];
  const bool near = last.sentence <= m.sentence && last.sentence + 1 >= m.sentence;
  const bool several = id.kind == Kind::signing && id.people.size() >= 2 && id.sides.size() >= 2;
  return near && several ? id.people : std::vector<std::uint32_t>{};
}

// "|Peru and Chile| discussed transit at the Strategic Dialogue in Lima": whose named talks are
// told first.
void Completion::take_states_of_named(Mention& m) const {
  const bool of_two = m.kind == "talks" && !m.verbal && !m.organisation && !m.organ;
  if (!of_two || m.in_headline || !m.people.empty() || !m.states.empty()) return;
  if (std::find(founded_.begin(), founded_.end(), true) == founded_.end()) {
    m.states = states_of_sentence(c_, m);
  }
}

void Completion::complete_few(Mention& m) const {
  const bool few = m.kind == "talks" || m.kind == "call";
  if (!few || m.in_headline) return;
  bool known = false;
  for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
    known = known || (founded_[d] && !out_.mentions[out_.drafts[d].mentions.back()].in_headline);
  }
  if (known) {
    if (m.kind == "talks" && !(m.definite && told_talks())) m.people = guest_and_host();
    if (m.kind == "talks" && m.fresh && m.people.empty()) m.people = signatories_before(m);
    return;
  }
  m.states = states_of_sentence(c_, m);
  if (m.states.empty()) m.people = two_sides(c_);
}

// "|This is also| the first state visit from Oman in 26 years".
bool Completion::is_said_of_it(const Mention& m) const {
  constexpr std::uint32_t kNear = 10;
  std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
  while (begin < m.tokens.begin && c_.doc.is_punctuation(begin)) ++begin;
  const std::string_view it = c_.lower(begin);
  const std::string_view verb = c_.lower(begin + 1);
  const bool says =
      (it == "this" || it == "it") && (verb == "is" || verb == "was" || verb == "will");
  return says && m.tokens.begin <= begin + kNear;
}

// "During his visit the guest will meet X": the visit that was told, whoever "he" seems to be.
// "A presidential visit from Tanzania comes after eight years": again the one that was told.
void Completion::refer_to_visit(Mention& m) const {
  const bool said = is_said_of_it(m);
  if (m.kind != "visit" || m.verbal || !m.relation.empty()) return;
  if (!said && (m.place || m.country)) return;
  if (m.in_headline || m.ordinal > 0) return;
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const Identity& id = identities_[d];
    if (!founded_[d] || id.kind != Kind::visit) continue;
    const bool elsewhere = std::any_of(m.states.begin(), m.states.end(), [&](const Named& state) {
      return state.id != id.country &&
             std::find(id.sides.begin(), id.sides.end(), state.id) == id.sides.end();
    });
    if (elsewhere) continue;
    if (said) {
      m.fresh = m.definite = false;
      m.people.clear();
      m.time = kNobody;
      return;
    }
    const bool from_guest = m.fresh && m.people.empty() && !m.states.empty() && m.time == kNobody;
    const std::string_view first = c_.lower(m.tokens.begin);
    if (from_guest) m.fresh = false;
    if (first == "his" || first == "her" || first == "their") m.people.clear();
    return;
  }
}

// Talks between persons who are known were told before: "the talks" are those.
bool Completion::told_talks() const {
  for (std::size_t d = oldest(); d < out_.drafts.size(); ++d) {
    const Identity& id = identities_[d];
    if (founded_[d] && id.kind == Kind::talks && !id.of_body() && id.people.size() >= 2) {
      return true;
    }
  }
  return false;
}

// "the talks with X" during a visit: the other side is the visitor.
void Completion::add_guest(Mention& m) const {
  for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
    if (identities_[d].kind != Kind::visit || identities_[d].people.empty()) continue;
    const std::uint32_t guest = identities_[d].people.front();
    if (guest != m.people.front()) m.people.push_back(guest);
    return;
  }
}

// The sides of talks during a visit that is the only thing spoken of so far; else nobody.
std::vector<std::uint32_t> Completion::guest_and_host() const {
  for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
    if (!founded_[d]) continue;
    if (identities_[d].kind != Kind::visit) return {};
    if (identities_[d].people.empty()) continue;
    std::vector<std::uint32_t> out{identities_[d].people.front()};
    const names::Person& guest = c_.cast.people[out.front()];
    for (std::uint32_t p = 0; p < c_.cast.people.size() && out.size() < 2; ++p) {
      const names::Person& person = c_.cast.people[p];
      const bool other = !person.offices.empty() && guest.state &&
                         (!person.state || person.state.id != guest.state.id);
      if (other && p != out.front()) out.push_back(p);
    }
    return out.size() == 2 ? out : std::vector<std::uint32_t>{};
  }
  return {};
}

}  // namespace rapporteur::meetings
