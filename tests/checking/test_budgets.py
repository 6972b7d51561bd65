"""Carbon budgets, and new coal beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from parley.checking.assertion import Assertion
from parley.checking.budgets import remaining_budgets
from parley.checking.coal_commitment import committed_references, committed_words
from parley.checking.published_figures import published_budgets
from parley.errors import InventoryError
from parley.inventory.coal import committed_emissions
from tests.checking.making import check, claim, token

SEPTEMBER_2021 = date(2021, 9, 2)


def budget(gt: float, words: str, said: str | None = None, **fields: object) -> Assertion:
    day = date.fromisoformat(said) if said else None
    told = {"unit": "tCO2", "about": "1.5 degC", "written": f"{gt:g} billion", **fields}
    return claim("budget", "WLD", gt * 1e9, words=words, said=day, **told)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (budget(500, "from the start of 2020", year=2020), "supported"),
        (budget(400, "for a two-thirds chance, from 2020", year=2020), "supported"),
        (budget(500, "for a two-thirds chance, from 2020", year=2020), "close"),
        (budget(300, "from the start of 2020", year=2020), "close"),
        (budget(1350, "from the start of 2020", year=2020, about="2 degC"), "supported"),
        (budget(300, "from the start of 2020", year=2020, about="2 degC"), "contradicted"),
        (budget(380, "from the start of 2023", year=2023), "supported"),
    ],
)
def test_a_budget_is_held_against_those_of_its_start_and_likelihood(told: Assertion, expected: str) -> None:
    assert token(told) == expected


def test_a_budget_without_a_start_is_that_of_the_day() -> None:
    then = budget(380, "the remaining budget", "2022-12-01")
    assert token(then, today=date(2022, 12, 1)) == "supported"
    assert token(then) == "outdated"
    assert token(budget(1500, "the remaining budget", "2022-12-01")) == "contradicted"


def test_a_verdict_names_likelihood_and_source() -> None:
    verdict = check(budget(500, "from the start of 2020", year=2020))
    assert verdict.basis == "50 % chance of less warming"
    assert "IPCC" in verdict.reason


def test_a_budget_in_years_is_that_at_the_emissions_of_the_time() -> None:
    told = replace(budget(1, "at current emissions", "2021-12-01", unit="years", written="10"), low=10, high=10)
    assert token(told, today=date(2021, 12, 1)) == "supported"


def test_without_a_level_of_warming_or_in_another_unit_it_is_not_checkable() -> None:
    assert token(budget(500, "the carbon budget", about=None)) == "not_checkable"
    assert token(budget(500, "the carbon budget", unit="USD")) == "not_checkable"


def test_what_is_left_of_ar6_shrinks_by_the_emissions_of_each_full_year() -> None:
    left = {
        year: [row.budget_gtco2 for row in remaining_budgets(1.5, date(year, 3, 1)) if row.publisher == "Parley"]
        for year in (2021, 2022, 2023)
    }
    for before, after in ((2021, 2022), (2022, 2023)):
        for larger, smaller in zip(left[before], left[after], strict=True):
            assert 35 < larger - smaller < 45


def test_every_budget_of_ar6_is_known_with_its_day() -> None:
    of_ar6 = [row for row in published_budgets() if "Sixth Assessment" in row.report]
    assert {row.published for row in of_ar6} == {date(2021, 8, 9)}
    assert len(of_ar6) == 30


def test_two_hundred_gigawatts_of_coal_are_a_fifteenth_of_what_was_left() -> None:
    coal, *left = committed_references(200, "CHN", SEPTEMBER_2021)
    assert coal.value == pytest.approx(31.5, abs=0.1)
    assert "load factor 0.5 (0.4 to 0.6)" in coal.basis
    assert {reference.holds for reference in (coal, *left)} == {"not_checkable"}
    assert max(reference.value or 0 for reference in left) == 500
    words = committed_words(200, "CHN", SEPTEMBER_2021)
    assert "0.79 GtCO2 a year" in words
    assert "beyond the net-zero year of China, 2060" in words


def test_assumptions_can_be_changed() -> None:
    short = committed_emissions(200, life_years=25)
    assert committed_references(200, "CHN", SEPTEMBER_2021, committed=short)[0].value == pytest.approx(19.7, abs=0.1)
    assert "beyond" not in committed_words(200, "CHN", SEPTEMBER_2021, committed=short)


def test_a_negative_capacity_cannot_be() -> None:
    with pytest.raises(InventoryError, match="cannot be"):
        committed_references(-1, "CHN", SEPTEMBER_2021)
