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
