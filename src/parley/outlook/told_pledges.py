"""The pledges of documents that may enter an outlook, and how each stands beside the book of record.

What is urged, proposed or drafted never does, nor what the documents themselves replace, tell as achieved or correct.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from parley.outlook.corrected import Bearing, Corrected, Held, bearings, notes_by_report, of_pledge, taken_back
from parley.pathways.beside_record import Beside, beside_record
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge
from parley.pathways.reported import of_report
from parley.pathways.selection import with_wishes
from parley.records import BookEntry, Correction, Pledge

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

_Notes = Mapping[str, tuple[Correction, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """A pledge of the documents, its reports by age, and how it stands beside the book of record.

    ``pledge`` of ``beside`` has the id of the report that says most, or that of record. ``notes`` are the corrections
    that bear on one of its reports, or on what had taken its place.
    """

    entry: BookEntry
    reports: tuple[Pledge, ...]
    beside: Beside
    notes: tuple[Bearing, ...] = ()

    @property
    def is_counted(self) -> bool:
        """Whether it is in the book, or is put into it."""
        return self.beside.standing in COUNTED


def told_pledges(held: Held, day: date, book: Sequence[PathwayPledge], choices: Choices) -> tuple[Told, ...]:
    """Every firm pledge of the documents beside the book of record of ``day``, in the order of the pledge book.

    A pledge all of whose reports were corrected does not enter. Where all were retracted, what it had taken the place
    of stands again; a correction puts something else in its place.
    """
    notes, wrong = notes_by_report(held), taken_back(held)
    firm = {entry.id: reports for entry in held.links.pledges if (reports := _firm(entry, held))}
    retracted = {name for name, reports in firm.items() if _are_retracted(reports, wrong)}
    entries = [
        entry
        for entry in held.links.pledges
        if entry.id in firm and entry.firmness in FIRM and (entry.standing or entry.replaced_by in retracted)
    ]
    found = [_told(entry, firm, held, day, book, choices, notes, wrong) for entry in entries]
    return tuple(_latest_only(found, held, day))


def put_over(book: Iterable[PathwayPledge], told: Iterable[Told]) -> tuple[PathwayPledge, ...]:
    """The book with the pledges that it does not have."""
    return with_wishes(book, [each.beside.pledge for each in told if each.beside.standing == "new"])


def corrected(told: Iterable[Told], held: Held) -> tuple[Corrected, ...]:
    """Each pledge that counts with each note that bears on it."""
    return tuple(
        of_pledge(each.beside.pledge, (report.id for report in each.reports), note, held)
        for each in told
        if each.is_counted
        for note in each.notes
    )


def _firm(entry: BookEntry, held: Held) -> tuple[Pledge, ...]:
    reports = (held.reports.get(name) for name in entry.reports)
    return tuple(report for report in reports if isinstance(report, Pledge) and report.firmness in FIRM)


def _are_retracted(reports: Iterable[Pledge], wrong: _Notes) -> bool:
    return all(any(note.nature == "retraction" for note in wrong.get(report.id, ())) for report in reports)


def _told(
    entry: BookEntry,
    firm: Mapping[str, tuple[Pledge, ...]],
    held: Held,
    day: date,
    book: Sequence[PathwayPledge],
    choices: Choices,
    notes: _Notes,
    wrong: _Notes,
) -> Told:
    reports = firm[entry.id]
    right = tuple(report for report in reports if report.id not in wrong)
    sound = right or reports
    said = _said(sound, held, day)
    beside = beside_record(_in_terms(entry, sound, said), said, day, book, choices)
    if beside.standing == "new" and not right:
        beside = replace(beside, standing="corrected", why="its source has corrected it")
    elif beside.standing == "new" and (why := _of_a_part(sound, held)):
        beside = replace(beside, standing="no_level", why=why)
    after = () if entry.standing or entry.replaced_by is None else firm[entry.replaced_by]
    return Told(
        entry,
        reports,
        beside,
        bearings((report.id for report in reports), (report.id for report in after), notes, held),
    )


def _in_terms(entry: BookEntry, reports: Sequence[Pledge], said: date) -> PathwayPledge:
    """The entry in the terms of the rules, from the report that says most, the latest of those."""
    fullest = max(reversed(reports), key=lambda report: (report.low is not None, report.base_year is not None))
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
    return replace(of_report(whole, said), id=fullest.id, source=", ".join(report.id for report in reports))


def _said(reports: Iterable[Pledge], held: Held, day: date) -> date:
    """The last day on which a document told of it, at the latest ``day``; that where none is dated."""
    published = (held.documents[report.document].published for report in reports)
    return min(max((when.end or when.anchor for when in published if when), default=day), day)


def _of_a_part(reports: tuple[Pledge, ...], held: Held) -> str:
    """Why a pledge that seems new may be of a part of emissions only; "" where nothing speaks for that."""
    if any(report.basis == "absolute" and not report.to_level for report in reports):
        return "a cut by an amount, of a level that is not said"
    for report in reports:
        if found := _PART.search(_clause(held.documents[report.document].text, report.quote.start, report.quote.end)):
            return f"its words speak of “{found[0]}”, so that it may be of a part of emissions only"
    return ""


def _clause(text: str, start: int, end: int) -> str:
    """The words around a quote up to the ends of its clause or item of a list."""
    before = [found.end() for found in _CLAUSE_ENDS.finditer(text, 0, start)]
    after = _CLAUSE_ENDS.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def _latest_only(found: Sequence[Told], held: Held, day: date) -> Iterator[Told]:
    """Of new pledges that would take each other's place, the one of the latest document."""
    new = [told for told in found if told.beside.standing == "new"]
    new.sort(key=lambda told: (_said(told.reports, held, day), told.entry.id))
    kept = set(with_wishes((), [told.beside.pledge for told in new]))
    for told in found:
        if told.beside.standing == "new" and told.beside.pledge not in kept:
            told = replace(
                told, beside=replace(told.beside, standing="overtaken", why="a later document tells of another")
            )
        yield told
