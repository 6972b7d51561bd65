"""The summits a text speaks of, whether each lies behind its writer or ahead, and what that tells of the text's day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from parley.documents.calendar_days import DAY, MONTH, month_and_day, month_number
from parley.documents.clues import FIRM, HABIT, LATEST, LIKELY, WEAK, Clue, since, until, within
from parley.documents.tense import Tense, straight_before, tense_at, tense_before, vocabulary
from parley.terms.summits import (
    CLIMATE_CONFERENCE,
    Summit,
    before_in_series,
    climate_conference_in,
    editions,
    series_names,
    summit_named,
    summit_places,
    summits_in,
)

_NAMED = re.compile(r"\bCOP[ -]?\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th) (?:session of the )?Conference of the Parties", re.I)
_CONFERENCE_IN = (
    r"\b(?:climate|UN|U\.N\.|United Nations)(?: [\w.-]+){0,4}? (?:summit|conference|talks|negotiations|meeting)"
    r"(?: [\w.-]+)?,? in (?:the )?"
)
# "Preside over COP28" and "bid to host COP31" say nothing of the time.
_ROLE_BEFORE = re.compile(
    r"\b(?:preside over|president of|presidency of|chair(?: of)?|host(?:ing)?|(?:week|day)s? of)\s+(?:the )?\Z", re.I
)
_WILL_HOST = re.compile(r"\bwill (?:preside over|chair|host)\s+(?:the )?\Z", re.I)
_STEPS = {"last": -1, "this": 0, "next": 1}
_RELATIVE = re.compile(r"\b(?P<step>last|this|next|later this)\s+(?P<unit>week|month|year)(?:['’]s?)?(?!\w)", re.I)
_BEFORE, _BEHIND = 32, 60
_LAST_MONTH = re.compile(rf"\blast (?P<month>{MONTH})\b")
_DAY = re.compile(DAY, re.I)
_NEAR_DAY = 120
_CLAUSE_END = re.compile(r"[.!?;]\s|\n|\b(?:and|but|after|said|says|told)\b")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_YEAR_BESIDE = re.compile(r"(?:\b(20[1-3]\d) (?:\w+ ){0,2}\Z)|(?:\A,? (?:in )?(20[1-3]\d)\b)")
_ANY_YEAR = re.compile(r"\b20[1-3]\d\b")
_LEADERS_SUMMIT = {
    "G7": re.compile(r"\b(?:G-?7|Group of (?:Seven|7))(?: leaders['’]?)? summit\b", re.I),
    "G20": re.compile(r"\b(?:G-?20|Group of (?:Twenty|20))(?: leaders['’]?)? summit\b", re.I),
}
_NEAR_CITY, _CITY_AFTER = 250, 400
_STRAIGHT, _BY_TENSE = 3, 1

# Habits, in days: how long before a conference one speaks of it as the coming one, how long after as the last; and how
# far from a meeting of a series that meets again and again one speaks of it.
_CONFERENCE_LEAD, _CONFERENCE_LAG, _EARLY_WORD = 365, 730, 150
_SERIES_LEAD, _SERIES_LAG = 90, 60
_LEAD_CHARACTERS = 500
# A number of units before a summit leaves this much less and more than the number says.
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}
_LESS, _MORE = 0.5, 1.6
# The most that "days before", "weeks before" and "months before" leave when no number is given.
_LEAD_DAYS = {"day": 14, "week": 75, "month": 330}


class SummitTold(NamedTuple):
    """A summit on one ``side`` of the writer; ``firm`` when the words straight before it say so.

    ``near`` are stretches that words such as "next month's" and "days before" leave, with these words.
    """

    summit: Summit
    side: Tense | None
    firm: bool
    near: tuple[tuple[date, date, str], ...]
    words: str


class _Mention(NamedTuple):
    summit: Summit
    start: int
    end: int


def summits_told(text: str) -> tuple[SummitTold, ...]:
    """Each summit of ``text`` once, in order of time, with the side most of its mentions are on."""
    mentions: dict[Summit, list[_Mention]] = {}
    for mention in _mentions(text):
        mentions.setdefault(mention.summit, []).append(mention)
    ordered = sorted(mentions, key=lambda summit: (summit.start, summit.name))
    return tuple(_told(text, mentions[summit]) for summit in ordered)


def summit_clues(text: str, summits: Sequence[SummitTold]) -> Iterator[Clue]:
    """What ``summits`` and the series that meet again and again tell of the day of ``text``."""
    first_ahead: dict[str, Summit] = {}
    last_behind: dict[str, Summit] = {}
    for told in summits:
        if told.side == "future":
            first_ahead.setdefault(told.summit.series, told.summit)
        else:
            last_behind[told.summit.series] = told.summit
    for told in summits:
        ground = f'{told.summit.name} ({told.summit.start.isoformat()}) {_STANDING[told.side]} ("{told.words}")'
        yield from (within(first, last, FIRM - 1, f'{ground}, "{words}"') for first, last, words in told.near)
        if told.side == "future":
            yield from _ahead(told, ground, told.summit == first_ahead[told.summit.series])
        elif told.side == "past":
            yield from _behind(told, ground, told.summit == last_behind[told.summit.series])
        elif told.summit == last_behind[told.summit.series]:
            lead = _CONFERENCE_LEAD + _EARLY_WORD if told.summit.series == CLIMATE_CONFERENCE else _EARLY_WORD
            yield _habit(told.summit, lead, ground)
    yield from _series_clues(text)


_STANDING: dict[Tense | None, str] = {
    "future": "is still ahead",
    "past": "has begun or is over",
    None: "is spoken of",
}


def _habit(summit: Summit, lead: int, ground: str) -> Clue:
    lag = _CONFERENCE_LAG if summit.series == CLIMATE_CONFERENCE else _CONFERENCE_LAG // 2
    return within(summit.start - timedelta(lead), summit.last_day + timedelta(lag), HABIT, ground)


def _ahead(told: SummitTold, ground: str, is_first: bool) -> Iterator[Clue]:
    eve = told.summit.start - timedelta(1)
    yield until(eve, FIRM if told.firm else LIKELY, ground)
    if is_first and not told.near:
        before = before_in_series(told.summit)
        lead = told.summit.start - timedelta(_CONFERENCE_LEAD)
        yield within(max(lead, before.last_day + timedelta(1)) if before else lead, eve, HABIT, ground)


def _behind(told: SummitTold, ground: str, is_last: bool) -> Iterator[Clue]:
    yield since(told.summit.start, FIRM if told.firm else WEAK, ground)
    if is_last:
        yield _habit(told.summit, 0, ground)


def _told(text: str, mentions: Sequence[_Mention]) -> SummitTold:
    votes: Counter[Tense] = Counter()
    words: dict[Tense | None, str] = {}
    near: dict[tuple[date, date, str], None] = {}
    for mention in mentions:
        side, weight = _side(text, mention)
        if side:
            votes[side] += weight
        context = text[max(0, mention.start - 30) : mention.end].split()
        words.setdefault(side, " ".join(context[1:] if len(context) > 2 else context))
        near.update(dict.fromkeys(_near(text, mention)))
    side = None
    if votes["past"] != votes["future"]:
        side = "past" if votes["past"] > votes["future"] else "future"
    firm = side is not None and votes[side] >= _STRAIGHT
    return SummitTold(mentions[0].summit, side, firm, tuple(near), words.get(side) or next(iter(words.values())))


def _side(text: str, mention: _Mention) -> tuple[Tense | None, int]:
    if relative := _relative(text, mention):
        step = relative[0]
        return ("past", _STRAIGHT) if step < 0 else ("future", _STRAIGHT) if step > 0 else (None, 0)
    if _last_month(text, mention):
        return "past", _STRAIGHT
    if _WILL_HOST.search(text[max(0, mention.start - 40) : mention.start]) or _opens_later(text, mention):
        return "future", _STRAIGHT
    if _ROLE_BEFORE.search(text[max(0, mention.start - 40) : mention.start]):
        return None, 0
    if straight := straight_before(text, mention.start):
        return straight, _STRAIGHT
    return tense_before(text, mention.start), _BY_TENSE


def _opens_later(text: str, mention: _Mention) -> bool:
    """ "COP27, which opens on November 6"."""
    for found in _DAY.finditer(text, mention.end, mention.end + _NEAR_DAY):
        if not found["iso"] and _has_day(mention.summit, *month_and_day(found)):
            return tense_at(text, *found.span()) == "future"
    return False


def _has_day(summit: Summit, month: int, day: int) -> bool:
    return (summit.start.month, summit.start.day) <= (month, day) <= (summit.last_day.month, summit.last_day.day)


def _last_month(text: str, mention: _Mention) -> str | None:
    """ "last November" beside a summit held in November."""
    near = text[max(0, mention.start - 20) : mention.start] + "|" + text[mention.end : mention.end + 40]
    for found in _LAST_MONTH.finditer(near):
        if month_number(found["month"]) in (mention.summit.start.month, mention.summit.last_day.month):
            return found.group()
    return None


def _relative(text: str, mention: _Mention) -> tuple[int, str, str] | None:
    """The step, the unit and the words of "last year's" and "next month" beside the summit in its sentence."""
    before = _SENTENCE_END.split(text[max(0, mention.start - _BEFORE) : mention.start])[-1]
    behind = _CLAUSE_END.split(text[mention.end : mention.end + _BEHIND])[0]
    ahead = [found for found in _RELATIVE.finditer(before) if found.end() > len(before) - 16]
    found = ahead[-1] if ahead else _RELATIVE.search(behind)
    if found is None or (not ahead and _ANY_YEAR.search(behind)):
        return None
    step, unit = found["step"].lower(), found["unit"].lower()
    if step == "later this":
        return 1, f"rest of the {unit}", found.group()
    return _STEPS[step], unit, found.group()


def _near(text: str, mention: _Mention) -> Iterator[tuple[date, date, str]]:
    """The days left by words beside the summit that say how far away it is."""
    first, last = mention.summit.start, mention.summit.last_day
    if relative := _relative(text, mention):
        step, unit, words = relative
        yield *_days_from(first, last, step, unit), words
    if months := _last_month(text, mention):
        yield last + timedelta(14), first + timedelta(_CONFERENCE_LEAD), months
    if found := _lead_before().search(text[max(0, mention.start - 60) : mention.start]):
        yield *_days_before(first, found["number"], (found["unit"] or found["bare"]).lower()), found.group().strip()
    elif found := _lead_behind().match(text[mention.end : mention.end + 60]):
        yield *_days_before(first, found["number"], found["unit"].lower()), found.group().strip(" ,")


def _days_from(first: date, last: date, step: int, unit: str) -> tuple[date, date]:
    """The days on which a summit from ``first`` to ``last`` is in the last, this or the next week, month or year."""
    if unit == "year":
        year = first.year - step
        return date(year, 1, 1), date(year, 12, 31)
    if unit.startswith("rest of"):
        begin = date(first.year, 1, 1) if unit == "rest of the year" else first - timedelta(31)
        return begin, first - timedelta(1)
    if unit == "week":
        monday = first - timedelta(first.weekday() + 7 * step)
        return monday, last + timedelta(6 - last.weekday() - 7 * step)
    near = first if step > 0 else last
    months = near.year * 12 + near.month - 1 - step
    begin = date(months // 12, months % 12 + 1, 1)
    end = date((months + 1) // 12, (months + 1) % 12 + 1, 1) - timedelta(1)
    return begin, end


def _days_before(first: date, number: str | None, unit: str) -> tuple[date, date]:
    if number is None:
        return first - timedelta(_LEAD_DAYS[unit]), first - timedelta(1)
    count = int(number) if number.isdigit() else int(vocabulary()["numbers"].get(number.lower(), 1))
    days = count * _UNIT_DAYS[unit]
    return first - timedelta(round(days * _MORE) + 1), first - timedelta(max(1, round(days * _LESS)))


@cache
def _lead_before() -> re.Pattern[str]:
    number = rf"(?P<number>an?|\d{{1,2}}|{'|'.join(vocabulary()['numbers'])})"
    return re.compile(
        rf"\b(?:{number}\s+(?P<unit>day|week|month)s?|(?P<bare>day|week|month)s)"
        r"\s+(?:before|ahead of|away from|until)\s+(?:[\w’'-]+\s+){0,4}\Z",
        re.I,
    )


@cache
def _lead_behind() -> re.Pattern[str]:
    number = rf"(?P<number>an?|\d{{1,2}}|{'|'.join(vocabulary()['numbers'])})"
    return re.compile(
        rf"[\w,’' -]{{0,30}}?\b(?:just|only|less than|under|about|now|some)? ?{number} (?P<unit>day|week|month)s? "
        r"(?:away|from now|off)\b",
        re.I,
    )


def _series_clues(text: str) -> Iterator[Clue]:
    """Series that meet again and again, spoken of without saying which edition."""
    for series, pattern in _series_patterns():
        held = editions(series)
        words: dict[tuple[tuple[date, date], ...], tuple[int, str]] = {}
        for found in pattern.finditer(text):
            stretches, weight, told = _edition_days(text, found, held)
            words.setdefault(stretches, (weight, told))
        for stretches, (weight, told) in words.items():
            if stretches:
                yield Clue(stretches, weight, f'it speaks of a {series} meeting ("{told}")')


def _edition_days(
    text: str, found: re.Match[str], held: Sequence[Summit]
) -> tuple[tuple[tuple[date, date], ...], int, str]:
    told = " ".join(found.group().split())
    mention = _Mention(held[0], *found.span())
    beside = _YEAR_BESIDE.search(text[max(0, found.start() - 20) : found.start()]) or _YEAR_BESIDE.search(
        text[found.end() : found.end() + 12]
    )
    if beside:
        year = int(beside[1] or beside[2])
        return ((date(year - 1, 7, 1), LATEST),), HABIT, f"{told} {year}"
    if relative := _relative(text, mention):
        step, unit, words = relative
        days = (_days_from(summit.start, summit.last_day, step, unit) for summit in held)
        return _apart(days), HABIT + 1 if unit != "year" else HABIT, f"{words} … {told}"
    if found.start() > _LEAD_CHARACTERS:
        return (), HABIT, told
    near = text[max(0, found.start() - _NEAR_CITY) : found.end() + _NEAR_CITY]
    held = [summit for summit in held if summit.city and summit.city in near] or held
    side = _side(text, mention)[0]
    lead = 0 if side == "past" else _SERIES_LEAD
    lag = 0 if side == "future" else _SERIES_LAG
    days = ((summit.start - timedelta(lead), summit.last_day + timedelta(lag)) for summit in held)
    return _apart(days), HABIT, told


def _apart(stretches: Iterator[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    """In order, those that overlap made one."""
    joined: list[tuple[date, date]] = []
    for first, last in sorted(stretches):
        if joined and first <= joined[-1][1] + timedelta(1):
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)


@cache
def _series_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((series, re.compile(rf"\b(?:{names})(?!\w)")) for series, names in series_names().items())


def _mentions(text: str) -> Iterator[_Mention]:
    for found in _NAMED.finditer(text):
        summit = summit_named(found.group())
        if summit and not text[max(0, found.start() - 4) : found.start()].endswith("CBD "):
            yield _Mention(summit, *found.span())
    yield from _leaders_summits(text)
    for pattern in (_conference_in_city(), _city_as_summit()):
        for found in pattern.finditer(text):
            if summit := climate_conference_in(found["city"]):
                yield _Mention(summit, found.start("what"), found.end())


def _leaders_summits(text: str) -> Iterator[_Mention]:
    """Summits of the G7 and the G20, each by the city of one that stands nearest to it."""
    for series, pattern in _LEADERS_SUMMIT.items():
        for found in pattern.finditer(text):
            start = max(0, found.start() - _NEAR_CITY)
            near = text[start : found.end() + _CITY_AFTER]
            cities = [
                (abs(start + city.start() - found.start()), summit.start, summit)
                for city in _city_alone().finditer(near)
                for summit in summits_in(city["city"])
                if summit.series == series
            ]
            if len({summit for _, _, summit in cities if summit.city == min(cities)[2].city}) == 1:
                yield _Mention(min(cities)[2], *found.span())


@cache
def _city_alone() -> re.Pattern[str]:
    return re.compile(rf"\b{_cities()}\b", re.I)


@cache
def _cities() -> str:
    names = sorted(summit_places(), key=lambda name: (-len(name), name))
    return f"(?P<city>{'|'.join(re.escape(name) for name in names)})"


@cache
def _conference_in_city() -> re.Pattern[str]:
    """ "the UN climate summit in Glasgow"."""
    return re.compile(rf"(?P<what>{_CONFERENCE_IN}){_cities()}\b", re.I)


@cache
def _city_as_summit() -> re.Pattern[str]:
    """ "heading into Glasgow": words that one says before an event and not before a city."""
    return re.compile(
        r"\b(?:heading into|going into|road to|run-?up to|lead-?up to|countdown to|in time for)\s+"
        rf"(?P<what>{_cities()})\b",
        re.I,
    )
