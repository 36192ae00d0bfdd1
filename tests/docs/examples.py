"""The README's examples: what a command prints stands in the page as it prints it.

    python3 examples.py REPOSITORY PROGRAM           fails where they differ
    python3 examples.py REPOSITORY PROGRAM --write   puts the real output into the page

An example is a comment, <!-- prints: read FILE -->, and the code block after it. With "first N
lines of:" after the colon, the block holds those lines and "...".
"""

import difflib
import pathlib
import re
import shlex
import subprocess
import sys

ROOT, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
WRITE = "--write" in sys.argv
EXAMPLE = re.compile(r"<!-- prints: (?:first (\d+) lines of: )?(.+?) -->\n\n```\n(.*?)```\n", re.S)


def output_of(command, lines):
    run = subprocess.run([PROGRAM, *shlex.split(command)], cwd=ROOT, check=True,
                         stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8")
    printed = run.stdout.splitlines(keepends=True)
    if lines and len(printed) > lines:
        return "".join(printed[:lines]) + "...\n"
    return "".join(printed)


def with_real_output(match):
    lines, command, _ = match.groups()
    head = match.group(0).split("```\n", 1)[0]
    return f"{head}```\n{output_of(command, int(lines or 0))}```\n"


page = ROOT / "README.md"
shown = page.read_text(encoding="utf-8")
if not EXAMPLE.search(shown):
    sys.exit("README.md holds no example")
real = EXAMPLE.sub(with_real_output, shown)
if WRITE:
    page.write_text(real, encoding="utf-8")
elif real != shown:
    sys.stdout.writelines(difflib.unified_diff(shown.splitlines(True), real.splitlines(True),
                                               "README.md", "what the commands print"))
    sys.exit("README.md shows what the commands do not print; script/docs mends it")
