"""When a goal of record was reached: "China met its goal of 1,200 GW for 2030 in July 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parley.checking.account import Account, Way
from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding
from parley.checking.compare import figure_bounds, judge_year
from parley.checking.facts import day_meant
from parley.checking.wording import party_words
from parley.inventory.energy import Fact, facts
from parley.records.verdict import Reference, Token

_REACHED = re.compile(r"(?P<value>[\d,]+) GW goal for (?P<due>\d{4}) reached (?P<month>[A-Z][a-z]+) (?P<year>\d{4})")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
_EARLY = re.compile(
    r"\b(?P<years>\d+|[a-z]+) (?:full )?(?:years?|decades?) (?:early|ahead|before|in advance|sooner)\b", re.I
)
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_TIME = re.compile(rf"\b(?:(?P<month>{'|'.join(_MONTHS)}) (?:of )?)?(?P<year>20\d\d)\b")


@dataclass(frozen=True, slots=True)
class _Goal:
    """A goal in GW with the month in which it was reached."""

    fact: Fact
    gw: float
    due: int
    reached: date


def reached_ways(party: str, measure: str, words: str) -> tuple[Way, ...]:
    """The goals reached, as figures of the year; on the words where they name the month."""
    return tuple(
        Way(
            Account(
                party,
                goal.fact.measure,
                f"the goal for {goal.due}, reached in {goal.reached:%B %Y}",
                goal.fact.unit,
                goal.fact.source,
                {goal.reached.year: goal.gw},
            ),
            on_words=f"{goal.reached:%B}" in words,
        )
        for goal in _goals(party, measure)
    )


def check_goal_reached(assertion: Assertion, today: date | None) -> Finding:
    """The month in which a goal of that size was reached. Raises ValueError for a figure that is not finite."""
    party = assertion.subject or ""
    low = assertion.low
    fitting = [
        goal
        for goal in _goals(party, "capacity")
        if low is not None and figure_bounds(low, low, assertion.comparator).judge(goal.gw) == "supported"
    ]
    if assertion.unit != "GW" or not fitting:
        return Finding(missing="when that goal was reached")
    return Finding(tuple(Candidate(_reference(goal, _judge(assertion, goal, today))) for goal in fitting))


def _judge(assertion: Assertion, goal: _Goal, today: date | None) -> Token:
    if day_meant(assertion, today) < goal.reached:
        return "contradicted"
    if early := _EARLY.search(assertion.words):
        word = early["years"].lower()
        years = 10 if "decade" in early.group().lower() else int(word) if word.isdigit() else _COUNTS.get(word, 0)
        if abs(years - (goal.due - goal.reached.year)) > 1:
            return "contradicted" if years else "close"
    times = [found for found in _TIME.finditer(assertion.words) if int(found["year"]) not in (goal.due, assertion.year)]
    if not times:
        return "supported"
    month, year = times[0]["month"], int(times[0]["year"])
    token = judge_year(year, goal.reached.year)
    return "close" if token == "supported" and month and _MONTHS.index(month) + 1 != goal.reached.month else token


def _goals(party: str, measure: str) -> Iterator[_Goal]:
    for fact in facts(party, measure) if party else ():
        if found := _REACHED.search(fact.basis):
            reached = date(int(found["year"]), _MONTHS.index(found["month"]) + 1, 1)
            yield _Goal(fact, float(found["value"].replace(",", "")), int(found["due"]), reached)


def _reference(goal: _Goal, holds: Token) -> Reference:
    what = goal.fact.measure.removesuffix(" capacity")
    return Reference(
        party=goal.fact.party,
        quantity="goal reached",
        basis="the month in which it was reached",
        year=goal.reached.year,
        fact=f"{party_words(goal.fact.party)} reached {goal.gw:,.0f} GW of {what},"
        f" its goal for {goal.due}, in {goal.reached:%B %Y}",
        source=goal.fact.source,
        holds=holds,
    )
