// Lists of states beside an office, a word for delegates or a word for colleagues.
#pragma once

#include <optional>

#include "naming.h"

namespace rapporteur::names {

// Adds to mentions the states whose they are. Binds to `namings`, which must outlive it.
class StateLists {
 public:
  explicit StateLists(const Namings& namings) : n_(namings), t_(namings.t), doc_(namings.doc) {}

  // "of Uzbekistan, Kazakhstan, the Kyrgyz Republic and Turkmenistan" from `at` on.
  void after(std::uint32_t at, Mention& m) const;
  // "the Russian, Turkish and Iranian" right before `begin`.
  void before(std::uint32_t begin, Mention& m) const;
  // "Five of the eight ministers had confirmed: |those of Bolivia, Brazil and Peru|": the same
  // office as that of `group`, for those states; or nothing.
  [[nodiscard]] std::optional<Mention> those_of(const Mention& group) const;

 private:
  [[nodiscard]] bool leads_to_senders(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_governments(std::uint32_t at) const;
  [[nodiscard]] bool names_state(const tagger::Tag& tag, const Mention& m) const;
  bool governments(std::uint32_t at, Mention& m) const;
  [[nodiscard]] std::uint32_t behind_remark(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_body(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_count(std::uint32_t at) const;
  [[nodiscard]] std::string_view lower(std::uint32_t t) const { return n_.lower(t); }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return n_.same_sentence(a, b);
  }

  const Namings& n_;
  const Text& t_;
  const text::Document& doc_;
};

}  // namespace rapporteur::names
