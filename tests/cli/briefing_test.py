"""What the register concludes, and how it is shown: briefings, timelines, portraits."""

import html.parser
import re
import unittest
import xml.etree.ElementTree as ElementTree

from support import EXAMPLES, SOURCE, CliTest

REPORTS = sorted((SOURCE / "examples/register/reports").glob("*.txt"))
SVG = "{http://www.w3.org/2000/svg}"
VOID = {"meta", "br", "hr", "img", "link", "input"}
OPTIONAL = {"html", "body"}


class Document(html.parser.HTMLParser):
    """Elements, ids and addresses of a page; complains about end tags that do not fit."""

    def __init__(self, text):
        super().__init__()
        self.open, self.faults, self.ids, self.links, self.tags = [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        for name in ("href", "src"):
            if name in given:
                self.links.append(given[name])
        self.faults += [f"{tag} {name}" for name in given if name.startswith("on")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


class Briefing(CliTest):
    """On the example register: reports of eight years."""

    def setUp(self):
        super().setUp()
        self.ok("ingest", "--quiet", *REPORTS)
        series = self.ok("series", "--format", "jsonl").lines()
        self.series = max((s for s in series if s["organisation"] and "Waters" in s["organisation"]),
                          key=lambda s: s["sessions"])["id"]

    def check_html(self, text):
        page = Document(text)
        self.assertEqual(page.faults, [])
        self.assertLessEqual(set(page.open), OPTIONAL)
        self.assertEqual(len(page.ids), len(set(page.ids)))
        self.assertNotIn("script", page.tags)
        for link in page.links:
            self.assertTrue(link.startswith("#"), link)
            self.assertIn(link[1:], page.ids)
        return page

    def test_a_briefing_in_html_needs_nothing_else_and_every_mark_leads_somewhere(self):
        text = self.ok("brief", self.series, "--format", "html").text()
        page = self.check_html(text)
        self.assertIn("svg", page.tags)
        self.assertIn("mark", page.tags)
        self.assertGreater(len(page.links), 40)
        self.assertNotIn("http:", text.replace('xmlns="http://www.w3.org/2000/svg"', ""))

    def test_several_briefings_are_one_document(self):
        text = self.ok("brief", "Corridor Forum", "--format", "html").text()
        page = self.check_html(text)
        self.assertEqual(text.count("<!DOCTYPE"), 1)
        self.assertGreater(page.tags.count("article"), 1)

    def test_every_line_of_a_briefing_is_cited_by_words_of_a_report(self):
        texts = {p.name: " ".join(p.read_text(encoding="utf-8").split()) for p in REPORTS}
        page = self.ok("brief", self.series, "--format", "jsonl").lines()[0]
        lines = [f for s in page["sections"] for f in s["facts"]]
        self.assertGreater(len(lines), 20)
        for fact in lines:
            self.assertTrue(fact["sources"], fact["value"])
            for source in fact["sources"]:
                words = texts[source["report"]]
                self.assertIn(" ".join(source["sentence"].split()), words)
                for quote in source["quotes"]:
                    self.assertIn(quote, source["sentence"])

    def test_what_is_concluded_says_why(self):
        page = self.ok("brief", self.series, "--format", "jsonl").lines()[0]
        derived = [f for s in page["sections"] for f in s["facts"] if f["derived"]]
        self.assertTrue(derived)
        for fact in derived:
            self.assertTrue(fact["because"], fact)
        markdown = self.ok("brief", self.series).text()
        self.assertEqual(markdown.count("*Concluded: ") > 0, True)

    def test_a_briefing_can_be_had_as_of_an_earlier_day(self):
        page = self.ok("brief", self.series, "--as-of", "2021-01-01", "--format", "jsonl").lines()[0]
        self.assertIn("1 January 2021", page["subtitle"])
        published = [s["published"] for section in page["sections"] for f in section["facts"]
                     for s in f["sources"]]
        self.assertTrue(published)
        self.assertLessEqual(max(published), "2021-01-01")
        run = self.run_program("brief", self.series, "--as-of", "tomorrow")
        self.assertEqual(run.code, 1)
        self.assertIn("tomorrow", run.err)

    def check_svg(self, data):
        root = ElementTree.fromstring(data)
        self.assertEqual(root.tag, SVG + "svg")
        named = root.get("aria-labelledby").split()
        self.assertEqual([e.get("id") for e in root if e.get("id")], named)
        self.assertFalse(list(root.iter(SVG + "script")))
        marks = [e for e in root.iter(SVG + "g") if e.get("role") == "graphics-symbol img"]
        for mark in marks:
            self.assertTrue(mark.find(SVG + "title").text)
        return marks

    def test_a_timeline_is_a_picture_with_a_title_for_every_mark(self):
        for what in ([self.series], ["UZ"], ["Aigul Sarsenova"], ["Caspian-Gulf Corridor Forum"], []):
            data = self.ok("timeline", *what, "--format", "svg").out
            self.assertTrue(self.check_svg(data), what)
            self.assertIn(b"prefers-color-scheme:dark", data)

    def test_a_timeline_of_a_series_has_its_sessions(self):
        timeline = self.ok("timeline", self.series, "--format", "jsonl").lines()[0]
        sessions = {m["id"] for m in
                    self.ok("meetings", "--series", self.series, "--format", "jsonl").lines()}
        shown = {e["id"] for lane in timeline["lanes"] for e in lane["events"] if e["id"]}
        self.assertEqual(shown | {e["id"] for e in timeline["undated"]}, sessions)
        text = self.ok("timeline", self.series).text()
        for id_ in sessions:
            self.assertIn(id_, text)

    def test_a_timeline_can_be_limited_and_divided(self):
        text = self.ok("timeline", "--from", "2022", "--to", "2022", "--by", "month").text()
        self.assertIn("\nSeptember 2022\n", text)
        dated = text.split("Without a date")[0]
        self.assertNotRegex(dated, r"(?m)^  \d+ \w+ 2019")
        run = self.run_program("timeline", "--from", "soon")
        self.assertEqual(run.code, 1)

    def test_show_takes_names_of_states_bodies_and_people(self):
        self.assertIn("Kazakhstan  (KZ)", self.ok("show", "Kazakhstan").text())
        self.assertEqual(self.ok("show", "KZ").text(), self.ok("show", "Kazakhstan").text())
        body = self.ok("show", "Inland Waters Cooperation Organisation").text()
        self.assertIn("The presidency by year", body)
        self.assertIn("as of", self.ok("show", "Aigul Sarsenova").text())
        run = self.run_program("show", "Nobody at all")
        self.assertEqual(run.code, 1)
        self.assertIn("Nobody at all", run.err)

    def test_a_state_says_who_follows_whom_and_since_when_reports_say_so(self):
        page = self.ok("show", "MN", "--format", "jsonl").lines()[0]
        offices = next(s for s in page["sections"] if s["heading"].startswith("Offices"))
        line = next(f for f in offices["facts"]
                    if "Batsukh" in f["value"] and "next in this office" in f["value"])
        self.assertIn("Enkhtuul", line["value"])
        self.assertTrue(line["derived"])
        self.assertTrue(line["sources"])

    def test_conflicts_show_the_sentences_of_both_sides(self):
        pages = self.ok("conflicts", "--format", "jsonl").lines()
        self.assertTrue(pages)
        for page in pages:
            values = [f for s in page["sections"] for f in s["facts"]]
            self.assertGreater(len(values), 1)
            for value in values:
                self.assertTrue(value["sources"], page)
        self.check_html(self.ok("conflicts", "--format", "html").text())


class Small(CliTest):
    def test_pages_of_the_example_reports_are_sound_html(self):
        self.ok("ingest", "--quiet", EXAMPLES)
        for meeting in self.ok("meetings", "--format", "jsonl").lines():
            text = self.ok("show", "--format", "html", meeting["id"]).text()
            self.assertEqual(Document(text).faults, [])
            self.assertTrue(re.search(r"<h1>.+</h1>", text))


if __name__ == "__main__":
    unittest.main()
