// Questions to a register in SQL, answered row by row; no type of the database shows.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::store {

// A value bound to a '?' of a question.
using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string>;

// The rows of one answer. Keeps a read transaction open until it ends or is destroyed.
// Must not outlive its Register; used by the thread that uses the Register.
class Cursor {
 public:
  Cursor(Cursor&&) noexcept;
  Cursor& operator=(Cursor&&) noexcept;
  ~Cursor();

  // Steps to the next row; false at the end. Errors: io, damaged, busy, too_large (the time that
  // the question was given is over).
  Result<bool> next();

  [[nodiscard]] int columns() const;
  [[nodiscard]] std::string column_name(int column) const;
  // The current row; views live until the next call of next(). NULL is "", 0 and 0.0.
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] bool is_number(int column) const;  // integer or real

 private:
  friend class Register;
  struct Impl;
  explicit Cursor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::store
