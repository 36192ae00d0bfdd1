// A sentence that shows those of two sides together, though neither noun nor verb tells of a
// meeting: "X picked up the phone to wish Y well", "Waiting for X on the tarmac in Lima was Y", "X
// took Y out on the river in Lima on Monday".

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "verbal/journey.h"

namespace rapporteur::meetings {

namespace {

// What the words of a sentence say of the scene.
struct Scene {
  TokenRange words;
  std::string_view kind;  // empty: no word tells of one
  bool opinion = false;   // one speaks of the other
  bool dated = false;     // it takes both a town and a day
};

// Which of two words tells more of the manner in which they met.
int rank(std::string_view kind) {
  static constexpr std::array<std::string_view, 5> kRanks{"", "reception", "talks", "visit",
                                                          "call"};
  return static_cast<int>(std::find(kRanks.begin(), kRanks.end(), kind) - kRanks.begin());
}

Scene scene_of(const Context& c, TokenRange s) {
  Scene out;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.encounter, &words);
    if (cue == nullptr || (cue->value == "call" && is_attending(c, words))) continue;
    out.opinion = out.opinion || cue->value == "opinion";
    if (cue->value == "opinion") continue;
    const bool welcome = cue->value == "welcome";
    const std::string_view kind = welcome ? std::string_view("reception") : cue->value;
    if (rank(kind) <= rank(out.kind)) continue;
    out.dated = welcome;
    out.kind = kind;
    out.words = words;
  }
  return out;
}

// "said |that| Y had called", "the law |that Peru's president| had promised", "|\"Come,\"| said X":
// behind what those are only told of who are named next; `t` moves over it. False: to the end.
bool pass_report(const Context& c, std::uint32_t end, std::uint32_t& t) {
  const std::string_view word = c.doc.lower(t);
  if (word == "according") return false;
  if (word == "\"" || word == "“") {
    while (t + 1 < end && c.doc.lower(t + 1) != "\"" && c.doc.lower(t + 1) != "”") ++t;
    t = std::min(t + 1, end - 1);  // at the quote that closes
    return true;
  }
  if (word != "that" && word != "which") return true;
  if (t > 0 && c.cue(t - 1, c.cues.person_verb) != nullptr) return false;
  const std::uint32_t next = c.lower(t + 1) == "the" ? t + 2 : t + 1;
  const bool object =
      next < end && (c.cast.covering(next) != nullptr || c.tags.starting(next) != nullptr);
  while (object && t + 1 < end && c.doc.lower(t + 1) != ",") ++t;
  return true;
}

void add_person(std::uint32_t person, Mention& m) {
  const auto known = std::find(m.people.begin(), m.people.end(), person);
  if (person != kNobody && known == m.people.end()) m.people.push_back(person);
}

// Everybody who is named or whose office and state are, each once.
void take_everybody(const Context& c, TokenRange s, Mention& m) {
  for (std::uint32_t t = s.begin; t < s.end && pass_report(c, s.end, t); ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who == nullptr) continue;
    add_person(who->person, m);
    if (who->person != kNobody) continue;
    for (const Named& state : who->states) m.states.push_back(state);
  }
}

// The only one whom the sentence names; or kNobody.
std::uint32_t only_one_in(const Context& c, TokenRange s) {
  std::uint32_t one = kNobody;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who == nullptr || who->person == kNobody || who->person == one) continue;
    if (one != kNobody) return kNobody;
    one = who->person;
  }
  return one;
}

// "X came to Lima on Monday. Y had cleared his diary for |him|": X, whom the sentence `before`
// names. False: no pronoun, or one that may mean another.
bool take_pronoun(const Context& c, TokenRange s, TokenRange before, Mention& m) {
  const std::uint32_t one = only_one_in(c, before);
  const bool apart = m.people.size() == 1 && one != kNobody && one != m.people.front();
  if (!apart || !m.states.empty() || before.size() == 0) return false;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word != "him" && word != "her") continue;
    m.people.push_back(one);
    return true;
  }
  return false;
}

// Nobody is of a state only because the report tells of it.
bool are_known(const Context& c, const Mention& m) {
  return std::none_of(m.people.begin(), m.people.end(),
                      [&](std::uint32_t p) { return c.cast.people[p].state_from_context; });
}

// Only those of whom no person is named stand for a state.
void leave_unnamed_states(const Context& c, Mention& m) {
  std::vector<Named> left;
  const auto same = [](const std::vector<Named>& states, catalogue::Index id) {
    return std::any_of(states.begin(), states.end(), [&](const Named& n) { return n.id == id; });
  };
  for (const Named& state : m.states) {
    const bool named = std::any_of(m.people.begin(), m.people.end(), [&](std::uint32_t p) {
      return c.cast.people[p].state.id == state.id;
    });
    if (!named && !same(left, state.id)) left.push_back(state);
  }
  m.states = std::move(left);
}

