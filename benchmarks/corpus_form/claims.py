"""Claims in the form of the corpus."""

from __future__ import annotations

from typing import Any

from parley.records import Claim

_IN_THE_CORPUS = frozenset(
    (
        *("emissions_share", "rank_emitter", "emissions", "coal_capacity", "coal_share", "renewables"),
        *("warming", "money", "count", "duration", "other"),
    )
)
_UNITS = {"tCO2": "t CO2", "tCO2e": "t CO2e", "tCO2/person": "t CO2/person"}


def has_form(claim: Claim) -> bool:
    """Whether the corpus has such claims: those with a value."""
    return claim.low is not None


def to_corpus(claim: Claim) -> dict[str, Any]:
    """A claim with the corpus's measures; those it lacks are ``other``, a gap between targets a ``duration``."""
    measure = claim.measure if claim.measure in _IN_THE_CORPUS else "other"
    return {
        "id": claim.id,
        "subject": claim.subject,
        "measure": "duration" if claim.measure == "target_gap" else measure,
        "value": claim.low if claim.low == claim.high else [claim.low, claim.high],
        "unit": _unit(claim),
        "year": claim.year,
        "comparator": claim.comparator,
        "attributed_to": claim.attribution.name,
        "evidence": claim.quote.exact,
        "more_evidence": [quote.exact for quote in claim.quotes[1:]],
    }


def _unit(claim: Claim) -> str | None:
    if claim.measure == "rank_economy":
        return "rank of economy"
    return _UNITS.get(claim.unit or "", claim.unit)
