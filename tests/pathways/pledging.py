"""Pledges and draws for tests."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from parley.pathways.draws import Draws
from parley.pathways.pledge import PathwayPledge

SOME_PARTIES = ("AUS", "BRA", "CAN", "CHN", "EUU", "GBR", "IDN", "IND", "IRN", "JPN", "NGA", "NZL", "PER", "RUS", "USA")


def a_cut(party: str, percent: float = 50.0, year: int = 2030, base_year: int = 2005, **more: Any) -> PathwayPledge:
    """A cut below a base year."""
    given: dict[str, Any] = {"low": percent, "high": percent, "gas": "GHG", "lulucf": "excluded", "gwp": "AR6GWP100"}
    return PathwayPledge(
        id=more.pop("id", f"{party}-cut-{year}"),
        party=party,
        kind="reduction",
        target_year=year,
        unit="%",
        basis="base_year",
        base_year=base_year,
        **{**given, **more},
    )


def a_net_zero(party: str, year: int = 2050, gas: Any = "GHG") -> PathwayPledge:
    """Net zero by a year."""
    return PathwayPledge(id=f"{party}-net-zero", party=party, kind="net_zero", target_year=year, gas=gas)


def a_peak(party: str, year: int = 2030, gas: Any = "GHG") -> PathwayPledge:
    """A peak by a year."""
    return PathwayPledge(id=f"{party}-peak", party=party, kind="peak", target_year=year, gas=gas, qualifier="by")


positions = st.floats(0.0, 1.0)


@st.composite
def some_draws(draw: st.DrawFn, count: int = 3) -> Draws:
    """Any draws."""
    of = [np.array(draw(st.lists(positions, min_size=count, max_size=count))) for _ in range(6)]
    flat = np.array(draw(st.lists(st.booleans(), min_size=count, max_size=count)))
    return Draws(*of, flat)


some_parties = st.sampled_from(SOME_PARTIES)
lulucf = st.sampled_from(["included", "excluded"])
