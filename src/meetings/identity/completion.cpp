#include "identity/completion.h"

#include <algorithm>
#include <cstdlib>

#include "mention/mention_parts.h"
#include "participant/sides.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Kind;

bool Completion::complete(Mention& m) const {
  refer_to_visit(m);
  const bool bare = !m.organisation && !m.organ && m.organ_words.empty();
  if (bare && m.people.size() == 1 && (m.kind == "talks" || m.kind == "reception")) add_guest(m);
  if (!bare) return adopts_organ(m) || adopts_organisation(m) || adopts_owner(m);
  if (!m.people.empty() || !m.states.empty()) return false;
  const bool other = m.ordinal > 0 || !m.relation.empty() || is_special(m) || is_of_year(m);
  if (other && (!m.verbal || !m.relation.empty())) {
    const Mention* named = row_of(m);
    // "The Council, meeting in a |special session|": its own.
    const bool own = named != nullptr && is_special(m) && named->sentence == m.sentence;
    if (named != nullptr && !own && may_be_of_row(m, *named)) {
      m.organisation = named->organisation;
      m.owner = named->owner;
      m.organ = named->organ;
      m.organ_words = named->organ_words;
      m.organ_span = named->organ_span;
      m.top_level = named->top_level;
      const bool summit = m.kind == "meeting" && named->kind == "summit";
      if (m.kind == "event" || m.verbal || summit) m.kind = named->kind;
      return true;
    }
    if (takes_sides(m)) return true;
  }
  complete_few(m);
  return false;
}

// "A |special session| on 23 April had been cancelled": of the row that was told, without a number.
bool Completion::is_special(const Mention& m) const {
  if (m.kind != "session" || m.verbal || m.in_headline || m.time == kNobody) return false;
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.end; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "special" || word == "extraordinary" || word == "emergency") return true;
  }
  return false;
}

// "The |2020 summit| was dropped": of the row that was told.
bool Completion::is_of_year(const Mention& m) const {
  constexpr std::size_t kYear = 4;  // letters of a year in EDTF
  if (m.verbal || m.in_headline || m.time == kNobody) return false;
  const time::Expression& year = c_.times[m.time];
  return year.edtf.size() == kYear && m.tokens.begin <= year.tokens.begin &&
         year.tokens.end == m.trigger.begin;
}

// The seventh is hardly of the row of which the 161st is told.
bool Completion::may_be_of_row(const Mention& m, const Mention& named) {
  constexpr int kFar = 30;
  return m.ordinal == 0 || named.ordinal == 0 || std::abs(m.ordinal - named.ordinal) < kFar;
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
  const bool told = m.verbal && m.group && m.kind == "meeting" && !m.in_headline &&
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
    m.fresh = true;
    return true;
  }
  return false;
}

bool Completion::takes_other_day(Mention& m) const {
  constexpr std::size_t kDay = 10;  // letters of a day in EDTF
  const bool bare = m.people.empty() && m.states.empty() && !m.organisation && !m.organ &&
                    m.organ_words.empty() && m.ordinal == 0 && m.relation.empty();
  if (!bare || m.kind != "talks" || m.in_headline || m.time == kNobody) return false;
  const std::string& day = c_.times[m.time].edtf;
  if (day.size() != kDay) return false;
  std::size_t told = out_.drafts.size();
  for (std::size_t d = oldest(); d < out_.drafts.size(); ++d) {
    const Identity& id = identities_[d];
    if (!id.when.empty() && time::overlap(id.when, day)) return false;
    const bool few = !id.of_body() && id.sides.size() == 2 && !id.when.empty();
    if (founded_[d] && few) told = d;
  }
  if (told == out_.drafts.size()) return false;
  m.sides_of = out_.drafts[told].mentions.front();
  const Mention& named = out_.mentions[m.sides_of];
  m.states = named.states;
  for (const std::uint32_t p : named.people) {
    const Named& state = c_.cast.people[p].state;
    if (state) m.states.push_back(state);
  }
  m.fresh = true;
  return m.states.size() >= 2;
}

namespace {

// Of a name that is told in full the part whose head is `word`: "Trade |Committee|", "Executive
// Committee of the |Coordination Council|". Empty if there is none.
ByteSpan whole_name(const Context& c, ByteSpan name, std::string_view word) {
  if (name.empty()) return {};
  const TokenRange all{c.doc.token_at(name.begin), c.doc.token_at(name.end - 1) + 1};
  std::uint32_t begin = all.begin;
  for (std::uint32_t t = all.begin; t < all.end; ++t) {
    const std::string_view link = c.doc.lower(t);
    if (link == "of") begin = c.lower(t + 1) == "the" ? t + 2 : t + 1;
    if (link != word) continue;
    const std::string_view next = t + 1 < all.end ? c.doc.lower(t + 1) : std::string_view();
    const bool matter = next == "on" || next == "for" || next == "of";
    if (t + 1 == all.end) return c.doc.span({begin, all.end});
    if (matter) return c.doc.span({begin, all.end});
  }
  return {};
}

}  // namespace

// "The Council last met in Doha": the council of which the report spoke with its full name.
bool Completion::adopts_organ(Mention& m) const {
  if (m.relation.empty() && m.ordinal == 0) return false;
  if (m.organisation || m.organ || m.organ_words.empty()) return false;
  const std::string words = catalogue::fold(m.organ_words);
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const Identity& id = identities_[d];
    // "the committee" of the Committee on Trade and Transport
    if (!founded_[d] || (" " + id.organ + " ").find(" " + words + " ") == std::string::npos) {
      continue;
    }
    for (const std::uint32_t i : out_.drafts[d].mentions) {
      const Mention& named = out_.mentions[i];
      if (!m.organisation) m.organisation = named.organisation;
      if (!m.organ) m.organ = named.organ;
      const ByteSpan whole = whole_name(c_, named.organ_span, words);
      if (whole.size() <= m.organ_span.size()) continue;
      m.organ_span = whole;
      m.organ_words = c_.words(whole);
    }
    return true;
  }
  return false;
}

