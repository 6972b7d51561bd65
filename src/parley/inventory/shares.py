"""What share of the world, or of any whole, a Party has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parley.errors import InventoryError
from parley.inventory.emissions import bunker_emissions, emissions
from parley.inventory.members import WORLD, describe
from parley.inventory.rates import cumulative
from parley.inventory.series import Series, join_notes


@dataclass(frozen=True, slots=True)
class Share:
    """``percent`` of ``whole`` that ``part`` is in ``year``; ``note`` says what the whole has in it."""

    percent: float
    year: int
    part: Series
    whole: Series
    note: str


def share(part: Series, whole: Series, year: int) -> Share:
    """The share of one series in another of the same kind: coal use, capacity, population, GDP, emissions.

    Raises InventoryError when they are not of one kind, or one has no figure for ``year``.
    """
    part.check_comparable(whole)
    of = whole.value(year)
    if of == 0:
        raise InventoryError(f"{whole.label} is zero in {year}, so that there is no share of it")
    return Share(100.0 * part.value(year) / of, year, part, whole, join_notes(part.note, whole.note))


def share_of_world(
    party: str,
    year: int,
    *,
    gas: str = "GHG",
    basis: str = "excl_lulucf",
    gwp: str | None = None,
    source: str | None = None,
    on: date | None = None,
    bunkers: bool = True,
) -> Share:
    """The share of a Party, a group or a sum in the world's emissions of ``year``; arguments as in ``emissions``.

    The world has international aviation and shipping in it, as sources publish it (1.37 Gt in 2019 by EDGAR);
    ``bunkers=False`` takes them out, which raises every share by 2 to 3 % of itself. Raises InventoryError when there
    is no figure, or the source does not give bunkers.
    """
    part = emissions(party, gas=gas, basis=basis, gwp=gwp, source=source, on=on)
    key = part.source.key
    whole = emissions(WORLD, gas=gas, basis=basis, gwp=gwp, source=key)
    if not bunkers:
        away = bunker_emissions(gas=gas, basis=basis, gwp=gwp, source=key)
        whole = whole.minus(away, "here the world is without international aviation and shipping")
    return share(part, whole, year)


def share_of_cumulative(
    party: str,
    year: int,
    *,
    since: int = 1850,
    gas: str = "CO2",
    basis: str = "fossil",
    source: str | None = None,
    on: date | None = None,
) -> Share:
    """The share in the world's emissions from ``since`` to ``year``; arguments as in ``cumulative``."""
    part = cumulative(party, since=since, gas=gas, basis=basis, source=source, on=on)
    whole = cumulative(WORLD, since=since, gas=gas, basis=basis, source=part.source.key)
    return share(part, whole, year)


def in_words(found: Share) -> str:
    """The share in one sentence with its basis."""
    basis = " ".join(words for words in (found.part.gas, found.part.basis) if words)
    return (
        f"{describe(found.part.party)}: {found.percent:.1f} % of {describe(found.whole.party)} in {found.year}"
        f" ({found.part.quantity}{', ' + basis if basis else ''}, {found.part.source})"
    )
