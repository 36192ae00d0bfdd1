#!/usr/bin/env python3
"""Prints docs/quality.md: how well the program reads annotated reports.

    quality_page.py PROGRAM NAME=FOLDER...

The set called "train" also gives the table of confidences by field. The page holds numbers and names only:
no text of a report, no path of this machine, no time.
"""
import json
import subprocess
import sys
from collections import defaultdict

INTRODUCTION = """\
# How well reports are read

Made by `script/quality`; every number below comes from one run of it, and running it again on the same program and the same
annotated reports gives the same page.

Each set is a folder of reports with annotations, made by [these rules](../corpus/reports/README.md). **train** is the part of the
project's own corpus that people look at when they mend a rule. **test** is only measured, never looked at: nobody reads its misses, and
no rule is made from them. Other sets, where the page shows any, lie outside the repository. One person annotated each report and nobody
measured how far two would agree, so differences of a few hundredths mean little, the less so as the sets are small.

## What is counted

- Meetings of a reading and of an annotation are paired by body, date, place, ordinal, kind, status and participants, the likest first. All values of a
  meeting that was not found count as missed, all values of one that was made up count as made up; a wrong value counts as both.
- **Precision** is the share of the values read that are right, **recall** the share of the annotated values that were read, **F1** their harmonic mean.
- Names of bodies and offices are the same if they share most of their words, and never if only one is of a deputy, acting or former; people, if the family
  name is the same and no other part contradicts; agenda items at half, outcomes at two fifths of their words in common. Codes, dates and ordinals must be equal.
- A participant that is missed or made up counts in `office`, `state` and `attendance`, too. Unnamed groups ("the ministers") are left out. What a
  meeting that is only mentioned takes over from its surroundings is not held against a reading.
- `when, aligned` counts the dates of the meetings that were found. The **record score** is the mean of the other F1.
"""

CONFIDENCE = """\
Of the values that a reading gives with a confidence, the share that is right, and in brackets how many there are. In a well calibrated
reader the share lies between the bounds above it. `script/calibrate` counts on the set train how often each rule is right, and the reader
takes its confidences from [these counts](../data/confidence.tsv); so train shows only that the counts are of this reader, and the other
sets show what they are worth on reports that were not counted.
"""


def measure(program, folder):
    """The lines of the program, by their type."""
    done = subprocess.run([program, "evaluate", folder, "--format", "jsonl", "--confidence"],
                          stdout=subprocess.PIPE, check=True)
    lines = defaultdict(list)
    for line in done.stdout.decode("utf-8").splitlines():
        record = json.loads(line)
        lines[record.pop("type")].append(record)
    return lines


def table(header, rows):
    out = ["| " + " | ".join(header) + " |", "|" + "---|" + "---:|" * (len(header) - 1)]
    out += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(out)


def figures(measured):
    rows = []
    for figure in measured["figure"] + measured["figure outside the score"]:
        rows.append([figure["row"]] + [f"{figure[k]:.3f}" for k in ("precision", "recall", "f1")] +
                    [str(figure[k]) for k in ("right", "made_up", "missed")])
    return table(["row", "precision", "recall", "F1", "right", "made up", "missed"], rows)


def overview(sets):
    rows = []
    for name, measured in sets:
        summary = measured["summary"][0]
        rows.append([name, str(summary["reports"]), str(summary["facts"]),
                     str(summary["evidence_faults"]), f"{summary['record_score']:.3f}"])
    return table(["set", "reports", "facts read", "evidence faults", "record score"], rows)


def bins_of(measured):
    return sorted({(r["from"], r["to"]) for r in measured["confidence"]})


def share(pair):
    right, values = pair
    return f"{right / values:.2f} ({values})" if values else ""


def reliability_table(label, bins, rows):
    """Share right among the values of each bin; `rows`: (name, {from: (right, values)})."""
    cells = [[name] + [share(counts.get(start, (0, 0))) for start, _ in bins] for name, counts in rows]
    return table([label] + [f"{a:.1f} to {b:.1f}" for a, b in bins], cells)


def reliability(measured):
    by_field = defaultdict(dict)
    for record in measured["confidence"]:
        by_field[record["row"]][record["from"]] = (record["right"], record["values"])
    order = [f["row"] for f in measured["figure"] if f["row"] in by_field]
    return reliability_table("field", bins_of(measured), [(field, by_field[field]) for field in order])


def reliability_of_sets(sets):
    rows = []
    for name, measured in sets:
        total = defaultdict(lambda: (0, 0))
        for record in measured["confidence"]:
            right, values = total[record["from"]]
            total[record["from"]] = (right + record["right"], values + record["values"])
        rows.append((name, total))
    bins = sorted({pair for _, measured in sets for pair in bins_of(measured)})
    return reliability_table("set", bins, rows)


def still_wrong(sets):
    """Values missed and made up per row, the rows that cost most first."""
    cost = defaultdict(int)
    cells = defaultdict(list)
    for _, measured in sets:
        for figure in measured["figure"]:
            cost[figure["row"]] += figure["missed"] + figure["made_up"]
            cells[figure["row"]].append(f"{figure['missed']} / {figure['made_up']}")
    rows = [[row] + cells[row] for row in sorted(cost, key=lambda row: (-cost[row], row))]
    return table(["row: missed / made up"] + [name for name, _ in sets], rows)


def page(sets):
    outside = "".join(f" {name}=FOLDER" for name, _ in sets if name not in ("train", "test"))
    parts = [INTRODUCTION, "## The sets", "", f"Command: `script/quality{outside}`", "", overview(sets), "",
             "An evidence fault is a value without words that state it, or whose words do not lie inside the text on character starts. There must be none.", ""]
    for name, measured in sets:
        parts += [f"## {name}", "", f"`rapporteur evaluate FOLDER`, where the folder is that of the set {name}:", "", figures(measured), ""]
    parts += ["## Confidence", "", CONFIDENCE, reliability_of_sets(sets), ""]
    train = dict(sets).get("train")
    if train is not None:
        parts += ["The set train, by field:", "", reliability(train), ""]
    parts += ["## What is still read wrong", "", still_wrong(sets), "",
              "`rapporteur evaluate --details corpus/reports/train` lists them one by one.", ""]
    return "\n".join(parts)


def main():
    if len(sys.argv) < 3 or not all("=" in argument for argument in sys.argv[2:]):
        sys.exit(__doc__)
    program = sys.argv[1]
    sets = []
    for argument in sys.argv[2:]:
        name, folder = argument.split("=", 1)
        sets.append((name, measure(program, folder)))
    sys.stdout.write(page(sets))


if __name__ == "__main__":
    main()
