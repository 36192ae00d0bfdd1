// Signings: part of the talks that they end, or an event of their own during a visit.

#include "identity/signing.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Kind;

namespace {

bool is_passive_form(std::string_view word) {
  return word == "was" || word == "were" || word == "been" || word == "be";
}

}  // namespace

namespace {

// "the protocol |of the 5th session|", "minutes |on the results of the talks|" at `token`.
bool is_paper_of_meeting(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kLongest = 7;  // tokens of "on the results of the 5th regular session"
  TokenRange words;
  if (c.cue(token, c.cues.closing_paper) != nullptr) return true;
  if (c.cue(token, c.cues.instrument, &words) == nullptr) return false;
  const bool results = c.lower(words.end) == "on" && c.lower(words.end + 3) == "of";
  if (c.lower(words.end) != "of" && !results) return false;
  const std::uint32_t end = std::min(words.end + kLongest, c.sentence(token).end);
  for (std::uint32_t t = words.end + 1; t < end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return true;
    if (c.doc.is_punctuation(t) || c.doc.is_capital(t)) return false;
  }
  return false;
}

}  // namespace

namespace {

// "The |declaration| was signed by": the paper of which was told, with the verb behind it.
bool is_paper_told(const Context& c, TokenRange verb) {
  static constexpr std::array<std::string_view, 5> kPapers{"declaration", "statement", "document",
                                                           "communiqué", "communique"};
  const std::uint32_t begin = c.sentence(verb.begin).begin;
  const std::uint32_t be = is_passive_form(c.doc.lower(verb.begin)) ? verb.begin : verb.begin - 1;
  return be == begin + 2 && c.doc.lower(begin) == "the" &&
         is_one_of(c.doc.lower(begin + 1), kPapers);
}

// "signed by all leaders |present at the meeting|"
bool is_signed_by_those_there(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 8;
  const std::uint32_t end = std::min(verb.end + kNear, c.sentence(verb.begin).end);
  for (std::uint32_t t = verb.end; t + 2 < end; ++t) {
    const bool there = c.doc.lower(t) == "present" || c.doc.lower(t) == "attending";
    if (!there) continue;
    const std::uint32_t the = c.doc.lower(t + 1) == "at" ? t + 2 : t + 1;
    return c.doc.lower(the) == "the" && c.cue(the + 1, c.cues.head) != nullptr;
  }
  return false;
}

}  // namespace

bool is_of_closing_paper(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 9;
  const TokenRange s = c.sentence(verb.begin);
  if (is_signed_by_those_there(c, verb)) return true;
  for (std::uint32_t t = verb.end; t < std::min(verb.end + kNear, s.end); ++t) {
    if (is_paper_of_meeting(c, t)) return true;
  }
  // "The minutes of the meeting |were signed by| X and Y"
  const bool be = verb.begin > s.begin && is_passive_form(c.doc.lower(verb.begin - 1));
  if (!be && !is_passive_form(c.doc.lower(verb.begin))) return false;
  if (is_paper_told(c, verb)) return true;
  // "The protocol of the 5th session of the Joint Commission on Trade between A and B |was signed|"
  constexpr std::uint32_t kFar = 30;
  for (std::uint32_t back = 1; back <= kFar && verb.begin >= s.begin + back; ++back) {
    const std::uint32_t t = verb.begin - back;
    if (back > kNear && c.doc.is_punctuation(t)) break;
    if (is_paper_of_meeting(c, t)) return true;
  }
  return false;
}

void tell_apart(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 60;
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t from =
      m.trigger.begin > s.begin + kReach ? m.trigger.begin - kReach : s.begin;
  for (std::uint32_t t = from; t < std::min(s.end, m.trigger.end + kReach); ++t) {
    const lexicon::Cue* cue = c.cue(t, c.cues.signing_apart);
    if (cue == nullptr) continue;
    m.apart = true;
    m.before_leaders = m.before_leaders || cue->value == "leaders";
  }
}

namespace {

void add_state(std::vector<Named>& out, const Named& state) {
  const bool known =
      std::any_of(out.begin(), out.end(), [&](const Named& n) { return n.id == state.id; });
  if (state && !known) out.push_back(state);
}

// The guest's and the host's, where the words tell both.
std::vector<Named> states_of(const Context& c, const Mention& visit) {
  std::vector<Named> out = visit.states;
  add_state(out, visit.country);
  for (const std::uint32_t p : visit.people) add_state(out, c.cast.people[p].state);
  return out;
}

}  // namespace

bool complete_signing(const Context& c, const std::vector<Told>& told, Mention& m) {
  const auto visit = std::find_if(told.begin(), told.end(),
                                  [](const Told& t) { return t.id->kind == Kind::visit; });
  if (m.kind != "signing" || !m.apart || visit == told.end()) return false;
  if (m.people.size() + m.states.size() >= 2) return true;
  const auto talks = std::find_if(told.begin(), told.end(), [](const Told& t) {
    return t.id->kind == Kind::talks && !t.id->of_body() && t.id->people.size() >= 2;
  });
  const std::vector<Named> states = states_of(c, *visit->first);
  const bool persons = talks != told.end() && (m.before_leaders || states.size() != 2);
  if (!persons && states.size() != 2) return false;
  m.people = persons ? talks->id->people : std::vector<std::uint32_t>{};
  m.states = persons ? std::vector<Named>{} : states;
  return true;
}

