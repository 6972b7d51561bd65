"""From a pledge of record to one that pathways take: metric, accounting, and what is taken over from other pledges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parley.inventory.recorded_pledge import Lulucf, RecordedPledge, all_pledges
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
class Accounting:
    """How a target counts land use, and what of that is taken over from another pledge."""

    lulucf: Lulucf
    gross_net: bool
    assumed: tuple[str, ...] = ()


def usual_accounting(party: str, base_year: int | None, day: date) -> Accounting:
    """How the newest target of a Party by ``day`` that says so counts land use; unknown where none does."""
    others = [
        other
        for other in all_pledges()
        if other.party == party and other.kind == "reduction" and other.since <= day and other.lulucf != "unknown"
    ]
    if not others:
        return Accounting("unknown", gross_net=False)
    newest = max(others, key=lambda other: (other.since, other.id))
    gross = any(_is_gross_net(other) for other in others if other.base_year == base_year)
    assumed = f"land use taken as {newest.lulucf}, as in {newest.id}"
    return Accounting(newest.lulucf, newest.lulucf == "included" and gross, (assumed,))


@remembered
def _accounting(pledge: RecordedPledge) -> Accounting:
    """How a pledge counts land use: as it says, else as the Party's newest target that does."""
    usual = usual_accounting(pledge.party, pledge.base_year, pledge.since)
    if pledge.kind != "reduction":
        return Accounting(pledge.lulucf, gross_net=False)
    if pledge.lulucf == "unknown":
        return usual
    return Accounting(pledge.lulucf, pledge.lulucf == "included" and (usual.gross_net or _is_gross_net(pledge)))


def _is_gross_net(pledge: RecordedPledge) -> bool:
    return "gross" in (pledge.accounting or "")
