"""One against another: who has more, how many times as much, and what has changed."""

from __future__ import annotations

from datetime import date

import pytest

from parley.checking.assertion import Assertion
from tests.checking.making import SEPTEMBER_2021, check, claim, token


def more(subject: str, *others: str, **fields: object) -> Assertion:
    return claim("comparison", subject, None, against=others, **{"comparator": ">", **fields})


def test_china_emits_more_than_the_us_and_the_eu_together() -> None:
    assert token(more("CHN", "USA", "EUU", together=True, said=SEPTEMBER_2021)) == "supported"
    assert token(more("USA", "CHN", year=2020)) == "contradicted"


def test_the_wrong_order_is_wrong_also_where_it_was_right_two_years_before() -> None:
    assert token(more("EUU", "USA", year=2021)) == "contradicted"
    assert token(more("EUU", "IND", year=2023, gas="CO2", basis="fossil")) == "contradicted"


@pytest.mark.parametrize("comparator", ["<", ">"])
def test_india_and_the_union_in_2019_are_never_ordered_without_the_basis(comparator: str) -> None:
    verdict = check(more("IND", "EUU", year=2019, comparator=comparator))
    assert verdict.token == "supported"
    assert verdict.basis
    assert "the order is another on another basis" in verdict.reason
    assert {reference.holds for reference in verdict.references} >= {"supported", "contradicted"}
    assert verdict.confidence < 0.8


def test_of_several_each_must_be_less_unless_their_sum_is_meant() -> None:
    assert token(more("USA", "IND", "CHN", year=2019)) == "contradicted"
    assert token(more("USA", "IND", "JPN", year=2019)) == "supported"


def test_who_had_more_once_is_outdated_without_a_year() -> None:
    assert token(more("USA", "CHN", said=SEPTEMBER_2021)) == "outdated"


def test_denying_the_right_order_is_wrong() -> None:
    assert token(more("CHN", "USA", said=SEPTEMBER_2021, denied=True)) == "contradicted"
    assert token(more("IND", "USA", said=SEPTEMBER_2021, denied=True)) == "supported"


@pytest.mark.parametrize(
    ("about", "subject", "other"),
    [
        ("per_capita", "USA", "CHN"),
        ("population", "IND", "USA"),
        ("gdp", "USA", "JPN"),
        ("coal", "CHN", "IND"),
        ("coal_capacity", "CHN", "IND"),
        ("solar", "CHN", "USA"),
        ("cumulative", "USA", "CHN"),
        ("intensity", "CHN", "FRA"),
    ],
)
def test_other_things_than_emissions_are_compared(about: str, subject: str, other: str) -> None:
    assert token(more(subject, other, year=2020, about=about)) == "supported"
    assert token(more(other, subject, year=2020, about=about)) == "contradicted"


def test_what_there_are_no_figures_of_is_not_compared() -> None:
    verdict = check(more("CHN", "USA", about="steel"))
    assert verdict.token == "not_checkable"
    assert "steel" in verdict.reason


def test_a_comparison_with_nobody_is_not_checkable() -> None:
    assert "with whom" in check(more("CHN")).reason


def ratio(subject: str, times: float, *others: str, **fields: object) -> str:
    return token(claim("ratio", subject, times, against=others, **{"unit": "times", **fields}))


def test_ratios_hold_on_one_basis_for_both() -> None:
    assert ratio("CHN", 4.0, "IND", year=2019, written="four times") == "supported"
    assert ratio("DEU", 0.5, "JPN", year=2019, written="half", gas="CO2") == "contradicted"
    assert ratio("USA", 2.0, "CHN", year=2019, written="twice", about="per_capita") == "supported"


def test_more_and_less_in_per_cent_are_ratios() -> None:
    forty = {"unit": "%", "year": 2019, "gas": "CO2", "together": True}
    assert ratio("CHN", 31.0, "USA", "EUU", direction="up", **forty) == "supported"
    assert ratio("USA", 51.0, "CHN", unit="%", year=2019, gas="CO2", basis="fossil", direction="down") == "supported"
    assert ratio("USA", 49.0, "CHN", unit="%", year=2019, gas="CO2", basis="fossil") == "supported"


