"""What ozone, aerosols and methane's lifetime answer to: emissions of the packaged history, observed concentrations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from parley.climate.history import load_history
from parley.climate.parameters import EESC
from parley.climate.species import EMITTED, SLCFS
from parley.climate.tables import read_table

Array = NDArray[np.float64]

_CONCENTRATIONS = {"CH4": "ch4_ppb", "N2O": "n2o_ppb", EESC: "eesc_ppt"}


@cache
def load_precursors() -> Mapping[str, Array]:
    """By name, each (year,) of 1750 to 2024: SLCFs [Mt/yr], CH4 and N2O [ppb], chlorine of the stratosphere [ppt].

    Concentrations are means of the year; between 1750 and 1850 they are linear.
    """
    history = load_history()
    rows = read_table("precursor_concentrations.csv")
    known = [int(row["year"]) for row in rows]
    concentrations = {
        name: np.interp(history.years, known, [float(row[column]) for row in rows])
        for name, column in _CONCENTRATIONS.items()
    }
    emissions = {name: history.emissions[EMITTED.index(name)] for name in SLCFS}
    return MappingProxyType({**emissions, **concentrations})


def change(name: str, first: int, last: int) -> float:
    """By how much a precursor grew from one year to another."""
    series, start = load_precursors()[name], int(load_history().years[0])
    return float(series[last - start] - series[first - start])
