"""Exports, each read by a second program that knows nothing of this one."""

import csv
import io
import itertools
import json
import subprocess
import unittest
import zipfile

from crafted import ODD, Report, lines, odd_reports
from support import EXAMPLES, SOURCE, CliTest, needs

REGISTER = SOURCE / "examples/register/reports"
FORMATS = ("diplomatic-visits", "graphml", "jsonl", "jsonld", "plover")


class ExportTest(CliTest):
    def enter_examples(self, register="register.db"):
        self.ok("ingest", "--quiet", "--register", register, EXAMPLES, REGISTER)

    def enter_odd(self, register="register.db"):
        self.ok("import", "--register", register, self.put("odd.jsonl", lines(odd_reports())))

    def export(self, form, register="register.db"):
        return self.ok("export", "--quiet", "--format", form, "--register", register).out

    def records(self, kind=None):
        text = self.export("jsonl").decode("utf-8")
        every = [json.loads(line) for line in text.split("\n") if line]
        return [r for r in every if kind is None or r["type"] == kind]

    def tables(self):
        self.ok("export", "--format", "csv", "--output", "tables")
        return self.folder / "tables"


def cell(value):
    """What a value of the JSON lines is in a table."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(value)
    return value if isinstance(value, str) else json.dumps(value)


class Tables(ExportTest):
    def check_tables(self):
        folder = self.tables()
        every = self.records()
        kinds = [kind for kind, _ in itertools.groupby(r["type"] for r in every)]
        self.assertEqual(len(kinds), len(set(kinds)))
        self.assertLessEqual({f"{kind}.csv" for kind in kinds}, {p.name for p in folder.iterdir()})
        for path in sorted(folder.iterdir()):
            rows = [r for r in every if r["type"] == path.stem]
            with open(path, encoding="utf-8", newline="") as file:
                read = list(csv.reader(file))
            self.assertTrue(read, path)
            for row, told in zip(rows, read[1:], strict=True):
                names = [name for name in row if name != "type"]
                self.assertEqual(names, read[0])
                self.assertEqual([cell(row[name]) for name in names], told)
        return folder

    def test_tables_hold_the_same_as_the_lines(self):
        self.enter_examples()
        self.check_tables()

    def test_odd_words_survive_in_tables(self):
        self.enter_odd()
        self.check_tables()

    def test_pandas_and_sqlite_count_the_same_rows(self):
        pandas = needs(self, "pandas")
        self.enter_odd()
        self.ok("ingest", "--quiet", EXAMPLES)
        folder = self.tables()
        every = self.records()
        counted = 0
        for path in sorted(folder.iterdir()):
            rows = [r for r in every if r["type"] == path.stem]
            frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
            self.assertEqual(len(frame), len(rows), path)
            for name in frame.columns:
                self.assertEqual(list(frame[name]), [cell(r[name]) for r in rows], (path, name))
            done = subprocess.run(["sqlite3", ":memory:", ".mode csv", f".import {path} t",
                                   "SELECT count(*) FROM t"], capture_output=True, check=True)
            self.assertEqual(done.stderr, b"")
            if rows:  # without rows the header is all that the table is made of
                self.assertEqual(int(done.stdout), len(rows), path)
            counted += len(rows)
        self.assertEqual(counted, len(every))

    def test_a_zip_file_holds_the_same_tables_and_depends_on_nothing_else(self):
        self.enter_examples()
        folder = self.tables()
        self.ok("export", "--format", "csv", "--output", "a.zip")
        self.ok("export", "--format", "csv", "--output", "b.zip", env={"TZ": "Asia/Tashkent"})
        self.assertEqual((self.folder / "a.zip").read_bytes(), (self.folder / "b.zip").read_bytes())
        with zipfile.ZipFile(self.folder / "a.zip") as packed:
            self.assertIsNone(packed.testzip())
            self.assertEqual(sorted(packed.namelist()), sorted(p.name for p in folder.iterdir()))
            for name in packed.namelist():
                self.assertEqual(packed.read(name), (folder / name).read_bytes())

    def test_an_empty_register_has_tables_with_headers_only(self):
        self.ok("import", self.put("empty.jsonl", ""))
        for path in sorted(self.tables().iterdir()):
            self.assertEqual(path.read_bytes().count(b"\r\n"), 1, path)

    def test_what_cannot_be_written_is_named(self):
        self.enter_odd()
        self.put("file", "x")
        for target in ("file", "gone/tables", "gone/tables.zip"):
            run = self.run_program("export", "--format", "csv", "--output", target)
            self.assertEqual(run.code, 1, run)
            self.assertIn(target.split("/", maxsplit=1)[0], run.err)
        for arguments in (["--format", "csv"], ["--format", "jsonl", "--output", "x"]):
            self.assertEqual(self.run_program("export", *arguments).code, 2)


class Documents(ExportTest):
    def test_no_form_depends_on_the_order_of_the_reports(self):
        self.enter_examples()
        paths = sorted(EXAMPLES.glob("*.txt"))
        self.ok("ingest", "--quiet", "--register", "other.db", REGISTER)
        for path in reversed(paths):
            self.ok("ingest", "--quiet", "--register", "other.db", path)
        for form in FORMATS:
            first = self.export(form)
            self.assertGreater(len(first), 1000)
            self.assertEqual(self.export(form, "other.db"), first, form)

    def test_an_empty_register_is_a_valid_document_in_every_form(self):
        self.ok("import", self.put("empty.jsonl", ""))
        self.assertEqual(self.export("jsonl"), b"")
        self.assertEqual(self.export("plover"), b"")
        self.assertEqual(len(json.loads(self.export("jsonld"))["@graph"]), 1)
        networkx = needs(self, "networkx")
        self.assertEqual(len(networkx.parse_graphml(self.export("graphml").decode("utf-8"))), 0)

    def test_every_form_tells_what_corrections_leave(self):
        report = Report("one", "2021-03-01")
        people = [{"person": name, "offices": "Minister of Trade", "state": "UZ",
                   "attendance": "attended"} for name in ("Askar Abdullin", "Carla Duarte")]
        report.meeting(0, people, name="Lake Talks", kind="talks", status="held",
                       when="2021-02-01", place="Lima", country="PE")
        self.ok("import", self.put("one.jsonl", lines([report])))
        for pointer, value in (("/meetings/0/place", "Cusco"),
                               ("/meetings/0/participants/0/person", "Bo Chen"),
                               ("/meetings/0/participants/1/state", "KZ")):
            self.ok("correct", "--by", "Anna", "one", pointer, "--value", value)
        told = {form: self.export(form).decode("utf-8") for form in FORMATS}
        for form, new, old in (("diplomatic-visits", "Cusco", "Lima"),
                               ("jsonld", '"value":"Cusco"', "value:Lima"),
                               ("plover", "Cusco", "Lima"), ("plover", "KAZ", "Lima"),
                               ("graphml", "Bo Chen", "Askar Abdullin"),
                               ("diplomatic-visits", "Bo Chen", "Askar Abdullin")):
            self.assertIn(new, told[form], form)
            self.assertNotIn(f'"{old}"', told[form], form)
            self.assertNotIn(f",{old},", told[form], form)
        nodes = json.loads(told["jsonld"])["@graph"]
        place, = (n for n in nodes if n.get("property") == "place")
        self.assertEqual(place["hasTarget"][0]["hasSelector"][0]["exact"], "Lima")
        act, = (n for n in nodes if n.get("@id") == place["wasGeneratedBy"])
        self.assertEqual(act["wasAssociatedWith"]["name"], "Anna")
        self.ok("import", "--register", "new.db", self.put("all.jsonl", told["jsonl"]))
        for form in FORMATS:
            self.assertEqual(self.export(form, "new.db").decode("utf-8"), told[form], form)

    def test_lines_are_sorted_within_each_type(self):
        self.enter_examples()
        keys = {"report": ("report", "version"), "series": ("id",), "meeting": ("id",),
                "person": ("id",), "link": ("from", "relation", "to"),
                "conflict": ("entity", "property", "rank"), "merge": ("entity", "a", "b")}
        for kind, names in keys.items():
            found = [tuple(r[n] for n in names) for r in self.records(kind)]
            self.assertTrue(found, kind)
            self.assertEqual(found, sorted(found), kind)
            self.assertEqual(len(found), len(set(found)), kind)


class Network(ExportTest):
    def graph(self):
        networkx = needs(self, "networkx")
        return networkx.parse_graphml(self.export("graphml").decode("utf-8"))

    def test_ties_are_those_who_attended_a_held_meeting_together(self):
        self.enter_examples()
        held = {m["id"]: m for m in self.records("meeting") if m["status"] in ("held", "ongoing")}
        came = {}
        for p in self.records("participant"):
            if p["person"] and p["attendance"] == "attended" and p["meeting"] in held:
                came.setdefault(p["meeting"], set()).add(p["person"])
        ties = {}
        for meeting, people in came.items():
            for pair in itertools.combinations(sorted(people), 2):
                ties.setdefault(pair, []).append(held[meeting]["first_day"] or "")
        graph = self.graph()
        told = {tuple(sorted((a, b))): data for a, b, data in graph.edges(data=True)}
        self.assertGreater(len(ties), 100)
        self.assertEqual(set(told), set(ties))
        for pair, days in ties.items():
            self.assertEqual(told[pair]["meetings"], len(days))
            self.assertEqual(told[pair].get("first_day", ""), min(filter(None, days), default=""))
        self.assertEqual(set(graph.nodes), {p["id"] for p in self.records("person")})

    def test_odd_names_survive_in_the_network(self):
        self.enter_odd()
        graph = self.graph()
        names = {data["name"] for _, data in graph.nodes(data=True)}
        self.assertLessEqual({f"Ada {odd}" for odd in ODD}, names)


class Visits(ExportTest):
    def rows(self):
        text = self.export("diplomatic-visits").decode("utf-8")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def test_there_is_a_row_for_each_person_and_meeting(self):
        self.enter_examples()
        rows = self.rows()
        told = sorted((r["meeting"], r["person_id"]) for r in rows)
        expected = sorted((p["meeting"], p["person"]) for p in self.records("participant")
                          if p["person"])
        self.assertGreater(len(told), 200)
        self.assertEqual(told, expected)
        meetings = {m["id"]: m for m in self.records("meeting")}
        for row in rows:
            meeting = meetings[row["meeting"]]
            for column, field in (("date", "first_day"), ("end", "last_day"), ("when", "when"),
                                  ("place", "place"), ("country", "country"), ("series", "series"),
                                  ("body", "organisation"), ("organ", "organ"),
                                  ("ordinal", "ordinal"), ("host_state", "host")):
                self.assertEqual(row[column], cell(meeting[field]), column)
        days = [r["date"] for r in rows]
        self.assertEqual(days, sorted(days, key=lambda day: (day == "", day)))

    def test_evidence_addresses_lead_to_words_that_name_the_person(self):
        self.enter_examples()
        for row in self.rows()[::25]:
            report, _, pointer = row["evidence"].rpartition(" ")
            page = self.ok("explain", "--format", "jsonl", report, f"{pointer}/person").lines()[0]
            quotes = [q for s in page["sections"] for f in s["facts"] for c in f["sources"]
                      for q in c["quotes"]]
            self.assertTrue(quotes, row)

    def test_seniority_follows_the_office(self):
        offices = {"President": "head_of_state", "Prime Minister": "head_of_government",
                   "Deputy Prime Minister": "deputy_head", "Minister of Foreign Affairs": "minister",
                   "Deputy Foreign Minister": "deputy_minister",
                   "First Deputy Minister of Defence": "deputy_minister",
                   "Minister of Trade; Deputy Prime Minister": "deputy_head",
                   "Ambassador": "ambassador", "Keeper of the Lanterns": ""}
        report = Report("seniority", "2021-03-01")
        names = ("Askar Abdullin", "Bo Chen", "Carla Duarte", "Dmitri Orlov", "Emeka Okafor",
                 "Farrukh Gafurov", "Ingrid Holm", "Joon Park", "Leila Mansour")
        people = [{"person": name, "state": "UZ", "attendance": "attended"} for name in names]
        report.meeting(0, people, name="Talks", kind="talks", status="held", when="2021-02-01")
        for i, office in enumerate(offices):
            for one in office.split("; "):
                report.claim(f"/meetings/0/participants/{i}/offices", one, one)
        report.claims.sort(key=lambda c: (c["pointer"].rsplit("/", 1)[0], ))
        self.ok("import", self.put("one.jsonl", lines([report])))
        told = {r["office"]: r["seniority"] for r in self.rows()}
        self.assertEqual(told, offices)

    def test_odd_words_survive_in_visits(self):
        self.enter_odd()
        rows = {r["person"]: r for r in self.rows()}
        for odd in ODD:
            self.assertEqual(rows[f"Ada {odd}"]["office"], f"Minister {odd}")
            self.assertEqual(rows[f"Ada {odd}"]["place"], f"Town {odd}")


class Plover(ExportTest):
    def events(self):
        return {e["id"]: e for e in map(json.loads, self.export("plover").splitlines())}

    def test_events_are_consultations_between_states_on_known_days(self):
        self.enter_examples()
        meetings = {m["id"]: m for m in self.records("meeting")}
        events = self.events()
        self.assertGreater(len(events), 50)
        seen = set()
        for identity, event in events.items():
            meeting = meetings[identity]
            self.assertIn(meeting["status"], ("held", "ongoing", "announced"))
            self.assertEqual(event["event"], ["CONSULT"])
            self.assertEqual(event["date"], meeting["first_day"])
            self.assertEqual(event.get("enddate", event["date"]), meeting["last_day"])
            self.assertEqual("future" in event["context"], meeting["status"] == "announced")
            self.assertTrue(event["source"])
            for actor in event["source"] + event.get("recipient", []):
                self.assertRegex(actor["code"], r"^[A-Z]{3}$")
            self.assertTrue(event["cite_info"]["reports"])
            seen.update(event.get("mode", []))
        self.assertLessEqual(seen, {"visit", "third-party", "multilateral", "phone"})
        self.assertGreater(len(seen), 2)

    def test_a_host_receives_and_a_guest_visits(self):
        report = Report("visit", "2021-03-01")
        report.meeting(0, [{"state": "UZ", "attendance": "attended"},
                           {"state": "KZ", "attendance": "attended"}], kind="visit", status="held",
                       when="2021-02-01/2021-02-02", place="Astana", country="KZ", host="KZ")
        report.meeting(1, [{"state": "UZ"}, {"state": "TJ"}], kind="talks", status="cancelled",
                       when="2021-02-05")
        report.meeting(2, [{"state": "UZ"}, {"state": "TM"}], kind="talks", status="held",
                       when="2021-02")
        self.ok("import", self.put("one.jsonl", lines([report])))
        run = self.ok("export", "--format", "plover")
        event, = run.lines()
        self.assertEqual([a["code"] for a in event["source"]], ["UZB"])
        self.assertEqual([a["code"] for a in event["recipient"]], ["KAZ"])
        self.assertEqual(event["mode"], ["visit"])
        self.assertEqual((event["date"], event["enddate"]), ("2021-02-01", "2021-02-02"))
        self.assertIn("2 meetings are left out", run.err)


class Linked(ExportTest):
    def graph(self):
        rdflib = needs(self, "rdflib")
        graph = rdflib.Graph()
        graph.parse(data=self.export("jsonld").decode("utf-8"), format="json-ld")
        self.rdf = rdflib.RDF
        self.schema = rdflib.Namespace("https://schema.org/")
        self.org = rdflib.Namespace("http://www.w3.org/ns/org#")
        self.oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
        self.prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
        self.entity = lambda identity: rdflib.URIRef("urn:rapporteur:" + identity)
        return graph

    def check_quotes(self, graph):
        """Every annotation's words stand in the text of its report, where it says, in its company."""
        texts = {r["digest"]: r["text"] for r in self.records("report")}
        digest = self.entity("terms:digest")
        checked = 0
        for target in graph.objects(None, self.oa.hasTarget):
            source = graph.value(target, self.oa.hasSource)
            text = texts[str(graph.value(source, digest))]
            selectors = list(graph.objects(target, self.oa.hasSelector))
            quote, = (s for s in selectors if (s, self.rdf.type, self.oa.TextQuoteSelector) in graph)
            place, = (s for s in selectors
                      if (s, self.rdf.type, self.oa.TextPositionSelector) in graph)
            start = int(graph.value(place, self.oa.start))
            end = int(graph.value(place, self.oa.end))
            self.assertEqual(text[start:end], str(graph.value(quote, self.oa.exact)))
            prefix = str(graph.value(quote, self.oa.prefix) or "")
            suffix = str(graph.value(quote, self.oa.suffix) or "")
            self.assertEqual(text[max(0, start - 32):start], prefix)
            self.assertEqual(text[end:end + 32], suffix)
            checked += 1
        claims = [c for c in self.records("claim") if c["evidence"]]
        self.assertEqual(checked, sum(len(c["evidence"]) for c in claims))
        self.assertGreater(checked, 100)

    def test_events_people_and_words_are_what_the_register_holds(self):
        self.ok("ingest", "--quiet", EXAMPLES)
        graph = self.graph()
        self.check_quotes(graph)
        events = set(graph.subjects(self.rdf.type, self.schema.Event))
        self.assertEqual(events, {self.entity(m["id"]) for m in self.records("meeting")})
        people = {p["id"]: p for p in self.records("person")}
        self.assertEqual(set(graph.subjects(self.rdf.type, self.schema.Person)),
                         {self.entity(p) for p in people})
        for meeting in self.records("meeting"):
            subject = self.entity(meeting["id"])
            self.assertEqual(str(graph.value(subject, self.schema.name) or ""), meeting["name"] or "")
            came = {self.entity(p["person"]) for p in self.records("participant")
                    if p["meeting"] == meeting["id"] and p["person"] and p["attendance"] != "absent"}
            self.assertEqual(set(graph.objects(subject, self.schema.attendee)), came)
        reports = set(graph.subjects(self.rdf.type, self.schema.Article))
        self.assertEqual(len(reports), len(self.records("report")))
        for subject in graph.subjects(self.rdf.type, self.oa.Annotation):
            self.assertIn(graph.value(subject, self.prov.wasDerivedFrom), reports)
            agent = graph.value(subject, self.prov.wasAttributedTo)
            self.assertIn((agent, self.rdf.type, self.prov.SoftwareAgent), graph)

    def test_offices_are_posts_that_people_hold(self):
        self.ok("ingest", "--quiet", EXAMPLES)
        graph = self.graph()
        memberships = list(graph.subjects(self.rdf.type, self.org.Membership))
        self.assertGreater(len(memberships), 20)
        for membership in memberships:
            person = graph.value(membership, self.org.member)
            self.assertIn((person, self.rdf.type, self.schema.Person), graph)
            post = graph.value(membership, self.entity("terms:post"))
            self.assertIn((post, self.rdf.type, self.org.Post), graph)
            self.assertIn((person, self.org.holds, post), graph)
            self.assertEqual(graph.value(post, self.org.postIn),
                             graph.value(membership, self.org.organization))

    def test_standing_and_dates_of_events(self):
        cases = {"EventCancelled": {"status": "cancelled", "when": "2021-02-01"},
                 "EventPostponed": {"status": "postponed", "when": "2021-03-01"},
                 "EventRescheduled": {"status": "postponed", "when": "2021-04-01",
                                      "rescheduled_to": "2021-05-02/2021-05-03"},
                 "EventScheduled": {"status": "held", "when": "2021-06"}}
        report = Report("standing", "2021-01-01")
        for number, facts in enumerate(cases.values()):
            report.meeting(number, name=f"Meeting {number}", kind="talks", **facts)
        self.ok("import", self.put("one.jsonl", lines([report])))
        graph = self.graph()
        for number, status in enumerate(cases):
            event, = (s for s, name in graph.subject_objects(self.schema.name)
                      if str(name) == f"Meeting {number}")
            self.assertEqual(graph.value(event, self.schema.eventStatus), self.schema[status])
            dates = [str(graph.value(event, self.schema[p]) or "")
                     for p in ("startDate", "endDate", "previousStartDate")]
            self.assertEqual(dates, [["2021-02-01", "2021-02-01", ""],
                                     ["2021-03-01", "2021-03-01", ""],
                                     ["2021-05-02", "2021-05-03", "2021-04-01"],
                                     ["2021-06", "2021-06", ""]][number])

    def test_odd_words_survive_in_linked_data(self):
        self.enter_odd()
        graph = self.graph()
        self.check_quotes(graph)
        names = {str(n) for n in graph.objects(None, self.schema.name)}
        for odd in ODD:
            self.assertLessEqual({f"Talks {odd}", f"Ada {odd}", f"Minister {odd}"}, names)
        items = {str(n) for n in graph.objects(None, self.schema.about)}
        self.assertLessEqual({f"item {odd}" for odd in ODD}, items)


if __name__ == "__main__":
    unittest.main()
