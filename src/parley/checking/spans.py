"""How long it was between two days of record: from adoption to coming into force, from one summit to another."""

from __future__ import annotations

import re
from datetime import date

from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding
from parley.checking.compare import figure_bounds
from parley.checking.facts import PUBLIC_RECORD, best, day_meant
from parley.checking.paris_agreement import days_outside, has_been_inside
from parley.checking.wording import party_words
from parley.records.verdict import Reference, Token

MEASURE = "span"
OUTSIDE = "outside the Paris Agreement"
_DAYS = {"year": 365.25, "month": 30.4375, "week": 7.0, "day": 1.0}
_BETWEEN = re.compile(r"(?P<first>\d{4}-\d\d-\d\d)/(?P<last>\d{4}-\d\d-\d\d|\.\.)")
_SOURCE = PUBLIC_RECORD.format("summits and climate agreements")


def is_of_days(about: str | None) -> bool:
    """Whether a length of time is one between days that are known."""
    return about == OUTSIDE or _BETWEEN.fullmatch(about or "") is not None


def check_span(assertion: Assertion, today: date) -> Finding:
    """The time between the two days. Raises ValueError where there is no figure."""
    if assertion.about == OUTSIDE:
        return _check_outside(assertion, today)
    found = _BETWEEN.fullmatch(assertion.about or "")
    if found is None:
        return Finding(missing="the days between which so much time has passed")
    first = date.fromisoformat(found["first"])
    last = day_meant(assertion, today) if found["last"] == ".." else date.fromisoformat(found["last"])
    days = (last - first).days
    reference = _reference(
        f"from {assertion.subject}: {first} to {last}, {_told(days)}", _judge(assertion, first, last)
    )
    return Finding((Candidate(reference),))


def _check_outside(assertion: Assertion, today: date) -> Finding:
    party = assertion.subject or ""
    times = days_outside(party, day_meant(assertion, today))
    if not times and not has_been_inside(party):
        return Finding(missing=f"whether {party_words(party)} was ever in the Paris Agreement")
    if not times:
        words = f"{party_words(party)} was never outside the Paris Agreement since it joined"
        return Finding((Candidate(_reference(words, "contradicted")),))
    return Finding(
        tuple(
            Candidate(
                _reference(
                    f"{party_words(party)} was outside the Paris Agreement from {first} to {last}, "
                    f"{_told((last - first).days)}",
                    _judge(assertion, first, last),
                )
            )
            for first, last in times
        )
    )


def _judge(assertion: Assertion, first: date, last: date) -> Token:
    """By the days in the unit named; days may be counted with the first or without."""
    if assertion.low is None:
        raise ValueError(f"there is no length of time in {assertion.words!r}")
    unit = assertion.unit or "year"
    bounds = figure_bounds(assertion.low, assertion.low, assertion.comparator, f"{assertion.low:g}")
    days = (last - first).days
    lengths = [days / _DAYS[unit]]
    if unit == "day":
        lengths.append(float(days + 1))
    return best([bounds.judge(length) for length in lengths])


def _told(days: int) -> str:
    if days < 2 * _DAYS["year"]:
        return f"{days} days"
    return f"{days / _DAYS['year']:.1f} years"


def _reference(fact: str, holds: Token) -> Reference:
    return Reference(quantity="days between", basis="the days of public record", fact=fact, source=_SOURCE, holds=holds)
