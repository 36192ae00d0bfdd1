"""The contract of a reading: the page, the schema, the code and real readings agree.

    python3 reading_test.py REPOSITORY [PROGRAM]

Without PROGRAM, only what needs no built command is checked.
"""

import json
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 and not sys.argv[1].startswith("Reading") else None
SCHEMA = json.loads((ROOT / "docs/schema/reading.schema.json").read_text(encoding="utf-8"))
STATEMENTS = ("participants", "agenda", "outcomes", "instruments", "links")
EXEMPT = {"id", "main", "format", "capacity", "when_basis", "topics", "act", "actor", "to",
          "evidence", "confidence", *STATEMENTS}


def read(*arguments):
    """Real readings of the example reports."""
    reports = sorted(str(path) for path in (ROOT / "examples/reports").glob("*.txt"))
    run = subprocess.run([PROGRAM, "read", "--format", "jsonl", *arguments, *reports], check=True,
                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8")
    readings = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(readings) == len(reports), "one reading a report"
    return readings


def objects(reading):
    """Every object that states facts, with its address and kind."""
    for m, meeting in enumerate(reading["meetings"]):
        yield f"/meetings/{m}", "meeting", meeting
        for name in STATEMENTS:
            for i, statement in enumerate(meeting[name]):
                yield f"/meetings/{m}/{name}/{i}", name, statement
    for name in ("holdings", "positions"):
        for i, statement in enumerate(reading[name]):
            yield f"/{name}/{i}", name, statement


def vocabularies():
    source = (ROOT / "src/record/vocabulary.cpp").read_text(encoding="utf-8")
    rows = re.findall(r"kNames<(\w+)> =\s*std::to_array<std::string_view>\(\s*\{(.*?)\}\)", source,
                      re.S)
    return {name: re.findall(r'"([^"]+)"', words) for name, words in rows}


class Reading(unittest.TestCase):
    def test_the_page_names_every_value_of_every_vocabulary(self):
        page = (ROOT / "docs/formats/reading.md").read_text(encoding="utf-8")
        listed = [re.findall(r"`([^`]+)`", row) for row in
                  re.findall(r"^\| `\w+`(?: of an? \w+)? \| ((?:`[^`]+`(?:, )?)+) \|$", page, re.M)]
        self.assertEqual(sorted(listed), sorted(vocabularies().values()))

    def test_the_schema_allows_every_value_of_every_vocabulary_and_no_other(self):
        def enumerations(node):
            if isinstance(node, dict):
                if "enum" in node and "propertyNames" not in node:
                    yield sorted(value for value in node["enum"] if value is not None)
                for key, value in node.items():
                    if key != "propertyNames":
                        yield from enumerations(value)
            elif isinstance(node, list):
                for value in node:
                    yield from enumerations(value)

        words = sorted(sorted(values) for values in vocabularies().values())
        self.assertEqual(sorted(enumerations(SCHEMA)), words)

    def test_the_page_names_every_field_of_the_schema(self):
        page = (ROOT / "docs/formats/reading.md").read_text(encoding="utf-8")
        fields = set(SCHEMA["properties"])
        for definition in SCHEMA["$defs"].values():
            fields.update(definition.get("properties", {}))
        missing = [field for field in sorted(fields) if f"`{field}`" not in page]
        self.assertEqual(missing, [])

    def test_stored_and_real_readings_fit_the_schema(self):
        import jsonschema
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        validator = jsonschema.Draft202012Validator(SCHEMA)
        stored = sorted((ROOT / "src/output/tests/golden").glob("reading*.jsonl"))
        readings = [json.loads(line) for path in stored
                    for line in path.read_text(encoding="utf-8").splitlines()]
        readings += read("--mentions") if PROGRAM else []
        self.assertGreater(len(readings), 0)
        faults = [f"{reading['id']}: {fault.json_path}: {fault.message[:200]}"
                  for reading in readings for fault in validator.iter_errors(reading)]
        self.assertEqual(faults, [])

    def test_every_value_of_a_real_reading_has_words_that_state_it(self):
        if not PROGRAM:
            self.skipTest("the command is not built")
        faults = []
        for reading in read():
            text = reading["report"]["text"].encode()
            for address, kind, statement in objects(reading):
                for field, value in statement.items():
                    exempt = field in EXEMPT or (kind == "instruments" and field == "relation")
                    if exempt or value in (None, []):
                        continue
                    spans = statement["evidence"].get(field, [])
                    if not spans or field not in statement["confidence"]:
                        faults.append(f"{reading['id']}{address}/{field}: no evidence or confidence")
                    for begin, end in spans:
                        try:
                            words = text[begin:end].decode()
                        except UnicodeDecodeError:
                            words = ""
                        if not words.strip() or begin >= end or end > len(text):
                            faults.append(f"{reading['id']}{address}/{field}: [{begin}, {end}]")
        self.assertEqual(faults, [])

    def test_links_lead_to_meetings_of_the_same_reading(self):
        if not PROGRAM:
            self.skipTest("the command is not built")
        for reading in read():
            ids = {meeting["id"] for meeting in reading["meetings"]}
            self.assertEqual(len(ids), len(reading["meetings"]))
            for meeting in reading["meetings"]:
                for link in meeting["links"]:
                    self.assertIn(link["to"], ids, reading["id"])


if __name__ == "__main__":
    unittest.main()
