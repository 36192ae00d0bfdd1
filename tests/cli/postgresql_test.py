"""A register on a PostgreSQL server: the same as one in a file, byte for byte."""

import csv
import json
import random
import re
import shutil
import socket
import struct
import subprocess
import threading
import time
import unittest
import urllib.request

from postgres import server_for
from support import EXAMPLES, PROGRAM, SOURCE, CliTest
from web import GOOD, WebTest

REGISTER_EXAMPLES = SOURCE / "examples/register/reports"


class PostgresqlTest(CliTest):
    def setUp(self):
        super().setUp()
        self.server = server_for(self)

    def fill(self, register, *inputs):
        self.ok("ingest", "--quiet", "--register", register, *(inputs or [REGISTER_EXAMPLES]))

    def export(self, register, form="jsonl"):
        return self.ok("export", "--quiet", "--format", form, "--register", register).out

    def error_of(self, *arguments):
        """What a call that fails says: of that server, and without the password."""
        run = self.run_program(*arguments)
        self.assertNotEqual(run.code, 0, run)
        self.assertNotIn("secret", run.err)
        self.assertIn(f"127.0.0.1:{self.server.port}", run.err)
        return run.err

    def test_every_form_of_export_is_that_of_a_file_byte_for_byte(self):
        address = self.server.database("north")
        self.fill("north.db")
        self.fill(address)
        for form in ("jsonl", "jsonld", "graphml", "plover", "diplomatic-visits"):
            with self.subTest(form=form):
                ours = self.export(address, form)
                self.assertGreater(len(ours), 1000)
                self.assertEqual(ours, self.export("north.db", form))
        for register, folder in ((address, "server"), ("north.db", "file")):
            self.ok("export", "--quiet", "--format", "csv", "--output", folder, "--register",
                    register)
        tables = sorted(path.name for path in (self.folder / "file").iterdir())
        self.assertGreater(len(tables), 8)
        self.assertEqual(sorted(path.name for path in (self.folder / "server").iterdir()), tables)
        for table in tables:
            self.assertEqual((self.folder / "server" / table).read_bytes(),
                             (self.folder / "file" / table).read_bytes(), table)
        self.assertEqual(self.ok("check", "--register", address).out,
                         self.ok("check", "--register", "north.db").out)

    def test_what_one_engine_exports_the_other_imports_to_the_same_bytes(self):
        self.fill("file.db")
        lines = self.export("file.db")
        one = self.server.database("one")
        self.ok("import", "--quiet", "--register", one, "-", stdin=lines)
        self.assertEqual(self.export(one), lines)
        damaged = lines.replace(b'{"type":"claim"', b'{"type":"clam"', 1)
        spoilt = self.server.database("spoilt")
        for more, added in ((["--all-or-nothing"], 0), ([], lines.count(b'{"type":"report"') - 1)):
            run = self.run_program("import", "--format", "jsonl", "--register", spoilt, *more, "-",
                                   stdin=damaged)
            self.assertEqual((run.code, run.lines()[-1]["added"]), (1, added), run)
            self.assertRegex(run.err, r"unknown type: clam.*standard input:\d+")
        self.ok("import", "--quiet", "--register", "again.db", "-", stdin=self.export(one))
        self.assertEqual(self.export("again.db"), lines)

    def test_questions_have_the_answers_that_a_file_gives(self):
        address = self.server.database("north")
        self.fill("north.db")
        self.fill(address)
        ids = [line["id"] for line in self.ok("meetings", "--format", "jsonl", "--register",
                                              "north.db").lines()][:5]
        questions = [
            ("meetings", "--format", "jsonl"), ("meetings", "--body", "SCO", "--from", "2018"),
            ("meetings", "--state", "UZ", "--place", "tashkent"), ("series",), ("conflicts",),
            ("brief", "SCO"), ("timeline", "--body", "SCO"), ("calendar",), ("show", "Uzbekistan"),
            *(("show", meeting) for meeting in ids),
            ("sql", "SELECT place, count(*) AS n FROM meetings WHERE place IS NOT NULL "
                    "GROUP BY place ORDER BY n DESC, place"),
            ("sql", "--format", "jsonl", "SELECT report, pointer, quote, begin_byte, end_byte "
                    "FROM evidence ORDER BY claim_id, begin_byte"),
        ]
        for question in questions:
            with self.subTest(question=question):
                ours = self.run_program(*question, "--register", address)
                theirs = self.run_program(*question, "--register", "north.db")
                self.assertEqual((ours.code, ours.text()), (theirs.code, theirs.text()), ours)

    def test_the_interface_answers_as_over_a_file(self):
        address = self.server.database("north")
        self.fill(address)
        self.ok("import", "--quiet", "--register", "north.db", "-", stdin=self.export(address))
        ports = []
        for register in (address, "north.db"):
            served = subprocess.Popen([PROGRAM, "serve", "--port", "0", "--register", register],
                                      cwd=self.folder, stdout=subprocess.PIPE,
                                      stderr=subprocess.STDOUT, text=True)
            self.addCleanup(served.stdout.close)
            self.addCleanup(served.wait)
            self.addCleanup(served.terminate)
            while not (found := re.search(r"127\.0\.0\.1:(\d+)", line := served.stdout.readline())):
                self.assertTrue(line)
            ports.append(found[1])
        for path in ("meetings?limit=100", "series", "people", "states", "states/UZ", "bodies",
                     "reports", "conflicts", "review", "corrections", "map", "network", "timeline",
                     "upcoming"):
            with self.subTest(path=path):
                ours, theirs = (urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/{path}",
                                                       timeout=60).read() for port in ports)
                self.assertEqual(ours, theirs)

    def test_search_finds_what_it_finds_in_a_file(self):
        address = self.server.database("north")
        self.fill("north.db")
        self.fill(address)

        def found(register, *words):
            run = self.run_program("search", "--format", "jsonl", "--limit", "100000", "--register",
                                   register, *words)
            return sorted((hit["report"], hit["pointer"] or "") for hit in run.lines())
        def emptied(register, *arguments):
            run = self.ok("search", "--register", register, "security", *arguments)
            self.assertEqual(run.out, b"", arguments)
            return run.err.rpartition("what leaves nothing: ")[2]
        for name, value in (("series", "s-0000000000000000"), ("person", "Nobody Atall"),
                            ("place", "Atlantis"), ("status", "postponed"), ("state", "ZW"),
                            ("body", "Hanseatic League"), ("from", "2090"), ("to", "1890")):
            with self.subTest(empty=name):
                ours = emptied(address, f"--{name}", value)
                self.assertEqual(ours, emptied("north.db", f"--{name}", value))
                self.assertTrue(ours.startswith(name), ours)
        for words in (["water", "--body", "Council of Ministers"], ["water", "--status", "held"],
                      ["water", "--from", "2021", "--to", "2022"], ["water", "--place", "Almaty"],
                      ["talks", "--person", "a"], ["security"], ["security", "council"], ['"foreign minister"'], ["minist*"],
                      ["tashkent", "--state", "UZ"], ["wörter"], ["-"], ["nothingofthekind"]):
            with self.subTest(words=words):
                self.assertEqual(found(address, *words), found("north.db", *words))
        self.assertTrue(found(address, "security"))

    def test_four_writers_at_once_lose_nothing(self):
        reports = sorted(REGISTER_EXAMPLES.glob("*"))
        self.fill("alone.db")
        address = self.server.database("many")
        # Each has a quarter of its own and the first ten as well.
        shares = [self.folder / f"share{i}" for i in range(4)]
        for i, share in enumerate(shares):
            share.mkdir()
            for report in {*reports[i::4], *reports[:10]}:
                shutil.copy(report, share)
        writers = [subprocess.Popen([PROGRAM, "ingest", "--quiet", "--register", address, share],
                                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                   for share in shares]
        for writer in writers:
            _, err = writer.communicate(timeout=240)
            self.assertEqual(writer.returncode, 0, err)
        self.assertEqual(self.export(address), self.export("alone.db"))
        self.ok("check", "--register", address)

    def test_a_stranger_may_ask_and_no_more(self):
        address = self.server.database("north")
        self.fill(address, EXAMPLES)
        for statement in ("DELETE FROM report", "INSERT INTO report VALUES (9, 'x')",
                          "SELECT 1; SELECT 2", "", "COPY report TO '/tmp/x'", "SELEKT 1",
                          "DROP TABLE report", "SET search_path = x",
                          "WITH gone AS (DELETE FROM report RETURNING 1) SELECT * FROM gone"):
            with self.subTest(statement=statement):
                run = self.run_program("sql", "--register", address, statement)
                self.assertEqual((run.code, run.out), (2, b""), run)
        began = time.monotonic()
        message = self.error_of("sql", "--time-limit-ms", "300", "--register", address,
                                "SELECT count(*) FROM generate_series(1, 100000000000)")
        self.assertIn("took longer", message)
        self.assertLess(time.monotonic() - began, 60)
        rows = self.ok("sql", "--limit", "3", "--format", "csv", "--register", address,
                       "SELECT generate_series(1, 100000000000) AS n").text()
        self.assertEqual([row[0] for row in csv.reader(rows.splitlines())], ["n", "1", "2", "3"])
        owner = f"postgresql://owner@127.0.0.1:{self.server.port}/north"
        self.assertIn("superuser", self.error_of("sql", "--register", owner, "SELECT 1"))

    def test_roles_may_do_what_their_rights_allow(self):
        address = self.server.database("north")
        self.fill(address, EXAMPLES)
        self.server.sql("north", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
        reader = self.server.address("north", "reader")
        self.assertEqual(self.export(reader), self.export(address))
        self.ok("search", "--register", reader, "security")
        self.ok("sql", "--register", reader, "SELECT count(*) FROM meetings")
        self.assertIn("may only read", self.error_of("ingest", "--register", reader, EXAMPLES))
        stranger = self.server.address("north", "stranger")
        for question in (["meetings"], ["export"], ["sql", "SELECT 1 FROM meetings"]):
            self.assertIn("rights", self.error_of(*question, "--register", stranger))
        # No register is made where nothing may be made.
        self.server.sql("postgres", "CREATE DATABASE foreign_land")
        self.assertIn("rights", self.error_of(
            "ingest", "--register", self.server.address("foreign_land"), EXAMPLES))

    def test_what_is_no_register_is_named_without_the_password(self):
        self.server.database("north")
        self.assertIn("password authentication failed", self.error_of(
            "meetings", "--register", self.server.address("north", password="secretly")))
        self.assertIn("createdb", self.error_of(
            "meetings", "--register", self.server.address("nowhere")))
        self.assertIn("no register yet", self.error_of(
            "meetings", "--register", self.server.address("north")))
        self.server.sql("north", "CREATE TABLE other (x int)")
        self.assertIn("other tables", self.error_of(
            "ingest", "--register", self.server.address("north"), EXAMPLES))
        self.server.kill()
        self.assertIn("no server", self.error_of(
            "meetings", "--register", self.server.address("north")))

    def test_a_connection_that_breaks_leaves_nothing_half_written(self):
        address = self.server.database("north")
        self.fill(address, EXAMPLES)
        before = self.export(address)
        # Somebody holds the lock of writers, so that the ingest is in its transaction.
        holder = subprocess.Popen(
            ["psql", "-X", "-q", "-A", "-t", "-h", "127.0.0.1", "-p", str(self.server.port), "-U",
             "owner", "-d", "north"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        holder.stdin.write(b"BEGIN; LOCK TABLE claim IN EXCLUSIVE MODE; SELECT 'held';\n")
        holder.stdin.flush()
        self.assertEqual(holder.stdout.readline(), b"held\n")
        results = []
        ingest = threading.Thread(target=lambda: results.append(self.run_program(
            "ingest", "--register", address, REGISTER_EXAMPLES)))
        ingest.start()
        waiting = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'rapporteur' " \
                  "AND wait_event_type = 'Lock'"
        end = time.monotonic() + 120
        while self.server.sql("north", waiting) == "0\n":
            self.assertLess(time.monotonic(), end)
            time.sleep(0.1)
        self.server.sql("north", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                 "WHERE application_name = 'rapporteur'")
        ingest.join(timeout=120)
        holder.communicate(b"ROLLBACK;\n")
        run, = results
        self.assertNotEqual(run.code, 0, run)
        self.assertNotIn("secret", run.err)
        self.assertIn("connection broke", run.err)
        self.assertEqual(self.export(address), before)
        self.ok("check", "--register", address)
        self.fill(address, REGISTER_EXAMPLES)

    def test_a_server_that_is_killed_keeps_what_was_confirmed(self):
        address = self.server.database("north")
        self.fill(address, EXAMPLES)
        before = self.export(address)
        self.server.kill()
        self.server.start()
        self.assertEqual(self.export(address), before)


class ChangesOnServerTest(WebTest):
    """What changes a register does on a server what it does in a file."""

    def setUp(self):
        super().setUp()
        self.postgresql = server_for(self)
        self.registers = ("north.db", self.postgresql.database("north"))

    def export(self, register):
        return self.ok("export", "--quiet", "--format", "jsonl", "--register", register).out

    def both(self, *arguments, same_output=True):
        """The same call on both, which then export the same. What it said of the file."""
        runs = [self.ok(*arguments, "--register", register) for register in self.registers]
        if same_output:
            self.assertEqual(runs[0].out, runs[1].out, arguments)
        self.assertEqual(*map(self.export, self.registers), arguments)
        for register in self.registers:
            self.assertEqual(self.ok("check", "--register", register).text(), "all is well\n")
        return runs[0]

    def readings(self):
        read = self.ok("read", "--format", "jsonl", REGISTER_EXAMPLES)
        return [json.loads(line) for line in read.text().splitlines()]

    def test_corrections_and_what_takes_them_back(self):
        self.both("ingest", "--quiet", EXAMPLES)
        empty = self.export("north.db")
        delhi = ("correct", "sco-secretaries-2023-delhi.txt", "/meetings/0/place")
        said = ("--by", "Anna", "--why", "the minutes", "--at", "2024-01-02T03:04:05Z", "--format",
                "jsonl")
        place, = self.both(*delhi, "--value", "Agra", *said).lines()
        meetings = self.ok("meetings", "--format", "jsonl", "--register", "north.db").lines()
        merged, = self.both("merge", meetings[0]["id"], meetings[1]["id"], *said).lines()
        self.assertNotEqual(self.export("north.db"), empty)
        for line in (place, merged):
            self.both("correct", "--undo", line["id"], *said)
        left = [line for line in self.export("north.db").splitlines()
                if json.loads(line)["type"] != "correction"]
        self.assertEqual(left, empty.splitlines())

    def test_forgetting_and_entering_again_in_any_order(self):
        random_order = random.Random(7)
        readings = self.readings()
        for _ in range(2):
            random_order.shuffle(readings)
            self.put("readings.jsonl", "".join(json.dumps(r) + "\n" for r in readings))
            self.both("ingest", "--quiet", "--readings", "readings.jsonl")
            keys = [r["report"]["origin"] or r["id"] for r in readings[:7]]
            self.both("forget", *keys)
        self.both("ingest", "--quiet", "--readings", "readings.jsonl")
        self.ok("ingest", "--quiet", "--readings", "--register", "alone.db", "readings.jsonl")
        self.assertEqual(self.export(self.registers[1]), self.export("alone.db"))

    def test_reports_are_read_again(self):
        readings = self.readings()
        for reading in readings:
            reading["engine"] = "an older one"
            reading["meetings"] = reading["meetings"][:1]
            reading["holdings"] = reading["positions"] = []
            for meeting in reading["meetings"]:
                meeting["links"] = []
        self.put("old.jsonl", "".join(json.dumps(r) + "\n" for r in readings))
        self.both("ingest", "--quiet", "--readings", "old.jsonl")
        before = self.export("north.db")
        read = self.both("reread", "--format", "jsonl").lines()[0]
        self.assertEqual((read["changed"], read["failed"]), (len(readings), 0))
        self.assertNotEqual(self.export("north.db"), before)

    def test_feeds_are_followed(self):
        self.serve("/1", GOOD)
        self.serve("/feed", '<?xml version="1.0"?><rss version="2.0"><channel><title>L</title><item>'
                   f"<title>Talks</title><link>{self.base}/1</link></item></channel></rss>",
                   Content_Type="application/rss+xml")
        feeds = self.put("feeds.opml", '<opml version="2.0"><head/><body>'
                         f'<outline type="rss" text="x" xmlUrl="{self.base}/feed"/></body></opml>')
        watch = ("watch", "--once", "--format", "jsonl", "--allow-private", "--pause-ms", 0, feeds)
        first = self.both(*watch, same_output=False).lines()[-1]
        self.assertEqual((first["entries"], first["added"], first["failed"]), (1, 1, 0))
        again = self.both(*watch, same_output=False).lines()[-1]
        self.assertEqual(again["added"], 0)

    def test_what_a_server_cannot_keep_is_named_and_the_rest_entered(self):
        readings = self.readings()
        spoilt = {"nul": 3, "long": 10}
        readings[spoilt["nul"]]["report"]["title"] = "a NUL \0 character"
        # No two letters side by side are the same: the server cannot press it together.
        noise = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=6000))
        readings[spoilt["long"]]["report"]["origin"] = "https://example.org/" + noise
        self.put("readings.jsonl", "".join(json.dumps(r) + "\n" for r in readings))
        run = self.run_program("ingest", "--readings", "--format", "jsonl", "--register",
                               self.registers[1], "readings.jsonl")
        self.assertEqual(run.code, 1, run.err)
        counts = run.lines()[-1]
        self.assertEqual((counts["added"], counts["failed"]), (len(readings) - 2, 2))
        nul, long = (readings[number] for number in spoilt.values())
        errors = {line["error"]["where"]: line["error"]["message"]
                  for line in map(json.loads, run.err.splitlines()) if "error" in line}
        self.assertIn("a text holds a NUL", errors[nul["report"]["origin"] or nul["id"]])
        self.assertIn("too long", errors[long["report"]["origin"]])
        sound = [r for number, r in enumerate(readings) if number not in spoilt.values()]
        self.put("sound.jsonl", "".join(json.dumps(r) + "\n" for r in sound))
        self.ok("ingest", "--quiet", "--readings", "--register", "north.db", "sound.jsonl")
        self.assertEqual(*map(self.export, self.registers))


class ForeignServerTest(CliTest):
    """Servers that no test can install."""

    def serve(self, answer):
        """Something on a port that gives every caller that answer to its first words."""
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)

        def run():
            while True:
                try:
                    caller, _ = listener.accept()
                except OSError:
                    return
                with caller:
                    words = caller.recv(4096)
                    if struct.unpack(">I", words[4:8])[0] in (80877103, 80877104):
                        caller.sendall(b"N")  # neither TLS nor GSS
                        words = caller.recv(4096)
                        if struct.unpack(">I", words[4:8])[0] in (80877103, 80877104):
                            caller.sendall(b"N")
                            caller.recv(4096)
                    caller.sendall(answer)
                    time.sleep(0.2)
        threading.Thread(target=run, daemon=True).start()
        return listener.getsockname()[1]

    @staticmethod
    def message(kind, body):
        return kind + struct.pack(">I", len(body) + 4) + body

    def test_an_old_server_is_told_by_its_version(self):
        greeting = self.message(b"R", struct.pack(">I", 0))
        for name, value in ((b"server_version", b"9.1.24"), (b"server_encoding", b"UTF8")):
            greeting += self.message(b"S", name + b"\0" + value + b"\0")
        port = self.serve(greeting + self.message(b"Z", b"I"))
        run = self.run_program("meetings", "--register",
                               f"postgresql://desk:secret@127.0.0.1:{port}/x")
        self.assertNotEqual(run.code, 0)
        self.assertIn("PostgreSQL 9.1", run.err)
        self.assertIn("version 15", run.err)
        self.assertNotIn("secret", run.err)

    def test_what_speaks_another_language_is_no_server(self):
        port = self.serve(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        run = self.run_program("meetings", "--register",
                               f"postgresql://desk:secret@127.0.0.1:{port}/x")
        self.assertNotEqual(run.code, 0)
        self.assertIn(f"127.0.0.1:{port}", run.err)
        self.assertNotIn("secret", run.err)

    def test_malformed_addresses_do_not_show_their_passwords(self):
        for address in ("postgresql://desk:secret@[::1/x", "postgresql://desk:sec%ret@h/x",
                        "postgresql://h/x?password=secret&nonsense=1",
                        "postgres://desk:se@cret/secret@h:99999999/x"):
            run = self.run_program("meetings", "--register", address)
            self.assertNotEqual(run.code, 0, run)
            for word in ("secret", "sec%ret", "cret"):
                self.assertNotIn(word, run.err.replace("desk", ""), address)


if __name__ == "__main__":
    unittest.main()
