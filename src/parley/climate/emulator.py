"""The run: emissions in, concentrations, forcing and warming out, for all members of an ensemble."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.climate.drivers import FIXED_GASES, Drivers, drive
from parley.climate.ensemble import Ensemble
from parley.climate.kernels.agents import Agent, fill_agents
from parley.climate.kernels.layout import LANES
from parley.climate.kernels.noise import fill_mixed
from parley.climate.kernels.run import run_members
from parley.climate.methane import MethaneLifetime
from parley.climate.natural import NaturalForcing
from parley.climate.parameters import Packed, in_lanes
from parley.climate.result import OUTPUTS, Result
from parley.climate.scenario import Scenario
from parley.errors import ClimateError, ScenarioError

Array = NDArray[np.float64]

AGENTS = {
    Agent.CO2: "CO2",
    Agent.CH4: "CH4",
    Agent.N2O: "N2O",
    Agent.MINOR_GASES: "Minor greenhouse gases",
    Agent.OZONE: "Ozone",
    Agent.STRATOSPHERIC_WATER: "Stratospheric water vapour",
    Agent.AEROSOL_RADIATION: "Aerosol-radiation interactions",
    Agent.AEROSOL_CLOUD: "Aerosol-cloud interactions",
    Agent.SNOW: "Light absorbing particles on snow and ice",
    Agent.LAND_USE: "Land use",
    Agent.SOLAR: "Solar",
    Agent.VOLCANIC: "Volcanic",
}
_CHUNKS_PER_THREAD = 4


@dataclass(frozen=True, slots=True)
class Traces:
    """What the kernel fills, (scenario, timebound, member); of size 0 what was not wanted."""

    temperature: Array
    co2: Array
    ch4: Array
    erf: Array
    heat: Array


def run(
    scenarios: Sequence[Scenario] | Scenario,
    ensemble: Ensemble,
    start: int = 1750,
    end: int = 2100,
    outputs: Sequence[str] = ("temperature",),
    *,
    internal_variability: bool = False,
    seed: int = 0,
    fair_compatible: bool | None = None,
    threads: int | None = None,
) -> Result:
    """Run every scenario with every member, from the balance of 1750.

    ``start`` and ``end`` are the first and last year of emissions; ``outputs`` are of ``result.OUTPUTS``. Internal
    variability is drawn from each member's own seed and ``seed``. ``fair_compatible`` copies the oddities of FaIR 2.2
    (docs/explanation/climate.md lists them); not given, it is as the ensemble has it. The result is the same to the
    last bit on any number of ``threads``, and for a member whichever others run with it.

    Raises ScenarioError when a scenario does not cover the years, and ClimateError when an output is not known or a
    member's climate runs away.
    """
    chosen = [scenarios] if isinstance(scenarios, Scenario) else list(scenarios)
    outputs = (outputs,) if isinstance(outputs, str) else tuple(outputs)
    _check(chosen, start, end, outputs)
    compatible = ensemble.fair_compatible if fair_compatible is None else fair_compatible
    natural = [scenario.natural or NaturalForcing.packaged(ensemble.natural) for scenario in chosen]
    driven = [
        drive(scenario, forced, ensemble.methane, end, compatible)
        for scenario, forced in zip(chosen, natural, strict=True)
    ]
    packed = ensemble.packed(compatible)
    by_agent, gases = "erf_by_agent" in outputs, "concentration" in outputs
    traces = trace(
        driven,
        packed,
        ensemble.methane,
        member_seeds(ensemble, seed),
        variable=internal_variability,
        gases=gases or by_agent,
        erf="erf" in outputs,
        heat="ocean_heat" in outputs,
        threads=threads,
    )
    size = len(ensemble)
    bounds = np.arange(start, end + 2)
    _check_finite(traces.temperature[:, :, :size], chosen, ensemble, bounds)
    return Result(
        scenarios=tuple(scenario.name for scenario in chosen),
        members=ensemble.members,
        timebounds=bounds,
        co2_emissions=np.stack([scenario.emissions[:2, : end - start + 1].sum(axis=0) for scenario in chosen]),
        ensemble=ensemble.name,
        provisional=ensemble.provisional,
        fair_compatible=compatible,
        natural=tuple(forced.name for forced in natural),
        notes=tuple(scenario.notes for scenario in chosen),
        temperature=_by_member(traces.temperature, size) if "temperature" in outputs else None,
        erf=_by_member(traces.erf, size) if "erf" in outputs else None,
        erf_by_agent=_by_agent(packed, driven, traces, size) if by_agent else {},
        concentration=_concentrations(driven, traces, size) if gases else {},
        ocean_heat=_by_member(traces.heat, size) if "ocean_heat" in outputs else None,
        internal_variability=internal_variability,
        seed=seed,
    )


def trace(
    driven: Sequence[Drivers],
    packed: Packed,
    methane: MethaneLifetime,
    seeds: NDArray[np.uint64],
    *,
    variable: bool = False,
    gases: bool = False,
    erf: bool = False,
    heat: bool = False,
    threads: int | None = None,
) -> Traces:
    """Run the kernel over all blocks of members, shared history once, and give what it fills; nothing is checked."""
    steps = np.stack([drivers.steps for drivers in driven])
    shared = _n_shared(steps)
    levels = tuple(range(packed.layers + 1))
    blocks = packed.blocks.shape[0]
    shape = (len(driven), steps.shape[1] + 1, blocks * LANES)
    nothing = np.empty((0, 0, 0))
    traces = Traces(np.empty(shape), *(np.empty(shape) if wanted else nothing for wanted in (gases, gases, erf, heat)))
    count = threads or available_threads()
    chunk = -(-blocks // (count * _CHUNKS_PER_THREAD)) if count > 1 else blocks

    def run_chunk(first: int) -> None:
        run_members(
            packed.blocks,
            seeds,
            steps,
            shared,
            levels,
            methane.by_ch4,
            methane.by_warming,
            variable,
            first,
            min(first + chunk, blocks),
            traces.temperature,
            traces.co2,
            traces.ch4,
            traces.erf,
            traces.heat,
        )

    if chunk >= blocks:
        run_chunk(0)
    else:
        with ThreadPoolExecutor(count) as pool:
            list(pool.map(run_chunk, range(0, blocks, chunk)))
    return traces


def member_seeds(ensemble: Ensemble, seed: int) -> NDArray[np.uint64]:
    """Where each member's noise begins, (block, lane): its own seed and that of the run, mixed."""
    own = in_lanes(ensemble.seeds.astype(np.uint64))
    mixed = np.empty(own.size, dtype=np.uint64)
    fill_mixed(own, np.uint64(int(seed) % 2**64), mixed)
    return mixed.reshape(-1, LANES)


