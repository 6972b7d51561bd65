"""What is said of one matter, as sides that cannot all be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from parley.records import Report

V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Said(Generic[V]):
    """One report of a document and the value that it gives."""

    value: V
    report: str
    document: str

    @classmethod
    def by(cls, report: Report, value: V) -> Said[V]:
        return cls(value, report.id, report.document)


@dataclass(frozen=True, slots=True)
class Side(Generic[V]):
    """Reports that agree, in the order given; ``value`` is that of the first."""

    value: V
    reports: tuple[str, ...]


def sides_of(said: Iterable[Said[V]], at_odds: Callable[[V, V], bool]) -> tuple[Side[V], ...]:
    """Two sides or more, any two reports of different sides at odds; none where all agree.

    A document that itself tells both is no party to the dispute, and a value that fits two sides ("31 August to 3
    September" beside 31 August and 3 September) takes none. ``said`` is in the order in which sides are to stand.
    """
    told = list(said)
    values = list(dict.fromkeys(one.value for one in told))
    if len(values) < 2:
        return ()
    odds = {value: {other for other in values if other != value and at_odds(value, other)} for value in values}
    torn = _torn(told, odds)
    values = list(dict.fromkeys(one.value for one in told if one.document not in torn))
    agreeing = {value: {other for other in values if other not in odds[value]} for value in values}
    clear = [value for value in values if not any(odds[other] & agreeing[value] for other in agreeing[value])]
    disputed = [value for value in clear if odds[value].intersection(clear)]
    sides = _classes(disputed, odds)
    held = (tuple(one.report for one in told if one.value in side and one.document not in torn) for side in sides)
    found = tuple(Side(side[0], reports) for side, reports in zip(sides, held, strict=True))
    return found if len(found) > 1 else ()


def _torn(told: Sequence[Said[V]], odds: dict[V, set[V]]) -> set[str]:
    """Documents that give values at odds with each other."""
    by_document: dict[str, set[V]] = defaultdict(set)
    for one in told:
        by_document[one.document].add(one.value)
    return {
        document
        for document, values in by_document.items()
        if len(values) > 1 and any(odds[value] & values for value in values)
    }


def _classes(values: Sequence[V], odds: dict[V, set[V]]) -> list[list[V]]:
    """Values that agree with one another, together; agreement is transitive among what fits one side only."""
    classes: list[list[V]] = []
    for value in values:
        home = next((group for group in classes if group[0] not in odds[value]), None)
        if home is None:
            classes.append([value])
        else:
            home.append(value)
    return classes
