"""The climate engine against FaIR 2.2.5, on the same members and emissions, in one run.

    python -m benchmarks.climate --figures DIR [--members 1,10,100,841] [--scenarios 1,8] [--no-fair] [--priors N]

DIR holds what is not shipped with Parley:

* ``fair_v141_parameters.csv.gz``: the 841 members of calibration v1.4.1 (doi 10.5281/zenodo.10566813, also among the
  examples of FaIR's repository);
* ``emissions_ssp_harmonised_1750-2499.csv.gz``: the eight SSPs as that calibration harmonised them (the history is
  among the examples of FaIR's repository; scenarios of RCMIP, doi 10.5281/zenodo.4589756, harmonised by the scripts of
  doi 10.5281/zenodo.10566813), in FaIR's form: scenario, region, variable, unit, 1750.5, …;
* ``species_configs_properties_v141.csv``: FaIR's table of species of that calibration; where it is not there, it is
  made of Parley's packaged tables.

Every job runs in a process of its own, one after another, so that time and peak memory are its own. FaIR with all
members and eight scenarios needs 10 GB. "Warm" is the median of 15 runs, each after a change of emissions in 1950 and
2040 of every scenario; the change is part of the time.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

SCENARIOS = ("ssp245", "ssp119", "ssp126", "ssp370", "ssp434", "ssp460", "ssp534-over", "ssp585")
COMPARED_SCENARIOS = ("ssp119", "ssp245", "ssp370", "ssp585")
COMPARED = {"temperature": "K", "erf": "W/m2", "CO2": "ppm", "CH4": "ppb", "N2O": "ppb"}
LIMITS = {"temperature": 1e-6, "erf": 1e-6, "CO2": 1e-4, "CH4": 1e-4, "N2O": 1e-4}
ALL_MEMBERS = 841
FLOOR_MS = {1: 3.1, 8: 26.0}
"""A plain C kernel of the same physics, 841 members, temperature only, on another machine: two cores with AVX-512 at
about 2.1 GHz. It ran each of the eight scenarios from 1750 on."""
REPOSITORY = Path(__file__).resolve().parent.parent
BATCH = 20_000

Found = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=Path, required=True)
    parser.add_argument("--members", type=parse_numbers, default=(1, 10, 100, ALL_MEMBERS))
    parser.add_argument("--scenarios", type=parse_numbers, default=(1, 8))
    parser.add_argument("--no-fair", action="store_true", help="time Parley only")
    parser.add_argument("--priors", type=int, default=1_600_000, help="members of the prior; 0 leaves that out")
    arguments = parser.parse_args()
    print_runs(arguments.figures, arguments.members, arguments.scenarios, not arguments.no_fair)
    if not arguments.no_fair:
        print_differences(arguments.figures, max(arguments.members))
    print_command()
    if arguments.priors:
        print_priors(arguments.priors)


def parse_numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def run_job(name: str, **arguments: object) -> Found:
    """One job in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.climate_jobs", name, json.dumps(arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=REPOSITORY)
    found: Found = json.loads(done.stdout.splitlines()[-1])
    return found


def print_runs(figures: Path, members: Sequence[int], scenarios: Sequence[int], with_fair: bool) -> None:
    print("1750-2100, temperature; seconds unless said; peak memory of the whole process")
    header = f"{'':8} {'members':>7} {'scen.':>5} {'set-up':>7} {'run':>8} {'total':>7} {'warm ms':>9} {'best ms':>8}"
    print(f"{header} {'kernel ms':>9} {'peak MB':>8} {'floor':>13}")
    for scenario_count in scenarios:
        for member_count in members:
            job = {"figures": str(figures), "members": member_count, "scenarios": SCENARIOS[:scenario_count]}
            if with_fair:
                print_row("FaIR", member_count, scenario_count, run_job("fair", **job))
            # Once before, so that the compiled code is on disk.
            run_job("parley", **{**job, "members": 1, "scenarios": SCENARIOS[:1]})
            print_row("Parley", member_count, scenario_count, run_job("parley", **job))
    print("warm: change emissions, run; kernel: its part that steps through the years. floor: warm against a plain C")
    print("kernel of the same physics on another machine, which ran all years of every scenario")


def print_row(who: str, members: int, scenarios: int, found: Found) -> None:
    row = f"{who:8} {members:7} {scenarios:5} {found['set_up_s']:7.2f} {found['run_s']:8.3f} {found['total_s']:7.2f} "
    warm = (
        f"{found['warm_ms']:9.2f} {found['warm_best_ms']:8.2f} {found['kernel_ms']:9.2f}"
        if "warm_ms" in found
        else " " * 28
    )
    floor = ""
    if members == ALL_MEMBERS and scenarios in FLOOR_MS and "warm_ms" in found:
        floor = f"{found['warm_ms'] / FLOOR_MS[scenarios]:.1f} x {FLOOR_MS[scenarios]:g} ms"
    print(f"{row}{warm} {found['peak_mb']:8.0f} {floor:>13}", flush=True)


def print_differences(figures: Path, members: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        saved = {name: f"{folder}/{name}.npz" for name in ("fair", "parley")}
        for name, path in saved.items():
            run_job(name, figures=str(figures), members=members, scenarios=COMPARED_SCENARIOS, save=path)
        found = run_job("compare", one=saved["parley"], other=saved["fair"])
    print(f"\nLargest difference from FaIR, {members} members, {', '.join(COMPARED_SCENARIOS)}, 1750-2101")
    for name, unit in COMPARED.items():
        print(f"{name:12} {found[name]:.1e} {unit:5} (limit {LIMITS[name]:.0e})")


def print_command() -> None:
    """The command from its start to the chart on disk, the second and later times."""
    parley = Path(sys.executable).parent / "parley"
    with tempfile.TemporaryDirectory() as folder:
        command = [str(parley), "climate", "run", "ssp245", "--plot", str(Path(folder) / "fan.svg")]
        seconds = []
        for _ in range(4):
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, cwd=folder)
            seconds.append(time.perf_counter() - started)
    print(
        f"\nparley climate run ssp245 --plot fan.svg: {statistics.median(seconds[1:]):.2f} s (first {seconds[0]:.2f} s)"
    )


def print_priors(members: int) -> None:
    print(f"\n{members} members of the prior to 2022, {BATCH} at a time, {os.cpu_count()} cores")
    print(f"{'':24} {'total s':>8} {'drawing':>8} {'matrices':>8} {'running':>8} {'peak MB':>8}")
    for variable in (False, True):
        found = run_job("priors", members=members, batch=BATCH, variable=variable)
        parts = " ".join(f"{found[f'{part}_s']:8.1f}" for part in ("total", "drawing", "packing", "running"))
        name = "with" if variable else "without"
        print(f"{name + ' variability':24} {parts} {found['peak_mb']:8.0f}", flush=True)


if __name__ == "__main__":
    main()
