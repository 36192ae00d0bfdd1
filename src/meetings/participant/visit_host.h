// Who receives the guest of a visit.
#pragma once

#include <cstdint>

#include "draft.h"
#include "participant/entries.h"

namespace rapporteur::meetings {

// The host of `draft`, a visit that `visit` names first: of the state that is visited he who is in
// the guest's office or as high as the guest, else the first behind the visit, else the first of
// all; not `anywhere`: only in the sentences of the visit. kNobody where none is told, or one is
// known.
std::uint32_t host_of(const Context& context, const Entries& entries, const Draft& draft,
                      const Mention& visit, bool anywhere);

// Somebody from elsewhere is in both. REQUIRES: visit.country is known.
[[nodiscard]] bool shares_guest(const record::Meeting& talks, const record::Meeting& visit);

// Those of the state that is visited whom the guest meets for talks, of the visit that the report
// is about. REQUIRES: the states of all are known. Cost: O(participants of all x those of the
// visit).
void add_hosts_met(const Entries& entries, Drafts& drafts);

// "the visit of the King |in March|", which the report of June only recalls.
[[nodiscard]] bool is_recalled(const Context& context, const record::Meeting& visit);

// "On Monday he had been in Doha, where he met |the Emir|": whom somebody met in another country is
// no host of the visit to `country`.
[[nodiscard]] bool is_met_elsewhere(const Context& context, const Drafts& drafts,
                                    std::uint32_t person, const std::string& country);

}  // namespace rapporteur::meetings
