"""The distributions that assessed ranges are written as: normal, and normal with a skew."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_REACH = 9.0
"""Scales on either side of the location beyond which there is nothing that counts."""
_PANELS = 3600
_MOST_SKEWED = 50.0


@dataclass(frozen=True)
class SkewNormal:
    """Skew normal distribution (Azzalini 1985); with shape 0 a normal one with this mean and standard deviation."""

    location: float
    scale: float
    shape: float = 0.0

    def density(self, values: Array) -> Array:
        """Probability density at each of ``values``."""
        score = (values - self.location) / self.scale
        bell = np.exp(-0.5 * score**2) / (math.sqrt(2.0 * math.pi) * self.scale)
        if self.shape == 0.0:
            return np.asarray(bell)
        tilt = [math.erfc(-self.shape * one / math.sqrt(2.0)) for one in score.ravel().tolist()]
        return np.asarray(bell * np.reshape(tilt, score.shape))

    @cached_property
    def _cumulative(self) -> tuple[Array, Array]:
        """A fine grid, and the probability below each of its points (Simpson's rule on each panel)."""
        grid = self.location + self.scale * np.linspace(-_REACH, _REACH, 2 * _PANELS + 1)
        density = self.density(grid)
        panels = (density[:-2:2] + 4.0 * density[1::2] + density[2::2]) * (grid[2] - grid[0]) / 6.0
        below = np.concatenate([[0.0], np.cumsum(panels)])
        return grid[::2], below / below[-1]

    def probability_below(self, values: Array) -> Array:
        """Cumulative probability at each of ``values``, to a hundred-thousandth."""
        grid, below = self._cumulative
        return np.interp(values, grid, below)

    def quantile(self, share: float) -> float:
        """The value that ``share`` of the distribution lies below, to a ten-thousandth of the scale."""
        grid, below = self._cumulative
        return float(np.interp(share, below, grid))

    @property
    def width(self) -> float:
        """From the 5th to the 95th percentile."""
        return self.quantile(0.95) - self.quantile(0.05)


def match_quantiles(p05: float, p50: float, p95: float) -> SkewNormal:
    """The distribution with these 5th, 50th and 95th percentiles.

    Raises ValueError when they do not increase, or lean to one side more than the distribution can.
    """
    if not p05 < p50 < p95:
        raise ValueError(f"{p05:g}, {p50:g} and {p95:g} do not increase")
    lean = (p95 - p50) / (p50 - p05)
    if math.isclose(lean, 1.0, rel_tol=1e-6):
        return _scaled(0.0, p50, p95 - p05)
    sign = 1.0 if lean > 1.0 else -1.0
    wanted = max(lean, 1.0 / lean)
    if wanted > _lean(_MOST_SKEWED):
        raise ValueError(f"{p05:g}, {p50:g} and {p95:g} lean too far to one side for a skew normal distribution")
    low, high = 0.0, _MOST_SKEWED
    while high - low > 1e-9 * high:
        middle = 0.5 * (low + high)
        low, high = (middle, high) if _lean(middle) < wanted else (low, middle)
    return _scaled(sign * 0.5 * (low + high), p50, p95 - p05)


def _lean(shape: float) -> float:
    """How much farther the 95th percentile is from the median than the 5th."""
    unit = SkewNormal(0.0, 1.0, shape)
    return (unit.quantile(0.95) - unit.quantile(0.5)) / (unit.quantile(0.5) - unit.quantile(0.05))


def _scaled(shape: float, median: float, width: float) -> SkewNormal:
    unit = SkewNormal(0.0, 1.0, shape)
    scale = width / unit.width
    return SkewNormal(median - scale * unit.quantile(0.5), scale, shape)
