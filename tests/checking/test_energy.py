"""Electricity, energy, coal and people."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checking.making import SEPTEMBER_2021, check, claim, token


@pytest.mark.parametrize(
    ("measure", "subject", "percent", "fields", "expected"),
    [
        ("coal_share", "CHN", 50.0, {"comparator": ">", "written": "half", "year": 2019}, "supported"),
        ("coal_share", "CHN", 57.0, {"year": 2019, "about": "energy"}, "supported"),
        ("coal_share", "CHN", 65.0, {"year": 2019, "about": "energy"}, "close"),
        ("coal_share", "CHN", 65.0, {"year": 2019, "basis": "electricity"}, "supported"),
        ("coal_share", "IND", 70.0, {"year": 2019, "basis": "electricity"}, "close"),
        ("coal_share", "IND", 73.9, {"year": 2019, "basis": "electricity"}, "supported"),
        ("coal_share", "USA", 50.0, {"said": SEPTEMBER_2021, "written": "half", "basis": "electricity"}, "outdated"),
        (
            "coal_share",
            "CHN",
            50.0,
            {"unit": "% of world coal", "written": "half", "said": SEPTEMBER_2021},
            "supported",
        ),
        ("coal_share", "USA", 20.0, {"unit": "% of world coal", "written": "a fifth", "year": 2019}, "contradicted"),
        (
            "electricity_share",
            "FRA",
            70.0,
            {"about": "nuclear", "comparator": "~", "said": SEPTEMBER_2021},
            "supported",
        ),
        ("electricity_share", "JPN", 25.0, {"about": "nuclear", "year": 2019}, "contradicted"),
        ("electricity_share", "WLD", 10.0, {"about": "wind and solar", "year": 2021}, "supported"),
        ("energy_share", "WLD", 84.0, {"about": "fossil fuels", "year": 2019}, "supported"),
        ("energy_share", "GBR", 200 / 3, {"about": "gas", "written": "two thirds", "year": 2020}, "contradicted"),
        ("renewables", "DEU", 44.0, {"year": 2020}, "supported"),
        ("renewables", "DNK", 50.0, {"about": "wind", "comparator": ">", "written": "half", "year": 2019}, "supported"),
        ("renewables", "CHN", 75.0, {"about": "solar modules", "year": 2021}, "supported"),
    ],
)
def test_shares_of_fuels(measure: str, subject: str, percent: float, fields: dict[str, object], expected: str) -> None:
    assert token(claim(measure, subject, percent, **{"unit": "%", **fields})) == expected


def test_a_share_of_the_world_is_told_from_a_share_of_a_country() -> None:
    of_the_world = claim("renewables", "CHN", 32.0, unit="%", about="solar", against=("WLD",), year=2021)
    verdict = check(of_the_world)
    assert "world" in verdict.references[0].quantity


def test_a_share_without_a_source_of_power_is_not_checkable() -> None:
    assert "which source" in check(claim("electricity_share", "CHN", 10.0, unit="%", year=2019)).reason


def test_years_after_the_tables_are_named_as_missing() -> None:
    verdict = check(claim("electricity_share", "FRA", 65.0, unit="%", about="nuclear", year=2023))
    assert verdict.token == "not_checkable"
    assert "1990 to 2021" in verdict.missing


def test_a_publication_fills_in_a_year_that_the_tables_do_not_have() -> None:
    verdict = check(claim("coal_share", "CHN", 60.0, unit="%", basis="electricity", year=2023, comparator="~"))
    assert verdict.token == "supported"
    assert "Ember" in verdict.reason


def test_a_claim_made_before_there_are_figures_is_not_judged_by_later_ones() -> None:
    capacity = claim("renewables", "CHN", 535.0, unit="GW", about="wind and solar", said=date(2021, 6, 1))
    assert token(capacity) == "not_checkable"


def test_solar_power_of_the_world_comes_first_from_china() -> None:
    assert token(claim("renewables", "CHN", 1.0, unit="rank", about="solar", said=date(2022, 8, 3))) == "supported"
    assert (
        token(claim("renewables", "CHN", 1.0, unit="rank", words="the biggest manufacturer of panels")) == "supported"
    )


@pytest.mark.parametrize(
    ("subject", "gigawatts", "fields", "expected"),
    [
        ("CHN", 1000.0, {"comparator": ">", "said": date(2022, 2, 24)}, "supported"),
        ("CHN", 1000.0, {"year": 2020, "written": "1,000"}, "close"),
        ("CHN", 1100.0, {"comparator": "~", "year": 2023, "written": "1,100"}, "supported"),
        ("USA", 300.0, {"comparator": ">", "said": date(2023, 9, 5)}, "outdated"),
        ("CHN", 13.0, {"about": "retired", "year": 2020}, "supported"),
        ("CHN", 41.0, {"about": "added", "year": 2020}, "supported"),
        ("CHN", 247.0, {"about": "development", "said": date(2021, 3, 1)}, "supported"),
        ("CHN", 88.0, {"words": "started building 88 GW of coal power", "said": SEPTEMBER_2021}, "supported"),
        ("CHN", 163.0, {"about": "before_construction", "said": SEPTEMBER_2021}, "supported"),
    ],
)
def test_coal_power(subject: str, gigawatts: float, fields: dict[str, object], expected: str) -> None:
    assert token(claim("coal_capacity", subject, gigawatts, **{"unit": "GW", **fields})) == expected


def test_another_two_hundred_gigawatts_lie_between_two_counts_and_are_set_beside_the_budget() -> None:
    verdict = check(
        claim("coal_capacity", "CHN", 200.0, unit="GW", said=SEPTEMBER_2021, words="another 200 gigawatts of coal")
    )
    assert verdict.token == "close"
    assert "between 159 and 247 GW" in verdict.reason
    assert "32 GtCO2" in verdict.reason
    assert verdict.confidence < 0.8


def test_half_of_the_coal_power_of_the_world_stands_in_china() -> None:
    capacity = claim("coal_capacity", "CHN", 50.0, unit="% of world", written="half", comparator=">", year=2023)
    assert token(capacity) == "supported"


def test_coal_use_as_energy_and_as_a_share() -> None:
    assert token(claim("coal_use", "CHN", 22_700.0, unit="TWh", year=2019, written="22,700")) in ("supported", "close")
    assert token(claim("coal_use", "CHN", 52.0, unit="% of world", year=2019)) == "supported"
    assert token(claim("coal_use", "CHN", 3.0, unit="GW", year=2019)) == "not_checkable"


@pytest.mark.parametrize(
    ("low", "unit", "written", "expected"),
    [
        (1.4e9, None, "1.4 billion", "supported"),
        (2e9, None, "two billion", "contradicted"),
        (18.0, "%", "18", "supported"),
    ],
)
def test_people(low: float, unit: str | None, written: str, expected: str) -> None:
    assert token(claim("population", "CHN", low, unit=unit, written=written, year=2022)) == expected


@pytest.mark.parametrize(
    ("low", "unit", "written", "expected"),
    [
        (17.8e12, "USD", "17.8 trillion", "supported"),
        (18.0, "%", "18", "supported"),
        (5e12, "USD", "5 trillion", "contradicted"),
    ],
)
def test_the_size_of_an_economy(low: float, unit: str, written: str, expected: str) -> None:
    assert token(claim("gdp", "CHN", low, unit=unit, written=written, year=2021)) == expected
