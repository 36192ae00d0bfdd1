"""Every command and every flag is documented, and nothing is documented that does not exist."""

import os
import re
import subprocess
import unittest

from support import PROGRAM, SOURCE, CliTest

COMMANDS = SOURCE / "docs/how-to/commands.md"


def flags_of(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


class Help(CliTest):
    def commands(self):
        listing = self.ok("--help").text().split("Subcommands:")[1]
        return re.findall(r"^  ([a-z-]+)", listing, flags=re.M)

    def sections(self):
        page = COMMANDS.read_text(encoding="utf-8")
        parts = re.split(r"^## `rapporteur ([a-z-]+)", page, flags=re.M)
        return dict(zip(parts[1::2], parts[2::2]))

    def test_every_command_has_a_section_of_the_page_of_commands(self):
        self.assertEqual(list(self.sections()), self.commands())

    def test_every_flag_is_documented_and_every_documented_flag_exists(self):
        for command, section in self.sections().items():
            told = self.ok(command, "--help").text().split("Example:")[0]
            self.assertEqual(flags_of(section), flags_of(told) - {"--help"}, command)

    def test_every_help_shows_an_example_that_names_its_command(self):
        for command in self.commands():
            example = self.ok(command, "--help").text().split("Example:")[1]
            self.assertIn(f"rapporteur {command}", example)

    def test_examples_of_the_help_use_flags_that_exist(self):
        for command in self.commands():
            told, example = self.ok(command, "--help").text().split("Example:")
            self.assertLessEqual(flags_of(example), flags_of(told), command)


    def test_every_kind_of_source_has_a_row_with_its_endings(self):
        told = " ".join(self.ok("read", "--help").text().split())
        kinds = set(re.search(r"--input TEXT:\{(.*?)\}", told).group(1).split(",")) - {"auto"}
        page = (SOURCE / "docs/formats/sources.md").read_text(encoding="utf-8")
        rows = dict(re.findall(r"^\| `([a-z]+)` \| ((?:`\.\w+` ?)+) \|", page, flags=re.M))
        self.assertEqual(set(rows), kinds)
        for kind, endings in rows.items():
            source = (SOURCE / f"src/source/kinds/{kind}.cpp").read_text(encoding="utf-8")
            known = re.search(r'= \{"%s", "([^"]*)"' % kind, source).group(1).split()
            self.assertEqual(re.findall(r"`([^`]+)`", endings), known)


class HowTo(CliTest):
    """The commands of the pages run as they stand, in a folder with the example reports."""

    def check_page(self, name):
        page = (SOURCE / "docs/how-to" / name).read_text(encoding="utf-8")
        blocks = re.findall(r"^```sh\n(.*?)^```", page, flags=re.M | re.S)
        self.assertTrue(blocks)
        path = os.path.dirname(PROGRAM) + os.pathsep + os.environ["PATH"]
        for i, block in enumerate(blocks):
            place = self.folder / str(i)
            place.mkdir()
            (place / "examples").symlink_to(SOURCE / "examples")
            done = subprocess.run(["bash", "-eu", "-o", "pipefail", "-c", block], cwd=place,
                                  env={**os.environ, "PATH": path}, capture_output=True,
                                  timeout=120, check=False)
            self.assertEqual(done.returncode, 0, (block, done.stdout[-500:], done.stderr[-500:]))

    def test_reading_a_report_works_as_written(self):
        self.check_page("read-a-report.md")

    def test_preparing_a_session_works_as_written(self):
        self.check_page("prepare-a-session.md")

    def test_keeping_a_register_works_as_written(self):
        self.check_page("keep-a-register.md")

    def test_sharing_a_register_works_as_written(self):
        self.check_page("share-a-register.md")

    def test_json_lines_in_a_pipeline_work_as_written(self):
        self.check_page("json-lines.md")

    def test_adding_a_body_works_as_written(self):
        self.check_page("add-a-body.md")


if __name__ == "__main__":
    unittest.main()
