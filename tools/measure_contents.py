#!/usr/bin/env python3
"""How many subjects and outcomes of annotated reports a program reads, whichever meeting they hang on.

    measure_contents.py PROGRAM REPORTS

REPORTS holds ID.txt with ID.json beside it. An item counts as found where half of its words (of an outcome two fifths) are
those of one read, as `rapporteur evaluate` counts them; each item read counts once. Prints precision, recall and F1.
Standard library only.
"""
import json
import subprocess
import sys
from pathlib import Path

from mark_contents import likeness, stems

FLOORS = {"agenda": 0.5, "outcomes": 0.4}


def items(meetings, field):
    texts = [item["text"] if isinstance(item, dict) else item for m in meetings for item in m.get(field) or []]
    return [words for words in map(stems, texts) if words]


def common(gold, read, floor):
    """How many of `gold` have one of `read` for themselves."""
    rest, count = list(read), 0
    for wanted in gold:
        best = max(rest, key=lambda given: likeness(wanted, given), default=None)
        if best is not None and likeness(wanted, best) >= floor:
            rest.remove(best)
            count += 1
    return count


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, reports = sys.argv[1], sorted(Path(sys.argv[2]).glob("*.json"))
    texts = [path.with_suffix(".txt") for path in reports]
    lines = subprocess.run([program, "read", "--quiet", "--format", "jsonl", *map(str, texts)],
                           check=False, capture_output=True, text=True).stdout.splitlines()
    readings = {reading["id"]: reading for reading in map(json.loads, lines) if "id" in reading}
    for field, floor in FLOORS.items():
        right = gold = read = 0
        for path in reports:
            wanted = items(json.loads(path.read_text(encoding="utf-8"))["meetings"], field)
            given = items(readings.get(path.stem, {"meetings": []})["meetings"], field)
            right, gold, read = right + common(wanted, given, floor), gold + len(wanted), read + len(given)
        print(f"{field}: precision {right / max(read, 1):.3f}, recall {right / max(gold, 1):.3f}, "
              f"F1 {2 * right / max(gold + read, 1):.3f} of {gold}")


if __name__ == "__main__":
    main()
