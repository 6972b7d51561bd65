"""Sums of climate finance, where one public figure stands for them; all other money is not checkable.

Goals ("promised 100 billion dollars a year") are pledges of record; what was provided, pledged to a fund or adopted is
in the table of sums.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.compare import bounds_of, figure_bounds
from parley.checking.facts import one_wrong
from parley.checking.goals_reached import check_goal_reached
from parley.checking.pledges import check_pledge
from parley.checking.published_figures import FinanceSum, finance_sums
from parley.checking.settle import settle
from parley.inventory.tables import remembered
from parley.records.verdict import Reference, Token

_TOPICS = (
    ("green_climate_fund", r"\bGreen Climate Fund\b|\bGCF\b"),
    ("adaptation_fund", r"\bAdaptation Fund\b"),
    ("loss_and_damage", r"(?i:\bloss[- ]and[- ]damage\b)"),
    ("inflation_reduction_act", r"\bInflation Reduction Act\b|\bIRA\b"),
    ("budget_resolution", r"(?i:\breconciliation\b|\bbudget (?:bill|resolution|package|plan)\b)"),
    ("south_africa", r"\bSouth Africa"),
    ("indonesia", r"\bIndonesia"),
    ("viet_nam", r"\bViet ?[Nn]am"),
    (
        "climate_finance",
        r"(?i:\bclimate (?:finance|aid)\b|\b(?:developing|poor(?:er)?|vulnerable) (?:countries|nations|world)\b"
        r"|\b(?:rich|richer|wealthy|wealthier|developed|industriali[sz]ed) (?:countries|nations|world)\b)",
    ),
)
"""What the money is for; the first that fits counts."""
_GOAL = re.compile(
    r"\b(?:promis|pledg|commit|vow|agreed|goal|target|owe)\w*|\b(?:will|to) (?:provide|mobili[sz]e|give|raise)\b", re.I
)
_PAID = re.compile(
    r"\b(?:provided|mobili[sz]ed|delivered|gave|paid|received|contributed|reached|amounted|totall?ed|managed|raised"
    r"|came to|put up|handed over|channell?ed)\b",
    re.I,
)
_MET = re.compile(
    r"\b(?:met|reached|fulfill?ed|kept|hit|honou?red|achieved|delivered on|made good)\b[^.;]{0,40}"
    r"\b(?:promise|pledge|goal|target|commitment|\d)",
    re.I,
)
_MISSED = re.compile(r"\b(?:miss(?:ed|ing)?|fail(?:ed|ing)?|fell short|falling short|not (?:met|reached|kept))\b", re.I)
_SHORT = re.compile(
    r"(?P<about>\b(?:nearly|almost|about|some|around|roughly) )?(?:US)?\$ ?(?P<billions>\d[\d.]*) ?(?:billion|bn)"
    r" (?:short of|below|less than|shy of|under) (?:the |its |their |that |this )?"
    r"(?:\$?100 ?(?:billion|bn) )?(?:\w+ )?(?:goal|target|promise|promised|pledged?|mark|sum)\b"
)
_BILLIONS = re.compile(r"(?:US)?\$ ?(\d[\d.]*) ?(?:billion|bn)\b")
_BILLION = 1e9
_GOAL_USD = 100e9
"""What developed countries promised for every year from 2020 to 2025."""
_RAISED_TOGETHER = frozenset(("south_africa", "indonesia", "viet_nam"))
"""What several pay together, so that whoever is named pays a part and whom it is for may be named as well."""
_DEVELOPED = "DEV"
_NO_PAYERS = frozenset((None, "WLD", "DVG", "LDC", "AOSIS", "G77"))


def check_money(assertion: Assertion, today: date) -> Finding:
    """The sums of record for what the words name, or the goal of record. Raises ValueError where there is no figure."""
    topic = _topic(assertion.words)
    if topic is None:
        return Finding(missing="sums of money of record for this: there are only some of climate finance")
    if topic == "climate_finance" and _GOAL.search(assertion.words) and not _PAID.search(assertion.words):
        return _check_goal(assertion, today)
    known = [row for row in finance_sums() if row.topic == topic and _is_of(row, assertion)]
    if not known:
        return Finding(missing=f"sums of record of {assertion.unit} for {topic.replace('_', ' ')}")
    return _held(assertion, known, today)


def check_pledge_or_sum(assertion: Assertion, today: date) -> Finding:
    """A pledge; of capacity also that it was reached, of money what came of it.

    "Delivered 83.3 of the 100 billion promised", "met the goal in 2022".
    """
    if assertion.status == "achieved" and assertion.detail == "capacity":
        return check_goal_reached(assertion, today)
    if assertion.detail == "finance" and (short := _SHORT.search(assertion.words)):
        return _check_shortfall(assertion, short, today)
    topic = _topic(assertion.words) if assertion.detail == "finance" and assertion.low is not None else None
    known = [row for row in finance_sums() if row.topic == topic and _is_of(row, assertion)]
    goal = topic == "climate_finance" and _MET.search(assertion.words) is not None
    if goal and (year := _year_reached(assertion.words)):
        return _reached(assertion, year, known, today)
    found = check_pledge(assertion, today)
    pledged = settle(found).token
    if topic is None or pledged == "supported":
        return found
    sums = _held(assertion, known, today) if known else Finding()
    told = settle(sums).token
    paid = _PAID.search(assertion.words) is not None and told in ("supported", "close")
    return sums if paid or (pledged == "not_checkable" and topic != "climate_finance") else found


@lru_cache(maxsize=512)
def _year_reached(words: str) -> int | None:
    """The year in which a goal is said to have been reached; None where the words name several or none."""
    years = set(re.findall(r"\b(?:in|for) (20\d\d)\b", words, re.I))
    return int(years.pop()) if len(years) == 1 else None


def _reached(assertion: Assertion, year: int, known: list[FinanceSum], today: date) -> Finding:
    """Whether a goal was reached in a year, by the newest count of it."""
    missed = _MISSED.search(assertion.words) is not None
    rows = [row for row in known if row.year == year and row.published <= today]
    tokens: list[Token] = [
        "supported" if (row.amount >= (assertion.low or 0)) != missed else "contradicted" for row in rows
    ]
    if not rows:
        return Finding(missing=f"sums of record for {year}")
    return Finding(tuple(_candidate(row, token, "then") for row, token in zip(rows, tokens, strict=True)))


def _check_shortfall(assertion: Assertion, short: re.Match[str], today: date) -> Finding:
    """ "83.3 billion in 2020, nearly 17 billion short of the goal": what was paid, and what of the goal that leaves."""
    amounts = [float(found[1]) for found in _BILLIONS.finditer(assertion.words)]
    missing = float(short["billions"])
    paid = [amount for amount in amounts if amount != missing]
    year = next(iter(re.findall(r"\b(?:in|for) (20\d\d)\b", assertion.words)), None)
    if len(paid) != 1 or assertion.unit != "USD" or year is None or _topic(assertion.words) != "climate_finance":
        return Finding(missing="what was paid, and in which year, where only what is missing was understood")
    of_goal = replace(assertion, subject=_DEVELOPED, measure="money", year=int(year))
    known = [row for row in finance_sums() if row.topic == "climate_finance" and _is_of(row, of_goal)]
    sums = [row for row in known if row.year == int(year) and row.published <= today]
    bounds = figure_bounds(missing, missing, "~" if short["about"] else "=", short["billions"])
    details = [
        one_wrong(
            [
                figure_bounds(paid[0], paid[0], "=", f"{paid[0]:g}").judge(row.amount / _BILLION),
                bounds.judge((_GOAL_USD - row.amount) / _BILLION),
            ]
        )
        for row in sums
    ]
    if not sums:
        return Finding(missing=f"sums of record for {year}")
    return Finding(tuple(_candidate(row, token, "then") for row, token in zip(sums, details, strict=True)))


def _check_goal(assertion: Assertion, today: date) -> Finding:
    """A goal of finance, of the developed countries where the words name nobody else."""
    party = assertion.subject if assertion.subject not in (None, "WLD") else _DEVELOPED
    return check_pledge(replace(assertion, measure="pledge", detail="finance", subject=party), today)


def _held(assertion: Assertion, known: list[FinanceSum], today: date) -> Finding:
    judge, said = bounds_of(assertion).judge, assertion.said or today
    published = [row for row in known if row.published <= today]
    if assertion.year is not None:
        then = [row for row in published if row.year == assertion.year]
        near = [row for row in published if row.year != assertion.year and abs(row.year - assertion.year) <= 3]
        right = [found for row in near if (found := _candidate(row, judge(row.amount), "near")).holds == "supported"]
        if not then:
            return Finding(missing=f"sums of record for {assertion.year}")
        return Finding((*(_candidate(row, judge(row.amount), "then") for row in then), *right))
    before = [row for row in published if row.published <= said]
    if not before:
        return Finding(missing=f"sums of record published by {said.isoformat()}")
    last = max(row.year for row in before)
    then = [row for row in before if row.year == last]
    older = [row for row in before if row.year != last]
    right = [found for row in older if (found := _candidate(row, judge(row.amount), "earlier")).holds == "supported"]
    return Finding((*(_candidate(row, judge(row.amount), "then") for row in then), *right[-1:]), timeless=True)


@lru_cache(maxsize=1024)
def _topic(words: str) -> str | None:
    return next((topic for topic, pattern in _TOPICS if re.search(pattern, words)), None)


def _is_of(row: FinanceSum, assertion: Assertion) -> bool:
    """Of the same currency, and of the same payers where the words name them; rich countries are the usual ones."""
    if assertion.unit != row.unit:
        return False
    payer = None if row.topic in _RAISED_TOGETHER else assertion.subject
    if row.topic == "climate_finance" and payer in _NO_PAYERS:
        payer = _DEVELOPED
    return payer in (None, row.party) or (row.party == "WLD" and payer in (_DEVELOPED, "WLD"))


@remembered
def _candidate(row: FinanceSum, holds: Token, time: Time) -> Candidate:
    reference = Reference(
        party=row.party,
        quantity=f"money {row.what} for {row.about}",
        basis=f"as stated by {row.source}",
        year=row.year,
        value=row.amount,
        unit=row.unit,
        source=f"{row.source} ({row.published.isoformat()}); confidence {row.confidence}",
        holds=holds,
    )
    return Candidate(reference, time)
