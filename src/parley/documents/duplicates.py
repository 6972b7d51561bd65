"""Documents that say the same: the same bytes, the same text, or nearly the same text.

Near duplicates are compared by shingles (runs of five words; Broder 1997). A fixed part of all shingles, those whose
hash is divisible by a small number, finds the candidates; the full sets then decide.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import combinations
from typing import Literal, NamedTuple

from parley.records.document import Document

NEAR = 0.6
SHINGLE_WORDS = 5
FEWEST_SHINGLES = 20
_SAMPLED_ONE_IN = 4
# A passage that so many documents share is boilerplate of their publisher.
_MOST_SHARING = 50

_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")


class Duplicate(NamedTuple):
    """Two documents, by their place in the order given, that say the same.

    ``similarity``: the share of the shorter one's shingles that the other has too, 0 to 1.
    ``later``: the place of the later version, or the longer one where their dates do not tell; ``reason`` says which.
    """

    first: int
    second: int
    kind: Literal["same_bytes", "same_text", "near"]
    similarity: float
    later: int
    reason: str


def find_duplicates(documents: Iterable[Document]) -> tuple[Duplicate, ...]:
    """All pairs of ``documents`` that say the same, in order of their places."""
    listed = list(documents)
    found = {(pair.first, pair.second): pair for pair in (*_near(listed), *_same_text(listed), *_same_bytes(listed))}
    return tuple(found[places] for places in sorted(found))


def _same_bytes(documents: Sequence[Document]) -> Iterator[Duplicate]:
    for first, second in _equal_pairs([document.sha256 for document in documents]):
        yield Duplicate(first, second, "same_bytes", 1.0, *_later(documents, first, second))


def _same_text(documents: Sequence[Document]) -> Iterator[Duplicate]:
    for first, second in _equal_pairs([_SPACE.sub(" ", document.text).strip() for document in documents]):
        yield Duplicate(first, second, "same_text", 1.0, *_later(documents, first, second))


def _equal_pairs(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    for same in places.values():
        yield from combinations(same, 2)


def _near(documents: Sequence[Document]) -> Iterator[Duplicate]:
    shingles = [_shingles(document.text) for document in documents]
    for first, second in _candidates(shingles):
        shorter = min(len(shingles[first]), len(shingles[second]))
        shared = len(shingles[first] & shingles[second]) / shorter
        if shared >= NEAR:
            yield Duplicate(first, second, "near", round(shared, 3), *_later(documents, first, second))


def _shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of five words, letter case and marks left out."""
    words = _WORD.findall(text.casefold())
    runs = zip(*(words[shift:] for shift in range(SHINGLE_WORDS)), strict=False)
    return frozenset(_hash(" ".join(run)) for run in runs)


def _hash(run: str) -> int:
    # Python's own hash differs from one process to the next.
    return int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def _candidates(shingles: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs that share enough of the sampled shingles to be worth a full comparison."""
    sampled = [_sample(own) for own in shingles]
    holders: dict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(sampled):
        for shingle in own:
            holders[shingle].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if 2 <= len(places) <= _MOST_SHARING:
            shared.update(combinations(places, 2))
    enough = NEAR / 2
    return sorted(
        (first, second)
        for (first, second), count in shared.items()
        if count >= enough * min(len(sampled[first]), len(sampled[second]))
    )


def _sample(shingles: frozenset[int]) -> list[int]:
    if len(shingles) < FEWEST_SHINGLES:
        return []
    return [shingle for shingle in shingles if shingle % _SAMPLED_ONE_IN == 0]


def _later(documents: Sequence[Document], first: int, second: int) -> tuple[int, str]:
    """Which of the two is the later or the longer version, and why."""
    one, other = documents[first], documents[second]
    if one.published and other.published and one.published.anchor != other.published.anchor:
        return (first if one.published.anchor > other.published.anchor else second), "published later"
    if len(one.text) != len(other.text):
        return (first if len(one.text) > len(other.text) else second), "longer"
    return second, "given later"
