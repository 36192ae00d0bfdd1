"""Registers made by hand, as lines that `import` takes: any words, in any script, with true evidence."""

import hashlib
import json

# What breaks exports: separators, quotes, line ends, scripts from right to left, characters beyond
# 16 bits, combining marks, words that look like markup or like formulas.
ODD = ["tab\there", 'quote "x" \'y\'', "line one\nline two", "comma, semicolon; bar|", "سلام دنیا",
       "שלום ‏עולם", "🕊 dove 👩‍👩‍👧", "e\u0301 combining", "<b>&amp;</b> ]]>", "=SUM(A1)", "\\N backslash \\",
       "北京", "%d {0} ${x}", "trailing space ", "NULL", "a\u2028b", "DTSTART:20200101"]


class Report:
    """Lines of one report; every value's words are appended to its text."""

    def __init__(self, origin, published=None, title=None):
        self.text = ""
        self.origin, self.published, self.title = origin, published, title
        self.claims = []
        self.left_out = []

    def claim(self, pointer, value, words=None, confidence=0.9):
        evidence = []
        if words is not None:
            begin = len(self.text.encode("utf-8"))
            self.text += words
            evidence = [f"{begin}-{len(self.text.encode('utf-8'))}"]
            self.text += " "
        self.claims.append({"type": "claim", "report": self.origin, "pointer": pointer,
                            "property": pointer.rsplit("/", 1)[1], "value": value,
                            "evidence": evidence, "confidence": confidence, "rule": "test/rule"})

    def meeting(self, index, participants=(), agenda=(), outcomes=(), **facts):
        at = f"/meetings/{index}"
        self.claim(f"{at}/id", f"m{index + 1}")
        self.claim(f"{at}/main", "true" if index == 0 else "false")
        for name, value in facts.items():
            self.claim(f"{at}/{name}", value, value)
        for i, person in enumerate(participants):
            for name, value in person.items():
                self.claim(f"{at}/participants/{i}/{name}", value, value)
        for i, item in enumerate(agenda):
            self.claim(f"{at}/agenda/{i}/text", item, item)
        for i, item in enumerate(outcomes):
            self.claim(f"{at}/outcomes/{i}/text", item, item)

    def records(self):
        digest = "sha256:" + hashlib.sha256(self.text.encode("utf-8")).hexdigest()
        report = {"type": "report", "report": self.origin, "version": 0, "current": 1,
                  "claims": len(self.claims), "left_out": len(self.left_out), "id": self.origin,
                  "origin": self.origin, "digest": digest, "engine": "test-1", "schema": 1,
                  "title": self.title, "published": self.published, "language": "en",
                  "text": self.text, "source_warnings": [], "warnings": []}
        for name in ("publisher", "agency", "byline", "dateline_place", "dateline_country",
                     "dateline_date", "modified"):
            report[name] = None
        left_out = [{"type": "left_out", "report": self.origin, "version": 0, "digest": digest,
                     "at": 0, "text": text, "reason": "test"} for text in self.left_out]
        return [report, *left_out, *self.claims]


def lines(reports):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n"
                   for report in reports for record in report.records())


def odd_reports():
    """A report for each odd text: as a name, a place, an office, an agenda item, a title."""
    out = []
    for number, odd in enumerate(ODD):
        report = Report(f"https://example.org/{number}", f"2021-03-{number + 1:02}", odd)
        people = [{"person": f"Ada {odd}", "offices": f"Minister {odd}", "state": "UZ",
                   "attendance": "attended"},
                  {"person": f"Bo Nr{number}", "state": "KZ", "attendance": "expected"}]
        report.meeting(0, people, [f"item {odd}"], [f"agreed {odd}"], name=f"Talks {odd}",
                       kind="talks", status="held", when=f"2021-02-{number + 1:02}",
                       place=f"Town {odd}", country="UZ", venue=f"Hall {odd}")
        report.left_out.append(f"Share {odd}")
        out.append(report)
    return out
