#include "nominal/noun_judge.h"

#include <algorithm>
#include <array>

#include "clause/treaty_parties.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/meeting_number.h"
#include "nominal/nominal_words.h"
#include "organ/ordinal.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

using tagger::Tag;

namespace {

// "the Binational |Cabinet|": of two states or more.
bool is_in_joint_body(const Context& c, std::uint32_t token) {
  constexpr std::uint32_t kLongest = 3;
  const lexicon::CueClass organ_head = c.cues.organ_head;
  const std::uint32_t begin = c.sentence(token).begin;
  for (std::uint32_t back = 1; back <= kLongest && token >= begin + back; ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(token - back, organ_head, &words);
    if (cue != nullptr && cue->value == "joint" && words.end > token) return true;
  }
  return false;
}

// "The presidents withdrew for talks", "Delegations of Chad and Mali were in Lima for talks", "X of
// Chad and Y of Mali flew to Lima for talks"
bool is_of_group(const Context& c, const Mention& m) {
  const TokenRange s = behind_dateline(c, m.trigger.begin);
  if (m.tokens.begin <= s.begin || c.lower(m.tokens.begin - 1) != "for") return false;
  const std::uint32_t end = std::min(s.begin + kFarReach, m.tokens.begin);
  std::uint32_t people = 0;
  for (std::uint32_t t = s.begin; t < end; ++t) {
    const names::Office* office = c.cast.office_starting(t);
    if (office != nullptr && office->plural) return true;
    const lexicon::Cue* delegates = c.cue(t, c.cues.delegate);
    if (delegates != nullptr && delegates->value == "side") return true;
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person != kNobody) ++people;
  }
  return people > 1;
}

// "talks |in Kampala|", "talks |in October|"
bool is_somewhere(const Context& c, std::uint32_t end) {
  const std::string_view link = c.lower(end);
  if (link != "in" && link != "at" && link != "on") return c.time_at(end) != nullptr;
  const Tag* tag = end + 1 < c.doc.size() ? c.tags.starting(end + 1) : nullptr;
  const bool place = tag != nullptr && tag->label == tagger::Label::place;
  return place || c.time_at(end + 1) != nullptr;
}

// "... |will be held|", "... |took place| in Lima": the verb right behind tells of it.
bool is_said_to_be_held(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t end = std::min(m.tokens.end + kNear, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.tokens.end; t < end; ++t) {
    if (c.cue(t, c.cues.convening) != nullptr || c.cue(t, c.cues.event_verb) != nullptr)
      return true;
  }
  return false;
}

// "|Technical talks| are to follow in Lima on Monday": the subject of a sentence that tells the
// day.
bool is_dated_subject(const Context& c, const Mention& m) {
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  return !m.in_headline && m.tokens.begin <= begin + 1 && is_said_to_be_held(c, m) &&
         time_beside(c, m) != kNobody;
}

// "|Officials from Chad and Mali| resumed talks on the dam": two states or more act; `bodies`: or
// an organisation and a state.
bool is_of_states(const Context& c, const Mention& m, bool bodies = false) {
  const TokenRange verb = light_verb_before(c, m);
  if (verb.empty()) return false;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const Tag* first = nullptr;
  for (std::uint32_t t = std::max(begin, verb.begin > kFarReach ? verb.begin - kFarReach : 0);
       t < verb.begin; ++t) {
    const Tag* tag = c.tags.starting(t);
    if (tag == nullptr) continue;
    const bool body = bodies && tag->label == tagger::Label::body && tag->id != npos;
    const bool state =
        tag->label == tagger::Label::state || tag->label == tagger::Label::nationality;
    if (!state && !(body && !names_organ(c, *tag))) continue;
    const bool same_table = first != nullptr && body == (first->label == tagger::Label::body);
    if (first != nullptr && !(same_table && tag->id == first->id)) return true;
    first = tag;
  }
  return false;
}

