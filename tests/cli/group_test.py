"""Copies of one text among reports: rapporteur group."""

import random
import unittest

from support import CliTest

STORY = """\
Lake states agree on water plan
The 14th session of the Lake Commission opened in Port Azul on 3 May 2021 under grey skies.
Foreign Minister Askar Zhaparov welcomed the delegations of Chile and Peru in the town hall.
He said that the level of the lake had fallen by 12 centimetres within a single year.
Experts presented a plan that limits how much water towns and farms may take in summer.
The plan costs 40 million and will be paid from a fund that all members fill together.
Peru wanted to begin at once, while Chile asked for another study of the northern shores.
After a long evening the ministers agreed to begin with the two rivers in the north.
"""


class Group(CliTest):
    def put_copies(self):
        cut = "By Jo Doe\n" + "\n".join(STORY.split("\n")[1:6]) + "\nShare this story\n"
        other_year = STORY.replace("14th", "15th").replace("3 May 2021", "9 June 2022")
        return [{"id": "whole", "text": STORY, "date": "2021-05-04"},
                {"id": "respelled", "text": STORY.replace("Zhaparov", "Japarov"), "date": "2021-05-05"},
                {"id": "cut", "text": cut, "date": "2021-05-03"},
                {"id": "next", "text": other_year, "date": "2022-06-09"},
                {"id": "alone", "text": "The council of the town met on Friday and went home early."}]

    def test_lists_copies_with_the_earliest_and_the_most_complete(self):
        self.put_records("day.jsonl", self.put_copies())
        rows = self.ok("group", "--format", "jsonl", "day.jsonl").lines()
        self.assertEqual([row["report"] for row in rows],
                         ["day.jsonl#cut", "day.jsonl#whole", "day.jsonl#respelled"])
        self.assertEqual(len({row["group"] for row in rows}), 1)
        self.assertEqual(rows[0]["roles"], ["earliest"])
        self.assertEqual([row["members"] for row in rows], [3, 3, 3])
        self.assertEqual(sum("most complete" in row["roles"] for row in rows), 1)
        for row in rows:
            self.assertGreater(row["similarity"], 0.8)
            self.assertLessEqual(row["similarity"], 1)

    def test_prints_the_same_in_any_order_and_on_any_number_of_threads(self):
        records = self.put_copies()
        self.put_records("day.jsonl", records)
        expected = self.ok("group", "day.jsonl", "--threads", 1).text()
        self.assertIn("earliest", expected)
        for seed in range(3):
            random.Random(seed).shuffle(records)
            self.put_records("day.jsonl", records)
            self.assertEqual(self.ok("group", "day.jsonl", "--threads", 3).text(), expected)

    def test_a_report_that_fails_is_named_and_the_rest_is_grouped(self):
        self.put("a.txt", STORY)
        self.put("b.txt", STORY.upper())
        run = self.run_program("group", "--format", "jsonl", "a.txt", "gone.txt", "b.txt")
        self.assertEqual(run.code, 1, run)
        self.assertEqual([e["code"] for e in run.errors()], ["not_found"])
        self.assertEqual([row["report"] for row in run.lines()], ["a.txt", "b.txt"])
        self.assertEqual(run.lines()[1]["roles"], ["exact"])


if __name__ == "__main__":
    unittest.main()
