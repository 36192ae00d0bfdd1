// The two engines keep the same tables, with the same columns.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "database.h"
#include "migrate.h"
#include "postgresql/dialect.h"
#include "postgresql/open.h"
#include "postgresql_server.h"
#include "sqlite/file.h"

namespace rapporteur::store {
namespace {

using Columns = std::map<std::string, std::string>;  // name, and what it holds
using Tables = std::map<std::string, Columns>;

Tables tables_of(Database& db, const std::string& sql) {
  Tables out;
  Result<std::unique_ptr<Prepared>> rows = db.connection().prepare(sql, false);
  EXPECT_TRUE(rows) << rows.error().text();
  Result<bool> more = (*rows)->step();
  for (; more && *more; more = (*rows)->step()) {
    out[std::string((*rows)->text(0))][std::string((*rows)->text(1))] =
        std::string((*rows)->text(2)) + ((*rows)->integer(3) != 0 ? " NOT NULL" : "");
  }
  EXPECT_TRUE(more) << more.error().text();
  return out;
}

TEST(Schemas, HaveTheSameTablesAndColumns) {
  testing::PostgresqlServer& server = testing::PostgresqlServer::get();
  if (!server.why_not().empty()) GTEST_SKIP() << server.why_not();
  std::string folder = (std::filesystem::temp_directory_path() / "schemas-XXXXXX").string();
  Result<std::unique_ptr<Connection>> file =
      sqlite::open(mkdtemp(folder.data()) + std::string("/x.db"), {});
  Result<std::unique_ptr<Connection>> theirs = postgresql::open(server.schema("schemas"), {});
  ASSERT_TRUE(file) << file.error().text();
  ASSERT_TRUE(theirs) << theirs.error().text();
  Database ours(*std::move(file));
  Database other(*std::move(theirs));
  ASSERT_TRUE(migrate(ours, true));
  const Result<void> made = migrate(other, true);
  ASSERT_TRUE(made) << made.error().text();
  const Tables here = tables_of(
      ours,
      "SELECT t.name, c.name, lower(c.type), c.\"notnull\" OR c.pk > 0 FROM pragma_table_list AS t "
      "JOIN pragma_table_info(t.name) AS c WHERE t.schema = 'main' AND t.type = 'table' "
      "AND t.name NOT LIKE 'sqlite%'");
  const Tables there = tables_of(
      other,
      "SELECT c.table_name, c.column_name, CASE c.data_type WHEN 'bigint' THEN 'integer' "
      "WHEN 'double precision' THEN 'real' ELSE c.data_type || CASE c.collation_name WHEN 'C' "
      "THEN '' ELSE ' of another order' END END, c.is_nullable = 'NO' "
      "FROM information_schema.columns AS c JOIN information_schema.tables AS t "
      "USING (table_schema, table_name) WHERE table_schema = current_schema() "
      "AND t.table_type = 'BASE TABLE' AND table_name NOT IN ('claim_words', 'report_words')");
  EXPECT_GT(here.size(), 15U);
  EXPECT_EQ(here, there);
  for (const auto& [table, columns] : here) {
    for (const auto& [column, holds] : columns) {
      if (!postgresql::is_never_null(column)) continue;
      EXPECT_TRUE(holds.ends_with("NOT NULL")) << table << "." << column;
    }
  }
  const char* const kViews =
      "SELECT table_name, column_name, '', 0 FROM information_schema.columns JOIN "
      "information_schema.views USING (table_schema, table_name) WHERE table_schema = "
      "current_schema() AND table_name NOT IN ('claim_fts', 'report_fts')";
  EXPECT_EQ(tables_of(ours,
                      "SELECT t.name, c.name, '', 0 FROM pragma_table_list AS t JOIN "
                      "pragma_table_info(t.name) AS c WHERE t.schema = 'main' AND t.type = 'view'"),
            tables_of(other, kViews));
  server.drop("schemas");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace rapporteur::store
