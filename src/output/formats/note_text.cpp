// A note for people: "rapporteur: where: note: message".
#include "rapporteur/output/format.h"
#include "rapporteur/output/printable.h"

namespace rapporteur::output::formats {

namespace {

void write(const Note& note, const Options&, std::string& out) {
  out += "rapporteur: ";
  if (!note.what.where.empty()) out += printable(note.what.where) + ": ";
  out += "note: " + printable(note.what.message) + '\n';
}

}  // namespace

extern const Format<subject::note> note_text;
const Format<subject::note> note_text = {"text", "one line for people", write};

}  // namespace rapporteur::output::formats
