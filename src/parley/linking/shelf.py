"""The readings to be linked, in one order whatever order they came in, with what is asked of them often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from parley.records import Document, Reading, Report
from parley.terms.when import Interval

R = TypeVar("R", bound=Report)

_NARROW_DAYS = 31


@dataclass(frozen=True, slots=True)
class Shelf:
    """Readings by date of publication, then id; documents by id."""

    readings: tuple[Reading, ...]
    documents: dict[str, Document]
    _days: dict[str, date]

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Shelf:
        """One reading a document, the undated by what they tell as past and as to come, else last."""
        by_document = {reading.document.id: reading for reading in readings}
        days = {name: _day(reading) for name, reading in by_document.items()}
        ordered = sorted(by_document.values(), key=lambda reading: (days[reading.document.id], reading.document.id))
        return cls(tuple(ordered), {reading.document.id: reading.document for reading in ordered}, days)

    def published(self, report: Report) -> Interval | None:
        """When the report's document was published."""
        return self.documents[report.document].published

    def day(self, report: Report) -> date:
        """A day that stands for the publication.

        For an undated document the first day on which all that it tells as past was over, or the last before what it
        tells as still to come; the last day there is where it tells neither.
        """
        return self._days[report.document]

    def by_age(self, reports: Iterable[R]) -> list[R]:
        """Reports in order of publication."""
        return sorted(reports, key=lambda report: (self.day(report), report.document, report.quote.start, report.id))

    def __iter__(self) -> Iterator[Reading]:
        return iter(self.readings)


def _day(reading: Reading) -> date:
    if reading.document.published:
        return reading.document.published.anchor
    dated = [e for e in reading.engagements if e.when and (e.when.days or _NARROW_DAYS + 1) <= _NARROW_DAYS]
    past = [e.when.end for e in dated if e.status == "held" and e.when and e.when.end]
    ahead = [e.when.start for e in dated if e.status in ("trailed", "planned") and e.when and e.when.start]
    if past and (not ahead or max(past) <= min(ahead)):
        return max(past)
    return min(ahead, default=date.max)
