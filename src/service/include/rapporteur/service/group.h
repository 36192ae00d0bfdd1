// Groups of copies among the reports of a source: read on several threads, compared on one.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/copies/grouper.h"
#include "rapporteur/service/batch.h"
#include "rapporteur/source/source.h"

namespace rapporteur::service {

struct GroupEvents {
  std::function<void(const Error& error)> failed;          // a document that was left out
  std::function<void(const Statistics& so_far)> progress;  // after each document
};

struct Grouped {
  std::vector<copies::Group> groups;
  Statistics statistics;
};

// The copies among all that `from` has. A document that cannot be had is left out and reported.
// `threads`: 0 is one a core; the groups are the same on any number of them.
// Memory: 4 KB a report of 400 words; no text is kept.
Grouped group(source::Source& from, unsigned threads, const GroupEvents& events);

}  // namespace rapporteur::service
