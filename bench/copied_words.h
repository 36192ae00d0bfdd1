// The words of generated reports. In patterns a mark stands for a fact or a word:
//   %p %q %r %s people (name in full)   %P %Q %R %S their family names   %f %g their offices
//   %b body   %a its acronym   %c %d places   %k %l countries   %o ordinal   %y year   %z next year
//   %e %h days with month   %1 .. %5 figures   %n noun   %m plural   %j adjective   %v verb   %w
//   verb
#pragma once

#include <span>
#include <string_view>

namespace rapporteur::bench {

std::span<const std::string_view> sentence_patterns();
std::span<const std::string_view> headline_patterns();
std::span<const std::string_view> background_patterns();  // of paragraphs that customers add
std::span<const std::string_view> page_lines();           // that stand around articles
// Rows of words that may stand for each other; each sentence chooses anew.
std::span<const std::span<const std::string_view>> synonyms();
std::span<const std::string_view> nouns();
std::span<const std::string_view> plurals();
std::span<const std::string_view> adjectives();
std::span<const std::string_view> verbs();  // past tense: "discussed"
std::span<const std::string_view> infinitives();
std::span<const std::string_view> offices();
std::span<const std::string_view> months();
std::span<const std::string_view> syllables();

}  // namespace rapporteur::bench
