"""The calendar, read by a second program: its days, its standing, and that the register alone makes it."""

import datetime
import unittest

from crafted import ODD, lines, odd_reports
from support import EXAMPLES, SOURCE, CliTest, needs

REGISTER = SOURCE / "examples/register/reports"


def day(text):
    return datetime.date.fromisoformat(text)


class Calendar(CliTest):
    def setUp(self):
        super().setUp()
        self.icalendar = needs(self, "icalendar")
        self.ok("ingest", "--quiet", EXAMPLES, REGISTER)

    def calendar(self, *filters, register="register.db"):
        return self.ok("calendar", "--register", register, "--quiet", *filters).out

    def events(self, *filters):
        parsed = self.icalendar.Calendar.from_ical(self.calendar(*filters))
        self.assertEqual(str(parsed["VERSION"]), "2.0")
        return {str(e["UID"]).split("@")[0]: e for e in parsed.walk("VEVENT")}

    def meetings(self, *filters):
        rows = self.ok("meetings", "--format", "jsonl", "--quiet", *filters).lines()
        return {row["id"]: row for row in rows}

    def test_every_meeting_with_days_is_an_event_of_these_days(self):
        meetings, events = self.meetings(), self.events()
        exact = 0
        for identity, meeting in meetings.items():
            first, last = meeting["first_day"], meeting["last_day"]
            if meeting["status"] == "postponed":
                continue
            if not first or not last or (day(last) - day(first)).days >= 366:
                self.assertNotIn(identity, events)
                continue
            event = events[identity]
            self.assertEqual(event["DTSTART"].dt, day(first))
            self.assertEqual(event["DTEND"].dt, day(last) + datetime.timedelta(days=1))
            self.assertEqual(event["X-RAPPORTEUR-EDTF"], meeting["when"])
            exact += len(meeting["when"]) in (10, 21)
        self.assertGreater(exact, 50)
        self.assertLessEqual(set(events), set(meetings))

    def test_a_date_that_is_no_day_is_tentative_and_says_so(self):
        seen = 0
        meetings = self.meetings()
        for identity, event in self.events().items():
            when = str(event["X-RAPPORTEUR-EDTF"])
            exact = len(when) in (10, 21) and not set(when) & set("~?%.")
            if str(event["STATUS"]) == "CANCELLED":
                continue
            self.assertEqual(str(event["STATUS"]), "CONFIRMED" if exact else "TENTATIVE")
            self.assertEqual(" only)" in str(event["SUMMARY"]), not exact)
            if len(when) == 4:
                self.assertIn(f"(date known as {when} only)", str(event["SUMMARY"]))
            self.assertEqual(str(event["TRANSP"]), "TRANSPARENT")
            seen += not exact
            self.assertIn(identity, meetings)
        self.assertGreater(seen, 5)

    def test_titles_say_whose_meeting_it_is(self):
        titles = set()
        meetings = self.meetings()
        for identity, event in self.events().items():
            meeting, title = meetings[identity], str(event["SUMMARY"])
            for before in ("Cancelled: ", "Postponed: "):
                title = title.removeprefix(before)
            titles.add(title)
            self.assertFalse(title[0].islower(), title)
            name = meeting["name"] or meeting["organ"] or ""
            self.assertIn(name[1:], title)
            if not name and not meeting["organisation"]:
                self.assertTrue(title.startswith(meeting["kind"].capitalize()) or
                                " round of talks" in title, title)
        for title in ("Visit of Shavkat Mirziyoyev (Uzbekistan) to Tajikistan",
                      "Talks: Tajikistan, Uzbekistan"):
            self.assertIn(title, titles)

    def test_a_cancelled_meeting_keeps_its_day_and_its_agenda(self):
        cancelled = self.events("--status", "cancelled")
        agendas = 0
        for identity, event in cancelled.items():
            self.assertEqual(str(event["STATUS"]), "CANCELLED")
            self.assertTrue(str(event["SUMMARY"]).startswith("Cancelled: "))
            page = self.ok("show", "--format", "jsonl", identity).lines()[0]
            items = [f["value"] for s in page["sections"] if s["heading"] == "Agenda"
                     for f in s["facts"]]
            lines = str(event["DESCRIPTION"]).split("\n")
            for item in items:
                self.assertTrue([line for line in lines if line.startswith("- ") and
                                 line[2:] in item], (item, lines))
            agendas += len(items)
        self.assertGreater(agendas, 0)

    def test_a_postponed_meeting_without_a_new_date_is_off(self):
        path = self.put("a.txt", "The 4th meeting of the Chile-Peru Joint Commission, which was to be "
                                 "held in Lima on 10 May 2021, has been postponed.\n")
        self.ok("ingest", "--quiet", "--register", "new.db", "--date", "2021-05-03", path)
        parsed = self.icalendar.Calendar.from_ical(self.calendar(register="new.db"))
        event, = parsed.walk("VEVENT")
        self.assertEqual(event["DTSTART"].dt, day("2021-05-10"))
        self.assertEqual(str(event["STATUS"]), "CANCELLED")
        self.assertTrue(str(event["SUMMARY"]).startswith("Postponed: "))

    def test_the_bytes_depend_on_the_register_alone(self):
        first = self.calendar()
        reports = sorted(EXAMPLES.glob("*.txt")) + sorted(REGISTER.glob("*.txt"))
        for path in reversed(sorted(EXAMPLES.glob("*.txt"))):
            self.ok("ingest", "--quiet", "--register", "other.db", path)
        self.ok("ingest", "--quiet", "--register", "other.db", REGISTER)
        self.assertGreater(len(reports), 100)
        self.assertEqual(self.calendar(register="other.db"), first)
        self.assertEqual(self.calendar(), first)

    def test_stamp_and_sequence_come_from_the_dated_reports(self):
        announced = ("The 6th meeting of the Chile-Peru Joint Commission will be held in Lima on 10 May 2021.\n")
        moved = "The 6th meeting of the Chile-Peru Joint Commission will be held in Lima on 12 May 2021.\n"
        held = "The 6th meeting of the Chile-Peru Joint Commission was held in Lima on 12 May 2021.\n"
        uids = set()
        for number, (text, date) in enumerate(((announced, "2021-04-01"), (moved, "2021-04-20"),
                                               (held, "2021-05-12"))):
            path = self.put(f"{number}.txt", text)
            self.ok("ingest", "--quiet", "--register", "new.db", "--date", date, path)
            parsed = self.icalendar.Calendar.from_ical(self.calendar(register="new.db"))
            event, = parsed.walk("VEVENT")
            uids.add(str(event["UID"]))
            self.assertEqual(event["SEQUENCE"], number)
            self.assertEqual(event["DTSTAMP"].dt.date(), day(date))
        self.assertEqual(len(uids), 1)

    def test_a_correction_and_its_undoing_are_revisions(self):
        path = self.put("a.txt", "The 6th meeting of the Chile-Peru Joint Commission was held in "
                                 "Lima on 12 May 2021.\n")
        self.ok("ingest", "--quiet", "--register", "new.db", "--date", "2021-05-13", path)
        what = ["correct", "--register", "new.db", "--format", "jsonl", "--by", "Anna"]

        def event():
            parsed = self.icalendar.Calendar.from_ical(self.calendar(register="new.db"))
            return parsed.walk("VEVENT")[0]
        self.assertEqual((event()["SEQUENCE"], event()["DTSTAMP"].dt.date()), (0, day("2021-05-13")))
        said = self.ok(*what, "a.txt", "/meetings/0/place", "--value", "Cusco", "--at",
                       "2021-06-01").lines()
        self.assertTrue(str(event()["LOCATION"]).startswith("Cusco"))
        self.assertEqual((event()["SEQUENCE"], event()["DTSTAMP"].dt.date()), (1, day("2021-06-01")))
        self.ok(*what, "--undo", said[0]["id"], "--at", "2021-06-05")
        self.assertTrue(str(event()["LOCATION"]).startswith("Lima"))
        self.assertEqual((event()["SEQUENCE"], event()["DTSTAMP"].dt.date()), (2, day("2021-06-05")))

    def test_lines_are_folded_within_75_bytes_and_end_as_the_standard_says(self):
        raw = self.calendar()
        self.assertTrue(raw.endswith(b"END:VCALENDAR\r\n"))
        for line in raw.split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            self.assertNotIn(b"\n", line)
            line.decode("utf-8")

    def test_filters_choose_events_and_an_empty_calendar_says_why(self):
        some = self.events("--body", "SCO", "--state", "UZ", "--from", "2018")
        self.assertTrue(some)
        self.assertLessEqual(set(some),
                             set(self.meetings("--body", "SCO", "--state", "UZ", "--from", "2018")))
        run = self.ok("calendar", "--place", "Atlantis")
        self.assertEqual(list(self.icalendar.Calendar.from_ical(run.out).walk("VEVENT")), [])
        self.assertIn("what leaves nothing: place", run.err)


class OddWords(CliTest):
    def test_odd_words_come_back_from_events(self):
        icalendar = needs(self, "icalendar")
        self.ok("import", self.put("odd.jsonl", lines(odd_reports())))
        raw = self.ok("calendar", "--quiet").out
        parsed = icalendar.Calendar.from_ical(raw)
        events = {e["DTSTART"].dt: e for e in parsed.walk("VEVENT")}
        for number, odd in enumerate(ODD):
            event = events[datetime.date(2021, 2, number + 1)]
            if "\\N" in odd:  # which this parser takes for a line end, however it is escaped
                self.assertIn(b"SUMMARY:Talks " + odd.replace("\\", "\\\\").encode(), raw)
                continue
            self.assertEqual(str(event["SUMMARY"]), f"Talks {odd}")
            self.assertEqual(str(event["LOCATION"]), f"Hall {odd}, Town {odd}, Uzbekistan")
            self.assertIn(f"- item {odd}\n", str(event["DESCRIPTION"]))


if __name__ == "__main__":
    unittest.main()
