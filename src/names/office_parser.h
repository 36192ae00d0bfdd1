// The parser of one office; find_offices.cpp decides where offices are.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rapporteur/names/office.h"

namespace rapporteur::names {

// Parses the office of one head, once.
class Parser {
 public:
  // `floor`: where the office before this one ends.
  Parser(const Text& text, const lexicon::Match& head, std::uint32_t floor);

  [[nodiscard]] Office parse();

 private:
  using Label = tagger::Label;
  using Tag = tagger::Tag;
  using TokenRange = text::TokenRange;
  using Match = lexicon::Match;
  using Channel = lexicon::Channel;

  [[nodiscard]] TokenRange sentence_tokens() const;
  [[nodiscard]] std::string_view lower(std::uint32_t t) const;
  void set_state(const Tag& tag);
  void set_body(const Tag& tag);
  // The longest match of `channel` that ends at `end`, or null.
  [[nodiscard]] const Match* ending_at(std::uint32_t end, Channel channel) const;
  // The way from the head to the left.
  struct Front {
    std::uint32_t at;       // what stands before it is still to be looked at
    std::uint32_t wording;  // where the words of the office itself begin
  };
  enum class Step : std::uint8_t { none, moved, stop };
  void left();
  Step over_genitive(Front& f);
  Step over_letters(Front& f);
  Step over_name(Front& f);
  Step over_title_word(Front& f);
  Step over_joint(Front& f);
  Step over_epithet(Front& f);
  Step over_capital(Front& f);
  [[nodiscard]] bool is_department(std::uint32_t t) const;
  [[nodiscard]] bool is_predicate(std::uint32_t t) const;
  // Holders of the office serve another: "Adviser to the US President".
  [[nodiscard]] bool serves() const;
  void body_within();
  void european();
  [[nodiscard]] bool serves_state() const;
  [[nodiscard]] bool is_hyphen(std::uint32_t t) const;
  [[nodiscard]] bool is_regional() const;
  [[nodiscard]] bool ends_honorific(std::uint32_t end) const;
  [[nodiscard]] bool is_headline_verb(std::uint32_t token) const;
  // "on |Friday|", "|Tuesday| Saudi Minister", "|With| Minister A": no word of an office.
  [[nodiscard]] bool is_date(std::uint32_t t) const;
  [[nodiscard]] bool starts_sentence(std::uint32_t t) const { return t == sentence_.begin; }
  bool take_owner(const Tag& owner);
  bool take_capital(const Tag& owner);
  [[nodiscard]] bool is_capital_city(const Tag& tag) const;
  // The state whose capital it is, where none is known.
  void take_seat(const Tag& capital);
  [[nodiscard]] bool is_organ(const Tag& tag) const;
  [[nodiscard]] bool is_chair() const;
  [[nodiscard]] bool is_minister() const;
  [[nodiscard]] bool is_envoy() const;
  [[nodiscard]] bool closes_with_and(std::uint32_t at) const;
  [[nodiscard]] bool is_region(TokenRange name) const;
  static bool is_preposition(std::string_view word);
  static bool is_determiner(std::string_view word);
  void right();
  std::uint32_t behind_short_name(std::uint32_t at);
  std::uint32_t behind_sender(std::uint32_t at);
  std::uint32_t behind_bare_body(std::uint32_t at);
  [[nodiscard]] std::uint32_t behind_charge(std::uint32_t at) const;
  [[nodiscard]] bool leads_to_unit(std::uint32_t at) const;
  std::uint32_t own_seat(std::uint32_t at);
  std::uint32_t seat_of_unit(std::uint32_t at);
  [[nodiscard]] std::uint32_t behind_country(const Tag& town) const;
  [[nodiscard]] bool leads_to_person(std::uint32_t at) const;
  static bool is_unit(std::string_view word);
  // "Director, Ministry of Foreign Affairs", "Secretary (East)": the end of it, or `at`.
  std::uint32_t own_unit(std::uint32_t at);
  // Takes what follows a preposition that stands at `from`; the complement starts at `begin`.
  // The end of it, or `from` if it is none.
  std::uint32_t complement(std::uint32_t from, std::uint32_t begin, std::string_view preposition);
  [[nodiscard]] std::uint32_t majesty(std::uint32_t begin) const;
  // "water department", "parliaments": an organ in lower case that starts at `begin`. Its end, or
  // `begin`.
  [[nodiscard]] std::uint32_t organ_noun(std::uint32_t begin) const;
  // "of Russia's Security Council", "of the Lao National Assembly": the organ, whose preposition
  // stands at `from`, starts at `begin`. Its end, or `from`.
  [[nodiscard]] bool is_short_name(std::uint32_t at) const;
  std::uint32_t organ_of_state(std::uint32_t from, std::uint32_t begin);
  // "Head of the GCC |Department|"
  [[nodiscard]] bool is_desk(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_own_state(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_group(std::uint32_t at) const;
  [[nodiscard]] bool stays_at_home() const;
  [[nodiscard]] bool is_sent() const;
  [[nodiscard]] bool is_place_of_stay(const tagger::Tag& tag) const;
  [[nodiscard]] bool is_agency(const tagger::Tag& tag) const;
  [[nodiscard]] std::uint32_t behind_states(std::uint32_t at) const;
  [[nodiscard]] bool leads_to_envoy(const Match& office) const;
  // An office that is only the start of a portfolio: "Minister of State for Trade".
  [[nodiscard]] bool is_phrase_office(std::uint32_t begin) const;
  // "Chief of Staff to the President of X": the inner office belongs to the wording, its state to
  // the whole.
  std::uint32_t nested(std::uint32_t from, const Match& inner);
  // "Foreign Affairs and Trade", "Economic Development", "tourism".
  std::uint32_t subject_matter(std::uint32_t from, std::uint32_t begin);
  [[nodiscard]] std::uint32_t with_twin(std::uint32_t head) const;
  [[nodiscard]] std::uint32_t owned_portfolio(std::uint32_t end) const;
  [[nodiscard]] bool is_owned_list(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t front_list(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t list_before(std::uint32_t at, std::uint32_t wording) const;
  [[nodiscard]] std::uint32_t matter_end(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool names_matter(std::uint32_t at) const;
  [[nodiscard]] bool owns_matter(std::uint32_t at) const;
  [[nodiscard]] bool leads_to_office(std::uint32_t at) const;
  std::uint32_t more_matter();
  [[nodiscard]] bool holds_and(TokenRange r) const;
  // "of Trade, Industry and Crafts": after the comma comes a portfolio word and then "and" or ",".
  [[nodiscard]] bool list_goes_on(std::uint32_t at) const;
  // The end of one piece of subject matter at `at`, or `at`.
  [[nodiscard]] std::uint32_t subject_word(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_member_states(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t end_of_unit(const Tag& tag) const;
  [[nodiscard]] std::uint32_t matter_beside(std::uint32_t at) const;
  [[nodiscard]] bool is_to_come(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_count(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_count_of_members(std::uint32_t at) const;
  std::uint32_t behind_members(std::uint32_t begin);
  [[nodiscard]] std::uint32_t unit_of_state(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t without_honorific(TokenRange body) const;
  [[nodiscard]] std::uint32_t subject_of_people(const Tag& adjective) const;
  [[nodiscard]] bool starts_people(std::uint32_t at) const;
  void know_whole();
  void finish();

  const Text& t_;
  const text::Document& doc_;
  const Match& head_;
  TokenRange sentence_;
  std::uint32_t wording_begin_ = 0;
  std::vector<TokenRange> wording_;
  Office office_;
};

// The office whose head is `head`, a match of the office channel; it starts at token `floor` at the
// earliest. Cost: O(length of the office).
Office parse_office(const Text& text, const lexicon::Match& head, std::uint32_t floor);

}  // namespace rapporteur::names
