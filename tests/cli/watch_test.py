"""Following feeds: what is asked for, what is entered, and what is left alone until later."""

import email.utils
import gzip
import os
import signal
import subprocess
import time
import unittest

from support import PROGRAM
from web import GOOD, WebTest

SECOND = "The foreign ministers of Kenya and Uganda held talks in Entebbe on 3 June 2021.\n"
ATOM = "http://www.w3.org/2005/Atom"


def rss(*items):
    return ('<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The Lake</title>'
            + "".join(items) + "</channel></rss>")


def item(address, title="Talks", day="Wed, 05 May 2021 09:00:00 +0000", more=""):
    return (f"<item><title>{title}</title><link>{address}</link><pubDate>{day}</pubDate>{more}</item>")


class Watch(WebTest):
    def list(self, *addresses, name="feeds.opml"):
        outlines = "".join(f'<outline type="rss" text="x" xmlUrl="{a}"/>' for a in addresses)
        return self.put(name, f'<opml version="2.0"><head/><body><outline text="news">{outlines}'
                              "</outline></body></opml>")

    def watch(self, opml, *arguments, code=0):
        run = self.run_program("watch", "--once", "--format", "jsonl", "--allow-private", "--pause-ms",
                               0, "--register", "r.db", opml, *arguments)
        self.assertEqual(run.code, code, run)
        self.last = run
        return run.lines()[-1] if run.out else None

    def serve_tagged(self, path, body, tag, type="text/plain; charset=utf-8"):
        """Answers 304 to who has this version already."""
        def page(request):
            if request.headers.get("If-None-Match") == tag:
                return 304, {"ETag": tag}, b""
            return 200, {"Content-Type": type, "ETag": tag}, body.encode()
        self.host.pages[path] = page

    def asked(self):
        """The paths asked since the last call, robots.txt left out."""
        paths = [p for p in self.paths() if p != "/robots.txt"]
        self.host.asked.clear()
        return paths

    def meetings(self):
        return self.ok("meetings", "--register", "r.db", "--format", "jsonl").lines()

    def test_what_is_new_is_fetched_once_and_an_unchanged_feed_is_not_sent_again(self):
        self.serve_tagged("/feed", rss(item(self.base + "/1")), '"a"', "application/rss+xml")
        self.serve("/1", GOOD)
        opml = self.list(self.base + "/feed")
        row = self.watch(opml)
        self.assertEqual((row["feeds"], row["entries"], row["added"], row["failed"]), (1, 1, 1, 0))
        self.assertEqual(self.asked(), ["/feed", "/1"])
        self.assertEqual(len(self.meetings()), 1)
        row = self.watch(opml)
        self.assertEqual((row["unchanged_feeds"], row["entries"], row["added"]), (1, 0, 0))
        self.assertEqual(self.asked(), ["/feed"])

    def test_dates_of_change_serve_where_there_are_no_tags(self):
        day = email.utils.formatdate(1620000000, usegmt=True)
        body = rss(item(self.base + "/1")).encode()
        self.host.pages["/feed"] = lambda request: (
            (304, {}, b"") if request.headers.get("If-Modified-Since") == day
            else (200, {"Last-Modified": day}, body))
        self.serve("/1", GOOD)
        opml = self.list(self.base + "/feed")
        self.watch(opml)
        self.assertEqual(self.watch(opml)["unchanged_feeds"], 1)

    def test_a_changed_entry_is_read_again_and_its_siblings_are_not(self):
        pages = [item(self.base + "/1"), item(self.base + "/2")]
        self.serve_tagged("/feed", rss(*pages), '"a"')
        self.serve_tagged("/1", GOOD, '"1a"')
        self.serve("/2", SECOND)
        opml = self.list(self.base + "/feed")
        self.assertEqual(self.watch(opml)["added"], 2)
        self.asked()
        pages[0] = item(self.base + "/1", "Talks held", "Thu, 06 May 2021 09:00:00 +0000")
        self.serve_tagged("/feed", rss(*pages), '"b"')
        self.serve_tagged("/1", GOOD.replace("5 May", "6 May"), '"1b"')
        row = self.watch(opml)
        self.assertEqual((row["entries"], row["added"], row["changed"]), (1, 0, 1))
        self.assertEqual(self.asked(), ["/feed", "/1"])
        self.assertIn("2021-05-06", str(self.meetings()))
        # The feed calls it changed, its host does not.
        pages[0] = item(self.base + "/1", "Talks held again")
        self.serve_tagged("/feed", rss(*pages), '"c"')
        row = self.watch(opml)
        self.assertEqual((row["entries"], row["changed"], row["failed"]), (1, 0, 0))
        self.assertEqual(self.asked(), ["/feed", "/1"])

    def test_a_whole_text_is_taken_from_the_feed(self):
        self.serve("/feed", f'<feed xmlns="{ATOM}"><title>Lake</title><entry><id>tag:1</id>'
                            f'<title>Talks</title><link href="/1?a=1&amp;b=2"/>'
                            f'<updated>2021-05-05T10:00:00Z</updated>'
                            f'<content type="html">&lt;p&gt;{GOOD}&lt;/p&gt;</content></entry></feed>')
        self.assertEqual(self.watch(self.list(self.base + "/feed"))["added"], 1)
        self.assertEqual(self.asked(), ["/feed"])
        self.assertIn(f'"{self.base}/1?a=1&b=2"', self.ok("export", "--register", "r.db").text())

    def test_one_page_of_two_feeds_is_fetched_once(self):
        for feed in ("/a", "/b"):
            self.serve(feed, rss(item(self.base + "/1")))
        self.serve("/1", GOOD)
        opml = self.list(self.base + "/a", self.base + "/b", self.base + "/a")
        self.watch(opml)
        self.assertEqual(self.asked(), ["/a", "/1", "/b"])

    def test_a_feed_that_fails_is_named_and_left_alone_for_longer_each_time(self):
        self.serve("/bad", "<rss><channel><item><title>cut", **{"Content_Type": "text/xml"})
        self.serve("/good", rss(item(self.base + "/1")))
        self.serve("/1", GOOD)
        opml = self.list(self.base + "/bad", self.base + "/gone", self.base + "/good")
        row = self.watch(opml, code=1)
        self.assertEqual((row["feeds"], row["failed_feeds"], row["added"]), (3, 2, 1))
        errors = {e["where"]: e["code"] for e in self.last.errors()}
        self.assertEqual(errors, {self.base + "/bad:1": "bad_data", self.base + "/gone": "not_found"})
        row = self.watch(opml)
        self.assertEqual((row["feeds"], row["waiting_feeds"]), (1, 2))

    def test_a_page_that_cannot_be_had_now_is_asked_for_on_the_next_round(self):
        self.serve_tagged("/feed", rss(item(self.base + "/1"), item(self.base + "/2")), '"a"')
        self.serve("/1", "", status=500)
        self.serve("/2", SECOND)
        opml = self.list(self.base + "/feed")
        row = self.watch(opml, code=1)
        self.assertEqual((row["added"], row["failed"], row["failed_feeds"]), (1, 1, 0))
        self.asked()
        self.serve("/1", GOOD)
        row = self.watch(opml)
        self.assertEqual((row["unchanged_feeds"], row["added"]), (0, 1))
        self.assertEqual(self.asked(), ["/feed", "/1"])
        self.assertEqual(self.watch(opml)["unchanged_feeds"], 1)

    def test_a_page_that_is_gone_is_named_once(self):
        self.serve("/feed", rss(item(self.base + "/gone")))
        opml = self.list(self.base + "/feed")
        self.assertEqual(self.watch(opml, code=1)["failed"], 1)
        self.assertEqual(self.watch(opml)["failed"], 0)

    def test_robots_txt_holds_for_feeds_and_for_pages(self):
        self.serve("/robots.txt", "User-agent: *\nDisallow: /private\n")
        self.serve("/feed", rss(item(self.base + "/private/1")))
        self.serve("/private/feed", rss(item(self.base + "/2")))
        row = self.watch(self.list(self.base + "/feed", self.base + "/private/feed"), code=1)
        self.assertEqual((row["added"], row["failed"], row["failed_feeds"]), (0, 2, 1))
        self.assertEqual([e["code"] for e in self.last.errors()], ["access_denied"] * 2)
        self.assertEqual(self.asked(), ["/feed"])

    def test_an_endless_feed_is_cut_off(self):
        def endless(request):
            request.send_response(200)
            request.end_headers()
            try:
                request.wfile.write(b"<rss><channel>")
                while True:
                    request.wfile.write(item("http://lake.example/1").encode() * 500)
            except OSError:
                request.close_connection = True
        self.host.pages["/feed"] = endless
        row = self.watch(self.list(self.base + "/feed"), "--limit-mb", 1, code=1)
        self.assertEqual((row["failed_feeds"], row["added"]), (1, 0))
        self.assertEqual([e["code"] for e in self.last.errors()], ["too_large"])

    def test_a_feed_that_always_has_more_is_taken_in_parts(self):
        self.serve_tagged("/feed", rss(*(item(f"{self.base}/{i}") for i in range(5))), '"a"')
        for i in range(5):
            self.serve(f"/{i}", GOOD.replace("5 May", f"{i + 5} May"))
        opml = self.list(self.base + "/feed")
        self.assertEqual([self.watch(opml, "--most", 2)["added"] for _ in range(4)], [2, 2, 1, 0])
        self.assertEqual(self.watch(opml, "--most", 2)["unchanged_feeds"], 1)

    def test_a_feed_that_names_itself_is_asked_once(self):
        self.serve("/feed", rss(item(self.base + "/feed")))
        self.watch(self.list(self.base + "/feed"), code=1)
        self.assertIn("leads to a feed", self.last.errors()[0]["message"])
        self.assertEqual(self.asked(), ["/feed", "/feed"])

    def test_sitemaps_that_name_one_another_end(self):
        def index(*names):
            return ('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' +
                    "".join(f"<sitemap><loc>{self.base}/{n}</loc></sitemap>" for n in names) +
                    "</sitemapindex>")
        self.serve("/a", index("a", "b", "pages"))
        self.serve("/b", index("a", "b"))
        pages = ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
                 f"<url><loc>{self.base}/old</loc><lastmod>2021-05-05</lastmod></url>"
                 f"<url><loc>{self.base}/new</loc><lastmod>2021-06-03</lastmod></url></urlset>")
        self.serve("/pages", gzip.compress(pages.encode()), Content_Type="application/gzip")
        self.serve("/old", GOOD)
        self.serve("/new", SECOND)
        opml = self.list(self.base + "/a")
        row = self.watch(opml, "--most", 1)
        self.assertEqual((row["feeds"], row["added"]), (3, 1))
        self.assertEqual(self.asked(), ["/a", "/b", "/pages", "/new"])
        self.assertEqual(self.watch(opml)["added"], 1)
        self.assertEqual(self.asked(), ["/a", "/b", "/pages", "/old"])

    def test_a_bad_list_is_refused_and_a_bad_line_is_named(self):
        for content in ("", "<rss/>", "<opml><body>", '<!DOCTYPE opml [<!ENTITY a "b">]><opml/>'):
            self.watch(self.put("bad.opml", content), code=1)
            self.assertEqual([e["code"] for e in self.last.errors()], ["bad_data"], content)
            self.assertIn("bad.opml:", self.last.errors()[0]["where"])
        self.watch("none.opml", code=1)
        self.assertEqual(self.last.errors()[0]["code"], "not_found")
        self.assertFalse((self.folder / "r.db").exists())
        self.serve("/feed", rss(item(self.base + "/1")))
        self.serve("/1", GOOD)
        self.assertEqual(self.watch(self.list("ftp://lake.example/", self.base + "/feed"),
                                    code=1)["added"], 1)
        self.assertEqual(self.last.errors()[0]["code"], "usage")

    def test_called_wrongly_it_does_nothing(self):
        opml = self.list(self.base + "/feed")
        self.watch(opml, "--every", 0, code=2)
        self.watch(opml, "--most", 0, code=2)
        self.assertEqual(self.asked(), [])

    def start(self, opml, *arguments):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("RAPPORTEUR_")}
        started = subprocess.Popen(
            [PROGRAM, "watch", "--every", "1", "--format", "jsonl", "--allow-private", "--pause-ms", "0",
             "--register", "r.db", str(opml), *arguments], cwd=self.folder, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(started.stdout.close)
        self.addCleanup(started.stderr.close)
        self.addCleanup(started.kill)
        return started

    def test_a_signal_ends_it_between_rounds(self):
        self.serve("/feed", rss(item(self.base + "/1")))
        self.serve("/1", GOOD)
        for number in (signal.SIGINT, signal.SIGTERM):
            started = self.start(self.list(self.base + "/feed"))
            self.assertIn(b'"feeds":1', started.stdout.readline())
            begin = time.monotonic()
            started.send_signal(number)
            self.assertEqual(started.wait(20), 0)
            self.assertLess(time.monotonic() - begin, 10)
        self.assertEqual(len(self.meetings()), 1)

    def test_a_signal_ends_it_while_a_host_keeps_it_waiting_and_nothing_is_lost(self):
        def slow(_):
            time.sleep(8)
            return None
        self.serve("/feed", rss(item(self.base + "/1"), item(self.base + "/slow")))
        self.serve("/1", GOOD)
        self.host.pages["/slow"] = slow
        opml = self.list(self.base + "/feed")
        started = self.start(opml)
        until = time.monotonic() + 30
        while "/slow" not in self.paths() and time.monotonic() < until:
            time.sleep(0.05)
        begin = time.monotonic()
        started.send_signal(signal.SIGTERM)
        self.assertEqual(started.wait(20), 0, started.stderr.read())
        self.assertLess(time.monotonic() - begin, 6)
        self.assertEqual(len(self.meetings()), 1)
        self.serve("/slow", SECOND)
        self.asked()
        self.assertEqual(self.watch(opml)["added"], 1)
        self.assertEqual(self.asked(), ["/feed", "/slow"])


if __name__ == "__main__":
    unittest.main()
