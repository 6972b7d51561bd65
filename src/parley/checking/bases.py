"""The accounting bases of emissions, and which of them the words of a claim allow.

"Emissions" alone may mean CO2 of fossil fuels or all greenhouse gases, with land use or without; "CO2" leaves the
other gases out, "greenhouse gases" leaves out CO2 alone. A basis that the words do not allow is tried all the same, for
a claim may be true only there; not so what is consumed, which is meant only where the words say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.checking.account import Account, Way, Ways, account_of, tried
from parley.inventory.emissions import all_emissions, emissions
from parley.inventory.series import Series
from parley.inventory.tables import remembered

GASES_IN_WORDS = {"CH4": "methane", "N2O": "nitrous oxide", "F-gases": "fluorinated gases"}
_WORDS = {
    ("GHG", "excl_lulucf"): "all greenhouse gases without land use",
    ("GHG", "incl_lulucf"): "all greenhouse gases with land use",
    ("GHG", "lulucf"): "greenhouse gases of land use alone",
    ("CO2", "fossil"): "CO2 of fossil fuels and industry",
    ("CO2", "incl_lulucf"): "CO2 with land use",
    ("CO2", "consumption"): "CO2 of what is consumed",
    ("CO2", "lulucf"): "CO2 of land use alone",
}
_ALL = (
    ("GHG", "excl_lulucf"),
    ("CO2", "fossil"),
    ("GHG", "incl_lulucf"),
    ("CO2", "incl_lulucf"),
    ("CO2", "consumption"),
)
_LAND = (("CO2", "lulucf"), ("GHG", "lulucf"))
_OTHER_METRICS = ("AR6GWP100", "AR4GWP100")
_WITHOUT_LAND = ("fossil", "excl_lulucf")


@dataclass(frozen=True, slots=True)
class Kind:
    """A gas on a basis, and whether the words allow it."""

    gas: str
    basis: str
    on_words: bool

    @property
    def words(self) -> str:
        """The basis in words."""
        if self.gas in GASES_IN_WORDS:
            with_land = " with land use and fires" if self.basis == "incl_lulucf" else ""
            return GASES_IN_WORDS[self.gas] + with_land
        return _WORDS[self.gas, self.basis]


@remembered
def kinds(gas: str | None, basis: str | None) -> tuple[Kind, ...]:
    """All kinds of emissions to try for words that say ``gas`` and ``basis`` (None: nothing), those allowed first."""
    if gas in GASES_IN_WORDS:
        found = [Kind(gas, "excl_lulucf", True)]
        found += [Kind(gas, "incl_lulucf", True)] if gas != "F-gases" else []
        return tuple(found)
    if basis == "lulucf":
        return tuple(Kind(each, land, gas in (None, each)) for each, land in _LAND if gas in (None, each))
    tried = [Kind(each, of, _allows(gas, basis, each, of)) for each, of in _ALL if _is_tried(basis, of)]
    return tuple(sorted(tried, key=lambda kind: not kind.on_words))


def _is_tried(basis: str | None, of: str) -> bool:
    """What is consumed is another thing than what is emitted, and meant only where it is said."""
    return of != "consumption" or basis == "consumption"


def _allows(gas: str | None, basis: str | None, its_gas: str, its_basis: str) -> bool:
    if gas is not None and gas != its_gas:
        return False
    if basis in _WITHOUT_LAND:
        return its_basis in _WITHOUT_LAND and (basis != "fossil" or its_gas == "CO2" or gas == "GHG")
    return basis is None or its_basis == basis


@remembered
def emission_ways(party: str, gas: str | None, basis: str | None, metrics: bool = False) -> Ways:
    """Emissions of a Party, a group or a sum on every basis by every source; ``metrics`` adds the other GWP sets."""
    return tuple(
        Way(_account(series, kind), kind.on_words)
        for kind in kinds(gas, basis)
        for series in _series(party, kind, metrics)
    )


def _series(party: str, kind: Kind, metrics: bool) -> Iterator[Series]:
    found = [
        series
        for series in all_emissions(party, gas=kind.gas, basis=kind.basis)
        if any(series.values) and (":" not in series.source.key or kind.basis == "lulucf")
    ]
    yield from found
    if metrics and kind.gas == "GHG":
        for gwp in _OTHER_METRICS:
            for series in found:
                key = series.source.key
                other = tried(emissions, party, gas=kind.gas, basis=kind.basis, gwp=gwp, source=key)
                if other is not None and gwp not in series.unit:
                    yield other


def _account(series: Series, kind: Kind) -> Account:
    metric = series.unit.partition("(")[2].removesuffix(")").removesuffix("GWP100")
    basis = f"{kind.words} ({metric})" if metric else kind.words
    return account_of(series, "emissions", basis, f"{kind.gas}|{kind.basis}|{metric}|{series.source.key}")
