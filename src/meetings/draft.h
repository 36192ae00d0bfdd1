// What the steps of this layer hand from one to the next.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cues.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/lexicon/lexicon.h"
#include "rapporteur/meetings/extractor.h"
#include "rapporteur/names/cast.h"
#include "rapporteur/record/reading.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"

namespace rapporteur::meetings {

using catalogue::npos;
using names::kNobody;
using names::Named;
using text::TokenRange;

// The shared view of one report. Cheap to pass by reference; owns nothing.
struct Context {
  const catalogue::Catalogue& catalogue;
  const lexicon::Lexicon& lexicon;
  const Cues& cues;
  const text::Document& doc;
  const lexicon::Matches& matches;
  const tagger::Tags& tags;
  const names::Cast& cast;
  const std::vector<time::Expression>& times;
  const record::Report& report;
  const tagger::ContentTagger* content_tagger;  // or null
  TokenRange dateline;  // "BEIJING, Aug. 22 (Agency) -"; empty if the text has none

  [[nodiscard]] std::string_view lower(std::uint32_t token) const {
    return token < doc.size() ? doc.lower(token) : std::string_view();
  }
  // Behind the last token stands an empty sentence.
  [[nodiscard]] TokenRange sentence(std::uint32_t token) const {
    if (token >= doc.size()) return {doc.size(), doc.size()};
    return doc.sentences()[doc.sentence_of(token)].tokens;
  }
  // The expressions of time that touch `tokens`, in order. Cost: O(log expressions).
  [[nodiscard]] std::span<const time::Expression> times_in(TokenRange tokens) const;
  // The expression that covers the token, or null.
  [[nodiscard]] const time::Expression* time_at(std::uint32_t token) const;
  // The same if it is a known date; else null.
  [[nodiscard]] const time::Expression* date_at(std::uint32_t token) const;
  // The position of one of `times`.
  [[nodiscard]] std::uint32_t index_of(const time::Expression& e) const {
    return static_cast<std::uint32_t>(&e - times.data());
  }
  // The date stands in the dateline ("BEIJING, (Agency - 22nd Aug, 2022) :").
  [[nodiscard]] bool in_dateline(const time::Expression& e) const;
  // The words of `span`, line breaks as spaces.
  [[nodiscard]] std::string words(ByteSpan span) const;
  // The cue of that class at `token`, or null; `tokens` is its extent.
  const lexicon::Cue* cue(std::uint32_t token, lexicon::CueClass wanted,
                          TokenRange* tokens = nullptr) const {
    const lexicon::Match* match = nullptr;
    const lexicon::Cue* found = lexicon.cue_at(matches, token, wanted, &match);
    if (found != nullptr && tokens != nullptr) *tokens = match->tokens;
    return found;
  }
  // The same with that value, though a longer one may have another.
  const lexicon::Cue* cue(std::uint32_t token, lexicon::CueClass wanted, std::string_view value,
                          TokenRange* tokens = nullptr) const {
    const lexicon::Match* match = nullptr;
    const lexicon::Cue* found = lexicon.cue_at(matches, token, wanted, value, &match);
    if (found != nullptr && tokens != nullptr) *tokens = match->tokens;
    return found;
  }
};

// One place where the report names a meeting.
struct Mention {
  TokenRange tokens;  // the whole phrase: "17th Meeting of Security Council Secretaries of the SCO"
  TokenRange trigger;   // its head or verb
  TokenRange prepared;  // what is told of it, in a sentence on a meeting that prepares it
  TokenRange ahead;     // what is told there of the meeting that this one prepares
  std::uint32_t sentence = 0;
  std::string_view kind;  // value of the trigger's cue: "summit", "meeting", "talks", ...
  bool verbal = false;
  bool definite = false;  // "the", "this": may refer back
  bool fresh = false;     // "another", "a", "next", "previous": does not
  bool in_headline = false;
  bool trip = false;            // "left for Lima": a visit if nothing else is told of it
  bool group = false;           // "the leaders met": whoever they are
  bool received_group = false;  // "received the heads of the delegations", whoever they are
  bool unnamed = false;         // by an office without its name: "the President received X"
  bool told_guests = false;     // "the three were received by X": those of whom was told
  bool closing = false;         // a signing of the paper that ends a meeting
  bool apart = false;           // a signing told as an event of its own
  bool before_leaders = false;  // a signing at which those who met look on
  bool dealt = false;           // "discussed with": in what way is left open
  bool own_day = false;         // its `time` is told as its own, whatever day stands nearer
  bool top_level = false;       // of "leaders", "presidents": heads of state or government
  std::string_view relation;    // "next", "previous" by its adjective; else empty
  Named organisation;           // of Catalogue::bodies()
  Named organ;                  // a known one
  std::string organ_words;      // as worded, where the catalogue has none ("Foreign Ministers")
  ByteSpan organ_span;
  ByteSpan owner;  // an organisation that no table knows, by its words
  int ordinal = 0;
  ByteSpan ordinal_span;
  std::vector<Named> states;           // "India-Pakistan talks", "talks with Japan"
  std::vector<std::uint32_t> people;   // of Cast::people, inside the phrase or as its subject
  std::vector<std::uint32_t> objects;  // those of `people` who are met, where the words tell
  std::uint32_t sides_of = kNobody;    // the mention of those who "last met" here
  std::uint32_t time = kNobody;        // of Context::times, inside or beside the phrase
  Named place;                         // of Catalogue::places(); words only where unknown
  Named country;                       // of Catalogue::states()
};

// One meeting of the report while it is put together.
struct Draft {
  std::vector<std::uint32_t> mentions;  // of Drafts::mentions
  record::Meeting meeting;
  bool bilateral = false;                // between two states rather than of a body
  std::vector<std::uint32_t> sentences;  // that speak of it, sorted, without duplicates
};

struct Drafts {
  std::vector<Mention> mentions;  // in the order of the text
  std::vector<Draft> drafts;      // in the order of first mention
  std::size_t main = 0;           // the draft that the report is about; REQUIRES: !drafts.empty()

