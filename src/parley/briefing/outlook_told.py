"""The pledges of the documents that may enter an outlook, and how each stands beside the book of record.

What is urged, proposed or drafted never does, nor what the documents themselves replace, tell as achieved or correct.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from parley.briefing.pledges import present_entries, sorted_parties
from parley.briefing.shelf import Shelf
from parley.pathways.beside_record import Beside, beside_record
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge
from parley.pathways.reported import of_report
from parley.pathways.selection import with_wishes
from parley.records import BookEntry, Pledge

COUNTED = ("in_book", "new")
"""How a pledge stands that is in the book, or is put into it."""
FIRM = ("planned", "pledged", "in_policy", "in_law")
# What a clause may be about instead of all emissions; read only where the book has no such pledge.
_PART = re.compile(
    r"\b(?:sectors?|sectoral|industr(?:y|ies|ial)|electricity|grid|power (?:supply|system|generation|stations?|plants?)"
    r"|aviation|airlines?|shipping|transport|vehicles?|buildings?|steel|cement|agricultur(?:e|al)|methane)\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[.;:!?](?=\s)|\n\s*[-*•–]|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Told:
    """A pledge of the documents, its reports by date of document, and how it stands beside the book of record."""

    entry: BookEntry
    reports: tuple[Pledge, ...]
    beside: Beside


def told_pledges(shelf: Shelf, day: date, book: Sequence[PathwayPledge], choices: Choices) -> tuple[Told, ...]:
    """Every firm pledge of the documents beside the book of record of ``day``, by Party."""
    entries = [entry for entry in present_entries(shelf) if entry.standing and entry.firmness in FIRM]
    order = {party: place for place, party in enumerate(sorted_parties({entry.party for entry in entries}))}
    found = [_told(entry, reports, shelf, day, book, choices) for entry in entries if (reports := _firm(entry, shelf))]
    return tuple(sorted(_latest_only(found, shelf, day), key=lambda told: order[told.entry.party]))


def _firm(entry: BookEntry, shelf: Shelf) -> tuple[Pledge, ...]:
    return tuple(
        report for report in shelf.present(entry.reports) if isinstance(report, Pledge) and report.firmness in FIRM
    )


def _told(
    entry: BookEntry,
    reports: tuple[Pledge, ...],
    shelf: Shelf,
    day: date,
    book: Sequence[PathwayPledge],
    choices: Choices,
) -> Told:
    said = _said(reports, shelf, day)
    beside = beside_record(_in_terms(entry, reports, said), said, day, book, choices)
    if all(report.id in shelf.corrected for report in reports) and beside.standing == "new":
        beside = replace(beside, standing="no_level", why="its source has corrected it")
    elif beside.standing == "new" and (why := _of_a_part(reports, shelf)):
        beside = replace(beside, standing="no_level", why=why)
    return Told(entry, reports, beside)


def _in_terms(entry: BookEntry, reports: tuple[Pledge, ...], said: date) -> PathwayPledge:
    """The entry in the terms of the rules, from the report that says most, the latest of those."""
    fullest = max(reports, key=lambda report: (report.low is not None, report.base_year is not None))
    condition = next((report.condition for report in reports if report.condition), None)
    whole = fullest.model_copy(
        update={
            "gas": entry.gas,
            "base_year": entry.base_year,
            "about": entry.about,
            "firmness": entry.firmness,
            "condition": condition,
        }
    )
    return replace(of_report(whole, said), id=entry.id, source=", ".join(report.id for report in reports))


def _said(reports: tuple[Pledge, ...], shelf: Shelf, day: date) -> date:
    """The last day on which a document told of it, at the latest ``day``; that where none is dated."""
    published = (shelf.documents[report.document].published for report in reports)
    return min(max((when.end or when.anchor for when in published if when), default=day), day)


def _of_a_part(reports: tuple[Pledge, ...], shelf: Shelf) -> str:
    """Why a pledge that seems new may be of a part of emissions only; "" where nothing speaks for that."""
    if any(report.basis == "absolute" and not report.to_level for report in reports):
        return "a cut by an amount, of a level that is not said"
    for report in reports:
        if found := _PART.search(_clause(shelf.documents[report.document].text, report.quote.start, report.quote.end)):
            return f"its words speak of “{found[0]}”, so that it may be of a part of emissions only"
    return ""


def _clause(text: str, start: int, end: int) -> str:
    """The words around a quote up to the ends of its clause or item of a list."""
    before = [found.end() for found in _CLAUSE_ENDS.finditer(text, 0, start)]
    after = _CLAUSE_ENDS.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def _latest_only(found: Sequence[Told], shelf: Shelf, day: date) -> Iterator[Told]:
    """Of new pledges that would take each other's place, the one of the latest document."""
    new = [told for told in found if told.beside.standing == "new"]
    new.sort(key=lambda told: (_said(told.reports, shelf, day), told.entry.id))
    kept = set(with_wishes((), [told.beside.pledge for told in new]))
    for told in found:
        if told.beside.standing == "new" and told.beside.pledge not in kept:
            told = replace(
                told, beside=replace(told.beside, standing="overtaken", why="a later document tells of another")
            )
        yield told
