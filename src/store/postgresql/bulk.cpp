#include "postgresql/bulk.h"

#include <algorithm>
#include <array>
#include <utility>

#include "postgresql/rows.h"

namespace rapporteur::store::postgresql {
namespace {

constexpr std::size_t kMostRows = 4000;
constexpr std::size_t kMostBytes = 4 << 20;

// Each after those to which its rows refer. Others are filled row by row.
constexpr std::array<std::string_view, 19> kTables = {
    "report", "text",   "version",       "left_out", "warning",   "object", "claim",
    "link",   "series", "meeting",       "person",   "member",    "block",  "ranked_value",
    "side",   "merge",  "meeting_value", "verdict",  "feed_entry"};

// What follows `word`, up to `end`; moves `sql` behind that. Nullopt: something else stands there.
std::optional<std::string_view> take(std::string_view& sql, std::string_view word,
                                     std::string_view end) {
  if (!sql.starts_with(word)) return std::nullopt;
  sql.remove_prefix(word.size());
  const std::size_t at = sql.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view out = sql.substr(0, at);
  sql.remove_prefix(at + end.size());
  return out;
}

std::vector<std::string_view> names_of(std::string_view list) {
  std::vector<std::string_view> out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(", "), list.size());
    out.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 2, list.size()));
  }
  return out;
}

bool are_parameters(const std::vector<std::string_view>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != "$" + std::to_string(i + 1)) return false;
  }
  return true;
}

void quote(std::string_view value, std::string& out) {
  out += '"';
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

}  // namespace

std::unique_ptr<Bulk> Bulk::of(Server& server, std::string_view sql, const ColumnTypes& types) {
  const auto table = take(sql, "INSERT INTO ", " (");
  const auto columns = table ? take(sql, "", ") ") : std::nullopt;
  const auto values = columns ? take(sql, "VALUES (", ")") : std::nullopt;
  if (!values) return nullptr;
  const auto rank = std::find(kTables.begin(), kTables.end(), *table);
  const std::vector<std::string_view> names = names_of(*columns);
  const std::vector<std::string_view> marks = names_of(*values);
  if (rank == kTables.end() || names.size() != marks.size() || !are_parameters(marks)) {
    return nullptr;
  }
  Translated whole;
  std::string lists;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto type = types.find(std::string(*table) + '.' + std::string(names[i]));
    if (type == types.end()) return nullptr;
    lists += (i == 0 ? "CAST(" : ", CAST(") + std::string(marks[i]) + " AS " + type->second + "[])";
    whole.numbers.insert(static_cast<int>(i) + 1);
  }
  whole.parameters = static_cast<int>(names.size());
  whole.sql = "INSERT INTO " + std::string(*table) + " (" + std::string(*columns) +
              ") SELECT * FROM unnest(" + lists + ")" + std::string(sql);
  auto statement = std::make_unique<Rows>(server, std::move(whole), Rows::Kind::changes, true);
  return std::unique_ptr<Bulk>(new Bulk(static_cast<std::size_t>(rank - kTables.begin()),
                                        names.size(), std::move(statement)));
}

Bulk::Bulk(std::size_t rank, std::size_t columns, std::unique_ptr<Rows> statement)
    : rank_(rank), lists_(columns), statement_(std::move(statement)) {}

Bulk::~Bulk() = default;

void Bulk::add(const std::vector<std::optional<std::string>>& values) {
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    std::string& list = lists_[i];
    const std::size_t before = list.size();
    list += rows_ == 0 ? '{' : ',';
    if (values[i]) {
      quote(*values[i], list);
    } else {
      list += "NULL";
    }
    bytes_ += list.size() - before;
  }
  ++rows_;
}

bool Bulk::is_full() const { return rows_ >= kMostRows || bytes_ >= kMostBytes; }

Result<void> Bulk::send() {
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    lists_[i] += '}';
    const Result<void> bound = statement_->bind_text(static_cast<int>(i) + 1, lists_[i]);
    if (!bound) return bound;
  }
  drop();
  Result<void> sent = statement_->run();
  statement_->rewind();
  return sent;
}

void Bulk::drop() {
  for (std::string& list : lists_) list.clear();
  rows_ = 0;
  bytes_ = 0;
}

}  // namespace rapporteur::store::postgresql
