"""The skew normal distribution, against another implementation and against its own percentiles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from parley.climate.calibration.distributions import SkewNormal, match_quantiles

FORMS = [(1.95, 1.556, 8.8), (1.11, 0.124, -3.3), (1.8, 0.365, 0.0), (-1.0, 0.43, 0.5)]


@pytest.mark.parametrize(("location", "scale", "shape"), FORMS)
def test_densities_and_probabilities_are_those_of_scipy(location: float, scale: float, shape: float) -> None:
    ours, theirs = SkewNormal(location, scale, shape), stats.skewnorm(shape, location, scale)
    values = np.linspace(location - 5 * scale, location + 5 * scale, 101)
    np.testing.assert_allclose(ours.density(values), theirs.pdf(values), rtol=1e-10, atol=1e-14)
    np.testing.assert_allclose(ours.probability_below(values), theirs.cdf(values), atol=1e-5)


@pytest.mark.parametrize(("location", "scale", "shape"), FORMS)
@pytest.mark.parametrize("share", [1e-5, 0.05, 0.5, 0.95, 1 - 1e-5])
def test_quantiles_are_those_of_scipy(location: float, scale: float, shape: float, share: float) -> None:
    expected = stats.skewnorm(shape, location, scale).ppf(share)
    assert SkewNormal(location, scale, shape).quantile(share) == pytest.approx(expected, abs=1e-3 * scale)


@given(shape=st.floats(-20, 20), median=st.floats(-10, 10), width=st.floats(0.01, 100))
def test_a_distribution_is_found_again_by_its_percentiles(shape: float, median: float, width: float) -> None:
    unit = SkewNormal(0.0, 1.0, shape)
    low, middle, high = (median + width * unit.quantile(share) for share in (0.05, 0.5, 0.95))
    found = match_quantiles(low, middle, high)
    assert [found.quantile(share) for share in (0.05, 0.5, 0.95)] == pytest.approx(
        [low, middle, high], abs=1e-4 * width
    )


def test_equal_sides_make_a_normal_distribution() -> None:
    found = match_quantiles(1.2, 1.8, 2.4)
    assert found.shape == 0.0
    assert found.location == pytest.approx(1.8)
    assert found.scale == pytest.approx(0.6 / 1.6448536, rel=1e-6)


@pytest.mark.parametrize(("low", "middle", "high"), [(2.0, 2.0, 3.0), (3.0, 2.0, 1.0)])
def test_percentiles_that_do_not_increase_are_refused(low: float, middle: float, high: float) -> None:
    with pytest.raises(ValueError, match="do not increase"):
        match_quantiles(low, middle, high)


def test_a_lean_beyond_the_form_is_refused() -> None:
    with pytest.raises(ValueError, match="lean too far"):
        match_quantiles(0.0, 0.1, 3.0)
