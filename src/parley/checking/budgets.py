"""What is left of the carbon budget: "400 billion tonnes of CO2 from 2020 for a two-thirds chance of 1.5 degrees".

Held against budgets as published, each with its start and likelihood, and against AR6's less what was emitted since.
Where the words name no likelihood, even odds and two in three are what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.compare import bounds_of
from parley.checking.published_figures import COMPUTED, PublishedBudget, published_budgets
from parley.inventory.emissions import emissions
from parley.inventory.series import Series
from parley.inventory.tables import remembered
from parley.records.verdict import Reference, Token

QUANTITY = "remaining carbon budget"
AR6_SINCE = 2020
_LEVEL = re.compile(r"\b(?P<level>1\.[5-9]|2(?:\.0)?)\s?(?:°|º|degrees?|deg|C\b|-degree)", re.I)
_START = re.compile(
    r"\b(?:from|since|start of|beginning of|as of)(?: (?:the )?(?:start|beginning) of)? (?P<year>20\d\d)\b"
)
_ODDS = (
    (r"\btwo[- ]thirds\b|\b6[67]\s?(?:%|per ?cent)|\b(?:two|2)[- ](?:in|out of)[- ](?:three|3)\b|\blikely\b", (0.67,)),
    (r"\b83\s?(?:%|per ?cent)|\bfive[- ](?:in|out of)[- ]six\b|\bfour[- ]in[- ]five\b", (0.83,)),
    (r"\b33\s?(?:%|per ?cent)|\bone[- ]third\b|\bone[- ](?:in|out of)[- ]three\b", (0.33,)),
    (
        r"\b50\s?(?:%|per ?cent)|\b50[-:]50\b|\b50/50\b|\beven (?:chance|odds)\b"
        r"|\b(?:one|1)[- ](?:in|out of)[- ](?:two|2)\b|\bcoin\b"
        r"|\bfifty[- ]fifty\b|\bhalf a chance\b|\bevens\b",
        (0.5,),
    ),
)
_AT_MOST = re.compile(r"\b(?:no|not) more than\b|\bat (?:the )?most\b|\bup to\b|\bmaximum\b", re.I)
"""What is left is as much as may be emitted at most: such words say how much it is, not that it is less."""
_USUAL = (0.5, 0.67)
_SAME_ODDS = 0.011
_GT: dict[str, float] = {"tCO2": 1e9, "tCO2e": 1e9, "t": 1e9, "MtCO2": 1e3, "GtCO2": 1.0}
_OLD_DAYS = 3 * 366
_MT_IN_GT = 1e3


def check_budget(assertion: Assertion, today: date) -> Finding:
    """Budgets for the level of warming named, from the start named or of the day.

    Raises ValueError where the words give no figure, InventoryError where emissions since AR6 are not known.
    """
    level = warming_level(f"{assertion.about or ''} {assertion.words}")
    if level is None:
        return Finding(missing="budgets without a level of warming, which the words do not name")
    if assertion.comparator == "<" and _AT_MOST.search(assertion.words):
        assertion = replace(assertion, comparator="=")
    judge = _judge_of(assertion, today)
    if judge is None:
        return Finding(missing=f"budgets in {assertion.unit}")
    start, odds, said = _start(assertion), _odds(assertion.words), assertion.said or today
    rows = [row for row in published_budgets() if row.warming_c == level and row.published <= max(said, today)]
    if start is not None:
        return Finding(tuple(_from_a_start(rows, start, judge, odds, level)))
    then = [*_newest(rows, said), *_less_emitted(level, said.year)]
    older = [row for row in rows if row.published <= said and row not in then]
    now = [*_newest(rows, today), *_less_emitted(level, today.year)] if said != today else []
    return Finding(
        (
            *(_candidate(row, judge, odds, "then") for row in then),
            *[found for row in older if (found := _candidate(row, judge, odds, "earlier")).holds == "supported"][-1:],
            *(_candidate(row, judge, odds, "now") for row in now),
        ),
        timeless=True,
    )


def remaining_budgets(level: float, day: date) -> tuple[PublishedBudget, ...]:
    """Budgets on a day: the newest published ones, and AR6's less what was emitted in the full years since."""
    known = [row for row in published_budgets() if row.warming_c == level and row.published <= day]
    return (*_newest(known, day), *_less_emitted(level, day.year))


