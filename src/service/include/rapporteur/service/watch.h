// Following feeds: what is new in them is entered into a register, round after round.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/service/ingest.h"
#include "rapporteur/source/feed_visit.h"
#include "rapporteur/source/opml.h"

namespace rapporteur::service {

struct WatchOptions {
  IngestOptions ingest;
  source::VisitOptions visit;
  std::chrono::minutes every{60};  // between two rounds
};

// What one round came to.
struct Round {
  std::size_t feeds = 0;      // that were asked, further sitemaps among them
  std::size_t unchanged = 0;  // of these, without anything new by their host's word
  std::size_t failed = 0;     // of these, that could not be had or read
  std::size_t waiting = 0;    // not asked: they failed before, and it is too early
  std::size_t fresh = 0;      // entries that were new or had changed
  Ingested ingested;
};

// A feed that failed is left alone until the next round; one that goes on failing for twice as long
// each time, up to this.
inline constexpr std::chrono::hours kLongestWait{24};

// Visits each of `feeds` once, and the sitemaps that they name. What a feed brought is safe on disk
// before it is remembered as had, so that a round that was cut short loses nothing.
// `get` fetches; `now` is the time of the round in seconds since 1970.
// Errors: those of Register::ingest and Register::remember; what was entered stays.
Result<Round> watch_once(const reader::Reader& reader,
                         const std::vector<source::Subscription>& feeds, store::Register& reg,
                         const record::Resolver& resolver, const source::Get& get, std::int64_t now,
                         const WatchOptions& options, const IngestEvents& events);

}  // namespace rapporteur::service
