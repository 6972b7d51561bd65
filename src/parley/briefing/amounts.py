"""Numbers with their units, as a newspaper writes them."""

from __future__ import annotations

_CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "AUD": "A$", "CAD": "C$"}
_UNITS = {"degC": "°C", "degF": "°F"}
_COUNTED = {
    word: f"{word}s"
    for word in ("day", "week", "month", "year", "decade", "hour", "time", "trip", "visit", "ton", "tonne")
}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def amount(low: float | None, high: float | None, unit: str | None) -> str | None:
    """``27%``, ``50–52%``, ``$3.5 trillion``, ``1,200 GW``; None when there is no number."""
    if low is None and high is None:
        return None
    first, last = (high if low is None else low), (low if high is None else high)
    assert first is not None
    assert last is not None
    scale, word = _scale(max(abs(first), abs(last)))
    numbers = number(first / scale) if first == last else f"{number(first / scale)}–{number(last / scale)}"
    if unit in _CURRENCIES:
        return f"{_CURRENCIES[unit]}{numbers}{word}"
    if unit and unit.startswith("%"):
        return f"{numbers}{word}{unit}"
    if unit == "rank":
        return ordinal(last)
    return f"{numbers}{word}{' ' + unit_in_words(unit, last) if unit else ''}"


def number(value: float) -> str:
    """At most four decimals, thousands with commas, no needless zeros."""
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def ordinal(value: float) -> str:
    """``1st``, ``2nd``, ``11th``."""
    rank = round(value)
    suffix = "th" if rank % 100 in (11, 12, 13) else _ORDINALS.get(rank % 10, "th")
    return f"{rank}{suffix}"


def unit_in_words(unit: str, value: float = 1) -> str:
    """A unit as readers know it: ``°C``, ``MtCO₂e``; ``day`` is ``days`` for any value but 1."""
    if unit in _COUNTED and value != 1:
        return _COUNTED[unit]
    return _UNITS.get(unit, unit.replace("CO2", "CO₂").replace("CH4", "CH₄").replace("N2O", "N₂O"))


def _scale(size: float) -> tuple[float, str]:
    for scale, word in _SCALES:
        if size >= scale:
            return scale, f" {word}"
    return 1.0, ""
