"""The pathway of a Party or the world: emissions by gas and year, and how they came about."""

from __future__ import annotations

from dataclasses import dataclass

from parley.pathways.axes import GWP, FloatArray, total
from parley.pathways.pledge import PathwayPledge


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """What a pledge comes to in its target year, without land use.

    ``mtco2e`` is (draw,) under ``axes.GWP``, of fossil and industrial CO2 where ``co2_only``, else of all gases.
    ``land_factor`` is what CO2 of land use is multiplied with, (draw,), where the pledge is to cut that as well; None
    leaves land use as it is. ``steps`` tells the derivation in sentences with figures; ``flags`` what a reader must
    know (non-binding, base assumed, sink held).
    """

    pledge: PathwayPledge
    year: int
    mtco2e: FloatArray
    co2_only: bool = False
    land_factor: FloatArray | None = None
    steps: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotQuantified:
    """A pledge of which no level can be derived, and why."""

    pledge: PathwayPledge
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Pathway:
    """Emissions of a Party, (draw, gas, year), gases and units of ``axes``; up to the data year all draws are alike.

    ``levels`` are the targets in order of year, binding or not, ``net_zero`` the pledge of net zero that was followed,
    ``not_quantified`` what else was pledged; ``flags`` what a reader must know.
    """

    party: str
    emissions: FloatArray
    levels: tuple[Level, ...] = ()
    net_zero: PathwayPledge | None = None
    not_quantified: tuple[NotQuantified, ...] = ()
    flags: tuple[str, ...] = ()

    def total(self, gwp: str = GWP, *, land: bool = True) -> FloatArray:
        """The sum over gases, (draw, year) [MtCO2e]."""
        return total(self.emissions, gwp, land=land)

    @property
    def pledges(self) -> tuple[PathwayPledge, ...]:
        """The pledges that shape it."""
        followed = [level.pledge for level in self.levels]
        return tuple(dict.fromkeys([*followed, *([self.net_zero] if self.net_zero else [])]))
