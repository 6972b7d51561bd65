"""Warming so far and to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.checking.assertion import Assertion
from parley.checking.warming import annual
from tests.checking.making import check, claim, token


def warmed(degrees: float, words: str, said: str | None = None, **fields: object) -> Assertion:
    day = date.fromisoformat(said) if said else None
    return claim("warming", "WLD", degrees, words=words, said=day, **{"unit": "degC", **fields})


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (warmed(1.1, "the world has warmed by 1.1 degrees", "2021-09-01"), "supported"),
        (warmed(1.2, "the world has warmed by about 1.2 degrees", "2021-09-01", comparator="~"), "supported"),
        (warmed(1.2, "the world has warmed by about 1.2 degrees", "2023-06-01", comparator="~"), "supported"),
        (warmed(1.5, "the year 2024 was about 1.5 degrees warmer", year=2024, comparator="~"), "supported"),
        (warmed(1.1, "by 2020 the planet had warmed by 1.1 degrees", year=2020), "supported"),
        (warmed(1.4, "the year 2024 was 1.4 degrees warmer", year=2024), "close"),
        (warmed(0.9, "the world has warmed by 0.9 degrees", "2023-06-01"), "outdated"),
        (warmed(2.1, "the year 2016 was 2.1 degrees warmer", year=2016), "contradicted"),
        (warmed(3.0, "the world has warmed by 3 degrees", "2023-06-01"), "contradicted"),
        (warmed(2.0, "the year 2024 was 2 degrees warmer", year=2024), "contradicted"),
        (warmed(1.0, "the world has warmed by 1 degree", "2017-06-01"), "supported"),
        (warmed(2.0, "the world has warmed by 2 degrees Fahrenheit", "2022-01-19", unit="degF"), "supported"),
    ],
)
def test_warming_so_far(told: Assertion, expected: str) -> None:
    today = told.said or date(2025, 12, 31)
    assert token(told, today=today) == expected


def test_a_mean_of_ten_years_is_not_what_a_single_year_was() -> None:
    single = check(warmed(1.24, "the year 2024 was 1.24 degrees warmer", year=2024))
    so_far = check(warmed(1.24, "by 2024 the world had warmed by 1.24 degrees", year=2024))
    assert (single.token, so_far.token) == ("close", "supported")


def test_what_humans_caused_counts_where_they_are_named() -> None:
    told = warmed(1.36, "humans have warmed the planet by 1.36 degrees", "2025-07-01")
    assert check(told, today=date(2025, 7, 1)).token == "supported"


def test_a_verdict_names_mean_and_source() -> None:
    verdict = check(warmed(1.5, "the year 2024 was about 1.5 degrees warmer", year=2024, comparator="~"))
    assert "mean of one year" in verdict.basis
    assert "Indicators of Global Climate Change 2024" in verdict.reason


def test_a_part_of_the_world_has_no_figures() -> None:
    assert token(warmed(3.0, "the Arctic has warmed by 3 degrees", "2021-09-01")) == "not_checkable"
    assert token(replace(warmed(2.0, "it has warmed by 2 degrees"), subject="EUU")) == "not_checkable"


def test_warming_since_a_later_year_is_counted_from_there() -> None:
    told = warmed(0.8, "the world has warmed by 0.8 degrees since 1980", "2024-06-01", base_year=1980)
    assert token(told, today=date(2024, 6, 1)) == "supported"


@pytest.mark.parametrize(
    ("degrees", "words", "said", "expected"),
    [
        (2.7, "pledges put the world on track for 2.7 degrees by 2100, UNEP says", "2021-11-01", "supported"),
        (2.7, "Climate Action Tracker sees 2.7 degrees by 2100 on current policies", "2021-11-20", "supported"),
        (2.4, "2030 targets would lead to 2.4 degrees of warming by 2100", "2021-11-20", "supported"),
        (1.8, "with net zero pledges warming would be 1.8 degrees by 2100", "2021-11-20", "supported"),
        (3.6, "Climate Action Tracker: current policies lead to 3.6 degrees", "2021-11-20", "outdated"),
        (5.0, "the world is heading for 5 degrees by 2100", "2021-11-20", "contradicted"),
    ],
)
def test_warming_to_come_is_held_against_what_was_published_by_the_day(
    degrees: float, words: str, said: str, expected: str
) -> None:
    told = warmed(degrees, words, said, year=2100 if "2100" in words else None)
    assert token(told, today=date.fromisoformat(said)) == expected


def test_an_outlook_that_nobody_had_published_yet_is_not_checkable() -> None:
    told = warmed(2.7, "UNFCCC: on track for 2.7 degrees by 2100", "2011-01-01", year=2100)
    assert token(told) == "not_checkable"


def test_an_outlook_names_publisher_case_and_chance() -> None:
    told = warmed(2.7, "pledges put the world on track for 2.7 degrees by 2100, UNEP says", "2021-11-01", year=2100)
    assert "UNEP, unconditional ndc, 66 % chance of less" in check(told, today=date(2021, 11, 1)).basis


@given(st.sampled_from(sorted(annual().figures)), st.floats(0.5, 3.0))
def test_warming_far_off_the_year_is_never_supported(year: int, off: float) -> None:
    observed = annual().figures[year]
    told = warmed(round(observed + off, 1), f"the year {year} was warmer", year=year)
    assert token(told) != "supported"