// "the chair of the |current session| of the Council": an office.
bool is_of_chair(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 4;
  static constexpr std::array<std::string_view, 6> kHeads{"chair",       "chairman", "president",
                                                          "chairperson", "head",     "chairwoman"};
  if (c.lower(m.trigger.end - 1) != "session" || c.lower(m.trigger.begin - 1) != "current") {
    return false;
  }
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 2; back <= kNear && m.trigger.begin >= begin + back; ++back) {
    if (is_one_of(c.doc.lower(m.trigger.begin - back), kHeads)) return true;
  }
  return false;
}

// "the discussion of the report", but "held extensive discussion", "an official discussion between
// X and Y".
bool is_mere_discussion(const Context& c, const Mention& m) {
  if (c.lower(m.trigger.end - 1) != "discussion" || m.trigger.size() > 1) return false;
  const std::string_view link = c.lower(m.trigger.end);
  const bool sides =
      m.people.size() + m.states.size() >= 2 && (link == "between" || link == "with");
  const TokenRange verb = light_verb_before(c, m);
  const bool held = verb.size() > 0 && c.doc.lower(verb.begin) != "is" &&
                    c.doc.lower(verb.begin).starts_with("h");
  return m.definite || (!sides && !held);
}

// "praised the high |level of| dialogue between the presidents": how it is, not that it was held.
bool is_measured(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 10> kMeasures{
      "level",  "intensity", "quality",    "dynamics",   "spirit",
      "nature", "culture",   "importance", "continuity", "frequency"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  std::uint32_t at = m.tokens.begin;
  if (at >= begin + 2 && c.doc.lower(at - 1) == "the") --at;
  return at >= begin + 2 && c.doc.lower(at - 1) == "of" &&
         is_one_of(c.doc.lower(at - 2), kMeasures);
}

// "promote cultural dialogue between A and B", "an open dialogue between the leaders contributed":
// how states get on with each other, unless it is held, has a number, a day or a town.
bool is_mere_dialogue(const Context& c, const Mention& m) {
  const std::uint32_t last = m.trigger.end - 1;
  if (c.lower(last) != "dialogue" && c.lower(last) != "dialog") return false;
  const bool organ = !m.organ_words.empty() &&
                     c.doc.is_capital(c.doc.token_at(m.organ_span.begin));  // not "the leaders"
  const bool named = m.ordinal > 0 || !m.relation.empty() || m.organisation || m.organ || organ ||
                     c.doc.is_capital(last);
  if (!named && is_measured(c, m)) return true;
  if (named || m.definite || m.in_headline || !m.people.empty()) return false;
  if (m.time != kNobody || m.place || is_somewhere(c, m.tokens.end)) return false;
  const bool told =
      c.cue(m.tokens.end, c.cues.past) != nullptr || c.cue(m.tokens.end, c.cues.future) != nullptr;
  return !told && light_verb_before(c, m).empty();
}

// "the 25th anniversary of |the signing of the treaty|", "30 years since the signing": long ago.
bool is_commemorated(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 5;
  if (m.kind != "signing" || m.verbal) return false;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && m.tokens.begin >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(m.tokens.begin - back);
    if (word == "anniversary" || word == "since" || word == "jubilee") return true;
  }
  return false;
}

// "round" without a number; "ready for dialogue": no particular one.
bool says_nothing(const Context& c, const Mention& m) {
  const bool row = m.ordinal > 0 || !m.relation.empty();
  // "|The round| was held in Lima": the one that was told
  const bool told = m.definite && !m.in_headline && is_said_to_be_held(c, m);
  if (m.kind == "round") return !row && !told && !m.organ && m.organ_words.empty();
  const bool named = row || m.organisation || m.organ || !m.organ_words.empty() ||
                     !m.people.empty() || !m.states.empty();
  return m.kind == "talks" && !named && !m.definite && !m.fresh && !m.in_headline &&
         m.trigger.size() == 1 && !is_of_group(c, m) && !is_of_states(c, m) &&
         !is_dated_subject(c, m) && !is_somewhere(c, m.tokens.end);
}

