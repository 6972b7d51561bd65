"""What is counted: journeys ("her second trip"), countries and projects, hours of talks, years ahead of others, money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.claims.draft import Draft, figure_of
from parley.reading.claims.line import Line
from parley.reading.claims.ranks import order_of
from parley.reading.claims.subjects import NOBODY, find_subject, referent
from parley.reading.claims.vocabulary import phrase
from parley.reading.claims.years import year_of
from parley.reading.numbers import NumberMention
from parley.records.claim import Comparator

_JOURNEY = phrase(
    r"\b(?P<least>at least )?(?P<whose>his|her|their|its|[\w.-]+'s?) (?P<order>first|<orders>) "
    r"(?:(?:official|formal|state|climate|such|in-person|bilateral|overseas|foreign|diplomatic) )*"
    r"(?P<noun><journeys>|(?<=their \w{5} )meeting|(?<=their \w{6} )meeting|this (?:year|month|summer|spring|autumn|fall|week)|since|in (?:as many|\w+) (?:days|weeks|months|years)|there)\b"
)
_TRAVELLING = phrase(r"\b(?:<journeys>|visit(?:ed|ing)|travel\w*|flew|met|meeting|meetings|talks|spoke)\b")
_UNITS = frozenset(["visit", "trip", "tour", "journey", "stop", "call", "mission", "stay"])
_COUNTED = phrase(r"^ (?:of (?:the |all )?\d+ )?(?:(?:[a-z-]+) ){0,2}?(?P<noun><counted>)\b")
_COUNTED_TIGHT = phrase(r"^-member\b")
_FEWEST = 10
_PLACE_AHEAD = re.compile(
    r"(?:\b|')(?:in|across|of the|of|top|the|its|their|these|those|other|all|s) (?:only |just |more than |some |about |over |almost |nearly |around )*$"
)
_TALKING = phrase(r"\b<talking>\b")
_OF_TIME = re.compile(r"^ (?:ago|earlier|later|before|after|old|from now|to go|ahead|behind)")
_GAP = phrase(
    r"^ (?P<way>ahead of|behind|before|after|earlier than|later than) (?:(?:that|those|the) (?:of )?)?(?:the )?"
)
_MONEY_NOT_SAID = phrase(r"\b<corrections>\b")
_PAYING = phrase(r"\b<paying>\b")
_TOTAL = phrase(r"(?<!would )(?<!will )(?<!could )(?<!to )\b<totals>\b[^.;$€£]{0,40}$")
_NEAR, _NEAR_BEHIND = 80, 50
_COMMERCE = phrase(r"\b<commerce>\b")
_BY_YEAR = re.compile(r"[^.;,]{0,40}? by 20[2-9]\d")
_COST = re.compile(r"\b(?:cost|costs|costing|cost the|costs the) $")
_TWICE = re.compile(
    r"\b(?:met|visited|spoken|talked|travelled|traveled|flown|been|called|come|gone)\b[^.;,]{0,40}? (?P<order>twice|three times|four times|five times) (?=this|since|in|last|over|already)"
)
_BY = re.compile(
    r"\bthe (?P<order>first|second|third|fourth|fifth) (?:(?:official |formal |state |such )*(?:visit|trip) (?:to|by)\b[^.;]{0,40}?\b)?by (?:an? |the )?"
)
_WORTH = phrase(r"(?:\bworth|\b(?:past|over|above|beyond)) <hedges>$")
_SMALLEST_SUM = 1e6


def find_counts(line: Line) -> Iterator[Draft]:
    """Journeys, countries, durations and sums of money of a sentence."""
    yield from _journeys(line)
    yield from _journeys_by(line)
    yield from _occasions(line)
    if _MONEY_NOT_SAID.search(line.low):
        return
    for number in line.sentence.numbers:
        if number.same_as is not None and number.same_as[0] < number.start:
            continue
        match number.dimension:
            case "count":
                yield from _countries(line, number)
            case "duration":
                yield from _durations(line, number)
            case "money":
                yield from _money(line, number)


def _journeys(line: Line) -> Iterator[Draft]:
    for found in _JOURNEY.finditer(line.low):
        codes = _travellers(line, found) if _TRAVELLING.search(line.low) else ()
        if not codes:
            continue
        place = order_of(found["order"])
        ahead = line.low[max(0, found.start() - 16) : found.start()]
        comparator: Comparator = ">" if found["least"] or "at least " in ahead else "="
        named = found["noun"].removesuffix("s")
        unit = named if named in _UNITS else "visit"
        yield Draft(
            "count",
            codes[0],
            (place, place, unit),
            line.offset + found.start(),
            line.offset + found.end(),
            line.sentence.index,
            comparator,
            found["order"],
            dimension="ordinal",
        )


def _journeys_by(line: Line) -> Iterator[Draft]:
    """ "The first visit to Ruritania by a Syldavian minister"."""
    for found in _BY.finditer(line.low) if _TRAVELLING.search(line.low) else ():
        named = line.parties(found.end(), found.end() + 1)
        if named:
            place = order_of(found["order"])
            yield Draft(
                "count",
                named[0].code,
                (place, place, "visit"),
                line.offset + found.start(),
                named[0].end,
                line.sentence.index,
                written=found["order"],
                dimension="ordinal",
            )


def _occasions(line: Line) -> Iterator[Draft]:
    """ "The two have met twice this year"."""
    for found in _TWICE.finditer(line.low):
        owner = find_subject(line, found.start("order"))
        times = {"twice": 2, "three": 3, "four": 4, "five": 5}[found["order"].split()[0]]
        yield Draft(
            "count",
            owner[0],
            (times, times, "time"),
            line.offset + found.start(),
            line.offset + found.end(),
            line.sentence.index,
            written=found["order"],
            dimension="count",
        )


def _travellers(line: Line, found: re.Match[str]) -> tuple[str, ...]:
    """Whose journey it is, by the possessor."""
    token = line.token_at(found.start("whose"))
    if token is None:
        return ()
    if found["whose"] in ("his", "her"):
        return line.context.agents.resolve(token).parties or referent(line, found.start())
    if found["whose"] in ("their", "its"):
        return referent(line, found.start())
    return line.context.agents.resolve(token).parties


def _countries(line: Line, number: NumberMention) -> Iterator[Draft]:
    start, end = number.start - line.offset, number.end - line.offset
    found = _COUNTED.match(line.after(end)) or _COUNTED_TIGHT.match(line.after(end))
    if found is None or number.low < _FEWEST or number.low != int(number.low):
        return
    if _PLACE_AHEAD.search(line.before(start)):
        return
    noun = found.groupdict().get("noun") or "member"
    yield _draft(line, number, "count", None, (number.low, number.high, noun), end + found.end())


def _durations(line: Line, number: NumberMention) -> Iterator[Draft]:
    start, end = number.start - line.offset, number.end - line.offset
    if gap := _GAP.match(line.after(end)):
        named = [m for m in line.parties(end + gap.end(), end + gap.end() + 1) if m.code != "WLD"]
        owner = find_subject(line, start)
        if named and owner[0] and number.unit in ("year", "decade"):
            draft = _draft(
                line, number, "target_gap", owner[0], (number.low, number.high, "year"), named[0].end - line.offset
            )
            yield draft
        return
    if number.unit in ("hour", "minute") and _TALKING.search(line.low) and not _OF_TIME.match(line.after(end)):
        owner = find_subject(line, start)
        yield _draft(line, number, "duration", owner[0], (number.low, number.high, number.unit), end)


def _paying_for(line: Line, start: int) -> tuple[str, ...]:
    """ "The floods cost Ruritania $30 billion"."""
    named = [m for m in line.parties(0, start) if m.end - line.offset + 1 == start]
    return (named[-1].code,) if named and _COST.search(line.low[: named[-1].start - line.offset]) else ()


def _money(line: Line, number: NumberMention) -> Iterator[Draft]:
    start, end = number.start - line.offset, number.end - line.offset
    if number.low < _SMALLEST_SUM or number.per not in (None, "year"):
        return
    said, behind = line.low[max(0, start - _NEAR) : start], line.low[end : end + _NEAR_BEHIND]
    if not _TOTAL.search(said) and (_PAYING.search(said) or _PAYING.search(behind) or _BY_YEAR.match(behind)):
        return
    if _COMMERCE.search(said) or _COMMERCE.search(behind):
        return
    owner = NOBODY if _WORTH.search(said) else _paying_for(line, start) or find_subject(line, start)
    yield _draft(line, number, "money", owner[0], figure_of(number), end)


def _draft(
    line: Line,
    number: NumberMention,
    measure: str,
    subject: str | None,
    figure: tuple[float, float, str | None],
    end: int,
) -> Draft:
    return Draft(
        measure=measure,  # type: ignore[arg-type]
        subject=subject,
        figure=figure,
        start=number.start,
        end=line.offset + end,
        sentence=line.sentence.index,
        comparator=number.comparator,
        written=number.written or number.text,
        year=year_of(line, number, None),
        dimension=number.dimension,
    )
