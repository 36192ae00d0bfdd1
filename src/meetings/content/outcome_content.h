// What kind of words a result is told in: a list of nouns, a thing with an apposition, a place.
#pragma once

#include <cstdint>
#include <vector>

#include "clause/phrase.h"
#include "draft.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

class OutcomeContent {
 public:
  // Both outlive *this.
  OutcomeContent(const Context& context, const Phrases& phrases)
      : c_(context), phrases_(phrases), outcome_(context.cues.outcome) {}

  // "the rule of law, free trade and peace": three things or more and no verb.
  [[nodiscard]] bool is_noun_list(const Statement& s) const;
  // "|a seat for Indonesia|, third-biggest grower, whenever it cares to take it"
  [[nodiscard]] TokenRange core(TokenRange content) const;
  // "chose |water as the theme|"
  [[nodiscard]] bool is_theme(TokenRange content) const;
  // "the Declaration of Tena|, a paper which| will guide the work"
  [[nodiscard]] std::uint32_t before_apposition(TokenRange content) const;
  [[nodiscard]] bool has_cover(TokenRange content) const;
  // "six projects in trade", "visas", "customs": bare words that the head of the first governs.
  [[nodiscard]] bool is_one_thing(const std::vector<Item>& parts) const;
  // "in Monterrey, |Mexico|"
  [[nodiscard]] bool is_place(TokenRange range) const;
  // "signed |a development plan|", but no book.
  [[nodiscard]] bool is_signed_thing(const Statement& s) const;
  // "a protocol on trade and a |plan on water| were signed": no meeting, with an article of its
  // own.
  [[nodiscard]] bool is_further_thing(TokenRange words) const;
  // "said that |the meeting was held in Rome|"
  [[nodiscard]] bool tells_of_meeting(TokenRange content) const;

 private:
  [[nodiscard]] bool is_verb(std::uint32_t token) const;
  [[nodiscard]] bool has_list_inside(TokenRange content) const;

  const Context& c_;
  const Phrases& phrases_;
  lexicon::CueClass outcome_;
};

}  // namespace rapporteur::meetings
