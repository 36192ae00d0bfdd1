"""What people say of a register: it counts, it is on record, and it can be taken back."""

import json
import unittest

from support import EXAMPLES, CliTest

DELHI = "sco-secretaries-2023-delhi.txt"


class Correct(CliTest):
    def setUp(self):
        super().setUp()
        self.ok("ingest", "--quiet", EXAMPLES)

    def export(self, register="register.db"):
        return self.ok("export", "--register", register).text().splitlines()

    def entities(self):
        """The export without the record of what people have said."""
        return [line for line in self.export() if json.loads(line)["type"] != "correction"]

    def say(self, *arguments, by="Anna", why="the minutes say so"):
        run = self.ok(*arguments, "--by", by, "--why", why, "--format", "jsonl")
        return [row["id"] for row in run.lines()]

    def meetings(self, *filters):
        return self.ok("meetings", "--format", "jsonl", *filters).lines()

    def test_a_corrected_fact_has_its_new_value_and_is_told_in_show(self):
        self.assertEqual(self.meetings("--place", "Agra"), [])
        correction, = self.say("correct", DELHI, "/meetings/0/place", "--value", "Agra")
        meeting, = self.meetings("--place", "Agra")
        shown = self.ok("show", meeting["id"]).text()
        for word in ("Corrections", "Agra", "Anna", "the minutes say so", correction):
            self.assertIn(word, shown)
        self.assertEqual(self.ok("check").text(), "all is well\n")

    def test_taking_it_back_leaves_the_register_as_it_was_and_stays_on_record(self):
        before = self.entities()
        correction, = self.say("correct", DELHI, "/meetings/0/place", "--value", "Agra")
        self.assertNotEqual(self.entities(), before)
        self.say("correct", "--undo", correction, by="Berta", why="a mistake")
        self.assertEqual(self.entities(), before)
        row, = self.ok("correct", "--list", "--format", "jsonl").lines()
        self.assertEqual((row["who"], row["undone_who"], row["undone_why"]),
                         ("Anna", "Berta", "a mistake"))
        run = self.run_program("correct", "--undo", correction)
        self.assertEqual(run.code, 2)
        self.assertIn("Berta", run.err)

    def test_a_rejected_object_is_gone_with_all_its_facts(self):
        count = len(self.meetings())
        report = next(r for r in map(json.loads, self.export())
                      if r["type"] == "meeting" and len(r["members"]) == 1)
        key, pointer = report["members"][0].rsplit(" ", 1)
        said = self.say("correct", key, pointer, "--reject", why="no meeting at all")
        self.assertGreater(len(said), 3)
        self.assertEqual(len(self.meetings()), count - 1)
        self.assertEqual(self.run_program("show", report["id"]).code, 1)
        self.assertEqual(self.ok("check").text(), "all is well\n")

    def test_merged_meetings_are_one_and_split_ones_two(self):
        before = self.entities()
        first, second = (m["id"] for m in self.meetings("--limit", "2"))
        merge, = self.say("merge", first, second)
        self.assertEqual(self.ok("show", first).text(), self.ok("show", second).text())
        run = self.run_program("split", first, second)
        self.assertEqual(run.code, 2)
        self.assertIn("merge --undo " + merge, run.err)
        self.say("merge", "--undo", merge)
        self.assertEqual(self.entities(), before)

    def test_what_is_split_stays_apart_until_it_is_taken_back(self):
        before = self.entities()
        meeting = next(r for r in map(json.loads, before)
                       if r["type"] == "meeting" and len(r["members"]) > 1)
        key = meeting["members"][-1].rsplit(" ", 1)[0]
        split, = self.say("split", meeting["id"], key)
        apart = [r for r in map(json.loads, self.entities()) if r["type"] == "meeting"
                 and set(r["members"]) & set(meeting["members"])]
        self.assertEqual(len(apart), 2)
        run = self.run_program("merge", apart[0]["id"], apart[1]["id"])
        self.assertEqual(run.code, 2)
        self.assertIn("split --undo " + split, run.err)
        self.say("split", "--undo", split)
        self.assertEqual(self.entities(), before)

    def test_what_was_said_goes_with_an_export_in_any_order(self):
        self.say("correct", DELHI, "/meetings/0/place", "--value", "Agra")
        first, second = (m["id"] for m in self.meetings("--limit", "2"))
        merge, = self.say("merge", first, second)
        standing = self.put("standing.jsonl", "\n".join(self.export()))
        self.say("merge", "--undo", merge)
        undone = self.put("undone.jsonl", "\n".join(self.export()))
        for order in ((standing, undone), (undone, standing), (undone,)):
            (self.folder / "other.db").unlink(missing_ok=True)
            for path in order:
                self.ok("import", "--register", "other.db", path)
            self.assertEqual(self.export("other.db"), self.export())
            self.assertEqual(self.ok("check", "--register", "other.db").text(), "all is well\n")
        line = next(n for n in self.export() if '"type":"correction"' in n)
        broken = self.put("broken.jsonl", line.replace("Anna", "Otto") + "\n")
        run = self.run_program("import", broken)
        self.assertEqual(run.code, 1)
        self.assertIn("broken.jsonl:1", run.err)

    def test_a_wrong_call_is_told_and_changes_nothing(self):
        before = self.export()
        place = (DELHI, "/meetings/0/place")
        for code, *arguments in (
                (2, "correct"),
                (2, "correct", *place),
                (2, "correct", *place, "--accept", "--reject"),
                (2, "correct", *place, "--accept", "--list"),
                (2, "correct", DELHI, "/meetings/0/status", "--value", "perhaps"),
                (2, "correct", DELHI, "/meetings/0/when", "--value", "soon"),
                (2, "correct", DELHI, "/meetings/0/country", "--value", "India"),
                (2, "correct", DELHI, "/meetings/0/id", "--reject"),
                (2, "correct", *place, "--accept", "--at", "yesterday"),
                (1, "correct", *place, "--accept", "--is", "Nowhere"),
                (1, "correct", "gone.txt", "/meetings/0/place", "--accept"),
                (1, "correct", "--undo", "c-0000000000000000"),
                (2, "merge", "m-0000000000000000"),
                (1, "merge", "m-0000000000000000", "m-0000000000000001"),
                (2, "split", "m-0000000000000000"),
                (1, "split", "m-0000000000000000", DELHI)):
            run = self.run_program(*arguments)
            self.assertEqual(run.code, code, (arguments, run))
            self.assertTrue(run.err)
        self.assertEqual(self.export(), before)

    def test_reading_again_gives_what_entering_anew_gives_and_corrections_hold(self):
        self.put("tables/bodies/organisations.tsv", self.other_name())
        self.ok("ingest", "--quiet", EXAMPLES, "--data", self.folder / "tables", "--register",
                "fresh.db")
        self.assertNotEqual(self.export("fresh.db"), self.export())
        self.say("correct", DELHI, "/meetings/0/place", "--value", "Agra")
        read = self.ok("reread", "--data", self.folder / "tables", "--format", "jsonl").lines()[0]
        self.assertEqual((read["changed"], read["unchanged"], read["failed"]),
                         (len(list(EXAMPLES.glob("*.txt"))), 0, 0))
        self.assertEqual(len(self.meetings("--place", "Agra")), 1)
        correction = self.ok("correct", "--list", "--format", "jsonl").lines()[0]["id"]
        self.ok("correct", "--undo", correction, "--data", self.folder / "tables")
        self.assertEqual(self.entities(), self.export("fresh.db"))
        again = self.ok("reread", "--data", self.folder / "tables", "--format", "jsonl").lines()[0]
        self.assertEqual(again["changed"], 0)

    @staticmethod
    def other_name():
        return "id\tname\tacronyms\nsco\tCooperation Organisation of Shanghai\tSCO\n"


if __name__ == "__main__":
    unittest.main()
