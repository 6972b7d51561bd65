"""From a target that counts land use to one without it.

Inventories count forests that would grow anyway as sinks, bookkeeping models do not (Grassi et al. 2021,
doi 10.1038/s41558-021-01033-6), and our base series has no land use. So a net target is taken apart by the Party's own
kind of land use, and what is left is for all other emissions.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.pathways.axes import FloatArray
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.setting import Setting
from parley.pathways.rules.telling import tell_mt, tell_percent


@dataclass(frozen=True, slots=True, eq=False)
class Gross:
    """A target without land use, (draw,) [MtCO2e], and what it says of land use."""

    target: FloatArray
    land_factor: FloatArray | None = None
    steps: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def counts_land(pledge: PathwayPledge, setting: Setting, year: int) -> bool:
    """Whether the target is net of land use and there is a figure of it for ``year`` and today."""
    return (
        pledge.lulucf == "included"
        and setting.inventory_land(year) is not None
        and setting.inventory_land(setting.data_year) is not None
    )


def without_land(pledge: PathwayPledge, net: FloatArray, setting: Setting, gwp: str) -> Gross:
    """A net target without its land use: a sink is held, a source is cut as everything else is."""
    today = setting.inventory_land(setting.data_year)
    if pledge.lulucf != "included" or today is None:
        said = "the target leaves land use out"
        if pledge.lulucf == "unknown":
            said = "whether the target counts land use is not known: taken as without"
        elif today is None:
            said = "there is no figure of land use by the Party's inventory: the target is taken as without"
        flags = () if pledge.lulucf == "excluded" else (said,)
        return Gross(net, None, (f"Land use: {said}.",), flags)
    return _with_sink(net, today) if today <= 0 else _with_source(pledge, net, today, setting, gwp)


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
