"""A country of round numbers, the one of the examples in docs/explanation/pathways.md.

Fossil CO2 [MtCO2]: 800 to 2005, 900 in 2018, 1,000 in 2023, lines between, and as much under current policy. F-gases:
200 MtCO2e in every year, which count the same under every metric. Land use by its inventory: -100 in 2005, -150 from
2020 on. Its economy grows steadily, to three times the size from 2005 to 2030.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from parley.pathways.axes import CO2_FFI, CO2_LAND, F_GASES, GASES, N_YEARS, YEARS
from parley.pathways.base import PartyBase
from parley.pathways.choices import Choices
from parley.pathways.draws import CENTRAL, Draws
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules import Setting


def examplia(*, land_of_inventories: tuple[float, float] | None = (-100.0, -150.0), land: float = 0.0) -> PartyBase:
    """The base, with land use by inventories in 2005 and from 2020 on, and by bookkeeping models."""
    emissions = np.zeros((len(GASES), N_YEARS))
    emissions[CO2_FFI] = np.interp(YEARS, [2005, 2018, 2023], [800.0, 900.0, 1000.0])
    emissions[F_GASES] = 200.0
    emissions[CO2_LAND] = land
    found = None if land_of_inventories is None else np.interp(YEARS, [2005, 2020], land_of_inventories)
    economy = 3.0 ** ((YEARS - 2005) / 25.0)
    faster = np.exp(0.01 * np.clip(YEARS - 2023, 0, None))
    gdp = np.array([economy / faster, economy, economy * faster])
    return PartyBase("XXA", 2023, emissions, found, np.zeros((2, N_YEARS)), gdp, {}, ())


def setting(base: PartyBase | None = None, *pledges: PathwayPledge, draws: Draws = CENTRAL, **choices: Any) -> Setting:
    """The setting of a rule, of Examplia unless another base is given."""
    return Setting(base or examplia(), draws, Choices(**choices), pledges)


_BLANK = PathwayPledge(
    id="XXA-2030", party="XXA", kind="reduction", target_year=2030, gas="GHG", lulucf="included", gwp="AR6GWP100"
)


def a_reduction(basis: Any, value: float | tuple[float, float] | None, **more: Any) -> PathwayPledge:
    """A reduction of Examplia by 2030."""
    low, high = value if isinstance(value, tuple) else (value, value)
    unit = "MtCO2e" if basis == "absolute" else "%"
    return replace(_BLANK, **{"basis": basis, "low": low, "high": high, "unit": unit, **more})
