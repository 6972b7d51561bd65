"""Remaining carbon budgets: how much CO2 may still be emitted until warming reaches a level, with which likelihood.

``remaining`` works them out from runs of an ensemble and puts published ones beside them.

**The method.** A family of pathways shares all emissions before the first year of the budget. From then on CO2, from
fossil fuels and from land alike, falls along a straight line to zero, in the first year itself or 5, 10, … up to 130
years later, and stays there. All other species follow a scenario. Every member runs every pathway under a constant sun
without volcanoes, as budgets are of warming that humans cause. Of each member and pathway the highest annual warming
from the first year of the budget to the end of the run is kept, above 1850–1900, moved by as much as makes the
member meet an observed decade (``Anchor``). At likelihood p, p of the members stay below the level of warming where
the p-quantile of these peaks is at it; the budget is the CO2 that the pathway emits from the first year on, on the
line between the two pathways of the family that enclose the level.

**Its limits.** It is not the method of the assessments (Lamboll et al. 2023, doi 10.1038/s41558-023-01848-5). They take
warming in proportion to the CO2 emitted, add a central estimate of what all else adds by the time of net zero, and let
the likelihood speak of the first alone. Here it speaks of everything in which members differ, aerosols above all, so
that budgets of high and low likelihood lie farther apart. What comes with CO2 does not go with it: aerosols and methane
are as the scenario has them, whenever CO2 is zero. A strict scenario cleans the air of aerosols within decades, which
warms even where CO2 stops at once, and leaves nothing of low budgets. An anchor makes members agree on the past, so
that they differ only in what is to come. Permafrost thaws only as far as in the models that the members' carbon cycle
was fitted to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from parley.climate.emulator import run
from parley.climate.ensemble import Ensemble
from parley.climate.history import FIRST_YEAR, HISTORY_END, LAST_YEAR, load_scenario_emissions
from parley.climate.natural import NaturalForcing
from parley.climate.quantiles import check_quantiles, quantiles_of
from parley.climate.scenario import Scenario
from parley.climate.tables import read_table
from parley.climate.warming import BASELINE, annual_warming
from parley.errors import ClimateError

if TYPE_CHECKING:
    import pandas as pd

Array = NDArray[np.float64]

TEMPERATURES = (1.5, 1.6, 1.7, 1.8, 1.9, 2.0)
"""Levels of warming [K] above 1850–1900."""
LIKELIHOODS = (0.17, 0.33, 0.5, 0.67, 0.83)
"""Of staying below, as AR6 has them."""
NON_CO2 = ("ssp119", "ssp126")
"""Scenarios that all species but CO2 follow: strict ones, as CO2 goes to zero."""
LAST_RUN_YEAR = 2200

_ZERO_AFTER_YEARS = range(0, 131, 5)
_SAME_LIKELIHOOD = 0.011
"""Two in three is published as 66 % and as 67 %."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Warming [K] above 1850–1900 that every member is made to have, as the mean of the years."""

    first_year: int
    last_year: int
    warming_k: float
    source: str


AR6_ANCHOR = Anchor(2010, 2019, 1.07, "AR6 WGI, human-caused warming of 2010–2019")
"""What the budgets of AR6 stand on (Table SPM.2, doi 10.1017/9781009157896.001)."""


@dataclass(frozen=True, slots=True)
class Budget:
    """CO2 [Gt] that may be emitted from the start of the year ``since`` on, for warming to stay below a level."""

    source: str
    """Of a published one, its name; of ours, the ensemble and the scenario of all that is not CO2."""
    since: int
    temperature_k: float
    likelihood: float
    gtco2: float | None
    """None where the runs do not enclose the level of warming, or where nothing is published."""
    outside: Literal["", "less than zero", "more than run"] = ""
    """Why ours is None: even zero emissions from now on warm more, or even the last pathway warms less."""


