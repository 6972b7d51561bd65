"""Pledges and claims of the corpus as our records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast, get_args

from parley.records import (
    OUTLET,
    Attribution,
    Claim,
    Comparator,
    Document,
    Firmness,
    Gas,
    Measure,
    Pledge,
    PledgeKind,
    Qualifier,
    Quote,
)

_FIRMNESS: Mapping[str | None, Firmness] = {"adopted": "in_policy", None: "pledged"}
_TOPIC_WORDS = re.compile(
    r"\b(?:(?P<coal>coal)|(?P<methane>methane)|(?P<renewables>renewables?|wind|solar)|(?P<forest>deforest\w+|forests?)"
    r"|(?P<nuclear>nuclear)|(?P<oil>oil)|(?P<electricity>electricity|power)|(?P<vehicles>vehicles?|cars?))\b",
    re.I,
)
_INTENSITY = re.compile(r"\b(?:intensity|per unit of (?:GDP|gross domestic product))\b", re.I)


def to_pledge(record: Mapping[str, Any], document: Document, quotes: tuple[Quote, ...]) -> Pledge:
    """One pledge; what it is about is read from its words where its kind leaves that open."""
    low, high = _ends(record.get("value"))
    words = " ".join(quote.exact for quote in quotes)
    kind = cast(PledgeKind, record["kind"])
    unit = record.get("unit")
    base_year = _year(record.get("base_year"))
    of_base = kind == "reduction" and unit == "%"
    return Pledge(
        document=document.id,
        quotes=quotes,
        party=record.get("party") or "",
        kind=kind,
        firmness=_firmness(record.get("status")),
        basis=("intensity" if _INTENSITY.search(words) else "base_year" if base_year else None) if of_base else None,
        gas=cast(Gas, record["gas"]) if record.get("gas") in get_args(Gas) else None,
        low=low,
        high=high,
        unit=re.sub(r"^([kMG]?t) (?=C)", r"\1", unit) if unit else None,
        base_year=base_year,
        target_year=_year(record.get("target_year")),
        qualifier=cast(Qualifier, record["qualifier"]) if record.get("qualifier") in get_args(Qualifier) else None,
        about=_topic(words) if kind in ("phase_out", "capacity", "share", "other") else None,
    )


def to_claim(record: Mapping[str, Any], document: Document, quotes: tuple[Quote, ...]) -> Claim:
    """One claim with a value; its measure is told apart from its unit where the corpus has only ``other``."""
    low, high = _ends(record.get("value"))
    said_by = record.get("attributed_to")
    unit = record.get("unit")
    measure = "rank_economy" if unit == "rank of economy" else record["measure"]
    return Claim(
        document=document.id,
        quotes=quotes,
        subject=record.get("subject"),
        measure=cast(Measure, measure) if measure in get_args(Measure) else "other",
        low=low,
        high=high,
        unit=re.sub(r"^([kMG]?t) (?=C)", r"\1", unit) if unit else None,
        year=_year(record.get("year")),
        comparator=cast(Comparator, record["comparator"]) if record.get("comparator") in get_args(Comparator) else "=",
        gas=_gas(quotes[0].exact) if str(measure).startswith(("emissions", "rank_emitter")) else None,
        written=_written(quotes[0].exact, low),
        attribution=Attribution(kind="organisation", name=said_by) if said_by else OUTLET,
    )


def _firmness(status: str | None) -> Firmness:
    if status in get_args(Firmness):
        return cast(Firmness, status)
    return _FIRMNESS.get(status, "pledged")


def _ends(value: Any) -> tuple[float | None, float | None]:
    """A number, or the two ends of a range; words are no value."""
    numbers = [float(each) for each in (value if isinstance(value, list) else [value]) if isinstance(each, int | float)]
    return (min(numbers), max(numbers)) if numbers else (None, None)


def _year(value: Any) -> int | None:
    """A year, the last of several; words ("business as usual") are none."""
    years = [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, int)]
    return max(years, default=None)


def _topic(words: str) -> str | None:
    found = _TOPIC_WORDS.search(words)
    return found.lastgroup if found else None


def _gas(words: str) -> Gas | None:
    if re.search(r"greenhouse|\bGHGs?\b", words, re.I):
        return "GHG"
    return "CO2" if re.search(r"\bCO2\b|\bcarbon\b", words, re.I) else None


def _written(words: str, value: float | None) -> str | None:
    """The number as the words have it: the one among theirs that has the value's digits."""
    if value is None:
        return None
    digits = f"{value:.15g}".rstrip("0").replace(".", "").strip("0") if value else "0"
    numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", words)
    return next((n for n in numbers if n.replace(",", "").replace(".", "").strip("0").startswith(digits)), None)
