// Result<T>: a value or an Error that says what went wrong and where.
//
// The names are those of C++23's std::expected, so that a later swap is an alias.
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace rapporteur {

// The one catalogue of error codes; docs/formats/errors.md explains each to users.
enum class ErrorCode {
  not_found,      // no such file, section, meeting, report
  access_denied,  // rights are missing
  io,             // reading or writing failed (a full disk among them)
  bad_data,       // malformed input: table row, JSON line, pack, encoding
  too_large,      // a limit was exceeded; nothing was cut silently
  unsupported,    // well-formed, but of a kind or version that this program does not know
  damaged,        // a file of our own whose checksum or structure is broken
  busy,           // somebody else holds the register
  usage,          // the command was called wrongly
  internal,       // a promise of our own was broken
};

// "not_found", "access_denied", ...
std::string_view to_string(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;  // what is wrong and, if something helps, what to do
  std::string where;    // path or address, plus ":line" or "@byte" if known; may be empty

  // "where: message (code)"
  [[nodiscard]] std::string text() const;
  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: as expected
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // REQUIRES: has_value()
  T& value() & {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(has_value());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !has_value()
  const Error& error() const& {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }
  Error&& error() && {
    assert(!has_value());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)), failed_(true) {}  // NOLINT: as expected

  [[nodiscard]] bool has_value() const { return !failed_; }
  explicit operator bool() const { return !failed_; }
  // REQUIRES: !has_value()
  const Error& error() const& {
    assert(failed_);
    return error_;
  }
  Error&& error() && {
    assert(failed_);
    return std::move(error_);
  }

 private:
  Error error_;
  bool failed_ = false;
};

}  // namespace rapporteur
