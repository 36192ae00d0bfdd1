"""The register from the command line: what goes in comes out, in any order, whatever breaks."""

import csv
import io
import json
import os
import random
import re
import resource
import signal
import sqlite3
import subprocess
import time
import unittest

from support import EXAMPLES, PROGRAM, CliTest, example_reports

GOOD = "The foreign ministers of Chile and Peru held talks in Lima on 5 May 2021.\n"


class Register(CliTest):
    def ingest(self, *arguments, register="register.db", **more):
        return self.run_program("ingest", "--format", "jsonl", "--register", register, *arguments,
                                **more)

    def export(self, register="register.db"):
        return self.ok("export", "--register", register).out

    def meetings(self, *filters):
        return self.ok("meetings", "--format", "jsonl", *filters).lines()

    def enter_examples(self):
        run = self.ingest(EXAMPLES)
        self.assertEqual(run.code, 0, run)
        return run

    def test_entering_twice_changes_nothing(self):
        first = self.enter_examples().lines()[0]
        self.assertEqual(first["added"], len(example_reports()))
        before = self.export()
        again = self.ingest(EXAMPLES).lines()[0]
        self.assertEqual((again["added"], again["unchanged"]), (0, len(example_reports())))
        self.assertEqual(self.export(), before)

    def test_readings_made_elsewhere_are_entered_as_they_are(self):
        self.enter_examples()
        read = self.ok("read", "--format", "jsonl", EXAMPLES)
        lines = read.out.splitlines(keepends=True)
        self.put("first.jsonl", lines[0].decode() + "\n{\"id\": \n[]\n")
        run = self.ingest("--readings", "first.jsonl", register="ready.db")
        self.assertEqual(run.code, 1, run)
        self.assertEqual([(e["code"], e["where"]) for e in run.errors()],
                         [("bad_data", "first.jsonl:3"), ("bad_data", "first.jsonl:4")])
        self.assertEqual(run.lines()[0]["added"], 1)
        again = self.ingest("--readings", "-", register="ready.db", stdin=b"".join(lines))
        self.assertEqual((again.code, again.lines()[0]["added"]), (0, len(lines) - 1), again)
        ours, theirs = ([self.without_rule(line) for line in self.export(name).splitlines()]
                        for name in ("register.db", "ready.db"))
        self.assertEqual(ours, theirs)

    @staticmethod
    def without_rule(line):
        """A record of the export; readings do not say by which rule they were read."""
        record = json.loads(line)
        if record["type"] == "claim":
            record.pop("rule")
        return record

    def test_any_order_and_any_batches_give_the_same_export(self):
        self.enter_examples()
        expected = self.export()
        self.assertGreater(len(expected), 10000)
        for seed in range(8):
            dice = random.Random(seed)
            paths = example_reports()
            dice.shuffle(paths)
            register = f"shuffled-{seed}.db"
            while paths:
                count = dice.randint(1, len(paths))
                run = self.ingest("--batch", dice.randint(1, 7), "--threads", dice.randint(1, 3),
                                  *paths[:count], register=register)
                self.assertEqual(run.code, 0, run)
                paths = paths[count:]
            self.assertEqual(self.export(register), expected, f"seed {seed}")

    def test_four_writers_at_once_lose_nothing(self):
        paths = example_reports()
        self.enter_examples()
        # Each has a quarter of its own and the first three as well.
        writers = [subprocess.Popen([PROGRAM, "ingest", "--quiet", "--batch", "2", "--register",
                                     "many.db", *sorted({*paths[i::4], *paths[:3]})],
                                    cwd=self.folder, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.PIPE) for i in range(4)]
        for writer in writers:
            _, err = writer.communicate(timeout=240)
            self.assertEqual(writer.returncode, 0, err)
        self.assertEqual(self.export("many.db"), self.export())
        self.ok("check", "--register", "many.db")

    def test_the_register_is_named_by_flag_then_environment_then_default(self):
        path = self.put("good.txt", GOOD)
        self.ok("ingest", path)
        self.assertTrue((self.folder / "register.db").exists())
        env = {"RAPPORTEUR_REGISTER": "named.db"}
        self.ok("ingest", path, env=env)
        self.assertTrue((self.folder / "named.db").exists())
        self.ok("ingest", "--register", "flag.db", path, env=env)
        self.assertTrue((self.folder / "flag.db").exists())

    def test_bad_reports_are_left_out_and_the_rest_is_kept(self):
        good = json.dumps({"id": "good", "text": GOOD})
        path = self.put("day.jsonl", "{oops\n" + good + "\n{}\n")
        run = self.ingest("gone.txt", path)
        self.assertEqual(run.code, 1)
        self.assertEqual(len(run.errors()), 3)
        counts = run.lines()[0]
        self.assertEqual((counts["added"], counts["failed"]), (1, 3))
        self.assertIn(b"day.jsonl#good", self.export())

    def test_meetings_are_filtered_and_an_empty_answer_says_why(self):
        self.enter_examples()
        everything = self.meetings()
        self.assertGreater(len(everything), 5)
        held = self.meetings("--status", "held")
        self.assertTrue(held)
        self.assertTrue(all(m["status"] == "held" for m in held))
        self.assertEqual(len(self.meetings("--limit", "2")), 2)
        run = self.ok("meetings", "--state", "CL", "--status", "held")
        self.assertEqual(run.out, b"")
        self.assertIn("state", run.err)

    def test_meetings_come_in_every_format(self):
        self.enter_examples()
        rows = self.meetings()
        table = self.ok("meetings", "--format", "csv").out.decode("utf-8")
        read = list(csv.DictReader(io.StringIO(table, newline="")))
        self.assertEqual([row["id"] for row in read], [row["id"] for row in rows])
        self.assertEqual([row["name"] for row in read], [row["name"] or "" for row in rows])
        markdown = self.ok("meetings", "--format", "markdown").text().splitlines()
        self.assertEqual(len(markdown), len(rows) + 2)
        self.assertTrue(all(line.startswith("|") and line.endswith("|") for line in markdown))
        self.assertEqual(len(self.ok("meetings").text().splitlines()), len(rows))

    def test_show_quotes_words_that_stand_in_the_reports(self):
        self.enter_examples()
        texts = {p.name: re.sub(r"\s+", " ", p.read_text(encoding="utf-8"))
                 for p in example_reports()}
        quotes = 0
        for meeting in self.meetings():
            page = self.ok("show", "--format", "jsonl", meeting["id"]).lines()[0]
            self.assertEqual(page["id"], meeting["id"])
            for section in page["sections"]:
                for fact in section["facts"]:
                    for source in fact["sources"]:
                        for quote in source["quotes"]:
                            quotes += 1
                            self.assertIn(re.sub(r"\s+", " ", quote), texts[source["report"]])
        self.assertGreater(quotes, 50)

    def test_show_knows_an_unknown_id(self):
        self.enter_examples()
        run = self.run_program("show", "m-0000000000000000")
        self.assertEqual(run.code, 1)
        self.assertIn("m-0000000000000000", run.err)

    def test_a_brief_numbers_its_sources(self):
        self.enter_examples()
        brief = self.ok("brief", "Security Council Secretaries").text()
        self.assertIn("# Brief: ", brief)
        cited = {int(n) for n in re.findall(r"(?<!\\)\[(\d+)\]", brief.split("## Sources")[0])}
        listed = {int(n) for n in re.findall(r"^\[(\d+)\] .*“", brief, flags=re.M)}
        self.assertTrue(cited)
        self.assertEqual(cited, listed)
        for line in brief.split("## Sources")[0].splitlines():
            if line.startswith("- "):
                self.assertRegex(line, r"\[\d+\]$")

    def test_search_finds_words_and_says_what_emptied_it(self):
        self.enter_examples()
        hits = self.ok("search", "--format", "jsonl", "terrorism").lines()
        self.assertTrue(hits)
        for hit in hits:
            self.assertIn("terroris", hit["snippet"].lower())
        run = self.ok("search", "xylophones")
        self.assertEqual(run.out, b"")
        self.assertIn("no hit", run.err)

    def test_explain_reads_a_file_that_is_in_no_register(self):
        path = example_reports()[0]
        page = self.run_program("explain", "--format", "jsonl", path, "/meetings/0").lines()[0]
        text = self.run_program("read", "--format", "jsonl", path).lines()[0]["report"]["text"]
        self.assertTrue(page["sections"])
        for section in page["sections"]:
            self.assertTrue(section["heading"].startswith("/meetings/0"), section)
            quotes = [q for f in section["facts"] for s in f["sources"] for q in s["quotes"]]
            self.assertTrue(quotes, section)
            for quote in quotes:
                self.assertIn(quote, text)
        many = self.put_records("two.jsonl", [{"id": "a", "text": "x"}, {"id": "b", "text": "y"}])
        run = self.run_program("explain", many, "/meetings/0")
        self.assertEqual(run.code, 2)
        self.assertIn("one report", run.err)

    def test_explain_prints_rule_words_and_confidence(self):
        self.enter_examples()
        report = next(line for line in map(json.loads, self.export().splitlines())
                      if line["type"] == "claim" and line["pointer"].endswith("/kind"))
        text = self.ok("explain", report["report"], report["pointer"]).text()
        for word in ("rule", "which reads", "confidence", report["pointer"]):
            self.assertIn(word, text)
        run = self.run_program("explain", report["report"], "/meetings/99")
        self.assertEqual(run.code, 1)

    def test_forgetting_all_that_was_added_leaves_the_register_as_it_was(self):
        names = [p.name for p in example_reports()]
        self.assertEqual(self.ingest(*example_reports()[:8]).code, 0)
        before = self.export()
        self.enter_examples()
        self.assertNotEqual(self.export(), before)
        self.ok("forget", *names[8:])
        self.assertEqual(self.export(), before)
        run = self.run_program("forget", "gone.txt")
        self.assertEqual(run.code, 1)
        self.assertIn("gone.txt", run.err)

    def test_check_finds_nothing_wrong_with_a_sound_register(self):
        self.enter_examples()
        self.assertEqual(self.ok("check").text(), "all is well\n")

    def test_check_finds_a_text_that_was_changed(self):
        self.enter_examples()
        with sqlite3.connect(self.folder / "register.db") as db:
            db.execute("UPDATE text SET text = 'X' || substr(text, 2) "
                       "WHERE rowid = (SELECT min(rowid) FROM text)")
        db.close()
        run = self.run_program("check", "--format", "jsonl")
        self.assertEqual(run.code, 1)
        self.assertTrue(run.lines())

    def test_a_backup_exports_the_same(self):
        self.enter_examples()
        self.ok("backup", "copy.db")
        self.assertEqual(self.export("copy.db"), self.export())

    def test_questions_do_not_make_a_register(self):
        for command in (["meetings"], ["series"], ["conflicts"], ["export"], ["check"],
                        ["search", "x"], ["show", "x"], ["brief", "x"], ["timeline"],
                        ["explain", "x", "/y"],
                        ["forget", "x"]):
            run = self.run_program(*command, "--register", "gone.db")
            self.assertEqual(run.code, 1, run)
            self.assertIn("gone.db", run.err)
            self.assertFalse((self.folder / "gone.db").exists())


