// The search for statements in one sentence. One class, its parts by subject in statement_*.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "clause/word_form.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

inline bool is_future(std::string_view word) {
  return word == "will" || word == "would" || word == "shall" || word == "should" ||
         word == "may" || word == "might" || word == "could" || word == "can" || word == "must";
}

// A verb with what stands right before it.
struct Verb {
  TokenRange tokens;
  std::uint32_t begin = 0;  // of its auxiliaries
  std::string_view act;
  catalogue::ActClass act_class = catalogue::ActClass::outcome;
  catalogue::VerbForm form = catalogue::VerbForm::past;
  bool passive = false;
  bool future = false;
  bool whole = false;         // the words belong to the content
  bool settlement = false;    // "agreement was reached on": nobody is its subject
  bool noun = false;          // "the adoption of": what follows is a list of things
  std::uint32_t carrier = 0;  // of a noun: "|announced| the opening of"
};

// Used once: run() or lead() empties it.
class StatementFinder {
 public:
  StatementFinder(const Context& context, const Phrases& phrases, TokenRange sentence);
  // All statements, in order; `lead` as find_statements has it.
  std::vector<Statement> run(const Lead* lead);
  // What the items below the sentence take over from it.
  [[nodiscard]] std::optional<Lead> lead();
  // One of plain_results.
  [[nodiscard]] std::optional<Statement> plain(bool joint) const;

 private:
  static constexpr std::uint32_t kLongestAdverbial = 14;  // tokens between those commas
  static constexpr std::uint32_t kColonReach = 10;        // tokens from a verb to the colon
  static constexpr std::uint32_t kChairReach = 6;         // tokens from "presidency" to "passes to"
  static constexpr std::uint32_t kCarrierReach = 8;  // tokens from "witnessed" to "the signing of"
  static constexpr std::uint32_t kLongestFront = 3;  // tokens of "The other main decisions"
  static constexpr std::uint32_t kLongestLabel = 6;  // tokens of "The main decisions taken:"

  struct Subject {
    Voice voice = Voice::nobody;
    TokenRange tokens;
  };

  [[nodiscard]] std::string_view lower(std::uint32_t t) const {
    return t < s_.end ? c_.lower(t) : std::string_view();
  }
  [[nodiscard]] bool has_value(std::uint32_t token, std::string_view value,
                               std::uint32_t* end = nullptr) const {
    TokenRange words;
    if (c_.cue(token, outcome_, value, &words) == nullptr) return false;
    if (end != nullptr) *end = words.end;
    return true;
  }

  // Where there is none, no has_value() can be: asked once instead of for one value after another.
  [[nodiscard]] bool has_outcome(std::uint32_t token) const {
    return c_.cue(token, outcome_) != nullptr;
  }

