"""What a time expression says, before anyone asks when it was said.

A closed set of frozen values, built by ``grammar`` and read by ``resolve`` (to an Interval) and ``timex`` (to a TIMEX3
value). Units are the names of the vocabulary: second, minute, hour, day, week, weekend, fortnight, month, quarter,
year, decade, century, millennium.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PartName = Literal["EARLY", "START", "MID", "LATE", "END"]
Sign = Literal[-1, 0, 1]


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as far as it is told: "2021", "August", "August 31", "Friday", "Tuesday, August 31, 2021"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """ "summer", "winter of 1994": ``name`` is SP, SU, FA or WI."""

    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class YearPart:
    """A quarter (``parts`` 4) or half (``parts`` 2) of a year that may be told."""

    number: int
    parts: Literal[2, 4]
    year: int | None = None


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """ "fiscal 2023", "financial year 2021-22": named by its ``year``, taken as the calendar year."""

    year: int


@dataclass(frozen=True, slots=True)
class Decade:
    """ "the 2030s" (2030) or, with the century left out, "the nineties" (90)."""

    first: int


@dataclass(frozen=True, slots=True)
class Century:
    """ "the 21st century" is 21."""

    number: int


@dataclass(frozen=True, slots=True)
class Relative:
    """A unit counted from now: "this week" (0), "last year" (-1), "tomorrow" (day, 1).

    ``to_text`` marks steps from a date named before ("the following day"); ``bare`` the mere "the quarter".
    """

    unit: str
    step: int
    to_text: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """A named month, weekday, season or part of a year picked by a step: "last November", "next Monday"."""

    of: CalendarDate | Season | YearPart
    step: int
    to_text: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from a day: "two years ago", "three days after 1 May", "a year earlier" (``to_text``)."""

    count: float | None
    unit: str
    sign: Sign
    origin: Expression | None = None
    to_text: bool = False


@dataclass(frozen=True, slots=True)
class Ahead:
    """ "in two years": a point to come, or how long a thing took; only the verb tells."""

    count: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch that ends or begins now: "the past two weeks", "the next nine years", "recent months".

    ``counted`` is False for the bare "past year", which has no number of its own.
    """

    side: Literal[-1, 1]
    count: float | None
    unit: str
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Length:
    """A duration with no place in time: "three days"; ``count`` None is an unknown number."""

    count: float | None
    unit: str
    rest: Length | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The beginning, middle or end of a stretch: "early December", "the end of the year", "mid-century"."""

    part: PartName
    of: Expression


@dataclass(frozen=True, slots=True)
class Rest:
    """What of a stretch lies before (-1) or after (1) the anchor: "earlier this year", "later this month"."""

    side: Sign
    of: Expression


@dataclass(frozen=True, slots=True)
class Nth:
    """ "the first week of July", "the last two months of 2021": ``ordinal`` -1 is the last."""

    ordinal: int
    count: int
    unit: str
    of: Expression | None = None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """ "the week of July 16": seven days from that day."""

    day: Expression


@dataclass(frozen=True, slots=True)
class Within:
    """A partial date inside a stretch: "June last year", "Tuesday of next week", "the third quarter of this year"."""

    inner: CalendarDate | Season | YearPart | Nth
    outer: Expression


@dataclass(frozen=True, slots=True)
class Span:
    """From one to the other, both included: "September 1-3", "2021-2030"."""

    start: Expression
    end: Expression


@dataclass(frozen=True, slots=True)
class Timed:
    """A time of day, on a day that may be told: "Friday afternoon", "8 PM", "noon Saturday".

    ``time`` is a TIMEX3 time: T15, T15:00, TMO, TAF, TEV, TNI.
    """

    time: str
    day: Expression | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """Something that recurs: "every year"; ``value`` is its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The vague now, past or future: PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class YearAgo:
    """The same stretch of the year before, as in a table of results: "the year-earlier quarter"."""

    of: Expression | None = None


@dataclass(frozen=True, slots=True)
class Hedged:
    """An expression said to be rough: "around the week of July 16", "a week or so"."""

    of: Expression


Expression = (
    CalendarDate | Season | YearPart | FiscalYear | Decade | Century | Relative | Chosen | Shift | Ahead | Period
    | Length | Part | Rest | Nth | WeekOf | Within | Span | Timed | Repeated | Reference | YearAgo | Hedged
)  # fmt: skip
