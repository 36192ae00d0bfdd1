// An error for people: "rapporteur: where: message", on one line whatever the words hold.
#include "rapporteur/output/format.h"
#include "rapporteur/output/printable.h"

namespace rapporteur::output::formats {

namespace {

void write(const Error& error, const Options&, std::string& out) {
  out += "rapporteur: ";
  if (!error.where.empty()) out += printable(error.where) + ": ";
  out += printable(error.message);
  out += '\n';
}

}  // namespace

extern const Format<subject::error> error_text;
const Format<subject::error> error_text = {"text", "one line for people", write};

}  // namespace rapporteur::output::formats