def remaining(
    ensemble: Ensemble | None = None,
    temperatures: Sequence[float] = TEMPERATURES,
    likelihoods: Sequence[float] = LIKELIHOODS,
    since: int = HISTORY_END + 1,
    *,
    anchor: Anchor | Literal["observed"] | None = "observed",
    non_co2: Sequence[str] = NON_CO2,
    last_year: int = LAST_RUN_YEAR,
) -> tuple[Budget, ...]:
    """Budgets by source, level of warming and likelihood: ours, a source for each of ``non_co2``, then published ones.

    ``anchor`` is ``"observed"`` for the packaged observations of the ten years before ``since``, and None to take every
    member's warming as it is. Peaks are looked for up to ``last_year``. A published budget counts from its own year,
    with what was emitted since then still to be taken off; ``remaining(since=2020, anchor=AR6_ANCHOR)`` begins where
    AR6 does.

    Raises ClimateError for likelihoods that are none, and when the years do not fit together or are not covered.
    """
    likelihoods, temperatures = check_quantiles(likelihoods), tuple(sorted(set(temperatures)))
    _check_years(since, last_year)
    members = ensemble or Ensemble.default()
    at = observed_anchor(since) if anchor == "observed" else anchor
    _check_anchor(at, since)
    found: list[Budget] = []
    for name in non_co2:
        budgets, peaks = peaks_of_family(members, name, since, at, last_year)
        reached = quantiles_of(np.sort(peaks, axis=1), likelihoods)
        found += [
            _interpolate(f"{members.name}, other gases of {name}", since, temperature, likelihood, budgets, row)
            for temperature in temperatures
            for likelihood, row in zip(likelihoods, reached, strict=True)
        ]
    return (*found, *published(temperatures, likelihoods))


def published(
    temperatures: Sequence[float] = TEMPERATURES, likelihoods: Sequence[float] = LIKELIHOODS
) -> tuple[Budget, ...]:
    """Budgets of AR6 and of the newest Indicators of Global Climate Change, counted from their own year.

    "IGCC 2024" is the one that its paper has in its main table, rounded there. A likelihood stands for the one asked
    for when it differs by a hundredth; the budget has the published one.
    """
    rows = _load_published()
    found = []
    for source in dict.fromkeys(row.source for row in rows):
        for temperature in sorted(set(temperatures)):
            for likelihood in sorted(set(likelihoods)):
                near = [
                    row
                    for row in rows
                    if row.source == source
                    and abs(row.temperature_k - temperature) < 1e-9
                    and abs(row.likelihood - likelihood) < _SAME_LIKELIHOOD
                ]
                since = next(row.since for row in rows if row.source == source)
                nothing = Budget(source, since, temperature, likelihood, None)
                found.append(min(near, key=lambda row: abs(row.likelihood - likelihood)) if near else nothing)
    return tuple(found)


def to_dataframe(budgets: Sequence[Budget]) -> pd.DataFrame:
    """A table with a row for each source and level of warming and a column for each likelihood [GtCO2]."""
    import pandas as pd

    rows: dict[tuple[str, int, float], dict[float, float | None]] = {}
    for budget in budgets:
        key = (budget.source, budget.since, budget.temperature_k)
        rows.setdefault(key, {})[budget.likelihood] = budget.gtco2
    index = pd.MultiIndex.from_tuples(rows, names=["source", "since", "temperature_k"])
    frame = pd.DataFrame(list(rows.values()), index=index, dtype=np.float64)
    return frame.sort_index(axis="columns").rename_axis(columns="likelihood")


def observed_anchor(since: int = HISTORY_END + 1) -> Anchor:
    """Observed warming of the ten years before ``since``. Raises ClimateError when they are not all observed."""
    rows = [row for row in read_table("observations.csv") if (row["series"], row["edition"]) == ("gmst", "2024")]
    observed = {int(row["year"]): float(row["value"]) for row in rows}
    years = range(since - 10, since)
    if missing := [year for year in years if year not in observed]:
        raise ClimateError(
            f"no warming is observed in {missing[0]}, so that budgets from {since} have nothing to be anchored on; "
            "give an anchor"
        )
    mean = float(np.mean([observed[year] for year in years]))
    return Anchor(years[0], years[-1], mean, "Indicators of Global Climate Change 2024, observed warming")


