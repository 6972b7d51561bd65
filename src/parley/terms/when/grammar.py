"""The grammar of time expressions: which stretch of a run is one expression, and what it says.

A closed grammar read by recursive descent. Of the rules that fit at a position the longest reading wins; among equals
the earlier in the tables.
"""

from __future__ import annotations

import re
from dataclasses import replace

from parley.terms.when.calendar_dates import CALENDAR_RULES, Parsed
from parley.terms.when.expression import (
    CalendarDate,
    Chosen,
    Decade,
    Expression,
    Hedged,
    Length,
    Nth,
    Part,
    Period,
    Relative,
    Rest,
    Season,
    Shift,
    Span,
    Timed,
    WeekOf,
    Within,
    YearPart,
)
from parley.terms.when.lexeme import Lexeme, Run
from parley.terms.when.numerals import cardinal, day_number, ordinal
from parley.terms.when.openings import Openings
from parley.terms.when.relations import RELATION_RULES, counted_unit

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?::\d\d)?(?:\s?(?P<half>[ap])\.?m\.?)?", re.IGNORECASE)


def read_expression(run: Run, i: int) -> tuple[Expression, int, int] | None:
    """The longest expression at ``i``: what it says, where it starts (a hedge before it is left out) and ends."""
    start = i
    while run.role(start, "hedge"):
        start += 1
    found = span(run, start) or (between(run, start) if run.at(start, "between") else None)
    if found is None:
        return None
    expression, after = found
    hedged = start > i or (run.at(after, "or") and run.at(after + 1, "so"))
    return (Hedged(expression) if hedged else expression), start, after


def point(run: Run, i: int) -> Parsed | None:
    """The longest expression at ``i`` that is not a range."""
    found = _longest(run, i, _ALL_RULES)
    return _extended(run, found) if found else None


def _longest(run: Run, i: int, rules: Openings) -> Parsed | None:
    best: Parsed | None = None
    for rule in rules.at(run[i]):
        found = rule(run, i)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def span(run: Run, i: int) -> Parsed | None:
    """A range ("September 1-3", "3 to 9 May", "2021-2030", "18 and 19 June") or else a point."""
    first = point(run, i)
    return (_span_from(run, i, first) if first else None) or _days_of_month(run, i) or first


def between(run: Run, i: int) -> Parsed | None:
    """ "between 2025 and 2030"."""
    first = point(run, i + 1)
    if first is None:
        return _days_of_month(run, i + 1)
    return _span_to(run, first, first[1] + 1) if run.at(first[1], "and", "-", "–") else None


def _span_from(run: Run, i: int, first: Parsed) -> Parsed | None:
    start, j = first
    if not (run.role(j, "joiner") or _couples_days(run, start, j)):
        return None
    if run.at(j, "/") and not (run[j].glued and run[j + 1].glued):
        return None
    if run.at(j, "until", "till") and not run.at(i - 1, "from"):
        return None
    return _span_to(run, first, j + 1)


def _span_to(run: Run, first: Parsed, i: int) -> Parsed | None:
    end = _range_end(run, first[0], i)
    joined = _joined(first[0], end[0]) if end else None
    return (joined, end[1]) if joined and end else None


def _couples_days(run: Run, start: Expression, j: int) -> bool:
    """ "September 1 and 3": a second day of the same month."""
    if not isinstance(start, CalendarDate) or start.day is None or start.year:
        return False
    return run.at(j, "and", "&") and run[j + 1].is_digits(1, 2) and not run.role(j + 2, "month")


