// rapporteur serve: the register over HTTP, and the pages that show it.
#include <unistd.h>

#include <chrono>
#include <cstdlib>

#include "command.h"
#include "rapporteur/http/server.h"
#include "register_session.h"
#include "stop_signal.h"
#include "today.h"

namespace rapporteur::cli {

namespace {

std::string shown(const std::string& address) {
  return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

// Where built pages lie: `given`, else $RAPPORTEUR_PAGES, else beside the program, beside its
// folder (build/pages) or installed; "" if nowhere.
std::string find_pages(const std::string& given, const std::string& program_folder) {
  if (!given.empty()) return given;
  if (const char* named = std::getenv("RAPPORTEUR_PAGES"); named != nullptr && *named != '\0') {
    return named;
  }
  for (const char* place : {"/pages", "/../pages", "/../share/rapporteur/pages"}) {
    std::string folder = program_folder + place;
    if (::access((folder + "/index.html").c_str(), R_OK) == 0) return folder;
  }
  return {};
}

class Serve : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.text("--address", options_.address,
                   "The address to listen on (default: 127.0.0.1, this machine alone)");
    arguments.number("--port", port_, "The port (default: 8080; 0: any that is free)");
    arguments.list("--name", options_.names,
                   "A host name under which it is reached, as a proxy's; may be repeated. Then "
                   "everything needs a token");
    arguments.flag("--closed", options_.closed, "Reading needs a token on this machine as well");
    arguments.text("--tokens", options_.token_file,
                   "The file of `rapporteur token` (default: the register's name and .tokens)");
    arguments.text("--pages", options_.pages,
                   "A folder of built pages (default: RAPPORTEUR_PAGES, or pages/ beside the "
                   "program or its folder; else a plain page)");
    arguments.number("--workers", workers_, "Questions answered at once (default: two a core)");
    arguments.number("--connections", connections_, "Connections at once (default: 4096)");
    arguments.number("--connections-each", connections_each_,
                     "Connections at once from one address (default: no limit of its own)");
    arguments.number("--rate", rate_,
                     "Requests a second from one token or address (default: no limit)");
    arguments.number("--request-ms", request_ms_,
                     "Milliseconds until a request must have come whole (default: 15000)");
    arguments.number("--question-ms", question_ms_,
                     "Milliseconds that one answer may take (default: 10000)");
    arguments.number("--body-mb", body_mb_, "The largest request, in MB (default: 16)");
    arguments.flag("--allow-private", options_.allow_private,
                   "Also fetch from hosts that only this machine or its own network reaches");
    register_.declare(arguments);
  }

  Result<Exit> run(Session& session) override {
    register_.talk.apply(session);
    if (Result<void> fine = check(); !fine) return fine.error();
    // The same errors as for any question; what is open now is not what serves.
    Result<Opened> opened = open_for_changes(register_, store::Access::create, session);
    if (!opened) return opened.error();
    options_.register_path = register_.file.name();
    options_.register_name = opened->reg.path();
    options_.today = today;
    options_.pages = find_pages(options_.pages, session.program_folder);
    const StopSignal signal;
    Result<std::unique_ptr<http::Server>> server = http::Server::start(*opened->pack, options_);
    if (!server) return server.error();
    if (!announce(**server, session)) return outcome_of(session, 0);
    while (!StopSignal::has_come()) {
      StopSignal::wait_until(std::chrono::steady_clock::now() + std::chrono::hours(1));
    }
    (*server)->stop();
    return outcome_of(session, 0);
  }

 private:
  Result<void> check() {
    const auto within = [](const char* name, std::uint64_t value, std::uint64_t least,
                           std::uint64_t most) -> Result<void> {
      if (value >= least && value <= most) return {};
      return Error{ErrorCode::usage,
                   "must be from " + std::to_string(least) + " to " + std::to_string(most), name};
    };
    struct Limit {
      const char* name;
      std::uint64_t value, least, most;
    };
    for (const Limit& limit :
         {Limit{"--port", port_, 0, 65535}, Limit{"--workers", workers_, 0, 256},
          Limit{"--connections", connections_, 1, 65536},
          Limit{"--connections-each", connections_each_, 0, 65536},
          Limit{"--rate", rate_, 0, 1'000'000}, Limit{"--request-ms", request_ms_, 100, 600'000},
          Limit{"--question-ms", question_ms_, 100, 600'000},
          Limit{"--body-mb", body_mb_, 1, 1024}}) {
      if (Result<void> fine = within(limit.name, limit.value, limit.least, limit.most); !fine) {
        return fine;
      }
    }
    http::Limits& limits = options_.limits;
    options_.port = static_cast<std::uint16_t>(port_);
    limits.workers = static_cast<unsigned>(workers_);
    limits.connections = static_cast<unsigned>(connections_);
    limits.connections_per_address = static_cast<unsigned>(connections_each_);
    limits.requests_per_second = static_cast<unsigned>(rate_);
    limits.request = std::chrono::milliseconds(request_ms_);
    limits.question = std::chrono::milliseconds(question_ms_);
    limits.body = body_mb_ << 20;
    return {};
  }

  bool announce(const http::Server& server, Session& session) const {
    const std::string line =
        "http://" + shown(options_.address) + ":" + std::to_string(server.port()) + "/\n";
    if (!server.is_open()) {
      session.messages.note({ErrorCode::access_denied,
                             "everything needs a token; make one with `rapporteur token create`",
                             ""});
    }
    if (!session.results.write(line) || !session.results.flush()) return false;
    session.messages.hint(options_.pages.empty()
                              ? "Open it in a browser; script/pages builds its pages. Ctrl-C ends."
                              : "Open it in a browser. Ctrl-C ends.");
    return true;
  }

  http::Options options_;
  std::uint64_t port_ = 8080;
  std::uint64_t workers_ = 0;
  std::uint64_t connections_ = 4096;
  std::uint64_t connections_each_ = 0;
  std::uint64_t rate_ = 0;
  std::uint64_t request_ms_ = 15000;
  std::uint64_t question_ms_ = 10000;
  std::uint64_t body_mb_ = 16;
  RegisterOptions register_;
};

}  // namespace

extern const CommandEntry kServe;
const CommandEntry kServe = {"serve", "Answer questions on the register over HTTP",
                             "rapporteur serve --register meetings.db --port 8080",
                             make_command<Serve>};

}  // namespace rapporteur::cli
