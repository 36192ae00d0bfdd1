"""Enters made-up readings into a register in a file and into one on a PostgreSQL server of its own,
exports both, and compares what came out, byte for byte.

Usage: python3 bench/postgresql.py PROGRAM [COUNT...] [--page docs/performance.md]

Prints a table of computing times; with --page it replaces that page's section. Ends with 1 if any
two exports differ. Needs 60 KB of disk a reading. 2,000, 20,000 and 100,000 readings unless told
otherwise.
"""

import argparse
import hashlib
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

import page

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "tests/cli"))
from postgres import Server

HEADING = "## A file and a server"
TEXT = """The same made-up readings (a meeting, 24 facts with their words and some 200 words of text each; twenty on
each session) entered into a file and into a PostgreSQL 15 server on this machine, and both exported. Command: `script/postgresql`.
Times are computing times of the program and of the server's processes together, so that other work on the machine does not lengthen
them."""
SESSIONS_OF = 20  # reports on each session
PLACES = (("Minsk", "BY"), ("Suva", "FJ"), ("Lomé", "TG"), ("Tashkent", "UZ"), ("Brasília", "BR"))
TOPICS = ("fisheries", "customs", "rail links", "water", "pensions", "postal rates")
FIRST = ("Ana", "Boris", "Chen", "Dilnoza", "Émile", "Farida", "Gustav", "Hana")
LAST = ("Okoye", "Silva", "Petrov", "Karimova", "Müller", "Tanaka", "Diallo", "Novák")


class Text:
    """A text that grows, and where in it things are said."""

    def __init__(self):
        self.words = ""

    def say(self, words):
        begin = len(self.words.encode())
        self.words += words
        return [[begin, begin + len(words.encode())]]


def fact_table(**spans):
    return {"evidence": spans, "confidence": {name: 0.9 for name in spans}}


def reading(number):
    """The report of that number; SESSIONS_OF of them are about one session."""
    session = number // SESSIONS_OF
    of_session, own = random.Random(session), random.Random(f"report {number}")
    body = session // 12
    place, country = of_session.choice(PLACES)
    day = f"20{10 + session % 12:02}-{1 + body % 12:02}-{1 + body % 28:02}"
    text = Text()
    held = text.say("held")
    text.say(" the ")
    ordinal = text.say(f"{session % 12 + 1}th")
    text.say(" meeting of the ")
    organ = text.say("Council of Ministers")
    text.say(" of the ")
    organisation = text.say(f"Union of Region {body}")
    text.say(" in ")
    where = text.say(place)
    text.say(" on ")
    when = text.say(day)
    text.say(". ")
    participants = []
    for _ in range(3):
        person = f"{of_session.choice(FIRST)} {of_session.choice(LAST)}"
        state = of_session.choice(PLACES)[1]
        office = text.say("Minister")
        text.say(" ")
        name = text.say(f"{person} {body}")
        text.say(" of ")
        of_state = text.say(state)
        text.say(" came. ")
        participants.append({"person": f"{person} {body}", "offices": ["Minister"], "state": state,
                             "organisation": None, "attendance": "attended",
                             **fact_table(person=name, offices=office, state=of_state,
                                          attendance=of_state)})
    topic = own.choice(TOPICS)
    text.say("They discussed ")
    agenda = [{"text": topic, "topics": [], **fact_table(text=text.say(topic))}]
    for _ in range(40):
        text.say(f" {own.choice(TOPICS)} of {own.choice(LAST)} {own.randrange(1000)}")
    words = text.words
    return {
        "id": f"r{number}", "engine": "made up", "schema": 1,
        "report": {"digest": "sha256:" + hashlib.sha256(words.encode()).hexdigest(),
                   "origin": f"https://example.org/{number}", "title": f"Report {number}",
                   "publisher": f"Paper {number % 50}", "published": day, "language": "en",
                   "text": words},
        "meetings": [{
            "id": "m1", "main": True, "organisation": f"Union of Region {body}",
            "organ": "Council of Ministers", "kind": "session", "ordinal": session % 12 + 1,
            "status": "held", "when": day, "when_basis": "stated", "place": place,
            "country": country, "participants": participants, "agenda": agenda,
            **fact_table(organisation=organisation, organ=organ, kind=ordinal, ordinal=ordinal,
                         status=held, when=when, place=where, country=where)}],
    }


