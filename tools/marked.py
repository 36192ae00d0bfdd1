#!/usr/bin/env python3
"""Entity spans of annotated reports, marked inline.

    marked.py write FILE.marked...   write the plain report FILE.txt beside each
    marked.py check FILE.marked...   check marks, and that FILE.txt is the same text without them
    marked.py spans FILE.marked...   print  id, label, begin, end, words  (bytes of the plain text), tab-separated

A span is marked [[label|words]]; marks may lie in one another, as in [[office|Secretary of the [[body|Security Council]]]].
The innermost and outermost words are those of the report; no mark crosses a line end. person, body, place, state,
nationality and date never overlap one another, and neither do office, instrument and meeting among themselves
of the same label; see corpus/reports/README.md. Exit status: 0 no fault, 1 faults. Standard library only.
"""
import re
import sys
from pathlib import Path

FLAT = {"person", "body", "place", "state", "nationality", "date"}
WRAPPING = {"office", "instrument", "meeting"}
TOKEN = re.compile(r"\[\[([a-z]+)\||\]\]|\n")


class Fault(Exception):
    """What is wrong with the marks, with its line."""


def parse(marked):
    """(plain text, spans) of a marked text; a span is (label, begin, end) in bytes of the plain text, in order of begin."""
    plain, spans, opened = [], [], []
    at, line, size = 0, 1, 0
    for token in TOKEN.finditer(marked):
        words = marked[at:token.start()]
        plain.append(words)
        size += len(words.encode())
        at = token.end()
        if token.group() == "\n":
            if opened:
                raise Fault(f"line {line}: {opened[-1][0]} is not closed")
            plain.append("\n")
            size += 1
            line += 1
        elif token.group() == "]]":
            if not opened:
                raise Fault(f"line {line}: ]] closes nothing")
            label, begin = opened.pop()
            if begin == size:
                raise Fault(f"line {line}: {label} holds no words")
            spans.append((label, begin, size))
        else:
            label = token.group(1)
            if label not in FLAT | WRAPPING:
                raise Fault(f"line {line}: {label} is no label")
            for outer, _ in opened:
                if outer == label or (outer in FLAT and label in FLAT):
                    raise Fault(f"line {line}: {label} inside {outer}")
                if outer in FLAT:
                    raise Fault(f"line {line}: {label} inside {outer}; the wider one goes outside")
            opened.append((label, size))
    if opened:
        raise Fault(f"line {line}: {opened[-1][0]} is not closed")
    plain.append(marked[at:])
    text = "".join(plain)
    raw = text.encode()
    for label, begin, end in spans:
        words = raw[begin:end].decode()
        if words != words.strip():
            raise Fault(f"{label} \"{words}\" begins or ends with white space")
    return text, sorted(spans, key=lambda span: (span[1], -span[2]))


def main(arguments):
    if len(arguments) < 2 or arguments[0] not in {"write", "check", "spans"}:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    faults = 0
    for name in arguments[1:]:
        path = Path(name)
        try:
            text, spans = parse(path.read_text(encoding="utf-8"))
        except Fault as fault:
            print(f"{name}: {fault}", file=sys.stderr)
            faults += 1
            continue
        plain = path.with_suffix(".txt")
        if arguments[0] == "write":
            plain.write_text(text, encoding="utf-8")
        elif arguments[0] == "check":
            if not plain.exists() or plain.read_text(encoding="utf-8") != text:
                print(f"{name}: {plain.name} is not this text", file=sys.stderr)
                faults += 1
        else:
            for label, begin, end in spans:
                print(path.stem, label, begin, end, text.encode()[begin:end].decode(), sep="\t")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
