#!/usr/bin/env python3
"""Score the register that `rapporteur ingest` makes of examples/register.

    measure_register.py PROGRAM [--annotated] [--show]

Ingests the reports, takes meetings, people and conflicts from the export and compares them with expected.json. With --annotated
the annotations are ingested as ready readings instead, so that resolving is measured apart from reading. What a report says is paired with its annotation first: people by their names, meetings by number, day, place, kind, organ and people. Prints how much
could be paired (the rest was not read, or read as something else), B-cubed precision, recall and F1 of the grouping of what was
paired, and precision and recall of the conflicts by meeting and property. --show lists groups that are torn apart or run
together with the rules that tied them, and wrong conflicts. Standard library only.
"""
import collections
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "examples/register"
PROPERTIES = {"when", "place", "country", "chair", "ordinal"}
LEAST_LIKENESS = 3


def folded(text):
    plain = unicodedata.normalize("NFKD", text or "").lower()
    return "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split()


def ready_reading(path):
    """The annotation of a report as the reading that a faultless reader would make of it."""
    annotation = json.loads(path.read_text(encoding="utf-8"))
    about = annotation["report"]
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    meetings = []
    for m in annotation["meetings"]:
        meeting = {k: v for k, v in m.items() if k not in ("ref", "agenda", "outcomes", "participants", "instruments")}
        meeting["id"] = m["ref"]
        meeting["participants"] = [{**{k: v for k, v in p.items() if k != "office"}, "offices": [p["office"]] if p.get("office") else []}
                                   for p in m["participants"]]
        for name in ("agenda", "outcomes"):
            meeting[name] = [{"text": item} for item in m[name]]
        meetings.append(meeting)
    return {"id": path.stem, "engine": "annotated", "schema": 1, "meetings": meetings, "holdings": [], "positions": [], "warnings": [],
            "left_out": [], "report": {"digest": "sha256:" + hashlib.sha256(text.encode()).hexdigest(), "origin": path.stem + ".txt",
                                       "title": about["title"], "publisher": about["publisher"], "published": about["published"],
                                       "dateline": {"place": about["dateline_place"]}, "language": about["language"], "text": text}}


def exported(program, annotated):
    with tempfile.TemporaryDirectory() as folder:
        register = folder + "/register.db"
        reports = sorted(map(str, (FOLDER / "reports").glob("*.txt")))
        if annotated:
            ready = pathlib.Path(folder, "readings.jsonl")
            ready.write_text("".join(json.dumps(ready_reading(pathlib.Path(r).with_suffix(".json"))) + "\n" for r in reports))
            reports = ["--readings", str(ready)]
        subprocess.run([program, "ingest", "--quiet", "--register", register, *reports], check=True, capture_output=True)
        run = subprocess.run([program, "export", "--register", register, "--format", "jsonl"], check=True, capture_output=True)
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def readings(records):
    """Per report what was read: {pointer of a meeting: {property: value, "people": {pointer: name}}}."""
    found = collections.defaultdict(lambda: collections.defaultdict(lambda: {"people": {}}))
    for record in records:
        parts = record["pointer"].split("/") if record["type"] == "claim" else []
        if len(parts) < 4 or parts[1] != "meetings":
            continue
        meeting = found[record["report"].removesuffix(".txt")]["/".join(parts[:3])]
        if len(parts) == 4:
            meeting[parts[3]] = record["value"]
        elif parts[3] == "participants" and parts[-1] == "person":
            meeting["people"]["/".join(parts[:5])] = record["value"]
    return found


def likeness(gold, read):
    same = sum(weight for name, weight in (("ordinal", 3), ("when", 3), ("place", 2), ("kind", 1))
               if gold.get(name) and str(gold[name]) == str(read.get(name)))
    words = [set(folded(m.get("organ")) + folded(m.get("organisation"))) for m in (gold, read)]
    if words[0] and words[1]:
        same += 3 * len(words[0] & words[1]) / len(words[0] | words[1])
    people = {tuple(folded(p["person"])) for p in gold["participants"] if p.get("person")}
    if people:
        same += 3 * len(people & {tuple(folded(name)) for name in read["people"].values()}) / len(people)
    return same


