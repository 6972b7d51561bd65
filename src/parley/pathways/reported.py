"""From a pledge that a document reports to one that pathways take."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from parley.pathways.pledge import PathwayPledge
from parley.pathways.published_bases import published
from parley.pathways.recorded import AR5_SINCE, usual_accounting

if TYPE_CHECKING:
    from parley.records.pledge import Pledge


def of_report(pledge: Pledge, day: date) -> PathwayPledge:
    """The pledge as reported on ``day``; what is not said of land use is taken over from the Party's pledges of record.

    "To 40 % of" becomes a cut by 60 %. A condition makes all of it depend on support.
    """
    usual = usual_accounting(pledge.party, pledge.base_year, day)
    is_open = pledge.kind == "reduction" and pledge.lulucf == "unknown"
    low, high = (_left(pledge.high), _left(pledge.low)) if _is_share_left(pledge) else (pledge.low, pledge.high)
    return PathwayPledge(
        id=pledge.id,
        party=pledge.party,
        kind=pledge.kind,
        target_year=pledge.target_year,
        low=low,
        high=high,
        unit=pledge.unit,
        basis=pledge.basis,
        base_year=pledge.base_year,
        base_mtco2e=published(pledge.party, "base", pledge.base_year, day),
        bau_mtco2e=published(pledge.party, "bau", pledge.target_year, day) if pledge.basis == "bau" else None,
        gas=pledge.gas,
        lulucf=usual.lulucf if is_open else pledge.lulucf,
        gross_net=usual.gross_net and (is_open or pledge.lulucf == "included"),
        gwp="AR4GWP100" if day < AR5_SINCE else "AR5GWP100",
        qualifier=pledge.qualifier,
        conditional="all" if pledge.condition else "no",
        about=pledge.about if pledge.kind == "reduction" and pledge.about not in ("emissions", None) else None,
        assumed=usual.assumed if is_open else (),
        firmness=pledge.firmness,
        origin="document",
        source=pledge.id,
    )


def _is_share_left(pledge: Pledge) -> bool:
    return pledge.to_level and pledge.unit == "%"


def _left(value: float | None) -> float | None:
    return None if value is None else 100.0 - value
