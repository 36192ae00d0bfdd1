#include "heading.h"

#include <optional>

#include "rapporteur/time/stamp.h"

namespace rapporteur::reader {

namespace {

using tagger::Label;
using tagger::Tag;
using text::TokenRange;

// A dateline ends within so many tokens.
constexpr std::uint32_t kDateline = 24;

bool is_break(std::string_view word) { return word == ":" || word == "-"; }

// The end of the dateline of `s`, or nothing: a place at its start, then after at most some words
// in brackets, dates or commas a colon or a dash.
std::optional<std::uint32_t> dateline_end(const text::Document& doc, const Tag& place,
                                          TokenRange s) {
  int brackets = 0;
  for (std::uint32_t t = place.tokens.end; t < std::min(s.end, s.begin + kDateline); ++t) {
    const std::string_view word = doc.lower(t);
    if (word == "(") ++brackets;
    if (word == ")") --brackets;
    const bool spaced = doc.space_before(t) || (t + 1 < s.end && doc.space_before(t + 1));
    if (brackets == 0 && is_break(word) && spaced) return t + 1;
    if (doc.shape(t) == text::Shape::lower && brackets == 0) return std::nullopt;
  }
  return std::nullopt;
}

// "NEW DELHI, MARCH 29, 2023": a line of its own.
bool is_stamp_place(const text::Document& doc, const Tag& place) {
  return place.tokens.end < doc.size() && doc.lower(place.tokens.end) == ",";
}

}  // namespace

void add_published(const text::Document& doc, const std::vector<time::Expression>& expressions,
                   record::Report& report) {
  if (!report.published.empty()) return;
  const std::optional<time::Stamp> stamp = time::publication_date(doc, expressions, report.origin);
  if (stamp) report.published = stamp->date;
}

void add_dateline(const text::Document& doc, const tagger::Tags& tags,
                  const catalogue::Catalogue& catalogue,
                  const std::vector<time::Expression>& expressions, record::Report& report) {
  if (!report.dateline.place.empty()) return;
  for (const text::Sentence& s : doc.sentences()) {
    const bool stamp = s.role == text::LineRole::stamp;
    if (s.role != text::LineRole::body && !stamp) continue;
    const Tag* place = tags.starting(s.tokens.begin);
    const bool named =
        place != nullptr && (place->label == Label::place || place->label == Label::state);
    if (stamp && (!named || !is_stamp_place(doc, *place))) continue;
    if (!named) return;
    const std::optional<std::uint32_t> end =
        stamp ? std::optional(s.tokens.end) : dateline_end(doc, *place, s.tokens);
    if (!end) return;
    report.dateline.place = doc.slice(doc.span(place->tokens));
    const catalogue::Index state =
        place->label == Label::state
            ? place->id
            : (place->id == catalogue::npos ? place->id : catalogue.places()[place->id].state);
    if (state != catalogue::npos) report.dateline.country = catalogue.states()[state].code;
    for (const time::Expression& e : expressions) {
      if (e.tokens.begin >= s.tokens.begin && e.tokens.end <= *end && time::is_date(e.kind)) {
        report.dateline.date = e.edtf;
        return;
      }
    }
    return;
  }
}

}  // namespace rapporteur::reader
