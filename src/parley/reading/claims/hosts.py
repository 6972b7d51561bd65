"""Which Party hosted which climate conference, how often, or never: "Ruritania has never hosted one"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.subjects import find_subject
from parley.terms.parties import is_group
from parley.terms.summits import CLIMATE_CONFERENCE, editions

HOSTED = "climate conferences hosted"
_SUMMIT = (
    r"(?:(?:un |united nations |annual |world )*(?:climate(?: change)? (?:summit|conference|talks|cop)|cop\b"
    r"|conference of the parties))"
)
_HOSTING = (
    r"(?:host(?:ed|ing|s)?|stag(?:ed|ing|es)|welcom(?:ed|ing|es)"
    r"|(?:been|was|is|played|acted as|be) (?:the |a )?host(?: (?:of|to|for))?)"
)
_NEVER = re.compile(
    rf"\b(?:never|not (?:yet|once|ever)|has yet to) (?:before |once |itself |yet )?{_HOSTING}"
    rf" (?:any |an? |the |one of the |a single )?(?P<what>{_SUMMIT}|one\b)"
)
_TIMES = re.compile(
    rf"\b(?:has|have|had)? ?(?:already |so far |now )?{_HOSTING} (?:the |an? )?(?P<what>{_SUMMIT}|one)s?"
    r" (?:on )?(?P<count>once|twice|three times|four times|five times|(?:two|three|four|five) occasions)\b"
)
_OF_YEAR = re.compile(
    rf"\b{_HOSTING} (?:the |that )?(?:(?P<before>(?:19|20)\d\d) {_SUMMIT}"
    rf"|{_SUMMIT} (?:of|in) (?P<behind>(?:19|20)\d\d))\b"
)
_MONTH = re.compile(r" in (?P<month>(?:early |late |mid-)?[A-Z][a-z]+ (?P<year>(?:19|20)\d\d))\b")
_CITY = re.compile(r" (?:in|at) (?P<city>[A-Z][\w-]+(?: [A-Z][\w-]+)?)")
_COUNTS = {"once": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_WISHED = re.compile(
    r"\b(?:will|would|should|could|might|may|if|wants?|hop\w+|bid|offer\w*|plans?|refus\w+|due|set)"
    r" [^.;,]*$"
)


def find_hosts(line: Line) -> Iterator[Draft]:
    """The climate conferences that a sentence says a Party hosted, or never did."""
    if "host" not in line.low and "stag" not in line.low and "welcom" not in line.low:
        return
    for found in _NEVER.finditer(line.low):
        if found["what"] != "one" or re.search(_SUMMIT, line.low):
            yield from _counted(line, found, 0)
    for found in _TIMES.finditer(line.low):
        if found["what"] != "one" or re.search(_SUMMIT, line.low):
            yield from _counted(line, found, _COUNTS[found["count"].split()[0]])
    for found in _OF_YEAR.finditer(line.low):
        yield from _hosted(line, found)


def _counted(line: Line, found: re.Match[str], times: int) -> Iterator[Draft]:
    if host := _host(line, found):
        yield Draft(
            measure="count",
            subject=host,
            figure=(times, times, None),
            start=line.offset + found.start(),
            end=line.offset + found.end(),
            sentence=line.sentence.index,
            written=line.context.document.text[line.offset + found.start() : line.offset + found.end()],
            dimension="hosted",
            scope=Scope(about=HOSTED),
        )


def _hosted(line: Line, found: re.Match[str]) -> Iterator[Draft]:
    """The conference of a year that a Party is said to have hosted."""
    year = found["before"] or found["behind"]
    held = [each.name for each in editions(CLIMATE_CONFERENCE) if str(each.start.year) == year]
    host = _host(line, found)
    if host is None or len(held) != 1:
        return
    text = line.context.document.text[line.offset + found.end() : line.offset + len(line.low)]
    when, city = _MONTH.match(text), _CITY.match(text)
    yield Draft(
        measure="event_date",
        subject=held[0],
        figure=(None, None, None),
        start=line.offset + found.start(),
        end=line.offset + found.end(),
        sentence=line.sentence.index,
        written=when["month"] if when else year,
        year=int(when["year"]) if when else int(year),
        dimension="event",
        scope=Scope(about=f"{city['city']}, {host}" if city and not when else host),
    )


def _host(line: Line, found: re.Match[str]) -> str | None:
    """The Party named right before, which is the one that hosts."""
    if _WISHED.search(line.low, 0, found.start()):
        return None
    return next(
        (code for code in find_subject(line, found.start()) if code and code != "WLD" and not is_group(code)), None
    )
