// What a client gives to be read: {"text" | "html" | "address", "date", "title", "url", "source",
// "id"}.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/source/source.h"

namespace rapporteur::http {

// Documents and addresses out of the body of a request.
struct Given {
  std::vector<source::Found> documents;
  std::vector<std::string> addresses;  // of http or https; nothing is fetched yet
};

// One object as above. Errors: bad_data (no JSON, unknown or missing members, a date that is none);
// where = the member.
Result<Given> parse_document(std::string_view body);
// {"documents": [OBJECT, ...]}: at least one and at most 1000. Errors: as above.
Result<Given> parse_documents(std::string_view body);

// First the documents, then what the addresses lead to; `how` says how these are fetched.
std::unique_ptr<source::Source> open_given(Given given, source::Options how);

}  // namespace rapporteur::http
