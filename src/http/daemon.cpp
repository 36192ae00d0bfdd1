#include "daemon.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdarg>
#include <exception>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include "frame.h"
#include "listening.h"
#include "pipe.h"
#include "watch.h"
#include "workers.h"

namespace rapporteur::http {

namespace {

constexpr std::size_t kHeaderBytes = 32 << 10;  // of the headers of one request
constexpr std::size_t kPieceBytes = 32 << 10;   // of a stream
constexpr unsigned kIdleSeconds = 20;

// One request and what becomes of it; lives from its first line to the last byte of the answer.
struct Exchange {
  enum class Step { begun, receiving, working, answering };
  Step step = Step::begun;
  Request request;
  Answer answer;
  std::shared_ptr<Pipe> pipe;  // of an answer that is a stream
};

std::string peer_of(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (info == nullptr || info->client_addr == nullptr) return "";
  std::array<char, INET6_ADDRSTRLEN> words{};
  const void* bytes = &reinterpret_cast<const sockaddr_in*>(info->client_addr)->sin_addr;
  if (info->client_addr->sa_family == AF_INET6) {
    bytes = &reinterpret_cast<const sockaddr_in6*>(info->client_addr)->sin6_addr;
  }
  const auto size = static_cast<socklen_t>(words.size());
  const char* out = ::inet_ntop(info->client_addr->sa_family, bytes, words.data(), size);
  return out == nullptr ? "" : out;
}

}  // namespace

struct Daemon::Impl {
  Impl(const Limits& the_limits, Doors the_doors)
      : limits(the_limits),
        doors(std::move(the_doors)),
        watch({the_limits.request, the_limits.slowest}),
        workers(worker_count(the_limits), the_limits.waiting),
        streams(the_limits.streams, 0) {}

  // The library's calls.
  static void* begin(void* self, const char* target, MHD_Connection* connection);
  static MHD_Result handle(void* self, MHD_Connection* connection, const char* url,
                           const char* method, const char* version, const char* upload,
                           std::size_t* upload_size, void** exchange);
  static void completed(void* self, MHD_Connection* connection, void** exchange,
                        MHD_RequestTerminationCode code);
  static void connected(void* self, MHD_Connection* connection, void** socket_context,
                        MHD_ConnectionNotificationCode code);
  static ssize_t next_piece(void* piece_context, std::uint64_t position, char* to,
                            std::size_t most);

  MHD_Result first_look(MHD_Connection* connection, const char* method, Exchange& exchange);
  void work(MHD_Connection* connection, Exchange& exchange);
  MHD_Result respond(MHD_Connection* connection, Exchange& exchange);
  MHD_Response* response_of(MHD_Connection* connection, Exchange& exchange);
  bool start_stream(Exchange& exchange);

