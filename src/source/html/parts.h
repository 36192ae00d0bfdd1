// Which part of a page an element is, as its own tag, role, class and id say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "page.h"

namespace rapporteur::source::html {

// How far the words of an element are believed against the amount of text that it holds.
enum class Trust : std::uint8_t { none, weak, strong };

struct Part {
  std::string_view reason;  // of leaving it out: "navigation", "comments"; empty: nothing said
  Trust trust = Trust::none;
};

// Only the element's own words count, not those of what it stands in. Cost: O(its attributes).
Part part_of(const Page& page, std::uint32_t n);

// Its class or id has one of `words` (separated by spaces) as a word of its own.
bool has_class_word(const Page& page, std::uint32_t n, std::string_view words);

// "byline", "date": lines about the article that stand beside its text.
bool is_about(std::string_view reason);

}  // namespace rapporteur::source::html
