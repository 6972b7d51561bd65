"""Why two outlooks differ: what comes from pledges, withdrawals, method and data.

Each of the four is taken from the first outlook or from the second, in all sixteen ways; a part is its Shapley value,
the mean over all orders in which they may change, so that the parts sum to the difference. Yearly reports do this by
hand in two sentences. A Party that leaves the Paris Agreement, or comes back, changes its pledges under "withdrawals",
every other Party under "pledges". Method is every choice but the data year, which is "data".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from itertools import combinations
from math import factorial

from parley.climate.ensemble import Ensemble
from parley.outlook.corrected import Corrected
from parley.outlook.outlook import Outlook
from parley.outlook.shares import medians_at_end
from parley.pathways.book import select
from parley.pathways.choices import Choices
from parley.pathways.pledge import PathwayPledge
from parley.pathways.world import world

PARTS = ("pledges", "withdrawals", "method", "data")
_Second = frozenset[str]


@dataclass(frozen=True, slots=True)
class Why:
    """The difference of the medians of 2100, second less first [K]; ``parts`` sum to ``whole_k`` to 1e-9.

    ``came`` and ``went`` are the pledges that only the second and only the first has, ``left`` and ``returned`` the
    Parties that did, ``choices`` those that differ, each with its value before and after. ``corrections`` are the notes
    that bear on pledges of documents which either rests on, ``notes`` what to beware of in either.
    """

    first: str
    second: str
    first_k: float
    second_k: float
    parts: Mapping[str, float]
    came: tuple[PathwayPledge, ...]
    went: tuple[PathwayPledge, ...]
    left: tuple[str, ...]
    returned: tuple[str, ...]
    choices: tuple[tuple[str, object, object], ...]
    corrections: tuple[Corrected, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def whole_k(self) -> float:
        """The whole difference [K]."""
        return self.second_k - self.first_k


def why(first: Outlook, second: Outlook, ensemble: Ensemble | None = None) -> Why:
    """Take the difference of two outlooks apart; both are run with one ensemble, the packaged one unless given."""
    members = ensemble or Ensemble.default()
    medians = {some: _median(first, second, some, members) for some in _subsets()}
    before, after = ({pledge.id for pledge in each.book} for each in (first, second))
    return Why(
        first=first.name,
        second=second.name,
        first_k=medians[frozenset()],
        second_k=medians[frozenset(PARTS)],
        parts={part: _shapley(part, medians) for part in PARTS},
        came=tuple(pledge for pledge in second.book if pledge.id not in before),
        went=tuple(pledge for pledge in first.book if pledge.id not in after),
        left=tuple(sorted(second.withdrawn - first.withdrawn)),
        returned=tuple(sorted(first.withdrawn - second.withdrawn)),
        choices=tuple(_differing(first.choices, second.choices)),
        corrections=tuple(dict.fromkeys((*first.corrections, *second.corrections))),
        notes=tuple(dict.fromkeys((*first.notes, *second.notes))),
    )


def _median(first: Outlook, second: Outlook, from_second: _Second, ensemble: Ensemble) -> float:
    """The median of 2100 with the named parts as the second outlook has them and the others as the first [K]."""
    moved = first.withdrawn ^ second.withdrawn
    book = [
        *(pledge for pledge in first.book if _part(pledge, moved) not in from_second),
        *(pledge for pledge in second.book if _part(pledge, moved) in from_second),
    ]
    method = second.choices if "method" in from_second else first.choices
    data_year = (second if "data" in from_second else first).choices.data_year
    choices = replace(method, data_year=data_year)
    counted, _ = select(book, choices)
    return float(medians_at_end([world(counted, choices).emissions[0]], choices, ensemble)[0])


def _part(pledge: PathwayPledge, moved: frozenset[str]) -> str:
    return "withdrawals" if pledge.party in moved else "pledges"


def _subsets() -> list[_Second]:
    return [frozenset(some) for size in range(len(PARTS) + 1) for some in combinations(PARTS, size)]


def _shapley(part: str, medians: Mapping[_Second, float]) -> float:
    n = len(PARTS)
    return sum(
        factorial(len(some)) * factorial(n - len(some) - 1) / factorial(n) * (medians[some | {part}] - medians[some])
        for some in medians
        if part not in some
    )


def _differing(first: Choices, second: Choices) -> list[tuple[str, object, object]]:
    pairs = ((field.name, getattr(first, field.name), getattr(second, field.name)) for field in fields(Choices))
    return [(name, before, after) for name, before, after in pairs if before != after]
