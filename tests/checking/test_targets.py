"""Gaps between the target years of two Parties."""

from __future__ import annotations

from datetime import date

import pytest

from parley.checking.assertion import Assertion
from tests.checking.making import check, claim, token


def gap(
    party: str, against: str | tuple[str, ...], years: float | None, direction: str, said: str | None = "2022-01-19"
) -> Assertion:
    others = against if isinstance(against, tuple) else (against,)
    day = date.fromisoformat(said) if said else None
    written = "a decade" if years == 10 else None
    return claim(
        "target_gap", party, years, unit="year", against=others, direction=direction, said=day, written=written
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (gap("CHN", "EUU", 10, "later"), "supported"),
        (gap("EUU", "CHN", 10, "earlier"), "supported"),
        (gap("IND", "EUU", 20, "later"), "supported"),
        (gap("IND", "CHN", 10, "later"), "supported"),
        (gap("DEU", "EUU", 5, "earlier"), "supported"),
        (gap("TUR", "EUU", 3, "later"), "supported"),
        (gap("CHN", "EUU", 12, "later"), "close"),
        (gap("CHN", "EUU", 20, "later"), "contradicted"),
        (gap("CHN", "EUU", 10, "earlier"), "contradicted"),
        (gap("JPN", "EUU", 10, "later"), "contradicted"),
        (gap("IND", "CHN", None, "later"), "supported"),
        (gap("IND", "CHN", None, "earlier"), "contradicted"),
    ],
)
def test_the_gap_is_the_years_between_the_targets_of_record(told: Assertion, expected: str) -> None:
    assert token(told) == expected


def test_both_targets_are_told_with_their_days() -> None:
    verdict = check(gap("CHN", "EUU", 10, "later"))
    assert "10 years later" in verdict.reason
    assert "2020-09-22" in verdict.reason
    assert "2019-12-12" in verdict.reason


def test_a_gap_to_a_target_that_is_not_there_yet_is_contradicted() -> None:
    verdict = check(gap("IND", "EUU", 20, "later", said="2021-03-01"))
    assert verdict.token == "contradicted"
    assert "India had no net zero target" in verdict.reason


def test_a_gap_to_a_target_that_was_left_since_is_outdated() -> None:
    assert token(gap("CHN", "USA", 10, "later", said="2021-09-01")) == "outdated"


def test_a_gap_to_several_holds_for_each_of_them() -> None:
    assert token(gap("CHN", ("EUU", "JPN"), 10, "later")) == "supported"
    assert token(gap("CHN", ("EUU", "IND"), 10, "later")) == "contradicted"


def test_without_another_party_or_a_target_there_is_nothing_to_check() -> None:
    assert token(gap("CHN", (), 10, "later")) == "not_checkable"
    assert token(gap("IRN", "VEN", 10, "later")) == "not_checkable"
    assert token(gap("Narnia", "EUU", 10, "later")) == "not_checkable"
