"""What a judgement points at: words of a document, said to be a report of some kind.

The id of a report changes when another reader tells a little more of the same words. An anchor finds the report again
in any reading of the document, by the quote and the kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from parley.records.base import Record, Report
from parley.records.reading import Reading


class Anchor(Record):
    """A report by what it rests on: ``exact`` at ``start``–``end`` of the document's text, and its ``kind``.

    ``document`` is an id, which is the beginning of the hash of its bytes. ``traits`` are the report's fields
    ("target_year=2030"), which tell two reports of the same words apart. ``beside`` are the ids of the other reports
    of these words and kind at the time: they are never taken for this one.
    """

    document: str
    kind: str
    start: int
    end: int
    exact: str
    report: str
    traits: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @classmethod
    def of(cls, report: Report, reading: Reading) -> Self:
        """The anchor of a report of a reading."""
        quote = report.quote
        others = (
            other.id
            for other in reading.reports()
            if other.id != report.id
            and other.kind_of_report == report.kind_of_report
            and _overlap(other, quote.start, quote.end)
        )
        return cls(
            document=report.document,
            kind=report.kind_of_report,
            start=quote.start,
            end=quote.end,
            exact=quote.exact,
            report=report.id,
            traits=_traits(report),
            beside=tuple(sorted(others)),
        )

    def find(self, reading: Reading) -> Found:
        """The report in a reading of the document, or why there is none."""
        if any(report.id == self.report for report in reading.reports()):
            return Found(report=self.report)
        start = _place(self.exact, self.start, reading.document.text)
        if start is None:
            return Found(why=f"the words “{self.exact}” are no longer in the text of {self.document}")
        end = start + len(self.exact)
        fitting = [
            report
            for report in reading.reports()
            if report.kind_of_report == self.kind and report.id not in self.beside and _overlap(report, start, end)
        ]
        if not fitting:
            return Found(why=f"{reading.reader} reads no {self.kind} in the words “{self.exact}” of {self.document}")
        ranked = sorted((self._likeness(report, start, end), report.id) for report in fitting)
        if len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]:
            return Found(why=f"two reports fit the words “{self.exact}” of {self.document} equally well")
        return Found(report=ranked[-1][1])

    def _likeness(self, report: Report, start: int, end: int) -> tuple[int, int]:
        """More fields in common come first, then more of the words."""
        return len(set(self.traits) & set(_traits(report))), _overlap(report, start, end)


class Found(Record):
    """The id of the report that an anchor means in some reading; where there is none, ``why``."""

    report: str | None = None
    why: str = ""


def _place(words: str, start: int, text: str) -> int | None:
    """Where the words begin, nearest to where they once began: a text may be cleaned otherwise since."""
    if text.startswith(words, start):
        return start
    before, after = text.rfind(words, 0, start + len(words)), text.find(words, start)
    places = [place for place in (before, after) if place >= 0]
    return min(places, key=lambda place: (abs(place - start), place), default=None)


def _overlap(report: Report, start: int, end: int) -> int:
    """How many characters the best of a report's quotes shares with a stretch of text."""
    return max(0, *(min(quote.end, end) - max(quote.start, start) for quote in report.quotes))


def _traits(report: Report) -> tuple[str, ...]:
    fields = report.model_dump(mode="json", exclude={"id", "document", "quotes", "inferred"}, exclude_defaults=True)
    return tuple(sorted({trait for name, value in fields.items() for trait in _leaves(name, value)}))


def _leaves(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(f"{name}.{key}", part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(name, part)
    else:
        yield f"{name}={value}"
