"""What `rapporteur read` prints: the public shape, and evidence for every value."""

import hashlib
import html.parser
import json
import os
import pathlib
import unittest

import evidence
from support import SOURCE, CliTest, example_reports

SCHEMA = SOURCE / "docs/schema/reading.schema.json"
EXAMPLE = SOURCE / "tests/data/reading.example.json"


def validator():
    try:
        import jsonschema
    except ImportError:
        raise unittest.SkipTest("python3-jsonschema is not installed") from None
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


class Anchors(html.parser.HTMLParser):
    """The anchors of a document, what leads to them, and what a browser would ask for."""

    def __init__(self):
        super().__init__()
        self.anchors, self.led_to, self.asked = [], [], []

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name == "id":
                self.anchors.append(value)
            elif name == "href" and value.startswith("#"):
                self.led_to.append(value[1:])
            elif name in ("src", "srcset", "data") or tag in ("script", "link", "iframe"):
                self.asked.append((tag, name, value))


class Reading(CliTest):
    def readings(self, *more):
        return self.ok("read", "--format", "jsonl", "--mentions", *more).lines()

    def check_shape(self, readings):
        shape = validator()
        for reading in readings:
            faults = [f"{error.json_path}: {error.message[:200]}"
                      for error in shape.iter_errors(reading)]
            self.assertEqual(faults, [], reading["id"])

    def test_readings_of_the_examples_have_the_published_shape(self):
        readings = self.readings(*example_reports())
        self.assertEqual(len(readings), len(example_reports()))
        self.check_shape(readings)

    def test_the_stored_example_has_the_published_shape_and_its_evidence(self):
        reading = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        self.check_shape([reading])
        self.assertEqual(evidence.faults_of(reading), [])

    def test_an_example_from_elsewhere_has_the_published_shape(self):
        folder = os.environ.get("RAPPORTEUR_SHARED")
        path = pathlib.Path(folder or "/nonexistent") / "design/reading.example.json"
        if not path.exists():
            self.skipTest("RAPPORTEUR_SHARED names no folder with design/reading.example.json")
        self.check_shape([json.loads(path.read_text(encoding="utf-8"))])

    def test_the_schema_refuses_what_the_contract_forbids(self):
        shape = validator()
        good = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        for spoil in (lambda r: r.pop("warnings"),
                      lambda r: r["meetings"][0].pop("venue"),
                      lambda r: r["meetings"][0].update(kind="party"),
                      lambda r: r["meetings"][0].update(country="Vanuatu"),
                      lambda r: r["meetings"][0].update(when="11 March"),
                      lambda r: r["meetings"][0].update(when=None),
                      lambda r: r["meetings"][0]["evidence"].update(name=[[1, 2, 3]]),
                      lambda r: r["meetings"][0]["evidence"].update(name=[]),
                      lambda r: r["meetings"][0]["confidence"].update(name=1.5),
                      lambda r: r["meetings"][0]["participants"][0].update(attendance="maybe"),
                      lambda r: r["report"].update(digest="sha256:0")):
            bad = json.loads(json.dumps(good))
            spoil(bad)
            self.assertFalse(shape.is_valid(bad))
        good["more"] = good["meetings"][0]["more"] = "fields may be added"
        self.assertTrue(shape.is_valid(good))

    def test_readings_are_sent_on_as_one_document_that_needs_nothing_else(self):
        paths = example_reports()
        document = self.ok("read", "--format", "html", *paths).text()
        self.assertEqual(document.count("<!DOCTYPE html>"), 1)
        self.assertEqual(document.count("<article>"), len(paths))
        page = Anchors()
        page.feed(document)
        page.close()
        self.assertEqual(len(page.anchors), len(set(page.anchors)))
        self.assertEqual(set(page.asked), set())
        self.assertLessEqual(set(page.led_to), set(page.anchors))
        facts = sum(evidence.Check(r).values for r in self.ok(
            "read", "--format", "jsonl", *paths).lines())
        self.assertGreater(len(page.led_to), facts)

    def test_a_document_of_some_reports_goes_on_behind_one_that_fails(self):
        bad = self.folder / "bad.txt"
        bad.write_bytes(b"")
        done = self.run_program("read", "--format", "html", bad, *example_reports()[:1])
        self.assertEqual(done.code, 1)
        self.assertTrue(done.text().startswith("<!DOCTYPE html>"))
        self.assertEqual(done.text().count("<article>"), 1)

    def test_every_value_of_the_examples_is_backed_by_its_words(self):
        readings = self.readings(*example_reports())
        faults = [f"{r['id']}{fault}" for r in readings for fault in evidence.faults_of(r)]
        self.assertEqual(faults, [])
        self.assertGreater(sum(evidence.Check(r).values for r in readings), 50)

    def test_the_check_of_evidence_finds_what_is_wrong(self):
        good = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        for spoil in (lambda m: m["evidence"].pop("place"),
                      lambda m: m["evidence"].update(place=[[0, 100000]]),
                      lambda m: m["evidence"].update(ordinal=[[0, 4]]),
                      lambda m: m["evidence"].update(name=[[0, 9]]),
                      lambda m: m["participants"][0].update(person="Somebody Else"),
                      lambda m: m["confidence"].pop("place")):
            bad = json.loads(json.dumps(good))
            spoil(bad["meetings"][0])
            self.assertTrue(evidence.faults_of(bad))

    def test_mentions_point_at_their_words_and_do_not_overlap(self):
        flat = {"person", "body", "state", "place", "nationality", "date"}
        for reading in self.readings(*example_reports()):
            raw = reading["report"]["text"].encode("utf-8")
            end = 0
            for mention in reading["mentions"]:
                words = raw[mention["begin"]:mention["end"]].decode("utf-8")
                self.assertEqual(words, mention["text"])
                if mention["kind"] in flat:
                    self.assertGreaterEqual(mention["begin"], end, (reading["id"], mention))
                    end = mention["end"]

    def test_digests_are_those_of_the_text(self):
        for reading in self.readings(*example_reports()):
            text = reading["report"]["text"].encode("utf-8")
            self.assertEqual(reading["report"]["digest"],
                             "sha256:" + hashlib.sha256(text).hexdigest())

    def test_left_out_parts_lie_on_characters_of_the_text(self):
        path = self.put("page.txt", "Séance – Übersicht\nShare this post\n\nThe ministers of both "
                                    "states met in Geneva on Monday.\n\nAll rights reserved\n")
        reading = self.readings(path)[0]
        self.assertEqual([part["text"] for part in reading["left_out"]],
                         ["Share this post", "All rights reserved"])
        raw = reading["report"]["text"].encode("utf-8")
        for part in reading["left_out"]:
            raw[:part["at"]].decode("utf-8")
            self.assertNotIn(part["text"], reading["report"]["text"])

    def test_ids_are_stems_and_origins_names(self):
        reading = self.readings(example_reports()[0])[0]
        self.assertEqual(reading["id"], example_reports()[0].stem)
        self.assertEqual(reading["report"]["origin"], example_reports()[0].name)

    def test_a_given_date_is_the_date_of_publication(self):
        path = self.put("a.txt", "The ministers of both states will meet in Geneva next month.")
        reading = self.readings("--date", "2018-05-16", path)[0]
        self.assertEqual(reading["report"]["published"], "2018-05-16")

    def test_any_number_of_threads_gives_the_same_bytes(self):
        records = [{"id": f"{path.stem}-{n}", "text": path.read_text(encoding="utf-8")}
                   for n in range(12) for path in example_reports()]
        records.insert(7, {"id": "bad"})
        path = self.put_records("all.jsonl", records)
        runs = [self.run_program("read", "--format", "jsonl", "--mentions", "--threads", n, path)
                for n in (1, 2, 3, 8)]
        for run in runs:
            self.assertEqual(run.code, 1, run)
            self.assertEqual(run.out, runs[0].out)
            self.assertEqual(run.err, runs[0].err)

    def test_a_report_reads_the_same_alone_and_among_others(self):
        among = self.readings(*example_reports())
        for path, reading in zip(example_reports(), among):
            self.assertEqual(self.readings(path), [reading])

    def test_a_reading_for_people_names_the_meeting_and_quotes_its_words(self):
        path = example_reports()[-1]
        reading = self.readings(path)[0]
        text = self.ok("read", path).text()
        for meeting in reading["meetings"]:
            if meeting["name"]:
                self.assertIn(meeting["name"].replace("\n", "\\x0a"), text)


if __name__ == "__main__":
    unittest.main()
