"""Wikidata items of a few people who are met often. Only items that are certain; everybody else has none."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from parley.linking.name_forms import form_of


def wikidata_item(key: tuple[str, ...], party: str | None) -> str | None:
    """The item of the person with this name key and Party, where the table has one."""
    return _items().get((key, party))


@cache
def _items() -> Mapping[tuple[tuple[str, ...], str | None], str]:
    table = resources.files("parley.linking").joinpath("data", "wikidata.csv").read_text(encoding="utf-8")
    return {(form_of(row["name"]).key, row["party"]): row["item"] for row in csv.DictReader(table.splitlines())}
