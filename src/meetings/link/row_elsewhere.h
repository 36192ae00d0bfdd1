// Earlier and later meetings of a row that are told of by where and when alone, without a noun or a
// verb of meeting: "a year after Niamey", "the round before, in Lima", "In Lima in 2020 they had
// asked for a study", "In 2022 Accra will be the venue".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "draft.h"
#include "link/succession_facts.h"

namespace rapporteur::meetings {

// Binds to one report, what stands beside its mentions, and which tokens are part of one; all must
// outlive it. Cost of each: O(tokens of the sentence), at its word alone.
class RowElsewhere {
 public:
  RowElsewhere(const Context& context, const SuccessionFacts& beside,
               const std::vector<bool>& mentioned);
  // One of those below at `token`.
  [[nodiscard]] std::optional<Mention> at(std::uint32_t token) const;
  // "Lima was |the scene| in 2015, Quito in 2018": one for each town, with the noun at `token`.
  [[nodiscard]] std::vector<Mention> turns_of_hosts(std::uint32_t token) const;

 private:
  [[nodiscard]] std::optional<Mention> after_town(std::uint32_t after) const;
  [[nodiscard]] std::optional<Mention> after_edition(std::uint32_t after) const;
  [[nodiscard]] std::optional<Mention> one_before(std::uint32_t noun) const;
  [[nodiscard]] std::optional<Mention> group_there(std::uint32_t had) const;
  [[nodiscard]] std::optional<Mention> group_to_come(std::uint32_t office) const;
  [[nodiscard]] bool is_owned(std::uint32_t office) const;
  [[nodiscard]] std::optional<Mention> of_year(std::uint32_t owner) const;
  [[nodiscard]] std::string_view relation_of_year(const time::Expression& e) const;
  [[nodiscard]] bool take_day_alone(Mention& m, TokenRange clause) const;
  [[nodiscard]] std::optional<Mention> left_for(std::uint32_t left) const;
  [[nodiscard]] bool is_far_ahead(const Mention& m) const;
  [[nodiscard]] bool names_somebody(TokenRange clause) const;
  [[nodiscard]] bool is_some_time_before(std::uint32_t after) const;
  [[nodiscard]] bool is_untold(TokenRange clause) const;
  [[nodiscard]] bool body_met(std::uint32_t verb) const;
  void take_times(Mention& m) const;
  [[nodiscard]] bool take_group(Mention& m) const;
  [[nodiscard]] bool take_spot(Mention& m, TokenRange clause) const;
  [[nodiscard]] bool take_stay(Mention& m, TokenRange clause) const;
  [[nodiscard]] Mention again(const Mention& m, const time::Expression& day) const;
  [[nodiscard]] std::vector<Mention> hosts_in(TokenRange clause, TokenRange words) const;
  [[nodiscard]] std::string_view relation_by_day(const Mention& m) const;
  [[nodiscard]] TokenRange clause_around(std::uint32_t token) const;

  const Context& c_;
  const SuccessionFacts& beside_;
  const std::vector<bool>& mentioned_;
  lexicon::CueClass turn_;
};

}  // namespace rapporteur::meetings
