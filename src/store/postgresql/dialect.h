// The statements of the store, as PostgreSQL takes them.
//
// They are written once, for SQLite, in what both understand; this translates what differs:
//   ? and ?1                      $1
//   LIKE                          ILIKE (both fold ASCII alone)
//   group_concat(), char()        string_agg(), chr()
//   json_each(?)                  json_array_elements_text(?)
//   CROSS JOIN ... ON             JOIN ... ON (SQLite takes it for the order in which to join)
//   FROM (SELECT ...)             gets the name that PostgreSQL 15 asks for
//   ORDER BY x [DESC]             ... NULLS FIRST [LAST]: SQLite's NULL is the smallest value
//   t MATCH ?, bm25(), snippet()  tsvector, ts_rank, ts_headline, by functions of the schema
//   TEXT, INTEGER, REAL           text COLLATE "C" (by bytes, as SQLite), bigint, double precision;
//                                 STRICT and WITHOUT ROWID go (in definitions of tables)
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace rapporteur::store::postgresql {

struct Translated {
  std::string sql;
  int parameters = 0;     // the greatest number of one
  std::set<int> numbers;  // that occur
};
Translated translate(std::string_view sql);

// Of CREATE TABLE, ALTER TABLE and CREATE INDEX.
std::string translate_schema(std::string_view sql);

// Columns of these names are NULL in no table, so that sorting by them needs no NULLS FIRST, with
// which PostgreSQL would not use their indexes.
bool is_never_null(std::string_view column);

}  // namespace rapporteur::store::postgresql
