"""Warming to come: "on current policies the world is heading for 2.7 degrees by 2100" against published outlooks.

Outlooks of different cases, chances and publishers are different things: each is held against the claim by itself, and
those that the words leave out (another case, another publisher) are another basis.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from parley.checking.account import AsOf
from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.compare import Bounds, figure_bounds
from parley.checking.report_dates import times_named
from parley.inventory.assessments import Assessment, Case, assessments, publishers
from parley.inventory.tables import remembered
from parley.records.verdict import Reference, Token
from parley.terms.when import Interval

_SURELY_AHEAD = re.compile(
    r"\bon (?:track|course|a path|the path|a trajectory|the road|the way)\b|\bhead(?:ing|ed|s) (?:for|to|towards?)\b"
    r"|\bpath(?:way)? (?:to|towards)\b|\bend of (?:the|this) century\b|\bthis century\b|\bcentury['’]s end\b"
    r"|\bcentury\b[^.;]{0,20}\b(?:ends?|close[sd]?|finish(?:es)?)\b"
    r"|\bby (?:2100|the 2090s)\b|\bin 2100\b|\bset to warm\b|\bimplied\b"
    r"|\b(?:current|present|existing|today['’]s|stated|unchanged)"
    r" (?:policies|pledges|course|trends|promises|plans|targets)\b"
    r"|\b(?:polic(?:y|ies)|pledges?|promises?|targets?|plans|commitments?|NDCs?|contributions)\b[^.;]{0,60}?"
    r"\b(?:lead|led|bring|mean|put|impl|result|cause|deliver|point|yield|translate|limit|hold|held|keep|kept|warm|heat)",
    re.I,
)
_AHEAD = re.compile(
    r"\bcurrent (?:course|trends)\b"
    r"|\b(?:would|will|could) (?:\w+ ){0,4}(?:warm|heat|warming|rise|lead|limit|bring|mean|see|face)\b",
    re.I,
)
_LAST_YEAR_OF_REPORTS = 2029
_YEARS_AHEAD = 10
_NEAR: tuple[Case, ...] = ("near_term_targets", "unconditional_ndc", "conditional_ndc", "all_ndcs")
_PLEDGES: tuple[Case, ...] = (*_NEAR, "ndc_and_net_zero")
_CASES: tuple[tuple[str, tuple[Case, ...]], ...] = (
    (r"\b(?:optimistic|hopeful|rosiest)\b|\bbest case\b", ("optimistic",)),
    (r"\bnet[- ]zero\b|\blong[- ]term\b", ("ndc_and_net_zero", "optimistic")),
    (r"\bin full\b|\bfully\b", (*_PLEDGES, "optimistic")),
    (r"\ball (?:the |of the )?(?:pledges|promises|targets)\b", ("ndc_and_net_zero", "optimistic")),
    (r"\bunconditional\b", ("unconditional_ndc",)),
    (r"\bconditional\b", ("conditional_ndc",)),
    (r"\b2030 (?:targets|pledges|goals)\b", _NEAR),
    (r"\bpledge|\btarget|\bpromis|\bcommitment|\bNDCs?\b|\bplans\b", _PLEDGES),
    (r"\bpolic|\bcurrent(?:ly)?\b|\btoday's\b|\bbusiness as usual\b", ("current_policies",)),
)
"""Of what the words speak; the first that fits counts."""
_PUBLISHERS = (
    (r"\bUNEP\b|\bUN Environment\b|\bEmissions Gap\b", ("UNEP",)),
    (r"\bClimate Action Tracker\b|\bCAT\b", ("Climate Action Tracker",)),
    (r"\bIEA\b|\bInternational Energy Agency\b", ("IEA",)),
    (r"\bIPCC\b", ("IPCC",)),
    (r"\bUNFCCC\b|\bUN Climate Change\b|\bsynthesis report\b", ("UNFCCC secretariat",)),
    (r"\bU\.?N\.?\b|\bUnited Nations\b", ("UNEP", "UNFCCC secretariat")),
)
_PLEDGES_ARE_NDCS = frozenset(("UNEP", "UNFCCC secretariat"))
"""Publishers whose "pledges" do not take net-zero years with them."""
_WIDE_K = 0.6
_OLD_DAYS = 3 * 366


def is_projection(assertion: Assertion) -> bool:
    """Whether the words speak of warming to come."""
    said = assertion.said.year if assertion.said else None
    surely, maybe = _is_ahead(assertion.words)
    if surely:
        return True
    if assertion.year is not None:
        return assertion.year >= 2040 or (said is not None and assertion.year >= said + _YEARS_AHEAD)
    return maybe


@lru_cache(maxsize=2048)
def _is_ahead(words: str) -> tuple[bool, bool]:
    """Whether words speak of warming to come whatever year they name, and whether they do where they name none."""
    return _SURELY_AHEAD.search(words) is not None, _AHEAD.search(words) is not None


def check_projection(assertion: Assertion, today: date, bounds: Bounds) -> Finding:
    """What had been published by the day for what the words speak of, what older reports said, and what is said now."""
    found = _finding(assertion, today, bounds)
    if assertion.low is None or assertion.high is None or assertion.high - assertion.low <= _WIDE_K:
        return found
    ends = [figure_bounds(end, end, unit=assertion.unit) for end in (assertion.low, assertion.high)]
    meant = [each.reference.value for each in found.candidates if each.on_words and each.reference.value is not None]
    if any(end.judge(value) == "supported" for end in ends for value in meant):
        return found
    return replace(found, candidates=tuple(_too_wide(each) for each in found.candidates))


def _too_wide(candidate: Candidate) -> Candidate:
    """A range that holds an outlook without either end being one: a little off."""
    if candidate.holds != "supported":
        return candidate
    return replace(candidate, reference=candidate.reference.model_copy(update={"holds": "close"}))


def _finding(assertion: Assertion, today: date, bounds: Bounds) -> Finding:
    said, words = assertion.said or today, assertion.words
    if times := _times_of_reports(assertion):
        of_then = dict.fromkeys(outlook for time in times for outlook in _published_in(time.start, time.end))
        return Finding(
            tuple(_candidate(each, bounds, "then", _is_meant(each, words)) for each in of_then), confidence=0.8
        )
    newest = _newest(said)
    then = [_candidate(outlook, bounds, "then", _is_meant(outlook, words)) for outlook in newest]
    if not any(candidate.on_words for candidate in then):
        return Finding(missing=f"outlooks of that kind published by {said.isoformat()}")
    older = (_candidate(outlook, bounds, "earlier") for outlook in _older(said) if _is_meant(outlook, words))
    right = [found for found in older if found.holds == "supported"]
    later = [outlook for outlook in _newest(today) if _is_meant(outlook, words)] if said != today else []
    now = [_candidate(outlook, bounds, "now") for outlook in later]
    return Finding((*then, *right[-1:], *now), timeless=True, confidence=0.8)


def _times_of_reports(assertion: Assertion) -> list[Interval]:
    """The months or years named in which outlooks were published that the words speak of: they stay what they were."""
    return _times_published(assertion.words, assertion.year)


@lru_cache(maxsize=1024)
def _times_published(words: str, year: int | None) -> list[Interval]:
    named = times_named(words)
    if not named and year is not None and year <= _LAST_YEAR_OF_REPORTS:
        named = (Interval.year(year),)  # "last year UNEP saw"
    return [time for time in named if any(_is_meant(each, words) for each in _published_in(time.start, time.end))]


@lru_cache(maxsize=512)
def _published_in(first: date | None, last: date | None) -> tuple[Assessment, ...]:
    """The outlooks published from one day to another."""
    if first is None or last is None:
        return ()
    return tuple(each for each in _outlooks(last) if each.published.overlaps(Interval(first, last)))


def _is_meant(outlook: Assessment, words: str) -> bool:
    """Whether the words speak of its case, and of its publisher where they name one."""
    return _speaks_of(outlook.publisher, outlook.case, words)


@lru_cache(maxsize=8192)
def _speaks_of(publisher: str, case: Case, words: str) -> bool:
    named, cases = _named(words), _cases(words)
    if publisher in _PLEDGES_ARE_NDCS and named and cases == frozenset(_PLEDGES):
        cases = frozenset(_NEAR)
    return case in cases and (not named or publisher in named)


@lru_cache(maxsize=1024)
def _cases(words: str) -> frozenset[Case]:
    found = next((cases for pattern, cases in _CASES if re.search(pattern, words, re.I)), None)
    return frozenset(found or ("current_policies", *_PLEDGES))


@lru_cache(maxsize=1024)
def _named(words: str) -> frozenset[str]:
    found = next((names for pattern, names in _PUBLISHERS if re.search(pattern, words)), ())
    return frozenset(found) & frozenset(publishers())


@lru_cache(maxsize=512)
def _newest(day: date) -> tuple[Assessment, ...]:
    """The newest outlooks of each publisher for each case, chance and horizon on ``day``, if they are not too old."""
    newest: dict[tuple[str, str, float | None, str], list[Assessment]] = {}
    for outlook in _outlooks(day):
        if (day - outlook.since).days <= _OLD_DAYS:
            key = (outlook.publisher, outlook.case, outlook.probability_pct, outlook.horizon)
            of_a_day = newest.setdefault(key, [])
            of_a_day[:] = [other for other in of_a_day if other.since == outlook.since] + [outlook]
    return tuple(outlook for of_a_day in newest.values() for outlook in of_a_day)


@lru_cache(maxsize=512)
def _older(day: date) -> tuple[Assessment, ...]:
    """All others that had been published by ``day``."""
    newest = set(_newest(day))
    return tuple(outlook for outlook in _outlooks(day) if outlook not in newest)


@lru_cache(maxsize=512)
def _outlooks(day: date) -> tuple[Assessment, ...]:
    """All that had been published by ``day`` but pathways to a goal, the oldest first."""
    found = (outlook for outlook in assessments(as_of=day) if outlook.case != "goal" and outlook.warming_c is not None)
    return tuple(sorted(found, key=lambda outlook: outlook.since))


def _candidate(outlook: Assessment, bounds: Bounds, time: Time, on_words: bool = True) -> Candidate:
    return _remembered_candidate(outlook, bounds.judge(outlook.warming_c or 0.0), time, on_words)


@remembered
def _remembered_candidate(outlook: Assessment, holds: Token, time: Time, on_words: bool) -> Candidate:
    as_of: AsOf = "now" if time == "now" else "then"
    chance = f", {outlook.probability_pct:g} % chance of less" if outlook.probability_pct is not None else ""
    reference = Reference(
        party="WLD",
        quantity=f"warming to come on {outlook.scenario}",
        basis=f"{outlook.publisher}, {outlook.case.replace('_', ' ')}{chance}",
        year=int(outlook.horizon) if outlook.horizon.isdigit() else None,
        value=outlook.warming_c,
        unit="degC",
        source=f"{outlook.publisher}, {outlook.report} ({outlook.since.isoformat()}); confidence {outlook.confidence}",
        holds=holds,
        as_of=as_of,
    )
    return Candidate(reference, time, on_words)
