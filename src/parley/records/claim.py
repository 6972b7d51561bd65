"""A statement that could be checked against figures."""

from __future__ import annotations

from typing import ClassVar, Literal

from parley.records.base import OUTLET, Attribution, Report

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


class Claim(Report):
    """A number, a rank or a comparison, of whom, in which year, said by whom.

    ``subject`` is a Party code, or the words for what is spoken of, or None. ``low`` and ``high`` are in base units
    (3.5 trillion dollars is 3.5e12 ``USD``); ``comparator`` ``<`` and ``>`` are "less than"/"within" and "more than",
    ``~`` is "about". ``against`` are the Parties compared with. ``written`` is the number as it is written.
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
    attribution: Attribution = OUTLET
