"""The year that a figure is of."""

from __future__ import annotations

import re

from parley.reading.claims.draft import Draft
from parley.reading.claims.evidence import frame
from parley.reading.claims.line import Line
from parley.reading.claims.segments import own_words
from parley.reading.claims.vocabulary import construction
from parley.reading.dates import DateMention
from parley.reading.numbers import NumberMention
from parley.terms.when import Interval

_NOT_WHEN, _DEADLINE = (construction("years", form) for form in ("not_when", "deadline"))
_HEADED = re.compile(r"\W*((?:19|20)\d\d) ?:")
_DIGITS = re.compile(r"\b(?:19|20)\d\d\b")
_BY = re.compile(r"\b(?:by|until|up to)(?: the)?(?: (?:end|close|start|middle) of)?(?: the year)? $")
_TURN = re.compile(r" (?:at|around|before|by|about) the turn of the (?:century|millennium)")
_YEARS_BACK = re.compile(r" (?P<count>(?:a|[a-z]+|\d\d?) (?:years?|decades?)) (?:earlier|before|previously)\b")
_YEARS_ON = frame("continuing", "years_on")
_NUMBERS = {
    **{word: at for at, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)},
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}
# "… since 2000, the delegate told the plenary in December 2024": when it was said
_TOLD_THEN = re.compile(
    r", (?:as )?(?:the |a |an |his |her |its |one )?[^,;:]{2,50} (?:told|said|says|assured|informed|declared|boasted"
    r"|argued|remarked|conceded|admitted|reminded)(?: [^,;:]{0,50})? (?:in|on|during|back in) "
    r"(?:early |late |mid-)?$"
)
_SHORTEST_MONTH = 27
_BEHIND = 90
_AHEAD = 90


def year_of(line: Line, number: NumberMention, last: Draft | None) -> int | None:
    """The year named beside a number, behind it first; a list shares that of its first figure."""
    start, end = number.start, number.end
    first, stop = (line.offset + at for at in line.clause(start - line.offset, end - line.offset))
    later = next((n.start for n in line.sentence.numbers if n.start >= end), stop)
    own = own_words(line, start - line.offset, end - line.offset)
    later = min(later, line.offset + own[1])
    behind = [
        d
        for d in line.sentence.dates
        if end <= d.start < min(end + _BEHIND, stop, max(later, end + 1)) and _dates(line, d)
    ]
    if behind and (year := _year(behind[0])):
        return year
    goes_on = last is not None and last.sentence == line.sentence.index
    if last is not None and last.year and goes_on and (back := _YEARS_BACK.match(line.low, end - line.offset)):
        return last.year - years_told(back["count"])
    if last is not None and goes_on and (later_year := years_after(line, last, *own)):
        return later_year
    ahead = [d for d in line.sentence.dates if max(first, start - _AHEAD) <= d.start < start and _dates(line, d)]
    if ahead and (year := _year(ahead[-1])):
        return year
    if last is not None and goes_on:
        return last.year
    headed = _HEADED.match(line.low)
    return int(headed.group(1)) if headed else None


def year_behind(line: Line, number: NumberMention) -> int | None:
    """The year named right behind a number, before the next one."""
    stop = line.clause(number.start - line.offset, number.end - line.offset)[1] + line.offset
    later = next((n.start for n in line.sentence.numbers if n.start >= number.end), stop)
    near = [d for d in line.sentence.dates if number.end <= d.start < min(number.end + _BEHIND, stop, later)]
    return next((year for each in near if tells_a_year(line, each) and (year := _year(each))), None)


def years_after(line: Line, last: Draft, start: int, stop: int) -> int | None:
    """The year that a stretch tells by the one of the figure before: "eleven years later"."""
    found = _YEARS_ON.search(line.low, start, stop)
    return last.year + years_told(found["count"]) if found and last.year else None


def years_told(words: str) -> int:
    """How many years "a decade", "two years" and "11 years" are."""
    first, _, unit = words.partition(" ")
    count = int(first) if first.isdigit() else _NUMBERS.get(first, 1)
    return 10 * count if unit.startswith("decade") else count


def turn_of_century(words: str) -> int | None:
    """2000, where words right behind a figure say "at the turn of the century"."""
    return 2000 if _TURN.match(words) else None


def _dates(line: Line, mention: DateMention) -> bool:
    """Whether a date says when, rather than since when or until when."""
    at = mention.start - line.offset
    if mention.interval is None or not tells_a_year(line, mention):
        return False
    return _NOT_WHEN.search(line.low[max(0, at - 30) : at]) is None or _is_reached(line, mention)


def tells_a_year(line: Line, mention: DateMention) -> bool:
    """Whether a date is of a year or a month, not of a mere day: "told the Sunday show"."""
    if _TOLD_THEN.search(line.low[: mention.start - line.offset]):
        return False
    words = line.low[mention.start - line.offset : mention.end - line.offset]
    interval = mention.interval
    if _DIGITS.search(words) or interval is None or interval.start is None or interval.end is None:
        return True
    return (interval.end - interval.start).days >= _SHORTEST_MONTH


def _is_reached(line: Line, mention: DateMention) -> bool:
    """ "Had fallen to 60 % by 2021", said later: when it was reached."""
    published, year = line.context.published, _year(mention)
    at = mention.start - line.offset
    return bool(
        published and year and year <= published.anchor.year and _BY.search(line.low[max(0, at - 30) : at]) is not None
    )


def _year(mention: DateMention) -> int | None:
    interval = mention.interval
    if interval is None or interval.start is None or _is_long(interval):
        return None
    return interval.start.year


def has_deadline(line: Line, end: int) -> bool:
    """Whether a year to come stands behind a number, as in "40 % by 2030"; without a day of publication, any "by"."""
    published = line.context.published
    for mention in line.sentence.dates:
        at = mention.start - line.offset
        near = end <= at < end + _BEHIND and "," not in line.low[end:at]
        if not near or not _DEADLINE.search(line.low[max(end, at - 30) : at]):
            continue
        year = _year(mention)
        said_by = line.low[end:at].split()[-1] != "in"
        if year is not None and (year > published.anchor.year if published else said_by):
            return True
    return False


def _is_long(interval: Interval) -> bool:
    """Whether it is no year but a decade: "this decade"."""
    return interval.start is not None and interval.end is not None and interval.end.year - interval.start.year > 2
