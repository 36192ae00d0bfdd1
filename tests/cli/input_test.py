"""JSON lines, folders, standard input, and input that is broken in every way."""

import json
import os
import subprocess
import unittest

from support import PROGRAM, CliTest, Run, example_reports

GOOD = "The foreign ministers of Chile and Peru held talks in Lima on 5 May 2021.\n"


class Input(CliTest):
    def read(self, *arguments, **more):
        return self.run_program("read", "--format", "jsonl", *arguments, **more)

    def ids(self, run):
        return [reading["id"] for reading in run.lines()]

    def expect_failure(self, run, where, code, ids=("good",)):
        """One error record that names `where`, and the other reports read all the same."""
        self.assertEqual(run.code, 1, run)
        self.assertEqual([(e["where"], e["code"]) for e in run.errors()], [(str(where), code)], run)
        self.assertEqual(self.ids(run), list(ids), run)

    def test_reads_records_with_all_their_fields(self):
        path = self.put_records("day.jsonl", [
            {"id": "a", "text": GOOD, "date": "2021-05-06", "title": "T", "source": "S",
             "url": "https://Example.org/x#y", "lang": "en"},
            {"id": 7, "text": GOOD}])
        first, second = self.read(path).lines()
        self.assertEqual(first["report"]["published"], "2021-05-06")
        self.assertEqual(first["report"]["title"], "T")
        self.assertEqual(first["report"]["publisher"], "S")
        self.assertEqual(first["report"]["origin"], "https://example.org/x")
        self.assertEqual((second["id"], second["report"]["origin"]), ("7", "day.jsonl#7"))

    def test_reads_records_whose_fields_have_other_names(self):
        path = self.put_records("day.jsonl", [{"id": "a", "body": GOOD, "meta": {"day": "2021-05-06"}}])
        run = self.read("--field", "text=body", "--field", "date=/meta/day", path)
        self.assertEqual([r["report"]["published"] for r in run.lines()], ["2021-05-06"])
        for words in ("text", "text=", "colour=x", "=x"):
            self.assertEqual(self.read("--field", words, path).code, 2, words)

    def test_reads_records_and_texts_from_standard_input(self):
        record = json.dumps({"id": "a", "text": GOOD}).encode()
        self.assertEqual(self.ids(self.read("--input", "jsonl", "-", stdin=record)), ["a"])
        self.assertEqual(self.ids(self.read("-", stdin=record)), ["a"])
        self.assertEqual(self.ids(self.read("-", stdin=GOOD.encode())), ["stdin"])

    def test_reads_folders_in_order_and_leaves_other_files_alone(self):
        for name in ("b/2.txt", "b/10.txt", "a.txt", ".hidden.txt", "c.md"):
            self.put("in/" + name, GOOD)
        self.put_records("in/d.jsonl", [{"id": "r", "text": GOOD}])
        origins = [r["report"]["origin"] for r in self.read("in").lines()]
        self.assertEqual(origins, ["a.txt", "b/10.txt", "b/2.txt", "d.jsonl#r"])

    def test_reads_files_with_hostile_names(self):
        names = [b"new\nline.txt", b"esc\x1b[31m.txt", b"quote\"'.txt", b"latin\xe9.txt",
                 b"-dash.txt", "中文.txt".encode()]
        os.mkdir(self.folder / "in")
        for name in names:
            with open(os.path.join(os.fsencode(self.folder / "in"), name), "wb") as file:
                file.write(GOOD.encode())
        run = self.read("in")
        self.assertEqual(run.code, 0, run)
        self.assertEqual(len(set(self.ids(run))), len(names))

    def test_errors_cannot_write_to_the_terminal(self):
        run = self.run_program("read", "gone\x1b[2J\nrapporteur: all is well.txt")
        self.assertEqual(run.code, 1)
        self.assertNotIn("\x1b", run.err)
        self.assertEqual(run.err.count("\n"), 1)

    def test_a_missing_file_is_named(self):
        run = self.read("gone.txt", self.put("good.txt", GOOD))
        self.expect_failure(run, "gone.txt", "not_found")

    def test_an_empty_file_is_named(self):
        run = self.read(self.put("empty.txt", ""), self.put("good.txt", GOOD))
        self.expect_failure(run, self.folder / "empty.txt", "bad_data")

    def test_a_binary_file_is_named_with_its_byte(self):
        run = self.read(self.put("x.txt", b"GIF89a\x01\x00\x01"), self.put("good.txt", GOOD))
        self.expect_failure(run, f"{self.folder}/x.txt@7", "bad_data")

    def test_invalid_utf8_is_replaced_with_a_warning(self):
        run = self.read(self.put("latin.txt", b"Caf\xe9 talks: " + GOOD.encode()))
        self.assertEqual(run.code, 0, run)
        reading = run.lines()[0]
        self.assertTrue(reading["report"]["text"].startswith("Caf\ufffd talks"))
        self.assertIn("invalid", " ".join(reading["warnings"]))

    def test_utf16_is_converted_with_a_warning(self):
        for encoding in ("utf-16-le", "utf-16-be"):
            run = self.read(self.put("wide.txt", ("\ufeff" + GOOD).encode(encoding)))
            self.assertEqual(run.code, 0, run)
            self.assertEqual(run.lines()[0]["report"]["text"], GOOD)
            self.assertIn("UTF-16", " ".join(run.lines()[0]["warnings"]))

    def test_records_in_utf16_are_refused(self):
        path = self.put("wide.jsonl", '\ufeff{"id":1}\n'.encode("utf-16-le"))
        run = self.read(path, self.put("good.txt", GOOD))
        self.expect_failure(run, f"{path}:1@0", "unsupported")

    def test_each_bad_record_is_named_by_line_and_byte(self):
        good = json.dumps({"id": "good", "text": GOOD}) + "\n"
        path = self.put("day.jsonl", good + "{oops\n" + '{"id":1,"html":"<p>"}\n' + good)
        run = self.read(path)
        self.assertEqual(run.code, 1)
        self.assertEqual(self.ids(run), ["good", "good"])
        self.assertEqual([(e["where"], e["code"]) for e in run.errors()],
                         [(f"{path}:2@{len(good)}", "bad_data"),
                          (f"{path}:3@{len(good) + 6}", "bad_data")])
        self.assertIn("was met before", run.err)

    def test_a_line_of_50_mb_is_skipped_without_being_kept(self):
        path = self.folder / "big.jsonl"
        with open(path, "wb") as file:
            file.write(b'{"id":"big","text":"')
            for _ in range(50):
                file.write(b"word " * 209715)
            file.write(b'"}\n' + json.dumps({"id": "good", "text": GOOD}).encode())
        run, peak = self.measured("read", "--format", "jsonl", "--threads", "1", path)
        self.expect_failure(run, f"{path}:1@0", "too_large")
        small, base = self.measured("read", "--format", "jsonl", "--threads", "1",
                                    self.put("good.txt", GOOD))
        self.assertEqual(small.code, 0)
        if "thread" in os.environ.get("RAPPORTEUR_SANITIZE", ""):
            self.skipTest("the thread sanitizer keeps shadows of all memory")
        self.assertLess(peak - base, 40 * 1024, "KB more than a small report takes")

    def test_a_page_of_100_mb_is_refused_whatever_the_limit(self):
        path = self.folder / "big.html"
        with open(path, "wb") as file:
            file.write(b"<html><head><title>A long page</title></head><body><article>")
            for _ in range(100):
                file.write(b"<p>The ministers met in Lima, and met again.</p>" * 21846)
        good = self.put("good.txt", GOOD)
        run, peak = self.measured("read", "--format", "jsonl", "--threads", "1", path, good)
        self.expect_failure(run, path, "too_large")
        self.assertEqual(self.ids(run), ["good"])
        if not os.environ.get("RAPPORTEUR_SANITIZE"):
            self.assertLess(peak, 150 * 1024, "KB: no page is kept that is over the limit")
        run, _ = self.measured("read", "--format", "jsonl", "--threads", "1", "--limit-mb", "200",
                               path, good)
        self.expect_failure(run, path, "too_large")
        self.assertEqual(self.ids(run), ["good"])

    def test_a_text_of_50_mb_is_refused_unless_the_limit_is_raised(self):
        path = self.put("big.txt", b"x" * (17 << 20))
        run = self.read(path, self.put("good.txt", GOOD))
        self.expect_failure(run, path, "too_large")
        self.assertIn("--limit-mb", run.err)
        two = self.put("two.txt", GOOD * ((1 << 20) // len(GOOD) + 1))
        run = self.read("--limit-mb", "1", two, self.put("good.txt", GOOD))
        self.expect_failure(run, two, "too_large")
        run = self.read("--limit-mb", "3", two)
        self.assertEqual(run.code, 0, run)

    def measured(self, *arguments):
        """The run, and the most memory that it held, in KB; freed memory that the address sanitizer
        would keep back from reuse left out."""
        options = os.environ.get("ASAN_OPTIONS", "")
        environment = dict(os.environ, ASAN_OPTIONS=f"{options}:quarantine_size_mb=1".lstrip(":"))
        with open(self.folder / "out", "wb") as out, open(self.folder / "err", "wb") as err:
            process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=out, stderr=err,
                                       cwd=self.folder, env=environment)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        done = subprocess.CompletedProcess(arguments, process.returncode,
                                           (self.folder / "out").read_bytes(),
                                           (self.folder / "err").read_bytes())
        return Run(done), usage.ru_maxrss

    def test_a_folder_without_rights_is_named_and_the_rest_is_read(self):
        self.put("in/good.txt", GOOD)
        self.put("in/locked/a.txt", GOOD)
        self.put("in/secret.txt", GOOD)
        os.chmod(self.folder, 0o755)
        os.chmod(self.folder / "in/locked", 0)
        os.chmod(self.folder / "in/secret.txt", 0)
        self.addCleanup(os.chmod, self.folder / "in/locked", 0o700)
        run = self.read("in", **self.without_root())
        self.assertEqual(run.code, 1, run)
        self.assertEqual(self.ids(run), ["good"])
        self.assertEqual([(e["where"], e["code"]) for e in run.errors()],
                         [("in/locked", "access_denied"), ("in/secret.txt", "access_denied")])

    def test_a_closed_pipe_ends_quietly(self):
        path = self.put_records("all.jsonl", [{"id": n, "text": GOOD} for n in range(3000)])
        process = subprocess.Popen([PROGRAM, "read", "--format", "jsonl", str(path)],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()
        self.assertEqual(process.wait(timeout=60), 0)

    def test_a_full_disk_under_the_results_is_an_error(self):
        path = self.put("good.txt", GOOD)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "read", "--format", "jsonl", str(path)], stdout=full,
                                  stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"No space left", done.stderr)
        self.assertIn(b"standard output", done.stderr)

    def test_extract_prints_what_would_be_read(self):
        run = self.ok("extract", self.put("a.txt", GOOD + "Share this post\n"))
        extracted = run.lines()[0]
        self.assertEqual(sorted(extracted), ["id", "left_out", "report", "warnings"])
        self.assertEqual(extracted["report"]["text"], GOOD.strip())
        self.assertEqual(extracted["left_out"][0]["text"], "Share this post")

    def test_statistics_count_reports_bytes_facts_and_errors(self):
        run = self.read("--stats", "json", "gone.txt", *example_reports())
        statistics = json.loads(run.err.splitlines()[-1])
        self.assertEqual(statistics["reports"], len(example_reports()))
        self.assertEqual(statistics["errors"], 1)
        self.assertEqual(statistics["bytes"], sum(p.stat().st_size for p in example_reports()))
        facts = sum(len(m["evidence"]) for r in run.lines() for m in r["meetings"])
        self.assertGreater(statistics["facts"], facts)
        self.assertGreaterEqual(statistics["seconds"], 0)

    def test_a_report_in_another_language_is_kept_counted_and_not_read(self):
        text = ("Le ministre des Affaires étrangères du Maroc a participé le 3 mars 2021 à Dakar au sommet de "
                "l'organisation. La conférence des ministres a été présidée par le président du Sénégal, qui a "
                "rappelé les décisions du conseil. ASEAN Summit 2021.\n")
        run = self.read("--stats", "json", self.put("a.txt", text), self.put("b.txt", GOOD))
        french, english = run.lines()
        self.assertEqual(french["report"]["language"], "fr")
        self.assertEqual((french["meetings"], french["holdings"]), ([], []))
        self.assertIn("'fr'", french["warnings"][0])
        self.assertEqual(english["warnings"], [])
        statistics = json.loads(run.err.splitlines()[-1])
        self.assertEqual((statistics["reports"], statistics["unread"], statistics["errors"]), (2, 1, 0))

    def test_quiet_keeps_errors_and_drops_notes(self):
        path = self.put_records("day.jsonl", [{"id": 1, "text": GOOD}, {"id": 1, "text": GOOD},
                                              {"id": 2}])
        run = self.read("--quiet", path)
        self.assertEqual(len(run.err.splitlines()), 1)
        self.assertEqual(len(run.errors()), 1)


