"""What a pledge is of: whether one as told and one of record speak of the same thing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from parley.checking.assertion import Assertion
from parley.inventory.recorded_pledge import RecordedPledge
from parley.records.verdict import Token

# What is to be built, ended or paid. The first that fits counts, so what is narrower comes first.
_THINGS: Final = (
    ("money abroad", r"\b(?:financ\w+|fund\w*|support|investment)\b.{0,40}\b(?:abroad|overseas)\b"),
    ("coal abroad", r"\bcoal\b.{0,60}\b(?:abroad|overseas|foreign|other countries)\b"),
    ("cars", r"\bcars?\b|\bvehicles?\b"),
    ("adaptation", r"\badapt"),
    ("deforestation", r"\bdeforest"),
    ("forests", r"\bforests?\b|\btrees\b|\bsink\b"),
    ("finance", r"\bfinanc|\bfund\b|\bpay\b|\bmobili[sz]e"),
    ("coal", r"\bcoal\b"),
    ("fossil fuels", r"(?<!non-)(?<!non )\bfossil fuels?\b(?!-free)"),
    ("wind and solar", r"\bwind\b|\bsolar\b"),
    (
        "non-fossil",
        r"\bnon-?\s?fossil|\bclean\b|\b(?:carbon|pollution|emissions?)[- ]free\b|\b(?:zero|low)[- ]carbon",
    ),
    ("renewables", r"\brenewable"),
    ("avoided", r"\bavoid"),
)
_SORTS: Final = {
    "renewables": "clean",
    "non-fossil": "clean",
    "wind and solar": "clean",
    "coal abroad": "abroad",
    "money abroad": "abroad",
}
"""Things that are said for each other: right in substance, wrong in a detail."""
_CARRIERS: Final = (
    ("capacity", r"\bcapacity\b"),
    ("electricity", r"\belectric|\bpower\b|\bgrid\b"),
    ("energy", r"\benergy\b"),
)
_METHANE = re.compile(r"\bmethane\b|\bCH4\b", re.I)
_FOSSIL_CO2_ABOUT: Final = ("coal", "methane")


def judge_matter(assertion: Assertion, pledge: RecordedPledge) -> Token | None:
    """Whether both are of one matter; None for another kind, gas or thing."""
    if assertion.detail != pledge.kind:
        return None
    if pledge.kind == "reduction":
        return _judge_gases(assertion, pledge)
    if pledge.kind in ("net_zero", "peak", "temperature_goal"):
        return None if assertion.about in _FOSSIL_CO2_ABOUT else "supported"
    said = f"{assertion.about or ''} {assertion.words}"
    return _judge_things(f"{said} (finance)" if pledge.kind == "finance" else said, pledge.about or "")


def _judge_gases(assertion: Assertion, pledge: RecordedPledge) -> Token | None:
    """Methane has pledges of its own, and so has a sector; all gases may be meant by any other word."""
    of_methane = assertion.gas == "CH4" or assertion.about == "methane" or _names_methane(assertion.words)
    if of_methane != (pledge.gas == "CH4"):
        return None
    if pledge.about and pledge.about not in (assertion.about or "") + assertion.words:
        return None
    return "supported"


@lru_cache(maxsize=2048)
def _names_methane(words: str) -> bool:
    return _METHANE.search(words) is not None


@lru_cache(maxsize=4096)
def _judge_things(said: str, of_record: str) -> Token | None:
    one, other = _first(_THINGS, said), _first(_THINGS, of_record)
    if one is None or other is None or _SORTS.get(one, one) != _SORTS.get(other, other):
        return None
    carriers = _first(_CARRIERS, said), _first(_CARRIERS, of_record)
    same_carrier = None in carriers or carriers[0] == carriers[1]
    return "supported" if one == other and same_carrier else "close"


def _first(table: tuple[tuple[str, str], ...], words: str) -> str | None:
    low = words.casefold()
    return next((thing for thing, pattern in table if re.search(pattern, low)), None)
