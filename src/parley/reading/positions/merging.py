"""Positions told more than once become one record with several quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.records import Attribution, Position, Quote


@dataclass(frozen=True, slots=True)
class Draft:
    """A position as one clause tells it.

    ``issue`` is None where the clause names none: it is then that of the draft it restates, else the one ``around``.
    ``vague`` drafts, of headlines and of mere topics of talk, lead only where there is no other. ``distance`` is how
    far behind the cue the issue is named, in characters.
    """

    party: str
    issue: str | None
    around: str
    stance: str
    towards: tuple[str, ...]
    holder: str | None
    attribution: Attribution
    quote: Quote
    sentence: int
    distance: int
    vague: bool = False
    inferred: str | None = None


def merge(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Drafts that say the same, together, in order of their first telling."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        for group in groups:
            if any(_restates(draft, other) for other in group):
                group.append(draft)
                break
        else:
            groups.append([draft])
    return groups


def _restates(draft: Draft, other: Draft) -> bool:
    """The same stance on the same issue, or the next clause about it where one of the two names no issue."""
    if draft.party != other.party:
        return False
    if draft.sentence == other.sentence and draft.attribution == other.attribution and draft.issue is None:
        return True
    if draft.stance != other.stance:
        return False
    if draft.issue == other.issue and draft.issue is not None:
        return draft.towards == other.towards
    beside = abs(draft.sentence - other.sentence) <= 1
    towards_same = draft.towards == other.towards or not (draft.towards and other.towards)
    return beside and towards_same and (draft.issue is None or other.issue is None)


def reports(document: str, merged: Iterable[list[Draft]]) -> Iterator[Position]:
    """One record for each group of drafts; it rests on the most direct words, in which the issue stands nearest."""
    for same in merged:
        ranked = sorted(same, key=lambda draft: (draft.vague, draft.issue is None, draft.distance, draft.quote.start))
        lead = ranked[0]
        yield Position(
            document=document,
            quotes=tuple(dict.fromkeys(draft.quote for draft in ranked)),
            party=lead.party,
            issue=lead.issue or lead.around,
            stance=lead.stance,
            towards=next((draft.towards for draft in ranked if draft.towards), ()),
            holder=next((draft.holder for draft in ranked if draft.holder), None),
            attribution=lead.attribution,
            inferred=(("party", lead.inferred),) if lead.inferred else (),
        )
