"""The base of a Party's pathway: what it emitted, and what it emits under current policy from then on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from parley.errors import InventoryError
from parley.inventory import tables
from parley.inventory.growth import growth_source, published_growth
from parley.inventory.inventory_land import inventory_land, inventory_land_source
from parley.inventory.members import describe
from parley.inventory.offers import CARBON, CLIMATE_WATCH, EDGAR, LAND, MERGED
from parley.inventory.regions import region_of, ssp245_source
from parley.inventory.series import Source
from parley.pathways.areas import area_of, base_parties
from parley.pathways.axes import CO2_LAND, FIRST_YEAR, N_YEARS, FloatArray, place
from parley.pathways.baseline import project_gases
from parley.pathways.gdp import project_gdp
from parley.pathways.known import LAST_KNOWN, Known, known_bunkers, known_of
from parley.pathways.land import hold_inventory_land, land_rest, project_land, spread_of_models

__all__ = ["PartyBase", "base_parties", "bunkers", "land_rest", "party_base"]

BUNKERS = "bunkers"
_OLDEST = FIRST_YEAR + 10
_MERGED = {**MERGED, "SRB": "Montenegro", "EUU": "Andorra, Monaco, San Marino and the Holy See"}


@dataclass(frozen=True, slots=True, eq=False)
class PartyBase:
    """Emissions of a Party to the data year, and under current policy after it.

    ``emissions`` (gas, year) in ``axes.UNITS``. ``inventory_land`` (year,) is land use as inventories count it
    [MtCO2e], held after its last year, None where there is no such figure. ``land_spread`` (2, year) is what the
    lowest and the highest bookkeeping model add to CO2 of land use [MtCO2], zero to the data year. ``gdp`` (3, year)
    is slow, central and fast [int$ of 2011], alike to the last year known, None where there is no figure. ``sources``
    says where each comes from: ``emissions``, ``co2_land``, ``growth`` and, where there are any, ``inventory_land``
    and ``gdp``; ``notes`` what a reader must know. All arrays are read-only.
    """

    party: str
    data_year: int
    emissions: FloatArray
    inventory_land: FloatArray | None
    land_spread: FloatArray
    gdp: FloatArray | None
    sources: Mapping[str, Source]
    notes: tuple[str, ...]


@tables.remembered
def party_base(party: str, data_year: int) -> PartyBase:
    """The base of a Party, a territory or a member of the EU, with nothing known after ``data_year``.

    Raises InventoryError for one that EDGAR lacks or counts only with another, and for a year without figures.
    """
    area = area_of(party)
    last = _last_column(data_year)
    known = known_of(party)
    history = known.emissions[:, : last + 1]
    emissions = np.empty((len(history), N_YEARS))
    emissions[:, : last + 1] = history
    emissions[:, last + 1 :] = project_gases(history, data_year, region_of(area.code))
    emissions[CO2_LAND] = project_land(history[CO2_LAND], data_year)
    of_inventories = hold_inventory_land(known.inventory_land[: last + 1])
    gdp = project_gdp(party, known.gdp[: last + 1], data_year)
    return PartyBase(
        party=party,
        data_year=data_year,
        emissions=_frozen(emissions),
        inventory_land=None if of_inventories is None else _frozen(of_inventories),
        land_spread=_frozen(spread_of_models(known.land[:, : last + 1], history[CO2_LAND], data_year)),
        gdp=None if gdp is None else _frozen(gdp),
        sources=MappingProxyType(dict(_sources(party, known, of_inventories is not None, gdp is not None))),
        notes=tuple(_notes(party, known, of_inventories is not None, gdp is not None)),
    )


@tables.remembered
def bunkers(data_year: int) -> PartyBase:
    """International aviation and shipping, in no Party's emissions: flat after the data year under current policy.

    Raises InventoryError for a year without figures.
    """
    last = _last_column(data_year)
    history = known_bunkers()[:, : last + 1]
    flat = np.repeat(history[:, -1:], N_YEARS - last - 1, axis=1)
    return PartyBase(
        party=BUNKERS,
        data_year=data_year,
        emissions=_frozen(np.concatenate([history, flat], axis=1)),
        inventory_land=None,
        land_spread=_frozen(np.zeros((2, N_YEARS))),
        gdp=None,
        sources=MappingProxyType({"emissions": tables.source(EDGAR, "edgar")}),
        notes=("international aviation and shipping are held at the level of the data year",),
    )


def _last_column(data_year: int) -> int:
    if not _OLDEST <= data_year <= LAST_KNOWN:
        raise InventoryError(f"the data year of a base is from {_OLDEST} to {LAST_KNOWN}, not {data_year}")
    return place(data_year)


def _sources(party: str, known: Known, has_inventory_land: bool, has_gdp: bool) -> Iterator[tuple[str, Source]]:
    yield "emissions", tables.source(EDGAR, "edgar")
    if known.has_land:
        yield "co2_land", tables.source(LAND, "gcb")
    yield "growth", ssp245_source()
    if has_inventory_land:
        own = inventory_land(party)
        yield "inventory_land", inventory_land_source() if own else tables.source(CLIMATE_WATCH, "climatewatch")
    if has_gdp:
        yield "gdp", growth_source() if published_growth(party) else tables.source(CARBON, "maddison")


def _notes(party: str, known: Known, has_inventory_land: bool, has_gdp: bool) -> Iterator[str]:
    name = describe(party)
    if party in _MERGED:
        yield f"EDGAR counts {_MERGED[party]} with {name}"
    if not known.has_land:
        yield f"no figure of CO2 of land use of {name}; what there is of it is in the rest of the world"
    if not has_inventory_land:
        yield f"no figure of land use as the inventory of {name} counts it"
    elif not inventory_land(party):
        yield f"land use as inventories count it is that of Climate Watch: the table lacks the inventory of {name}"
    if not has_gdp:
        yield f"no figure of the economy of {name}"
    if published_growth(party):
        yield f"the economy of {name} grows as its own statistics say, which is more than the Maddison Project has"


def _frozen(array: FloatArray) -> FloatArray:
    array.setflags(write=False)
    return array
