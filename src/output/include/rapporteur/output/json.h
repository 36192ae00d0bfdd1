// A JSON value written piece by piece onto a string; the one place that knows the JSON library.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace rapporteur::output {

// One JSON value, compact, without spaces. Strings must be valid UTF-8 and are written raw but
// for what JSON must escape. Usage errors (a key outside an object) are assertions.
class Json {
 public:
  // `out` must outlive *this.
  explicit Json(std::string& out);
  ~Json();
  Json(const Json&) = delete;
  Json& operator=(const Json&) = delete;

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);

  void string(std::string_view value);
  void string_or_null(std::string_view value);  // empty: null
  void integer(std::int64_t value);
  void fraction(double value, int decimals = 2);  // rounded half away from zero
  void number(double value);                      // exactly; what is no number: null
  void boolean(bool value);
  void null();
  // A whole JSON value as it stands, which one of the formats wrote; a line end after it is left
  // out.
  void raw(std::string_view value);

  // key() and value in one.
  void member(std::string_view name, std::string_view value) { key(name), string(value); }
  template <std::integral T>  // true, false or a whole number
  void member(std::string_view name, T value) {
    key(name), put(value);
  }
  template <std::floating_point T>  // as fraction()
  void member(std::string_view name, T value) {
    key(name), fraction(value);
  }
  void member_or_null(std::string_view name, std::string_view value) {
    key(name), string_or_null(value);
  }
  template <class T>
    requires std::is_arithmetic_v<T>
  void member_or_null(std::string_view name, std::optional<T> value) {
    value ? member(name, *value) : (key(name), null());
  }

 private:
  void put(bool value) { boolean(value); }
  void put(std::integral auto value) { integer(static_cast<std::int64_t>(value)); }

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::output
