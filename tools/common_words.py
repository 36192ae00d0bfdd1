#!/usr/bin/env python3
"""Make data/lexicon/common_words.tsv from tagged corpora: words that English writes in lower case.

    common_words.py CORPUS.tsv... > data/lexicon/common_words.tsv

A CORPUS has `token TAB label` lines. Kept are words of letters seen at least three times, at least
70% of them in lower case away from the start of a sentence.
"""
import collections
import sys

if len(sys.argv) < 2:
    sys.exit(__doc__)
lower, upper = collections.Counter(), collections.Counter()
for path in sys.argv[1:]:
    first = True
    for line in open(path, encoding="utf-8"):
        token = line.split("\t")[0].strip()
        if token and not first and token.isalpha():
            if token.islower():
                lower[token] += 1
            elif token[0].isupper():
                upper[token.lower()] += 1
        first = not token
print("# Words that English writes in lower case: at the start of a sentence their capital says nothing.")
print("# Source: counts over openly licensed corpora (Groningen Meaning Bank, GUM), by tools/common_words.py.")
print("# Licence: Apache-2.0. word: lower case.")
print("word")
for word in sorted(w for w, n in lower.items() if n >= 3 and n >= 0.7 * (n + upper[w])):
    print(word)
