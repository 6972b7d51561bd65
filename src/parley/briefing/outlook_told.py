"""The pledges of the briefing's documents that may enter its outlook, in the order of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.briefing.pledges import present_entries, sorted_parties
from parley.briefing.shelf import Shelf
from parley.outlook.told_pledges import Told, told_pledges
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge


def told_by_party(shelf: Shelf, day: date, book: Sequence[PathwayPledge], choices: Choices) -> tuple[Told, ...]:
    """Every firm pledge of the documents beside the book of record of ``day``, by Party as the pledge book has it."""
    entries = present_entries(shelf)
    parties = sorted_parties({entry.party for entry in entries})
    order = {entry.id: (parties.index(entry.party), place) for place, entry in enumerate(entries)}
    return tuple(sorted(told_pledges(shelf, day, book, choices), key=lambda told: order[told.entry.id]))
