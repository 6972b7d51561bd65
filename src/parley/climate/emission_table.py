"""Tables of emissions as people have them: long or wide, many scenarios in one table, of which one is chosen.

A wide table has one column a year, a long one the columns ``year`` (or ``timepoint``) and ``value``. Both have
``variable`` (or ``species``, ``specie``) and ``unit``, and may have ``scenario``, ``model`` and ``region``; case does
not matter, and further columns are left alone. A year is written 2015, 2015.0 or, as its middle, 2015.5.
"""

from __future__ import annotations

import csv
import gzip
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import numpy.typing as npt

from parley.errors import ScenarioError

if TYPE_CHECKING:
    import pandas as pd

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
ObjectArray = npt.NDArray[np.object_]

_COLUMNS: Mapping[str, str] = {
    "model": "model",
    "scenario": "scenario",
    "region": "region",
    "variable": "variable",
    "species": "variable",
    "specie": "variable",
    "unit": "unit",
    "units": "unit",
    "year": "year",
    "timepoint": "year",
    "time": "year",
    "value": "value",
}
_YEAR = re.compile(r"\d{4}(?:\.\d+)?")
_WORLD = ("world", "global")
_EMPTY = ("", "na", "NA", "n/a", "N/A", "#N/A", "nan", "NaN", "NAN", "null", "NULL", "None")
_LISTED = 12
_Key = TypeVar("_Key", str, int)


@dataclass(frozen=True, slots=True, eq=False)
class EmissionTable:
    """The world's emissions in one scenario as a table gives them.

    Attributes:
        scenario: its name.
        variables, models: as written, (row,); the model is empty when the table names none.
        units: as written, (row,), empty where the cell is; None when the table has no column of units.
        years: calendar years, increasing, (year,).
        values: (row, year) [``units``]; nan where the table gives none.
    """

    scenario: str
    variables: tuple[str, ...]
    models: tuple[str, ...]
    units: tuple[str, ...] | None
    years: IntArray
    values: FloatArray


@dataclass(frozen=True, slots=True)
class _Columns:
    """Places of the columns by what they are, and of the columns of years by year."""

    places: Mapping[str, int]
    years: Mapping[int, int]


def read_emission_table(source: pd.DataFrame | str | Path, name: str | None, model: str | None = None) -> EmissionTable:
    """The emissions of one scenario of a table: a frame, or the path of a csv file, which may be gzipped.

    Lines of a file that begin with ``#`` are comments. ``name`` chooses the scenario and may be None when there is
    only one; a table without a column of scenarios takes it as its own. ``model`` chooses among several models.

    Raises ScenarioError when there is no such scenario, no world, no emissions, or a cell that is no number.
    """
    frame = _load(source) if isinstance(source, str | Path) else source
    if any(level is not None for level in frame.index.names):
        frame = frame.reset_index()
    columns = _find_columns(frame)
    texts = {what: _texts(frame, place) for what, place in columns.places.items() if what not in ("year", "value")}
    chosen = np.ones(len(frame), dtype=bool)
    scenario = name or (stem(source) if isinstance(source, str | Path) else "scenario")
    if "scenario" in texts:
        scenario = _choose_scenario(texts["scenario"], name)
        chosen &= texts["scenario"] == scenario
    if "region" in texts:
        chosen &= _in_world(texts["region"], chosen)
    if model is not None:
        chosen &= _of_model(texts.get("model"), chosen, model)
    rows = np.flatnonzero(chosen)
    texts = {what: written[rows] for what, written in texts.items()}
    return (_read_wide if columns.years else _read_long)(frame, scenario, rows, texts, columns)


def scenario_names(path: str | Path) -> tuple[str, ...]:
    """The scenarios of a csv file, sorted; none when it has no column of them. Raises ScenarioError for no table."""
    frame = _load(path)
    place = _find_columns(frame).places.get("scenario")
    return () if place is None else tuple(sorted(set(_texts(frame, place))))


def stem(path: str | Path) -> str:
    """The name of a file without folder and endings."""
    return Path(path).name.split(".")[0]


