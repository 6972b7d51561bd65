"""Weights that make the members together agree with all targets at once.

Iterative proportional fitting (Deming and Stephan 1940), as in Smith et al. 2024 (doi 10.5194/gmd-17-8569-2024, section
3.7): target by target, each member's weight is multiplied by what its bin of the target's histogram lacks. Three things
differ. Bins have the exact probabilities of the target's distribution, not the counts of 100 000 draws from it, so that
there is no noise in what is aimed at. Most bins are equally probable, not equally wide; of 100 equally wide ones the
outer hold hardly a member, who then weighs as much as a hundred others. And no member weighs more than a bound, such as
what each of the members drawn later stands for: where only a few members reach the tail of a target, it stays a little
thin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.targets import Target
from parley.errors import CalibrationError

Array = NDArray[np.float64]
IntArray = NDArray[np.int64]

EDGE = 1e-5
"""Share of a target's distribution beyond the bins on either side: about what 100 000 draws do not reach."""
_TAIL = (EDGE, 0.001, 0.005, 0.01)
_EVEN = 40
_SHARES = (*_TAIL, *(place / _EVEN for place in range(1, _EVEN)), *(1.0 - share for share in reversed(_TAIL)))
"""Of the distribution below each edge: 40 equal bins, so that the 5th, 50th and 95th percentile are edges, with the
outer two divided, lest all weight of a tail stand at its end."""
BINS = len(_SHARES) - 1
ROUNDS = 30


@dataclass(frozen=True, eq=False)
class Weights:
    """How much each member counts."""

    values: Array
    """(member,), 1 on average"""
    history: Array
    """(round,) mean over targets of the share of weight in wrong bins before each round"""

    @property
    def effective_size(self) -> float:
        """Members of equal weight that would tell means as well: Kish 1965, (sum w)^2 / sum w^2."""
        return float(self.values.sum() ** 2 / np.square(self.values).sum())

    @property
    def effective_size_of_fair(self) -> int:
        """By the formula of FaIR's calibration: floor(sum(min(w, 1)))."""
        return int(np.floor(np.minimum(self.values, 1.0).sum()))


def fit_weights(
    values: Array, importance: Array, targets: Sequence[Target], heaviest: float = 1.0, rounds: int = ROUNDS
) -> Weights:
    """Weights of members with these (target, member) ``values``; members outside any target's bins get none.

    They begin with ``importance`` (member,), with which members stand for the prior, and none becomes more than the
    share ``heaviest`` of all. In the last round the corrections of all targets are found one after the other but
    applied together, as their mean. Raises CalibrationError when no member is inside the bins of all targets.
    """
    bins = np.stack([_bins_of(row, target) for row, target in zip(values, targets, strict=True)])
    wanted = [_probabilities(target) for target in targets]
    inside = (bins >= 0).all(axis=0)
    if not inside.any():
        raise CalibrationError(_say_outside(bins, values, targets))
    weights, history = _rounds(bins[:, inside], importance[inside], wanted, heaviest, rounds)
    everyone = np.zeros(values.shape[1])
    everyone[inside] = weights * (inside.size / weights.sum())
    return Weights(everyone, history)


def _rounds(bins: IntArray, first: Array, wanted: Sequence[Array], heaviest: float, rounds: int) -> tuple[Array, Array]:
    """Weights of members by bin of each target, (target, member), and how wrong they were before each round."""
    weights = first / first.sum()
    history = np.empty(rounds)
    entering, together = weights, np.ones_like(weights)
    for place in range(rounds):
        entering, together, wrong = weights, np.zeros_like(weights), 0.0
        for row, share in zip(bins, wanted, strict=True):
            found = np.bincount(row, weights, BINS)
            wrong += 0.5 * float(np.abs(found / found.sum() - share).sum())
            factor = np.divide(share, found, out=np.zeros(BINS), where=found > 0.0)[row]
            together += factor
            weights = weights * factor
        weights = np.minimum(weights, heaviest * weights.sum())
        history[place] = wrong / len(wanted)
    return _bounded(entering * together, heaviest), history


def _bounded(weights: Array, heaviest: float) -> Array:
    """Weights with sum 1 of which none is more than ``heaviest``; what is taken from some goes to all the others."""
    # Too few members for the bound are all given the same.
    heaviest = max(heaviest, 1.0 / np.count_nonzero(weights))
    full = np.zeros(weights.size, dtype=bool)
    while True:
        rest = np.where(full, 0.0, weights)
        shares = np.where(full, heaviest, rest * ((1.0 - heaviest * full.sum()) / max(float(rest.sum()), 1e-300)))
        above = shares > heaviest * (1.0 + 1e-12)
        if not above.any():
            return np.asarray(shares)
        full |= above


def bin_edges(target: Target) -> Array:
    """Of the histogram of a target, (bin + 1,), in its unit."""
    return np.array([target.distribution.quantile(share) for share in _SHARES])


def _bins_of(values: Array, target: Target) -> IntArray:
    """The bin of each value, (member,); -1 outside."""
    edges = bin_edges(target)
    places = np.searchsorted(edges, values, side="right") - 1
    return np.where((values >= edges[0]) & (values < edges[-1]), places, -1)


def _probabilities(target: Target) -> Array:
    shares = np.diff(target.distribution.probability_below(bin_edges(target)))
    return np.asarray(shares / shares.sum())


def _say_outside(bins: IntArray, values: Array, targets: Sequence[Target]) -> str:
    """Which target is hardest to meet."""
    inside = (bins >= 0).sum(axis=1)
    hardest = int(np.argmin(inside))
    target = targets[hardest]
    low, high = (float(np.quantile(values[hardest], share)) for share in (0.05, 0.95)) if values.size else (0.0, 0.0)
    return (
        f"of {values.shape[1]} members whose warming is near enough to observations, none is in reach of all targets; "
        f"{target.name} is met by {inside[hardest]} (it is {target.quantiles[0]:.4g} to {target.quantiles[2]:.4g} "
        f"{target.unit}, members have {low:.4g} to {high:.4g}); correct the targets or draw more priors"
    )


def weighted_quantiles(values: Array, weights: Array, shares: Sequence[float]) -> Array:
    """Quantiles of ``values`` (member,) with ``weights`` (member,), each member in the middle of its own weight."""
    kept = weights > 0.0
    order = np.argsort(values[kept], kind="stable")
    ordered, own = values[kept][order], weights[kept][order]
    below = (np.cumsum(own) - 0.5 * own) / own.sum()
    return np.interp(shares, below, ordered)
