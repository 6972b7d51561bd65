"""What a fan chart shows and where its words stand: curves, colours, labels that do not meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from parley.climate.summary import Summary
from parley.errors import ClimateError

QUANTILES = (0.05, 0.17, 0.5, 0.83, 0.95)
"""Edges of the outer and the inner band, and the median."""

# From cool to warm. Each stands off from the paper by 3 to 1, and from the others for the colour-blind, too.
_PALETTE = ("#234583", "#1b95c9", "#11765d", "#769550", "#bb8717", "#ab4c0c", "#990b1e", "#540b40")
_LETTERS = 26
_TITLE_LETTERS = 44


@dataclass(frozen=True, slots=True)
class Curve:
    """One scenario's quantiles by year, (quantile, year) in the order of ``QUANTILES`` [K], and its colour."""

    name: str
    colour: str
    years: tuple[int, ...]
    values: tuple[tuple[float, ...], ...]

    @property
    def last(self) -> tuple[float, ...]:
        """The quantiles in the last year."""
        return tuple(row[-1] for row in self.values)


@dataclass(frozen=True, slots=True)
class Level:
    """A level that the chart marks with a line, what is written on the line, and what if there is little room."""

    value: float
    words: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Fan:
    """All that a chart shows. ``warning`` is empty when there is nothing to beware of; ``source`` is in
    lines, ``observed`` by year [K].
    """

    title: str
    subtitle: str
    warning: str
    source: tuple[str, ...]
    curves: tuple[Curve, ...]
    levels: tuple[Level, ...]
    domain: tuple[float, float]
    observed: tuple[tuple[int, float], ...] = ()


def make_curves(
    names: Sequence[str], years: np.ndarray, values: Sequence[np.ndarray], quantiles: Sequence[float], start: int
) -> tuple[Curve, ...]:
    """Curves from ``start`` on, from quantiles (quantile, year) of each name, coloured from cool to warm by their end.

    Raises ClimateError when a quantile of the bands is missing, or when no year is left.
    """
    missing = [f"{quantile:g}" for quantile in QUANTILES if quantile not in quantiles]
    if missing:
        raise ClimateError(f"the chart needs the quantiles {', '.join(missing)} as well; name them in summarise(…)")
    shown = years >= start
    if shown.sum() < 2:
        raise ClimateError(f"the chart is to begin in {start}, but the run ends in {years[-1]}; begin it before")
    places = [quantiles.index(quantile) for quantile in QUANTILES]
    kept = [np.round(rows[places][:, shown], 4) for rows in values]
    rank = np.argsort(np.argsort([rows[2, -1] for rows in kept], kind="stable"), kind="stable")
    colours = palette(len(kept))
    return tuple(
        Curve(name, colours[place], tuple(years[shown].tolist()), tuple(map(tuple, rows.tolist())))
        for name, place, rows in zip(names, rank, kept, strict=True)
    )


def split(curves: Sequence[Curve]) -> tuple[Curve | None, tuple[Curve, ...]]:
    """The years in which all curves are one, up to the first in which they are not; and what follows of each."""
    first = curves[0]
    different = np.any([np.not_equal(curve.values, first.values).any(axis=0) for curve in curves], axis=0)
    shared = int(different.argmax()) if different.any() else len(first.years)
    if len(curves) == 1 or shared < 2:
        return None, tuple(curves)
    common = replace(first, name="", years=first.years[:shared], values=tuple(row[:shared] for row in first.values))
    rest = [
        replace(curve, years=curve.years[shared - 1 :], values=tuple(row[shared - 1 :] for row in curve.values))
        for curve in curves
    ]
    return common, tuple(rest)


def first_difference(years: np.ndarray, values: Sequence[np.ndarray]) -> int:
    """The decade in which differences set in, so that a chart of them need not show the years without."""
    differing = np.any([np.abs(rows).max(axis=0) > 5e-5 for rows in values], axis=0)
    first = int(years[differing.argmax()]) if differing.any() else int(years[0])
    return max(int(years[0]), first - first % 10 - 10)


def listed(names: Sequence[str]) -> str:
    """A few names in words, of many or long ones their number."""
    if len(names) > 3 or (len(names) > 1 and sum(map(len, names)) > _TITLE_LETTERS):
        return f"{len(names)} scenarios"
    return " and ".join([", ".join(map(short, names[:-1])), short(names[-1])] if len(names) > 1 else map(short, names))


