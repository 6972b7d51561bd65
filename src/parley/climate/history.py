"""The packaged history of emissions, and the packaged scenarios that continue it.

Every array has the 51 species of ``species.EMITTED`` as rows, in their native units, and calendar years as columns.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parley.climate.species import EMITTED
from parley.climate.tables import read_lines
from parley.errors import ScenarioError

FIRST_YEAR = 1750
HISTORY_END = 2024
"""The last year of the packaged history; scenarios differ from the year after."""
LAST_YEAR = 2500

SCENARIOS = ("ssp119", "ssp126", "ssp245", "ssp370", "ssp434", "ssp460", "ssp534-over", "ssp585")
"""The shared socioeconomic pathways of CMIP6 (Riahi et al. 2017, Meinshausen et al. 2020), by name."""


class Emissions(NamedTuple):
    """Emissions by species and year; both arrays are read-only."""

    years: NDArray[np.int64]
    """(year,) consecutive calendar years"""
    emissions: NDArray[np.float64]
    """(species, year), rows as ``EMITTED`` [native units]"""


@cache
def load_history() -> Emissions:
    """Emissions of 1750 to 2024.

    To 2022 the history that calibration v1.4.1 of FaIR rests on, scaled by gas to meet observed concentrations; 2023
    and 2024 by the growth of the newest history. Sources: ``data/datapackage.json``.
    """
    header, *rows = read_lines("emissions_history.csv.gz")
    return _freeze(_parse_years(header, rows, skip=1), _parse_rows(rows, skip=1))


@cache
def load_scenario_emissions(name: str) -> Emissions:
    """Emissions of 1750 to 2500 by the packaged scenario ``name``: the history, then from 2025 the scenario.

    Scenarios are harmonised to the history of 2024. After 2150 they are tabulated every ten years, between which they
    are linear, as they are at their source. Raises ScenarioError for a name that is not in ``SCENARIOS``.
    """
    if name not in SCENARIOS:
        near = get_close_matches(name.lower(), SCENARIOS, n=1, cutoff=0.6)
        raise ScenarioError(
            f"there is no packaged scenario {name!r}; "
            + (f"did you mean {near[0]!r}?" if near else f"there are {', '.join(SCENARIOS)}")
        )
    header, *rows = read_lines("emissions_scenarios.csv.gz")
    rows = [row for row in rows if row[0] == name]
    knots, values = _parse_years(header, rows, skip=2), _parse_rows(rows, skip=2)
    years = np.arange(HISTORY_END + 1, LAST_YEAR + 1)
    future = np.array([np.interp(years, knots, of_species) for of_species in values])
    past = load_history()
    return _freeze(np.concatenate([past.years, years]), np.concatenate([past.emissions, future], axis=1))


def _parse_years(header: list[str], rows: list[list[str]], skip: int) -> NDArray[np.int64]:
    if tuple(header[skip:]) != EMITTED:
        raise ScenarioError("the packaged emissions do not have the species of this version; install the package anew")
    return np.array([int(row[skip - 1]) for row in rows])


def _parse_rows(rows: list[list[str]], skip: int) -> NDArray[np.float64]:
    return np.array([row[skip:] for row in rows], dtype=float).T


def _freeze(years: NDArray[np.int64], emissions: NDArray[np.float64]) -> Emissions:
    emissions = np.ascontiguousarray(emissions)
    years.setflags(write=False)
    emissions.setflags(write=False)
    return Emissions(years, emissions)
