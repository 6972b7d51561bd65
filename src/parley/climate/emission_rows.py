"""Rows of a table of emissions by species: names read, units converted, what is no species left aside and said so."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from parley.climate.emission_names import EmissionName, Role, nearest_species, read_emission_name
from parley.climate.emission_table import EmissionTable, FloatArray, IntArray, listed
from parley.climate.emission_units import is_emission_unit, to_native
from parley.climate.species import EMITTED, species
from parley.errors import ScenarioError

_CO2_ROWS = (Role.CO2_TOTAL, Role.CO2_ENERGY, Role.CO2_INDUSTRY)
_LEFT_OUT = (Role.SECTOR, Role.BASKET, Role.NOT_MODELLED, Role.OTHER)

Units = Mapping[str, str] | Literal["native"] | None


@dataclass(frozen=True, slots=True, eq=False)
class EmissionRows:
    """Emissions by species, (year,) each [native units], nan where not given; with what was done to them.

    ``co2`` holds total CO2 and its parts by sector, where the table has them [Gt CO2/yr].
    """

    years: IntArray
    rows: Mapping[str, FloatArray]
    co2: Mapping[Role, FloatArray]
    notes: tuple[str, ...] = ()

    def noting(self, *notes: str) -> EmissionRows:
        """The same with further notes."""
        return replace(self, notes=(*self.notes, *notes))


def read_emission_rows(table: EmissionTable, *, ignore: Collection[str] = (), units: Units = None) -> EmissionRows:
    """The species of a table, in native units.

    ``ignore`` are variables, as written, to leave out. ``units`` are units by variable that go before the table's, or
    ``native`` for a table without any. Sectors, sums of gases and species the model lacks are left out with a note.

    Raises ScenarioError for a name that is not known, a unit that is not known or of something else, a species that
    two rows give, and a value that is infinite.
    """
    names = [read_emission_name(variable) for variable in table.variables]
    if absent := sorted(set(ignore) - set(table.variables)):
        raise ScenarioError(f"the table has no variable {absent[0]!r} to ignore; write it as the table does")
    used = [row for row, variable in enumerate(table.variables) if variable not in ignore]
    _refuse_unknown([row for row in used if names[row].role is Role.UNKNOWN], table)
    used, earlier = _split_earlier(names, used)
    chosen = _rows_by_species(table, names, used)
    factors = _factors(table, chosen, units)
    converted = {key: table.values[row] * factors[key] for key, row in chosen.items()}
    for key, values in converted.items():
        _refuse_infinite(key, values, table.years)
    given = {key: values for key, values in converted.items() if not np.isnan(values).all()}
    return EmissionRows(
        table.years,
        {name: given[name] for name in EMITTED if name in given},
        {role: given[role] for role in _CO2_ROWS if role in given},
        (*_say_as_asked(ignore, units), *_say_left_out([names[row] for row in used]), *_say_earlier(earlier)),
    )


def _refuse_unknown(rows: Sequence[int], table: EmissionTable) -> None:
    """A name that is not known is an error if its unit is one of emissions: an edit of it would have no effect."""
    unknown = sorted(table.variables[row] for row in rows if table.units is None or is_emission_unit(table.units[row]))
    if not unknown:
        return
    near = [(name, found) for name in unknown if (found := nearest_species(name))]
    hint = f"{near[0][0]!r} is perhaps {near[0][1]}; " if near else ""
    raise ScenarioError(
        f"no species is called {listed(map(repr, unknown))}; {hint}correct the name, or leave the row out by ignore=(…)"
    )


def _split_earlier(names: Sequence[EmissionName], used: Sequence[int]) -> tuple[list[int], list[str]]:
    """The rows to use, and the variables of those that the table has infilled as well."""
    infilled = {(names[row].role, names[row].species) for row in used if names[row].infilled}
    earlier = {row for row in used if not names[row].infilled and (names[row].role, names[row].species) in infilled}
    return [row for row in used if row not in earlier], sorted(names[row].written for row in earlier)


def _rows_by_species(table: EmissionTable, names: Sequence[EmissionName], used: Sequence[int]) -> dict[str, int]:
    """The one row of each species, and of CO2 in total and by sector."""
    found: dict[str, list[int]] = {}
    for row in used:
        key = names[row].species if names[row].role is Role.SPECIES else names[row].role
        if names[row].role is Role.SPECIES or names[row].role in _CO2_ROWS:
            found.setdefault(key, []).append(row)
    for key, rows in found.items():
        if len(rows) > 1:
            _refuse_twice(key, rows, table)
    return {key: rows[0] for key, rows in found.items()}


def _refuse_twice(key: str, rows: Sequence[int], table: EmissionTable) -> None:
    models = sorted({table.models[row] for row in rows} - {""})
    variables = sorted({table.variables[row] for row in rows})
    if len(models) > 1:
        raise ScenarioError(f"{key} is given by {len(models)} models; choose one by model=…: {listed(models)}")
    if len(variables) > 1:
        raise ScenarioError(f"{key} is given by {listed(map(repr, variables))}; leave all but one out by ignore=(…)")
    raise ScenarioError(f"{key} is given by {len(rows)} rows that are all called {variables[0]!r}; leave one")


def _factors(table: EmissionTable, chosen: Mapping[str, int], units: Units) -> dict[str, float]:
    """Factors into native units by species. Raises ScenarioError where there is no unit, or none that can be used."""
    if units == "native":
        if table.units is not None:
            raise ScenarioError("the table has a column of units, and units='native' would overrule it; leave one out")
        return dict.fromkeys(chosen, 1.0)
    meant = units or {}
    if absent := sorted(set(meant) - set(table.variables)):
        raise ScenarioError(f"the table has no variable {absent[0]!r} to give a unit to; write it as the table does")
    factors = {}
    for key, row in chosen.items():
        unit = meant.get(table.variables[row]) or (table.units[row] if table.units else "")
        if not unit:
            raise ScenarioError(_say_no_unit(key, table))
        try:
            factors[key] = to_native(unit, _unit_of(key))
        except ScenarioError as problem:
            raise ScenarioError(f"{key}: {problem}") from None
    return factors


def _say_no_unit(key: str, table: EmissionTable) -> str:
    own = species()[_unit_of(key)].unit
    if table.units is not None:
        return f"{key} has no unit; its own is {own}"
    return (
        f"the table has no column of units; add one ({own} for {key}), or say units='native' if every species is in "
        "its own unit"
    )


def _unit_of(key: str) -> str:
    """The species whose unit a row is in: CO2 in total and by sector is in that of fossil CO2."""
    return key if key in species() else "CO2 FFI"


def _refuse_infinite(key: str, values: FloatArray, years: IntArray) -> None:
    if np.isinf(values).any():
        year = years[int(np.argmax(np.isinf(values)))]
        raise ScenarioError(f"{key} in {year} is infinite; give a number, or leave the cell empty if it is not known")


def _say_as_asked(ignore: Collection[str], units: Units) -> list[str]:
    notes = [f"left out as asked: {', '.join(sorted(ignore))}"] if ignore else []
    if isinstance(units, Mapping) and units:
        notes.append(f"units as asked: {', '.join(f'{name} in {unit}' for name, unit in sorted(units.items()))}")
    return notes


def _say_earlier(earlier: Sequence[str]) -> list[str]:
    return [f"not used, being infilled in the table as well: {listed(earlier)}"] if earlier else []


def _say_left_out(names: Sequence[EmissionName]) -> list[str]:
    """One sentence for each kind of row that is no species, whatever the order of the rows."""
    notes = []
    for role in _LEFT_OUT:
        # A name that is not known and has no unit of emissions is taken for no emission.
        these = [name for name in names if name.role is role or (name.role is Role.UNKNOWN and role is Role.OTHER)]
        remarks = "; ".join(sorted({name.remark for name in these} - {""}))
        if these:
            which = listed(sorted(name.written for name in these))
            notes.append(f"not used, being {role}: {which}" + (f" ({remarks})" if remarks else ""))
    return notes
