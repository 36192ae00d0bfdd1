// What an address answered, as a source of documents.
#pragma once

#include <memory>

#include "rapporteur/base/result.h"
#include "rapporteur/source/fetcher.h"
#include "rapporteur/source/source.h"

namespace rapporteur::source {

// Opens the answer's body by Options::input, else by its content and, where that says nothing, by
// the type that its host declares. `options` outlives the source. Errors: those of open_input.
Result<std::unique_ptr<Source>> open_answer(Answer answer, const Options& options);

}  // namespace rapporteur::source
