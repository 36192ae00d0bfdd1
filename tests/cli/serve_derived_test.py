"""What follows from the reports, over HTTP: with reasons, sources and a day to look from."""

import unittest

from described import Described
from support import SOURCE

REGISTER = SOURCE / "examples/register/reports"


class Derived(Described):
    """The reports of examples/register: years of one series, ministers that change."""

    reports = REGISTER

    def test_a_series_tells_what_is_due_and_who_was_missing(self):
        series = max(self.get("/series")["series"], key=lambda s: s["sessions"])["id"]
        derived = self.see("seriesDerived", f"/series/{series}/derived?sessions=5")
        self.assertTrue(derived["due"]["because"])
        self.assertTrue(derived["presidency"])
        self.assertTrue(derived["came"])
        self.assertTrue(derived["missing"])
        for one in derived["presidency"]:
            self.assertTrue(one["because"] and one["sources"], one)
        early = self.see("seriesDerived", f"/series/{series}/derived?as_of=2019")
        self.assertEqual(early["as_of"], "2019-12-31")
        self.assertTrue(all(p["year"] <= "2019" for p in early["presidency"]))
        page = self.get("/series/" + series)
        sessions = {s["id"] for s in page["sessions"]}
        for one in derived["missing"]:
            self.assertIn(one["session"]["id"], sessions)
            own = self.see("meetingDerived", f"/meetings/{one['session']['id']}/derived")
            self.assertEqual(own["missing"], one)

    def test_promises_say_what_became_of_them(self):
        fates = set()
        for series in self.get("/series")["series"]:
            derived = self.see("seriesDerived", f"/series/{series['id']}/derived?sessions=20")
            for promise in derived["promises"]:
                fates.add(promise["fate"])
                self.assertEqual(bool(promise["fate"]), bool(promise["sources"]), promise)
                if promise["fate"]:
                    own = self.get(f"/meetings/{promise['session']}/derived")["promises"]
                    self.assertIn(promise["item"], [p["item"] for p in own])
        self.assertIn("done", fates)

    def test_offices_are_as_of_reports_for_people_states_and_bodies(self):
        person = next(p for p in self.get("/people?limit=500")["people"] if p["meetings"] > 1 and p["state"])
        held = self.see("personDerived", f"/people/{person['id']}/derived")["offices"]
        self.assertEqual({t["person"] for t in held}, {person["id"]})
        of_state = self.see("stateDerived", f"/states/{person['state']}/derived")["offices"]
        self.assertIn(held[0]["office"], [t["office"] for t in of_state])
        self.see("showOffice", "/offices/" + held[0]["office_id"])
        self.assertTrue(any(t["successor"] for s in self.get("/states")["states"]
                            for t in self.get(f"/states/{s['code']}/derived")["offices"]))
        for body in self.get("/bodies")["bodies"]:
            derived = self.see("bodyDerived", f"/bodies/{body['id']}/derived")
            for one in derived["due"]:
                self.assertEqual(self.get(f"/series/{one['series']['id']}/derived")["due"], one["due"])

    def test_timelines_hold_the_meetings_and_are_drawn_without_scripts(self):
        series = max(self.get("/series")["series"], key=lambda s: s["sessions"])["id"]
        sessions = {s["id"] for s in self.get("/series/" + series)["sessions"]}
        person = max(self.get("/people?limit=500")["people"], key=lambda p: p["meetings"])
        body = max(self.get("/bodies")["bodies"], key=lambda b: b["meetings"])
        state = self.get("/states")["states"][0]["code"]
        for operation, path in [("seriesTimeline", "/series/" + series), ("personTimeline", "/people/" + person["id"]),
                                ("bodyTimeline", "/bodies/" + body["id"]), ("stateTimeline", "/states/" + state)]:
            lanes = self.see(operation, path + "/timeline")
            events = [e for lane in lanes["lanes"] for e in lane["events"]]
            self.assertTrue(events, path)
            self.assertTrue(all(e["first_day"] <= e["last_day"] for e in events))
            if path.startswith("/series"):
                self.assertEqual({e["id"] for e in events + lanes["undated"] if e["id"]}, sessions)
            some = self.get(path + "/timeline?from=2021&to=2021&by=month")
            self.assertTrue(all(e["first_day"] <= "2021-12-31" and e["last_day"] >= "2021-01-01"
                                for lane in some["lanes"] for e in lane["events"]))
            drawn = self.ask(f"/api/v1{path}/timeline.svg")
            self.assertEqual((drawn.status, drawn.headers["Content-Type"]), (200, "image/svg+xml"))
            self.assertIn(b"<svg", drawn.body)
            self.assertRegex(drawn.headers["Content-Security-Policy"], r"style-src 'sha256-[A-Za-z0-9+/]{43}='$")

    def test_a_brief_is_that_of_the_command_and_its_styles_alone_may_run(self):
        series = max(self.get("/series")["series"], key=lambda s: s["sessions"])["id"]
        page, = self.see("seriesBrief", f"/series/{series}/brief?sessions=2")["briefs"]
        printed, = self.ok("brief", series, "--sessions", "2", "--register", "r.db", "--format", "jsonl").lines()
        self.assertEqual(page, printed)
        document = self.ask(f"/api/v1/series/{series}/brief.html?sessions=2")
        self.assertEqual(document.headers["Content-Type"], "text/html; charset=utf-8")
        self.assertEqual(document.body, self.ok("brief", series, "--sessions", "2", "--register", "r.db", "--format",
                                                "html").out)
        policy = document.headers["Content-Security-Policy"]
        self.assertEqual(policy.count("'sha256-"), 2, policy)
        self.assertNotIn("unsafe", policy)
        body = next(b for b in self.get("/bodies")["bodies"]
                    if any(s["id"] == series for s in self.get("/bodies/" + b["id"])["series"]))
        of_body = self.see("bodyBrief", f"/bodies/{body['id']}/brief?sessions=2")["briefs"]
        self.assertIn(page, of_body)

    def test_what_is_not_there_or_no_day_is_an_error(self):
        series = self.get("/series")["series"][0]["id"]
        for path, status in [("/series/nothing/derived", 404), ("/series/SCO/brief", 404), ("/bodies/nothing/brief", 404),
                             ("/people/p-0000000000000000/timeline", 404), ("/states/ZZ/timeline", 404),
                             ("/bodies/nothing/derived", 404), ("/meetings/m-0000000000000000/derived", 404),
                             (f"/series/{series}/derived?as_of=soon", 400), (f"/series/{series}/brief?sessions=0", 400),
                             (f"/series/{series}/timeline?from=soon", 400), (f"/series/{series}/timeline?by=week", 400)]:
            reply = self.ask("/api/v1" + path)
            self.assertEqual(reply.status, status, path)
            self.check("seriesDerived", status, reply.json())

    def test_a_history_and_corrections_stand_with_the_meeting(self):
        told = [m for m in self.get("/meetings?limit=500")["meetings"] if m["reports"] > 1]
        histories = [self.see("showMeeting", "/meetings/" + m["id"])["history"] for m in told]
        longest = max(histories, key=len)
        self.assertGreater(len(longest), 1)
        days = [stage["published"] for stage in longest if stage["published"]]
        self.assertEqual(days, sorted(days))


if __name__ == "__main__":
    unittest.main()
