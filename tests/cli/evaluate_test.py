"""rapporteur evaluate: its output, and its counts against those of another scorer, if one is named."""

import copy
import json
import os
import random
import subprocess
import sys
import unittest

from support import SOURCE, CliTest

TRAIN = SOURCE / "corpus/reports/train"
OTHER_SCORER = os.environ.get("RAPPORTEUR_OTHER_SCORER")

SESSION = {"id": "a", "meetings": [
    {"ref": "m1", "main": True, "organ": "Council", "kind": "session", "status": "held",
     "when": "2019-03-31", "place": "Tunis", "country": "TN", "chair": None,
     "participants": [{"person": "Beji Caid Essebsi", "office": "President", "state": "TN",
                       "attendance": "attended"}],
     "agenda": ["trade"], "outcomes": [], "links": []}]}


def altered(value, rng, others):
    """A copy of a reading in which some values are gone, cut, doubled or those of others."""
    if isinstance(value, dict):
        return {k: v if k in ("ref", "id") or rng.random() < 0.7 else altered(v, rng, others)
                for k, v in value.items() if k in ("ref", "id") or rng.random() > 0.02}
    if isinstance(value, list):
        kept = [altered(v, rng, others) for v in value if rng.random() > 0.15]
        kept = [v for v in kept if v is not None]
        if kept and rng.random() < 0.1:
            kept.append(copy.deepcopy(rng.choice(kept)))
        if rng.random() < 0.2:
            rng.shuffle(kept)
        return kept
    if isinstance(value, bool):
        return value if rng.random() < 0.8 else not value
    if isinstance(value, str) and value:
        words = value.split()
        return rng.choice([value, value.upper(), " ".join(words[1:]) or None, " ".join(words[::-1]),
                           value + "s", value[:1] + ".", rng.choice(others), None])
    if isinstance(value, int):
        return value + rng.choice([0, 1])
    return value


