// The search for what was, or will be, talked about. One class, its parts by subject in
// agenda*.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clause/phrase.h"
#include "content/content_owner.h"
#include "draft.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

// Adds to the drafts it is made with, which outlive it.
class AgendaFinder {
 public:
  AgendaFinder(const Context& context, Statements& statements, Drafts& drafts);
  void run();

 private:
  void fields();
  void cues(TokenRange sentence);
  [[nodiscard]] bool in_result(std::uint32_t token, std::string_view value) const;
  [[nodiscard]] bool opens_list(TokenRange sentence) const;
  [[nodiscard]] bool is_heading(TokenRange sentence) const;
  [[nodiscard]] bool heads_programme(std::uint32_t sentence) const;
  bool item(const text::Sentence& s);
  bool numbered_item(const text::Sentence& s);
  [[nodiscard]] bool opens_tasks(TokenRange sentence) const;
  [[nodiscard]] std::uint32_t behind_task(std::uint32_t t, std::uint32_t limit) const;
  void go_on(const text::Sentence& before, const text::Sentence& s);
  void listed(const text::Sentence& s);
  [[nodiscard]] bool is_plain_list(TokenRange range, bool one) const;
  bool has_value(std::uint32_t token, std::string_view value, TokenRange* tokens = nullptr) const;
  [[nodiscard]] std::vector<TokenRange>::const_iterator first_mention(std::uint32_t token) const;
  [[nodiscard]] bool names_meeting(std::uint32_t begin, std::uint32_t end) const;

  // agenda_front.cpp: subjects at the front of a sentence
  void front(TokenRange sentence);
  [[nodiscard]] bool has_verb(TokenRange range) const;
  [[nodiscard]] bool opens_statement(std::uint32_t begin, TokenRange sentence) const;
  bool brings(TokenRange cue, TokenRange sentence);
  bool object(TokenRange cue, TokenRange sentence);
  bool label(TokenRange sentence);
  void heading(std::uint32_t sentence);
  void sections();
  [[nodiscard]] TokenRange section_title(std::uint32_t sentence) const;
  [[nodiscard]] bool tells_of_talks(std::uint32_t sentence) const;

  // agenda_cue.cpp: where the subjects stand
  [[nodiscard]] Tense tense_of(TokenRange cue, TokenRange sentence) const;
  [[nodiscard]] Tense tense_of_copula(std::uint32_t token, TokenRange sentence) const;
  bool handle(std::string_view value, TokenRange cue, TokenRange sentence);
  [[nodiscard]] bool inside_name(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t passive(std::uint32_t token, TokenRange sentence) const;
  [[nodiscard]] bool promised(std::uint32_t token, TokenRange sentence) const;
  [[nodiscard]] bool is_circumstance(std::uint32_t token) const;
  [[nodiscard]] bool agreed(std::uint32_t token, TokenRange sentence) const;
  [[nodiscard]] std::uint32_t list_begin(std::uint32_t verb, TokenRange sentence) const;
  [[nodiscard]] std::uint32_t behind_deed(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool is_denied(std::uint32_t token, TokenRange sentence) const;
  bool verb(bool soft, TokenRange cue, TokenRange sentence);
  bool after(TokenRange cue, TokenRange sentence);
  bool after_on(TokenRange cue, TokenRange sentence);
  bool before(TokenRange cue, TokenRange sentence);
  bool goal(TokenRange cue, TokenRange sentence);
  [[nodiscard]] bool is_somebody(std::uint32_t begin, std::uint32_t end) const;
  bool topic(TokenRange cue, TokenRange sentence);
  bool topic_before(std::uint32_t copula, TokenRange sentence);
  bool topic_behind(std::uint32_t end, TokenRange sentence);
  [[nodiscard]] std::uint32_t behind_copula(std::uint32_t t, std::uint32_t end) const;

  // agenda_beside.cpp: what stands around a cue
  [[nodiscard]] std::uint32_t inverted(std::uint32_t auxiliary, TokenRange cue,
                                       TokenRange sentence) const;
  [[nodiscard]] std::uint32_t behind_remark(std::uint32_t begin, TokenRange sentence) const;
  [[nodiscard]] std::uint32_t own_clause(std::uint32_t begin, std::uint32_t end) const;
  void examples(std::uint32_t begin, TokenRange sentence);
  bool discussed_by(std::uint32_t by, TokenRange sentence);
  bool also(std::uint32_t begin, TokenRange sentence);
  bool apart(TokenRange cue, TokenRange sentence);

  // agenda_group.cpp: who talks
  [[nodiscard]] bool group_acts(std::uint32_t token, TokenRange sentence) const;
  [[nodiscard]] bool two_act(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool is_offered(std::uint32_t to, TokenRange sentence) const;

  // agenda_issue.cpp: sentences that name the subjects as such
  void clefts(TokenRange sentence);
  void issues(TokenRange sentence);
  bool issues_first(TokenRange sentence);
  [[nodiscard]] bool tells_deed(std::uint32_t t) const;
  bool issues_last(std::uint32_t copula, TokenRange sentence);
  bool cleft(std::uint32_t copula, TokenRange sentence);
  [[nodiscard]] bool is_work_on_meeting(std::uint32_t begin) const;
  bool take_subject(std::uint32_t copula, TokenRange sentence);

  // agenda_item.cpp: which words are one
  void skip_deed(Item& item) const;
  void skip_company(Item& item) const;
  [[nodiscard]] std::uint32_t behind_inserted(std::uint32_t t, TokenRange sentence) const;
  [[nodiscard]] std::uint32_t behind_circumstances(std::uint32_t begin, TokenRange sentence) const;
  [[nodiscard]] std::uint32_t behind_place(std::uint32_t begin) const;
  bool brought_along(std::uint32_t end, TokenRange sentence);
  [[nodiscard]] bool is_manner(std::uint32_t t) const;
  bool take_after(std::uint32_t begin, TokenRange sentence, float confidence);
  bool behind_colon(std::uint32_t from, std::uint32_t to, TokenRange sentence);
  [[nodiscard]] std::uint32_t behind_company(std::uint32_t with, TokenRange sentence) const;
  bool take(std::uint32_t begin, std::uint32_t end, float confidence);
  [[nodiscard]] TokenRange without_place(TokenRange words, const record::Meeting& m) const;
  [[nodiscard]] bool says_so(TokenRange words) const;
  [[nodiscard]] bool quoted(std::uint32_t begin, std::uint32_t end) const;
  bool add(std::size_t d, Item item, float confidence);
  [[nodiscard]] bool acts(std::uint32_t t) const;
  [[nodiscard]] bool is_person(const Item& item) const;
  [[nodiscard]] bool is_meeting(const Item& item) const;

  const Context& c_;
  Statements& statements_;
  Drafts& drafts_;
  Phrases phrases_;
  ContentOwner owner_;
  std::vector<TokenRange> named_;  // of all mentions, sorted
  // The first token of each mention with its draft, sorted.
  std::vector<std::pair<std::uint32_t, std::size_t>> draft_at_;
  std::uint32_t cue_ = 0;            // the token at which the present cue starts
  Tense tense_ = Tense::open;        // of the present cue
  std::vector<TokenRange> results_;  // contents of the present sentence's results
  bool tasks_ = false;               // the items of the present list start with a verb
  std::uint32_t list_at_ = kNobody;  // the paragraph in which the next item of a list would stand
  std::size_t list_begin_ = 0;       // the first item of the present list
  std::uint32_t used_ = 0;           // the token up to which cues have been used up
};

}  // namespace rapporteur::meetings