class Usage(CliTest):
    def expect_usage(self, *arguments):
        run = self.run_program(*arguments)
        self.assertEqual(run.code, 2, run)
        self.assertEqual(run.out, b"")
        self.assertTrue(run.err.startswith("rapporteur: "), run)

    def test_wrong_calls_end_with_2(self):
        good = self.put("good.txt", GOOD)
        self.expect_usage()
        self.expect_usage("dance")
        self.expect_usage("read")
        self.expect_usage("read", "--format", "xml", good)
        self.expect_usage("read", "--no-such-flag", good)
        self.expect_usage("read", "--date", "yesterday", good)
        self.expect_usage("read", "--date", "2023-02-29", good)
        self.expect_usage("read", "--limit-mb", "0", good)
        self.expect_usage("read", "--threads", "many", good)
        self.expect_usage("meetings", "--kind", "party")

    def test_a_missing_pack_says_where_it_was_sought(self):
        good = self.put("good.txt", GOOD)
        run = self.run_program("read", "--pack", "gone.pack", good)
        self.assertEqual(run.code, 1)
        self.assertIn("gone.pack", run.err)
        run = self.run_program("read", good, env={"RAPPORTEUR_PACK": "also-gone.pack"})
        self.assertEqual(run.code, 1)
        self.assertIn("also-gone.pack", run.err)

    def test_a_damaged_pack_is_refused(self):
        pack = self.put("bad.pack", b"RAPPACK1" + bytes(100))
        run = self.run_program("read", "--pack", pack, self.put("good.txt", GOOD))
        self.assertEqual(run.code, 1)
        self.assertIn("bad.pack", run.err)

    def test_version_and_help_go_to_standard_output(self):
        for flag in ("--version", "--help"):
            run = self.ok(flag)
            self.assertTrue(run.out)
            self.assertEqual(run.err, "")


if __name__ == "__main__":
    unittest.main()
