"""IAMC rows: names, units, years, and the same numbers as the outlook."""

from __future__ import annotations

import pytest

from parley.outlook.iamc import FIRST_COLUMNS, header, rows
from parley.pathways.axes import place
from tests.outlook.making import some_outlook


@pytest.fixture(scope="module")
def table() -> dict[tuple[str, str], tuple[str, dict[str, float]]]:
    outlook = some_outlook()
    names = header(outlook)
    found = {}
    for row in rows(outlook):
        cells = dict(zip(names, row, strict=True))
        numbers = {name: float(cells[name]) for name in names[len(FIRST_COLUMNS) :]}
        found[str(cells["region"]), str(cells["variable"])] = str(cells["unit"]), numbers
    return found


def test_every_region_and_variable_comes_once_with_every_year(table: dict) -> None:  # type: ignore[type-arg]
    outlook = some_outlook()
    assert len(list(rows(outlook))) == len(table)
    assert header(outlook)[:6] == ("model", "scenario", "region", "variable", "unit", "1990")
    assert header(outlook)[-1] == "2100"


def test_gases_sum_to_carbon_dioxide(table: dict) -> None:  # type: ignore[type-arg]
    for region in ("World", "CHN", "EUU"):
        parts = [table[region, f"Emissions|CO2|{name}"][1] for name in ("Energy and Industrial Processes", "AFOLU")]
        whole = table[region, "Emissions|CO2"][1]
        for year in ("1990", "2030", "2100"):
            assert sum(part[year] for part in parts) == pytest.approx(whole[year], abs=1e-3)


def test_nitrous_oxide_is_in_kilotonnes_as_the_unit_says(table: dict) -> None:  # type: ignore[type-arg]
    unit, numbers = table["World", "Emissions|N2O"]
    assert unit == "kt N2O/yr"
    assert 5_000 < numbers["2020"] < 20_000


def test_warming_and_odds_are_those_of_the_outlook(table: dict) -> None:  # type: ignore[type-arg]
    outlook = some_outlook()
    median = next(numbers for (_, name), (_, numbers) in table.items() if name.endswith("|50.0th Percentile"))
    assert median["2100"] == pytest.approx(outlook.median(2100), abs=1e-4)
    odds = next(numbers for (_, name), (_, numbers) in table.items() if "Exceedance Probability 2.0C" in name)
    assert odds["2100"] == pytest.approx(1 - outlook.warming.below_at_end[1], abs=1e-4)


def test_parties_are_as_their_inventories_count(table: dict) -> None:  # type: ignore[type-arg]
    outlook = some_outlook()
    emitted = outlook.pathway("CHN").total()[0, place(2030)]
    assert table["CHN", "Emissions|Kyoto Gases"][1]["2030"] == pytest.approx(emitted, abs=1e-3)
