"""A ledger as a whole: what its readings say together, and the briefing of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from parley.errors import RecordNotFound
from parley.records import (
    BookEntry,
    Correction,
    Document,
    Event,
    Judgement,
    LinkedPerson,
    Links,
    Reading,
    Report,
    Stance,
)
from parley.records.judgement import find_rejected, in_force, without
from parley.records.linked import Linked
from parley.terms.when import Interval
from parley.workflow.checks import check_readings
from parley.workflow.dating import link_dated

if TYPE_CHECKING:
    from parley.briefing import BriefingPaths
    from parley.ledger import Ledger


def link(readings: Iterable[Reading], judgements: Iterable[Judgement] = ()) -> Links:
    """What readings say together, as people have judged it."""
    from parley.linking import link as link_readings

    return link_readings(readings, judgements)


def brief(readings: Sequence[Reading], folder: Path, judgements: Iterable[Judgement] = ()) -> BriefingPaths:
    """Check some readings and write their briefing with its outlook into ``folder``, linked as people have judged.

    Raises RecordNotFound when there are none.
    """
    from parley.briefing import write_briefing

    if not readings:
        raise RecordNotFound("there is no document to brief on; name some: parley brief PATH")
    # Looked up late, as tests and users of the package put a smaller one in its place.
    from parley import workflow

    ensemble = workflow.load_ensemble() if any(reading.pledges for reading in readings) else None
    dated, links = link_dated(readings, judgements)
    return write_briefing(dated, links, folder, check_readings(dated), ensemble)


@dataclass(frozen=True)
class View:
    """A ledger at one moment: its newest readings without what was rejected, and what they say together."""

    readings: tuple[Reading, ...]
    links: Links
    judgements: tuple[Judgement, ...] = ()

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {reading.document.id: reading.document for reading in self.readings}

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by id."""
        return {report.id: report for reading in self.readings for report in reading.reports()}

    @cached_property
    def linked(self) -> dict[str, Linked]:
        """People, events, pledges, stances and conflicts by id."""
        groups: tuple[Sequence[Linked], ...] = (
            self.links.people,
            self.links.events,
            self.links.pledges,
            self.links.positions,
            self.links.conflicts,
        )
        return {record.id: record for group in groups for record in group}

    def evidence(self, linked: Linked) -> list[Report]:
        """The reports that a linked record joins, in its order."""
        return [self.reports[report] for report in linked.reports]

    def corrections_of(self, record_id: str) -> list[Correction]:
        """The notes that bear on a report, or on a record that rests on one, by date."""
        notes = (self.reports[note] for note in self._notes.get(record_id, ()))
        return [note for note in notes if isinstance(note, Correction)]

    @cached_property
    def _notes(self) -> dict[str, list[str]]:
        """Corrections by what they bear on."""
        notes: dict[str, list[str]] = {}
        for correction in self.links.corrections:
            for record in (*correction.touched, *correction.rests):
                notes.setdefault(record, []).append(correction.reports[0])
        return notes

    def events(self, party: str | None = None, period: Interval | None = None) -> list[Event]:
        """Events of a Party that share a day with ``period``; what has no date shares none."""
        return [
            event
            for event in self.links.events
            if (party is None or party in event.parties) and (period is None or _shares_day(event.when, period))
        ]

    def pledges(self, party: str | None = None, period: Interval | None = None) -> list[BookEntry]:
        """The pledge book of a Party, of what was reported in ``period``."""
        return [entry for entry in self.links.pledges if party in (None, entry.party) and self._told(entry, period)]

    def people(self, party: str | None = None, period: Interval | None = None) -> list[LinkedPerson]:
        """People of a Party whom a document of ``period`` names."""
        return [person for person in self.links.people if party in (None, person.party) and self._told(person, period)]

    def stances(self, party: str | None = None, period: Interval | None = None) -> list[Stance]:
        """What a Party holds, and what is held towards it, as published in ``period``."""
        return [
            stance
            for stance in self.links.positions
            if (party is None or party in (stance.party, *stance.towards)) and self._told(stance, period)
        ]

    def _told(self, linked: Linked, period: Interval | None) -> bool:
        published = (self.documents[report.document].published for report in self.evidence(linked))
        return period is None or any(_shares_day(day, period) for day in published)


def view(ledger: Ledger, until: date | None = None) -> View:
    """A ledger with its linked view, of documents published by ``until`` where that is given.

    What has no date is dated by the ledger where it can be.
    """
    judgements = ledger.judgements()
    every, links = link_dated(ledger.readings(with_rejected=True), judgements)
    if until is not None:
        every = [reading for reading in every if _is_by(reading, until)]
        links = link(every, judgements)
    rejections = [judgement for judgement in in_force(judgements) if judgement.verb == "reject"]
    readings = tuple(without(reading, find_rejected(reading, rejections)) for reading in every)
    return View(readings, links, judgements)


def _is_by(reading: Reading, until: date) -> bool:
    published = reading.document.published
    return published is not None and (published.end or date.max) <= until


def _shares_day(interval: Interval | None, period: Interval) -> bool:
    return interval is not None and interval.overlaps(period)
