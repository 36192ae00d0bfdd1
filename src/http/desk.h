// What answers questions: what all workers share, and what each has of its own.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include "access.h"
#include "cache.h"
#include "exchange.h"
#include "jobs.h"
#include "pages.h"
#include "parameters.h"
#include "rapporteur/base/arena.h"
#include "rapporteur/catalogue/gazetteer.h"
#include "rapporteur/http/server.h"
#include "rapporteur/output/json.h"
#include "rapporteur/query/follow_ups.h"
#include "rapporteur/reader/reader.h"
#include "rapporteur/service/rule_book.h"
#include "rapporteur/service/rules.h"
#include "rapporteur/store/register.h"
#include "target.h"

namespace rapporteur::http {

// What the data pack knows.
struct Knowledge {
  service::Rules rules;
  catalogue::Gazetteer gazetteer;
  service::RuleBook rule_book;
  query::FollowUps follow_ups;
  reader::Reader reader;
  // Errors: those of the five.
  static Result<Knowledge> load(const Pack& pack);
};

// Shared by all threads: constant, or with locks of its own.
struct Office {
  Office(const Options& the_options, Knowledge knowledge, Pages the_pages,
         Access::Rules access_rules);

  const Options options;
  const service::Rules rules;
  const catalogue::Gazetteer gazetteer;
  const service::RuleBook rule_book;
  const query::FollowUps follow_ups;
  const reader::Reader reader;
  const Pages pages;
  Access access;
  Cache cache;
  Jobs jobs;
  std::atomic<unsigned> fetching{0};  // questions that wait for another host

  [[nodiscard]] const catalogue::Catalogue* catalogue() const { return &rules.catalogue(); }
  // For what changes the register. Errors: those of Register::open.
  [[nodiscard]] Result<store::Register> open_to_write() const;
  [[nodiscard]] Result<store::Register> open_to_read() const;
};

// A worker's own.
struct Desk {
  Desk(Office& the_office, store::Register the_register)
      : office(the_office), reg(std::move(the_register)) {}

  Office& office;
  store::Register reg;
  Scratch scratch;
  std::int64_t seen = 0;  // state of the register, as its connection counts
};

// A request that was let in.
struct Question {
  const Request& request;
  const Target& target;
  std::vector<std::string> names;  // that the route leaves open: an id
  std::string format;              // "json", "csv", "ics", "html", "svg"
  Caller caller;
  Parameters parameters;
};

using Handler = Result<Answer> (*)(Desk& desk, Question& question);

struct Route {
  std::string_view method;   // GET is HEAD as well
  std::string_view pattern;  // below /api/v1: "meetings/*"; "**" takes all that is left
  std::string_view formats;  // besides json: "csv ics"
  service::Role needed;
  Handler handle;
  bool kept = true;  // a GET whose answer depends on the register and the address alone
};

// One file of routes/ has one of these.
struct Routes {
  const Route* begin;
  const Route* end;
};
template <std::size_t kCount>
constexpr Routes routes_in(const Route (&routes)[kCount]) {
  return {routes, routes + kCount};
}

// The route of a target's path, and how it fits.
struct Found {
  const Route* route = nullptr;
  std::vector<std::string> names;
  std::string format;
};
// Errors: not_found; usage (another method: `allowed` says which there are).
Result<Found> find_route(std::string_view method, const Target& target, std::string& allowed);

// Notices what others have written: what was answered before is forgotten then. Once before the
// first question, so that nothing that comes after it is missed.
void look_for_changes(Desk& desk);

// Answers one request, whatever it is.
Answer answer(Desk& desk, const Request& request);
// Turns away who may not ask, before the body has come.
Result<void> look(const Request& request);

}  // namespace rapporteur::http
