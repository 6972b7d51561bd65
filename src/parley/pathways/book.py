"""A book of pledges as pathways take it, from wherever pledges come, and what of it counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from parley.inventory.pledges_of_record import last_day_of_record
from parley.inventory.recorded_pledge import Leaving, RecordedPledge
from parley.inventory.tables import forget_with_tables
from parley.pathways.areas import base_parties
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge
from parley.pathways.recorded import of_record
from parley.pathways.selection import book_of_record, counted, within_eu
from parley.pathways.world import Counted, by_party

AnyPledge = PathwayPledge | RecordedPledge


def book_on(day: date | None, leaving: Leaving = "announced") -> tuple[PathwayPledge, ...]:
    """Every pledge of record on a day, by default the last of record, those of members of the EU at the end."""
    return _book_on(day or last_day_of_record(), leaving)


@lru_cache(maxsize=64)
def _book_on(day: date, leaving: Leaving) -> tuple[PathwayPledge, ...]:
    book = book_of_record(day, leaving)
    return (*(pledge for pledges in book.values() for pledge in pledges), *within_eu(day))


forget_with_tables(_book_on.cache_clear)


def in_terms(pledge: AnyPledge) -> PathwayPledge:
    """A pledge in the terms of the rules."""
    return of_record(pledge, last_day_of_record()) if isinstance(pledge, RecordedPledge) else pledge


def select(pledges: Iterable[PathwayPledge], choices: Choices) -> tuple[Counted, tuple[PathwayPledge, ...]]:
    """The pledges that count by Party, and those that do not: by the choices, or of areas without a base."""
    given = tuple(dict.fromkeys(pledges))
    found = {
        party: chosen
        for party, some in sorted(by_party(given).items())
        if party in base_parties() and (chosen := counted(some, choices))
    }
    those = {pledge for some in found.values() for pledge in some}
    return found, tuple(pledge for pledge in given if pledge not in those)