bool are_two_sides(const Context& c, const Mention& m) {
  if (m.states.empty()) return are_of_two_sides(c, m.people);
  const auto of_state = [&](std::uint32_t p) { return bool(c.cast.people[p].state); };
  const auto known = std::count_if(m.people.begin(), m.people.end(), of_state);
  const std::size_t sides = m.states.size() + static_cast<std::size_t>(known);
  return (sides == 2 || sides == 3) && m.people.size() <= 2;
}

// "|in| Lima", "|through| Lima", "Lima |airport|"
bool is_there(const Context& c, TokenRange town) {
  static constexpr std::array<std::string_view, 9> kLinks{"in",   "at",      "to",      "off", "of",
                                                          "near", "outside", "through", "from"};
  return is_one_of(c.doc.lower(town.begin - 1), kLinks) || c.lower(town.end) == "airport";
}

// The first town in the sentence in which something may stand; `any`: or the only one, "chose
// |Lima|".
Named town_of(const Context& c, TokenRange s, bool any) {
  Named only;
  for (std::uint32_t t = s.begin + 1; t < s.end; ++t) {
    const tagger::Tag* tag = c.tags.starting(t);
    if (tag == nullptr || tag->label != tagger::Label::place || tag->id == npos) continue;
    const Named town{tag->id, c.doc.span(tag->tokens)};
    if (is_there(c, tag->tokens)) return town;
    only = only ? Named{} : town;
  }
  return any ? only : Named{};
}

std::uint32_t day_of(const Context& c, TokenRange s, const Mention& m) {
  const std::uint32_t beside = time_beside(c, m);
  if (beside != kNobody) return beside;
  for (const time::Expression& e : c.times_in(s)) {
    if (time::is_date(e.kind) && !c.in_dateline(e) && e.bound == time::Bound::none &&
        !is_day_of_thing(c, e, false) && !is_day_of_last(c, e)) {
      return c.index_of(e);
    }
  }
  return kNobody;
}

// "The Commission will bring X to Lima": a body by itself, which none of the offices names.
bool names_body(const Context& c, TokenRange s) {
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const tagger::Tag* tag = c.tags.starting(t);
    const bool body = tag != nullptr && tag->label == tagger::Label::body;
    if (body && c.cast.covering(t) == nullptr) return true;
  }
  return false;
}

// "talk |in private|": two alone, whatever else the report tells of them.
bool is_private(const Context& c, TokenRange words) {
  return c.cue(words.end - 1, c.cues.private_talk) != nullptr;
}

// A noun tells of a meeting, or a body stands by itself.
bool tells_of_meeting(const Context& c, TokenRange s) {
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return true;
  }
  return names_body(c, s);
}

// The sentence before, if it tells of no meeting by itself.
TokenRange sentence_before(const Context& c, const text::Sentence& s) {
  if (s.tokens.begin == 0) return {};
  const text::Sentence& before = c.doc.sentences()[c.doc.sentence_of(s.tokens.begin - 1)];
  const bool body = before.role == text::LineRole::body;
  return body && !tells_of_meeting(c, before.tokens) ? before.tokens : TokenRange{};
}

// The person speaks by himself, or a message of his is told of: "a letter |from X|".
bool is_spoken_of(const Context& c, std::uint32_t person) {
  constexpr std::uint32_t kNear = 4;
  for (std::uint32_t back = 1; back <= kNear && person >= back; ++back) {
    TokenRange words;
    if (c.cue(person - back, c.cues.spoken_of, &words) != nullptr && words.end + 1 >= person) {
      return true;
    }
  }
  return false;
}

// Those but `guest` whom the sentence names and does not only speak of.
std::vector<std::uint32_t> hosts_of(const Context& c, TokenRange s, std::uint32_t guest) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t t = s.begin; t < s.end && pass_report(c, s.end, t); ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who == nullptr || who->person == guest) continue;
    if (who->person == kNobody && who->states.empty()) continue;  // "the minister"
    if (who->person == kNobody) return {};
    if (is_spoken_of(c, t)) continue;
    // "|Y| had her to dinner": who opens the sentence need not be told by his office
    const bool opens = t == s.begin;
    if (c.cast.people[who->person].offices.empty() && !opens) return {};
    if (std::find(out.begin(), out.end(), who->person) == out.end()) out.push_back(who->person);
  }
  return out;
}

// How the words mean the guest: "gave a dinner for |him|" has him as one who is received.
std::string_view word_for_guest(const Context& c, TokenRange s) {
  static constexpr std::array<std::string_view, 9> kWords{"him",   "his",     "her",  "he",  "she",
                                                          "guest", "visitor", "they", "them"};
  std::string_view found;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (!is_one_of(word, kWords)) continue;
    found = word;
    if (word == "he" || word == "she") break;
  }
  return found;
}

bool are_of_one_state(const Context& c, std::uint32_t guest, std::uint32_t host) {
  const Named& own = c.cast.people[guest].state;
  const Named& other = c.cast.people[host].state;
  return own && other && own.id == other.id;
}

