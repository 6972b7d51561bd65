"""What others have published on where policies and pledges lead: warming, and world emissions of 2030 and 2050.

A row says that warming stays below ``warming_c`` with a chance of ``probability_pct``; outlooks with different chances,
horizons or cases are different things and are never put together. Warming is above pre-industrial, as each publisher
counts it.

>>> from datetime import date
>>> latest_assessment("UNEP", "unconditional_ndc", as_of=date(2023, 12, 1), probability_pct=66).warming_c
2.9
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast, get_args

from parley.errors import InventoryError
from parley.inventory.tables import remembered, rows
from parley.terms.when.interval import Interval

ASSESSMENTS = "assessments.csv"

Case = Literal[
    "current_policies",
    "unconditional_ndc",
    "conditional_ndc",
    "near_term_targets",
    "all_ndcs",
    "ndc_and_net_zero",
    "optimistic",
    "goal",
]
CASES: tuple[Case, ...] = get_args(Case)
Horizon = Literal["2100", "peak", "2035"]


@dataclass(frozen=True, slots=True)
class Assessment:
    """One outlook of one report.

    ``case`` is ours (``CASES``: what the world is taken to do; ``goal`` is a pathway to a goal rather than an outlook),
    ``scenario`` the publisher's words. ``horizon`` is the year of the warming, or its peak. Warming in kelvin above
    pre-industrial, emissions in GtCO2e a year, None where the report gives none.
    """

    publisher: str
    report: str
    published: Interval
    case: Case
    scenario: str
    horizon: Horizon
    probability_pct: float | None
    warming_c: float | None
    warming_low_c: float | None
    warming_high_c: float | None
    ghg2030_gtco2e: float | None
    ghg2030_low_gtco2e: float | None
    ghg2030_high_gtco2e: float | None
    ghg2050_gtco2e: float | None
    ghg2050_low_gtco2e: float | None
    ghg2050_high_gtco2e: float | None
    confidence: str
    source: str
    note: str

    @property
    def since(self) -> date:
        """The first day on which it was surely published."""
        return self.published.end or date.max


def assessments(
    publisher: str | None = None,
    case: str | None = None,
    *,
    as_of: date | None = None,
    probability_pct: float | None = None,
    horizon: Horizon | None = None,
) -> tuple[Assessment, ...]:
    """The outlooks published by ``as_of``, the oldest first; None is any.

    Raises InventoryError for a publisher or case that the table does not have.
    """
    _check("publisher", publisher, publishers())
    _check("case", case, CASES)
    return tuple(
        found
        for found in _assessments()
        if publisher in (None, found.publisher)
        and case in (None, found.case)
        and probability_pct in (None, found.probability_pct)
        and horizon in (None, found.horizon)
        and (as_of is None or found.since <= as_of)
    )


def latest_assessment(
    publisher: str,
    case: str,
    *,
    as_of: date | None = None,
    probability_pct: float | None = None,
    horizon: Horizon | None = None,
) -> Assessment:
    """The newest outlook of a publisher for a case by ``as_of``; of those of one day, the one of the highest warming.

    Raises InventoryError when there is none, or for a publisher or case that the table does not have.
    """
    found = assessments(publisher, case, as_of=as_of, probability_pct=probability_pct, horizon=horizon)
    if not found:
        by = f" by {as_of}" if as_of else ""
        raise InventoryError(
            f"{publisher} had published no outlook for {case}{by} in the table; ask for a later day or another case"
        )
    return max(found, key=lambda one: (one.since, one.warming_c or 0.0))


@remembered
def publishers() -> tuple[str, ...]:
    """Who published the outlooks of the table, sorted."""
    return tuple(sorted({found.publisher for found in _assessments()}))


def _check(what: str, value: str | None, known: tuple[str, ...]) -> None:
    if value is not None and value not in known:
        raise InventoryError(f"the table of assessments has no {what} {value!r}; there are {', '.join(known)}")


@remembered
def _assessments() -> tuple[Assessment, ...]:
    return tuple(_assessment(row) for row in rows(ASSESSMENTS))


def _assessment(row: Mapping[str, str]) -> Assessment:
    def number(column: str) -> float | None:
        return float(row[column]) if row[column] else None

    return Assessment(
        publisher=row["publisher"],
        report=row["report"],
        published=Interval.parse(row["published"]),
        case=cast(Case, row["case"]),
        scenario=row["scenario"],
        horizon=cast(Horizon, row["horizon"]),
        probability_pct=number("probability_pct"),
        warming_c=number("warming_c"),
        warming_low_c=number("warming_low_c"),
        warming_high_c=number("warming_high_c"),
        ghg2030_gtco2e=number("ghg2030_gtco2e"),
        ghg2030_low_gtco2e=number("ghg2030_low_gtco2e"),
        ghg2030_high_gtco2e=number("ghg2030_high_gtco2e"),
        ghg2050_gtco2e=number("ghg2050_gtco2e"),
        ghg2050_low_gtco2e=number("ghg2050_low_gtco2e"),
        ghg2050_high_gtco2e=number("ghg2050_high_gtco2e"),
        confidence=row["confidence"],
        source=row["source"],
        note=row["note"],
    )
