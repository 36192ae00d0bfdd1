// Conclusions as JSON: what no report states alone, each with its reason and its sources.
#pragma once

#include <vector>

#include "rapporteur/query/derived.h"
#include "write.h"

namespace rapporteur::http {

// `catalogue` may be null.
void write(const query::Tenure& tenure, const catalogue::Catalogue* catalogue, Spans& spans,
           Json& json);
void write(const query::Presidency& presidency, Spans& spans, Json& json);
void write(const query::Due& due, Spans& spans, Json& json);
void write(const query::Missing& missing, Spans& spans, Json& json);
void write(const query::Promise& promise, Spans& spans, Json& json);
void write(const query::Newcomer& newcomer, const catalogue::Catalogue* catalogue, Spans& spans,
           Json& json);

}  // namespace rapporteur::http
