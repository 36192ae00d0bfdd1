// Who stands before a verb of meeting and who behind it: "X met his counterpart Y", "receiving Y, X
// said", "the delegations will be received by X", "the Council, which sits in Accra".
#pragma once

#include <cstdint>

#include "draft.h"
#include "rapporteur/tagger/tagger.h"

namespace rapporteur::meetings {

// Adds to one mention what a clause of its sentence says. Binds to both, which must outlive it.
class Clause {
 public:
  Clause(const Context& context, Mention& mention);

  // The nearest names before `end`, over commas, "and" and brackets, back to a clause border.
  // False: nobody.
  bool subject(std::uint32_t end);
  // "Gathered in Lima |were| X and Y": those behind the verb at the end of the words of place and
  // day from `begin` on; false: nobody.
  bool subject_behind(std::uint32_t begin);
  // "He also met X" before `end`: false if no pronoun stands there.
  bool pronoun(std::uint32_t end);
  // The names from `begin` on; false: nobody.
  bool object(std::uint32_t begin);
  // "|the Secretaries of the Security Councils of the CSTO| member states" behind the article at
  // `token` - 1: the end of a group that meets for an organisation; or `token`.
  [[nodiscard]] std::uint32_t group_of_body(std::uint32_t token) const;
  // The names behind the next `word` ("with", "by") not far after `begin`; false: nobody.
  bool object_behind(std::uint32_t begin, std::string_view word);
  // "received at his office this morning Minister X": the next name over days and places.
  bool object_across(std::uint32_t begin);
  // "met in Geneva on 2 March Minister X": the next name, where nothing else stands before it.
  bool object_behind_adjuncts(std::uint32_t begin);
  // "met several colleagues in Lima, |including| X and Y", "met three guests: X, Y and Z": those
  // who are named of a group.
  bool object_of_group(std::uint32_t begin);
  // "received |him| on Monday", "met |with him|" from `begin` on: of whom the report spoke before
  // those who act; false if no pronoun stands there.
  bool object_pronoun(std::uint32_t begin);
  // "X, whom the Prince received": both, if "whom" stands not far before the verb at `end`.
  bool relative(std::uint32_t end);
  // "Receiving X, Y thanked the guest": Y, behind the object that ends at `begin`.
  bool late_subject(std::uint32_t begin);
  // The nearest body before `end` in the sentence: "the Committee ... shall hold its fifth
  // meeting".
  bool body_before(std::uint32_t end);
  [[nodiscard]] std::uint32_t before_member_states(std::uint32_t end) const;
  // "the Joint Commission |between Fiji and Samoa|": the states whose body ends at `at`.
  void take_members(std::uint32_t at);

 private:
  // The way back from a verb over the words before it.
  struct Walk {
    std::uint32_t end;         // where the verb begins
    std::uint32_t from;        // where the way begins, before relative clauses
    std::uint32_t at;          // what stands before it is still to be looked at
    bool any = false;          // somebody was found
    bool crossed_and = false;  // before anybody was
  };
  enum class Step : std::uint8_t { none, moved, stop };
  Step over_mention(Walk& w);
  Step over_group(Walk& w, const names::Mention& group);
  bool over_small_body(Walk& w);
  std::uint32_t take_owners(std::uint32_t at);
  void take_owners_before(std::uint32_t at);
  Step over_tag(Walk& w);
  Step over_front(Walk& w);
  Step over_word(Walk& w);
  // The way on from a verb over the words behind it.
  struct Object {
    std::uint32_t at;    // what stands here is still to be looked at
    std::uint32_t last;  // behind the last one named
    std::uint32_t skipped = 0;
    const tagger::Tag* nationality = nullptr;
    bool any = false;  // somebody was found
  };
  bool object_group(Object& o);
  bool object_name(Object& o);
  bool object_word(Object& o);
  std::uint32_t before_actor(Walk& w, const tagger::Tag& actor);
  // False: an office alone, which says neither who nor for whom.
  bool take(const names::Mention& who);
  void take(const tagger::Tag& tag);
  void take_group(const names::Office& office);
  void take_words(TokenRange words, bool of_organisation = false);
  [[nodiscard]] Named body_at(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t owner_within(const tagger::Tag& tag) const;
  void take_state(const tagger::Tag& tag);
  [[nodiscard]] bool acts_itself(const tagger::Tag& state, std::uint32_t verb) const;
  [[nodiscard]] bool is_in_name(const names::Mention& who) const;
  [[nodiscard]] TokenRange joint_before(std::uint32_t states) const;
  [[nodiscard]] bool is_group_of_many(std::uint32_t token) const;
  [[nodiscard]] const tagger::Tag* body_of_ministries(const tagger::Tag& tag) const;
  [[nodiscard]] TokenRange headed_whole(const tagger::Tag& tag) const;
  [[nodiscard]] bool closes_front(std::uint32_t comma) const;
  [[nodiscard]] bool stands_behind_front(std::uint32_t comma) const;
  [[nodiscard]] std::uint32_t whole_before(std::uint32_t part) const;
  [[nodiscard]] std::uint32_t head_before(std::uint32_t end, std::uint32_t part) const;
  [[nodiscard]] std::uint32_t title_before(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t head_with_matter(std::uint32_t end) const;
  [[nodiscard]] TokenRange organ_before(std::uint32_t whole) const;
  [[nodiscard]] std::uint32_t named_twice(const tagger::Tag& tag) const;
  [[nodiscard]] std::uint32_t before_matter(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t before_short_form(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t before_members(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t before_adjectives(std::uint32_t whole) const;
  [[nodiscard]] std::uint32_t before_circle(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t before_delegation(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t before_relative(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t before_aside(std::uint32_t comma) const;
  [[nodiscard]] bool is_adjunct(const tagger::Tag& tag) const;
  [[nodiscard]] bool is_relative(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool invites(std::uint32_t begin) const;
  [[nodiscard]] bool is_group(std::uint32_t token) const;
  [[nodiscard]] TokenRange small_body(std::uint32_t verb) const;
  [[nodiscard]] bool is_generic_body(std::uint32_t token) const;
  [[nodiscard]] const tagger::Tag* organisation_ending(std::uint32_t end) const;
  bool officials_before(std::uint32_t end);
  bool treaty_parties(std::uint32_t end);
  [[nodiscard]] bool is_letters_of_group(const tagger::Tag& tag) const;
  [[nodiscard]] std::uint32_t behind_those_who(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t behind_occasion(std::uint32_t token) const;
  [[nodiscard]] bool is_master(const names::Mention& who) const;
  [[nodiscard]] std::uint32_t behind_shared_office(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t behind_branch(std::uint32_t token) const;
  [[nodiscard]] bool calls_on_another(std::uint32_t token) const;
  [[nodiscard]] bool is_name_bracket(std::uint32_t token) const;
  [[nodiscard]] bool is_led(std::uint32_t token) const;
  [[nodiscard]] bool presides(const names::Mention& who) const;
  [[nodiscard]] bool goes_on_behind(std::uint32_t semicolon) const;
  [[nodiscard]] bool stops_object(std::uint32_t token) const;

  const Context& c_;
  Mention& m_;
  TokenRange s_;
};

// The person whom "he", "she" or "his" at `token` most likely means: of those in the last sentences
// that name somebody the one named most so far. kNobody if there is none.
std::uint32_t antecedent(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
