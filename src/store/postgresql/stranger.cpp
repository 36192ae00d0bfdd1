// A stranger's question: on a connection of its own, as a cursor (which takes nothing but
// questions, one at a time), in a transaction that can only read, for so long.
#include <algorithm>
#include <array>

#include "postgresql/rows.h"

namespace rapporteur::store::postgresql {
namespace {

// The connection goes with the answer.
struct OwnServer {
  std::unique_ptr<Server> server;
};
class StrangersRows : private OwnServer, public Rows {
 public:
  StrangersRows(std::unique_ptr<Server> own, std::string_view sql)
      : OwnServer{std::move(own)}, Rows(*server, {std::string(sql), 0, {}}, Kind::asks, false) {}
  Result<void> start() override {
    Result<void> r = Rows::start();
    if (r) return r;
    return theirs(r.error());
  }
  Result<bool> step() override {
    Result<bool> r = Rows::step();
    if (r) return r;
    return theirs(r.error());
  }

 private:
  // What is wrong with a question is for who asked it.
  static Error theirs(const Error& error) {
    if (error.message.find("multiple commands") != std::string::npos) {
      return {ErrorCode::usage, "give one SQL statement", error.where};
    }
    const bool is_ours = error.code == ErrorCode::io || error.code == ErrorCode::too_large ||
                         error.code == ErrorCode::access_denied || error.code == ErrorCode::damaged;
    return {is_ours ? error.code : ErrorCode::usage, error.message, error.where};
  }
};

bool is_question(std::string_view sql) {
  const std::size_t begin = sql.find_first_not_of(" \t\r\n(");
  std::string word;
  for (std::size_t i = begin;
       i < sql.size() && std::isalpha(static_cast<unsigned char>(sql[i])) != 0; ++i) {
    word += static_cast<char>(std::tolower(static_cast<unsigned char>(sql[i])));
  }
  constexpr std::array<std::string_view, 4> kQuestions = {"select", "with", "values", "table"};
  return std::find(kQuestions.begin(), kQuestions.end(), word) != kQuestions.end() ||
         (begin != std::string_view::npos && (sql[begin] == '-' || sql[begin] == '/'));
}

}  // namespace

Result<std::unique_ptr<Prepared>> Server::prepare_stranger(std::string_view sql,
                                                           int time_limit_ms) {
  if (sql.find_first_not_of(" \t\r\n;") == std::string_view::npos) {
    return Error{ErrorCode::usage, "give one SQL statement", path_};
  }
  if (!is_question(sql)) {
    return Error{ErrorCode::usage,
                 "the statement would do more than read the register: it must begin with SELECT, "
                 "WITH, VALUES or TABLE",
                 path_};
  }
  OpenOptions options = options_;
  options.access = Access::read;
  Result<std::unique_ptr<Server>> own = Server::open(address_, options);
  if (!own) return std::move(own).error();
  const Result<std::string> all = (*own)->word("SELECT current_setting('is_superuser')");
  if (!all) return all.error();
  if (*all == "on") {
    return Error{ErrorCode::access_denied,
                 "the role is a superuser of the server, whose questions may do more than read; "
                 "ask as another role",
                 path_};
  }
  Result<void> begun = (*own)->begin(Work::read);
  if (begun) begun = (*own)->exec("SET LOCAL statement_timeout = " + std::to_string(time_limit_ms));
  if (!begun) return std::move(begun).error();
  (*own)->give_until(Clock::now() + std::chrono::milliseconds(time_limit_ms));
  return std::unique_ptr<Prepared>(std::make_unique<StrangersRows>(*std::move(own), sql));
}

}  // namespace rapporteur::store::postgresql
