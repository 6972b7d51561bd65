"""The pledge book: what each Party stands by, what that replaced, and what is only wanted of it or proposed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from parley.briefing.amounts import amount
from parley.briefing.footnotes import Footnotes, first_words
from parley.briefing.prose import and_list, capitalised, party_heading, party_in_prose, tidy, words_of
from parley.briefing.shelf import Shelf
from parley.briefing.verdict_view import VerdictView
from parley.briefing.verdicts import verdict_view
from parley.briefing.view import PartyPledges, PartyView, PledgeView
from parley.inventory.recorded_pledge import RecordedPledge
from parley.records import BookEntry, Pledge
from parley.terms.parties import find_code, is_group, name_of

FIRMNESS_LABELS = {
    "urged": "urged",
    "proposed": "proposed",
    "drafted": "drafted",
    "planned": "planned",
    "pledged": "pledged",
    "in_policy": "in policy",
    "in_law": "in law",
    "achieved": "achieved",
}
# Wanted, floated or on paper: listed beside the pledges, never among them.
BESIDE = ("urged", "proposed", "drafted")
_EMISSIONS = {
    "CO2": "CO₂ emissions",
    "CH4": "methane emissions",
    "N2O": "N₂O emissions",
    "F-gases": "F-gas emissions",
    "GHG": "greenhouse gas emissions",
}
_YEARLY = "a year"
_ABOUT = {"non-fossil": "non-fossil energy"}


def pledge_book(shelf: Shelf, notes: Footnotes) -> tuple[PartyPledges, ...]:
    """One page a Party, countries before groups before the world."""
    entries = present_entries(shelf)
    return tuple(
        _page(party, [entry for entry in entries if entry.party == party], shelf, notes)
        for party in sorted_parties({entry.party for entry in entries})
    )


def present_entries(shelf: Shelf) -> list[BookEntry]:
    """The entries that these readings report, in the order of the book."""
    present = [entry for entry in shelf.links.pledges if shelf.present(entry.reports)]
    return sorted(present, key=lambda entry: (entry.target_year or 9999, entry.kind, entry.low or 0.0, entry.id))


def sorted_parties(codes: Iterable[str]) -> list[str]:
    """Countries by name, then groups by name, the world last."""
    return sorted(codes, key=lambda code: (code == "WLD", is_group(code), name_of(code), code))


def pledge_in_words(entry: BookEntry, shelf: Shelf) -> str:
    """Such as ``Cut CO₂ emissions by 40–45% from 2005 by 2030``; the source's words where they alone say of what."""
    pledges = _pledges(entry, shelf)
    qualifier = next((pledge.qualifier for pledge in pledges if pledge.qualifier), None)
    act = _act(entry, _Counting(pledges[0].basis, pledges[0].to_level))
    if act is None:
        return f"“{first_words(pledges[0].quote, limit=90)}”"
    return _by_year(act, qualifier, entry.target_year)


def recorded_in_words(pledge: RecordedPledge) -> str:
    """A pledge of record in the same words; what the words of pledges do not cover with the words of the table."""
    value = amount(pledge.low, pledge.high, pledge.unit)
    act = _act(pledge, _Counting(pledge.basis, to_level=False))
    what = capitalised(pledge.about or pledge.note or words_of(pledge.kind))
    return _by_year(act or (f"{what}: {value}" if value else what), pledge.qualifier, pledge.target_year)


def _by_year(act: str, qualifier: str | None, year: int | None) -> str:
    if year is None:
        return act
    return f"{act} {qualifier} {year}" if qualifier else f"{act}, {year}"


def _page(party: str, entries: list[BookEntry], shelf: Shelf, notes: Footnotes) -> PartyPledges:
    beside = [entry for entry in entries if entry.firmness in BESIDE]
    among = [entry for entry in entries if entry.firmness not in BESIDE]
    return PartyPledges(
        party=PartyView(party, party_heading(party)),
        standing=tuple(pledge_view(entry, shelf, notes) for entry in among if entry.standing),
        replaced=tuple(pledge_view(entry, shelf, notes) for entry in among if not entry.standing),
        beside=tuple(pledge_view(entry, shelf, notes) for entry in beside),
    )


