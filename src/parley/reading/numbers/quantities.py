"""Quantities: one numeral with its sign, its unit, and what it is counted over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import isfinite

from parley.reading.numbers.guards import is_date_part, is_label, is_year, not_a_number, rest_of_identifier
from parley.reading.numbers.hedges import hedge_before
from parley.reading.numbers.measures import (
    half_more,
    money_before,
    money_scale,
    rand_before,
    read_measure,
    read_per,
    scale_before_unit,
)
from parley.reading.numbers.mention import Comparator, Shape
from parley.reading.numbers.numerals import Numeral, read_numeral
from parley.reading.numbers.page import Page
from parley.reading.numbers.ranks import is_ranked, is_sole_superlative, is_top, number_sign, superlative_after
from parley.terms.units import unit as unit_of

_MINUS_WORD = re.compile(r"(?<![^\W_])(?:minus|negative) $")
_YEAR_HEDGES = (
    "more than",
    "less than",
    "fewer than",
    "nearly",
    "almost",
    "some",
    "exceeding",
    "exceeded",
    "exceeds",
    ">",
    "<",
)
_LEVELS = re.compile(r" ?-?levels?\b")
_VERBS_OR_ORDINALS = ("KRW", "second")
_SECOND_OF_TIME = re.compile(r"(?<![^\W_])(?:per|each|every|split|this|a)[ -]$")
_AFTER_SECOND_OF_TIME = re.compile(r" (?:ago|later|or|before|after)\b|[.,;]|$")
_DOUBLE_TALK = re.compile(
    r"[ -](?:digits?|deckers?|standards?|edged|down|checks?|blow|whammy|act|role|taxation|jeopardy)\b"
)
_OCCASIONS = ("twice", "thrice")
_COMPARES = re.compile(
    r" (?:as|the|that|what|its|their|his|her|more|higher|larger|bigger|those|this|these|current|today|global"
    r"|[a-z]+'s)\b"
)
_LARGE = 1e6
_HIGHEST_RANK = 100


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral with its measure; fields as in NumberMention. ``value`` of a range is its ``low``.

    ``before`` tells that the unit is a money sign before the number. ``weak`` quantities ("one") count only inside
    something larger. ``cited`` is the stretch of the numeral alone.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str | None
    dimension: str
    numeral: Numeral
    cited: tuple[int, int]
    factor: float = 1.0
    step: float | None = None
    per: str | None = None
    before: bool = False
    weak: bool = False
    comparator: Comparator = "="
    hedge: str | None = None
    shape: Shape = "single"


def read_quantity(page: Page, anchor: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    """The quantity at the anchor, or None, and where to go on. What comes before ``floor`` is taken."""
    start = anchor.start()
    money: tuple[str, float, int] | None = None
    if anchor.lastgroup == "digits":
        if (skip := not_a_number(page, start, floor)) is not None:
            return None, skip
        money = money_before(page, start, floor)
        before = page.plain[start - 1 : start]
        if not money and (before.isalpha() or before == "_"):
            if not rand_before(page, start):
                return None, rest_of_identifier(page, start)
            money = ("ZAR", 1.0, start - 1)
    numeral = read_numeral(page, anchor)
    if numeral is None:
        return None, anchor.end()
    if is_date_part(page, numeral):
        return None, numeral.end
    quantity = _of_kind(page, numeral, money)
    if quantity is None:
        return None, rest_of_identifier(page, numeral.end) if _runs_on(page, numeral) else numeral.end
    return (quantity if isfinite(quantity.low) else None), quantity.end


def _runs_on(page: Page, numeral: Numeral) -> bool:
    return not numeral.worded and page.plain[numeral.end : numeral.end + 1].isalpha()


def _of_kind(page: Page, numeral: Numeral, money: tuple[str, float, int] | None) -> Quantity | None:
    match numeral.kind:
        case "ordinal":
            return _ordinal(page, numeral)
        case "multiple" if page.low[numeral.start : numeral.end] in _OCCASIONS and not _COMPARES.match(
            page.low, numeral.end
        ):
            return _plain(numeral, "count")
        case "multiple":
            return None if _DOUBLE_TALK.match(page.low, numeral.end) else _plain(numeral, "multiple")
        case "superlative":
            return _plain(numeral, "rank") if is_sole_superlative(page, numeral.start) else None
        case "span":
            return _measured(page, replace(numeral, kind="cardinal"), numeral.unit, numeral.end)
        case _:
            return _money(page, numeral, *money) if money else _counted(page, numeral)


def _plain(numeral: Numeral, dimension: str) -> Quantity:
    """A numeral as it stands, without a unit."""
    where = (numeral.start, numeral.end)
    return Quantity(*where, numeral.value, numeral.value, None, dimension, numeral, where, step=numeral.step)


def _ordinal(page: Page, numeral: Numeral) -> Quantity | None:
    """A rank where a superlative or a word of ranking says so, else an ordinal; not a second of time."""
    if page.low[numeral.start : numeral.end] == "second":
        lead = _SECOND_OF_TIME.search(page.low, max(0, numeral.start - 8), numeral.start)
        if lead and (not lead[0].startswith("a") or _AFTER_SECOND_OF_TIME.match(page.low, numeral.end)):
            return None
    plain = _plain(numeral, "ordinal")
    if end := superlative_after(page, numeral):
        return replace(plain, end=end, dimension="rank")
    return replace(plain, dimension="rank") if is_ranked(page, numeral.start) else plain


def _money(page: Page, numeral: Numeral, symbol: str, factor: float, start: int) -> Quantity | None:
    """An amount with its sign or code before it."""
    if numeral.scale == 1 and (scale := money_scale(page, numeral.end)):
        numeral = _multiplied(numeral, *scale)
    if symbol == "ZAR" and start == numeral.start - 1 and numeral.scale == 1 and numeral.value < _LARGE:
        return None
    if _runs_on(page, numeral):
        return None
    end = numeral.end
    suffix = read_measure(page, end)
    if suffix and unit_of(suffix.symbol).dimension == "money":
        symbol, end = suffix.symbol, suffix.end
    quantity = _measured(page, numeral, symbol, end, factor)
    return _signed(page, replace(quantity, start=start, before=True))


def _counted(page: Page, numeral: Numeral) -> Quantity | None:
    """A number with a unit after it, or none."""
    if not numeral.worded and numeral.scale == 1 and (scale := scale_before_unit(page, numeral.end)):
        numeral = _multiplied(numeral, *scale)
    if numeral.unit:
        return _measured(page, numeral, numeral.unit, numeral.end)
    measure = read_measure(page, numeral.end, numeral.value, kind=numeral.kind, large=numeral.scale >= _LARGE)
    year = not numeral.worded and is_year(page, numeral)
    if measure and year and measure.symbol in _VERBS_OR_ORDINALS:
        measure = None
    if measure is not None and measure.symbol == "second" and page.low.endswith(" second", 0, measure.end):
        measure = None if numeral.value != 1 else measure
    if measure is None:
        return _bare(page, numeral, year)
    quantity = _measured(page, numeral, measure.symbol, measure.end, measure.factor)
    if measure.per and not quantity.per:
        quantity = replace(quantity, per=measure.per)
    return _signed(page, quantity)


def _bare(page: Page, numeral: Numeral, year: bool) -> Quantity | None:
    """A number without a unit: a count, a fraction, a rank, or a name's part and no number at all."""
    if is_label(page, numeral):
        return None
    if year and not _is_counted(page, numeral):
        return replace(_plain(numeral, "count"), weak=True)
    if numeral.kind == "fraction":
        return _signed(page, _plain(numeral, "fraction"))
    if numeral.kind == "cardinal" and numeral.value <= _HIGHEST_RANK:
        if (sign := number_sign(page, numeral)) is not None:
            return replace(_plain(numeral, "rank"), start=sign)
        if is_top(page, numeral.start) or superlative_after(page, numeral):
            return replace(_plain(numeral, "rank"), comparator="<", hedge="top")
    plain = _plain(numeral, "count")
    if numeral.worded and numeral.value in (0, 1) and numeral.kind == "cardinal":
        plain = replace(plain, weak=True)
    end, per = read_per(page, numeral.end)
    return _signed(page, replace(plain, end=end, per=per) if per else plain)


