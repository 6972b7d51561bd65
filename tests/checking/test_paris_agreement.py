"""Leaving the Paris Agreement and coming back, against the days of record."""

from __future__ import annotations

from datetime import date

import pytest

from parley.checking.assertion import Assertion
from tests.checking.making import check, claim, token


def act(
    party: str | None, words: str, year: int | None = None, said: str = "2021-06-01", **fields: object
) -> Assertion:
    told = {"written": words, "words": words, "year": year, "said": date.fromisoformat(said), **fields}
    return claim("paris_agreement", party, **told)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (act("USA", "left the Paris Agreement in November 2020", 2020), "supported"),
        (act("USA", "left the Paris Agreement in July 2020", 2020), "close"),
        (act("USA", "left the Paris Agreement in 2018", 2018), "close"),
        (act("USA", "left the Paris Agreement in 2011", 2011), "contradicted"),
        (act("USA", "announced that it would leave the Paris Agreement in June 2017", 2017), "supported"),
        (act("USA", "rejoined the Paris Agreement in February 2021", 2021), "supported"),
        (act("USA", "rejoined the Paris Agreement", said="2020-12-01"), "contradicted"),
        (act("USA", "left the Paris Agreement", said="2018-03-01"), "close"),
        (act("USA", "left the Paris Agreement", said="2016-03-01"), "contradicted"),
        (act("JPN", "left the Paris Agreement in 2020", 2020), "contradicted"),
        (act("JPN", "never left the Paris Agreement", denied=True), "supported"),
        (act(None, "left the Paris Agreement"), "not_checkable"),
    ],
)
def test_an_act_is_right_by_its_day_and_what_was_only_announced_is_close(told: Assertion, expected: str) -> None:
    assert token(told) == expected


def test_both_days_are_told() -> None:
    reason = check(act("USA", "left the Paris Agreement in November 2020", 2020)).reason
    assert "2020-11-04" in reason
    assert "2017-06-01" in reason
