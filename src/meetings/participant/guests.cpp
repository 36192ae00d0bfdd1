#include "participant/guests.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

bool is_visit(const record::Meeting& m) { return m.kind && *m.kind == record::Kind::visit; }

bool is_possessive(std::string_view word) { return word == "his" || word == "her"; }

// The first person of the sentence of `token`.
bool opens(const Context& c, std::uint32_t person, std::uint32_t token) {
  const TokenRange s = c.sentence(token);
  const auto first = std::find_if(
      c.cast.mentions.begin(), c.cast.mentions.end(),
      [&](const names::Mention& m) { return m.person != kNobody && m.tokens.begin >= s.begin; });
  return first != c.cast.mentions.end() && first->person == person;
}

// "flew |from Lima to| Quito": where he goes to, or `at`.
std::uint32_t behind_departure(const Context& c, std::uint32_t at) {
  if (c.lower(at) != "from" || at + 1 >= c.doc.size()) return at;
  const tagger::Tag* origin = c.tags.starting(c.lower(at + 1) == "the" ? at + 2 : at + 1);
  const bool place = origin != nullptr && (origin->label == tagger::Label::place ||
                                           origin->label == tagger::Label::state);
  return place && c.lower(origin->tokens.end) == "to" ? origin->tokens.end + 1 : at;
}

// "he |was accompanied by|", "she |had with her|"
bool says_he(const Context& c, std::uint32_t cue) {
  constexpr std::uint32_t kNear = 3;  // tokens of "he was also"
  const std::uint32_t floor = c.sentence(cue).begin;
  for (std::uint32_t t = cue; t > floor && cue - t < kNear; --t) {
    if (c.lower(t - 1) == "he" || c.lower(t - 1) == "she") return true;
  }
  return false;
}

// "|The President| was welcomed by A and B. He is accompanied by C": who opens the sentence before
// the one that begins at `begin`, if his state is said.
std::uint32_t subject_of_last(const Context& c, std::uint32_t begin) {
  constexpr std::uint32_t kNear = 3;  // tokens of "On Monday"
  if (begin == 0) return kNobody;
  const std::uint32_t floor = c.sentence(begin - 1).begin;
  for (std::uint32_t t = floor; t < std::min(floor + kNear, begin); ++t) {
    const names::Mention* m = c.cast.starting(t);
    if (m == nullptr) continue;
    const bool told = m->person != kNobody && c.cast.people[m->person].state;
    return told ? m->person : kNobody;
  }
  return kNobody;
}

// Whom those come along with: "|accompanying| Minister A", "A was |accompanied| by".
std::uint32_t leader_beside(const Context& c, TokenRange cue) {
  const TokenRange s = c.sentence(cue.begin);
  const names::Mention* behind = cue.end < s.end ? c.cast.starting(cue.end) : nullptr;
  if (behind != nullptr) {
    const std::string_view verb = c.lower(behind->tokens.end);
    const bool fronted = verb == "are" || verb == "were" || verb == "is" || verb == "was";
    if (fronted && behind->person != kNobody) return behind->person;
  }
  auto at =
      std::partition_point(c.cast.mentions.begin(), c.cast.mentions.end(),
                           [&](const names::Mention& m) { return m.tokens.begin < cue.begin; });
  // "A met B; |he| was accompanied by C": A
  const bool pronoun = says_he(c, cue.begin);
  std::uint32_t leader = kNobody;
  while (at != c.cast.mentions.begin()) {
    --at;
    if (at->tokens.begin < s.begin) break;
    if (at->person == kNobody) continue;
    if (!pronoun) return at->person;
    leader = at->person;
  }
  return pronoun && leader == kNobody ? subject_of_last(c, s.begin) : leader;
}

// "B and C are |traveling with| A", "B |accompanies| A": A, whom those before the verb come with;
// or kNobody. Of "accompanied by A" it is not told.
std::uint32_t leader_behind(const Context& c, TokenRange cue) {
  const std::string_view verb = c.lower(cue.begin);
  const std::string_view last = c.lower(cue.end - 1);
  const bool active = (verb.starts_with("travel") && last == "with") || verb == "accompany" ||
                      verb == "accompanies" || verb == "accompanying";
  const std::uint32_t at = c.lower(cue.end) == "the" ? cue.end + 1 : cue.end;
  const names::Mention* who = active && at < c.doc.size() ? c.cast.starting(at) : nullptr;
  if (who == nullptr || who->person == kNobody) return kNobody;
  const std::string_view behind = c.lower(who->tokens.end);
  const bool fronted = behind == "are" || behind == "were" || behind == "is" || behind == "was";
  return fronted ? kNobody : who->person;
}