namespace {

// "signed |in 2005|": what ended the meeting of the news is of its day.
bool is_loosely_dated(const std::string& when) {
  constexpr std::int64_t kMonth = 28;  // days, at least
  return time::length(when) >= kMonth;
}

}  // namespace

bool may_end_in(const Identity& meeting, const Identity& signing) {
  const bool same_people = !signing.people.empty() && meeting.people == signing.people;
  const bool all_there = std::includes(meeting.people.begin(), meeting.people.end(),
                                       signing.people.begin(), signing.people.end());
  const bool same_time =
      signing.when.empty() || (meeting.when.empty() ? !is_loosely_dated(signing.when)
                                                    : time::overlap(signing.when, meeting.when));
  const bool same_place =
      signing.place.empty() || meeting.place.empty() || signing.place == meeting.place;
  // "Two states signed a treaty. Ministers X and Y put their names to it"
  const bool same_sides = meeting.kind == Kind::signing && signing.sides.size() >= 2 &&
                          meeting.sides == signing.sides &&
                          (meeting.people.empty() || signing.people.empty());
  const bool sits = meeting.of_body() && meeting.kind != Kind::reception;
  return (same_people || same_sides || (all_there && sits)) && same_time && same_place;
}

namespace {

// The papers of two or more states, of which no day, town or people are told, may be signed in the
// session of their joint body.
bool is_signed_in(const Identity& signing, const Identity& session) {
  const bool bare = signing.when.empty() && signing.place.empty() && signing.people.empty() &&
                    signing.country == npos;
  if (!bare || signing.sides.size() < 2) return false;
  if (session.kind != Kind::session || !session.of_body()) return false;
  return std::includes(session.sides.begin(), session.sides.end(), signing.sides.begin(),
                       signing.sides.end());
}

}  // namespace

void join_signings(Drafts& drafts, const std::vector<Identity>& identities,
                   std::vector<bool>& founded) {
  constexpr std::size_t kFirst = 8;  // drafts, in the opening of a report
  // A visit may have signings of its own.
  for (std::size_t d = 0; d < identities.size(); ++d) {
    const Kind kind = identities[d].kind;
    if (founded[d] && (kind == Kind::visit || kind == Kind::summit)) return;
  }
  const std::size_t limit = std::min(kFirst, identities.size());
  for (std::size_t d = 0; d < limit; ++d) {
    if (!founded[d] || identities[d].kind != Kind::signing) continue;
    for (std::size_t e = d + 1; e < limit; ++e) {
      const Mention& first = drafts.mentions[drafts.drafts[e].mentions.front()];
      const bool there = is_signed_in(identities[d], identities[e]) ||
                         (identities[e].kind == Kind::talks && first.fresh &&
                          identities[e].people == identities[d].people &&
                          may_end_in(identities[e], identities[d]));
      if (!founded[e] || !first.relation.empty() || !there) continue;
      std::vector<std::uint32_t>& session = drafts.drafts[e].mentions;
      const std::vector<std::uint32_t>& signing = drafts.drafts[d].mentions;
      session.insert(session.end(), signing.begin(), signing.end());
      founded[d] = false;
      break;
    }
  }
}

void drop_titles_of_papers(const Drafts& drafts, const std::vector<Identity>& identities,
                           std::vector<bool>& founded) {
  bool met = false;
  for (std::size_t d = 0; d < identities.size(); ++d) {
    const Kind kind = identities[d].kind;
    const bool meets = kind == Kind::session || kind == Kind::talks || kind == Kind::summit ||
                       kind == Kind::conference;
    met = met || (founded[d] && meets);
  }
  for (std::size_t d = 0; met && d < identities.size(); ++d) {
    const std::vector<std::uint32_t>& told = drafts.drafts[d].mentions;
    const bool titled = std::all_of(
        told.begin(), told.end(), [&](std::uint32_t i) { return drafts.mentions[i].in_headline; });
    if (identities[d].kind == Kind::signing && titled) founded[d] = false;
  }
}

bool is_signed_long_before(const Context& c, const Identity& signing, const Told& news) {
  constexpr std::int64_t kLong = 60;  // days
  const bool apart = news.id->kind == signing.kind && news.first->verbal &&
                     news.first->relation.empty() && !news.first->people.empty();
  if (!apart || signing.when.empty() || !news.id->when.empty()) return false;
  const auto day = time::days_of(signing.when);
  const auto today = time::days_of(c.report.published);
  return day && today && day->last + kLong <= today->first;
}

bool is_signed_at(const Context& c, const Mention& said, const Mention& noun) {
  const std::uint32_t begin = c.sentence(noun.trigger.begin).begin;
  const bool bare = noun.people.empty() && noun.states.empty() && !noun.organisation &&
                    !noun.organ && noun.organ_words.empty();
  const bool meets = noun.kind == "talks" || noun.kind == "meeting" || noun.kind == "summit";
  if (said.kind != "signing" || !bare || !meets || noun.tokens.begin == begin) return false;
  const std::string_view link = c.doc.lower(noun.tokens.begin - 1);
  const bool at = link == "at" || link == "during" || link == "in";
  return at && c.doc.lower(noun.tokens.begin) == "their" &&
         said.people.size() + said.states.size() >= 2;
}

}  // namespace rapporteur::meetings
