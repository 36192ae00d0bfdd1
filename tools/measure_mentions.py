#!/usr/bin/env python3
"""Score the names that `rapporteur read --mentions` finds on corpora of tokens and labels.

    measure_mentions.py PROGRAM FILE.tsv[:every10] ...

FILE has a line token<TAB>label per token (BIO; PER, ORG, LOC, NORP; anything else counts as outside) and a blank line
between sentences. With :every10 only each tenth sentence counts, the ones that tools/train/sources.tsv leaves out.
Prints, per file and label, precision, recall, F1 (exact spans) and gold names; PER is `person`, ORG `body`, LOC `place`
or `state`. Titles at the start of a gold person and a leading "the" are taken off. Standard library only.
"""
import json
import subprocess
import sys
from collections import Counter

KIND = {"person": "PER", "body": "ORG", "place": "LOC", "state": "LOC"}
TITLES = set("""president mr. mrs. ms. dr. minister prime vice foreign secretary general senator sen. representative gov. governor
king queen prince princess pope chancellor ambassador justice judge lieutenant colonel major captain rep. secretary-general
premier chairman former sir lord lady sheikh ayatollah attorney interior defense finance""".split())
NO_SPACE_BEFORE = {",", ".", ";", ":", ")", "]", "?", "!", "%", "n't"}
PER_TEXT = 40


def sentences(path):
    tokens = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line:
            tokens.append(line.split("\t"))
        elif tokens:
            yield tokens
            tokens = []
    if tokens:
        yield tokens


def write(text, gold, tokens):
    """Appends a sentence to `text` as print sets it, and its names to `gold` as (label, begin, end) in characters."""
    open_label, begin, end, glue, first = None, 0, 0, False, True
    size = len("".join(text))
    words = []
    for word, label in tokens:
        tight = first or glue or word in NO_SPACE_BEFORE or word.startswith("'")
        if not tight:
            text.append(" ")
            size += 1
        first, glue = False, word in {"(", "[", "$"}
        goes_on = label.startswith("I-") and open_label == label[2:]
        if not goes_on and open_label:
            gold.append((open_label, begin, end, words))
            open_label = None
        if not goes_on and label[:2] in {"B-", "I-"}:
            open_label, begin, words = label[2:], size, []
        text.append(word)
        if open_label:
            words.append((word, size))
        size += len(word)
        end = size
    if open_label:
        gold.append((open_label, begin, end, words))
    text.append("\n\n")


def trimmed(name):
    label, begin, end, words = name
    drop = TITLES if label == "PER" else set()
    while len(words) > 1 and words[0][0].lower() in drop | {"the"}:
        words = words[1:]
    return label, words[0][1], end


def texts(path, every):
    text, gold, count = [], [], 0
    for number, tokens in enumerate(sentences(path)):
        if every > 1 and number % every != every - 1:
            continue
        write(text, gold, tokens)
        count += 1
        if count % PER_TEXT == 0:
            yield "".join(text), {trimmed(name) for name in gold}
            text, gold = [], []
    if text:
        yield "".join(text), {trimmed(name) for name in gold}


def main(arguments):
    if len(arguments) < 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    print("file\tlabel\tprecision\trecall\tf1\tgold")
    for argument in arguments[1:]:
        path, _, part = argument.partition(":every")
        cases = list(texts(path, int(part or 1)))
        records = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, (text, _) in enumerate(cases))
        run = subprocess.run([arguments[0], "read", "--mentions", "--format", "jsonl", "--input", "jsonl", "-"],
                             input=records, capture_output=True, text=True, check=True)
        gold_count, found_count, right_count = Counter(), Counter(), Counter()
        for line in run.stdout.splitlines():
            reading = json.loads(line)
            text, gold = cases[int(reading["id"])]
            source = reading["report"]["text"].encode()
            found, at, seen = set(), 0, 0
            for mention in sorted(reading["mentions"], key=lambda m: m["begin"]):
                if mention["kind"] not in KIND:
                    continue
                # the text that was read may be shorter: find the words again, in order
                begin = text.find(mention["text"], max(at - 20, 0))
                if begin < 0:
                    continue
                at = max(at, begin)
                prefix = len(source[:mention["begin"]].decode())
                near = text.find(mention["text"], max(prefix - 4, 0))
                begin = near if near >= 0 and abs(near - prefix) < 200 else begin
                found.add((KIND[mention["kind"]], begin, begin + len(mention["text"])))
                seen += 1
            gold = {name for name in gold if name[0] in {"PER", "ORG", "LOC"}}
            gold_count.update(name[0] for name in gold)
            found_count.update(name[0] for name in found)
            right_count.update(name[0] for name in gold & found)
        for label in ("PER", "ORG", "LOC", "all"):
            pick = (lambda c: sum(c.values())) if label == "all" else (lambda c: c[label])
            gold_n, found_n, right_n = pick(gold_count), pick(found_count), pick(right_count)
            precision = right_n / found_n if found_n else 0
            recall = right_n / gold_n if gold_n else 0
            f1 = 2 * right_n / (gold_n + found_n) if gold_n + found_n else 0
            print(f"{path}\t{label}\t{precision:.3f}\t{recall:.3f}\t{f1:.3f}\t{gold_n}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
