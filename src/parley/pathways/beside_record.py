"""How a pledge that a document tells of stands beside the book of record.

Most repeat a pledge of record, in fewer words. What the book does not have is new; it takes a place in the book only if
a level follows from it. An amount of tonnes may be of one sector, so that it counts only where the record has one of
the same kind and year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from parley.errors import InventoryError
from parley.inventory.pledges_of_record import history, shares_eu_pledges
from parley.inventory.recorded_pledge import RecordedPledge, all_pledges, withdrawals
from parley.pathways.areas import area_of, base_parties
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge
from parley.pathways.recorded import of_record
from parley.pathways.selection import counted, with_wishes
from parley.pathways.world import central_pathway
from parley.terms.parties import is_group

Standing = Literal["in_book", "new", "gone", "overtaken", "within_eu", "no_pathway", "no_level", "corrected"]
WITH_LEVEL = ("net_zero", "peak", "reduction")
"""Kinds of pledges from which a level of emissions can follow."""
_WHOLE = (None, "CO2", "GHG")
_ROUNDING = 0.5
_SHARE = 0.02
_LARGEST_CUT = 200
"""Beyond 100 % more is taken up than is emitted."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A pledge as told and what the record makes of it.

    ``pledge`` is that of the book where it is repeated, else the one told, with what it leaves open taken over from the
    book; ``why`` says what keeps it out of the book, or since when it is in it. ``since`` is the day on which the
    pledge of record was announced.
    """

    standing: Standing
    pledge: PathwayPledge
    why: str = ""
    since: date | None = None


def beside_record(
    told: PathwayPledge, said: date, day: date, book: Sequence[PathwayPledge], choices: Choices
) -> Beside:
    """How a pledge told on ``said`` stands beside the ``book`` of record of ``day``."""
    if told.kind not in WITH_LEVEL:
        return Beside("no_level", told, "it is not of emissions")
    if why := _no_pathway(told.party, day):
        return Beside("within_eu" if shares_eu_pledges(told.party, day) else "no_pathway", told, why)
    own = [pledge for pledge in book if pledge.party == told.party]
    if (same := next((pledge for pledge in own if repeats(told, pledge)), None)) is not None:
        return Beside("in_book", same, since=_since(same))
    if gone := _gone(told, day):
        return Beside("gone", told, gone)
    alike = next((pledge for pledge in own if _is_alike(told, pledge)), None)
    if why := _vague(told, alike):
        return Beside("no_level", told, why)
    if why := _overtaken(told, said, day, own):
        return Beside("overtaken", told, why)
    whole = _completed(told, alike)
    why = _not_quantified(whole, own, choices)
    return Beside("no_level", whole, why) if why else Beside("new", whole)


def repeats(told: PathwayPledge, recorded: PathwayPledge) -> bool:
    """Whether nothing that the words give differs from the pledge of record.

    One end told of a range is the same pledge, and so is the same cut by the same year told from another base: news is
    careless of both, and a pledge put into the book by mistake is worse than one left out.
    """
    if (told.party, told.kind) != (recorded.party, recorded.kind):
        return False
    if told.target_year not in (None, recorded.target_year):
        return False
    if told.kind != "reduction":
        return True
    if told.about not in (None, recorded.about) or told.gas not in (*_WHOLE, recorded.gas):
        return False
    ends = [end for end in (told.low, told.high) if end is not None]
    if not ends:
        return told.target_year is not None
    of_record = [end for end in (recorded.low, recorded.high) if end is not None]
    return told.unit == recorded.unit and all(
        any(_is_same(end, other, told.unit) for other in of_record) for end in ends
    )


def _is_same(told: float, recorded: float, unit: str | None) -> bool:
    return abs(told - recorded) <= (_ROUNDING if unit == "%" else _SHARE * abs(recorded))


def _no_pathway(party: str, day: date) -> str:
    if party in base_parties():
        return ""
    if shares_eu_pledges(party, day):
        return "within the EU’s target, to which it adds nothing"
    if is_group(party) or party == "WLD":
        return "of no single Party, and only Parties have pathways"
    try:
        return f"its emissions are counted with those of {area_of(party).party}"
    except InventoryError as error:
        return str(error)


def _since(pledge: PathwayPledge) -> date | None:
    name = pledge.id.partition("/")[0]
    return next((recorded.since for recorded in all_pledges() if recorded.id == name), None)


def _gone(told: PathwayPledge, day: date) -> str:
    """Why a pledge that was in the book is not any more; "" where it never was."""
    past = [pledge for pledge in history(told.party) if pledge.since <= day and not pledge.stands_on(day)]
    reasons = (_why_gone(pledge, day) for pledge in reversed(past) if repeats(told, of_record(pledge, day)))
    return next(reasons, "")


def _why_gone(pledge: RecordedPledge, day: date) -> str:
    if pledge.has_been_replaced_by(day):
        return f"replaced in the book on {pledge.ended}"
    if pledge.is_over_by(day):
        return "its target year has passed"
    left = next(left for left in withdrawals(pledge.party) if left.holds_on(day))
    return f"gone with the Paris Agreement, which the Party announced on {left.announced} that it leaves"


def _is_alike(told: PathwayPledge, recorded: PathwayPledge) -> bool:
    """Whether the pledge of record may say what the words leave open."""
    if told.kind != recorded.kind or told.about not in (None, recorded.about):
        return False
    if told.kind != "reduction":
        return told.gas in (None, recorded.gas)
    return (
        told.target_year == recorded.target_year
        and told.basis in (None, recorded.basis)
        and told.unit in (None, recorded.unit)
    )


def _vague(told: PathwayPledge, alike: PathwayPledge | None) -> str:
    """What the words do not say that a level needs."""
    if told.target_year is None:
        return "it names no target year"
    if told.kind != "reduction":
        return ""
    if told.low is None and told.high is None:
        return "it names no figure"
    if told.unit == "%" and not all(0 <= end <= _LARGEST_CUT for end in (told.low, told.high) if end is not None):
        return f"a cut is from 0 to {_LARGEST_CUT} %"
    if told.base_year is not None and told.base_year >= told.target_year:
        return f"its base year {told.base_year} is not before its target year {told.target_year}"
    if told.basis == "absolute" and alike is None:
        return "an amount may be of one sector, and none on record is like it"
    return ""


def _overtaken(told: PathwayPledge, said: date, day: date, own: Sequence[PathwayPledge]) -> str:
    for left in withdrawals(told.party):
        if said < left.announced and left.holds_on(day):
            return f"the Party announced on {left.announced} that it leaves the Paris Agreement"
    kept = set(with_wishes(own, [told]))
    later = [(since, pledge) for pledge in own if pledge not in kept and (since := _since(pledge)) and since > said]
    return f"the book has a later one, of {later[0][0]}" if later else ""


def _completed(told: PathwayPledge, alike: PathwayPledge | None) -> PathwayPledge:
    """The pledge with what its words leave open as the pledge of record has it whose place it takes."""
    if alike is None:
        return told
    same_base = told.base_year in (None, alike.base_year)
    return replace(
        told,
        unit=told.unit or alike.unit,
        basis=told.basis or alike.basis,
        base_year=told.base_year or alike.base_year,
        base_mtco2e=alike.base_mtco2e if same_base else told.base_mtco2e,
        bau_mtco2e=told.bau_mtco2e or alike.bau_mtco2e,
        gas=told.gas or alike.gas,
        lulucf=alike.lulucf if told.lulucf == "unknown" else told.lulucf,
        gross_net=alike.gross_net if same_base else told.gross_net,
        leaves_out=alike.leaves_out,
        assumed=(*told.assumed, f"what the words leave open as in {alike.id}"),
    )


def _not_quantified(told: PathwayPledge, own: Sequence[PathwayPledge], choices: Choices) -> str:
    pathway = central_pathway(told.party, counted(with_wishes(own, [told]), choices), choices)
    return next((each.reason for each in pathway.not_quantified if each.pledge == told), "")
