"""Cities and the countries they lie in.

Source of ``data/cities.csv``: GeoNames (geonames.org), CC BY 4.0, cities of 100,000 people and more and all capitals,
spelled as there and without accents; places where diplomats gather were added by hand.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def cities() -> Mapping[str, str]:
    """Country code (ISO 3166-1 alpha-3) by city name; of cities of one name the largest."""
    table = resources.files("parley.terms").joinpath("data", "cities.csv").read_text(encoding="utf-8")
    return {row["city"]: row["country"] for row in csv.DictReader(table.splitlines())}


def country_of(city: str) -> str | None:
    """The country a city lies in, or None where we do not know the city."""
    return cities().get(city)
