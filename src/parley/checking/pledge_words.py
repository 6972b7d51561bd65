"""A pledge of record in words, and as the reference of a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parley.checking.account import AsOf
from parley.checking.wording import party_words, span_words
from parley.inventory.recorded_pledge import RecordedPledge, all_pledges, withdrawals
from parley.inventory.tables import remembered
from parley.records.verdict import Reference, Token
from parley.version import __version__

BASIS = "pledges of record"
_FIRM = {"in_law": "in law", "in_policy": "in policy", "pledged": "pledged", "achieved": "achieved"}
_OF = {"bau": "below what was expected otherwise", "below_peak": "below the peak", "intensity": "per unit of GDP"}


def pledge_reference(pledge: RecordedPledge, day: date, holds: Token, as_of: AsOf) -> Reference:
    """The pledge as it stood, or not, on ``day``."""
    return _reference(pledge.id, day, holds, as_of)


@remembered
def _reference(pledge_id: str, day: date, holds: Token, as_of: AsOf) -> Reference:
    pledge = _by_id()[pledge_id]
    return Reference(
        party=pledge.party,
        quantity=f"pledge of record: {pledge.kind.replace('_', ' ')}",
        basis=BASIS,
        year=pledge.target_year,
        fact=f"{party_words(pledge.party)}: {describe_pledge(pledge, day)}",
        source=f"Parley {__version__}, pledges of record ({pledge.source}); confidence {pledge.confidence}",
        holds=holds,
        as_of=as_of,
    )


@remembered
def _by_id() -> dict[str, RecordedPledge]:
    return {pledge.id: pledge for pledge in all_pledges()}


def none_before(pledge: RecordedPledge, holds: Token) -> Reference:
    """That there was none before this one."""
    return Reference(
        party=pledge.party,
        quantity=f"pledge of record: {pledge.kind.replace('_', ' ')}",
        basis=BASIS,
        fact=f"{party_words(pledge.party)}: none on record before {_written(pledge)}",
        source=f"Parley {__version__}, pledges of record ({pledge.source}); confidence {pledge.confidence}",
        holds=holds,
    )


def describe_pledge(pledge: RecordedPledge, day: date) -> str:
    """ "net zero by 2060 (CO2), announced 2020-09-22, in policy"."""
    return ", ".join(_parts(pledge, day))


def right_when_said(pledge: RecordedPledge, day: date, now: date) -> str:
    """Why a pledge that stood on ``day`` is outdated: what it was, and what has become of it since."""
    return f"right when it was said: {_on_record(pledge, day)}; {_what_became(pledge, now)}"


def right_until(pledge: RecordedPledge) -> str:
    """Why a pledge that had been given up by the day it was told is outdated."""
    end = (
        pledge.ended
        or _left(pledge, date.max)
        or (date(pledge.target_year, 12, 31) if pledge.target_year else pledge.since)
    )
    return f"right until {end.isoformat()}: {_on_record(pledge, pledge.since)}; {_what_became(pledge, end)}"


def _on_record(pledge: RecordedPledge, day: date) -> str:
    return f"{party_words(pledge.party)} had {describe_pledge(pledge, day)} ({BASIS})"


def _what_became(pledge: RecordedPledge, day: date) -> str:
    """ "replaced on 2021-04-22 by 46 % reduction …", "left with the Paris Agreement on 2025-01-20"."""
    if pledge.has_been_replaced_by(day) and pledge.ended:
        newer = _by_id().get(pledge.ended_by or "")
        return f"replaced on {pledge.ended.isoformat()}" + (f" by {_what(newer)}" if newer else "")
    if left := _left(pledge, day):
        return f"left with the Paris Agreement on {left.isoformat()}"
    return f"its year, {pledge.target_year}, is over"


def _left(pledge: RecordedPledge, day: date) -> date | None:
    """When the pledge was last left with the Paris Agreement by ``day``."""
    left = [each.announced for each in withdrawals(pledge.party) if pledge.since < each.announced <= day]
    return left[-1] if left else None


def _parts(pledge: RecordedPledge, day: date) -> Iterator[str]:
    yield _what(pledge)
    known = {"announced": "announced", "submitted": "submitted", "snapshot": "known since"}[pledge.dated_by]
    yield f"{known} {_written(pledge)}"
    yield _FIRM.get(pledge.firmness_on(day), pledge.firmness_on(day))
    if pledge.condition:
        yield pledge.condition
    if pledge.has_been_replaced_by(day) and pledge.ended:
        yield f"replaced {pledge.ended.isoformat()}"
    for left in withdrawals(pledge.party):
        if pledge.since < left.announced and left.holds_on(day):
            yield f"left with the Paris Agreement {left.announced.isoformat()}"


def _what(pledge: RecordedPledge) -> str:
    gas = f" ({pledge.gas})" if pledge.gas else ""
    thing = f" of {pledge.about}" if pledge.about else ""
    kind = pledge.kind.replace("_", " ")
    year = f" {pledge.qualifier or 'by'} {pledge.target_year}" if pledge.target_year else ""
    return f"{_figure(pledge)}{kind}{thing}{_counted_from(pledge)}{year}{gas}"


def _figure(pledge: RecordedPledge) -> str:
    if pledge.low is None or pledge.high is None:
        return ""
    return f"{span_words(pledge.low, pledge.high, pledge.unit)} "


def _counted_from(pledge: RecordedPledge) -> str:
    counted = f" {_OF[pledge.basis]}" if pledge.basis in _OF else ""
    if pledge.base_year is None:
        return counted
    return f"{counted} against {pledge.base or pledge.base_year}"


def _written(pledge: RecordedPledge) -> str:
    """The day, month or year, as precise as it is known."""
    return pledge.since.isoformat()[: {"year": 4, "month": 7}.get(pledge.announced.precision, 10)]
