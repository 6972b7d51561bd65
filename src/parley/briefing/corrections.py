"""Corrections: where a document says that it was wrong, and which lines of the briefing that bears on."""

from __future__ import annotations

from collections.abc import Iterable

from parley.briefing.claims import claim_in_words
from parley.briefing.footnotes import Footnotes, first_words
from parley.briefing.prose import capitalised
from parley.briefing.shelf import Shelf
from parley.briefing.view import CorrectionView
from parley.records import Claim, Correction, Report


def corrections(shelf: Shelf, notes: Footnotes) -> tuple[CorrectionView, ...]:
    """All of them, by date of document."""
    touched = {note.reports[0]: note.touched for note in shelf.links.corrections}
    return tuple(
        correction_view(correction, touched.get(correction.id, correction.touches), shelf, notes)
        for reading in shelf.readings
        for correction in reading.corrections
    )


def correction_view(correction: Correction, touched: Iterable[str], shelf: Shelf, notes: Footnotes) -> CorrectionView:
    """A note with the reports that it is taken to bear on."""
    return CorrectionView(
        nature=capitalised(correction.nature),
        words=first_words(correction.quote, limit=600),
        source=shelf.label(correction.document),
        date=shelf.published(correction.document),
        touches=tuple(touched_in_words(report) for report in shelf.present(touched)),
        citations=notes.cite([correction]),
    )


def touched_in_words(report: Report) -> str:
    """A report in a line: its kind and its words, a claim as it was read."""
    if isinstance(report, Claim):
        return f"claim, {claim_in_words(report)}"
    return f"{report.kind_of_report}, “{first_words(report.quote, limit=100)}”"
