"""Emissions of a Party, a group or the world: by gas, on an accounting basis, as a source has them.

Sources that differ are never averaged: ``emissions`` gives one, ``all_emissions`` gives each.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

from parley.errors import InventoryError
from parley.inventory.conversion import can_convert, convert_gas, convert_parts
from parley.inventory.figures import missing_words, sum_codes
from parley.inventory.members import AVIATION, SHIPPING, WORLD, describe, members_of
from parley.inventory.offers import BASES, EDGAR, GASES, MERGED, OFFERS, WITHIN, Basis, Offer, sum_parts
from parley.inventory.series import Series, join_notes
from parley.inventory.tables import remembered, wide


def emissions(
    party: str,
    *,
    gas: str = "GHG",
    basis: str = "excl_lulucf",
    gwp: str | None = None,
    source: str | None = None,
    on: date | None = None,
) -> Series:
    """Yearly emissions of a Party (``CHN``, ``EUU``), a group (``G20``), a sum (``USA+EUU``) or the world (``WLD``).

    ``gas`` is CO2, CH4, N2O, F-gases or GHG. ``basis`` is ``excl_lulucf``, ``incl_lulucf``, ``lulucf``,
    ``consumption`` or ``fossil``, which for CO2 is the same as ``excl_lulucf``. ``gwp`` puts CO2-equivalents under
    another metric (``AR6GWP100``) or CH4 and N2O in ``mass``; None leaves them as published. ``source`` is a key such
    as ``edgar``; None takes the first in the order of ``parley.inventory.offers`` that has the Party. ``on`` is the
    day whose members a group has.

    The unit is MtCO2, MtCO2e with its metric, MtCH4 or MtN2O. Raises InventoryError when there is no such figure.
    """
    gas, basis = check_kind(gas, basis)
    return _emissions(party, gas, cast(Basis, basis), gwp, source, on)


def all_emissions(
    party: str,
    *,
    gas: str = "GHG",
    basis: str | None = None,
    gwp: str | None = None,
    on: date | None = None,
) -> tuple[Series, ...]:
    """The same from every source that has it, in the order of preference; on every basis if ``basis`` is None.

    A series that cannot be put under ``gwp`` is left under its own metric, which its unit and note say. Raises
    InventoryError for a gas, basis or Party that is not known; none may be found.
    """
    gas, checked = check_kind(gas, basis or ("fossil" if gas == "CO2" else "excl_lulucf"))
    return _all_emissions(party, gas, None if basis is None else cast(Basis, checked), gwp, on)


def bunker_emissions(
    *, gas: str = "GHG", basis: str = "excl_lulucf", gwp: str | None = None, source: str | None = None
) -> Series:
    """International aviation and shipping, which the world has and no country; arguments as in ``emissions``.

    Raises InventoryError when the source does not give them.
    """
    gas, basis = check_kind(gas, basis)
    world = emissions(WORLD, gas=gas, basis=basis, gwp=gwp, source=source)
    offer = next(offer for offer in OFFERS if (offer.key, offer.gas, offer.basis) == (world.source.key, gas, basis))
    if not offer.bunkers:
        raise InventoryError(f"{gas} {basis} of {offer.source} does not give international aviation and shipping")
    figures: dict[int, float] = {}
    for code, part in offer.bunkers:
        factor = convert_gas(part.gas, offer, gwp)
        for year, value in (wide(part.table).row(code, part.kind) or {}).items():
            figures[year] = figures.get(year, 0.0) + factor * value
    return replace(world, party=f"{AVIATION}+{SHIPPING}", note="").with_items(figures)


@remembered
def _emissions(party: str, gas: str, basis: Basis, gwp: str | None, source: str | None, on: date | None) -> Series:
    members = members_of(party, on)
    offers = [offer for offer in OFFERS if (offer.gas, offer.basis) == (gas, basis) and source in (None, offer.key)]
    if not offers:
        raise InventoryError(_no_offer(gas, basis, source))
    passed: list[str] = []
    for offer in offers:
        found = _series(party, members.codes, offer, gwp)
        if found is not None:
            return found.with_note(members.note, *passed)
        passed.append(_why_missing(members.codes, offer))
    raise InventoryError(f"{describe(party)} has no {gas} emissions {basis}: {'; '.join(passed)}")


@remembered
def _all_emissions(party: str, gas: str, basis: Basis | None, gwp: str | None, on: date | None) -> tuple[Series, ...]:
    members = members_of(party, on)
    every: list[Series] = []
    for offer in OFFERS:
        if offer.gas != gas or basis not in (None, offer.basis):
            continue
        convertible = can_convert(offer, gwp)
        if found := _series(party, members.codes, offer, gwp if convertible else None):
            left = "" if convertible else f"cannot be put under {gwp}: the source does not give it by gas"
            every.append(found.with_note(members.note, left))
    return tuple(every)


def _series(party: str, codes: tuple[str, ...], offer: Offer, gwp: str | None) -> Series | None:
    """The offer for all ``codes`` that it has, over the years that they share; None when it has none of them."""
    factors, unit, said = convert_parts(offer, gwp)
    found = sum_codes(codes, lambda code: sum_parts(code, factors))
    if found is None:
        return None
    notes = (
        offer.note,
        said,
        *(_merged_words(code) for code in found.found if _uses_edgar(offer)),
        missing_words(tuple(code for code in found.missing if not _counted_elsewhere(code, codes, offer))),
    )
    return Series(
        party,
        "emissions",
        offer.gas,
        offer.basis,
        unit,
        (),
        (),
        offer.source,
        join_notes(*notes),
        found.found,
    ).with_items(found.figures)


def _uses_edgar(offer: Offer) -> bool:
    return any(part.table == EDGAR for part in offer.parts)


def _counted_elsewhere(code: str, codes: tuple[str, ...], offer: Offer) -> bool:
    return _uses_edgar(offer) and WITHIN.get(code) in codes


def _merged_words(code: str) -> str:
    return f"EDGAR counts {MERGED[code]} with {describe(code)}" if code in MERGED else ""


def _why_missing(codes: tuple[str, ...], offer: Offer) -> str:
    for code in codes:
        if _uses_edgar(offer) and (whole := WITHIN.get(code)):
            return f"EDGAR has {describe(code)} only together with others, as {whole}"
    return f"{offer.source.name} lacks {', '.join(codes)}"


def _no_offer(gas: str, basis: str, source: str | None) -> str:
    there = sorted({f"{offer.basis} by {offer.key}" for offer in OFFERS if offer.gas == gas})
    by = f" by {source}" if source else ""
    return f"there are no figures of {gas} {basis}{by}; of {gas} there are: {', '.join(there)}"


def check_kind(gas: str, basis: str) -> tuple[str, str]:
    """Gas and basis as offers have them: CO2 without land use is fossil CO2. Raises InventoryError for unknown ones."""
    if gas not in GASES:
        raise InventoryError(f"{gas!r} is no gas of the inventory; there are {', '.join(GASES)}")
    if basis not in BASES:
        raise InventoryError(f"{basis!r} is no basis of the inventory; there are {', '.join(BASES)}")
    return gas, "fossil" if gas == "CO2" and basis == "excl_lulucf" else basis
