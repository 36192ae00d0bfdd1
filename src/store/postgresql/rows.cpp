#include "postgresql/rows.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace rapporteur::store::postgresql {
namespace {

constexpr int kBatch = 500;       // rows of a cursor at a time
constexpr int kMostQueued = 512;  // statements before their answers are read
constexpr Oid kBoolean = 16;
constexpr Oid kText = 25;
constexpr Oid kNumbers[] = {kBoolean, 20, 21, 23, 26, 700, 701, 1700};

// What libpq takes: pointers to texts, null for NULL.
std::vector<const char*> pointers(const std::vector<std::optional<std::string>>& values) {
  std::vector<const char*> out;
  out.reserve(values.size());
  for (const auto& v : values) out.push_back(v ? v->c_str() : nullptr);
  return out;
}

}  // namespace

Rows::Rows(Server& server, Translated sql, Kind kind, bool keep)
    : server_(server),
      sql_(std::move(sql)),
      kind_(kind),
      keep_(keep),
      values_(static_cast<std::size_t>(sql_.parameters)),
      may_gather_(kind == Kind::changes && keep && sql_.sql.starts_with("INSERT INTO ")) {
  // The server finds out what a parameter is by where it stands; one that stands nowhere is a text.
  for (int i = 1; i <= sql_.parameters; ++i) types_.push_back(sql_.numbers.contains(i) ? 0 : kText);
}

// More values than the translation has use for are dropped.
Result<void> Rows::put(int index, std::optional<std::string> value) {
  if (index <= sql_.parameters) values_[static_cast<std::size_t>(index) - 1] = std::move(value);
  return {};
}

Result<void> Rows::bind_text(int index, std::string_view v) {
  if (v.find('\0') != std::string_view::npos) {
    return Error{ErrorCode::bad_data,
                 "a text holds a NUL character, which a PostgreSQL register cannot keep",
                 server_.path()};
  }
  return put(index, std::string(v));
}

Result<void> Rows::bind_integer(int index, std::int64_t v) { return put(index, std::to_string(v)); }

Result<void> Rows::bind_real(int index, double v) {
  char digits[32];
  const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), v);
  return put(index, std::string(std::begin(digits), end));
}

Result<void> Rows::bind_null(int index) { return put(index, std::nullopt); }

Result<void> Rows::send() {
  PGconn* const to = server_.handle_.get();
  const std::vector<const char*> values = pointers(values_);
  const int count = static_cast<int>(values.size());
  if (!keep_) {
    return server_.sent(PQsendQueryParams(to, sql_.sql.c_str(), count, types_.data(), values.data(),
                                          nullptr, nullptr, 0));
  }
  return server_.sent(
      PQsendQueryPrepared(to, name_.c_str(), count, values.data(), nullptr, nullptr, 0));
}

bool Rows::must_prepare() const { return keep_ && generation_ != server_.generation_; }

void Rows::give_name() {
  name_ = "s" + std::to_string(++server_.names_);
  generation_ = server_.generation_;
}

Result<void> Rows::stream() {
  if (Result<void> r = server_.settle(); !r) return r;
  PGconn* const to = server_.handle_.get();
  if (must_prepare()) {
    give_name();
    const Answer made(
        PQprepare(to, name_.c_str(), sql_.sql.c_str(), sql_.parameters, types_.data()));
    if (PQresultStatus(made.get()) != PGRES_COMMAND_OK) {
      generation_ = -1;
      return server_.error_of(made.get());
    }
  }
  if (Result<void> r = send(); !r) return r;
  PQsetSingleRowMode(to);
  state_ = State::streaming;
  server_.active_ = this;
  return {};
}

// Behind what was queued, so that both take one way there and back.
Result<void> Rows::follow() {
  if (Result<void> r = server_.send_gathered(); !r) return r;
  PGconn* const to = server_.handle_.get();
  if (PQpipelineStatus(to) == PQ_PIPELINE_OFF) {
    if (Result<void> r = server_.settle(); !r) return r;
    PQenterPipelineMode(to);
  }
  if (Result<void> r = prepare_in_pipeline(); !r) return r;
  if (Result<void> r = send(); !r) return r;
  state_ = State::ended;
  Result<Answer> all = server_.collect();
  if (!all) return std::move(all).error();
  rows_ = *std::move(all);
  row_ = -1;
  return {};
}

