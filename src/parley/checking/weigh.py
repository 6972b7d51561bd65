"""Every account of what is claimed, held against the claim for its own time, for now, and for the years around."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from parley.checking.account import Account, AsOf, Way, reference
from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.times import Times, Topic, times_of
from parley.inventory.tables import remembered
from parley.records.verdict import SEVERITY, Token

Judge = Callable[[float], Token]

_BEST = tuple(reversed(SEVERITY[:-1]))
# How many years an account may end before the newest one and still be heard on a claim without a year.
_STALE = 2


def weigh(
    assertion: Assertion,
    today: date | None,
    ways: Sequence[Way],
    judge: Judge,
    topic: Topic,
    *,
    confidence: float = 1.0,
) -> Finding:
    """What each way of accounting says of an assertion; ``judge`` turns a figure into a token."""
    heard = [way for way in ways if way.account.figures]
    if not heard:
        return Finding(missing="no figures of it")
    own = [way.account for way in heard if way.on_words] or [way.account for way in heard]
    first, last = min(account.first for account in own), max(account.last for account in own)
    times = times_of(assertion.year, assertion.said, today, topic, first, last)
    then = [found for way in heard if (found := _then(way, times, judge))]
    if not then:
        return Finding(missing=_out_of_range(times, own), timeless=times.timeless)
    settled = any(candidate.holds == "supported" and candidate.on_words for candidate in then)
    others = () if settled else _elsewhen(heard, times, judge)
    now = [found for way in heard if (found := _now(way, times, then, judge))]
    return Finding((*then, *others, *now), times.timeless, confidence=confidence)


def _then(way: Way, times: Times, judge: Judge) -> Candidate | None:
    """The account in the year that the claim speaks for; of several such years the one that suits it best."""
    account = way.account
    years = [year for year in times.then if year in account.figures]
    if not years and times.timeless:
        years = _before(account, times.then[0])
    if not years:
        return None
    year = years[0] if len(years) == 1 else min(years, key=lambda at: _BEST.index(judge(account.figures[at])))
    return _candidate(account, year, judge(account.figures[year]), "then", way.on_words)


def _before(account: Account, year: int) -> list[int]:
    """The last year with a figure before ``year``, unless it is too long ago."""
    return [earlier for earlier in range(year - 1, year - 1 - _STALE, -1) if earlier in account.figures][:1]


def _now(way: Way, times: Times, then: Sequence[Candidate], judge: Judge) -> Candidate | None:
    account = way.account
    year = next(iter([times.now] if times.now in account.figures else _before(account, times.now)), None)
    if year is None:
        return None
    if year in times.then and any(found.reference.year == year and _is_of(found, account) for found in then):
        return None
    return _candidate(account, year, judge(account.figures[year]), "now", way.on_words)


def _is_of(candidate: Candidate, account: Account) -> bool:
    return (candidate.reference.basis, candidate.reference.source) == (account.basis, account.source)


def _elsewhen(heard: Sequence[Way], times: Times, judge: Judge) -> Iterator[Candidate]:
    """For each account that the words allow, the nearest other year for which the claim is true."""
    time: Time = "earlier" if times.timeless else "near"
    for way in heard:
        if way.on_words:
            figures = way.account.figures
            for year in times.earlier or times.near:
                if (value := figures.get(year)) is not None and judge(value) == "supported":
                    yield _candidate(way.account, year, "supported", time, True)
                    break


@remembered
def _candidate(account: Account, year: int, holds: Token, time: Time, on_words: bool) -> Candidate:
    as_of: AsOf = "now" if time == "now" else "then"
    return Candidate(reference(account, year, holds, as_of), time, on_words)


def _out_of_range(times: Times, accounts: Sequence[Account]) -> str:
    first, last = min(account.first for account in accounts), max(account.last for account in accounts)
    year = times.then[0] if times.then else times.now
    return f"figures for {year}; there are figures for {first} to {last}"
