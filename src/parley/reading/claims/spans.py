"""How long it was between two known days, since one, or that a Party was outside the Paris Agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import find_subject
from parley.records.claim import Comparator
from parley.terms.agreements import find_agreements
from parley.terms.occasions import Occasion, occasions_in

OUTSIDE = "outside the Paris Agreement"
_SPANNING = re.compile(
    r"\b(?:lies?|lay|lain|pass(?:ed|es)?|passing|elapsed?|went by|gone by|go by|separat\w+|between|took|takes?|taken"
    r"|need(?:ed|s)?|later|after|afterwards|before|since|apart|waited|wait|stretch(?:ed|es)?|from|gap|interval)\b"
)
_TO_NOW = re.compile(
    r"\b(?:have|has) (?:now |already )?(?:passed|gone by|elapsed|come and gone)\b[^.;]{0,20}\bsince\b"
    r"|\b(?:it is|it['’]s|it has been|it['’]s been)\b[^.;]{0,40}\bsince\b"
)
_TAKING = re.compile(r"\b(?:took|takes?|needed?|required?|waited?|within|in (?:only|just|less|under|barely))\b")
_ARTICLE = re.compile(
    r"\b(?P<hedge>less than|more than|over|under|not even|barely|nearly|almost|about|well over|just over|just under"
    r"|no more than|within|only|just)? ?(?:a|one) (?:full |whole |single )?(?P<unit>year|month|week|decade)\b"
)
_FULL = re.compile(r"^(?P<count>\w+) (?:full|whole|long) (?P<unit>years?|months?|weeks?|days?|decades?)\b")
_NOT_EVEN = re.compile(r"\b(?:not even|not quite|just under|fewer than|less than|under|no more than|at most) $")
_OVER = re.compile(r"\b(?:over|well over|just over|more than|at least|no less than|upwards of) $")
_UNSURE = re.compile(r"\b(?:will|would|should|could|might|may|if|unless|expect\w*|scheduled|due|hopes?)\b")
_OUTSIDE = re.compile(
    r"\b(?:outside|out of|absen(?:t|ce) from|no longer (?:a )?(?:party|member|part|in|bound)"
    r"|not (?:a )?(?:party|member)"
    r"|(?:was|were|been|stayed|remained) (?:away from|without)|away from)\b[^.;]{0,40}?"
    r"\b(?:paris (?:climate )?(?:agreement|accord|deal|pact|treaty))\b"
)
_MONTHS_OF = {"year": 12, "decade": 120, "month": 1}


@dataclass(frozen=True, slots=True)
class _Length:
    """A length of time in the smallest unit named: ``year``, ``month``, ``week`` or ``day``."""

    value: float
    unit: str
    comparator: Comparator
    start: int
    end: int


def find_spans(line: Line) -> Iterator[Draft]:
    """The lengths of time that a sentence gives between days that are known."""
    if not _SPANNING.search(line.low) and not _OUTSIDE.search(line.low):
        return
    if _UNSURE.search(line.low) or _counts_something(line):
        return
    length = _length(line)
    if length is None:
        return
    if outside := _OUTSIDE.search(line.low):
        subject = next(
            (code for code in (*find_subject(line, outside.start()), *_named(line)) if code not in (None, "WLD")), None
        )
        if subject is not None:
            yield _draft(line, length, subject, OUTSIDE)
        return
    text = line.context.text[line.offset : line.offset + len(line.low)]
    named = occasions_in(text)
    if len(named) == 2:
        first, last = sorted(named, key=lambda one: one.day)
        yield _draft(line, length, f"{first.words} to {last.words}", f"{first.day}/{last.day}")
    elif len(named) == 1:
        yield from _from_one(line, length, named[0], text)


def _from_one(line: Line, length: _Length, named: Occasion, text: str) -> Iterator[Draft]:
    """From the adoption to what took so long, or from an occasion to the day on which it is said."""
    adopted = next((each.adopted for _, each in find_agreements(text)), None)
    if adopted is not None and named.day > adopted and _TAKING.search(line.low):
        yield _draft(line, length, f"its adoption to {named.words}", f"{adopted}/{named.day}")
    elif _TO_NOW.search(line.low):
        yield _draft(line, length, f"{named.words} to the day it is said", f"{named.day}/..")


def _named(line: Line) -> list[str]:
    return [each.code for each in line.sentence.parties]


def _counts_something(line: Line) -> bool:
    """Whether figures of another kind stand in the sentence, which then says more than how long it was."""
    kinds = ("percent", "emissions", "power", "money", "temperature", "multiple", "fraction", "energy")
    return any(number.dimension in kinds and number.unit is not None for number in line.sentence.numbers)


def _length(line: Line) -> _Length | None:
    """The one length of a sentence, of which years and months may be said together."""
    told = [
        each
        for each in line.sentence.numbers
        if each.dimension == "duration" and each.unit in (*_MONTHS_OF, "day", "week")
    ]
    if not told:
        return _by_article(line) or _full(line)
    first, rest = told[0], told[1:]
    start, end = first.start - line.offset, first.end - line.offset
    before = line.low[max(0, start - 20) : start]
    comparator: Comparator = "<" if _NOT_EVEN.search(before) else ">" if _OVER.search(before) else first.comparator
    if not rest:
        return _Length(first.low, first.unit or "year", comparator, start, end)
    joined = line.low[end : rest[0].start - line.offset]
    if len(rest) > 1 or joined not in (" and ", ", ") or (first.unit, rest[0].unit) != ("year", "month"):
        return None
    months = _MONTHS_OF["year"] * first.low + rest[0].low
    return _Length(months, "month", comparator, start, rest[0].end - line.offset)


def _by_article(line: Line) -> _Length | None:
    """ "Less than a year", "a full year"."""
    found = list(_ARTICLE.finditer(line.low))
    if len(found) != 1:
        return None
    unit, hedge = found[0]["unit"], found[0]["hedge"] or ""
    comparator: Comparator = (
        "<"
        if hedge in ("less than", "under", "not even", "just under", "no more than", "within", "barely")
        else ">"
        if "over" in hedge or hedge == "more than"
        else "~"
        if hedge in ("nearly", "almost", "about")
        else "="
    )
    value = 10.0 if unit == "decade" else 1.0
    return _Length(value, "year" if unit == "decade" else unit, comparator, *found[0].span())


def _full(line: Line) -> _Length | None:
    """ "Three full years"."""
    for number in line.sentence.numbers:
        start = number.start - line.offset
        found = _FULL.match(line.low[start:])
        if number.dimension == "count" and found:
            unit = found["unit"].rstrip("s")
            value, unit = (10 * number.low, "year") if unit == "decade" else (number.low, unit)
            return _Length(value, unit, number.comparator, start, start + found.end())
    return None


def _draft(line: Line, length: _Length, subject: str, about: str) -> Draft:
    start, end = line.offset + length.start, line.offset + length.end
    return Draft(
        measure="duration",
        subject=subject,
        figure=(length.value, length.value, length.unit),
        start=start,
        end=end,
        sentence=line.sentence.index,
        comparator=length.comparator,
        written=line.context.document.text[start:end],
        dimension="span",
        scope=Scope(about=about),
    )
