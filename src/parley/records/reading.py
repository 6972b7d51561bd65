"""Everything that one reader found in one document."""

from __future__ import annotations

from collections.abc import Iterator

from parley.errors import UngroundedRecord
from parley.records.base import Record, Report
from parley.records.claim import Claim
from parley.records.correction import Correction
from parley.records.document import Document
from parley.records.engagement import Engagement
from parley.records.person import Person
from parley.records.pledge import Pledge
from parley.records.position import Position
from parley.records.statement import Statement

REPORT_TYPES: tuple[type[Report], ...] = (Person, Engagement, Pledge, Claim, Statement, Position, Correction)


class Reading(Record):
    """The reports of one document, each list in order of its first quote."""

    document: Document
    reader: str
    people: tuple[Person, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def reports(self) -> Iterator[Report]:
        """All reports, people first."""
        yield from self.people
        yield from self.engagements
        yield from self.pledges
        yield from self.claims
        yield from self.statements
        yield from self.positions
        yield from self.corrections

    def check(self) -> None:
        """Raises UngroundedRecord when a quote is not in the document at its place."""
        for report in self.reports():
            if report.document != self.document.id:
                raise UngroundedRecord(f"{report.id} belongs to {report.document}, not to {self.document.id}")
            for quote in report.quotes:
                quote.check(self.document.text)