  const Limits limits;
  const Doors doors;
  std::atomic<bool> stopping{false};
  Watch watch;
  Workers workers;
  Workers streams;
  MHD_Daemon* daemon = nullptr;
};

namespace {

// What a piece of a stream needs to be sent.
struct Piece {
  std::shared_ptr<Pipe> pipe;
  MHD_Connection* connection;
  Watch* watch;
};

// REQUIRES: body is set.
MHD_Response* response_of_bytes(const std::shared_ptr<const std::string>& body) {
  auto* const kept = new std::shared_ptr<const std::string>(body);
  MHD_Response* out = MHD_create_response_from_buffer_with_free_callback_cls(
      body->size(), const_cast<char*>(body->data()),
      [](void* context) { delete static_cast<std::shared_ptr<const std::string>*>(context); },
      kept);
  if (out == nullptr) delete kept;
  return out;
}

}  // namespace

void* Daemon::Impl::begin(void*, const char* target, MHD_Connection* connection) {
  auto* const exchange = new Exchange;
  exchange->request.target = target;
  exchange->request.peer = peer_of(connection);
  return exchange;
}

MHD_Result Daemon::Impl::handle(void* self, MHD_Connection* connection, const char*,
                                const char* method, const char*, const char* upload,
                                std::size_t* upload_size, void** context) {
  auto& impl = *static_cast<Impl*>(self);
  auto& exchange = *static_cast<Exchange*>(*context);
  switch (exchange.step) {
    case Exchange::Step::begun:
      return impl.first_look(connection, method, exchange);
    case Exchange::Step::receiving:
      if (*upload_size == 0) {
        impl.work(connection, exchange);
        return MHD_YES;
      }
      if (exchange.request.body.size() + *upload_size > impl.limits.body) return MHD_NO;
      exchange.request.body.append(upload, *upload_size);
      *upload_size = 0;
      return MHD_YES;
    case Exchange::Step::working:
      exchange.step = Exchange::Step::answering;
      return impl.respond(connection, exchange);
    case Exchange::Step::answering:
      break;
  }
  return MHD_NO;
}

MHD_Result Daemon::Impl::first_look(MHD_Connection* connection, const char* method,
                                    Exchange& exchange) {
  Request& request = exchange.request;
  request.method = method;
  MHD_get_connection_values(
      connection, MHD_HEADER_KIND,
      [](void* to, MHD_ValueKind, const char* name, const char* value) {
        static_cast<Headers*>(to)->emplace_back(name, value == nullptr ? "" : value);
        return MHD_YES;
      },
      &request.headers);
  Result<void> fine = check_frame(request, limits.body);
  if (fine) fine = doors.look(request);
  exchange.step = Exchange::Step::receiving;
  if (fine) return MHD_YES;
  exchange.step = Exchange::Step::answering;
  exchange.answer = answer_of(fine.error());
  // What is left of the body is not waited for.
  exchange.answer.headers.emplace_back("Connection", "close");
  return respond(connection, exchange);
}

void Daemon::Impl::work(MHD_Connection* connection, Exchange& exchange) {
  watch.is_working(connection);
  exchange.step = Exchange::Step::working;
  MHD_suspend_connection(connection);
  const bool taken = workers.take([this, connection, &exchange](unsigned worker) {
    const bool head = exchange.request.method == "HEAD";
    exchange.answer = doors.handle(std::move(exchange.request), worker);
    if (exchange.answer.stream && !head && !start_stream(exchange)) {
      exchange.answer = answer_of(
          503, {ErrorCode::busy, "too many long answers are being sent; try again later", ""});
    }
    MHD_resume_connection(connection);
  });
  if (taken) return;
  exchange.answer = answer_of(503, {ErrorCode::busy, "too many questions; try again later", ""});
  MHD_resume_connection(connection);
}

bool Daemon::Impl::start_stream(Exchange& exchange) {
  const auto pipe = std::make_shared<Pipe>();
  const bool taken = streams.take([pipe, make = exchange.answer.stream](unsigned) {
    bool whole = false;
    try {
      whole = make([&pipe](std::string_view bytes) { return pipe->write(bytes); }).has_value();
    } catch (const std::exception&) {
      whole = false;
    }
    pipe->finish(whole);
  });
  if (taken) exchange.pipe = pipe;
  return taken;
}

ssize_t Daemon::Impl::next_piece(void* context, std::uint64_t, char* to, std::size_t most) {
  auto& piece = *static_cast<Piece*>(context);
  MHD_Connection* const connection = piece.connection;
  std::size_t got = 0;
  const Pipe::State state = piece.pipe->read(
      to, most, got, [connection] { MHD_suspend_connection(connection); },
      [connection] { MHD_resume_connection(connection); });
  switch (state) {
    case Pipe::State::more:
      piece.watch->sends_more(connection, got);
      return static_cast<ssize_t>(got);
    case Pipe::State::wait:
      return 0;
    case Pipe::State::end:
      return MHD_CONTENT_READER_END_OF_STREAM;
    case Pipe::State::broken:
      break;
  }
  return MHD_CONTENT_READER_END_WITH_ERROR;
}

MHD_Response* Daemon::Impl::response_of(MHD_Connection* connection, Exchange& exchange) {
  static const auto kNothing = std::make_shared<const std::string>();
  if (exchange.pipe != nullptr) {
    watch.is_sending(connection, kPieceBytes);
    return MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, kPieceBytes, &next_piece, new Piece{exchange.pipe, connection, &watch},
        [](void* piece) { delete static_cast<Piece*>(piece); });
  }
  const auto& body = exchange.answer.body;
  watch.is_sending(connection, body == nullptr ? 0 : body->size());
  return response_of_bytes(body == nullptr ? kNothing : body);
}

