"""The packaged tables of headline figures as they were published; ``data/datapackage.json`` says what each is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from parley.climate.tables import read_table
from parley.terms.tables import Tables

TABLES = Tables("parley.checking")
_ENGINES = {
    "AR6": ("IPCC", "Sixth Assessment Report (WGI), Table SPM.2", date(2021, 8, 9)),
    "IGCC 2024": ("IGCC", "Indicators of Global Climate Change 2024", date(2025, 6, 19)),
}
"""Published budgets that the tables of the climate engine have, by the name of their source there; the reports give
them in tens of Gt."""
COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class PublishedWarming:
    """Warming above 1850–1900 [K], as the mean of the years, observed or as far as humans caused it."""

    publisher: str
    report: str
    published: date
    what: str
    first_year: int
    last_year: int
    warming_c: float
    confidence: str

    @property
    def source(self) -> str:
        return f"{self.publisher}, {self.report} ({self.published.year}); confidence {self.confidence}"


@dataclass(frozen=True, slots=True)
class PublishedBudget:
    """CO2 [Gt] that may be emitted from the start of ``since`` for warming to stay below ``warming_c``."""

    publisher: str
    report: str
    published: date
    since: int
    warming_c: float
    likelihood: float
    budget_gtco2: float
    confidence: str
    """ "computed" where it is worked out here from a published one."""

    @property
    def source(self) -> str:
        if self.confidence == COMPUTED:
            return f"{self.publisher}: {self.report}"
        return f"{self.publisher}, {self.report} ({self.published.year}); confidence {self.confidence}"


@dataclass(frozen=True, slots=True)
class FinanceSum:
    """A sum of money of record: what became of it, what it is for, of which year, and from when it was known."""

    party: str
    what: str
    topic: str
    about: str
    year: int
    amount: float
    unit: str
    published: date
    source: str
    confidence: str


@cache
def published_warming() -> tuple[PublishedWarming, ...]:
    """All published figures of warming, in the order of the table."""
    return tuple(
        PublishedWarming(
            publisher=row["publisher"],
            report=row["report"],
            published=date.fromisoformat(row["published"]),
            what=row["what"],
            first_year=int(row["first_year"]),
            last_year=int(row["last_year"]),
            warming_c=float(row["warming_c"]),
            confidence=row["confidence"],
        )
        for row in TABLES.rows("warming_published.csv")
    )


@cache
def published_budgets() -> tuple[PublishedBudget, ...]:
    """All published budgets, those of AR6 and of the newest indicators included, by day of publication."""
    ours = [
        PublishedBudget(
            publisher=row["publisher"],
            report=row["report"],
            published=date.fromisoformat(row["published"]),
            since=int(row["since"]),
            warming_c=float(row["warming_c"]),
            likelihood=float(row["likelihood"]),
            budget_gtco2=float(row["budget_gtco2"]),
            confidence=row["confidence"],
        )
        for row in TABLES.rows("budgets_published.csv")
    ]
    engines = [
        PublishedBudget(
            *_ENGINES[row["source"]],
            since=int(row["since"]),
            warming_c=float(row["warming_k"]),
            likelihood=float(row["likelihood"]),
            budget_gtco2=round(float(row["budget_gtco2"]), -1),
            confidence="high",
        )
        for row in read_table("carbon_budgets.csv")
        if row["source"] in _ENGINES
    ]
    return tuple(sorted([*ours, *engines], key=lambda budget: budget.published))


@cache
def finance_sums() -> tuple[FinanceSum, ...]:
    """All sums of money of record, in the order of the table."""
    return tuple(
        FinanceSum(
            party=row["party"],
            what=row["what"],
            topic=row["topic"],
            about=row["about"],
            year=int(row["year"]),
            amount=float(row["amount"]),
            unit=row["unit"],
            published=date.fromisoformat(row["published"]),
            source=row["source"],
            confidence=row["confidence"],
        )
        for row in TABLES.rows("climate_finance.csv")
    )
