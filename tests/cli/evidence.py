"""Is every value of a reading backed by its words?

    python3 evidence.py READINGS.jsonl

READINGS.jsonl is what `rapporteur read --format jsonl` prints. A span must lie inside the text, on
the boundaries of characters, and be no longer than its words need; a value must have evidence;
and of the words of a name, an office or an item at least half must stand in its evidence.
"""

import json
import re
import sys
import unicodedata

LONGEST = 200  # bytes, for single values
LONGEST_ITEM = 600  # for agenda items, outcomes, positions and links

# Field: whether the words of the value themselves must stand in the evidence.
MEETING = {"name": True, "organisation": False, "organ": False, "kind": False, "mode": False,
           "ordinal": False, "status": False, "when": False, "rescheduled_to": False,
           "place": True, "country": False, "venue": True, "chair": False, "chair_person": True,
           "host": False, "inviter": True}
PARTICIPANT = {"person": True, "offices": True, "state": False, "organisation": False,
               "attendance": False}
HOLDING = {"person": True, "office": True, "state": False, "organisation": False}

UNITS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
         "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
         "seventeenth", "eighteenth", "nineteenth")
TENS = ("", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")


def words(text):
    """The words of a text without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", str(text)).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"\w+", plain)


def roman(number):
    out = ""
    for value, letters in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
                           (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            out, number = out + letters, number - value
    return out


def spellings_of_ordinal(number):
    """Words of which one must stand where a report says the ordinal `number`."""
    out = {f"{number}{ending}" for ending in ("", "st", "nd", "rd", "th")} | {roman(number)}
    rest = number % 100
    if rest == 0:
        out.add("hundredth")
    elif rest < 20:
        out.add(UNITS[rest])
    elif rest % 10 == 0:
        out.add(TENS[rest // 10] + "ieth")
    else:
        out.add(UNITS[rest % 10])
    return out


class Check:
    """Collects the faults of one reading."""

    def __init__(self, reading):
        self.raw = reading["report"]["text"].encode("utf-8")
        self.values = 0
        self.faults = []
        for i, meeting in enumerate(reading["meetings"]):
            at = f"/meetings/{i}"
            self.object(meeting, MEETING, at, LONGEST)
            for j, participant in enumerate(meeting["participants"]):
                self.object(participant, PARTICIPANT, f"{at}/participants/{j}", LONGEST)
            for name in ("agenda", "outcomes"):
                for j, item in enumerate(meeting[name]):
                    self.object(item, {"text": True}, f"{at}/{name}/{j}", LONGEST_ITEM)
            for j, item in enumerate(meeting["instruments"]):
                self.object(item, {"name": True}, f"{at}/instruments/{j}", LONGEST)
            for j, link in enumerate(meeting["links"]):
                self.object(link, {"relation": False}, f"{at}/links/{j}", LONGEST_ITEM)
        for i, holding in enumerate(reading["holdings"]):
            self.object(holding, HOLDING, f"/holdings/{i}", LONGEST)
        for i, position in enumerate(reading["positions"]):
            self.object(position, {"text": True}, f"/positions/{i}", LONGEST_ITEM)

    def object(self, thing, fields, at, longest):
        for name, own_words in fields.items():
            if thing[name] not in (None, "", []):
                self.value(thing, name, own_words, f"{at}/{name}", longest)
        for name in thing["confidence"]:
            if not 0 <= thing["confidence"][name] <= 1:
                self.faults.append(f"{at}/confidence/{name} is not from 0 to 1")

    def value(self, thing, name, own_words, at, longest):
        self.values += 1
        value = thing[name]
        spans = thing["evidence"].get(name) or []
        if not spans:
            self.faults.append(f"{at}: {value!r} has no evidence")
            return
        if name not in thing["confidence"]:
            self.faults.append(f"{at}: {value!r} has no confidence")
        said = [word for span in spans for word in self.words_at(span, at, longest)]
        if name == "ordinal" and not spellings_of_ordinal(value) & set(said):
            self.faults.append(f"{at}: {value} is not in {' '.join(said)!r}")
        wanted = words(" ".join(value) if isinstance(value, list) else value)
        if own_words and sum(word in said for word in wanted) * 2 < len(wanted):
            self.faults.append(f"{at}: {value!r} is not in {' '.join(said)!r}")

    def words_at(self, span, at, longest):
        begin, end = span
        if not 0 <= begin < end <= len(self.raw):
            self.faults.append(f"{at}: {begin}-{end} is outside the text")
            return []
        if end - begin > longest:
            self.faults.append(f"{at}: {begin}-{end} is longer than {longest} bytes")
        try:
            return words(self.raw[begin:end].decode("utf-8"))
        except UnicodeDecodeError:
            self.faults.append(f"{at}: {begin}-{end} cuts a character")
            return []


def faults_of(reading):
    return Check(reading).faults


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    checked = faults = 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            reading = json.loads(line)
            check = Check(reading)
            checked += check.values
            faults += len(check.faults)
            for fault in check.faults:
                print(f"{reading['id']}{fault}")
    print(f"{checked} values, {faults} faults")
    sys.exit(1 if faults or not checked else 0)


if __name__ == "__main__":
    main()
