"""A peak: growth at the recent rate that falls evenly to zero in the peak year, then a plateau.

The peak year lies between the year after the data and the last that the pledge allows, the middle being central. The
height is uncertain: growth is from half to one and a half times the recent rate. Emissions that fall do not grow again.
"""

from __future__ import annotations

import numpy as np

from parley.pathways.axes import GWP, FloatArray
from parley.pathways.pathway import Level, NotQuantified
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.setting import TREND_YEARS, Setting
from parley.pathways.rules.telling import tell_mt, tell_number


def quantify_peak(pledge: PathwayPledge, setting: Setting) -> Level | NotQuantified:
    """The height of the plateau, which holds in the target year."""
    if pledge.target_year is None:
        return NotQuantified(pledge, "it names no peak year")
    if pledge.gas not in (None, "GHG", "CO2"):
        return NotQuantified(pledge, f"it is of {pledge.gas} alone, not of all gases or CO2")
    if not setting.data_year < last_peak_year(pledge) <= setting.last_year:
        return NotQuantified(
            pledge, f"its peak year {pledge.target_year} lies in the data or after {setting.last_year}"
        )
    co2_only = pledge.gas == "CO2"
    today, rate = setting.gross(setting.data_year, GWP, co2_only=co2_only), setting.trend(GWP, co2_only=co2_only)
    height = peak_height(pledge, setting, co2_only=co2_only)
    unit = "MtCO2" if co2_only else "MtCO2e"
    peak_year = tell_number(setting.data_year + _years_to_peak(pledge, setting), 0).replace(",", "")
    steps = (
        f"{setting.data_year}: {tell_mt(today, unit)}, growing by {100 * rate:.1f} % a year over {TREND_YEARS} years.",
        f"Growth falls to zero in {peak_year}, then a plateau at {tell_mt(height, unit)}.",
    )
    flags = ("the height of a peak is uncertain",)
    return Level(pledge, pledge.target_year, height, co2_only=co2_only, steps=steps, flags=flags)


def last_peak_year(pledge: PathwayPledge) -> int:
    """The last year in which the peak may be: "before 2030" is 2029."""
    assert pledge.target_year is not None
    return pledge.target_year - (pledge.qualifier == "before")


def peak_height(pledge: PathwayPledge, setting: Setting, *, co2_only: bool) -> FloatArray:
    """The height of the plateau without land use, (draw,) [MtCO2e, or MtCO2]."""
    years = _years_to_peak(pledge, setting)
    return _today(setting, co2_only) * np.exp(_rate(setting, co2_only) * years / 2.0)


def peak_path(pledge: PathwayPledge, setting: Setting) -> FloatArray:
    """Emissions without land use after the data year, (draw, year) [MtCO2e, or MtCO2], that a peak allows."""
    co2_only = pledge.gas == "CO2"
    to_peak = _years_to_peak(pledge, setting)[:, None]
    years = np.minimum(setting.years_after(), to_peak)
    grown = _rate(setting, co2_only)[:, None] * (years - years**2 / (2.0 * to_peak))
    return _today(setting, co2_only) * np.exp(grown)


def _today(setting: Setting, co2_only: bool) -> float:
    return setting.gross(setting.data_year, GWP, co2_only=co2_only)


def _rate(setting: Setting, co2_only: bool) -> FloatArray:
    rate: FloatArray = max(setting.trend(GWP, co2_only=co2_only), 0.0) * (0.5 + setting.draws.peak_level)
    return rate


def _years_to_peak(pledge: PathwayPledge, setting: Setting) -> FloatArray:
    longest = max(last_peak_year(pledge) - setting.data_year, 1)
    return 1.0 + setting.draws.peak_year * (longest - 1)
