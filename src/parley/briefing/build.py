"""From readings and links to the view of a briefing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

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


def build_view(
    readings: Sequence[Reading], links: Links, checks: Mapping[str, CheckedClaim] = MappingProxyType({})
) -> BriefingView:
    """All that the briefing will show; the same for the same readings and links in any order.

    ``checks`` holds what checking says of reports, by their ids.
    Raises UngroundedRecord when a quote is not in its document.
    """
    shelf = Shelf.of(readings, links, checks)
    notes = Footnotes(shelf)
    # Arguments are evaluated in reading order, which is the order in which notes are numbered; notes come last.
    return BriefingView(
        title=title(shelf),
        subtitle=subtitle(shelf),
        latest=shelf.latest.isoformat() if shelf.latest else None,
        summary=summary(shelf, notes),
        corrections=corrections(shelf, notes),
        timeline=timeline(shelf, notes),
        pledges=pledge_book(shelf, notes),
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
