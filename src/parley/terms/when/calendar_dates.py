"""Names of the calendar: dates, months, weekdays, seasons, quarters, decades, centuries.

Each rule reads from position ``i`` of a run and returns an expression with the position after it, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from parley.terms.when.expression import CalendarDate, Century, Decade, Expression, FiscalYear, Season, YearPart
from parley.terms.when.lexeme import Run
from parley.terms.when.numerals import day_number, ordinal, year
from parley.terms.when.vocabulary import AMBIGUOUS

Parsed = tuple[Expression, int]
Rule = Callable[[Run, int], Parsed | None]


def numeric_date(run: Run, i: int) -> Parsed | None:
    """ "2021-08-31", "31/08/2021", "8/31/2021", "2021/8/31", "31.8.2021", "8-31-2021"."""
    lexeme = run[i]
    if lexeme.kind == "iso":
        year_number, month_number, day = (int(part) for part in lexeme.text.split("-"))
        return _valid(year_number, month_number, day, i + 1)
    if lexeme.kind != "slashed":
        return None
    first, second, third = (int(part) for part in re.split(r"[-./]", lexeme.text))
    if first > 31:
        return _valid(first, second, third, i + 1)
    full = third if third > 99 else third + (2000 if third < 70 else 1900)
    if first > 12 or "." in lexeme.text:
        return _valid(full, second, first, i + 1)
    return _valid(full, first, second, i + 1)


def _valid(year: int, month: int, day: int, after: int) -> Parsed | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return CalendarDate(year, month, day), after


def iso_month(run: Run, i: int) -> Parsed | None:
    """ "2021-09"; "2021-22" is a range of years."""
    if not (run[i].is_digits(4, 4) and run[i + 1].text == "-" and run[i + 1].glued and run[i + 2].glued):
        return None
    if not run[i + 2].is_digits(2, 2) or run.at(i + 3, "-"):
        return None
    year_number, month_number = int(run[i].text), int(run[i + 2].text)
    if year_number < 1000 or not 1 <= month_number <= 12 or month_number == year_number % 100 + 1:
        return None
    return CalendarDate(year_number, month_number), i + 3


def weekday_date(run: Run, i: int) -> Parsed | None:
    """ "Friday", "Tuesday, August 31", "Thursday the 26th of May"."""
    weekday = run.role(i, "weekday")
    if weekday is None or (run[i].word in AMBIGUOUS and not run[i].capital):
        return None
    after = run.skip(run.skip(i + 1, ","), "the")
    found = month_date(run, after) or day_date(run, after) or numeric_date(run, after)
    if found and isinstance(found[0], CalendarDate) and found[0].day:
        told = found[0]
        return CalendarDate(told.year, told.month, told.day, weekday), found[1]
    if (
        run[i].word in ("sun", "sat", "mon", "wed")
        and not run.loose
        and not run.at(i - 1, "on", "last", "next", "this")
    ):
        return None
    return CalendarDate(weekday=weekday), i + 1


def month_date(run: Run, i: int) -> Parsed | None:
    """ "August", "August 31", "Aug. 31st, 2021", "August 2021", "August of 2021"."""
    month = run.role(i, "month")
    if month is None:
        return None
    day = day_number(run, i + 1)
    if day and not (run.role(day[1], "unit") or run.role(day[1], "counted") or run.role(day[1], "meridiem")):
        comma = run.skip(day[1], ",", "of")
        told = year(run, comma, sure=True)
        return (CalendarDate(told[0], month, day[0]), told[1]) if told else (CalendarDate(None, month, day[0]), day[1])
    told = year(run, run.skip(i + 1, ",", "of"), sure=True)
    if told:
        return CalendarDate(told[0], month), told[1]
    return (CalendarDate(month=month), i + 1) if _is_month(run, i) else None


def _is_month(run: Run, i: int) -> bool:
    """Whether a month's name alone is a month: "may" and "march" are verbs, May and August also names."""
    if run.loose:
        return True
    word = run[i].word
    if word not in AMBIGUOUS:
        return run[i].capital or run.role(i - 1, "preposition") is not None
    return run[i].capital and (run.role(i - 1, "preposition") is not None or _goes_on(run, i + 1))


def _goes_on(run: Run, i: int) -> bool:
    """Whether a month before ``i`` is shown to be one by what follows: "May-June", "March of last year"."""
    if run.role(i, "joiner"):
        return run.role(i + 1, "month") is not None
    step = run.skip(i, "of")
    return run.role(step, "step") is not None and run.at(step + 1, "year")


def day_date(run: Run, i: int) -> Parsed | None:
    """ "31 August", "31st of August 2021", "the third of May"."""
    day = day_number(run, i)
    if day is None or (run[i].glued and run.role(i - 1, "hyphen") and not run[i - 2].is_digits(1, 2)):
        return None
    month_at = run.skip(run.skip(day[1], "-"), "of")
    month = run.role(month_at, "month")
    if month is None or (run[month_at].word in AMBIGUOUS and not run[month_at].capital and not run.loose):
        return None
    told = year(run, run.skip(run.skip(month_at + 1, ",", "-"), "of"), sure=True)
    return (
        (CalendarDate(told[0], month, day[0]), told[1]) if told else (CalendarDate(None, month, day[0]), month_at + 1)
    )


