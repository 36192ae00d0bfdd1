"""What the README shows is what there is.

    python3 examples.py REPOSITORY PROGRAM          says where it is not
    python3 examples.py REPOSITORY PROGRAM --write  mends it

Every command of a block marked ```sh that starts with "build/release/rapporteur" is run, in order, in
an empty folder that sees the repository's examples/ and corpus/. What stands behind these comments is
compared:

    <!-- prints: COMMAND -->                    the code block after it is what the command prints;
    <!-- prints: first N lines of: COMMAND -->  that block holds N lines and "..."
    <!-- table of PAGE: A, B -->                the table after it is the first one of that page with
                                                these rows; without ": A, B", with all
"""

import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT, PROGRAM = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
WRITE = "--write" in sys.argv
SHOWN = "build/release/rapporteur"
COMMANDS = re.compile(r"^```sh\n(.*?)^```$", re.S | re.M)
PRINTS = re.compile(r"(<!-- prints: (?:first (\d+) lines of: )?(.+?) -->\n\n```\n)(.*?)```\n", re.S)
TABLE = re.compile(r"(<!-- table of (\S+?)(?:: (.+?))? -->\n\n)((?:\|.*\n)+)")


def run(arguments, folder):
    done = subprocess.run(["sh", "-c", f"{shlex.quote(str(PROGRAM))} {arguments}"], cwd=folder,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"README.md: {SHOWN} {arguments}: exit code {done.returncode}")
    return done.stdout


def commands(page):
    for block in COMMANDS.findall(page):
        for line in block.splitlines():
            if line.startswith(SHOWN + " "):
                yield line.removeprefix(SHOWN + " ")


def printed(match, folder):
    head, lines, command, _ = match.groups()
    output = run(command, folder).splitlines(keepends=True)
    if lines and len(output) > int(lines):
        output = [*output[:int(lines)], "...\n"]
    return head + "".join(output) + "```\n"


def table(match):
    head, page, wanted, _ = match.groups()
    text = (ROOT / page).read_text(encoding="utf-8")
    rows = re.search(r"^(?:\|.*\n)+", text, re.M).group(0).splitlines(keepends=True)
    if wanted:
        name = {row.split("|")[1].strip().strip("`"): row for row in rows[2:]}
        rows = [*rows[:2], *(name[row] for row in wanted.split(", "))]
    return head + "".join(rows)


page = ROOT / "README.md"
shown = page.read_text(encoding="utf-8")
if not (PRINTS.search(shown) and TABLE.search(shown) and list(commands(shown))):
    sys.exit("README.md holds no example, no table or no command")
with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, "build"))
    for seen in ("examples", "corpus"):
        os.symlink(ROOT / seen, os.path.join(folder, seen))
    for command in commands(shown):
        run(command, folder)
    real = PRINTS.sub(lambda match: printed(match, folder), TABLE.sub(table, shown))
if WRITE:
    page.write_text(real, encoding="utf-8")
elif real != shown:
    sys.stdout.writelines(difflib.unified_diff(shown.splitlines(True), real.splitlines(True),
                                               "README.md", "what there is"))
    sys.exit("README.md shows what is not so; script/docs mends it")
