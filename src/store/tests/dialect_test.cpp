#include "postgresql/dialect.h"

#include <gtest/gtest.h>

#include "postgresql/address.h"
#include "postgresql/server.h"

namespace rapporteur::store::postgresql {
namespace {

struct Case {
  const char* ours;
  const char* theirs;
};

TEST(Dialect, SaysWhatSqliteTakesInTheWordsOfPostgresql) {
  const Case kCases[] = {
      {"SELECT a FROM b WHERE c = ? AND d = ?", "SELECT a FROM b WHERE c = $1 AND d = $2"},
      {"SELECT ?2, ?1, ?2", "SELECT $2, $1, $2"},
      {"SELECT '?', \"?\" FROM a -- ?\nWHERE b = ?", "SELECT '?', \"?\" FROM a -- ?\nWHERE b = $1"},
      {"SELECT 'it''s ?' WHERE a = ?", "SELECT 'it''s ?' WHERE a = $1"},
      {"SELECT 1 WHERE a LIKE ? ESCAPE '\\'", "SELECT 1 WHERE a ILIKE $1 ESCAPE '\\'"},
      {"SELECT group_concat(a, char(31)) FROM b", "SELECT string_agg(a, chr(31)) FROM b"},
      {"SELECT char FROM group_concat", "SELECT char FROM group_concat"},
      {"SELECT a FROM b CROSS JOIN c ON c.x = b.x", "SELECT a FROM b  JOIN c ON c.x = b.x"},
      {"SELECT a FROM (SELECT a FROM (SELECT 1 AS a))",
       "SELECT a FROM (SELECT a FROM (SELECT 1 AS a) AS unnamed2) AS unnamed1"},
      {"SELECT a FROM (SELECT 1 AS a) AS b", "SELECT a FROM (SELECT 1 AS a) AS b"},
      {"SELECT a FROM b WHERE a IN (SELECT 1)", "SELECT a FROM b WHERE a IN (SELECT 1)"},
      {"SELECT a FROM b ORDER BY c, d DESC, r.key, o.id",
       "SELECT a FROM b ORDER BY c NULLS FIRST, d DESC NULLS LAST, r.key, o.id"},
      {"SELECT a FROM b ORDER BY max(c, d) LIMIT ?",
       "SELECT a FROM b ORDER BY max(c, d) NULLS FIRST LIMIT $1"},
      {"SELECT (SELECT a FROM b ORDER BY c) FROM d ORDER BY e ASC",
       "SELECT (SELECT a FROM b ORDER BY c NULLS FIRST) FROM d ORDER BY e ASC NULLS FIRST"},
      {"SELECT a FROM b ORDER BY c NULLS LAST", "SELECT a FROM b ORDER BY c NULLS LAST"},
      {"SELECT bm25(claim_fts) FROM claim_fts WHERE claim_fts MATCH ? ORDER BY bm25(claim_fts), id",
       "SELECT (-ts_rank(claim_fts.words, register_query($1))) FROM claim_fts WHERE "
       "claim_fts.words @@ register_query($1) ORDER BY (-ts_rank(claim_fts.words, "
       "register_query($1))) NULLS FIRST, id"},
      {"SELECT snippet(report_fts, -1, char(2), char(3), '…', 24) FROM report_fts WHERE x = ? AND "
       "report_fts MATCH ?",
       "SELECT register_snippet(report_fts.text, register_query($2)) FROM report_fts WHERE x = $1 "
       "AND report_fts.words @@ register_query($2)"},
  };
  for (const Case& c : kCases) EXPECT_EQ(translate(c.ours).sql, c.theirs);
}

TEST(Dialect, CountsParametersByTheGreatest) {
  EXPECT_EQ(translate("SELECT ?, ?").parameters, 2);
  EXPECT_EQ(translate("SELECT ?3, ?1").parameters, 3);
  EXPECT_EQ(translate("SELECT ?3, ?1").numbers, (std::set<int>{1, 3}));
  EXPECT_EQ(translate("SELECT 1").parameters, 0);
}

TEST(Dialect, MakesTablesThatCompareByBytes) {
  EXPECT_EQ(translate_schema("CREATE TABLE a (b TEXT NOT NULL, c INTEGER, d REAL) STRICT, "
                             "WITHOUT ROWID;\nCREATE INDEX e ON a (b);"),
            "CREATE TABLE a (b text COLLATE \"C\" NOT NULL, c bigint, d double precision)   ;\n"
            "CREATE INDEX e ON a (b);");
}

TEST(Address, IsToldFromAFile) {
  EXPECT_TRUE(is_address("postgresql://host/database"));
  EXPECT_TRUE(is_address("postgres://"));
  EXPECT_FALSE(is_address("register.db"));
  EXPECT_FALSE(is_address("./postgresql://x"));
}

TEST(Address, MustBePlainAboutItsPassword) {
  for (const char* const plain : {"postgresql://h/d", "postgresql://u:p@h/d", "postgresql://u@h",
                                  "postgresql://u:p%40q@h/d?application_name=a@b"}) {
    EXPECT_TRUE(is_plain(plain)) << plain;
  }
  for (const char* const odd : {"postgresql://u:p@q@h/d", "postgresql://u:p/q@h/d"}) {
    EXPECT_FALSE(is_plain(odd)) << odd;
  }
}

TEST(Address, IsShownWithoutWhatIsSecret) {
  const Case kCases[] = {
      {"postgresql://h/d", "postgresql://h/d"},
      {"postgresql://u@h:1/d", "postgresql://u@h:1/d"},
      {"postgresql://u:p@h:1/d", "postgresql://u@h:1/d"},
      {"postgres://u:p@h1,h2:5/d?options=-cx%3Dy", "postgres://u@h1,h2:5/d?options=-cx%3Dy"},
      {"postgresql://h/d?user=u&password=p&sslmode=require",
       "postgresql://h/d?user=u&sslmode=require"},
      {"postgresql://h/d?p%61ssword=p", "postgresql://h/d"},
      {"postgresql://u:p/q?r@h/d", "postgresql://u@h/d"},
      {"postgresql://u:p@q@h/d", "postgresql://u@h/d"},
      {"postgresql://h/d?application_name=a@b", "postgresql://h/d?application_name=a@b"},
      {"postgresql:///d?host=/run", "postgresql:///d?host=/run"},
  };
  for (const Case& c : kCases) EXPECT_EQ(without_password(c.ours), c.theirs);
}

TEST(Server, MeansOneThingByEachOfItsCodes) {
  EXPECT_EQ(code_of("42501"), ErrorCode::access_denied);
  EXPECT_EQ(code_of("28P01"), ErrorCode::access_denied);
  EXPECT_EQ(code_of("3D000"), ErrorCode::not_found);
  EXPECT_EQ(code_of("55P03"), ErrorCode::busy);
  EXPECT_EQ(code_of("40P01"), ErrorCode::busy);
  EXPECT_EQ(code_of("57014"), ErrorCode::too_large);
  EXPECT_EQ(code_of("57P01"), ErrorCode::io);
  EXPECT_EQ(code_of("53100"), ErrorCode::io);
  EXPECT_EQ(code_of("XX001"), ErrorCode::damaged);
  EXPECT_EQ(code_of("99999"), ErrorCode::internal);
}

}  // namespace
}  // namespace rapporteur::store::postgresql
