"""All Parties together: the world's emissions, with what belongs to nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from parley.inventory.tables import forget_with_tables
from parley.pathways.axes import CO2_LAND, GWP, FloatArray, total
from parley.pathways.base import base_parties, bunkers, land_rest
from parley.pathways.choices import Choices
from parley.pathways.draws import CENTRAL, Draws, one_draw
from parley.pathways.infill import harmonised
from parley.pathways.party import party_pathway
from parley.pathways.pathway import Pathway
from parley.pathways.pledge import PathwayPledge

BUNKERS, LAND_REST = "bunkers", "land use that no Party has"
"""What the world emits beside the Parties."""

Counted = Mapping[str, tuple[PathwayPledge, ...]]
"""The pledges that count, by Party."""

_STRONG, _WEAK = one_draw(1.0, peak=0.0), one_draw(0.0, peak=1.0)


@dataclass(frozen=True, eq=False)
class World:
    """The pathway of every Party and what they add up to; central where one draw was asked for.

    ``pathways`` has every area of ``base_parties`` once. ``apart`` is what no Party has: bunkers and the rest of land
    use, each (gas, year).
    """

    choices: Choices
    pathways: Mapping[str, Pathway]
    apart: Mapping[str, FloatArray]

    @cached_property
    def emissions(self) -> FloatArray:
        """The sum as inventories count, (draw, gas, year) in ``axes.UNITS``."""
        parts = [pathway.emissions for pathway in self.pathways.values()]
        draws = max(part.shape[0] for part in parts)
        summed = np.zeros((draws, *parts[0].shape[1:]))
        for part in parts:
            summed += part
        for part in self.apart.values():
            summed += part
        return summed

    @cached_property
    def harmonised(self) -> FloatArray:
        """The sum met with the climate engine's history, (draw, gas, year) in ``axes.UNITS``."""
        return np.array([harmonised(one, self.choices.data_year) for one in self.emissions])

    def total(self, gwp: str = GWP, *, land: bool = True) -> FloatArray:
        """The sum over gases as inventories count, (draw, year) [MtCO2e]."""
        return total(self.emissions, gwp, land=land)


def world(counted: Counted, choices: Choices, draws: Mapping[str, Draws] | None = None) -> World:
    """The world under the pledges that count; without ``draws`` the central one, which is remembered by Party.

    ``draws`` are by Party; all have the same length. Raises UsageError for a pledge of an area that is not in the base.
    """
    if draws is None:
        return _alike(counted, choices, CENTRAL)
    pathways = {party: party_pathway(party, counted.get(party, ()), choices, draws[party]) for party in base_parties()}
    return World(choices, pathways, _apart(choices))


def ends(counted: Counted, choices: Choices) -> tuple[World, World]:
    """The world with all targets at the strong and at the weak end of what they leave open."""
    return _alike(counted, choices, _STRONG), _alike(counted, choices, _WEAK)


def by_party(pledges: Iterable[PathwayPledge]) -> dict[str, tuple[PathwayPledge, ...]]:
    """Pledges by Party, in the order given, each once."""
    found: dict[str, dict[PathwayPledge, None]] = {}
    for pledge in pledges:
        found.setdefault(pledge.party, {})[pledge] = None
    return {party: tuple(each) for party, each in found.items()}


def central_pathway(party: str, pledges: tuple[PathwayPledge, ...], choices: Choices) -> Pathway:
    """The pathway of one Party with everything in the middle of what pledges leave open; remembered."""
    return _pathway(party, pledges, choices, CENTRAL)


@lru_cache(maxsize=16384)
def _pathway(party: str, pledges: tuple[PathwayPledge, ...], choices: Choices, draw: Draws) -> Pathway:
    return party_pathway(party, pledges, choices, draw)


forget_with_tables(_pathway.cache_clear)


def _alike(counted: Counted, choices: Choices, draw: Draws) -> World:
    """The world with one draw for all Parties, each pathway remembered."""
    pathways = {party: _pathway(party, counted.get(party, ()), choices, draw) for party in base_parties()}
    return World(choices, pathways, _apart(choices))


def _apart(choices: Choices) -> dict[str, FloatArray]:
    return {BUNKERS: bunkers(choices.data_year).emissions, LAND_REST: _only_land(land_rest(choices.data_year))}


def _only_land(land: FloatArray) -> FloatArray:
    """CO2 of land use, (year,) or already (gas, year), as emissions of all gases."""
    if land.ndim == 2:
        return land
    emissions = np.zeros((5, land.size))
    emissions[CO2_LAND] = land
    return emissions
