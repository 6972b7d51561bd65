"""After its last target a Party keeps its effort: the yearly rate at which its economy rids itself of emissions.

The rate is that of emissions per unit of GDP between 2020, or the data year if that is earlier, and the last target.
From then on emissions are those of the target, times the growth of the economy since, times the rate. They never rise
above the share of current policy that the target leaves, so that a Party whose economy grows fast keeps at least its
distance. Where there is no figure of GDP the economy grows by 2 % a year.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from parley.pathways.axes import CO2_FFI, GWP, N_YEARS, YEARS, FloatArray, place, weights
from parley.pathways.gas_split import residual_share, split_total
from parley.pathways.gdp import LONG_RUN
from parley.pathways.pathway import Level
from parley.pathways.rules.setting import Setting

EFFORT_FROM = 2020


def constant_effort(policy: FloatArray, kept: FloatArray, levels: Sequence[Level], setting: Setting) -> FloatArray:
    """The share of current policy that is kept in each year after the last target, (draw, gas, year after).

    ``policy`` is (draw, gas, year); ``kept`` (draw, gas) what the last of ``levels`` leaves of it.
    """
    last = place(levels[-1].year)
    columns = slice(last + 1, N_YEARS)
    share = np.repeat(kept[..., None], N_YEARS - last - 1, axis=2)
    if all(level.co2_only for level in levels):
        path = _path(policy, kept, np.eye(policy.shape[1])[CO2_FFI], last, setting)
        co2 = np.broadcast_to(setting.base.emissions[CO2_FFI, columns], path.shape)
        left = np.full(path.shape, np.inf)
        np.divide(path, co2, out=left, where=co2 > 0)
        share[:, CO2_FFI] = np.minimum(left, share[:, CO2_FFI])
        return share
    path = _path(policy, kept, weights(land=False), last, setting)
    residual = residual_share(setting.draws.target)
    return np.minimum(split_total(path, setting.base.emissions, residual, columns, GWP), share)


def _path(policy: FloatArray, kept: FloatArray, counts: FloatArray, last: int, setting: Setting) -> FloatArray:
    """Emissions of the gases that count, (draw, year after) [MtCO2e]; what is not above zero is held."""
    first = place(min(EFFORT_FROM, setting.data_year))
    then = float(counts @ setting.base.emissions[:, first])
    reached = (policy[:, :, last] * kept) @ counts
    economy = _economy(setting)
    ratio = np.ones_like(reached)
    np.divide(reached, then, out=ratio, where=(reached > 0) & (then > 0))
    rate = np.log(ratio / (economy[:, last] / economy[:, first])) / (last - first)
    after = (YEARS[last + 1 :] - YEARS[last]).astype(np.float64)
    path: FloatArray = reached[:, None] * economy[:, last + 1 :] / economy[:, [last]] * np.exp(rate[:, None] * after)
    return np.where((reached > 0)[:, None], path, reached[:, None])


def _economy(setting: Setting) -> FloatArray:
    """The size of the economy as drawn, (draw, year); by the long-run rate where there is no figure."""
    lanes = setting.base.gdp
    drawn = 2.0 * setting.draws.gdp[:, None] - 1.0
    if lanes is None or not np.isfinite(lanes).all():
        return np.repeat(np.exp(LONG_RUN * (YEARS - YEARS[0]))[None], drawn.shape[0], axis=0)
    slow, central, fast = lanes
    found: FloatArray = central + drawn * np.where(drawn < 0, central - slow, fast - central)
    return found
