"""Leaving the Paris Agreement and coming back, against the days of record.

The table has every Party that announced to leave, so that one that is not in it has not left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding
from parley.checking.compare import judge_year
from parley.checking.facts import PUBLIC_RECORD, day_meant
from parley.checking.wording import party_words
from parley.inventory.recorded_pledge import Withdrawal, withdrawals
from parley.records.verdict import Reference, Token
from parley.terms.parties import parties

MEASURE = "paris_agreement"
_BACK = re.compile(r"join|enter|back|return", re.I)
_ANNOUNCED = re.compile(
    r"\b(?:announc|declar|said|says|sign|order|notif|decid|told|would|will|intend|plan"
    r"|to (?:leave|withdraw|quit|exit))",
    re.I,
)
_STATE = re.compile(
    r"\b(?:outside|not (?:a )?(?:party|member)|no longer|belongs|is in|part(?:y|ies|s)? (?:of|to)|member)\b"
)
_INSIDE = re.compile(
    r"^belongs|^(?:is|stands?|remains|stays|sits) (?:(?:still|now|again|once again|currently|today) )*"
    r"(?:(?:a )?(?:party|part|member)|in)\b"
)
_LATE = frozenset(("TUR", "RUS"))
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november")
_MONTH = re.compile(rf"\b(?:in|on|late|early)[^.;,]{{0,12}}?\b(?P<month>{'|'.join((*_MONTHS, 'december'))})\b", re.I)


@dataclass(frozen=True, slots=True)
class _Act:
    """What was done or announced on a day."""

    day: date
    words: str
    announced: bool


def check_paris_agreement(assertion: Assertion, today: date | None) -> Finding:
    """The acts of the Party of the kind that is told, each judged by its day; none: it has not left."""
    party = assertion.subject
    if not party:
        return Finding(missing="who is said to have left")
    if _STATE.search(assertion.written or ""):
        return _check_state(assertion, today)
    day = day_meant(assertion, today)
    back = _BACK.search(assertion.written or "") is not None
    acts = [act for act in _acts(party, back) if act.day <= day]
    if not acts:
        what = "come back to" if back else "left"
        return Finding((Candidate(_reference(party, f"had not {what} the Paris Agreement by {day}", "contradicted")),))
    announced = _ANNOUNCED.search(assertion.words) is not None
    return Finding(tuple(Candidate(_reference(party, act.words, _judge(assertion, act, announced))) for act in acts))


def days_outside(party: str, until: date) -> list[tuple[date, date]]:
    """The times at which a Party was outside up to a day, each from its first day to that of its return."""
    return [
        (left.effective, min(left.return_effective or until, until))
        for left in withdrawals(party)
        if left.effective <= until
    ]


def has_been_inside(party: str) -> bool:
    """Whether we know that a Party has joined: those of the G7, the G20 and the EU, but for two that did late."""
    known = {code for group in ("G7", "G20", "EUU") for code in parties()[group].members}
    return party in (known | {"EUU"}) - _LATE


def _check_state(assertion: Assertion, today: date | None) -> Finding:
    """Whether a Party is said to be inside or outside on the day on which it is said."""
    party = assertion.subject or ""
    day = day_meant(assertion, today)
    times = [left for left in withdrawals(party) if left.effective <= day]
    if not times and not has_been_inside(party):
        return Finding(missing=f"whether {party_words(party)} is in the Paris Agreement")
    outside = _INSIDE.search(assertion.written or "") is None
    is_out = any(left.holds_on(day, "effective") for left in times)
    if not times:
        words = f"{party_words(party)} had not left the Paris Agreement by {day}"
    else:
        spans = "; ".join(f"from {left.effective} to {left.return_effective or 'now'}" for left in times)
        words = f"{party_words(party)} was outside the Paris Agreement {spans}"
    token: Token = "supported" if is_out == outside else "outdated" if times and outside else "contradicted"
    found = [Candidate(_reference(party, words, token))]
    now = today or day
    if token == "supported" and now > day:
        is_out_now = any(left.holds_on(now, "effective") for left in withdrawals(party))
        held: Token = "supported" if is_out_now == outside else "contradicted"
        found.append(Candidate(_reference(party, words, held), "now"))
    return Finding(tuple(found), timeless=True)


def _judge(assertion: Assertion, act: _Act, announced: bool) -> Token:
    """By year and month; what is announced is not yet done."""
    if assertion.year is None:
        return "supported" if announced or not act.announced else "close"
    token = judge_year(assertion.year, act.day.year)
    month = _MONTH.search(assertion.words)
    if token == "supported" and month and (*_MONTHS, "december").index(month["month"].lower()) + 1 != act.day.month:
        token = "close"
    return "close" if token == "supported" and act.announced and not announced else token


def _acts(party: str, back: bool) -> Iterator[_Act]:
    for left in withdrawals(party):
        yield from _of_coming_back(left) if back else _of_leaving(left)


def _of_leaving(left: Withdrawal) -> Iterator[_Act]:
    yield _Act(left.effective, f"left the Paris Agreement on {left.effective}, announced on {left.announced}", False)
    words = f"announced on {left.announced} that it would leave the Paris Agreement, which it did on {left.effective}"
    yield _Act(left.announced, words, True)


def _of_coming_back(left: Withdrawal) -> Iterator[_Act]:
    if left.returned and left.return_effective:
        words = f"came back to the Paris Agreement on {left.return_effective}, announced on {left.returned}"
        yield _Act(left.return_effective, words, False)
        yield _Act(left.returned, words, False)


def _reference(party: str, words: str, holds: Token) -> Reference:
    return Reference(
        party=party,
        quantity="membership of the Paris Agreement",
        basis="withdrawals on record",
        fact=f"{party_words(party)} {words}",
        source=PUBLIC_RECORD.format("withdrawals from the Paris Agreement"),
        holds=holds,
    )
