"""The tables of ``docs/explanation/ensemble.md``, made from the packaged ensemble.

python -m tests.docs.ensemble_tables
"""

from __future__ import annotations

import sys

from parley.climate.calibration.prior_description import DEVIATIONS
from parley.climate.calibration.report import (
    Range,
    TargetRow,
    scenario_rows,
    scenarios_markdown,
    targets_markdown,
)
from parley.climate.calibration.targets import load_targets
from parley.climate.default_ensemble import load_default, load_provenance


def tables() -> tuple[str, ...]:
    """Deviations of the priors, agreement with the targets, warming by scenario."""
    return deviations(), targets(), scenarios_markdown(scenario_rows(load_default()))


def targets() -> str:
    """As the provenance tells it."""
    rows = [
        TargetRow(target, *(Range(*told[kind]) for kind in ("prior", "weighted", "drawn")))
        for target, told in zip(load_targets("2024"), load_provenance()["quality"], strict=True)
    ]
    return targets_markdown(rows)


def deviations() -> str:
    """Where the priors are not those of the original, and why."""
    rows = [f"| {process} | {deviation} | {reason} |\n" for process, deviation, reason in DEVIATIONS]
    return "".join(["| prior | here | because |\n| --- | --- | --- |\n", *rows])


if __name__ == "__main__":
    sys.stdout.write("\n".join(tables()))
