"""``parley brief``: the briefing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parley.cli.exits import ExitCode
from parley.cli.options import LedgerOption, ModelOption, WorkersOption, open_ledger
from parley.cli.plain import plain

PathsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files, and folders of files: text, Markdown, HTML, PDF, EML. Without any, the whole ledger.",
        show_default=False,
    ),
]
FolderOption = Annotated[Path, typer.Option("--output", metavar="DIR", help="The folder to write the briefing into.")]


def brief(
    paths: PathsArgument = None,
    folder: FolderOption = Path("briefing"),
    ledger: LedgerOption = None,
    model: ModelOption = None,
    workers: WorkersOption = None,
) -> None:
    """Read and check documents and write a briefing of them.

    Writes briefing.html, briefing.md and briefing.json into the folder of --output. What is read is kept in the
    ledger with its verdicts, but the briefing is of the documents named here and no others, whatever else the ledger
    holds. Name none to be briefed on the whole ledger.
    """
    from parley import workflow
    from parley.cli.figures import use_figures
    from parley.cli.output import print_line
    from parley.cli.read import read_into

    use_figures()
    failed = False
    with open_ledger(ledger, read_only=not paths) as store:
        if paths:
            outcome = read_into(store, paths, model, workers)
            readings, failed = outcome.readings(store), bool(outcome.errors)
            workflow.check_ledger(store, readings)
        else:
            readings = list(store.readings())
        judgements = store.judgements()
    if readings or not failed:
        for path in workflow.brief(readings, folder, judgements):
            print_line(plain(str(path)))
    if failed:
        raise typer.Exit(ExitCode.SOME_DOCUMENTS_FAILED)
