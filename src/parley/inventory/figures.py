"""Figures of a Party or the sum over a group, from the rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from parley.errors import InventoryError
from parley.inventory import tables
from parley.inventory.members import describe, members_of
from parley.inventory.series import Series, join_notes

Figures = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Sum:
    """Figures by year over the codes that have any, the codes that were ``found`` and those ``missing``."""

    figures: Figures
    found: tuple[str, ...]
    missing: tuple[str, ...]


def sum_codes(codes: tuple[str, ...], read: Callable[[str], Figures | None]) -> Sum | None:
    """The sum over all ``codes`` that have figures, in the years that all those have; None when none has any."""
    parts = {code: figures for code in codes if (figures := read(code))}
    if not parts:
        return None
    first, *others = parts.values()
    years = set(first).intersection(*others)
    figures = first if not others else {year: sum(part[year] for part in parts.values()) for year in sorted(years)}
    return Sum(figures, tuple(parts), tuple(code for code in codes if code not in parts))


@tables.remembered
def read_series(
    party: str,
    *,
    table: str,
    kind: str,
    quantity: str,
    unit: str,
    source: str,
    note: str = "",
    gas: str | None = None,
    basis: str | None = None,
    on: date | None = None,
) -> Series:
    """The rows ``kind`` of ``table`` for a Party, a group or a sum of Parties.

    Raises InventoryError when the table has none of them.
    """
    members = members_of(party, on)
    opened = tables.wide(table)
    found = sum_codes(members.codes, lambda code: opened.row(code, kind))
    origin = tables.source(table, source)
    if found is None:
        raise InventoryError(f"{origin} has no {quantity} of {describe(party)}")
    notes = join_notes(note, members.note, missing_words(found.missing))
    return Series(party, quantity, gas, basis, unit, (), (), origin, notes, found.found).with_items(found.figures)


def missing_words(missing: tuple[str, ...]) -> str:
    """What a note says of members without figures."""
    return f"without {', '.join(missing)}, for which the source has no figures" if missing else ""
