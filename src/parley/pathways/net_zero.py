"""A straight line from the last dated target to net zero, and what is held after it.

CO2 only: fossil CO2 goes to what land use takes up, the other gases stay as they are without the pledge. All gases:
methane, nitrous oxide and F-gases fall to 40 % (35 to 45) of 2020, AR6's residual, and fossil CO2 goes below zero to
make up for them, but by no more than 15 % (10 to 20) of the Party's emissions of 2020. Where the scope is not stated,
the mean of both. CO2 of land use goes to zero by 2050, or by the year of net zero if that is earlier. The line never
lies above what follows without the pledge.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from parley.pathways.axes import CO2_FFI, CO2_LAND, GASES, LAST_YEAR, N_YEARS, YEARS, FloatArray, place, weights
from parley.pathways.gas_split import RESIDUAL_YEAR, residual_share
from parley.pathways.pathway import Level
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


def draw_net_zero(pledge: PathwayPledge, without: FloatArray, levels: Sequence[Level], setting: Setting) -> NetZeroLine:
    """The pathway ``without`` the pledge, (draw, gas, year), bent to net zero from its last target before it.

    A Party that has still to peak may wait until then: of the years from its last target to its peak, the line begins
    in that which leaves the most.
    """
    assert pledge.target_year is not None
    year = pledge.target_year
    goals = {"GHG": ("GHG",), "CO2": ("CO2",)}.get(pledge.gas or "", ("CO2", "GHG"))
    led = [_goals(gas, setting) for gas in goals]
    starts = _starts(year, levels, setting)
    lines = [_bent(without, goal, starts, year) for goal, _ in led]
    emissions = lines[0]
    if len(lines) > 1:
        weight = setting.draws.target[:, None, None]
        emissions = lines[0] + weight * (lines[1] - lines[0])
    _end_land_use(emissions, without, min(year, LAND_BY), levels, setting)
    said = () if len(lines) == 1 else ("the scope of net zero is not stated: between CO2 alone and all gases",)
    return NetZeroLine(emissions, (*(flag for _, flags in led for flag in flags), *said))


def _starts(year: int, levels: Sequence[Level], setting: Setting) -> range:
    """The columns of the years in which the line may begin."""
    first = _last_target(year, levels, setting)
    peaks = (level.year for level in levels if level.pledge.kind == "peak")
    last = max(first, min(max(peaks, default=first), year - 1))
    return range(place(first), place(last) + 1)


def _last_target(year: int, levels: Sequence[Level], setting: Setting) -> int:
    dated = (level.year for level in levels if level.pledge.kind != "peak" and level.year < year)
    return max(dated, default=setting.data_year)


def _bent(without: FloatArray, goals: Mapping[int, FloatArray], starts: range, year: int) -> FloatArray:
    """The pathway under straight lines to the goal of each gas, (draw,), that are held after ``year``.

    Up to the last of ``starts`` nothing is bent; after it the highest of the lines from each of them counts.
    """
    emissions = without.copy()
    years = YEARS[starts.stop :]
    begin = YEARS[starts.start : starts.stop, None]
    ahead = 1.0 - np.minimum((years - begin) / (year - begin), 1.0)
    for gas, goal in goals.items():
        above = np.maximum(without[:, gas, starts.start : starts.stop] - goal[:, None], 0.0)
        highest = (above[:, :, None] * ahead).max(axis=1)
        after = emissions[:, gas, starts.stop :]
        np.minimum(after, goal[:, None] + highest, out=after)
    return emissions


def _end_land_use(
    emissions: FloatArray, without: FloatArray, year: int, levels: Sequence[Level], setting: Setting
) -> None:
    """Brings CO2 of land use to zero where it is a source, in place."""
    if year > setting.data_year:
        start = place(_last_target(year, levels, setting))
        none = np.zeros(len(setting.draws))
        emissions[:, CO2_LAND] = _bent(without, {CO2_LAND: none}, range(start, start + 1), year)[:, CO2_LAND]


def _goals(gas: str, setting: Setting) -> tuple[Mapping[int, FloatArray], tuple[str, ...]]:
    """What each gas that is led is led to, (draw,)."""
    sink = np.maximum(-current_policy(setting)[:, CO2_LAND, N_YEARS - 1], 0.0)
    if gas == "CO2":
        return {CO2_FFI: sink}, ("net zero of CO2 alone: other gases as without it",)
    past = setting.base.emissions[:, place(RESIDUAL_YEAR)]
    counts = weights(land=False)
    share = residual_share(setting.draws.target)
    past_total = float(counts @ past)
    limit_share = REMOVAL_WEAK + (REMOVAL_STRONG - REMOVAL_WEAK) * setting.draws.target
    to_offset = sink - share * (past_total - past[CO2_FFI])
    co2 = np.maximum(to_offset, -limit_share * past_total)
    goals = {CO2_FFI: co2, **{other: share * past[other] for other in OTHERS}}
    flags = [f"{tell_mt(np.maximum(-co2, 0.0), 'MtCO2')} removed a year at net zero"]
    if (co2 > to_offset).any():
        capped = tell_percent(limit_share)
        flags.append(f"removals are capped at {capped} of {RESIDUAL_YEAR}: {tell_mt(co2 - to_offset)} are left")
    return goals, tuple(flags)
