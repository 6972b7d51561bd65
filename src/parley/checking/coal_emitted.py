"""What new coal power is said to emit: "200 GW of coal would emit 0.8 Gt of CO2 a year, 32 Gt over 40 years".

Held against capacity x load factor x emission factor x life, with the assumptions of ``committed_emissions``: a figure
near the central one is right, one within the range of the assumptions is close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding
from parley.checking.compare import figure_bounds
from parley.checking.facts import one_wrong
from parley.checking.wording import figure_words
from parley.inventory.coal import LIFE_YEARS, Range, committed_emissions
from parley.records.verdict import Reference, Token
from parley.version import __version__

MEASURE = "coal_commitment"
_W_IN_GW = 1e9
_GW_UNITS = {"GW": 1.0, "MW": 1e-3, "kW": 1e-6, "TW": 1e3, "W": 1 / _W_IN_GW}
_EMITTING = (
    r"\b(?:would|will|could|might|may|to) (?:[\w-]+ ){0,3}?"
    r"(?:emit|release|discharge|pump|put|spew|add|lock|mean|cause)\b"
)
_FEW = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty")
_FEW_COUNTS = dict(zip(_FEW, (*range(1, 11), 20, 30, 40), strict=True))
_AMOUNT = re.compile(
    rf"(?P<number>\d[\d.,]*|\b(?:{'|'.join(_FEW)})\b)"
    r"(?:\s?(?:Gt|gigatonnes?|gigatons?)|(?P<billion> (?:billion|bn) (?:metric )?ton(?:ne)?s?)"
    r"|(?P<million> ?(?:million|m) (?:metric )?ton(?:ne)?s?|\s?Mt|\s?megatonnes?))\b",
    re.I,
)
_ANY_PLANT = (
    r"\b(?:an?|one|each|every) (?:new |typical |average |single )?(?:gigawatts?|GW)\b"
    r"[^.;]{0,60}?\b(?:emits?|releases?)\b"
)
_COAL_THAT_EMITS = (
    r"\b(?:gigawatts?|GW)\b(?: (?:worth )?of)? (?:new |such |additional |unabated )?coal(?:[- ]fired)?"
    r"(?: (?:power|plants?|stations?|capacity|generation|units))*,? "
    r"(?:run at half load,? |at half load,? |typically |together |each year )*"
    r"(?:emits?|releases?|discharges?|produces?|puts?)\b"
)
_SAYS_WHAT_IT_EMITS = re.compile(rf"(?:{_EMITTING}|{_ANY_PLANT}|{_COAL_THAT_EMITS})[^;]*?{_AMOUNT.pattern}", re.I)
_YEARLY = re.compile(r"^[^,;.]{0,40}?\b(?:(?:a|per|each|every)(?: single)? year|annually|yearly)\b", re.I)
_ANNUAL = re.compile(r"^\W*(?:each|every) year\b|\b(?:annually|every year|each year|a year) (?:\w+ ){0,3}$", re.I)
_LIFE = re.compile(
    r"\b(?:over|during|in|for|through|li(?:fe|fetime|ves) of)\b[^.;]{0,25}?"
    r"(?:\b(?P<years>\d\d|ten|twenty|thirty|forty|fifty) (?:more |further )?years\b"
    r"|\b(?P<decades>two|three|four|five|[2-5]) decades\b|\b(?:life|lifetime|lives)\b)",
    re.I,
)
_DECADES = {"two": 20, "three": 30, "four": 40, "five": 50}
_NUMERALS = {"ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_MT_IN_GT = 1e-3


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount that is said to be emitted [Gt], in a year or over so many."""

    gt: float
    written: str
    years: float | None


def says_what_it_emits(words: str) -> bool:
    """Whether the words give the tonnes that new plants would emit."""
    return _SAYS_WHAT_IT_EMITS.search(words) is not None


def check_coal_emitted(assertion: Assertion, today: date) -> Finding:
    """Every amount that the words give, against what the capacity would emit by our own rough figures."""
    factor = _GW_UNITS.get(assertion.unit or "")
    amounts = _amounts(assertion.words)
    if assertion.low is None or factor is None or not amounts:
        return Finding(missing="what that coal power would emit: the words do not tell in which time")
    gw = assertion.low * factor
    details = list(_judged(gw, amounts))
    found = committed_emissions(gw)
    token = one_wrong([each for each, _ in details])
    reference = Reference(
        party=assertion.subject,
        quantity=f"CO2 that {figure_words(gw, 'GW')} of coal power would emit",
        basis=f"assumed: {found.assumptions}",
        fact=f"{figure_words(gw, 'GW')} of coal power would emit {found.yearly_gtco2.central:.2g} GtCO2 a year and "
        f"{found.total_gtco2.central:.0f} GtCO2 ({found.total_gtco2.low:.0f} to {found.total_gtco2.high:.0f}) "
        f"over {LIFE_YEARS.central:.0f} years",
        source=f"Parley {__version__}, committed emissions of coal power, own rough figures from plant statistics",
        holds=token,
    )
    return Finding((Candidate(reference),), confidence=0.7)


def _judged(gw: float, amounts: tuple[_Amount, ...]) -> Iterator[tuple[Token, _Amount]]:
    for amount in amounts:
        found = committed_emissions(gw)
        if amount.years is None:
            yield _judge(amount, found.yearly_gtco2), amount
        else:
            yield _judge(amount, committed_emissions(gw, life_years=_life(amount.years)).total_gtco2), amount


def _life(years: float) -> float | Range:
    """The years named, or the whole range where it is the usual life."""
    return LIFE_YEARS if years == LIFE_YEARS.central else years


def _judge(amount: _Amount, emitted: Range) -> Token:
    token = figure_bounds(amount.gt, amount.gt, "~", amount.written).judge(emitted.central)
    return "close" if token == "contradicted" and emitted.low <= amount.gt <= emitted.high else token


@lru_cache(maxsize=256)
def _amounts(words: str) -> tuple[_Amount, ...]:
    """The amounts with their time; empty where one of them tells none."""
    found = []
    for amount in _AMOUNT.finditer(words):
        worded = _FEW_COUNTS.get(amount["number"].lower())
        number = float(worded or amount["number"].rstrip(".,").replace(",", ""))
        gt = number * _MT_IN_GT if amount["million"] else number
        behind = words[amount.end() :]
        following = _AMOUNT.search(behind)
        near = behind[: following.start()] if following else behind
        life = _LIFE.search(near)
        if _YEARLY.search(near) or (life is None and _ANNUAL.search(words[: amount.start()])):
            years = None
        elif life := life or _LIFE.search(words[: amount.start()]):
            named, decades = life["years"], life["decades"]
            if decades:
                named = str(_DECADES.get(decades.lower()) or 10 * int(decades))
            years = float(_NUMERALS.get(named.lower(), 0) or named) if named else LIFE_YEARS.central
        else:
            return ()
        found.append(_Amount(gt, f"{number:g}" if worded else amount["number"], years))
    return tuple(found)
