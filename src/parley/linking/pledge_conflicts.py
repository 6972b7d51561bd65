"""Pledges of one matter that cannot both be as told: two values, two years, or two base years, and no change between.

What took another's place is history, not a dispute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from parley.linking.at_odds import Said, Side, V, sides_of
from parley.linking.pledge_terms import NOT_STANDING, matter_of, value_of
from parley.linking.scope import scope_of
from parley.linking.shelf import Shelf
from parley.records import BookEntry, Conflict, Pledge

_YEARS = frozenset(["net_zero", "peak"])
Told = tuple[Pledge, int]
"""A report and the number of its entry in the book."""


def pledge_conflicts(shelf: Shelf, book: Sequence[BookEntry]) -> Iterator[Conflict]:
    """Disputes over pledges, each with all its sides."""
    pledges = {pledge.id: pledge for reading in shelf for pledge in reading.pledges}
    matters: dict[tuple[Hashable, frozenset[str]], list[Told]] = defaultdict(list)
    for number, entry in enumerate(book):
        for pledge in shelf.by_age(pledges[report] for report in entry.reports) if entry.standing else ():
            matter = matter_of(pledge)
            if matter is not None and pledge.firmness not in NOT_STANDING:
                matters[matter, _narrowed(pledge)].append((pledge, number))
    for told in matters.values():
        yield from _over_what(told, shelf)
    for (matter, _), told in matters.items():
        if isinstance(matter, tuple) and matter[1] == "reduction":
            yield from _over_base_year(told)


def _narrowed(pledge: Pledge) -> frozenset[str]:
    years = {str(year) for year in (pledge.base_year, pledge.target_year)}
    return frozenset(word for word in scope_of(pledge) - years if not word.isdigit()) - _OF_ANY_PLEDGE


_OF_ANY_PLEDGE = frozenset(
    (
        *("will", "would", "could", "expected", "target", "goal", "aim", "new", "net", "increase", "increased", "fall"),
        *("decrease", "rise", "raise", "planned", "lower", "higher", "up from", "down from", "reduction", "develop"),
    )
)


def _over_what(told: Sequence[Told], shelf: Shelf) -> Iterator[Conflict]:
    """Standing entries that differ in value, or in the year of net zero or the peak."""
    if len({number for _, number in told}) < 2:
        return
    ordered = shelf.by_age(pledge for pledge, _ in told)
    entries = {pledge.id: number for pledge, number in told}
    if ordered[0].kind in _YEARS:
        by_year = [Said.by(pledge, pledge.target_year) for pledge in ordered]
        yield from _conflict("target_year", sides_of(by_year, lambda a, b: a != b), str)
    else:
        by_value = [Said.by(pledge, entries[pledge.id]) for pledge in ordered]
        first = {entries[pledge.id]: pledge for pledge in reversed(ordered)}
        sides = sides_of(by_value, lambda a, b: a != b)
        yield from _conflict("value", sides, lambda number: _value_words(first[number]))


def _over_base_year(told: Sequence[Told]) -> Iterator[Conflict]:
    """Reports of one entry that count from different years."""
    by_entry: dict[int, list[Pledge]] = defaultdict(list)
    for pledge, number in told:
        if pledge.base_year is not None and pledge.basis != "bau":
            by_entry[number].append(pledge)
    for pledges in by_entry.values():
        said = [Said.by(pledge, pledge.base_year) for pledge in pledges]
        yield from _conflict("base_year", sides_of(said, lambda a, b: a != b), str)


def _conflict(field: str, sides: Sequence[Side[V]], words: Callable[[V], str]) -> Iterator[Conflict]:
    if sides:
        yield Conflict(
            reports=tuple(side.reports[0] for side in sides),
            concerns="pledge",
            field=field,
            words=" against ".join(words(side.value) for side in sides),
            sides=tuple(side.reports for side in sides),
        )


def _value_words(pledge: Pledge) -> str:
    low, high = value_of(pledge) or (0.0, 0.0)
    number = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    return f"{number} {pledge.unit or ''}".strip()