// "A of Peru met |with| the Chilean President B": the states of B and of A differ.
bool is_met_abroad(const Context& c, const names::Mention* met) {
  std::uint32_t front = met->tokens.begin;
  const TokenRange s = c.sentence(front);
  const tagger::Tag* tag = front > s.begin ? c.tags.covering(front - 1) : nullptr;
  if (tag != nullptr && tag->label == tagger::Label::nationality) front = tag->tokens.begin;
  if (front > s.begin && c.lower(front - 1) == "the") --front;
  const bool object =
      front > s.begin && (c.lower(front - 1) == "with" || c.lower(front - 1) == "met");
  if (!object || met == c.cast.mentions.data()) return false;
  const names::Mention* subject = met - 1;
  if (subject->person == kNobody || subject->tokens.begin < s.begin) return false;
  const names::Person& one = c.cast.people[subject->person];
  return one.state && one.state.id != c.cast.people[met->person].state.id;
}

// "President B |of Chile and| Foreign Minister C": nothing else stands between the two.
bool stands_beside(const Context& c, TokenRange first, TokenRange second) {
  std::uint32_t at = first.end;
  const tagger::Tag* of = c.lower(at) == "of" ? c.tags.starting(at + 1) : nullptr;
  if (of != nullptr && of->label == tagger::Label::state) at = of->tokens.end;
  return c.lower(at) == "and" && at + 1 == second.begin;
}

}  // namespace

Guests::Guests(const Context& context, const Drafts& drafts) {
  for (const Draft& draft : drafts.drafts) {
    if (!is_visit(draft.meeting)) continue;
    note_visits(context, drafts, draft);
    note_guest(draft);
  }
  note_arrivals(context);
  note_counterparts(context);
  note_companions(context);
  note_colleagues(context);
}

namespace {

// "arrived |here| today for a working visit" with "here" at `token`: from elsewhere.
bool arrives_as_guest(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kNear = 10;
  static constexpr std::array<std::string_view, 3> kArrives{"arrived", "arrives", "landed"};
  static constexpr std::array<std::string_view, 5> kAim{"visit", "attend", "talks", "trip", "tour"};
  if (c.lower(token) != "here" || !is_one_of(c.lower(token - 1), kArrives)) return false;
  const std::uint32_t end = std::min(token + kNear, c.sentence(token).end);
  for (std::uint32_t t = token + 1; t < end; ++t) {
    if (c.doc.lower(t) == "after" || c.doc.lower(t) == "following") return false;
    if (is_one_of(c.doc.lower(t), kAim)) return true;
  }
  return false;
}

}  // namespace

// "Prime Minister A has arrived in Port Vila"
void Guests::note_arrivals(const Context& c) {
  constexpr std::uint32_t kNear = 6;  // tokens between the person and the place
  const lexicon::CueClass arrival = c.cues.arrival;
  for (const names::Mention& m : c.cast.mentions) {
    if (m.person == kNobody || m.kind != names::MentionKind::name) continue;
    if (c.cast.people[m.person].state) continue;
    const std::uint32_t end = std::min(m.tokens.end + kNear, c.sentence(m.tokens.begin).end);
    for (std::uint32_t t = m.tokens.end; t < end; ++t) {
      if (t > 0 && arrives_as_guest(c, t) && !c.report.dateline.country.empty()) {
        visits_.emplace(c.cast.people[m.person].name, c.report.dateline.country);
        break;
      }
      TokenRange words;
      std::uint32_t at = behind_departure(c, t);
      if (at == t && c.cue(t, arrival, &words) == nullptr) continue;
      if (at == t) at = words.end;
      if (c.lower(at) == "the") ++at;
      const tagger::Tag* tag = at < c.doc.size() ? c.tags.starting(at) : nullptr;
      if (tag == nullptr || tag->id == npos) break;
      const bool town = tag->label == tagger::Label::place;
      // "a delegation to the |Peru|-Chile Commission"
      const std::uint32_t end_of_name = tag->tokens.end;
      if (c.lower(end_of_name) == "-" && !c.doc.space_before(end_of_name)) break;
      if (!town && tag->label != tagger::Label::state) break;
      const catalogue::Index state = town ? c.catalogue.places()[tag->id].state : tag->id;
      if (state != npos) {
        visits_.emplace(c.cast.people[m.person].name,
                        std::string(c.catalogue.states()[state].code));
      }
      break;
    }
  }
}

