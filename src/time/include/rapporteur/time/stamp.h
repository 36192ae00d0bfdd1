// The date of the report itself, as the page prints it.
//
//   "August 11, 2022"                                 a line of its own under the headline
//   "Monday, 19 September 2022, 08:41:56 am"          the clock of the page when it was saved
//   "BEIJING, (UrduPoint - 22nd Aug, 2022 ) :As..."   a dateline
//   "SINGAPORE / 19 JANUARY 2025"                     a signature under the text
//   https://example.org/2022/08/18/news               its address
//
// Dates in the sentences of the body are no stamps.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/byte_span.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"

namespace rapporteur::time {

struct Stamp {
  ByteSpan span;            // of the date in the text; empty for one from an address
  std::string date;         // EDTF day; "XXXX-08-22" if the stamp has no year ("Aug 22 (APP):")
  float score = 0;          // 0..1: how much it looks like the date of publication
  std::string_view reason;  // "line of its own", "dateline", "page clock", ... (static storage)
  friend bool operator==(const Stamp&, const Stamp&) = default;
};

// All stamps of `doc`, in the order of the text. `expressions` are those that
// Recogniser::find made of `doc`, with any anchor or none. Cost: O(bytes).
std::vector<Stamp> stamps(const text::Document& doc, const std::vector<Expression>& expressions);

// The date in the path of a web address ("/2022/08/18/", "/20220818-", "-2022-08-18").
std::optional<Stamp> date_in_address(std::string_view address);

// The stamp that gives the report's date: the best one, completed to a full day. A stamp without a
// year takes that of `address` or of another stamp; `address` also decides between near equals.
// Nothing if there is none or none has a year.
std::optional<Stamp> publication_date(const text::Document& doc,
                                      const std::vector<Expression>& expressions,
                                      std::string_view address = {});

}  // namespace rapporteur::time
