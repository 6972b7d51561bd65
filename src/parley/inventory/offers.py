"""What each source offers: which gas on which basis, from which rows of which table.

The order of ``OFFERS`` is the order of preference: for a gas and a basis, the first that has the Party is the default.
An offer that is a sum takes parts that count different things, never two counts of one thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from parley.inventory import tables
from parley.inventory.members import AVIATION, SHIPPING, WORLD
from parley.inventory.series import Source

Basis = Literal["fossil", "excl_lulucf", "incl_lulucf", "lulucf", "consumption"]

EDGAR = "edgar_emissions.csv.gz"
CARBON = "carbon.csv.gz"
LAND = "land_co2.csv.gz"
CLIMATE_WATCH = "climatewatch_emissions.csv.gz"

GASES = ("CO2", "CH4", "N2O", "F-gases", "GHG")
BASES: tuple[Basis, ...] = ("fossil", "excl_lulucf", "incl_lulucf", "lulucf", "consumption")
# BLUE comes from 1850 on with the other table.
LAND_MODELS = ("H&C2023", "OSCAR", "LUCE")

_BUNKERS_IN_WORLD = "the world has international aviation and shipping, countries do not"
_BUNKERS_NOWHERE = "neither the world nor countries have international aviation and shipping"
_COUNTRY_LAND_IS_BLUE = (
    "land use of countries is the one model BLUE, of the world the mean of four, so countries do not sum to the world"
)

# What EDGAR counts together with a country, for notes.
MERGED = {
    "CHE": "Liechtenstein",
    "ESP": "Andorra",
    "FRA": "Monaco",
    "ISR": "Palestine",
    "ITA": "San Marino and the Holy See",
    "SDN": "South Sudan",
}
# Parties of which EDGAR has figures only together with another.
WITHIN = {
    "AND": "ESP",
    "LIE": "CHE",
    "MCO": "FRA",
    "MNE": "SCG",
    "PSE": "ISR",
    "SMR": "ITA",
    "SRB": "SCG",
    "SSD": "SDN",
    "VAT": "ITA",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one table that are summed: the table, the kind of row, the gas; ``optional`` where no row means none."""

    table: str
    kind: str
    gas: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """Emissions of a gas on a basis as one source has them.

    ``metric`` is that of the source's CO2-equivalents, None for CO2 alone. ``split`` has the same emissions by gas
    where the source gives them, so that another metric can be applied. ``bunkers`` are the rows of international
    aviation and shipping, with the codes under which they are found. ``sources`` are keys in ``datapackage.json``.
    """

    key: str
    gas: str
    basis: Basis
    parts: tuple[Part, ...]
    sources: tuple[tuple[str, str], ...]
    metric: str | None = None
    split: tuple[Part, ...] = ()
    bunkers: tuple[tuple[str, Part], ...] = ()
    note: str = ""

    @property
    def source(self) -> Source:
        """The source; of a sum over two, both under one name."""
        return _joined(self.key, self.sources)

    def figures(self, party: str) -> Mapping[int, float] | None:
        """Figures of a code by year, in MtCO2 or MtCO2e of the source's metric; None when the source lacks it."""
        return sum_parts(party, dict.fromkeys(self.parts, 1.0))

    def parties(self) -> tuple[str, ...]:
        """The codes the source has, sorted; the world and the EU among them."""
        first, *others = (set(tables.wide(part.table).parties(part.kind)) for part in self.parts if not part.optional)
        return tuple(sorted(first.intersection(*others)))


def sum_parts(party: str, factors: Mapping[Part, float]) -> Mapping[int, float] | None:
    """The parts times their factors over the years that all have; None when one that is not optional is missing."""
    result: dict[int, float] | None = None
    for part, factor in factors.items():
        row = tables.wide(part.table).row(party, part.kind)
        if row is None:
            if part.optional:
                continue
            return None
        if result is None:
            result = {year: value * factor for year, value in row.items()}
        elif part.optional:
            result = {year: value + factor * row.get(year, 0.0) for year, value in result.items()}
        else:
            result = {year: value + factor * row[year] for year, value in result.items() if year in row}
    return result


