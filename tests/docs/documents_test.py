"""Documents under test: links lead somewhere, every error code is explained, nothing is private.

    python3 documents_test.py REPOSITORY
"""

import json
import pathlib
import re
import sys
import unittest
import urllib.parse

ROOT = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".").resolve()
NOT_OURS = {".git", ".cache", "__pycache__", "node_modules", ".venv"}
TEXT = {".md", ".h", ".cpp", ".cmake", ".txt", ".py", ".json", ".tsv", ".sql", ".sh", ".toml",
        ".yml", ".yaml", ".html", ".js", ".css", ".case", ".jsonl", ""}


def files(*suffixes):
    """The repository's own files, sorted; build folders and version control left out."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        ours = parts[0] != "build" and not NOT_OURS.intersection(parts)
        if ours and path.is_file() and path.suffix in suffixes:
            yield path


def without_code(markdown):
    markdown = re.sub(r"^(```|~~~).*?^\1", "", markdown, flags=re.S | re.M)
    return re.sub(r"`[^`\n]*`", "", markdown)


def anchor_of(heading):
    """The fragment under which a heading of a Markdown page is found."""
    words = re.sub(r"[`*]", "", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


def anchors(page):
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.S | re.M)
    return {anchor_of(line) for line in re.findall(r"^#+ (.*)$", text, flags=re.M)}


def vocabularies():
    """{type: its words} of the closed vocabularies of a reading."""
    source = (ROOT / "src/record/vocabulary.cpp").read_text(encoding="utf-8")
    rows = re.findall(r"kNames<(\w+)> =\s*std::to_array<std::string_view>\(\s*\{(.*?)\}\)", source,
                      re.S)
    return {name: re.findall(r'"([^"]+)"', words) for name, words in rows}


def schema():
    return json.loads((ROOT / "docs/schema/reading.schema.json").read_text(encoding="utf-8"))


def values_under(node, key):
    """Every value that stands under `key` anywhere in a JSON document."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield value
            yield from values_under(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from values_under(value, key)


def included(folder):
    """The layers whose headers the sources below `folder` include; tests left out."""
    return {layer for path in folder.rglob("*") if path.suffix in {".h", ".cpp"}
            and "tests" not in path.relative_to(folder).parts
            for layer in re.findall(r'^#include "rapporteur/(\w+)/', path.read_text(encoding="utf-8"), re.M)}


class Documents(unittest.TestCase):
    def test_every_relative_link_leads_to_a_file(self):
        broken = []
        seen = 0
        for page in files(".md"):
            text = without_code(page.read_text(encoding="utf-8"))
            for target in re.findall(r"\]\(([^)\s]+)\)", text):
                if re.match(r"[a-z][a-z0-9+.-]*:", target):
                    continue
                seen += 1
                path, _, fragment = target.partition("#")
                to = (page.parent / urllib.parse.unquote(path)).resolve() if path else page
                if ROOT not in [to, *to.parents] or not to.exists():
                    broken.append(f"{page.relative_to(ROOT)}: {target}")
                elif fragment and to.suffix == ".md" and fragment not in anchors(to):
                    broken.append(f"{page.relative_to(ROOT)}: {target} (no such heading)")
        self.assertGreater(seen, 0)
        self.assertEqual(broken, [])

    def test_every_page_that_a_source_names_is_there(self):
        named = [(path, page) for path in files(".h", ".cpp", ".cmake", ".py", ".txt", ".tsv", "")
                 for page in re.findall(r"\b((?:docs|corpus|tests|examples)/[\w./-]+\.md)\b",
                                        path.read_text(encoding="utf-8", errors="ignore"))]
        self.assertGreater(len(named), 5)
        self.assertEqual([f"{path.relative_to(ROOT)}: {page}" for path, page in named
                          if not (ROOT / page).exists()], [])

    def test_every_error_code_is_explained_and_no_other(self):
        header = (ROOT / "src/base/include/rapporteur/base/result.h").read_text(encoding="utf-8")
        enumerators = re.search(r"enum class ErrorCode \{(.*?)\};", header, re.S).group(1)
        codes = re.findall(r"^\s*(\w+),", enumerators, re.M)
        page = (ROOT / "docs/formats/errors.md").read_text(encoding="utf-8")
        explained = re.findall(r"^\| `(\w+)` \| \S.* \| \S.* \|$", page, re.M)
        self.assertGreater(len(codes), 5)
        self.assertEqual(explained, codes)

    def test_the_page_of_a_reading_names_every_value_of_every_vocabulary(self):
        page = (ROOT / "docs/formats/reading.md").read_text(encoding="utf-8")
        listed = [re.findall(r"`([^`]+)`", row) for row in
                  re.findall(r"^\| `\w+`(?: of an? \w+)? \| ((?:`[^`]+`(?:, )?)+) \|$", page, re.M)]
        self.assertGreater(len(listed), 5)
        self.assertEqual(sorted(listed), sorted(vocabularies().values()))

    def test_the_page_of_a_reading_names_every_field_of_the_schema(self):
        page = (ROOT / "docs/formats/reading.md").read_text(encoding="utf-8")
        fields = {field for properties in values_under(schema(), "properties")
                  for field in properties}
        self.assertGreater(len(fields), 40)
        self.assertEqual([field for field in sorted(fields) if f"`{field}`" not in page], [])

    def test_the_schema_allows_every_value_of_every_vocabulary_and_no_other(self):
        allowed = [sorted(value for value in values if value is not None)
                   for values in values_under(schema(), "enum")]
        self.assertEqual(sorted(allowed), sorted(sorted(v) for v in vocabularies().values()))

    def test_no_file_names_a_folder_of_a_developers_machine(self):
        private = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/\w[\w.-]*")
        found = []
        for path in files(*TEXT):
            if path == pathlib.Path(__file__).resolve():
                continue
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
            for number, line in enumerate(text.splitlines(), 1):
                if private.search(line) and "://" not in line:
                    found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
        self.assertEqual(found, [])

    def test_every_decision_has_its_parts_and_a_number_of_its_own(self):
        numbers = []
        for page in sorted((ROOT / "docs/decisions").glob("*.md")):
            number, _, _ = page.name.partition("-")
            self.assertRegex(number, r"^\d{4}$", page.name)
            numbers.append(number)
            text = page.read_text(encoding="utf-8")
            for part in ("## Context", "## Decision", "## Consequence"):
                self.assertIn(part, text, page.name)
        self.assertGreater(len(numbers), 0)
        self.assertEqual(len(numbers), len(set(numbers)))

    def test_the_picture_of_the_layers_names_every_layer(self):
        cmake = (ROOT / "cmake/layers.cmake").read_text(encoding="utf-8")
        layers = re.search(r"set\(RAPPORTEUR_LAYERS ([^)]*)\)", cmake).group(1).split()
        page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| `(\w+)` \|", page, re.M)
        self.assertEqual([layer for layer in layers if layer not in rows], [])

    def test_every_layer_uses_what_the_page_says_and_no_other(self):
        page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
        rows = dict(re.findall(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|", page, re.M))
        wrong = []
        for cmake in sorted((ROOT / "src").glob("*/CMakeLists.txt")):
            layer = cmake.parent.name
            call = re.search(r"rapporteur_layer\(\s*%s\b(.*?)\n?\s*PURPOSE" % layer,
                             cmake.read_text(encoding="utf-8"), re.S)
            self.assertTrue(call, layer)
            named = re.search(r"DEPENDS((?:\s+[a-z_]+\b)+)", call.group(1))
            used = set(named.group(1).split()) if named else set()
            if layer != "base":
                used.add("base")  # below all others
            said = set(re.findall(r"\w+", rows.get(layer, "")))
            if used != said:
                wrong.append(f"{layer}: names {sorted(used)}, the page says {sorted(said)}")
            if included(cmake.parent) - {layer} != said:
                wrong.append(f"{layer}: includes {sorted(included(cmake.parent) - {layer})}, "
                             f"the page says {sorted(said)}")
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main()
