"""From readings and links to the view of a briefing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from parley.briefing.claims import claims_by_subject
from parley.briefing.conflicts import conflicts
from parley.briefing.corrections import corrections
from parley.briefing.footnotes import Footnotes
from parley.briefing.people import people
from parley.briefing.pledges import pledge_book
from parley.briefing.positions import positions_by_party
from parley.briefing.shelf import Shelf
from parley.briefing.sources import sources
from parley.briefing.statements import statements_by_speaker
from parley.briefing.summary import subtitle, summary, title
from parley.briefing.timeline import timeline
from parley.briefing.view import BriefingView
from parley.checking.checked import CheckedClaim
from parley.checking.version import checker_name
from parley.records import Links, Reading

if TYPE_CHECKING:
    from parley.briefing.outlook import OutlookSection
    from parley.climate.ensemble import Ensemble


def build_view(
    readings: Sequence[Reading],
    links: Links,
    checks: Mapping[str, CheckedClaim] = MappingProxyType({}),
    ensemble: Ensemble | None = None,
) -> BriefingView:
    """All that the briefing will show; the same for the same readings and links in any order.

    ``checks`` holds what checking says of reports, by their ids; without an ``ensemble`` there is no outlook.
    Raises UngroundedRecord when a quote is not in its document.
    """
    shelf = Shelf.of(readings, links, checks)
    notes = Footnotes(shelf)
    outlook = _outlook(shelf, notes, ensemble) if ensemble else None
    # Arguments are evaluated in reading order, which is the order in which notes are numbered; notes come last.
    return BriefingView(
        title=title(shelf),
        subtitle=subtitle(shelf),
        latest=shelf.latest.isoformat() if shelf.latest else None,
        summary=(*summary(shelf, notes), *(outlook.summary() if outlook else ())),
        corrections=corrections(shelf, notes),
        timeline=timeline(shelf, notes),
        pledges=pledge_book(shelf, notes),
        outlook=outlook.view() if outlook else None,
        conflicts=conflicts(shelf, notes),
        claims=claims_by_subject(shelf, notes),
        statements=statements_by_speaker(shelf, notes),
        positions=positions_by_party(shelf, notes),
        people=people(shelf, notes),
        sources=sources(shelf),
        notes=notes.notes(),
        readers=tuple(sorted({reading.reader for reading in shelf.readings})),
        checker=checker_name() if checks else None,
    )


def _outlook(shelf: Shelf, notes: Footnotes, ensemble: Ensemble) -> OutlookSection | None:
    """The outlook, where a document has a pledge."""
    if not any(reading.pledges for reading in shelf.readings):
        return None
    # The climate engine takes half a second to import.
    from parley.briefing.outlook import OutlookSection
    from parley.briefing.outlook_sums import sum_up

    sums = sum_up(shelf, ensemble)
    return OutlookSection(sums, shelf, notes) if sums else None
