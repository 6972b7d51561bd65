"""What emissions can be: numbers, and zero or more of all species but CO2."""

from __future__ import annotations

from functools import cache

import numpy as np

from parley.climate.emission_table import FloatArray, IntArray
from parley.climate.history import FIRST_YEAR
from parley.climate.species import EMITTED, MINOR_GASES, species
from parley.errors import ScenarioError

TOLERATED_KT = 0.15
"""Minor gases may be negative by this much [kt/yr], which is said.

The published SSPs are, by up to 0.144: emissions inverted from observed concentrations scatter about zero, and offsets
that make a scenario meet history outlast its own emissions. It is worth less than 1e-4 W m-2 there.
"""
_ROUNDING_MT = 1e-9
"""What other species may be negative by [Mt/yr]: sums of sectors are rounded."""
_BASELINE_SHARE = 0.1
"""Emissions of 1750 may differ from the model's by this share before it is said."""


def check_shape(years: IntArray, emissions: FloatArray) -> None:
    """Raises ScenarioError unless years are consecutive and emissions (species, year)."""
    if years.ndim != 1 or not years.size or emissions.shape != (len(EMITTED), years.size):
        raise ScenarioError(
            f"emissions of shape {emissions.shape} for {years.size} years; they must be ({len(EMITTED)} species, year)"
        )
    if (breaks := np.flatnonzero(np.diff(years) != 1)).size:
        after, before = years[breaks[0] + 1], years[breaks[0]]
        raise ScenarioError(f"the year {after} follows {before}; give emissions of consecutive calendar years")


def check_values(years: IntArray, emissions: FloatArray) -> None:
    """Raises ScenarioError, naming species and year, for a value that no emissions, (species, year), can have."""
    if not (finite := np.isfinite(emissions)).all():
        row, at = np.argwhere(~finite)[0]
        raise ScenarioError(f"{EMITTED[row]} in {years[at]} is {emissions[row, at]}; give a number")
    if (negative := emissions < _least()).any():
        row, at = np.argwhere(negative)[0]
        entry = species()[EMITTED[row]]
        raise ScenarioError(
            f"{entry.name} in {years[at]} is {emissions[row, at]:.6g} {entry.unit}; "
            "emissions of all species but CO2 are zero or more"
        )


def say_negative(years: IntArray, emissions: FloatArray) -> list[str]:
    """What is a little negative and is let pass."""
    said = []
    for entry, row in zip(species().values(), emissions, strict=True):
        if not entry.may_be_negative and (row < -_ROUNDING_MT).any():
            said.append(f"{entry.name} ({row.min():.2g} {entry.unit} in {years[int(row.argmin())]})")
    return [f"a little below zero and left so: {', '.join(said)}"] if said else []


def say_baseline(emissions: FloatArray) -> list[str]:
    """Where emissions of 1750, (species,), are not those that keep the model in balance."""
    said = []
    for entry, value in zip(species().values(), emissions, strict=True):
        baseline = entry.baseline_emissions
        if entry.name not in MINOR_GASES and abs(value - baseline) > _BASELINE_SHARE * baseline > 0:
            said.append(f"{entry.name} ({value:.3g} {entry.unit}, not {baseline:.3g})")
    if not said:
        return []
    return [f"forcing does not start at zero, because emissions of {FIRST_YEAR} are not the model's: {', '.join(said)}"]


@cache
def _least() -> FloatArray:
    """The least emissions that are possible, by species, (species, 1) [native units]."""
    least = [
        -np.inf if entry.may_be_negative else -TOLERATED_KT if entry.unit.startswith("kt") else -_ROUNDING_MT
        for entry in species().values()
    ]
    return np.array(least)[:, np.newaxis]
