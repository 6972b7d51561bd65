"""The boundaries between verdicts."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from parley.checking.compare import (
    bounds_of,
    figure_bounds,
    judge_range,
    judge_year,
    order_bounds,
    rank_bounds,
    turned,
)
from parley.records.claim import Comparator
from parley.records.verdict import Token
from tests.checking.making import claim

FIGURES = st.floats(0.01, 1e6, allow_nan=False)
COMPARATORS: st.SearchStrategy[Comparator] = st.sampled_from(["=", "~", "<", ">"])
MORE_OR_LESS: tuple[Comparator, Comparator] = (">", "<")
ORDER: tuple[Token, ...] = ("contradicted", "close", "supported")


@pytest.mark.parametrize(
    ("comparator", "written", "record", "expected"),
    [
        ("=", "27", 27.4, "supported"),
        ("=", "27", 26.5, "supported"),
        ("=", "27", 27.6, "close"),
        ("=", "27", 30.5, "close"),
        ("=", "27", 31.0, "contradicted"),
        ("=", "27.0", 27.4, "close"),
        ("~", "27", 28.3, "supported"),
        ("~", "27", 29.0, "close"),
        (">", "27", 27.0, "close"),
        (">", "27", 27.1, "supported"),
        (">", "27", 33.7, "supported"),
        (">", "27", 40.0, "close"),
        (">", "27", 24.5, "close"),
        (">", "27", 23.0, "contradicted"),
        ("<", "27", 26.9, "supported"),
        ("<", "27", 14.0, "supported"),
        ("<", "27", 12.0, "close"),
        ("<", "27", 27.1, "close"),
        ("<", "27", 31.0, "contradicted"),
    ],
)
def test_what_twenty_seven_per_cent_may_stand_for(
    comparator: Comparator, written: str, record: float, expected: Token
) -> None:
    assert figure_bounds(27.0, 27.0, comparator, written, "%").judge(record) == expected


def test_seventy_is_not_seventy_three_point_nine() -> None:
    assert figure_bounds(70.0, 70.0, "=", "70", "%").judge(73.9) == "close"


def test_less_than_one_per_cent_may_be_next_to_nothing() -> None:
    assert figure_bounds(1.0, 1.0, "<", "1", "%").judge(0.02) == "supported"


@pytest.mark.parametrize(("words", "expected"), [("over 40", "close"), ("at least 40", "supported")])
def test_at_least_takes_in_its_own_end_and_over_does_not(words: str, expected: Token) -> None:
    assertion = claim("emissions_share", "CHN", 40.0, unit="%", comparator=">", words=words)
    assert bounds_of(assertion).judge(39.8) == expected


@pytest.mark.parametrize(
    ("written", "record", "expected"),
    [("half", 54.5, "supported"), ("half", 56.0, "close"), ("half", 58.0, "contradicted"), ("half", 45.1, "supported")],
)
def test_half_is_from_forty_five_to_fifty_five(written: str, record: float, expected: Token) -> None:
    assert figure_bounds(50.0, 50.0, "=", written, "%").judge(record) == expected


def test_about_a_fraction_in_words_gives_twice_the_margin() -> None:
    assert figure_bounds(100 / 3, 100 / 3, "~", "a third", "%").judge(30.5) == "supported"
    assert figure_bounds(100 / 3, 100 / 3, "=", "a third", "%").judge(30.5) == "close"


@pytest.mark.parametrize(
    ("value", "expected"), [(2.2, "supported"), (2.4, "close"), (1.6, "close"), (2.6, "contradicted")]
)
def test_twice_is_judged_by_half_of_one_and_twelve_per_cent(value: float, expected: Token) -> None:
    assert figure_bounds(2.0, 2.0, "=", "twice", "times").judge(value) == expected


def test_a_number_inside_a_range_is_supported() -> None:
    bounds = figure_bounds(24.0, 29.0, "=", "24 to 29", "%")
    assert [bounds.judge(value) for value in (23.4, 23.5, 26.0, 29.5, 32.0, 34.0)] == [
        "close",
        "supported",
        "supported",
        "supported",
        "close",
        "contradicted",
    ]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(50, 52, "supported"), (50, 50, "close"), (52, 52, "close"), (51, 51, "close"), (55, 55, "close")],
)
def test_one_end_of_a_range_of_record_given_for_the_whole_is_close(low: float, high: float, expected: Token) -> None:
    assert judge_range(low, high, 50.0, 52.0) == expected


def test_a_figure_far_from_a_range_of_record_is_contradicted() -> None:
    assert judge_range(40.0, 40.0, 50.0, 52.0) == "contradicted"


def test_falls_are_rises_mirrored() -> None:
    fallen = figure_bounds(-40.0, -40.0, ">", "40", "%")
    assert [fallen.judge(value) for value in (-41.0, -39.0, -20.0, 41.0)] == [
        "supported",
        "close",
        "contradicted",
        "contradicted",
    ]


def test_bounds_move_into_other_units() -> None:
    more = figure_bounds(40.0, 40.0, "=", "40", "%").moved(0.01, 1.0)
    assert more.judge(1.404) == "supported"
    assert more.judge(0.4) == "contradicted"


@pytest.mark.parametrize("value", [inf, -inf, float("nan")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="no figure"):
        figure_bounds(value, value)


def test_an_assertion_without_a_figure_is_refused() -> None:
    with pytest.raises(ValueError, match="no figure"):
        bounds_of(claim("emissions", "CHN", words="China emits"))


@given(FIGURES, COMPARATORS)
def test_what_is_written_without_rounding_is_never_contradicted_by_itself(
    figure: float, comparator: Comparator
) -> None:
    assert figure_bounds(figure, figure, comparator, f"{figure:.6f}").judge(figure) != "contradicted"


@given(FIGURES)
def test_a_figure_supports_itself(figure: float) -> None:
    assert figure_bounds(figure, figure, "=", f"{figure:.6f}").judge(figure) == "supported"
    assert figure_bounds(figure, figure, "~", f"{figure:.6f}").judge(figure) == "supported"


@given(FIGURES, FIGURES)
def test_about_never_says_worse_of_a_figure_than_saying_it_outright(figure: float, record: float) -> None:
    outright, about = (figure_bounds(figure, figure, sign, f"{figure:.2f}").judge(record) for sign in ("=", "~"))
    assert ORDER.index(about) >= ORDER.index(outright)


@given(FIGURES, st.floats(0, 1), st.floats(0, 1), st.sampled_from([-1, 1]), st.sampled_from(["=", "~"]))
def test_a_record_further_off_never_speaks_better_of_a_figure(
    figure: float, near: float, far: float, side: int, comparator: Comparator
) -> None:
    near, far = sorted((near, far))
    bounds = figure_bounds(figure, figure, comparator, f"{figure:.2f}")
    tokens = [bounds.judge(figure * (1 + side * off)) for off in (near, far)]
    assert ORDER.index(tokens[0]) >= ORDER.index(tokens[1])


@given(FIGURES, FIGURES)
def test_more_than_twelve_per_cent_off_is_contradicted(figure: float, record: float) -> None:
    assume(abs(figure - record) > 0.12 * record + 0.006)
    assert figure_bounds(figure, figure, "=", f"{figure:.2f}").judge(record) == "contradicted"


@given(FIGURES, FIGURES, COMPARATORS)
def test_a_fall_is_judged_like_the_rise_of_the_same_size(figure: float, record: float, comparator: Comparator) -> None:
    rise = figure_bounds(figure, figure, comparator, f"{figure:.2f}").judge(record)
    fall = figure_bounds(-figure, -figure, comparator, f"{figure:.2f}").judge(-record)
    assert rise == fall


@given(FIGURES, FIGURES)
def test_of_two_different_figures_one_is_more_and_the_other_order_is_wrong(one: float, other: float) -> None:
    assume(one != other)
    tokens = {order_bounds(comparator, other).judge(one) for comparator in MORE_OR_LESS}
    assert tokens == {"supported", "contradicted"}


@pytest.mark.parametrize(("times", "expected"), [(1.04, "supported"), (0.9, "close"), (1.2, "contradicted")])
def test_as_much_as_allows_five_per_cent(times: float, expected: Token) -> None:
    assert order_bounds("=").judge(times) == expected


@given(st.floats(0.01, 100.0))
def test_as_much_as_is_the_same_both_ways(times: float) -> None:
    assert order_bounds("=").judge(times) == order_bounds("=").judge(1 / times)


@pytest.mark.parametrize(
    ("claimed", "rank", "comparator", "expected"),
    [(2, 2, "=", "supported"), (2, 3, "=", "contradicted"), (5, 3, "<", "supported"), (5, 6, "<", "contradicted")],
)
def test_a_place_in_an_order_is_right_or_wrong(
    claimed: float, rank: float, comparator: Comparator, expected: Token
) -> None:
    assert rank_bounds(claimed, comparator).judge(rank) == expected


@given(st.integers(1990, 2060), st.integers(-10, 10))
def test_a_year_is_close_when_it_is_off_by_at_most_three(year: int, off: int) -> None:
    expected = "supported" if off == 0 else "close" if abs(off) <= 3 else "contradicted"
    assert judge_year(year + off, year) == expected


@given(st.sampled_from(["supported", "contradicted", "close", "outdated", "not_checkable"]))
def test_denying_twice_is_not_denying(token: Token) -> None:
    assert turned(turned(token)) == token
