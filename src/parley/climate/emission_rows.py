"""Rows of a table of emissions by species: names read, units converted, what is no species left aside and said so."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from parley.climate.emission_names import EmissionName, Role, nearest_species, read_emission_name
from parley.climate.emission_table import EmissionTable, FloatArray, IntArray, listed
from parley.climate.emission_units import is_emission_unit, to_native
from parley.climate.species import EMITTED, species
from parley.errors import ScenarioError

_CO2_ROWS = (Role.CO2_TOTAL, Role.CO2_ENERGY, Role.CO2_INDUSTRY)
_LEFT_OUT = (Role.SECTOR, Role.BASKET, Role.NOT_MODELLED, Role.OTHER)


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


def read_emission_rows(table: EmissionTable, *, ignore: Collection[str] = (), native: bool = False) -> EmissionRows:
    """The species of a table, in native units.

    ``ignore`` are variables, as written, to leave out. ``native`` says that a table without units is in native ones.
    Sectors, sums of gases and species the model does not have are left out with a note.

    Raises ScenarioError for a name that is not known, a unit that is not known or of something else, a species that
    two rows give, and a value that is infinite.
    """
    names = [read_emission_name(variable) for variable in table.variables]
    if absent := sorted(set(ignore) - set(table.variables)):
        raise ScenarioError(f"the table has no variable {absent[0]!r} to ignore; write it as the table does")
    used = [row for row, variable in enumerate(table.variables) if variable not in ignore]
    _refuse_unknown([row for row in used if names[row].role is Role.UNKNOWN], table)
    chosen = _rows_by_species(table, names, used)
    factors = _factors(table, chosen, native)
    converted = {key: table.values[row] * factors[key] for key, row in chosen.items()}
    for key, values in converted.items():
        _refuse_infinite(key, values, table.years)
    given = {key: values for key, values in converted.items() if not np.isnan(values).all()}
    return EmissionRows(
        table.years,
        {name: given[name] for name in EMITTED if name in given},
        {role: given[role] for role in _CO2_ROWS if role in given},
        (*_say_ignored(ignore), *_say_left_out([names[row] for row in used])),
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


def _factors(table: EmissionTable, chosen: Mapping[str, int], native: bool) -> dict[str, float]:
    """Factors into native units by species. Raises ScenarioError where there is no unit."""
    if table.units is None:
        if not native:
            wanted = ", ".join(f"{species()[_unit_of(key)].unit} for {key}" for key in list(chosen)[:3])
            raise ScenarioError(
                f"the table has no column of units; add one ({wanted}), or say units='native' if it is in these units"
            )
        return dict.fromkeys(chosen, 1.0)
    if native:
        raise ScenarioError(
            "the table has a column of units, which units='native' would overrule; leave one of them out"
        )
    factors = {}
    for key, row in chosen.items():
        if not table.units[row]:
            raise ScenarioError(f"{key} has no unit; its own is {species()[_unit_of(key)].unit}")
        try:
            factors[key] = to_native(table.units[row], _unit_of(key))
        except ScenarioError as problem:
            raise ScenarioError(f"{key}: {problem}") from None
    return factors


def _unit_of(key: str) -> str:
    """The species whose unit a row is in: CO2 in total and by sector is in that of fossil CO2."""
    return key if key in species() else "CO2 FFI"


def _refuse_infinite(key: str, values: FloatArray, years: IntArray) -> None:
    if np.isinf(values).any():
        year = years[int(np.argmax(np.isinf(values)))]
        raise ScenarioError(f"{key} in {year} is infinite; give a number, or leave the cell empty if it is not known")


def _say_ignored(ignore: Collection[str]) -> list[str]:
    return [f"left out as asked: {', '.join(sorted(ignore))}"] if ignore else []


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
