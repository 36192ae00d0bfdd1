// From a request to its answer: who asks, what for, what was answered before, what must be said.
#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include "desk.h"
#include "rapporteur/base/digest.h"

namespace rapporteur::http {

namespace {

using service::Role;

bool is_api(const Target& target) {
  return target.segments.size() >= 2 && target.segments[0] == "api" && target.segments[1] == "v1";
}

// Paths on the disk are nobody's business.
Error without_paths(Error error, const Office& office) {
  const std::string& path = office.options.register_name;
  for (std::string* words : {&error.where, &error.message}) {
    for (std::size_t at = words->find(path); at != std::string::npos; at = words->find(path, at)) {
      words->replace(at, path.size(), "register");
      at += 8;
    }
  }
  return error;
}

std::string tag_of(const Answer& answer) {
  return '"' + sha256_hex(*answer.body).substr(0, 24) + '"';
}

void add_tag(Answer& answer) {
  answer.headers.emplace_back("ETag", tag_of(answer));
  answer.headers.emplace_back("Cache-Control", "private, no-cache");
}

// 304 for who has it already.
Answer unless_known(Answer answer, const Request& request) {
  const std::string_view known = request.header("If-None-Match");
  if (known.empty() || answer.status != 200) return answer;
  for (const auto& [name, value] : answer.headers) {
    if (name != "ETag" || known != value) continue;
    answer.status = 304;
    answer.body = nullptr;
    answer.type.clear();
  }
  return answer;
}

Answer failed(const Error& error, const Office& office) {
  // A question has no size: it is its time that was too long.
  const bool took_too_long =
      error.code == ErrorCode::too_large && error.where == office.options.register_name;
  const Error clean = without_paths(error, office);
  if (!took_too_long) return answer_of(clean);
  return answer_of(503,
                   {ErrorCode::too_large, "the answer takes too long; narrow the question", ""});
}

Answer ask(Desk& desk, const Request& request, const Target& target, const Found& found,
           const Caller& caller) {
  Question question{request, target, found.names, found.format, caller, Parameters(target)};
  const bool kept = found.route->kept && found.route->method == "GET";
  look_for_changes(desk);
  const std::uint64_t generation = desk.office.cache.generation();
  // What is upcoming is another thing tomorrow.
  const std::string name = desk.office.options.today() + request.target;
  if (kept) {
    if (std::optional<Answer> known = desk.office.cache.find(name)) {
      return unless_known(*std::move(known), request);
    }
  }
  desk.reg.give_time(desk.office.options.limits.question);
  Result<Answer> made = found.route->handle(desk, question);
  if (!made) return failed(made.error(), desk.office);
  if (made->stream || made->status != 200) return *std::move(made);
  if (!kept) {
    made->headers.emplace_back("Cache-Control", "no-store");
    return *std::move(made);
  }
  add_tag(*made);
  desk.office.cache.keep(name, *made, generation);
  return unless_known(*std::move(made), request);
}

// Browsers and calendars ask for the token then; its name may be anything. What a script of a page
// asks for is no such question: the page says itself what is missing, and no window of the browser
// comes between.
std::string challenge(const Request& request) {
  if (request.header("Authorization").starts_with("Bearer")) {
    return "Bearer realm=\"rapporteur\", error=\"invalid_token\"";
  }
  const std::string_view mode = request.header("Sec-Fetch-Mode");
  if (!mode.empty() && mode != "navigate") return "Bearer realm=\"rapporteur\"";
  return "Basic realm=\"rapporteur\", charset=\"UTF-8\"";
}

Answer refused(const Access::Refusal& refusal, const Request& request) {
  Answer out = answer_of(refusal.status, refusal.error);
  if (refusal.status == 401) out.headers.emplace_back("WWW-Authenticate", challenge(request));
  return out;
}

Result<void> check_body(const Request& request) {
  if (request.method == "GET" || request.method == "HEAD" || request.body.empty()) return {};
  const std::string_view type = request.header("Content-Type");
  // No form of another site's page can send this without asking first.
  if (type.substr(0, type.find(';')) == "application/json") return {};
  return Error{ErrorCode::unsupported, "send application/json", "Content-Type"};
}

Answer answer_api(Desk& desk, const Request& request, const Target& target) {
  std::string allowed;
  const Result<Found> found = find_route(request.method, target, allowed);
  const bool changes = request.method != "GET" && request.method != "HEAD";
  Caller caller;
  const Role needed = found ? found->route->needed : Role::reader;
  if (const auto refusal = desk.office.access.admit(request, changes, needed, caller)) {
    return refused(*refusal, request);
  }
  if (!found && !allowed.empty()) {
    Answer out = answer_of(405, found.error());
    out.headers.emplace_back("Allow", allowed);
    return out;
  }
  if (!found) return answer_of(found.error());
  if (const Result<void> fine = check_body(request); !fine) return answer_of(fine.error());
  return ask(desk, request, target, *found, caller);
}

Answer answer_page(Desk& desk, const Request& request, const Target& target) {
  Caller caller;
  const bool changes = request.method != "GET" && request.method != "HEAD";
  if (const auto refusal = desk.office.access.admit(request, changes, Role::reader, caller)) {
    return refused(*refusal, request);
  }
  if (changes) {
    Answer out = answer_of(405, {ErrorCode::usage, "pages can only be looked at", target.path()});
    out.headers.emplace_back("Allow", "GET, HEAD");
    return out;
  }
  Result<Answer> page = desk.office.pages.answer(target);
  if (!page) return answer_of(page.error());
  page->page = true;
  return *std::move(page);
}

}  // namespace

void look_for_changes(Desk& desk) {
  const Result<std::int64_t> now = desk.reg.changes();
  if (!now || *now == desk.seen) return;
  desk.office.cache.turn();
  desk.seen = *now;
}

Result<void> look(const Request& request) {
  static constexpr std::array<std::string_view, 5> kMethods = {"GET", "HEAD", "POST", "DELETE",
                                                               "PUT"};
  if (std::find(kMethods.begin(), kMethods.end(), request.method) == kMethods.end()) {
    return Error{ErrorCode::usage, "no such method here", request.method};
  }
  if (Result<Target> target = parse_target(request.target); !target) return target.error();
  return {};
}

Answer answer(Desk& desk, const Request& request) {
  const Result<Target> target = parse_target(request.target);
  if (!target) return answer_of(target.error());
  try {
    return is_api(*target) ? answer_api(desk, request, *target)
                           : answer_page(desk, request, *target);
  } catch (const std::exception& e) {
    return answer_of({ErrorCode::internal, e.what(), ""});
  }
}

}  // namespace rapporteur::http
