"""What the tables have of a Party, and what share of the world's emissions stands under pledges on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from parley.errors import InventoryError
from parley.inventory.coal import coal_capacity, coal_use
from parley.inventory.economy import gdp
from parley.inventory.emissions import all_emissions, emissions
from parley.inventory.energy import electricity, primary_energy
from parley.inventory.members import WORLD, members_of
from parley.inventory.offers import GASES, WITHIN
from parley.inventory.people import population
from parley.inventory.pledges_of_record import last_day_of_record, pledges_of_record
from parley.inventory.ranking import COUNTRIES, candidates
from parley.inventory.recorded_pledge import Leaving, RecordedPledge
from parley.inventory.series import Series, Source
from parley.inventory.tables import remembered
from parley.terms.parties import parties

if TYPE_CHECKING:  # pydantic, on which records rest, is slow to import
    from parley.records.pledge import PledgeKind

_OTHER_SERIES: tuple[Callable[[str], Series], ...] = (
    population,
    partial(gdp, kind="market"),
    partial(gdp, kind="ppp"),
    electricity,
    primary_energy,
    coal_capacity,
    coal_use,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A series that the tables have of a Party, with its first and last year."""

    party: str
    quantity: str
    gas: str | None
    basis: str | None
    unit: str
    first: int
    last: int
    source: Source


@dataclass(frozen=True, slots=True)
class PledgedShare:
    """``percent`` of the world's emissions of ``year`` came from countries with a pledge that stood on ``as_of``.

    ``covered`` and ``uncovered`` are the countries in order of emissions, the largest first. International aviation
    and shipping are in the world and under no pledge.
    """

    percent: float
    as_of: date
    year: int
    covered_mtco2e: float
    world_mtco2e: float
    covered: tuple[str, ...]
    uncovered: tuple[str, ...]
    source: Source


def coverage(party: str) -> tuple[Held, ...]:
    """Every series of emissions, people, economy, energy and coal that the tables have of a Party, group or area.

    Raises InventoryError for a code that is not known.
    """
    members_of(party)
    return _coverage(party)


def parties_with(quantity: str, gas: str | None = None, basis: str | None = None) -> tuple[str, ...]:
    """The countries of which there are figures of a quantity such as "emissions", "population", "electricity".

    Raises InventoryError for a quantity that no country has figures of.
    """
    found = tuple(
        code
        for code in candidates(COUNTRIES)
        if any(
            held.quantity == quantity and gas in (None, held.gas) and basis in (None, held.basis)
            for held in _coverage(code)
        )
    )
    if not found:
        known = sorted({held.quantity for held in _coverage("CHN")})
        raise InventoryError(f"no country has such figures of {quantity!r}; there are figures of {', '.join(known)}")
    return found


def pledged_share(
    as_of: date | None = None,
    *,
    kind: PledgeKind | None = None,
    year: int | None = None,
    leaving: Leaving = "announced",
) -> PledgedShare:
    """How much of the world's GHG emissions without land use came from countries under a pledge on the day ``as_of``.

    Counted are pledges on emissions as a whole that say a number or a year; with ``kind``, those of one kind, such as
    ``net_zero``. Members of the EU count by its pledges or their own; Parties known from a snapshot alone count from
    its day, 20 December 2022. ``year`` is that of the emissions: the one before ``as_of``, or the last with figures.
    Without ``as_of``, the last day of record. Raises InventoryError for a year without figures.
    """
    day = as_of or last_day_of_record()
    world = emissions(WORLD)
    when = year or min(day.year - 1, world.span[1])
    total = world.value(when)
    by_size = sorted(_emitted(when), key=lambda pair: (-pair[1], pair[0]))
    under = {code for code, _ in by_size if _has_pledge(code, day, kind, leaving)}
    covered = sum(value for code, value in by_size if code in under)
    return PledgedShare(
        percent=100.0 * covered / total,
        as_of=day,
        year=when,
        covered_mtco2e=covered,
        world_mtco2e=total,
        covered=tuple(code for code, _ in by_size if code in under),
        uncovered=tuple(code for code, _ in by_size if code not in under),
        source=world.source,
    )


def _has_pledge(code: str, day: date, kind: PledgeKind | None, leaving: Leaving) -> bool:
    """Whether a country, or each of those that its figures are of, has a pledge that counts."""
    whole = (code,) if code in parties() else tuple(part for part, area in WITHIN.items() if area == code)
    return bool(whole) and all(
        any(_counts(pledge) for pledge in pledges_of_record(party, as_of=day, kind=kind, leaving=leaving))
        for party in whole
    )


def _counts(pledge: RecordedPledge) -> bool:
    return pledge.about is None and pledge.is_quantified


def _emitted(year: int) -> Iterator[tuple[str, float]]:
    """Each country that the source has by itself, with its emissions of ``year``."""
    for code in candidates(COUNTRIES):
        series = _ghg(code)
        if series is not None and (value := series.get(year)) is not None:
            yield code, value


@remembered
def _ghg(code: str) -> Series | None:
    source = emissions(WORLD).source.key
    try:
        return emissions(code, source=source)
    except InventoryError:
        return None


@remembered
def _coverage(party: str) -> tuple[Held, ...]:
    return tuple(
        Held(party, found.quantity, found.gas, found.basis, found.unit, *found.span, found.source)
        for found in _series(party)
        if found.years
    )


def _series(party: str) -> Iterator[Series]:
    for gas in GASES:
        yield from all_emissions(party, gas=gas)
    for read in _OTHER_SERIES:
        try:
            yield read(party)
        except InventoryError:
            continue
