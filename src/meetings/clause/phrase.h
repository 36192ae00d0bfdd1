// Phrases of a sentence: where a clause ends, what a list holds, which words of an item say it.
//
// There is no parser here. A clause is bounded by words that a table lists (data/lexicon/cues/
// phrase.tsv: auxiliaries, relatives, adjuncts) and by verbs of saying; what "and" joins is
// decided by the words beside it (twin.tsv: words that stay together, "peace and security").
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// The words of one item in reading order. Several pieces where a list shares its head:
// "trafficking of arms and narcotics" -> {"trafficking of", "narcotics"}.
struct Item {
  std::vector<TokenRange> pieces;
  [[nodiscard]] bool empty() const { return pieces.empty(); }
};

// Cheap to make; keeps references to the context only.
class Phrases {
 public:
  explicit Phrases(const Context& context);

  // The role that phrase.tsv gives to the words at `token` ("stop", "relative", "aux", ...), or
  // empty; `end` is set to the token after them.
  [[nodiscard]] std::string_view role(std::uint32_t token, std::uint32_t* end = nullptr) const;
  [[nodiscard]] bool has_role(std::uint32_t token, std::string_view wanted,
                              std::uint32_t* end = nullptr) const {
    TokenRange words;
    if (c_.cue(token, phrase_, wanted, &words) == nullptr) return false;
    if (end != nullptr) *end = words.end;
    return true;
  }
  // The speech act whose verb starts at `token`, or null.
  [[nodiscard]] const lexicon::Match* act(std::uint32_t token) const;
  [[nodiscard]] const catalogue::SpeechActForm& form(const lexicon::Match& match) const;
  // A finite verb of saying: "agreed", "stresses"; no gerund.
  [[nodiscard]] bool is_finite_act(std::uint32_t token) const;
  // The mention of the cast that starts at `token`, or null.
  [[nodiscard]] const names::Mention* mention_at(std::uint32_t token) const;
  // The last mention of the cast that ends at or before `token` and starts at `floor` or later.
  [[nodiscard]] const names::Mention* mention_before(std::uint32_t token,
                                                     std::uint32_t floor) const;

  [[nodiscard]] bool starts_time(std::uint32_t token) const;
  // A subordinate clause starts at `token`: "which", "where", "that" behind a noun.
  [[nodiscard]] bool opens_subordinate(std::uint32_t token) const;
  // A subject with its verb starts at `token`: "the two sides agreed", "he said".
  [[nodiscard]] bool starts_clause(std::uint32_t token, std::uint32_t limit) const;
  // Where the clause that goes on at `begin` ends, at `limit` at the latest. A `list` ends also
  // at adjuncts ("during the visit") and finite verbs; other contents keep their own verbs.
  [[nodiscard]] std::uint32_t clause_end(std::uint32_t begin, std::uint32_t limit, bool list) const;
  // Where the subject of the verb at `verb` starts, at `floor` at the earliest.
  [[nodiscard]] std::uint32_t subject_begin(std::uint32_t verb, std::uint32_t floor) const;

  // Where the aside begins that a comma closes right before `end`: "|the report, presented by the
  // Secretary|, was adopted"; `end` for none.
  [[nodiscard]] std::uint32_t before_aside(std::uint32_t begin, std::uint32_t end) const;

  // The items of a list of noun phrases, each trimmed, never empty, in order.
  [[nodiscard]] std::vector<Item> split(TokenRange list) const;
  // Without determiners, "issues of", trailing adverbs and punctuation; empty if nothing is left.
  [[nodiscard]] TokenRange trim(TokenRange range) const;
  // Without trailing punctuation, prepositions and determiners; `adverbs`: nor adverbs.
  [[nodiscard]] TokenRange trim_end(TokenRange range, bool adverbs) const;
  // "the report, |prepared| in May": of what stands before it.
  [[nodiscard]] bool tells_of_item(std::uint32_t first) const;
  // The first `words` words of the phrase or fewer, so that it ends at a natural boundary.
  [[nodiscard]] TokenRange shorten(TokenRange range, std::uint32_t words) const;

  // The range without brackets and what stands between a subject and its verb.
  [[nodiscard]] std::vector<TokenRange> without_asides(TokenRange range) const;

  // As the report words it, pieces and lines joined by one space.
  [[nodiscard]] std::string text(const Item& item) const;
  [[nodiscard]] std::vector<ByteSpan> spans(const Item& item) const;
  // Words that are no punctuation.
  [[nodiscard]] std::uint32_t count_words(const Item& item) const;
  // "bilateral", "cross-border": by its ending or its place in the tables.
  [[nodiscard]] bool is_adjective(std::uint32_t token) const;

