// Meetings of a row that go by its acronym and their number: "COP16", "TICAD VI", "MC-13".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "draft.h"

namespace rapporteur::meetings {

// Binds to one report. Knows the rows of the catalogue, and those that the report explains itself:
// "the 23rd session of the Committee ... (CRIC23)".
class Editions {
 public:
  explicit Editions(const Context& context);

  // The edition that stands at `token` by itself: "at COP16 in Riyadh", but not "the COP16
  // President".
  [[nodiscard]] std::optional<Mention> at(std::uint32_t token) const;
  // "the |TICAD 9| Summit", "the 16th session (|COP16|)": what stands right before the noun of
  // `mention` or in the bracket behind it completes the mention, and is known from then on.
  void complete(Mention& mention);

 private:
  struct Name {
    TokenRange tokens;    // empty: none
    std::string acronym;  // "COP"
    int number = 0;
    ByteSpan digits;  // or the Roman number
  };

  [[nodiscard]] bool is_year(int value) const;
  [[nodiscard]] Name name_at(std::uint32_t token) const;
  [[nodiscard]] Name name_ending(std::uint32_t end) const;
  [[nodiscard]] Name name_in_bracket(const Mention& mention) const;
  [[nodiscard]] bool stands_alone(const Name& name) const;
  bool set_row(const Name& name, Mention& mention) const;
  [[nodiscard]] catalogue::Index row_named(const std::string& acronym) const;
  [[nodiscard]] int times_named(catalogue::Index row) const;

  const Context& c_;
  std::map<catalogue::Index, int> named_;     // how often the report names a body
  std::map<std::string, Mention> explained_;  // by acronym
};

}  // namespace rapporteur::meetings
