"""A level in tonnes.

Where the Party published the base too, the ratio of both is applied to our series of that year; else the level is
taken as it is, though the Party's own inventory may differ from our series.
"""

from __future__ import annotations

from parley.pathways.axes import FIRST_YEAR, GWP
from parley.pathways.pathway import Level, NotQuantified
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.ends import find_level, tell_end
from parley.pathways.rules.land_use import land_in_base, without_land
from parley.pathways.rules.level import make_level
from parley.pathways.rules.setting import Setting
from parley.pathways.rules.telling import tell_mt, tell_percent


def quantify_absolute(pledge: PathwayPledge, setting: Setting) -> Level | NotQuantified:
    """The level of a pledge in tonnes."""
    level = find_level(pledge, setting)
    if level is None:
        return NotQuantified(pledge, "it names no level in tonnes")
    gwp, co2_only = pledge.gwp or GWP, pledge.gas == "CO2"
    end = tell_end(pledge, setting)
    steps = [f"The level is {tell_mt(level)}{f' ({end})' if end else ''}."]
    flags: list[str] = []
    year = pledge.base_year
    if pledge.base_mtco2e and year is not None and FIRST_YEAR <= year <= setting.data_year:
        ratio = level / pledge.base_mtco2e
        base = setting.gross(year, gwp, co2_only=co2_only) + land_in_base(pledge, setting, year)
        level = base * setting.revision() * ratio
        steps.append(
            f"That is {tell_percent(ratio)} of the {tell_mt(pledge.base_mtco2e)} that the Party gives for {year};"
            f" of our {tell_mt(base)} it is {tell_mt(level)}."
        )
    else:
        flags.append("level as published, by the Party's own inventory")
    return make_level(pledge, without_land(pledge, level, setting, gwp), setting, gwp, steps, flags)
