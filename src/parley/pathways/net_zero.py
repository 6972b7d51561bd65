"""A straight line from the last dated target to net zero, and what is held after it.

CO2 only: fossil CO2 goes to what land use takes up, the other gases stay as they are without the pledge. All gases:
methane, nitrous oxide and F-gases fall to 40 % (35 to 45) of 2020, AR6's residual, and fossil CO2 goes below zero to
make up for them, but by no more than 15 % (10 to 20) of the Party's emissions of 2020. Where the scope is not stated,
the mean of both. CO2 of land use goes to zero by 2050, or by the year of net zero if that is earlier. The line never
lies above what follows without the pledge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from parley.pathways.axes import CO2_FFI, CO2_LAND, GASES, LAST_YEAR, N_YEARS, YEARS, FloatArray, place, weights
from parley.pathways.gas_split import RESIDUAL_YEAR, residual_share
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.setting import Setting
from parley.pathways.rules.telling import tell_mt, tell_percent
from parley.pathways.trajectory import current_policy

REMOVAL_WEAK, REMOVAL_STRONG = 0.10, 0.20
LAND_BY = 2050
OTHERS = tuple(gas for gas in range(len(GASES)) if gas not in (CO2_FFI, CO2_LAND))


@dataclass(frozen=True, slots=True, eq=False)
class NetZeroLine:
    """Emissions (draw, gas, year) with the pledge, and what a reader must know of it."""

    emissions: FloatArray
    flags: tuple[str, ...]


def is_followed(pledge: PathwayPledge, setting: Setting) -> bool:
    """Whether a pledge of net zero names a year that a line can lead to."""
    return pledge.target_year is not None and setting.data_year < pledge.target_year <= LAST_YEAR


def draw_net_zero(
    pledge: PathwayPledge, without: FloatArray, target_years: tuple[int, ...], setting: Setting
) -> NetZeroLine:
    """The pathway ``without`` the pledge, (draw, gas, year), bent to net zero from its last target before it."""
    assert pledge.target_year is not None
    end = place(pledge.target_year)
    start = place(_last_before(pledge.target_year, target_years, setting))
    emissions = without.copy()
    goals, flags = _goals(pledge, without[:, :, start], setting)
    _bend(emissions, without, goals, (start, end))
    land_end = min(pledge.target_year, LAND_BY)
    if land_end > setting.data_year:
        land_start = place(_last_before(land_end, target_years, setting))
        no_source = np.minimum(without[:, CO2_LAND, land_start], 0.0)
        _bend(emissions, without, {CO2_LAND: no_source}, (land_start, place(land_end)))
    return NetZeroLine(emissions, flags)


def _last_before(year: int, target_years: tuple[int, ...], setting: Setting) -> int:
    return max((each for each in target_years if each < year), default=setting.data_year)


def _bend(emissions: FloatArray, without: FloatArray, goals: Mapping[int, FloatArray], span: tuple[int, int]) -> None:
    """Straight lines to the goal of each gas, (draw,), then held; never above ``without``."""
    start, end = span
    step = np.clip((YEARS[start + 1 :] - YEARS[start]) / (YEARS[end] - YEARS[start]), 0.0, 1.0)
    for gas, goal in goals.items():
        here = without[:, gas, start, None]
        after = emissions[:, gas, start + 1 :]
        np.minimum(after, here + (goal[:, None] - here) * step, out=after)


def _goals(
    pledge: PathwayPledge, start: FloatArray, setting: Setting
) -> tuple[Mapping[int, FloatArray], tuple[str, ...]]:
    """What each gas that is led is led to, (draw,), never above where it starts from, (draw, gas)."""
    sink = np.maximum(-current_policy(setting)[:, CO2_LAND, N_YEARS - 1], 0.0)
    co2_alone = np.minimum(sink, start[:, CO2_FFI])
    if pledge.gas == "CO2":
        return {CO2_FFI: co2_alone}, ("net zero of CO2 alone: other gases as without it",)
    goals, flags = _goals_of_all(start, sink, setting)
    if pledge.gas == "GHG":
        return goals, flags
    weight = setting.draws.target
    between = {
        gas: (1.0 - weight) * (co2_alone if gas == CO2_FFI else start[:, gas]) + weight * goal
        for gas, goal in goals.items()
    }
    return between, (*flags, "the scope of net zero is not stated: between CO2 alone and all gases")


def _goals_of_all(
    start: FloatArray, sink: FloatArray, setting: Setting
) -> tuple[dict[int, FloatArray], tuple[str, ...]]:
    past = setting.base.emissions[:, place(RESIDUAL_YEAR)]
    counts = weights(land=False)
    share = residual_share(setting.draws.target)
    past_total = float(counts @ past)
    limit_share = REMOVAL_WEAK + (REMOVAL_STRONG - REMOVAL_WEAK) * setting.draws.target
    to_offset = share * (past_total - past[CO2_FFI])
    co2 = sink - to_offset
    led = np.maximum(co2, -limit_share * past_total)
    goals = {gas: np.minimum(share * past[gas], start[:, gas]) for gas in OTHERS}
    goals[CO2_FFI] = np.minimum(led, start[:, CO2_FFI])
    flags = [f"{tell_mt(np.maximum(-goals[CO2_FFI], 0.0), 'MtCO2')} removed a year at net zero"]
    if (led > co2).any():
        flags.append(
            f"removals are capped at {tell_percent(limit_share)} of {RESIDUAL_YEAR}: {tell_mt(led - co2)} are left"
        )
    return goals, tuple(flags)