Result<void> Rows::prepare_in_pipeline() {
  if (!must_prepare()) return {};
  give_name();
  return server_.sent(PQsendPrepare(server_.handle_.get(), name_.c_str(), sql_.sql.c_str(),
                                    sql_.parameters, types_.data()));
}

Result<void> Rows::open_cursor() {
  if (Result<void> r = server_.settle(); !r) return r;
  PGconn* const to = server_.handle_.get();
  PQenterPipelineMode(to);
  const auto command = [&](const std::string& sql) {
    return server_.sent(
        PQsendQueryParams(to, sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0));
  };
  for (const std::string& name : std::exchange(server_.closing_, {})) {
    if (Result<void> r = command("CLOSE " + name); !r) return r;
  }
  cursor_ = "c" + std::to_string(++server_.names_);
  transaction_ = server_.transactions_;
  sql_.sql = "DECLARE " + cursor_ + " NO SCROLL CURSOR FOR " + sql_.sql;
  if (Result<void> r = send(); !r) return r;
  if (Result<void> r = command("FETCH " + std::to_string(kBatch) + " FROM " + cursor_); !r) {
    return r;
  }
  state_ = State::cursor;
  Result<Answer> batch = server_.collect();
  if (!batch) {
    cursor_.clear();
    state_ = State::ended;
    return std::move(batch).error();
  }
  rows_ = *std::move(batch);
  row_ = -1;
  return {};
}

Result<void> Rows::start() {
  if (state_ != State::fresh) return {};
  if (keep_ && server_.writing_) return follow();
  if (keep_ || !server_.in_transaction_) {
    Result<void> r = stream();
    // Its columns are known with its first answer.
    if (r) r = take_first();
    return r;
  }
  return open_cursor();
}

Result<void> Rows::take_first() {
  Result<bool> more = next_of_stream();
  if (!more) return std::move(more).error();
  row_ = -1;
  return {};
}

// Takes the next answer; its row, if it has one, is the current one.
Result<bool> Rows::next_of_stream() {
  Result<Answer> answer = server_.receive();
  if (!answer) {
    server_.active_ = nullptr;
    state_ = State::ended;
    return std::move(answer).error();
  }
  if (PQresultStatus(answer->get()) == PGRES_SINGLE_TUPLE) {
    rows_ = *std::move(answer);
    row_ = 0;
    return true;
  }
  state_ = State::ended;
  server_.active_ = nullptr;
  std::optional<Error> failure;
  for (; *answer != nullptr; *answer = Answer(PQgetResult(server_.handle_.get()))) {
    if (PQresultStatus(answer->get()) == PGRES_FATAL_ERROR && !failure) {
      failure = server_.error_of(answer->get());
    }
    // An empty answer: it names the columns.
    if (rows_ == nullptr && PQresultStatus(answer->get()) == PGRES_TUPLES_OK) {
      rows_ = std::move(*answer);
    }
  }
  if (failure) return *std::move(failure);
  return false;
}

Result<void> Rows::park() {
  Answer all;
  int count = 0;
  while (true) {
    Result<Answer> answer = server_.receive();
    if (!answer) return std::move(answer).error();
    if (*answer == nullptr) break;
    const PGresult* one = answer->get();
    if (PQresultStatus(one) == PGRES_FATAL_ERROR) return server_.error_of(one);
    if (PQntuples(one) == 0) continue;
    if (all == nullptr) all.reset(PQcopyResult(one, PG_COPYRES_ATTRS));
    for (int i = 0; i < PQnfields(one); ++i) {
      const bool null = PQgetisnull(one, 0, i) != 0;
      PQsetvalue(all.get(), count, i, null ? nullptr : PQgetvalue(one, 0, i),
                 null ? -1 : PQgetlength(one, 0, i));
    }
    ++count;
  }
  parked_ = std::move(all);
  state_ = State::ended;
  return {};
}

