"""One record for a claim however often the document makes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parley.reading.claims.draft import Draft
from parley.records import Attribution

_SAME_FIGURE = 0.005


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with all its places in the text, and who makes it."""

    draft: Draft
    attribution: Attribution
    places: tuple[tuple[int, int], ...]


def merge(told: Iterable[Told]) -> list[Told]:
    """The claims with restatements joined to the first; what the first leaves out is taken from the others."""
    merged: list[Told] = []
    for claim in told:
        index = next((i for i, other in enumerate(merged) if _same(other.draft, claim.draft)), None)
        if index is None:
            merged.append(claim)
        else:
            merged[index] = _joined(merged[index], claim)
    return merged


def _same(one: Draft, other: Draft) -> bool:
    return (
        one.measure == other.measure
        and one.subject == other.subject
        and one.figure[2] == other.figure[2]
        and _near(one.figure[:2], other.figure[:2])
        and (one.year is None or other.year is None or one.year == other.year)
    )


def _near(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(a - b) <= _SAME_FIGURE * max(abs(a), abs(b)) for a, b in zip(one, other, strict=True))


def _joined(first: Told, other: Told) -> Told:
    draft = replace(first.draft, year=first.draft.year or other.draft.year)
    places = first.places + tuple(place for place in other.places if place not in first.places)
    return Told(draft, first.attribution, places)
