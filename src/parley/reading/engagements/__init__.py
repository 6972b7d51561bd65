"""Engagements of a document: visits, meetings, calls, dialogues, statements, conferences, hearings and speeches.

Finders read them clause by clause as drafts; drafts are dated, take over what the trip around them tells, are joined
where they restate one another, and become records.
"""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.context import Context
from parley.reading.engagements.addresses import find_addresses
from parley.reading.engagements.conferences import find_conferences
from parley.reading.engagements.finishing import conclude, finish, settle
from parley.reading.engagements.inheriting import inherit, lend
from parley.reading.engagements.merging import merge, merge_visits
from parley.reading.engagements.scene import Scene
from parley.reading.engagements.statements import find_statements
from parley.reading.engagements.talks import find_talks
from parley.reading.engagements.timing import date_drafts
from parley.reading.engagements.visits import find_visits
from parley.records import Engagement

_FINDERS = (find_visits, find_talks, find_statements, find_addresses, find_conferences)


def read_engagements(context: Context) -> Iterable[Engagement]:
    """All engagements of the document, one record for each thing in the world."""
    scene = Scene(context)
    for find in _FINDERS:
        for draft in find(scene):
            scene.told.append(draft)
    drafts = date_drafts(scene, sorted(scene.told, key=lambda draft: (draft.head.i, draft.start)))
    drafts = lend([settle(draft, context.published) if draft.kind == "visit" else draft for draft in drafts])
    drafts = [settle(draft, context.published) if draft.kind != "visit" else draft for draft in drafts]
    drafts = inherit(merge_visits(drafts))
    return [finish(scene, conclude(draft, context.published)) for draft in merge(drafts)]
