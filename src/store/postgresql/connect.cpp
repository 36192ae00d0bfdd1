#include <poll.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "postgresql/address.h"
#include "postgresql/open.h"
#include "postgresql/server.h"

namespace rapporteur::store::postgresql {
namespace {

constexpr int kLeastVersion = 150000;
constexpr std::chrono::seconds kPatience{10};

// Waits until the server says yes or no. False: it said nothing for too long.
bool shake_hands(PGconn* connection) {
  const Clock::time_point end = Clock::now() + kPatience;
  PostgresPollingStatusType next = PGRES_POLLING_WRITING;
  while (next == PGRES_POLLING_READING || next == PGRES_POLLING_WRITING) {
    pollfd socket{PQsocket(connection),
                  next == PGRES_POLLING_READING ? short{POLLIN} : short{POLLOUT}, 0};
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0 || poll(&socket, 1, static_cast<int>(left)) == 0) return false;
    next = PQconnectPoll(connection);
  }
  return true;
}

// "...FATAL:  28P01: password ..." has 28P01.
std::string state_in(std::string_view message) {
  const auto is_state = [](std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](unsigned char c) {
      return std::isdigit(c) != 0 || (c >= 'A' && c <= 'Z');
    });
  };
  for (std::size_t at = message.find(":  "); at != std::string_view::npos;
       at = message.find(":  ", at + 1)) {
    const std::string_view rest = message.substr(at + 3);
    if (rest.size() > 6 && rest[5] == ':' && is_state(rest.substr(0, 5))) {
      return std::string(rest.substr(0, 5));
    }
  }
  return "";
}

Error refusal(PGconn* connection, const std::string& path) {
  const std::string message = PQerrorMessage(connection);
  const std::string state = state_in(message);
  std::string said = line_of(message);
  if (!state.empty() && said.starts_with(state)) said = said.substr(state.size() + 2);
  if (PQconnectionNeedsPassword(connection) != 0) {
    return {ErrorCode::access_denied,
            "the server asks for a password: PGPASSWORD, ~/.pgpass or the address may hold it",
            path};
  }
  if (state == "3D000") {
    return {ErrorCode::not_found, said + "; `createdb` makes it", path};
  }
  if (state.starts_with("28")) {
    return {ErrorCode::access_denied, "the server does not let us in: " + said, path};
  }
  if (state.empty()) return {ErrorCode::io, "no server answers: " + said, path};
  return {code_of(state), "the server refuses: " + said, path};
}

std::string version_name(int number) {
  return number >= 100000
             ? std::to_string(number / 10000)
             : std::to_string(number / 10000) + "." + std::to_string(number / 100 % 100);
}

}  // namespace

Result<std::unique_ptr<Server>> Server::open(const std::string& address,
                                             const OpenOptions& options) {
  std::unique_ptr<Server> server(new Server(address, without_password(address), options));
  Result<void> ready = server->connect();
  if (ready) ready = server->greet();
  if (!ready) return std::move(ready).error();
  return server;
}

Result<std::unique_ptr<Connection>> open(const std::string& address, const OpenOptions& options) {
  Result<std::unique_ptr<Server>> server = Server::open(address, options);
  if (!server) return std::move(server).error();
  return std::unique_ptr<Connection>(*std::move(server));
}

Result<void> Server::connect() {
  if (!is_plain(address_)) {
    return Error{ErrorCode::bad_data,
                 "no address of a register: write '@', '/' and '?' in a name or password as %40, "
                 "%2F and %3F",
                 path_};
  }
  const std::array names = {"dbname", "fallback_application_name", "client_encoding",
                            static_cast<const char*>(nullptr)};
  const std::array values = {address_.c_str(), "rapporteur", "UTF8",
                             static_cast<const char*>(nullptr)};
  handle_.reset(PQconnectStartParams(names.data(), values.data(), 1));
  if (handle_ == nullptr) return Error{ErrorCode::io, "out of memory", path_};
  // What the library says of a malformed address quotes it, password and all.
  if (PQsocket(handle_.get()) < 0 && PQstatus(handle_.get()) == CONNECTION_BAD) {
    PQconninfoOption* parsed = PQconninfoParse(address_.c_str(), nullptr);
    if (parsed == nullptr) return Error{ErrorCode::bad_data, "no address of a register", path_};
    PQconninfoFree(parsed);
    return refusal(handle_.get(), path_);
  }
  PQsetErrorVerbosity(handle_.get(), PQERRORS_VERBOSE);
  PQsetNoticeReceiver(handle_.get(), [](void*, const PGresult*) {}, nullptr);
  if (!shake_hands(handle_.get())) {
    return Error{ErrorCode::io, "no server answers: it says nothing for 10 seconds", path_};
  }
  if (PQstatus(handle_.get()) != CONNECTION_OK) return refusal(handle_.get(), path_);
  return {};
}

Result<void> Server::greet() {
  const int version = PQserverVersion(handle_.get());
  if (version < kLeastVersion) {
    return Error{ErrorCode::unsupported,
                 "the server is PostgreSQL " + version_name(version) + "; registers need version " +
                     version_name(kLeastVersion) + " or later",
                 path_};
  }
  const char* const encoding = PQparameterStatus(handle_.get(), "server_encoding");
  if (encoding == nullptr || std::string_view(encoding) != "UTF8") {
    return Error{ErrorCode::unsupported,
                 "the database keeps text as " + std::string(encoding == nullptr ? "?" : encoding) +
                     "; make one with `createdb --encoding UTF8 --template template0`",
                 path_};
  }
  Result<void> set = exec(
      "SET standard_conforming_strings = on; SET extra_float_digits = 1; SET jit = off; "
      "SET cursor_tuple_fraction = 1; SET client_min_messages = warning" +
      std::string(options_.access == Access::read ? "; SET default_transaction_read_only = on"
                                                  : ""));
  if (!set) return set;
  Result<std::string> schema = word("SELECT quote_ident(current_schema())");
  if (!schema) return std::move(schema).error();
  if (schema->empty()) {
    return Error{ErrorCode::access_denied,
                 "there is no schema that the role may use; see its search_path", path_};
  }
  schema_ = *std::move(schema);
  return {};
}

}  // namespace rapporteur::store::postgresql
