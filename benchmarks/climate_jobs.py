"""One job of the climate benchmark, in a process of its own so that its peak memory is its own.

    python -m benchmarks.climate_jobs NAME ARGUMENTS

ARGUMENTS is a JSON object; the result is printed as one.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parley.climate.drivers import drive
from parley.climate.emulator import member_seeds, run, trace
from parley.climate.ensemble import Ensemble
from parley.climate.natural import NaturalForcing
from parley.climate.scenario import Scenario
from parley.climate.species import EMITTED

Array = NDArray[np.float64]

PARAMETERS = "fair_v141_parameters.csv.gz"
EMISSIONS = "emissions_ssp_harmonised_1750-2499.csv.gz"
SPECIES = "species_configs_properties_v141.csv"
COMPARED = {"temperature": "K", "erf": "W/m2", "CO2": "ppm", "CH4": "ppb", "N2O": "ppb"}
ROUNDS = 15
LAST_YEAR = 2100
CHANGED_YEARS = (1950, 2040)


def main() -> None:
    name, arguments = sys.argv[1:]
    found = JOBS[name](**json.loads(arguments))
    # Kilobytes on Linux, bytes on macOS.
    found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 2**20)
    print(json.dumps(found))


def run_fair(figures: str, members: int, scenarios: Sequence[str], save: str | None = None) -> dict[str, float]:
    """FaIR 2.2.5: seconds to set up and to run."""
    import pandas as pd

    from benchmarks.climate_fair import build_fair, concentration_of, make_species, outputs_of

    folder = Path(figures)
    started = time.perf_counter()
    emissions = pd.read_csv(folder / EMISSIONS, comment="#")
    parameters = pd.read_csv(folder / PARAMETERS, comment="#", index_col=0).iloc[:members]
    own = folder / SPECIES
    properties = pd.read_csv(own, comment="#", index_col=0) if own.exists() else make_species()
    natural = NaturalForcing.packaged("v1.4.1")
    model = build_fair(scenarios, emissions, parameters, properties, natural, LAST_YEAR)
    ready = time.perf_counter()
    model.run(progress=False)
    finished = time.perf_counter()
    if save:
        outputs = outputs_of(model)
        gases = {gas: concentration_of(model, gas) for gas in ("CO2", "CH4", "N2O")}
        np.savez(save, temperature=outputs["temperature"], erf=outputs["erf"], **gases)
    return {"set_up_s": ready - started, "run_s": finished - ready, "total_s": finished - started}


def run_parley(figures: str, members: int, scenarios: Sequence[str], save: str | None = None) -> dict[str, float]:
    """Parley: seconds to set up and to run once, and the median of runs after a change of emissions."""
    started = time.perf_counter()
    ensemble = Ensemble.from_fair(Path(figures) / PARAMETERS).subset(slice(0, members))
    chosen = [Scenario.from_table(Path(figures) / EMISSIONS, name) for name in scenarios]
    ready = time.perf_counter()
    run(chosen, ensemble, end=LAST_YEAR)
    finished = time.perf_counter()
    found = {"set_up_s": ready - started, "run_s": finished - ready, "total_s": finished - started}
    seconds = [time_changed(chosen, ensemble, change) for change in range(1, ROUNDS + 1)]
    found |= {"warm_ms": 1e3 * statistics.median(seconds), "warm_best_ms": 1e3 * min(seconds)}
    found["kernel_ms"] = 1e3 * statistics.median(time_kernel(chosen, ensemble) for _ in range(ROUNDS))
    if save:
        result = run(chosen, ensemble, end=LAST_YEAR, outputs=("temperature", "erf", "concentration"))
        gases = {gas: result.concentration[gas] for gas in ("CO2", "CH4", "N2O")}
        np.savez(save, temperature=result.series("temperature"), erf=result.series("erf"), **gases)
    return found


def time_changed(scenarios: Sequence[Scenario], ensemble: Ensemble, change: int) -> float:
    """Seconds to change emissions of the past and the future in every scenario and run them all."""
    place = EMITTED.index("CO2 FFI")
    values = [
        {year: float(scenario.emissions[place, year - 1750]) + 0.01 * change for year in CHANGED_YEARS}
        for scenario in scenarios
    ]
    started = time.perf_counter()
    changed = [scenario.with_emissions("CO2 FFI", own) for scenario, own in zip(scenarios, values, strict=True)]
    run(changed, ensemble, end=LAST_YEAR)
    return time.perf_counter() - started


def time_kernel(scenarios: Sequence[Scenario], ensemble: Ensemble) -> float:
    """Seconds of the kernel alone, all that a scenario does to all members alike being worked out."""
    natural = NaturalForcing.packaged(ensemble.natural)
    driven = [drive(scenario, natural, ensemble.methane, LAST_YEAR, True) for scenario in scenarios]
    packed, seeds = ensemble.packed(True), member_seeds(ensemble, 0)
    started = time.perf_counter()
    trace(driven, packed, ensemble.methane, seeds)
    return time.perf_counter() - started


def compare(one: str, other: str) -> dict[str, float]:
    """The largest difference of each output between two saved runs."""
    with np.load(one) as ours, np.load(other) as theirs:
        return {name: float(np.abs(ours[name] - theirs[name]).max()) for name in COMPARED}


def run_priors(members: int, batch: int, variable: bool) -> dict[str, float]:
    """Draw members of the prior, work out their matrices and run them to 2022, batch by batch on all cores."""
    from parley.climate.calibration.priors import draw_priors

    natural, ensemble = NaturalForcing.packaged("v1.4.1"), Ensemble(draw_priors(16, 1, 0), name="to compile")
    driven = [drive(Scenario.packaged("ssp245"), natural, ensemble.methane, 2022, True)]
    trace(driven, ensemble.packed(True), ensemble.methane, member_seeds(ensemble, 0), variable=variable)

    def run_batch(place: int) -> tuple[float, float, float]:
        started = time.perf_counter()
        drawn = draw_priors(min(batch, members - place * batch), 1, place)
        ready = time.perf_counter()
        ensemble = Ensemble(drawn, name="prior")
        packed, seeds = ensemble.packed(True), member_seeds(ensemble, place)
        set_up = time.perf_counter()
        trace(driven, packed, ensemble.methane, seeds, variable=variable, threads=1)
        return ready - started, set_up - ready, time.perf_counter() - set_up

    started = time.perf_counter()
    with ThreadPoolExecutor(cores()) as pool:
        parts = np.array(list(pool.map(run_batch, range(-(-members // batch))))).sum(axis=0)
    total = time.perf_counter() - started
    drawing, packing, running = (total * parts / parts.sum()).tolist()
    return {"total_s": total, "drawing_s": drawing, "packing_s": packing, "running_s": running}


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


JOBS: dict[str, Callable[..., dict[str, Any]]] = {
    "fair": run_fair,
    "parley": run_parley,
    "compare": compare,
    "priors": run_priors,
}

if __name__ == "__main__":
    main()
