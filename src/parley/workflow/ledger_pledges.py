"""The pledges of a ledger put over those of record: each in its place, with the words that it rests on.

A pledge counts that stands in the ledger's book and was pledged, is in policy or in law. It takes the place of the
pledge of record of the same Party, kind and target year; what a document leaves open of it (the base year, the gas,
land use) is taken over from there, and said. What the record knows of a later day than the document stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from parley.inventory.recorded_pledge import all_pledges, withdrawals
from parley.ledger import Ledger
from parley.pathways.pledge import PathwayPledge
from parley.pathways.reported import of_report
from parley.pathways.selection import with_wishes
from parley.records import BookEntry, Pledge
from parley.terms.when import Interval
from parley.workflow.ledger_view import View, view

FIRM = ("pledged", "in_policy", "in_law")
_WHOLE = (None, "CO2", "GHG")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document that a pledge rests on; ``published`` is its day or days, "" where there is no date."""

    report: str
    words: str
    source: str
    published: str


@dataclass(frozen=True, slots=True)
class LedgerPledges:
    """The book with the ledger's pledges in it, what they rest on by id of the pledge, and what was left aside."""

    book: tuple[PathwayPledge, ...]
    quotes: Mapping[str, tuple[Quoted, ...]]
    notes: tuple[str, ...]


def over_record(book: Iterable[PathwayPledge], ledger: Ledger, as_of: date | None, record_day: date) -> LedgerPledges:
    """Put the pledges of a ledger over a book of record of ``record_day``; of documents by ``as_of`` where it is given.

    A document without a date counts as of ``record_day``, and not at all where ``as_of`` is given.
    """
    shown = view(ledger, as_of)
    found = tuple(book)
    quotes: dict[str, tuple[Quoted, ...]] = {}
    aside: dict[str, list[str]] = {}
    for day, entry, report in sorted(_standing(shown, record_day), key=lambda each: (each[0], each[2].id)):
        pledge = _completed(of_report(report, day), found)
        if problem := _set_aside(pledge, found, day, record_day):
            aside.setdefault(problem, []).append(f"{pledge.party} {pledge.id}")
            continue
        found = with_wishes(found, [pledge])
        quotes[pledge.id] = tuple(_quoted(shown, entry))
    notes = tuple(f"of the ledger {', '.join(those)}: not counted, as {why}" for why, those in aside.items())
    return LedgerPledges(found, quotes, notes)


def _standing(shown: View, record_day: date) -> Iterator[tuple[date, BookEntry, Pledge]]:
    """Each entry that counts, with the newest of its reports that says most, and the day of that."""
    for entry in shown.pledges():
        if entry.standing and entry.firmness in FIRM:
            reports = [each for each in shown.evidence(entry) if isinstance(each, Pledge) and each.firmness in FIRM]
            dated = [(_published(shown, each) or record_day, each) for each in reports]
            day, report = max(dated, key=lambda each: (each[1].low is not None, each[0], each[1].id))
            yield day, entry, report


def _completed(pledge: PathwayPledge, book: Iterable[PathwayPledge]) -> PathwayPledge:
    """The pledge with what its document leaves open as the pledge of record has it whose place it takes."""
    alike = next((other for other in book if _is_alike(other, pledge)), None)
    if alike is None:
        return pledge
    if (pledge.low, pledge.high) in ((None, None), (alike.low, alike.high)):
        return replace(
            alike,
            id=pledge.id,
            target_year=pledge.target_year,
            assumed=(*alike.assumed, f"terms as in {alike.id}"),
            firmness=pledge.firmness,
            origin=pledge.origin,
            source=pledge.source,
        )
    return replace(
        pledge,
        unit=pledge.unit or alike.unit,
        basis=pledge.basis or alike.basis,
        base_year=pledge.base_year or alike.base_year,
        base_mtco2e=alike.base_mtco2e if pledge.base_year in (None, alike.base_year) else pledge.base_mtco2e,
        bau_mtco2e=pledge.bau_mtco2e or alike.bau_mtco2e,
        gas=pledge.gas or alike.gas,
        lulucf=alike.lulucf if pledge.lulucf == "unknown" else pledge.lulucf,
        gross_net=alike.gross_net,
        leaves_out=alike.leaves_out,
        assumed=(*pledge.assumed, f"what the document leaves open as in {alike.id}"),
    )


def _is_alike(recorded: PathwayPledge, pledge: PathwayPledge) -> bool:
    if (recorded.party, recorded.kind, recorded.about) != (pledge.party, pledge.kind, pledge.about):
        return False
    if pledge.kind == "reduction":
        same_year = recorded.target_year == pledge.target_year
        return same_year and pledge.basis in (None, recorded.basis) and pledge.unit in (None, recorded.unit)
    return pledge.kind in ("net_zero", "peak") and pledge.gas in (None, recorded.gas)


def _set_aside(pledge: PathwayPledge, book: Iterable[PathwayPledge], day: date, record_day: date) -> str:
    """Why a pledge of a document is not to take a place in the book; "" when it is."""
    if pledge.kind not in ("net_zero", "peak", "reduction"):
        return "pledges of this kind have no level of emissions"
    if pledge.target_year is None:
        return "the documents name no target year"
    if pledge.kind == "reduction" and (pledge.basis is None or pledge.about or pledge.gas not in _WHOLE):
        return "the documents do not say what of all emissions it leaves"
    if pledge.basis == "absolute" and not any(_is_alike(other, pledge) for other in book):
        return "an amount may be of one sector, and none on record is like it"
    for left in withdrawals(pledge.party):
        if day < left.announced and left.holds_on(record_day):
            return f"the Party announced on {left.announced}, after the document, that it leaves the Paris Agreement"
    announced = {recorded.id: recorded.since for recorded in all_pledges()}
    newer = [other.id for other in book if _takes_place(pledge, other) and announced.get(other.id, day) > day]
    return f"{newer[0]} is newer than the document" if newer else ""


def _takes_place(pledge: PathwayPledge, other: PathwayPledge) -> bool:
    if (pledge.party, pledge.kind) != (other.party, other.kind):
        return False
    return pledge.kind != "reduction" or pledge.target_year == other.target_year


def _quoted(shown: View, entry: BookEntry) -> Iterator[Quoted]:
    for report in shown.evidence(entry):
        document = shown.documents[report.document]
        yield Quoted(report.id, report.quote.exact, document.source, _iso(document.published))


def _iso(published: Interval | None) -> str:
    if published is None:
        return ""
    return str(published.start) if published.start and published.start == published.end else published.iso


def _published(shown: View, report: Pledge) -> date | None:
    published = shown.documents[report.document].published
    return published.end if published else None
