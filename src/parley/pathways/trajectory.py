"""From targets to yearly emissions: straight lines between targets, then constant effort or a flat level.

All is done gas by gas as a share of current policy that is kept. A share never rises again, so that a weak target
behind a strong one gives nothing back, and a stronger target never raises any gas in any year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
import numpy.typing as npt

from parley.pathways.axes import CO2_FFI, CO2_LAND, GWP, N_YEARS, YEARS, FloatArray, place, weights
from parley.pathways.constant_effort import constant_effort
from parley.pathways.gas_split import residual_share, split_total
from parley.pathways.pathway import Level
from parley.pathways.rules.peak import peak_path
from parley.pathways.rules.setting import Setting

NON_BINDING = "not binding: current policy or an earlier target is lower"


@dataclass(frozen=True, slots=True, eq=False)
class Trajectory:
    """Emissions (draw, gas, year) before any net zero, and the targets with what was found out about them."""

    emissions: FloatArray
    levels: tuple[Level, ...]


def current_policy(setting: Setting) -> FloatArray:
    """Emissions under current policy, (draw, gas, year), with land use as drawn between the bookkeeping models."""
    emissions = np.repeat(setting.base.emissions[None], len(setting.draws), axis=0)
    least, most = setting.base.land_spread
    drawn = 2.0 * setting.draws.land[:, None] - 1.0
    emissions[:, CO2_LAND] += np.where(drawn < 0, -drawn * least, drawn * most)
    return emissions


def draw_trajectory(levels: Sequence[Level], setting: Setting) -> Trajectory:
    """The way from the data year over all targets, in order of year, to 2100. Targets of one year bind together.

    A line to a target never lies above the share kept before, unless hot air is allowed; where a target does not move
    a gas, its share is held.
    """
    policy = current_policy(setting)
    emissions = policy.copy()
    told: list[Level] = []
    kept = np.ones(policy.shape[:2])
    start = place(setting.data_year)
    dated = [level for level in levels if level.pledge.kind != "peak"]
    for year, group in groupby(dated, key=lambda level: level.year):
        end, together = place(year), tuple(group)
        reached = _kept_at(together, policy, setting)
        told.extend(_flag(level, policy, kept, setting) for level in together)
        is_free = np.isinf(reached)
        next_kept = np.where(is_free, kept, reached if setting.choices.hot_air else np.minimum(kept, reached))
        is_moved = ~is_free if setting.choices.hot_air else next_kept < kept
        line = _line(policy, (start, end), (kept, next_kept))
        steady = policy[:, :, start + 1 : end + 1] * kept[..., None]
        if not setting.choices.hot_air:
            line = np.minimum(line, steady)
        emissions[:, :, start + 1 : end + 1] = np.where(is_moved[..., None], line, steady)
        start, kept = end, next_kept
    if dated:
        _extend(emissions, policy, kept, dated, setting)
    peaks = [level for level in levels if level.pledge.kind == "peak"]
    told.extend(_cap(emissions, policy, peaks, setting))
    return Trajectory(emissions, tuple(sorted(told, key=lambda level: (level.year, level.pledge.id))))


def _kept_at(levels: tuple[Level, ...], policy: FloatArray, setting: Setting) -> FloatArray:
    """What share of current policy the targets of one year leave of each gas, (draw, gas); inf where it is free."""
    found = np.full(policy.shape[:2], np.inf)
    columns = slice(place(levels[0].year), place(levels[0].year) + 1)
    for level in levels:
        left = _factors(level, level.mtco2e[:, None], setting, columns)[:, :, 0]
        if level.land_factor is not None:
            is_source = policy[:, CO2_LAND, columns.start] > 0
            left[:, CO2_LAND] = np.where(is_source, level.land_factor, np.inf)
        else:
            left[:, CO2_LAND] = np.inf
        found = np.minimum(found, left)
    return found


def _factors(level: Level, total: FloatArray, setting: Setting, columns: slice) -> FloatArray:
    """What every gas is multiplied with to reach a total without land use, (draw, gas, year); inf where it is free."""
    emissions = setting.base.emissions
    if level.co2_only:
        co2 = emissions[CO2_FFI, columns]
        free = np.full((total.shape[0], emissions.shape[0], total.shape[1]), np.inf)
        np.divide(total, co2, out=free[:, CO2_FFI], where=co2 > 0)
        return free
    share = residual_share(setting.draws.target)
    return split_total(total, emissions, share, columns, GWP)


def _flag(level: Level, policy: FloatArray, kept: FloatArray, setting: Setting) -> Level:
    """The target, with a flag where it takes nothing off."""
    counts = weights(land=False) if not level.co2_only else np.eye(policy.shape[1])[CO2_FFI]
    before = (policy[:, :, place(level.year)] * kept) @ counts
    weak = (level.mtco2e >= before).all() and level.land_factor is None
    return replace(level, flags=(*level.flags, NON_BINDING)) if weak and not setting.choices.hot_air else level


def _line(policy: FloatArray, span: tuple[int, int], kept: tuple[FloatArray, FloatArray]) -> FloatArray:
    """Straight lines from one year to another, (draw, gas, year), from and to shares of current policy."""
    start, end = span
    here, there = policy[:, :, start] * kept[0], policy[:, :, end] * kept[1]
    step = (YEARS[start + 1 : end + 1] - YEARS[start]) / (YEARS[end] - YEARS[start])
    line: FloatArray = here[..., None] + (there - here)[..., None] * step
    return line


def _extend(
    emissions: FloatArray, policy: FloatArray, kept: FloatArray, levels: Sequence[Level], setting: Setting
) -> None:
    """What follows the last target: constant effort, or the level held."""
    last = place(levels[-1].year)
    if last + 1 == N_YEARS:
        return
    flat = setting.draws.flat | (setting.choices.extension == "flat")
    if not flat.all():
        emissions[:, :, last + 1 :] = policy[:, :, last + 1 :] * constant_effort(policy, kept, levels, setting)
    if flat.any():
        held = np.minimum(emissions[:, :, last, None], policy[:, :, last + 1 :] * np.maximum(kept, 1.0)[..., None])
        emissions[flat, :, last + 1 :] = held[flat]


def _cap(emissions: FloatArray, policy: FloatArray, peaks: Sequence[Level], setting: Setting) -> Iterator[Level]:
    """Holds emissions below what every peak allows, in place, and gives the peaks with their flags."""
    columns = slice(place(setting.data_year) + 1, N_YEARS)
    for level in peaks:
        factors = _factors(level, peak_path(level.pledge, setting), setting, columns)
        free = np.isinf(factors) | (factors >= 1.0)
        capped = np.where(free, np.inf, policy[:, :, columns] * np.where(free, 1.0, factors))
        moved: npt.NDArray[np.bool_] = capped < emissions[:, :, columns]
        emissions[:, :, columns] = np.where(moved, capped, emissions[:, :, columns])
        yield level if moved.any() else replace(level, flags=(*level.flags, NON_BINDING))
