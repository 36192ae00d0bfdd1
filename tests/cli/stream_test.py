"""Streams through standard input: no report is lost, and memory does not grow with them."""

import os
import sys
import unittest

from support import PROGRAM, SOURCE, CliTest

sys.path.insert(0, str(SOURCE / "bench"))
import stream  # noqa: E402

SIZE = 64 << 20
MOST = 150_000_000  # bytes; half of what two gigabytes may take


class Stream(CliTest):
    def check(self, kind, size=SIZE):
        if os.environ.get("RAPPORTEUR_SANITIZE"):
            self.skipTest("sanitizers multiply memory")
        result = stream.measure(PROGRAM, kind, size)
        self.assertFalse(result["failed"], result)
        self.assertLess(result["peak"], MOST, result)

    def test_pages_in_json_lines_take_little_memory(self):
        self.check("jsonl")

    def test_a_crawl_takes_little_memory(self):
        self.check("warc")

    def test_plain_texts_take_little_memory(self):
        self.check("text", 4 << 20)


if __name__ == "__main__":
    unittest.main()
