"""What the ensemble has to agree with: assessed ranges of sensitivity, warming, heat, aerosol forcing and CO2.

A set of targets is a csv file with a row for each, in the order in which weights are fitted to them:

    quantity       one of ``QUANTITIES``
    first_year     first and last calendar year of the mean, empty for ECS and TCR; Earth energy uptake is from the
    last_year      middle of the first to the middle of the last
    location       of the skew normal distribution, with its scale, and its shape (empty or 0: normal); or, instead,
    p05, p50, p95  its 5th, 50th and 95th percentile
    moves          yes if the target is tied to observations and can be moved with them to another last year
    source         where it comes from

Units are those of ``QUANTITIES``; warming is relative to 1850–1900, forcing to 1750.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from parley.climate.calibration.distributions import SkewNormal, match_quantiles
from parley.climate.tables import read_table
from parley.errors import CalibrationError

TABLE = "calibration_targets.csv"

QUANTITIES = {
    "ECS": "K",
    "TCR": "K",
    "Earth energy uptake": "ZJ",
    "GMST": "K",
    "ERFari": "W m-2",
    "ERFaci": "W m-2",
    "ERFaer": "W m-2",
    "CO2": "ppm",
}
"""What can be a target, with its unit: equilibrium and transient climate sensitivity, heat taken up by the Earth,
global mean surface temperature, forcing by aerosols (with radiation, with clouds, both), concentration of CO2."""

SETS = ("2024", "v1.4.1")
"""Packaged sets: this project's, with the observed quantities moved to 2024, and that of calibration v1.4.1 of FaIR."""

FIRST_YEAR = 1850
_TIMELESS = ("ECS", "TCR")
_COLUMNS = ("quantity", "first_year", "last_year", "location", "scale", "shape", "p05", "p50", "p95", "moves", "source")
_NEEDED = ("quantity",)


@dataclass(frozen=True)
class Target:
    """One quantity and how likely its values are."""

    quantity: str
    first_year: int | None
    """Of the mean, None for sensitivities."""
    last_year: int | None
    distribution: SkewNormal
    moves: bool
    source: str

    @property
    def name(self) -> str:
        """As in ``GMST 2005–2024`` or ``ECS``."""
        if self.first_year is None:
            return self.quantity
        years = str(self.first_year) if self.first_year == self.last_year else f"{self.first_year}–{self.last_year}"
        return f"{self.quantity} {years}"

    @property
    def unit(self) -> str:
        """Of its values."""
        return QUANTITIES[self.quantity]

    @cached_property
    def quantiles(self) -> tuple[float, float, float]:
        """5th, 50th and 95th percentile."""
        low, middle, high = (self.distribution.quantile(share) for share in (0.05, 0.5, 0.95))
        return low, middle, high


def load_targets(name: str) -> tuple[Target, ...]:
    """The packaged set ``name``. Raises CalibrationError for another."""
    if name not in SETS:
        raise CalibrationError(f"there is no set of targets {name!r}; there are {', '.join(SETS)}, or give a file")
    rows = [row for row in read_table(TABLE) if row["set"] == name]
    return parse_targets([{key: row[key] for key in _COLUMNS} for row in rows], f"targets {name}")


def read_targets(path: Path | str) -> tuple[Target, ...]:
    """The set in a csv file; lines that begin with # are comments. Raises CalibrationError naming row and column."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CalibrationError(f"{path}: cannot be read ({error}); give a csv file of targets") from error
    rows = csv.DictReader(line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    names = [str(name).strip() for name in rows.fieldnames or ()]
    if unknown := [name for name in names if name not in _COLUMNS]:
        raise CalibrationError(f"{path}: column {unknown[0]!r} is not known; there are {', '.join(_COLUMNS)}")
    if missing := [name for name in _NEEDED if name not in names]:
        raise CalibrationError(f"{path}: no column {missing[0]!r}; columns are {', '.join(_COLUMNS)}")
    rows.fieldnames = names
    return parse_targets(rows, str(path))


def parse_targets(rows: Iterable[Mapping[str, str]], source: str) -> tuple[Target, ...]:
    """Targets of rows as in the table. Raises CalibrationError naming row and column."""
    targets: list[Target] = []
    for number, row in enumerate(rows, start=1):
        target = _parse_target({key: str(row.get(key) or "").strip() for key in _COLUMNS}, f"{source}, row {number}")
        if target.name in (other.name for other in targets):
            raise CalibrationError(f"{source}, row {number}: {target.name} is there twice; leave one out")
        targets.append(target)
    if not targets:
        raise CalibrationError(f"{source}: has no targets; give a row for each")
    return tuple(targets)


def _parse_target(row: Mapping[str, str], place: str) -> Target:
    quantity = row["quantity"]
    if quantity not in QUANTITIES:
        raise CalibrationError(f"{place}, quantity: {quantity!r} is not known; there are {', '.join(QUANTITIES)}")
    first, last = (_parse_year(row, column, place) for column in ("first_year", "last_year"))
    if quantity in _TIMELESS and (first, last) != (None, None):
        raise CalibrationError(f"{place}, first_year: {quantity} belongs to no years; leave them empty")
    if quantity not in _TIMELESS:
        if first is None or last is None:
            column = "first_year" if first is None else "last_year"
            raise CalibrationError(f"{place}, {column}: is empty; {quantity} is the mean of some years, so name them")
        if last < first or (last == first and quantity == "Earth energy uptake"):
            raise CalibrationError(f"{place}, last_year: {last} does not come after first_year {first}")
    if row["moves"] not in ("", "yes", "no"):
        raise CalibrationError(f"{place}, moves: is {row['moves']!r}; write yes or no")
    return Target(quantity, first, last, _parse_distribution(row, place), row["moves"] == "yes", row["source"])


def _parse_year(row: Mapping[str, str], column: str, place: str) -> int | None:
    if not row[column]:
        return None
    if not row[column].isdecimal() or int(row[column]) < FIRST_YEAR:
        raise CalibrationError(f"{place}, {column}: {row[column]!r} is no year from {FIRST_YEAR} on")
    return int(row[column])


def _parse_distribution(row: Mapping[str, str], place: str) -> SkewNormal:
    """By location, scale and shape where they are given, else by percentiles."""
    if row["location"] or row["scale"]:
        location, scale = (_parse_number(row, column, place) for column in ("location", "scale"))
        if scale <= 0.0:
            raise CalibrationError(f"{place}, scale: is {scale:g}, but must be above 0")
        return SkewNormal(location, scale, _parse_number(row, "shape", place) if row["shape"] else 0.0)
    p05, p50, p95 = (_parse_number(row, column, place) for column in ("p05", "p50", "p95"))
    try:
        return match_quantiles(p05, p50, p95)
    except ValueError as error:
        raise CalibrationError(
            f"{place}, p05 to p95: {error}; correct them or give location, scale and shape"
        ) from error


def _parse_number(row: Mapping[str, str], column: str, place: str) -> float:
    try:
        number = float(row[column])
    except ValueError:
        number = float("nan")
    if number - number != 0.0:
        given = repr(row[column]) if row[column] else "empty"
        raise CalibrationError(f"{place}, {column}: is {given}, but must be a number")
    return number
