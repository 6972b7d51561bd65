"""Emissions in tonnes, in all and per head, and summed up over the years."""

from __future__ import annotations

import pytest

from tests.checking.making import SEPTEMBER_2021, check, claim, token


def emitted(subject: str, tonnes: float, written: str, **fields: object) -> str:
    return token(claim("emissions", subject, tonnes, unit="tCO2", written=written, **fields))


@pytest.mark.parametrize(
    ("subject", "tonnes", "written", "year", "gas", "expected"),
    [
        ("CHN", 14.3e9, "14.3 billion", 2019, "GHG", "supported"),
        ("CHN", 14.1e9, "14.1", 2019, "GHG", "supported"),
        ("CHN", 10.7e9, "10.7", 2019, "CO2", "supported"),
        ("CHN", 20e9, "20", 2019, "CO2", "contradicted"),
        ("DEU", 660e6, "660 million", 2021, "CO2", "close"),
        ("FRA", 442e6, "442 million", 2019, "GHG", "supported"),
        ("WLD", 37e9, "37 billion", 2019, "CO2", "supported"),
        ("WLD", 41e9, "41 billion", 2019, "CO2", "supported"),
        ("WLD", 25e9, "25 billion", 2020, "CO2", "contradicted"),
        ("GBR", 500e6, "500 million", 2019, "CO2", "contradicted"),
    ],
)
def test_levels_of_a_year(subject: str, tonnes: float, written: str, year: int, gas: str, expected: str) -> None:
    assert emitted(subject, tonnes, written, year=year, gas=gas) == expected


def test_the_world_as_assessments_state_it_is_a_reference() -> None:
    verdict = check(claim("emissions", "WLD", 59e9, unit="tCO2e", written="59 billion", year=2019))
    assert verdict.token == "supported"
    assert any("IPCC" in reference.source for reference in verdict.references)


def test_co2_equivalents_rule_out_co2_alone() -> None:
    assert token(claim("emissions", "CHN", 10.7e9, unit="tCO2e", written="10.7", year=2019)) == "close"


def test_methane_is_judged_by_mass_or_as_equivalents() -> None:
    assert (
        token(claim("emissions", "CHN", 63e6, unit="tCO2", written="63 million", year=2022, gas="CH4")) == "supported"
    )
    assert token(claim("emissions", "CHN", 1.76e9, unit="tCO2e", written="1.76", year=2022, gas="CH4")) == "supported"


def test_emissions_of_a_sector_are_held_against_it_and_of_other_parts_against_nothing() -> None:
    power = claim("emissions", "CHN", 5.5e9, unit="tCO2e", written="5.5", year=2019, about="power plants")
    assert "power industry" in check(power).reason
    assert token(claim("emissions", "CHN", 1e9, unit="tCO2", written="1", year=2019, about="steel")) == "not_checkable"


def test_co2_of_one_fuel_is_held_against_that_fuel() -> None:
    assert (
        token(claim("emissions", "CHN", 7.5e9, unit="tCO2", written="7.5", year=2019, about="coal")) != "contradicted"
    )
    assert (
        token(claim("emissions", "CHN", 14.3e9, unit="tCO2", written="14.3", year=2019, about="coal")) == "contradicted"
    )


def test_a_level_that_was_passed_long_ago_is_outdated() -> None:
    assert emitted("IND", 1.5e9, "1.5", gas="CO2", said=SEPTEMBER_2021, comparator="~") == "outdated"


@pytest.mark.parametrize(
    ("subject", "tonnes", "gas", "expected"),
    [
        ("USA", 15.6, "CO2", "supported"),
        ("CHN", 10.0, "GHG", "supported"),
        ("IND", 8.0, "CO2", "contradicted"),
        ("GBR", 5.4, "CO2", "supported"),
        ("WLD", 4.8, "CO2", "supported"),
    ],
)
def test_emissions_per_head(subject: str, tonnes: float, gas: str, expected: str) -> None:
    assertion = claim("per_capita", subject, tonnes, unit="tCO2/person", year=2019, gas=gas)
    verdict = check(assertion)
    assert verdict.token == expected
    assert "per head" in verdict.reason


@pytest.mark.parametrize(
    ("subject", "low", "unit", "written", "expected"),
    [
        ("USA", 412e9, "tCO2", "412 billion", "supported"),
        ("CHN", 240e9, "tCO2", "240 billion", "close"),
        ("USA", 25.0, "%", "a quarter", "supported"),
        ("CHN", 30.0, "%", "30", "contradicted"),
    ],
)
def test_emissions_since_1850(subject: str, low: float, unit: str, written: str, expected: str) -> None:
    assertion = claim("cumulative", subject, low, unit=unit, written=written, year=2019, base_year=1850, gas="CO2")
    assert token(assertion) == expected


def test_without_a_first_year_sums_since_1850_and_since_1750_are_both_tried() -> None:
    verdict = check(claim("cumulative", "GBR", 4.4, unit="%", year=2021, gas="CO2"))
    bases = {reference.basis for reference in verdict.references}
    assert {f"CO2 of fossil fuels and industry since {first}" for first in (1850, 1750)} <= bases
