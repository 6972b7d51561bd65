"""How finely a number is told by the way it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.checking.written import is_part, margins


@pytest.mark.parametrize(
    ("written", "value", "margin"),
    [
        ("27", 27.0, 0.5),
        ("70", 70.0, 0.5),
        ("6.6", 6.6, 0.05),
        ("27.0", 27.0, 0.05),
        ("1,043", 1043.0, 0.5),
        ("12.1", 12.1e9, 0.05e9),
        ("3.5 trillion", 3.5e12, 0.05e12),
        ("10bn", 10e9, 0.5e9),
        ("six billion", 6e9, 0.5e9),
        ("twenty-seven", 27.0, 0.5),
        ("twelve", 12.0, 0.5),
        ("a dozen", 12.0, 0.5),
        ("a billion", 1e9, 0.5e9),
    ],
)
def test_a_number_is_good_to_half_a_unit_of_its_last_digit_zeros_included(
    written: str, value: float, margin: float
) -> None:
    assert margins(written, value, value) == pytest.approx((margin, margin))


@pytest.mark.parametrize("written", ["half", "one half", "1/2", "½", "one in two"])
def test_half_is_good_to_a_tenth_of_itself(written: str) -> None:
    assert margins(written, 50.0, 50.0) == pytest.approx((5.0, 5.0))


@pytest.mark.parametrize(
    ("written", "value"),
    [("a third", 100 / 3), ("two-thirds", 200 / 3), ("three quarters", 75.0), ("one in five", 20.0), ("a tenth", 10.0)],
)
def test_other_fractions_in_words_are_good_to_five_per_cent(written: str, value: float) -> None:
    assert margins(written, value, value) == pytest.approx((0.05 * value, 0.05 * value))


def test_a_fraction_of_a_scale_word_is_one_of_that() -> None:
    assert margins("half a million", 5e5, 5e5) == pytest.approx((5e4, 5e4))


@pytest.mark.parametrize(
    ("written", "value", "margin"),
    [
        ("twice", 2.0, 0.24),
        ("tripled", 3.0, 0.36),
        ("four times", 4.0, 0.48),
        ("ten times", 10.0, 0.5),
        ("2.3", 2.3, 0.05),
    ],
)
def test_a_multiple_is_good_to_half_of_one_but_at_most_twelve_per_cent(
    written: str, value: float, margin: float
) -> None:
    assert margins(written, value, value, "times") == pytest.approx((margin, margin))


def test_halved_is_a_fraction_and_not_a_multiple() -> None:
    assert margins("halved", 0.5, 0.5, "times") == pytest.approx((0.05, 0.05))
    assert is_part("halved")
    assert not is_part("half as many times")


def test_a_range_is_as_fine_as_each_of_its_ends() -> None:
    assert margins("27-28.5", 27.0, 28.5) == pytest.approx((0.5, 0.05))
    assert margins("24 and 29", 24.0, 29.0) == pytest.approx((0.5, 0.5))


def test_hundreds_are_anything_up_to_a_thousand() -> None:
    assert margins("hundreds", 100.0, 100.0) == (0.0, 900.0)


def test_without_the_writing_trailing_zeros_of_large_values_do_not_count() -> None:
    assert margins(None, 1.07e10, 1.07e10) == pytest.approx((5e7, 5e7))
    assert margins(None, 70.0, 70.0) == (0.5, 0.5)


@given(st.integers(1, 999), st.integers(0, 3))
def test_more_decimals_make_a_number_finer_and_never_coarser(number: int, decimals: int) -> None:
    coarse = margins(f"{number:.{decimals}f}", number, number)
    fine = margins(f"{number:.{decimals + 1}f}", number, number)
    assert fine[0] == pytest.approx(coarse[0] / 10)


@given(st.integers(1, 99), st.sampled_from([1e3, 1e6, 1e9]))
def test_the_scale_of_a_number_scales_its_margin(number: int, scale: float) -> None:
    assert margins(str(number), number * scale, number * scale)[0] == pytest.approx(
        scale * margins(str(number), number, number)[0]
    )


@given(st.text(max_size=30), st.floats(-1e12, 1e12))
def test_any_writing_gives_a_margin_that_is_not_negative(written: str, value: float) -> None:
    below, above = margins(written, value, value)
    assert below >= 0
    assert above >= 0