// "A met |his Japanese counterpart|": A is no Japanese.
void Guests::note_counterparts(const Context& c) {
  constexpr std::uint32_t kNear = 6;  // tokens of "his Japanese and Philippine counterparts"
  const lexicon::CueClass counterpart = c.cues.counterpart;
  const names::Mention* owner = nullptr;
  auto next = c.cast.mentions.begin();
  for (std::uint32_t t = 0; t + 1 < c.doc.size(); ++t) {
    for (; next != c.cast.mentions.end() && next->tokens.end <= t; ++next) {
      if (next->person != kNobody) owner = &*next;
    }
    if (!is_possessive(c.lower(t))) continue;
    const std::uint32_t begin = c.sentence(t).begin;
    if (owner == nullptr || owner->tokens.begin < begin) continue;
    const std::uint32_t end = std::min(t + kNear, c.sentence(t).end);
    std::uint32_t last = t + 1;
    while (last < end && c.cue(last, counterpart) == nullptr) ++last;
    if (last == end) continue;
    const std::string name = c.cast.people[owner->person].name;
    for (std::uint32_t at = t + 1; at < last; ++at) note_other_side(c, name, at);
    // "his counterparts |from France, Sweden and India|"
    if (c.lower(last + 1) != "from") continue;
    for (std::uint32_t at = last + 2; at < c.sentence(t).end;) {
      const tagger::Tag* tag = c.tags.starting(at);
      const std::string_view word = c.lower(at);
      const bool joint = word == "," || word == "and" || word == "the";
      if (!note_other_side(c, name, at) && !joint) break;
      at = tag != nullptr ? tag->tokens.end : at + 1;
    }
  }
}

bool Guests::note_other_side(const Context& c, const std::string& person, std::uint32_t token) {
  const tagger::Tag* tag = c.tags.starting(token);
  const bool state =
      tag != nullptr && tag->id != npos &&
      (tag->label == tagger::Label::nationality || tag->label == tagger::Label::state);
  if (state) visits_.emplace(person, std::string(c.catalogue.states()[tag->id].code));
  return state;
}

void Guests::note_visits(const Context& c, const Drafts& drafts, const Draft& draft) {
  if (!draft.meeting.country) return;
  for (const std::uint32_t i : draft.mentions) {
    const Mention& visit = drafts.mentions[i];
    // "on the last day of |his visit|, Minister A met": A's
    const std::uint32_t begin = c.sentence(visit.trigger.begin).begin;
    const std::uint32_t owner = visit.tokens.begin;
    const bool his =
        is_possessive(c.lower(owner)) || (owner > begin && is_possessive(c.lower(owner - 1)));
    const auto& all = draft.meeting.participants;
    if (his && all.size() == 1 && all.front().person && !all.front().state) {
      visits_.emplace(*all.front().person, *draft.meeting.country);
    }
    if (visit.people.empty() || visit.received_group) continue;
    const names::Person& guest = c.cast.people[visit.people.front()];
    if (!guest.state && opens(c, visit.people.front(), visit.trigger.begin)) {
      visits_.emplace(guest.name, *draft.meeting.country);
    }
  }
}

void Guests::note_guest(const Draft& draft) {
  const record::Meeting& m = draft.meeting;
  for (const record::Participant& p : m.participants) {
    const bool abroad = p.person && p.state && (!m.country || *p.state != *m.country);
    if (!guest_ && abroad) guest_ = p;
  }
}

// "Accompanying Minister A are |B| and |C|", "A was accompanied by |B|", "at A's side were |B| and
// |C|", "A had with him |B|"
void Guests::note_companions(const Context& c) {
  const lexicon::CueClass cue = c.cues.companion;
  for (const names::Mention& m : c.cast.mentions) {
    if (m.person == kNobody || c.cast.people[m.person].state) continue;
    const TokenRange s = c.sentence(m.tokens.begin);
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      TokenRange words;
      if (c.cue(t, cue, &words) == nullptr) continue;
      const std::uint32_t master = leader_behind(c, words);
      if (master == m.person) break;
      if (t >= m.tokens.begin) {
        if (master == kNobody) break;
        companions_.emplace(c.cast.people[m.person].name, c.cast.people[master].name);
        break;
      }
      const std::uint32_t leader = leader_beside(c, words);
      const bool known = leader != kNobody && leader != m.person;
      companions_.emplace(c.cast.people[m.person].name,
                          known ? c.cast.people[leader].name : std::string());
      break;
    }
  }
}

// "A of Peru met with President B of Chile and |Foreign Minister C|"
void Guests::note_colleagues(const Context& c) {
  const std::vector<names::Mention>& all = c.cast.mentions;
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].person == kNobody || all[i - 1].person == kNobody) continue;
    const names::Person& colleague = c.cast.people[all[i].person];
    const names::Person& leader = c.cast.people[all[i - 1].person];
    const bool ranked = !colleague.offices.empty() && !leader.offices.empty() &&
                        colleague.offices.front().office != leader.offices.front().office;
    if (colleague.state || colleague.body || !leader.state || !ranked) continue;
    if (!stands_beside(c, all[i - 1].tokens, all[i].tokens) || !is_met_abroad(c, &all[i - 1])) {
      continue;
    }
    companions_.emplace(colleague.name, leader.name);
  }
}

}  // namespace rapporteur::meetings
