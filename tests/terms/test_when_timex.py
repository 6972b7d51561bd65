"""TIMEX3 values of whole expressions."""

from __future__ import annotations

from datetime import date

import pytest

from parley.terms.when import parse_expression, timex_value

TUESDAY = date(1994, 11, 8)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nov. 3", "1994-11-03"),
        ("Dec. 12", "1994-12-12"),
        ("Monday", "1994-11-07"),
        ("Tuesday", "1994-11-08"),
        ("last April", "1994-04"),
        ("early next year", "1995"),
        ("the late 1970s", "197"),
        ("the 19th century", "18"),
        ("last week", "1994-W44"),
        ("next week", "1994-W46"),
        ("last summer", "1994-SU"),
        ("the winter of 1990", "1990-WI"),
        ("the third quarter", "1994-Q3"),
        ("the latest quarter", "1994-Q3"),
        ("first half of 1995", "1995-H1"),
        ("five years ago", "1989"),
        ("a month ago", "1994-10"),
        ("ten days ago", "1994-10-29"),
        ("the past two weeks", "P2W"),
        ("the next decade", "P10Y"),
        ("2 1/2 years", "P2Y6M"),
        ("three-day", "P3D"),
        ("half an hour", "PT30M"),
        ("a mere 24 hours", "PT24H"),
        ("several months", "PXM"),
        ("three quarters", "P9M"),
        ("Friday evening", "1994-11-04TEV"),
        ("noon Monday", "1994-11-07T12:00"),
        ("3 p.m. yesterday", "1994-11-07T15"),
        ("last night", "1994-11-07TNI"),
        ("every Monday", "XXXX-WXX-1"),
        ("every year", "P1Y"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("the near future", "FUTURE_REF"),
        ("the year two thousand", "2000"),
    ],
)
def test_values_follow_timex3(text: str, value: str) -> None:
    expression = parse_expression(text)
    assert expression is not None
    assert timex_value(expression, TUESDAY) == value


def test_without_anchor_only_absolute_values_are_told() -> None:
    def value(text: str) -> str | None:
        expression = parse_expression(text)
        assert expression is not None
        return timex_value(expression)

    assert value("May 2010") == "2010-05"
    assert value("last week") is None
    assert value("the quarter") is None
