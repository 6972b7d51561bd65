"""Each Party's and each pledge's share of what pledges change against current policy.

The share of a pledge is its Owen value: the mean, over orders in which Parties and, within a Party, its pledges come
in, of what the median warming of 2100 changes by when the pledge does. In every order the steps add up to the whole, so
that the shares do; how much they differ between orders says how well a share is known. Orders come in pairs, one the
other reversed, and are a fixed set. Parties whose pledges move little come in as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from parley.climate.ensemble import Ensemble
from parley.errors import UsageError
from parley.outlook.fixed_order import permutation
from parley.outlook.odds import warm_at_end
from parley.outlook.outlook import Outlook
from parley.pathways.axes import FloatArray, total
from parley.pathways.choices import Choices
from parley.pathways.infill import harmonised, to_scenario
from parley.pathways.pledge import PathwayPledge
from parley.pathways.world import Counted, central_pathway, world

OTHERS = "others"
"""The Parties that come in as one."""
LARGEST = 24
ORDERS = 8
_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class PledgeShare:
    """What one pledge changes the median warming of 2100 by [K], with the standard error over orders [K]."""

    pledge: PathwayPledge
    change_k: float
    error_k: float


@dataclass(frozen=True, slots=True)
class PartyShare:
    """What a Party's pledges change the median warming of 2100 by [K]; they are the sum of ``pledges``.

    ``party`` is ``OTHERS`` for all that come in as one, which are not taken apart.
    """

    party: str
    change_k: float
    error_k: float
    pledges: tuple[PledgeShare, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """The change from current policy to an outlook, taken apart; ``parties`` sum to ``whole_k`` to 1e-9.

    ``current_policy_k`` is the median warming of 2100 under current policy, ``parties`` from the largest cut on.
    """

    current_policy_k: float
    whole_k: float
    parties: tuple[PartyShare, ...]
    orders: int


@dataclass(frozen=True, slots=True, eq=False)
class _Player:
    """A Party, or all others as one, with its steps and what the world changes by after some of them."""

    party: str
    pledges: tuple[PathwayPledge, ...]
    choices: Choices
    as_one: FloatArray | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """One for each step."""
        return tuple(pledge.id for pledge in self.pledges) or (self.party,)

    def change(self, steps: frozenset[int]) -> FloatArray:
        """What the world changes by against current policy after ``steps``, (gas, year)."""
        if self.as_one is not None:
            return self.as_one if steps else np.zeros_like(self.as_one)
        some = tuple(pledge for at, pledge in enumerate(self.pledges) if at in steps)
        under, nothing = (central_pathway(self.party, pledges, self.choices) for pledges in (some, ()))
        change: FloatArray = under.emissions[0] - nothing.emissions[0]
        return change


def share_out(outlook: Outlook, ensemble: Ensemble | None = None, *, orders: int = ORDERS) -> Shares:
    """Take the change from current policy apart. ``orders`` is even. Raises UsageError when it is not."""
    if orders < 2 or orders % 2:
        raise UsageError(f"orders come in pairs: give an even number from 2 on, not {orders}")
    members = ensemble or Ensemble.default()
    choices = outlook.choices
    nothing = world({}, choices).emissions[0]
    players = _players(outlook.counted, choices)
    if not players:
        return Shares(float(medians_at_end([nothing], choices, members)[0]), 0.0, (), orders)
    chains = list(_chains(players, orders))
    warmings = _warmings(nothing, chains, choices, members)
    by_name: dict[tuple[str, str], list[float]] = {}
    for chain, changes in zip(chains, np.diff(warmings, axis=1), strict=True):
        for (party, name, _), change in zip(chain, changes, strict=True):
            by_name.setdefault((party, name), []).append(float(change))
    found = tuple(_share(player, by_name, outlook.counted) for player in players)
    return Shares(
        current_policy_k=float(warmings[0, 0]),
        whole_k=float(warmings[0, -1] - warmings[0, 0]),
        parties=tuple(sorted(found, key=lambda share: (share.change_k, share.party))),
        orders=orders,
    )


def _players(counted: Counted, choices: Choices) -> list[_Player]:
    """Those whose pledges change anything, the largest on their own."""
    nothing = world({}, choices).pathways
    under = world(counted, choices).pathways
    moved = {
        party: float(np.abs(total(pathway.emissions[0] - nothing[party].emissions[0])).sum())
        for party, pathway in under.items()
        if counted.get(party)
    }
    ordered = sorted((party for party, size in moved.items() if size > 0), key=lambda party: (-moved[party], party))
    players = [_Player(party, counted[party], choices) for party in ordered[:LARGEST]]
    if rest := ordered[LARGEST:]:
        changes = [under[party].emissions[0] - nothing[party].emissions[0] for party in rest]
        players.append(_Player(OTHERS, (), choices, np.sum(changes, axis=0)))
    return players


_Step = tuple[str, str, FloatArray]


def _chains(players: Sequence[_Player], orders: int) -> Iterator[list[_Step]]:
    """By order: each step's Party and pledge, and what the world changes by since the step before."""
    names = [player.party for player in players]
    for pair in range(orders // 2):
        order = permutation(names, f"parties {pair}")
        within = {player.party: permutation(player.names, f"pledges {pair}") for player in players}
        for reverse in (False, True):
            chain: list[_Step] = []
            for at in reversed(order) if reverse else order:
                player = players[at]
                inner = within[player.party]
                chain += _steps(player, list(reversed(inner)) if reverse else inner)
            yield chain


def _steps(player: _Player, order: Sequence[int]) -> Iterator[_Step]:
    before: frozenset[int] = frozenset()
    for at in order:
        after = before | {at}
        yield player.party, player.names[at], player.change(after) - player.change(before)
        before = after


def _warmings(nothing: FloatArray, chains: Sequence[list[_Step]], choices: Choices, ensemble: Ensemble) -> FloatArray:
    """Median warming of 2100 before the first and after every step, (order, step + 1) [K]."""
    worlds = [nothing]
    for chain in chains:
        summed = np.cumsum([change for _, _, change in chain], axis=0) + nothing
        worlds += list(summed[:-1])
    # All orders end in the same world, which is summed once so that all end in the same warming.
    worlds.append(nothing + np.sum([change for _, _, change in chains[0]], axis=0))
    medians = medians_at_end(worlds, choices, ensemble)
    found, at = [], 1
    for chain in chains:
        between = medians[at : at + len(chain) - 1]
        found.append(np.concatenate([medians[:1], between, medians[-1:]]))
        at += len(chain) - 1
    return np.array(found)


def medians_at_end(worlds: Sequence[FloatArray], choices: Choices, ensemble: Ensemble) -> FloatArray:
    """Median warming of 2100 of one world or more as inventories count them, each (gas, year), (world,) [K]."""
    found: list[FloatArray] = []
    for first in range(0, len(worlds), _AT_ONCE):
        some = [
            to_scenario(str(at), harmonised(emissions, choices.data_year), choices.data_year)
            for at, emissions in enumerate(worlds[first : first + _AT_ONCE])
        ]
        found.append(np.median(warm_at_end(some, ensemble), axis=1))
    return np.concatenate(found)


def _share(player: _Player, by_name: Mapping[tuple[str, str], list[float]], counted: Counted) -> PartyShare:
    of_pledges = {name: np.array(by_name[player.party, name]) for name in player.names}
    whole = np.sum(list(of_pledges.values()), axis=0)
    pledges = {pledge.id: pledge for pledge in counted.get(player.party, ())}
    return PartyShare(
        player.party,
        float(whole.mean()),
        _error(whole),
        tuple(
            PledgeShare(pledges[name], float(values.mean()), _error(values))
            for name, values in of_pledges.items()
            if name in pledges
        ),
    )


def _error(values: FloatArray) -> float:
    """The standard error of the mean over pairs of orders, one the other reversed [K]."""
    pairs = values.reshape(-1, 2).mean(axis=1)
    return float(pairs.std(ddof=1) / np.sqrt(pairs.size)) if pairs.size > 1 else float("nan")
