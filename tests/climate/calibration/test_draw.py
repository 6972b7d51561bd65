"""The draw: different members, as likely as they weigh, the same for the same seed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.climate.calibration.draw import draw_members
from parley.errors import CalibrationError


def _weights(size: int, seed: int) -> np.ndarray:
    weights = np.random.default_rng(seed).uniform(0.5, 1.5, size)
    weights[::7] = 0.0
    return weights


@given(seed=st.integers(0, 10**6), size=st.integers(1, 60))
def test_members_are_different_and_have_weight(seed: int, size: int) -> None:
    weights = _weights(300, seed)
    drawn = draw_members(weights, size, seed, np.arange(300.0))
    assert len(set(drawn.tolist())) == size
    assert (weights[drawn] > 0.0).all()
    assert (np.diff(drawn) > 0).all()


def test_members_are_drawn_as_often_as_they_weigh() -> None:
    weights, order = _weights(60, 3), np.random.default_rng(4).normal(size=60)
    often = np.zeros(60)
    for seed in range(4_000):
        often[draw_members(weights, 12, seed, order)] += 1.0
    assert often / 4_000 == pytest.approx(12 * weights / weights.sum(), abs=0.04)


def test_the_drawn_have_the_distribution_of_what_they_are_ordered_by() -> None:
    weights, order = _weights(5_000, 5), np.random.default_rng(6).normal(size=5_000)
    ordered = np.argsort(order)
    below = np.cumsum(weights[ordered]) / weights.sum()
    drawn = np.sort(order[draw_members(weights, 200, 1, order)])
    reached = np.interp(drawn, order[ordered], below)
    assert reached == pytest.approx((np.arange(200) + 0.5) / 200, abs=0.006)


def test_the_same_seed_draws_the_same_and_another_others() -> None:
    weights = _weights(300, 1)
    one, again, other = (draw_members(weights, 40, seed, np.arange(300.0)) for seed in (8, 8, 9))
    assert (one == again).all()
    assert (one != other).any()


def test_all_members_can_be_drawn() -> None:
    assert draw_members(np.ones(30), 30, 2, np.arange(30.0)).tolist() == list(range(30))


def test_more_than_have_weight_cannot_be_drawn() -> None:
    with pytest.raises(CalibrationError, match=r"6 members meet all targets, but 8 are to be drawn; draw more priors"):
        draw_members(_weights(7, 1), 8, 1, np.arange(7.0))


def test_a_member_that_outweighs_a_drawn_one_is_refused() -> None:
    weights = np.ones(20)
    weights[4] = 100.0
    with pytest.raises(CalibrationError, match="bound the weights by 1/10"):
        draw_members(weights, 10, 1, np.arange(20.0))
