"""``parley climate calibrate``: an ensemble of one's own, from priors and observations."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.climate_options import ThreadsOption
from parley.cli.climate_output import Cells, write_table
from parley.cli.plain import plain
from parley.errors import UsageError

if TYPE_CHECKING:
    from parley.climate.calibration.chain import Calibration

OutputOption = Annotated[
    Path,
    typer.Option(
        "--output", metavar="FILE", help="Write the members into this .csv.gz file, and a .json file of it beside."
    ),
]
PageOption = Annotated[
    Path | None,
    typer.Option("--page", metavar="FILE", help="Write a page of plots and tables, .html.", show_default=False),
]
NameOption = Annotated[
    str | None,
    typer.Option("--name", metavar="NAME", help="What results call the ensemble.", show_default=False),
]
TargetsOption = Annotated[
    str,
    typer.Option(
        "--targets",
        metavar="SET",
        help="What to agree with: 2024; v1.4.1, made just as FaIR's calibration of that name was; or a CSV file.",
    ),
]
ObservedOption = Annotated[
    Path | None,
    typer.Option(
        "--observed",
        metavar="FILE",
        help="Observed warming and CO2, a CSV file with year, gmst, co2; if not given, those of the package.",
        show_default=False,
    ),
]
UntilOption = Annotated[
    int | None,
    typer.Option(
        "--until",
        metavar="YEAR",
        help="Use observations to the end of this year, and move the targets tied to them there.",
        show_default=False,
    ),
]
MembersOption = Annotated[int, typer.Option("--members", metavar="N", min=1, help="Draw so many members.")]
PriorsOption = Annotated[int, typer.Option("--priors", metavar="N", min=1, help="Run so many prior members.")]
SeedOption = Annotated[int, typer.Option("--seed", metavar="N", min=0, help="Other numbers draw other members.")]


def calibrate(
    output: OutputOption = Path("ensemble.csv.gz"),
    page: PageOption = None,
    name: NameOption = None,
    targets: TargetsOption = "2024",
    observed: ObservedOption = None,
    until: UntilOption = None,
    members: MembersOption = 841,
    priors: PriorsOption = 1_600_000,
    seed: SeedOption = 20241,
    threads: ThreadsOption = None,
) -> None:
    """Make an ensemble: draw priors, run them through the past, keep what agrees with observations and assessments.

    The same options give the same files to the last byte. Without any, they give the ensemble that comes with Parley,
    in about a minute.
    """
    if not output.name.endswith(".csv.gz"):
        raise UsageError(f"--output {output} does not end in .csv.gz; name a file that does")
    if page is not None and page.suffix.lower() != ".html":
        raise UsageError(f"--page {page} does not end in .html; name a file that does")
    with _shown_progress() as progress:
        from parley.climate.calibration.chain import calibrate as make
        from parley.climate.calibration.provenance import write_calibration
        from parley.climate.calibration.recipe import make_recipe

        recipe = make_recipe(targets, observed, until)
        recipe = replace(recipe, name=name or recipe.name, members=members, priors=priors, seed=seed)
        calibration = make(recipe, threads, progress)
        write_calibration(calibration, output)
        if page is not None:
            from parley.climate.calibration.diagnostics import write_page

            progress("drawing", 0.0)
            write_page(calibration, page)
    _write(calibration)


def _write(calibration: Calibration) -> None:
    from parley.climate.calibration.report import digits_of, target_rows, words

    weights = calibration.weights
    title = (
        f"{plain(calibration.recipe.name)}: {calibration.recipe.members} members of "
        f"{calibration.priors.passed.size} near observed warming, of {calibration.priors.rmse.size}; "
        f"effective size {weights.effective_size:.0f}"
    )

    def rows() -> Iterator[Cells]:
        for row in target_rows(calibration):
            digits = digits_of(row.target)
            found = (row.target.quantiles, row.prior, row.weighted, row.drawn)
            yield f"{row.target.name} [{row.target.unit}]", [words(one, digits) for one in found]

    write_table(title, ("target", "prior", "weighted", "drawn"), rows())


@contextmanager
def _shown_progress() -> Iterator[Callable[[str, float], None]]:
    """Show what is being done on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda activity, share: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text("compiling")) as status:
        yield lambda activity, share: status.update(Text(f"{activity}: {share:.0%}"))