def _is_counted(page: Page, numeral: Numeral) -> bool:
    """Whether hedge words show that what looks like a year is a quantity ("more than 2000")."""
    hedge = hedge_before(page, numeral.start, "count")[1]
    return hedge in _YEAR_HEDGES and not _LEVELS.match(page.low, numeral.end)


def _measured(page: Page, numeral: Numeral, symbol: str | None, end: int, factor: float = 1.0) -> Quantity:
    """A numeral with a unit that ends at ``end``, and what follows: "and a half", "a year"."""
    assert symbol is not None
    value, step = numeral.value, numeral.step
    if more := half_more(page, end):
        value, step, end = value + 0.5 * (numeral.value if numeral.unit else 1.0), None, more
    end, per = read_per(page, end)
    value = _times(value, factor)
    where = (numeral.start, numeral.end)
    scaled = None if step is None else step * factor
    return Quantity(
        numeral.start, end, value, value, symbol, unit_of(symbol).dimension, numeral, where, factor, scaled, per
    )


def _multiplied(numeral: Numeral, scale: float, end: int) -> Numeral:
    step = None if numeral.step is None else numeral.step * scale
    return replace(numeral, end=end, value=_times(numeral.value, scale), scale=scale, step=step)


def _times(value: float, factor: float) -> float:
    return value if factor == 1.0 else float(f"{value * factor:.15g}")


def _signed(page: Page, quantity: Quantity) -> Quantity:
    """The quantity made negative where a minus sign or word says so."""
    start = quantity.start
    if (
        quantity.before
        and page.plain[quantity.numeral.start - 1] == "-"
        and page.plain[quantity.numeral.start - 2] in "$€£¥₹"
    ):
        return replace(quantity, low=-quantity.low, high=-quantity.high)
    if word := _MINUS_WORD.search(page.low, max(0, start - 10), start):
        return replace(quantity, start=word.start(), low=-quantity.low, high=-quantity.high)
    dash = _dash_before(page, quantity)
    if dash is None:
        return quantity
    cited = (dash, quantity.cited[1]) if not quantity.before else quantity.cited
    return replace(quantity, start=dash, cited=cited, low=-quantity.low, high=-quantity.high)


def _dash_before(page: Page, quantity: Quantity) -> int | None:
    """Where a minus sign before the quantity stands: touching it, with nothing it could join or range over before it.

    Temperatures may have a space after the sign ("- 20 degrees").
    """
    at = quantity.start - 1
    if quantity.dimension == "temperature" and at > 0 and page.plain[at] == " ":
        at -= 1
        if page.text[max(0, at - 1) : at] in ("", "\n"):
            return None
    if at < 0 or page.plain[at] != "-":
        return None
    before = page.plain[max(0, at - 2) : at]
    if before and (before[-1].isalnum() or before[-1] in ")%-" or (before[-1] == " " and before[:1].isdigit())):
        return None
    return at
