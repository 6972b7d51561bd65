"""Gaussian kernel density: a normal distribution of one shape around each of a few points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class KernelDensity:
    """A density to draw from; equal in law to ``scipy.stats.gaussian_kde`` of the same points and bandwidth."""

    points: Array
    """(dimension, point)"""
    root: Array
    """(dimension, dimension) lower triangular; root @ root.T is the covariance of each kernel."""

    @classmethod
    def around(cls, points: Array, bandwidth: float | None = None) -> KernelDensity:
        """Kernels with the covariance of ``points`` (dimension, point) times ``bandwidth`` squared.

        Without a bandwidth it is Scott's (1992), the number of points to the power -1 / (dimension + 4).
        """
        dimension, count = points.shape
        factor = count ** (-1.0 / (dimension + 4.0)) if bandwidth is None else bandwidth
        covariance = np.atleast_2d(np.cov(points)) * factor**2
        return cls(points, np.linalg.cholesky(covariance))

    def draw(self, size: int, stream: np.random.Generator) -> Array:
        """(dimension, size) independent draws."""
        dimension, count = self.points.shape
        drawn = self.points[:, (stream.random(size) * count).astype(np.int64)]
        numbers = stream.standard_normal((dimension, size))
        # Written out: how a library multiplies matrices, and so the last bit, depends on the processor.
        for row in range(dimension):
            for column in range(row + 1):
                drawn[row] += self.root[row, column] * numbers[column]
        return drawn
