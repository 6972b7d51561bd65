"""Which reports are worth comparing: those that share a person, or Parties, at about the same time.

Time is cut into buckets, so that a report meets only its neighbours. Reports that tell a long time, or none, are few;
they meet everything that shares a person with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from parley.linking.candidate import Candidate
from parley.linking.conferences import name_keys

_NARROW_BUCKET_DAYS = 32
_WIDE_BUCKET_DAYS = 512
_NARROW_DAYS = 128
_MARGIN_DAYS = 5
_MOVED_DAYS = 200
_MOST_PARTIES = 6

Key = tuple[object, ...]


class Blocks:
    """An index of candidates; ``neighbours`` gives for each the numbers of those to compare it with, each pair once."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
        self._spans = [_span(candidate) for candidate in candidates]
        self._poor = [_is_poor(candidate) for candidate in candidates]
        self._narrow: dict[Key, list[int]] = defaultdict(list)
        self._wide: dict[Key, list[int]] = defaultdict(list)
        self._any: dict[Key, list[int]] = defaultdict(list)
        for number, candidate in enumerate(candidates):
            for key in (*_strong_keys(candidate), *_weak_keys(candidate)):
                self._any[key].append(number)
                for bucket in self._buckets(number, _WIDE_BUCKET_DAYS):
                    self._wide[*key, bucket].append(number)
                if self._breadth(number) == 0:
                    for bucket in self._buckets(number, _NARROW_BUCKET_DAYS):
                        self._narrow[*key, bucket].append(number)

    def neighbours(self, number: int) -> Iterator[int]:
        """Numbers to compare with, in order. Of two the broader one, then the poorer, then the first sees the other."""
        candidate = self._candidates[number]
        found: set[int] = set()
        rank = self._rank(number)
        for key in _strong_keys(candidate):
            found.update(other for other in self._block(number, key) if self._rank(other) < rank)
        if self._poor[number]:
            for key in _weak_keys(candidate):
                found.update(other for other in self._block(number, key) if self._rank(other) < rank)
        elif self._breadth(number):
            for key in _weak_keys(candidate):
                found.update(o for o in self._block(number, key) if self._poor[o] and self._rank(o) < rank)
        yield from sorted(found)

    def _block(self, number: int, key: Key) -> Iterator[int]:
        breadth = self._breadth(number)
        if breadth == 2:
            yield from self._any.get(key, ())
            return
        index, days = (self._wide, _WIDE_BUCKET_DAYS) if breadth else (self._narrow, _NARROW_BUCKET_DAYS)
        for bucket in self._buckets(number, days):
            yield from index.get((*key, bucket), ())

    def _rank(self, number: int) -> tuple[int, bool, int]:
        return self._breadth(number), self._poor[number], number

    def _breadth(self, number: int) -> int:
        """0 for a report of about a season or less, 1 for a longer time, 2 where no time is told."""
        span = self._spans[number]
        return 2 if span is None else int(span[1] - span[0] > _NARROW_DAYS)

    def _buckets(self, number: int, days: int) -> range:
        span = self._spans[number]
        return range(0) if span is None else range(span[0] // days, span[1] // days + 1)


def _span(candidate: Candidate) -> tuple[int, int] | None:
    """The days an event may lie between for comparison; wide around the document of one that was moved."""
    if candidate.first is None or candidate.last is None:
        return None
    margin = candidate.slack + _MARGIN_DAYS
    first, last = candidate.first - margin, candidate.last + margin
    if candidate.moved and candidate.told is not None:
        return min(first, candidate.told - _MOVED_DAYS), max(last, candidate.told + _MOVED_DAYS)
    return first, last


def _is_poor(candidate: Candidate) -> bool:
    """Whether a report names too few people to be found by them."""
    return not candidate.people


def _strong_keys(candidate: Candidate) -> list[Key]:
    if candidate.group == "conference":
        keys: list[Key] = [("name", *words) for words in name_keys(candidate.edition or "")]
        return [*keys, ("at", candidate.country)] if candidate.country else keys
    return [(candidate.group, person) for person in sorted(candidate.people)]


def _weak_keys(candidate: Candidate) -> list[Key]:
    if candidate.group == "conference":
        return []
    if candidate.group == "visit" and candidate.host:
        return [(candidate.group, "host", candidate.host)]
    parties = sorted(candidate.parties)[:_MOST_PARTIES]
    if len(parties) < 2:
        return [(candidate.group, *parties)]
    return [(candidate.group, *pair) for pair in combinations(parties, 2)]
