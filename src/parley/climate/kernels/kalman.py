"""How likely warming and imbalance after an abrupt forcing are, given an energy balance: the Kalman filter.

Cummins et al. 2020 (doi 10.1175/JCLI-D-19-0589.1). Forcing is switched on at the start and stays; T of the first layer
and N = xi - k1 T1 + (1 - eps) k3 (T2 - T3) of three layers are observed at the end of each year.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from parley.climate.kernels.compiling import called, compiled
from parley.climate.kernels.energy_balance import discretise

Array = NDArray[np.float64]

STATES = 4
"""Smoothed forcing, and three layers."""
_SEEN = 2
_UNSEEN_VARIANCE = 1e-12
"""Of observations [K2, W2 m-4]: so small that only the noise of the climate counts."""
_LARGEST = 1e6
_FORGOTTEN = 1e-18
_MOST_DOUBLINGS = 60


@compiled
def log_likelihood(parameters: Array, warming: Array, imbalance: Array) -> float:
    """Natural logarithm of the density of warming (year,) [K] and imbalance (year,) [W m-2].

    ``parameters``: gamma [1/yr], three capacities [W yr m-2 K-1], three transfers [W m-2 K-1], efficacy, sigma_eta,
    sigma_xi, forcing [W m-2]. Minus infinity where one is not above 0 or beyond a million.
    """
    for i in range(parameters.size):
        if not 0.0 < parameters[i] < _LARGEST:
            return -math.inf
    matrix, push, spread = _discretised(parameters)
    seen = _observation(parameters)
    state, variance = np.zeros(STATES), np.empty((STATES, STATES))
    state[0] = parameters[10]
    _fill_stationary(matrix, spread, variance)
    gain, missed = np.empty((STATES, _SEEN)), np.empty(_SEEN)
    total = -warming.size * math.log(2.0 * math.pi)
    for year in range(warming.size):
        _move(matrix, push, parameters[10], spread, state, variance, year > 0)
        missed[0], missed[1] = warming[year], imbalance[year]
        learned = _learn(seen, missed, gain, state, variance)
        if learned == -math.inf:
            return learned
        total += learned
    return total


@called
def _discretised(parameters: Array) -> tuple[Array, Array, Array]:
    """Matrix, input and covariance of the noise of one year."""
    matrix, push, root = np.empty((1, STATES, STATES)), np.empty((1, STATES)), np.empty((1, STATES, STATES))
    capacity, transfer = parameters[1:4].copy().reshape(1, 3), parameters[4:7].copy().reshape(1, 3)
    efficacy, eta, xi = parameters[7:8], parameters[8:9], parameters[9:10]
    discretise(parameters[:1], capacity, transfer, efficacy, eta, xi, matrix, push, root)
    spread = np.zeros((STATES, STATES))
    for i in range(STATES):
        for j in range(STATES):
            for k in range(STATES):
                spread[i, j] += root[0, i, k] * root[0, j, k]
    return matrix[0], push[0], spread


@called
def _observation(parameters: Array) -> Array:
    """What is seen of a state, (2, state)."""
    seen = np.zeros((_SEEN, STATES))
    seen[0, 1] = 1.0
    deep = (1.0 - parameters[7]) * parameters[6]
    seen[1, 0], seen[1, 1], seen[1, 2], seen[1, 3] = 1.0, -parameters[4], deep, -deep
    return seen


@called
def _fill_transformed(matrix: Array, variance: Array, filled: Array) -> None:
    """matrix variance matrix^T"""
    for i in range(STATES):
        for j in range(STATES):
            total = 0.0
            for k in range(STATES):
                for m in range(STATES):
                    total += matrix[i, k] * variance[k, m] * matrix[j, m]
            filled[i, j] = total


@called
def _fill_stationary(matrix: Array, spread: Array, filled: Array) -> None:
    """The covariance of a state long after any start: noise over one year, two, four, … until nothing is added."""
    step, squared, added = matrix.copy(), np.empty((STATES, STATES)), np.empty((STATES, STATES))
    filled[:, :] = spread
    for _ in range(_MOST_DOUBLINGS):
        _fill_transformed(step, filled, added)
        largest = 0.0
        for i in range(STATES):
            largest = max(largest, added[i, i] / (filled[i, i] + added[i, i]))
            for j in range(STATES):
                filled[i, j] += added[i, j]
                squared[i, j] = 0.0
                for k in range(STATES):
                    squared[i, j] += step[i, k] * step[k, j]
        if largest < _FORGOTTEN:
            return
        step[:, :] = squared


@called
def _move(
    matrix: Array, push: Array, forcing: float, spread: Array, state: Array, variance: Array, is_known: bool
) -> None:
    """The state and its variance a year later; before anything ``is_known``, the variance stays that of long ago."""
    before = state.copy()
    for i in range(STATES):
        state[i] = push[i] * forcing
        for j in range(STATES):
            state[i] += matrix[i, j] * before[j]
    if is_known:
        moved = np.empty((STATES, STATES))
        _fill_transformed(matrix, variance, moved)
        for i in range(STATES):
            for j in range(STATES):
                variance[i, j] = moved[i, j] + spread[i, j]


@called
def _learn(seen: Array, missed: Array, gain: Array, state: Array, variance: Array) -> float:
    """Correct state and variance by what is seen, ``missed`` in and out; the log density of it but for the constant."""
    towards = np.zeros((STATES, _SEEN))
    a, b, d = _UNSEEN_VARIANCE, 0.0, _UNSEEN_VARIANCE
    for i in range(STATES):
        for row in range(_SEEN):
            for j in range(STATES):
                towards[i, row] += variance[i, j] * seen[row, j]
        missed[0] -= seen[0, i] * state[i]
        missed[1] -= seen[1, i] * state[i]
        a += seen[0, i] * towards[i, 0]
        b += seen[0, i] * towards[i, 1]
        d += seen[1, i] * towards[i, 1]
    determinant = a * d - b * b
    if not (a > 0.0 and determinant > 0.0):
        return -math.inf
    for i in range(STATES):
        gain[i, 0] = (towards[i, 0] * d - towards[i, 1] * b) / determinant
        gain[i, 1] = (towards[i, 1] * a - towards[i, 0] * b) / determinant
        state[i] += gain[i, 0] * missed[0] + gain[i, 1] * missed[1]
    for i in range(STATES):
        for j in range(STATES):
            variance[i, j] -= gain[i, 0] * towards[j, 0] + gain[i, 1] * towards[j, 1]
    distance: float = d * missed[0] ** 2 - 2.0 * b * missed[0] * missed[1] + a * missed[1] ** 2
    return -0.5 * (math.log(determinant) + distance / determinant)
