"""From an office and a day to the person who held it: "the US climate envoy", "President Xi".

Only where the office, the Party and the day of the document leave exactly one holder in the table of offices.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from parley.records import Person
from parley.terms.offices import find_holders, holders, office_of
from parley.terms.parties import find_names
from parley.terms.when import Interval

_WIDEST_DAYS = 92


@dataclass(frozen=True, slots=True)
class Held:
    """Who held an office, and the ground in words."""

    name: str
    reason: str


def office_of_report(report: Person) -> str | None:
    """The office a report names, None for one once held."""
    if report.former:
        return None
    return report.office or (_office(report.role) if report.role else None)


@lru_cache(maxsize=50_000)
def _office(role: str) -> str | None:
    return office_of(role)


def person_in_office(report: Person, published: Interval | None) -> Held | None:
    """The one holder of the office that a report without a name speaks of, at the time of its document."""
    day = _day(published)
    if day is None or report.former:
        return None
    return _holder(report.office or report.role or report.name, report.office is not None, report.party, day)


@lru_cache(maxsize=50_000)
def _holder(title: str, is_token: bool, party: str | None, day: date) -> Held | None:
    office = title if is_token else office_of(title)
    party = party or next((name.code for name in find_names(title)), None)
    if not office or not party:
        return None
    names = sorted({holder.name for holder in holders(party, office, day)})
    if len(names) != 1:
        return None
    return Held(names[0], f"{names[0]} held the office on {day.isoformat()}, by our table of office holders")


def table_name(report: Person, published: Interval | None) -> str | None:
    """The one office holder whom a single name can mean at the time of its document."""
    day = _day(published)
    return None if day is None else _known(report.name, report.party, office_of_report(report), day)


@lru_cache(maxsize=50_000)
def _known(name: str, party: str | None, office: str | None, day: date) -> str | None:
    found = [holder for holder in find_holders(name, day) if party is None or holder.party in (None, party)]
    if office and any(holder.office == office for holder in found):
        found = [holder for holder in found if holder.office == office]
    in_office = [holder for holder in found if holder.days_from(day) == 0]
    names = {holder.name for holder in in_office or found}
    return names.pop() if len(names) == 1 else None


def _day(published: Interval | None) -> date | None:
    """A day for the publication, None where it is not known to within a season."""
    if published is None or (published.days or _WIDEST_DAYS + 1) > _WIDEST_DAYS:
        return None
    return published.anchor
