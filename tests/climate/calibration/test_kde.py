"""Kernel densities draw what SciPy's do, from a stream of our own."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import gaussian_kde

from parley.climate.calibration.kde import KernelDensity
from parley.climate.calibration.streams import Process, open_stream

POINTS = np.array([[1.0, 2.0, 4.0, 9.0, 3.0], [0.5, -1.0, 2.0, 1.0, 0.0], [7.0, 7.5, 6.0, 9.0, 8.8]])


@pytest.mark.parametrize("bandwidth", [None, 0.1])
def test_kernels_are_those_of_scipy(bandwidth: float | None) -> None:
    density = KernelDensity.around(POINTS, bandwidth)
    covariance = gaussian_kde(POINTS, bw_method=bandwidth).covariance
    assert density.root @ density.root.T == pytest.approx(covariance, rel=1e-12)


def test_draws_have_the_mean_and_covariance_of_the_density() -> None:
    density = KernelDensity.around(POINTS)
    drawn = density.draw(400_000, open_stream(5, Process.CARBON, 0))
    expected = np.cov(POINTS, ddof=0) + density.root @ density.root.T
    spread = np.sqrt(np.diag(expected))
    assert drawn.mean(axis=1) == pytest.approx(POINTS.mean(axis=1), abs=4.0 * spread.max() / np.sqrt(400_000))
    assert np.abs(np.cov(drawn) - expected).max() < 0.02 * spread.max() ** 2


def test_every_kernel_is_drawn_from_evenly() -> None:
    density = KernelDensity.around(POINTS, 1e-6)
    drawn = density.draw(50_000, open_stream(5, Process.CARBON, 1))
    nearest = np.abs(drawn[0][:, None] - POINTS[0]).argmin(axis=1)
    assert np.bincount(nearest) / 50_000 == pytest.approx(np.full(5, 0.2), abs=0.01)


def test_streams_differ_by_seed_process_and_batch_and_come_back() -> None:
    keys = [(1, Process.CARBON, 0), (2, Process.CARBON, 0), (1, Process.OZONE, 0), (1, Process.CARBON, 1)]
    numbers = [float(open_stream(*key).random()) for key in keys]
    assert len(set(numbers)) == len(keys)
    assert numbers == [float(open_stream(*key).random()) for key in keys]
