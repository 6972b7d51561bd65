"""A scenario: emissions of all species in every year since 1750, checked, and not to be changed in place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from parley.climate.emission_co2 import FOSSIL, LAND, complete_co2
from parley.climate.emission_gaps import fill_species, fill_years, span_of
from parley.climate.emission_limits import check_shape, check_values, say_baseline, say_negative
from parley.climate.emission_names import Role, nearest_species, read_emission_name
from parley.climate.emission_rows import EmissionRows, read_emission_rows
from parley.climate.emission_table import FloatArray, IntArray, parse_year, read_emission_table, stem
from parley.climate.harmonise import join_to_history
from parley.climate.history import FIRST_YEAR, load_scenario_emissions
from parley.climate.natural import NaturalForcing
from parley.climate.species import EMITTED
from parley.climate.species import species as species_table
from parley.errors import ScenarioError

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False, repr=False)
class Scenario:
    """Emissions of all species in consecutive calendar years. The arrays are copies, and read-only.

    Attributes:
        name: how results call it.
        years: calendar years, (year,); emissions are those of the whole year.
        emissions: (species, year), rows as ``species.EMITTED`` [native units: ``species()[name].unit``].
        natural: solar and volcanic forcing; None for the edition that the ensemble was calibrated with.
        notes: what was done to the input, one sentence each: joined to history, filled, left out, changed.

    Raises ScenarioError, naming scenario, species and year, when a value is missing, infinite, or negative where that
    is impossible: only CO2 can be, and minor gases by no more than ``emission_limits.TOLERATED_KT``.
    """

    name: str
    years: IntArray
    emissions: FloatArray
    natural: NaturalForcing | None = None
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Scenario {self.name}: {len(self.emissions)} species, {self.years[0]}–{self.years[-1]}>"

    def __post_init__(self) -> None:
        years, emissions = np.array(self.years, dtype=np.int64), np.array(self.emissions, dtype=np.float64)
        with _naming(self.name):
            check_shape(years, emissions)
            check_values(years, emissions)
        for attribute, array in (("years", years), ("emissions", emissions)):
            array.setflags(write=False)
            object.__setattr__(self, attribute, array)
        object.__setattr__(self, "notes", tuple(self.notes))

    def __reduce__(self) -> tuple[type[Scenario], tuple[object, ...]]:
        # A copy that were made field by field could be written to.
        return Scenario, (self.name, self.years, self.emissions, self.natural, self.notes)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of what a run depends on: species, years, emissions and natural forcing, not names or notes."""
        digest = sha256("\n".join(EMITTED).encode())
        natural = self.natural
        forcing = () if natural is None else (natural.timebounds, natural.solar, natural.volcanic)
        for array in (self.years, self.emissions, *forcing):
            # Zero has two signs, which are the same emission.
            digest.update((array + array.dtype.type(0)).astype(array.dtype.newbyteorder("<")).tobytes())
        return digest.hexdigest()

    @classmethod
    def packaged(cls, name: str, *, natural: NaturalForcing | None = None) -> Scenario:
        """A scenario that comes with the package: history to 2024, then one of ``history.SCENARIOS``, to 2500.

        Raises ScenarioError for another name.
        """
        return cls(name, *load_scenario_emissions(name), natural)

    @classmethod
    def from_table(
        cls,
        table: pd.DataFrame | str | Path,
        name: str | None = None,
        *,
        harmonise: str | Mapping[str, str] = "default",
        join_year: int | None = None,
        fill_from: Scenario | str | None = None,
        interpolate: bool = False,
        natural: NaturalForcing | None = None,
        model: str | None = None,
        units: Mapping[str, str] | Literal["native"] | None = None,
        ignore: Collection[str] = (),
    ) -> Scenario:
        """The scenario called ``name`` of a data frame or a csv file; long or wide, names of FaIR or of IAMC.

        A table that starts after 1750 is joined to the packaged history; one that starts in 1750 is taken as it is.
        ``notes`` says everything that was done.

        Args:
            table: see ``emission_table`` for its form, ``emission_names`` for its names.
            name: chooses among scenarios; names the scenario where the table does not.
            harmonise, join_year: how and when it meets history; see ``harmonise.join_to_history``.
            fill_from: a scenario, or the name of a packaged one, for the species that the table lacks.
            interpolate: whether a straight line may be drawn where one species lacks a year that others have, and
                between the end of history and a later start. Between years that the whole table lacks it always is.
            natural: solar and volcanic forcing other than the ensemble's.
            model: chooses among models that give the same scenario.
            units: units by variable that go before those of the table, where one of these is not clear; ``native`` for
                a table without any, in those of ``species()``.
            ignore: variables to leave out, as the table writes them.

        Raises:
            ScenarioError: a species or year is missing or given twice; a value is no number, or negative where that is
                impossible; a name or unit is not known; there is no such scenario, or the world is not in the table.
        """
        with _naming(name or (stem(table) if isinstance(table, str | Path) else "the table")):
            chosen = read_emission_table(table, name, model)
        with _naming(chosen.scenario):
            filler = cls.packaged(fill_from) if isinstance(fill_from, str) else fill_from
            rows = read_emission_rows(chosen, ignore=ignore, units=units)
            rows = fill_years(complete_co2(rows, _land_of(filler, rows.years)), interpolate=interpolate)
            rows = fill_species(_from_first_year(rows), filler)
            emissions = np.array([rows.rows[species] for species in EMITTED])
            check_values(rows.years, emissions)
            if rows.years[0] == FIRST_YEAR and (harmonise, join_year) not in (("default", None), ("none", None)):
                raise ScenarioError(f"it starts in {FIRST_YEAR}, so that no history comes before it to be joined to")
            joined = join_to_history(rows.years, emissions, harmonise, join_year=join_year, interpolate=interpolate)
        notes = (*rows.notes, *say_negative(rows.years, emissions), *joined.notes)
        if rows.years[0] == FIRST_YEAR:
            notes = (*notes, *say_baseline(emissions[:, 0]))
        return cls(chosen.scenario, joined.years, joined.emissions, natural, notes)

    def with_emissions(
        self, species: str, values: Mapping[int, float] | pd.Series | ArrayLike, name: str | None = None
    ) -> Scenario:
        """A new scenario with other emissions of one species [its native unit], under the same or a new name.

        ``values`` are by year (a mapping or a series, of the years to change) or an array for all ``years``.
        Raises ScenarioError for a species or year the scenario does not have and for values no scenario may have.
        """
        with _naming(self.name):
            changed = _species_called(species)
            row = self.emissions[EMITTED.index(changed)].copy()
            years = _set_values(row, self.years, values)
        emissions = self.emissions.copy()
        emissions[EMITTED.index(changed)] = row
        note = f"{changed} was set for {span_of(years)}"
        return replace(self, name=name or self.name, emissions=emissions, notes=(*self.notes, note))

    def to_frame(self) -> pd.DataFrame:
        """The emissions as a wide table: scenario, region, variable, unit, and one column a year.

        ``from_table`` makes the same emissions of it, to the last bit; natural forcing and notes are not in it.
        """
        import pandas as pd

        frame = pd.DataFrame(self.emissions, columns=self.years)
        frame.insert(0, "unit", [entry.unit for entry in species_table().values()])
        frame.insert(0, "variable", EMITTED)
        frame.insert(0, "region", "World")
        frame.insert(0, "scenario", self.name)
        return frame


