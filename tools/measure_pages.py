#!/usr/bin/env python3
"""Measures how well articles are taken out of web pages.

    measure_pages.py PROGRAM [--split tune|held] [--details] [--floor F1 TITLE PUBLISHED PUBLISHER]

Runs `PROGRAM extract` over corpus/pages/<split>/*.html and compares with the NAME.json beside each page. The text's
figure is the mean over pages of F1 over word 4-grams (with their counts; words are runs of letters and digits in lower case).
Title, publisher, published, byline and language count as right where they are equal but for case and punctuation; what a
page does not say (null) is not counted. --floor: exit code 1 if a figure is below. --details prints what differs, page by
page; of `held` only the figures are ever printed.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIELDS = ("title", "publisher", "published", "byline", "language")


def words(text):
    return re.findall(r"\w+", text.lower())


def grams(text, size=4):
    found = words(text)
    if len(found) < size:
        return collections.Counter([tuple(found)] if found else [])
    return collections.Counter(tuple(found[i:i + size]) for i in range(len(found) - size + 1))


def scores(got, wanted):
    """(precision, recall, F1) over 4-grams."""
    got, wanted = grams(got), grams(wanted)
    common = sum((got & wanted).values())
    precision = common / max(sum(got.values()), 1)
    recall = common / max(sum(wanted.values()), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def extracted(program, pages):
    """{id: report} as the program prints them."""
    run = subprocess.run([program, "extract", "--format", "jsonl", *pages], capture_output=True, check=False)
    lines = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    return {line["id"]: line["report"] for line in lines if "report" in line}


def same(got, wanted):
    return " ".join(words(got or "")) == " ".join(words(wanted))


def differences(name, report, wanted, figures):
    print(f"{name}: P {figures[0]:.3f} R {figures[1]:.3f} F1 {figures[2]:.3f}")
    for field in FIELDS:
        if wanted[field] is not None and not same(report.get(field), wanted[field]):
            print(f"    {field}: {report.get(field)!r}, not {wanted[field]!r}")
    text = report.get("text") or ""
    if figures[2] < 0.98:
        for line in text.split("\n"):
            if line and not any(" ".join(words(line)) in " ".join(words(w)) for w in [" ".join(wanted["text"])]):
                print(f"    too much: {line[:150]}")
        for line in wanted["text"]:
            if " ".join(words(line)) not in " ".join(words(text)):
                print(f"    missing: {line[:150]}")


def measure(program, split, details):
    pages = sorted((ROOT / "corpus/pages" / split).glob("*.html"))
    reports = extracted(program, [str(page) for page in pages])
    sums = [0.0, 0.0, 0.0]
    right, counted = collections.Counter(), collections.Counter()
    for page in pages:
        wanted = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
        report = reports.get(page.stem, {})
        figures = scores(report.get("text") or "", "\n".join(wanted["text"]))
        sums = [a + b for a, b in zip(sums, figures)]
        wrong = figures[2] < 0.98
        for field in FIELDS:
            if wanted[field] is not None:
                counted[field] += 1
                right[field] += same(report.get(field), wanted[field])
                wrong = wrong or not same(report.get(field), wanted[field])
        if details and wrong:
            differences(page.stem, report, wanted, figures)
    result = {"pages": len(pages), "precision": sums[0] / len(pages), "recall": sums[1] / len(pages),
              "f1": sums[2] / len(pages)}
    result.update({field: right[field] / max(counted[field], 1) for field in FIELDS})
    return result


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("--split", choices=("tune", "held"))
    arguments.add_argument("--details", action="store_true")
    arguments.add_argument("--floor", nargs=4, type=float, metavar=("F1", "TITLE", "PUBLISHED", "PUBLISHER"))
    options = arguments.parse_args()
    good = True
    for split in [options.split] if options.split else ["tune", "held"]:
        result = measure(options.program, split, options.details and split == "tune")
        print(split + ": " + ", ".join(f"{key} {value:.3f}" if isinstance(value, float) else f"{value} {key}"
                                       for key, value in result.items()))
        if options.floor:
            figures = [result[key] for key in ("f1", "title", "published", "publisher")]
            good = good and all(have >= floor for have, floor in zip(figures, options.floor))
    if not good:
        print(f"below the floor {options.floor}", file=sys.stderr)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
