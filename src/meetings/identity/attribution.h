// Of which meeting a stretch of text speaks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// The mention stands in a clause beside the one that is told: "the Committee, |which had last met
// in Lima|, agreed".
[[nodiscard]] bool is_aside(const Context& context, const Drafts& drafts, std::uint32_t mention);

// Decides by the mentions of the token's sentence, the nearest first; a sentence without any goes
// on with the meeting of the one before it in its paragraph, a new paragraph returns to the main
// one. Teasers and captions speak of nothing but what they name.
class Attribution {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  // REQUIRES: !drafts.drafts.empty(); both outlive *this.
  Attribution(const Context& context, const Drafts& drafts);

  // The draft of which the words at `token` speak, or kNone.
  [[nodiscard]] std::size_t at(std::uint32_t token) const;
  // "Ashgabat is to host |it|": the draft that the sentence before names last, where the one of
  // `token` names none and says "it" or "them" behind that token; or kNone.
  [[nodiscard]] std::size_t meant_by_it(std::uint32_t token) const;
  // "As part of the preparations for the summit", "decisions taken during the visit": the meeting
  // is named only to place another one or a thing. `mention`: of Drafts::mentions.
  [[nodiscard]] bool is_background(std::uint32_t mention) const { return is_background_[mention]; }
  // Whether a mention of some draft stands in that sentence.
  [[nodiscard]] bool named_in(std::uint32_t sentence) const {
    return !mentions_in_[sentence].empty();
  }

  struct Place {
    std::uint32_t mention = 0;  // of Drafts::mentions
    std::size_t draft = 0;      // of Drafts::drafts
  };
  // The mentions of drafts in that sentence, in the order of the drafts.
  [[nodiscard]] const std::vector<Place>& in(std::uint32_t sentence) const {
    return mentions_in_[sentence];
  }

 private:
  [[nodiscard]] std::size_t told(std::uint32_t sentence) const;
  void find_background();
  // `ends`: per token, whether a background mention of the same sentence ends there.
  [[nodiscard]] bool follows_background(const Mention& m, const std::vector<bool>& ends) const;
  // In a sentence that tells of another meeting, the mention is there only to place that one;
  // `token` stands in no clause of its own behind it ("to prepare the summit, where A and B ...").
  [[nodiscard]] bool is_in_clause(TokenRange mention, std::uint32_t token) const;
  [[nodiscard]] bool is_closed_off(TokenRange mention, std::uint32_t token) const;
  [[nodiscard]] bool is_in_reason(TokenRange mention, std::uint32_t token) const;
  [[nodiscard]] bool leads_to_linked(const Place& place) const;
  [[nodiscard]] bool only_places(const Place& place, std::uint32_t token) const;

  struct Told {  // drafts with a mention in a sentence that is no background: two of them, or kNone
    std::size_t first = kNone;
    std::size_t second = kNone;
  };

  const Context& c_;
  const Drafts& drafts_;
  lexicon::CueClass background_;
  std::vector<std::vector<Place>> mentions_in_;  // per sentence
  std::vector<bool> is_background_;              // per mention
  std::vector<Told> told_in_;                    // per sentence
  std::vector<std::size_t> default_;             // per sentence
};

constexpr std::uint32_t kNearestReach = 25;  // tokens

// The draft whose mention stands nearest to `tokens` in their sentence, within kNearestReach, or
// null. What follows a mention is nearer than what precedes it; of equals the earlier draft.
Draft* nearest_draft(const Context& context, Drafts& drafts, const Attribution& attribution,
                     TokenRange tokens, std::uint32_t* distance = nullptr);

}  // namespace rapporteur::meetings
