"""Coal: power plants by status and year, use, and the CO2 that plants commit to.

Source of plants: Global Energy Monitor, Global Coal Plant Tracker, July 2023: units of 30 MW and more. Of use: Our
World in Data, from the Statistical Review 2022.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from parley.errors import InventoryError
from parley.inventory import tables
from parley.inventory.energy import primary_energy
from parley.inventory.figures import read_series
from parley.inventory.members import describe, members_of
from parley.inventory.series import Series, Source

BY_YEAR = "coal_by_year.csv.gz"
STATUS = "coal_status.csv"
STATUS_DAY = date(2023, 7, 31)
STATUSES = (
    *("operating", "construction", "permitted", "pre_permit", "announced"),
    *("shelved", "mothballed", "cancelled", "retired"),
)
# What is neither running nor given up.
PIPELINE = ("construction", "permitted", "pre_permit", "announced")
BEFORE_CONSTRUCTION = ("permitted", "pre_permit", "announced")

HOURS_A_YEAR = 8760.0


@dataclass(frozen=True, slots=True)
class Range:
    """A central figure and how far it may be off."""

    low: float
    central: float
    high: float


# Method: load of China 2019-2023 and of the world near 0.50; factor from ultra-supercritical to old subcritical
# units; lives as planned. Own rough figures from plant statistics, which a caller can change.
LOAD_FACTOR = Range(0.40, 0.50, 0.60)
TCO2_PER_MWH = Range(0.80, 0.90, 0.98)
LIFE_YEARS = Range(25.0, 40.0, 50.0)


@dataclass(frozen=True, slots=True)
class Capacity:
    """Coal power of one status on one day [GW]."""

    party: str
    status: str
    gw: float
    day: date
    source: Source
    note: str


@dataclass(frozen=True, slots=True)
class Committed:
    """CO2 of coal power over its life: ``yearly`` and ``total`` in GtCO2, and the assumptions that give them."""

    gw: float
    yearly_gtco2: Range
    total_gtco2: Range
    load_factor: Range
    tco2_per_mwh: Range
    life_years: Range

    @property
    def assumptions(self) -> str:
        """The assumptions in words."""
        return "; ".join(
            _in_words(name, value)
            for name, value in (
                ("load factor {}", self.load_factor),
                ("{} tCO2 per MWh", self.tco2_per_mwh),
                ("{} years", self.life_years),
            )
        )


def coal_capacity(
    party: str, quantity: Literal["operating", "added", "retired"] = "operating", *, on: date | None = None
) -> Series:
    """Coal power operating at the end of each year, added or retired in it [GW], 2000 to July 2023.

    Rebuilt from the years in which units began and retired. Raises InventoryError for a Party without a unit.
    """
    if quantity not in ("operating", "added", "retired"):
        raise InventoryError(f"{quantity!r} is no quantity of coal power by year; there are operating, added, retired")
    return read_series(
        party,
        table=BY_YEAR,
        kind=quantity,
        quantity=f"coal capacity {quantity}",
        unit="GW",
        source="gem",
        note="units of 30 MW and more; 2023 ends with July",
        on=on,
    )


def coal_status(party: str, status: str = "operating", *, on: date | None = None) -> Capacity:
    """Coal power of a status in July 2023 [GW].

    ``status`` is one of ``STATUSES``, or ``pipeline`` (all that is being built, permitted or planned) or
    ``before_construction``. Raises InventoryError for another status, or a Party of which no unit is listed.
    """
    statuses = {"pipeline": PIPELINE, "before_construction": BEFORE_CONSTRUCTION}.get(status, (status,))
    if not set(statuses) <= set(STATUSES):
        known = ", ".join((*STATUSES, "pipeline", "before_construction"))
        raise InventoryError(f"{status!r} is no status of coal power; there are {known}")
    members = members_of(party, on)
    found = [row for code in members.codes if (row := _by_status().get(code))]
    source = tables.source(STATUS, "gem")
    if not found:
        raise InventoryError(f"{source} lists no unit of 30 MW or more of {describe(party)}")
    gw = sum(row[name] for row in found for name in statuses)
    return Capacity(party, status, gw, STATUS_DAY, source, members.note)


def coal_use(party: str, *, on: date | None = None) -> Series:
    """Coal burnt for all purposes, as primary energy [TWh], 1965 to 2021. Raises InventoryError when not known."""
    return primary_energy(party, "coal", on=on)


def committed_emissions(
    gw: float,
    *,
    load_factor: float | Range = LOAD_FACTOR,
    tco2_per_mwh: float | Range = TCO2_PER_MWH,
    life_years: float | Range = LIFE_YEARS,
) -> Committed:
    """CO2 that ``gw`` of coal power emits in a year and over its life [GtCO2].

    Capacity x load factor x hours x emission factor x life. ``low`` and ``high`` are the corners of the ranges; an
    assumption given as one number has no range. Raises InventoryError for what cannot be: a negative capacity, a load
    factor above 1, a factor or life below zero.
    """
    load, intensity, life = (_range(value) for value in (load_factor, tco2_per_mwh, life_years))
    if gw < 0 or load.high > 1 or min(load.low, intensity.low, life.low) < 0:
        raise InventoryError(
            f"{gw} GW at a load factor of {load.high} with {intensity.low} tCO2/MWh over {life.low} years cannot be; "
            "give a capacity, a factor and a life of at least 0, and a load factor from 0 to 1"
        )

    a_year = Range(
        low=_yearly(gw, load.low, intensity.low),
        central=_yearly(gw, load.central, intensity.central),
        high=_yearly(gw, load.high, intensity.high),
    )
    total = Range(a_year.low * life.low, a_year.central * life.central, a_year.high * life.high)
    return Committed(gw, a_year, total, load, intensity, life)


@tables.remembered
def _by_status() -> dict[str, dict[str, float]]:
    return {row["party"]: {status: float(row[f"{status}_gw"]) for status in STATUSES} for row in tables.rows(STATUS)}


def _yearly(gw: float, load_factor: float, tco2_per_mwh: float) -> float:
    """GtCO2 a year."""
    return gw * 1e3 * HOURS_A_YEAR * load_factor * tco2_per_mwh / 1e9


def _range(value: float | Range) -> Range:
    return value if isinstance(value, Range) else Range(value, value, value)


def _in_words(words: str, value: Range) -> str:
    central = words.format(f"{value.central:g}")
    return central if value.low == value.high else f"{central} ({value.low:g} to {value.high:g})"
