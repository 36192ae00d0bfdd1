// What visits told by a journey are made of: places, guests, mentions.
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// The person at `token` who holds an office and is of another state than the place of `visit`; or
// kNobody.
std::uint32_t guest_at(const Context& context, std::uint32_t token, const Mention& visit);

// Makes the town or state the destination of `visit`.
void go_to(const Context& context, const tagger::Tag& tag, Mention& visit);

// A visit told by the words alone.
Mention visit_told_by(const Context& context, TokenRange words);

// "Quito awaits |Peru's foreign minister|": told by the office alone; empty where he is at home.
std::vector<Mention> visit_of_office(const Context& context, Mention visit,
                                     const names::Mention& who);

// The places that are listed from `token` on: "Quito|, |Lima| and |Bogotá", "Tbilisi|, Georgia".
std::vector<const tagger::Tag*> places_from(const Context& context, std::uint32_t token);

// The places that are listed up to `end`.
std::vector<const tagger::Tag*> places_before(const Context& context, std::uint32_t end);

// One visit of `guest`, who may be kNobody, for each of the places in which he is no host.
std::vector<Mention> visits_of(const Context& context, TokenRange words, std::uint32_t guest,
                               const std::vector<const tagger::Tag*>& places);

}  // namespace rapporteur::meetings
