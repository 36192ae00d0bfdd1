// Meetings as events of the PLOVER ontology, as far as it can say them.
#pragma once

#include <optional>

#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/output/subjects.h"
#include "rapporteur/query/query.h"

namespace rapporteur::service {

// The event of a record of query::ExportKind::consultations; nothing where PLOVER needs what is not
// known: a day, an actor; or where nothing took place. docs/formats/export.md says what is lost.
std::optional<output::Node> plover_event(const query::ExportRecord& meeting,
                                         const catalogue::Catalogue& catalogue);

}  // namespace rapporteur::service