def peaks_of_family(
    ensemble: Ensemble, non_co2: str, since: int, anchor: Anchor | None, last_year: int = LAST_RUN_YEAR
) -> tuple[Array, Array]:
    """CO2 emitted from ``since`` on, (pathway,) [Gt], and peak warming above 1850–1900, (pathway, member) [K]."""
    family = [make_pathway(non_co2, since, since + after) for after in _ZERO_AFTER_YEARS if since + after <= last_year]
    result = run(family, ensemble, end=last_year)
    first = since - FIRST_YEAR
    peaks = np.empty((len(family), len(ensemble)))
    for place in range(len(family)):
        warming = annual_warming(result, place)
        peaks[place] = warming[first:].max(axis=0)
        if anchor is not None:
            decade = warming[anchor.first_year - FIRST_YEAR : anchor.last_year - FIRST_YEAR + 1]
            peaks[place] += anchor.warming_k - decade.mean(axis=0)
    return result.co2_emissions[:, first:].sum(axis=1), peaks


def make_pathway(non_co2: str, since: int, zero_year: int) -> Scenario:
    """History, then CO2 in a straight line from the year before ``since`` to zero in ``zero_year``, and none after.

    All other species follow the packaged scenario ``non_co2``. The sun is constant and there are no volcanoes.
    """
    years, emissions = load_scenario_emissions(non_co2)
    last = since - 1
    share = np.clip((zero_year - years) / (zero_year - last), 0.0, 1.0)
    changed = emissions.copy()
    future = years >= since
    changed[:2, future] = emissions[:2, last - FIRST_YEAR, None] * share[future]
    return Scenario(f"{non_co2}, CO2 zero in {zero_year}", years, changed, _human_causes_only())


@cache
def _human_causes_only() -> NaturalForcing:
    bounds = np.arange(FIRST_YEAR, LAST_YEAR + 2)
    return NaturalForcing("constant sun, no volcanoes", bounds, np.zeros(bounds.size), np.zeros(bounds.size))


def _interpolate(
    source: str, since: int, temperature: float, likelihood: float, budgets: Array, reached: Array
) -> Budget:
    """On the line between two pathways; budgets and the warming reached, both (pathway,) and rising."""
    if temperature < reached[0]:
        return Budget(source, since, temperature, likelihood, None, "less than zero")
    if temperature > reached[-1]:
        return Budget(source, since, temperature, likelihood, None, "more than run")
    return Budget(source, since, temperature, likelihood, float(np.interp(temperature, reached, budgets)))


@cache
def _load_published() -> tuple[Budget, ...]:
    return tuple(
        Budget(
            row["source"],
            int(row["since"]),
            float(row["warming_k"]),
            float(row["likelihood"]),
            float(row["budget_gtco2"]),
        )
        for row in read_table("carbon_budgets.csv")
    )


def _check_years(since: int, last_year: int) -> None:
    if not BASELINE[1] < since <= HISTORY_END + 1:
        raise ClimateError(
            f"a budget cannot be counted from {since}; give a year from {BASELINE[1] + 1} to {HISTORY_END + 1}, "
            "the year after the packaged history"
        )
    if not since < last_year <= LAST_YEAR:
        raise ClimateError(
            f"peaks of warming cannot be looked for from {since} to {last_year}; give a last year up to {LAST_YEAR}"
        )


def _check_anchor(anchor: Anchor | None, since: int) -> None:
    if anchor is not None and not BASELINE[0] <= anchor.first_year <= anchor.last_year < since:
        raise ClimateError(
            f"warming of {anchor.first_year}–{anchor.last_year} cannot anchor a budget from {since}; "
            f"give years from {BASELINE[0]} on that end before it"
        )
