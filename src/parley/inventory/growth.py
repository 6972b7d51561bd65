"""Growth of economies where the statistics or plans of a country tell what the long series does not.

Pledges of intensity are counted in a country's own statistics. China's official growth is higher than that of the
Maddison Project, which corrects it: from 2005 to 2020 the economy grew 3.3-fold by the one and 2.8-fold by the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from parley.inventory.series import Source
from parley.inventory.tables import remembered, rows, source

GROWTH = "gdp_growth.csv"


@dataclass(frozen=True, slots=True)
class Growth:
    """Real growth of a year [% a year]: slow, central and fast, all alike where it is published."""

    slow: float
    central: float
    fast: float
    source: str


def published_growth(party: str) -> Mapping[int, Growth]:
    """Growth by year as the country's statistics have it; empty for a Party of which the table has none."""
    return _growth().get((party, "published"), MappingProxyType({}))


def expected_growth(party: str) -> Mapping[int, Growth]:
    """Growth by year as planned or projected; empty for a Party of which the table has none."""
    return _growth().get((party, "expected"), MappingProxyType({}))


def growth_source() -> Source:
    """The table as a source; each row names its own."""
    return source(GROWTH, "growth")


@remembered
def _growth() -> Mapping[tuple[str, str], Mapping[int, Growth]]:
    found: dict[tuple[str, str], dict[int, Growth]] = {}
    for row in rows(GROWTH):
        growth = Growth(float(row["slow_pct"]), float(row["central_pct"]), float(row["fast_pct"]), row["source"])
        by_year = found.setdefault((row["party"], row["status"]), {})
        by_year.update(dict.fromkeys(range(int(row["first"]), int(row["last"]) + 1), growth))
    return MappingProxyType({key: MappingProxyType(by_year) for key, by_year in found.items()})
