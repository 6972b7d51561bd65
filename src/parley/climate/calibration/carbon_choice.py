"""Prior members whose carbon cycle is likely to meet observed CO2, with the weight that makes up for the choice.

Observed CO2 is known to half a ppm, while carbon cycles drawn from their prior spread over some fifty, so that of every
twenty members one would be of use. Instead, a member is given ``CANDIDATES`` carbon cycles, all drawn from the prior,
and one of them is chosen with a chance that goes with a guess at how near its CO2 will come. Its weight is the mean of
all candidates' chances over its own (importance sampling within each member): whatever is told of weighted members
is, on average, just what plain draws from the prior tell.

The guess is a quadratic form of the five parameters, fitted to members whose warming is as observed. It does not have
to be right: a poor one costs only effective members.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.carbon import draw_carbon
from parley.climate.calibration.co2_1750 import draw_co2_1750
from parley.climate.calibration.streams import Process, open_stream
from parley.climate.calibration.targets import Target

Array = NDArray[np.float64]

CANDIDATES = 32
NAMES = (
    *("iirf_0[CO2]", "iirf_uptake[CO2]", "iirf_temperature[CO2]", "iirf_airborne[CO2]"),
    "baseline_concentration[CO2]",
)
_WIDER = 1.5
_LEAST_CHANCE = 0.01
"""Of a candidate far off, against one at the target: none is ruled out."""
_FEWEST = 200
"""Members that a fit of 21 coefficients needs."""


@dataclass(frozen=True, eq=False)
class CarbonGuess:
    """What CO2 a carbon cycle will lead to, and what is wanted."""

    centre: Array
    """(parameter,) as ``NAMES``"""
    spread: Array
    """(parameter,)"""
    coefficients: Array
    """(term,) [ppm]: constant, linear terms, products"""
    wanted_ppm: float
    width_ppm: float

    def chance(self, parameters: Array) -> Array:
        """Of being chosen, up to a factor, by parameters (parameter, …)."""
        distance = (_guess(self, parameters) - self.wanted_ppm) / self.width_ppm
        return _LEAST_CHANCE + np.exp(-0.5 * np.square(distance))


def fit_guess(parameters: Mapping[str, Array], co2: Array, target: Target) -> CarbonGuess | None:
    """Fit to members (member,) and their CO2 [ppm] in the years of ``target``; None for too few members."""
    if co2.size < _FEWEST:
        return None
    table = np.stack([parameters[name] for name in NAMES])
    centre, spread = table.mean(axis=1), table.std(axis=1)
    terms = _terms((table - centre[:, None]) / spread[:, None])
    coefficients = np.asarray(np.linalg.lstsq(terms.T, co2, rcond=None)[0], dtype=np.float64)
    error = float(np.std(co2 - (coefficients[:, None] * terms).sum(axis=0)))
    wanted = target.quantiles[1]
    width = _WIDER * float(np.hypot(error, target.distribution.width / 3.29))
    # The last digits depend on how a machine sums; without them members are the same everywhere.
    centre, spread, coefficients = (_rounded(values) for values in (centre, spread, coefficients))
    return CarbonGuess(centre, spread, coefficients, wanted, float(_rounded(np.array([width]))[0]))


def choose_carbon(
    columns: Mapping[str, Array], guess: CarbonGuess, seed: int, batch: int
) -> tuple[dict[str, Array], Array]:
    """Columns (member,) with one of the candidates in each, and the weights (member,) that make up for it.

    The carbon cycle that a member has is the first of its candidates.
    """
    size = columns[NAMES[0]].size
    stream = open_stream(seed, Process.CARBON_CANDIDATES, batch)
    others = (CANDIDATES - 1) * size
    drawn = {**draw_carbon(others, stream), **draw_co2_1750(others, stream)}
    candidates = np.stack([np.concatenate([columns[name], drawn[name]]) for name in NAMES])
    candidates = candidates.reshape(len(NAMES), CANDIDATES, size)
    reached = np.cumsum(guess.chance(candidates), axis=0)
    total = reached[-1]
    chosen = (reached < total * stream.random(size)).sum(axis=0)
    members = np.arange(size)
    own = reached[chosen, members] - np.where(chosen > 0, reached[chosen - 1, members], 0.0)
    picked = candidates[:, chosen, members]
    return {**columns, **dict(zip(NAMES, picked, strict=True))}, total / CANDIDATES / own


def _guess(guess: CarbonGuess, parameters: Array) -> Array:
    """CO2 [ppm] by parameters (parameter, …)."""
    shape = (-1,) + (1,) * (parameters.ndim - 1)
    scores = (parameters - guess.centre.reshape(shape)) / guess.spread.reshape(shape)
    total = np.full(parameters.shape[1:], guess.coefficients[0])
    place = 1
    for score in scores:
        total += guess.coefficients[place] * score
        place += 1
    for first in range(len(scores)):
        # Horner's way: what multiplies the first is a linear form of it and those after it.
        factor = np.zeros_like(total)
        for score in scores[first:]:
            factor += guess.coefficients[place] * score
            place += 1
        total += factor * scores[first]
    return total


def _terms(scores: Array) -> Array:
    """Constant, linear terms, products, (term, member), in the order of ``_guess``."""
    count = len(scores)
    products = [scores[first] * scores[second] for first in range(count) for second in range(first, count)]
    return np.stack([np.ones(scores.shape[1]), *scores, *products])


def _rounded(values: Array) -> Array:
    return np.array([float(f"{value:.5g}") for value in values])
