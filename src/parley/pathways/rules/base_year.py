"""A cut below a base year: the ratio of the target to the base, applied to our own series of the base year.

gross target = (1 − r) (gross + land use in the base year) − land use today; see ``land_use`` for the latter.
"""

from __future__ import annotations

from parley.pathways.axes import FIRST_YEAR, GWP
from parley.pathways.pathway import Level, NotQuantified
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.ends import find_cut, tell_end
from parley.pathways.rules.land_use import land_in_base, without_land
from parley.pathways.rules.level import make_level
from parley.pathways.rules.setting import Setting
from parley.pathways.rules.telling import tell_mt, tell_percent


def quantify_base_year(pledge: PathwayPledge, setting: Setting) -> Level | NotQuantified:
    """The level of a cut in per cent below a base year."""
    cut = find_cut(pledge, setting)
    if cut is None:
        return NotQuantified(pledge, "it names no cut in per cent")
    if pledge.base_year is None:
        return NotQuantified(pledge, "it names no base year")
    if not FIRST_YEAR <= pledge.base_year <= setting.data_year:
        reason = f"its base year {pledge.base_year} is outside of the data, {FIRST_YEAR} to {setting.data_year}"
        return NotQuantified(pledge, reason)
    gwp, co2_only = pledge.gwp or GWP, pledge.gas == "CO2"
    gross = setting.gross(pledge.base_year, gwp, co2_only=co2_only) * setting.revision()
    steps = [f"{pledge.base_year} without land use, our series: {tell_mt(gross)} ({gwp})."]
    land = land_in_base(pledge, setting, pledge.base_year)
    base = gross + land * setting.revision()
    if pledge.gross_net:
        steps.append("The base is gross of land use, the target net.")
    elif land:
        steps.append(f"With land use of {tell_mt(land)} by inventories: {tell_mt(base)}.")
    target = (1.0 - cut) * base
    end = tell_end(pledge, setting)
    steps.append(f"Cut by {tell_percent(cut)}{f' ({end})' if end else ''}: {tell_mt(target)}.")
    return make_level(pledge, without_land(pledge, target, setting, gwp), setting, gwp, steps)
