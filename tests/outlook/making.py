"""Outlooks of a few pledges with a few members, for tests."""

from __future__ import annotations

from functools import cache
from typing import Any

from parley.climate import Ensemble
from parley.outlook.outlook import Outlook
from parley.outlook.project import project
from parley.pathways.pledge import PathwayPledge
from tests.pathways.pledging import a_cut, a_net_zero, a_peak

PLEDGES: tuple[PathwayPledge, ...] = (
    a_peak("CHN", 2030, gas="CO2"),
    a_net_zero("CHN", 2060, gas="CO2"),
    a_cut("EUU", 55, 2030, 1990),
    a_net_zero("EUU", 2050),
    a_cut("USA", 50, 2030, 2005),
    a_cut("NZL", 1, 2030, 2005),
    PathwayPledge(id="IND-share", party="IND", kind="share", target_year=2030, low=50, high=50, unit="%"),
)


@cache
def few() -> Ensemble:
    """A few members of our own ensemble."""
    return Ensemble.default().subset(slice(0, 21))


@cache
def some_outlook(**choices: Any) -> Outlook:
    """The outlook of ``PLEDGES``."""
    return project(PLEDGES, ensemble=few(), **choices)
