"""Measures how fast ready readings enter a register, and how fast a grown one answers.

Usage: python3 bench/register.py REGISTER_BENCH PACK [COUNT...] [--page docs/performance.md]

Runs register_bench for each COUNT of readings (10,000, 100,000 and 1,000,000 unless told otherwise)
and prints a table; with --page it replaces that page's section. Needs 40 KB of disk a reading.
"""

import argparse
import json
import subprocess
import sys
import tempfile

import page

HEADING = "## A growing register"
TEXT = """Ready readings, made up (two meetings, 33 facts with their words and 400 words of text each; twenty on each session, in the order of time), entered 2,000 at a time; and the same rows inserted one by one and nothing else,
in the same run, with the same indexes, search indexes and settings, but for foreign keys, which bare inserts do not look at. Command: `script/register`. Times of entering are those of the clock; in brackets the computing time of all threads, which other work on the machine does not lengthen: a second thread makes ready what is entered next. Questions: computing time, the median of 21."""


def measure(program, pack, counts):
    with tempfile.TemporaryDirectory(prefix="rapporteur-register-") as folder:
        for count in counts:
            done = subprocess.run([program, pack, folder, str(count)], check=True,
                                  stdout=subprocess.PIPE, text=True)
            yield json.loads(done.stdout)


def rows(results):
    yield ("| readings | meetings | rows | ms a reading | bare inserts, ms a reading | speed, of bare "
           "inserts | MB | `show` | `meetings --body` | `search`, a place | `search`, a common word |")
    yield "|" + "---:|" * 11
    for r in results:
        own, bare, own_cpu, bare_cpu = (1000 * r[name] / r["readings"] for name in (
            "seconds", "bare_seconds", "cpu_seconds", "bare_cpu_seconds"))
        times = " | ".join(f"{r[name]:.1f} ms" for name in
                           ("show_ms", "meetings_ms", "search_ms", "search_common_ms"))
        yield (f"| {r['readings']} | {r['meetings']} | {r['rows']} | {own:.2f} ({own_cpu:.2f}) |"
               f" {bare:.2f} ({bare_cpu:.2f}) | {100 * bare / own:.0f} % | {r['megabytes']:.0f} | {times} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("pack")
    parser.add_argument("counts", nargs="*", type=int)
    parser.add_argument("--page")
    arguments = parser.parse_args()
    counts = arguments.counts or [10_000, 100_000, 1_000_000]
    results = []
    for result in measure(arguments.program, arguments.pack, counts):
        print(json.dumps(result), file=sys.stderr)
        results.append(result)
    table = "\n".join(rows(results))
    print(table)
    if arguments.page:
        page.replace_section(arguments.page, HEADING, f"{TEXT}\n\n{table}")


if __name__ == "__main__":
    main()
