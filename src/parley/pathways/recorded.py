"""From a pledge of record to one that pathways take: metric, accounting, and what is taken over from other pledges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from parley.inventory.recorded_pledge import RecordedPledge, all_pledges
from parley.inventory.tables import remembered
from parley.pathways.pledge import PathwayPledge
from parley.pathways.published_bases import published

AR5_SINCE = date(2022, 1, 1)
"""NDCs of 2021 and before count under AR4 as a rule, those after it under AR5."""


@remembered
def of_record(pledge: RecordedPledge, day: date) -> PathwayPledge:
    """The pledge as it stood on ``day``; what it leaves open of land use is taken over from the Party's others."""
    accounting = _accounting(pledge)
    reference = published(pledge.party, "bau", pledge.target_year, pledge.since) if pledge.basis == "bau" else None
    base = published(pledge.party, "base", pledge.base_year, pledge.since)
    return PathwayPledge(
        id=pledge.id,
        party=pledge.party,
        kind=pledge.kind,
        target_year=pledge.target_year,
        low=pledge.low,
        high=pledge.high,
        unit=pledge.unit,
        basis=pledge.basis,
        base_year=pledge.base_year,
        base_mtco2e=base,
        bau_mtco2e=pledge.bau_mtco2e or reference,
        level_low_mtco2e=pledge.level_low_mtco2e,
        level_high_mtco2e=pledge.level_high_mtco2e,
        level_is_published=(pledge.level_basis or "").startswith("published"),
        gas=pledge.gas,
        lulucf=accounting.lulucf,
        gross_net=accounting.gross_net,
        gwp="AR4GWP100" if pledge.since < AR5_SINCE else "AR5GWP100",
        qualifier=pledge.qualifier,
        conditional=pledge.conditional,
        about=pledge.about,
        leaves_out="Agriculture" if "griculture" in (pledge.gas_scope or "") else None,
        assumed=accounting.assumed,
        firmness=pledge.firmness_on(day),
        source=pledge.source,
    )


@dataclass(frozen=True, slots=True)
class _Accounting:
    lulucf: Literal["included", "excluded", "unknown"]
    gross_net: bool
    assumed: tuple[str, ...] = ()


def _accounting(pledge: RecordedPledge) -> _Accounting:
    """How a pledge counts land use: as it says, else as the Party's newest target that does."""
    lulucf = pledge.lulucf
    assumed: tuple[str, ...] = ()
    others = [
        other
        for other in all_pledges()
        if other.party == pledge.party and other.kind == "reduction" and other.since <= pledge.since
    ]
    if pledge.kind == "reduction" and lulucf == "unknown":
        known = [other for other in others if other.lulucf != "unknown"]
        if known:
            newest = max(known, key=lambda other: (other.since, other.id))
            lulucf = newest.lulucf
            assumed = (f"land use taken as {lulucf}, as in {newest.id}",)
    gross = any(_is_gross_net(other) for other in others if other.base_year == pledge.base_year)
    return _Accounting(lulucf, lulucf == "included" and (gross or _is_gross_net(pledge)), assumed)


def _is_gross_net(pledge: RecordedPledge) -> bool:
    return "gross" in (pledge.accounting or "")
