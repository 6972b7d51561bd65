"""From one metric of CO2-equivalents to another, gas by gas, where the mass of the gas can be told."""

from __future__ import annotations

from collections.abc import Mapping

from parley.errors import InventoryError, UsageError
from parley.inventory.offers import Offer, Part
from parley.terms.gwp import gwp as weight
from parley.terms.units import unit

MASS = "mass"


def convert_parts(offer: Offer, gwp: str | None) -> tuple[Mapping[Part, float], str, str]:
    """The parts of an offer with the factor of each, the unit they then have, and what has to be said about it.

    F-gases, whose masses the sources do not give, stay under the source's metric. Raises InventoryError where the
    offer cannot be put under ``gwp``, and for a metric that is not known.
    """
    if offer.metric is None or gwp in (None, offer.metric):
        return dict.fromkeys(offer.parts, 1.0), f"MtCO2e ({offer.metric})" if offer.metric else "MtCO2", ""
    if not can_convert(offer, gwp):
        raise InventoryError(
            f"{offer.gas} {offer.basis} of {offer.source} cannot be put under {gwp}: it is known only as "
            f"CO2-equivalents under {offer.metric}; leave out gwp=, or choose another source"
        )
    factors = {part: convert_gas(part.gas, offer, gwp) for part in offer.split}
    kept = any(part.gas == "F-gases" for part in offer.split)
    note = f"F-gases are left under {offer.metric}, as their masses are not known" if kept else ""
    return factors, f"Mt{offer.gas}" if gwp == MASS else f"MtCO2e ({gwp})", note


def can_convert(offer: Offer, gwp: str | None) -> bool:
    """Whether the offer can be put under ``gwp``. Raises InventoryError for a metric that is not known."""
    if gwp is None or offer.metric in (None, gwp):
        return True
    if gwp == MASS:
        return offer.gas in ("CH4", "N2O") and bool(offer.split)
    check_metric(gwp)
    return bool(offer.split) and offer.gas != "F-gases"


def check_metric(gwp: str) -> None:
    """Raises InventoryError for a metric that is not known."""
    try:
        unit(f"tCO2e ({gwp})")
        weight("CH4", gwp)
    except UsageError as error:
        raise InventoryError(f"gwp={gwp!r}: {error}") from error


def convert_gas(gas: str, offer: Offer, gwp: str | None) -> float:
    """What the offer's figures of one gas are multiplied by to be under ``gwp``: 1 for all but CH4 and N2O."""
    if gas not in ("CH4", "N2O") or offer.metric is None or gwp is None:
        return 1.0
    return (1.0 if gwp == MASS else weight(gas, gwp)) / weight(gas, offer.metric)
