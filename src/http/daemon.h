// The one place that knows the HTTP library: connections, limits and deadlines.
//
// One thread moves bytes for all connections (epoll); questions are answered by workers meanwhile,
// and streams made by threads of their own, so that no client waits for another's slow question,
// slow line or slow reading.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "exchange.h"
#include "rapporteur/base/result.h"
#include "rapporteur/http/server.h"

namespace rapporteur::http {

class Daemon {
 public:
  // Both are called on several threads at once. `look` before the body has come: an answer turns
  // the request away. `handle` on the worker of that number; a HEAD is answered like a GET.
  struct Doors {
    std::function<Result<void>(const Request& request)> look;
    std::function<Answer(Request&& request, unsigned worker)> handle;
  };

  // Errors: usage (no such address), busy (the port is taken), access_denied, io.
  static Result<std::unique_ptr<Daemon>> start(const std::string& address, std::uint16_t port,
                                               const Limits& limits, Doors doors);
  ~Daemon();
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  void stop();

 private:
  struct Impl;
  explicit Daemon(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::http
