"""Datasette opens the register's file as it is: its facets and its search work on the views."""

import hashlib
import json
import os
import socket
import subprocess
import sys
import time
import unittest
import urllib.parse
import urllib.request

from support import EXAMPLES, SOURCE, CliTest, needs

REGISTER = SOURCE / "examples/register/reports"
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Datasette(CliTest):
    def setUp(self):
        super().setUp()
        needs(self, "datasette")
        self.ok("ingest", "--quiet", EXAMPLES, REGISTER)

    def serve(self, *more):
        self.port = free_port()
        log = open(self.folder / "datasette.log", "wb")  # closed with the server
        server = subprocess.Popen(
            [sys.executable, "-m", "datasette", "serve", "register.db", "--host", "127.0.0.1",
             "--port", str(self.port), *more], cwd=self.folder, stdout=log, stderr=log,
            env={**os.environ, "HOME": str(self.folder)})

        def stop():
            server.terminate()
            server.wait(30)
            log.close()
        self.addCleanup(stop)
        for _ in range(300):
            if server.poll() is not None:
                self.fail((self.folder / "datasette.log").read_text())
            try:
                return self.get("-/versions")
            except OSError:
                time.sleep(0.2)
        return self.fail((self.folder / "datasette.log").read_text())

    def get(self, path, **query):
        address = f"http://127.0.0.1:{self.port}/{path}.json?{urllib.parse.urlencode(query)}"
        with DIRECT.open(address, timeout=60) as answer:
            return json.load(answer)

    def rows(self, statement):
        return self.ok("sql", "--format", "jsonl", "--limit", "0", statement).lines()

    def test_facets_and_search_work_on_views_of_the_unchanged_file(self):
        before = hashlib.sha256((self.folder / "register.db").read_bytes()).hexdigest()
        self.serve()
        answer = self.get("register/meetings", _facet="status", _size=5)
        counts = {r["value"]: r["count"] for r in answer["facet_results"]["status"]["results"]}
        told = {r["status"]: r["n"] for r in self.rows(
            "SELECT status, count(*) AS n FROM meetings WHERE status IS NOT NULL GROUP BY status")}
        self.assertEqual(counts, told)
        self.assertGreater(len(counts), 2)
        found = self.get("register/facts", _fts_table="claim_fts", _fts_pk="claim_id",
                         _search="terrorism", _size="max", _shape="objects")["rows"]
        expected = self.rows("SELECT rowid AS claim_id FROM claim_fts "
                             "WHERE claim_fts MATCH 'terrorism'")
        self.assertEqual({r["claim_id"] for r in found}, {r["claim_id"] for r in expected})
        self.assertGreater(len(found), 0)
        for view in ("meetings", "participants", "facts", "evidence", "conflicts", "links"):
            page = self.get(f"register/{view}", _size=1)
            total = self.rows(f"SELECT count(*) AS n FROM {view}")[0]["n"]
            self.assertEqual(page["filtered_table_rows_count"], total, view)
        after = hashlib.sha256((self.folder / "register.db").read_bytes()).hexdigest()
        self.assertEqual(after, before)
        self.assertEqual(self.ok("check").text(), "all is well\n")

    def test_the_example_settings_give_views_a_search_field(self):
        self.serve("--metadata", str(SOURCE / "examples/datasette.json"))
        for view, word in (("facts", "terrorism"), ("searchable_report", "glaciers")):
            found = self.get(f"register/{view}", _search=word, _shape="objects")
            everything = self.get(f"register/{view}", _size=1)
            self.assertGreater(found["filtered_table_rows_count"], 0)
            self.assertLess(found["filtered_table_rows_count"],
                            everything["filtered_table_rows_count"])
            for row in found["rows"]:
                self.assertIn(word, " ".join(map(str, row.values())).lower())


if __name__ == "__main__":
    unittest.main()
