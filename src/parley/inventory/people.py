"""How many people there are."""

from __future__ import annotations

from datetime import date

from parley.inventory.figures import read_series
from parley.inventory.offers import CARBON
from parley.inventory.series import Series
from parley.inventory.tables import remembered

PERSON = "people"


def population(party: str, *, on: date | None = None) -> Series:
    """People of a Party, a group or the world by year, 1850 to 2023.

    Source: United Nations, World Population Prospects 2024; older figures by HYDE and Gapminder, with gaps for some.
    Raises InventoryError when there are none.
    """
    return _population(party, on)


@remembered
def _population(party: str, on: date | None) -> Series:
    return read_series(party, table=CARBON, kind="population", quantity="population", unit=PERSON, source="un", on=on)
