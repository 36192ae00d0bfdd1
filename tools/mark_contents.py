#!/usr/bin/env python3
"""Marks in annotated reports what was talked about and what came of it, for the trainer of the model of contents.

    mark_contents.py REPORTS OUTPUT

REPORTS holds ID.txt with ID.json beside it (corpus/reports/README.md), OUTPUT gets ID.marked with [[agenda|words]] and
[[outcome|words]]. Annotations word an item freely; marked are the words of one sentence that have most in common with it.
An item is left out where no words have three fifths in common, or where they are marked already. What other sentences say
of an item is marked as well: a report says most things twice. Prints how many items were found. Standard library only.
"""
import json
import re
import sys
from pathlib import Path

SENTENCE_END = re.compile(r"(?<=[.!?;])[\"”’)]*\s+(?=[A-Z\"“(\d])")
WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
STOP = set("a an the of on in at to for and or with by as its their his her this that these those from into be is are was were".split())
TAILS = ("isation", "ization", "ations", "ation", "ities", "ity", "ies", "ing", "ed", "es", "s", "ly")
LONGEST = 30  # tokens of an item
LIKE = 0.6


def stem(word):
    for tail in TAILS:
        if word.endswith(tail) and len(word) - len(tail) >= 4:
            return word[: -len(tail)]
    return word


def stems(text):
    return [stem(w) for w in re.findall(r"\w+", text.lower()) if w not in STOP]


def sentences(text):
    """Lists of (begin, end) of the tokens of each sentence, in characters."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        at = line.start()
        for piece in SENTENCE_END.split(line.group()):
            begin = text.index(piece, at)
            at = begin + len(piece)
            tokens = [(begin + t.start(), begin + t.end()) for t in WORD.finditer(piece)]
            if tokens:
                found.append(tokens)
    return found


def likeness(wanted, given):
    rest, common = list(given), 0
    for word in wanted:
        if word in rest:
            rest.remove(word)
            common += 1
    return 2 * common / (len(wanted) + len(given))


def place_of(item, text, all_tokens):
    """(begin, end) of the words most like `item`, or None."""
    wanted = stems(item)
    best, place = LIKE - 1e-9, None
    for tokens in all_tokens:
        words = [stems(text[b:e]) for b, e in tokens]
        hits = [i for i, w in enumerate(words) if set(w) & set(wanted)]
        for first in hits:
            for last in hits:
                if first <= last <= first + LONGEST:
                    given = [w for group in words[first : last + 1] for w in group]
                    score = likeness(wanted, given)
                    if score > best + 1e-9:
                        best, place = score, (tokens[first][0], tokens[last][1])
    return place


def mark(text, annotation):
    """The marked text, and how many of how many items were found."""
    all_tokens, places, found = sentences(text), [], 0
    items = [(item, label) for meeting in annotation["meetings"]
             for label, field in (("agenda", "agenda"), ("outcome", "outcomes"))
             for item in meeting.get(field) or []]

    def take(place, label):
        if place and all(place[1] <= b or e <= place[0] for b, e, _ in places):
            places.append((*place, label))

    said = [(item, label) for item, label in items if stems(item)]
    for item, label in said:
        place = place_of(item, text, all_tokens)
        found += place is not None
        take(place, label)
    for item, label in said:
        for tokens in all_tokens:
            take(place_of(item, text, [tokens]), label)
    for begin, end, label in sorted(places, reverse=True):
        text = f"{text[:begin]}[[{label}|{text[begin:end]}]]{text[end:]}"
    return text, found, len(items)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    reports, output = map(Path, sys.argv[1:])
    output.mkdir(parents=True, exist_ok=True)
    for old in output.glob("*.marked"):
        old.unlink()
    found = items = 0
    for path in sorted(reports.glob("*.json")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        marked, some, of = mark(text, json.loads(path.read_text(encoding="utf-8")))
        (output / path.with_suffix(".marked").name).write_text(marked, encoding="utf-8")
        found += some
        items += of
    print(f"{found} of {items} items found")


if __name__ == "__main__":
    main()
