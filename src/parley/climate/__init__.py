"""Emissions in, warming out: the climate engine. It knows nothing of Parties or text.

>>> from parley.climate import Ensemble, Scenario, run, summarise
>>> result = run([Scenario.packaged("ssp245")], Ensemble.default(), end=2100)  # doctest: +SKIP
>>> summarise(result)  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from parley.climate import budgets
    from parley.climate.emulator import run
    from parley.climate.ensemble import Ensemble
    from parley.climate.natural import NaturalForcing
    from parley.climate.result import Result
    from parley.climate.scenario import Scenario
    from parley.climate.summary import Summary, summarise

_HOMES = {
    "Ensemble": "ensemble",
    "NaturalForcing": "natural",
    "Result": "result",
    "Scenario": "scenario",
    "Summary": "summary",
    "run": "emulator",
    "summarise": "summary",
}

__all__ = ["Ensemble", "NaturalForcing", "Result", "Scenario", "Summary", "budgets", "run", "summarise"]


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is: the compiler behind the engine takes a while to import."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
