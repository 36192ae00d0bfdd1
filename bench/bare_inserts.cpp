#include "bare_inserts.h"

#include <sqlite3.h>

#include <memory>
#include <vector>

namespace rapporteur::bench {
namespace {

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  void operator()(sqlite3_value* value) const { sqlite3_value_free(value); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;
using Value = std::unique_ptr<sqlite3_value, Close>;

// What is filled, and with what: tables in an order that satisfies references, then what is
// searched.
struct Table {
  std::string insert;
  std::string select;
};

class Copy {
 public:
  Copy(const std::string& source, const std::string& target, std::size_t transactions)
      : transactions_(transactions) {
    open(source, from_);
    open(target, to_);
    run(to_,
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; "
        "PRAGMA foreign_keys = OFF");
  }

  Result<BareInserts> copy() {
    std::vector<Table> tables = tables_of();
    std::vector<Statement> selects;
    std::vector<Statement> inserts;
    std::vector<std::size_t> shares;
    for (const Table& t : tables) {
      selects.push_back(prepare(from_, t.select));
      inserts.push_back(prepare(to_, t.insert));
      Statement count = prepare(from_, "SELECT count(*) FROM (" + t.select + ")");
      if (failed() || sqlite3_step(count.get()) != SQLITE_ROW) return error();
      shares.push_back(
          static_cast<std::size_t>(sqlite3_column_int64(count.get(), 0)) / transactions_ + 1);
    }
    for (std::size_t i = 0; i <= transactions_ && !failed(); ++i) {
      std::vector<std::vector<std::vector<Value>>> rows;
      for (std::size_t t = 0; t < tables.size(); ++t) rows.push_back(take(selects[t], shares[t]));
      const Times start = Times::now();
      run(to_, "BEGIN IMMEDIATE");
      for (std::size_t t = 0; t < tables.size(); ++t) put(inserts[t], rows[t]);
      run(to_, "COMMIT");
      out_.times += Times::now() - start;
    }
    if (failed()) return error();
    return out_;
  }

 private:
  void open(const std::string& path, Database& db) {
    sqlite3* handle = nullptr;
    if (sqlite3_open(path.c_str(), &handle) != SQLITE_OK) fail(handle);
    db.reset(handle);
  }

  std::vector<Table> tables_of() {
    std::vector<Table> out;
    for (const char* const name :
         {"setting", "text", "report", "version", "left_out", "warning", "object", "claim", "link",
          "series", "meeting", "person", "member", "block", "ranked_value", "side", "merge",
          "meeting_value"}) {
      out.push_back(table(name, std::string("SELECT * FROM ") + name));
    }
    out.push_back({"INSERT INTO report_fts (rowid, title, text) VALUES (?, ?, ?)",
                   "SELECT id, title, text FROM searchable_report"});
    out.push_back({"INSERT INTO claim_fts (rowid, value) VALUES (?, ?)",
                   "SELECT id, value FROM searchable_claim"});
    return out;
  }
  Table table(const std::string& name, std::string select) {
    const Statement columns = prepare(from_, select);
    std::string marks;
    const int n = columns == nullptr ? 0 : sqlite3_column_count(columns.get());
    for (int i = 0; i < n; ++i) marks += i == 0 ? "?" : ", ?";
    return {"INSERT INTO " + name + " VALUES (" + marks + ")", std::move(select)};
  }

  // The next rows; at its end `select` goes away, since it would begin anew.
  static std::vector<std::vector<Value>> take(Statement& select, std::size_t count) {
    std::vector<std::vector<Value>> out;
    while (select != nullptr && out.size() < count) {
      if (sqlite3_step(select.get()) != SQLITE_ROW) {
        select.reset();
        break;
      }
      std::vector<Value>& row = out.emplace_back();
      for (int i = 0; i < sqlite3_column_count(select.get()); ++i) {
        row.emplace_back(sqlite3_value_dup(sqlite3_column_value(select.get(), i)));
      }
    }
    return out;
  }

  void put(const Statement& insert, const std::vector<std::vector<Value>>& rows) {
    for (const std::vector<Value>& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        sqlite3_bind_value(insert.get(), static_cast<int>(i) + 1, row[i].get());
      }
      if (sqlite3_step(insert.get()) != SQLITE_DONE) return fail(to_.get());
      sqlite3_reset(insert.get());
      ++out_.rows;
    }
  }

  void run(const Database& db, const char* sql) {
    if (!failed() && sqlite3_exec(db.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
      fail(db.get());
    }
  }
  Statement prepare(const Database& db, const std::string& sql) {
    sqlite3_stmt* out = nullptr;
    if (!failed() && sqlite3_prepare_v2(db.get(), sql.c_str(), -1, &out, nullptr) != SQLITE_OK) {
      fail(db.get());
    }
    return Statement(out);
  }
  void fail(sqlite3* db) {
    if (fault_.empty()) fault_ = sqlite3_errmsg(db);
  }
  [[nodiscard]] bool failed() const { return !fault_.empty(); }
  [[nodiscard]] Error error() const { return {ErrorCode::io, fault_, "bare inserts"}; }

  std::size_t transactions_;
  Database from_;
  Database to_;
  std::string fault_;
  BareInserts out_;
};

}  // namespace

Result<BareInserts> insert_bare(const std::string& source, const std::string& target,
                                std::size_t transactions) {
  return Copy(source, target, transactions).copy();
}

}  // namespace rapporteur::bench
