"""The last step of every rule of reductions: the target under our metric, with its derivation."""

from __future__ import annotations

from collections.abc import Sequence

from parley.pathways.axes import GWP
from parley.pathways.pathway import Level
from parley.pathways.pledge import PathwayPledge
from parley.pathways.rules.land_use import Gross
from parley.pathways.rules.setting import Setting
from parley.pathways.rules.telling import tell_mt


def make_level(
    pledge: PathwayPledge, gross: Gross, setting: Setting, gwp: str, steps: Sequence[str], flags: Sequence[str] = ()
) -> Level:
    """A ``Level`` from a target without land use under ``gwp``."""
    assert pledge.target_year is not None
    co2_only = pledge.gas == "CO2"
    ours = gross.target if co2_only else setting.under_our_metric(gross.target, gwp, pledge.target_year)
    told = [*steps, *gross.steps]
    if not co2_only and gwp != GWP:
        told.append(
            f"By the gases that make it up, {tell_mt(gross.target)} under {gwp} is {tell_mt(ours)} under {GWP}."
        )
    return Level(
        pledge=pledge,
        year=pledge.target_year,
        mtco2e=ours,
        co2_only=co2_only,
        land_factor=gross.land_factor,
        steps=tuple(told),
        flags=(*flags, *gross.flags, *pledge.assumed),
    )
