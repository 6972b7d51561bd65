"""From a target that counts land use to one without it.

Inventories count forests that would grow anyway as sinks, bookkeeping models do not (Grassi et al. 2021,
doi 10.1038/s41558-021-01033-6), and our base series has no land use. So a net target is taken apart by the Party's own
kind of land use, and what is left is for all other emissions. Where land use is a source that is small beside the rest,
figures of it are too unsure to build on (Canada's of 2005 range from 66 to 320 MtCO2e by source), and the target is
taken as a ratio without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.pathways.axes import GWP, FloatArray
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.setting import Setting
from parley.pathways.rules.telling import tell_mt, tell_percent

MAIN_SOURCE = 0.15
"""From this share of other emissions on, land use that is a source counts as a main one."""

LandUse = Literal["sink", "source", "small", "excluded", "unknown", "missing"]


@dataclass(frozen=True, slots=True, eq=False)
class Gross:
    """A target without land use, (draw,) [MtCO2e], and what it says of land use."""

    target: FloatArray
    land_factor: FloatArray | None = None
    steps: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def land_use_of(pledge: PathwayPledge, setting: Setting) -> LandUse:
    """What land use is in a target: a sink or a source that it counts, or why it is left out."""
    if pledge.gas == "CO2":
        return "excluded"
    if pledge.lulucf != "included":
        return pledge.lulucf
    today = setting.inventory_land(setting.data_year)
    if today is None:
        return "missing"
    if today <= 0:
        return "sink"
    return "source" if today >= MAIN_SOURCE * setting.gross(setting.data_year, GWP) else "small"


def land_in_base(pledge: PathwayPledge, setting: Setting, year: int) -> float:
    """Land use of a base year as the target counts it [MtCO2e], zero where the target or the rule leaves it out."""
    counts = land_use_of(pledge, setting) in ("sink", "source") and not pledge.gross_net
    return (setting.inventory_land(year) or 0.0) if counts else 0.0


def without_land(pledge: PathwayPledge, target: FloatArray, setting: Setting, gwp: str) -> Gross:
    """A target without its land use: a sink is held, a main source is cut as everything else is."""
    kind = land_use_of(pledge, setting)
    today = setting.inventory_land(setting.data_year) or 0.0
    if kind == "sink":
        return _with_sink(target, today)
    if kind == "source":
        return _with_source(pledge, target, today, setting, gwp)
    said = _SAID[kind]
    return Gross(target, None, (f"Land use: {said}.",), () if kind == "excluded" else (said,))


_SAID = {
    "excluded": "the target is taken without it",
    "unknown": "whether the target counts land use is not known: taken as without",
    "missing": "there is no figure of land use by inventories: the target is taken as without",
    "small": "land use is a small source: the target is taken as a ratio without it",
}


def _with_sink(net: FloatArray, today: float) -> Gross:
    gross = net - today
    step = (
        f"The sink is held at today's {tell_mt(-today)} of the Party's kind of inventory, so without land use"
        f" {tell_mt(net)} + {tell_mt(-today)} = {tell_mt(gross)}."
    )
    return Gross(gross, None, (step,), ("sink held at today's level",))


def _with_source(pledge: PathwayPledge, net: FloatArray, today: float, setting: Setting, gwp: str) -> Gross:
    gross_today = setting.gross(setting.data_year, gwp)
    share = net / (gross_today + today)
    gross = share * gross_today
    step = (
        f"Land use is a source today ({tell_mt(today)} beside {tell_mt(gross_today)} without it); both are taken to"
        f" {tell_percent(share)} of today, so without land use {tell_mt(gross)}."
    )
    assert pledge.target_year is not None
    then = setting.land(pledge.target_year)
    if setting.land_today() <= 0 or then <= 0:
        return Gross(gross, None, (step,), ("land use is a source by the inventory, not by bookkeeping models",))
    factor = share * setting.land_today() / then
    return Gross(gross, factor.clip(0.0, 1.0), (step,), ("land use is a source and cut in step with all else",))