class Breakage(CliTest):
    """What fails is said with path and reason, and what was confirmed stays."""

    def ingest(self, *arguments, **more):
        return self.run_program("ingest", "--register", "register.db", *arguments, **more)

    def expect_refusal(self, word):
        path = self.folder / "register.db"
        before = path.read_bytes()
        for command in (["ingest", self.put("good.txt", GOOD)], ["meetings"], ["export"]):
            run = self.run_program(*command)
            self.assertEqual(run.code, 1, run)
            self.assertIn("register.db", run.err)
            self.assertIn(word, run.err)
        self.assertEqual(path.read_bytes(), before)

    def test_a_file_that_is_no_register_is_refused_and_left_alone(self):
        self.put("register.db", "meeting notes, no data base\n" * 200)
        self.expect_refusal("register.db")

    def test_a_register_of_a_newer_version_is_refused_and_left_alone(self):
        self.assertEqual(self.ingest(self.put("a.txt", GOOD)).code, 0)
        with sqlite3.connect(self.folder / "register.db") as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            db.execute(f"PRAGMA user_version = {version + 1}")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        self.expect_refusal("newer")

    def test_a_damaged_register_is_reported(self):
        self.assertEqual(self.ingest(EXAMPLES).code, 0)
        with sqlite3.connect(self.folder / "register.db") as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        with open(self.folder / "register.db", "r+b") as file:
            file.seek(4096)
            file.write(b"\xa5" * 65536)
        run = self.run_program("check")
        self.assertEqual(run.code, 1)
        self.assertIn("register.db", run.err + run.text())

    def test_a_full_disk_loses_nothing_that_was_confirmed(self):
        mount = self.folder / "small"
        mount.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(mount)],
                              capture_output=True, check=False)
        if done.returncode != 0:
            self.skipTest("no rights to mount a small file system")
        self.addCleanup(subprocess.run, ["umount", str(mount)], check=False)
        self.fill_until_it_fails(mount / "register.db", {})

    def test_a_limit_on_the_size_of_files_loses_nothing_that_was_confirmed(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        self.fill_until_it_fails(self.folder / "register.db",
                                 {"preexec_fn": limit, "restore_signals": False})

    def fill_until_it_fails(self, register, more):
        first = self.run_program("ingest", "--register", register, self.put("a.txt", GOOD))
        self.assertEqual(first.code, 0, first)
        before = self.ok("export", "--register", register).out
        text = example_reports()[0].read_text(encoding="utf-8")
        path = self.put_records("many.jsonl", [{"id": n, "text": f"{text}\n{n}\n" * 3}
                                               for n in range(400)])
        run = self.run_program("ingest", "--batch", "400", "--register", register, path, **more)
        self.assertEqual(run.code, 1, run)
        self.assertIn("register.db", run.err)
        self.assertEqual(self.ok("export", "--register", register).out, before)
        self.assertEqual(self.run_program("check", "--register", register).code, 0)

    def test_kill_9_loses_nothing_that_was_confirmed(self):
        text = example_reports()[0].read_text(encoding="utf-8")
        path = self.put_records("many.jsonl", [{"id": n, "text": f"{n}\n{text}"}
                                               for n in range(1000)])
        made = False
        for delay in (0.05, 0.2, 0.5):
            process = subprocess.Popen([PROGRAM, "ingest", "--register", "register.db",
                                        "--batch", "50", str(path)], cwd=self.folder,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if (self.folder / "register.db").exists():
                check = self.run_program("check")
                if not made and "holds no register yet" in check.err:
                    continue  # killed while it was made: nothing was confirmed
                made = True
                self.assertEqual(check.code, 0, check)
        run = self.ingest("--format", "jsonl", path)
        self.assertEqual(run.code, 0, run)
        counts = run.lines()[0]
        self.assertEqual(counts["added"] + counts["unchanged"], 1000)

    def test_a_folder_without_rights_is_named(self):
        os.chmod(self.folder, 0o555)
        path = example_reports()[0]
        run = self.ingest(path, **self.without_root())
        os.chmod(self.folder, 0o755)
        self.assertEqual(run.code, 1, run)
        self.assertIn("register.db", run.err)

    def test_a_missing_folder_is_named(self):
        run = self.run_program("ingest", "--register", "gone/register.db", example_reports()[0])
        self.assertEqual(run.code, 1)
        self.assertIn("gone/register.db", run.err)
        self.assertFalse((self.folder / "gone").exists())


if __name__ == "__main__":
    unittest.main()