def pair_meetings(report, annotation, read):
    pairs = sorted(((likeness(gold, meeting), gold["ref"], pointer) for gold in annotation["meetings"]
                    for pointer, meeting in read.items()), key=lambda pair: (-pair[0], pair[1:]))
    refs, pointers = {}, set()
    for score, ref, pointer in pairs:
        if score >= LEAST_LIKENESS and ref not in refs and pointer not in pointers:
            refs[ref] = pointer
            pointers.add(pointer)
    return {f"{report}#{ref}": f"{report}.txt {pointer}" for ref, pointer in refs.items()}


def pair_ready(report, annotation, _):
    """Of ready readings the pairs are known."""
    return {f"{report}#{m['ref']}": f"{report}.txt /meetings/{i}" for i, m in enumerate(annotation["meetings"])}


def pair_people(report, annotation, read):
    """Names as they are written; names whose words come in another order only where nobody else has those words."""
    pairs = {}
    names = {p["person"] for gold in annotation["meetings"] for p in gold["participants"] if p.get("person")}
    for person in sorted(names):
        alone = sum(sorted(folded(person)) == sorted(folded(other)) for other in names) == 1
        for meeting in read.values():
            for pointer, name in meeting["people"].items():
                if folded(name) == folded(person) or alone and sorted(folded(name)) == sorted(folded(person)):
                    pairs[f"{report}#{person}"] = f"{report}.txt {pointer}"
    return pairs


def b_cubed(gold_of, read_of):
    """Of elements that have a gold group and a read group."""
    gold, read = collections.defaultdict(set), collections.defaultdict(set)
    for element in gold_of:
        gold[gold_of[element]].add(element)
        read[read_of[element]].add(element)
    both = [(len(gold[gold_of[e]] & read[read_of[e]]), len(read[read_of[e]]), len(gold[gold_of[e]])) for e in gold_of]
    precision = sum(shared / of_read for shared, of_read, _ in both) / len(both)
    recall = sum(shared / of_gold for shared, _, of_gold in both) / len(both)
    return precision, recall, 2 * precision * recall / (precision + recall)


def groups(expected, pairs, records, kind):
    entity_of = {member: r["id"] for r in records if r["type"] == kind for member in r["members"]}
    gold_of = {m: group["id"] for group in expected for m in group["members"] if pairs.get(m) in entity_of}
    return gold_of, {m: entity_of[pairs[m]] for m in gold_of}


def show_groups(gold_of, read_of):
    for left, right, what in ((gold_of, read_of, "torn apart"), (read_of, gold_of, "run together")):
        parts = collections.defaultdict(lambda: collections.defaultdict(list))
        for element in left:
            parts[left[element]][right[element]].append(element)
        for group, pieces in sorted(parts.items()):
            if len(pieces) > 1:
                print(f"  {what}: {group}: " + " | ".join(", ".join(sorted(p)) for p in pieces.values()))


def main(arguments):
    if not arguments:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    show, annotated = "--show" in arguments, "--annotated" in arguments
    expected = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
    records = exported(arguments[0], annotated)
    read = readings(records)
    pairs = {"meeting": {}, "person": {}}
    for path in sorted((FOLDER / "reports").glob("*.json")):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        pairs["meeting"].update((pair_ready if annotated else pair_meetings)(path.stem, annotation, read[path.stem]))
        pairs["person"].update(pair_people(path.stem, annotation, read[path.stem]))
    for kind, name in (("meeting", "meetings"), ("person", "people")):
        gold_of, read_of = groups(expected[name], pairs[kind], records, kind)
        precision, recall, f1 = b_cubed(gold_of, read_of)
        total = sum(len(group["members"]) for group in expected[name])
        print(f"{name}: {len(gold_of)} of {total} mentions paired, B3 precision {precision:.3f}, recall {recall:.3f}, f1 {f1:.3f}")
        if show:
            show_groups(gold_of, read_of)
        if kind == "meeting":
            meeting_of = {read_of[m]: gold_of[m] for m in gold_of}
    wanted = {(c["meeting"], c["property"]) for c in expected["conflicts"]}
    found = {(meeting_of.get(r["entity"], r["entity"]), r["property"]) for r in records
             if r["type"] == "conflict" and r["property"] in PROPERTIES}
    print(f"conflicts: {len(found & wanted)} of {len(wanted)} found, {len(found - wanted)} that are none")
    if show:
        for what, those in (("missed", wanted - found), ("no conflict", found - wanted)):
            print("".join(f"  {what}: {meeting} {name}\n" for meeting, name in sorted(those)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
