"""A cut below a peak that is not known yet: the year and height of the peak first, then the cut."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from parley.pathways.axes import FIRST_YEAR, GWP
from parley.pathways.pathway import Level, NotQuantified
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.ends import find_amount, find_cut, tell_end
from parley.pathways.rules.land_use import land_in_base, without_land
from parley.pathways.rules.level import make_level
from parley.pathways.rules.peak import last_peak_year, peak_height
from parley.pathways.rules.setting import Setting
from parley.pathways.rules.telling import tell_mt, tell_percent


def quantify_below_peak(pledge: PathwayPledge, setting: Setting) -> Level | NotQuantified:
    """The level of a cut, in per cent or tonnes, below the Party's peak."""
    cut, amount = find_cut(pledge, setting), find_amount(pledge, setting)
    if cut is None and amount is None:
        return NotQuantified(pledge, "it names no cut in per cent or tonnes")
    assert pledge.target_year is not None
    co2_only = pledge.gas == "CO2"
    latest = _latest_peak(pledge, setting)
    to_come = peak_height(replace(pledge, target_year=latest, qualifier="by"), setting, co2_only=co2_only)
    past = max(setting.gross(year, GWP, co2_only=co2_only) for year in range(FIRST_YEAR, setting.data_year + 1))
    peak = np.maximum(to_come, past)
    land = land_in_base(pledge, setting, setting.data_year)
    net = peak + land
    below = cut * net if cut is not None else amount
    assert below is not None
    target = net - below
    end = tell_end(pledge, setting)
    steps = [
        f"The peak, by {latest} and no less than in the past, is taken as {tell_mt(peak)} without land use.",
        f"{tell_percent(cut) if cut is not None else tell_mt(below)} below"
        f" {tell_mt(net)}{' with land use' if land else ''}{f' ({end})' if end else ''}: {tell_mt(target)}.",
    ]
    gross = without_land(pledge, target, setting, GWP)
    return make_level(pledge, gross, setting, GWP, steps, ("the height of the peak is uncertain",))


def _latest_peak(pledge: PathwayPledge, setting: Setting) -> int:
    """The last year in which the peak may be: by the Party's pledge of a peak, else the year before the target."""
    assert pledge.target_year is not None
    pledged = [
        last_peak_year(other)
        for other in setting.pledges
        if other.kind == "peak" and other.target_year is not None and other.target_year < pledge.target_year
    ]
    return max(min(pledged, default=pledge.target_year - 1), setting.data_year + 1)