  // statement_verb.cpp: verbs
  static bool is_prospect(std::string_view word);
  [[nodiscard]] std::uint32_t first_word() const;
  [[nodiscard]] bool is_enumerator(std::uint32_t t) const;
  [[nodiscard]] bool is_denied(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::optional<Verb> verb_at(std::uint32_t t) const;
  [[nodiscard]] std::optional<Verb> noun_at(std::uint32_t t) const;
  [[nodiscard]] bool closes_before(std::uint32_t with) const;
  [[nodiscard]] bool opens_thing(std::uint32_t t) const;
  [[nodiscard]] bool is_closing(std::uint32_t gerund) const;
  [[nodiscard]] bool is_manner(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t auxiliaries_before(Verb& v) const;
  [[nodiscard]] std::uint32_t that_behind(std::uint32_t begin) const;
  [[nodiscard]] bool is_thought(const Verb& v) const;
  [[nodiscard]] bool in_gerund_list(std::uint32_t comma) const;
  bool place_verb(Verb& v) const;
  [[nodiscard]] catalogue::VerbForm form_of(TokenRange verb) const;
  [[nodiscard]] bool gerund_tells(const Verb& v) const;
  [[nodiscard]] bool third_tells(const Verb& v) const;
  [[nodiscard]] std::uint32_t before_insertion(std::uint32_t at) const;
  [[nodiscard]] bool is_aside(std::uint32_t at, std::uint32_t behind) const;
  [[nodiscard]] bool with_group(std::uint32_t at) const;
  [[nodiscard]] bool is_attribute(std::uint32_t at, std::uint32_t behind) const;
  [[nodiscard]] bool is_reduced(std::uint32_t at) const;
  [[nodiscard]] bool has_auxiliary(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool subject_ends_at(std::uint32_t at) const;

  // statement_attitude.cpp: attitudes
  [[nodiscard]] std::optional<Verb> attitude_at(std::uint32_t t) const;
  [[nodiscard]] bool utters(std::uint32_t t) const;

  // statement_subject.cpp: subjects
  [[nodiscard]] Voice voice_of(const names::Mention& m) const;
  [[nodiscard]] bool speaks_for_others(TokenRange range) const;
  [[nodiscard]] bool is_told_by_speaker(std::uint32_t clause) const;
  [[nodiscard]] Subject judge(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] static Voice voice_of_pronoun(std::string_view word);
  [[nodiscard]] std::optional<Voice> voice_of_names(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] Voice voice_of_noun(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] Voice voice_of_tags(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool has_of(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool has_and(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] Subject subject_of(const Verb& v) const;
  [[nodiscard]] Subject first_subject(std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t noun_end(std::uint32_t begin, std::uint32_t end) const;

  // statement_active.cpp: what is said
  bool say(const Verb& v);
  [[nodiscard]] bool is_parted(const Verb& v) const;
  [[nodiscard]] Subject active_subject(const Verb& v) const;
  bool say_of(const Subject& who, const Verb& v, Statement s);
  [[nodiscard]] bool is_hollow(const Verb& v) const;
  [[nodiscard]] bool is_thought_of(const Subject& who, const Verb& v) const;
  [[nodiscard]] bool lacks_clause(const Verb& v) const;
  bool say_content(const Verb& v, Statement s);
  [[nodiscard]] std::uint32_t behind_addressee(const Verb& v, std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t kernel_of(const Verb& v, std::uint32_t begin) const;
  [[nodiscard]] bool is_elsewhere(const Verb& v, std::uint32_t begin) const;
  [[nodiscard]] bool pays_call(const Verb& v) const;
  bool say_on_topic(Statement s);
  bool takes_chair(const Verb& v, Statement s);
  bool trails(const Verb& v, Statement s);
  [[nodiscard]] static bool takes_clause(const Verb& v);
  [[nodiscard]] bool wants_clause(const Verb& v) const;
  [[nodiscard]] bool is_wish(std::uint32_t begin) const;
  [[nodiscard]] bool nested(const Verb& v, const Statement& s) const;

  // statement_nominal.cpp: what is said by a noun, or of nobody
  bool say_noun(const Verb& v, Statement s);
  bool say_settlement(const Verb& v, Statement s);
  bool say_whole(const Verb& v, Statement s);
  bool say_nominal(const Verb& v, Statement s);

  // statement_passive.cpp: the passive
  bool say_passive(const Verb& v, Statement s);
  bool say_that(const Verb& v, Statement s);
  bool trails_it(const Verb& v, Statement s, std::uint32_t begin);
  bool say_which(const Verb& v, Statement s, std::uint32_t which);
  bool say_around(const Verb& v, Statement s, std::uint32_t begin);
  bool say_it(const Verb& v, Statement s);
  bool say_this(Statement s, std::uint32_t begin);
  bool say_of_subject(const Verb& v, Statement s, std::uint32_t begin);
  bool say_nothing(const Verb& v, Statement s, std::uint32_t begin);
  [[nodiscard]] bool is_reporters(const Verb& v) const;
  [[nodiscard]] bool is_past_day(const Verb& v) const;
  [[nodiscard]] bool inside_result(const Verb& v) const;
  [[nodiscard]] bool names_founded(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t which_before(const Verb& v) const;
  [[nodiscard]] std::uint32_t stance_of(const Verb& v, std::uint32_t begin) const;

  // statement_thing.cpp: what was done to things and people
  bool say_thing(const Verb& v, Statement s, TokenRange thing);
  bool say_charged(const Verb& v, Statement s, std::uint32_t begin);
  bool say_appointed(const Verb& v, Statement s, std::uint32_t begin);
  bool closes_with(std::uint32_t t);
  bool lists_results(std::uint32_t t);
  [[nodiscard]] bool starts_with_paper(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t paper_begin(std::uint32_t begin, std::uint32_t end) const;

  // statement_plain.cpp: results without a word of agreement
  [[nodiscard]] bool is_promise(std::uint32_t t) const;
  [[nodiscard]] bool is_deed(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t behind_topic(std::uint32_t t) const;
  [[nodiscard]] bool names_both(std::uint32_t first) const;
  [[nodiscard]] std::uint32_t behind_promise(std::uint32_t t) const;
  bool cleft(std::uint32_t t);
  bool papers_behind(std::uint32_t t);
  bool done_ahead(std::uint32_t t);
  [[nodiscard]] std::uint32_t agreement_behind(std::uint32_t begin) const;
  bool agreed_on_front();
  bool wins(std::uint32_t t);

  // statement_content.cpp: contents
  [[nodiscard]] std::uint32_t content_begin(std::uint32_t t) const;
  [[nodiscard]] bool opens_quote_or_sum(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t behind_adverbial(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t matter_behind_day(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t behind_circumstance(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t behind_insertions(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t behind_comma_pair(std::uint32_t comma) const;
  [[nodiscard]] bool in_phrase(std::uint32_t t) const;
  void add_contents(Statement s, std::uint32_t begin);
  [[nodiscard]] std::uint32_t further_paper(const Statement& s, std::uint32_t t) const;
  [[nodiscard]] std::uint32_t parallel_verb(std::uint32_t from, std::uint32_t t,
                                            bool infinitive) const;
  [[nodiscard]] bool is_base_act(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t cut_adjunct(std::uint32_t begin, std::uint32_t end) const;

  // statement_lead.cpp: lists
  [[nodiscard]] bool opens_list(std::uint32_t begin, std::uint32_t end) const;
  bool follow(const Lead& lead);
  [[nodiscard]] std::optional<Verb> bare_verb(std::uint32_t end) const;
  [[nodiscard]] bool names_results(std::uint32_t end) const;
  [[nodiscard]] std::optional<Verb> paper_lead(std::uint32_t end) const;
  bool say_labelled();
  bool run_in_list();
  bool chair_passes(std::uint32_t t);
  [[nodiscard]] std::optional<Verb> hands_chair(std::uint32_t t) const;
  void say_terms();
  [[nodiscard]] std::uint32_t colon_behind(std::uint32_t begin) const;
  bool add_listed(Statement s, std::uint32_t begin);

  const Context& c_;
  const Phrases& p_;
  const TokenRange s_;
  const lexicon::CueClass outcome_;
  const lexicon::CueClass noun_;
  const text::Document& doc_;
  const bool headline_;  // its capitals say nothing
  std::vector<Statement> out_;
  Subject last_;  // of the verb before
};

}  // namespace rapporteur::meetings