// "will be set |after consultations| with the members": how something is settled.
bool is_by_the_way(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 6> kLinks{"after",   "following", "in",
                                                          "pending", "upon",      "through"};
  const bool bare = m.tokens.begin == m.trigger.begin && m.trigger.size() == 1;
  if (!bare || !m.people.empty() || m.tokens.begin == c.sentence(m.trigger.begin).begin) {
    return false;
  }
  return c.lower(m.trigger.begin).starts_with("consultation") && !m.in_headline &&
         is_one_of(c.doc.lower(m.tokens.begin - 1), kLinks) && time_beside(c, m) == kNobody;
}

// "There will be no meeting": none, unless it is one that has a name, or sides and a day.
bool is_denied(const Context& c, const Mention& m) {
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const bool named = m.ordinal > 0 || m.organisation || m.organ ||
                     (m.states.size() > 1 && time_beside(c, m) != kNobody);
  return !named && m.tokens.begin > begin && c.doc.lower(m.tokens.begin - 1) == "no";
}

// "underlined |that dialogue| between the two must be restored": no particular one; "announced
// |that talks| between A and B will be held" is one.
bool is_clause(const Context& c, const Mention& m) {
  if (m.kind != "talks" || c.lower(m.tokens.begin) != "that") return false;
  if (c.lower(m.trigger.end - 1).ends_with("s") && is_said_to_be_held(c, m)) return false;
  return c.lower(m.trigger.end - 1) != "meeting" && m.ordinal == 0;
}

// "the Tehran |Summit| Meetings Hall", "the Dialogue Centre": part of the name of a building.
bool is_of_building(const Context& c, const Mention& m) {
  constexpr std::uint32_t kLongest = 2;
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  // "the Agency |conference| centre"
  const std::string_view next = c.lower(m.trigger.end);
  if (m.kind == "conference" && (next == "centre" || next == "center" || next == "hall")) {
    return true;
  }
  if (!c.doc.is_capital(m.trigger.end - 1)) return false;
  for (std::uint32_t t = m.trigger.end; t < std::min(end, m.trigger.end + kLongest); ++t) {
    if (!c.doc.is_capital(t)) return false;
    if (c.cue(t, c.cues.venue) != nullptr) return true;
  }
  return false;
}

// "Earth |Negotiations| Bulletin" as a line: who publishes the report.
bool is_of_publisher(const Context& c, const Mention& m) {
  const std::string_view line = c.doc.slice(c.doc.span(c.sentence(m.trigger.begin)));
  return !c.report.publisher.empty() && line == c.report.publisher && m.ordinal == 0;
}

}  // namespace

bool is_exchange_of_sides(const Context& c, const Mention& m) {
  return !m.in_headline && is_of_states(c, m, true);
}

namespace {

// "A, attending |his first international meeting|": the one that is told, counted by him.
bool is_first_of_person(const Context& c, const Mention& m) {
  const std::string_view whose = c.lower(m.tokens.begin);
  return m.ordinal == 1 && m.kind == "meeting" && (whose == "his" || whose == "her") &&
         m.tokens.begin > 0 && c.lower(m.tokens.begin - 1).starts_with("attend");
}

}  // namespace

bool names_no_meeting(const Context& c, const Mention& m) {
  if (is_first_of_person(c, m)) return true;
  return is_mere_discussion(c, m) || is_mere_dialogue(c, m) || is_commemorated(c, m) ||
         is_of_chair(c, m) || says_nothing(c, m) || is_denied(c, m) || is_clause(c, m) ||
         is_by_the_way(c, m) || is_of_building(c, m) || is_of_publisher(c, m);
}

bool is_series(const Context& c, const Mention& m) {
  const bool plural = c.lower(m.trigger.end - 1).ends_with("meetings");
  // "a series of meetings with CIS countries"
  const bool of_body = m.organisation && c.lower(m.trigger.end) != "with";
  const bool named = m.ordinal > 0 || of_body || m.organ || !m.organ_words.empty();
  const bool listed = c.lower(c.sentence(m.trigger.begin).end - 1) == ":";
  return plural && !listed && !m.in_headline && !named && m.kind == "talks" && m.objects.empty() &&
         m.people.empty() && m.states.size() < 2 && dated_places(c, m).empty();
}

