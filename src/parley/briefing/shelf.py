"""The readings and links of one briefing, put in order and looked up by id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from parley.briefing.dates import date_view
from parley.briefing.prose import tidy
from parley.briefing.view import DateView, PartyView
from parley.checking.checked import CheckedClaim, worst_first
from parley.records import BookEntry, Correction, Document, LinkedPerson, Links, Reading, Report
from parley.terms.parties import name_of
from parley.terms.when import Interval

_LONGEST_LABEL = 80
_NO_DATE = date.max
# What the first line of some files says of their date is no part of their words.
_DATE_LINE = re.compile(r"^date:? \d{4}-\d\d-\d\d\s+")


@dataclass(frozen=True)
class Shelf:
    """What a briefing is made of. ``readings`` stand by date of document, the undated last.

    ``checks`` holds what checking says of reports, by their ids.
    """

    readings: tuple[Reading, ...]
    documents: dict[str, Document]
    reports: dict[str, Report]
    links: Links
    entries: dict[str, BookEntry]
    corrected: frozenset[str]
    checks: Mapping[str, CheckedClaim]
    _order: dict[str, int]
    _people: dict[tuple[str, str], LinkedPerson]
    _people_by_form: dict[str, LinkedPerson]

    @classmethod
    def of(
        cls, readings: Sequence[Reading], links: Links, checks: Mapping[str, CheckedClaim] = MappingProxyType({})
    ) -> Shelf:
        """Raises UngroundedRecord when a quote is not in its document."""
        for reading in readings:
            reading.check()
        unique = {reading.document.id: reading for reading in sorted(readings, key=_reading_order, reverse=True)}
        ordered = tuple(sorted(unique.values(), key=_reading_order))
        reports = {report.id: report for reading in ordered for report in reading.reports()}
        return cls(
            readings=ordered,
            documents={reading.document.id: reading.document for reading in ordered},
            reports=reports,
            links=links,
            entries={entry.id: entry for entry in links.pledges},
            corrected=frozenset(touched for note in links.corrections for touched in note.touched)
            | {touched for report in reports.values() if isinstance(report, Correction) for touched in report.touches},
            checks=checks,
            _order={reading.document.id: place for place, reading in enumerate(ordered)},
            _people=_people_by_mention(links, reports),
            _people_by_form=_people_by_form(links),
        )

    def present(self, ids: Iterable[str]) -> tuple[Report, ...]:
        """The reports with ``ids`` that these readings hold, by date of document, then as they stand in it.

        Links may cover a whole ledger and the readings a part of it: what has no words here is left out.
        """
        held = [self.reports[name] for name in dict.fromkeys(ids) if name in self.reports]
        return tuple(sorted(held, key=self.place))

    def checked(self, reports: Iterable[Report]) -> list[CheckedClaim]:
        """What checking says of those of ``reports`` that it speaks of, the gravest first."""
        return worst_first([self.checks[report.id] for report in reports if report.id in self.checks])

    def place(self, report: Report) -> tuple[int, int, str]:
        """Where a report stands: its document by date, its first quote, its id."""
        return self._order[report.document], report.quote.start, report.id

    def label(self, document: str) -> str:
        """A document's title, or the words of its first line in quotation marks where it has none."""
        held = self.documents[document]
        if held.title and tidy(held.title):
            return tidy(held.title)
        lines = _DATE_LINE.sub("", held.text.lstrip()).split("\n", 1)
        opening = tidy(lines[0][: 4 * _LONGEST_LABEL])
        if len(opening) > _LONGEST_LABEL:
            opening = opening[: opening.rfind(" ", 0, _LONGEST_LABEL)].rstrip(",;:–—- ") + " …"
        return f"“{opening}”"

    def published(self, document: str) -> DateView:
        """When a document was published, with a doubt where that was inferred."""
        held = self.documents[document]
        inferred = held.published is not None and held.published_basis == "inferred"
        return date_view(held.published, tidy(held.published_ground or "from what the text says") if inferred else None)

    def person(self, document: str, name: str) -> LinkedPerson | None:
        """The person whom ``document`` calls ``name``."""
        return self._people.get((document, name))

    def person_called(self, name: str) -> LinkedPerson | None:
        """The person known by ``name`` in all documents; None when that could be two people."""
        return self._people_by_form.get(name)

    @cached_property
    def latest(self) -> date | None:
        """The last day by which the documents certainly reach: the latest beginning of a date of publication."""
        return max((when.start or when.anchor for when in self._dates), default=None)

    @cached_property
    def horizon(self) -> date | None:
        """The last day on which any of the dated documents may have been published."""
        return max((when.end or date.max for when in self._dates), default=None)

    @cached_property
    def earliest(self) -> date | None:
        """The day from which the documents certainly reach: the earliest end of a date of publication."""
        return min((when.end or when.anchor for when in self._dates), default=None)

    @property
    def _dates(self) -> list[Interval]:
        return [document.published for document in self.documents.values() if document.published]


def party_view(code: str) -> PartyView:
    return PartyView(code, name_of(code))


def _reading_order(reading: Reading) -> tuple[date, date, str, str, str]:
    document = reading.document
    when = document.published
    start = when.start or when.anchor if when else _NO_DATE
    end = when.end or when.anchor if when else _NO_DATE
    return start, end, document.title or "", document.id, reading.reader


def _people_by_mention(links: Links, reports: dict[str, Report]) -> dict[tuple[str, str], LinkedPerson]:
    mentions = {}
    for linked in links.people:
        for name in linked.reports:
            if name in reports:
                person = reports[name]
                mentions[person.document, str(getattr(person, "name", ""))] = linked
    return mentions


def _people_by_form(links: Links) -> dict[str, LinkedPerson]:
    owners: dict[str, dict[str, LinkedPerson]] = {}
    for linked in links.people:
        for form in (linked.name, *linked.forms):
            owners.setdefault(form, {})[linked.id] = linked
    return {form: next(iter(people.values())) for form, people in owners.items() if len(people) == 1}
