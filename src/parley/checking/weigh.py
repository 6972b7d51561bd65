"""Every account of what is claimed, held against the claim for its own time, for now, and for the years around."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from parley.checking.account import Account, AsOf, Way, reference
from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.times import Times, Topic, times_of
from parley.inventory.tables import remembered
from parley.records.verdict import SEVERITY, Reference, Token

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
    others = () if _needs_no_other_year(then, times) else tuple(_elsewhen(own, times, judge))
    now = [found for way in heard if (found := _now(way, times, then, judge))]
    strict = assertion.comparator in ("<", ">")
    return Finding((*then, *others, *now), times.timeless, confidence=confidence, strict=strict)


def _needs_no_other_year(then: Sequence[Candidate], times: Times) -> bool:
    """Whether the claim's own time settles it: true there or, where it names its year, close."""
    enough: tuple[Token, ...] = ("supported",) if times.timeless else ("supported", "close")
    return any(candidate.on_words and candidate.holds in enough for candidate in then)


def _then(way: Way, times: Times, judge: Judge) -> Candidate | None:
    """The account in the year that the claim speaks for; of several such years the one that suits it best."""
    figures, best = way.account.figures, None
    for year in times.then:
        if year in figures:
            holds = judge(figures[year])
            if best is None or _BEST.index(holds) < _BEST.index(best[1]):
                best = (year, holds)
    if best is None and times.timeless and (year := _before(figures, times.then[0])):
        best = (year, judge(figures[year]))
    return None if best is None else _candidate(way.account, *best, "then", way.on_words)


def _before(figures: dict[int, float], year: int) -> int:
    """The last year with a figure before ``year``, 0 where it is too long ago."""
    return next((earlier for earlier in range(year - 1, year - 1 - _STALE, -1) if earlier in figures), 0)


def _now(way: Way, times: Times, then: Sequence[Candidate], judge: Judge) -> Candidate | None:
    """The account in the newest year, unless that is the one which the claim was judged by."""
    account = way.account
    year = times.now if times.now in account.figures else _before(account.figures, times.now)
    if not year:
        return None
    found = _candidate(account, year, judge(account.figures[year]), "now", way.on_words)
    if year in times.then and any(_same_figure(found.reference, candidate.reference) for candidate in then):
        return None
    return found


def _same_figure(one: Reference, other: Reference) -> bool:
    return one.year == other.year and one.basis == other.basis and one.source == other.source


def _elsewhen(accounts: Sequence[Account], times: Times, judge: Judge) -> Iterator[Candidate]:
    """The nearest other year for which the claim is true, by every account that bears it out then."""
    time: Time = "earlier" if times.timeless else "near"
    for year in times.earlier or times.near:
        found = [each for each in accounts if year in each.figures and judge(each.figures[year]) == "supported"]
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
