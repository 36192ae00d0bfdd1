"""What clients must not be able to do to `rapporteur serve`, tried on a real one."""

import base64
import http.client
import http.server
import json
import os
import random
import socket
import threading
import time
import unittest

from serving import ServeTest, quoted

TEXT = "The foreign ministers of Chile and Peru held talks in Lima on 5 May 2021.\n"


class Requests(ServeTest):
    arguments = ["--request-ms", "1500", "--body-mb", "1"]

    def test_no_path_leads_out_of_the_pages(self):
        self.put("pages/index.html", "<p>start</p>")
        self.put("pages/assets/a.js", "1")
        self.put("secret.txt", "secret")
        os.symlink(self.folder / "secret.txt", self.folder / "pages/link.txt")
        self.start("--pages", "pages")
        self.assertEqual(self.ask("/").body, b"<p>start</p>")
        self.assertEqual(self.ask("/meetings/m-1").body, b"<p>start</p>")
        self.assertIn("javascript", self.ask("/assets/a.js").headers["Content-Type"])
        for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../../secret.txt",
                     "/assets/..%2f..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "//secret.txt", "/./secret.txt",
                     "/..\\secret.txt", "/%5c..%5csecret.txt", "/link.txt", "/secret.txt%00.html",
                     f"/{self.folder}/secret.txt", "/%c0%ae%c0%ae/secret.txt", "/r.db", "/../r.db.tokens"]:
            reply = self.ask(path)
            self.assertNotIn(b"secret", reply.body.replace(b"secret.txt", b""), path)
            self.assertNotIn(b"SQLite", reply.body, path)
            self.assertIn(reply.status, (200, 400, 404), path)
            if reply.status == 200:
                self.assertEqual(reply.body, b"<p>start</p>", path)

    def test_pages_are_those_named_before_those_of_the_environment(self):
        self.put("named/index.html", "<p>named</p>")
        self.put("environment/index.html", "<p>environment</p>")
        self.start(RAPPORTEUR_PAGES="environment")
        self.assertEqual(self.ask("/").body, b"<p>environment</p>")
        self.assertEqual(self.ask("/series/s-1?x=1").body, b"<p>environment</p>")
        self.start("--pages", "named", RAPPORTEUR_PAGES="environment")
        self.assertEqual(self.ask("/").body, b"<p>named</p>")

    def test_every_answer_keeps_browsers_from_taking_it_for_something_else(self):
        for path in ["/", "/api/v1", "/api/v1/nothing", "/nothing.txt", "/api/v1/meetings.csv", "/%"]:
            headers = self.ask(path).headers
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff", path)
            self.assertEqual(headers["X-Frame-Options"], "DENY", path)
            self.assertIn("default-src 'none'", headers["Content-Security-Policy"], path)
            self.assertNotIn("unsafe", headers["Content-Security-Policy"], path)
            self.assertIsNone(headers["Access-Control-Allow-Origin"], path)
            self.assertIsNone(headers["Set-Cookie"], path)

    def test_malformed_requests_are_answered_or_cut_off_and_never_stop_the_server(self):
        good = b"GET /api/v1 HTTP/1.1\r\nHost: localhost\r\n"
        for data in [b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00" * 50,
                     b"GET /api/v1 HTTP/1.1\r\n\r\n", good + b"Host: localhost\r\n\r\n", good + b"A" * 100000,
                     good + b"X: " + b"a" * 100000 + b"\r\n\r\n", good + b"X: y\r\n" * 5000 + b"\r\n",
                     good + b"Content-Length: -1\r\n\r\n", good + b"Content-Length: 99999999999999999999\r\n\r\n",
                     good + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                     b"POST /api/v1/read HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                     b"Content-Length: 3\r\n\r\n0\r\n\r\n",
                     b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
                     b"GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                     b"GET /api/v1/meetings?q=%ff HTTP/1.1\r\nHost: localhost\r\n\r\n",
                     b"TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                     b"GET http://elsewhere.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n"]:
            answer = self.raw(data, timeout=4)
            status = answer.split(b" ", 2)[1:2]
            self.assertIn(status, ([], [b"400"], [b"405"], [b"411"], [b"413"], [b"414"], [b"421"], [b"431"], [b"505"]),
                          (data[:80], answer[:200]))
        self.assertAlive()

    def test_random_bytes_never_stop_the_server(self):
        chance = random.Random(7)
        pieces = [b"GET ", b"/api/v1/meetings?", b" HTTP/1.1\r\n", b"Host: localhost\r\n", b"\r\n", b"\0", b"%", b"&=",
                  b"Content-Length: 5\r\n", b"Expect: 100-continue\r\n", b"\xff\xfe", b"limit=", b"cursor="]
        for _ in range(150):
            data = b"".join(chance.choice(pieces) if chance.random() < 0.8 else chance.randbytes(9)
                            for _ in range(chance.randrange(1, 25)))
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as line:
                line.sendall(data)
        self.assertAlive()

    def test_what_is_too_large_is_refused_before_it_is_sent(self):
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as line:
            line.sendall(b"POST /api/v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                         b"Expect: 100-continue\r\nContent-Length: 2000000000\r\n\r\n")
            self.assertIn(b" 413 ", line.recv(65536))
        reply = self.ask("/api/v1/meetings?q=" + "a" * 2000)
        self.assertEqual((reply.status, reply.error()["where"]), (400, "?q"))
        reply = self.ask("/api/v1/meetings?" + "&".join(f"a{i}=1" for i in range(100)))
        self.assertEqual(reply.status, 400)
        nested = b'{"text":' + b"[" * 100000 + b"]" * 100000 + b"}"
        self.assertEqual(self.ask("/api/v1/read", "POST", nested, Content_Type="application/json").status, 400)
        self.assertAlive()

    def test_a_sender_that_drips_is_cut_off_though_something_moves_all_the_time(self):
        """In the line, in the headers, in the body, and after an answer."""
        fronts = [b"", b"GET /api/v1 HTTP/1.1\r\nHost: localhost\r\n",
                  b"POST /api/v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                  b"Content-Length: 100000\r\n\r\n", b"GET /api/v1 HTTP/1.1\r\nHost: localhost\r\n\r\n"]
        for front in fronts:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as line:
                line.sendall(front)
                began = time.monotonic()
                closed = False
                while not closed and time.monotonic() - began < 8:
                    try:
                        line.send(b"X")
                        line.settimeout(0.1)
                        closed = line.recv(65536) == b""
                    except TimeoutError:
                        pass
                    except OSError:
                        closed = True
                self.assertTrue(closed, front)
                self.assertLess(time.monotonic() - began, 6, front)

    def test_a_reader_that_drips_does_not_keep_others_waiting(self):
        lines = []
        for _ in range(20):
            line = socket.create_connection(("127.0.0.1", self.port), timeout=5)
            self.addCleanup(line.close)
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            line.sendall(b"GET /api/v1/export.jsonl HTTP/1.1\r\nHost: localhost\r\n\r\n")
            lines.append(line)
        began = time.monotonic()
        for _ in range(20):
            self.assertEqual(self.ask("/api/v1/meetings").status, 200)
        self.assertLess(time.monotonic() - began, 5)
        # Not all of them can be sent at once: the others are told so.
        starts = [line.recv(12) for line in lines]
        self.assertIn(b"HTTP/1.1 200", starts)
        self.assertTrue(set(starts) <= {b"HTTP/1.1 200", b"HTTP/1.1 503"}, starts)

    def test_a_thousand_connections_that_say_nothing_do_not_keep_others_from_their_answers(self):
        lines = [socket.create_connection(("127.0.0.1", self.port), timeout=20) for _ in range(1000)]
        self.addCleanup(lambda: [line.close() for line in lines])
        for line in lines[::2]:
            line.sendall(b"GET /api/v1/meet")
        began = time.monotonic()
        for _ in range(10):
            self.assertEqual(self.ask("/api/v1/meetings").status, 200)
        self.assertLess(time.monotonic() - began, 5)
        # They are cut off in the end.
        end = time.monotonic() + 15
        for line in lines:
            line.settimeout(max(0.1, end - time.monotonic()))
            self.assertEqual(line.recv(1), b"")
        self.assertAlive()


class FewConnections(ServeTest):
    arguments = ["--connections-each", "20", "--request-ms", "3000"]

    def test_one_address_has_so_many_connections_and_no_more(self):
        lines = [socket.create_connection(("127.0.0.1", self.port), timeout=5) for _ in range(60)]
        self.addCleanup(lambda: [line.close() for line in lines])
        closed = 0
        for line in lines:
            line.settimeout(0.05)
            try:
                closed += line.recv(1) == b""
            except TimeoutError:
                pass
            except ConnectionResetError:
                closed += 1
        self.assertEqual(closed, 40)


class Rates(ServeTest):
    arguments = ["--rate", "10"]

    def test_who_asks_too_often_is_told_to_wait(self):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        self.addCleanup(line.close)
        seen = []
        for _ in range(60):
            line.request("GET", "/api/v1/size")
            answer = line.getresponse()
            answer.read()
            seen.append((answer.status, answer.headers["Retry-After"]))
        self.assertIn((200, None), seen)
        self.assertIn((429, "1"), seen)
        time.sleep(1.2)
        self.assertEqual(self.ask("/api/v1/size").status, 200)


class Words(ServeTest):
    BAD = ["'", "' OR 1=1 --", "'; DROP TABLE meeting; --", '" OR ""="', "x' UNION SELECT sql FROM sqlite_schema --",
           "%", "_", "\\", "*", "NEAR(a b)", "a AND", "NOT", '"', '"""', "col:a", "^a", "-a", "a*b*", "(", "{a}",
           "\u202e", "\U0001F600" * 50, "<script>alert(1)</script>", "1; PRAGMA writable_schema=1", "../../etc/passwd",
           "a" * 900]

    def test_sql_and_operators_of_search_are_words_in_every_parameter(self):
        before = self.ok("export", "--register", "r.db").out
        lists = {"/meetings": "q body series state with person place kind status from to order limit cursor",
                 "/meetings/facets": "q body facets most", "/search": "q body state person place from to limit",
                 "/people": "q state limit cursor", "/series": "limit cursor", "/bodies": "limit cursor",
                 "/states": "limit cursor", "/reports": "q publisher from to limit cursor",
                 "/conflicts": "property limit cursor unit", "/review": "property below limit cursor unit",
                 "/timeline": "by q", "/map": "place", "/network": "of most person",
                 "/offices": "office state organisation", "/upcoming": "from to q"}
        whole = self.get("/meetings")["total"]
        for path, names in lists.items():
            for name in names.split():
                for words in self.BAD:
                    reply = self.ask(f"/api/v1{path}?{name}={quoted(words)}")
                    self.assertIn(reply.status, (200, 400), (path, name, words, str(reply)))
                    reply.json()
                    self.assertNotIn(b"sqlite_schema", reply.body.replace(b"FROM sqlite_schema --", b""), (path, name, words))
        for name in ("body", "place", "person"):
            for words in ("' OR 1=1 --", "%", "_"):
                self.assertLess(self.get(f"/meetings?{name}={quoted(words)}")["total"], whole, (name, words))
        self.assertEqual(self.ok("export", "--register", "r.db").out, before)

    def test_bad_ids_are_nobodys(self):
        for path in ("meetings", "people", "series", "states", "bodies", "offices", "reports", "jobs"):
            for words in self.BAD:
                reply = self.ask(f"/api/v1/{path}/{quoted(words)}", token=None)
                self.assertIn(reply.status, (400, 401, 404), (path, words, str(reply)))
        for id in ("r-", "o-", "b-", "b-YQ", "r-\u00e9", "o-YR9i", "o-YR9iH2M"):
            for path in ("reports", "offices", "bodies"):
                self.assertEqual(self.ask(f"/api/v1/{path}/{quoted(id)}").status, 404, (path, id))

    def test_scripts_in_titles_names_and_texts_stay_data(self):
        bad = "<script>alert(1)</script>"
        text = f"Foreign Minister {bad} Hans Muster of Austria met Péter Szijjártó of Hungary in Vienna on 5 May 2021. {bad}\n"
        self.put_records("bad.jsonl", [{"id": bad, "text": text, "title": bad, "url": "http://lake.example/" + bad}])
        self.ok("ingest", "--register", "r.db", "bad.jsonl")
        for report in self.get("/reports?q=Muster")["reports"]:
            for path in ("/api/v1/reports/" + report["id"], "/api/v1/reports?q=Muster", "/api/v1/search?q=script",
                         "/api/v1/meetings.csv"):
                reply = self.ask(path)
                self.assertNotIn("html", reply.headers["Content-Type"])
                self.assertEqual(reply.headers["X-Content-Type-Options"], "nosniff")
        self.assertNotIn(bad.encode(), self.ask("/nothing/" + quoted(bad)).body)


class Access(ServeTest):
    def test_on_this_machine_anybody_reads_and_nobody_changes_without_a_token(self):
        self.assertEqual(self.ask("/api/v1/meetings").status, 200)
        for path, method in [("/api/v1/ingest", "POST"), ("/api/v1/jobs", "GET"), ("/api/v1/reports/r-YQ", "DELETE")]:
            reply = self.ask(path, method, {"documents": []} if method == "POST" else None)
            self.assertEqual((reply.status, reply.error()["code"]), (401, "access_denied"), path)
            self.assertIn("Basic", reply.headers["WWW-Authenticate"])

    def test_a_script_of_a_page_makes_no_window_of_the_browser_ask_for_a_password(self):
        for mode, scheme in [("navigate", "Basic"), ("cors", "Bearer"), ("same-origin", "Bearer")]:
            reply = self.ask("/api/v1/jobs", Sec_Fetch_Mode=mode)
            self.assertEqual(reply.status, 401)
            self.assertTrue(reply.headers["WWW-Authenticate"].startswith(scheme + " "), mode)

    def test_each_role_may_what_it_may_and_a_revoked_token_nothing(self):
        documents = {"documents": [{"text": TEXT}]}
        reader, reviewer, editor = (self.token(role) for role in ("reader", "reviewer", "editor"))
        for token, status in [(reader, 403), (reviewer, 403), (editor, 202)]:
            self.assertEqual(self.ask("/api/v1/ingest", "POST", documents, token).status, status)
            self.assertEqual(self.get("", token=token)["token"], token.split("_")[1])
        listed = self.ok("token", "list", "--register", "r.db", "--format", "jsonl").lines()
        self.assertEqual([row["role"] for row in listed], ["reader", "reviewer", "editor"])
        self.assertNotIn(editor[-43:], (self.folder / "r.db.tokens").read_text())
        self.ok("token", "revoke", "--register", "r.db", listed[2]["id"])
        self.assertEqual(self.ask("/api/v1/ingest", "POST", documents, editor).status, 401)
        refused = self.ask("/api/v1/meetings", token=editor)
        self.assertEqual(refused.status, 401)
        self.assertTrue(refused.headers["WWW-Authenticate"].startswith("Bearer"))

    def test_words_that_are_no_token_open_nothing(self):
        editor = self.token("editor")
        id = editor.split("_")[1]
        digest = (self.folder / "r.db.tokens").read_text().split()[-1]
        for words in ["", "x", editor[:-1], editor + "A", editor.upper(), f"rpt_{id}_{digest}", f"rpt_{id}_" + "A" * 43,
                      "rpt_" + "A" * 52, "' OR 1=1 --", editor.replace(id, "00000000"), "\xff" * 20]:
            for scheme in ("Bearer " + words, "bearer  " + words[:20], "Basic " + base64.b64encode(words.encode()).decode(),
                           "Basic " + words, "Digest " + words):
                reply = self.ask("/api/v1/ingest", "POST", {"documents": []}, Authorization=scheme.encode("latin-1", "replace"))
                self.assertEqual(reply.status, 401, scheme)
        basic = "Basic " + base64.b64encode(f"anybody:{editor}".encode()).decode()
        self.assertEqual(self.ask("/api/v1/jobs", Authorization=basic).status, 200)

    def test_other_sites_pages_cannot_use_a_browser_that_reaches_us(self):
        editor = self.token("editor")
        documents = {"documents": [{"text": TEXT}]}
        ours = f"http://127.0.0.1:{self.port}"
        for headers, status in [({"Origin": "https://evil.example"}, 403), ({"Origin": "null"}, 403),
                                ({"Sec_Fetch_Site": "cross-site"}, 403), ({"Sec_Fetch_Site": "same-site"}, 403),
                                ({"Origin": "http://127.0.0.1:1"}, 403), ({"Host": "evil.example"}, 421),
                                ({"Host": f"evil.example:{self.port}"}, 421), ({"Host": ""}, 421),
                                ({"Host": "127.0.0.1.evil.example"}, 421),
                                ({"Content_Type": "text/plain"}, 415), ({"Origin": ours, "Sec_Fetch_Site": "same-origin"}, 202)]:
            reply = self.ask("/api/v1/ingest", "POST", documents, editor, **headers)
            self.assertEqual(reply.status, status, headers)
            self.assertIsNone(reply.headers["Access-Control-Allow-Origin"])
        # Reading by a name of theirs that leads here is refused as well.
        self.assertEqual(self.ask("/api/v1/meetings", Host="evil.example").status, 421)
        self.assertEqual(self.ask("/", Host="evil.example").status, 421)
        self.assertEqual(self.ask("/api/v1/meetings", Host="localhost").status, 200)
        self.assertEqual(self.ask("/api/v1/read", "POST", {"text": TEXT}, Origin="https://evil.example").status, 403)
        self.assertEqual(self.ask("/api/v1/meetings", "OPTIONS", Origin="https://evil.example").status, 400)

    def test_what_a_proxy_passes_on_needs_a_token(self):
        for name in ("X_Forwarded_For", "Forwarded", "Via", "X_Real_IP"):
            self.assertEqual(self.ask("/api/v1/meetings", **{name: "192.0.2.1"}).status, 401, name)
        reader = self.token("reader")
        self.assertEqual(self.ask("/api/v1/meetings", token=reader, X_Forwarded_For="192.0.2.1").status, 200)

    def test_a_closed_server_answers_nobody_without_a_token(self):
        reader = self.token("reader")
        for arguments in (["--closed"], ["--name", "meetings.example.org"], ["--address", "0.0.0.0"]):
            self.start(*arguments)
            for path in ("/", "/api/v1", "/api/v1/meetings", "/api/v1/export.jsonl", "/api/v1/nothing", "/nothing"):
                self.assertEqual(self.ask(path).status, 401, (arguments, path))
            self.assertEqual(self.ask("/api/v1/meetings", token=reader).status, 200)
        self.start("--name", "meetings.example.org")
        self.assertEqual(self.ask("/api/v1", token=reader, Host="meetings.example.org").status, 200)
        self.assertEqual(self.ask("/api/v1", token=reader, Host="other.example.org").status, 421)


class Inside(http.server.BaseHTTPRequestHandler):
    asked = 0

    def do_GET(self):
        type(self).asked += 1
        self.send_response(200)
        self.end_headers()
        self.wfile.write(TEXT.encode())

    def log_message(self, *_):
        pass


class Addresses(ServeTest):
    def test_no_address_leads_into_the_machine_its_network_or_its_files(self):
        """Neither when it is read at once nor when it is entered."""
        host = type("ThisHost", (Inside,), {"asked": 0})
        inside = http.server.ThreadingHTTPServer(("127.0.0.1", 0), host)
        threading.Thread(target=inside.serve_forever, daemon=True).start()
        self.addCleanup(inside.server_close)
        self.addCleanup(inside.shutdown)
        port = inside.server_port
        self.put("secret.txt", "The foreign ministers of Chile and Peru held secret talks in Lima on 5 May 2021.")
        addresses = [f"http://{host}:{port}/" for host in
                     ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1", "2130706433", "0x7f000001", "0177.0.0.1",
                      "[::ffff:127.0.0.1]", "127.0.0.1.", "user@127.0.0.1")]
        addresses += ["http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.0.1/", "http://[fd00::1]/",
                      "file:///etc/passwd", str(self.folder / "secret.txt"), "secret.txt", "-", "/etc/passwd", "ftp://127.0.0.1/",
                      "gopher://127.0.0.1/", "dict://127.0.0.1:11211/", "http://", "javascript:alert(1)", "HTTP://127.0.0.1:" + str(port)]
        for address in addresses:
            reply = self.ask("/api/v1/read", "POST", {"address": address})
            self.assertIn(reply.status, (400, 403, 404, 500), (address, str(reply)))
            self.assertNotIn(b"secret talks", reply.body, address)
            self.assertNotIn(b"root:", reply.body, address)
        editor = self.token("editor")
        job = self.ask("/api/v1/ingest", "POST", {"documents": [{"address": a} for a in addresses]}, editor).json()["job"]
        job = self.wait_for_job(job, editor)
        self.assertEqual((job["state"], job["receipt"]["added"], job["failed"]), ("done", 0, len(addresses)), job)
        self.assertEqual(host.asked, 0)


class Streams(ServeTest):
    def test_a_stream_that_breaks_off_is_seen_to_be_broken(self):
        records = [{"id": f"r{i}", "text": TEXT.replace("Lima", f"Lima ({i})") + "x" * 250_000} for i in range(60)]
        self.put_records("many.jsonl", records)
        self.ok("ingest", "--register", "r.db", "many.jsonl")
        self.start()
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        self.addCleanup(line.close)
        line.request("GET", "/api/v1/export.jsonl")
        answer = line.getresponse()
        self.assertEqual((answer.status, answer.headers["Transfer-Encoding"]), (200, "chunked"))
        answer.read(1000)
        # The register is damaged in the middle of it.
        size = (self.folder / "r.db").stat().st_size
        with open(self.folder / "r.db", "r+b") as file:
            file.seek(size // 20)
            file.write(os.urandom(size - size // 20))
        with self.assertRaises((http.client.IncompleteRead, ConnectionError)):
            answer.read()
        self.assertIsNone(self.server.poll())


if __name__ == "__main__":
    unittest.main()
