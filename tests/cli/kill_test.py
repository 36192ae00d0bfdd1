"""An ingest that is killed at random moments loses nothing; script/soak does it for longer."""

import sys
import unittest

from support import PROGRAM, SOURCE

sys.path.insert(0, str(SOURCE / "bench"))
import kill  # noqa: E402


class Kill(unittest.TestCase):
    def test_ten_kills_lose_nothing_and_end_in_the_same_register(self):
        work = kill.soak(PROGRAM, moments=10, reports=240, batch=20, seed=7)
        self.assertEqual(work.kills, 10)
        self.assertGreater(work.runs, 1)


if __name__ == "__main__":
    unittest.main()
