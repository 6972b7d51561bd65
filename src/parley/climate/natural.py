"""Forcing by the sun and by volcanoes: series on the first of January of each year.

Both are anomalies of effective radiative forcing, solar against the mean of full solar cycles, volcanic against the
long-term mean of volcanic activity, so that a year without eruptions has +0.2 W m-2 and zero is the best guess of an
unknown future. The engine sets all forcing in 1750 to zero.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from parley.climate.tables import read_table
from parley.errors import ClimateError, ScenarioError

if TYPE_CHECKING:
    import pandas as pd

EDITIONS = ("v1.4.1", "2024")
"""Packaged editions: that of calibration v1.4.1 of FaIR, and observations to 2024.

Both have the same sun (they differ by 3e-8 W m-2), whose cycles the source continues to 2300, and the same zero of
volcanic forcing (+0.246 W m-2 in quiet years of both). Their eruptions differ: means of 1850 to 1900 are +0.08 and
-0.12 W m-2. "v1.4.1" fades from its value of 2024 to zero in 2033, "2024" from that of 2025 (the mean of calendar year
2024) to zero in 2035. After the end of a series, to 2501, both are zero.
"""

_TIME_COLUMNS = ("timebound", "year")


@dataclass(frozen=True, eq=False, slots=True, repr=False)
class NaturalForcing:
    """Solar and volcanic effective radiative forcing; the arrays are read-only.

    A volcanic value on 1 January stands for the mean of the year before.
    """

    name: str
    timebounds: NDArray[np.int64]
    """(timebound,) years on whose 1 January the values stand, increasing."""
    solar: NDArray[np.float64]
    """(timebound,) [W m-2]"""
    volcanic: NDArray[np.float64]
    """(timebound,) [W m-2]"""

    def __repr__(self) -> str:
        return f"<NaturalForcing {self.name}: {self.timebounds[0]}–{self.timebounds[-1]}>"

    def __post_init__(self) -> None:
        timebounds = np.array(self.timebounds, dtype=np.int64)
        series = {"solar": np.array(self.solar, dtype=float), "volcanic": np.array(self.volcanic, dtype=float)}
        if timebounds.ndim != 1 or not timebounds.size or (np.diff(timebounds) <= 0).any():
            raise ScenarioError(f"natural forcing {self.name!r}: its years must be a list that only increases")
        for agent, values in series.items():
            if values.shape != timebounds.shape:
                raise ScenarioError(
                    f"natural forcing {self.name!r}: {values.size} {agent} values for {timebounds.size} years"
                )
            missing = timebounds[~np.isfinite(values)]
            if missing.size:
                raise ScenarioError(
                    f"natural forcing {self.name!r}: no {agent} value in {_spans(missing)}; fill in a number, "
                    "0 for no anomaly, or leave these years out"
                )
        for field, array in {"timebounds": timebounds, **series}.items():
            array.setflags(write=False)
            object.__setattr__(self, field, array)

    def on(self, timebounds: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Solar and volcanic forcing (timebound,) [W m-2] on 1 January of the years asked for, in their order.

        Raises ClimateError naming the years that are not covered.
        """
        asked = np.asarray(timebounds, dtype=np.int64)
        places = np.searchsorted(self.timebounds, asked).clip(max=self.timebounds.size - 1)
        missing = asked[self.timebounds[places] != asked]
        if missing.size:
            raise ClimateError(
                f"natural forcing {self.name!r} has no values for 1 January of {_spans(missing)} "
                f"(it covers {self.timebounds[0]} to {self.timebounds[-1]}); run fewer years or give a longer series"
            )
        return self.solar[places], self.volcanic[places]

    @classmethod
    def from_table(cls, table: pd.DataFrame | Path | str, name: str | None = None) -> NaturalForcing:
        """Series of a data frame or a csv file with columns ``timebound`` (or ``year``), ``solar`` and ``volcanic``.

        Names of columns may be in any case and end in ``_w_m2``; lines that begin with ``#`` are comments; further
        columns are ignored. Raises ScenarioError where a column or a value is missing or is no number.
        """
        columns = _read_columns(table)
        name = name or (Path(table).name if isinstance(table, Path | str) else "table")
        time = next((column for column in _TIME_COLUMNS if column in columns), None)
        missing = [column for column in ("solar", "volcanic") if column not in columns]
        if time is None or missing:
            raise ScenarioError(
                f"natural forcing {name!r}: no column {(missing or ['timebound'])[0]!r} among "
                f"{', '.join(columns) or 'none'}; it needs timebound, solar and volcanic"
            )
        years = _parse_numbers(name, time, columns[time])
        if np.isnan(years).any():
            raise ScenarioError(f"natural forcing {name!r}: no {time} in row {np.isnan(years).argmax() + 1}")
        if (years != np.floor(years)).any():
            raise ScenarioError(f"natural forcing {name!r}: {time} must be whole years (1 January), not mid-years")
        return cls(
            name,
            years.astype(np.int64),
            _parse_numbers(name, "solar", columns["solar"]),
            _parse_numbers(name, "volcanic", columns["volcanic"]),
        )

    @classmethod
    def packaged(cls, name: str) -> NaturalForcing:
        """The packaged edition ``name``, one of ``EDITIONS``, for 1750 to 2501. Raises ClimateError for another."""
        if name not in EDITIONS:
            raise ClimateError(f"no natural forcing {name!r} in the package; there are {', '.join(EDITIONS)}")
        return _load_edition(name)


@cache
def _load_edition(name: str) -> NaturalForcing:
    rows = [row for row in read_table("natural_forcing.csv") if row["edition"] == name]
    return NaturalForcing(
        name,
        np.array([int(row["timebound"]) for row in rows]),
        np.array([float(row["solar_w_m2"]) for row in rows]),
        np.array([float(row["volcanic_w_m2"]) for row in rows]),
    )


def _read_columns(table: pd.DataFrame | Path | str) -> dict[str, list[Any]]:
    """Columns by lower-case name without unit."""
    if isinstance(table, Path | str):
        try:
            text = Path(table).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ScenarioError(f"natural forcing {str(table)!r} cannot be read: {error}") from error
        lines = csv.reader(line for line in text.splitlines() if line and not line.startswith("#"))
        header, rows = next(lines, []), list(lines)
        columns = {name: [row[place] if place < len(row) else "" for row in rows] for place, name in enumerate(header)}
    else:
        has_time = any(str(name).strip().lower() in _TIME_COLUMNS for name in table.columns)
        frame = table if has_time else table.reset_index()
        columns = {str(name): frame[name].tolist() for name in frame.columns}
    return {name.strip().lower().removesuffix("_w_m2"): values for name, values in columns.items()}


def _parse_numbers(name: str, column: str, cells: list[Any]) -> NDArray[np.float64]:
    numbers = np.empty(len(cells))
    for place, cell in enumerate(cells):
        try:
            numbers[place] = float(str(cell) or "nan")
        except ValueError:
            raise ScenarioError(
                f"natural forcing {name!r}: {cell!r} in row {place + 1} of column {column!r} is no number"
            ) from None
    return numbers


def _spans(years: NDArray[np.int64]) -> str:
    """``2302``, or ``9 years from 2302 to 2310``."""
    return str(years[0]) if years.size == 1 else f"{years.size} years from {years.min()} to {years.max()}"