 private:
  class ClauseEnd;
  struct Element;
  enum class Joint : std::uint8_t;
  [[nodiscard]] std::uint32_t behind_insertion(std::uint32_t t, TokenRange range) const;
  [[nodiscard]] bool is_bare_participle(std::uint32_t token) const;
  [[nodiscard]] bool is_comma(std::uint32_t token) const;
  [[nodiscard]] bool qualifies(std::uint32_t token) const;
  [[nodiscard]] bool clause_follows(std::uint32_t begin, std::uint32_t limit) const;
  [[nodiscard]] bool is_talking(std::uint32_t token) const;
  [[nodiscard]] bool is_saying(std::uint32_t token) const;
  [[nodiscard]] bool is_verb_before(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t relative_around(std::uint32_t token, std::uint32_t verb,
                                              std::uint32_t floor) const;
  [[nodiscard]] std::uint32_t subject_in_front(std::uint32_t at, std::uint32_t verb,
                                               bool sentence) const;
  [[nodiscard]] std::uint32_t subject_behind(std::uint32_t at, std::uint32_t verb,
                                             std::uint32_t floor) const;
  [[nodiscard]] std::uint32_t behind_that(std::uint32_t at, std::uint32_t verb,
                                          std::uint32_t floor) const;
  [[nodiscard]] std::uint32_t behind_adverbial(std::uint32_t begin, std::uint32_t verb) const;
  [[nodiscard]] bool bare_relative(std::uint32_t aux, std::uint32_t begin) const;
  [[nodiscard]] bool is_reporting(std::uint32_t begin, std::uint32_t token) const;
  [[nodiscard]] bool names_source(std::uint32_t begin, std::uint32_t limit) const;
  [[nodiscard]] bool opens_action(std::uint32_t token, bool bare) const;
  [[nodiscard]] bool opens_deed(std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t behind_relative(std::uint32_t relative, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t behind_aside(std::uint32_t comma, std::uint32_t limit) const;
  [[nodiscard]] bool ends_compound_adjective(std::uint32_t token) const;
  [[nodiscard]] bool inside_one_name(std::uint32_t conjunction) const;
  [[nodiscard]] bool are_twins(TokenRange left, TokenRange right) const;
  [[nodiscard]] bool share_head_noun(TokenRange left, TokenRange right) const;
  [[nodiscard]] std::uint32_t last_preposition(TokenRange range) const;
  [[nodiscard]] bool leads_to_aid(std::uint32_t comma, std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t behind_relative_at(std::uint32_t at, std::uint32_t limit) const;
  [[nodiscard]] std::vector<Element> elements(TokenRange list) const;
  void join_shared_heads(std::vector<Element>& parts) const;
  [[nodiscard]] Joint joint_of(TokenRange list, std::ptrdiff_t commas, TokenRange head,
                               TokenRange left, const Element& right, bool last) const;
  [[nodiscard]] std::vector<Item> finished(std::vector<Item> raw) const;
  [[nodiscard]] Item trimmed(const Item& item) const;
  [[nodiscard]] TokenRange without_venue(TokenRange range) const;
  void narrow(std::vector<Item>& items) const;
  [[nodiscard]] std::uint32_t repeated(TokenRange head, TokenRange right) const;
  [[nodiscard]] bool repeats(TokenRange head, TokenRange right) const;
  void spread(TokenRange range, std::vector<Item>& out) const;
  [[nodiscard]] bool is_container(TokenRange range) const;
  bool skip_verb(TokenRange& range) const;
  bool trim_front(TokenRange& range, bool& asked) const;
  bool trim_container(TokenRange& range) const;
  [[nodiscard]] TokenRange without_clause(TokenRange range) const;
  [[nodiscard]] bool asks(std::uint32_t token) const;
  [[nodiscard]] TokenRange asked_about(TokenRange range) const;
  [[nodiscard]] bool is_generic(TokenRange range) const;
  [[nodiscard]] bool names_interest(TokenRange range) const;
  [[nodiscard]] TokenRange behind_talk(TokenRange range) const;

  const Context& c_;
  lexicon::CueClass phrase_;
  lexicon::CueClass twin_;
  lexicon::CueClass meeting_head_;
  lexicon::CueClass outcome_;
};

// True if all words of one text, folded, are among those of the other.
bool says_the_same(std::string_view a, std::string_view b);

// Words that tell of talks start at `token`: "discuss", "talks on".
bool opens_talk(const Context& context, std::uint32_t token);

// Only running text and items of lists say what was discussed and agreed.
bool is_told(const text::Sentence& sentence);

}  // namespace rapporteur::meetings
