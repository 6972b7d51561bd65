"""For which years a claim is judged, and which figures were out on the day it was said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.checking.times import LOOK_BACK, PACKAGED_DAY, Topic, latest_year, newest_day, out_on, times_of
from parley.inventory import use_newer
from parley.inventory.tables import read_text
from tests.checking.test_version import make_newer

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "topic", "year"),
    [
        (date(2021, 9, 1), "emissions", 2019),
        (date(2021, 11, 1), "emissions", 2020),
        (date(2021, 6, 30), "energy", 2019),
        (date(2021, 7, 1), "energy", 2020),
        (date(2022, 3, 1), "economy", 2020),
        (date(2022, 5, 1), "economy", 2021),
        (date(2023, 7, 31), "coal", 2022),
        (date(2023, 8, 1), "coal", 2023),
    ],
)
def test_the_last_year_whose_figures_are_out(day: date, topic: Topic, year: int) -> None:
    assert latest_year(day, topic) == year


def test_a_claim_with_a_year_is_judged_for_it_and_tried_three_years_around() -> None:
    times = times_of(2019, date(2021, 9, 1), None, "emissions", 1970, 2023)
    assert times.then == (2019,)
    assert sorted(times.near) == [2016, 2017, 2018, 2020, 2021, 2022]
    assert times.earlier == ()
    assert not times.timeless


def test_a_claim_without_a_year_speaks_for_the_last_figures_out_and_for_the_last_full_year() -> None:
    times = times_of(None, date(2021, 9, 1), None, "emissions", 1970, 2023)
    assert times.then == (2019, 2020)
    assert times.now == 2023
    assert times.earlier[0] == 2018
    assert times.earlier[-1] == 2019 - LOOK_BACK
    assert times.timeless


def test_without_a_day_it_speaks_for_the_newest_figures() -> None:
    times = times_of(None, None, None, "emissions", 1970, 2023)
    assert (times.then, times.now) == ((2023,), 2023)


def test_the_newest_figures_are_those_out_on_the_day_of_the_check() -> None:
    assert times_of(2010, None, date(2021, 9, 1), "emissions", 1970, 2023).now == 2019


def test_what_is_said_after_the_tables_end_is_judged_by_their_last_year() -> None:
    assert times_of(None, date(2026, 5, 1), date(2026, 5, 1), "emissions", 1970, 2023).then == (2023,)


def test_what_was_said_before_there_are_figures_has_none() -> None:
    assert times_of(None, date(2012, 1, 1), None, "economy", 2015, 2024).then == (2010, 2011)


@given(st.none() | DAYS, st.none() | DAYS, st.integers(1850, 2000), st.integers(2001, 2023))
def test_years_for_a_claim_without_one_lie_within_the_figures(
    said: date | None, today: date | None, first: int, last: int
) -> None:
    times = times_of(None, said, today, "emissions", first, last)
    assert times.then
    assert all(first <= year <= last for year in (times.now, *times.earlier))
    assert all(year <= last for year in times.then)
    assert max(times.earlier, default=min(times.then) - 1) < min(times.then)
    assert times.now >= max(times.then)


def test_newer_figures_move_the_day_up_to_which_the_tables_go(tmp_path: Path) -> None:
    header, *lines = read_text("gdp_market.csv").splitlines()
    longer = "\n".join([f"{header},2031", *(f"{line},1.0" for line in lines)])
    try:
        assert newest_day() == PACKAGED_DAY
        use_newer(make_newer(tmp_path, longer))
        assert newest_day() == out_on(2031, "economy")
        assert latest_year(newest_day(), "economy") == 2031
    finally:
        use_newer(None)
    assert newest_day() == PACKAGED_DAY
