#include "postgresql/server.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <utility>

#include "postgresql/rows.h"

namespace rapporteur::store::postgresql {
namespace {

struct Meaning {
  std::string_view state;  // how a code of the server begins
  ErrorCode code;
};
// The first that fits counts.
constexpr std::array kMeanings = {
    Meaning{"28", ErrorCode::access_denied},
    Meaning{"42501", ErrorCode::access_denied},
    Meaning{"25006", ErrorCode::access_denied},
    Meaning{"3D", ErrorCode::not_found},
    Meaning{"55P03", ErrorCode::busy},
    Meaning{"40", ErrorCode::busy},
    Meaning{"53300", ErrorCode::busy},
    Meaning{"57P03", ErrorCode::busy},
    Meaning{"57014", ErrorCode::too_large},
    Meaning{"53200", ErrorCode::too_large},
    Meaning{"54000", ErrorCode::bad_data},
    Meaning{"54", ErrorCode::too_large},
    Meaning{"53", ErrorCode::io},
    Meaning{"57", ErrorCode::io},
    Meaning{"08", ErrorCode::io},
    Meaning{"58", ErrorCode::io},
    Meaning{"22021", ErrorCode::bad_data},
    Meaning{"XX001", ErrorCode::damaged},
    Meaning{"XX002", ErrorCode::damaged},
};

std::string sentence_of(std::string_view state, const std::string& said) {
  if (state == "55P03") return "another program is writing to the register; try again later";
  if (state == "57014") return "the question took longer than it was given";
  if (state == "54000") {
    return "an address, a name or a key is too long for a server's index, of which an entry has at "
           "most 2,700 bytes (" +
           said + ")";
  }
  if (state.starts_with("531")) return "no space is left; nothing was changed (" + said + ")";
  if (state == "42501" || state == "25006") return "the rights do not suffice: " + said;
  return said;
}

std::string_view state_of(const PGresult* answer) {
  const char* state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
  return state == nullptr ? "" : state;
}

}  // namespace

ErrorCode code_of(std::string_view state) {
  for (const Meaning& m : kMeanings) {
    if (state.starts_with(m.state)) return m.code;
  }
  return ErrorCode::internal;
}

std::string line_of(std::string_view message) {
  message = message.substr(0, message.find('\n'));
  for (const std::string_view level : {"FATAL:  ", "ERROR:  ", "PANIC:  "}) {
    if (const std::size_t at = message.find(level); at != std::string_view::npos) {
      message.remove_prefix(at + level.size());
    }
  }
  return std::string(message);
}

Error Server::broken() const {
  return {ErrorCode::io,
          "the connection broke: " + line_of(PQerrorMessage(handle_.get())) +
              "; what was not confirmed was not entered",
          path_};
}

Error Server::error_of(const PGresult* answer) const {
  const std::string_view state = state_of(answer);
  if (PQstatus(handle_.get()) == CONNECTION_BAD || state.starts_with("57P0")) return broken();
  const char* said = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
  const std::string line = said != nullptr ? said : line_of(PQresultErrorMessage(answer));
  return {code_of(state), sentence_of(state, line), path_};
}

Result<void> Server::sent(int accepted) {
  if (accepted == 1) return {};
  if (PQstatus(handle_.get()) == CONNECTION_BAD) return broken();
  return Error{ErrorCode::internal, line_of(PQerrorMessage(handle_.get())), path_};
}

Result<void> Server::wait() {
  bool cancelled = false;
  while (PQisBusy(handle_.get()) != 0) {
    int timeout = -1;
    if (deadline_ && !cancelled) {
      const auto left =
          std::chrono::ceil<std::chrono::milliseconds>(*deadline_ - Clock::now()).count();
      timeout = static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
    }
    pollfd socket{PQsocket(handle_.get()), POLLIN, 0};
    if (poll(&socket, 1, timeout) == 0 && deadline_ && Clock::now() >= *deadline_) {
      // The server answers that it was cancelled.
      PGcancel* cancel = PQgetCancel(handle_.get());
      std::array<char, 256> why{};
      if (cancel != nullptr) PQcancel(cancel, why.data(), static_cast<int>(why.size()));
      PQfreeCancel(cancel);
      cancelled = true;
      continue;
    }
    if (PQconsumeInput(handle_.get()) == 0) return broken();
  }
  return {};
}

Result<Answer> Server::receive() {
  if (Result<void> r = wait(); !r) return std::move(r).error();
  return Answer(PQgetResult(handle_.get()));
}

Result<Answer> Server::collect() {
  Result<void> asked = sent(PQpipelineSync(handle_.get()));
  if (!asked) return std::move(asked).error();
  Answer rows;
  std::optional<Error> failure;
  queued_ = 0;
  while (true) {
    Result<Answer> answer = receive();
    if (!answer) return answer;
    if (*answer == nullptr) {
      if (PQstatus(handle_.get()) == CONNECTION_BAD) return failure ? *failure : broken();
      continue;
    }
    const ExecStatusType status = PQresultStatus(answer->get());
    if (status == PGRES_PIPELINE_SYNC) break;
    if (status == PGRES_TUPLES_OK) rows = *std::move(answer);
    if (status == PGRES_FATAL_ERROR && !failure) failure = error_of(answer->get());
  }
  PQexitPipelineMode(handle_.get());
  if (!failure) return rows;
  ++generation_;
  return *std::move(failure);
}

Result<void> Server::send_gathered() {
  std::vector<Bulk*> all = std::exchange(gathered_, {});
  std::stable_sort(all.begin(), all.end(),
                   [](const Bulk* a, const Bulk* b) { return a->rank() < b->rank(); });
  Result<void> sent;
  for (Bulk* bulk : all) {
    if (sent) {
      sent = bulk->send();
    } else {
      bulk->drop();
    }
  }
  return sent;
}

Result<const ColumnTypes*> Server::column_types() {
  if (column_types_) return &*column_types_;
  Result<Answer> answer =
      ask("SELECT c.relname || '.' || a.attname, format_type(a.atttypid, NULL) "
          "FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid "
          "WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND c.relkind = 'r' "
          "AND a.attnum > 0 AND NOT a.attisdropped");
  if (!answer) return std::move(answer).error();
  ColumnTypes& out = column_types_.emplace();
  for (int i = 0; i < PQntuples(answer->get()); ++i) {
    out.emplace(PQgetvalue(answer->get(), i, 0), PQgetvalue(answer->get(), i, 1));
  }
  return &out;
}

Result<void> Server::settle() {
  if (Result<void> r = send_gathered(); !r) return r;
  if (active_ != nullptr) {
    Rows* const rows = std::exchange(active_, nullptr);
    if (Result<void> r = rows->park(); !r) return r;
  }
  if (PQpipelineStatus(handle_.get()) == PQ_PIPELINE_OFF) return {};
  Result<Answer> collected = collect();
  if (!collected) return std::move(collected).error();
  return {};
}

Result<Answer> Server::ask(const std::string& sql) {
  if (Result<void> r = settle(); !r) return std::move(r).error();
  if (Result<void> r = sent(PQsendQuery(handle_.get(), sql.c_str())); !r) {
    return std::move(r).error();
  }
  Answer rows;
  std::optional<Error> failure;
  while (true) {
    Result<Answer> answer = receive();
    if (!answer) return answer;
    if (*answer == nullptr) break;
    const ExecStatusType status = PQresultStatus(answer->get());
    if (status == PGRES_FATAL_ERROR && !failure) failure = error_of(answer->get());
    if (status == PGRES_TUPLES_OK) rows = *std::move(answer);
  }
  if (failure) return *std::move(failure);
  return rows;
}

Result<std::string> Server::word(const std::string& sql) {
  Result<Answer> answer = ask(sql);
  if (!answer) return std::move(answer).error();
  const PGresult* rows = answer->get();
  return std::string(rows == nullptr || PQntuples(rows) == 0 ? "" : PQgetvalue(rows, 0, 0));
}

Result<void> Server::exec(const std::string& sql) {
  Result<Answer> answer = ask(sql);
  if (!answer) return std::move(answer).error();
  return {};
}

Result<std::unique_ptr<Prepared>> Server::prepare(std::string_view sql, bool keep) {
  const std::size_t begin = sql.find_first_not_of(" \n");
  const std::string_view verb = sql.substr(begin == std::string_view::npos ? 0 : begin, 6);
  const bool changes = verb == "INSERT" || verb == "UPDATE" || verb == "DELETE";
  return std::unique_ptr<Prepared>(std::make_unique<Rows>(
      *this, translate(sql), changes ? Rows::Kind::changes : Rows::Kind::asks, keep));
}

Result<void> Server::begin(Work work) {
  closing_.clear();
  ++transactions_;
  std::string sql = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  if (work == Work::scratch) sql = "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE";
  if (work == Work::write) {
    // One writer at a time, whoever reads; the lock goes with the transaction. Each statement sees
    // what was confirmed before it, so that all see what the last writer did. Whatever writing
    // looks up has an index, and plans made while a table was small are kept when it is large.
    const int wait_ms = options_.busy_timeout_ms.value_or(kWaitMs);
    sql = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = " +
          std::to_string(std::max(wait_ms, 1)) + "; SELECT pg_advisory_xact_lock(" +
          std::to_string(kLock) +
          ", coalesce(hashtext(current_schema()), 0)); SET LOCAL lock_timeout = 0; "
          "SET LOCAL enable_seqscan = off";
  }
  Result<void> begun = exec(sql);
  in_transaction_ = true;
  writing_ = work == Work::write;
  if (!begun) roll_back();
  return begun;
}

Result<void> Server::commit() {
  Result<void> done = settle();
  if (done && writing_) {
    done = exec(
        "UPDATE setting SET value = CAST(CAST(value AS bigint) + 1 AS text) "
        "WHERE name = 'changes'");
  }
  if (done) done = exec("COMMIT");
  if (!done) return done;
  in_transaction_ = writing_ = false;
  return {};
}

void Server::roll_back() {
  const std::optional<Clock::time_point> deadline = std::exchange(deadline_, std::nullopt);
  for (Bulk* bulk : std::exchange(gathered_, {})) bulk->drop();
  static_cast<void>(settle());
  static_cast<void>(exec("ROLLBACK"));
  deadline_ = deadline;
  in_transaction_ = writing_ = false;
}

Result<void> Server::copy_to(const std::string&) {
  return Error{ErrorCode::unsupported,
               "a server's registers are copied by the server's own pg_dump; to have a file, "
               "export it and import what that gives",
               path_};
}

}  // namespace rapporteur::store::postgresql
