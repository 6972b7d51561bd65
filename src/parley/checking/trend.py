"""The series that a claim is held against, with the claimed figure on it: what a chart of a claim shows.

The series is what the same check says of each year, so that it is counted exactly as the figure that decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from parley.checking.assertion import Assertion
from parley.checking.registry import CHECKS
from parley.checking.times import newest_day
from parley.errors import InventoryError
from parley.records.claim import Comparator
from parley.records.verdict import Reference, Verdict

Point = tuple[int, float]

_FIRST_YEAR = 1990
_FEWEST_POINTS = 5
_MOST_OTHERS = 4
_LOOK_BACK = 10
_MEGATONNE = 1e6
_PER_TWH = {"J": 3.6e15, "Wh": 1e12, "TWh": 1.0, "EJ": 3.6e-3, "kWh": 1e9}
_TURNED: dict[Comparator, Comparator] = {"<": ">", ">": "<", "=": "=", "~": "~"}


@dataclass(frozen=True, slots=True)
class Line:
    """Figures by year, counted on one basis by one source."""

    basis: str
    source: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """The claimed figure: from ``low`` to ``high`` in ``year``; ``comparator`` as in a claim."""

    year: int
    low: float
    high: float
    comparator: Comparator


@dataclass(frozen=True, slots=True)
class Trend:
    """A claim's figure on the series of record, all in ``unit``.

    ``then`` is the figure of the claim's time, counted on ``basis`` by ``source``, and ``line`` its series; None where
    that figure stands alone. ``others`` count otherwise, as the words allow. ``besides`` is another figure of ``line``
    worth naming: an earlier one with which the claim was true, else the newest. ``level`` is a height that means
    something by itself, such as as much as the other.
    """

    party: str | None
    quantity: str
    unit: str
    basis: str
    source: str
    then: Point
    line: Line | None
    others: tuple[Line, ...]
    claimed: Mark | None
    besides: Point | None = None
    level: float | None = None


def trend_of(assertion: Assertion, verdict: Verdict, *, today: date | None = None) -> Trend | None:
    """The trend behind a verdict; None where there is no series, or where the claim has no place on it.

    Where the figure that decides is no part of a series, such as one that a report states, another figure of record
    that says the same of the claim stands for it.
    """
    figures = [each for each in verdict.references if each.value is not None and each.year is not None and each.unit]
    kinds: dict[tuple[str | None, str, str | None], Reference] = {}
    for each in figures:
        if (each.holds, each.as_of) == (figures[0].holds, figures[0].as_of):
            kinds.setdefault((each.party, each.quantity, each.unit), each)
    found = (_trend_by(decided, assertion, verdict, today) for decided in kinds.values())
    return next((trend for trend in found if trend is not None), None)


def _trend_by(decided: Reference, assertion: Assertion, verdict: Verdict, today: date | None) -> Trend | None:
    """The trend with ``decided`` as the figure of record, which has a value, a year and a unit."""
    level = _level(assertion, decided.unit or "")
    claimed = None if assertion.denied else _mark(assertion, decided)
    if claimed is None and level is None:
        return None
    lines = _lines(assertion, decided, today)
    if not lines:
        return None
    own = next((line for line in lines if (line.basis, line.source) == (decided.basis, decided.source)), None)
    then, besides = _points(decided, own, _time_of(verdict, decided))
    return Trend(
        party=decided.party,
        quantity=decided.quantity,
        unit=decided.unit or "",
        basis=decided.basis,
        source=decided.source,
        then=then,
        line=own,
        others=tuple(line for line in lines if line is not own)[:_MOST_OTHERS],
        claimed=replace(claimed, year=assertion.year or then[0]) if claimed else None,
        besides=besides,
        level=level,
    )


def _time_of(verdict: Verdict, decided: Reference) -> int:
    """The year that a claim speaks for: not that of the figure that decides where it was true earlier."""
    years = (each.year for each in verdict.references if each.as_of == "then" and _is_like(each, decided))
    own = next((year for year in years if year and decided.year and year > decided.year), None)
    return own if verdict.token == "outdated" and own else decided.year or 0


def _points(decided: Reference, own: Line | None, year: int) -> tuple[Point, Point | None]:
    """The figure of ``year`` on the deciding line, and another worth naming."""
    deciding = (decided.year or 0, decided.value or 0.0)
    if own is None:
        return deciding, None
    known = [point for point in own.points if deciding[0] < point[0] <= year]
    if known:
        return known[-1], deciding
    newest = own.points[-1]
    return deciding, newest if newest[0] > deciding[0] else None


def _level(assertion: Assertion, unit: str) -> float | None:
    """What a comparison or a change without a figure is held against: as much as the other, or as before."""
    if assertion.measure == "comparison" and unit == "times":
        return 1.0
    return 0.0 if assertion.measure == "change" and assertion.low is None else None


def _lines(assertion: Assertion, decided: Reference, today: date | None) -> list[Line]:
    """What the check says of every year, by basis and source, where that is long enough."""
    points: dict[tuple[str, str], list[Point]] = {}
    for reference in _every_year(assertion, decided, today):
        if reference.year is not None and reference.value is not None and _is_like(reference, decided):
            points.setdefault((reference.basis, reference.source), []).append((reference.year, reference.value))
    return [Line(*key, tuple(along)) for key, along in points.items() if len(along) >= _FEWEST_POINTS]


def _every_year(assertion: Assertion, decided: Reference, today: date | None) -> Iterator[Reference]:
    check, day = CHECKS[assertion.measure], today or newest_day()
    named = [year for year in (assertion.base_year, assertion.year, decided.year) if year is not None]
    for year in range(min(_FIRST_YEAR, *(year - _LOOK_BACK for year in named)), day.year + 1):
        try:
            finding = check(replace(assertion, year=year, said=None), day)
        except (InventoryError, ValueError):
            continue
        for candidate in finding.candidates:
            mine = (candidate.reference.basis, candidate.reference.source) == (decided.basis, decided.source)
            if candidate.time == "then" and candidate.reference.year == year and (mine or candidate.on_words):
                yield candidate.reference


def _is_like(reference: Reference, decided: Reference) -> bool:
    """Whether two figures can stand on one axis; the metric of CO2e may differ, as it is part of the basis."""
    return (reference.party, reference.quantity) == (decided.party, decided.quantity) and _symbol(
        reference.unit
    ) == _symbol(decided.unit)


def _symbol(unit: str | None) -> str:
    """A unit without its metric; CO2 and CO2e share an axis."""
    return (unit or "").partition(" (")[0].replace("CO2e", "CO2")


def _mark(assertion: Assertion, decided: Reference) -> Mark | None:
    """The claimed figure in the unit of record; None where there is none, or it cannot be put into that unit."""
    low, high = assertion.low, assertion.high
    if low is None or high is None or decided.year is None:
        return None
    ends = [_in_unit(value, assertion, decided.unit or "") for value in (low, high)]
    if ends[0] is None or ends[1] is None:
        return None
    least, most = sorted((ends[0], ends[1]))
    comparator = _TURNED[assertion.comparator] if _is_fall(assertion, low) else assertion.comparator
    return Mark(decided.year, least, most, comparator)


def _in_unit(value: float, assertion: Assertion, unit: str) -> float | None:
    said, symbol = assertion.unit or "", unit.partition(" ")[0]
    if _is_fall(assertion, value):
        value = -value
    if assertion.measure == "ratio" and symbol == "times" and said == "%":
        return value / 100 + (1 if assertion.direction in ("up", "down") else 0)
    if symbol.startswith("Mt") and said.startswith("t"):
        return value / _MEGATONNE
    if symbol == "TWh":
        return value / _PER_TWH[said] if said in _PER_TWH else None
    return value if _stem(said) == _stem(symbol) else None


def _is_fall(assertion: Assertion, value: float) -> bool:
    """Whether a figure told as positive is of a fall."""
    falls = assertion.measure == "change" or (assertion.measure == "ratio" and assertion.unit == "%")
    return falls and assertion.direction == "down" and assertion.unit != "times" and value > 0


def _stem(unit: str) -> str:
    """What must be the same for a figure to need no conversion."""
    stem = _symbol(unit).partition(" ")[0]
    return "people" if stem in ("person", "persons") else stem
