// Bodies that no table knows: whether their names, or what the report says besides, show that they
// are of several states.

#include <algorithm>
#include <array>

#include "clause/treaty_parties.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "organ/founding.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

// "the sixth session of the joint committee": a body that two states have, in a report of two.
bool Founding::is_of_joint_body(const Mention& m) const {
  if (!two_named_ || m.organ_words.empty()) return false;
  if (m.ordinal == 0 && m.time == kNobody && !m.place && !m.country) return false;
  bool joint = false;  // "the Joint Turkmen-Kazakh Commission"
  bool heads = false;
  const std::uint32_t end = c_.doc.token_at(m.organ_span.end - 1) + 1;
  for (std::uint32_t t = c_.doc.token_at(m.organ_span.begin); t < end; ++t) {
    const lexicon::Cue* cue = c_.cue(t, organ_head_);
    if (cue != nullptr && cue->value == "joint") return true;
    joint = joint || is_joint_word(c_.lower(t));
    heads = heads || cue != nullptr;
  }
  return joint && heads;
}

// "reviewed their ties at |the 2+2 Ministerial Dialogue| in Lima today", "during |the political
// consultations| on Monday": such talks as two states hold, in a report of two.
bool Founding::is_named_talks(const Mention& m) const {
  if (m.kind != "talks" || m.verbal || m.in_headline || !two_named_) return false;
  if (m.time == kNobody && !m.place && !m.country) return false;
  const std::string_view noun = c_.lower(m.trigger.end - 1);
  const bool diplomatic = noun.starts_with("consultation") || noun.starts_with("dialog");
  const bool named = !m.organ_words.empty() && c_.doc.is_capital(m.trigger.end - 1);
  return diplomatic && (named || m.trigger.size() > 1);
}

// "the 23rd session of the Committee for the Review of the Implementation of the Convention": of a
// body that no table knows, in a report that speaks of member states or parties.
bool Founding::is_numbered_session(const Mention& m) const {
  // "the 28th meeting of the North South Ministerial Council"
  const bool ministers = catalogue::fold(m.organ_words).find("ministerial") != std::string::npos;
  if (!international_ && !ministers) return false;
  if (m.ordinal == 0 || m.organ_words.empty() || is_between_few(m)) return false;
  return is_headed(m);
}

namespace {

// Two words in capitals at least, none of which says that the body is one state's.
bool has_own_name(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 12> kAtHome{
      "parliament", "assembly", "congress", "senate", "house",  "district",
      "municipal",  "city",     "state",    "party",  "county", "chiefs"};
  if (m.organ_words.empty()) return false;
  std::uint32_t capitals = 0;
  const std::uint32_t end = c.doc.token_at(m.organ_span.end - 1) + 1;
  for (std::uint32_t t = c.doc.token_at(m.organ_span.begin); t < end; ++t) {
    if (is_one_of(c.doc.lower(t), kAtHome)) return false;
    capitals += c.doc.is_capital(t) ? 1U : 0U;
  }
  return capitals >= 2;
}

// "the Policy Steering Committee", "the Technical Committee": by its name it works for others.
bool serves_others(const Context& c, const Mention& m) {
  const std::uint32_t end = c.doc.token_at(m.organ_span.end - 1) + 1;
  for (std::uint32_t t = c.doc.token_at(m.organ_span.begin); t < end; ++t) {
    const lexicon::Cue* head = c.doc.is_capital(t) ? c.cue(t, c.cues.organ_head) : nullptr;
    if (head != nullptr) return head->value == "joint";
  }
  return false;
}

}  // namespace

// "The Finance Committee is to sit in Gaborone in July", "a subcommittee on customs met in Lima on
// 7 May": a body that does so by itself, in a report of an organisation or of two states.
bool Founding::is_committee_at_work(const Mention& m) const {
  // "a meeting of the Coordination Council for Rivers": by a name of its own
  const bool acts =
      m.verbal || c_.cue(m.trigger.begin, c_.cues.head) == nullptr || has_own_name(c_, m);
  // "had met |there|", "sat |here|": where the report has told of already
  const std::string_view behind = c_.lower(m.trigger.end);
  const bool there = behind == "there" || behind == "here";
  if (m.organ_words.empty()) return false;
  const bool placed = m.time != kNobody &&
                      (m.place || m.country || there || (organisation_ && serves_others(c_, m)));
  if (m.in_headline || m.kind != "meeting" || !acts || !placed) {
    return false;
  }
  const bool many = two_named_ || among_states_ || organisation_;
  return many && m.people.empty() && is_headed(m);
}

