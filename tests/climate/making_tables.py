"""Tables of emissions for tests: all species, few years, round figures that are easy to tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from parley.climate.species import EMITTED, species

YEARS = tuple(range(2020, 2031))
FOSSIL, LAND = "CO2 FFI", "CO2 AFOLU"


def value_of(name: str, year: int) -> float:
    """A figure of its own for each species and year: 40 for CO2 FFI in 2020, 41 for CO2 AFOLU, then rising."""
    return 40.0 + EMITTED.index(name) + (year - 2020) / 8


def wide(
    years: Sequence[int] = YEARS, names: Iterable[str] = EMITTED, scenario: str = "mine", region: str = "World"
) -> pd.DataFrame:
    """One row a species in native units, one column a year."""
    rows = [
        {
            "scenario": scenario,
            "region": region,
            "variable": name,
            "unit": species()[name].unit,
            **{str(year): value_of(name, year) for year in years},
        }
        for name in names
    ]
    return pd.DataFrame(rows)


def long(frame: pd.DataFrame) -> pd.DataFrame:
    """The same table with one row a value."""
    texts = [column for column in frame.columns if not str(column)[0].isdigit()]
    melted = frame.melt(id_vars=texts, var_name="year", value_name="value")
    melted["year"] = melted["year"].astype(float).astype(int)
    return melted


def with_row(frame: pd.DataFrame, variable: str, unit: str, like: str, factor: float = 1.0) -> pd.DataFrame:
    """The table with a further row: that of the variable ``like`` times a factor, under another name and unit."""
    row = frame[frame["variable"] == like].copy()
    row["variable"], row["unit"] = variable, unit
    years = [column for column in frame.columns if str(column)[0].isdigit()]
    row[years] = row[years] * factor
    return pd.concat([frame, row], ignore_index=True)


def renamed(
    frame: pd.DataFrame, name: str, variable: str, unit: str | None = None, factor: float = 1.0
) -> pd.DataFrame:
    """The table with one species under another name, and its figures in another unit."""
    changed = with_row(frame, variable, unit or species()[name].unit, name, factor)
    return changed[changed["variable"] != name].reset_index(drop=True)


def set_cell(frame: pd.DataFrame, name: str, year: int, value: object) -> pd.DataFrame:
    """The table with one cell changed."""
    changed = frame.copy()
    if not isinstance(value, float):
        changed[str(year)] = changed[str(year)].astype(object)
    changed.loc[changed["variable"] == name, str(year)] = value
    return changed