def pledge_view(entry: BookEntry, shelf: Shelf, notes: Footnotes) -> PledgeView:
    pledges = _pledges(entry, shelf)
    return PledgeView(
        id=entry.id,
        words=pledge_in_words(entry, shelf),
        firmness=entry.firmness,
        firmness_label=FIRMNESS_LABELS[entry.firmness],
        details=tuple(_details(entry, pledges, shelf)),
        kind=entry.kind,
        gas=entry.gas,
        low=entry.low,
        high=entry.high,
        unit=entry.unit,
        base_year=entry.base_year,
        target_year=entry.target_year,
        about=entry.about,
        replaced_by=entry.replaced_by,
        verdict=_verdict(pledges, shelf),
        corrected=any(pledge.id in shelf.corrected for pledge in pledges),
        citations=notes.cite(pledges),
    )


def _verdict(pledges: list[Pledge], shelf: Shelf) -> VerdictView | None:
    """The gravest that the pledges of record say of any report of it."""
    found = shelf.checked(pledges)
    return verdict_view(found[0].verdict) if found else None


class _Act(Protocol):
    """What pledges of documents and of record have in common."""

    @property
    def kind(self) -> str: ...
    @property
    def gas(self) -> str | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def base_year(self) -> int | None: ...
    @property
    def about(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class _Counting:
    """What a cut is counted from."""

    basis: str | None
    to_level: bool


def _act(entry: _Act, counting: _Counting) -> str | None:
    """What is to be done; None where the fields alone do not say."""
    emissions = _EMISSIONS[entry.gas] if entry.gas else "emissions"
    value = amount(entry.low, entry.high, entry.unit)
    about = _ABOUT.get(entry.about, tidy(words_of(entry.about))) if entry.about else None
    match entry.kind:
        case "net_zero":
            return f"Net-zero {emissions}"
        case "peak":
            return f"Peak in {emissions}"
        case "reduction":
            return _reduction(entry, counting, about or emissions, value) if value else f"Cut {about or emissions}"
        case "share" | "capacity" if value and about:
            return f"{value} {'share of' if entry.unit == '%' else 'of'} {about}"
        case "phase_out" if about:
            return f"Phase out {about}"
        case "finance" if value and entry.about == _YEARLY:
            return f"{value} of finance {_YEARLY}"
        case "finance" if value:
            return f"{value} for {about}" if about else f"{value} of finance"
        case "temperature_goal" if value:
            return f"Limit warming to {value}"
        case _:
            return None


def _reduction(entry: _Act, counting: _Counting, what: str, value: str) -> str:
    intensity = " per unit of GDP" if counting.basis == "intensity" else ""
    preposition = "to" if counting.to_level or counting.basis == "absolute" else "by"
    of = "of" if preposition == "to" and entry.unit == "%" else "from"
    base = ""
    if entry.base_year:
        base = f" {of} {entry.base_year}{' levels' if of == 'of' else ''}"
    elif counting.basis == "bau":
        base = " below business as usual"
    elif counting.basis == "below_peak":
        base = " below the peak"
    return f"Cut {what}{intensity} {preposition} {value}{base}"


def _details(entry: BookEntry, pledges: list[Pledge], shelf: Shelf) -> Iterable[str]:
    urgers = sorted({name for pledge in pledges for name in pledge.urged_by})
    if urgers and entry.firmness == "urged":
        yield f"urged by {and_list([_urger(name) for name in urgers])}"
    for condition in sorted({tidy(pledge.condition) for pledge in pledges if pledge.condition}):
        yield f"on condition: {condition}"
    for scope in sorted({pledge.lulucf for pledge in pledges} - {"unknown"}):
        yield f"land use and forests {scope}"
    if entry.replaced_by:
        newer = shelf.entries.get(entry.replaced_by)
        if newer and shelf.present(newer.reports):
            yield f"replaced by: {pledge_in_words(newer, shelf)}"
    for field, ground in sorted({pair for pledge in pledges for pair in pledge.inferred}):
        yield f"{words_of(field)} inferred: {tidy(ground)}"


def _urger(name: str) -> str:
    known = name_of(name) != name or find_code(name) is not None
    return party_in_prose(name) if known and name.isupper() else tidy(name)


def _pledges(entry: BookEntry, shelf: Shelf) -> list[Pledge]:
    return [report for report in shelf.present(entry.reports) if isinstance(report, Pledge)]
