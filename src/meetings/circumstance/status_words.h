// What the words around a meeting say of its status.
#pragma once

#include <optional>
#include <string_view>

#include "draft.h"

namespace rapporteur::meetings {

struct Verdict {
  record::Status status = record::Status::held;
  ByteSpan words;
  float confidence = 0;
  std::string_view rule;
  bool present = false;  // "opens", "is under way"
  bool simple = false;   // "opens": it has begun, or will begin
  bool stays = false;    // "is visiting"
};

// The stretch of the sentence around the mention, up to semicolons.
TokenRange clause_around(const Context& context, const Mention& mention);

// How many tokens lie between the two.
std::uint32_t gap(TokenRange a, TokenRange b);
// The same to a mention, without what is told of the meeting that it prepares.
std::uint32_t gap(TokenRange words, const Mention& mention);

// "postponed", "cancelled", "opened" near the mention.
std::optional<Verdict> status_by_word(const Context& context, const Mention& mention);

// "were to have met", "will not be meeting", "no session took place", "moved from 26 May to July":
// it did not come about, or not on its day.
std::optional<Verdict> status_unmet(const Context& context, const Mention& mention);

// "Three other sittings were called off: a meeting of the Committee; ...": what is said of all that
// the colon lists.
std::optional<Verdict> status_by_lead(const Context& context, const Mention& mention);

// "the report of the 41st session", "the outcomes of the 80th meeting": known by what it left, so
// that it is over.
bool is_known_by_product(const Context& context, const Mention& mention);
std::optional<Verdict> status_by_product(const Context& context, const Mention& mention);

// "Because of the accident it has been postponed": said of the main meeting by a pronoun.
std::optional<Verdict> status_by_pronoun(const Context& context);

// "|arrived| in Baku on Monday for an official visit": it has begun, whatever is to come of it.
std::optional<Verdict> status_by_arrival(const Context& context, const Mention& mention);

// The verb of the meeting itself: "sat", "will sit", "the Committee sits in May".
std::optional<Verdict> status_by_own_verb(const Context& context, const Mention& mention);

// "The Council |is holding| its session": it goes on, unless a day says otherwise.
std::optional<Verdict> status_by_present(const Context& context, const Mention& mention);

// "Six countries |are taking part|.": the same of the main meeting, by who is there now.
std::optional<Verdict> status_by_attendance(const Context& context, const Drafts& drafts);

// "The Minister |receives| his colleague today": news of what the day of the report is to bring,
// where no other verb tells of it.
std::optional<Verdict> status_by_news_of_today(const Context& context, const Mention& mention);

// By the tense of its clause.
std::optional<Verdict> status_by_tense(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
