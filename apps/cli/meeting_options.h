// The filters of every command that picks meetings.
#pragma once

#include "arguments.h"
#include "rapporteur/query/query.h"

namespace rapporteur::cli {

// --body, --series, --state, --person, --place, --kind, --status, --from, --to
struct MeetingOptions {
  query::MeetingFilter filter;
  void declare(Arguments& arguments);
};

}  // namespace rapporteur::cli
