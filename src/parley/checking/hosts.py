"""How often a Party hosted the climate conference, against the calendar of summits."""

from __future__ import annotations

from datetime import date

from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding
from parley.checking.facts import PUBLIC_RECORD, day_meant
from parley.checking.wording import party_words
from parley.records.verdict import Reference, Token
from parley.terms.summits import CLIMATE_CONFERENCE, Summit, editions

MEASURE = "hosted"
ABOUT = "climate conferences hosted"


def check_hosted(assertion: Assertion, today: date) -> Finding:
    """The conferences held in the Party up to the day meant. Raises ValueError where there is no figure."""
    if assertion.low is None or assertion.subject is None:
        raise ValueError(f"there is no number of conferences in {assertion.words!r}")
    party, day = assertion.subject, day_meant(assertion, today)
    then, now = _hosted(party, day), _hosted(party, today)
    found = [Candidate(_reference(party, then, _judge(assertion.low, then), day))]
    if len(now) != len(then):
        found.append(Candidate(_reference(party, now, _judge(assertion.low, now), today), "now"))
    return Finding(tuple(found), timeless=True, strict=True)


def _judge(claimed: float, held: tuple[Summit, ...]) -> Token:
    if claimed == len(held):
        return "supported"
    return "close" if claimed and held and abs(claimed - len(held)) == 1 else "contradicted"


def _hosted(party: str, day: date) -> tuple[Summit, ...]:
    return tuple(each for each in editions(CLIMATE_CONFERENCE) if each.country == party and each.start <= day)


def _reference(party: str, held: tuple[Summit, ...], token: Token, day: date) -> Reference:
    told = ", ".join(f"{each.name} in {each.city} ({each.start.year})" for each in held) or "none"
    return Reference(
        party=party,
        quantity="climate conferences hosted",
        basis="the days and the place where they were held",
        year=day.year,
        fact=f"climate conferences held in {party_words(party)} by {day}: {told}",
        source=PUBLIC_RECORD.format("summits, conveners' announcements"),
        holds=token,
    )
