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
_PARTS_OF_THINGS: Final = ("wind", "solar", "nuclear", "hydrogen")
_CARRIERS: Final = (
    ("capacity", r"\bcapacity\b"),
    ("electricity", r"\belectric|\bpower\b|\bgrid\b"),
    ("energy", r"\benergy\b"),
)
_METHANE = re.compile(r"\bmethane\b|\bCH4\b", re.I)
_ALL_EMISSIONS: Final = ("emissions", "carbon", "net_zero")
"""What a goal of all emissions may be said to be about; of a sector or a fuel it is another one."""
_LARGE: Final = (("trillion", 1e12), ("billion", 1e9), ("million", 1e6))
_ENOUGH_WORDS: Final = 25
_OTHER_FIGURE = re.compile(r"\d[\d.,]*\s?(?:%|per ?cent|[a-z]*watts?|[MGT]W|billion|million)|;|\.\s")
_CLAUSE_END = re.compile(r"[,;]|\band\b|\.\s|\bup from\b")


def judge_matter(assertion: Assertion, pledge: RecordedPledge) -> Token | None:
    """Whether both are of one matter; None for another kind, gas, sector or thing."""
    if assertion.detail != pledge.kind:
        return "supported" if _are_tonnes_avoided(assertion, pledge) else None
    if pledge.kind == "reduction":
        return _judge_gases(assertion, pledge)
    if pledge.kind in ("net_zero", "peak", "temperature_goal"):
        return "supported" if assertion.about in (None, *_ALL_EMISSIONS) else None
    around = _words_around(assertion)
    if pledge.kind == "finance":
        return _judge_things(None, f"{around} (finance)", pledge.about or "")
    return _judge_things(assertion.about, around, pledge.about or "")


def _are_tonnes_avoided(assertion: Assertion, pledge: RecordedPledge) -> bool:
    """A cut told in tonnes may be of emissions expected otherwise: "will cut its projected emissions by 1 Gt"."""
    in_tonnes = assertion.detail == "reduction" and (assertion.unit or "").endswith(("CO2e", "CO2", "t"))
    of_record = pledge.kind == "other" and "avoided" in (pledge.about or "")
    return in_tonnes and of_record and assertion.direction != "to"


def _words_around(assertion: Assertion) -> str:
    """The words that belong to the figure: from the one before it to the end of its clause; else all of them."""
    if assertion.low is None:
        return assertion.words
    forms = (assertion.written, *_forms(assertion.low))
    clauses = (_clause_of(assertion.words, form) for form in forms if form)
    return next((clause for clause in clauses if clause), assertion.words)


def _forms(figure: float) -> tuple[str, ...]:
    """The ways in which a figure may be written: "1,200", "100 billion"."""
    large = tuple(f"{figure / size:g} {name}" for name, size in _LARGE if figure >= size)
    return (*large, f"{figure:,.10g}", f"{figure:.10g}")


@lru_cache(maxsize=4096)
def _clause_of(words: str, figure: str) -> str:
    before, found, behind = words.partition(figure)
    if not found:
        return ""
    begin = max((match.end() for match in _OTHER_FIGURE.finditer(before)), default=0)
    if (comma := before.rfind(",", begin) + 1) and len(before) - comma >= _ENOUGH_WORDS:
        begin = comma
    end = _CLAUSE_END.search(behind)
    return before[begin:] + figure + (behind[: end.start()] if end else behind)


def _judge_gases(assertion: Assertion, pledge: RecordedPledge) -> Token | None:
    """Methane has pledges of its own, and so has a sector; all gases may be meant by any other word."""
    of_methane = assertion.gas == "CH4" or assertion.about == "methane" or _names_methane(assertion.words)
    if of_methane != (pledge.gas == "CH4"):
        return None
    if pledge.about and pledge.about not in (assertion.about or "") + assertion.words:
        return None
    if not pledge.about and assertion.about not in (None, "methane", *_ALL_EMISSIONS):
        return None
    return "supported"


@lru_cache(maxsize=2048)
def _names_methane(words: str) -> bool:
    return _METHANE.search(words) is not None


@lru_cache(maxsize=4096)
def _judge_things(about: str | None, said: str, of_record: str) -> Token | None:
    """``about`` is what is to be built or ended where the reader has found that, ``said`` the words that tell of it."""
    one, other = (_first(_THINGS, about) if about else None) or _first(_THINGS, said), _first(_THINGS, of_record)
    if one in ("coal", "fossil fuels") and other in _SORTS and _SORTS[other] == "abroad":
        one = _first(_THINGS, said)
    if about in _PARTS_OF_THINGS and one != about:
        return None
    if one is None or other is None or _SORTS.get(one, one) != _SORTS.get(other, other):
        return None
    carriers = _first(_CARRIERS, said), _first(_CARRIERS, of_record)
    same_carrier = None in carriers or carriers[0] == carriers[1]
    return "supported" if one == other and same_carrier else "close"


def _first(table: tuple[tuple[str, str], ...], words: str) -> str | None:
    low = words.casefold()
    return next((thing for thing, pattern in table if re.search(pattern, low)), None)
