#include "answer.h"

#include <utility>

#include "extractor.h"
#include "kind.h"

namespace rapporteur::source {

Result<std::unique_ptr<Source>> open_answer(Answer answer, const Options& options) {
  const bool told = options.input != "auto";
  Input input{ByteStream::of_bytes(std::move(answer.body), answer.address), answer.address};
  input.address = answer.address;
  input.charset = std::move(answer.charset);
  if (!told) input.media = media_of_type(answer.type);
  return open_input(std::move(input), told ? kind_named(options.input) : nullptr, options);
}

}  // namespace rapporteur::source
