"""The base of a Party's pathway: what it emitted, and what it will emit under current policy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.inventory import tables
from parley.inventory.offers import LAND
from parley.inventory.series import Source
from parley.pathways.areas import area_of, base_parties
from parley.pathways.axes import CO2_LAND, GASES, N_YEARS, YEARS, FloatArray, place
from parley.pathways.known import known_of

__all__ = ["PartyBase", "base_parties", "bunkers", "land_rest", "party_base"]


@dataclass(frozen=True, slots=True, eq=False)
class PartyBase:
    """Emissions of a Party to the data year, and under current policy after it.

    ``emissions`` (gas, year) in ``axes.UNITS``. ``inventory_land`` (year,) is land use as the Party's own inventory
    would count it [MtCO2e], None where there is no such figure. ``land_spread`` (2, year) is what is added to CO2 of
    land use by the lowest and the highest bookkeeping model [MtCO2], zero to the data year. ``gdp`` (3, year): slow,
    central, fast [int$ of 2011], None where there is no figure.
    """

    party: str
    data_year: int
    emissions: FloatArray
    inventory_land: FloatArray | None
    land_spread: FloatArray
    gdp: FloatArray | None
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()


@tables.remembered
def party_base(party: str, data_year: int) -> PartyBase:
    area_of(party)
    known = known_of(party)
    last = place(data_year)
    emissions = np.empty((len(GASES), N_YEARS))
    emissions[:, : last + 1] = known.emissions[:, : last + 1]
    after = YEARS[last + 1 :]
    past = known.emissions[:, max(0, last - 5)]
    now = known.emissions[:, last]
    with np.errstate(divide="ignore", invalid="ignore"):
        growth = np.where((past > 0) & (now > 0), np.log(now / past) / 5, 0.0)
    fading = np.cumsum(np.clip((2035 - after) / (2035 - data_year), 0, 1))
    emissions[:, last + 1 :] = now[:, None] * np.exp(growth[:, None] * fading)
    level = known.emissions[CO2_LAND, last - 4 : last + 1].mean()
    emissions[CO2_LAND, last + 1 :] = level * np.interp(after, [data_year, 2050], [1.0, 0.5])
    land = _hold(known.inventory_land, min(data_year, 2020))
    spread = np.zeros((2, N_YEARS))
    models = known.land[:, last - 4 : last + 1].mean(axis=1)
    if not np.isnan(models).any():
        ramp = np.interp(YEARS, [data_year, data_year + 5, 2050], [0.0, 1.0, 0.5])
        spread = np.array([models.min() - level, models.max() - level])[:, None] * ramp
    gdp = _gdp(known.gdp, min(data_year, 2022))
    return PartyBase(party, data_year, emissions, land, spread, gdp)


def _hold(figures: FloatArray, last_year: int) -> FloatArray | None:
    if np.isnan(figures[: place(last_year) + 1]).any():
        return None
    held = np.full(N_YEARS, figures[place(last_year)])
    held[: place(last_year) + 1] = figures[: place(last_year) + 1]
    return held


def _gdp(figures: FloatArray, last_year: int) -> FloatArray | None:
    last = place(last_year)
    if np.isnan(figures[: last + 1]).any():
        return None
    growth = np.log(figures[last] / figures[last - 10]) / 10
    lanes = []
    for faster in (-0.01, 0.0, 0.01):
        lane = figures[last] * np.exp((growth + faster) * np.clip(YEARS - last_year, 0, None))
        lane[: last + 1] = figures[: last + 1]
        lanes.append(lane)
    return np.array(lanes)


@tables.remembered
def bunkers(data_year: int) -> PartyBase:
    from parley.pathways.known import read_bunkers

    known = read_bunkers()
    emissions = np.repeat(known[:, place(data_year)][:, None], N_YEARS, axis=1)
    emissions[:, : place(data_year) + 1] = known[:, : place(data_year) + 1]
    return PartyBase("bunkers", data_year, emissions, None, np.zeros((2, N_YEARS)), None)


@tables.remembered
def land_rest(data_year: int) -> FloatArray:
    """World CO2 of land use without that of all areas, (year,) [MtCO2]."""
    from parley.pathways.known import read_years

    last = place(data_year)
    world = read_years(LAND, ("WLD",), "mean")
    rest = world - sum(known_of(party).emissions[CO2_LAND] for party in base_parties())
    found = np.full(N_YEARS, rest[last - 4 : last + 1].mean()) * np.interp(YEARS, [data_year, 2050], [1.0, 0.5])
    found[: last + 1] = rest[: last + 1]
    return found
