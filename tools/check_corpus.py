#!/usr/bin/env python3
"""Check annotated reports.

    check_corpus.py [DIR]            (default: corpus/reports beside this script's folder)

DIR holds the folders train/ and test/ with one pair ID.txt and ID.json per report. Checks that every field is there and no
other, that closed vocabularies, ISO 3166-1 codes and EDTF dates are valid, that links lead to meetings of the same report,
that people, places and titles stand in the text, and that no report is in both folders. Where examples/reports holds a
file of the same name, the two texts must be the same. Prints one line for each fault, then the counts.
Exit status: 0 no fault, 1 faults, 2 unusable input. Standard library only.
"""
import datetime
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

KINDS = "session summit talks visit call reception conference signing".split()
STATUSES = "announced ongoing held postponed cancelled".split()
ATTENDANCES = "attended expected absent".split()
RELATIONS = "prepares next previous sidelines part_of".split()
REPORT_FIELDS = {"title", "published", "publisher", "dateline_place", "language"}
MEETING_FIELDS = {"ref", "main", "organisation", "organ", "kind", "ordinal", "status", "when", "place", "country", "chair",
                  "participants", "agenda", "outcomes", "links"}
PARTICIPANT_FIELDS = {"person", "office", "state", "organisation", "attendance"}
FACTS = {"public record", "invented"}
MAX_WORDS = 12
MAX_OUTCOMES = 8
ISO = set("""
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF
CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH
GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW
KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG
NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN
SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT
ZA ZM ZW
""".split()) | {"XK"}  # Kosovo: left to users by the standard, and used so


def folded(text):
    """`text` without differences of case and white space, and with plain apostrophes."""
    text = unicodedata.normalize("NFC", text).replace("\u2019", "'").casefold()
    return " ".join(text.split())


def valid_edtf(value):
    """True for a day, month or year, with `~` or `?`, or for an interval of such, open or not."""
    parts = value.split("/")
    if len(parts) > 2 or value == "../..":
        return False
    ends = []
    for part in parts:
        if part == ".." and len(parts) == 2:
            continue
        match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?]?", part)
        if not match:
            return False
        year, month, day = match.groups()
        try:
            ends.append(datetime.date(int(year), int(month or 1), int(day or 1)))
        except ValueError:
            return False
    return ends == sorted(ends)


