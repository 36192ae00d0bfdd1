// How the words of two annotations are compared: folded, without filler words, by their stems.
//
// This is the folding of scores only: unlike catalogue::fold it keeps an underscore, parts "U.S."
// in two, and knows no special letters, so that figures stay comparable with those of other
// scorers of the same annotations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::service::evaluation {

// The words of `text`: NFKD, lower case, marks dropped, split wherever neither a letter nor a digit
// nor an underscore stands. One char32_t is one character. Cost: O(bytes of text).
std::vector<std::u32string> plain_words(std::string_view text);

// plain_words() without filler words, each by its stem.
std::vector<std::u32string> stems(std::string_view text);

// plain_words() with one space between them, as UTF-8.
std::string fold(std::string_view text);

// The harmonic mean of the shares of stems that the two have in common, counting repeats; 0..1.
double token_f1(std::string_view a, std::string_view b);

// Names of offices, bodies and organs: the same words, or enough in common, or all of one's (two
// or more) in the other. Never the same if only one is a deputy, an acting or a former one.
bool names_same(std::string_view a, std::string_view b, double floor = 0.6);

// The names of one person: the same family name, at either end, and no other part that
// contradicts; initials and one differing letter in a long part do not.
bool same_person(std::string_view a, std::string_view b);

}  // namespace rapporteur::service::evaluation
