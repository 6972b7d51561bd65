"""Any table as plain records, for people to look at and programs to take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from parley.errors import InventoryError
from parley.inventory import tables
from parley.inventory.members import members_of

Record = dict[str, str | int | float]

# Where long tables say when, in the order of preference; a cell begins with the year.
_WHEN = ("year", "period", "date", "announced")


def find_table(name: str) -> Mapping[str, Any]:
    """The description of a table by its name (``edgar-emissions``) or file. Raises InventoryError for another."""
    for described in tables.resources():
        if name in (described["name"], described["path"]):
            return described
    known = ", ".join(described["name"] for described in tables.resources())
    raise InventoryError(f"{name!r} is no table of the inventory; there are {known}")


def count_rows(name: str) -> int:
    """How many rows the table has, its header not among them. Raises InventoryError when it cannot be read."""
    return len(tables.read_text(find_table(name)["path"]).splitlines()) - 1


def is_wide(name: str) -> bool:
    """Whether the table has a column for each year. Raises InventoryError for a name that is none."""
    return "yearColumns" in find_table(name)["schema"]


def look_up(name: str, *, party: str | None = None, year: int | None = None) -> Iterator[Record]:
    """Records of a table, of one Party or group and one year if given.

    A wide table gives one record for each figure: party, kind, year, value, unit. A long one gives its rows as they
    are. Raises InventoryError for a table, Party or year that is not known, and for a table without Parties or years.
    """
    described = find_table(name)
    codes = None if party is None else set(members_of(party).codes)
    if is_wide(name):
        return _figures(described, codes, year)
    return _rows(described, codes, year)


def years_of(name: str) -> tuple[int, ...]:
    """The years of a wide table; none of a long one."""
    return tables.wide(find_table(name)["path"]).years if is_wide(name) else ()


def _figures(described: Mapping[str, Any], codes: set[str] | None, year: int | None) -> Iterator[Record]:
    table = tables.wide(described["path"])
    kind = described["schema"]["fields"][1]["name"]
    columns = described["schema"]["yearColumns"]
    units = columns.get("units", {})
    for code in table.parties():
        if codes is not None and code not in codes:
            continue
        for name in table.kinds():
            for when, value in (table.row(code, name) or {}).items():
                if year in (None, when):
                    unit = units.get(name, columns["unit"])
                    yield {"party": code, kind: name, "year": when, "value": value, "unit": unit}


def _rows(described: Mapping[str, Any], codes: set[str] | None, year: int | None) -> Iterator[Record]:
    names = [field["name"] for field in described["schema"]["fields"]]
    when = next((name for name in _WHEN if name in names), None)
    if codes is not None and "party" not in names:
        raise InventoryError(f"{described['name']} is not by Party; leave the Party out")
    if year is not None and when is None:
        raise InventoryError(f"{described['name']} is not by year; leave the year out")
    for row in tables.rows(described["path"]):
        if codes is not None and row["party"] not in codes:
            continue
        if year is not None and when is not None and not row[when].startswith(str(year)):
            continue
        yield dict(row)
