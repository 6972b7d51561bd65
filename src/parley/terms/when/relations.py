"""Expressions that count: "last year", "two weeks ago", "the next nine years", "three days", "every month".

Each rule reads from position ``i`` of a run and returns an expression with the position after it, or None.
"""

from __future__ import annotations

from parley.terms.when.calendar_dates import Parsed, Rule, year_part
from parley.terms.when.expression import (
    Ahead,
    CalendarDate,
    Chosen,
    Expression,
    Length,
    Period,
    Reference,
    Relative,
    Repeated,
    Season,
    Shift,
    Timed,
    YearAgo,
)
from parley.terms.when.lexeme import Run
from parley.terms.when.numerals import quantity
from parley.terms.when.vocabulary import BARE_REFERENCES, REFERENCES

_CHOOSING = ("this", "last", "next", "previous", "coming", "upcoming", "following", "past")
_LONG_UNITS = ("decade", "millennium")
_UNIT_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y", "millennium": "Y",
}  # fmt: skip
_BROKEN = {"year": ("M", 12), "hour": ("M", 60), "minute": ("S", 60)}
_UNIT_FACTORS = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}

# What an unknown number of these is written as.
_UNKNOWN = {"quarter": "PXM", "decade": "PXE", "weekend": "PXWE", "century": "PXC"}


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units: P3D, PT4H, P2Y6M, PXM."""
    code = _UNIT_CODES[unit]
    if count is None:
        return f"P{code[:-1]}X{code[-1]}" if unit not in _UNKNOWN else _UNKNOWN[unit]
    count *= _UNIT_FACTORS.get(unit, 1)
    if unit == "quarter" and count > 1:
        count, code = count * 3, "M"
    whole, part = int(count), count % 1
    prefix, letters = ("PT", code[1:]) if code.startswith("T") else ("P", code)
    if part and unit in _BROKEN:
        smaller, parts = _BROKEN[unit]
        return prefix + (f"{whole}{letters}" if whole else "") + f"{round(part * parts)}{smaller}"
    return f"{prefix}{count:g}{letters}" if part else f"{prefix}{whole}{letters}"


def relative(run: Run, i: int) -> Parsed | None:
    """ "this week", "last year", "the coming months", "next fiscal year", "this morning"."""
    at = run.skip(i, "the")
    if run.at(at, "this") and run.role(at + 1, "step") is not None and not run.at(at + 1, "that", "same"):
        at += 1
    step = run.role(at, "step")
    if step is None:
        return None
    to_text = run.role(at, "relative_to_text") is not None or (at > i and _is_next_day(run, at))
    noun = at + 2 if run.role(at + 1, "fiscal") or run.at(at + 1, "calendar", "full") else at + 1
    if daypart := run.role(noun, "daypart"):
        return Timed(f"T{daypart}", Relative("day", step, to_text)), noun + 1
    word = run[at].word
    unit = "quarter" if word == "latest" and run.at(noun, "period") else run.role(noun, "unit")
    if unit is None or run.at(noun, "second", "seconds"):
        return None
    if run.role(noun, "plural"):
        return _plural_period(word, step, unit, noun + 1)
    if word == "past" or (unit in _LONG_UNITS and step and word in ("last", "next", "coming")):
        return Period(-1 if step < 0 else 1, 1.0, unit, counted=unit == "decade"), noun + 1
    if word in ("recent", "future"):
        return None
    return Relative(unit, step, to_text, bare=word == "latest"), noun + 1


def _is_next_day(run: Run, at: int) -> bool:
    """ "the next day", "the next morning": of a story, not of its telling."""
    return run.at(at, "next") and (run.at(at + 1, "day") or run.role(at + 1, "daypart") is not None)


def _plural_period(word: str, step: int, unit: str, after: int) -> Parsed | None:
    if step == 0:
        return None
    return Period(-1 if step < 0 else 1, None, unit), after


def chosen(run: Run, i: int) -> Parsed | None:
    """ "last November", "next Monday", "this summer", "this past April"."""
    at = run.skip(i, "the")
    at = at + 1 if run.at(at, "this") and run.at(at + 1, "past", "coming") else at
    if not run.at(at, *_CHOOSING):
        return None
    step, to_text = run.role(at, "step"), run.role(at, "relative_to_text") is not None
    month, weekday, season = (run.role(at + 1, name) for name in ("month", "weekday", "season"))
    if month is not None and (run[at + 1].capital or run.loose or run[at + 1].word not in ("may", "march", "mar")):
        return Chosen(CalendarDate(month=month), step, to_text), at + 2
    if weekday is not None:
        return Chosen(CalendarDate(weekday=weekday), step, to_text), at + 2
    if season is not None:
        return Chosen(Season(season), step, to_text), at + 2
    return None


def deictic(run: Run, i: int) -> Parsed | None:
    """ "today", "tomorrow", "tonight", "overnight"."""
    days = run.role(i, "deictic")
    if days is not None:
        return Relative("day", days), i + 1
    if run.at(i, "tonight"):
        return Timed("TNI", Relative("day", 0)), i + 1
    return (Timed("TNI", Relative("day", -1)), i + 1) if run.at(i, "overnight") else None


def weekend(run: Run, i: int) -> Parsed | None:
    """ "over the weekend": the one that was, or comes, by the verb."""
    before = run.at(i - 1, "over", "at", "during", "by")
    fits = run.at(i, "the") and run.at(i + 1, "weekend") and before
    return (Relative("weekend", 0, bare=True), i + 2) if fits and not run.at(i + 2, "of") else None


def counted_unit(run: Run, i: int) -> tuple[float | None, str, int] | None:
    """ "two years", "a mere 24 hours", "two-and-a-half-year", "a year and a half"."""
    found = quantity(run, i)
    if found is None:
        return None
    count, j = found
    j = run.skip_roles(j + 1 if run.role(j, "hyphen") and run[j].glued else j, "filler")
    unit = run.role(j, "unit")
    if unit == "quarter" and (run.at(j + 1, "of") or run.role(j - 1, "hyphen")) and not run.loose:
        return None  # "a quarter of the emissions", "three-quarters"
    if unit is None or (run.at(j, "second") and not run.role(j - 1, "hyphen") and run[i].kind != "number"):
        return None
    j += 1
    if count is not None and run.at(j, "and") and run.at(j + 1, "a") and run.at(j + 2, "half"):
        return count + 0.5, unit, j + 3
    return count, unit, j


def length(run: Run, i: int) -> Parsed | None:
    """ "three days", "27-year", "two years and six months", "the nine months"."""
    at = run.skip(i, "the")
    found = counted_unit(run, at)
    if found is None or (run.role(at, "filler") and found[0] == 1.0):
        return None
    count, unit, j = found
    more = counted_unit(run, run.skip(j, "and")) if run.at(j, "and") or run[j].kind == "number" else None
    if more and count is not None and _smaller(more[1], unit):
        return Length(count, unit, Length(more[0], more[1])), more[2]
    return Length(count, unit), j + 1 if run[j].kind == "possessive" else j


def _smaller(unit: str, than: str) -> bool:
    order = list(_UNIT_CODES)
    return order.index(unit) < order.index(than)


def shift(run: Run, i: int) -> Parsed | None:
    """ "two years ago", "a week or so ago", "three days later", "a year earlier", "decades ago"."""
    found = counted_unit(run, i) or _bare_plural(run, i) or _the_unit(run, i)
    if found is None:
        return None
    count, unit, j = found
    roughly = run.at(j, "or") and run.at(j + 1, "so")
    j = j + 2 if roughly else j
    if run.role(j, "ago"):
        return Shift(count, unit, -1), j + 1
    if run.at(j, "from") and run.at(j + 1, "now"):
        return Shift(count, unit, 1), j + 2
    sign = run.role(j, "away")
    if sign is None or run.at(j + 1, "than") or (run.at(j, "before", "after", "previously") and not run.loose):
        return None
    return Shift(count, unit, sign, to_text=not run.at(j, "hence")), j + 1


def _the_unit(run: Run, i: int) -> tuple[float, str, int] | None:
    """ "the day before", where the whole text is known to be a time."""
    unit = run.role(i + 1, "unit") if run.loose and run.at(i, "the") else None
    return (1.0, unit, i + 2) if unit else None


def _bare_plural(run: Run, i: int) -> tuple[None, str, int] | None:
    return (None, run.role(i, "unit"), i + 1) if run.role(i, "plural") else None


def ahead(run: Run, i: int) -> Parsed | None:
    """ "in two years", "within 30 days"."""
    if not run.at(i, "in", "within"):
        return None
    found = counted_unit(run, i + 1)
    if found is None:
        return None
    count, unit, j = found
    if run.at(i, "within"):
        return Period(1, count, unit), j
    return Ahead(count, unit), j


def period(run: Run, i: int) -> Parsed | None:
    """ "the past two weeks", "the next nine years", "the next couple of years"."""
    at = run.skip(i, "the")
    at = run.skip(at, "this") if run.at(at + 1, "past", "coming") else at
    step = run.role(at, "step")
    if not step or run.at(at, "latest", "recent", "future") or run.role(at + 1, "article"):
        return None
    found = counted_unit(run, at + 1)
    if found is None:
        return None
    return Period(-1 if step < 0 else 1, found[0], found[1]), found[2]


def repeated(run: Run, i: int) -> Parsed | None:
    """ "every year", "every two weeks", "annually", "Fridays"."""
    if value := run.role(i, "adverb_of_repetition"):
        return (Repeated(value), i + 1) if run.loose or not run.at(i, "annual", "nightly") else None
    if weekday := run.role(i, "weekdays"):
        return Repeated(f"XXXX-WXX-{weekday}"), i + 1
    if not run.role(i, "every"):
        return None
    at = i + 2 if run.at(i + 1, "other") else i + 1
    if unit := run.role(at, "unit"):
        return Repeated(duration_value(2.0 if at > i + 1 else 1.0, unit)), at + 1
    if found := counted_unit(run, at):
        return Repeated(duration_value(found[0], found[1])), found[2]
    if weekday := run.role(at, "weekday"):
        return Repeated(f"XXXX-WXX-{weekday}"), at + 1
    if month := run.role(at, "month"):
        return Repeated(f"XXXX-{month:02}"), at + 1
    if named := run.role(at, "season"):
        return Repeated(f"XXXX-{named}"), at + 1
    daypart = run.role(at, "daypart")
    return (Repeated(f"XXXX-XX-XXT{daypart}"), at + 1) if daypart else None


def year_ago(run: Run, i: int) -> Parsed | None:
    """ "the year-earlier quarter", "year-ago": the same stretch one year before."""
    at = run.skip(i, "the")
    if not run.at(at, "year") or not run.role(at + 1, "hyphen") or not run.at(at + 2, "ago", "earlier"):
        return None
    noun = at + 3
    if part := year_part(run, noun):
        return YearAgo(part[0]), part[1]
    if unit := run.role(noun, "unit"):
        return YearAgo(Relative(unit, 0, bare=True)), noun + 1
    return YearAgo(), run.skip(noun, "period")


def reference(run: Run, i: int) -> Parsed | None:
    """ "now", "recently", "in the near future"."""
    best: tuple[int, str] | None = None
    for length_ in range(1, 5):
        words = tuple(run[i + k].word for k in range(length_))
        value = REFERENCES.get(words) or (BARE_REFERENCES.get(words) if run.loose else None)
        best = (length_, value) if value else best
    if best and run[i + best[0] - 1].word in ("past", "future") and _counts(run, i + best[0]):
        return None
    return (Reference(best[1]), i + best[0]) if best else None


def _counts(run: Run, i: int) -> bool:
    """Whether a count or unit goes on at ``i``: "in the past two months"."""
    return run.role(i, "unit") is not None or quantity(run, i) is not None


def bare_unit(run: Run, i: int) -> Parsed | None:
    """ "the quarter", "the year", "years", "day": only where the whole text is known to be a time."""
    if not run.loose:
        return None
    at = run.skip(i, "the", "its")
    at = at + 1 if at > i and (run.role(at, "fiscal") or run.at(at, "full", "whole")) else at
    unit = run.role(at, "unit")
    if unit is None:
        return None
    if run.role(at, "plural"):
        return Length(None, unit), at + 1
    expression: Expression = Relative(unit, 0, bare=True) if at > i or unit == "quarter" else Length(1.0, unit)
    return expression, at + 1


# As CALENDAR_RULES: what each rule can begin with.
RELATION_RULES: dict[Rule, str] = {
    reference: ":phrase_opening",
    relative: "the :step",
    chosen: "the :step",
    deictic: ":deictic tonight overnight",
    weekend: "the",
    length: "the #number :cardinal :article :vague_count half quarter",
    shift: "the #number :cardinal :article :vague_count half quarter :plural",
    ahead: "in within",
    period: "the :step",
    repeated: ":adverb_of_repetition :weekdays :every",
    year_ago: "the year",
    bare_unit: "the its :unit",
}
