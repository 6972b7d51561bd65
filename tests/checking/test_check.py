"""Verdicts as a whole: what they rest on, what they say, and what cannot be checked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.checking.assertion import Assertion
from parley.checking.check import check_assertion
from parley.checking.registry import CHECKS
from parley.records.verdict import Verdict
from tests.checking.making import SEPTEMBER_2021, TODAY, check, claim, share

PARTIES = st.sampled_from(["CHN", "USA", "EUU", "WLD", "G20", "NRU", "XKX", "ATA", "nobody", "CHN+USA"])
UNITS = st.sampled_from(["%", "rank", "times", "tCO2", "tCO2e", "tCO2/person", "GW", "USD", "J", "km", None])


@pytest.mark.parametrize(
    ("assertion", "said"),
    [
        (share("CHN", 27.0, unit="GW"), "27 GW cannot be a share of emissions"),
        (share("CHN", 27.0, year=2031), "figures for 2031; there are figures for 1850 to 2023"),
        (claim("emissions", "CHN", 3e9, unit="tCO2", written="3 billion", year=1700), "figures for 1700"),
        (claim("emissions", "DEU", 700.0, unit="km", year=2019), "emissions are given in tonnes"),
        (share("Ruritania", 5.0), "no figures of 'Ruritania'"),
        (claim("emissions_share", None, 5.0, unit="%"), "of whom this is said"),
        (share("WLD", 60.0), "share of itself"),
        (claim("rank_emitter", "CHN", 1.0, unit="%"), "is no rank"),
        (claim("emissions", "CHN", None), "no figure"),
        (claim("count", "CHN", 12.0, unit="visit"), "a claim of count, and there are no figures to hold it against"),
        (claim("emissions", "ATA", 5e6, unit="tCO2", year=1950), "figures"),
    ],
)
def test_what_cannot_be_checked_is_said_plainly(assertion: Assertion, said: str) -> None:
    verdict = check(assertion)
    assert verdict.token == "not_checkable"
    assert said in verdict.reason
    assert verdict.missing


@pytest.mark.parametrize(
    ("assertion", "said"),
    [
        (share("IND", 120.0), "no share is above 100 %"),
        (share("IND", -5.0), "below zero"),
        (claim("change", "DEU", 140.0, unit="%", direction="down", base_year=1990, year=2019), "more than all of it"),
    ],
)
def test_an_absurd_value_is_wrong_and_called_so(assertion: Assertion, said: str) -> None:
    verdict = check(assertion)
    assert verdict.token == "contradicted"
    assert said.casefold() in verdict.reason.casefold()


def test_a_reason_is_one_sentence_with_value_unit_year_basis_and_source() -> None:
    verdict = check(share("CHN", 28.9, gas="CO2"))
    assert verdict.reason == (
        "China's share of the world's emissions was 28.9 % in 2019 (CO2 of fossil fuels and industry; Global Carbon "
        "Budget (2024)); on other bases it is 25.6 to 31.1 %."
    )


def test_a_verdict_belongs_to_the_report_it_is_of() -> None:
    assert check(share("CHN", 27.0, report="cla_1")).claim == "cla_1"
    assert check(claim("count", "CHN", 1.0, report="cla_2")).claim == "cla_2"


def test_the_day_of_the_check_decides_what_is_now() -> None:
    third = claim("rank_economy", "JPN", 3.0, unit="rank", said=SEPTEMBER_2021)
    assert check_assertion(third, today=SEPTEMBER_2021).token == "supported"
    assert check_assertion(third, today=TODAY).token == "outdated"


def test_without_a_day_the_newest_tables_are_now() -> None:
    third = claim("rank_economy", "JPN", 3.0, unit="rank", said=SEPTEMBER_2021)
    assert check_assertion(third) == check_assertion(third, today=TODAY)


def test_the_same_assertion_has_the_same_verdict_to_the_byte() -> None:
    made = share("CHN", 27.0)
    assert check(made).model_dump_json() == check(made).model_dump_json()


@settings(max_examples=300, deadline=None)
@given(
    measure=st.sampled_from(sorted(CHECKS)),
    subject=PARTIES,
    low=st.floats(-1e13, 1e13, allow_nan=False) | st.sampled_from([0.0, 1.0, 27.0, 100.0]),
    unit=UNITS,
    year=st.none() | st.integers(1700, 2100),
    base_year=st.none() | st.integers(1700, 2030),
    gas=st.sampled_from([None, "CO2", "GHG", "CH4", "F-gases"]),
    basis=st.sampled_from([None, "fossil", "incl_lulucf", "consumption", "lulucf", "ppp", "electricity"]),
    comparator=st.sampled_from(["=", "<", ">", "~"]),
    against=st.sampled_from([(), ("USA",), ("USA", "EUU"), ("WLD",), ("nobody",)]),
    about=st.sampled_from([None, "coal", "per_capita", "construction", "solar", "steel", "gdp"]),
    denied=st.booleans(),
    said=st.none() | st.dates(date(2010, 1, 1), date(2026, 12, 31)),
)
def test_anything_gets_a_verdict_that_rests_on_something_or_says_what_is_missing(
    measure: str, subject: str, low: float, unit: str | None, year: int | None, **fields: object
) -> None:
    verdict = check(claim(measure, subject, low, unit=unit, year=year, **fields))
    assert verdict.reason.endswith(".")
    if verdict.token == "not_checkable":
        assert verdict.missing
    else:
        assert verdict.basis
        assert verdict.references
    assert Verdict.model_validate_json(verdict.model_dump_json()) == verdict


@given(st.sampled_from(["CHN", "USA", "IND", "EUU", "DEU"]), st.floats(0.5, 60.0), st.integers(1995, 2020))
@settings(max_examples=100, deadline=None)
def test_a_claim_that_names_its_year_is_never_outdated(subject: str, percent: float, year: int) -> None:
    made = share(subject, round(percent, 1), year=year, said=date(2022, 1, 1))
    assert check(made).token != "outdated"
