"""A long stream through standard input: what it costs, and that its memory stays small.

    python3 bench/stream.py PROGRAM [--mb 2048] [--kind jsonl|warc|text]... [--limit-mb 300]
                            [--page docs/performance.md]

Makes up web pages (a report of some paragraphs among menus, scripts and styles), sends them to
`PROGRAM read -` as JSON lines, as a crawl (WARC) or as plain texts in JSON lines, and measures the
greatest memory that the program held. Ends with 1 if that is over the limit or if a report is lost.
With --page the figures replace those of that page's section.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import threading
import time

import page as page_of_figures

HEADING = "## A long stream"
STATES = "Chile Peru Kenya Uganda Norway Latvia Nepal Oman Ghana Malta Serbia Fiji".split()
PLACES = "Lima Entebbe Oslo Riga Kathmandu Muscat Accra Valletta Belgrade Suva".split()
MONTHS = "January February March April May June July August September October".split()
MATTERS = ("fishing at the border", "a bridge over the river", "visas for students", "rail freight",
           "customs forms", "the price of electricity", "floods", "measles", "air routes")


def report(number):
    """A text of its own for each number: title and paragraphs."""
    pick = random.Random(number)
    one, two = pick.sample(STATES, 2)
    place, month, day = pick.choice(PLACES), pick.choice(MONTHS), pick.randint(1, 28)
    first, second = pick.sample(MATTERS, 2)
    title = f"{one} and {two} talk about {first}"
    return title, [
        f"The foreign ministers of {one} and {two} held talks in {place} on {day} {month} 2021.",
        f"They discussed {first} and {second}, and agreed that experts would meet again within "
        f"{pick.randint(2, 40)} weeks.",
        f"The minister of {one} thanked the {pick.randint(20, 900)} officials who had prepared the "
        f"meeting, and invited the minister of {two} to visit next year."]


# What surrounds the article of a page: most of its bytes.
AROUND = ("<style>" + ".menu{margin:0 auto;padding:2px}" * 300 + "</style><script>" +
          "var settings={speed:12,colour:'grey'};" * 500 + "</script>")


def page(number):
    title, paragraphs = report(number)
    return (f"<!DOCTYPE html><html lang=\"en\"><head><title>{title} | Lake Courier</title>{AROUND}"
            "</head><body><nav>" + "<a href=\"/x\">Section</a> " * 40 + f"</nav><article><h1>{title}"
            "</h1>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</article><footer>All rights "
            "reserved</footer></body></html>")


def html_line(number):
    return json.dumps({"id": str(number), "html": page(number)}) + "\n"


def text_line(number):
    title, paragraphs = report(number)
    return json.dumps({"id": str(number), "title": title, "text": "\n\n".join(paragraphs)}) + "\n"


def warc_record(number):
    body = page(number)
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}"
    return ("WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2021-11-01T09:30:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: https://lake.example/{number}"
            f"\r\nContent-Length: {len(http)}\r\n\r\n{http}\r\n\r\n")


KINDS = {"jsonl": (html_line, "pages in JSON lines"), "warc": (warc_record, "pages of a crawl"),
         "text": (text_line, "plain texts in JSON lines")}


def send(pipe, make, size):
    """Writes records until `size` bytes are sent; returns how many (records, bytes)."""
    sent = number = 0
    while sent < size:
        record = make(number).encode()
        pipe.write(record)
        sent += len(record)
        number += 1
    pipe.close()
    return number, sent


def measure(program, kind, size):
    """Runs the program on a stream of that size."""
    begin = time.monotonic()
    child = subprocess.Popen(
        [program, "read", "--format", "jsonl", "--stats", "json", "--quiet", "--input",
         "warc" if kind == "warc" else "jsonl", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    words = []
    listener = threading.Thread(target=lambda: words.append(child.stderr.read()))
    listener.start()
    records, sent = send(child.stdin, KINDS[kind][0], size)
    _, status, usage = os.wait4(child.pid, 0)
    listener.join()
    child.stderr.close()
    lines = words[0].decode("utf-8", "replace").splitlines()
    done = json.loads(lines[-1]) if lines and lines[-1].startswith("{") else {}
    return {"kind": kind, "records": records, "bytes": sent, "seconds": time.monotonic() - begin,
            "reports": done.get("reports", 0), "peak": usage.ru_maxrss * 1024,
            "failed": os.waitstatus_to_exitcode(status) != 0 or done.get("reports") != records,
            "said": "\n".join(lines[:5])}


def rows(results):
    yield "| stream | MB | reports | peak memory | time |"
    yield "|---|---:|---:|---:|---:|"
    for r in results:
        yield (f"| {KINDS[r['kind']][1]} | {r['bytes'] / 1e6:.0f} | {r['reports']} |"
               f" {r['peak'] / 1e6:.0f} MB | {r['seconds']:.0f} s |")


def write_section(path, table):
    page_of_figures.replace_section(path, HEADING, (
        "`rapporteur read -` on generated pages and texts, sent through standard input. Command: "
        "`script/stream`. Memory is the greatest that the process held; times are those of a machine "
        "that did other work besides.\n\n" + "\n".join(table)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--mb", type=int, default=2048)
    parser.add_argument("--kind", action="append", choices=KINDS)
    parser.add_argument("--limit-mb", type=int, default=300)
    parser.add_argument("--page")
    arguments = parser.parse_args()
    results = [measure(arguments.program, kind, arguments.mb << 20)
               for kind in arguments.kind or ["jsonl", "warc"]]
    table = list(rows(results))
    print("\n".join(table))
    bad = [r for r in results if r["failed"] or r["peak"] > arguments.limit_mb * 1_000_000]
    for r in bad:
        print(f"stream: {r['kind']}: {r['reports']} of {r['records']} reports, {r['peak']} bytes\n"
              + r["said"], file=sys.stderr)
    if arguments.page and not bad:
        write_section(arguments.page, table)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