bool is_denied(const Context& c, TokenRange s) {
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "not" || word == "no" || word == "nobody" || word == "without") return true;
  }
  return false;
}

// "President Y is |among those| he is to meet", "is |on his list|": met one by one.
bool is_listed(const Context& c, TokenRange words) {
  const std::string_view first = c.doc.lower(words.begin);
  return first == "among" || first == "list" || first == "in" || first == "on";
}

// "President Y |and his guest| spoke for two hours": both act.
bool acts_with_guest(const Context& c, TokenRange s) {
  for (std::uint32_t t = s.begin; t + 2 < s.end; ++t) {
    const std::string_view whose = c.doc.lower(t + 1);
    const std::string_view noun = c.doc.lower(t + 2);
    const bool own = whose == "his" || whose == "her" || whose == "the";
    if (c.doc.lower(t) == "and" && own && (noun == "guest" || noun == "visitor")) return true;
  }
  return false;
}

// The same in one clause.
std::vector<Mention> of_clause(const Context& c, TokenRange s, std::uint32_t guest) {
  const Scene scene = scene_of(c, s);
  const bool meet = scene.kind == "talks" || scene.kind == "reception";
  const std::string_view word = word_for_guest(c, s);
  if (!meet || scene.dated || word.empty() || is_denied(c, s)) return {};
  const std::vector<std::uint32_t> hosts = hosts_of(c, s, guest);
  if (hosts.size() > 1 && !is_listed(c, scene.words)) return {};
  const bool acts = word == "he" || word == "she" || word == "they" || acts_with_guest(c, s);
  std::vector<Mention> out;
  for (const std::uint32_t host : hosts) {
    if (are_of_one_state(c, guest, host)) return {};
    Mention m;
    m.kind = acts ? scene.kind : std::string_view("reception");
    m.trigger = m.tokens = scene.words;
    m.verbal = m.fresh = true;
    m.sentence = c.doc.sentence_of(s.begin);
    m.people = acts ? std::vector{guest, host} : std::vector{host, guest};
    m.objects = {m.people.back()};
    m.time = day_of(c, s, m);
    out.push_back(std::move(m));
  }
  return out;
}

}  // namespace

std::optional<Mention> encounter_mention(const Context& c, const text::Sentence& s) {
  constexpr std::uint32_t kLongest = 80;
  if (s.role != text::LineRole::body || s.tokens.size() > kLongest) return std::nullopt;
  const Scene scene = scene_of(c, s.tokens);
  if (scene.kind.empty() && (scene.opinion || names_body(c, s.tokens))) return std::nullopt;
  Mention m;
  m.kind = scene.kind.empty() ? std::string_view("talks") : scene.kind;
  const TokenRange first{s.tokens.begin, s.tokens.begin + 1};
  m.trigger = m.tokens = scene.kind.empty() ? first : scene.words;
  m.verbal = m.dealt = true;
  m.sentence = c.doc.sentence_of(s.tokens.begin);
  take_everybody(c, s.tokens, m);
  TokenRange before = sentence_before(c, s);
  if (!take_pronoun(c, s.tokens, before, m)) before = {};
  leave_unnamed_states(c, m);
  const bool both = scene.kind.empty() || scene.dated || !before.empty();
  if (m.kind != "call") m.place = town_of(c, s.tokens, !both);
  if (!are_two_sides(c, m) || (both && !are_known(c, m))) return std::nullopt;
  if (m.people.empty() && m.kind != "call" && names_body(c, s.tokens)) return std::nullopt;
  m.fresh = is_private(c, m.trigger);
  m.time = day_of(c, s.tokens, m);
  if (m.time == kNobody && !before.empty()) m.time = day_of(c, before, m);
  if (m.kind == "call") return m;
  if (!m.place && !before.empty()) m.place = town_of(c, before, false);
  const bool told = both ? m.place && m.time != kNobody : m.place || m.time != kNobody;
  return told ? std::optional<Mention>(std::move(m)) : std::nullopt;
}

std::vector<Mention> encounters_of_guest(const Context& c, const text::Sentence& s,
                                         std::uint32_t guest) {
  constexpr std::uint32_t kLongest = 80;
  std::vector<Mention> out;
  if (guest == kNobody || s.role != text::LineRole::body || s.tokens.size() > kLongest) return out;
  std::uint32_t begin = s.tokens.begin;
  for (std::uint32_t t = begin; t < s.tokens.end; ++t) {
    const bool joint = c.doc.lower(t) == "," && c.lower(t + 1) == "and";
    const bool ends = c.doc.lower(t) == ";" || joint || t + 1 == s.tokens.end;
    if (!ends) continue;
    for (Mention& m : of_clause(c, {begin, t + 1}, guest)) out.push_back(std::move(m));
    begin = t + 1;
  }
  return out.empty() ? of_clause(c, s.tokens, guest) : out;
}

}  // namespace rapporteur::meetings
