// A note: {"note": {"code", "message", "where"}}.
#include "error_json.h"
#include "rapporteur/output/format.h"

namespace rapporteur::output::formats {

namespace {

void write(const Note& note, const Options&, std::string& out) {
  write_error_line("note", note.what, out);
}

}  // namespace

extern const Format<subject::note> note_jsonl;
const Format<subject::note> note_jsonl = {"jsonl", "one note a line", write};

}  // namespace rapporteur::output::formats
