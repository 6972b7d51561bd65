"""Every account of what is claimed, held against the claim for its own time, for now, and for the years around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import nan

from parley.checking.account import Account, AsOf, Way, reference
from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.compare import Bounds
from parley.checking.times import Times, Topic, times_of
from parley.inventory.tables import remembered
from parley.records.verdict import SEVERITY, Reference, Token

_BEST = tuple(reversed(SEVERITY[:-1]))
# How many years an account may end before the newest one and still be heard on a claim without a year.
_STALE = 2
# Lies in no bounds, for years without a figure.
_NOTHING = nan


def weigh(
    assertion: Assertion,
    today: date | None,
    ways: Sequence[Way],
    bounds: Bounds,
    topic: Topic,
    *,
    confidence: float = 1.0,
) -> Finding:
    """What each way of accounting says of an assertion; ``bounds`` are in the unit of the accounts."""
    heard = [way for way in ways if way.account.figures]
    if not heard:
        return Finding(missing="no figures of it")
    own = [way.account for way in heard if way.on_words] or [way.account for way in heard]
    first, last = min(account.first for account in own), max(account.last for account in own)
    times = times_of(assertion.year, assertion.said, today, topic, first, last)
    then = [found for way in heard if (found := _then(way, times, bounds))]
    if not then:
        return Finding(missing=_out_of_range(times, own), timeless=times.timeless)
    others = () if _needs_no_other_year(then, times) else tuple(_elsewhen(own, times, bounds))
    now = [found for account in own if (found := _now(account, times, then, bounds))]
    strict = assertion.comparator in ("<", ">")
    return Finding((*then, *others, *now), times.timeless, confidence=confidence, strict=strict)


def _needs_no_other_year(then: Sequence[Candidate], times: Times) -> bool:
    """Whether the claim's own time settles it: true there or, where it names its year, close."""
    enough: tuple[Token, ...] = ("supported",) if times.timeless else ("supported", "close")
    return any(candidate.on_words and candidate.holds in enough for candidate in then)


def _then(way: Way, times: Times, bounds: Bounds) -> Candidate | None:
    """The account in the year that the claim speaks for; of several such years the one that suits it best."""
    figures, first = way.account.figures, times.then[0]
    if len(times.then) == 1 and first in figures:
        return _candidate(way.account, first, bounds.judge(figures[first]), "then", way.on_words)
    years = [year for year in times.then if year in figures]
    if not years:
        before = _before(figures, first) if times.timeless else 0
        if not before:
            return None
        years = [before]
    judged = [(bounds.judge(figures[year]), year) for year in years]
    holds, year = judged[0] if len(judged) == 1 else min(judged, key=_worth)
    return _candidate(way.account, year, holds, "then", way.on_words)


def _worth(judged: tuple[Token, int]) -> int:
    return _BEST.index(judged[0])


def _before(figures: dict[int, float], year: int) -> int:
    """The last year with a figure before ``year``, 0 where it is too long ago."""
    return next((earlier for earlier in range(year - 1, year - 1 - _STALE, -1) if earlier in figures), 0)


def _now(account: Account, times: Times, then: Sequence[Candidate], bounds: Bounds) -> Candidate | None:
    """An account that the words allow in the newest year, unless that is the one which the claim was judged by."""
    year = times.now if times.now in account.figures else _before(account.figures, times.now)
    if not year:
        return None
    if year in times.then and any(_is_of(candidate.reference, account, year) for candidate in then):
        return None
    return _candidate(account, year, bounds.judge_later(account.figures[year]), "now", True)


def _is_of(reference: Reference, account: Account, year: int) -> bool:
    return reference.year == year and (reference.basis, reference.source) == (account.basis, account.source)


def _elsewhen(accounts: Sequence[Account], times: Times, bounds: Bounds) -> Iterator[Candidate]:
    """The nearest other year for which the claim is true, by every account that bears it out then."""
    time: Time = "earlier" if times.timeless else "near"
    low, high = bounds.low, bounds.high
    for year in times.earlier or times.near:
        found = [account for account in accounts if low <= account.figures.get(year, _NOTHING) <= high]
        yield from (_candidate(account, year, "supported", time, True) for account in found)
        if found:
            return


@remembered
def _candidate(account: Account, year: int, holds: Token, time: Time, on_words: bool) -> Candidate:
    as_of: AsOf = "now" if time == "now" else "then"
    return Candidate(reference(account, year, holds, as_of), time, on_words)


def _out_of_range(times: Times, accounts: Sequence[Account]) -> str:
    first, last = min(account.first for account in accounts), max(account.last for account in accounts)
    year = times.then[0] if times.then else times.now
    return f"figures for {year}; there are figures for {first} to {last}"
