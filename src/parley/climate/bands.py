"""Quantiles by calendar year of every output of a run but the warming, which ``summary`` has.

A band is named by its output, and forcings and concentrations by agent or gas as well: ``erf``, ``erf|CO2``,
``concentration|CH4``, ``ocean_heat``. A gas that is the same in all members has all quantiles equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from parley.climate.quantiles import check_quantiles, quantiles_of
from parley.climate.result import UNITS, Result, concentration_unit
from parley.climate.summary import QUANTILES, Cell
from parley.climate.warming import annual_mean

FloatArray = npt.NDArray[np.float64]

_DIGITS = 7


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """Quantiles of one output in one scenario.

    Attributes:
        scenario, name, unit: see above.
        years: calendar years, (year,).
        quantiles: (quantile,).
        values: mean of each calendar year, (quantile, year) [unit].
    """

    scenario: str
    name: str
    unit: str
    years: npt.NDArray[np.int64]
    quantiles: tuple[float, ...]
    values: FloatArray

    def since(self, year: int) -> Band:
        """The same from ``year`` on."""
        kept = self.years >= year
        return replace(self, years=self.years[kept], values=self.values[:, kept])

    def to_dict(self) -> dict[str, Any]:
        """Ready for JSON, with seven significant digits."""
        by_quantile = {
            f"{quantile:g}": _rounded(row) for quantile, row in zip(self.quantiles, self.values, strict=True)
        }
        return {"name": self.name, "unit": self.unit, "quantiles": by_quantile}

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """One number a row, in the columns of ``summary.ROW_COLUMNS``."""
        for quantile, row in zip(self.quantiles, self.values, strict=True):
            for year, value in zip(self.years.tolist(), _rounded(row), strict=True):
                yield {
                    "scenario": self.scenario,
                    "statistic": self.name,
                    "threshold_k": None,
                    "quantile": quantile,
                    "year": year,
                    "value": value,
                    "unit": self.unit,
                }


def find_bands(result: Result, quantiles: Sequence[float] = QUANTILES) -> Iterator[Band]:
    """The bands of every output that was kept but temperature, scenario by scenario.

    Raises ClimateError when a quantile is not between 0 and 1.
    """
    checked = check_quantiles(quantiles)
    for place, scenario in enumerate(result.scenarios):
        for name, unit, values in _outputs(result):
            ordered = np.sort(annual_mean(values[place]), axis=1)
            yield Band(scenario, name, unit, result.years, checked, quantiles_of(ordered, checked))


def _outputs(result: Result) -> Iterator[tuple[str, str, FloatArray]]:
    if result.erf is not None:
        yield "erf", UNITS["erf"], result.erf
    for agent, values in result.erf_by_agent.items():
        yield f"erf|{agent}", UNITS["erf_by_agent"], values
    for gas, values in result.concentration.items():
        yield f"concentration|{gas}", concentration_unit(gas), values
    if result.ocean_heat is not None:
        yield "ocean_heat", UNITS["ocean_heat"], result.ocean_heat


def _rounded(row: FloatArray) -> list[float]:
    return [float(f"{value:.{_DIGITS}g}") for value in row.tolist()]