// "It was preceded by a meeting of |the Council of Ministers| on 27 April": an organ of the
// organisation whose meeting was told before.
bool Completion::adopts_organisation(Mention& m) const {
  const bool placed = m.time != kNobody || m.place || m.country;
  if (m.organisation || m.organ || m.organ_words.empty() || !placed || !m.states.empty()) {
    return false;
  }
  if (m.kind == "visit" || m.kind == "call" || m.kind == "signing") return false;
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const catalogue::Index whole = identities_[d].organisation;
    if (!founded_[d] || whole == npos) continue;
    if (c_.catalogue.find_organ(whole, m.organ_words) == npos) continue;
    m.organisation = {whole, m.organ_span};
    return true;
  }
  return false;
}

// "|The Council of Foreign Ministers| meets tomorrow", where the officials of the Coral Islands
// Forum have met: a council that any organisation may have is of the one that was told of last,
// though no table knows it.
bool Completion::adopts_owner(Mention& m) const {
  const bool open =
      !m.organisation && !m.organ && m.owner.empty() && m.states.empty() && !m.organ_words.empty();
  const bool placed = m.time != kNobody || m.place || m.country || m.ordinal > 0;
  if (!open || !placed || m.kind == "visit" || m.kind == "call" || m.kind == "signing" ||
      c_.catalogue.find_generic_organ(catalogue::fold(m.organ_words)) == nullptr) {
    return false;
  }
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const Identity& id = identities_[d];
    if (!founded_[d] || !id.of_body()) continue;
    if (id.organisation != npos) return false;
    for (const std::uint32_t i : out_.drafts[d].mentions) {
      if (!out_.mentions[i].owner.empty()) m.owner = out_.mentions[i].owner;
    }
    if (!m.owner.empty()) return true;
  }
  return false;
}

// The mention that names the row of "the next meeting": of the draft spoken of last in its
// paragraph; where the paragraph names none, of the one spoken of most.
const Mention* Completion::row_of(const Mention& m) const {
  // "held their 36th meeting ... |The 37th meeting|": of the row with the number beside it.
  for (std::size_t d = out_.drafts.size(); m.ordinal > 1 && d-- > oldest();) {
    const int number = identities_[d].ordinal;
    if (founded_[d] && number > 0 && std::abs(number - m.ordinal) == 1) {
      return named_mention(d, m.kind, m.verbal);
    }
  }
  // "The summit ended. |The next meeting| ...": of its row where no other is told.
  const Mention* row = row_spoken_of(m, m.kind);
  const bool meeting = m.kind == "meeting" && !m.relation.empty();
  return row == nullptr && meeting ? row_spoken_of(m, "summit") : row;
}

const Mention* Completion::row_spoken_of(const Mention& m, std::string_view kind) const {
  const Mention* out = nullptr;
  std::size_t most = 0;
  const std::uint32_t paragraph = c_.doc.sentences()[m.sentence].paragraph;
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const Mention* named = named_mention(d, kind, m.verbal);
    if (named == nullptr || !founded_[d]) continue;
    const std::vector<std::uint32_t>& spoken = out_.drafts[d].mentions;
    const Mention& last = out_.mentions[spoken.back()];
    if (c_.doc.sentences()[last.sentence].paragraph == paragraph) return named;
    if (spoken.size() < most) continue;
    most = spoken.size();
    out = named;
  }
  return out;
}

// "The next round": between those who met in the talks that were spoken of last.
bool Completion::takes_sides(Mention& m) const {
  if (m.relation.empty() && m.ordinal == 0) return false;
  for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
    const Identity& id = identities_[d];
    // "The two presidents last met in Beijing", below the news of a visit
    const bool again = id.kind == Kind::visit && m.verbal && m.group;
    const bool few = id.kind == Kind::talks || id.kind == Kind::summit || again;
    if (!founded_[d] || id.of_body() || !few) continue;
    m.sides_of = out_.drafts[d].mentions.front();
    const Mention& named = out_.mentions[m.sides_of];
    m.states = named.states;
    for (const std::uint32_t p : named.people) {
      const Named& state = c_.cast.people[p].state;
      if (state) m.states.push_back(state);
    }
    if (m.states.size() < 2) m.states.clear();  // the other's is known later
    if (m.kind == "event") m.kind = id.kind == Kind::summit ? "summit" : "talks";
    return true;
  }
  return false;
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

// The mention of draft `d` that names its body, if a meeting called `kind` may be of that row: of
// names that no table knows one of the text before a shorter one of the headline.
const Mention* Completion::named_mention(std::size_t d, std::string_view kind, bool verbal) const {
  const Mention* headline = nullptr;
  for (const std::uint32_t i : out_.drafts[d].mentions) {
    const Mention& m = out_.mentions[i];
    const bool same =
        kind == "event" || verbal ||
        (kind == "meeting" || kind == "session" ? m.kind != "summit" : m.kind == kind) ||
        (kind == "summit" && identities_[d].kind == Kind::summit);
    if (!same || (!m.organisation && !m.organ && m.organ_words.empty())) continue;
    if (m.organisation || m.organ) return &m;
    if (m.in_headline) {
      if (headline == nullptr) headline = &m;
      continue;
    }
    const bool fuller = headline == nullptr || headline->organ_words.size() <= m.organ_words.size();
    return fuller ? &m : headline;
  }
  return headline;
}

}  // namespace rapporteur::meetings
