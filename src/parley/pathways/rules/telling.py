"""Figures in the sentences that tell a derivation."""

from __future__ import annotations

from parley.pathways.axes import FloatArray


def tell_mt(value: float | FloatArray, unit: str = "MtCO2e") -> str:
    """An amount, or the least and the most of what was drawn: "3,491 MtCO2e", "3,300 to 3,600 MtCO2e"."""
    return f"{tell_number(value)} {unit}"


def tell_number(value: float | FloatArray, digits: int | None = None) -> str:
    """A number with a digit behind the point below 100, or the least and the most of what was drawn."""
    least, most = _ends(value)
    places = digits if digits is not None else (0 if max(abs(least), abs(most)) >= 100 else 1)
    one, other = f"{least:,.{places}f}", f"{most:,.{places}f}"
    return one if one == other else f"{one} to {other}"


def tell_percent(share: float | FloatArray) -> str:
    """A share in per cent: "50.4 %", "51 %"."""
    ends = [100.0 * end for end in _ends(share)]
    digits = 0 if all(abs(end - round(end)) < 1e-9 for end in ends) else 1
    one, other = (f"{end:,.{digits}f}" for end in ends)
    return f"{one} %" if one == other else f"{one} to {other} %"


def _ends(value: float | FloatArray) -> tuple[float, float]:
    if isinstance(value, float | int):
        return value, value
    if value.size == 1:
        return value.item(), value.item()
    return value.min().item(), value.max().item()
