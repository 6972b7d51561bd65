"""When and where an agreement was adopted, opened for signature or came into force, against public record."""

from __future__ import annotations

import re

from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding
from parley.checking.compare import judge_year
from parley.checking.facts import PUBLIC_RECORD, one_wrong
from parley.records.verdict import Reference, Token
from parley.terms.agreements import STEP_WORDS, Agreement, Step, agreement_titled
from parley.terms.summits import place_named, summit_named
from parley.terms.when import Interval

SOURCE = PUBLIC_RECORD.format("climate agreements")
_NEAR_DAYS = 31
_TELLS_OF_ONE = re.compile(r"(?P<title>.+): (?P<step>adopted|opened|in_force)")


def agreement_told(detail: str | None) -> tuple[Agreement, Step] | None:
    """The agreement and the step that the name of an event stands for."""
    found = _TELLS_OF_ONE.fullmatch(detail or "")
    agreement = agreement_titled(found["title"]) if found else None
    if found is None or agreement is None:
        return None
    step: Step = "adopted" if found["step"] == "adopted" else "opened" if found["step"] == "opened" else "in_force"
    return agreement, step


def check_agreement(assertion: Assertion, agreement: Agreement, step: Step) -> Finding:
    """The day, the city and the summit that are told, each judged by itself."""
    day = agreement.day(step)
    if day is None:
        return Finding(missing=f"the day on which the {agreement.title} was {STEP_WORDS[step]}")
    details: list[Token] = []
    if assertion.when:
        details.append(_judge_day(Interval.parse(assertion.when), Interval.day(day)))
    elif assertion.year is not None:
        details.append(judge_year(assertion.year, day.year))
    if assertion.about:
        details.append(_judge_place(assertion.about, agreement, step))
    if not details:
        return Finding(missing="a day or a place to hold against the record")
    city = agreement.city(step)
    reference = Reference(
        quantity="agreement",
        basis="the day and the place of public record",
        year=day.year,
        fact=f"{agreement.title}, {STEP_WORDS[step]} on {day.isoformat()}" + (f" in {city}" if city else ""),
        source=SOURCE,
        holds=one_wrong(details),
    )
    return Finding((Candidate(reference),))


def _judge_day(stated: Interval, day: Interval) -> Token:
    """A day, a month or a year as stated: it holds the day, is near it, or is of a year a little off."""
    if stated.overlaps(day):
        return "supported"
    if stated.overlaps(day, _NEAR_DAYS):
        return "close"
    return "contradicted" if judge_year(stated.anchor.year, day.anchor.year) == "contradicted" else "close"


def _judge_place(place: str, agreement: Agreement, step: Step) -> Token:
    """A city, or the summit by its name."""
    if summit := summit_named(place):
        held_at = summit_named(agreement.adopted_at) if agreement.adopted_at else None
        return "supported" if step == "adopted" and held_at == summit else "contradicted"
    city = agreement.city(step)
    return "supported" if city is not None and (place_named(place) or place) == city else "contradicted"
