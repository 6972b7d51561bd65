"""The elementary functions that kernels are made of are as good as those of a mathematical library."""

from __future__ import annotations

import math
from collections.abc import Callable

import numba
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from parley.climate.kernels.functions import bits_of, exp, expm1, float_of, log, sine_cosine_of_turn

Array = NDArray[np.float64]

compiling = settings(deadline=None)


@numba.njit  # type: ignore[untyped-decorator]
def bits_and_back(number: float) -> tuple[int, float]:
    return bits_of(number), float_of(bits_of(number))


def values_of(function: Callable[[float], float], places: Array) -> Array:
    return np.array([function(place) for place in places.tolist()])


def largest_error(function: Callable[[float], float], right: Callable[[Array], Array], places: Array) -> float:
    """In units in the last place."""
    expected = right(places)
    return float((np.abs(values_of(function, places) - expected) / np.spacing(np.abs(expected))).max())


def spread(low: float, high: float, count: int = 100_000) -> Array:
    return np.random.default_rng(4).uniform(low, high, count)


def both_signs(exponents: Array) -> Array:
    size = 10.0**exponents
    return np.concatenate([size, -size])


def test_exp_is_within_a_unit_in_the_last_place() -> None:
    assert largest_error(exp, np.exp, spread(-708.0, 709.0)) <= 1.0
    assert largest_error(exp, np.exp, both_signs(spread(-20.0, 0.0))) <= 1.0


def test_expm1_is_within_two_units_in_the_last_place_however_small_its_argument() -> None:
    assert largest_error(expm1, np.expm1, spread(-40.0, 40.0)) <= 2.0
    assert largest_error(expm1, np.expm1, both_signs(spread(-300.0, 0.0))) <= 2.0


def test_log_is_within_a_unit_in_the_last_place() -> None:
    assert largest_error(log, np.log, 10.0 ** spread(-307.0, 308.0)) <= 1.0
    assert largest_error(log, np.log, spread(0.5, 2.0)) <= 1.0
    assert largest_error(log, np.log, 1.0 + both_signs(spread(-15.5, -1.0))) <= 1.0


def test_sine_and_cosine_of_a_turn_are_within_4e_16() -> None:
    turns = np.concatenate([spread(0.0, 1.0), np.arange(65) / 64.0])
    found = np.array([sine_cosine_of_turn(turn) for turn in turns.tolist()])
    # Whole quarters are taken off exactly, so that no digits are lost to the size of the angle.
    quarters = np.round(4.0 * turns)
    angle = 0.5 * np.pi * (4.0 * turns - quarters)
    around = np.array([np.sin(angle), np.cos(angle), -np.sin(angle), -np.cos(angle)])
    place = np.arange(turns.size)
    assert np.abs(found[:, 0] - around[quarters.astype(int) % 4, place]).max() < 4e-16
    assert np.abs(found[:, 1] - around[(quarters.astype(int) + 1) % 4, place]).max() < 4e-16


@pytest.mark.parametrize(
    ("turn", "sine", "cosine"),
    [(0.0, 0.0, 1.0), (0.25, 1.0, 0.0), (0.5, 0.0, -1.0), (0.75, -1.0, 0.0), (1.0, 0.0, 1.0)],
)
def test_quarter_turns_are_exact(turn: float, sine: float, cosine: float) -> None:
    assert sine_cosine_of_turn(turn) == (sine, cosine)


def test_what_is_exact_is_exact() -> None:
    assert exp(0.0) == 1.0
    assert expm1(0.0) == 0.0
    assert log(1.0) == 0.0


def test_exp_of_what_is_too_large_or_small_is_that_of_the_limit() -> None:
    assert exp(1e6) == exp(math.inf) == exp(709.0)
    assert exp(-1e6) == exp(-math.inf) == exp(-708.0)
    assert expm1(-math.inf) == expm1(-1e6) == -1.0


@pytest.mark.parametrize("place", [0.0, -0.0, -1e-300, -1.0, -math.inf, math.nan])
def test_the_logarithm_of_what_is_not_positive_is_not_a_number(place: float) -> None:
    assert math.isnan(log(place))


@pytest.mark.parametrize("function", [exp, expm1])
def test_what_is_not_a_number_stays_so(function: Callable[[float], float]) -> None:
    assert math.isnan(function(math.nan))


@compiling
@given(st.floats(allow_nan=False))
def test_a_number_is_its_bits(number: float) -> None:
    bits, again = bits_and_back(number)
    assert bits == np.float64(number).view(np.int64)
    assert (again, math.copysign(1.0, again)) == (number, math.copysign(1.0, number))


@compiling
@given(st.floats(-700.0, 700.0))
def test_log_undoes_exp(place: float) -> None:
    assert log(exp(place)) == pytest.approx(place, rel=1e-15, abs=1e-15)
