"""What `rapporteur serve` stands: requests a second, times of answers, memory.

    python3 bench/serve.py PROGRAM [--reports 100000] [--requests 100000] [--clients 50]
                           [--register FILE] [--page docs/performance-serving.md]

Makes up reports of meetings and enters them (or takes a register that is there), serves them on
loopback and asks with as many clients as told, each over one connection, the next question as soon as
the answer has come. The clients run on the same cores. Ends with 1 if an answer fails.
With --page the figures are written to that page.
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import random
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

HEADING = "# Performance of the HTTP interface\n"
STATES = """Chile Peru Kenya Uganda Norway Latvia Nepal Oman Ghana Malta Serbia Fiji Austria Hungary Poland Spain
Portugal Italy Greece Turkey Egypt Jordan Kuwait Qatar Iraq Iran Pakistan India Bangladesh Bhutan Myanmar Thailand
Vietnam Laos Cambodia Malaysia Singapore Indonesia Philippines Japan Mongolia China Kazakhstan Uzbekistan Tajikistan
Kyrgyzstan Turkmenistan Russia Belarus Ukraine Moldova Romania Bulgaria Albania Croatia Slovenia Slovakia Czechia
Germany France Belgium Denmark Sweden Finland Estonia Lithuania Iceland Ireland Canada Mexico Cuba Brazil Argentina
Uruguay Paraguay Bolivia Colombia Ecuador Venezuela Morocco Algeria Tunisia Libya Sudan Ethiopia Somalia Tanzania
Rwanda Burundi Zambia Zimbabwe Botswana Namibia Angola Gabon Cameroon Nigeria Senegal Mali Niger""".split()
PLACES = """Lima Nairobi Oslo Riga Kathmandu Muscat Accra Valletta Belgrade Vienna Budapest Warsaw Madrid Lisbon Rome
Athens Ankara Cairo Amman Doha Baghdad Tehran Islamabad Dhaka Bangkok Hanoi Jakarta Manila Tokyo Beijing Astana
Tashkent Dushanbe Bishkek Moscow Minsk Sofia Berlin Paris Brussels Copenhagen Stockholm Helsinki Tallinn""".split()
MONTHS = "January February March April May June July August September October November December".split()
MATTERS = ("drug trafficking", "a bridge over the river", "visas for students", "rail freight", "terrorism",
           "customs forms", "the price of electricity", "floods", "measles", "air routes", "border security")
GIVEN = "Anna Ivan Maria Peter Amina Jorge Elena Omar Laila Viktor Rosa Hans Nadia Samuel Ingrid Tomas".split()
FAMILY = "Petrov Silva Khan Novak Larsen Haddad Rossi Weber Costa Okoye Tanaka Molnar Berg Popescu Mensah Diaz".split()


ORGANISATIONS = """Shanghai Cooperation Organization;Collective Security Treaty Organization;Commonwealth of Independent States;
Eurasian Economic Union;African Union;Association of Southeast Asian Nations;Organization of American States;
Organization of Islamic Cooperation;Southern African Development Community;Caribbean Community""".replace("\n", "").split(";")
ORGANS = ("Council of Foreign Ministers", "Council of Defence Ministers", "Council of Ministers", "Council of Heads of State")


def nth(number):
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def session(number):
    """Of a body's row of sessions: every session has its own year, place and day, which all reports of it tell."""
    pick = random.Random(-number)
    body, organ, ordinal = pick.choice(ORGANISATIONS), pick.choice(ORGANS), pick.randint(1, 60)
    fixed = random.Random(f"{body} {organ} {ordinal}")
    place, year, month, day = fixed.choice(PLACES), 1964 + ordinal, fixed.choice(MONTHS), fixed.randint(1, 28)
    chair, *others = pick.sample(STATES, 4)
    came = ", ".join(f"Foreign Minister {pick.choice(GIVEN)} {pick.choice(FAMILY)} of {state}" for state in others)
    text = (f"{place.upper()}, {day} {month} {year} - The {nth(ordinal)} session of the {organ} of the {body} was held in {place} on "
            f"{day} {month} {year} under the chairmanship of {chair}. {came} attended the session.\n\n"
            f"The participants discussed {pick.choice(MATTERS)} and agreed to set up a working group on {pick.choice(MATTERS)}.\n")
    return {"id": str(number), "text": text, "title": f"{organ} meets in {place}", "date": f"{year}-{MONTHS.index(month) + 1:02}-{day:02}",
            "source": f"{place} Courier"}


