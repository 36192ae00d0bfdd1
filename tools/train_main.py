#!/usr/bin/env python3
"""Learns which signs say that a report is about a meeting: the weights of data/main_signs.tsv.

    train_main.py PROGRAM FOLDER TABLE

PROGRAM reads the annotated reports of FOLDER and says which signs each meeting bears (`evaluate --signs`). A logistic
regression with a penalty on large weights gives each sign its weight; the same reports always give the same weights.
TABLE keeps its lines and their meanings, only the weights are written anew. How far the weights carry to other reports is
printed: ten times, nine tenths of the reports are learned from and the last tenth is judged.
"""
import math
import subprocess
import sys

PENALTY = 3.0
STEPS = 12  # of Newton's method; the sixth changes nothing that is printed any more
FOLDS = 10
# A second meeting is taken for a main one from this chance on: half of the F1 that is within reach, where F1 is highest.
LEAST = 0.4


def read_reports(program, folder):
    """[[(is main, signs), ...] for each report], in the order of their ids."""
    lines = subprocess.run([program, "evaluate", folder, "--signs"], check=True, capture_output=True,
                           text=True).stdout.splitlines()[1:]
    reports = {}
    for line in lines:
        report, main, signs = line.split("\t")
        reports.setdefault(report, []).append((main == "1", signs.split()))
    return [reports[r] for r in sorted(reports)]


def weight_of(weights, signs):
    return weights["always"] + sum(weights[s] for s in signs)


def solve(matrix, values):
    """x with matrix * x = values, for a symmetric positive definite matrix."""
    size = len(values)
    rows = [row + [value] for row, value in zip(matrix, values)]
    for i in range(size):
        for j in range(i + 1, size):
            factor = rows[j][i] / rows[i][i]
            for k in range(i, size + 1):
                rows[j][k] -= factor * rows[i][k]
    out = [0.0] * size
    for i in reversed(range(size)):
        out[i] = (rows[i][size] - sum(rows[i][k] * out[k] for k in range(i + 1, size))) / rows[i][i]
    return out


def learn(reports, signs):
    """The weight of each sign, and of "always"."""
    names = ["always", *signs]
    number = {name: i for i, name in enumerate(names)}
    meetings = [(main, [0] + [number[s] for s in borne]) for report in reports for main, borne in report]
    weights = [0.0] * len(names)
    penalty = [1e-3] + [PENALTY] * len(signs)
    for _ in range(STEPS):
        slope = [p * w for p, w in zip(penalty, weights)]
        curve = [[p if i == j else 0.0 for j in range(len(names))] for i, p in enumerate(penalty)]
        for main, borne in meetings:
            chance = 1 / (1 + math.exp(-sum(weights[i] for i in borne)))
            for i in borne:
                slope[i] += chance - main
                for j in borne:
                    curve[i][j] += chance * (1 - chance)
        weights = [w - step for w, step in zip(weights, solve(curve, slope))]
    weights[0] -= math.log(LEAST / (1 - LEAST))
    return dict(zip(names, (round(w, 2) for w in weights)))


def chosen(weights, report):
    """The positions of the heaviest meeting, and of the next one if its weight is above zero."""
    order = sorted(range(len(report)), key=lambda i: -weight_of(weights, report[i][1]))
    return order[:1] + [i for i in order[1:2] if weight_of(weights, report[i][1]) > 0]


def judge(reports, signs):
    right = made_up = missed = 0
    for fold in range(FOLDS):
        weights = learn([r for i, r in enumerate(reports) if i % FOLDS != fold], signs)
        for report in reports[fold::FOLDS]:
            hits = sum(report[i][0] for i in chosen(weights, report))
            right += hits
            made_up += len(chosen(weights, report)) - hits
            missed += sum(main for main, _ in report) - hits
    print(f"of the main meetings that were read: {right} found, {missed} not; {made_up} others taken for one", file=sys.stderr)


def write(table, weights, lines):
    out = []
    for line in lines:
        cells = line.split("\t")
        if cells[0] in weights:
            cells[1] = str(weights[cells[0]])
        out.append("\t".join(cells))
    with open(table, "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    program, folder, table = sys.argv[1:]
    with open(table, encoding="utf-8") as file:
        lines = file.read().splitlines()
    rows = [line.split("\t")[0] for line in lines if not line.startswith("#")][1:]
    signs = [name for name in rows if name != "always"]
    reports = read_reports(program, folder)
    judge(reports, signs)
    write(table, learn(reports, signs), lines)


if __name__ == "__main__":
    main()
