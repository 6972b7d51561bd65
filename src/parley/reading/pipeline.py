"""From a Document to its Reading: parse, find what is named, then one extractor for each kind of report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import tee
from operator import attrgetter
from typing import Any

from spacy.tokens import Doc

from parley.reading.claims import read_claims
from parley.reading.context import Context, read_context
from parley.reading.corrections import read_corrections, touched_by
from parley.reading.engagements import read_engagements
from parley.reading.nlp import model_version, prepare, shared_model
from parley.reading.people_reports import report_people
from parley.reading.pledges import read_pledges
from parley.reading.positions import read_positions
from parley.reading.statements import read_statements
from parley.reading.version import rules_version
from parley.records import Correction, Document, Reading, Report

EXTRACTORS: tuple[tuple[str, Callable[[Context], Iterable[Report]]], ...] = (
    ("people", report_people),
    ("engagements", read_engagements),
    ("pledges", read_pledges),
    ("claims", read_claims),
    ("statements", attrgetter("statements")),
    ("positions", read_positions),
    ("corrections", read_corrections),
)


class Reader:
    """Reads documents with one spaCy model and our rules; the same document always gives the same Reading.

    Raises UsageError when the model asked for is not installed.
    """

    def __init__(self, model: str | None = None) -> None:
        self._language = shared_model(model)
        self.name = f"parley-rules/{rules_version()} {model_version(self._language)}"

    def read(self, document: Document) -> Reading:
        """Everything found in one document."""
        return next(self.read_many([document]))

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Everything found in each document, in their order; documents are parsed in batches."""
        for_parser, for_reading = tee(documents)
        parsed = self._language.pipe((prepare(document.text) for document in for_parser), batch_size=16)
        for document, doc in zip(for_reading, parsed, strict=True):
            yield self._reading(document, doc)

    def _reading(self, document: Document, doc: Doc) -> Reading:
        context = read_context(document, doc)
        context = replace(context, statements=tuple(read_statements(context)))
        found: dict[str, Any] = {name: _in_order(extract(context)) for name, extract in EXTRACTORS}
        return _with_corrections(Reading(document=document, reader=self.name, **found))


def _with_corrections(reading: Reading) -> Reading:
    """The reading with each correction note tied to what it touches; the note's own words are nobody's speech."""
    notes = [correction.quote for correction in reading.corrections]
    statements = (s for s in reading.statements if not any(n.start <= s.quote.start < n.end for n in notes))
    checkable = (*reading.engagements, *reading.pledges, *reading.claims)
    corrections = (
        Correction(**{**dict(correction), "id": "", "touches": touched_by(correction, checkable)})
        for correction in reading.corrections
    )
    return reading.model_copy(update={"statements": tuple(statements), "corrections": tuple(corrections)})


def _in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    unique = {report.id: report for report in reports}
    return tuple(sorted(unique.values(), key=lambda report: (report.quote.start, report.quote.end, report.id)))
