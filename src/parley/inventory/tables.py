"""The tables of figures: packaged, or newer ones that ``parley data update`` fetched.

A wide table has a row for each Party and kind, and a column for each year. A row is read into numbers when it is first
asked for; the rest of the table stays text, so that opening a table costs milliseconds.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from math import nan
from pathlib import Path
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar

from parley.errors import InventoryError
from parley.inventory.series import Source
from parley.terms.tables import Tables

PACKAGED = Tables("parley.inventory")
DESCRIPTION = "datapackage.json"

P = ParamSpec("P")
R = TypeVar("R")

_forget: list[Callable[[], None]] = []
_newer: Path | None = None


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """``functools.lru_cache`` without a limit, emptied when other tables are used."""
    cached = lru_cache(maxsize=None)(function)
    forget_with_tables(cached.cache_clear)
    return cached  # type: ignore[return-value]  # the stub of lru_cache loses the parameters


def forget_with_tables(forget: Callable[[], None]) -> None:
    """Have ``forget`` called when other tables are used, as what was remembered rests on those before."""
    _forget.append(forget)


def use_newer(folder: Path | None) -> tuple[str, ...]:
    """Prefer the tables of ``folder``, where there are any, to those of the package; None goes back to the package.

    Returns the names of the tables that are now taken from there. The choice holds for the whole process.
    """
    global _newer
    _newer = folder
    for forget in _forget:
        forget()
    return newer_tables()


def newer_tables() -> tuple[str, ...]:
    """The names of the tables that are taken from the folder given to ``use_newer``."""
    return tuple(sorted(_newer_resources()))


def unpack(name: str, content: bytes) -> str:
    """The text of a table, unzipped where its name ends in ``.gz``."""
    return (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8")


class Wide:
    """One wide table, opened."""

    def __init__(self, text: str) -> None:
        header, *lines = text.splitlines()
        self._columns = header.split(",")[2:]
        self._lines: dict[tuple[str, str], str] = {}
        for line in lines:
            party, kind, cells = line.split(",", 2)
            self._lines[kind, party] = cells
        self._rows: dict[tuple[str, str], Mapping[int, float]] = {}

    def row(self, party: str, kind: str) -> Mapping[int, float] | None:
        """Figures by year, without the years that have none; None when there is no such row."""
        key = (kind, party)
        if (found := self._rows.get(key)) is None and (line := self._lines.get(key)) is not None:
            found = MappingProxyType(
                {
                    int(column): float(cell)
                    for column, cell in zip(self._columns, line.split(","), strict=True)
                    if cell and column.isdigit()
                }
            )
            self._rows[key] = found
        return found

    def block(self, kind: str) -> tuple[tuple[str, ...], tuple[int, ...], list[float]]:
        """All rows of a kind at once: their Parties, the years, and the figures row by row, NaN where there is none."""
        lines = {party: line for (found, party), line in self._lines.items() if found == kind}
        numbered = [index for index, column in enumerate(self._columns) if column.isdigit()]
        first, last = numbered[0], numbered[-1] + 1
        figures = [float(cell) if cell else nan for line in lines.values() for cell in line.split(",")[first:last]]
        return tuple(lines), self.years, figures

    def cell(self, party: str, kind: str, column: str) -> float | None:
        """One figure by the name of its column; None when there is none."""
        line = self._lines.get((kind, party))
        if line is None or column not in self._columns:
            return None
        cell = line.split(",")[self._columns.index(column)]
        return float(cell) if cell else None

    def parties(self, kind: str | None = None) -> tuple[str, ...]:
        """The codes that have a row (of ``kind``, if given), sorted."""
        return tuple(sorted({party for found, party in self._lines if kind in (None, found)}))

    def kinds(self) -> tuple[str, ...]:
        """The kinds of rows, sorted."""
        return tuple(sorted({kind for kind, _ in self._lines}))

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a column."""
        return tuple(int(column) for column in self._columns if column.isdigit())

    def __len__(self) -> int:
        return len(self._lines)


@remembered
def wide(name: str) -> Wide:
    """The wide table ``name``. Raises InventoryError when a newer one cannot be read."""
    return Wide(read_text(name))


@remembered
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of the long table ``name``, cells as written."""
    return tuple(MappingProxyType(row) for row in PACKAGED.rows(name))


def wide_of_package(name: str) -> Wide:
    """The wide table ``name`` of the package, whatever newer one there is."""
    return Wide(PACKAGED.text(name))


def read_text(name: str) -> str:
    """The table ``name`` as text, the newer one where there is one. Raises InventoryError when that cannot be read."""
    newer = _newer_resources().get(name)
    return PACKAGED.text(name) if newer is None or _newer is None else read_from(_newer, newer)


def read_from(folder: Path, described: Mapping[str, Any]) -> str:
    """A fetched table as text. Raises InventoryError when it cannot be read."""
    path = folder / described["file"]
    try:
        return unpack(path.name, path.read_bytes())
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise InventoryError(f"{path} cannot be read ({error}); fetch it again, or delete {folder}") from error


def read_newer(folder: Path) -> dict[str, Mapping[str, Any]]:
    """What a folder of fetched tables has, by name of the table. Raises InventoryError when it cannot be read."""
    path = folder / DESCRIPTION
    try:
        described = json.loads(path.read_text(encoding="utf-8"))["resources"]
        return {found["path"]: found for found in described if (folder / found["file"]).is_file()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InventoryError(f"{path} cannot be read ({error}); delete {folder} and fetch the sets again") from error


def packaged_resource(name: str) -> Mapping[str, Any]:
    """What ``datapackage.json`` says of the table ``name`` of the package. Raises InventoryError for another name."""
    for found in PACKAGED.datapackage["resources"]:
        if found["path"] == name:
            return MappingProxyType(found)
    raise InventoryError(f"{name} is no table of the inventory; see `parley data list`")


@remembered
def resource(name: str) -> Mapping[str, Any]:
    """What ``datapackage.json`` says of the table ``name``: of the newer one, where that is used."""
    return _newer_resources().get(name) or packaged_resource(name)


@remembered
def resources() -> tuple[Mapping[str, Any], ...]:
    """All tables as they are described, in the order of ``datapackage.json``."""
    return tuple(resource(found["path"]) for found in PACKAGED.datapackage["resources"])


@remembered
def source(name: str, key: str) -> Source:
    """The source ``key`` of the table ``name``."""
    for found in resource(name)["sources"]:
        if found["key"] == key:
            return Source(
                key=key,
                name=found["title"],
                version=found["version"],
                licence=found["licence"],
                year=found["published"],
                citation=found["citation"],
                url=found.get("path", ""),
                doi=found.get("doi", ""),
            )
    raise InventoryError(f"{name} has no source {key!r}; see `parley data list`")


@remembered
def _newer_resources() -> Mapping[str, Mapping[str, Any]]:
    """Fetched tables that are not older than the package's: a new Parley may have overtaken them."""
    if _newer is None:
        return {}
    return {
        name: MappingProxyType(dict(found))
        for name, found in read_newer(_newer).items()
        if _published(found) >= _published(packaged_resource(name))
    }


def _published(described: Mapping[str, Any]) -> int:
    return max(int(source["published"]) for source in described["sources"])
