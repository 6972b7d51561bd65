"""Figures, Parties and bases in plain words, for reasons."""

from __future__ import annotations

import re
from functools import lru_cache

from parley.inventory.members import describe
from parley.terms.parties import name_of

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_THE = frozenset(
    ("USA", "EUU", "GBR", "NLD", "ARE", "PHL", "G7", "G20", "WLD", "LDC", "DEV", "DVG", "BASIC", "AU", "RUS")
)
_WITHOUT_ARTICLE = frozenset(("RUS", "BASIC"))


@lru_cache(maxsize=4096)
def party_words(code: str | None) -> str:
    """The name of a Party, with its article; a sum is "China and the United States"."""
    if not code:
        return "nobody named"
    parts = [_with_article(part) for part in code.split("+")]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _with_article(code: str) -> str:
    name = describe(code) or name_of(code)
    if code == "WLD":
        return "the world"
    needs = code in _THE - _WITHOUT_ARTICLE or name.startswith(("United ", "least ", "developed ", "developing "))
    return f"the {name}" if needs and not name.startswith("the ") else name


def ordinal(rank: float) -> str:
    """ "third", "11th"."""
    number = round(rank)
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def figure_words(value: float, unit: str | None) -> str:
    """A figure with its unit as people write it: "27.8 %", "14.3 GtCO2e", "1.41 billion people"."""
    match unit:
        case "rank":
            return ordinal(value)
        case "%" | "pp":
            return f"{_plain(value)} {'%' if unit == '%' else 'percentage points'}"
        case "times":
            return f"{value:.3f} times" if 0.99 < value < 1.01 else f"{_plain(value)} times"
        case "people":
            return f"{_big(value)} people"
        case None | "":
            return _big(value)
    symbol = re.sub(r" \(.*\)", "", unit)
    if symbol.startswith("Mt") and abs(value) >= 1000:
        return f"{_plain(value / 1000)} Gt{symbol[2:]}"
    if symbol == "TWh" and abs(value) >= 10_000:
        return f"{value:,.0f} TWh"
    return f"{_big(value) if abs(value) >= 1e6 else _plain(value)} {symbol}"


def span_words(low: float, high: float, unit: str | None) -> str:
    """ "23.9 to 28.9 %"; one figure where both are the same."""
    first, last = figure_words(low, unit), figure_words(high, unit)
    if first == last:
        return last
    number, _, rest = first.partition(" ")
    return f"{number} to {last}" if rest and last.endswith(rest) else f"{first} to {last}"


def _plain(value: float) -> str:
    size = abs(value)
    if size >= 100:
        return f"{value:,.0f}"
    if size >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if size >= 0.095 else f"{value:.2g}"


def _big(value: float) -> str:
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= scale:
            return f"{value / scale:.3g} {name}"
    return f"{value:,.0f}" if float(value).is_integer() else _plain(value)


_SOURCE = re.compile(r"(?P<name>.+?) \((?P<version>[^,;)]+)")


def source_words(source: str) -> str:
    """The source in short: name and first part of its version, "Global Carbon Budget (2024)"."""
    found = _SOURCE.match(source)
    return f"{found['name']} ({found['version']})" if found else source
