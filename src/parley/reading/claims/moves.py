"""Changes by evidence: what a number took off or put on, of whose emissions, whatever the verb."""

from __future__ import annotations

import re

from parley.reading.claims.carriers import carriers
from parley.reading.claims.draft import Draft, Scope, figure_of
from parley.reading.claims.evidence import frame, names_world
from parley.reading.claims.line import Line
from parley.reading.claims.matters import part_named
from parley.reading.claims.periods import period_of
from parley.reading.claims.portions import year_of_sentence
from parley.reading.claims.subjects import find_subject
from parley.reading.claims.vocabulary import phrase
from parley.reading.claims.years import year_of
from parley.reading.numbers import NumberMention
from parley.records.claim import Direction

_DOWN, _UP, _OFF, _OF_OWN, _TO, _BELOW, _ABOVE, _NOUN_DOWN, _NOUN_UP, _RATE = (
    frame("moves", form)
    for form in ("down_verb", "up_verb", "off", "of_own", "to", "below", "above", "noun_down", "noun_up", "rate")
)
_EMITTED = phrase(r"<emissions>|\bemit(?:s|ted)?\b")
_OF_SHARE = re.compile(
    r"^ (?:of|in) (?!(?:its|their|the (?:country|nation|bloc|union)'s|(?:19|20)\d\d|the (?:year|first|last"
    r"|wake|course))\b)"
)
_BY = re.compile(r"\b(?:by|of|some|about|nearly|almost|around|roughly|over|more than|less than|a|another|just|only) *$")
_DOUBLED = re.compile(r"(?:doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)\w*|[\w-]+fold")
_NOUN_OF = re.compile(rf"(?:{_NOUN_DOWN.pattern}|{_NOUN_UP.pattern}) of (?:[\w-]+ ){{0,3}}$")
_FROM = re.compile(r"\bfrom (?:about |nearly |some |just |around |almost |over |more than |less than |roughly )*$")
_THAN = re.compile(
    r" (?:less|more|lower|higher|fewer|smaller|greater|larger)\b[^.;]{0,50}? than "
    r"(?:(?:that|those|in|of|by|did) )*(?:the )?"
)
_NEAR, _NEXT_WORDS = 45, 24


def read_move(line: Line, number: NumberMention, last: Draft | None) -> Draft | None:
    """The change of emissions that a percentage or an amount tells; None where the words do not decide."""
    start, end = number.start - line.offset, number.end - line.offset
    first, stop = line.clause(start, end)
    if not _EMITTED.search(line.low, first, stop) or number.shape in ("rise", "fall"):
        return None
    if number.dimension == "multiple":
        return _grown(line, number, start, end)
    if (than := _THAN.match(line.low, end)) and line.parties(than.end(), than.end() + 1):
        return None
    direction = direction_by_evidence(line, start, end)
    period = period_of(line, start, end)
    year = year_of(line, number, last) or year_of_sentence(line)
    if direction is None or (year is None and period.first is None) or _RATE.match(line.low[end:]):
        return None
    subject = _whose(line, start, end)
    if subject is None:
        return None
    low, high, unit = figure_of(number)
    return Draft(
        measure="change",
        subject=subject,
        figure=(low, high, unit),
        start=line.offset + first + (len(line.low[first:start]) - len(line.low[first:start].lstrip(" ,-–—\"'"))),
        end=number.end,
        sentence=line.sentence.index,
        comparator=number.comparator,
        written=number.written or number.text,
        year=year,
        dimension=number.dimension,
        place=(number.start, number.end),
        scope=Scope(direction=direction, about=None if part_named(line.low[first:stop]) else "emissions"),
    )


def _grown(line: Line, number: NumberMention, start: int, end: int) -> Draft | None:
    """ "More than doubled", "halved": how many times as much it has become since a year."""
    period = period_of(line, start, end)
    subject = _whose(line, start, end) if _DOUBLED.fullmatch(number.text.lower()) and period.first else None
    if subject is None:
        return None
    return Draft(
        measure="change",
        subject=subject,
        figure=(number.low, number.high, "times"),
        start=number.start,
        end=number.end,
        sentence=line.sentence.index,
        comparator=number.comparator,
        written=number.written or number.text,
        year=period.last,
        dimension=number.dimension,
        place=(number.start, number.end),
        scope=Scope(direction="down" if number.high < 1 else "up", about="emissions"),
    )


def direction_by_evidence(line: Line, start: int, end: int) -> Direction | None:
    """Up or down, by the word behind a number or the verb or noun ahead of it; None for a level or a share."""
    first, _ = line.clause(start, start)
    before, after = line.low[max(first, start - _NEAR) : start], line.low[end : end + _NEXT_WORDS]
    if _TO.search(before) or _FROM.search(before):
        return None
    if _BELOW.match(after) or re.match(rf"^ (?:[\w-]+ )?{_NOUN_DOWN.pattern}", after):
        return "down"
    if _ABOVE.match(after) or re.match(rf"^ (?:[\w-]+ )?{_NOUN_UP.pattern}", after):
        return "up"
    down, up = ([*form.finditer(before)] for form in (_DOWN, _UP))
    noun_down, noun_up = ([*form.finditer(before)] for form in (_NOUN_DOWN, _NOUN_UP))
    if _OFF.match(after) or _OF_OWN.match(after):
        return "down" if down else None
    if _OF_SHARE.match(after) and not (_NOUN_OF.search(before) and _EMITTED.search(after)):
        return None
    last_down = max((found.end() for found in (*down, *noun_down)), default=-1)
    last_up = max((found.end() for found in (*up, *noun_up)), default=-1)
    if last_down == last_up:
        return None
    gap = before[max(last_down, last_up) :]
    if gap.strip() and not _BY.search(before) and len(gap.split()) > 1:
        return None
    return "down" if last_down > last_up else "up"


def _whose(line: Line, start: int, end: int) -> str | None:
    """Whose emissions: the subject, the Party beside the emissions, or the world."""
    first, last = line.clause(start, end)
    found = tuple(code for code in find_subject(line, start) if code is not None)
    if len(found) == 1 and found != ("WLD",):
        return found[0]
    codes = carriers(line, start, end, None)
    if len(codes) == 1:
        return codes[0]
    return "WLD" if not codes and (found == ("WLD",) or names_world(line.low[first:last])) else None
