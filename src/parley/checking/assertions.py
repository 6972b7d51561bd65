"""From the reports of a reading to what they assert.

A claim, a pledge, an office that a text gives a person and a conference told with its place or its days are
assertions. A wish that others have, an office that only our tables know and a conference merely named are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from parley.checking.assertion import GOAL, Assertion
from parley.checking.claims import of_claim
from parley.checking.coal_emitted import MEASURE as COAL_COMMITMENT
from parley.checking.coal_emitted import says_what_it_emits
from parley.checking.pledge_before import BEFORE, with_the_one_before
from parley.checking.sentences import is_called_untrue, sentence_at, states_a_condition
from parley.checking.unread import unread_beside
from parley.checking.unread_facts import unread_beside_fact
from parley.records import Claim, Comparator, Engagement, Person, Pledge, Qualifier, Reading, Report
from parley.terms.offices import find_holders
from parley.terms.summit_venues import venues_told
from parley.terms.when import Interval

_QUALIFIERS: dict[Qualifier | None, Comparator] = {"before": "<", "around": "~", "after": ">", "from": ">"}


_LEVELS = ("coal_capacity", "renewables", "emissions")
_PRESIDING = re.compile(r"\b(?:presid(?:es?|ed|ing) over|chair(?:s|ed|ing)) (?:the )?(?:COP|G-?7|G-?20|\d)", re.I)
_QUESTION = re.compile(r"\?[\"”’')]*\s*$")


def assertions_of(reading: Reading) -> list[Assertion]:
    """Everything that the reports of a reading assert, in the order of their words; the same thing once."""
    text = reading.document.text
    published = reading.document.published
    said, said_by = (published.anchor, _last_day(published)) if published else (None, None)
    replaced = {pledge.replaces for pledge in reading.pledges}
    found: dict[tuple[object, ...], Assertion] = {}
    places: dict[str, int] = {}
    reports = (*reading.claims, *reading.pledges, *reading.engagements, *reading.people)
    sentences = [sentence_at(text, report.quote.start, report.quote.end) for report in reports]
    of_sentence: dict[str, list[Report]] = {}
    for report, words in zip(reports, sentences, strict=True):
        of_sentence.setdefault(words, []).append(report)
    for report, words in zip(reports, sentences, strict=True):
        places[report.id] = report.quote.start
        if _tells_an_outlook(report, of_sentence[words]) or _is_a_factor(report, words, of_sentence[words]):
            continue
        for assertion in _assertions(report, words, said):
            if isinstance(report, Engagement) and (presiding := _presiding_unread(words, of_sentence[words])):
                assertion = replace(assertion, unread=presiding)
            if isinstance(report, Claim) and _is_a_goal(report, assertion, of_sentence[words]):
                assertion = replace(assertion, status=GOAL)
            if isinstance(report, Claim) and assertion.measure != COAL_COMMITMENT:
                assertion = replace(assertion, unread=unread_beside(report, words, of_sentence[words]))
            if beside := unread_beside_fact(assertion, of_sentence[words]):
                assertion = replace(assertion, unread=assertion.unread or beside)
            if isinstance(report, Pledge):
                before = BEFORE if report.id in replaced else assertion.status
                assertion = replace(assertion, said_by=said_by, status=before)
            found.setdefault(_identity(assertion), assertion)
    return sorted(found.values(), key=lambda one: (places[one.report or ""], one.measure, one.report or ""))


def _presiding_unread(words: str, beside: Sequence[Report]) -> str | None:
    """Who presided over a conference, where nobody known was read to have done so."""
    found = _PRESIDING.search(words)
    told = any(
        (isinstance(each, Claim) and each.measure == "office" and find_holders(each.about or ""))
        or (isinstance(each, Person) and each.office == "cop_president")
        for each in beside
    )
    return found.group() if found and not told else None


def _last_day(published: Interval) -> date | None:
    """The last day of an interval of more than one."""
    return published.end if published.end and published.end != published.start else None


def _tells_an_outlook(report: Report, beside: Sequence[Report]) -> bool:
    """Whether a goal of temperature is where policies would lead, which the same words tell as a claim of warming."""
    if not isinstance(report, Pledge) or report.kind != "temperature_goal":
        return False
    claims = (each for each in beside if isinstance(each, Claim) and each.measure == "warming")
    return any((claim.low, claim.high) == (report.low, report.high) for claim in claims)


def _is_a_goal(claim: Claim, assertion: Assertion, beside: Sequence[Report]) -> bool:
    """Whether the figure of a claim on what there is was read as a pledge in the same words: then it is to come."""
    if assertion.measure not in _LEVELS or claim.year is not None or claim.low is None:
        return False
    return any(
        (pledge.low, pledge.high, pledge.unit) == (claim.low, claim.high, claim.unit)
        and pledge.quote.start < claim.quote.end
        and claim.quote.start < pledge.quote.end
        for pledge in beside
        if isinstance(pledge, Pledge) and pledge.firmness != "achieved"
    )


def _is_a_factor(report: Report, words: str, beside: Sequence[Report]) -> bool:
    """Whether tonnes a head are those of a megawatt-hour by which the same words reckon what coal plants emit."""
    if not isinstance(report, Claim) or report.measure != "per_capita" or not says_what_it_emits(words):
        return False
    return any(isinstance(each, Claim) and each.measure == "coal_capacity" for each in beside)


def _identity(assertion: Assertion) -> tuple[object, ...]:
    """What two assertions of one thing share: of an event its name, of an office who holds it, else everything."""
    match assertion.measure:
        case "summit":
            return assertion.measure, assertion.detail, assertion.words
        case "office":
            return assertion.measure, assertion.detail, assertion.about, assertion.subject
        case _:
            return (replace(assertion, words="", report=None, unread=None),)


def _assertions(report: Report, words: str, said: date | None) -> Iterator[Assertion]:
    match report:
        case Claim():
            yield of_claim(report, words, said)
        case Pledge() if report.firmness != "urged" and (report.condition or not states_a_condition(words)):
            if _says_something(report) and not _QUESTION.search(words):
                yield from with_the_one_before(_of_pledge(report, words, said))
        case Engagement() if report.kind == "conference":
            yield from _of_conference(report, words, said)
        case Person() if report.office and report.role and "office" not in dict(report.inferred):
            yield _of_person(report, words, said)


def _says_something(pledge: Pledge) -> bool:
    """Whether a year or an amount is stated: "its net-zero goal" alone only names a goal."""
    stated = pledge.target_year is not None and "target_year" not in dict(pledge.inferred)
    return stated or pledge.low is not None or pledge.kind == "phase_out"


def _of_pledge(pledge: Pledge, words: str, said: date | None) -> Assertion:
    return Assertion(
        measure="pledge",
        words=words,
        subject=pledge.party,
        low=pledge.low,
        high=pledge.high,
        unit=pledge.unit,
        comparator=_QUALIFIERS.get(pledge.qualifier, "="),
        year=pledge.target_year,
        base_year=pledge.base_year,
        gas=pledge.gas,
        basis=pledge.basis,
        said=said,
        report=pledge.id,
        detail=pledge.kind,
        about=pledge.about,
        direction="to" if pledge.to_level else None,
        status=pledge.firmness,
        denied=is_called_untrue(words),
    )


def _of_conference(event: Engagement, words: str, said: date | None) -> Iterator[Assertion]:
    """A conference with the place and the days that are stated; what the reader took from the calendar is not."""
    from_the_calendar = dict(event.inferred)
    name = event.name or (f"{event.parties[0]} summit" if event.parties in (("G7",), ("G20",)) else None)
    place = None if "place" in from_the_calendar else event.place
    when = None if "when" in from_the_calendar else event.when
    if name is None or (place is None and when is None and not venues_told(words)):
        return
    yield Assertion(
        measure="summit",
        words=words,
        subject=place.country if place else None,
        year=_year(when),
        said=said,
        report=event.id,
        detail=name,
        about=place.city if place else None,
        status=event.status,
        when=when.iso if when else None,
    )


def _year(when: Interval | None) -> int | None:
    return when.anchor.year if when else None


def _of_person(person: Person, words: str, said: date | None) -> Assertion:
    """The office that stands beside a name is meant for the day on which it is told."""
    return Assertion(
        measure="office",
        words=words,
        subject=None if "party" in dict(person.inferred) else person.party,
        year=said.year if said and not person.former else None,
        when=said.isoformat() if said and not person.former else None,
        said=said,
        report=person.id,
        detail=person.office,
        about=person.name,
        status="former" if person.former else None,
    )
