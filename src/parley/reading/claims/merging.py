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
        and one.subjects == other.subjects
        and one.figure[2] == other.figure[2]
        and _near(one.figure[:2], other.figure[:2])
        and (one.year is None or other.year is None or one.year == other.year)
        and (not one.against or not other.against or one.against == other.against)
        and one.scope.fits(other.scope)
    )


def _near(one: Sequence[float | None], other: Sequence[float | None]) -> bool:
    return all(_same_figure(a, b) for a, b in zip(one, other, strict=True))


def _same_figure(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _SAME_FIGURE * max(abs(one), abs(other))


def _joined(first: Told, other: Told) -> Told:
    draft = replace(
        first.draft,
        year=first.draft.year or other.draft.year,
        against=first.draft.against or other.draft.against,
        together=first.draft.together or other.draft.together,
        scope=first.draft.scope.completed(other.draft.scope),
    )
    places = first.places + tuple(place for place in other.places if place not in first.places)
    return Told(draft, first.attribution, places)