def plain_year(run: Run, i: int) -> Parsed | None:
    """ "2021", "the year 2021", "nineteen ninety-one"."""
    named = i + 2 if run.at(i, "the") and run.at(i + 1, "year") else run.skip(i, "year")
    told = year(run, named, sure=named > i)
    return (CalendarDate(told[0]), told[1]) if told else None


def season(run: Run, i: int) -> Parsed | None:
    """ "the summer", "summer 2021", "the winter of 1994"."""
    at = run.skip(i, "the")
    name = run.role(at, "season")
    if name is None:
        return None
    told = year(run, run.skip(at + 1, ",", "of", "in"), sure=True)
    if told:
        return Season(name, told[0]), told[1]
    return (Season(name), at + 1) if run.loose or _is_season(run, i, at) else None


def _is_season(run: Run, i: int, at: int) -> bool:
    """Prices fall and hopes spring; a season without its year needs a word of time before it."""
    before = run.role(i - 1, "preposition") is not None and not run.at(i - 1, "to", "for", "and", "of")
    if run.at(at, "fall", "spring"):
        return before and not run.at(at + 1, "of", "in")
    return before or (at > i and not run.at(at + 1, "of"))


def year_part(run: Run, i: int) -> Parsed | None:
    """ "Q3 2021", "the third quarter of 2021", "first half of 2024", "the 1988 second quarter"."""
    at = run.skip(i, "the", "its")
    before = year(run, at, sure=True) if run[at].is_digits(4, 4) else None
    at = before[1] if before else at
    at = run.skip(at + 1, "-") if run.role(at, "fiscal") else at
    if code := run.role(at, "year_part"):
        number, parts, after = int(code[1]), 4 if code[0] == "Q" else 2, at + 1
    else:
        which = ordinal(run, at)
        if which is None:
            return None
        noun = run.skip(run.skip(which[1], "-"), "fiscal")
        parts = 2 if run.at(noun, "half") else 4 if run.at(noun, "quarter", "quarters") else 0
        number, after = (parts if which[0] == -1 and parts == 2 else which[0]), noun + 1
    if parts not in (2, 4) or not 1 <= number <= parts:
        return None
    after_of = run.skip(run.skip(after, ",", "of", "in"), "fiscal")
    told = before or year(run, after_of, sure=True)
    if told:
        return YearPart(number, 2 if parts == 2 else 4, told[0]), after if before else told[1]
    of_year = run[i - 1].kind == "possessive" or run.loose
    return (YearPart(number, 2 if parts == 2 else 4), after) if parts == 4 or of_year else None


def fiscal_year(run: Run, i: int) -> Parsed | None:
    """ "fiscal 2023", "the financial year 2021-22"."""
    at = run.skip(i, "the")
    if not run.role(at, "fiscal"):
        return None
    told = year(run, run.skip(at + 1, "year"), sure=True)
    if told is None:
        return None
    if run.role(told[1], "hyphen") and run[told[1] + 1].is_digits(2, 2):
        return FiscalYear(told[0]), told[1] + 2
    return FiscalYear(told[0]), told[1]


def decade(run: Run, i: int) -> Parsed | None:
    """ "the 2030s", "the nineties", "the '90s"."""
    at = run.skip(i, "the")
    lexeme = run[at]
    plural = lexeme.kind == "number" and lexeme.suffix and "ordinal" not in lexeme.roles
    if plural and lexeme.text.isdigit() and lexeme.text.endswith("0"):
        if len(lexeme.text) == 4 and lexeme.text >= "1000":
            return Decade(int(lexeme.text)), at + 1
        if len(lexeme.text) == 2 and at > i:
            return Decade(int(lexeme.text)), at + 1
    named = run.role(at, "decades")
    return (Decade(named), at + 1) if named is not None and at > i else None


def century(run: Run, i: int) -> Parsed | None:
    """ "the 21st century", "twentieth-century"."""
    which = ordinal(run, run.skip(i, "the"))
    if which is None or not 1 <= which[0] <= 30:
        return None
    noun = run.skip(which[1], "-")
    return (Century(which[0]), noun + 1) if run.at(noun, "century") else None


# Each rule with what it can begin with: words, roles (a colon before) and kinds of lexeme (a number sign before).
CALENDAR_RULES: dict[Rule, str] = {
    numeric_date: "#iso #slashed",
    iso_month: "#number",
    weekday_date: ":weekday",
    month_date: ":month",
    day_date: "#number the :ordinal :cardinal",
    plain_year: "#number the year :cardinal",
    season: "the :season",
    year_part: "the its #number :fiscal :year_part :ordinal :cardinal",
    fiscal_year: "the :fiscal",
    decade: "the #number",
    century: "the :ordinal :cardinal",
}