bool is_round_of(const Context& c, const lexicon::Cue& cue, TokenRange words) {
  if (cue.value != "round" || c.lower(words.end) != "of") return false;
  const std::uint32_t end = std::min(c.sentence(words.begin).end, words.end + 10);
  for (std::uint32_t t = words.end + 1; t < end; ++t) {
    const Tag* tag = c.tags.covering(t);  // "the Inter-|Ministerial| Committee"
    const bool of_name =
        tag != nullptr && tag->label == tagger::Label::body && t + 1 < tag->tokens.end;
    if (c.cue(t, c.cues.head) != nullptr && !of_name) return true;
  }
  return false;
}

namespace {

// "|on the sidelines of the| Pacific Islands Forum": where it sat, rather than the body.
bool is_beside_it(const Context& c, std::uint32_t name) {
  static constexpr std::array<std::string_view, 4> kBeside{"sidelines", "margins", "fringes",
                                                           "sideline"};
  const std::uint32_t begin = c.sentence(name).begin;
  std::uint32_t at = name;
  if (at > begin && c.doc.lower(at - 1) == "the") --at;
  return at >= begin + 2 && c.doc.lower(at - 1) == "of" && is_one_of(c.doc.lower(at - 2), kBeside);
}

}  // namespace

bool is_body(const Context& c, const Tag* tag, TokenRange words, const lexicon::Cue& cue) {
  if (c.cue(words.begin, c.cues.body_head) != nullptr && cue.value == "session") {
    // "the National Assembly", but "the 35th General Assembly"
    const std::uint32_t begin = tag == nullptr ? words.begin : tag->tokens.begin;
    return ordinal_of_name(c, begin).value == 0;
  }
  const bool forum = tag != nullptr && tag->id != npos && words.end <= tag->tokens.end &&
                     (cue.value == "conference" || cue.value == "talks") && !names_organ(c, *tag);
  // "the Pacific Islands Forum", but "the 49th Pacific Islands Forum"
  return forum && !is_beside_it(c, tag->tokens.begin) &&
         ordinal_before(c.doc, tag->tokens.begin, c.sentence(words.begin).begin).value == 0;
}

std::vector<std::string> owners_of_summits(const Context& c) {
  constexpr std::size_t kMost = 8;
  std::vector<std::string> out;
  for (const Tag& tag : c.tags.all()) {
    if (out.size() == kMost || !names_unknown_organisation(c, tag)) continue;
    const std::uint32_t begin = c.sentence(tag.tokens.begin).begin;
    std::uint32_t at = tag.tokens.begin;
    if (at > begin && c.lower(at - 1) == "the") --at;
    if (at < begin + 2 || c.lower(at - 1) != "of") continue;
    const std::string_view noun = c.lower(at - 2);
    if (noun == "summit" || noun == "ministers") {
      out.push_back(catalogue::fold(c.doc.slice(c.doc.span(tag.tokens))));
    }
  }
  return out;
}

bool is_owner(const Context& c, const Tag* tag, const std::vector<std::string>& owners) {
  if (tag == nullptr || owners.empty() || !names_unknown_organisation(c, *tag)) return false;
  const std::string name = catalogue::fold(c.doc.slice(c.doc.span(tag->tokens)));
  return std::any_of(owners.begin(), owners.end(),
                     [&](const std::string& owner) { return owner.ends_with(name); });
}

