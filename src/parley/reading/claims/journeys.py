"""Journeys and meetings that are counted: her second trip, their third call this year, met twice since May."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft
from parley.reading.claims.line import Line
from parley.reading.claims.ordinals import place_of
from parley.reading.claims.subjects import find_subject, referent
from parley.reading.claims.vocabulary import construction
from parley.records.claim import Comparator

_COUNTED, _BY_WHOM, _OCCASIONS, _ABOUT = (
    construction("journeys", form) for form in ("counted", "by_whom", "occasions", "about")
)
_UNITS = frozenset(["visit", "trip", "tour", "journey", "stop", "call", "mission", "stay", "meeting"])
_AT_LEAST = re.compile(r"\bat least [\w' ]{0,20}$")


def find_journeys(line: Line) -> Iterator[Draft]:
    """The journeys of a sentence that are told by number, each put down to the traveller's Party."""
    for found in _OCCASIONS.finditer(line.low):
        yield _draft(line, found, find_subject(line, found.start("order"))[0], found.end(), "time")
    if not _ABOUT.search(line.low):
        return
    for found in _COUNTED.finditer(line.low):
        noun = found["noun"].removesuffix("s")
        at_least = found["least"] or _AT_LEAST.search(line.before(found.start()))
        for code in _travellers(line, found)[:1]:
            yield _draft(line, found, code, found.end(), noun if noun in _UNITS else "visit", ">" if at_least else "=")
    for found in _BY_WHOM.finditer(line.low):
        for mention in line.parties(found.end(), found.end() + 1):
            yield _draft(line, found, mention.code, mention.end - line.offset, "visit")


def _travellers(line: Line, found: re.Match[str]) -> tuple[str, ...]:
    """Whose journey it is, by the possessor."""
    token = line.token_at(found.start("whose"))
    if token is None:
        return ()
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