class Checker:
    def __init__(self):
        self.faults = []
        self.counts = Counter()

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def fields(self, where, value, expected, optional=frozenset()):
        for name in sorted(expected - value.keys()):
            self.fault(where, f"field {name} is missing")
        for name in sorted(value.keys() - expected - optional):
            self.fault(where, f"field {name} is unknown")

    def one_of(self, where, name, value, allowed):
        if value not in allowed:
            self.fault(where, f"{name} {value!r} is none of its values")

    def phrase(self, where, name, value):
        if not isinstance(value, str) or not value.strip() or value != value.strip():
            self.fault(where, f"{name} {value!r} is no phrase")
        elif len(value.split()) > MAX_WORDS:
            self.fault(where, f"{name} has more than {MAX_WORDS} words: {value}")

    def date(self, where, name, value):
        if value is not None and not (isinstance(value, str) and valid_edtf(value)):
            self.fault(where, f"{name} {value!r} is no EDTF date")

    def state(self, where, name, value):
        if value is not None and value not in ISO:
            self.fault(where, f"{name} {value!r} is no ISO 3166-1 alpha-2 code")

    def in_text(self, where, name, value, text):
        if value is not None and folded(value) not in text:
            self.fault(where, f"{name} {value!r} does not stand in the text")

    def participant(self, where, p, text):
        self.fields(where, p, PARTICIPANT_FIELDS)
        self.one_of(where, "attendance", p.get("attendance"), ATTENDANCES)
        self.state(where, "state", p.get("state"))
        self.in_text(where, "person", p.get("person"), text)
        if not (p.get("person") or p.get("office") or p.get("state") or p.get("organisation")):
            self.fault(where, "participant is empty")
        self.counts["participants"] += 1

    def meeting(self, where, m, refs, text):
        self.fields(where, m, MEETING_FIELDS, {"rescheduled_to"})
        self.one_of(where, "kind", m.get("kind"), KINDS)
        self.one_of(where, "status", m.get("status"), STATUSES)
        self.one_of(where, "main", m.get("main"), (True, False))
        if m.get("ordinal") is not None and not (type(m["ordinal"]) is int and m["ordinal"] > 0):
            self.fault(where, f"ordinal {m['ordinal']!r} is no positive number")
        self.date(where, "when", m.get("when"))
        self.date(where, "rescheduled_to", m.get("rescheduled_to"))
        self.state(where, "country", m.get("country"))
        self.in_text(where, "place", m.get("place"), text)
        if m.get("chair") not in ISO:
            self.in_text(where, "chair", m.get("chair"), text)
        if m.get("kind") == "call" and (m.get("place") or m.get("country")):
            self.fault(where, "a call has no place")
        for number, participant in enumerate(m.get("participants", [])):
            self.participant(f"{where} participant {number}", participant, text)
        for name in ("agenda", "outcomes"):
            values = m.get(name, [])
            for value in values:
                self.phrase(where, name, value)
            if len(set(values)) != len(values):
                self.fault(where, f"{name} says the same twice")
            self.counts[name] += len(values)
        if len(m.get("outcomes", [])) > MAX_OUTCOMES:
            self.fault(where, f"more than {MAX_OUTCOMES} outcomes")
        for link in m.get("links", []):
            self.fields(where, link, {"relation", "to"})
            self.one_of(where, "relation", link.get("relation"), RELATIONS)
            if link.get("to") not in refs or link.get("to") == m.get("ref"):
                self.fault(where, f"link to {link.get('to')!r} leads nowhere")
            self.counts["links"] += 1
        self.counts["meetings"] += 1

    def report(self, where, path):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        if "\r" in text or unicodedata.normalize("NFC", text) != text:
            self.fault(where, "text is not NFC with plain line ends")
        text = folded(text)
        gold = json.loads(path.read_text(encoding="utf-8"))
        self.fields(where, gold, {"id", "facts_from", "report", "meetings"}, {"date_given"})
        if gold.get("id") != path.stem:
            self.fault(where, f"id {gold.get('id')!r} is not the file's name")
        self.one_of(where, "facts_from", gold.get("facts_from"), FACTS)
        about = gold.get("report", {})
        self.fields(where, about, REPORT_FIELDS)
        self.date(where, "published", about.get("published"))
        for name in ("title", "publisher", "dateline_place"):
            self.in_text(where, name, about.get(name), text)
        meetings = gold.get("meetings", [])
        refs = [m.get("ref") for m in meetings]
        if refs != [f"m{i + 1}" for i in range(len(refs))]:
            self.fault(where, "refs are not m1, m2, …")
        mains = sum(1 for m in meetings if m.get("main"))
        if meetings and not 1 <= mains <= 2:
            self.fault(where, f"{mains} main meetings")
        for m in meetings:
            self.meeting(f"{where} {m.get('ref')}", m, refs, text)
        self.counts["reports"] += 1
        self.counts["without a meeting"] += not meetings

    def same_as_example(self, where, path, examples):
        example = examples / path.with_suffix(".txt").name
        if example.exists() and example.read_bytes() != path.with_suffix(".txt").read_bytes():
            self.fault(where, "text differs from the example of the same name")


def main(argv):
    root = Path(__file__).resolve().parent.parent
    if len(argv) > 2 or (len(argv) == 2 and argv[1].startswith("-")):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    corpus = Path(argv[1]) if len(argv) == 2 else root / "corpus" / "reports"
    folders = [corpus / name for name in ("train", "test")]
    if not all(folder.is_dir() for folder in folders):
        print(f"check_corpus.py: {corpus} has no folders train and test", file=sys.stderr)
        return 2
    checker = Checker()
    seen = {}
    for folder in folders:
        checker.counts = Counter()
        stems = sorted({p.stem for p in folder.iterdir() if p.suffix in (".txt", ".json")})
        for stem in stems:
            where = f"{folder.name}/{stem}"
            if stem in seen:
                checker.fault(where, f"is also in {seen[stem]}")
            seen[stem] = folder.name
            path = folder / f"{stem}.json"
            if not path.exists() or not path.with_suffix(".txt").exists():
                checker.fault(where, "text or annotation is missing")
                continue
            try:
                checker.report(where, path)
                checker.same_as_example(where, path, root / "examples" / "reports")
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                checker.fault(where, f"unreadable: {error}")
        counts = ", ".join(f"{number} {name}" for name, number in sorted(checker.counts.items()))
        print(f"{folder.name}: {counts}")
    for fault in checker.faults:
        print(fault)
    print(f"{len(checker.faults)} faults")
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