bool is_led(const Context& c, const Tag* tag, TokenRange words) {
  const lexicon::Cue* head = c.cue(words.begin, c.cues.head);
  const bool may = head != nullptr && (head->value == "conference" || head->value == "summit");
  if (!may || !c.doc.is_capital(words.begin)) return false;
  const std::uint32_t begin = c.sentence(words.begin).begin;
  std::uint32_t at = tag != nullptr ? tag->tokens.begin : words.begin;
  while (at > begin && c.doc.is_capital(at - 1)) --at;
  if (at > begin && c.doc.lower(at - 1) == "the") --at;
  if (at < begin + 2 || c.doc.lower(at - 1) != "of") return false;
  const std::string_view noun = c.doc.lower(at - 2);
  return noun == "chair" || noun == "co-chair" || noun == "member" || noun == "members" ||
         noun == "chairman" || noun == "chairperson" || noun == "secretariat" ||
         noun == "founder" || noun == "director" || noun == "office" || noun == "bureau";
}

namespace {

// "the Executive Board", in capitals: what an organisation has.
bool is_board(const Mention& m) {
  static constexpr std::array<std::string_view, 4> kBoards{"Executive Board", "Board of Governors",
                                                           "Governing Board", "Management Board"};
  return is_one_of(m.organ_words, kBoards);
}

// An organisation of states that a table knows.
bool names_organisation(const Context& c) {
  const auto tags = c.tags.all();
  return std::any_of(tags.begin(), tags.end(), [&](const Tag& tag) {
    return tag.label == tagger::Label::body && tag.id != npos && !names_organ(c, tag);
  });
}

// "the Board of |the Coral Isles Forum|", "the Council of Governors of the |Arab| Central Banks",
// "governors of |Peru and Chile|": of several states, by whatever word it is called.
bool is_of_several(const Context& c, const Mention& m) {
  if (!m.owner.empty() || m.states.size() >= 2) return true;
  if (m.organ_words.empty()) return false;
  if (is_board(m) && names_organisation(c)) return true;
  const TokenRange name{c.doc.token_at(m.organ_span.begin),
                        c.doc.token_at(m.organ_span.end - 1) + 1};
  for (std::uint32_t t = name.begin; t < name.end; ++t) {
    const bool region = c.doc.is_capital(t) && c.cue(t, c.cues.circle) != nullptr;
    if (region || is_treaty_noun(c, t)) return true;
  }
  return !owner_within(c, name).empty();
}

// "the SADC |Committee of Bank Governors| held its meeting": part of the name of a body, behind the
// organisation whose it is.
bool is_in_owned_body(const Context& c, std::uint32_t token) {
  const Tag* body = c.tags.covering(token);
  if (body == nullptr || body->label != tagger::Label::body) return false;
  if (body->id != npos) return true;
  const std::uint32_t begin = body->tokens.begin;
  const Tag* owner = begin > c.sentence(begin).begin ? c.tags.covering(begin - 1) : nullptr;
  return owner != nullptr && owner->label == tagger::Label::body && owner->id != npos;
}

}  // namespace

// A word of sport, companies or the domestic house in the phrase or right beside it.
bool is_something_else(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t from = m.tokens.begin > s.begin + 2 ? m.tokens.begin - 2 : s.begin;
  const std::uint32_t to = std::min(m.tokens.end + 2, s.end);
  for (std::uint32_t t = from; t < to; ++t) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.no_meeting, &words);
    if (cue == nullptr || m.organisation || m.organ) continue;
    if (c.cast.office_covering(t) != nullptr) continue;  // "Chairman of the Cabinet of Ministers"
    if (is_in_joint_body(c, t)) continue;
    if (cue->value == "unowned" && (is_of_several(c, m) || is_in_owned_body(c, t))) continue;
    return true;
  }
  return false;
}

// "a meeting of the Russian Security Council": an organ that one state has by itself.
bool is_of_one_state(const Context& c, const Mention& m) {
  const bool body = m.organisation || m.organ || m.organ_words.empty();
  if (body || m.states.size() != 1 || !m.people.empty()) return false;
  const std::uint32_t begin = c.doc.token_at(m.organ_span.begin);
  const std::uint32_t state = c.doc.token_at(m.states.front().words.end - 1);
  const bool before = state + 1 == begin || (state + 2 == begin && c.lower(state + 1) == "'s");
  return before && c.cue(begin, c.cues.domestic_organ) != nullptr;
}

}  // namespace rapporteur::meetings
