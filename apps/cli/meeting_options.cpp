#include "meeting_options.h"

namespace rapporteur::cli {

void MeetingOptions::declare(Arguments& arguments) {
  arguments.text("--body", filter.body, "Organisation or organ: a name, an acronym or a part");
  arguments.text("--series", filter.series, "Id of a series");
  arguments.text("--state", filter.state, "ISO code: took part, hosted, chaired or was the place");
  arguments.text("--person", filter.person,
                 "Id or name of somebody who took part, or a part of it");
  arguments.text("--place", filter.place, "Name of a place or a part of it");
  arguments.choice(
      "--kind", filter.kind,
      {"session", "summit", "talks", "visit", "call", "reception", "conference", "signing"},
      "What sort of meeting");
  arguments.choice("--status", filter.status,
                   {"announced", "ongoing", "held", "postponed", "cancelled"}, "How it stands");
  arguments.text("--from", filter.from, "Meetings that end on this day (EDTF) or later");
  arguments.text("--to", filter.to, "Meetings that begin on this day (EDTF) or earlier");
}

}  // namespace rapporteur::cli
