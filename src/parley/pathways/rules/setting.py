"""What rules read besides the pledge: the base series, the draws, the choices and the Party's other pledges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.pathways.axes import CO2_FFI, CO2_LAND, GWP, LAST_YEAR, YEARS, FloatArray, place, weights
from parley.pathways.base import PartyBase
from parley.pathways.choices import Choices
from parley.pathways.draws import Draws
from parley.pathways.gas_split import convert_total, residual_share
from parley.pathways.pledge import PathwayPledge

BASE_REVISION = 0.03
"""How far figures of a base year are revised, either way."""
TREND_YEARS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A Party's base, the draws and choices, and its pledges that count, or those that a rule asks for: the peaks."""

    base: PartyBase
    draws: Draws
    choices: Choices
    pledges: tuple[PathwayPledge, ...] = ()

    @property
    def data_year(self) -> int:
        """The last year that is known."""
        return self.base.data_year

    @property
    def last_year(self) -> int:
        """The last year of pathways."""
        return LAST_YEAR

    @property
    def counts_conditional(self) -> bool:
        """Whether what depends on support counts."""
        return self.choices.policy in ("conditional", "net-zero")

    def gross(self, year: int, gwp: str, *, co2_only: bool = False) -> float:
        """Emissions of a year without land use, of current policy after the data year [MtCO2e under ``gwp``]."""
        emissions = self.base.emissions[:, place(year)]
        return float(emissions[CO2_FFI] if co2_only else weights(gwp, land=False) @ emissions)

    def trend(self, gwp: str, *, co2_only: bool = False) -> float:
        """The mean yearly growth over the five years to the data year [1 as logarithm]."""
        then, now = (self.gross(self.data_year - back, gwp, co2_only=co2_only) for back in (TREND_YEARS, 0))
        return float(np.log(now / then) / TREND_YEARS) if then > 0 and now > 0 else 0.0

    def inventory_land(self, year: int) -> float | None:
        """Land use as the Party's own inventory would count it [MtCO2e], None where there is no figure."""
        found = self.base.inventory_land
        return None if found is None else float(found[place(year)])

    def land_today(self) -> float:
        """CO2 of land use by bookkeeping models, mean of the five years to the data year [MtCO2]."""
        last = place(self.data_year)
        return float(self.base.emissions[CO2_LAND, last - TREND_YEARS + 1 : last + 1].mean())

    def land(self, year: int) -> float:
        """CO2 of land use by bookkeeping models [MtCO2], of current policy after the data year."""
        return float(self.base.emissions[CO2_LAND, place(year)])

    def revision(self) -> FloatArray:
        """What figures of a base year are multiplied with, (draw,)."""
        return 1.0 + BASE_REVISION * (2.0 * self.draws.base - 1.0)

    def gdp(self, year: int) -> FloatArray | None:
        """The size of the economy, (draw,), None where there is no figure."""
        if self.base.gdp is None or not np.isfinite(self.base.gdp[:, place(year)]).all():
            return None
        slow, central, fast = self.base.gdp[:, place(year)]
        drawn = self.draws.gdp
        below, above = (
            central + (2.0 * drawn - 1.0) * (central - slow),
            central + (2.0 * drawn - 1.0) * (fast - central),
        )
        between: FloatArray = np.where(drawn < 0.5, below, above)
        return between

    def under_our_metric(self, total: FloatArray, gwp: str, year: int) -> FloatArray:
        """A total without land use, (draw,), from ``gwp`` to the metric of the axes, by the gases of that year."""
        return convert_total(total, self.base.emissions, residual_share(self.draws.target), year, (gwp, GWP))

    def years_after(self) -> FloatArray:
        """Years since the data year, for each year after it."""
        return (YEARS[place(self.data_year) + 1 :] - self.data_year).astype(np.float64)
