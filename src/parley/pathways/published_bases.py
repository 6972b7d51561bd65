"""What Parties have published as the base of a target or as business as usual, where the pledge book lacks it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from parley.inventory.tables import remembered
from parley.terms.tables import Tables

TABLE = "published_bases.csv"
Measure = Literal["base", "bau"]


@remembered
def published(party: str, measure: Measure, year: int | None, day: date) -> float | None:
    """The base or business as usual of a year as last published by ``day`` [MtCO2e]; None where we know of none."""
    found = [
        row
        for row in Tables("parley.pathways").rows(TABLE)
        if (row["party"], row["measure"], row["year"]) == (party, measure, str(year))
        and date.fromisoformat(row["since"]) <= day
    ]
    return float(max(found, key=lambda row: row["since"])["mtco2e"]) if found else None
