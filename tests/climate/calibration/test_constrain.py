"""Weights: what they reach, what they never do, and what is said when they cannot be found."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.climate.calibration.constrain import BINS, bin_edges, fit_weights, weighted_quantiles
from parley.climate.calibration.distributions import SkewNormal
from parley.climate.calibration.targets import Target
from parley.errors import CalibrationError

SHARES = (0.05, 0.5, 0.95)


def _target(quantity: str, location: float, scale: float, shape: float = 0.0) -> Target:
    return Target(quantity, None, None, SkewNormal(location, scale, shape), False, "a test")


TARGETS = [_target("ECS", 2.0, 1.5, 8.0), _target("TCR", 1.8, 0.36)]


def _values(size: int, seed: int = 1) -> np.ndarray:
    """Two quantities that go together, wider than their targets."""
    stream = np.random.default_rng(seed)
    ecs = stream.uniform(1.0, 10.0, size)
    return np.stack([ecs, 0.9 + 0.3 * ecs + stream.normal(0.0, 0.5, size)])


@settings(deadline=None, max_examples=10)
@given(seed=st.integers(0, 10**6))
def test_weighted_members_have_the_percentiles_of_every_target(seed: int) -> None:
    values = _values(40_000, seed)
    weights = fit_weights(values, np.ones(values.shape[1]), TARGETS)
    for row, target in zip(values, TARGETS, strict=True):
        found = weighted_quantiles(row, weights.values, SHARES)
        assert found == pytest.approx(target.quantiles, abs=0.03 * target.distribution.width)


def test_members_beyond_a_target_have_no_weight_and_the_mean_is_one() -> None:
    values = _values(20_000)
    weights = fit_weights(values, np.ones(values.shape[1]), TARGETS).values
    assert (weights[values[0] > 9.5] == 0.0).all()
    assert (weights >= 0.0).all()
    assert weights.mean() == pytest.approx(1.0)


def test_members_of_the_same_bins_weigh_as_their_importance() -> None:
    values = np.repeat(_values(5_000), 2, axis=1)
    importance = np.tile([1.0, 3.0], 5_000)
    weights = fit_weights(values, importance, TARGETS).values
    there = weights[::2] > 0.0
    assert weights[1::2][there] == pytest.approx(3.0 * weights[::2][there])


def test_no_member_weighs_more_than_the_bound() -> None:
    values = _values(3_000)
    unbound = fit_weights(values, np.ones(3_000), TARGETS).values
    bound = fit_weights(values, np.ones(3_000), TARGETS, heaviest=1 / 300).values
    assert unbound.max() > unbound.sum() / 300
    assert bound.max() <= bound.sum() / 300 * (1 + 1e-9)
    assert bound.mean() == pytest.approx(1.0)


def test_the_effective_size_is_that_of_members_of_equal_weight() -> None:
    target = _target("ECS", 0.0, 1.0)
    edges = bin_edges(target)
    middles = 0.5 * (edges[1:] + edges[:-1])
    weights = fit_weights(middles[None, :], np.ones(BINS), [target])
    shares = np.diff(target.distribution.probability_below(edges))
    assert weights.values == pytest.approx(BINS * shares / shares.sum(), rel=1e-6)
    assert weights.effective_size == pytest.approx(shares.sum() ** 2 / (shares**2).sum(), rel=1e-6)
    assert weights.effective_size_of_fair == int(np.minimum(weights.values, 1.0).sum())


def test_bins_have_the_percentiles_that_matter_as_edges() -> None:
    for target in TARGETS:
        edges = bin_edges(target)
        assert (np.diff(edges) > 0.0).all()
        assert all(np.abs(edges - quantile).min() < 1e-9 for quantile in target.quantiles)


def test_weights_come_nearer_from_round_to_round() -> None:
    history = fit_weights(_values(40_000), np.ones(40_000), TARGETS).history
    assert history[-1] < 0.02 < history[0]


def test_targets_that_nobody_meets_are_named() -> None:
    values = _values(1_000)
    with pytest.raises(CalibrationError, match=r"none is in reach of all targets; TCR is met by 0 \(it is 7\."):
        fit_weights(values, np.ones(1_000), [TARGETS[0], _target("TCR", 8.0, 0.36)])


def test_quantiles_of_equal_weights_are_plain_ones() -> None:
    values = np.random.default_rng(2).normal(size=2_001)
    found = weighted_quantiles(values, np.ones(values.size), SHARES)
    assert found == pytest.approx(np.quantile(values, SHARES), abs=5e-3)


@given(weights=st.lists(st.floats(0.01, 10.0), min_size=2, max_size=30), factor=st.floats(0.1, 100.0))
def test_quantiles_lie_among_the_values_and_know_no_scale_of_weights(weights: list[float], factor: float) -> None:
    values = np.sin(np.arange(len(weights)) * 5.0)
    found = weighted_quantiles(values, np.array(weights), SHARES)
    assert (np.diff(found) >= 0.0).all()
    assert values.min() <= found[0] <= found[-1] <= values.max()
    assert weighted_quantiles(values, factor * np.array(weights), SHARES) == pytest.approx(found)


def test_a_member_without_weight_is_not_there() -> None:
    found = weighted_quantiles(np.array([0.0, 1.0, 2.0, 900.0]), np.array([1.0, 1.0, 1.0, 0.0]), [0.5, 1.0])
    assert found == pytest.approx([1.0, 2.0])
