// How far the name of a person reaches, beyond what was tagged of it: honorifics before it, letters
// of orders, further names and ranks in brackets behind it.
#pragma once

#include <cstdint>
#include <string_view>

#include "naming.h"

namespace rapporteur::names {

// Binds to the namings of one document, which must outlive it.
class NameExtent {
 public:
  explicit NameExtent(const Namings& namings) : n_(namings), t_(namings.t), doc_(namings.doc) {}

  // The naming whose tagged words are `tokens`.
  [[nodiscard]] Naming of(text::TokenRange tokens) const;

  // The start of the honorifics that stand right before `at`: "Dr. the Hon.".
  [[nodiscard]] std::uint32_t skip_honorifics_back(std::uint32_t at) const;

 private:
  [[nodiscard]] std::string_view lower(std::uint32_t t) const { return n_.lower(t); }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return n_.same_sentence(a, b);
  }
  // "Omar Haddad |(Abu Salim)| of Jordan": behind what somebody is called besides.
  [[nodiscard]] std::uint32_t behind_alias(std::uint32_t at) const;
  // No state, town, body or office there.
  [[nodiscard]] bool is_nobody_else(std::uint32_t token) const;
  // "Orville Sealy, |Q.C.|", "Mutahi Kagwe, |EGH|, Minister": behind the letters of orders and
  // degrees that follow a name.
  [[nodiscard]] std::uint32_t behind_orders(std::uint32_t at) const;
  // "A |MP|, Minister of Trade": the letters, which are an office too, stand before a higher one.
  [[nodiscard]] bool leads_to_office(const lexicon::Match& letters) const;
  // "Alexis |Downes-Amsterdam|", "|Mahkamov-zoda|": a name that a hyphen joins goes on behind it.
  [[nodiscard]] std::uint32_t behind_hyphens(std::uint32_t at) const;
  // "-zoda": son of, in lower case behind a family name.
  static bool is_suffix(std::string_view word);
  // "Babagana Monguno |(rtd)|", "Brigadier |(Ret'd)| David Granger"
  [[nodiscard]] bool is_retired(std::uint32_t at) const;
  // "President of Botswana Thabo |Kgosana|": what stands between an office and a name is part of
  // it.
  [[nodiscard]] std::uint32_t after_office(std::uint32_t begin) const;
  // "Sheikh" and "Sayyid" are part of the name.
  [[nodiscard]] std::uint32_t with_title_name(std::uint32_t at) const;
  // "Chief of |Staff General| A": the first word is that of the office.
  [[nodiscard]] bool office_ends_within(std::uint32_t begin, std::uint32_t end) const;

  const Namings& n_;
  const Text& t_;
  const text::Document& doc_;
};

}  // namespace rapporteur::names
