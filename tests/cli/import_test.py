"""An exported register, taken in again: the same bytes, and what is damaged is named."""

import json
import random
import unittest

from crafted import ODD, Report, lines, odd_reports
from support import EXAMPLES, SOURCE, CliTest

REGISTER = SOURCE / "examples/register/reports"


class Import(CliTest):
    def export(self, register):
        return self.ok("export", "--register", register).out

    def take(self, path, *more, register="new.db", **how):
        return self.run_program("import", "--format", "jsonl", "--register", register, path, *more,
                                **how)

    def enter_examples(self):
        self.ok("ingest", "--quiet", "--register", "old.db", EXAMPLES, REGISTER)
        return self.export("old.db")

    def test_export_import_export_gives_the_same_bytes(self):
        first = self.enter_examples()
        run = self.take(self.put("all.jsonl", first))
        self.assertEqual((run.code, run.err), (0, ""), run)
        self.assertGreater(run.lines()[0]["added"], 100)
        self.assertEqual(self.export("new.db"), first)
        self.assertEqual(self.ok("check", "--register", "new.db").text(), "all is well\n")

    def test_importing_twice_changes_nothing(self):
        path = self.put("all.jsonl", self.enter_examples())
        self.take(path)
        again = self.take(path).lines()[0]
        self.assertEqual((again["added"], again["changed"]), (0, 0))
        self.assertGreater(again["unchanged"], 100)

    def test_odd_words_come_back_as_they_were(self):
        self.take(self.put("odd.jsonl", lines(odd_reports())))
        first = self.export("new.db")
        self.take(self.put("all.jsonl", first), register="again.db")
        self.assertEqual(self.export("again.db"), first)
        records = [json.loads(line) for line in first.decode("utf-8").split("\n") if line]
        titles = [r["title"] for r in records if r["type"] == "report"]
        self.assertEqual(sorted(titles), sorted(ODD))
        values = {r["value"] for r in records if r["type"] == "claim"}
        for odd in ODD:
            self.assertLessEqual({f"Talks {odd}", f"Ada {odd}", f"item {odd}"}, values)

    def test_older_versions_stay_older_versions(self):
        first = self.put("report.txt", "The presidents of Chile and Peru held talks in Lima on 5 May "
                                       "2021.\n")
        self.ok("ingest", "--quiet", "--register", "old.db", "--date", "2021-05-06", first)
        self.put("report.txt", "The presidents of Chile and Peru held talks in Cusco on 5 May 2021.\n")
        self.ok("ingest", "--quiet", "--register", "old.db", "--date", "2021-05-07", first)
        whole = self.export("old.db")
        records = [json.loads(line) for line in whole.splitlines()]
        versions = [(r["version"], r["current"]) for r in records if r["type"] == "report"]
        self.assertEqual(versions, [(0, 0), (1, 1)])
        self.assertEqual(self.take(self.put("all.jsonl", whole)).code, 0)
        self.assertEqual(self.export("new.db"), whole)

    def test_halves_of_two_registers_join_to_the_whole(self):
        whole = self.enter_examples()
        paths = sorted(EXAMPLES.glob("*.txt"))
        dice = random.Random(1)
        dice.shuffle(paths)
        self.ok("ingest", "--quiet", "--register", "a.db", *paths[:10])
        self.ok("ingest", "--quiet", "--register", "b.db", *paths[10:])
        self.ok("ingest", "--quiet", "--register", "b.db", REGISTER)
        for name in ("b", "a"):
            self.assertEqual(self.take(self.put(f"{name}.jsonl", self.export(f"{name}.db"))).code, 0)
        self.assertEqual(self.export("new.db"), whole)

    def test_standard_input_is_taken_too(self):
        whole = self.enter_examples()
        self.assertEqual(self.take("-", stdin=whole).code, 0)
        self.assertEqual(self.export("new.db"), whole)

    def test_lines_of_standard_input_are_named_too(self):
        run = self.take("-", stdin=lines(odd_reports()[:1]).encode() + b"{oops\n")
        self.assertRegex(run.errors()[0]["where"], r"^standard input:\d+$")

    def test_a_damaged_line_is_named_and_only_its_report_is_left_out(self):
        reports = odd_reports()[:4]
        good = lines(reports).splitlines(keepends=True)
        spoiled = next(i for i, line in enumerate(good) if '"claim"' in line and "/kind" in line
                       and reports[1].origin in line)
        for damage in (good[spoiled][:25] + "\n", "", good[spoiled].replace("claim", "clam"),
                       good[spoiled].replace('"pointer": "', '"pointer": "/nonsense'),
                       good[spoiled].replace('-', 'x'), '{"type": "claim"}\n', "\x00\n",
                       good[spoiled].replace('"evidence": ["', '"evidence": ["9999999-99999999", "')):
            text = "".join(good[:spoiled]) + damage + "".join(good[spoiled + 1:])
            register = f"new-{hash(damage)}.db"
            run = self.take(self.put("bad.jsonl", text), register=register)
            self.assertEqual(run.code, 1, (damage, run))
            told = " ".join(e["where"] + " " + e["message"] for e in run.errors())
            self.assertIn("bad.jsonl:", told)
            self.assertIn(reports[1].origin, told)
            if damage and not damage.startswith('{"type": "claim", "report"'):
                self.assertIn(f"bad.jsonl:{spoiled + 1}", told)
            self.assertEqual((run.lines()[0]["added"], run.lines()[0]["left_out"]), (3, 1), run)
            kept = {r["report"] for r in map(json.loads, self.export(register).splitlines())
                    if r["type"] == "report"}
            self.assertEqual(kept, {r.origin for r in reports} - {reports[1].origin})

    def test_a_file_that_ends_too_early_loses_only_what_lacks(self):
        whole = lines(odd_reports()[:5])
        run = self.take(self.put("short.jsonl", whole.encode("utf-8")[:-40]))
        self.assertEqual(run.code, 1)
        self.assertEqual((run.lines()[0]["added"], run.lines()[0]["left_out"]), (4, 1))

    def test_nothing_is_entered_if_all_was_asked_for(self):
        reports = odd_reports()[:4]
        good = lines(reports)
        for bad in (good + "{oops\n", good[:-30], good.replace('"text": "item tab', '"text": 5, "x": "', 1),
                    good.replace('"digest": "sha256:', '"digest": "sha256:00', 1)):
            if bad == good:
                continue
            run = self.take(self.put("bad.jsonl", bad), "--all-or-nothing")
            self.assertEqual(run.code, 1, run)
            self.assertTrue(run.errors())
            self.assertEqual(run.lines()[0]["added"], 0)
            self.assertNotIn(b'"report"', self.export("new.db"))
        run = self.take(self.put("good.jsonl", good), "--all-or-nothing")
        self.assertEqual((run.code, run.lines()[0]["added"]), (0, 4), run)

    def test_lines_in_another_order_are_understood(self):
        whole = self.enter_examples()
        rows = whole.splitlines(keepends=True)
        kept = (b'{"type":"claim"', b'{"type":"left_out"')
        in_order = [row for row in rows if row.startswith(kept)]
        others = [row for row in rows if not row.startswith(kept)]
        random.Random(2).shuffle(others)
        self.assertEqual(self.take(self.put("mixed.jsonl", b"".join(in_order + others))).code, 0)
        self.assertEqual(self.export("new.db"), whole)

    def test_a_missing_file_is_named(self):
        run = self.run_program("import", "gone.jsonl")
        self.assertEqual(run.code, 1)
        self.assertIn("gone.jsonl", run.err)

    def test_an_empty_file_is_an_empty_register(self):
        run = self.take(self.put("empty.jsonl", ""))
        self.assertEqual(run.code, 0, run)
        self.assertEqual(self.export("new.db"), b"")


class Moved(CliTest):
    def test_a_postponed_meeting_stands_on_its_new_day_in_the_calendar(self):
        report = Report("moved", "2021-05-03")
        report.meeting(0, name="4th Lake Talks", status="postponed", when="2021-05-10",
                       rescheduled_to="2021-06-17/2021-06-18", place="Lima")
        self.ok("import", self.put("moved.jsonl", lines([report])))
        calendar = self.ok("calendar", "--quiet").text().replace("\r\n ", "")
        self.assertIn("\r\nDTSTART;VALUE=DATE:20210617\r\nDTEND;VALUE=DATE:20210619\r\n", calendar)
        self.assertIn("\r\nSTATUS:CONFIRMED\r\n", calendar)
        self.assertIn("First planned for: 10 May 2021", calendar)


if __name__ == "__main__":
    unittest.main()
