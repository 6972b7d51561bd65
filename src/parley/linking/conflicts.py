"""What sources disagree on, found on purpose and never settled here.

A conflict needs two documents. It has a side for each thing that is said, and every report of it stands on one.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.linking.claim_conflicts import claim_conflicts
from parley.linking.count_conflicts import count_conflicts
from parley.linking.event_conflicts import event_conflicts
from parley.linking.pledge_conflicts import pledge_conflicts
from parley.linking.shelf import Shelf
from parley.records import BookEntry, Conflict, Event


def find_conflicts(shelf: Shelf, events: Sequence[Event], book: Sequence[BookEntry]) -> tuple[Conflict, ...]:
    """All conflicts, sorted by what they concern and id."""
    found = {
        conflict.id: conflict
        for conflict in (
            *event_conflicts(shelf, events),
            *pledge_conflicts(shelf, book),
            *claim_conflicts(shelf),
            *count_conflicts(shelf, events),
        )
    }
    return tuple(sorted(found.values(), key=lambda conflict: (conflict.concerns, conflict.field, conflict.id)))
