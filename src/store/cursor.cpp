#include "rapporteur/store/cursor.h"

#include <utility>

#include "impl.h"

namespace rapporteur::store {
namespace {

Result<void> bind(Prepared& statement, int index, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return statement.bind_text(index, *text);
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    return statement.bind_integer(index, *integer);
  }
  if (const auto* real = std::get_if<double>(&value)) return statement.bind_real(index, *real);
  return statement.bind_null(index);
}

}  // namespace

struct Cursor::Impl {
  std::unique_ptr<Prepared> rows;
};

Cursor::Cursor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Cursor::Cursor(Cursor&&) noexcept = default;
Cursor& Cursor::operator=(Cursor&&) noexcept = default;
Cursor::~Cursor() = default;

Result<bool> Cursor::next() { return impl_->rows->step(); }
int Cursor::columns() const { return impl_->rows->columns(); }
std::string Cursor::column_name(int column) const { return impl_->rows->column_name(column); }
bool Cursor::is_null(int column) const { return impl_->rows->is_null(column); }
bool Cursor::is_number(int column) const { return impl_->rows->is_number(column); }
std::string_view Cursor::text(int column) const { return impl_->rows->text(column); }
std::int64_t Cursor::integer(int column) const { return impl_->rows->integer(column); }
double Cursor::real(int column) const { return impl_->rows->real(column); }

Result<Cursor> Register::ask(std::string_view sql, const std::vector<Value>& parameters) const {
  Result<std::unique_ptr<Prepared>> rows = impl_->db->connection().prepare(sql, false);
  if (!rows) return std::move(rows).error();
  int index = 0;
  for (const Value& value : parameters) {
    if (Result<void> r = bind(**rows, ++index, value); !r) return std::move(r).error();
  }
  if (Result<void> r = (*rows)->start(); !r) return std::move(r).error();
  return Cursor(std::make_unique<Cursor::Impl>(Cursor::Impl{*std::move(rows)}));
}

Result<Cursor> Register::ask_stranger(std::string_view sql, int time_limit_ms) const {
  Result<std::unique_ptr<Prepared>> rows =
      impl_->db->connection().prepare_stranger(sql, time_limit_ms);
  if (!rows) return std::move(rows).error();
  if (Result<void> r = (*rows)->start(); !r) return std::move(r).error();
  return Cursor(std::make_unique<Cursor::Impl>(Cursor::Impl{*std::move(rows)}));
}

void Register::give_time(std::chrono::milliseconds time) const {
  impl_->db->connection().give_until(Clock::now() + time);
}

struct View::Impl {
  explicit Impl(Database& db) : transaction(db, Work::read) {}
  Transaction transaction;
};

View::View(const Register& reg) : impl_(std::make_unique<Impl>(*reg.impl_->db)) {
  static_cast<void>(reg.impl_->db->take_error());
}
View::~View() = default;

}  // namespace rapporteur::store
