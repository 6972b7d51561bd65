"""What checks of facts (pledges, summits, offices, warming) share: the day that is meant, and how details add up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.checking.assertion import Assertion
from parley.inventory.pledges_of_record import last_day_of_record
from parley.records.verdict import Token
from parley.version import __version__

PUBLIC_RECORD = f"Parley {__version__}, table of {{}} (kept by hand from public record; Apache-2.0)"
_BEST_FIRST: tuple[Token, ...] = ("supported", "outdated", "close", "contradicted", "not_checkable")


def day_of_checking(today: date | None) -> date:
    """Today, or the last day that the tables know of."""
    return today or last_day_of_record()


def day_meant(assertion: Assertion, today: date | None) -> date:
    """The day for which a claim in the present speaks: the day it was said, or that of checking."""
    return assertion.said or day_of_checking(today)


def best(tokens: Sequence[Token]) -> Token:
    """What a claim is when any one of several records may bear it out."""
    return next((token for token in _BEST_FIRST if token in tokens), "not_checkable")


def one_wrong(details: Sequence[Token]) -> Token:
    """What a claim is whose details are judged each by itself: one of them a little off is close, two are wrong."""
    if "contradicted" in details or details.count("close") > 1:
        return "contradicted"
    return "close" if "close" in details else "supported"
