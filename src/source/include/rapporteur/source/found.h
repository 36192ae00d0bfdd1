// Found: a document as it lay in its source; make_report turns it into the Report that is read.
//
// The two are apart because finding is a stream (one thread, one file after another) while
// making reports is pure and can be spread over threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::source {

// What the bytes of a document are. Each has a file in extractors/.
enum class Media : std::uint8_t { unknown, text, html, pdf, email };

// Empty strings mean "not known".
struct Found {
  std::string where;   // for errors: "path", "path:line@byte"
  std::string id;      // the file's stem or the record's own id; valid UTF-8
  std::string origin;  // as record::Report::origin, where the document names no address of its own
  std::string bytes;
  Media media = Media::unknown;  // unknown: told by the bytes
  std::string charset;           // of the bytes, as their source declares it
  std::string address;           // where it was fetched: what relative addresses relate to
  std::string title;
  std::string publisher;
  std::string byline;
  std::string published;           // EDTF
  std::string modified;            // EDTF
  std::string date_if_none;        // EDTF; for `published` where nothing else tells it
  std::string language;            // ISO 639-1
  std::uint64_t size = 0;          // bytes that it took in its source
  std::vector<std::string> notes;  // warnings of the kind that found it
};

// Extracts the article from the bytes as their media asks, cleans its text (text::normalise), takes
// page furniture out of it and into Report::left_out, and fills what the source did not know from
// the document's own metadata, then from its lines, then from Found::date_if_none.
// Errors: bad_data (binary; no text at all), where = Found::where with "@byte" if known.
// Pure and thread-safe. Cost: O(bytes).
Result<record::Report> make_report(const Found& found);

// A calendar day, month or year as EDTF: "2018-05-16", "2018-05", "2018", "20180516",
// "2018-05-16T10:00:00Z" (its day, as written). Errors: bad_data (anything else; a day that the
// calendar lacks).
Result<std::string> parse_date(std::string_view words);

}  // namespace rapporteur::source
