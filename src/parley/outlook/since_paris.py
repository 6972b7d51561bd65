"""How the outlook has moved since Paris, day by day of the record, and what moved it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from parley.climate.ensemble import Ensemble
from parley.inventory.pledges_of_record import last_day_of_record
from parley.inventory.recorded_pledge import all_pledges, withdrawals
from parley.outlook.outlook import Outlook, of_record
from parley.outlook.project import project
from parley.pathways.base import base_parties
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge

PARIS = date(2015, 12, 12)
"""The day on which the Paris Agreement was adopted."""
SMALLEST_MOVE_K = 0.005


@dataclass(frozen=True, slots=True)
class Move:
    """The outlook of one day and what changed since the day before it in the list.

    ``came`` and ``went`` are pledges, ``left`` and ``returned`` Parties to the Paris Agreement. ``change_k`` is what
    the median of 2100 moved by, ``moved_mtco2e`` by how much the emissions of each Party that changed did up to 2100,
    either way.
    """

    outlook: Outlook
    came: tuple[PathwayPledge, ...]
    went: tuple[PathwayPledge, ...]
    left: tuple[str, ...]
    returned: tuple[str, ...]
    change_k: float
    moved_mtco2e: Mapping[str, float]


def days_of_change(first: date = PARIS, last: date | None = None) -> tuple[date, ...]:
    """The days on which the book of record may have changed, with the first and the last."""
    end = last or last_day_of_record()
    found = {first, end}
    for pledge in all_pledges():
        found |= {day for day in (pledge.since, pledge.ended) if day is not None}
    for party in base_parties():
        for left in withdrawals(party):
            acts = (left.announced, left.effective, left.returned, left.return_effective)
            found |= {day for day in acts if day is not None}
    # A target whose year has passed is over on the first day of the next.
    found |= {date(year, 1, 1) for year in range(first.year + 1, end.year + 1)}
    return tuple(sorted(day for day in found if first <= day <= end))


def since_paris(
    choices: Choices | None = None,
    ensemble: Ensemble | None = None,
    days: Sequence[date] | None = None,
) -> tuple[Move, ...]:
    """The outlook of each day, by default of every day on which the book of record changed since Paris.

    History is that of the data year throughout, so that only pledges move it.
    """
    members = ensemble or Ensemble.default()
    moves: list[Move] = []
    before: Outlook | None = None
    for day in days or days_of_change():
        outlook = project(as_of=day, choices=choices, ensemble=members, name=of_record(day))
        moves.append(_move(before, outlook))
        before = outlook
    return tuple(moves)


def _move(before: Outlook | None, after: Outlook) -> Move:
    if before is None:
        return Move(after, (), (), (), (), 0.0, {})
    # One that has become law or policy is still the same pledge.
    earlier, later = ({pledge.id for pledge in each.pledges} for each in (before, after))
    return Move(
        outlook=after,
        came=tuple(pledge for pledge in after.pledges if pledge.id not in earlier),
        went=tuple(pledge for pledge in before.pledges if pledge.id not in later),
        left=tuple(sorted(after.withdrawn - before.withdrawn)),
        returned=tuple(sorted(before.withdrawn - after.withdrawn)),
        change_k=after.median(2100) - before.median(2100),
        moved_mtco2e=_moved(before, after),
    )


def _moved(before: Outlook, after: Outlook) -> dict[str, float]:
    """By Party; a pathway that is the same object has not changed."""
    pairs = ((party, before.world.pathways[party], pathway) for party, pathway in after.world.pathways.items())
    moved = {party: float(np.abs(new.total() - old.total()).sum()) for party, old, new in pairs if new is not old}
    return {party: size for party, size in moved.items() if size > 0}
