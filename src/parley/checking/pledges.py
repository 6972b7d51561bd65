"""A pledge as told against the pledges of record: of the day it was told, of earlier ones, and of now.

Right by the book of the day: supported, and outdated when the pledge has been replaced or left since. Right by an older
book only: outdated. Told as news days or weeks before it came on record: supported. Told as standing before it was
made, or with another year or figure than a pledge that can be no other one: contradicted. What the book has nothing to
compare with is not checkable.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from parley.checking.account import AsOf
from parley.checking.assertion import Assertion
from parley.checking.candidate import Candidate, Finding, Time
from parley.checking.facts import best, day_meant, day_of_checking, one_wrong
from parley.checking.pledge_before import BEFORE
from parley.checking.pledge_details import is_comparable, judge_pledge, says_enough
from parley.checking.pledge_news import NOT_YET_FIRM, comes_on_record, is_fresh, tells_of_a_change
from parley.checking.pledge_times import TimeMade, judge_time_made, may_have_stood, time_made
from parley.checking.pledge_words import describe_pledge, none_before, pledge_reference, right_until, right_when_said
from parley.checking.wording import party_words
from parley.errors import InventoryError
from parley.inventory.pledges_of_record import book_note, history, shares_eu_pledges
from parley.inventory.recorded_pledge import RecordedPledge, withdrawals
from parley.records.verdict import Token

_ALL_KNOWN = ("net_zero", "reduction")
"""Kinds of which the book has all those of a Party, told as changed or not."""
_KIND_OF_A_TARGET = "net_zero"
"""What a target is of that is told without a kind."""
_EU = "EUU"
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Judged:
    pledge: RecordedPledge
    token: Token


def check_pledge(assertion: Assertion, today: date | None) -> Finding:
    """The pledges of record that may be meant, with what each says of the one told."""
    if assertion.status in ("urged", "achieved"):
        return Finding(missing=f"a pledge: that something is {assertion.status} is no pledge of record")
    if assertion.detail is None:
        assertion = replace(assertion, detail=_KIND_OF_A_TARGET)
    parties = assertion.subjects or ((assertion.subject,) if assertion.subject else ())
    if not parties:
        return Finding(missing="whose pledge it is")
    try:
        findings = [_find(assertion, party, today) for party in parties]
    except InventoryError as error:
        return Finding(missing=str(error))
    return min(findings, key=_weight)


def _weight(finding: Finding) -> int:
    """Of several Parties said to have pledged the same, the one it is least true of decides."""
    then = [candidate.holds for candidate in finding.candidates if candidate.time == "then"]
    order: tuple[Token, ...] = ("contradicted", "outdated", "close", "supported", "not_checkable")
    return order.index(best(then))


def _find(assertion: Assertion, party: str, today: date | None) -> Finding:
    day, now = day_meant(assertion, today), day_of_checking(today)
    judged = _judged(assertion, party, day)
    if assertion.denied and assertion.low is None and assertion.year is None:
        return _denied(judged, day, now) or _none_at_all(assertion, party, day)
    if assertion.status == BEFORE:
        return _made_before(assertion, judged, day) or _nothing(assertion, party, day)
    if made := time_made(assertion):
        known = [one for one in judged if one.pledge.since <= day]
        told = [*known, *_soon(assertion, party, day)]
        return _made(assertion, told, made, day) or _nothing(assertion, party, day)
    standing = [one for one in judged if may_have_stood(one.pledge, day) or _ran_its_course(assertion, one.pledge, day)]
    if true := [one for one in standing if one.token == "supported"]:
        then, gone = _candidates(true, day, "then"), tuple(_no_longer(assertion, true, party, now))
        outdated = right_when_said(true[0].pledge, day, now) if gone else ""
        return Finding((*then, *gone), True, confidence=_confidence(true), outdated=outdated)
    soon = _soon(assertion, party, day)
    if fitting := _most_like([one for one in soon if one.token in ("supported", "close")]):
        return Finding(_candidates(fitting, fitting[0].pledge.since, "then"), remark=_came_later(fitting[0].pledge))
    return _not_right(assertion, party, judged, soon, day)


def _ran_its_course(assertion: Assertion, pledge: RecordedPledge, day: date) -> bool:
    """Whether the year for which it is told is over, and it stood till then: it is no longer due, but not given up."""
    told = assertion.year == pledge.target_year and pledge.since <= day
    return told and pledge.is_over_by(day) and not _is_gone(pledge, day)


def _not_right(
    assertion: Assertion, party: str, judged: Sequence[_Judged], soon: Sequence[_Judged], day: date
) -> Finding:
    """What is not right by the book of the day: by an older one, nearly, not at all, or beyond what it knows."""
    standing = [one for one in judged if may_have_stood(one.pledge, day)]
    earlier = [one for one in judged if one.token == "supported" and one.pledge.since <= day and one not in standing]
    if assertion.status in NOT_YET_FIRM:
        near = [one for one in (*standing, *earlier) if one.token in ("supported", "close")]
        return Finding(_candidates(near, day, "then"), True) if near else _nothing(assertion, party, day)
    own = [one for one in (*standing, *soon) if one.pledge.party == party]
    against = [one for one in own if one.token == "close" or _contradicts(assertion, one.pledge, day)]
    if earlier:
        outdated = right_until(earlier[0].pledge)
        shown = _candidates(_most_like(against), day, "then") or tuple(_wrong(earlier, day))
        return Finding((*shown, *_candidates(earlier, day, "earlier")), True, outdated=outdated)
    if against:
        return Finding(_candidates(_most_like(against), day, "then"), True, confidence=_confidence(against))
    if later := [one for one in judged if one.pledge.since > day and _is_the_one(assertion, one)]:
        return Finding(tuple(_wrong(later, day)), True, remark=_made_later(later[0].pledge))
    return _nothing(assertion, party, day)


def _contradicts(assertion: Assertion, pledge: RecordedPledge, day: date) -> bool:
    """Whether a pledge that says something else is one to hold it against: the same pledge, told as it stood.

    Of peaks, shares and sums the book has only some: told as changed, they may be others than those it had for long.
    """
    is_change = assertion.detail not in _ALL_KNOWN and tells_of_a_change(assertion.words)
    if is_change and not is_fresh(pledge, day):
        return False
    return is_comparable(assertion, pledge)


def _is_the_one(assertion: Assertion, one: _Judged) -> bool:
    """Whether a pledge made later is what is told: exactly, or nearly where the book has all of the kind."""
    return one.token == "supported" or (one.token == "close" and assertion.detail in _ALL_KNOWN)


def _soon(assertion: Assertion, party: str, day: date) -> list[_Judged]:
    """Pledges that came on record soon after they were told as news, judged as they were then."""
    last = assertion.said_by or day
    return [
        _Judged(pledge, token)
        for pledge in _book(assertion, party, day)
        if comes_on_record(assertion, pledge, day)
        and says_enough(assertion, pledge)
        and (token := judge_pledge(assertion, pledge, max(pledge.since, last))) is not None
    ]


def _denied(judged: Sequence[_Judged], day: date, now: date) -> Finding | None:
    """That there is no such pledge: right before the first one was made, and outdated from then on."""
    made = [one for one in judged if one.pledge.since <= now]
    standing = [one for one in made if may_have_stood(one.pledge, day)]
    if not made:
        return None
    first = min(made, key=lambda one: one.pledge.since)
    before = Candidate(none_before(first.pledge, "supported"), "then" if not standing else "earlier")
    time: Time = "then" if standing else "now"
    against = _wrong(
        standing or [one for one in made if may_have_stood(one.pledge, now)], day if standing else now, time
    )
    return Finding((before, *against), timeless=True, denial_judged=True)


def _none_at_all(assertion: Assertion, party: str, day: date) -> Finding:
    """That there is none is right where the book has other pledges of the Party, and all of the kind."""
    others = [pledge for pledge in history(party) if pledge.dated_by != "snapshot" and pledge.since <= day]
    if assertion.detail not in _ALL_KNOWN or not others:
        return _nothing(assertion, party, day)
    kind = str(assertion.detail).replace("_", " ")
    remark = f"no {kind} pledge of {party_words(party)} is on record for {day.isoformat()}"
    wrong = [_Judged(pledge, "contradicted") for pledge in others]
    return Finding(_candidates(wrong[-_SHOWN:], day, "then"), True, remark=remark)


def _made(assertion: Assertion, known: Sequence[_Judged], made: TimeMade, day: date) -> Finding | None:
    """Pledges said to have been made in a month or year: those known by the day it was told, standing or not."""
    judged = [_Judged(one.pledge, one_wrong([one.token, judge_time_made(made, one.pledge)])) for one in known]
    told = [one for one in judged if one.token != "contradicted" or _contradicts(assertion, one.pledge, day)]
    return Finding(_candidates(_most_like(told), day, "then"), confidence=_confidence(told)) if told else None


def _made_before(assertion: Assertion, judged: Sequence[_Judged], day: date) -> Finding | None:
    """A pledge told as the one before: made by the day it was told, in the year that is named, standing or not."""
    known = [one for one in judged if one.pledge.since <= day]
    if made := time_made(assertion):
        return _made(assertion, known, made, day)
    return Finding(_candidates(_most_like(known), day, "then"), confidence=_confidence(known)) if known else None


def _judged(assertion: Assertion, party: str, day: date) -> list[_Judged]:
    """Every pledge of the Party that is of the same matter and says enough."""
    return [
        _Judged(pledge, token)
        for pledge in _book(assertion, party, day)
        if says_enough(assertion, pledge) and (token := judge_pledge(assertion, pledge, day)) is not None
    ]


def _book(assertion: Assertion, party: str, day: date) -> tuple[RecordedPledge, ...]:
    """The Party's own pledges, and the EU's where a member has none of the kind.

    The EU's may bear a member's out; they contradict none, for members may promise more by themselves.
    """
    book = history(party)
    if shares_eu_pledges(party, day) and not any(pledge.kind == assertion.detail for pledge in book):
        book += history(_EU)
    return book


def _no_longer(assertion: Assertion, true: Sequence[_Judged], party: str, now: date) -> Iterator[Candidate]:
    """The book of now where all the pledges that bore the claim out have been replaced or left since; to be near the
    new ones is not to be right any more."""
    if any(not _is_gone(one.pledge, now) for one in true):
        return
    standing = [one for one in _judged(assertion, party, now) if one.pledge.stands_on(now)]
    still = [one for one in standing if one.token == "supported"]
    yield from _candidates(still, now, "now") if still else _wrong(_most_like(standing) or true, now, "now")


def _is_gone(pledge: RecordedPledge, day: date) -> bool:
    """Whether it was replaced or left, which is something else than that its year is over."""
    left = any(
        pledge.since < leaving.announced and leaving.holds_on(day) and not pledge.is_over_by(leaving.announced)
        for leaving in withdrawals(pledge.party)
    )
    return pledge.has_been_replaced_by(day) or left


def _most_like(judged: Sequence[_Judged]) -> list[_Judged]:
    told = best([one.token for one in judged])
    return [one for one in judged if one.token == told][:_SHOWN]


def _candidates(judged: Sequence[_Judged], day: date, time: Time) -> tuple[Candidate, ...]:
    as_of: AsOf = "now" if time == "now" else "then"
    shown = judged[:_SHOWN]
    return tuple(Candidate(pledge_reference(one.pledge, day, one.token, as_of), time) for one in shown)


def _wrong(judged: Sequence[_Judged], day: date, time: Time = "then") -> Iterator[Candidate]:
    """Pledges that did not stand on the day, as what contradicts that they did."""
    yield from _candidates([_Judged(one.pledge, "contradicted") for one in judged], day, time)


def _made_later(pledge: RecordedPledge) -> str:
    return f"it was announced only on {pledge.since.isoformat()}"


def _came_later(pledge: RecordedPledge) -> str:
    return f"it came on record on {pledge.since.isoformat()}, after it was told as news"


def _confidence(judged: Sequence[_Judged]) -> float:
    """How sure the book is of what it says."""
    return max({"high": 1.0, "medium": 0.9, "low": 0.7, "none": 0.5}[one.pledge.confidence] for one in judged)


def _nothing(assertion: Assertion, party: str, day: date) -> Finding:
    """No pledge of the matter is on record: what is, so that readers see what it was held against."""
    kind = str(assertion.detail).replace("_", " ")
    standing = [pledge for pledge in history(party) if pledge.stands_on(day) and pledge.is_quantified]
    alike = [pledge for pledge in standing if pledge.kind == assertion.detail]
    missing = f"a {kind} pledge of {party_words(party)} by {day.isoformat()}"
    if shown := (alike or standing)[-_SHOWN:]:
        of_record = "; ".join(describe_pledge(pledge, day) for pledge in shown)
        missing = f"{missing} with which this could be compared (on record: {of_record})"
    note = book_note(party, day)
    return Finding(missing=f"{missing} ({note})" if note else missing)
