// The register as linked data: schema.org for meetings, the Organization Ontology for offices,
// PROV-O and Web Annotations for where everything is said. docs/formats/export.md has the table.
#pragma once

#include <vector>

#include "rapporteur/output/subjects.h"
#include "rapporteur/query/export.h"

namespace rapporteur::service {

// The nodes of one record of query::ExportKind::linked.
std::vector<output::Node> linked_nodes(const query::ExportRecord& record);
// A claim as an annotation of its report: one target for each stretch of words.
output::Node annotation(const query::QuotedClaim& claim);

}  // namespace rapporteur::service
