// Catalogue: the tables of the data pack as spans of plain structs and as lookups.
//
// Sections (each table below data/ says what its columns are): states/*, places/*, bodies/*,
// lexicon/offices, portfolios, office_modifiers, honorifics; names/*; topics; speech_acts. Rows of
// an overlay come last: a row with the key of an earlier one (State::code, Body::id, Office::id,
// ...) replaces it; names add up.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/catalogue/types.h"

namespace rapporteur::catalogue {

// Immutable after load, so shareable between threads. Spans and references live as long as it
// does, string_views as long as the pack.
class Catalogue {
 public:
  // Binds to `pack`, which must outlive *this; strings are not copied. Cost: some milliseconds.
  // Errors: not_found (no such section); bad_data (a row names an unknown state, body, level...;
  // where = "section:line").
  static Result<Catalogue> load(const Pack& pack);

  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;
  ~Catalogue();

  // States. `states()` is sorted by code.
  [[nodiscard]] std::span<const State> states() const;
  [[nodiscard]] std::span<const StateName> state_names() const;
  // By alpha-2 code, upper case; npos if there is none.
  [[nodiscard]] Index find_state(std::string_view code) const;
  // By any name of kind name, official, short_ or historic, folded; npos if there is none.
  [[nodiscard]] Index find_state_named(std::string_view name) const;

  // Places. Candidates of a name, the likeliest first: capitals, then by population.
  [[nodiscard]] std::span<const Place> places() const;
  [[nodiscard]] std::span<const Index> find_places(std::string_view name) const;
  // As find_places, for what fold() has made already. Cost: O(1), no allocation.
  [[nodiscard]] std::span<const Index> find_places_folded(std::string_view folded) const;
  // The likeliest one, or npos; of several equal names the one in `state`, unless that is npos.
  [[nodiscard]] Index find_place(std::string_view name, Index state = npos) const;
  // All names of places that are resorts, venues, regions and capitals; for matchers.
  // (Names of other cities are too many for that: ask find_places.)
  struct PlaceName {
    std::string_view text;
    Index place = npos;
  };
  [[nodiscard]] std::span<const PlaceName> notable_place_names() const;

  // Bodies: organisations, then their organs, then series.
  [[nodiscard]] std::span<const Body> bodies() const;
  [[nodiscard]] std::span<const BodyName> body_names() const;
  [[nodiscard]] std::span<const GenericOrgan> generic_organs() const;
  // The first of that wording, folded (see fold.h), or null.
  [[nodiscard]] const GenericOrgan* find_generic_organ(std::string_view folded) const;
  [[nodiscard]] Index find_body(std::string_view id) const;
  // All bodies of that name (folded; of any BodyNameKind but meeting).
  [[nodiscard]] std::vector<Index> find_bodies_named(std::string_view name) const;
  // The organ of `organisation` of that name or, failing that, of that generic wording; npos.
  [[nodiscard]] Index find_organ(Index organisation, std::string_view name) const;
  // The organisation's organ of that level and portfolio ("" = any), the first in the table; npos.
  [[nodiscard]] Index find_organ(Index organisation, Level level, std::string_view portfolio) const;
  [[nodiscard]] std::span<const Membership> memberships() const;
  // States with that status on `date` (EDTF day, month or year; "" = the latest known), sorted.
  // An organ has the members of its organisation.
  [[nodiscard]] std::vector<Index> members_of(Index body, std::string_view date,
                                              MemberStatus status = MemberStatus::member) const;

  // Offices.
  [[nodiscard]] std::span<const Office> offices() const;
  [[nodiscard]] std::span<const OfficeName> office_names() const;
  [[nodiscard]] std::span<const Portfolio> portfolios() const;
  [[nodiscard]] std::span<const PortfolioName> portfolio_names() const;
  [[nodiscard]] std::span<const Modifier> modifiers() const;
  [[nodiscard]] std::span<const Honorific> honorifics() const;
  [[nodiscard]] Index find_office(std::string_view id) const;

  // Names of people: what is known of one word, a set of NameBits. `folded` as fold() makes it.
  [[nodiscard]] std::uint8_t name_bits(std::string_view folded) const;
  // Asks for the memory that name_bits and find_places_folded need: for callers that have other
  // words to see to meanwhile. Changes nothing.
  void expect_name(std::string_view folded) const;

  // Topics and speech acts.
  [[nodiscard]] std::span<const Topic> topics() const;
  [[nodiscard]] std::span<const TopicName> topic_names() const;
  [[nodiscard]] Index find_topic(std::string_view id) const;
  [[nodiscard]] std::span<const SpeechAct> speech_acts() const;
  [[nodiscard]] std::span<const SpeechActForm> speech_act_forms() const;
  [[nodiscard]] Index find_speech_act(std::string_view id) const;

  // How alike two names of people are, 0..1; 0.7 and more means the same person. Symmetric.
  // Knows orders, initials, missing middle names, patronymics, honorifics, transliterations.
  [[nodiscard]] double name_similarity(std::string_view a, std::string_view b) const;
  // A key that spellings of one name share in most cases, for blocking: names with different
  // keys need not be compared. "Nikolai Patrushev" and "N. Patrushev" -> the same.
  [[nodiscard]] std::string name_key(std::string_view name) const;
  // The canonical form of an office's wording without its state, for comparison: "Minister of
  // Foreign Affairs" and "Foreign Minister" -> the same; a deputy and a full one -> different.
  [[nodiscard]] std::string office_key(std::string_view office) const;

  struct Impl;  // private to the layer: its loaders fill it

 private:
  explicit Catalogue(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::catalogue
