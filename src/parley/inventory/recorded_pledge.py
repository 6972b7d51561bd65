"""A pledge of record: what a Party has committed to, from which day, and until which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, cast

from parley.inventory.tables import remembered, rows
from parley.terms.when.interval import Interval

if TYPE_CHECKING:  # pydantic, on which records rest, is slow to import
    from parley.records.pledge import Firmness, Gas, PledgeKind, Qualifier, ReductionBasis

PLEDGES = "pledges.csv"
WITHDRAWALS = "pledge_withdrawals.csv"

DatedBy = Literal["announced", "submitted", "snapshot"]
Conditional = Literal["no", "stronger", "all", "unknown"]
Confidence = Literal["high", "medium", "low", "none"]
Lulucf = Literal["included", "excluded", "unknown"]
Leaving = Literal["announced", "effective"]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A Party's leaving of the Paris Agreement, and its return if there was one."""

    party: str
    announced: date
    effective: date
    returned: date | None = None
    return_effective: date | None = None

    def holds_on(self, day: date, leaving: Leaving = "announced") -> bool:
        """Whether the Party is out on ``day``, counted from what it announced or from what took effect."""
        start, end = (
            (self.announced, self.returned) if leaving == "announced" else (self.effective, self.return_effective)
        )
        return start <= day and (end is None or day < end)


@dataclass(frozen=True, slots=True)
class RecordedPledge:
    """One pledge of a Party, a group or the world (``WLD``) with the days from and until which it stands.

    ``low`` and ``high`` are in ``unit``: the weaker and the stronger end of a cut, the lower and the higher end of a
    level; equal for a single number, None where there is none or it is not known. ``level_low_mtco2e`` and
    ``level_high_mtco2e`` are what a cut comes to [MtCO2e], ``level_basis`` says whether that is published or derived.
    ``conditional`` says what depends on ``condition``: nothing, the stronger end, all of it, or that we do not know.
    ``about`` is what the pledge is of where that is not emissions as a whole. ``ended`` is the day on which the pledge
    ``ended_by`` took its place. ``announced`` is the day it became known; by ``dated_by`` that of the submission where
    the announcement is not known, or of the snapshot in which we found it (it is older then). ``confidence`` is "none"
    where a document was submitted that nobody has read for the table; ``doubt`` says what may be wrong with the row.
    """

    id: str
    party: str
    kind: PledgeKind
    announced: Interval
    dated_by: DatedBy
    submitted: date | None
    basis: ReductionBasis | None
    low: float | None
    high: float | None
    unit: str | None
    base_year: int | None
    base: str | None
    target_year: int | None
    qualifier: Qualifier | None
    gas: Gas | None
    gas_scope: str | None
    lulucf: Lulucf
    accounting: str | None
    conditional: Conditional
    condition: str | None
    about: str | None
    level_low_mtco2e: float | None
    level_high_mtco2e: float | None
    level_basis: str | None
    bau_mtco2e: float | None
    firmness: Firmness
    firm_since: Interval | None
    ended: date | None
    ended_by: str | None
    origin: str
    source: str
    confidence: Confidence
    note: str | None
    doubt: str | None

    @property
    def since(self) -> date:
        """The first day on which it was surely announced."""
        return self.announced.end or date.max

    @property
    def is_quantified(self) -> bool:
        """Whether it says a number or, for net zero, peaks and phase-outs, a year."""
        if self.kind in ("net_zero", "peak", "phase_out"):
            return self.target_year is not None
        return any(value is not None for value in (self.low, self.high, self.level_low_mtco2e, self.level_high_mtco2e))

    def has_been_replaced_by(self, day: date) -> bool:
        """Whether another pledge had taken its place on ``day``."""
        return self.ended is not None and self.ended <= day

    def is_over_by(self, day: date) -> bool:
        """Whether its target year had passed on ``day``; what begins in a year, and what has no year, is never over."""
        return self.target_year is not None and self.qualifier != "from" and self.target_year < day.year

    def stands_on(self, day: date, leaving: Leaving = "announced") -> bool:
        """Whether it was announced by ``day``, and not replaced, over, or left with the Paris Agreement."""
        if day < self.since or self.has_been_replaced_by(day) or self.is_over_by(day):
            return False
        return not any(self.since < left.announced and left.holds_on(day, leaving) for left in withdrawals(self.party))

    def firmness_on(self, day: date) -> Firmness:
        """How firm it was on ``day``: "pledged" before the day since which it is in policy or law or achieved."""
        if self.firm_since and day < (self.firm_since.end or date.max):
            return "pledged"
        return self.firmness


@remembered
def all_pledges() -> tuple[RecordedPledge, ...]:
    """Every pledge of the table, by Party and day of announcement, whether it stands or not."""
    return tuple(_pledge(row) for row in rows(PLEDGES))


@remembered
def withdrawals(party: str) -> tuple[Withdrawal, ...]:
    """The times a Party left the Paris Agreement, in order of time."""
    return tuple(_withdrawals(party))


def _withdrawals(party: str) -> Iterator[Withdrawal]:
    acts = [row for row in rows(WITHDRAWALS) if row["party"] == party]
    for place, row in enumerate(acts):
        if row["act"] == "withdrawal":
            back = next((act for act in acts[place + 1 :] if act["act"] == "return"), None)
            days = [date.fromisoformat(act[name]) for act in (row, back) if act for name in ("announced", "effective")]
            yield Withdrawal(party, *days)


def _pledge(row: Mapping[str, str]) -> RecordedPledge:
    return RecordedPledge(
        id=row["id"],
        party=row["party"],
        kind=cast("PledgeKind", row["kind"]),
        announced=Interval.parse(row["announced"]),
        dated_by=cast(DatedBy, row["dated_by"]),
        submitted=_day(row["submitted"]),
        basis=cast("ReductionBasis | None", row["basis"] or None),
        low=_number(row["low"]),
        high=_number(row["high"]),
        unit=row["unit"] or None,
        base_year=_year(row["base_year"]),
        base=row["base"] or None,
        target_year=_year(row["target_year"]),
        qualifier=cast("Qualifier | None", row["qualifier"] or None),
        gas=cast("Gas | None", row["gas"] or None),
        gas_scope=row["gas_scope"] or None,
        lulucf=cast(Lulucf, row["lulucf"] or "unknown"),
        accounting=row["accounting"] or None,
        conditional=cast(Conditional, row["conditional"]),
        condition=row["condition"] or None,
        about=row["about"] or None,
        level_low_mtco2e=_number(row["level_low_mtco2e"]),
        level_high_mtco2e=_number(row["level_high_mtco2e"]),
        level_basis=row["level_basis"] or None,
        bau_mtco2e=_number(row["bau_mtco2e"]),
        firmness=cast("Firmness", row["firmness"]),
        firm_since=Interval.parse(row["firm_since"]) if row["firm_since"] else None,
        ended=_day(row["ended"]),
        ended_by=row["ended_by"] or None,
        origin=row["origin"],
        source=row["source"],
        confidence=cast(Confidence, row["confidence"]),
        note=row["note"] or None,
        doubt=row["doubt"] or None,
    )


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _year(cell: str) -> int | None:
    return int(cell) if cell else None
