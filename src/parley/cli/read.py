"""``parley read``: documents into the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.exits import ExitCode
from parley.cli.options import LedgerOption, ModelOption, WorkersOption, model_of, open_ledger, workers_of
from parley.cli.plain import plain

if TYPE_CHECKING:
    from parley.ledger import Ledger
    from parley.workflow import Outcome

PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files, and folders of files: text, Markdown, HTML, PDF, EML.")
]


def read(
    paths: PathsArgument, ledger: LedgerOption = None, model: ModelOption = None, workers: WorkersOption = None
) -> None:
    """Read and check documents and keep what they say in the ledger.

    Reading a document again changes nothing; a newer reader adds what it finds, and says what changed.
    A document that cannot be read costs only itself. More --workers read many documents sooner, and find the same.
    """
    from parley.cli.output import print_line

    with open_ledger(ledger, read_only=False) as store:
        outcome = read_into(store, paths, model, workers)
        for line in summary(outcome):
            print_line(plain(line))
        print_line(check_into(store, outcome))
        print_line(plain(f"kept in {store.path}"))
    if outcome.errors:
        raise typer.Exit(ExitCode.SOME_DOCUMENTS_FAILED)


def read_into(ledger: Ledger, paths: list[str], model: str | None, workers: str | None) -> Outcome:
    """Read documents into an open ledger, telling on standard error of each that could not be."""
    from parley.cli.output import say
    from parley.cli.progress import shown_progress
    from parley.workflow import ingest, opened_reader
    from parley.workflow import read as read_documents

    with (
        shown_progress("reading") as progress,
        opened_reader(model_of(model), workers_of(workers)) as reader,
    ):
        outcome = read_documents(ingest(paths), ledger, reader, progress)
    for error in outcome.errors:
        say(f"parley: {error}")
    for taken in outcome.taken:
        if taken.added is not None and taken.reports == 0:
            say(f"parley: {taken.document.source}: nothing to record was found in it; it is kept as a document")
    return outcome


def check_into(ledger: Ledger, outcome: Outcome) -> str:
    """Check what was read, keep the verdicts, and say how many are new."""
    from parley.cli.figures import use_figures
    from parley.workflow import check_ledger

    use_figures()
    return f"{check_ledger(ledger, outcome.each_reading(ledger))} claims, pledges, summits and offices checked"


def summary(outcome: Outcome) -> list[str]:
    """What became of the documents, in a few lines."""
    from parley.workflow import duplicates

    new = [taken for taken in outcome.taken if taken.added is not None and taken.added.new]
    changed = [(taken, taken.added) for taken in new if taken.added and taken.added.unchanged + taken.added.withdrawn]
    lines = [
        f"{taken.document.source}: {added.added} added, {added.withdrawn} withdrawn, {added.unchanged} unchanged"
        for taken, added in changed
    ]
    counts = {
        "read": len(new),
        "read before": len(outcome.taken) - len(new),
        "failed": len(outcome.errors),
        "records": sum(taken.reports for taken in new),
    }
    lines += duplicates(taken.document for taken in outcome.taken)
    return [*lines, ", ".join(f"{count} {what}" for what, count in counts.items())]