def report(number):
    if number % 5 == 4:
        return session(number)
    pick = random.Random(number)
    one, two = pick.sample(STATES, 2)
    place, year = pick.choice(PLACES), pick.randint(1995, 2024)
    month, day = pick.choice(MONTHS), pick.randint(1, 28)
    first, second = pick.sample(MATTERS, 2)
    people = [f"{pick.choice(GIVEN)} {pick.choice(FAMILY)}" for _ in range(2)]
    text = (f"{place.upper()}, {day} {month} {year} - Foreign Minister {people[0]} of {one} met Foreign Minister {people[1]} of "
            f"{two} in {place} on {day} {month} {year}.\n\nThey discussed {first} and {second}, and agreed that experts would "
            f"meet again within {pick.randint(2, 40)} weeks.\n\nThe minister of {one} thanked the {pick.randint(20, 900)} "
            f"officials who had prepared the talks, and invited the minister of {two} to visit next year.\n")
    return {"id": str(number), "text": text, "title": f"{one} and {two} talk about {first}",
            "date": f"{year}-{MONTHS.index(month) + 1:02}-{day:02}", "source": f"{place} Courier"}


def make_register(program, folder, reports):
    path = folder / "bench.db"
    began = time.monotonic()
    entering = subprocess.Popen([program, "ingest", "--register", path, "--input", "jsonl", "--quiet", "-"],
                                stdin=subprocess.PIPE)
    for number in range(reports):
        entering.stdin.write(json.dumps(report(number)).encode() + b"\n")
    entering.stdin.close()
    if entering.wait() != 0:
        sys.exit("bench: the reports could not be entered")
    print(f"{reports} reports entered in {time.monotonic() - began:.0f} s", file=sys.stderr)
    return path


def read_answer(line, rest):
    """(status, bytes that belong to the next answer)"""
    while b"\r\n\r\n" not in rest:
        piece = line.recv(65536)
        if not piece:
            raise ConnectionError("the connection ended")
        rest += piece
    head, _, rest = rest.partition(b"\r\n\r\n")
    length = int(re.search(rb"(?i)content-length: (\d+)", head).group(1))
    while len(rest) < length:
        piece = line.recv(1 << 20)
        if not piece:
            raise ConnectionError("the connection ended")
        rest += piece
    return int(head[9:12]), rest[length:]


def client(port, paths, requests, seed, out):
    """Asks `requests` questions and puts the times of their answers, in seconds."""
    pick = random.Random(seed)
    times, failed = [], 0
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        rest = b""
        for _ in range(requests):
            question = f"GET {pick.choice(paths)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
            began = time.perf_counter()
            line.sendall(question)
            status, rest = read_answer(line, rest)
            times.append(time.perf_counter() - began)
            failed += status != 200
    out.put((times, failed))


