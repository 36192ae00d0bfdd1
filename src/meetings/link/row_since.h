// The meeting before, told by how long ago it was: "the first since 2014", "has not met since
// 2014", "since Lima, in May".
#pragma once

#include <optional>
#include <vector>

#include "draft.h"
#include "link/succession_facts.h"

namespace rapporteur::meetings {

// Binds to one report, the mentions found in it so far and what stands beside them; all must
// outlive it. Cost: O(mentions) at "since" alone.
class RowSince {
 public:
  RowSince(const Context& context, const std::vector<Mention>& mentions,
           const SuccessionFacts& beside)
      : c_(context), mentions_(mentions), beside_(beside) {}

  // The meeting of which "since" at `token` tells; or nothing.
  [[nodiscard]] std::optional<Mention> at(std::uint32_t token) const;

 private:
  [[nodiscard]] bool is_dated_town(const tagger::Tag* town) const;
  [[nodiscard]] std::uint32_t town_behind(std::uint32_t since) const;
  [[nodiscard]] bool is_told_near(std::uint32_t since) const;
  [[nodiscard]] bool says_first(std::uint32_t since) const;
  [[nodiscard]] bool is_of_visit(std::uint32_t since) const;
  [[nodiscard]] bool tells_of_last(std::uint32_t token) const;
  [[nodiscard]] bool is_told_behind(const time::Expression& day) const;

  const Context& c_;
  const std::vector<Mention>& mentions_;
  const SuccessionFacts& beside_;
};

}  // namespace rapporteur::meetings
