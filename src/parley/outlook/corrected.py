"""Correction notes that touch the pledges of documents on which an outlook rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from parley.outlook.pledge_words import pledge_in_words
from parley.pathways.pledge import PathwayPledge
from parley.records import Correction, Document, Links, Report
from parley.records.linked import SET_RIGHT
from parley.terms.parties import name_of
from parley.terms.when import Interval

_TAKES_BACK = ("correction", "clarification", "retraction")
"""An update adds to what was said; the other notes say that something of it was wrong."""
_LONGEST_WORDS = 240


class Held(Protocol):
    """Documents and reports by id, and what they say together."""

    @property
    def documents(self) -> Mapping[str, Document]: ...

    @property
    def reports(self) -> Mapping[str, Report]: ...

    @property
    def links(self) -> Links: ...


@dataclass(frozen=True, slots=True)
class Corrected:
    """A pledge that shapes an outlook, and a correction note that touches it.

    ``pledge`` is its id in the outlook's book, ``says`` what it says, briefly. ``told`` are the reports of it in
    documents, ``touched`` those of them that the note bears on; none where the note bears on what had taken the
    pledge's place. ``correction`` is the id of the note, ``words`` are its own, ``document`` and ``source`` say where
    they stand, ``published`` on which day or days, "" where there is no date.
    """

    pledge: str
    party: str
    says: str
    correction: str
    nature: str
    words: str
    document: str
    source: str
    published: str
    told: tuple[str, ...]
    touched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """A note and those reports of one pledge that it bears on."""

    note: Correction
    touched: tuple[str, ...]


def notes_by_report(held: Held) -> dict[str, tuple[Correction, ...]]:
    """The notes that bear on each report, by their own words and by the links."""
    touched: dict[str, dict[str, Correction]] = {}
    for note_id, report in _touching(held):
        note = held.reports.get(note_id)
        if isinstance(note, Correction):
            touched.setdefault(report, {})[note_id] = note
    return {report: tuple(notes.values()) for report, notes in touched.items()}


def bearings(
    reports: Iterable[str], others: Iterable[str], notes: Mapping[str, tuple[Correction, ...]], held: Held
) -> tuple[Bearing, ...]:
    """The notes on ``reports`` and ``others`` by day, the undated last; only ``reports`` are named as touched."""
    found: dict[str, Correction] = {}
    touched: dict[str, list[str]] = {}
    own = tuple(reports)
    for report in (*own, *others):
        for note in notes.get(report, ()):
            found[note.id] = note
            touched.setdefault(note.id, []).extend([report] if report in own else [])
    ordered = sorted(found.values(), key=lambda note: (_day(note, held), note.id))
    return tuple(Bearing(note, tuple(touched[note.id])) for note in ordered)


def taken_back(held: Held) -> dict[str, tuple[Correction, ...]]:
    """The notes that say of a report that it was wrong, by report.

    What is only updated still stands, and so does what a note has set right, of which an earlier version is held.
    """
    set_right = {
        (linked.reports[0], report)
        for linked in held.links.corrections
        for report, reason in zip(linked.touched, linked.reasons, strict=True)
        if reason == SET_RIGHT
    }
    found = {
        report: tuple(note for note in notes if note.nature in _TAKES_BACK and (note.id, report) not in set_right)
        for report, notes in notes_by_report(held).items()
    }
    return {report: notes for report, notes in found.items() if notes}


def of_pledge(pledge: PathwayPledge, told: Iterable[str], bearing: Bearing, held: Held) -> Corrected:
    """A note that bears on a pledge of an outlook's book."""
    note, document = bearing.note, held.documents[bearing.note.document]
    return Corrected(
        pledge=pledge.id,
        party=pledge.party,
        says=pledge_in_words(pledge),
        correction=note.id,
        nature=note.nature,
        words=note.quote.exact,
        document=document.id,
        source=document.source,
        published=iso(document.published),
        told=tuple(told),
        touched=bearing.touched,
    )


def iso(published: Interval | None) -> str:
    """A day plainly, several in ISO 8601, "" for none."""
    if published is None:
        return ""
    return str(published.start) if published.start and published.start == published.end else published.iso


def note_in_words(words: str, source: str, published: str) -> str:
    """The note's own words on one line, where they stand, and the day."""
    line = " ".join(words.split())
    if len(line) > _LONGEST_WORDS:
        line = line[: line.rfind(" ", 0, _LONGEST_WORDS)] + " …"
    return f"“{line}” ({source}, {published or 'no date'})"


def corrected_in_words(each: Corrected) -> str:
    """The pledge, what of it the note bears on, the note's words, and where they stand."""
    note = note_in_words(each.words, each.source, each.published)
    return f"{name_of(each.party)}, {each.says}: {each.nature} {each.correction} of {_what(each)}, {note}"


def _what(each: Corrected) -> str:
    told, touched = len(each.told), len(each.touched)
    if not touched:
        return "what had taken its place"
    if told == 1:
        return "the one report of it"
    return f"all {told} reports of it" if touched == told else f"{touched} of {told} reports of it"


def _touching(held: Held) -> Iterator[tuple[str, str]]:
    """Each note with each report that it bears on."""
    for linked in held.links.corrections:
        for report in linked.touched:
            yield linked.reports[0], report
    for note in held.reports.values():
        if isinstance(note, Correction):
            for report in note.touches:
                yield note.id, report


def _day(note: Correction, held: Held) -> date:
    published = held.documents[note.document].published
    return published.anchor if published else date.max