def memory_of(process):
    """Resident memory in MB."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def measure(port, paths, requests, clients):
    out = multiprocessing.Queue()
    each = max(1, requests // clients)
    asking = [multiprocessing.Process(target=client, args=(port, paths, each, seed, out))
              for seed in range(clients)]
    began = time.monotonic()
    for process in asking:
        process.start()
    answers = [out.get() for _ in asking]
    seconds = time.monotonic() - began
    for process in asking:
        process.join()
    times = sorted(t for some, _ in answers for t in some)
    return {"rate": len(times) / seconds, "median": times[len(times) // 2] * 1000,
            "p95": times[len(times) * 95 // 100] * 1000, "failed": sum(n for _, n in answers)}


def ids_of(path, limit=5000):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return {name: [row[0] for row in db.execute(f"SELECT id FROM {name} ORDER BY id LIMIT {limit}")]
                for name in ("meeting", "person", "series")}


def questions(path):
    """What each page asks first."""
    ids = ids_of(path)
    api = "/api/v1"
    some = {
        "search": [f"{api}/meetings?q=terrorism", f"{api}/meetings/facets?q=terrorism", f"{api}/search?q=terrorism+rail"],
        "meetings": [f"{api}/meetings", f"{api}/meetings?state=RU&kind=talks", f"{api}/meetings?from=2018&to=2020"],
        "facets": [f"{api}/meetings/facets"],
        "meeting": [f"{api}/meetings/{id}" for id in ids["meeting"]],
        "person": [f"{api}/people/{id}" for id in ids["person"][:500]],
        "people": [f"{api}/people?q=Petrov", f"{api}/people?state=IN"],
        "state": [f"{api}/states/{code}" for code in ("RU", "CN", "IN", "DE", "PE")],
        "states": [f"{api}/states"], "bodies": [f"{api}/bodies"], "reports": [f"{api}/reports"],
        "timeline": [f"{api}/timeline?by=month"], "map": [f"{api}/map"], "network": [f"{api}/network"],
        "upcoming": [f"{api}/upcoming?from=2020"], "review": [f"{api}/review", f"{api}/review/size"],
        "conflicts": [f"{api}/conflicts", f"{api}/conflicts?property=attendance"], "start": [f"{api}/size", f"{api}/upcoming?limit=5"],
        "what follows": [f"{api}/meetings/{id}/derived" for id in ids["meeting"][:100]]}
    if ids["series"]:
        some["series"] = [f"{api}/series/{id}" for id in ids["series"][:50]]
        some["body"] = [f"{api}/bodies/{id}" for id in ("sco", "sco.cfm", "csto", "cis")]
    return some


def table(size, load, single, memory, pages, clients):
    lines = [HEADING, "Written by `script/serve`; not by hand.\n", f"{size} reports, {clients} clients on the same {os.cpu_count()} cores, each with one connection; load of the machine before: {load:.1f}.\n",
             "| | |", "|---|---|",
             f"| `/api/v1/meetings/ID`, ids at random | {single['rate']:.0f} requests a second; half within {single['median']:.1f} ms, 95 of 100 within {single['p95']:.0f} ms |",
             f"| memory of the server before, half way and at the end | {', '.join(f'{mb:.0f} MB' for mb in memory)} |\n",
             "What each page asks first, the first time (nobody asked before) and then:\n",
             "| page | first, ms | 95 of 100 within, ms | requests a second |", "|---|---|---|---|"]
    for name, (first, later) in pages.items():
        lines.append(f"| {name} | {first:.0f} | {later['p95']:.0f} | {later['rate']:.0f} |")
    return "\n".join(lines) + "\n"


def first_time(port, paths):
    """The slowest of the paths, asked once, in ms."""
    out = multiprocessing.Queue()
    slowest = 0
    for path in paths[:20]:
        client(port, [path], 1, 0, out)
        times, failed = out.get()
        if failed:
            sys.exit(f"bench: {path} failed")
        slowest = max(slowest, times[0] * 1000)
    return slowest


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--reports", type=int, default=100000)
    parser.add_argument("--requests", type=int, default=100000)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--register")
    parser.add_argument("--page")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rapporteur-serve-") as folder:
        register = given.register or make_register(given.program, pathlib.Path(folder), given.reports)
        with sqlite3.connect(f"file:{register}?mode=ro", uri=True) as db:
            size = db.execute("SELECT count(*) FROM report").fetchone()[0]
        server = subprocess.Popen([given.program, "serve", "--register", register, "--port", "0"], stdout=subprocess.PIPE)
        load = os.getloadavg()[0]
        try:
            port = int(server.stdout.readline().decode().rstrip("/\n").rpartition(":")[2])
            asked = questions(register)
            pages = {name: [first_time(port, paths)] for name, paths in asked.items()}
            for name, paths in asked.items():
                pages[name].append(measure(port, paths, 20 * given.clients, given.clients))
            memory = [memory_of(server)]
            halves = []
            for _ in range(2):
                halves.append(measure(port, asked["meeting"], given.requests // 2, given.clients))
                memory.append(memory_of(server))
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait()
    section = table(size, load, halves[1], memory, pages, given.clients)
    if given.page:
        pathlib.Path(given.page).write_text(section, encoding="utf-8")
    print(section)
    failed = sum(half["failed"] for half in halves) + sum(later["failed"] for _, later in pages.values())
    if failed:
        sys.exit(f"bench: {failed} answers failed")


if __name__ == "__main__":
    main()
