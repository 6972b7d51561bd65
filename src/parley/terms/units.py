"""The closed set of units: what each measures, how big it is, how it is written.

A unit is named by a short token: ``%``, ``GW``, ``USD``, ``degC``, ``MtCO2e``. Units convert within one dimension and
one kind of thing only: never money into another currency, never CO2 into CO2-equivalent, and CO2-equivalents only
under the same metric. A CO2-equivalent that does not say its metric has the metric ``unstated``; with it, it is
written ``MtCO2e (AR6GWP100)``.

>>> convert(12.1, "GtCO2", "MtCO2")
12100.0
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from parley.errors import UsageError

UNSTATED = "unstated"
_METRIC = re.compile(r"(?P<symbol>.+CO2e) \((?P<metric>(?:SAR|TAR|AR[3-7](?:CCF)?)(?:GWP\*|GWP\d+|GTP\d+))\)")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: a value times ``factor`` plus ``offset`` is the value in the dimension's canonical unit.

    ``of`` is what it is a quantity of where that matters: a gas for emissions, a currency for money.
    ``metric`` is set on CO2-equivalents only: ``unstated`` or a name such as ``AR6GWP100``.
    """

    symbol: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0
    of: str = ""
    metric: str | None = None

    @property
    def token(self) -> str:
        """The symbol, with the metric where one is stated."""
        return self.symbol if self.metric in (None, UNSTATED) else f"{self.symbol} ({self.metric})"


@dataclass(frozen=True, slots=True)
class Spellings:
    """How units are written. Keys of ``names`` are lower case; ``symbols`` and ``tight`` are exact.

    ``tight`` holds the symbols that count only when they touch the number. ``before`` are the money signs and codes
    that stand before a number. The value is the unit's symbol and a number to multiply with (``MUSD``: USD, 1e6).
    ``substances`` are the gases after "tonnes of", hyphens made spaces.
    """

    symbols: dict[str, tuple[str, float]] = field(default_factory=dict)
    names: dict[str, tuple[str, float]] = field(default_factory=dict)
    tight: dict[str, tuple[str, float]] = field(default_factory=dict)
    before: dict[str, tuple[str, float]] = field(default_factory=dict)
    substances: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnitTable:
    """All units by symbol, the canonical symbol of each dimension, and the spellings."""

    units: Mapping[str, Unit]
    canonical: Mapping[str, str]
    spellings: Spellings


def unit(token: str) -> Unit:
    """The unit of a token such as ``GW`` or ``MtCO2e (AR6GWP100)``. Raises UsageError when there is none."""
    units = table().units
    if token in units:
        return units[token]
    stated = _METRIC.fullmatch(token)
    if stated and (known := units.get(stated["symbol"])):
        return replace(known, metric=stated["metric"])
    raise UsageError(f"{token!r} is not a unit Parley knows; units are written like GW, %, USD, degC, MtCO2e")


def convert(value: float, source: str, target: str, *, difference: bool = False) -> float:
    """``value`` in unit ``source`` expressed in unit ``target``.

    ``difference`` is for temperatures: a warming of 1.5 degC is one of 2.7 degF, though 1.5 degC is 34.7 degF.
    Raises UsageError for an unknown unit and for units that do not measure the same thing.
    """
    old, new = unit(source), unit(target)
    if obstacle := _obstacle(old, new):
        raise UsageError(f"{source} cannot be converted into {target}: {obstacle}")
    if old == new:
        return value
    if difference:
        return value * old.factor / new.factor
    return (value * old.factor + old.offset - new.offset) / new.factor


@cache
def canonical(token: str) -> str:
    """The canonical unit of what ``token`` measures: W, J, kg, degC, m, day, ``tCO2e``; of money, its currency."""
    known = unit(token)
    if known.dimension == "money":
        return known.of
    if known.dimension == "emissions":
        return replace(known, symbol=f"t{known.of}").token
    common = table().canonical[known.dimension]
    return common if unit(common).of == known.of else token


def to_canonical(value: float, token: str, *, difference: bool = False) -> float:
    """``value`` in the canonical unit of what ``token`` measures."""
    return convert(value, token, canonical(token), difference=difference)


def _obstacle(old: Unit, new: Unit) -> str | None:
    """Why the two cannot be converted into each other, with what to do; None when they can."""
    if old.dimension != new.dimension:
        return f"one measures {old.dimension}, the other {new.dimension}"
    if old.of != new.of:
        if old.dimension == "money":
            return "exchange rates are not known here; compare amounts in one currency"
        return (
            f"one is of {old.of}, the other of {new.of}; a metric such as AR6GWP100 has to be applied to each gas first"
        )
    if old.metric != new.metric:
        return f"the metrics differ ({old.metric}, {new.metric}); use figures under one metric"
    return None


