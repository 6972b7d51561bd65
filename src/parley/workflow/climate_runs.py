"""Ensembles and scenarios for the climate engine, packaged or of files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.errors import ScenarioError

if TYPE_CHECKING:
    from parley.climate import Ensemble, Scenario


def load_ensemble(path: Path | None = None) -> Ensemble:
    """The ensemble of a file of FaIR parameters, or of one that we calibrated, else the one that comes with Parley.

    Raises EnsembleError when it cannot be used.
    """
    from parley.climate import Ensemble
    from parley.climate.default_ensemble import load_ensemble as load_calibrated
    from parley.climate.default_ensemble import provenance_path

    if path is None:
        return Ensemble.default()
    return load_calibrated(path) if provenance_path(path).exists() else Ensemble.from_fair(path)


def packaged_scenarios(names: Iterable[str]) -> list[Scenario]:
    """Scenarios that come with the package. Raises ScenarioError for another name."""
    from parley.climate import Scenario

    return [Scenario.packaged(name) for name in names]


def read_scenarios(table: Path, names: Sequence[str] = (), **options: Any) -> list[Scenario]:
    """Scenarios of a table of emissions by name, all of them if none is named.

    A name that the table does not have may be that of a packaged scenario, to be run beside the table's own; its notes
    say so. ``options`` are those of ``Scenario.from_table``. Raises ScenarioError when there is no such scenario, or it
    cannot be run.
    """
    from parley.climate import Scenario
    from parley.climate.emission_table import scenario_names, stem
    from parley.climate.history import SCENARIOS

    there = scenario_names(table) or _only_scenario(table, names) or (stem(table),)
    note = f"this is the packaged scenario, since {table.name} has none of that name"
    return [
        replace(Scenario.packaged(name), notes=(note,))
        if name in SCENARIOS and name not in there
        else Scenario.from_table(table, name, **options)
        for name in names or there
    ]


def _only_scenario(table: Path, names: Sequence[str]) -> Sequence[str]:
    """Which of ``names`` is meant to be the scenario of a table that names none. Raises ScenarioError for several."""
    from parley.climate.history import SCENARIOS

    own = [name for name in names if name not in SCENARIOS]
    if len(own) > 1:
        raise ScenarioError(f"{table}: no column says which row is of {own[0]} and which of {own[1]}; add one")
    return own or names[:1]
