// The state for which a report speaks: that of its agency, ministry or dateline, or what it names
// most.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// Both parameters outlive it. Cost of making it and of a search: O(tokens).
class HomeState {
 public:
  HomeState(const Context& context, const Drafts& drafts);

  // Nothing where the report tells of no state.
  [[nodiscard]] Named find() const;
  // The states to which somebody goes of whom no state is said: a report from abroad, or one from
  // there, says whose its guest is. Codes.
  [[nodiscard]] const std::vector<std::string>& visited() const { return visited_; }

  // That state, where the report names it; or nothing.
  [[nodiscard]] Named named(std::string_view code) const;

  // The state that is named most, but for those in `but`; the first of equals. People from abroad
  // are named with their states, those from home often without.
  [[nodiscard]] Named most_named(const std::vector<std::string>& but) const;

 private:
  // How often a report names a state, and where first.
  struct Count {
    int times = 0;
    ByteSpan words;
  };

  void count();
  void count_visited();
  void add_colleagues(std::vector<std::string>& codes) const;
  void add_partners(std::vector<std::string>& codes) const;
  [[nodiscard]] bool arrives_in(const std::string& country) const;
  [[nodiscard]] bool says_of_guest(const record::Meeting& main) const;
  // People in an office whose state somebody says.
  [[nodiscard]] int guests(catalogue::Index state) const;
  // "Hanoi (VNA) -": an agency in a heading, a stamp or a dateline. `abroad`: those that report
  // from everywhere.
  [[nodiscard]] Named of_agency(bool abroad) const;
  [[nodiscard]] bool is_in_longer_name(TokenRange letters) const;
  [[nodiscard]] Named agency_at(std::uint32_t t, bool abroad) const;
  [[nodiscard]] Named of_signature(bool abroad) const;
  [[nodiscard]] Named of_quoted() const;
  // The line of the publisher above or below the text names a state: "Ministry of Foreign Affairs
  // of the Republic of Singapore", "Daily News Egypt".
  [[nodiscard]] Named of_publisher() const;
  // "REPUBLIC OF THE GAMBIA", "U.S. Department of State" among the first lines.
  [[nodiscard]] bool is_letterhead(TokenRange state) const;
  // Where the meeting is that the report is about.
  [[nodiscard]] Named of_main(const std::vector<std::string>& but) const;
  [[nodiscard]] bool is_attended_from_abroad() const;
  [[nodiscard]] bool is_at_seat(const record::Meeting& meeting) const;
  // "A. Reporter | Thimphu"
  [[nodiscard]] bool ends_byline(const tagger::Tag& place) const;
  [[nodiscard]] Named of_dateline() const;
  // "MOSCOW, March 2. /Agency/."
  [[nodiscard]] Named of_first_words() const;
  // "the Indian |Ocean|"
  [[nodiscard]] bool names_water(std::uint32_t token) const;
  [[nodiscard]] bool is_seat(const tagger::Tag& tag) const;
  [[nodiscard]] catalogue::Index state_of(const tagger::Tag& tag) const;
  [[nodiscard]] text::LineRole role_at(std::uint32_t token) const;

  const Context& c_;
  const Drafts& drafts_;
  lexicon::CueClass agency_;
  lexicon::CueClass authority_;  // "ministry of", "office of the president"
  lexicon::CueClass arrival_;    // "arrived in", before a state or a town
  std::map<catalogue::Index, Count> counts_;
  std::vector<std::string> visited_;
};

}  // namespace rapporteur::meetings
