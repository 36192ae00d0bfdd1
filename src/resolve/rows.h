// When the names of two bodies, or of two organs, may mean one: for keys of knowledge.h that are
// not equal. A name that only some reports use in full ("Inland Rivers Organisation", "IRO") needs
// no report that explains it.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::resolve {

// Equal for all keys that are the same body: the first letters of its words, or the id.
std::string body_letters(std::string_view body);
// A folded name without "of", "the" and their like at its front.
std::string_view without_small_words(std::string_view name);
// Equal, or one is the other's letters, or the end of its name ("river forum" of "upper river
// forum").
bool same_body(std::string_view a, std::string_view b);

// Without the words that say what sort of organ it is, where others remain: "council foreign
// ministers" -> "foreign ministers".
std::string organ_core(std::string_view organ);
// "meeting", "reception" or "signing": one and the same may be called each of them.
bool is_encounter(std::string_view kind);

// What two organs have in common besides.
enum class Bond { none, body, states };
// Equal but for those words; of one body or the same states also if all words of one stand in the
// other, else only if one of these is no everyday word of organs. Of the same states "joint",
// "intergovernmental" and the like say no more than the sort.
bool same_organ(std::string_view a, std::string_view b, Bond bond);

// Only of words that many unrelated organs are made of: names no row of meetings by itself.
bool is_everyday(std::string_view organ);

}  // namespace rapporteur::resolve
