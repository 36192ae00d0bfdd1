"""The HTTP interface as docs/openapi.yaml describes it: answers, lists, evidence, jobs."""

import csv
import io
import signal
import threading
import time
import unittest

from described import DESCRIPTION, Described
from serving import ServeTest, quoted

class Interface(Described):
    def test_the_description_is_valid_openapi(self):
        try:
            from openapi_spec_validator import validate
        except ImportError:
            self.skipTest("needs openapi-spec-validator: script/setup test")
        validate(self.description)
        self.assertEqual(self.ask("/api/v1/openapi.yaml").body, DESCRIPTION.read_bytes())

    def test_every_list_and_every_page_has_the_shape_that_is_described(self):
        self.see("about", "")
        size = self.see("size", "/size")
        meetings = self.see("listMeetings", "/meetings?limit=500")
        self.assertEqual(len(meetings["meetings"]), size["meetings"])
        self.assertGreater(size["meetings"], 5)
        for row in meetings["meetings"]:
            page = self.see("showMeeting", "/meetings/" + row["id"])
            self.assertEqual(page["meeting"], row)
        self.see("meetingFacets", "/meetings/facets")
        self.see("upcoming", "/upcoming?from=2000")
        for series in self.see("listSeries", "/series")["series"]:
            self.assertTrue(self.see("showSeries", "/series/" + series["id"])["sessions"])
        people = self.see("listPeople", "/people?limit=500")["people"]
        self.assertEqual(len(people), size["people"])
        offices = set()
        for person in people:
            page = self.see("showPerson", "/people/" + person["id"])
            self.assertEqual(page["name"], person["name"])
            self.assertEqual(len(page["meetings"]), person["meetings"])
            offices |= {held["office_id"] for held in page["offices"]}
        self.assertGreater(len(offices), 5)
        for office in offices:
            self.assertTrue(self.see("showOffice", "/offices/" + office)["holders"])
        for state in self.see("listStates", "/states")["states"]:
            self.see("showState", "/states/" + state["code"])
        bodies = self.see("listBodies", "/bodies")["bodies"]
        self.assertGreater(len(bodies), 3)
        for body in bodies:
            page = self.see("showBody", "/bodies/" + body["id"])
            self.assertIn(body, page["organs"])
        for report in self.see("listReports", "/reports?limit=500")["reports"]:
            self.see("showReport", "/reports/" + report["id"])
        self.see("search", "/search?q=security")
        self.see("listConflicts", "/conflicts")
        self.see("listConflicts", "/conflicts?property=attendance")
        self.see("review", "/review")
        self.see("reviewSize", "/review/size")
        self.see("timeline", "/timeline?by=month")
        self.see("map", "/map")
        self.see("network", "/network")
        self.see("network", "/network?of=person")

    def test_an_organ_that_no_report_gives_to_an_organisation_is_its_own_body(self):
        self.put("organ.txt", "VIENNA, 5 May 2021. The 12th session of the Council of Foreign Ministers was held in Vienna on "
                              "5 May 2021. Austria chaired the session.\n")
        self.ok("ingest", "--register", "r.db", "organ.txt")
        bodies = self.get("/bodies")["bodies"]
        own = [b for b in bodies if b["organisation"] is None and b["organ"] == "Council of Foreign Ministers"]
        self.assertEqual(len(own), 1, bodies)
        self.assertEqual(len({body["id"] for body in bodies}), len(bodies))
        page = self.see("showBody", "/bodies/" + own[0]["id"])
        self.assertEqual((page["organisation"], page["organs"], page["members"]), (None, own, []))
        self.assertEqual({m["organisation"] for m in page["presidency"]} - {None}, set())

    def test_every_fact_has_a_permalink_that_proves_it(self):
        meeting = self.get("/meetings?q=security")["meetings"][0]["id"]
        page = self.get("/meetings/" + meeting)
        sources = [source for fact in page["facts"] for value in fact["values"]
                   for source in value["sources"]]
        self.assertGreater(len(sources), 5)
        for source in sources:
            found = self.see("showFact", source["fact"].removeprefix("/api/v1"))
            self.assertIn(source, [fact["source"] for fact in found["facts"]])
            self.assertIn(meeting, [fact["entity"] for fact in found["facts"]])

    def test_evidence_is_in_the_unit_that_was_asked_for(self):
        text = ("BISHKEK, 5 May 2021. \U0001F600 Foreign Minister José Müller of Austria met Péter Szijjártó "
                "of Hungary in Bishkek on 5 May 2021.\n")
        counts = {"utf8": lambda s: len(s.encode()), "codepoint": len,
                  "utf16": lambda s: len(s.encode("utf-16-le")) // 2}
        self.put("umlauts.txt", text)
        self.ok("ingest", "--register", "r.db", "umlauts.txt")
        report = self.get("/reports?q=" + quoted("Müller"))["reports"][0]["id"]
        for unit, count in counts.items():
            page = self.get(f"/reports/{report}?unit={unit}")
            self.assertEqual(page["unit"], unit)
            whole = page["reading"]["report"]["text"]
            seen = 0
            for m in page["reading"]["meetings"]:
                for fact in [m, *m["participants"]]:
                    for spans in fact["evidence"].values():
                        for begin, end in spans:
                            before = [i for i in range(len(whole) + 1) if count(whole[:i]) == begin]
                            after = [i for i in range(len(whole) + 1) if count(whole[:i]) == end]
                            self.assertTrue(before and after, (unit, begin, end))
                            seen += 1
            self.assertGreater(seen, 5)
            for pointer, entity in page["entities"].items():
                if not entity.startswith("m-"):
                    continue
                for fact in self.get(f"/meetings/{entity}?unit={unit}")["facts"]:
                    for value in fact["values"]:
                        for s in value["sources"]:
                            for (begin, end), quote in zip(s["evidence"], s["quotes"]):
                                self.assertEqual(end - begin, count(quote), unit)

    def test_an_old_id_leads_to_the_meeting_that_holds_it_now(self):
        for row in self.get("/meetings?limit=500")["meetings"]:
            page = self.get("/meetings/" + row["id"])
            for other in page["also"]:
                self.assertEqual(self.get("/meetings/" + other), page)
            if page["also"]:
                return
        self.fail("no meeting of several reports among the examples")

    def test_errors_are_json_with_a_code_a_message_and_a_place(self):
        for path, status, code in [
                ("/meetings/m-0000000000000000", 404, "not_found"),
                ("/people/p-0000000000000000", 404, "not_found"),
                ("/series/nothing", 404, "not_found"), ("/states/ZZ", 404, "not_found"),
                ("/bodies/nothing", 404, "not_found"), ("/offices/o-x", 404, "not_found"),
                ("/reports/r-x", 404, "not_found"), ("/reports/nothing", 404, "not_found"),
                ("/nothing", 404, "not_found"), ("/meetings/a/b", 404, "not_found"),
                ("/meetings?knid=summit", 400, "bad_data"), ("/meetings?kind=ball", 400, "bad_data"),
                ("/meetings?from=tomorrow", 400, "bad_data"), ("/meetings?limit=0", 400, "bad_data"),
                ("/meetings?limit=1e3", 400, "bad_data"), ("/meetings?cursor=%21", 400, "bad_data"),
                ("/meetings?cursor=YQ", 400, "bad_data"), ("/meetings?kind=call&kind=visit", 400, "bad_data"),
                ("/meetings/m-1?unit=bytes", 400, "bad_data"), ("/review?cursor=YR9i", 400, "bad_data")]:
            reply = self.ask("/api/v1" + path)
            self.assertEqual((reply.status, reply.error()["code"]), (status, code), path)
            self.check("listMeetings", status, reply.json())
            self.assertNotIn(str(self.folder), reply.body.decode())
        self.assertEqual(self.ask("/api/v1/").body, self.ask("/api/v1").body)
        self.assertEqual(self.ask("/api/v1/meetings/").status, 404)
        reply = self.ask("/api/v1/meetings", "POST", {})
        self.assertEqual((reply.status, reply.headers["Allow"]), (405, "GET"))
        self.assertEqual(self.ask("/api/v1/meetings?knid=1").error()["where"], "?knid")


class Lists(Described):
    def pages(self, path, name):
        """All pages of a list, two entries each."""
        out = []
        cursor = ""
        while cursor is not None:
            self.assertLess(len(out), 500)
            answer = self.get(f"{path}{'&' if '?' in path else '?'}limit=2{cursor and '&cursor=' + cursor}")
            self.assertLessEqual(len(answer[name]), 2)
            out += answer[name]
            cursor = answer["next"]
        return out

    def test_pages_of_a_list_are_the_list(self):
        for path, name in [("/meetings?order=newest", "meetings"), ("/meetings?order=oldest", "meetings"),
                           ("/people", "people"), ("/series", "series"), ("/bodies", "bodies"), ("/states", "states"),
                           ("/reports", "reports"), ("/conflicts", "conflicts"),
                           ("/conflicts?property=attendance", "conflicts"), ("/search?q=security", "hits")]:
            whole = self.get(path + ("&" if "?" in path else "?") + "limit=200")[name]
            self.assertEqual(self.pages(path, name), whole, path)
        doubts = self.pages("/review?property=status", "doubts")
        self.assertEqual(len({(d["source"]["report"], d["source"]["pointer"]) for d in doubts}), len(doubts))
        self.assertEqual([d["source"]["confidence"] for d in doubts],
                         sorted(d["source"]["confidence"] for d in doubts))
        self.assertGreater(len(doubts), 5)
        counts = {c["property"]: c["doubts"] for c in self.get("/review/size")["properties"]}
        self.assertEqual(counts["status"], len(doubts))
        surest = max(d["source"]["confidence"] for d in doubts)
        fewer = {c["property"]: c["doubts"] for c in self.get(f"/review/size?below={round(100 * surest) - 1}")["properties"]}
        self.assertLess(fewer["status"], counts["status"])
        for doubt in self.get("/review?limit=100")["doubts"]:
            text = self.get("/reports/" + doubt["source"]["report_id"])["reading"]["report"]["text"]
            before, _, after = text.partition(doubt["context"])
            self.assertTrue(before == "" or before[-1].isspace(), doubt)
            self.assertTrue(after == "" or after[0].isspace(), doubt)

    def test_meetings_are_ordered_by_day_either_way_and_those_without_one_come_last(self):
        for order, sign in (("oldest", 1), ("newest", -1)):
            days = [m["first_day"] for m in self.pages("/meetings?order=" + order, "meetings")]
            dated = [day for day in days if day]
            self.assertEqual(days, dated + [None] * (len(days) - len(dated)))
            self.assertEqual(dated, sorted(dated)[::sign])
            self.assertGreater(len(days), len(dated))

    def test_filters_let_through_what_the_command_lets_through(self):
        for query, options in [("body=SCO", ["--body", "SCO"]), ("state=IN", ["--state", "IN"]),
                               ("kind=session", ["--kind", "session"]), ("from=2022&to=2022", ["--from", "2022", "--to", "2022"]),
                               ("status=held&state=RU", ["--status", "held", "--state", "RU"]),
                               ("place=Tashkent", ["--place", "Tashkent"])]:
            here = {m["id"] for m in self.get(f"/meetings?limit=500&{query}")["meetings"]}
            there = {m["id"] for m in self.ok("meetings", "--register", "r.db", "--format", "jsonl", *options).lines()}
            self.assertEqual(here, there, query)
            self.assertTrue(here, query)

    def test_an_empty_list_says_which_filter_emptied_it(self):
        answer = self.get("/meetings?body=SCO&state=ZZ")
        self.assertEqual((answer["meetings"], answer["total"], answer["emptied_by"]), ([], 0, ["state"]))
        self.assertEqual(self.get("/meetings?q=zeppelin")["emptied_by"], ["words"])

    def test_facets_count_what_the_filter_lets_through(self):
        facets = self.get("/meetings/facets?body=SCO&facets=kind,year,state")["facets"]
        self.assertEqual(sorted(facets), ["kind", "state", "year"])
        for kind in facets["kind"]:
            self.assertEqual(self.get(f"/meetings?body=SCO&kind={kind['value']}")["total"], kind["meetings"])
        for state in facets["state"]:
            self.assertEqual(self.get(f"/meetings?body=SCO&with={state['value']}")["total"], state["meetings"])

    def test_a_csv_holds_every_meeting_of_the_filter(self):
        rows = list(csv.DictReader(io.StringIO(self.ask("/api/v1/meetings.csv?order=oldest").body.decode())))
        listed = self.get("/meetings?order=oldest&limit=500")["meetings"]
        self.assertEqual([row["id"] for row in rows], [m["id"] for m in listed])
        self.assertEqual([row["name"] for row in rows], [m["name"] or "" for m in listed])
        empty = self.ask("/api/v1/meetings.csv?state=ZZ").body.decode()
        self.assertEqual(empty.count("\n"), 1)
        self.assertIn("id,when,status", empty)

    def test_a_calendar_is_that_of_the_command(self):
        reply = self.ask("/api/v1/meetings.ics?body=SCO&from=2018")
        self.assertEqual(reply.headers["Content-Type"], "text/calendar; charset=utf-8")
        self.assertEqual(reply.body, self.ok("calendar", "--register", "r.db", "--body", "SCO", "--from", "2018").out)
        self.assertIn(b"BEGIN:VEVENT", reply.body)
        self.assertEqual(self.ask("/api/v1/upcoming.ics").status, 200)
        self.assertEqual(self.ask("/api/v1/meetings.ics?q=a").status, 400)

    def test_the_export_is_that_of_the_command(self):
        self.assertEqual(self.ask("/api/v1/export.jsonl").body,
                         self.ok("export", "--register", "r.db", "--format", "jsonl").out)

    def test_a_network_joins_those_who_met(self):
        network = self.get("/network?body=SCO")
        names = {node["id"] for node in network["nodes"]}
        self.assertTrue({"RU", "CN"} <= names, names)
        for edge in network["edges"][:5]:
            self.assertEqual(self.get(f"/meetings?body=SCO&with={edge['a']},{edge['b']}")["total"],
                             edge["meetings"])
        few = self.get("/network?body=SCO&most=3")
        self.assertEqual((few["edges"], few["more"]), (network["edges"][:3], len(network["edges"]) + network["more"] - 3))

    def test_places_have_coordinates_of_their_own_country(self):
        places = {(p["place"], p["country"]): p for p in self.see("map", "/map")["places"]}
        for place, country, latitude, longitude in [("Tashkent", "UZ", 41.3, 69.2), ("Samarkand", "UZ", 39.65, 66.97)]:
            found = places[place, country]
            self.assertAlmostEqual(found["latitude"], latitude, delta=0.1)
            self.assertAlmostEqual(found["longitude"], longitude, delta=0.1)
        known = [p for p in places.values() if p["latitude"] is not None]
        self.assertGreater(len(known), 0.7 * sum(p["place"] is not None for p in places.values()))
        series = max(self.get("/series")["series"], key=lambda s: s["sessions"])["id"]
        page = self.see("showSeries", "/series/" + series)
        where = {s["id"]: s["place"] for s in page["sessions"]}
        self.assertTrue(page["hosts"])
        for host in page["hosts"]:
            self.assertEqual(host["place"], where[host["session"]])

    def test_spellings_of_a_place_are_one_place_of_the_map(self):
        for number, place in enumerate(("New Delhi", "NEW DELHI", "New Delhi")):
            self.put(f"{number}.txt", f"{place}, 5 May 202{number}. Foreign Minister José Müller of Austria met Péter Szijjártó of "
                                      f"Hungary in {place} on 5 May 202{number}.\n")
        self.ok("ingest", "--register", "r.db", "0.txt", "1.txt", "2.txt")
        places = self.get("/map?from=2020&to=2022&state=AT")["places"]
        self.assertEqual([(p["place"], p["meetings"]) for p in places if p["country"] == "IN"], [("New Delhi", 3)], places)

    def test_whom_a_state_met_is_what_the_filter_finds(self):
        met = self.get("/states/UZ")["met"]
        self.assertGreater(len(met), 3)
        for other in met:
            self.assertEqual(self.get(f"/meetings?with=UZ,{other['code']}")["total"], other["meetings"], other)

    def test_the_matrix_of_a_series_names_who_represented_whom(self):
        series = max(self.get("/series")["series"], key=lambda s: s["sessions"])
        page = self.get("/series/" + series["id"])
        sessions = [s["id"] for s in page["sessions"]]
        self.assertEqual(len(sessions), series["sessions"])
        cells = [(line["party"], cell) for line in page["matrix"] for cell in line["cells"]]
        self.assertTrue(cells)
        for party, cell in cells:
            self.assertIn(cell["session"], sessions)
            shown = self.get("/meetings/" + cell["session"])["participants"]
            self.assertTrue({p["name"] for p in cell["people"]} <= {p["name"] for p in shown})

    def test_the_timeline_counts_every_meeting_once(self):
        total = self.get("/meetings")["total"]
        for by in ("year", "month"):
            self.assertEqual(sum(p["meetings"] for p in self.get("/timeline?by=" + by)["periods"]), total)

    def test_an_answer_that_is_known_is_not_sent_again_until_the_register_changes(self):
        first = self.ask("/api/v1/meetings")
        again = self.ask("/api/v1/meetings", If_None_Match=first.headers["ETag"])
        self.assertEqual((again.status, again.body), (304, b""))
        self.put("new.txt", "The foreign ministers of Chile and Peru held talks in Lima on 5 May 2021.\n")
        self.ok("ingest", "--register", "r.db", "new.txt")
        after = self.ask("/api/v1/meetings", If_None_Match=first.headers["ETag"])
        self.assertEqual((after.status, after.json()["total"]), (200, first.json()["total"] + 1))


class Reading(Described):
    TEXT = "The foreign ministers of Chile and Peru held talks in Lima on 5 May 2021.\n"

    def test_a_pasted_text_is_read_at_once_and_not_entered(self):
        before = self.get("/size")
        reply = self.ask("/api/v1/read", "POST", {"text": self.TEXT, "date": "2021-05-06"})
        self.assertEqual(reply.status, 200, reply)
        reading = self.check("read", 200, reply.json())["reading"]
        self.assertEqual(reading["meetings"][0]["when"], "2021-05-05")
        self.assertEqual(self.get("/size"), before)

    def test_a_pasted_page_is_read_without_its_menus(self):
        html = f"<html><body><nav>Menu Home</nav><article><h1>Talks</h1><p>{self.TEXT * 5}</p></article></body></html>"
        reading = self.ask("/api/v1/read", "POST", {"html": html}).json()["reading"]
        self.assertNotIn("Menu", reading["report"]["text"])
        self.assertEqual(len(reading["meetings"]), 1)

    def test_what_cannot_be_read_says_why(self):
        for body, where in [({}, "body"), ({"text": "a", "html": "b"}, "body"), ([], "body"), (b"{", "body"),
                            ({"text": 3}, "text"), ({"txet": "a"}, "txet"), ({"text": "a", "date": "soon"}, "date")]:
            reply = self.ask("/api/v1/read", "POST", body, Content_Type="application/json")
            self.assertEqual((reply.status, reply.error()["code"], reply.error()["where"]),
                             (400, "bad_data", where), body)
        reply = self.ask("/api/v1/read", "POST", b"text=a", Content_Type="application/x-www-form-urlencoded")
        self.assertEqual(reply.status, 415)


class Entering(Described):
    def test_reports_are_entered_as_a_job_and_forgotten(self):
        editor = self.token("editor")
        documents = [{"text": Reading.TEXT, "id": "lima", "date": "2021-05-06"}, {"text": " "},
                     {"address": "file:///etc/passwd"}]
        reply = self.ask("/api/v1/ingest", "POST", {"documents": documents}, editor)
        self.assertEqual(reply.status, 202, reply)
        name = self.check("ingest", 202, reply.json())["job"]
        self.assertEqual(reply.headers["Location"], "/api/v1/jobs/" + name)
        job = self.check("showJob", 200, {"job": self.wait_for_job(name, editor)})["job"]
        self.assertEqual((job["state"], job["receipt"]["added"], job["failed"]), ("done", 1, 2), job)
        self.see("listJobs", "/jobs", token=editor)
        found = self.get("/reports?q=Lima")["reports"]
        self.assertEqual([r["report"] for r in found], ["given#lima"])
        self.assertEqual(self.get("/meetings?place=Lima")["total"], 1)
        reply = self.ask("/api/v1/reports/" + found[0]["id"], "DELETE", token=editor)
        self.assertEqual(self.check("forgetReport", 200, reply.json()), {"forgotten": 1})
        self.assertEqual(self.get("/meetings?place=Lima")["total"], 0)


class Stopping(ServeTest):
    def test_a_stop_ends_what_is_being_answered_and_takes_no_more(self):
        done = []

        def ask():
            done.append(self.ask("/api/v1/export.jsonl").status)

        asking = [threading.Thread(target=ask) for _ in range(8)]
        for thread in asking:
            thread.start()
        time.sleep(0.05)
        self.server.send_signal(signal.SIGTERM)
        self.assertEqual(self.server.wait(30), 0)
        for thread in asking:
            thread.join()
        self.assertTrue(set(done) <= {200, 503}, done)
        with self.assertRaises(ConnectionError):
            self.ask("/api/v1")


if __name__ == "__main__":
    unittest.main()