def test_with_a_first_year_sums_are_compared() -> None:
    since = {"base_year": 1850, "year": 2021, "gas": "CO2"}
    assert ratio("CHN", 2.0, "USA", written="twice", **since) == "contradicted"
    assert token(more("USA", "CHN", **since)) == "supported"


def change(subject: str, low: float | None, **fields: object) -> str:
    return token(claim("change", subject, low, **{"unit": "%", "base_year": 1990, **fields}))


@pytest.mark.parametrize(
    ("subject", "low", "fields", "expected"),
    [
        ("GBR", 42.0, {"year": 2019, "direction": "down", "gas": "GHG"}, "supported"),
        ("GBR", -42.0, {"year": 2019, "gas": "GHG"}, "supported"),
        ("GBR", 42.0, {"year": 2019, "direction": "up", "gas": "GHG"}, "contradicted"),
        ("GBR", 44.0, {"year": 2019, "direction": "down", "gas": "GHG"}, "close"),
        ("DEU", 40.0, {"year": 2020, "direction": "down"}, "close"),
        ("CHN", 3.0, {"base_year": 2000, "unit": "times", "written": "tripled", "year": 2022}, "supported"),
        ("USA", 3.0, {"unit": "times", "written": "tripled", "year": 2022}, "contradicted"),
        ("EUU", 30.0, {"comparator": ">", "direction": "down", "said": date(2024, 6, 1)}, "supported"),
        ("CHN", 4.9, {"base_year": None, "year": 2023, "direction": "up", "gas": "CO2"}, "supported"),
        ("CHN", 5.0, {"base_year": None, "year": 2023, "direction": "down"}, "contradicted"),
        ("DEU", 61.0, {"year": 2020, "direction": "to", "gas": "GHG"}, "supported"),
        ("RUS", 30.0, {"said": date(2021, 10, 13), "comparator": ">", "direction": "down", "gas": "CO2"}, "outdated"),
    ],
)
def test_changes(subject: str, low: float, fields: dict[str, object], expected: str) -> None:
    assert change(subject, low, **fields) == expected


def test_a_rise_without_a_number_is_right_or_wrong() -> None:
    assert change("EUU", None, direction="up", said=date(2023, 10, 24)) == "contradicted"
    assert change("EUU", None, comparator="<", said=date(2023, 10, 24)) == "supported"


def test_a_rise_to_a_level_is_a_level() -> None:
    risen = claim("change", "CHN", 14.3e9, unit="tCO2e", written="14.3", year=2019, base_year=2000, direction="to")
    assert token(risen) == "supported"


def test_a_rise_by_tonnes_is_a_difference() -> None:
    risen = claim("change", "CHN", 9e9, unit="tCO2", written="9 billion", year=2019, base_year=2000, gas="GHG")
    assert token(risen) == "supported"


def test_other_things_change_too() -> None:
    capacity = {"about": "coal_capacity", "direction": "down", "written": "a third", "comparator": ">"}
    assert change("USA", 100 / 3, base_year=2010, said=date(2024, 7, 1), **capacity) == "supported"
    points = {"unit": "pp", "about": "coal electricity share", "direction": "down", "base_year": 2010, "year": 2020}
    assert change("GBR", 26.7, **points) in ("supported", "close")


def test_intensity_over_the_years_is_not_checkable_for_want_of_constant_prices() -> None:
    intensity = claim("change", "CHN", 48.4, unit="%", direction="down", base_year=2005, year=2020, about="intensity")
    assert check(intensity).token == "not_checkable"
    assert "constant prices" in check(intensity).reason


def test_a_change_that_runs_backwards_is_refused() -> None:
    verdict = check(claim("change", "GBR", 10.0, unit="%", year=1990, base_year=2005))
    assert verdict.token == "not_checkable"
    assert "backwards" in verdict.reason


def test_a_first_year_without_figures_is_named_with_those_there_are() -> None:
    verdict = check(claim("change", "GBR", 10.0, unit="%", year=2019, base_year=1700, gas="CH4"))
    assert verdict.token == "not_checkable"
    assert "1700" in verdict.reason
    assert "2023" in verdict.reason