def _range_end(run: Run, start: Expression, i: int) -> Parsed | None:
    """The end of a range: an expression, or the mere day or two digits of a year ("1-3", "2021-22")."""
    found = point(run, i)
    if found and not isinstance(found[0], Length | Nth):
        return found
    if not isinstance(start, CalendarDate):
        return None
    if start.day is not None:
        day = day_number(run, i)
        if day is None or run.role(day[1], "unit") or run.role(day[1], "counted"):
            return None
        comma = run.skip(day[1], ",")
        told = point(run, comma) if run[comma].is_digits(4, 4) and run[comma - 1].text == "," else None
        year = told[0].year if told and isinstance(told[0], CalendarDate) else None
        return CalendarDate(year, None, day[0]), told[1] if told and year else day[1]
    two = run[i]
    if start.year and start.month is None and two.is_digits(2, 2) and two.glued and int(two.text) > start.year % 100:
        return CalendarDate(start.year // 100 * 100 + int(two.text)), i + 1
    return None


def _days_of_month(run: Run, i: int) -> Parsed | None:
    """ "3 to 9 May", "18 and 19 June 2021", "between 3 and 12 of September"."""
    first = day_number(run, i)
    if first is None or not (run.role(first[1], "joiner") or run.at(first[1], "and")):
        return None
    if run[i].glued and run.role(i - 1, "hyphen"):
        return None
    end = point(run, first[1] + 1)
    if end is None or not isinstance(end[0], CalendarDate) or end[0].month is None or end[0].day is None:
        return None
    joined = _joined(CalendarDate(None, None, first[0]), end[0])
    return (joined, end[1]) if joined else None


def _joined(start: Expression, end: Expression) -> Span | None:
    """The range of two expressions of one kind, each given what only the other tells; None when they do not pair."""
    if isinstance(start, CalendarDate) and isinstance(end, CalendarDate):
        return _joined_dates(start, end)
    if isinstance(start, Timed) and isinstance(end, Timed):
        return Span(start, replace(end, day=end.day or start.day))
    days = (CalendarDate, Chosen, Relative, Within, Part, Rest)
    if isinstance(start, days) and isinstance(end, days):
        return Span(start, end)
    return Span(start, end) if type(start) is type(end) and isinstance(start, YearPart | Decade | Season) else None


def _joined_dates(start: CalendarDate, end: CalendarDate) -> Span | None:
    if start.day and end.day and start.month is None and end.month:
        start = replace(start, month=end.month)
    elif start.day and end.day and end.month is None and start.month:
        wraps = end.day < start.day
        end = replace(end, month=start.month % 12 + 1 if wraps else start.month)
    if _shape(start) != _shape(end):
        return None
    turns = (start.month or 0, start.day or 0) > (end.month or 0, end.day or 0)
    if start.month and start.year is None and end.year:
        start = replace(start, year=end.year - turns)
    elif end.month and end.year is None and start.year:
        end = replace(end, year=start.year + turns)
    if (
        start.year
        and end.year
        and (start.year, start.month or 0, start.day or 0) > (end.year, end.month or 0, end.day or 0)
    ):
        return None
    return Span(start, end)


def _shape(told: CalendarDate) -> str:
    if told.day:
        return "day"
    return "month" if told.month else "year" if told.year else "weekday"


def _stretch(run: Run, i: int) -> Parsed | None:
    """What a part, rest or ordinal is taken of: an expression, or a bare unit ("the year", "the century")."""
    found = point(run, i)
    at = run.skip(i, "the")
    unit = run.role(at, "unit")
    bare = (Relative(unit, 0), at + 1) if unit and not run.role(at, "plural") else None
    if found is None or isinstance(found[0], Length) or (bare and bare[1] >= found[1]):
        return bare
    return found


def part(run: Run, i: int) -> Parsed | None:
    """ "early December", "mid-1996", "the end of the year", "late last July", "end-2025"."""
    at = run.skip(i, "the")
    name = run.role(at, "part")
    if name is None:
        return _part_behind(run, at)
    direct = run.at(at, "early", "late", "mid")
    linked = ("in", "on") if direct else ("of", "in")
    after = at + 2 if run.role(at + 1, "hyphen") else run.skip(at + 1, *linked)
    if after == at + 1 and not (direct or (run.at(at, "end", "start") and _named(run, after))):
        return None
    of = _stretch(run, after)
    if of is None or isinstance(of[0], Rest | Period | Shift | Span):
        return None
    return Part(name, of[0]), of[1]


def _named(run: Run, i: int) -> bool:
    return run.role(i, "month") is not None or (run[i].is_digits(4, 4) and run[i].text[:2] in ("19", "20", "21"))


def _part_behind(run: Run, i: int) -> Parsed | None:
    """ "year-end", "year's end", "midcentury"."""
    if run.at(i, "midcentury"):
        return Part("MID", Relative("century", 0)), i + 1
    if run.at(i, "midyear"):
        return Part("MID", Relative("year", 0)), i + 1
    unit = run.role(i, "unit")
    if unit not in ("year", "month", "decade", "century", "quarter", "week"):
        return None
    joint = run.role(i + 1, "hyphen") or run[i + 1].kind == "possessive"
    end = i + 2 if joint else i + 1
    return (Part("END", Relative(unit, 0)), end + 1) if run.at(end, "end") and (joint or run.loose) else None


def rest(run: Run, i: int) -> Parsed | None:
    """ "earlier this year", "later in the month", "sometime next week", "the rest of the decade"."""
    side = run.role(i, "rest")
    if side is not None:
        of = _stretch(run, run.skip(i + 1, "in", "on"))
        usable = of and not isinstance(of[0], Rest | Part | Length | Shift | Period | Span)
        return (Rest(side, of[0]), of[1]) if of and usable else None
    at = run.skip(i, "the")
    if not (run.at(at, "rest", "remainder") and run.at(at + 1, "of")):
        return None
    of = _stretch(run, at + 2)
    return (Rest(1, of[0]), of[1]) if of else None


def nth(run: Run, i: int) -> Parsed | None:
    """ "the first week of July", "last two months of 2021", "the second half of the year", "first nine months"."""
    which = ordinal(run, run.skip(i, "the"))
    if which is None:
        return None
    counted = counted_unit(run, which[1]) if which[0] in (1, -1) else None
    if counted and counted[0] and counted[0] >= 1:
        count, unit, after = int(counted[0]), counted[1], counted[2]
    else:
        noun = run.skip(which[1], "-")
        count, unit, after = 1, run.role(noun, "unit") or ("half" if run.at(noun, "half") else ""), noun + 1
    if unit in ("", "second"):
        return None
    of = _stretch(run, run.skip(after, "of", "in")) if run.at(after, "of", "in") else None
    if of and not isinstance(of[0], Length):
        return _of_stretch(which[0], count, unit, of)
    return (Nth(which[0], count, unit), after) if count > 1 and which[0] == 1 else None


def _of_stretch(which: int, count: int, unit: str, of: Parsed) -> Parsed:
    if isinstance(of[0], Relative) and of[0].unit == "year" and unit == "quarter" and count == 1 and 1 <= which <= 4:
        return Within(YearPart(which, 4), of[0]), of[1]
    return Nth(which, count, unit, of[0]), of[1]


def week_of(run: Run, i: int) -> Parsed | None:
    """ "the week of July 16", "week beginning Monday 3 May"."""
    at = run.skip(i, "the")
    if not (run.at(at, "week") and run.at(at + 1, "of", "beginning", "starting", "commencing")):
        return None
    day = point(run, run.skip(at + 2, "on"))
    if day and isinstance(day[0], CalendarDate | Within) and (not isinstance(day[0], CalendarDate) or day[0].day):
        return WeekOf(day[0]), day[1]
    return None


def _extended(run: Run, found: Parsed) -> Parsed:
    """An expression with what follows it: "June last year", "next year's first quarter", "Friday afternoon"."""
    return _within(run, found) or _within_behind(run, found) or _at_time(run, found) or found


def _within(run: Run, found: Parsed) -> Parsed | None:
    """ "June last year", "Tuesday of next week", "summer of this year"."""
    named, j = found
    if not isinstance(named, CalendarDate | Season | YearPart) or named.year:
        return None
    outer = _longest(run, run.skip(j, "of", "in", ","), _RELATIONS)
    if outer is None or not isinstance(outer[0], Relative) or outer[0].unit not in ("week", "month", "year"):
        return None
    return Within(named, outer[0]), outer[1]


def _within_behind(run: Run, found: Parsed) -> Parsed | None:
    """ "next year's first quarter"."""
    outer, j = found
    if not isinstance(outer, Relative) or run[j].kind != "possessive":
        return None
    inner = _longest(run, j + 1, _CALENDAR)
    return (Within(inner[0], outer), inner[1]) if inner and isinstance(inner[0], Season | YearPart) else None


def _at_time(run: Run, found: Parsed) -> Parsed | None:
    """ "Friday afternoon", "tomorrow at 3 p.m."."""
    day, j = found
    time = _time(run, run.skip(run.skip(j, ","), "at", "around")) if _is_day(day) else None
    return (Timed(time[0], day), time[1]) if time else None


def shifted_day(run: Run, i: int) -> Parsed | None:
    """ "two days after 1 May", "the day before yesterday", "a week from Friday"."""
    at = run.skip(i, "the")
    found = counted_unit(run, i) or ((1.0, run.role(at, "unit"), at + 1) if run.role(at, "unit") and at > i else None)
    if found is None or not run.at(found[2], "before", "after", "from"):
        return None
    count, unit, j = found
    origin = _longest(run, j + 1, _NAMES)
    if origin is None or not isinstance(origin[0], CalendarDate | Relative | Chosen):
        return None
    return Shift(count, unit, -1 if run.at(j, "before") else 1, origin[0]), origin[1]


def timed(run: Run, i: int) -> Parsed | None:
    """ "8 p.m. on Thursday", "noon Saturday", "the morning of 3 May"."""
    time = _time(run, run.skip(i, "the"))
    if time is None:
        return None
    value, j = time
    day = _longest(run, run.skip(run.skip(j, ","), "on", "of"), _NAMES)
    if day and _is_day(day[0]):
        return Timed(value, day[0]), day[1]
    alone = run.loose or (run.role(i, "daypart") is None and not run.at(i, "the"))
    return (Timed(value), j) if alone else None


def _is_day(told: Expression) -> bool:
    if isinstance(told, CalendarDate):
        return told.day is not None or told.weekday is not None
    if isinstance(told, Chosen):
        return isinstance(told.of, CalendarDate) and told.of.weekday is not None
    return isinstance(told, Relative) and told.unit == "day"


def _time(run: Run, i: int) -> tuple[str, int] | None:
    """A clock time or named part of the day, as TIMEX3 writes it."""
    lexeme = run[i]
    if lexeme.kind == "clock":
        return _clock_time(lexeme, run.skip_roles(i + 1, "zone"))
    if (hour := run.role(i, "hour")) is not None:
        return f"T{hour:02}:00", i + 1
    if lexeme.is_digits(1, 2) and (shift := run.role(i + 1, "meridiem")) is not None and 1 <= int(lexeme.text) <= 12:
        return f"T{int(lexeme.text) % 12 + shift:02}", i + 2
    words = cardinal(run, i)
    if words and words[0] <= 12 and run.at(words[1], "pm"):
        return f"T{words[0] % 12 + 12:02}", words[1] + 1
    daypart = run.role(i, "daypart")
    return (f"T{daypart}", i + 1) if daypart else None


def _clock_time(lexeme: Lexeme, after: int) -> tuple[str, int] | None:
    found = _CLOCK.fullmatch(lexeme.text)
    if found is None or int(found["hour"]) > 24 or int(found["minute"] or 0) > 59:
        return None
    hour = int(found["hour"])
    if half := found["half"]:
        hour = hour % 12 + (12 if half in "pP" else 0)
    return f"T{hour:02}:{found['minute']}" if found["minute"] else f"T{hour:02}", after


_CALENDAR = Openings(CALENDAR_RULES)
_RELATIONS = Openings(RELATION_RULES)
_NAMES = Openings(CALENDAR_RULES | RELATION_RULES)
_ALL_RULES = Openings(
    CALENDAR_RULES
    | RELATION_RULES
    | {
        part: "the :part midcentury midyear :unit",
        rest: "the :rest",
        nth: "the :ordinal :cardinal",
        week_of: "the week",
        shifted_day: "the #number :cardinal :article :vague_count half",
        timed: "the #clock #number :cardinal :hour :daypart",
    }
)