MHD_Result Daemon::Impl::respond(MHD_Connection* connection, Exchange& exchange) {
  MHD_Response* const response = response_of(connection, exchange);
  if (response == nullptr) return MHD_NO;
  Answer& answer = exchange.answer;
  if (!answer.type.empty()) answer.headers.emplace_back("Content-Type", answer.type);
  if (stopping) answer.headers.emplace_back("Connection", "close");
  for (auto& header : guards_of(answer)) answer.headers.push_back(std::move(header));
  for (const auto& [name, value] : answer.headers) {
    MHD_add_response_header(response, name.c_str(), value.c_str());
  }
  const MHD_Result queued =
      MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
  MHD_destroy_response(response);
  return queued;
}

void Daemon::Impl::completed(void* self, MHD_Connection* connection, void** context,
                             MHD_RequestTerminationCode) {
  auto* const exchange = static_cast<Exchange*>(*context);
  if (exchange == nullptr) return;
  if (exchange->pipe != nullptr) exchange->pipe->abandon();
  delete exchange;
  *context = nullptr;
  static_cast<Impl*>(self)->watch.is_receiving(connection);
}

void Daemon::Impl::connected(void* self, MHD_Connection* connection, void**,
                             MHD_ConnectionNotificationCode code) {
  Watch& watch = static_cast<Impl*>(self)->watch;
  if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
    watch.gone(connection);
    return;
  }
  const MHD_ConnectionInfo* info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  if (info != nullptr) watch.came(connection, info->connect_fd);
}

Daemon::Daemon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Daemon::~Daemon() { stop(); }

Result<std::unique_ptr<Daemon>> Daemon::start(const std::string& words, std::uint16_t port,
                                              const Limits& limits, Doors doors) {
  const std::string where = words + ":" + std::to_string(port);
  Result<Address> address = address_of(words, port);
  if (!address) return address.error();
  if (Result<void> free = try_to_bind(*address, where); !free) return free.error();
  allow_files(limits.connections + 256);
  auto impl = std::make_unique<Impl>(limits, std::move(doors));
  const auto quiet = [](void*, const char*, va_list) {};
  const unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC |
                         MHD_USE_ERROR_LOG | (address->is_v6() ? unsigned{MHD_USE_IPv6} : 0U);
  impl->daemon = MHD_start_daemon(
      flags, port, nullptr, nullptr, &Impl::handle, impl.get(), MHD_OPTION_EXTERNAL_LOGGER,
      static_cast<MHD_LogCallback>(quiet), nullptr, MHD_OPTION_SOCK_ADDR, address->get(),
      MHD_OPTION_URI_LOG_CALLBACK, &Impl::begin, impl.get(), MHD_OPTION_NOTIFY_COMPLETED,
      &Impl::completed, impl.get(), MHD_OPTION_NOTIFY_CONNECTION, &Impl::connected, impl.get(),
      MHD_OPTION_CONNECTION_LIMIT, limits.connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
      limits.connections_per_address, MHD_OPTION_CONNECTION_TIMEOUT, kIdleSeconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, kHeaderBytes, MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_LISTEN_BACKLOG_SIZE, 1024U, MHD_OPTION_END);
  if (impl->daemon == nullptr) return Error{ErrorCode::io, "cannot listen", where};
  return std::unique_ptr<Daemon>(new Daemon(std::move(impl)));
}

std::uint16_t Daemon::port() const {
  const MHD_DaemonInfo* info = MHD_get_daemon_info(impl_->daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == nullptr ? std::uint16_t{0} : info->port;
}

void Daemon::stop() {
  if (impl_->daemon == nullptr) return;
  impl_->stopping = true;
  const MHD_socket listening = MHD_quiesce_daemon(impl_->daemon);
  if (!impl_->watch.wait_until_idle(std::chrono::steady_clock::now() + impl_->limits.grace)) {
    impl_->watch.cut_all();
    // Questions have a time limit of their own, and streams end when they are cut off.
    impl_->watch.wait_until_idle(std::chrono::steady_clock::now() + impl_->limits.question);
  }
  MHD_stop_daemon(std::exchange(impl_->daemon, nullptr));
  if (listening != MHD_INVALID_SOCKET) ::close(listening);
}

}  // namespace rapporteur::http
