"""How fast an ensemble is made, how well it agrees, and with whom.

    python -m benchmarks.calibration chain [--priors N] [--threads N]
    python -m benchmarks.calibration same [--priors N]
    python -m benchmarks.calibration fair --published FILE [--priors N] [--threads N]
    python -m benchmarks.calibration assessed

``chain`` makes the default ensemble in a process of its own and measures time, memory, agreement with every target,
effective size and the hindcast. ``same`` makes it on one thread and on two and compares the bytes, and those of the
package. ``fair`` makes one as FaIR's calibration v1.4.1 was made, and compares the weighted members with its published
parameter file FILE. ``assessed`` runs the default ensemble beside Table SPM.1 of AR6, also with fossil emissions
changed until CO2 in 2100 is that which the models of AR6 were given.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from parley.climate.calibration.chain import Calibration, calibrate
from parley.climate.calibration.constrain import weighted_quantiles
from parley.climate.calibration.past import past_warming, run_past_of
from parley.climate.calibration.provenance import write_calibration
from parley.climate.calibration.recipe import PRIORS, Recipe, recipe_of_fair
from parley.climate.calibration.report import (
    LONG_TERM,
    Range,
    reference_range,
    target_rows,
    warming_by_scenario,
)
from parley.climate.emulator import run
from parley.climate.ensemble import Ensemble
from parley.climate.history import HISTORY_END, SCENARIOS
from parley.climate.scenario import Scenario
from parley.climate.tables import read_text

Array = NDArray[np.float64]

SHARES = (0.05, 0.5, 0.95)
FOSSIL = "CO2 FFI"
ASSESSED_CO2_PPM = {"ssp119": 393.0, "ssp126": 446.0, "ssp245": 603.0, "ssp370": 867.0, "ssp585": 1135.0}
"""In 2100, as prescribed to models (Meinshausen et al. 2020, doi 10.5194/gmd-13-3571-2020)."""
_MINUTES, _GIGABYTES = 5.0, 4.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    for name, runs in (
        ("chain", print_chain),
        ("same", print_same),
        ("fair", print_fair),
        ("assessed", print_assessed),
    ):
        command = commands.add_parser(name)
        command.add_argument("--priors", type=int, default=PRIORS)
        command.add_argument("--threads", type=int, default=2)
        if name == "fair":
            command.add_argument("--published", type=Path, required=True)
        command.set_defaults(run=runs)
    arguments = parser.parse_args()
    arguments.run(arguments)


def print_chain(arguments: argparse.Namespace) -> None:
    start = time.perf_counter()
    made = calibrate(replace(Recipe(), priors=arguments.priors), arguments.threads)
    minutes = (time.perf_counter() - start) / 60.0
    gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{made.recipe.priors} priors, {arguments.threads} threads")
    print(f"time      {60 * minutes:8.1f} s   {said(minutes < _MINUTES)} (below {_MINUTES:g} minutes)")
    print(f"memory    {gigabytes:8.2f} GB  {said(gigabytes < _GIGABYTES)} (below {_GIGABYTES:g} GB)")
    print_funnel(made)
    print_targets(made)
    for seed in (0, 1):
        past = past_warming(run_past_of(made.ensemble, made.experiment.last_year, seed), made.recipe.observed.gmst)
        good = 0.85 <= past.inside <= 0.96 and abs(past.recent - past.recent_observed) < 0.06
        print(
            f"hindcast, seed {seed}: observed warming inside 5–95 % in {past.inside:.1%} of years (85 to 96 %); "
            f"last ten years {past.recent:.3f} K, observed {past.recent_observed:.3f} K (within 0.06 K)   {said(good)}"
        )


def print_funnel(made: Calibration) -> None:
    """How many members are left after each step."""
    weights, wanted = made.weights, 2 * made.recipe.members
    print(f"members   {made.priors.passed.size:8d} near observed warming, {np.isnan(made.priors.rmse).sum()} ran away")
    print(f"          {(weights.values > 0).sum():8d} in reach of all targets")
    enough = said(weights.effective_size >= wanted)
    print(f"effective {weights.effective_size:8.0f} by Kish   {enough} (at least {wanted})")
    print(f"          {weights.effective_size_of_fair:8d} by the formula of FaIR")
    print(f"heaviest  {weights.values.max() / weights.values.sum():8.2%} of all weight")


def print_targets(made: Calibration) -> None:
    """Misses of the 5th, 50th and 95th percentile in per cent of the target's width."""
    print(f"{'':<36}{'target':>27}{'weighted, % of width':>28}{'drawn, % of width':>28}")
    for row in target_rows(made):
        weighted, drawn = ([100 * miss for miss in row.misses(found)] for found in (row.weighted, row.drawn))
        loose = 10.0 if row.target.quantity in ("GMST", "CO2") else 5.0
        good = max(map(abs, weighted)) < loose and abs(drawn[1]) < 8.0
        cells = "".join(f"{value:9.3f}" for value in row.target.quantiles)
        misses = "".join(f"{value:+9.1f}" for value in (*weighted, *drawn))
        print(f"{row.target.name:<36}{cells} {misses[:27]} {misses[27:]}   {said(good)}")


