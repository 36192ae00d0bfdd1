"""Every command and every flag is documented, and nothing is documented that does not exist."""

import re
import unittest

from support import SOURCE, CliTest

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


if __name__ == "__main__":
    unittest.main()
