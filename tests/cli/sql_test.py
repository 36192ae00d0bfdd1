"""Questions in SQL: what they answer, and that they can neither change anything nor go on for ever."""

import csv
import io
import sqlite3
import time
import unittest

from support import EXAMPLES, CliTest

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
WRITING = ("DELETE FROM report", "UPDATE text SET text = ''", "DROP TABLE claim",
           "CREATE TABLE mine (x)", "CREATE TEMP TABLE mine (x)", "INSERT INTO setting VALUES (1, 2)",
           "PRAGMA user_version = 7", "PRAGMA journal_mode = DELETE", "ATTACH 'other.db' AS other",
           "VACUUM INTO 'copy.db'", "VACUUM", "REINDEX", "ANALYZE", "BEGIN", "SAVEPOINT s",
           "SELECT load_extension('x')", "WITH x AS (SELECT 1) DELETE FROM claim",
           "INSERT INTO claim_fts (claim_fts) VALUES ('rebuild')")


class Sql(CliTest):
    def setUp(self):
        super().setUp()
        self.ok("ingest", "--quiet", EXAMPLES)

    def ask(self, statement, *more):
        return self.ok("sql", "--format", "jsonl", statement, *more).lines()

    def python(self, statement):
        """The same question asked by Python's own SQLite."""
        with sqlite3.connect(self.folder / "register.db") as db:
            rows = db.execute(statement).fetchall()
        db.close()
        return rows

    def test_answers_are_those_of_another_program(self):
        for question in ("SELECT id, name, ordinal, dates FROM meetings ORDER BY id",
                         "SELECT property, count(*), avg(confidence) FROM facts GROUP BY 1",
                         "SELECT 1 AS a, 2.5 AS b, NULL AS c, 'x\ny\t\"z\"' AS d, 1e300 AS e"):
            rows = [tuple(row.values()) for row in self.ask(question)]
            self.assertEqual(rows, self.python(question))

    def test_csv_has_its_header_even_without_rows(self):
        table = self.ok("sql", "--format", "csv", "SELECT id, name FROM meetings WHERE 0").text()
        self.assertEqual(table, "id,name\r\n")
        table = self.ok("sql", "--format", "csv", "SELECT 'a,\"b\"' AS x, 'c\nd' AS y").text()
        self.assertEqual(list(csv.reader(io.StringIO(table, newline=""))),
                         [["x", "y"], ['a,"b"', "c\nd"]])

    def test_odd_columns_and_bytes_stay_valid_json(self):
        row = self.ask("SELECT 1 AS a, 2 AS a, x'ff00' AS b, 'سلام 🕊' AS c, 9e999 AS d")[0]
        self.assertEqual(row, {"a": 1, "a_2": 2, "b": "\\xff\\x00", "c": "سلام 🕊", "d": None})

    def test_rows_beyond_the_limit_are_left_out_with_a_word(self):
        question = "SELECT id FROM claim ORDER BY id"
        everything = self.python(question)
        self.assertGreater(len(everything), 1000)
        run = self.ok("sql", "--format", "jsonl", question)
        self.assertEqual(len(run.lines()), 1000)
        self.assertIn("more rows than the 1000 shown", run.err)
        run = self.ok("sql", "--format", "jsonl", "--limit", "0", question)
        self.assertEqual(len(run.lines()), len(everything))
        self.assertEqual(run.err, "")
        run = self.ok("sql", "--format", "jsonl", "--limit", str(len(everything)), question)
        self.assertEqual((len(run.lines()), run.err), (len(everything), ""))

    def test_whatever_would_write_is_refused_and_changes_nothing(self):
        path = self.folder / "register.db"
        before = path.read_bytes()
        names = sorted(p.name for p in self.folder.iterdir() if not p.name.startswith("register"))
        for statement in WRITING:
            run = self.run_program("sql", statement)
            self.assertEqual(run.code, 2, (statement, run))
            self.assertEqual(run.out, b"", statement)
        self.assertEqual(path.read_bytes(), before)
        self.assertEqual(names, sorted(p.name for p in self.folder.iterdir()
                                       if not p.name.startswith("register")))

    def test_what_is_no_statement_is_refused_with_a_reason(self):
        for statement, word in (("SELEC 1", "syntax error"), ("SELECT 1; SELECT 2", "one"),
                                ("", "one"), ("SELECT nonsense FROM meetings", "no such column")):
            run = self.run_program("sql", statement)
            self.assertEqual(run.code, 2, (statement, run))
            self.assertIn(word, run.err)

    def test_a_question_without_end_is_stopped(self):
        start = time.monotonic()
        run = self.run_program("sql", "--time-limit-ms", "300", ENDLESS)
        self.assertEqual(run.code, 1, run)
        self.assertLess(time.monotonic() - start, 30)
        self.assertIn("longer than it was given", run.err)
        self.assertEqual(self.run_program("sql", "--time-limit-ms", "0", "SELECT 1").code, 2)

    def test_text_search_and_views_can_be_asked(self):
        rows = self.ask("SELECT property, facts.value FROM claim_fts JOIN facts ON claim_id = "
                        "claim_fts.rowid WHERE claim_fts MATCH 'terrorism'")
        self.assertTrue(rows)
        self.assertTrue(all("terrorism" in row["value"].lower() for row in rows))


class Search(CliTest):
    def setUp(self):
        super().setUp()
        self.ok("ingest", "--quiet", EXAMPLES)

    def hits(self, *arguments):
        return self.ok("search", "--format", "jsonl", "--limit", "0", *arguments).lines()

    def test_every_filter_narrows_to_meetings_that_it_lets_through(self):
        words = "security"
        everything = self.hits(words)
        meetings = {m["id"]: m for m in self.ok("meetings", "--format", "jsonl").lines()}
        held = [m for m in meetings.values()
                if m["status"] == "held" and m["series"] and m["place"]]
        some = next(m for m in held if any(h["meeting"] == m["id"] for h in everything))
        someone, = self.ok("sql", "--format", "jsonl", "SELECT name FROM participants WHERE person_id "
                           f"IS NOT NULL AND meeting_id = '{some['id']}' LIMIT 1").lines()
        for arguments in (("--series", some["series"]), ("--status", "held"), ("--body", "SCO"),
                          ("--state", "IN"), ("--person", someone["name"]),
                          ("--place", some["place"]), ("--kind", some["kind"]),
                          ("--from", some["first_day"], "--to", some["last_day"])):
            allowed = {m["id"] for m in
                       self.ok("meetings", "--format", "jsonl", *arguments).lines()}
            found = self.hits(words, *arguments)
            self.assertTrue(found, arguments)
            self.assertLess(len(found), len(everything), arguments)
            self.assertLessEqual({h["meeting"] for h in found if h["meeting"]}, allowed, arguments)

    def test_an_empty_answer_names_the_filter_that_emptied_it(self):
        for name, value in (("series", "s-0000000000000000"), ("person", "Nobody Atall"),
                            ("place", "Atlantis"), ("status", "cancelled"), ("state", "ZW"),
                            ("body", "Hanseatic League"), ("from", "2090"), ("to", "1890")):
            run = self.ok("search", "security", f"--{name}", value)
            self.assertEqual(run.out, b"", name)
            self.assertRegex(run.err, rf"what leaves nothing: {name}\b")


if __name__ == "__main__":
    unittest.main()
