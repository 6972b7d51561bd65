"""The areas that are summed to the world, each once: the EU as one, all others as EDGAR has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from parley.errors import InventoryError
from parley.inventory import tables
from parley.inventory.members import AVIATION, EU, SHIPPING, WORLD, describe
from parley.inventory.offers import EDGAR, LAND, WITHIN
from parley.terms.parties import parties

# The code under which an area of the tables is known here, where it is not its own.
_PARTY_OF_AREA = {"SCG": "SRB"}
_NO_COUNTRIES = (WORLD, AVIATION, SHIPPING)


@dataclass(frozen=True, slots=True)
class Area:
    """A Party or territory with figures of its own: its code, that of the tables, and the codes counted with it."""

    party: str
    code: str
    merged: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes whose figures make up the area where a table has them apart."""
        return (self.code, *self.merged)


@tables.remembered
def base_parties() -> tuple[str, ...]:
    """Every Party and territory that is summed to the world, sorted; members of the EU are in ``EUU`` only."""
    within = set(parties()[EU].members)
    return tuple(party for party in areas() if party not in within)


def area_of(party: str) -> Area:
    """The area of a Party. Raises InventoryError for one that EDGAR lacks or counts only with another."""
    if (found := areas().get(party)) is not None:
        return found
    whole = WITHIN.get(party)
    if whole is not None:
        whole = _PARTY_OF_AREA.get(whole, whole)
        raise InventoryError(f"EDGAR counts {describe(party)} with {describe(whole)}; ask for {whole}")
    raise InventoryError(f"EDGAR has no emissions of {party!r}, so there is no base for its pathway")


@tables.remembered
def areas() -> Mapping[str, Area]:
    """All areas by code, sorted: what is summed to the world, and the members of the EU by themselves."""
    merged: dict[str, list[str]] = {}
    with_land = set(tables.wide(LAND).parties("mean"))
    members = set(parties()[EU].members)
    for part, whole in sorted(WITHIN.items()):
        if part in with_land:
            merged.setdefault(whole, []).append(part)
            if whole in members:
                merged.setdefault(EU, []).append(part)
    found = {
        party: Area(party, code, tuple(merged.get(code, ())))
        for code in tables.wide(EDGAR).parties("CO2")
        if code not in _NO_COUNTRIES
        for party in [_PARTY_OF_AREA.get(code, code)]
    }
    return MappingProxyType(dict(sorted(found.items())))
