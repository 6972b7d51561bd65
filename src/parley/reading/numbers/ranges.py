"""Two quantities that are one: ranges, feet and inches, dollars and cents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from parley.reading.numbers.mention import Shape
from parley.reading.numbers.page import Page
from parley.reading.numbers.quantities import Quantity

_JOIN = re.compile(
    r"(?P<dash> ?[-–] ?|~)|(?P<to> to |-to-| up to )|(?P<through> through )|(?P<and> and )|(?P<either> or )"
)
_OPENING = re.compile(r"(?<![^\W_])(?P<word>between|from)(?: about| around| roughly| approximately| an estimated)? $")
_INCHES = re.compile(r" in(?=[.,;)]|$|\n| (?:tall|high|long|wide)\b)")
_CENTS = re.compile(r"(?=[.,;:!?)]|$|\n| more\b)")
_RANGED = ("cardinal", "fraction", "span")
_LONGEST_JOIN = 9
_NEAR_ENOUGH = 2.5


def join(page: Page, quantities: Iterable[Quantity]) -> list[Quantity]:
    """The quantities with ranges and compounds made one."""
    joined: list[Quantity] = []
    for quantity in quantities:
        last = joined[-1] if joined else None
        whole = _whole(page, last, quantity) if last and quantity.start - last.end <= _LONGEST_JOIN else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(quantity)
    return joined


def _whole(page: Page, first: Quantity, second: Quantity) -> Quantity | None:
    if first.shape != "single" or first.start >= second.start or second.start < first.end:
        return None
    return _compound(page, first, second) or _range(page, first, second)


def _compound(page: Page, first: Quantity, second: Quantity) -> Quantity | None:
    """``5 ft 2 in``, ``5 dollars and 20 cents``, ``15 dollars 50``."""
    gap = page.low[first.end : second.start]
    if gap not in (" ", " and ") or second.low < 0:
        return None
    inches = _INCHES.match(page.low, second.end) if first.unit == "ft" and second.unit is None else None
    if inches and second.low < 12:
        second = replace(second, end=inches.end(), unit="in")
    if (first.unit, second.unit) == ("ft", "in") and second.low < 12:
        extra = second.low / 12
    elif _is_minor_unit(first, second) or (gap == " " and _is_bare_cents(page, first, second)):
        extra = second.low / 100
    else:
        return None
    return replace(
        first, end=second.end, low=first.low + extra, high=first.high + extra, cited=(first.start, second.end)
    )


def _is_minor_unit(first: Quantity, second: Quantity) -> bool:
    return first.dimension == "money" and second.unit == f"{first.unit}c" and second.low < 100


def _is_bare_cents(page: Page, first: Quantity, second: Quantity) -> bool:
    """Whether a bare number after an amount is its hundredths ("thirteen dollars forty five")."""
    return (
        first.dimension == "money"
        and not first.before
        and first.numeral.scale == 1
        and second.dimension == "count"
        and 10 <= second.low < 100
        and second.low.is_integer()
        and _CENTS.match(page.low, second.end) is not None
    )


def _range(page: Page, first: Quantity, second: Quantity) -> Quantity | None:
    """``50-52%``, ``between 45 and 50 per cent``, ``from 25% to 30%``, ``two or three days``."""
    found = _JOIN.fullmatch(page.low, first.end, second.start)
    if found is None or not (_rangeable(first) and _rangeable(second)):
        return None
    if _is_year(second) and not found["and"] and not found["to"]:
        return None
    opening = _OPENING.search(page.low, max(0, first.start - 25), first.start)
    word = opening["word"] if opening else None
    if _is_year(first) and not _is_year(second) and word is None and found["to"]:
        return None
    if (found["and"] and word != "between") or (
        found["dash"] and found[0] == " - " and first.dimension != second.dimension
    ):
        return None
    changes = word == "from" and found["to"] is not None
    first, second = _like_units(first, second, changes)
    if first.unit != second.unit or first.dimension != second.dimension:
        return None
    if _is_year(second) and (word is None or _is_year(first)):
        return None
    falls = first.low > second.low and not (first.low < 0 and second.low < 0)
    if first.low == second.low or (falls and not changes):
        return None
    if found["either"] and (word or second.low > first.low * _NEAR_ENOUGH or (second.unit is None and first.low > 100)):
        return None
    return _spanning(page, first, second, opening.start() if opening else first.start, changes)


def _is_year(quantity: Quantity) -> bool:
    """Whether the quantity is a bare number that may be a year."""
    return quantity.weak and quantity.low > 1


def _rangeable(quantity: Quantity) -> bool:
    return quantity.numeral.kind in _RANGED and quantity.dimension not in ("rank", "multiple")


def _like_units(first: Quantity, second: Quantity, changes: bool) -> tuple[Quantity, Quantity]:
    """The two with the unit and the scale that one gives for both: "$5-10 billion", "1.5 to 2 °C".

    The first of a range is the smaller one, unless something ``changes``: "from 4.9 to 3.3 billion tonnes".
    """
    if second.unit is None and first.before:
        second = replace(second, unit=first.unit, dimension=first.dimension)
    elif first.unit is None and second.unit is not None and first.dimension in ("count", "fraction"):
        factor = second.factor
        first = replace(
            first, unit=second.unit, dimension=second.dimension, low=first.low * factor, high=first.low * factor
        )
    scale = second.numeral.scale
    lacks_scale = first.numeral.scale == 1 and scale > 1 and first.low < 1000
    if lacks_scale and first.unit == second.unit and (changes or first.low <= second.low / scale):
        low = float(f"{first.low * scale:.15g}")
        first = replace(first, low=low, high=low, step=None if first.step is None else first.step * scale)
    return first, second


def _spanning(page: Page, first: Quantity, second: Quantity, start: int, changes: bool) -> Quantity:
    """The range from the one to the other."""
    low, high = sorted((first.low, second.low))
    steps = [step for step in (first.step, second.step) if step is not None]
    shape: Shape = "range" if not changes else "rise" if first.low < second.low else "fall"
    return replace(
        second,
        start=start,
        low=low,
        high=high,
        cited=(first.cited[0], second.cited[1]),
        step=max(steps) if steps else None,
        per=second.per or first.per,
        weak=False,
        shape=shape,
    )