@tables.remembered
def _joined(key: str, sources: tuple[tuple[str, str], ...]) -> Source:
    parts = [tables.source(table, name) for table, name in sources]
    if len(parts) == 1:
        return parts[0]
    return Source(
        key=key,
        name=" + ".join(part.name for part in parts),
        version="; ".join(dict.fromkeys(part.version for part in parts)),
        licence=" and ".join(dict.fromkeys(part.licence for part in parts)),
        year=max(part.year for part in parts),
        citation=" ".join(part.citation for part in parts),
        url=" ".join(part.url for part in parts if part.url),
        doi=" ".join(part.doi for part in parts if part.doi),
    )


def _edgar(gas: str) -> Part:
    return Part(EDGAR, gas, gas, optional=gas == "F-gases")


def _bunkers(*parts: Part) -> tuple[tuple[str, Part], ...]:
    return tuple((code, part) for code in (AVIATION, SHIPPING) for part in parts)


_FOSSIL = Part(CARBON, "fossil_co2_mt", "CO2")
_BLUE = Part(CARBON, "land_co2_mt", "CO2")
_LAND = Part(LAND, "mean", "CO2")
_EDGAR_SPLIT = (_edgar("CO2"), _edgar("CH4"), _edgar("N2O"), _edgar("F-gases"))
_EDGAR_BUNKERS = _bunkers(*_EDGAR_SPLIT)
_WATCHED_BUNKERS = ((WORLD, Part(CLIMATE_WATCH, "bunkers", "GHG")),)
_MEAN = "land use is the mean of four bookkeeping models, as the Global Carbon Budget gives it"
_JONES_CH4 = "CH4 with fires and land use, which EDGAR leaves out"

