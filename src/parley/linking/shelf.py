"""The readings to be linked, in one order whatever order they came in, with what is asked of them often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from parley.records import Document, Reading, Report
from parley.terms.when import Interval

R = TypeVar("R", bound=Report)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Readings by date of publication, then id; documents by id."""

    readings: tuple[Reading, ...]
    documents: dict[str, Document]

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Shelf:
        """One reading a document, the undated last."""
        by_document = {reading.document.id: reading for reading in readings}
        ordered = sorted(by_document.values(), key=lambda reading: (_day(reading.document), reading.document.id))
        return cls(tuple(ordered), {reading.document.id: reading.document for reading in ordered})

    def published(self, report: Report) -> Interval | None:
        """When the report's document was published."""
        return self.documents[report.document].published

    def day(self, report: Report) -> date:
        """A day that stands for the publication; the last day there is for an undated document."""
        return _day(self.documents[report.document])

    def by_age(self, reports: Iterable[R]) -> list[R]:
        """Reports in order of publication."""
        return sorted(reports, key=lambda report: (self.day(report), report.document, report.quote.start, report.id))

    def __iter__(self) -> Iterator[Reading]:
        return iter(self.readings)


def _day(document: Document) -> date:
    return document.published.anchor if document.published else date.max
