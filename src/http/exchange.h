// A request as it came and the answer that goes back; plain values, blind to the library.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/http/server.h"

namespace rapporteur::http {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;
  std::string target;  // as sent, undecoded: "/api/v1/meetings?kind=summit"
  Headers headers;
  std::string body;
  std::string peer;  // address of the other end, without port

  // The header's value, its name in any case; empty if there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
  // How often it was sent.
  [[nodiscard]] std::size_t count(std::string_view name) const;
};

// Takes the next bytes of an answer; false once nobody wants them any more.
using Write = std::function<bool(std::string_view bytes)>;
// Makes an answer piece by piece. An error breaks the connection off, so that the client sees that
// the answer is not whole.
using Stream = std::function<Result<void>(const Write& write)>;

struct Answer {
  int status = 200;
  std::string type;  // of the content
  std::shared_ptr<const std::string> body;
  Stream stream;       // instead of a body
  Headers headers;     // besides those that every answer has
  bool page = false;   // may load the scripts and styles of this server
  std::string styles;  // sources of the styles that a document of its own may use
};

Answer answer_of(int status, std::string type, std::string body);
// HTML or SVG of our own making: its own <style> elements count, and nothing else.
Answer document_answer(std::string type, std::string body);
// {"error": {"code", "message", "where"}} with the status that the code stands for.
Answer answer_of(const Error& error);
Answer answer_of(int status, const Error& error);

// The number of workers that the limits ask for.
unsigned worker_count(const Limits& limits);

// What keeps an answer from being taken for something else by a browser.
Headers guards_of(const Answer& answer);

}  // namespace rapporteur::http
