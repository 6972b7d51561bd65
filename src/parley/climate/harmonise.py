"""Joining emissions that start late to the packaged history.

A scenario and the history seldom agree on the year they meet, so the scenario is harmonised there
(``harmonise_methods``), and what was done is said in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from parley.climate.harmonise_methods import FADING_OFFSET, FADING_RATIO, Method, harmonise, parse_method
from parley.climate.history import FIRST_YEAR, HISTORY_END, load_history
from parley.climate.species import EMITTED, species
from parley.errors import ScenarioError

LARGEST_RATIO = 3.0
"""Where history and scenario differ by more than this factor, by default the offset between them is used instead."""

_NAMED_FIRST = EMITTED[:4]
_LISTED = 5
_MENTIONED = 5e-4
_LARGEST_SCALE = 1e6


class Joined(NamedTuple):
    """Emissions from 1750 on, and one sentence for each thing that was done to them."""

    years: NDArray[np.int64]
    emissions: NDArray[np.float64]
    notes: tuple[str, ...]


def join_to_history(
    years: ArrayLike,
    emissions: ArrayLike,
    methods: str | Mapping[str, str] = "default",
    *,
    join_year: int | None = None,
    interpolate: bool = False,
) -> Joined:
    """Emissions from 1750 on: the packaged history, then the scenario.

    Args:
        years: consecutive calendar years of the scenario, (year,).
        emissions: (species, year), rows as ``EMITTED``, in native units.
        methods: one name for all species or names by species, which then is ``default`` for those not named.
            ``default``: a ratio that fades out by 2080; an offset that fades out by 2150 for CO2 AFOLU and where a
            ratio has no meaning (zero or negative in the join year) or exceeds a factor of three.
            ``ratio``, ``offset``: constant. ``none``: the scenario as it is, from its first year on.
            See ``parse_method`` for the others.
        join_year: the last year of history; the scenario, harmonised in this year, takes over after it. By default the
            last year that both have. A scenario that begins in the year after history ends is for this continued back
            by one year, along its first two.
        interpolate: whether years missing between history and scenario may be filled linearly, species by species.
            Such a scenario has no year in common with history and is joined as it is.

    Returns:
        Years, emissions and notes. In the join year the emissions equal history, unless the method is ``none``.
        Offsets never make emissions negative of species other than CO2. A scenario that begins in 1750 or earlier is
        returned as it is.

    Raises:
        ScenarioError: years are not consecutive; a value is missing; a gap or no overlap; an unknown species or method.
    """
    scenario_years, values = _check(years, emissions)
    if scenario_years[0] <= FIRST_YEAR:
        return Joined(scenario_years, values, ())
    first, last = int(scenario_years[0]), int(scenario_years[-1])
    if first > HISTORY_END + 1:
        return _bridge(scenario_years, values, methods, interpolate)
    join = _choose_join_year(first, last, join_year, methods)
    if join < first:
        scenario_years, values = np.arange(join, last + 1), _continue_back(values)
    chosen = _choose_methods(methods, values[:, join - int(scenario_years[0])], join)
    return _join(scenario_years, values, first, join, chosen)


def _join(
    years: NDArray[np.int64], values: NDArray[np.float64], first: int, join: int, methods: Sequence[Method]
) -> Joined:
    """History before, the scenario after; each species by its method. ``first`` is the scenario's own first year."""
    past = load_history()
    given_from, last = int(years[0]), int(years[-1])
    joined = np.empty((len(EMITTED), last - FIRST_YEAR + 1))
    held: dict[str, int] = {}
    targets = past.emissions[:, join - FIRST_YEAR]
    for row, (name, method) in enumerate(zip(EMITTED, methods, strict=True)):
        start = first if method.kind == "none" else join
        joined[row, : start - FIRST_YEAR] = past.emissions[row, : start - FIRST_YEAR]
        after = harmonise(years[start - given_from :], values[row, start - given_from :], join, targets[row], method)
        if method.kind == "offset" and not species()[name].may_be_negative and (after < 0).any():
            held[name] = start + int(np.argmax(after < 0))
            after = after.clip(min=0.0)
        joined[row, start - FIRST_YEAR :] = after
        if method.kind != "none":
            joined[row, join - FIRST_YEAR] = targets[row]
    own = values[:, join - given_from]
    notes = [*_say_join(first, join, methods), *_say_changes(own, targets, methods), *_say_held(held)]
    return Joined(np.arange(FIRST_YEAR, last + 1), joined, tuple(notes))


