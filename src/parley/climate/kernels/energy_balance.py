"""The energy balance of n layers in exact steps of one year.

Cummins et al. 2020 (doi 10.1175/JCLI-D-19-0589.1), Geoffroy et al. 2013 (doi 10.1175/JCLI-D-12-00195.1). The state is
(smoothed forcing [W m-2], T of layers 1 … n [K]):

    d xi  = -gamma xi dt + gamma F dt + sigma_eta dW
    C1 dT1 = (xi - k1 T1 - k2 (T1 - T2)) dt + sigma_xi dW
    C2 dT2 = (k2 (T1 - T2) - eps k3 (T2 - T3)) dt        eps stands on the exchange of the last two layers
    C3 dT3 = k3 (T2 - T3) dt

Over a year with constant forcing F this is state' = M state + b F + L z, with z standard normal.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from parley.climate.kernels.compiling import called, compiled

Array = NDArray[np.float64]

_TERMS = 16
"""Of the Taylor series, over a time in which the fastest rate is below 1/2: the rest is below 1e-18."""


@called
def _fill(values: Array, value: float) -> None:
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            values[i, j] = value


@called
def _copy(source: Array, filled: Array) -> None:
    for i in range(source.shape[0]):
        for j in range(source.shape[1]):
            filled[i, j] = source[i, j]


@called
def fill_rates(gamma: float, capacity: Array, transfer: Array, efficacy: float, rates: Array) -> None:
    """The matrix A of d state / dt = A state [1/yr], (layers + 1, layers + 1)."""
    layers = capacity.size
    _fill(rates, 0.0)
    rates[0, 0] = -gamma
    rates[1, 0] = 1.0 / capacity[0]
    for layer in range(layers):
        own = layer + 1
        above = transfer[layer]
        below = transfer[layer + 1] if layer + 1 < layers else 0.0
        if layer == layers - 2:
            below *= efficacy
        rates[own, own] = -(above + below) / capacity[layer]
        if layer > 0:
            rates[own, own - 1] = above / capacity[layer]
        if layer + 1 < layers:
            rates[own, own + 1] = below / capacity[layer]


@called
def _multiply(left: Array, right: Array, product: Array) -> None:
    n = left.shape[0]
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += left[i, k] * right[k, j]
            product[i, j] = total


@called
def _multiply_by_transposed(left: Array, right: Array, product: Array) -> None:
    n = left.shape[0]
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += left[i, k] * right[j, k]
            product[i, j] = total


@called
def _start(rates: Array, source: Array, noise: Array, span: float, matrix: Array, push: Array, spread: Array) -> None:
    """Matrix, input and noise covariance over ``span`` years, by Taylor series."""
    n = rates.shape[0]
    term, spread_term, product = np.zeros((n, n)), np.empty((n, n)), np.empty((n, n))
    _fill(matrix, 0.0)
    for i in range(n):
        matrix[i, i] = term[i, i] = 1.0
        for j in range(n):
            spread[i, j] = spread_term[i, j] = noise[i, j] * span
    total = np.zeros((n, n))
    for order in range(1, _TERMS + 1):
        step = span / order
        for i in range(n):
            for j in range(n):
                total[i, j] += term[i, j] * step
        _multiply(rates, term, product)
        for i in range(n):
            for j in range(n):
                term[i, j] = product[i, j] * step
                matrix[i, j] += term[i, j]
        _multiply(rates, spread_term, product)
        for i in range(n):
            for j in range(n):
                spread_term[i, j] = (product[i, j] + product[j, i]) * (span / (order + 1))
        for i in range(n):
            for j in range(n):
                spread[i, j] += spread_term[i, j]
    for i in range(n):
        push[i] = 0.0
        for j in range(n):
            push[i] += total[i, j] * source[j]


@called
def _double(matrix: Array, push: Array, spread: Array, first: Array, second: Array) -> None:
    """From a time to twice that time."""
    n = matrix.shape[0]
    for i in range(n):
        first[i, 0] = push[i]
        for j in range(n):
            first[i, 0] += matrix[i, j] * push[j]
    for i in range(n):
        push[i] = first[i, 0]
    _multiply(matrix, spread, first)
    _multiply_by_transposed(first, matrix, second)
    for i in range(n):
        for j in range(n):
            spread[i, j] += second[i, j]
    _multiply(matrix, matrix, first)
    _copy(first, matrix)


@called
def _fill_root(spread: Array, root: Array) -> None:
    """The lower triangle L with L L^T = spread; a direction without variance gets none."""
    n = spread.shape[0]
    _fill(root, 0.0)
    for j in range(n):
        left = spread[j, j]
        for k in range(j):
            left -= root[j, k] * root[j, k]
        # What is left after cancellation of all digits is nothing.
        if left <= 1e-14 * spread[j, j]:
            continue
        root[j, j] = math.sqrt(left)
        for i in range(j + 1, n):
            total = spread[i, j]
            for k in range(j):
                total -= root[i, k] * root[j, k]
            root[i, j] = total / root[j, j]


@compiled
def discretise(
    gamma: Array,
    capacity: Array,
    transfer: Array,
    efficacy: Array,
    sigma_eta: Array,
    sigma_xi: Array,
    matrix: Array,
    push: Array,
    root: Array,
) -> None:
    """Fill matrix M (member, n + 1, n + 1), push b (member, n + 1) and root L as M, for steps of a year.

    gamma [1/yr], capacity (member, n) [W yr m-2 K-1], transfer (member, n) [W m-2 K-1], efficacy, sigma_eta and
    sigma_xi (member,) [W m-2]. Taylor series over a short time, doubled until it is a year: every sum of the noise has
    terms of one sign, so that no digits cancel, however fast the fastest rate.
    """
    states = capacity.shape[1] + 1
    rates, first, second = np.empty((states, states)), np.empty((states, states)), np.empty((states, states))
    noise, source = np.zeros((states, states)), np.zeros(states)
    spread = np.empty((states, states))
    for member in range(gamma.size):
        fill_rates(gamma[member], capacity[member], transfer[member], efficacy[member], rates)
        source[0] = gamma[member]
        noise[0, 0] = sigma_eta[member] ** 2
        noise[1, 1] = (sigma_xi[member] / capacity[member, 0]) ** 2
        fastest = 0.0
        for i in range(states):
            total = 0.0
            for j in range(states):
                total += abs(rates[i, j])
            fastest = max(fastest, total)
        doublings = 0
        while fastest > 0.5:
            fastest *= 0.5
            doublings += 1
        _start(rates, source, noise, 0.5**doublings, matrix[member], push[member], spread)
        for _ in range(doublings):
            _double(matrix[member], push[member], spread, first, second)
        _fill_root(spread, root[member])
