"""Whether two names are one person's: rapporteur compare-names."""

import unittest

from support import CliTest


class CompareNames(CliTest):
    def scores(self, *pairs):
        self.put("pairs.tsv", "".join(f"{a}\t{b}\n" for a, b in pairs))
        return [float(line) for line in self.ok("compare-names", "pairs.tsv").text().splitlines()]

    def test_spellings_orders_and_initials_of_one_person(self):
        scores = self.scores(("Nurlan Yermekbayev", "N. Ermekbaev"), ("Khalid Al-Attiyah", "Khaled bin Mohammed al Attiya"),
                             ("Battsetseg Batmunkh", "B. Battsetseg"), ("HAYASHI Yoshimasa", "Yoshimasa Hayashi"))
        self.assertEqual(len(scores), 4)
        self.assertGreaterEqual(min(scores), 0.7)

    def test_relatives_and_namesakes_are_kept_apart(self):
        scores = self.scores(("Dmitry Medvedev", "Alexei Medvedev"), ("Saida Mirziyoyeva", "Shavkat Mirziyoyev"),
                             ("Khalid bin Salman", "Abdulaziz bin Salman bin Khalid"), ("Heydar Aliyev", "Ilham Heydar oglu Aliyev"))
        self.assertEqual(len(scores), 4)
        self.assertLess(max(scores), 0.7)

    def test_reads_standard_input_and_answers_a_line_for_a_line(self):
        run = self.run_program("compare-names", stdin=b"Li Na\tNa Li\nno pair\nWang Yi\tWang Yang\n")
        self.assertEqual(run.code, 1, run)
        lines = run.text().splitlines()
        self.assertEqual([bool(line) for line in lines], [True, False, True])
        self.assertIn("standard input:2", run.err)

    def test_a_file_that_is_not_there_is_named_and_the_rest_is_compared(self):
        self.put("pairs.tsv", "Li Na\tLi Na\n")
        run = self.run_program("compare-names", "gone.tsv", "pairs.tsv")
        self.assertEqual(run.code, 1, run)
        self.assertIn("gone.tsv", run.err)
        self.assertEqual(run.text(), "1.000\n")


if __name__ == "__main__":
    unittest.main()