class Run:
    """Calls of the program; `server` is the process whose work counts as well."""

    def __init__(self, program, server):
        self.program, self.server = program, server

    def spent(self):
        """Seconds of all that has ended so far."""
        own = resource.getrusage(resource.RUSAGE_CHILDREN)
        stat = pathlib.Path(f"/proc/{self.server}/stat").read_text(encoding="ascii")
        ticks = sum(map(int, stat.rpartition(")")[2].split()[11:15]))
        return own.ru_utime + own.ru_stime + ticks / os.sysconf("SC_CLK_TCK")

    def serves(self):
        """Whether the server still has a process for a caller; its work counts when it has ended."""
        children = pathlib.Path(f"/proc/{self.server}/task/{self.server}/children").read_text("ascii")
        for child in children.split():
            try:
                title = pathlib.Path(f"/proc/{child}/cmdline").read_bytes()
                if not title or b"127.0.0.1(" in title:  # without one: nobody has heard of its end
                    return True
            except OSError:  # it has ended meanwhile
                pass
        return False

    def time(self, *arguments, out=None):
        before = self.spent()
        subprocess.run([self.program, *map(str, arguments)], check=True, stdout=out)
        while self.serves():
            time.sleep(0.01)
        return self.spent() - before


def compare(run, server, folder, count):
    """Seconds by what was done, and whether the exports are the same."""
    readings = folder / "readings.jsonl"
    with readings.open("w", encoding="utf-8") as lines:
        for number in range(count):
            lines.write(json.dumps(reading(number), ensure_ascii=False) + "\n")
    registers = {"file": folder / "register.db", "server": server.database(f"of_{count}")}
    seconds, digests = {}, {}
    for name, register in registers.items():
        seconds[f"enter, {name}"] = run.time("ingest", "--readings", "--quiet", "--register",
                                             register, readings)
    server.sql(f"of_{count}", "ANALYZE")
    for form in ("jsonl", "jsonld"):
        for name, register in registers.items():
            path = folder / f"{name}.{form}"
            with path.open("wb") as out:
                seconds[f"{form}, {name}"] = run.time("export", "--quiet", "--format", form,
                                                      "--register", register, out=out)
            with path.open("rb") as content:
                digests[form, name] = hashlib.file_digest(content, "sha256").hexdigest()
            size = path.stat().st_size
            path.unlink()
        print(f"{count} readings, {form}: {size} bytes, file {digests[form, 'file'][:16]}, server "
              f"{digests[form, 'server'][:16]}", file=sys.stderr)
    same = all(digests[form, "file"] == digests[form, "server"] for form in ("jsonl", "jsonld"))
    (folder / "register.db").unlink()
    return seconds, same


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("counts", nargs="*", type=int)
    parser.add_argument("--page")
    arguments = parser.parse_args()
    server = Server()
    all_same, table = True, []

    def tell(line):
        table.append(line)
        print(line, flush=True)
    try:
        for i, count in enumerate(arguments.counts or [2_000, 20_000, 100_000]):
            with tempfile.TemporaryDirectory(prefix="rapporteur-postgresql-") as folder:
                seconds, same = compare(Run(arguments.program, server.process.pid), server,
                                        pathlib.Path(folder), count)
            all_same = all_same and same
            if i == 0:
                tell("| readings | " + " | ".join(seconds) + " | the same bytes |")
                tell("|---:|" + "---:|" * len(seconds) + "---|")
            tell(f"| {count} | " + " | ".join(f"{s:.1f} s" for s in seconds.values()) +
                 f" | {'yes' if same else 'NO'} |")
            server.sql("postgres", f"DROP DATABASE of_{count}")
    finally:
        server.stop()
    if arguments.page:
        page.replace_section(arguments.page, HEADING, TEXT + "\n\n" + "\n".join(table))
    sys.exit(0 if all_same else 1)


if __name__ == "__main__":
    main()
