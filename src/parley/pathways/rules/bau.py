"""A cut below business as usual: of the business as usual that the Party published, never of one of our own."""

from __future__ import annotations

from parley.pathways.axes import GWP
from parley.pathways.pathway import Level, NotQuantified
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.ends import find_cut, find_level, tell_end
from parley.pathways.rules.land_use import without_land
from parley.pathways.rules.level import make_level
from parley.pathways.rules.setting import Setting
from parley.pathways.rules.telling import tell_mt, tell_percent

_FLAG = "level as published, by the Party's own inventory"


def quantify_bau(pledge: PathwayPledge, setting: Setting) -> Level | NotQuantified:
    """The level of a cut below business as usual: the published one, else (1 − r) of the published reference."""
    gwp, end = pledge.gwp or GWP, tell_end(pledge, setting)
    which = f" ({end})" if end else ""
    reference = pledge.bau_mtco2e
    level, cut = find_level(pledge, setting), find_cut(pledge, setting)
    if level is not None:
        beside = f", where {tell_mt(reference)} was business as usual" if reference else ""
        steps = [f"The published level is {tell_mt(level)}{which}{beside}."]
    elif cut is None:
        return NotQuantified(pledge, "it names neither a cut in per cent nor a level")
    elif reference is None:
        return NotQuantified(pledge, "no business as usual is published that the cut could be taken from")
    else:
        level = (1.0 - cut) * reference
        steps = [
            f"Business as usual is published as {tell_mt(reference)}; cut by {tell_percent(cut)}{which}:"
            f" {tell_mt(level)}."
        ]
    return make_level(pledge, without_land(pledge, level, setting, gwp), setting, gwp, steps, (_FLAG,))