def _continue_back(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """One more year before the first, on the line through the first two where that has the sign of the first."""
    before = 2 * values[:, 0] - values[:, min(1, values.shape[1] - 1)]
    before = np.where(before * values[:, 0] > 0, before, values[:, 0])
    return np.column_stack([before, values])


def _bridge(
    years: NDArray[np.int64], values: NDArray[np.float64], methods: str | Mapping[str, str], interpolate: bool
) -> Joined:
    """History, a straight line over the years that neither has, and the scenario as it is."""
    first = int(years[0])
    gap = f"{HISTORY_END + 1} to {first - 1}" if first > HISTORY_END + 2 else f"{HISTORY_END + 1}"
    if not interpolate:
        raise ScenarioError(
            f"the packaged history ends in {HISTORY_END} and the scenario starts in {first}; give {gap} too, or ask "
            "for a straight line between (interpolate)"
        )
    if methods not in ("default", "none"):
        raise ScenarioError(
            f"a scenario that starts in {first} has no year in common with history ({FIRST_YEAR} to {HISTORY_END}) to "
            "be harmonised in; leave the method of harmonising at default or none"
        )
    past = load_history()
    joined_years = np.arange(FIRST_YEAR, int(years[-1]) + 1)
    known = np.concatenate([past.years, years])
    joined = np.array(
        [np.interp(joined_years, known, np.concatenate(rows)) for rows in zip(past.emissions, values, strict=True)]
    )
    note = (
        f"joined to the packaged history, which ends in {HISTORY_END}; {gap} are on a straight line to the scenario's "
        f"{first}, which is not harmonised"
    )
    return Joined(joined_years, joined, (note,))


def _check(years: ArrayLike, emissions: ArrayLike) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    given, values = np.asarray(years), np.array(emissions, dtype=float)
    checked = given.astype(np.int64)
    if (checked != given).any():
        raise ScenarioError(f"{given[checked != given][0]} is no calendar year; emissions are those of whole years")
    if checked.ndim != 1 or values.shape != (len(EMITTED), checked.size) or not checked.size:
        raise ScenarioError(
            f"emissions of shape {values.shape} for {checked.size} years; they must be ({len(EMITTED)} species, year)"
        )
    breaks = np.flatnonzero(np.diff(checked) != 1)
    if breaks.size:
        raise ScenarioError(
            f"{checked[breaks[0] + 1]} follows {checked[breaks[0]]}: years must be consecutive to be joined to history"
        )
    if not np.isfinite(values).all():
        row, column = np.argwhere(~np.isfinite(values))[0]
        raise ScenarioError(f"{EMITTED[row]} has no value in {checked[column]}; give one before joining to history")
    return checked, values


def _choose_join_year(first: int, last: int, asked: int | None, methods: str | Mapping[str, str]) -> int:
    """The last year of history; one before ``first`` where the scenario follows on the end of history."""
    if asked is None and methods == "none":
        return min(first, HISTORY_END)
    earliest = min(first, HISTORY_END)
    join = HISTORY_END if asked is None else asked
    if not earliest <= join <= HISTORY_END:
        raise ScenarioError(
            f"the scenario cannot be joined in {join}; it can be from {earliest} to {HISTORY_END}, the end of history"
        )
    if join > last:
        raise ScenarioError(
            f"the scenario ends in {last}, before history does ({HISTORY_END}), so that nothing of it would be left; "
            "give an earlier year of joining, or the method none"
        )
    return join


def _choose_methods(methods: str | Mapping[str, str], own: NDArray[np.float64], join: int) -> list[Method]:
    names = dict.fromkeys(EMITTED, methods) if isinstance(methods, str) else dict(methods)
    unknown = sorted(set(names) - set(EMITTED))
    if unknown:
        raise ScenarioError(f"no species {unknown[0]!r} to choose a method of harmonising for; see species.EMITTED")
    targets = load_history().emissions[:, join - FIRST_YEAR]
    chosen = []
    for name, value, target in zip(EMITTED, own, targets, strict=True):
        asked = names.get(name, "default")
        method = _default_method(name, value, target) if asked == "default" else parse_method(asked)
        if method.until is not None and method.until <= join:
            raise ScenarioError(f"{name} cannot fade out by {method.until} what begins in {join}; take a later year")
        scalable = value * target > 0 and abs(target) < _LARGEST_SCALE * abs(value)
        if method.kind == "ratio" and value != target and not scalable:
            raise ScenarioError(
                f"{name} cannot be scaled to meet history ({target:g} against {value:g} {species()[name].unit}); "
                "use an offset for it"
            )
        chosen.append(method)
    return chosen


def _default_method(name: str, value: float, target: float) -> Method:
    return FADING_RATIO if _comparable(value, target) and name != "CO2 AFOLU" else FADING_OFFSET


def _comparable(value: float, target: float) -> bool:
    return value > 0 and value / LARGEST_RATIO <= target <= value * LARGEST_RATIO


def _say_join(first: int, join: int, methods: Sequence[Method]) -> list[str]:
    untouched = [name for name, method in zip(EMITTED, methods, strict=True) if method.kind == "none"]
    as_it_is = f"joined as it is to the packaged history, which ends in {first - 1}"
    if len(untouched) == len(EMITTED):
        return [as_it_is]
    note = f"joined to the packaged history at {join}"
    if join < first:
        note += ", to which the scenario is continued back along its first two years"
    if first < join:
        note += f"; its own values of {first} to {join - 1} are not used"
    return [note, *([f"{', '.join(untouched)} {as_it_is}"] if untouched else [])]


def _say_changes(own: NDArray[np.float64], targets: NDArray[np.float64], methods: Sequence[Method]) -> list[str]:
    """One sentence for each method, and one for species so far from history that their unit may be wrong."""
    changes: dict[Method, dict[str, float]] = {}
    far = []
    for name, method, value, target in zip(EMITTED, methods, own, targets, strict=True):
        if method.kind == "none" or value == target:
            continue
        relative = abs(target - value) / max(abs(target), abs(value))
        if relative > _MENTIONED:
            changes.setdefault(method, {})[name] = relative
        if value > 0 and target > 0 and not _comparable(value, target):
            far.append(f"{name} ({value / target:.3g} times)")
    notes = []
    for method, sizes in changes.items():
        by_size = sorted(sizes, key=lambda name: -sizes[name])
        named = [name for name in _NAMED_FIRST if name in sizes]
        named += [name for name in by_size if name not in named][:_LISTED]
        told = [_say_change(name, own[EMITTED.index(name)], targets[EMITTED.index(name)], method) for name in named]
        if len(sizes) > len(named):
            told.append(f"{len(sizes) - len(named)} others by no more")
        how = "constantly" if method.until is None else f"fading out by {method.until}"
        notes.append(f"{'scaled' if method.kind == 'ratio' else 'shifted'} to meet history, {how}: {', '.join(told)}")
    if far:
        notes.append(f"far from history where they are joined, so check their units: {', '.join(far)}")
    return notes


def _say_change(name: str, value: float, target: float, method: Method) -> str:
    if method.kind == "ratio":
        return f"{name} by {target / value:.4g}"
    return f"{name} by {target - value:+.3g} {species()[name].unit}"


def _say_held(held: Mapping[str, int]) -> list[str]:
    """One sentence about species that an offset would have made negative."""
    if not held:
        return []
    told = ", ".join(f"{name} from {year}" for name, year in held.items())
    return [f"held at zero in years in which the shift would make them negative: {told}"]
