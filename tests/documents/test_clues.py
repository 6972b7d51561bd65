from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.documents.clues import (
    EARLIEST,
    FIRM,
    HABIT,
    LATEST,
    LIKELY,
    Clue,
    Yearly,
    agreement,
    deciding,
    since,
    until,
    within,
)

DAYS = st.dates(date(2000, 1, 1), date(2025, 12, 31))


@st.composite
def clues(draw: st.DrawFn) -> Clue:
    first = draw(DAYS)
    last = first + timedelta(draw(st.integers(0, 900)))
    weight = draw(st.sampled_from([HABIT, LIKELY, FIRM]))
    ground = draw(st.sampled_from("abc"))
    return draw(
        st.sampled_from(
            [since(first, weight, ground), until(last, weight, ground), within(first, last, weight, ground)]
        )
    )


def test_clues_that_agree_leave_the_days_they_share() -> None:
    found = agreement([since(date(2021, 3, 1), FIRM, "a"), until(date(2021, 5, 1), FIRM, "b")])
    assert (found.start, found.end) == (date(2021, 3, 1), date(2021, 5, 1))
    assert found.has_both_ends


def test_of_clues_that_contradict_each_other_the_weightier_holds() -> None:
    year = within(date(2021, 1, 1), date(2021, 12, 31), FIRM, "the year")
    later = since(date(2022, 6, 1), HABIT, "later")
    found = agreement([later, year])
    assert (found.start, found.end, found.clues) == (date(2021, 1, 1), date(2021, 12, 31), (year,))


def test_several_likely_clues_outweigh_one_firm_clue() -> None:
    old = until(date(2015, 6, 1), FIRM, "an old plan")
    news = [within(date(2021, 1, 1), date(2021, 12, 31), LIKELY, name) for name in "abc"]
    assert agreement([old, *news]).start == date(2021, 1, 1)


def test_without_clues_every_day_is_left() -> None:
    found = agreement([])
    assert (found.start, found.end, found.clues) == (EARLIEST, LATEST, ())
    assert not found.has_both_ends


def test_a_clue_of_every_year_lies_in_the_years_asked_for() -> None:
    may = Yearly(lambda year: (date(year, 5, 1), date(year, 5, 31)), LIKELY, "May")
    year = within(date(2021, 1, 1), date(2021, 12, 31), FIRM, "2021")
    found = agreement([year, may.over(range(2020, 2024))])
    assert (found.start, found.end) == (date(2021, 5, 1), date(2021, 5, 31))


def test_what_was_not_needed_is_no_ground() -> None:
    wide = within(date(2015, 1, 1), date(2024, 12, 31), LIKELY, "wide")
    narrow = within(date(2021, 1, 1), date(2021, 12, 31), LIKELY, "narrow")
    assert deciding(agreement([wide, narrow])) == (narrow,)


@pytest.mark.parametrize("days", [3, 10])
def test_a_range_that_a_habit_made_narrow_is_widened(days: int) -> None:
    year = within(date(2021, 1, 1), date(2021, 12, 31), FIRM, "the year")
    habit = within(date(2021, 6, 1), date(2021, 6, 1) + timedelta(days), HABIT, "a habit")
    found = agreement([year, habit])
    assert (found.start, found.end) == (date(2021, 1, 1), date(2021, 12, 31))


@given(st.lists(clues(), max_size=8))
def test_the_order_of_clues_does_not_matter(told: list[Clue]) -> None:
    found, turned = agreement(told), agreement(reversed(told))
    assert (found.start, found.end) == (turned.start, turned.end)
    assert set(found.clues) == set(turned.clues)


@given(st.lists(clues(), min_size=1, max_size=8))
def test_the_deciding_clues_alone_give_no_more_than_hold(told: list[Clue]) -> None:
    found = agreement(told)
    assert set(deciding(found)) <= set(found.clues)
    assert EARLIEST <= found.start <= found.end <= LATEST
