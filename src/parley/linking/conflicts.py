"""What sources disagree on, found on purpose and never settled here.

A conflict needs two documents: figures of one subject, measure and year that differ by more than their own rounding;
one pledge with two values; an event that one source saw held and another, later, calls cancelled, or the reverse.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from parley.linking.shelf import Shelf
from parley.records import BookEntry, Claim, Conflict, Event, Measure, Pledge

_COMPARABLE: frozenset[Measure] = frozenset(
    (
        "emissions",
        "emissions_share",
        "rank_emitter",
        "per_capita",
        "cumulative",
        "coal_capacity",
        "coal_share",
        "renewables",
        "electricity_share",
        "energy_share",
        "rank_economy",
    )
)
_WRITTEN = re.compile(r"\d+(?:\.\d+)?")
_ABOUT = 0.05
_LONG_APART_DAYS = 400


def find_conflicts(shelf: Shelf, events: Sequence[Event], book: Sequence[BookEntry]) -> tuple[Conflict, ...]:
    """All conflicts, sorted by what they concern and id."""
    found = [*_of_claims(shelf), *_of_pledges(shelf, book), *_of_events(events)]
    return tuple(sorted(found, key=lambda conflict: (conflict.concerns, conflict.field, conflict.id)))


def _of_claims(shelf: Shelf) -> Iterator[Conflict]:
    blocks: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for reading in shelf:
        for claim in reading.claims:
            if (
                claim.measure in _COMPARABLE
                and claim.subject
                and claim.low is not None
                and claim.comparator in ("=", "~")
                and not claim.denied
            ):
                blocks[claim.subject, claim.measure, claim.unit, claim.year, claim.about, claim.basis].append(claim)
    for claims in blocks.values():
        for one, other in combinations(shelf.by_age(claims), 2):
            of_one_gas = one.gas is None or other.gas is None or one.gas == other.gas
            if one.document == other.document or not of_one_gas:
                continue
            if _of_one_time(one, other, shelf) and _differ(one, other):
                words = f"{one.written or one.low} against {other.written or other.low}"
                yield Conflict(reports=(one.id, other.id), concerns="claim", field=one.measure, words=words)


def _of_one_time(one: Claim, other: Claim, shelf: Shelf) -> bool:
    """Figures without a year may both be right when they were written long apart."""
    days = abs((shelf.day(one) - shelf.day(other)).days)
    return one.year is not None or days <= _LONG_APART_DAYS


def _differ(one: Claim, other: Claim) -> bool:
    """Whether two figures lie further apart than the way they are written allows."""
    low, high = sorted([one.low or 0.0, other.low or 0.0])
    return high - low > _half_a_digit(one) + _half_a_digit(other)


def _half_a_digit(claim: Claim) -> float:
    """Half a unit of the last digit written ("739" is 738.5 to 739.5), or 5 % of what is "about" or in words."""
    value = abs(claim.low or 0.0)
    digits = _WRITTEN.search((claim.written or "").replace(",", ""))
    if claim.comparator == "~" or digits is None or float(digits.group()) == 0:
        return _ABOUT * value
    decimals = len(digits.group().partition(".")[2])
    step = float(f"1e-{decimals}")
    return 0.5 * step * value / float(digits.group())


def _of_pledges(shelf: Shelf, book: Sequence[BookEntry]) -> Iterator[Conflict]:
    pledges = {pledge.id: pledge for reading in shelf for pledge in reading.pledges}
    standing = [entry for entry in book if entry.standing and entry.low is not None and entry.target_year]
    for one, other in combinations(standing, 2):
        if (one.party, one.kind, one.target_year, one.unit, one.about) != (
            other.party,
            other.kind,
            other.target_year,
            other.unit,
            other.about,
        ):
            continue
        a, b = _oldest(one, pledges, shelf), _oldest(other, pledges, shelf)
        if a.document != b.document and a.base_year == b.base_year:
            words = f"{one.low:g} {one.unit or ''} against {other.low:g} {other.unit or ''}".replace("  ", " ").strip()
            yield Conflict(reports=(a.id, b.id), concerns="pledge", field="value", words=words)


def _oldest(entry: BookEntry, pledges: dict[str, Pledge], shelf: Shelf) -> Pledge:
    return shelf.by_age(pledges[report] for report in entry.reports)[0]


def _of_events(events: Sequence[Event]) -> Iterator[Conflict]:
    for event in events:
        held = [step for step in event.life if step.status == "held"]
        cancelled = [step for step in event.life if step.status == "cancelled"]
        for one in held:
            for other in cancelled:
                if one.document != other.document:
                    yield Conflict(
                        reports=(one.report, other.report),
                        concerns="event",
                        field="status",
                        words="held against cancelled",
                    )
