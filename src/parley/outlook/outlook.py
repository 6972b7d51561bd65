"""The outlook: what a book of pledges adds up to, each figure with where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from parley.climate import budgets
from parley.climate.scenario import Scenario
from parley.inventory.series import Source
from parley.outlook.corrected import Corrected
from parley.outlook.odds import QUANTILES, Warming
from parley.pathways.axes import CO2_FFI, CO2_LAND, GWP, YEARS, FloatArray, place, total
from parley.pathways.base import party_base
from parley.pathways.choices import Choices
from parley.pathways.pathway import Pathway
from parley.pathways.pledge import PathwayPledge
from parley.pathways.world import World, ends, world

BUDGET_K = (1.5, 2.0)
MT_IN_GT = 1e3


@dataclass(frozen=True, slots=True)
class CarbonBudget:
    """A published budget beside what the outlook emits: ``gtco2`` from the start of ``since``, at a chance.

    ``emitted_gtco2`` is the CO2 from ``since`` until it is no longer emitted, at the latest 2100; ``used_up`` the year
    in which the sum passes the budget, None where it never does.
    """

    temperature_k: float
    likelihood: float
    gtco2: float
    since: int
    source: str
    emitted_gtco2: float
    used_up: int | None


@dataclass(frozen=True, eq=False, kw_only=True)
class Outlook:
    """World emissions and warming under the pledges of a book.

    Attributes:
        name: what the book is, such as "pledges of record of 2025-12-31".
        as_of: the day of the book; None where it has none.
        choices: the five choices that decide most, and the data year.
        counted: the pledges that count, by Party.
        left_out: pledges of the book that do not count under the choices, or of areas with no emissions of their own.
        withdrawn: Parties that have left the Paris Agreement, on the day of the book or by the user's wish.
        world: the pathways and their sum.
        scenario: what was run.
        warming: what the ensemble says of it.
        ensemble: the ensemble's name; ``members`` how many it has.
        notes: what to beware of.
        corrections: the notes that bear on pledges of documents which shape a pathway.
    """

    name: str
    as_of: date | None
    choices: Choices
    counted: Mapping[str, tuple[PathwayPledge, ...]]
    left_out: tuple[PathwayPledge, ...]
    withdrawn: frozenset[str]
    world: World
    scenario: Scenario
    warming: Warming
    ensemble: str
    members: int
    notes: tuple[str, ...] = ()
    corrections: tuple[Corrected, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Outlook {self.name}: {self.median(2100):.2f} K in 2100 (likely below {self.likely(2100):.2f} K), "
            f"peak {self.warming.at_peak():.2f} K>"
        )

    @cached_property
    def ends(self) -> tuple[World, World]:
        """The world with every target at the strong and at the weak end of what it leaves open."""
        return ends(self.counted, self.choices)

    @cached_property
    def current_policy(self) -> World:
        """The world without any pledge."""
        return world({}, self.choices)

    @cached_property
    def emissions(self) -> FloatArray:
        """The world's emissions met with history, (gas, year) in ``axes.UNITS``."""
        found: FloatArray = self.world.harmonised[0]
        return found

    def median(self, year: int) -> float:
        """Median warming in a year [K above 1850–1900]."""
        return self.warming.in_year(year, 0.5)

    def likely(self, year: int) -> float:
        """The warming that two members in three (66 %) stay below in a year [K above 1850–1900]."""
        return self.warming.in_year(year, 0.66)

    def headline(self, year: int = 2100) -> float:
        """Warming at the chosen likelihood [K above 1850–1900]."""
        return self.warming.in_year(year, self.choices.likelihood / 100)

    def pathway(self, party: str) -> Pathway:
        """The pathway of one Party. Raises KeyError for an area that has none."""
        return self.world.pathways[party]

    def world_gtco2e(self, year: int, *, land: bool = True, gwp: str = GWP) -> float:
        """The world's emissions as inventories count them [GtCO2e]."""
        return float(self.world.total(gwp, land=land)[0, place(year)]) / MT_IN_GT

    def range_gtco2e(self, year: int, *, land: bool = True, gwp: str = GWP) -> tuple[float, float]:
        """The same with every target at its strong and at its weak end [GtCO2e]."""
        found = (float(world.total(gwp, land=land)[0, place(year)]) / MT_IN_GT for world in self.ends)
        low, high = sorted(found)
        return low, high

    @cached_property
    def co2_gt(self) -> FloatArray:
        """CO2 of fossil fuels, industry and land use met with history, (year,) [GtCO2]."""
        found: FloatArray = (self.emissions[CO2_FFI] + self.emissions[CO2_LAND]) / MT_IN_GT
        return found

    @property
    def net_zero_co2(self) -> int | None:
        """The year in which the world's CO2 reaches zero; None where it does not by 2100."""
        return _first_at_zero(self.co2_gt, self.choices.data_year)

    @property
    def net_zero_ghg(self) -> int | None:
        """The year in which the world's greenhouse gases reach zero; None where they do not by 2100."""
        return _first_at_zero(total(self.emissions), self.choices.data_year)

    def cumulative_co2(self, since: int, until: int = 2100) -> float:
        """CO2 from the start of ``since`` to the end of ``until`` [GtCO2]."""
        return float(self.co2_gt[place(since) : place(until) + 1].sum())

    @cached_property
    def budget(self) -> tuple[CarbonBudget, ...]:
        """The newest published budgets for 1.5 and 2 °C at even odds and two in three, beside what is emitted."""
        published = [row for row in budgets.published(BUDGET_K, (0.5, 0.67)) if row.gtco2 is not None]
        # Of one release the plain name is its main table, longer ones are variants.
        newest = min(published, key=lambda row: (-row.since, len(row.source))).source
        return tuple(self._beside(row) for row in published if row.source == newest)

    def _beside(self, row: budgets.Budget) -> CarbonBudget:
        assert row.gtco2 is not None
        end = self.net_zero_co2 or 2100
        summed = np.cumsum(self.co2_gt[place(row.since) :])
        passed = np.flatnonzero(summed > row.gtco2)
        return CarbonBudget(
            row.temperature_k,
            row.likelihood,
            row.gtco2,
            row.since,
            row.source,
            self.cumulative_co2(row.since, end),
            int(row.since + passed[0]) if passed.size else None,
        )

    @property
    def data(self) -> tuple[Source, ...]:
        """The series that pathways rest on, by name."""
        bases = (party_base(party, self.choices.data_year) for party in self.world.pathways)
        found = {str(source): source for base in bases for source in base.sources.values()}
        return tuple(found[name] for name in sorted(found))

    @property
    def book(self) -> tuple[PathwayPledge, ...]:
        """All pledges that were given, those that count first."""
        return (*(pledge for pledges in self.counted.values() for pledge in pledges), *self.left_out)

    @property
    def pledges(self) -> tuple[PathwayPledge, ...]:
        """The pledges that shape a pathway, by Party."""
        return tuple(pledge for pathway in self.world.pathways.values() for pledge in pathway.pledges)


def of_record(day: date) -> str:
    """What the book of record of a day is called."""
    return f"pledges of record of {day}"


def quantile_key(quantile: float) -> str:
    """A quantile as results name it: "5" to "95"."""
    return f"{round(100 * quantile):d}"


def quantiles_at(values: FloatArray) -> dict[str, float]:
    """Values, (quantile,), by the name of the quantile, with four digits."""
    return {quantile_key(quantile): round(float(value), 4) for quantile, value in zip(QUANTILES, values, strict=True)}


def _first_at_zero(emitted: FloatArray, after: int) -> int | None:
    zero = np.flatnonzero((emitted <= 0) & (after < YEARS))
    return int(YEARS[zero[0]]) if zero.size else None
