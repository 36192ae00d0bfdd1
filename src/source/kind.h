// A kind of source: how documents lie in one file. Each is one file of kinds/, found by the build.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "byte_stream.h"
#include "rapporteur/source/source.h"

namespace rapporteur::source {

// An open file, a member of an archive, or what an address answered.
struct Input {
  ByteStream bytes;
  std::string origin;        // path below the ingested folder, file's name or address; valid UTF-8
  std::size_t depth = 0;     // archives that it lies in
  std::string address = "";  // of what was fetched
  std::string charset = "";  // as declared; empty: not said
  Media media = Media::unknown;  // as declared, for a document that no kind recognises
};

struct Kind {
  std::string_view name;        // what --input takes
  std::string_view extensions;  // ".jsonl .ndjson"
  // True if a file that starts with these bytes (some hundred) looks like one; for pipes.
  bool (*recognises)(std::string_view start);
  // `options` outlives the source.
  std::unique_ptr<Source> (*open)(Input input, const Options& options);
};

std::span<const Kind* const> kinds();

// Nothing that is known: nullptr.
const Kind* kind_named(std::string_view name);
// "a.txt.gz" is of the kind of "a.txt".
const Kind* kind_of_file(std::string_view file_name);
// By content; plain text if no other kind recognises it.
const Kind& kind_of_content(std::string_view start);

// The bytes within, if gzip packed them. Errors: those of reading the start.
Result<ByteStream> unpacked(ByteStream bytes);

// Opens `input` as a file of `kind`; without one, of the kind that its content shows. What gzip
// packed is unpacked on the way. `options` outlives the source. Errors: those of reading its start.
Result<std::unique_ptr<Source>> open_input(Input input, const Kind* kind, const Options& options);

// The file's name without folders and endings: "a/b.c.txt", "a/b.c.txt.gz" -> "b.c".
std::string_view stem_of(std::string_view path);

}  // namespace rapporteur::source