  void set_main(std::size_t draft) {
    drafts[main].meeting.main = false;
    drafts[draft].meeting.main = true;
    main = draft;
  }
};

// A report of hundreds of meetings is a list: what stood far above is not spoken of again. The
// first draft that may still be.
inline std::size_t oldest_draft(const Drafts& drafts) {
  constexpr std::size_t kWindow = 256;
  return drafts.drafts.size() > kWindow ? drafts.drafts.size() - kWindow : 0;
}

class Statements;  // statement.h

// The steps, in the order in which they run. Each adds to `drafts` only what its name says.
std::vector<Mention> find_mentions(const Context& context);                 // mention.cpp
void name_organs(const Context& context, std::vector<Mention>&);            // organ_name.cpp
void add_successions(const Context& context, std::vector<Mention>&);        // succession.cpp
void complete_short_organs(const Context& context, std::vector<Mention>&);  // organ_short.cpp
void split_rows(const Context& context, std::vector<Mention>&);             // row_list.cpp
void add_listed_editions(const Context& context, std::vector<Mention>&);    // listed_editions.cpp
void split_owners(const Context& context, std::vector<Mention>&);           // organ_owner.cpp
// "Council of Ministers of the |Inland Waters Cooperation Organisation|": the organisation that no
// table knows, at the end of the name of its organ; or nothing. organ_owner.cpp
[[nodiscard]] TokenRange owner_within(const Context& context, TokenRange organ);
Drafts draft_meetings(const Context& context, std::vector<Mention>);     // merge.cpp
void add_identity(const Context& context, Drafts& drafts);               // identity.cpp
void add_status(const Context& context, Drafts& drafts);                 // status.cpp
void add_circumstances(const Context& context, Drafts& drafts);          // circumstance.cpp
void add_rescheduling(const Context& context, Drafts& drafts);           // rescheduling.cpp
void add_stretches(const Context& context, Drafts& drafts);              // stretch.cpp
void add_roles(const Context& context, Drafts& drafts);                  // role.cpp
void add_participants(const Context& context, Drafts& drafts);           // participant.cpp
void add_agenda(const Context& context, Statements&, Drafts& drafts);    // agenda.cpp
void add_outcomes(const Context& context, Statements&, Drafts& drafts);  // outcome.cpp
void add_marked_content(const Context& context, Drafts& drafts);         // marked_content.cpp
void add_positions(const Context& context, Statements&,                  // position.cpp
                   std::vector<record::Position>& out);
void add_instruments(const Context& context, Statements&, Drafts& drafts);     // instrument.cpp
void add_links(const Context& context, Drafts& drafts);                        // link.cpp
void add_surroundings(const Context& context, Drafts& drafts);                 // surroundings.cpp
void add_holdings(const Context& context, std::vector<record::Holding>& out);  // participant.cpp

}  // namespace rapporteur::meetings