@cache
def table() -> UnitTable:
    """The unit table, read once from the packaged data."""
    data, currencies = _load("units.toml"), _load("currencies.toml")
    prefixes, substances = data.pop("prefixes"), data.pop("substances")
    units: dict[str, Unit] = {}
    spellings = Spellings()
    for dimension, entry in data.items():
        for row in entry["units"]:
            for found in _prefixed(dimension, row, prefixes):
                units[found.symbol] = found
                _spell(found, row, prefixes, spellings)
                if row.get("carries"):
                    units.update(_emissions(found, substances, spellings))
    for currency, row in currencies.items():
        units.update(_money(currency, row, spellings))
    for substance, row in substances.items():
        spellings.substances.update(
            {name.lower().replace("-", " "): substance for name in row["names"] + row["symbols"]}
        )
    return UnitTable(units, {name: entry["canonical"] for name, entry in data.items()}, spellings)


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("parley.terms").joinpath("data", name).read_text("utf-8"))


def _prefixed(dimension: str, row: Mapping[str, Any], prefixes: Mapping[str, Any]) -> Iterator[Unit]:
    """The unit of one row, and one for each SI prefix it takes."""
    plain = Unit(row["symbol"], dimension, row.get("factor", 1.0), row.get("offset", 0.0), row.get("of", ""))
    yield plain
    for sign in row.get("prefixes", "").split():
        yield replace(plain, symbol=sign + plain.symbol, factor=plain.factor * prefixes[sign]["factor"])


def _spell(found: Unit, row: Mapping[str, Any], prefixes: Mapping[str, Any], spellings: Spellings) -> None:
    """Enter the ways the unit is written."""
    sign = found.symbol.removesuffix(row["symbol"])
    meaning = (found.symbol, 1.0)
    own = spellings.tight if row.get("tight") else spellings.symbols
    own[found.symbol] = meaning
    if sign:
        _enter_names(((prefixes[sign]["name"] + name) for name in row.get("names", ())), meaning, spellings)
        return
    spellings.symbols.update(dict.fromkeys(row.get("symbols", ()), meaning))
    spellings.tight.update(dict.fromkeys(row.get("tight_symbols", ()), meaning))
    _enter_names(row.get("names", ()), meaning, spellings)


def _enter_names(names: Any, meaning: tuple[str, float], spellings: Spellings) -> None:
    for name in names:
        spellings.names.setdefault(name.lower(), meaning)
        spellings.names.setdefault(name.lower() + "s", meaning)


def _emissions(mass: Unit, substances: Mapping[str, Any], spellings: Spellings) -> Iterator[tuple[str, Unit]]:
    """The emission units made of one mass unit: MtCO2, MtCO2e, MtCH4; their canonical unit is the tonne."""
    for substance, row in substances.items():
        metric = UNSTATED if substance == "CO2e" else None
        made = Unit(mass.symbol + substance, "emissions", mass.factor / 1000.0, of=substance, metric=metric)
        for symbol in row["symbols"]:
            spellings.symbols[mass.symbol + symbol] = (made.symbol, 1.0)
            spellings.symbols[f"{mass.symbol} {symbol}"] = (made.symbol, 1.0)
        yield made.symbol, made


def _money(currency: str, row: Mapping[str, Any], spellings: Spellings) -> Iterator[tuple[str, Unit]]:
    """A currency, and its hundredth where that has a name."""
    yield currency, Unit(currency, "money", of=currency)
    meaning = (currency, 1.0)
    _enter_names(row["names"], meaning, spellings)
    for symbol in row.get("symbols", ()):
        spellings.symbols[symbol] = spellings.before[symbol] = meaning
    if currency.isupper() and not row.get("word"):
        for sign, factor in (("", 1.0), ("k", 1e3), ("K", 1e3), ("M", 1e6)):
            spellings.symbols[sign + currency] = spellings.before[sign + currency] = (currency, factor)
        spellings.before[currency.lower()] = meaning
        if "dollar" in row["names"][0].lower() or "peso" in row["names"][0].lower():
            spellings.before[f"{currency}$"] = spellings.before[f"{currency.lower()}$"] = meaning
    if minor := row.get("minor"):
        hundredth = f"{currency}c"
        _enter_names(minor, (hundredth, 1.0), spellings)
        spellings.before.update({name: (hundredth, 1.0) for name in minor if name == "sen"})
        yield hundredth, Unit(hundredth, "money", 0.01, of=currency)
