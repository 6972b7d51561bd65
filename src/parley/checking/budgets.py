"""What is left of the carbon budget: "400 billion tonnes of CO2 from 2020 for a two-thirds chance of 1.5 degrees".

Held against budgets as published, each with its start and likelihood, and against AR6's less what was emitted since.
Where the words name no likelihood, even odds and two in three are what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.compare import bounds_of
from parley.checking.published_figures import COMPUTED, PublishedBudget, published_budgets
from parley.checking.report_dates import years_of_reports
from parley.inventory.emissions import emissions
from parley.inventory.series import Series
from parley.inventory.tables import remembered
from parley.records.verdict import Reference, Token

QUANTITY = "remaining carbon budget"
AR6_SINCE = 2020
_LEVEL = re.compile(r"\b(?P<level>1\.[5-9]|2(?:\.0)?)\s?(?:°|º|degrees?|deg|C\b|-degree)", re.I)
_START = re.compile(
    r"\b(?:from|since|start of|beginning of|as of)(?: (?:the )?(?:start|beginning|outset) of)?(?: (?:1 )?January)? "
    r"(?P<year>20\d\d)\b"
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
_AT_MOST = re.compile(r"\b(?:no|not) more than\b|\bas much as\b|\bat (?:the )?most\b|\bup to\b|\bmaximum\b", re.I)
"""What is left is as much as may be emitted at most: such words say how much it is, not that it is less."""
_CHANCE = re.compile(
    r"\b(?P<chance>\d\d)(?:\s?%| ?per ?cent|[- ]in[- ]100)?[ -](?:or (?:better|higher|greater) |or so )?"
    r"(?:chance|probability|likelihood|odds|shot)"
    r"|\b(?:chance|probability|likelihood|odds) of (?P<behind>\d\d) ?(?:%|per ?cent)",
    re.I,
)
_USUAL = (0.5, 0.67)
_SAME_ODDS = 0.011
_STEPS = 20
_NEXT_ODDS = 0.2
"""Odds that are further from those named are no other basis but something else."""
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
        from_then = [row for row in rows if row.since == start] or _less_emitted(level, start)
        return _found(tuple(_candidates(from_then, judge, odds, "then")), odds, timeless=False)
    then = [*_newest(rows, said), *_less_emitted(level, said.year)]
    older = [row for row in rows if row.published <= said and row not in then]
    now = [*_newest(rows, today), *_less_emitted(level, today.year)] if said != today else []
    right = [found for found in _candidates(older, judge, odds, "earlier") if found.holds == "supported"]
    found = (*_candidates(then, judge, odds, "then"), *right[-1:], *_candidates(now, judge, odds, "now"))
    return _found(found, odds, timeless=True)


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
    year = assertion.year or assertion.base_year
    return None if year in years_of_reports(assertion.words) else year


@lru_cache(maxsize=1024)
def _odds(words: str) -> tuple[float, ...]:
    """The odds that the words name, in the table or not; else the usual ones."""
    if found := _CHANCE.search(words):
        return (int(found["chance"] or found["behind"]) / 100,)
    return next((odds for pattern, odds in _ODDS if re.search(pattern, words, re.I)), _USUAL)


def _found(candidates: tuple[Candidate, ...], odds: tuple[float, ...], timeless: bool) -> Finding:
    if not any(candidate.time == "then" for candidate in candidates):
        chances = " or ".join(f"{100 * wanted:g}" for wanted in odds)
        return Finding(missing=f"budgets for a chance of {chances} % from that time")
    return Finding(candidates, timeless=timeless)


def _candidates(
    rows: Sequence[PublishedBudget], judge: Callable[[float], Token], odds: tuple[float, ...], time: Time
) -> Iterator[Candidate]:
    """What budgets say of the claim: those of the odds meant, and of odds near by as another basis.

    Where a report has none of the odds named, the two next to them bound what it may be, and it is close inside.
    """
    for report in dict.fromkeys((row.publisher, row.report, row.since) for row in rows):
        of_it = [row for row in rows if (row.publisher, row.report, row.since) == report]
        meant = [row for row in of_it if _is_meant(row, odds)]
        if meant or odds == _USUAL:
            near = [row for row in of_it if odds == _USUAL or abs(row.likelihood - odds[0]) <= _NEXT_ODDS]
            yield from (_remembered_candidate(row, judge(row.budget_gtco2), time, row in meant) for row in near)
        elif bounds := _next_to(of_it, odds[0]):
            less, more = bounds
            token: Token = "close" if _is_between(judge, less.budget_gtco2, more.budget_gtco2) else "contradicted"
            yield from (_remembered_candidate(row, token, time, True) for row in bounds)
        elif abs(of_it[0].likelihood - odds[0]) <= _NEXT_ODDS:
            yield from (_remembered_candidate(row, judge(row.budget_gtco2), time, False) for row in of_it)


def _is_meant(row: PublishedBudget, odds: tuple[float, ...]) -> bool:
    return any(abs(row.likelihood - wanted) <= _SAME_ODDS for wanted in odds)


def _next_to(rows: Sequence[PublishedBudget], wanted: float) -> tuple[PublishedBudget, PublishedBudget] | None:
    """The budgets of one report for the odds above and below those wanted."""
    above = [row for row in rows if row.likelihood > wanted]
    below = [row for row in rows if row.likelihood < wanted]
    if not above or not below:
        return None
    return min(above, key=lambda row: row.likelihood), max(below, key=lambda row: row.likelihood)


def _is_between(judge: Callable[[float], Token], low: float, high: float) -> bool:
    """Whether the claim would be borne out by a budget somewhere between two."""
    return any(judge(low + step * (high - low) / _STEPS) == "supported" for step in range(_STEPS + 1))


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
