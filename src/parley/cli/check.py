"""``parley check``: claims held against the record: of a sentence, of a file of sentences, or of the ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from parley.cli.exits import ExitCode
from parley.cli.figures import use_figures
from parley.cli.options import Format, LedgerOption, ModelOption, interval_of, model_of, open_ledger
from parley.errors import UsageError

if TYPE_CHECKING:
    from parley.checking.sentence_lines import Sentence
    from parley.terms.when import Interval


class CheckFormat(StrEnum):
    """How verdicts are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


SentenceArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="SENTENCE",
        help="What to check; - reads it from standard input. Without it, and without --file, the ledger.",
        show_default=False,
    ),
]
FileOption = Annotated[
    str | None,
    typer.Option(
        "--file",
        metavar="FILE",
        help="Check one sentence a line, each optionally after the date it was said and a tab; - is standard input.",
        show_default=False,
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DAY",
        help="When it was said: a day, month or year. If not given, it counts as said today.",
        show_default=False,
    ),
]
TodayOption = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DAY",
        help="The day whose newest figures count as now; if not given, the last day that the figures reach.",
        show_default=False,
    ),
]
PlotOption = Annotated[
    Path | None,
    typer.Option(
        "--plot",
        metavar="FILE",
        help="Draw the claim on the series of record into this .svg or .png file.",
        show_default=False,
    ),
]
CheckFormatOption = Annotated[CheckFormat, typer.Option("--format", help="How to write the verdicts.")]


def check(
    sentence: SentenceArgument = None,
    file: FileOption = None,
    published: PublishedOption = None,
    today: TodayOption = None,
    plot: PlotOption = None,
    form: CheckFormatOption = CheckFormat.TABLE,
    ledger: LedgerOption = None,
    model: ModelOption = None,
) -> None:
    """Check claims against figures and public records.

    The verdict is supported, close, contradicted, outdated or not checkable, on a basis that is named. A sentence is
    judged by the figures of its time and by the newest. With --file, every line gives one line or row, in order; one
    that cannot be read says so and is counted in the exit code. Without a sentence, what is new in the ledger is
    checked and kept there, and what the record does not bear out is listed.
    """
    if sentence is not None and file is not None:
        raise UsageError("a sentence and --file cannot be checked at once; give one of them")
    if plot is not None and (sentence is None or file is not None):
        raise UsageError("--plot draws the claim of one sentence; give the sentence")
    use_figures()
    if sentence is None and file is None:
        if published is not None or today is not None:
            raise UsageError("--published and --today are about sentences; the ledger knows when its documents are of")
        _check_ledger(ledger, form)
    else:
        said = interval_of("--published", published) if published is not None else None
        day = interval_of("--today", today).end if today is not None else None
        _check_sentences(sentence, file, said, day, plot, form, model)


def _check_sentences(
    sentence: str | None,
    file: str | None,
    published: Interval | None,
    today: date | None,
    plot: Path | None,
    form: CheckFormat,
    model: str | None,
) -> None:
    from parley.cli.check_output import write_checked, write_listing
    from parley.cli.check_plot import kind_of_plot, write_claim_plot
    from parley.cli.progress import shown_progress
    from parley.workflow import check_sentences, make_reader

    kind = kind_of_plot(plot)
    reader = make_reader(model_of(model))
    failed = False
    with _sentences(sentence, file, published) as said, shown_progress("checking") as progress:
        found = check_sentences(said, reader, today=today, progress=progress)
        if file is None:
            checked = next(found)
            write_checked(checked, form, today)
            failed = checked.failed
        else:
            failed = write_listing(found, form)
    if plot is not None and kind is not None:
        write_claim_plot(checked, plot, kind)
    if failed:
        raise typer.Exit(ExitCode.SOME_DOCUMENTS_FAILED)


@contextmanager
def _sentences(sentence: str | None, file: str | None, published: Interval | None) -> Iterator[Iterator[Sentence]]:
    """The sentences to check, read as they are needed. Raises UsageError for a file that cannot be opened."""
    from parley.checking.sentence_lines import Sentence, parse_lines

    if file is None:
        words = _standard_input().read().decode("utf-8", errors="replace") if sentence == "-" else sentence or ""
        yield iter([Sentence(words.strip(), published)])
    elif file == "-":
        yield parse_lines(_standard_input(), published)
    else:
        with ExitStack() as stack:
            try:
                opened = stack.enter_context(open(file, "rb"))
            except OSError as error:
                raise UsageError(f"--file {file} cannot be read: {error.strerror}; name another file") from error
            yield parse_lines(opened, published)


def _check_ledger(ledger: Path | None, form: CheckFormat) -> None:
    from parley.cli.check_ledger_output import write_ledger
    from parley.workflow import check_ledger, judged

    # To check what is not there is an error, but a ledger that is opened to be written to is made when missing.
    open_ledger(ledger).close()
    with open_ledger(ledger, read_only=False) as store:
        new = check_ledger(store)
        write_ledger(judged(store), new, Format(form.value))


def _standard_input() -> BinaryIO:
    return sys.stdin.buffer