def print_same(arguments: argparse.Namespace) -> None:
    """Bytes on one thread and on two, each in a process of its own, and those of the package."""
    with tempfile.TemporaryDirectory() as folder:
        made = []
        for threads in (1, 2):
            path = Path(folder) / f"{threads}.csv.gz"
            code = f"from benchmarks.calibration import write; write({str(path)!r}, {arguments.priors}, {threads})"
            subprocess.run([sys.executable, "-c", code], check=True)
            made.append((path.read_bytes(), (Path(folder) / f"{threads}.json").read_bytes()))
    print(f"one thread and two: {said(made[0] == made[1])} (the same bytes)")
    if arguments.priors == PRIORS:
        packaged = read_text("default_ensemble.json").encode()
        print(f"the package's provenance: {said(made[0][1] == packaged)} (the same bytes)")


def write(path: str, priors: int, threads: int) -> None:
    """Make the default ensemble and write its files."""
    write_calibration(calibrate(replace(Recipe(), priors=priors), threads), Path(path))


def print_fair(arguments: argparse.Namespace) -> None:
    made = calibrate(recipe_of_fair(priors=arguments.priors), arguments.threads)
    print_funnel(made)
    print_targets(made)
    published = Ensemble.from_fair(arguments.published)
    rows = np.flatnonzero(made.weights.values)
    weighted, weights = made.priors.ensemble(made.experiment, rows, "weighted"), made.weights.values[rows]
    print(f"{'K':<14}{'weighted':>21}{'published':>21}{'difference':>21}")
    for (name, ours), theirs in zip(comparable(weighted).items(), comparable(published).values(), strict=True):
        one, other = weighted_quantiles(ours, weights, SHARES), np.quantile(theirs, SHARES)
        less = one - other
        good = abs(less[1]) < 0.06 and max(abs(less[0]), abs(less[2])) < 0.25
        cells = "".join(f"{value:7.2f}" for value in (*one, *other)) + "".join(f"{value:+7.2f}" for value in less)
        print(f"{name:<14}{cells}   {said(good)} (median 0.06, 5 and 95 % 0.25)")


def comparable(ensemble: Ensemble) -> dict[str, Array]:
    """Sensitivities and warming by scenario, each (member,) [K]."""
    scenarios = [Scenario.packaged(name) for name in SCENARIOS]
    return {"ECS": ensemble.ecs, "TCR": ensemble.tcr, **warming_by_scenario(ensemble, scenarios)}


def print_assessed(arguments: argparse.Namespace) -> None:
    ensemble = Ensemble.default()
    print(f"{'2081–2100, K':<14}{'AR6':>18}{'ours':>21}{'CO2 2100':>10}{'with its CO2':>21}{'CO2 2100':>10}")
    for name, ppm in ASSESSED_CO2_PPM.items():
        scenario = Scenario.packaged(name)
        met = meet(lambda factor, of=scenario: with_fossil(of, factor), ensemble, ppm)
        cells = "".join(
            "".join(f"{value:7.2f}" for value in found) + f"{co2:10.0f}"
            for found, co2 in told(ensemble, (scenario, met))
        )
        assessed = reference_range("AR6", "GMST", name, LONG_TERM) or Range(*[np.nan] * 3)
        print(f"{name:<14}{''.join(f'{value:6.1f}' for value in assessed)}{cells}")


def told(ensemble: Ensemble, scenarios: Sequence[Scenario]) -> Iterator[tuple[Array, float]]:
    """Quantiles of warming [K] and median CO2 in 2100 [ppm]."""
    for scenario in scenarios:
        warming: Mapping[str, Array] = warming_by_scenario(ensemble, [scenario])
        yield np.quantile(warming[scenario.name], SHARES), co2_of_2100(ensemble, scenario)


def meet(make: Callable[[float], Scenario], ensemble: Ensemble, ppm: float) -> Scenario:
    """The scenario whose median CO2 in 2100 is ``ppm``, by halving."""
    low, high = 0.5, 2.0
    for _ in range(14):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if co2_of_2100(ensemble, make(middle)) < ppm else (low, middle)
    return make(0.5 * (low + high))


def with_fossil(scenario: Scenario, factor: float) -> Scenario:
    """With fossil emissions after history raised by ``factor`` - 1 times their size."""
    future = range(HISTORY_END + 1, 2101)
    years = [year - int(scenario.years[0]) for year in future]
    values = scenario.emissions[0, years]
    raised = values + (factor - 1.0) * np.abs(values)
    return scenario.with_emissions(FOSSIL, dict(zip(future, raised.tolist(), strict=True)))


def co2_of_2100(ensemble: Ensemble, scenario: Scenario) -> float:
    """Median over members [ppm]."""
    co2 = run(scenario, ensemble, outputs=("concentration",)).concentration["CO2"][0]
    return float(np.median(0.5 * (co2[:, -2] + co2[:, -1])))


def said(good: bool) -> str:
    return "yes" if good else "NO"


if __name__ == "__main__":
    main()
