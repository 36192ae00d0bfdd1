// When a value, a participant or a meeting of a reading is the one that an annotation means.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "account.h"

namespace rapporteur::service::evaluation {

// Both have a value, and it is the same one.
bool same_value(Field field, const Value& expected, const Value& read);
// For values outside Field: the same words.
bool same_words(const Value& expected, const Value& read);

bool same_participant(const Participant& expected, const Participant& read);

// Without the unnamed groups ("the foreign ministers"), which are worded and split too
// differently to count. The pointers live as long as `participants`.
std::vector<const Participant*> named(const std::vector<Participant>& participants);

// Pairs (index in expected, index in read), the most alike first; no meeting is in two pairs, and
// those too unlike are in none. Cost: O(expected * read) comparisons.
std::vector<std::pair<std::size_t, std::size_t>> align(const std::vector<Meeting>& expected,
                                                       const std::vector<Meeting>& read);

}  // namespace rapporteur::service::evaluation
