"""What people say of a register over HTTP: it counts, it is on record, and it can be taken back."""

import json
import unittest

from described import Described

DELHI = "sco-secretaries-2023-delhi.txt"


class Corrections(Described):
    def setUp(self):
        super().setUp()
        self.reviewer = self.ok("token", "create", "--role", "reviewer", "--name", "Anna", "--register",
                                "r.db").text().strip()

    def say(self, **said):
        reply = self.ask("/api/v1/corrections", "POST", said, self.reviewer)
        self.assertEqual(reply.status, 201, reply)
        return self.check("correct", 201, reply.json())["corrections"]

    def undo(self, correction, **reason):
        reply = self.ask(f"/api/v1/corrections/{correction['id']}/undo", "POST", reason or None, self.reviewer)
        self.assertEqual(reply.status, 200, reply)
        return self.check("undo", 200, reply.json())["corrections"][0]

    def refuse(self, said, status=400):
        reply = self.ask("/api/v1/corrections", "POST", said, self.reviewer, Content_Type="application/json")
        self.assertEqual(reply.status, status, (said, reply))
        self.check("correct", status, reply.json())
        return reply.error()

    def report(self, key=DELHI):
        return next(r["id"] for r in self.get("/reports?limit=500")["reports"] if r["report"] == key)

    def entities(self):
        lines = self.ask("/api/v1/export.jsonl").body.decode().splitlines()
        return [line for line in lines if json.loads(line)["type"] != "correction"]

    def test_a_corrected_fact_has_its_new_value_and_who_said_so(self):
        before = self.entities()
        made, = self.say(verdict="correct", report=self.report(), pointer="/meetings/0/place", value="Agra",
                         why="the minutes say so")
        self.assertEqual((made["who"], made["why"], made["replacement"], made["undone"], made["meets"]),
                         ("Anna", "the minutes say so", "Agra", None, 1))
        meeting, = self.get("/meetings?place=Agra")["meetings"]
        self.assertEqual(self.see("listCorrections", "/corrections?about=" + meeting["id"])["corrections"], [made])
        self.assertEqual(self.see("showCorrection", "/corrections/" + made["id"])["correction"], made)
        self.assertEqual(self.ok("correct", "--register", "r.db", "--list", "--format", "jsonl").lines()[0]["id"],
                         made["id"])
        undone = self.undo(made, why="a mistake")
        self.assertEqual((undone["undone_who"], undone["undone_why"]), ("Anna", "a mistake"))
        self.assertEqual(self.entities(), before)
        self.assertEqual(self.get("/corrections?standing=yes")["corrections"], [])
        self.assertEqual(self.get("/corrections?standing=no")["corrections"], [undone])
        again = self.ask(f"/api/v1/corrections/{made['id']}/undo", "POST", token=self.reviewer)
        self.assertEqual((again.status, again.error()["where"]), (400, made["id"]))

    def test_what_is_decided_leaves_the_queue(self):
        doubt = self.get("/review?property=place&limit=1")["doubts"][0]["source"]
        self.say(verdict="accept", report=doubt["report_id"], pointer=doubt["pointer"])
        queue = [(d["source"]["report"], d["source"]["pointer"]) for d in self.get("/review?property=place")["doubts"]]
        self.assertNotIn((doubt["report"], doubt["pointer"]), queue)

    def test_a_rejected_object_is_gone_with_all_its_facts(self):
        lone = next(m for m in self.get("/meetings?limit=500")["meetings"] if m["reports"] == 1)
        source = self.get("/meetings/" + lone["id"])["facts"][0]["values"][0]["sources"][0]
        pointer = source["pointer"].rpartition("/")[0]
        made = self.say(verdict="reject", report=source["report"], pointer=pointer, why="no meeting at all")
        self.assertGreater(len(made), 1)
        self.assertEqual(self.ask("/api/v1/meetings/" + lone["id"]).status, 404)
        self.assertEqual({c["id"] for c in made}, {c["id"] for c in self.get("/corrections")["corrections"]})
        self.assertEqual(self.get("/corrections?limit=1")["corrections"], self.get("/corrections")["corrections"][:1])

    def test_the_list_goes_on_behind_its_cursor(self):
        report = self.report()
        made = [self.say(verdict="accept", report=report, pointer="/meetings/0/" + name)[0]["id"]
                for name in ("place", "when", "status")]
        seen, cursor = [], ""
        while cursor is not None:
            page = self.see("listCorrections", "/corrections?limit=1" + (cursor and "&cursor=" + cursor))
            seen += [c["id"] for c in page["corrections"]]
            cursor = page["next"]
        self.assertEqual(seen, made[::-1])

    def test_merged_meetings_are_one_and_split_ones_two(self):
        before = self.entities()
        first, second = [m["id"] for m in self.get("/meetings?limit=2")["meetings"]]
        merge, = self.say(verdict="merge", ids=[first, second])
        self.assertEqual(self.get("/meetings/" + first), self.get("/meetings/" + second))
        error = self.refuse({"verdict": "split", "id": first, "parts": [second]})
        self.assertEqual((error["code"], error["where"]), ("usage", merge["id"]))
        self.undo(merge)
        self.assertEqual(self.entities(), before)
        many = next(m for m in self.get("/meetings?limit=500")["meetings"] if m["reports"] > 1)
        count = self.get("/meetings")["total"]
        sources = [s["report_id"] for f in self.get("/meetings/" + many["id"])["facts"] for v in f["values"]
                   for s in v["sources"]]
        split, = self.say(verdict="split", id=many["id"], parts=[sources[-1]], why="the deputies met")
        self.assertTrue(split["members"] and split["others"])
        self.assertGreater(self.get("/meetings")["total"], count)
        self.undo(split)
        self.assertEqual(self.entities(), before)

    def test_what_cannot_be_said_has_a_reason(self):
        report = self.report()
        for said, status, where in [
                ({}, 400, "verdict"), ([], 400, "body"), (b"{", 400, "body"), ({"verdict": "praise"}, 400, "verdict"),
                ({"verdict": "accept", "report": report}, 400, "pointer"),
                ({"verdict": "accept", "report": report, "pointer": "/meetings/0/when", "value": "2020"}, 400, "value"),
                ({"verdict": "correct", "report": report, "pointer": "/meetings/0/when"}, 400, "value"),
                ({"verdict": "merge", "ids": ["m-1"]}, 400, "ids"), ({"verdict": "merge", "ids": "m-1"}, 400, "ids"),
                ({"verdict": "merge", "ids": ["m-1", ""]}, 400, "ids"), ({"verdict": "split", "id": "m-1"}, 400, "parts"),
                ({"verdict": "accept", "repotr": report}, 400, "repotr"),
                ({"verdict": "accept", "report": 7}, 400, "report"),
                ({"verdict": "merge", "ids": ["m-0000000000000000", "m-0000000000000001"]}, 404, "register"),
                ({"verdict": "reject", "report": "r-none", "pointer": "/meetings/0"}, 404, "register")]:
            self.assertEqual(self.refuse(said, status)["where"], where, said)
        when = {"verdict": "correct", "report": report, "pointer": "/meetings/0/when", "value": "tomorrow"}
        self.assertIn("no date", self.refuse(when)["message"])
        self.assertEqual(self.get("/corrections")["corrections"], [])

    def test_only_a_reviewer_says_anything_and_no_other_site_through_one(self):
        said = {"verdict": "accept", "report": self.report(), "pointer": "/meetings/0/when"}
        paths = ["/api/v1/corrections", "/api/v1/corrections/c-0123456789abcdef/undo"]
        for path in paths:
            self.assertEqual(self.ask(path, "POST", said).status, 401)
            self.assertEqual(self.ask(path, "POST", said, self.token("reader")).status, 403)
            for foreign in [{"Origin": "https://evil.example"}, {"Sec_Fetch_Site": "cross-site"}]:
                self.assertEqual(self.ask(path, "POST", said, self.reviewer, **foreign).status, 403)
            form = self.ask(path, "POST", b"verdict=accept", self.reviewer, Content_Type="text/plain")
            self.assertEqual(form.status, 415)
        self.assertEqual(self.ask("/api/v1/reread", "POST", token=self.reviewer).status, 403)
        self.assertEqual(self.get("/corrections")["corrections"], [])

    def test_all_is_read_again_as_a_job_and_corrections_hold(self):
        made, = self.say(verdict="correct", report=self.report(), pointer="/meetings/0/place", value="Agra")
        editor = self.token("editor")
        reply = self.ask("/api/v1/reread", "POST", token=editor)
        name = self.check("reread", 202, reply.json())["job"]
        job = self.wait_for_job(name, editor)
        self.assertEqual(job["state"], "done", job)
        self.assertEqual(job["receipt"]["unchanged"], self.get("/size")["reports"])
        self.assertEqual(self.get("/corrections/" + made["id"])["correction"]["undone"], None)


if __name__ == "__main__":
    unittest.main()
