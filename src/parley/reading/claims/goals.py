"""Goals told as facts: a Party has no net-zero target, its net-zero target is 2053."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, Scope
from parley.reading.claims.line import Line
from parley.reading.claims.paris_agreement import find_paris
from parley.reading.claims.subjects import find_subject
from parley.reading.claims.target_gaps import find_target_gaps
from parley.reading.claims.vocabulary import construction

_ZERO = (
    r"(?:net[- ]?zero(?: (?:greenhouse[- ]gas|ghg|carbon|co2))?(?: emissions)?|(?:carbon|climate)[- ]neutral(?:ity)?)"
)
_TARGET = (
    rf"(?:{_ZERO}(?: emissions)? (?:target|goal|pledge|date|year|plan)|(?:target|goal|date|year|plan) for (?:{_ZERO}))"
)
_LACKS = re.compile(
    rf"\b(?:lack(?:s|ed|ing)?|(?:has|have) not (?:got )?) ?(?:an?|any) (?:\w+ )?{_TARGET}\b|\b(?:has|have) no {_TARGET}"
)
_NEITHER = re.compile(
    rf"\bneither\b(?P<whose>[^.;]*?\bnor\b[^.;]*?)\b(?:has|have|had)(?: yet)? (?:set )?an?y? (?:\w+ )?{_TARGET}\b"
)
_YEAR_OF = re.compile(
    rf"\bthe (?:year|date|deadline)\b[^.;:]{{0,70}}?\b{_ZERO}\b[^.;:]{{0,25}}? (?:is|was|remains) (?P<year>20[2-9]\d)\b"
    rf"|\b{_ZERO}(?: emissions)? (?:law|act|plan|strategy|bill|roadmap) (?:names|sets|specifies|stipulates|provides for"
    r"|gives|says|prescribes|aims for) (?P<named>20[2-9]\d)\b"
    rf"|\b(?:date|year|deadline|target|goal) (?:for|of) {_ZERO} (?:is|was|remains)"
    r"(?: as (?:late|early) as| not until| only| still| now)? (?P<dated>20[2-9]\d)\b"
    rf"|\b(?:year|date) (?:for|of) {_ZERO}: (?P<told>20[2-9]\d)\b"
)
_ITS_IS_THE_SAME = re.compile(
    r"(?:['’]s?)(?: own)?(?: (?:target|goal|date|deadline))? (?:is|was)"
    r" (?:just |exactly )?(?:the )?(?:very )?(?:same|identical)\b"
)
_NONE, _WITHOUT, _NOT_PLEDGED, _AT = (construction("goals", form) for form in ("none", "without", "not_pledged", "at"))


def find_goals(line: Line) -> Iterator[Draft]:
    """Net-zero goals that a Party has for a year, or lacks, and how far those of two Parties are apart."""
    yield from find_target_gaps(line)
    yield from find_paris(line)
    if "net" not in line.low and "neutral" not in line.low:
        return
    for found in (*_NONE.finditer(line.low), *_WITHOUT.finditer(line.low)):
        yield from _goal(line, found, None, denied=True)
    for found in _NOT_PLEDGED.finditer(line.low):
        yield from _goal(line, found, int(found["year"]), denied=True)
    for found in _AT.finditer(line.low):
        yield from _goal(line, found, int(found["year"]), denied=False)
    for found in _YEAR_OF.finditer(line.low):
        year = found["year"] or found["named"] or found["dated"] or found["told"]
        yield from _goal(line, found, int(year), denied=False, position=line.low.index(year, found.start()))
        yield from _like_it(line, found, int(year))
    if not (_NONE.search(line.low) or _WITHOUT.search(line.low)):
        for found in _LACKS.finditer(line.low):
            yield from _goal(line, found, None, denied=True)
    for found in _NEITHER.finditer(line.low):
        for mention in line.parties(found.start(), found.end("whose")):
            yield _draft(line, found.span(), mention.code, None, denied=True)


def _like_it(line: Line, found: re.Match[str], year: int) -> Iterator[Draft]:
    """Another Party whose date is told to be the same: "; Ruritania's is the same"."""
    for mention in line.parties(found.end(), len(line.low)):
        same = _ITS_IS_THE_SAME.match(line.low, mention.end - line.offset)
        if same:
            yield _draft(line, (mention.start - line.offset, same.end()), mention.code, year, denied=False)


def _goal(
    line: Line, found: re.Match[str], year: int | None, denied: bool, position: int | None = None
) -> Iterator[Draft]:
    if position is None:
        position = found.start() if denied else found.start("year")
    inside = [mention.code for mention in line.parties(found.start(), position) if mention.code != "WLD"]
    subjects = tuple(inside[:1]) if inside and not denied else find_subject(line, position)[:1]
    yield from (_draft(line, found.span(), subject, year, denied) for subject in subjects if subject is not None)


def _draft(line: Line, span: tuple[int, int], subject: str, year: int | None, denied: bool) -> Draft:
    start, end = (line.offset + at for at in span)
    return Draft(
        measure="target",
        subject=subject,
        figure=(None, None, None),
        start=start,
        end=end,
        sentence=line.sentence.index,
        written=line.context.document.text[start:end],
        year=year,
        dimension="goal",
        scope=Scope(about="net_zero", denied=denied),
    )
