"""Pledges in the form of the reading corpus."""

from __future__ import annotations

import re
from typing import Any

from parley.records import Pledge

_STATUS = {"in_policy": "adopted", "in_law": "adopted", "achieved": "adopted"}


def to_corpus(pledge: Pledge) -> dict[str, Any]:
    """The corpus's record of a pledge: one number, or a list of two for a range."""
    return {
        "id": pledge.id,
        "party": pledge.party,
        "kind": pledge.kind,
        "gas": pledge.gas,
        "value": _value(pledge),
        "unit": re.sub(r"^([kMG]?t)(?=C)", r"\1 ", pledge.unit) if pledge.unit else None,
        "base_year": pledge.base_year,
        "target_year": pledge.target_year,
        "qualifier": pledge.qualifier,
        "status": _STATUS.get(pledge.firmness, pledge.firmness),
        "evidence": pledge.quote.exact,
        "more_evidence": [quote.exact for quote in pledge.quotes[1:]],
    }


def _value(pledge: Pledge) -> float | list[float] | None:
    """A level in per cent ("to 70 % of 1990") as the cut it means; the corpus knows cuts only."""
    if pledge.low is None or pledge.high is None:
        return None
    low, high = pledge.low, pledge.high
    if pledge.kind == "reduction" and pledge.to_level and pledge.unit == "%":
        low, high = 100 - high, 100 - low
    return low if low == high else [low, high]