def written(value: float, span: float) -> str:
    """A number of °C with a minus sign, and with as many digits as a chart of this span can show."""
    return f"{value:.{1 if span >= 1 else 2}f}".replace("-", "−")


def palette(count: int) -> tuple[str, ...]:
    """Colours for so many curves, from cool to warm; beyond eight they come again."""
    if count == 1:
        return _PALETTE[:1]
    if count > len(_PALETTE):
        return tuple(_PALETTE[place % len(_PALETTE)] for place in range(count))
    last = len(_PALETTE) - 2 if count < len(_PALETTE) else len(_PALETTE) - 1
    return tuple(_PALETTE[round(place * last / (count - 1))] for place in range(count))


def reached(curves: Sequence[Curve], value: float) -> float:
    """The share of the years drawn before any band comes near ``value``, 0 to 1."""
    near = np.array([[edge >= value - 0.15 for edge in curve.values[-1]] for curve in curves]).any(axis=0)
    return float(near.argmax() / max(1, near.size - 1)) if near.any() else 1.0


def domain_of(curves: Sequence[Curve], at_least: tuple[float, float]) -> tuple[float, float]:
    """What the axis spans: all bands and ``at_least``, with a little room above and below."""
    low = min(at_least[0], *(min(curve.values[0]) for curve in curves))
    high = max(at_least[1], *(max(curve.values[-1]) for curve in curves))
    room = 0.04 * (high - low)
    return round(low - room, 3), round(high + room, 3)


def spread(places: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """``places`` moved as little as it takes to stand ``gap`` apart, in their order, and between ``low`` and ``high``.

    Where there is no room for all, they stand closer.
    """
    order = sorted(range(len(places)), key=lambda place: places[place])
    gap = min(gap, (high - low) / max(1, len(places) - 1))
    moved = [min(max(places[place], low), high) for place in order]
    # Groups of labels that touch are centred on where they would like to be; groups that then meet are joined.
    groups: list[list[float]] = [[place] for place in moved]
    while (joined := _join(groups, gap, low, high)) is not groups:
        groups = joined
    found = [0.0] * len(places)
    flat = [place for group in groups for place in _set_out(group, gap, low, high)]
    for place, value in zip(order, flat, strict=True):
        found[place] = value
    return tuple(found)


def _join(groups: list[list[float]], gap: float, low: float, high: float) -> list[list[float]]:
    for place, (first, second) in enumerate(pairwise(groups)):
        if _set_out(second, gap, low, high)[0] - _set_out(first, gap, low, high)[-1] < gap - 1e-9:
            return [*groups[:place], [*first, *second], *groups[place + 2 :]]
    return groups


def _set_out(group: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """A group ``gap`` apart around the middle of its wishes, inside the limits."""
    span = gap * (len(group) - 1)
    first = min(max(sum(group) / len(group) - span / 2, low), max(low, high - span))
    return [first + gap * place for place in range(len(group))]


def short(name: str, letters: int = _LETTERS) -> str:
    """A name that fits, by default beside the chart, without what cannot be drawn."""
    name = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in " ".join(name.split()))
    return name if len(name) <= letters else f"{name[: letters - 1]}…"


def make_levels(summary: Summary) -> tuple[Level, ...]:
    """Lines at 1.5 and 2 °C; of a single scenario they say when they are crossed, and the odds of staying below."""
    return tuple(
        Level(limit.threshold_k, _level_words(summary, limit.threshold_k), f"{limit.threshold_k:g} °C")
        for limit in summary.scenarios[0].limits
        if limit.threshold_k in (1.5, 2.0)
    )


def _level_words(summary: Summary, threshold_k: float) -> str:
    words = f"{threshold_k:g} °C"
    if len(summary) > 1:
        return words
    limit = summary.scenarios[0].limit(threshold_k)
    year = summary.at(limit.crossing)
    crossed = f" · half the members cross by {year}" if year else ""
    return f"{words}{crossed} · {percent(limit.below)} stay below"


def percent(share: float) -> str:
    """A share in whole per cent; only none and all are 0 and 100."""
    if 0 < share < 0.01:
        return "under 1 %"
    if 0.99 < share < 1:
        return "over 99 %"
    return f"{100 * share:.0f} %"