def _n_shared(steps: Array) -> int:
    """Steps from the first on that are the same, to the last bit, in all scenarios."""
    if len(steps) == 1:
        return 0
    same = (steps[1:] == steps[0]).all(axis=(0, 2))
    return int(same.size if same.all() else np.argmin(same))


def available_threads() -> int:
    """As many as this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _by_member(values: Array, size: int) -> Array:
    return values[:, :, :size].transpose(0, 2, 1)


def _concentrations(driven: Sequence[Drivers], traces: Traces, size: int) -> dict[str, Array]:
    found = {"CO2": _by_member(traces.co2, size), "CH4": _by_member(traces.ch4, size)}
    for place, gas in enumerate(FIXED_GASES):
        common = np.stack([drivers.concentrations[place] for drivers in driven])[:, None, :]
        found[gas] = np.broadcast_to(common, (common.shape[0], size, common.shape[2]))
    return found


def _by_agent(packed: Packed, driven: Sequence[Drivers], traces: Traces, size: int) -> dict[str, Array]:
    bounds = driven[0].steps.shape[0] + 1
    filled = np.empty((len(driven), len(Agent), bounds, size))
    for scenario, drivers in enumerate(driven):
        fill_agents(
            packed.blocks,
            packed.linear,
            packed.ch4_linear,
            drivers.steps,
            traces.temperature[scenario],
            traces.co2[scenario],
            traces.ch4[scenario],
            filled[scenario],
        )
    return {name: filled[:, agent].transpose(0, 2, 1) for agent, name in AGENTS.items()}


def _check(scenarios: Sequence[Scenario], start: int, end: int, outputs: Sequence[str]) -> None:
    if unknown := [output for output in outputs if output not in OUTPUTS]:
        raise ClimateError(f"output {unknown[0]!r} is not known; give some of {', '.join(OUTPUTS)}")
    if not outputs:
        raise ClimateError(f"no output was asked for; give some of {', '.join(OUTPUTS)}")
    if not scenarios:
        raise ScenarioError("no scenario was given; give at least one")
    if end < start:
        raise ScenarioError(f"the run ends in {end}, before it starts in {start}; exchange them")
    names = [scenario.name for scenario in scenarios]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise ScenarioError(f"two scenarios are named {twice!r}; give each a name of its own")
    for scenario in scenarios:
        first, last = int(scenario.years[0]), int(scenario.years[-1])
        if start != first:
            raise ScenarioError(
                f"{scenario.name}: its emissions begin in {first}, but the run in {start}; "
                f"a run begins where emissions do, in balance, so give start={first}"
            )
        if end > last:
            raise ScenarioError(
                f"{scenario.name}: its emissions end in {last}, but the run in {end}; "
                f"run it to {last} or give emissions to {end}"
            )


def _check_finite(
    temperature: Array, scenarios: Sequence[Scenario], ensemble: Ensemble, bounds: NDArray[np.int64]
) -> None:
    """A temperature that is not a number stays so, so that the last timebound tells of every failure."""
    failed = np.argwhere(~np.isfinite(temperature[:, -1, :]))
    if failed.size:
        scenario, member = (int(place) for place in failed[0])
        year = bounds[int(np.argmin(np.isfinite(temperature[scenario, :, member])))] - 1
        raise ClimateError(
            f"{scenarios[scenario].name}: member {ensemble.members[member]} of {ensemble.name} leaves what the model "
            f"can follow in {year} ({len(failed)} of all runs do); look at the emissions before that year, such as a "
            "removal of CO2 beyond what the air holds"
        )