OFFERS: tuple[Offer, ...] = (
    Offer(
        key="edgar",
        gas="GHG",
        basis="excl_lulucf",
        parts=(_edgar("GHG"),),
        sources=((EDGAR, "edgar"),),
        metric="AR5GWP100",
        split=_EDGAR_SPLIT,
        bunkers=_EDGAR_BUNKERS,
        note=_BUNKERS_IN_WORLD,
    ),
    Offer(
        key="climatewatch",
        gas="GHG",
        basis="excl_lulucf",
        parts=(Part(CLIMATE_WATCH, "excl_lulucf", "GHG"),),
        sources=((CLIMATE_WATCH, "climatewatch"),),
        metric="AR4GWP100",
        bunkers=_WATCHED_BUNKERS,
        note=f"{_BUNKERS_IN_WORLD}; the metric is AR4 as far as known",
    ),
    Offer(
        key="edgar+gcb",
        gas="GHG",
        basis="incl_lulucf",
        parts=(_edgar("GHG"), _LAND),
        sources=((EDGAR, "edgar"), (LAND, "gcb")),
        metric="AR5GWP100",
        split=(*_EDGAR_SPLIT, _LAND),
        bunkers=_EDGAR_BUNKERS,
        note=f"{_BUNKERS_IN_WORLD}; CO2 of land use only; {_MEAN}",
    ),
    Offer(
        key="climatewatch",
        gas="GHG",
        basis="incl_lulucf",
        parts=(Part(CLIMATE_WATCH, "incl_lulucf", "GHG"),),
        sources=((CLIMATE_WATCH, "climatewatch"),),
        metric="AR4GWP100",
        bunkers=_WATCHED_BUNKERS,
        note=f"{_BUNKERS_IN_WORLD}; the metric is AR4 as far as known; land use by FAO",
    ),
    Offer(
        key="jones",
        gas="GHG",
        basis="incl_lulucf",
        parts=(Part(CARBON, "ghg_mtco2e", "GHG"),),
        sources=((CARBON, "jones"),),
        metric="AR6GWP100",
        note=f"CO2, CH4 and N2O only, no F-gases; {_BUNKERS_NOWHERE}; {_COUNTRY_LAND_IS_BLUE}",
    ),
    Offer(
        key="climatewatch",
        gas="GHG",
        basis="lulucf",
        parts=(Part(CLIMATE_WATCH, "lulucf", "GHG"),),
        sources=((CLIMATE_WATCH, "climatewatch"),),
        metric="AR4GWP100",
        note="the metric is AR4 as far as known; land use by FAO",
    ),
    Offer(
        key="gcb",
        gas="CO2",
        basis="fossil",
        parts=(_FOSSIL,),
        sources=((CARBON, "gcb"),),
        bunkers=_bunkers(_FOSSIL),
        note=_BUNKERS_IN_WORLD,
    ),
    Offer(
        key="edgar",
        gas="CO2",
        basis="fossil",
        parts=(_edgar("CO2"),),
        sources=((EDGAR, "edgar"),),
        bunkers=_bunkers(_edgar("CO2")),
        note=_BUNKERS_IN_WORLD,
    ),
    Offer(
        key="gcb",
        gas="CO2",
        basis="incl_lulucf",
        parts=(_FOSSIL, _LAND),
        sources=((CARBON, "gcb"), (LAND, "gcb")),
        bunkers=_bunkers(_FOSSIL),
        note=f"{_BUNKERS_IN_WORLD}; {_MEAN}",
    ),
    Offer(
        key="gcb-blue",
        gas="CO2",
        basis="incl_lulucf",
        parts=(_FOSSIL, _BLUE),
        sources=((CARBON, "gcb"), (CARBON, "gcb-blue")),
        bunkers=_bunkers(_FOSSIL),
        note=f"{_BUNKERS_IN_WORLD}; {_COUNTRY_LAND_IS_BLUE}",
    ),
    Offer(key="gcb", gas="CO2", basis="lulucf", parts=(_LAND,), sources=((LAND, "gcb"),), note=_MEAN),
    *(
        Offer(
            key=f"gcb:{model}",
            gas="CO2",
            basis="lulucf",
            parts=(Part(LAND, model, "CO2"),),
            sources=((LAND, f"gcb:{model}"),),
            note=f"the bookkeeping model {model} alone",
        )
        for model in LAND_MODELS
    ),
    Offer(
        key="gcb-blue",
        gas="CO2",
        basis="lulucf",
        parts=(_BLUE,),
        sources=((CARBON, "gcb-blue"),),
        note=_COUNTRY_LAND_IS_BLUE,
    ),
    Offer(
        key="gcb",
        gas="CO2",
        basis="consumption",
        parts=(Part(CARBON, "consumption_co2_mt", "CO2"),),
        sources=((CARBON, "gcb"),),
        bunkers=_bunkers(_FOSSIL),
        note="fossil CO2 of what is consumed: trade is taken into account",
    ),
    *(
        Offer(
            key="edgar",
            gas=gas,
            basis="excl_lulucf",
            parts=(Part(EDGAR, gas, gas),),
            sources=((EDGAR, "edgar"),),
            metric="AR5GWP100",
            split=(Part(EDGAR, gas, gas),),
            bunkers=_bunkers(Part(EDGAR, gas, gas)),
            note=_BUNKERS_IN_WORLD,
        )
        for gas in ("CH4", "N2O", "F-gases")
    ),
    Offer(
        key="jones",
        gas="CH4",
        basis="incl_lulucf",
        parts=(Part(CARBON, "ch4_mtco2e", "CH4"),),
        sources=((CARBON, "jones"),),
        metric="AR6GWP100",
        note=f"{_JONES_CH4}; fossil and other CH4 under different weights; {_BUNKERS_NOWHERE}",
    ),
    Offer(
        key="jones",
        gas="N2O",
        basis="incl_lulucf",
        parts=(Part(CARBON, "n2o_mtco2e", "N2O"),),
        sources=((CARBON, "jones"),),
        metric="AR6GWP100",
        split=(Part(CARBON, "n2o_mtco2e", "N2O"),),
        note=_BUNKERS_NOWHERE,
    ),
)
