"""Addresses: what a real server on loopback answers, and what is never asked."""

import gzip
import socket
import unittest

from web import GOOD, WebTest


class Fetch(WebTest):
    def read(self, *arguments, pause=0):
        return self.run_program("read", "--format", "jsonl", "--allow-private", "--pause-ms", pause,
                                *arguments)

    def expect_failure(self, run, code, words):
        self.assertEqual(run.code, 1, run)
        self.assertEqual([e["code"] for e in run.errors()], [code], run)
        self.assertIn(words, run.errors()[0]["message"])
        self.assertTrue(run.errors()[0]["where"].startswith(self.base), run)

    def test_an_address_reads_as_the_file_does(self):
        self.serve("/news/talks")
        file = self.put("talks.txt", GOOD)
        fetched, = self.read(self.base + "/news/talks#top").lines()
        local, = self.read(file).lines()
        self.assertEqual(fetched["report"]["origin"], self.base + "/news/talks")
        self.assertEqual(fetched["meetings"], local["meetings"])
        self.assertEqual(fetched["report"]["digest"], local["report"]["digest"])
        self.assertIn("Rapporteur", self.host.asked[-1][2]["User-Agent"])

    def test_lines_of_json_and_packed_answers_are_seen_for_what_they_are(self):
        lines = "".join('{"id": "%s", "text": "%s"}\n' % (i, GOOD.strip()) for i in "ab")
        self.serve("/day", gzip.compress(lines.encode()), Content_Encoding="gzip")
        self.assertEqual([r["id"] for r in self.read(self.base + "/day").lines()], ["a", "b"])

    def test_what_robots_txt_forbids_is_not_asked(self):
        self.serve("/robots.txt", "User-agent: *\nDisallow: /private\n")
        self.serve("/private/talks")
        self.serve("/talks")
        run = self.read(self.base + "/private/talks", self.base + "/talks")
        self.expect_failure(run, "access_denied", "robots.txt")
        self.assertEqual(self.paths(), ["/robots.txt", "/talks"])
        self.assertEqual(len(run.lines()), 1)

    def test_a_host_that_cannot_give_its_robots_txt_is_left_alone(self):
        self.serve("/robots.txt", "", status=500)
        self.serve("/talks")
        self.expect_failure(self.read(self.base + "/talks"), "access_denied", "robots.txt")
        self.assertEqual(self.paths(), ["/robots.txt"])

    def test_a_host_is_asked_with_a_pause(self):
        for name in ("/1", "/2", "/3"):
            self.serve(name)
        self.assertEqual(self.read(*(self.base + n for n in ("/1", "/2", "/3")), pause=300).code, 0)
        times = [at for at, _, _ in self.host.asked]
        for earlier, later in zip(times, times[1:]):
            self.assertGreater(later - earlier, 0.28)

    def test_hosts_that_are_not_public_are_refused_unless_allowed(self):
        self.serve("/talks")
        for host in ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]"):
            run = self.run_program("read", "--format", "jsonl",
                                   f"http://{host}:{self.server.server_port}/talks")
            self.assertEqual(run.code, 1, run)
            self.assertEqual([e["code"] for e in run.errors()], ["access_denied"], run)
        self.assertEqual(self.host.asked, [])

    def test_redirects_are_followed_a_few_times(self):
        self.serve("/old", "", status=301, Location="/new?x=1")
        self.serve("/new?x=1")
        reading, = self.read(self.base + "/old").lines()
        self.assertEqual(reading["report"]["origin"], self.base + "/new?x=1")
        self.serve("/a", "", status=302, Location="/b")
        self.serve("/b", "", status=302, Location="/a")
        self.expect_failure(self.read(self.base + "/a"), "io", "redirected more than")
        self.serve("/file", "", status=302, Location="file:///etc/passwd")
        self.expect_failure(self.read(self.base + "/file"), "io", "no address")

    def test_failures_are_told_and_the_rest_goes_on(self):
        self.serve("/talks")
        self.serve("/secret", "", status=403)
        run = self.read(self.base + "/none", self.base + "/secret", self.base + "/talks")
        self.assertEqual([e["code"] for e in run.errors()], ["not_found", "access_denied"], run)
        self.assertEqual(len(run.lines()), 1)
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            port = closed.getsockname()[1]
        run = self.read(f"http://127.0.0.1:{port}/talks")
        self.assertEqual([e["code"] for e in run.errors()], ["io"], run)

    def test_large_and_endless_answers_are_cut_off(self):
        self.serve("/large", "x" * (2 << 20))
        self.expect_failure(self.read("--limit-mb", 1, self.base + "/large"), "too_large", "1048576")
        self.serve("/bomb", gzip.compress(b" " * (64 << 20)), Content_Encoding="gzip")
        self.expect_failure(self.read("--limit-mb", 1, self.base + "/bomb"), "too_large", "1048576")

        def endless(request):
            request.send_response(200)
            request.end_headers()
            try:
                while True:
                    request.wfile.write(b"y" * 65536)
            except OSError:
                request.close_connection = True
        self.host.pages["/endless"] = endless
        self.expect_failure(self.read("--limit-mb", 1, self.base + "/endless"), "too_large", "1048576")

    def test_a_busy_host_is_asked_once_more_when_it_says_so(self):
        answers = [(503, {"Retry-After": "1"}, b""), (200, {}, GOOD.encode())]
        self.host.pages["/talks"] = lambda _: answers.pop(0)
        self.assertEqual(len(self.read(self.base + "/talks").lines()), 1)
        self.assertEqual(self.paths(), ["/robots.txt", "/talks", "/talks"])
        self.serve("/talks", "", status=429, Retry_After="100000")
        self.expect_failure(self.read(self.base + "/talks"), "io", "429")

    def test_what_is_no_address_is_an_error_of_its_own(self):
        for words in ("http://", "https://user:word@example.org/", "http://exa mple.org/"):
            run = self.read(words)
            self.assertEqual(run.code, 1, words)
            self.assertEqual(len(run.errors()), 1, words)


if __name__ == "__main__":
    unittest.main()