def _land_of(filler: Scenario | None, years: IntArray) -> FloatArray | None:
    """CO2 AFOLU of a scenario to fill from in the years asked for, nan where it has none [Gt CO2/yr]."""
    if filler is None:
        return None
    land = filler.emissions[EMITTED.index(LAND)]
    return np.asarray(np.interp(years, filler.years, land, left=np.nan, right=np.nan))


def _from_first_year(rows: EmissionRows) -> EmissionRows:
    """Without the years before the model's first."""
    early = int((rows.years < FIRST_YEAR).sum())
    if not early:
        return rows
    if early == rows.years.size:
        raise ScenarioError(f"the table ends in {rows.years[-1]}; the model starts in {FIRST_YEAR}")
    note = f"not used: {span_of(rows.years[:early])}, before the model's first year"
    kept = {name: values[early:] for name, values in rows.rows.items()}
    return replace(rows, years=rows.years[early:], rows=kept).noting(note)


def _species_called(name: str) -> str:
    read = read_emission_name(name)
    if read.role is Role.SPECIES:
        return read.species
    if read.role is Role.CO2_TOTAL:
        raise ScenarioError(f"{name} is emitted as two species; change {FOSSIL} or {LAND}")
    near = nearest_species(name)
    raise ScenarioError(
        f"there is no species {name!r}; " + (f"did you mean {near!r}?" if near else f"there are {', '.join(EMITTED)}")
    )


def _set_values(row: FloatArray, years: IntArray, values: Mapping[int, float] | pd.Series | ArrayLike) -> list[int]:
    """Write values into a row, (year,), and give the years that were set."""
    try:
        by_year = _by_year(years, values)
    except (TypeError, ValueError) as problem:
        raise ScenarioError(f"a value is no number ({problem}); give numbers in the unit of the species") from None
    if outside := sorted(year for year in by_year if not years[0] <= year <= years[-1]):
        raise ScenarioError(f"there is no year {outside[0]}; the scenario has {span_of(years)}")
    if not by_year:
        raise ScenarioError("no year was given to change; give values by year, such as {2030: 20.0}")
    for year, value in by_year.items():
        row[year - years[0]] = value
    return sorted(by_year)


def _by_year(years: IntArray, values: Mapping[int, float] | pd.Series | ArrayLike) -> dict[int, float]:
    items = getattr(values, "items", None)
    if items is not None:
        pairs = [(_year_of(key), float(value)) for key, value in items()]
        if len(dict(pairs)) < len(pairs):
            raise ScenarioError("a year is given more than once; give one value a year")
        return dict(pairs)
    series = np.asarray(values, dtype=np.float64)
    if series.shape != years.shape:
        raise ScenarioError(
            f"values of shape {series.shape} for {years.size} years; give one a year, or give the years"
        )
    return dict(zip(years.tolist(), series.tolist(), strict=True))


def _year_of(key: object) -> int:
    year = parse_year(str(key))
    if year is None:
        raise ScenarioError(f"{key!r} is no year; write it as 2030")
    return year


@contextmanager
def _naming(name: str) -> Iterator[None]:
    """Put the name of the scenario before what is wrong with it."""
    try:
        yield
    except ScenarioError as problem:
        raise ScenarioError(f"{name}: {problem}") from problem
