"""Journeys and meetings that are counted: her second trip, their third call this year, met twice since May."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.bearers import pair_before
from parley.reading.claims.draft import Draft
from parley.reading.claims.line import Line
from parley.reading.claims.ordinals import place_of
from parley.reading.claims.subjects import find_subject, referent
from parley.reading.claims.vocabulary import construction
from parley.records.claim import Comparator

_COUNTED, _OF_WHOM, _BY_WHOM, _ABOUT = (
    construction("journeys", form) for form in ("counted", "of_whom", "by_whom", "about")
)
_OCCASIONS, _OCCASION, _PAID, _FOR_A_TIME = (
    construction("journeys", form) for form in ("occasions", "occasion", "paid", "for_a_time")
)
_ACTS = {"met": "meeting", "spoken": "call", "talked": "call"}
_NAMED_WITHIN = 70
_UNITS = frozenset(["visit", "trip", "tour", "journey", "stop", "call", "mission", "stay", "meeting"])
_AT_LEAST = re.compile(r"\bat least [\w' ]{0,20}$")


def find_journeys(line: Line) -> Iterator[Draft]:
    """The journeys of a sentence that are told by number, each put down to the traveller's Party."""
    for found in _OCCASIONS.finditer(line.low):
        subject = find_subject(line, found.start("order"))[0]
        yield _draft(line, found, subject, found.end(), "time", ">" if found["least"] else "=")
    if not _ABOUT.search(line.low):
        return
    for found in _COUNTED.finditer(line.low):
        noun = found["noun"].removesuffix("s")
        at_least = found["least"] or _AT_LEAST.search(line.before(found.start()))
        for code in _travellers(line, found)[:1]:
            yield _draft(line, found, code, found.end(), noun if noun in _UNITS else "visit", ">" if at_least else "=")
    for found in _OF_WHOM.finditer(line.low):
        for code in _travellers(line, found)[:1]:
            yield _draft(line, found, code, found.end(), "visit")
    for found in (*_PAID.finditer(line.low), *_FOR_A_TIME.finditer(line.low)):
        yield _draft(line, found, find_subject(line, found.start("order"))[0], found.end(), "visit")
    for found in _OCCASION.finditer(line.low):
        for code in _those_who(line, found)[:1]:
            yield _draft(line, found, code, found.end(), _ACTS.get(found["act"], "visit"))
    for found in _BY_WHOM.finditer(line.low):
        for code, end in _named_behind(line, found.end())[:1]:
            yield _draft(line, found, code, end, "visit")


def _those_who(line: Line, found: re.Match[str]) -> tuple[str, ...]:
    """Who met or travelled for the second time: those named, or the two last spoken of."""
    start, end = found.span("who")
    named = tuple(mention.code for mention in line.parties(start, end))
    token = line.token_at(end - 1)
    if named or token is None:
        return named
    actor = line.context.agents.resolve(token)
    return actor.parties or pair_before(line, found.start())


def _named_behind(line: Line, position: int) -> list[tuple[str, int]]:
    """The Party of those named first behind ``position``, by its own name or by a person's, and where the name ends."""
    mentions = [(m.start, m.end, m.code) for m in line.parties(position, position + _NAMED_WITHIN)]
    for person in line.sentence.people:
        party = line.context.agents.party_of(person.person)
        if party and position <= person.start - line.offset < position + _NAMED_WITHIN:
            mentions.append((person.start, person.end, party))
    return [(code, end - line.offset) for _, end, code in sorted(mentions)]


def _travellers(line: Line, found: re.Match[str]) -> tuple[str, ...]:
    """Whose journey it is, by the possessor."""
    token = line.token_at(found.start("whose"))
    if token is None:
        return ()
    if found["whose"] == "their" and len(pair := pair_before(line, found.start())) == 2:
        return pair
    if found["whose"] in ("their", "its"):
        return referent(line, found.start())
    parties = line.context.agents.resolve(token).parties
    return parties or (referent(line, found.start()) if found["whose"] in ("his", "her") else ())


def _draft(
    line: Line, found: re.Match[str], subject: str | None, end: int, unit: str, comparator: Comparator = "="
) -> Draft:
    times = {"twice": 2}.get(found["order"]) or place_of(found["order"].removesuffix(" times"))
    return Draft(
        measure="count",
        subject=subject,
        figure=(times, times, unit),
        start=line.offset + found.start(),
        end=line.offset + end,
        sentence=line.sentence.index,
        comparator=comparator,
        written=found["order"],
        dimension="ordinal",
    )
