#!/usr/bin/env python3
"""Check the example register: its reports, their annotations, and expected.json.

    check.py            (looks into the folder that it lies in)

Checks that every report has its text and annotation; that titles, publishers, people and places stand in the texts; that dates are
valid EDTF; that every meeting, and every named person, of every annotation is a member of exactly one entry of
expected.json; that the listed conflicts are in the annotations, complete; and that no others are there.

Values count as contradicting where meetings have been held (or were cancelled): days neither of which holds the other, other
ordinals, chairs, countries or places. What was planned and then happened otherwise is a history. Plans that
differ among themselves count only where the meeting was never postponed.
Prints one line for each fault, then the counts. Exit status: 0 no fault, 1 faults. Standard library only.
"""
import datetime
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROPERTIES = ("when", "place", "chair", "ordinal", "country")
HAPPENED = ("held", "ongoing", "cancelled")
RENAMED = {"Nur-Sultan": "Astana"}
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?]?")


def folded(text):
    """`text` without differences of case and white space, and with plain apostrophes."""
    text = unicodedata.normalize("NFC", text).replace("\u2019", "'").casefold()
    return " ".join(text.split())


def first_days(edtf):
    """The first days of the parts of an EDTF date or interval; ValueError if it is none."""
    days = []
    for part in edtf.split("/"):
        if part == "..":
            continue
        match = DATE.fullmatch(part)
        if not match:
            raise ValueError(f"{edtf!r} is no EDTF date")
        days.append(datetime.date(*(int(number or 1) for number in match.groups())))
    if not 1 <= len(days) <= 2 or edtf.count("/") > 1 or days != sorted(days):
        raise ValueError(f"{edtf!r} is no EDTF date")
    return days


def is_exact(edtf):
    return all(len(part) == 10 for part in edtf.split("/"))


def contradict(name, a, b):
    """True if two values of the property `name` exclude each other."""
    if name == "when":
        if not (is_exact(a) and is_exact(b)):
            return False
        a, b = first_days(a), first_days(b)
        return not (a[0] <= b[0] and b[-1] <= a[-1] or b[0] <= a[0] and a[-1] <= b[-1])
    if name == "place":
        a, b = RENAMED.get(a, a), RENAMED.get(b, b)
    return a != b


class Checker:
    def __init__(self):
        self.faults = []
        self.meetings = {}  # "REPORT#m1" -> its annotation
        self.people = set()  # "REPORT#Name"
        self.reports = 0

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def in_text(self, where, words, text):
        if words is not None and folded(words) not in text:
            self.fault(where, f"{words!r} does not stand in the text")

    def dates(self, where, *values):
        for value in values:
            if value is None:
                continue
            try:
                first_days(value)
            except ValueError as error:
                self.fault(where, error)

    def report(self, path):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        if "\r" in text or unicodedata.normalize("NFC", text) != text:
            self.fault(path.stem, "text is not NFC with plain line ends")
        gold = json.loads(path.read_text(encoding="utf-8"))
        about = gold["report"]
        if gold["id"] != path.stem or not ID.fullmatch(path.stem):
            self.fault(path.stem, "id is not the file's name in kebab-case")
        if about["title"] != text.splitlines()[0]:
            self.fault(path.stem, "title is not the first line")
        text = folded(text)
        for words in (about["publisher"], about["dateline_place"]):
            self.in_text(path.stem, words, text)
        self.dates(path.stem, about["published"])
        for number, m in enumerate(gold["meetings"], 1):
            key = f"{path.stem}#{m['ref']}"
            if m["ref"] != f"m{number}":
                self.fault(key, "refs are not m1, m2, …")
            self.meetings[key] = m
            self.in_text(key, m["place"], text)
            self.dates(key, m["when"], m.get("rescheduled_to"))
            for p in m["participants"]:
                if p["person"] is not None:
                    self.in_text(key, p["person"], text)
                    self.people.add(f"{path.stem}#{p['person']}")
        self.reports += 1

    def entries(self, kind, entries, members):
        """That `entries` hold each of `members` once, and no two of one report together."""
        seen = Counter(member for entry in entries for member in entry["members"])
        for member in sorted(set(members) | set(seen)):
            if member not in members:
                self.fault(member, f"is in no annotation, but among the {kind}")
            elif seen[member] != 1:
                self.fault(member, f"stands {seen[member]} times among the {kind}")
        ids = Counter(entry["id"] for entry in entries)
        for entry in entries:
            if ids[entry["id"]] > 1 or not ID.fullmatch(entry["id"]):
                self.fault(entry["id"], "is given twice or is not kebab-case")
            reports = Counter(member.split("#")[0] for member in entry["members"])
            if not reports or max(reports.values()) > 1:
                self.fault(entry["id"], f"has no members, or two {kind} of one report")

    def values(self, entry, name):
        """value -> reports, of the members of a meeting that count for conflicts of `name`."""
        members = {key.split("#")[0]: self.meetings.get(key, {}) for key in entry["members"]}
        happened = {r: m for r, m in members.items() if m.get("status") in HAPPENED}
        postponed = any(m.get("status") == "postponed" for m in members.values())
        out = defaultdict(list)
        for report, m in sorted((happened if happened or postponed else members).items()):
            value = m.get(name)
            if value is not None and (name != "when" or is_exact(value)):
                out[str(value)].append(report)
        return out

    def conflicts(self, expected):
        listed = {(c["meeting"], c["property"]): c["values"] for c in expected["conflicts"]}
        if len(listed) != len(expected["conflicts"]):
            self.fault("conflicts", "one is listed twice")
        found = set()
        for entry in expected["meetings"]:
            for name in PROPERTIES:
                values = self.values(entry, name)
                if not any(contradict(name, a, b) for a in values for b in values):
                    continue
                found.add((entry["id"], name))
                where = f"{entry['id']} {name}"
                if (entry["id"], name) not in listed:
                    self.fault(where, f"conflict is not listed: {dict(values)}")
                elif {v: sorted(r) for v, r in listed[entry["id"], name].items()} != values:
                    self.fault(where, f"listed values differ from those annotated: {dict(values)}")
        for meeting, name in sorted(listed.keys() - found):
            self.fault(f"{meeting} {name}", "no such conflict in the annotations")


def main():
    checker = Checker()
    folder = HERE / "reports"
    for stem in sorted({path.stem for path in folder.iterdir()}):
        path = folder / f"{stem}.json"
        if path.exists() and path.with_suffix(".txt").exists():
            checker.report(path)
        else:
            checker.fault(stem, "text or annotation is missing")
    expected = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
    checker.entries("meetings", expected["meetings"], checker.meetings)
    checker.entries("people", expected["people"], checker.people)
    checker.conflicts(expected)
    for fault in checker.faults:
        print(fault)
    print(f"{checker.reports} reports; {len(checker.meetings)} mentions of {len(expected['meetings'])} meetings; "
          f"{len(checker.people)} mentions of {len(expected['people'])} people; {len(expected['conflicts'])} conflicts; "
          f"{len(checker.faults)} faults")
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
