"""What has changed between two years: fell by 40 % since 1990, doubled, rose by 2 billion tonnes, by 3 points."""

from __future__ import annotations

from datetime import date

from parley.checking.account import Account, Way, Ways
from parley.checking.assertion import Assertion
from parley.checking.candidate import Finding
from parley.checking.compare import Bounds, bounds_of, figure_bounds, order_bounds
from parley.checking.hedges import takes_in_its_end
from parley.checking.levels import TONNES
from parley.checking.quantities import TOPICS, compared_quantity, ways_of
from parley.checking.subject import subject_of
from parley.checking.topics import Quantity
from parley.checking.weigh import weigh
from parley.errors import InventoryError
from parley.inventory.tables import remembered

_ABSOLUTE = "absolute"
# "Stayed flat": within 2 %, close within 5 %.
_FLAT = Bounds(-2.0, 2.0, -5.0, 5.0)


def check_change(assertion: Assertion, today: date | None) -> Finding:
    """The change from the year counted from, the year before where none is named, to the year named or the newest."""
    quantity = compared_quantity(assertion)
    base = assertion.base_year
    if base is not None and assertion.year is not None and base >= assertion.year:
        raise InventoryError(f"a change from {base} to {assertion.year} runs backwards in time")
    if assertion.direction == "to" and (quantity.endswith("_share") or assertion.unit != "%"):
        return _arrived(assertion, today, quantity)
    form = _form(assertion)
    ways = change_ways(ways_of(quantity, subject_of(assertion), assertion), base, form)
    if base is not None and not any(way.account.figures for way in ways):
        raise InventoryError(_no_base(ways_of(quantity, subject_of(assertion), assertion), base))
    return weigh(assertion, today, ways, _bounds(assertion, form), TOPICS[quantity])


def _arrived(assertion: Assertion, today: date | None, quantity: Quantity) -> Finding:
    """ "Rose to 12 billion tonnes" is a level, whatever it was before."""
    scale = TONNES if (assertion.unit or "").startswith("t") else 1.0
    bounds = bounds_of(assertion)
    ways = ways_of(quantity, subject_of(assertion), assertion)
    return weigh(assertion, today, ways, bounds.moved(1 / scale, 0.0), TOPICS[quantity])


@remembered
def change_ways(ways: Ways, base: int | None, form: str) -> Ways:
    """Each account as a change: in %, ``times``, per cent of the level then (``level``), points, or its own unit."""
    return tuple(Way(_changed(way.account, base, form), way.on_words) for way in ways)


def _changed(account: Account, base: int | None, form: str) -> Account:
    since = f" since {base}" if base is not None else " on the year before"
    figures = {}
    for year, value in account.figures.items():
        start = account.figures.get(year - 1 if base is None else base)
        if start is None or (base is not None and year <= base) or (start == 0 and form != _ABSOLUTE):
            continue
        figures[year] = _change(value, start, form)
    words = {"times": "growth", "level": "level"}.get(form, "change")
    unit = {"%": "%", "level": "%", "times": "times", "pp": "pp"}.get(form, account.unit)
    return Account(account.party, f"{words} of {account.quantity}{since}", account.basis, unit, account.source, figures)


def _change(value: float, start: float, form: str) -> float:
    match form:
        case "%":
            return 100.0 * (value - start) / abs(start)
        case "times":
            return value / start
        case "level":
            return 100.0 * value / start
        case _:
            return value - start


def _form(assertion: Assertion) -> str:
    if assertion.unit == "%" and assertion.direction == "to":
        return "level"
    if assertion.unit in ("%", "times", "pp"):
        return assertion.unit
    return "%" if assertion.low is None else _ABSOLUTE


def _bounds(assertion: Assertion, form: str) -> Bounds:
    down = assertion.direction == "down"
    if assertion.low is None or assertion.high is None:
        comparator = "<" if down else ">" if assertion.direction == "up" else assertion.comparator
        return _FLAT if comparator in ("=", "~") else order_bounds(comparator, 0.0)
    unit = "times" if form == "times" else assertion.unit
    bounds = figure_bounds(
        assertion.low,
        assertion.high,
        assertion.comparator,
        assertion.written,
        unit,
        takes_in_its_end(assertion.words),
    )
    if down and assertion.low > 0:
        bounds = _fallen(bounds, form)
    scale = TONNES if form == _ABSOLUTE and (assertion.unit or "").startswith("t") else 1.0
    return bounds.moved(1 / scale, 0.0)


def _fallen(bounds: Bounds, form: str) -> Bounds:
    """ "Fell by 40 %" is a change of -40 %; of a multiple the words already say which way."""
    return bounds if form in ("times", "level") else bounds.mirrored()


def _no_base(ways: Ways, base: int) -> str:
    first = min(way.account.first for way in ways if way.account.figures)
    last = max(way.account.last for way in ways if way.account.figures)
    return f"there are no figures for {base}; there are figures for {first} to {last}"
