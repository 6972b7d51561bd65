"""What sources disagree on, side by side and never settled here."""

from __future__ import annotations

from parley.briefing.amounts import amount
from parley.briefing.dates import date_view
from parley.briefing.footnotes import Footnotes, first_words
from parley.briefing.headlines import headline, place_in_words
from parley.briefing.prose import capitalised, party_heading, tidy, words_of
from parley.briefing.shelf import Shelf
from parley.briefing.view import ConflictSide, ConflictView
from parley.records import Claim, Conflict, Place, Pledge, Report
from parley.terms.parties import name_of
from parley.terms.when import Interval

_FIELD_LABELS = {"when": "date", "low": "value", "high": "value", "parties": "Parties", "against": "compared with"}


def conflicts(shelf: Shelf, notes: Footnotes) -> tuple[ConflictView, ...]:
    """Those of which these readings hold at least two sides, events first."""
    return tuple(conflict_view(conflict, shelf, notes) for conflict in ordered_conflicts(shelf))


def ordered_conflicts(shelf: Shelf) -> list[Conflict]:
    """The conflicts that these readings show, in the order of the section."""
    held = [conflict for conflict in shelf.links.conflicts if len(shelf.present(conflict.reports)) > 1]
    return sorted(held, key=lambda conflict: (_first_place(conflict, shelf), conflict.field, conflict.id))


def field_in_words(report: Report, field: str) -> str | None:
    """What a report says in ``field``, in words; None where it says nothing there."""
    value = getattr(report, field, None)
    if field in ("low", "high", "value") and isinstance(report, Claim | Pledge):
        return amount(report.low, report.high, report.unit)
    if isinstance(value, Interval):
        return date_view(value).words
    if isinstance(value, Place):
        return place_in_words(value)
    if isinstance(value, tuple):
        return ", ".join(name_of(str(one)) for one in value) or None
    if isinstance(value, bool) or value is None:
        return None
    return tidy(words_of(name_of(str(value)) if field == "party" else str(value)))


def conflict_view(conflict: Conflict, shelf: Shelf, notes: Footnotes) -> ConflictView:
    """One conflict with the sides that these readings hold."""
    return ConflictView(
        id=conflict.id,
        concerns=conflict.concerns,
        about=about(conflict, shelf),
        field=_FIELD_LABELS.get(conflict.field, words_of(conflict.field)),
        words=capitalised(tidy(conflict.words)) + _corrected(conflict, shelf),
        sides=tuple(_side(report, conflict.field, shelf, notes) for report in shelf.present(conflict.reports)),
    )


def _corrected(conflict: Conflict, shelf: Shelf) -> str:
    told = any(report in shelf.corrected for side in conflict.sides for report in side)
    return "; a source of one side has been corrected" if told else ""


def about(conflict: Conflict, shelf: Shelf) -> str | None:
    """The event or pledge that all sides speak of, or the subject of the claims."""
    sides = set(conflict.reports)
    for event in shelf.links.events:
        if sides <= set(event.reports):
            return headline(event, shelf)
    first = shelf.present(conflict.reports)[0]
    if isinstance(first, Pledge):
        return party_heading(first.party)
    return party_heading(first.subject) if isinstance(first, Claim) and first.subject else None


def _side(report: Report, field: str, shelf: Shelf, notes: Footnotes) -> ConflictSide:
    return ConflictSide(
        value=field_in_words(report, field),
        words=first_words(report.quote),
        source=shelf.label(report.document),
        date=shelf.published(report.document),
        citations=notes.cite([report], most=1),
    )


def _first_place(conflict: Conflict, shelf: Shelf) -> tuple[int, tuple[int, int, str]]:
    """Events, pledges, claims; within each by the first report in the order of the documents."""
    first = shelf.present(conflict.reports)[0]
    return ("event", "pledge", "claim").index(conflict.concerns), shelf.place(first)
