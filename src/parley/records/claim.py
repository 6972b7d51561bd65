"""A statement that could be checked against figures."""

from __future__ import annotations

from typing import ClassVar, Literal

from parley.records.base import OUTLET, Attribution, Report
from parley.records.pledge import Gas

Measure = Literal[
    "emissions",
    "emissions_share",
    "rank_emitter",
    "change",
    "ratio",
    "per_capita",
    "cumulative",
    "coal_capacity",
    "coal_share",
    "renewables",
    "electricity_share",
    "energy_share",
    "target_gap",
    "target",
    "warming",
    "budget",
    "money",
    "rank_economy",
    "office",
    "event_date",
    "count",
    "duration",
    "other",
]
Comparator = Literal["=", "<", ">", "~"]
Direction = Literal["up", "down", "to", "earlier", "later"]


class Claim(Report):
    """A number, a rank or a comparison, of whom, in which year, said by whom.

    ``subject`` is a Party code, or the words for what is spoken of, or None. ``low`` and ``high`` are in base units
    (3.5 trillion dollars is 3.5e12 ``USD``); ``comparator`` ``<`` and ``>`` are "less than"/"within" and "more than",
    ``~`` is "about". ``against`` are the Parties compared with, ``together`` where their sum is meant; a comparison
    without a number has ``comparator`` alone ("emits more than": ``>``). ``written`` is the number as it is written.

    The rest holds only what the words say. ``subjects`` are the Parties of which it is said together (``subject`` is
    then None). ``about`` tells what the measure leaves open: what is ranked, compared or has changed, the source of
    power, the stage of a coal plant. ``gas`` and ``basis`` say how it is counted (``consumption``, ``ppp``,
    ``electricity``). ``base_year`` is the year counted from or compared with, ``direction`` whether it went up, down or
    to a level, or which of two goals comes earlier; ``denied`` marks "is not".
    """

    prefix: ClassVar[str] = "cla"
    kind_of_report: ClassVar[str] = "claim"

    subject: str | None = None
    measure: Measure
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    year: int | None = None
    comparator: Comparator = "="
    against: tuple[str, ...] = ()
    written: str | None = None
    subjects: tuple[str, ...] = ()
    together: bool = False
    about: str | None = None
    gas: Gas | None = None
    basis: str | None = None
    base_year: int | None = None
    direction: Direction | None = None
    denied: bool = False
    attribution: Attribution = OUTLET
