#include <gmock/gmock.h>

#include <filesystem>

#include "migrate.h"
#include "rapporteur/store/evidence.h"
#include "rapporteur/store/register.h"
#include "sqlite/file.h"

namespace rapporteur::store {
namespace {

TEST(Evidence, ReadsBackWhatItWrote) {
  const std::vector<std::vector<ByteSpan>> kCases = {{}, {{0, 1}}, {{16, 47}, {51, 4294967295}}};
  for (const std::vector<ByteSpan>& spans : kCases) {
    std::vector<ByteSpan> again = {{7, 8}};
    EXPECT_TRUE(parse_evidence(print_evidence(spans), again));
    EXPECT_EQ(again, spans);
  }
  EXPECT_EQ(print_evidence({{16, 47}, {51, 56}}), "[[16,47],[51,56]]");
}

TEST(Evidence, RefusesWhatItWouldNotWrite) {
  std::vector<ByteSpan> spans;
  for (const char* const bad : {"", "[", "[]x", "[[1,2]", "[[1,2],]", "[[1]]", "[[1,2,3]]",
                                "[[-1,2]]", "[[1,99999999999]]", "null"}) {
    EXPECT_FALSE(parse_evidence(bad, spans)) << bad;
  }
}

class SchemaTest : public ::testing::Test {
 protected:
  SchemaTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "schema-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~SchemaTest() override { std::filesystem::remove_all(folder_); }

  std::unique_ptr<Database> open(const std::string& name) const {
    const std::string path = folder_ + "/" + name;
    Result<std::unique_ptr<Connection>> file = sqlite::open(path, {});
    return file ? std::make_unique<Database>(*std::move(file)) : nullptr;
  }
  static std::string dump(Database& db) {
    std::string out;
    Statement rows(db,
                   "SELECT type || ' ' || name || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
    while (rows.step()) out += rows.string(0) + "\n";
    return out;
  }
  static int version_of(Database& db) {
    Statement row(db, "PRAGMA user_version");
    return row.step() ? static_cast<int>(row.integer(0)) : -1;
  }

  std::string folder_;
};

TEST_F(SchemaTest, AnEmptyFileBecomesAnUpToDateRegister) {
  const auto db = open("x.db");
  ASSERT_TRUE(migrate(*db, true));
  EXPECT_EQ(version_of(*db), schema_version());
  EXPECT_TRUE(migrate(*db, false)) << "nothing is left to do";
}

TEST_F(SchemaTest, AnOlderRegisterIsBroughtUpToDateOnlyForWriting) {
  const auto fresh = open("fresh.db");
  ASSERT_TRUE(migrate(*fresh, true));
  const auto old = open("old.db");
  ASSERT_TRUE(migrate(*old, true, 1));
  ASSERT_EQ(version_of(*old), 1);
  const Result<void> reading = migrate(*old, false);
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().code, ErrorCode::unsupported);
  ASSERT_TRUE(migrate(*old, true));
  EXPECT_EQ(version_of(*old), schema_version());
  EXPECT_EQ(dump(*old), dump(*fresh));
}

TEST_F(SchemaTest, EveryTableIsStrictAndEveryReferenceHasAnIndex) {
  const auto db = open("x.db");
  ASSERT_TRUE(migrate(*db, true));
  Statement loose(*db,
                  "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                  "AND strict = 0 AND name NOT LIKE 'sqlite_%'");
  while (loose.step()) ADD_FAILURE() << loose.text(0) << " is not STRICT";
  // Without one, removing a row of the parent reads the whole child.
  Statement bare(*db,
                 "SELECT t.name, f.\"from\" FROM sqlite_schema AS t "
                 "JOIN pragma_foreign_key_list(t.name) AS f WHERE t.type = 'table' "
                 "AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) AS c "
                 "                WHERE c.name = f.\"from\" AND c.pk = 1) "
                 "AND NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) AS i "
                 "JOIN pragma_index_info(i.name) AS x WHERE x.seqno = 0 AND x.name = f.\"from\")");
  while (bare.step()) ADD_FAILURE() << bare.text(0) << "." << bare.text(1) << " has no index";
  EXPECT_TRUE(db->take_error());
}

TEST_F(SchemaTest, AFailedStatementSticksUntilItIsTaken) {
  const auto db = open("x.db");
  EXPECT_FALSE(db->exec("SELECT * FROM nothing"));
  EXPECT_FALSE(Statement(*db, "SELECT 1").step()) << "runs on after a failure";
  const Result<void> error = db->take_error();
  ASSERT_FALSE(error);
  EXPECT_THAT(error.error().message, ::testing::HasSubstr("nothing"));
  EXPECT_TRUE(db->take_error());
  EXPECT_TRUE(Statement(*db, "SELECT 1").step());
}

TEST_F(SchemaTest, ATransactionThatIsNotCommittedLeavesNothing) {
  const auto db = open("x.db");
  ASSERT_TRUE(db->exec("CREATE TABLE t (x)"));
  {
    Transaction t(*db, Work::write);
    EXPECT_TRUE(db->exec("INSERT INTO t VALUES (1)"));
  }
  Statement count(*db, "SELECT count(*) FROM t");
  ASSERT_TRUE(count.step());
  EXPECT_EQ(count.integer(0), 0);
}

}  // namespace
}  // namespace rapporteur::store
