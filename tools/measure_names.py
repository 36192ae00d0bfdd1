#!/usr/bin/env python3
"""Score how `rapporteur compare-names` tells people apart by their names.

    measure_names.py PROGRAM [--show] [--floor F1]

Reads corpus/names/people.tsv: two names of one line are one person's, two names of two lines of one family are two
people's, and so are names of different families, which are all compared with one another. Prints precision, recall and F1
over the pairs of families, and how many pairs of different families pass for one person. Every third family is held back:
look at its figures alone. Then reads corpus/names/pairs.tsv, whose lines say themselves what is held back. --show lists the wrong
pairs of the others, --floor fails if the F1 of any part is lower.
Standard library only.
"""
import argparse
import itertools
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "corpus/names"
SAME = 0.7
HELD_EACH = 3


def rows_of(table):
    lines = [line for line in (FOLDER / table).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def families():
    found = {}
    for family, names in rows_of("people.tsv"):
        found.setdefault(family, []).append(names.split(";"))
    return found


def written_pairs():
    found = {"tune": [], "held": []}
    for part, _, same, a, b in rows_of("pairs.tsv"):
        found[part].append((a, b, same == "yes"))
    return found


def compare(program, pairs):
    lines = "".join(f"{a}\t{b}\n" for a, b in pairs)
    run = subprocess.run([program, "compare-names"], input=lines, capture_output=True, text=True, check=True)
    return [float(line) for line in run.stdout.splitlines()]


def pairs_of(people):
    for i, names in enumerate(people):
        yield from ((a, b, True) for a, b in itertools.combinations(names, 2))
        for others in people[i + 1:]:
            yield from ((a, b, False) for a in names for b in others)


def strangers_of(known):
    for left, right in itertools.combinations(known, 2):
        yield from ((a, b, False) for a in left[0][:2] + left[-1][-1:] for b in right[0][:2] + right[-1][-1:])


def wrong_pairs(pairs, scores):
    return [(a, b, same, score) for (a, b, same), score in zip(pairs, scores) if same != (score >= SAME)]


def measure(part, pairs, scores):
    """Prints a line on `pairs`; returns which are wrong, and F1."""
    wrong = wrong_pairs(pairs, scores)
    missed = sum(same for _, _, same, _ in wrong)
    joined = len(wrong) - missed
    right = sum(same for _, _, same in pairs) - missed
    f1 = 2 * right / (2 * right + joined + missed)
    print(f"{part}: {len(pairs)} pairs, precision {right / (right + joined):.3f}, recall {right / (right + missed):.3f}, f1 {f1:.3f}")
    return wrong, f1


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--show", action="store_true")
    arguments.add_argument("--floor", type=float, default=0)
    options = arguments.parse_args()
    parts = {"tune": {}, "held": {}}
    for number, (family, people) in enumerate(families().items()):
        parts["held" if number % HELD_EACH == HELD_EACH - 1 else "tune"][family] = people
    lowest = 1
    for part, more in written_pairs().items():
        people = [pair for of_family in parts[part].values() for pair in pairs_of(of_family)]
        strangers = list(strangers_of(parts[part].values()))
        scores = compare(options.program, [(a, b) for a, b, _ in people + strangers + more])
        wrong, of_people = measure(f"{part}, people", people, scores)
        wrong_of_pairs, of_pairs = measure(f"{part}, pairs", more, scores[len(people) + len(strangers):])
        taken = wrong_pairs(strangers, scores[len(people):])
        print(f"{part}, strangers: {len(strangers)} pairs, {len(taken)} pass for one person")
        lowest = min(lowest, of_people, of_pairs)
        if options.show and part == "tune":
            for a, b, same, score in wrong + taken + wrong_of_pairs:
                print(f"  {'missed' if same else 'joined'}\t{a}\t{b}\t{score:.3f}")
    return 1 if lowest < options.floor else 0


if __name__ == "__main__":
    sys.exit(main())
