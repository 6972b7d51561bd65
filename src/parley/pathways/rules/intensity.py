"""A cut of emissions per unit of GDP: (1 − r) × emissions of the base year × growth of the economy since.

Of fossil CO2 or of all gases, as the pledge says. What the pledge leaves out, such as agriculture in India's, is held
at today's level and added.
"""

from __future__ import annotations

import numpy as np

from parley.errors import InventoryError
from parley.inventory.breakdown import sector_emissions
from parley.pathways.axes import FIRST_YEAR, GWP
from parley.pathways.pathway import Level, NotQuantified
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.ends import find_cut, tell_end
from parley.pathways.rules.land_use import land_in_base, without_land
from parley.pathways.rules.level import make_level
from parley.pathways.rules.setting import Setting
from parley.pathways.rules.telling import tell_mt, tell_number, tell_percent

_METRIC_OF_SECTORS = "AR5GWP100"


def quantify_intensity(pledge: PathwayPledge, setting: Setting) -> Level | NotQuantified:
    """The level of a cut of intensity, with the growth of the economy that was drawn."""
    cut = find_cut(pledge, setting)
    if cut is None or pledge.base_year is None:
        return NotQuantified(pledge, "it names no cut in per cent with its base year")
    if not FIRST_YEAR <= pledge.base_year <= setting.data_year:
        return NotQuantified(pledge, f"its base year {pledge.base_year} is outside of the data")
    assert pledge.target_year is not None
    gdp = setting.gdp(pledge.base_year), setting.gdp(pledge.target_year)
    if gdp[0] is None or gdp[1] is None:
        return NotQuantified(pledge, "there is no figure of the size of the economy")
    gwp, co2_only = pledge.gwp or GWP, pledge.gas == "CO2"
    left_out = _left_out(pledge, setting, gwp)
    if left_out is None:
        return NotQuantified(pledge, f"there is no figure of what it leaves out ({pledge.leaves_out})")
    base = (setting.gross(pledge.base_year, gwp, co2_only=co2_only) - left_out[0]) * setting.revision()
    base = base + land_in_base(pledge, setting, pledge.base_year)
    growth = gdp[1] / gdp[0]
    level = (1.0 - cut) * base * growth
    unit = "MtCO2" if co2_only else "MtCO2e"
    end = tell_end(pledge, setting)
    steps = [
        f"{pledge.base_year}, our series: {tell_mt(base, unit)}{'' if co2_only else f' ({gwp})'}.",
        f"The economy of {pledge.target_year} is {tell_number(growth, 2)} times that of {pledge.base_year}.",
        f"Intensity cut by {tell_percent(cut)}{f' ({end})' if end else ''}: {tell_mt(level, unit)}.",
    ]
    steps.append(_tell_progress(pledge, setting, gwp, left_out))
    if pledge.leaves_out:
        level = level + left_out[1]
        steps.append(
            f"With {pledge.leaves_out.lower()}, left out, held at today's {tell_mt(left_out[1])}: {tell_mt(level)}."
        )
    gross = without_land(pledge, level, setting, gwp)
    return make_level(pledge, gross, setting, gwp, steps, ("depends on the growth of the economy",))


def _tell_progress(pledge: PathwayPledge, setting: Setting, gwp: str, left_out: tuple[float, float]) -> str:
    """How far intensity has fallen by our series, which may be less than the Party's own statistics say."""
    assert pledge.base_year is not None
    years, co2_only = (pledge.base_year, setting.data_year), pledge.gas == "CO2"
    emitted = [setting.gross(year, gwp, co2_only=co2_only) - out for year, out in zip(years, left_out, strict=True)]
    then, now = (setting.gdp(year) for year in years)
    if then is None or now is None or emitted[0] <= 0:
        return "How far it has fallen by our series is not known."
    fallen = 1.0 - emitted[1] / emitted[0] * float(np.mean(then)) / float(np.mean(now))
    return f"By our series it has fallen by {tell_percent(fallen)} to {setting.data_year}."


def _left_out(pledge: PathwayPledge, setting: Setting, gwp: str) -> tuple[float, float] | None:
    """What the pledge leaves out in its base year and today [MtCO2e under ``gwp``], None where there is no figure."""
    if pledge.leaves_out is None:
        return 0.0, 0.0
    assert pledge.base_year is not None
    try:
        sector = sector_emissions(pledge.party, pledge.leaves_out)
        then, now = (
            sector.value(year) / setting.gross(year, _METRIC_OF_SECTORS) * setting.gross(year, gwp)
            for year in (pledge.base_year, setting.data_year)
        )
    except InventoryError:
        return None
    return then, now