def listed(names: Iterable[str]) -> str:
    """Names for a message, the first of them when they are many."""
    every = list(names)
    more = f" and {len(every) - _LISTED} more" if len(every) > _LISTED else ""
    return ", ".join(every[:_LISTED]) + more


@cache
def parse_year(written: str) -> int | None:
    """The calendar year of ``2015``, ``2015.0`` or ``2015.5``; None when it is no year at all.

    Raises ScenarioError for another time within a year, because emissions are of whole years.
    """
    if not _YEAR.fullmatch(written):
        return None
    year, part = divmod(float(written), 1)
    if part not in (0.0, 0.5):
        raise ScenarioError(f"{written} is neither a year nor its middle; give emissions of calendar years")
    return int(year)


def _load(path: str | Path) -> pd.DataFrame:
    """The cells of a csv file, plain or gzipped, as texts: numbers are read later, to the last digit."""
    import pandas as pd

    try:
        raw = Path(path).read_bytes()
        text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")
        lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
        headings, *rows = csv.reader(lines, strict=True)
        return pd.DataFrame(rows, columns=headings, dtype=object)
    except FileNotFoundError:
        raise ScenarioError(f"there is no file {path}; give the path of a csv file or a data frame") from None
    except (OSError, EOFError, ValueError, csv.Error, zlib.error) as problem:
        raise ScenarioError(f"{path} cannot be read as csv ({problem}); save it as csv in UTF-8") from None


def _find_columns(frame: pd.DataFrame) -> _Columns:
    places: dict[str, int] = {}
    years: dict[int, int] = {}
    headings = [str(heading).strip() for heading in frame.columns]
    for place, heading in enumerate(headings):
        if meant := _COLUMNS.get(heading.casefold()):
            _enter(places, meant, place)
        elif (year := parse_year(heading)) is not None:
            _enter(years, year, place)
    if "variable" not in places or not (years or {"year", "value"} <= places.keys()):
        raise ScenarioError(
            f"this is no table of emissions, its columns being {listed(headings) or 'none'}; it needs variable, unit, "
            "and either one column a year or the columns year and value"
        )
    if years and "value" in places:
        raise ScenarioError("the table has both columns of years and a column of values; leave one of them out")
    if not len(frame):
        raise ScenarioError("the table has no rows; give emissions of all species")
    return _Columns(places, years)


def _enter(places: dict[_Key, int], key: _Key, place: int) -> None:
    if key in places:
        raise ScenarioError(f"two columns of the table give the {'year ' * isinstance(key, int)}{key}; leave one out")
    places[key] = place


def _texts(frame: pd.DataFrame, place: int) -> ObjectArray:
    """A column as texts without blanks around them; an empty cell is an empty text."""
    codes, cells = frame.iloc[:, place].factorize()
    texts: ObjectArray = np.array([*(str(cell).strip() for cell in cells), ""], dtype=object)[codes]
    return texts


def _choose_scenario(written: ObjectArray, name: str | None) -> str:
    there = sorted(set(written))
    if "" in there:
        raise ScenarioError(f"row {int(np.argmax(written == '')) + 1} of the table names no scenario; fill in its name")
    if name is None and len(there) > 1:
        raise ScenarioError(f"the table has {len(there)} scenarios; choose one by name: {listed(there)}")
    if name is not None and name not in there:
        raise ScenarioError(f"the table has no scenario {name!r}; it has {listed(there)}")
    return name or str(there[0])


