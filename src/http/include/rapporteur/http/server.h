// The HTTP interface to one register (docs/openapi.yaml), and the built pages beside it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"

namespace rapporteur::http {

// What one server takes on at most. Whatever exceeds a limit is answered or cut off, never queued
// without end.
struct Limits {
  unsigned workers = 0;                       // questions answered at once; 0: two a core
  std::size_t waiting = 512;                  // questions that may wait for a worker
  unsigned streams = 8;                       // answers of any length sent at once
  unsigned connections = 4096;                // all together
  unsigned connections_per_address = 0;       // 0: no limit of its own
  unsigned requests_per_second = 0;           // of one token or address; 0: no limit
  std::uint64_t body = 16U << 20;             // bytes of one request
  std::chrono::milliseconds request{15000};   // until a request has come whole, however it drips
  std::chrono::milliseconds question{10000};  // for the answer to one question
  std::uint64_t slowest = 4096;               // bytes a second in which an answer must be taken
  std::chrono::milliseconds grace{10000};     // for what is being answered when the server stops
  std::uint64_t cache = 64U << 20;            // bytes of answers that are kept
};

struct Options {
  std::string register_path;          // or address
  std::string register_name;          // what errors call it; register_path if empty
  std::string address = "127.0.0.1";  // "127.0.0.1", "::1", "0.0.0.0"; no names
  std::uint16_t port = 8080;          // 0: any that is free
  // Host names under which clients reach it besides its address: behind a proxy, the proxy's.
  std::vector<std::string> names;
  bool closed = false;     // everything needs a token, on loopback as well
  std::string token_file;  // service::token_file_of(register_path) if empty
  std::string pages;       // folder of built pages; empty: a plain start page
  // The day from which meetings are upcoming where none is asked for; asked for each time.
  std::function<std::string()> today;
  bool allow_private = false;  // fetch also from hosts that only this machine or network reaches
  Limits limits;
};

// A running server; its threads end with it. All functions may be called from any thread.
class Server {
 public:
  // `pack` must outlive *this. The register must be there. Errors: those of Register::open,
  // Rules::load, Reader::load, Tokens::read; not_found, io (the folder of pages); usage (no such
  // address); busy (the port is taken); access_denied (it is a privileged one).
  static Result<std::unique_ptr<Server>> start(const Pack& pack, Options options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  // Whether reading needs no token: only on loopback, without names of other hosts.
  [[nodiscard]] bool is_open() const;

  // Takes no new requests, ends those that are being answered, cuts off what is left after
  // Limits::grace.
  void stop();

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::http