def strings_of(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [s for v in value for s in strings_of(v)]
    return [value] if isinstance(value, str) and value else []


class Evaluate(CliTest):
    def folder_of(self, *annotations):
        for annotation in annotations:
            self.put(f"gold/{annotation['id']}.json", json.dumps(annotation))
            self.put(f"gold/{annotation['id']}.txt",
                     "The Council met in Tunis on 31 March 2019. They discussed trade.\n")
        return self.folder / "gold"

    def test_the_annotation_itself_scores_full(self):
        gold = self.folder_of(SESSION)
        readings = self.put_records("readings.jsonl", [SESSION])
        text = self.ok("evaluate", gold, "--readings", readings).text()
        self.assertIn("participant      1.000  1.000  1.000     1     0     0\n", text)
        self.assertTrue(text.endswith("over 1 reports\n"))

    def test_json_lines_hold_the_same_counts(self):
        gold = self.folder_of(SESSION)
        readings = self.put_records("readings.jsonl", [])
        lines = self.ok("evaluate", gold, "--readings", readings, "--format", "jsonl").lines()
        figures = {line["row"]: line for line in lines if line["type"] == "figure"}
        self.assertEqual(len(figures), 18)
        self.assertEqual(figures["meeting"], {
            "type": "figure", "row": "meeting", "precision": 0.0, "recall": 0.0, "f1": 0.0,
            "right": 0, "made_up": 0, "missed": 1})
        self.assertEqual(lines[-1]["type"], "summary")
        self.assertEqual(lines[-1]["reports"], 1)

    def test_details_name_each_difference_below_its_report(self):
        read = copy.deepcopy(SESSION)
        read["meetings"][0]["place"] = "Rabat"
        gold = self.folder_of(SESSION)
        readings = self.put_records("readings.jsonl", [read])
        text = self.ok("evaluate", gold, "--readings", readings, "--details").text()
        self.assertIn('## a\n  m1 place: expected "Tunis", read "Rabat"\n', text)

    def test_reports_are_read_anew_on_any_number_of_threads(self):
        one = self.ok("evaluate", TRAIN, "--details", "--confidence", "--threads", 1)
        eight = self.ok("evaluate", TRAIN, "--details", "--confidence", "--threads", 8)
        self.assertEqual(one.out, eight.out)
        summary = self.ok("evaluate", TRAIN, "--format", "jsonl").lines()[-1]
        self.assertGreater(summary["facts"], 0)
        self.assertEqual(summary["evidence_faults"], 0)

    def test_rules_are_counted_with_the_confidence_that_they_set(self):
        head, *rows = [line.split("\t") for line in
                       self.ok("evaluate", TRAIN, "--rules").text().splitlines()]
        self.assertEqual(head, ["row", "rule", "meeting", "ruled", "values", "right"])
        figures = {f["row"]: f for f in self.ok("evaluate", TRAIN, "--format", "jsonl").lines()
                   if f["type"] == "figure"}
        for row in ("place", "participant", "agenda"):
            counted = [r for r in rows if r[0] == row]
            self.assertEqual(sum(int(r[5]) for r in counted), figures[row]["right"])
            self.assertEqual(sum(int(r[4]) for r in counted),
                             figures[row]["right"] + figures[row]["made_up"])
        stored = self.put_records("readings.jsonl", [SESSION])
        run = self.run_program("evaluate", TRAIN, "--rules", "--readings", stored)
        self.assertEqual(run.code, 2)
        self.assertIn("name no rules", run.err)

    def test_signs_are_shown_for_each_meeting_that_is_read(self):
        head, *rows = [line.split("\t") for line in
                       self.ok("evaluate", TRAIN, "--signs").text().splitlines()]
        self.assertEqual(head, ["report", "main", "signs"])
        self.assertEqual({r[1] for r in rows}, {"0", "1"})
        table = (SOURCE / "data/main_signs.tsv").read_text(encoding="utf-8").splitlines()
        known = {line.split("\t")[0] for line in table if not line.startswith("#")}
        self.assertEqual(known - {"sign", "always"}, {s for r in rows for s in r[2].split()})

    def test_stored_readings_score_as_those_made_anew(self):
        records = []
        for file in sorted(TRAIN.glob("*.json")):
            annotation = json.loads(file.read_text(encoding="utf-8"))
            record = {"id": annotation["id"],
                      "text": file.with_suffix(".txt").read_text(encoding="utf-8")}
            if annotation.get("date_given"):
                record["date"] = annotation["date_given"]
            records.append(record)
        reports = self.put_records("reports.jsonl", records)
        readings = self.put("readings.jsonl", self.ok(
            "read", "--input", "jsonl", "--format", "jsonl", reports).text())
        self.assertEqual(self.ok("evaluate", TRAIN, "--readings", readings, "--details").out,
                         self.ok("evaluate", TRAIN, "--details").out)

    def test_a_missing_report_is_an_error_and_the_rest_goes_on(self):
        gold = self.folder_of(SESSION, {**SESSION, "id": "b"})
        (gold / "b.txt").unlink()
        run = self.run_program("evaluate", gold)
        self.assertEqual(run.code, 1)
        self.assertIn("b.txt", run.err)
        self.assertIn("over 2 reports", run.text())

    def test_wrong_calls_and_folders_are_told_apart(self):
        self.assertEqual(self.run_program("evaluate").code, 2)
        empty = self.folder / "empty"
        empty.mkdir()
        run = self.run_program("evaluate", empty)
        self.assertEqual(run.code, 1)
        self.assertIn("holds no annotation", run.err)

    @unittest.skipUnless(OTHER_SCORER, "RAPPORTEUR_OTHER_SCORER names no other scorer")
    def test_another_scorer_counts_the_same(self):
        """Called with a folder and a file of readings, it must print the same table."""
        rng = random.Random(20)
        truth = [json.loads(f.read_text(encoding="utf-8")) for f in sorted(TRAIN.glob("*.json"))]
        others = strings_of(truth)
        rounds = [[altered(a, rng, others) for a in truth] for _ in range(20)]
        rounds.append([json.loads(line) for f in sorted(TRAIN.glob("*.txt")) for line in
                       self.ok("read", "--format", "jsonl", f).text().splitlines()])
        for readings in rounds:
            file = self.put_records("readings.jsonl", readings)
            theirs = subprocess.run([sys.executable, OTHER_SCORER, str(TRAIN), str(file)],
                                    capture_output=True, check=True).stdout.decode("utf-8")
            self.assertEqual(self.ok("evaluate", TRAIN, "--readings", file).text(), theirs)


if __name__ == "__main__":
    unittest.main()