@lru_cache(maxsize=1024)
def warming_level(words: str) -> float | None:
    """The level of warming that the words name."""
    found = _LEVEL.search(words)
    return float(found["level"]) if found else None


def _judge_of(assertion: Assertion, today: date) -> Callable[[float], Token] | None:
    """From a budget in Gt to what it says of the claim, in tonnes or in years of the emissions of the time."""
    bounds = bounds_of(assertion)
    if assertion.unit in ("years", "year"):
        a_year = _yearly_gt((assertion.said or today).year - 1)
        return lambda gt: bounds.judge(gt / a_year)
    scale = _GT.get(assertion.unit or "tCO2")
    return None if scale is None else lambda gt: bounds.judge(gt * scale)


def _start(assertion: Assertion) -> int | None:
    """The year from which the words count; a year beside the figure may be that of a report."""
    if found := _START.search(assertion.words):
        return int(found["year"])
    return assertion.year or assertion.base_year


@lru_cache(maxsize=1024)
def _odds(words: str) -> tuple[float, ...]:
    return next((odds for pattern, odds in _ODDS if re.search(pattern, words, re.I)), _USUAL)


def _from_a_start(
    rows: list[PublishedBudget], start: int, judge: Callable[[float], Token], odds: tuple[float, ...], level: float
) -> Iterator[Candidate]:
    """Those that count from the year named; where there are none, AR6's less what was emitted up to it."""
    same = [row for row in rows if row.since == start] or _less_emitted(level, start)
    yield from (_candidate(row, judge, odds, "then") for row in same)


def _newest(rows: list[PublishedBudget], day: date) -> list[PublishedBudget]:
    """The newest of each publisher on ``day``, where it is not too old."""
    newest: dict[str, date] = {}
    known = [row for row in rows if row.published <= day and (day - row.published).days <= _OLD_DAYS]
    for row in known:
        newest[row.publisher] = max(row.published, newest.get(row.publisher, row.published))
    return [row for row in known if row.published == newest[row.publisher]]


@remembered
def _less_emitted(level: float, until: int) -> list[PublishedBudget]:
    """AR6's budgets less the CO2 emitted from 2020 to the year before ``until``; none for a start before 2021."""
    years, last = range(AR6_SINCE, until), _world().years[-1]
    if not years:
        return []
    spent = sum(_yearly_gt(year) for year in years)
    taken = f", later years taken as {last}" if years[-1] > last else ""
    return [
        PublishedBudget(
            publisher="Parley",
            report=f"{row.publisher}, {row.report}, less what was emitted before {until} ({_world().source}{taken})",
            published=row.published,
            since=until,
            warming_c=level,
            likelihood=row.likelihood,
            budget_gtco2=row.budget_gtco2 - spent,
            confidence=COMPUTED,
        )
        for row in published_budgets()
        if row.warming_c == level and row.since == AR6_SINCE
    ]


def _yearly_gt(year: int) -> float:
    """The world's CO2 of a year, or of the last that is known before it."""
    world = _world()
    return world.value(min(year, world.years[-1])) / _MT_IN_GT


@remembered
def _world() -> Series:
    return emissions("WLD", gas="CO2", basis="incl_lulucf")


def _candidate(row: PublishedBudget, judge: Callable[[float], Token], odds: tuple[float, ...], time: Time) -> Candidate:
    on_words = any(abs(row.likelihood - wanted) <= _SAME_ODDS for wanted in odds)
    return _remembered_candidate(row, judge(row.budget_gtco2), time, on_words)


@remembered
def _remembered_candidate(row: PublishedBudget, holds: Token, time: Time, on_words: bool) -> Candidate:
    return Candidate(budget_reference(row, holds, time), time, on_words)


def budget_reference(row: PublishedBudget, holds: Token, time: Time) -> Reference:
    """A budget as a reference."""
    return Reference(
        party="WLD",
        quantity=f"{QUANTITY} for {row.warming_c:g} °C from the start of the year on",
        basis=f"{100 * row.likelihood:g} % chance of less warming",
        year=row.since,
        value=round(row.budget_gtco2, 1),
        unit="GtCO2",
        source=row.source,
        holds=holds,
        as_of="now" if time == "now" else "then",
    )
