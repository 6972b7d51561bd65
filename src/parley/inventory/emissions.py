"""Emissions of a Party, a group or the world: by gas, on an accounting basis, as a source has them.

Sources that differ are never averaged: ``emissions`` gives one, ``all_emissions`` gives each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import cast

from parley.errors import InventoryError
from parley.inventory import metric as metrics
from parley.inventory.members import AVIATION, SHIPPING, describe, members_of
from parley.inventory.offers import BASES, EDGAR, GASES, MERGED, OFFERS, WITHIN, Basis, Offer, Part, sum_parts
from parley.inventory.series import Series, join_notes
from parley.inventory.tables import remembered


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
    gas, basis = _checked(gas, basis)
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
    gas, checked = _checked(gas, basis or ("fossil" if gas == "CO2" else "excl_lulucf"))
    members_of(party, on)
    return tuple(_every(party, gas, None if basis is None else cast(Basis, checked), gwp, on))


def bunkers(year: int, source: str = "edgar") -> float:
    """International aviation and shipping in ``year`` [MtCO2e under AR5 GWP100], which the world has and no country.

    Raises InventoryError for a year or source without figures.
    """
    return sum(emissions(code, source=source).value(year) for code in (AVIATION, SHIPPING))


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


def _every(party: str, gas: str, basis: Basis | None, gwp: str | None, on: date | None) -> Iterator[Series]:
    for offer in OFFERS:
        if offer.gas != gas or basis not in (None, offer.basis):
            continue
        members = members_of(party, on)
        wanted = gwp if _can_convert(offer, gwp) else None
        found = _series(party, members.codes, offer, wanted)
        if found is not None:
            left = f"cannot be put under {gwp}: the source does not give it by gas" if wanted != gwp else ""
            yield found.with_note(members.note, left)


def _series(party: str, codes: tuple[str, ...], offer: Offer, gwp: str | None) -> Series | None:
    """The offer for all ``codes`` that it has, over the years that they share; None when it has none of them."""
    factors, unit, said = _conversion(offer, gwp)
    found = {code: figures for code in codes if (figures := sum_parts(code, factors))}
    if not found:
        return None
    missing = [code for code in codes if code not in found and not _counted_elsewhere(code, codes, offer)]
    label = Series(
        party=party,
        quantity="emissions",
        gas=offer.gas,
        basis=offer.basis,
        unit=unit,
        years=(),
        values=(),
        source=offer.source,
        note=join_notes(
            offer.note,
            said,
            *(_merged_words(code) for code in found if _uses_edgar(offer)),
            f"without {', '.join(missing)}, for which the source has no figures" if missing else "",
        ),
    )
    return label.with_items(_summed(tuple(found.values())))


def _summed(parts: tuple[Mapping[int, float], ...]) -> Mapping[int, float]:
    if len(parts) == 1:
        return parts[0]
    years = set(parts[0]).intersection(*parts[1:])
    return {year: sum(part[year] for part in parts) for year in sorted(years)}


def _conversion(offer: Offer, gwp: str | None) -> tuple[Mapping[Part, float], str, str]:
    """The parts with their factors, the unit, and what has to be said. Raises InventoryError where it cannot be."""
    if offer.metric is None:
        return dict.fromkeys(offer.parts, 1.0), "MtCO2", ""
    if gwp in (None, offer.metric):
        return dict.fromkeys(offer.parts, 1.0), f"MtCO2e ({offer.metric})", ""
    if not _can_convert(offer, gwp):
        raise InventoryError(
            f"{offer.gas} {offer.basis} of {offer.source} cannot be put under {gwp}: it is known only as "
            f"CO2-equivalents under {offer.metric}; leave out gwp=, or choose another source"
        )
    factors = {part: metrics.factor(part.gas, offer.metric, gwp or offer.metric) for part in offer.split}
    unit = f"Mt{offer.gas}" if gwp == metrics.MASS else f"MtCO2e ({gwp})"
    kept = any(not metrics.convertible(part.gas) for part in offer.split)
    return factors, unit, f"F-gases are left under {offer.metric}, as their masses are not known" if kept else ""


def _can_convert(offer: Offer, gwp: str | None) -> bool:
    if gwp is None or offer.metric in (None, gwp):
        return True
    if gwp == metrics.MASS:
        return offer.gas in ("CH4", "N2O") and bool(offer.split)
    metrics.gwp(gwp, "CH4")
    return bool(offer.split) and offer.gas != "F-gases"


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


def _checked(gas: str, basis: str) -> tuple[str, str]:
    if gas not in GASES:
        raise InventoryError(f"{gas!r} is no gas of the inventory; there are {', '.join(GASES)}")
    if basis not in BASES:
        raise InventoryError(f"{basis!r} is no basis of the inventory; there are {', '.join(BASES)}")
    return gas, "fossil" if gas == "CO2" and basis == "excl_lulucf" else basis
