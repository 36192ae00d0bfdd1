"""Ends `rapporteur ingest` with kill -9 at random moments, and looks whether anything is lost.

Usage: python3 bench/kill.py PROGRAM [--moments 200] [--reports 2000] [--batch 100] [--seed 1]

Makes up reports, enters them undisturbed into one register and, killed again and again, into others.
After every kill `check` must find nothing, and every report that another process saw in the register
must still be there; whenever an ingest comes to its end, its register must export the same bytes as
the undisturbed one. Prints what it saw; ends with 1 if anything was lost.
"""

import argparse
import json
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

BODIES = ["Lantern River Organisation", "Three Harbours Union", "Shanghai Cooperation Organization",
          "Northern Orchard League"]
PEOPLE = ["Ivan Petrov of Belarus", "Maria Silva of Brazil", "Wang Yi of China",
          "Bakyt Asanov of Kyrgyzstan", "Peter Mwangi of Kenya"]
CITIES = ["Minsk", "Lima", "Dushanbe", "Accra", "Astana"]


def report(number):
    """A report on one of many sessions; several reports speak of each."""
    dice = random.Random(number // 4)
    body, city = dice.choice(BODIES), dice.choice(CITIES)
    ordinal, day = 1 + number // 4 % 60, 1 + dice.randrange(28)
    guests = ", ".join(f"Foreign Minister {name}" for name in dice.sample(PEOPLE, 3))
    return {"id": f"r{number}", "origin": f"https://site{number % 7}.example/{number}",
            "published": f"2021-05-{day:02d}",
            "text": f"The {ordinal}th meeting of the foreign ministers of the {body} was held in "
                    f"{city} on {day} May 2021. {guests} took part. The ministers discussed "
                    f"terrorism and trade. Report {number} ends here.\n"}


class Lost(Exception):
    """Something that was confirmed is gone, or something is there that should not be."""


class Soak:
    def __init__(self, program, folder, reports, batch, seed):
        self.program, self.folder = str(program), pathlib.Path(folder)
        self.batch, self.dice = batch, random.Random(seed)
        self.input = self.folder / "reports.jsonl"
        with open(self.input, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(report(n)) + "\n" for n in range(reports))
        self.register = self.folder / "killed.db"
        self.kills = self.runs = 0

    def call(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, check=False)

    def ingest_arguments(self, register):
        return [self.program, "ingest", "--quiet", "--batch", str(self.batch), "--register",
                str(register), str(self.input)]

    def measure(self):
        """The undisturbed ingest: how long it takes and what it gives."""
        register = self.folder / "undisturbed.db"
        start = time.monotonic()
        subprocess.run(self.ingest_arguments(register), check=True, capture_output=True)
        self.seconds = time.monotonic() - start
        self.expected = self.call("export", "--register", register).stdout
        if not self.expected:
            raise Lost("the undisturbed ingest gave nothing")

    def seen(self):
        """The reports that another process sees in the register."""
        if not self.register.exists():
            return 0
        try:
            with sqlite3.connect(f"file:{self.register}?mode=ro", uri=True, timeout=10) as db:
                count = db.execute("SELECT count(*) FROM report").fetchone()[0]
            db.close()
            return count
        except sqlite3.OperationalError:  # it is being made
            return 0

    def kill_once(self):
        """Starts an ingest and kills it after a while; true if it ended by itself before."""
        process = subprocess.Popen(self.ingest_arguments(self.register),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + self.dice.random() * self.seconds
        seen = 0
        while time.monotonic() < end and process.poll() is None:
            time.sleep(min(0.02, max(0.0, end - time.monotonic())))
            seen = self.seen()
        if process.poll() is not None:
            return True
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.kills += 1
        self.look(seen)
        return False

    def look(self, seen):
        if self.seen() < seen:
            raise Lost(f"{seen} reports were confirmed, {self.seen()} are there")
        check = self.call("check", "--register", self.register)
        being_made = b"no register yet" in check.stderr or b"No such file" in check.stderr
        if check.returncode != 0 and not (being_made and seen == 0):
            raise Lost(f"check: {check.stdout.decode()} {check.stderr.decode()}")

    def compare(self):
        """Takes up what is left, undisturbed."""
        done = subprocess.run(self.ingest_arguments(self.register), capture_output=True,
                              check=False)
        if done.returncode != 0:
            raise Lost(f"the ingest after a kill failed: {done.stderr.decode()}")
        if self.call("export", "--register", self.register).stdout != self.expected:
            raise Lost("the register differs from the undisturbed one")
        self.runs += 1
        for ending in ("", "-wal", "-shm"):
            pathlib.Path(f"{self.register}{ending}").unlink(missing_ok=True)

    def run(self, moments):
        self.measure()
        while self.kills < moments:
            # At most a few kills an ingest, so that all of its length is hit.
            for _ in range(self.dice.randint(1, 4)):
                if self.kills == moments or self.kill_once():
                    break
            self.compare()


def soak(program, moments, reports, batch, seed):
    folder = tempfile.mkdtemp(prefix="rapporteur-kill-")
    try:
        work = Soak(program, folder, reports, batch, seed)
        work.run(moments)
        return work
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    try:
        work = soak(arguments.program, arguments.moments, arguments.reports, arguments.batch,
                    arguments.seed)
    except Lost as lost:
        print(f"LOST: {lost}")
        sys.exit(1)
    print(f"{work.kills} kills in ingests of {arguments.reports} reports, {work.runs} of them taken "
          "up to the end: nothing lost, check clean, the same export")


if __name__ == "__main__":
    main()
