"""Google Benchmark's JSON as the page docs/performance.md.

    python3 bench/report.py RESULTS.json [PAGE] >docs/performance.md

The sections of PAGE, which other programs write, are kept.

Each step is stated as a ratio to the yardstick of the same run, since absolute figures say more
about the machine than about the program.
"""

import json
import statistics
import sys

import page

YARDSTICK = "icu_words"
STEPS = [
    ("icu_words", "a plain word segmentation by ICU: the yardstick"),
    ("normalise", "text: bytes to valid UTF-8 in normal form"),
    ("document", "text: tokens, sentences, lines and their roles"),
    ("make_reports", "source: bytes to Report: normal form, page furniture out, digest"),
    ("time_expressions", "time: expressions of time to EDTF, in documents cut already"),
    ("read", "the whole reading of a report"),
    ("read_on_every_core", "the same, on every core"),
]
# Steps that read no text: milliseconds once.
ONCE = [("start", "Mapping the data pack and binding a reader to it")]

# Steps over other input than the example reports, beside a yardstick of their own.
BESIDE = [("find_in_crawl", "inflate_crawl", "Finding every document of a crawl (WARC, packed record"
           " by record), beside bare decompression of the same file by zlib")]

# Steps whose cost must grow with the text alone: their argument is a size.
GROWING = [("time_of_figures_and_dashes", "Expressions of time in nothing but figures and dashes"),
           ("time_of_a_chain_of_days", "Expressions of time in one chain of days and dashes"),
           ("time_of_names_of_months", "Expressions of time in nothing but names of months")]


def runs_by_step(results):
    runs = {}
    for run in results["benchmarks"]:
        if run["run_type"] == "iteration":
            runs.setdefault(run["run_name"].split("/")[0], []).append(run)
    unknown = sorted(set(runs) - {name for name, _ in STEPS + ONCE + GROWING}
                     - {name for beside in BESIDE for name in beside[:2]})
    if unknown:
        sys.exit(f"bench: tell bench/report.py what {', '.join(unknown)} measures")
    return runs


def median(runs, field):
    return statistics.median(run[field] for run in runs)


def spread(runs):
    times = [run["real_time"] for run in runs]
    return max(times) / min(times) - 1


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        results = json.load(file)
    runs = runs_by_step(results)
    context = results["context"]
    yardstick = median(runs[YARDSTICK], "items_per_second")
    print("# Performance\n")
    print("Written by `script/bench`, `script/stream`, `script/register` and `script/postgresql`; not by hand.\n")
    print(f"Machine: {context['num_cpus']} cores at {context['mhz_per_cpu'] / 1000:.1f} GHz. Build"
          f" preset `bench`, which has the flags of `release`. Input: the texts of"
          f" `examples/reports/`. Figures are medians of {len(runs[YARDSTICK])} repetitions in one"
          f" run, the steps taken in turns. Words are those of `wc -w`. Spread: slowest"
          f" repetition over fastest.\n")
    print("| step | what it does | words a second | MB a second | time, as a multiple of ICU's |"
          " spread |")
    print("|---|---|---:|---:|---:|---:|")
    for name, meaning in STEPS:
        if name in runs:
            words = median(runs[name], "items_per_second")
            size = median(runs[name], "bytes_per_second")
            print(f"| `{name}` | {meaning} | {words / 1e6:.2f} million | {size / 1e6:.1f} |"
                  f" {yardstick / words:.2f} | {spread(runs[name]):.0%} |")
    for name, meaning in ONCE:
        if name in runs:
            print(f"\n{meaning} (`{name}`) takes {median(runs[name], 'real_time'):.1f} ms.")
    for name, beside, meaning in BESIDE:
        if name in runs:
            speed = median(runs[name], "bytes_per_second")
            share = speed / median(runs[beside], "bytes_per_second")
            print(f"\n{meaning} (`{name}`, `{beside}`): {speed / 1e6:.0f} MB a second, {share:.0%}"
                  f" of its speed.")
    for name, meaning in GROWING:
        if name in runs:
            times = {}
            for run in runs[name]:
                times.setdefault(int(run["run_name"].split("/")[1]), []).append(run["real_time"])
            least, most = min(times), max(times)
            growth = statistics.median(times[most]) / statistics.median(times[least])
            print(f"\n{meaning} (`{name}`): {most // least} times the text takes"
                  f" {growth:.1f} times the time.")
    if len(sys.argv) > 2:
        sections = page.sections_after_the_first(sys.argv[2])
        print("\n" + sections if sections else "", end="")


main()
