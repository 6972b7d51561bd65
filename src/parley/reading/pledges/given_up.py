"""The older pledge that a new one takes the place of in its own words: "brought forward to 2045 from 2050"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parley.reading.pledges.goal import Goal, Line
from parley.reading.pledges.merging import DATED, Draft
from parley.reading.pledges.years import Years

_TAKING = ("planned", "pledged", "in_policy", "in_law")
"""How firm a pledge is that takes another's place; what is urged or proposed leaves it where it is."""


def find_given_up(line: Line, goal: Goal, years: Years, draft: Draft) -> Iterator[Draft]:
    """The pledge that ``draft`` replaces, where the same words tell its year or its figure."""
    if draft.firmness not in _TAKING or draft.reference:
        return
    old = replace(draft, firmness="pledged", condition=None, older=True)
    if goal.given_up is not None:
        yield replace(old, figure=goal.given_up)
    target = years.target.given_up if years.target else None
    if target is not None and goal.kind in DATED:
        quote = draft.quotes[0]
        words = line.context.quote(quote.start, max(quote.end, line.offset + target.end))
        yield replace(old, target_year=target.year, quotes=(words,))
