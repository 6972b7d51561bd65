"""Options that the commands of the climate engine share, and the run that is made of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.plain import plain
from parley.errors import ScenarioError, UsageError

if TYPE_CHECKING:
    from parley.climate import Result, Scenario

FIRST_YEAR = 1750
DEFAULT = "default"


class ResultFormat(StrEnum):
    """How a result is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    IAMC = "iamc"


class ComparisonFormat(StrEnum):
    """How a comparison is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


EmissionsOption = Annotated[
    Path | None,
    typer.Option(
        "--emissions",
        metavar="FILE",
        help="Take scenarios from this CSV file, long or wide, and from the package only those that it lacks.",
        show_default=False,
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Choose among models that give a scenario of the same name in --emissions.",
        show_default=False,
    ),
]
HarmoniseOption = Annotated[
    str,
    typer.Option(
        "--harmonise",
        metavar="METHOD",
        help="How emissions that start late meet history: default, ratio, offset, none, reduce_ratio_2080, …",
    ),
]
FillOption = Annotated[
    str | None,
    typer.Option(
        "--fill-from",
        metavar="SCENARIO",
        help="Take species that --emissions lacks from this packaged scenario.",
        show_default=False,
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="VARIABLE",
        help="Leave this variable of --emissions out; may be given again.",
        show_default=False,
    ),
]
InterpolateOption = Annotated[
    bool, typer.Option("--interpolate", help="Draw straight lines over years that --emissions lacks.")
]
NativeOption = Annotated[
    bool, typer.Option("--native-units", help="Read --emissions without a column of units in the engine's own units.")
]
EnsembleOption = Annotated[
    str,
    typer.Option(
        "--ensemble",
        metavar="FILE",
        help="Run the members of this file of FaIR parameters; if not given, our own.",
        show_default=False,
    ),
]
StartOption = Annotated[
    int | None,
    typer.Option(
        "--start",
        metavar="YEAR",
        help="Write and draw from this year on; the run always begins in 1750.",
        show_default=False,
    ),
]
EndOption = Annotated[int, typer.Option("--end", metavar="YEAR", help="The last year to run.")]
PlotOption = Annotated[
    Path | None,
    typer.Option("--plot", metavar="FILE", help="Draw a chart into this .svg or .png file.", show_default=False),
]
ThreadsOption = Annotated[
    int | None,
    typer.Option(
        "--threads", metavar="N", min=1, help="Run on so many threads; if not given, on all.", show_default=False
    ),
]
VariabilityOption = Annotated[
    bool, typer.Option("--internal-variability", help="Let the climate vary from year to year by itself, too.")
]
SeedOption = Annotated[
    int,
    typer.Option("--seed", metavar="N", min=0, help="Other numbers give other weather with --internal-variability."),
]


@dataclass(frozen=True, slots=True)
class Emissions:
    """Where scenarios come from: a table of the user's and what is done to it, or the package."""

    table: Path | None
    model: str | None
    harmonise: str
    fill_from: str | None
    ignore: tuple[str, ...]
    interpolate: bool
    native: bool

    def options(self) -> list[str]:
        """The options given that say what to do with a table."""
        given = {
            "--model": self.model is not None,
            "--harmonise": self.harmonise != DEFAULT,
            "--fill-from": self.fill_from is not None,
            "--ignore": bool(self.ignore),
            "--interpolate": self.interpolate,
            "--native-units": self.native,
        }
        return [option for option, there in given.items() if there]


@dataclass(frozen=True, slots=True)
class Running:
    """How scenarios are run."""

    ensemble: str
    end: int
    threads: int | None
    variable: bool
    seed: int


def run_scenarios(names: Sequence[str], emissions: Emissions, running: Running, outputs: Sequence[str]) -> Result:
    """Run scenarios by name, and say on standard error what was done to them.

    Raises UsageError when no scenario is named, and ClimateError for what cannot be run.
    """
    with _shown_activity("running the climate engine, which is compiled once"):
        from parley import workflow
        from parley.climate import run

        ensemble = workflow.load_ensemble(None if running.ensemble == DEFAULT else Path(running.ensemble))
        result = run(
            _load_scenarios(names, emissions),
            ensemble,
            end=running.end,
            outputs=outputs,
            internal_variability=running.variable,
            seed=running.seed,
            threads=running.threads,
        )
    for note in _notes(result):
        _say(f"note: {note}")
    return result


def kind_of_plot(path: Path | None) -> str | None:
    """``svg`` or ``png``. Raises UsageError for another kind of file, before anything is run."""
    if path is None:
        return None
    kind = path.suffix.lower().removeprefix(".")
    if kind not in ("svg", "png"):
        raise UsageError(f"--plot {path} is neither an .svg nor a .png file; name one that is")
    return kind


def check_start(start: int | None, end: int) -> int:
    """The first year to write. Raises UsageError when it is not in the run."""
    if start is not None and not FIRST_YEAR <= start <= end:
        raise UsageError(f"--start {start} is not among the years of the run; give one from {FIRST_YEAR} to {end}")
    return FIRST_YEAR if start is None else start


def _load_scenarios(names: Sequence[str], emissions: Emissions) -> list[Scenario]:
    from parley import workflow
    from parley.climate.history import SCENARIOS

    if emissions.table is None:
        if given := emissions.options():
            raise UsageError(
                f"{given[0]} is about a file of emissions; give one with --emissions FILE, or leave it out"
            )
        if not names:
            raise UsageError(f"name a scenario: {', '.join(SCENARIOS)}; or give your own with --emissions FILE")
        return workflow.packaged_scenarios(names)
    try:
        return workflow.read_scenarios(
            emissions.table,
            names,
            model=emissions.model,
            harmonise=emissions.harmonise,
            fill_from=emissions.fill_from,
            ignore=emissions.ignore,
            interpolate=emissions.interpolate,
            units="native" if emissions.native else None,
        )
    except ScenarioError as error:
        raise UsageError(_with_options(str(error))) from error


def _with_options(words: str) -> str:
    """An error that names arguments of Python, with the options that stand for them."""
    for argument, option in (
        (r"fill_from=['\"]([^'\"]+)['\"]", r"--fill-from \1"),
        (r"\bfill_from\b", "--fill-from"),
        (r"interpolate=True|\(interpolate\)", "--interpolate"),
        (r"ignore=\(…\)", "--ignore VARIABLE"),
        (r"units='native'", "--native-units"),
        (r"model=…", "--model NAME"),
        (r"model='([^']+)'", r"--model \1"),
    ):
        words = re.sub(argument, option, words)
    return words


def _notes(result: Result) -> Iterator[str]:
    """What a user should know of a run before trusting it."""
    for scenario, notes in zip(result.scenarios, result.notes, strict=True):
        for note in notes:
            yield f"{scenario}: {note}"
    if result.provisional:
        yield f"{result.ensemble}: the ensemble is provisional and not calibrated, so do not rely on its odds"
    if result.internal_variability:
        yield "years vary by chance, so that peaks, crossings and the end are those of 20-year means"


def _say(words: str) -> None:
    sys.stderr.write(f"parley: {plain(words)}\n")


@contextmanager
def _shown_activity(words: str) -> Iterator[None]:
    """Show that something is going on, on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(words)):
        yield
