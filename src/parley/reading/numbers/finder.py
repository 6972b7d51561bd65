"""From text to mentions: quantities in order, joined, hedged, and linked where they say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parley.reading.numbers.hedges import hedge_after, hedge_before
from parley.reading.numbers.mention import Comparator, NumberMention
from parley.reading.numbers.numerals import anchors
from parley.reading.numbers.page import Page
from parley.reading.numbers.quantities import Quantity, read_quantity
from parley.reading.numbers.ranges import join
from parley.terms.units import canonical, convert, to_canonical

_RESTATES = re.compile(
    r",? ?\((?:(?:or|about|around|roughly|approximately|some|nearly|almost|over|more than|equivalent to|i\.e\.) ?)*$"
    r"|,? or (?:about |around |roughly )?$"
)
_SAID_AGAIN = re.compile(
    r",? (?:that is|that is to say|i\.e\.,?|in other words,?|or rather|or,? more precisely|or)?,? ?(?:[–—]|--)? ?"
    r"(?:(?:a little|just|slightly|well|or|about|around|roughly|nearly|almost|over|under|more than"
    r"|less than|some|of|[\w']+ [\w]+,) ?)*"
)
_ENDS = re.compile(r",| ?[–—)]| --| to be (?:exact|precise)\b")
_LONGEST_BRIDGE = 24
_SAME_WITHIN = 0.15
_PARTS = frozenset(("percent", "fraction"))


def find_numbers(text: str) -> tuple[NumberMention, ...]:
    """All numbers of ``text`` in order, without overlaps. Pure and deterministic; raises nothing on any text."""
    page = Page.of(text)
    mentions: list[NumberMention] = []
    for quantity in join(page, _quantities(page)):
        if mention := _mention(page, quantity):
            mentions.append(mention)
    return tuple(_linked(page, mentions))


def _quantities(page: Page) -> Iterator[Quantity]:
    at = floor = 0
    for anchor in anchors(page):
        if anchor.start() < at:
            continue
        quantity, at = read_quantity(page, anchor, floor)
        if quantity:
            floor = at
            yield quantity


def _mention(page: Page, quantity: Quantity) -> NumberMention | None:
    """The quantity with its hedge, in canonical units; None for a "one" that stands alone."""
    comparator, hedge = _hedge(page, quantity)
    if quantity.weak and (comparator not in ("<", ">") or quantity.low > 1):
        return None
    low, high, unit = quantity.low, quantity.high, quantity.unit
    return NumberMention(
        start=quantity.start,
        end=quantity.end,
        text=page.text[quantity.start : quantity.end],
        low=low,
        high=high,
        unit=unit,
        dimension=quantity.dimension,
        comparator=comparator,
        hedge=hedge,
        shape=quantity.shape,
        per=quantity.per,
        written=page.text[quantity.cited[0] : quantity.cited[1]],
        step=quantity.step,
        vague=quantity.numeral.kind == "vague",
        base_low=to_canonical(low, unit) if unit else low,
        base_high=to_canonical(high, unit) if unit else high,
        base_unit=canonical(unit) if unit else None,
    )


def _hedge(page: Page, quantity: Quantity) -> tuple[Comparator, str | None]:
    """The comparator and its words, before the quantity or after it."""
    if quantity.hedge:
        return quantity.comparator, quantity.hedge
    comparator, hedge = hedge_before(page, quantity.start, quantity.dimension)
    if comparator not in ("<", ">") and (after := hedge_after(page, quantity.end)):
        return after[0], after[1]
    if comparator == "=" and quantity.numeral.kind == "vague":
        return ("~" if quantity.numeral.scale == 1 and not quantity.numeral.unit else ">"), hedge
    return comparator, hedge


def _linked(page: Page, mentions: list[NumberMention]) -> list[NumberMention]:
    """The mentions, those that restate the one before in another unit linked both ways."""
    for index in range(1, len(mentions)):
        first, second = mentions[index - 1], mentions[index]
        if second.start - first.end <= _LONGEST_BRIDGE and _restates(page, first, second):
            mentions[index - 1] = replace(first, same_as=(second.start, second.end))
            mentions[index] = replace(_as_difference(first, second), same_as=(first.start, first.end))
    return mentions


def _restates(page: Page, first: NumberMention, second: NumberMention) -> bool:
    """Whether the second, in brackets or after "or", gives the figure of the first in another unit."""
    between = page.low[first.end : second.start]
    again = (
        {first.dimension, second.dimension} == _PARTS
        and _SAID_AGAIN.fullmatch(between)
        and _ENDS.match(page.low, second.end)
    )
    if first.same_as or not (again or _RESTATES.fullmatch(between)):
        return False
    if {first.dimension, second.dimension} == _PARTS:
        return _near(*(mention.percent[0] if mention.percent else 0.0 for mention in (first, second)))
    if first.dimension != second.dimension or first.unit == second.unit or not (first.unit and second.unit):
        return False
    if first.dimension == "money":
        return first.base_unit != second.base_unit
    return _near(first.base_low, second.base_low) or _is_difference(first, second)


def _is_difference(first: NumberMention, second: NumberMention) -> bool:
    """Whether two temperatures are the same warming, not the same reading of a thermometer."""
    if first.dimension != "temperature" or not (first.unit and second.unit):
        return False
    return _near(first.low, convert(second.low, second.unit, first.unit, difference=True))


def _as_difference(first: NumberMention, second: NumberMention) -> NumberMention:
    if not _is_difference(first, second):
        return second
    return replace(second, base_low=first.base_low, base_high=first.base_high)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_WITHIN * max(abs(one), abs(other))
