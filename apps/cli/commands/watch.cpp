// rapporteur watch: follows feeds, round after round.
#include "rapporteur/service/watch.h"

#include "command.h"
#include "register_session.h"
#include "stop_signal.h"

namespace rapporteur::cli {

namespace {

constexpr std::uint64_t kLongestPause = 7 * 24 * 60;  // minutes

output::Row row_of(const service::Round& round) {
  output::Row row;
  const auto count = [&row](const char* name, std::uint64_t n) {
    row.integer(name, static_cast<std::int64_t>(n));
  };
  const store::Receipt& r = round.ingested.receipt;
  count("feeds", round.feeds);
  count("unchanged_feeds", round.unchanged);
  count("failed_feeds", round.failed);
  count("waiting_feeds", round.waiting);
  count("entries", round.fresh);
  count("added", r.added);
  count("changed", r.changed);
  count("kept", r.kept);
  count("unchanged", r.unchanged);
  count("failed", round.ingested.statistics.errors);
  count("claims", r.claims);
  return row;
}

std::string sentence_of(const service::Round& round) {
  const store::Receipt& r = round.ingested.receipt;
  const auto number = [](std::uint64_t n, const char* what) { return std::to_string(n) + what; };
  std::string out = number(round.feeds, " feeds asked") + " (" +
                    number(round.unchanged, " unchanged, ") + number(round.failed, " failed");
  if (round.waiting > 0) out += number(round.waiting, " others wait").insert(0, ", ");
  return out + "), " + number(round.fresh, " new or changed entries: ") +
         number(r.added, " reports added, ") + number(r.changed, " changed, ") +
         number(r.unchanged, " known already, ") +
         number(round.ingested.statistics.errors, " failed\n");
}

class Watch : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.positional("OPML", list_, "The list of feeds, as readers of feeds export it");
    arguments.flag("--once", once_, "One round, and no more");
    arguments.number("--every", every_, "Minutes from one round to the next (default: 60)");
    arguments.number("--most", most_,
                     "How many new entries of one feed are taken in a round (default: 200)");
    format_.declare(arguments, {"jsonl", "text"});
    input_.declare_fetching(arguments);
    arguments.number("--threads", threads_,
                     "How many reports to read at once (default: one a core)");
    options_.declare(arguments);
    options_.talk.declare_statistics(arguments);
  }

  Result<Exit> run(Session& session) override {
    options_.talk.apply(session);
    if (format_.name == "jsonl") session.messages.use_json();
    if (every_ == 0 || every_ > kLongestPause) {
      return Error{ErrorCode::usage, "must be from 1 to " + std::to_string(kLongestPause),
                   "--every"};
    }
    if (most_ == 0) return Error{ErrorCode::usage, "must be 1 or more", "--most"};
    Result<source::Options> documents = input_.options(session);
    if (!documents) return documents.error();
    // A list that cannot be read must not make a register.
    if (const auto feeds = source::read_opml(list_); !feeds) return feeds.error();
    Result<Opened> opened = open_for_changes(options_, store::Access::create, session);
    if (!opened) return opened.error();
    const Result<reader::Reader> reader = reader::Reader::load(*opened->pack);
    if (!reader) return reader.error();
    return follow(*reader, *documents, *opened, session);
  }

 private:
  Result<Exit> follow(const reader::Reader& reader, const source::Options& documents,
                      Opened& opened, Session& session) const {
    const StopSignal signal;
    output::Statistics all;
    std::uint64_t failed = 0;
    for (;;) {
      const auto next = std::chrono::steady_clock::now() + std::chrono::minutes(every_);
      const Result<service::Round> round = go_round(reader, documents, opened, session);
      if (!round) {
        // What holds the register, or the list, will let go of it.
        if (once_ || !may_pass(round.error())) return round.error();
        session.messages.error(round.error());
      } else {
        add(round->ingested.statistics, all);
        failed += round->ingested.statistics.errors;
        if (!print(*round, session)) break;
      }
      if (once_ || StopSignal::has_come()) break;
      StopSignal::wait_until(next);
      if (StopSignal::has_come()) break;
    }
    options_.talk.finish(session, all);
    // Of a long run what failed has been said; that it ended as asked is no failure.
    return outcome_of(session, once_ ? failed : 0);
  }

  // The list is read anew, so that feeds can be added while it runs; robots.txt is as well.
  [[nodiscard]] Result<service::Round> go_round(const reader::Reader& reader,
                                                const source::Options& documents, Opened& opened,
                                                Session& session) const {
    const Result<source::Subscriptions> list = source::read_opml(list_);
    if (!list) return list.error();
    for (const Error& error : list->errors) session.messages.error(error);
    source::Fetcher fetcher({.limit = documents.report_limit,
                             .pause = documents.pause,
                             .allow_private = documents.allow_private,
                             .stopped = &StopSignal::has_come});
    const source::Get get = [&fetcher](const std::string& address, const source::Validators& v) {
      return fetcher.get(address, v);
    };
    service::WatchOptions how;
    how.ingest.batch.threads = static_cast<unsigned>(threads_);
    how.visit.documents = documents;
    how.visit.most_entries = most_;
    how.visit.stopped = &StopSignal::has_come;
    how.every = std::chrono::minutes(every_);
    const service::IngestEvents events{
        [&](const Error& error) { session.messages.error(error); },
        [&](const output::Statistics& so_far) { session.messages.progress(so_far); }};
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    Result<service::Round> round = service::watch_once(
        reader, list->feeds, opened.reg, opened.rules->resolver(), get,
        std::chrono::duration_cast<std::chrono::seconds>(now).count(), how, events);
    if (round) round->ingested.statistics.errors += list->errors.size();
    return round;
  }

  static bool may_pass(const Error& error) {
    return error.code == ErrorCode::busy || error.code == ErrorCode::not_found ||
           error.code == ErrorCode::bad_data || error.code == ErrorCode::too_large;
  }

  static void add(const output::Statistics& round, output::Statistics& all) {
    all.reports += round.reports;
    all.bytes += round.bytes;
    all.seconds += round.seconds;
    all.facts += round.facts;
    all.errors += round.errors;
  }

  // At once: a round may be the last for an hour. False if nobody takes it.
  bool print(const service::Round& round, Session& session) const {
    std::string line;
    if (format_.name == "text") {
      line = sentence_of(round);
    } else {
      output::find_format<output::Row>("jsonl")->write(row_of(round), {}, line);
    }
    return session.results.write(line) && session.results.flush();
  }

  std::string list_;
  bool once_ = false;
  std::uint64_t every_ = 60;
  std::uint64_t most_ = 200;
  FormatOption format_{"text"};
  InputOptions input_;
  std::uint64_t threads_ = 0;
  RegisterOptions options_;
};

}  // namespace

extern const CommandEntry kWatch;
const CommandEntry kWatch = {"watch", "Follow the feeds of a list and enter what is new",
                             "rapporteur watch --register meetings.db --every 30 feeds.opml",
                             make_command<Watch>};

}  // namespace rapporteur::cli
