"""The interval type."""

from __future__ import annotations

from datetime import date

import pytest

from parley.terms.when import Interval


def test_an_interval_has_an_end_and_keeps_its_order() -> None:
    with pytest.raises(ValueError, match="needs a start or an end"):
        Interval(None, None)
    with pytest.raises(ValueError, match="cannot end"):
        Interval(date(2021, 2, 1), date(2021, 1, 31))


def test_open_ends_are_printed_and_read() -> None:
    interval = Interval(date(2021, 2, 1), None)
    assert interval.iso == "2021-02-01/.."
    assert Interval.parse(interval.iso) == interval
    assert interval.days is None
    assert interval.anchor == date(2021, 2, 1)


def test_years_and_months_are_whole() -> None:
    assert Interval.parse("2024-02").iso == "2024-02-01/2024-02-29"
    assert Interval.parse("2021").precision == "year"
    assert Interval.months(2021, 12, 3, "season").iso == "2021-12-01/2022-02-28"
    assert Interval.week_with(date(2022, 5, 11)).iso == "2022-05-09/2022-05-15"
    with pytest.raises(ValueError, match="not an ISO 8601"):
        Interval.parse("spring")


def test_overlap_and_containment() -> None:
    may, year = Interval.month(2021, 5), Interval.year(2021)
    assert year.contains(may)
    assert not may.contains(year)
    assert may.overlaps(year)
    assert not may.overlaps(Interval.month(2021, 7))
    assert may.overlaps(Interval.month(2021, 6), slack_days=1)
    assert Interval(None, date(2030, 1, 1)).contains(year)
