"""Google Benchmark's JSON as the page docs/performance.md.

    python3 bench/report.py RESULTS.json >docs/performance.md

Each step is stated as a ratio to the yardstick of the same run, since absolute figures say more
about the machine than about the program.
"""

import json
import statistics
import sys

YARDSTICK = "icu_words"
STEPS = [
    ("icu_words", "a plain word segmentation by ICU: the yardstick"),
    ("normalise", "text: bytes to valid UTF-8 in normal form"),
    ("document", "text: tokens, sentences, lines and their roles"),
    ("read", "the whole reading of a report"),
    ("read_on_every_core", "the same, on every core"),
]


def medians(results):
    """{name: (words a second, bytes a second, spread of the time)} over the repetitions."""
    runs = {}
    for run in results["benchmarks"]:
        if run["run_type"] == "iteration":
            runs.setdefault(run["run_name"].split("/")[0], []).append(run)
    return {
        name: (
            statistics.median(run["items_per_second"] for run in of_name),
            statistics.median(run["bytes_per_second"] for run in of_name),
            max(run["real_time"] for run in of_name) / min(run["real_time"] for run in of_name) - 1,
        )
        for name, of_name in runs.items()
    }, max(len(of_name) for of_name in runs.values())


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        results = json.load(file)
    found, repetitions = medians(results)
    unknown = sorted(set(found) - {name for name, _ in STEPS})
    if unknown:
        sys.exit(f"bench: tell bench/report.py what {', '.join(unknown)} measures")
    context = results["context"]
    print("# Performance\n")
    print("Written by `script/bench`; not by hand.\n")
    print(f"One core of {context['num_cpus']} at {context['mhz_per_cpu'] / 1000:.1f} GHz; build"
          f" preset `bench` (the release flags); the texts of `examples/reports/`; medians of"
          f" {repetitions} repetitions in one run, taken in turns. Words are those of `wc -w`.\n")
    print("| step | what it does | words a second | MB a second | time, as a multiple of ICU's |"
          " spread |")
    print("|---|---|---:|---:|---:|---:|")
    for name, meaning in STEPS:
        if name in found:
            words, size, spread = found[name]
            print(f"| `{name}` | {meaning} | {words / 1e6:.2f} million | {size / 1e6:.1f} |"
                  f" {found[YARDSTICK][0] / words:.2f} | {spread:.0%} |")


main()