Result<bool> Rows::step() {
  if (kind_ == Kind::changes) {
    Result<void> r = run();
    if (!r) return std::move(r).error();
    return false;
  }
  if (Result<void> r = start(); !r) return std::move(r).error();
  if (rows_ != nullptr && row_ + 1 < PQntuples(rows_.get())) {
    ++row_;
    return true;
  }
  if (parked_ != nullptr) {
    rows_ = std::move(parked_);
    row_ = 0;
    return true;
  }
  if (state_ == State::streaming) return next_of_stream();
  if (state_ != State::cursor || PQntuples(rows_.get()) < kBatch) {
    state_ = State::ended;
    return false;
  }
  Result<Answer> batch = server_.ask("FETCH " + std::to_string(kBatch) + " FROM " + cursor_);
  if (!batch) {
    state_ = State::ended;
    return std::move(batch).error();
  }
  rows_ = *std::move(batch);
  row_ = -1;
  if (PQntuples(rows_.get()) == 0) return false;
  row_ = 0;
  return true;
}

Result<bool> Rows::gather() {
  if (!may_gather_ || !server_.writing_) return false;
  if (bulk_ == nullptr) {
    Result<const ColumnTypes*> types = server_.column_types();
    if (!types) return std::move(types).error();
    bulk_ = Bulk::of(server_, sql_.sql, **types);
    may_gather_ = bulk_ != nullptr;
    if (!may_gather_) return false;
  }
  if (bulk_->is_empty()) server_.gathered_.push_back(bulk_.get());
  bulk_->add(values_);
  if (!bulk_->is_full()) return true;
  if (Result<void> r = server_.send_gathered(); !r) return std::move(r).error();
  return true;
}

Result<void> Rows::run() {
  if (kind_ == Kind::asks) {
    while (true) {
      Result<bool> more = step();
      if (!more) return std::move(more).error();
      if (!*more) return {};
    }
  }
  const Result<bool> gathered = gather();
  if (!gathered) return gathered.error();
  if (*gathered) return {};
  if (Result<void> r = server_.send_gathered(); !r) return r;
  PGconn* const to = server_.handle_.get();
  if (PQpipelineStatus(to) == PQ_PIPELINE_OFF) {
    if (Result<void> r = server_.settle(); !r) return r;
    PQenterPipelineMode(to);
  }
  if (Result<void> r = prepare_in_pipeline(); !r) return r;
  if (Result<void> r = send(); !r) return r;
  if (++server_.queued_ < kMostQueued && server_.in_transaction_) return {};
  return server_.settle();
}

void Rows::rewind() {
  // What is still coming belongs to nobody.
  if (server_.active_ == this) {
    server_.active_ = nullptr;
    while (Answer(PQgetResult(server_.handle_.get())) != nullptr) {
    }
  }
  // The end of its transaction has closed it already.
  if (!cursor_.empty() && server_.in_transaction_ && transaction_ == server_.transactions_) {
    server_.closing_.push_back(cursor_);
  }
  cursor_.clear();
  state_ = State::fresh;
  rows_ = nullptr;
  parked_ = nullptr;
  row_ = -1;
  std::fill(values_.begin(), values_.end(), std::nullopt);
}

int Rows::columns() const { return rows_ == nullptr ? 0 : PQnfields(rows_.get()); }

std::string Rows::column_name(int column) const {
  const char* name = rows_ == nullptr ? nullptr : PQfname(rows_.get(), column);
  return name == nullptr ? "" : name;
}

bool Rows::is_null(int column) const { return PQgetisnull(rows_.get(), row_, column) != 0; }

bool Rows::is_number(int column) const {
  const Oid type = PQftype(rows_.get(), column);
  return !is_null(column) &&
         std::find(std::begin(kNumbers), std::end(kNumbers), type) != std::end(kNumbers);
}

std::string_view Rows::text(int column) const {
  const std::string_view out(PQgetvalue(rows_.get(), row_, column),
                             static_cast<std::size_t>(PQgetlength(rows_.get(), row_, column)));
  if (PQftype(rows_.get(), column) != kBoolean) return out;
  return out == "t" ? "1" : out == "f" ? "0" : out;
}

std::int64_t Rows::integer(int column) const {
  const std::string_view digits = text(column);
  std::int64_t out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

double Rows::real(int column) const {
  const std::string_view digits = text(column);
  double out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

}  // namespace rapporteur::store::postgresql
