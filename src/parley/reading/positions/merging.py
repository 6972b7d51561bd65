"""Positions told more than once become one record with several quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.records import Attribution, Position, Quote


@dataclass(frozen=True, slots=True)
class Draft:
    """A position as one clause tells it; ``distance`` is how far behind the cue its issue is named, in characters."""

    party: str
    issue: str
    stance: str
    towards: tuple[str, ...]
    holder: str | None
    attribution: Attribution
    quote: Quote
    distance: int


def merge(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Drafts that say the same, together, the most direct one first."""
    told: dict[tuple[str, str, str, tuple[str, ...]], list[Draft]] = {}
    for draft in drafts:
        told.setdefault((draft.party, draft.issue, draft.stance, draft.towards), []).append(draft)
    return [sorted(same, key=lambda draft: (draft.distance, draft.quote.start)) for same in told.values()]


def reports(document: str, merged: Iterable[list[Draft]]) -> Iterator[Position]:
    """One record for each group of drafts."""
    for same in merged:
        lead = same[0]
        yield Position(
            document=document,
            quotes=tuple(dict.fromkeys(draft.quote for draft in same)),
            party=lead.party,
            issue=lead.issue,
            stance=lead.stance,
            towards=lead.towards,
            holder=next((draft.holder for draft in same if draft.holder), None),
            attribution=lead.attribution,
        )
