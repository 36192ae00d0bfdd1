// Whether what somebody says or does is an outcome of a meeting, and how surely.
#pragma once

#include <cstddef>
#include <string_view>

#include "content/content_owner.h"
#include "draft.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

// Acts whose objects are papers.
[[nodiscard]] bool is_documentary(std::string_view act);

// Acts done to a thing, which is the outcome: "doubled the quota", "put off the vote".
[[nodiscard]] bool is_measure(std::string_view act);

// "|take place in Lima|", "|will be held on Monday|", "that |Peru will host|", "|for 12 September
// in Lima|": where and when another meeting is.
[[nodiscard]] bool tells_of_place(const Context& context, TokenRange content);

class OutcomeJudge {
 public:
  // All outlive *this.
  OutcomeJudge(const Context& context, const Drafts& drafts, const ContentOwner& owner)
      : c_(context), drafts_(drafts), owner_(owner), instrument_(context.cues.instrument) {}

  // A meeting that did not take place has no outcome, one to come only papers to be signed.
  [[nodiscard]] bool may_have(std::size_t draft, const Statement& s) const;
  // 0: no outcome.
  [[nodiscard]] float confidence(const Statement& s, std::size_t draft) const;
  // "The sides will set up a commission": what they will do is what they agreed.
  [[nodiscard]] static bool is_undertaking(const Statement& s);
  [[nodiscard]] bool tells_of_attendance(TokenRange content) const;
  [[nodiscard]] bool names_paper(TokenRange range) const;

 private:
  [[nodiscard]] bool is_history(const Statement& s, std::size_t draft) const;
  [[nodiscard]] bool was_done_before(const Statement& s) const;
  [[nodiscard]] bool is_deed_of_time(const Statement& s) const;
  [[nodiscard]] bool is_remark(const Statement& s) const;
  [[nodiscard]] bool counts_alone(const Statement& s) const;
  [[nodiscard]] bool thanks(const Statement& s) const;
  [[nodiscard]] bool clausal(const Statement& s) const;

  const Context& c_;
  const Drafts& drafts_;
  const ContentOwner& owner_;
  lexicon::CueClass instrument_;
};

}  // namespace rapporteur::meetings
