"""A straight line from the last dated target to net zero, and what is held after it.

CO2 only: fossil CO2 goes to what land use takes up, the other gases stay as they are without the pledge. All gases:
methane, nitrous oxide and F-gases fall to 40 % (35 to 45) of 2020, AR6's residual, and fossil CO2 goes below zero to
make up for them, but by no more than 15 % (10 to 20) of the Party's emissions of 2020. Where the scope is not stated,
the mean of both. CO2 of land use goes to zero by 2050, or by the year of net zero if that is earlier. The line never
lies above what follows without the pledge.
"""

from __future__ import annotations

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
    goal, flags = _goal(pledge, without[:, :, start], setting)
    _bend(emissions, without, goal, (start, end))
    land_end = min(pledge.target_year, LAND_BY)
    land_start = place(_last_before(land_end, target_years, setting))
    at_zero = np.full_like(goal, np.inf)
    at_zero[:, CO2_LAND] = np.minimum(without[:, CO2_LAND, land_start], 0.0)
    if land_end > setting.data_year:
        _bend(emissions, without, at_zero, (land_start, place(land_end)))
    return NetZeroLine(emissions, flags)


def _last_before(year: int, target_years: tuple[int, ...], setting: Setting) -> int:
    return max((each for each in target_years if each < year), default=setting.data_year)


def _bend(emissions: FloatArray, without: FloatArray, goal: FloatArray, span: tuple[int, int]) -> None:
    """Straight lines to the goal, (draw, gas), inf where a gas is left alone, then held; never above ``without``."""
    start, end = span
    step = np.clip((YEARS[start + 1 :] - YEARS[start]) / (YEARS[end] - YEARS[start]), 0.0, 1.0)
    led = np.isfinite(goal)
    here = without[:, :, start]
    way = np.where(led, goal - here, 0.0)
    line = np.where(led[..., None], here[..., None] + way[..., None] * step, np.inf)
    emissions[:, :, start + 1 :] = np.minimum(emissions[:, :, start + 1 :], line)


def _goal(pledge: PathwayPledge, start: FloatArray, setting: Setting) -> tuple[FloatArray, tuple[str, ...]]:
    """What every gas is led to, (draw, gas), inf for those left alone, never above where it starts from."""
    sink = np.maximum(-current_policy(setting)[:, CO2_LAND, N_YEARS - 1], 0.0)
    co2_alone = np.full_like(start, np.inf)
    co2_alone[:, CO2_FFI] = np.minimum(sink, start[:, CO2_FFI])
    if pledge.gas == "CO2":
        return co2_alone, ("net zero of CO2 alone: other gases as without it",)
    all_gases, flags = _goal_of_all(start, sink, setting)
    if pledge.gas == "GHG":
        return all_gases, flags
    weight = setting.draws.target[:, None]
    left = np.where(np.isinf(co2_alone), start, co2_alone)
    mixed = (1.0 - weight) * left + weight * all_gases
    mixed[:, CO2_LAND] = np.inf
    return mixed, (*flags, "the scope of net zero is not stated: between CO2 alone and all gases")


def _goal_of_all(start: FloatArray, sink: FloatArray, setting: Setting) -> tuple[FloatArray, tuple[str, ...]]:
    past = setting.base.emissions[:, place(RESIDUAL_YEAR)]
    share = residual_share(setting.draws.target)
    residual = share[:, None] * past
    counts = weights(land=False)
    to_offset = residual[:, OTHERS] @ counts[list(OTHERS)]
    limit = (REMOVAL_WEAK + (REMOVAL_STRONG - REMOVAL_WEAK) * setting.draws.target) * float(counts @ past)
    co2 = sink - to_offset
    goal = np.minimum(residual, start)
    goal[:, CO2_LAND] = np.inf
    goal[:, CO2_FFI] = np.minimum(np.maximum(co2, -limit), start[:, CO2_FFI])
    flags = [f"{tell_mt(np.maximum(-goal[:, CO2_FFI], 0.0), 'MtCO2')} removed a year at net zero"]
    if (co2 < -limit).any():
        missed = np.maximum(-limit - co2, 0.0)
        flags.append(
            f"removals are capped at {tell_percent(limit / float(counts @ past))} of {RESIDUAL_YEAR}:"
            f" {tell_mt(missed)} are left"
        )
    return goal, tuple(flags)
