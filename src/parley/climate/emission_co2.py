"""CO2 from fossil fuels and industry, and from land use: two species of the model, which some tables give otherwise.

Only land use darkens or brightens the land and counts towards its forcing, so that the two cannot be run as one. Total
CO2 is never added to its parts: it completes them, or has to agree with them.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from parley.climate.emission_names import Role
from parley.climate.emission_rows import EmissionRows
from parley.climate.emission_table import FloatArray
from parley.errors import ScenarioError

FOSSIL, LAND = "CO2 FFI", "CO2 AFOLU"
_SHARE, _GTCO2 = 1e-3, 0.01
"""A total agrees with its parts within this share of their sizes, and this amount [Gt CO2/yr] of rounding."""


def complete_co2(given: EmissionRows, land: FloatArray | None = None) -> EmissionRows:
    """The rows with CO2 FFI and CO2 AFOLU worked out where the table gives total CO2 or sectors in their place.

    ``land`` is CO2 AFOLU of another scenario in the years of the rows [Gt CO2/yr], (year,), used with a total alone.

    Raises ScenarioError when a total contradicts its parts, or is all there is.
    """
    rows = _add_sectors(given)
    total = rows.co2.get(Role.CO2_TOTAL)
    if total is None:
        return rows
    has = (FOSSIL in rows.rows, LAND in rows.rows)
    if has == (True, True):
        _refuse_contradiction(rows, total)
        return rows.noting("total CO2 agrees with the sum of CO2 FFI and CO2 AFOLU, and is not used beside them")
    if has == (False, True):
        note = "CO2 FFI is total CO2 less CO2 AFOLU"
        return _with(rows, FOSSIL, total - rows.rows[LAND], note)
    if has == (True, False):
        return _subtract_fossil(rows, total)
    if land is None:
        raise ScenarioError(
            f"CO2 is given only in total; add CO2 from land use ({LAND}) as a row of its own, or take it from another "
            "scenario by fill_from='ssp245'"
        )
    return _with(rows, FOSSIL, total - land, "CO2 FFI is total CO2 less the CO2 AFOLU that was filled in")


def _with(rows: EmissionRows, name: str, values: FloatArray, note: str) -> EmissionRows:
    return replace(rows, rows={**rows.rows, name: values}).noting(note)


def _add_sectors(given: EmissionRows) -> EmissionRows:
    """Energy and industrial processes make up fossil CO2 where it has no row of its own."""
    energy, industry = given.co2.get(Role.CO2_ENERGY), given.co2.get(Role.CO2_INDUSTRY)
    if FOSSIL in given.rows or Role.CO2_TOTAL in given.co2 or energy is None or industry is None:
        return given
    return _with(given, FOSSIL, energy + industry, "CO2 FFI is the sum of CO2 from energy and industrial processes")


def _subtract_fossil(rows: EmissionRows, total: FloatArray) -> EmissionRows:
    land = total - rows.rows[FOSSIL]
    if np.nanmax(np.abs(land), initial=0.0) <= _GTCO2:
        raise ScenarioError(
            f"total CO2 is no more than CO2 FFI, so that land use is missing; add {LAND} as a row of its own, or take "
            "it from another scenario by fill_from='ssp245' and leave the total out by ignore=(…)"
        )
    return _with(rows, LAND, land, "CO2 AFOLU is total CO2 less CO2 FFI")


def _refuse_contradiction(rows: EmissionRows, total: FloatArray) -> None:
    fossil, land = rows.rows[FOSSIL], rows.rows[LAND]
    excess = np.abs(total - fossil - land) - _SHARE * (np.abs(fossil) + np.abs(land)) - _GTCO2
    if not (excess > 0).any():
        return
    at = int(np.nanargmax(excess))
    raise ScenarioError(
        f"total CO2 in {rows.years[at]} is {total[at]:.6g} Gt CO2/yr, but CO2 FFI and CO2 AFOLU add up to "
        f"{fossil[at] + land[at]:.6g}, on which the model runs; correct them or leave the total out by ignore=(…)"
    )