// "the West African Police Chiefs Committee", "the Committee of the Lusaka Agreement": a body whose
// name says that it is of several states.
bool Founding::is_regional_body(const Mention& m) const {
  const bool placed = m.time != kNobody || m.place || m.country || m.ordinal > 0;
  if (m.in_headline || !placed || m.organ_words.empty() || is_between_few(m)) return false;
  bool shared = false;
  bool treaty = false;
  const std::uint32_t end = c_.doc.token_at(m.organ_span.end - 1) + 1;
  for (std::uint32_t t = c_.doc.token_at(m.organ_span.begin); t < end; ++t) {
    if (!c_.doc.is_capital(t)) continue;
    TokenRange words;
    const tagger::Tag* tag = c_.tags.covering(t);
    const bool national = tag != nullptr && tag->label == tagger::Label::nationality;
    const bool region = !national && c_.cue(t, circle_, &words) != nullptr &&
                        c_.lower(t) != "american" && words.end < end;
    treaty = treaty || is_treaty_noun(c_, t);
    shared = shared || region;
  }
  if (!m.people.empty()) return false;
  // "the parties to the Lusaka Agreement" head themselves
  return treaty ? m.group || is_headed(m) : shared && is_headed(m);
}

// "a meeting of the Okavango River Basin Commission took place in Maun on Monday": a body with a
// name of its own that no table knows, in a report that speaks of member states.
bool Founding::is_placed_session(const Mention& m) const {
  const bool placed = m.time != kNobody || m.place || m.country;
  if (m.in_headline || !placed || m.organ_words.empty() || is_between_few(m)) return false;
  // What lies between states, or is theirs by its name; a "Council of Chiefs" is one state's.
  static constexpr std::array<std::string_view, 18> kShared{
      "river",       "basin",         "lake",     "sea",       "ocean",    "gulf",
      "strait",      "rivers",        "waters",   "border",    "boundary", "corridor",
      "watercourse", "international", "regional", "fisheries", "fishery",  "interstate"};
  bool shared = false;
  const std::uint32_t end = c_.doc.token_at(m.organ_span.end - 1) + 1;
  for (std::uint32_t t = c_.doc.token_at(m.organ_span.begin); t < end; ++t) {
    shared = shared || (c_.doc.is_capital(t) && is_one_of(c_.doc.lower(t), kShared));
  }
  return shared && (international_ || among_states_) && m.people.empty() && is_headed(m);
}

bool is_sort_of_session(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 8> kSorts{
      "extraordinary", "special",  "emergency", "ordinary",
      "regular",       "informal", "plenary",   "preparatory"};
  const bool sits = m.kind == "session" || m.kind == "meeting";
  if (!sits || !m.fresh || m.verbal || m.in_headline) return false;
  for (std::uint32_t t = m.tokens.begin; t < m.trigger.end; ++t) {
    if (is_one_of(c.doc.lower(t), kSorts)) return true;
  }
  return false;
}

// "|An extraordinary session| will be held in Lima on 28 August", in a report on an organisation.
bool Founding::is_further_session(const Mention& m) const {
  const bool placed = m.time != kNobody && (m.place || m.country);
  return organisation_ && placed && is_sort_of_session(c_, m);
}

bool Founding::is_headed(const Mention& m) const {
  bool heads = false;
  const std::uint32_t end = c_.doc.token_at(m.organ_span.end - 1) + 1;
  for (std::uint32_t t = c_.doc.token_at(m.organ_span.begin); t < end; ++t) {
    if (c_.lower(t) == "national" || c_.lower(t) == "federal") return false;
    heads = heads || c_.cue(t, organ_head_) != nullptr || c_.cue(t, c_.cues.head) != nullptr;
  }
  return heads;
}

// "the Board of the |Inland Waters Organisation|"; a fund or an institute may be one state's, where
// the report names no other.
bool Founding::is_owned_by_states(const Mention& m) const {
  if (m.owner.empty()) return false;
  if (two_named_ || organisation_ || international_) return true;
  static constexpr std::array<std::string_view, 4> kHeads{"commission", "council", "authority",
                                                          "agency"};
  // "the LLOC Council of |Ministers|"
  const bool ministers = catalogue::fold(m.organ_words).find("minister") != std::string::npos;
  const std::uint32_t end = c_.doc.token_at(m.owner.end - 1) + 1;
  for (std::uint32_t t = c_.doc.token_at(m.owner.begin); t < end; ++t) {
    const bool region = c_.doc.is_capital(t) && c_.cue(t, circle_) != nullptr;
    const bool letters = ministers && c_.doc.shape(t) == text::Shape::upper;
    if (region || letters || c_.cue(t, c_.cues.organisation_head) != nullptr) return true;
  }
  return is_one_of(c_.lower(end - 1), kHeads);
}

}  // namespace rapporteur::meetings