def _in_world(written: ObjectArray, chosen: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    world = np.array([region.casefold() in _WORLD for region in written])
    if not (world & chosen).any():
        raise ScenarioError(
            f"no row of the table is of the region World, only of {listed(sorted(set(written[chosen])))}; "
            "sum the regions and the international bunkers to World"
        )
    return world


def _of_model(written: ObjectArray | None, chosen: npt.NDArray[np.bool_], model: str) -> npt.NDArray[np.bool_]:
    if written is None:
        raise ScenarioError(f"the table has no column of models, so that model={model!r} chooses nothing; leave it out")
    of_model: npt.NDArray[np.bool_] = written == model
    if not (of_model & chosen).any():
        raise ScenarioError(f"no row is of the model {model!r}; there are {listed(sorted(set(written[chosen])))}")
    return of_model


def _read_wide(
    frame: pd.DataFrame, scenario: str, rows: IntArray, texts: Mapping[str, ObjectArray], columns: _Columns
) -> EmissionTable:
    years = np.array(sorted(columns.years), dtype=np.int64)
    part = frame.iloc[rows, [columns.years[int(year)] for year in years]]
    return _table(scenario, texts, years, _numbers(part, texts["variable"][:, np.newaxis], years))


def _read_long(
    frame: pd.DataFrame, scenario: str, rows: IntArray, texts: Mapping[str, ObjectArray], columns: _Columns
) -> EmissionTable:
    written = _texts(frame, columns.places["year"])[rows]
    known = {text: parse_year(text) for text in set(written)}
    if None in known.values():
        row = next(row for row, text in enumerate(written) if known[text] is None)
        raise ScenarioError(
            f"row {rows[row] + 1} of the table has the year {written[row]!r}; write it as 2015 or 2015.5"
        )
    year_of_row = np.array([known[text] for text in written], dtype=np.int64)
    values = _numbers(frame.iloc[rows, columns.places["value"]], texts["variable"], year_of_row)
    years, at_year = np.unique(year_of_row, return_inverse=True)
    kept = [what for what in ("variable", "unit", "model") if what in texts]
    series: dict[tuple[str, ...], int] = {}
    at_series = np.array(
        [series.setdefault(key, len(series)) for key in zip(*(texts[what] for what in kept), strict=True)]
    )
    cells, counts = np.unique(at_series * len(years) + at_year, return_counts=True)
    if (counts > 1).any():
        again, year = divmod(int(cells[counts > 1][0]), len(years))
        raise ScenarioError(f"{list(series)[again][0]} in {years[year]} is given more than once; leave one row")
    wide = np.full((len(series), len(years)), np.nan)
    wide[at_series, at_year] = values
    of_series = zip(*series, strict=True)
    texts = {what: np.array(column, dtype=object) for what, column in zip(kept, of_series, strict=True)}
    return _table(scenario, texts, years, wide)


def _table(scenario: str, texts: Mapping[str, ObjectArray], years: IntArray, values: FloatArray) -> EmissionTable:
    variables = tuple(texts["variable"])
    models = tuple(texts["model"]) if "model" in texts else ("",) * len(variables)
    return EmissionTable(scenario, variables, models, tuple(texts["unit"]) if "unit" in texts else None, years, values)


def _numbers(cells: pd.DataFrame | pd.Series, variables: ObjectArray, years: IntArray) -> FloatArray:
    """Cells as numbers in a new array, nan where they are empty; variables and years are broadcast to them.

    Raises ScenarioError for a cell that is something else.
    """
    kinds = {kind.kind for kind in np.atleast_1d(np.asarray(cells.dtypes, dtype=object))}
    if kinds <= {"f", "i", "u"}:
        return np.array(cells.to_numpy(dtype=np.float64, na_value=np.nan))
    written = cells.to_numpy(dtype=object)
    empty = np.asarray(cells.isna()) | np.isin(np.char.strip(written.astype(str)), _EMPTY)
    try:
        return np.where(empty, np.nan, written).astype(np.float64)
    except (TypeError, ValueError):
        raise ScenarioError(_say_no_number(written, empty, variables, years)) from None


def _say_no_number(written: ObjectArray, empty: npt.NDArray[np.bool_], variables: ObjectArray, years: IntArray) -> str:
    """The first cell that is no number."""
    where = np.broadcast_arrays(variables, years, written, empty)
    cells = zip(*(array.flat for array in where), strict=True)
    wrong = next((variable, year, cell) for variable, year, cell, blank in cells if not (blank or _is_number(cell)))
    return f"{wrong[0]} in {wrong[1]}: {wrong[2]!r} is no number; write it with a point and without commas"


def _is_number(cell: object) -> bool:
    try:
        float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
    return True
